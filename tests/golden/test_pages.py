"""Parts of pages: a small piece of a record → the HTML that readers get.

Each case is a YAML file in `pages/`: which `part`, in which `locale`, of what (`practice`: changes to the sample practice,
`figure` or `contradictions`), and the `html` expected. Space between tags does not count.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeVar

import pytest
import yaml

from builders import a_record
from hub.model import Contradiction, Figure, Practice
from hub.model.base import Record
from hub.view import contradictions, evidence, figures, practice_card, templates
from hub.view.edition import Edition
from hub.view.view import View
from rendering import a_catalogue

Known = TypeVar("Known", bound=Record)

CASES = sorted((Path(__file__).parent / "pages").glob("*.yml"))


def as_loaded(value: Any) -> Any:
    """Lists as tuples, as loading does."""
    if isinstance(value, list):
        return tuple(as_loaded(item) for item in value)
    return {key: as_loaded(item) for key, item in value.items()} if isinstance(value, dict) else value


def read(model: type[Known], raw: Any) -> Known:
    return model.model_validate(as_loaded(raw), context={"locales": ("nl", "en")})


def rendered(case: dict[str, Any], view: View) -> str:
    def macro(template: str, name: str, *values: object) -> str:
        return str(templates.macro(template, name, view, *values))

    practice = read(Practice, a_record("data/practices/alpha.yml", **case.get("practice", {})))
    match case["part"]:
        case "card":
            return macro("card", "card", practice_card.card(view, practice))
        case "evidence":
            return macro("evidence", "evidence_axes", evidence.evidence(view, practice.evidence, practice.results))
        case "figure":
            return macro("figure", "figure", figures.figure(view, read(Figure, case["figure"])))
        case "contradictions":
            items = [read(Contradiction, raw) for raw in case["contradictions"]]
            return macro("contradictions", "contradictions", contradictions.contradictions(view, items))
        case other:
            raise AssertionError(f"no part {other}")


def lines(html: str) -> list[str]:
    """One tag or text per line, so that a difference is easy to see."""
    return [line.strip() for line in re.sub(r"(<[^>]+>)", r"\n\1\n", html).splitlines() if line.strip()]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_part(path: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    view = View(Edition(a_catalogue(tmp_path), case["locale"]), "practices")
    assert lines(rendered(case, view)) == lines(case["html"])
