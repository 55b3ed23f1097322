"""The toolkit as promised: something to use in every phase, advice beside every form, and no essential criterion left alone."""

from __future__ import annotations

from hub.link.catalogue import Catalogue


def test_every_phase_has_a_tool(catalogue: Catalogue) -> None:
    assert catalogue.tools_by_phase
    assert [phase for phase, tools in catalogue.tools_by_phase.items() if not tools] == []


def test_every_essential_criterion_has_a_tool(catalogue: Catalogue) -> None:
    essential = [one for one in catalogue.criteria.values() if one.tier == "essential" and one.retired is None]
    assert [one.id for one in essential if not catalogue.tools_by_criterion[one.id]] == []


def test_every_tool_gives_advice_beside_its_form(catalogue: Catalogue) -> None:
    assert [tool.id for tool in catalogue.tools.values() if not tool.tips] == []
