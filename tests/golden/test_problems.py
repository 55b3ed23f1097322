"""Faults and what authors are told about them: each case in `problems/*.yml` changes the sample hub and lists all problems.

A case changes files of `golden/hub`: `replace`/`by` (the text to replace must stand there once), `write` (the whole
file) or `remove`. Without its change the sample has no problem, so no case passes by accident.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from builders import SAMPLE, a_hub, sample
from hub.pipeline import load_catalogue
from hub.problems import errors

FOLDER = Path(__file__).resolve().parent / "problems"


def cases() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield pytest.param(case, id=f"{path.stem}: {case['case']}")


def changed(change: dict[str, str]) -> str | None:
    if "remove" in change:
        return None
    if "write" in change:
        return change["write"]
    text = sample(change["in"])
    assert text.count(change["replace"]) == 1, f"{change['replace']!r} must stand once in {change['in']}"
    return text.replace(change["replace"], change["by"])


def test_the_sample_has_no_problem() -> None:
    assert load_catalogue(SAMPLE)[1] == ()


@pytest.mark.parametrize("case", list(cases()))
def test_problems(case: dict[str, Any], tmp_path: Path) -> None:
    root = a_hub(tmp_path, {change["in"]: changed(change) for change in case["changes"]})
    catalogue, problems = load_catalogue(root)
    assert "\n".join(map(str, problems)) == case["problems"].strip()
    assert (catalogue is None) == errors(problems)


def test_names_of_cases_are_unique() -> None:
    ids = [case.id for case in cases()]
    assert len(ids) == len(set(ids))
