"""A fault does not hide others: what the model refuses is taken out, and the rest is checked."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from builders import a_hub, a_record, as_yaml
from hub.load.records import RawRecord
from hub.load.strict_yaml import read
from hub.model import Record
from hub.model.base import Line
from hub.model.kinds import BY_NAME
from hub.pipeline import load_catalogue
from hub.validate.record import validated

PRACTICE, FIGURE = "data/practices/alpha.yml", "data/figures/gap.yml"


def told(folder: Path, name: str, record: object) -> list[str]:
    found = load_catalogue(a_hub(folder, {name: as_yaml(record)}))[1]
    return [problem.message for problem in found if problem.path == name]


def a_figure(**changes: Any) -> dict[str, Any]:
    own = a_record(PRACTICE)["results"][0]
    return {**own, "id": "gap", **changes}


RANGE = "must have a `to` greater than its `value`"
SOURCE = "must be the id of a record in data/sources.yml, got 'nope'; allowed are: report-2020, site-2021"


def test_a_rule_about_a_whole_record_does_not_hide_its_fields(tmp_path: Path) -> None:
    assert told(tmp_path, FIGURE, a_figure(id="other", value=120, to=7, sources=["nope"])) == [
        RANGE,
        "must be equal to the file name 'gap', got 'other'",
        "must be between 0 and 100 for a percentage, got 120",
        SOURCE,
    ]


def test_a_sound_rest_of_a_record_gets_no_fault(tmp_path: Path) -> None:
    assert told(tmp_path, FIGURE, a_figure(value=12, to=7)) == [RANGE]


def test_a_rule_about_a_group_does_not_hide_its_fields(tmp_path: Path) -> None:
    practice = a_record(PRACTICE)
    practice["results"][0] |= {"value": 12, "to": 7, "sources": ["nope"]}
    assert told(tmp_path, PRACTICE, practice) == [RANGE, SOURCE]


class _Pair(Record):
    """Two fields that must be given, and a rule about both."""

    id: Line
    one: Line
    other: Line

    @model_validator(mode="after")
    def _apart(self) -> _Pair:
        if self.one == self.other:
            raise PydanticCustomError("pair", "must have two different words")
        return self


class _Both(Record):
    """A rule that no other value of one field alone fulfils."""

    id: Line
    one: Line

    @model_validator(mode="after")
    def _neither(self) -> _Both:
        if self.id == "x" or self.one == "a":
            raise PydanticCustomError("both", "must be something else")
        return self


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        (_Pair, ["must have two different words", "must be equal to the file name 'gap', got 'x'"]),
        (_Both, ["must be something else"]),
    ],
)
def test_a_rule_about_fields_that_must_be_given(model: type[Record], expected: list[str]) -> None:
    kind = dataclasses.replace(BY_NAME["figure"], model=model)
    words = "one: a" if model is _Both else "one: a\nother: a"
    document = read(f"id: x\n{words}\n")
    assert isinstance(document.value, dict)
    found = validated(RawRecord(kind, FIGURE, document.value, document.lines), ("nl", "en"))[1]
    assert [problem.message for problem in found] == expected
