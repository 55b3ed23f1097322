"""JSON Schemas for editors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from builders import SAMPLE
from hub.contribute.schema import file_name, schemas
from hub.model.base import DAY_PATTERN, ID
from hub.model.kinds import KINDS
from hub.pipeline import inspect
from hub.validate.messages import PATTERNS
from rendering import ROOT

MADE = {name: json.loads(text) for name, text in schemas(inspect(SAMPLE)[0]).items()}
PRACTICE = MADE["practice.schema.json"]["$defs"]


def inner(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from inner(one)
    elif isinstance(value, list):
        for one in value:
            yield from inner(one)


def test_every_kind_has_one() -> None:
    assert sorted(MADE) == sorted(file_name(kind) for kind in KINDS)


def test_the_same_every_time() -> None:
    assert schemas(inspect(SAMPLE)[0]) == schemas(inspect(SAMPLE)[0])


def test_terms_of_vocabularies_are_offered_with_their_labels() -> None:
    assert PRACTICE["Mentees"]["properties"]["education"] == {
        "type": "string",
        "enum": ["any"],
        "enumDescriptions": ["elk niveau / any level"],
        "description": "For which level of education it is.",
    }
    assert PRACTICE["Mentees"]["properties"]["group"]["items"]["enum"] == ["refugees", "women"]


def test_fields_are_those_of_the_model_and_no_others() -> None:
    assert PRACTICE["Practice"]["additionalProperties"] is False
    assert "status_note" in PRACTICE["Practice"]["properties"]
    assert "container-title" in MADE["sources.schema.json"]["$defs"]["Source"]["properties"]
    assert "title" in MADE["criterion.schema.json"]["$defs"]["Criterion"]["properties"]


def test_languages_are_fields() -> None:
    assert list(PRACTICE["Text"]["properties"]) == ["nl", "en"]
    assert "required" not in PRACTICE["Text"]
    full = MADE["criterion.schema.json"]["$defs"]["FullText"]
    assert full["required"] == ["nl", "en"]
    assert MADE["criterion.schema.json"]["$defs"]["Criterion"]["properties"]["statement"]["$ref"] == "#/$defs/FullText"


def test_lists_of_records_are_lists() -> None:
    assert MADE["sources.schema.json"]["allOf"] == [{"type": "array", "items": {"$ref": "#/$defs/Source"}}]


@pytest.mark.parametrize("name", sorted(MADE))
def test_nothing_unknown_to_editors_is_left(name: str) -> None:
    defined = set(MADE[name]["$defs"])
    for one in inner(MADE[name]):
        assert not {"x-ref", "x-every-language", "prefixItems"} & set(one)
        assert one.get("type") != "null"
        if isinstance(one.get("$ref"), str):
            assert one["$ref"].removeprefix("#/$defs/") in defined


def test_every_pattern_of_the_model_has_a_sentence_for_authors() -> None:
    used = {one["pattern"] for kind in KINDS if kind.model for one in inner(kind.model.model_json_schema()) if "pattern" in one}
    assert used == {*PATTERNS, DAY_PATTERN}, "a day has a message of its own"


def test_the_browser_knows_ids_by_the_same_pattern() -> None:
    assert f"/^{ID}$/" in (ROOT / "overrides/assets/hub/lib/id.mjs").read_text("utf-8")
