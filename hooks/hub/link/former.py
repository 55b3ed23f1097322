"""Ids that records had before: each leads to one record, for good."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..load.strict_yaml import Loc
from ..problems import Problem, shown
from ..validate.valid import Valid
from .linked import Linking


def former_ids(one: Valid) -> Iterator[tuple[Loc, str]]:
    """Where a record gives its former ids, and these; of its own, not of its figures or terms."""
    if one.raw.kind.name == "source":
        yield from ((("custom", "former-ids", number), old) for number, old in enumerate(one.entity.custom.former_ids))
    else:
        yield from (
            (("former_ids", number), old) for number, old in enumerate(getattr(one.entity, "former_ids", ()))
        )


def former_ids_in_use(linking: Linking) -> Iterator[Problem]:
    """A former id leads to one record only, so it is nobody's present id and nobody else's former one."""
    owners: dict[tuple[str, str], str] = {}
    for one in linking.valid:
        kind = one.raw.kind.name
        for loc, old in former_ids(one) if one.sound else ():
            if old in linking.ids[kind]:
                yield one.raw.problem(loc, f"must not be the id of a record, got {shown(old)}")
            elif owners.setdefault((kind, old), one.entity.id) != one.entity.id:
                yield one.raw.problem(loc, f"must lead to one record, {shown(owners[kind, old])} has it too: {shown(old)}")


def repeated_former_ids_of_figures(linking: Linking) -> Iterator[Problem]:
    """Inside a practice a former id of a figure is no figure's id, and leads to one."""
    for one in linking.of("practice"):
        places: list[tuple[Loc, Any]] = [(("results", n), figure) for n, figure in enumerate(one.entity.results)]
        places += [(("funding", "budget", n), figure) for n, figure in enumerate(one.entity.funding.budget)]
        taken = {figure.id for _, figure in places}
        for loc, figure in places:
            for number, old in enumerate(figure.former_ids):
                if old in taken:
                    yield one.raw.problem((*loc, "former_ids", number), f"must lead to one figure, got {shown(old)} again")
                taken.add(old)


CHECKS = (former_ids_in_use, repeated_former_ids_of_figures)
