"""Which values of a record a reader can correct one by one: texts, numbers and lines, not ids and terms of closed lists.

What a field holds is read from the JSON Schema of its model, so a new field is offered without a word here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ..load.strict_yaml import Loc
from ..model.base import ID_PATTERN
from ..validate.forms import Schema, record_schema

KINDS = ("practice", "criterion", "guide", "tool", "partner", "project")
"""Kinds whose pages offer to improve what they say."""

_UNTOUCHED = frozenset(
    {"id", "former_ids", "last_checked", "review_every", "checked", "order", "since", "reworded", "version", "calculator",
     "sheets", "lines", "steps", "blank_rows"}
)  # fmt: skip
"""Names that lead to nothing a reader corrects: they are final, set by whoever checks, computed with or layout."""


@dataclass(frozen=True)
class Field:
    """One value in a record; `names` is its place without the numbers of lists."""

    loc: Loc
    names: tuple[str, ...]
    type: Literal["text", "line", "number"]
    """`text` is one per language."""
    longest: int
    every_language: bool = False
    lines: bool = False
    """Whether paragraphs are allowed."""


def fields(kind: str, record: Mapping[str, object]) -> tuple[Field, ...]:
    """In the order of the record."""
    whole = record_schema(kind)
    return tuple(_fields(record, whole, whole["$defs"], ()))


LONGEST_LINE = 1_000
_LONGEST_NUMBER = 40
_PARAGRAPHS = 5_000
"""Texts that may be longer than this may have paragraphs."""


def _fields(value: object, schema: Schema, definitions: Schema, loc: Loc, every: bool = False) -> Iterator[Field]:
    every = every or bool(schema.get("x-every-language"))
    names = tuple(step for step in loc if isinstance(step, str))
    if "$ref" in schema:
        yield from _fields(value, definitions[schema["$ref"].rpartition("/")[2]], definitions, loc, every)
    elif "anyOf" in schema:
        kinds = [one for one in schema["anyOf"] if one != {"type": "null"}]
        if {"integer", "string"} <= {one.get("type") for one in kinds}:  # a date: a year is a number, a day is not
            yield Field(loc, names, "line", _LONGEST_NUMBER)
            return
        fitting = next((one for one in kinds if _fits(value, one, definitions)), None)
        if fitting:
            yield from _fields(value, fitting, definitions, loc, every)
    elif {"x-ref", "enum", "const"} & schema.keys() or schema.get("pattern") == ID_PATTERN:
        return
    elif isinstance(value, dict) and "properties" in schema:
        for name, inner in value.items():
            if name not in _UNTOUCHED and name in schema["properties"]:
                yield from _fields(inner, schema["properties"][name], definitions, (*loc, name))
    elif isinstance(value, dict) and schema.get("additionalProperties", {}).get("type") == "string":
        longest = schema["additionalProperties"].get("maxLength", LONGEST_LINE)
        yield Field(loc, names, "text", longest, every, longest > _PARAGRAPHS)
    elif isinstance(value, tuple):
        each = schema.get("prefixItems")
        for number, inner in enumerate(value):
            yield from _fields(inner, each[number] if each else schema.get("items", {}), definitions, (*loc, number))
    elif isinstance(value, bool):
        return
    elif isinstance(value, int | float) and names:
        yield Field(loc, names, "number", _LONGEST_NUMBER)
    elif isinstance(value, str) and names:
        yield Field(loc, names, "line", schema.get("maxLength", LONGEST_LINE))


def _fits(value: object, schema: Schema, definitions: Schema) -> bool:
    if "$ref" in schema:
        schema = definitions[schema["$ref"].rpartition("/")[2]]
    kind = {"object": dict, "array": tuple, "string": str, "boolean": bool, "integer": int, "number": int | float}
    return isinstance(value, kind.get(schema.get("type", ""), object))
