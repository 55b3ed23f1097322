"""What the full form asks of a record: the fields of its JSON Schema in the order of `data/forms/`, flat.

The type of a field, what it allows and whether it must be given are read from the schema of the model; the order file adds
nothing but the order. Groups are one level deep; the entries of a list have fields of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ..model import Form
from ..validate.forms import Schema, entry_in, group_in, record_schema, resolved
from .editable import LONGEST_LINE

FieldType = Literal[
    "texts", "line", "web", "number", "year", "date", "flag", "choice", "choices", "sources", "entries"
]  # fmt: skip
"""`texts` has a value per language; `entries` is a list with `fields` in each entry."""

_LONG = 5_000
"""Texts that may be longer than this may have paragraphs."""


@dataclass(frozen=True)
class FormField:
    path: tuple[str, ...]
    """From the record, or inside an entry; empty: the entry itself is the value."""
    names: tuple[str, ...]
    """From the record, always."""
    type: FieldType
    required: bool
    longest: int = 0
    paragraphs: bool = False
    vocabulary: str = ""
    options: tuple[str | int, ...] = ()
    """Allowed values where no vocabulary lists them."""
    default: bool = False
    """Of a flag that is not written."""
    has_id: bool = False
    """Whether each entry needs an id, which is made for a new one."""
    fields: tuple[FormField, ...] = ()

    @property
    def key(self) -> str:
        return ".".join(self.path)


def schema_of(form: Form) -> Schema:
    return record_schema(form.id)


def groups(form: Form) -> Mapping[str, bool]:
    """Groups of fields, and whether a record must have them."""
    schema = schema_of(form)
    return {
        name: name in schema["required"]
        for name, inner in schema["properties"].items()
        if group_in(inner, schema["$defs"])
    }


def fields(form: Form) -> tuple[FormField, ...]:
    """In the order asked."""
    asked = tuple(path for step in form.steps for path in (*step.fields, *step.more))
    return tuple(field_at(form, key, asked) for key in heads(form, asked))


def heads(form: Form, asked: tuple[str, ...]) -> tuple[str, ...]:
    """The fields to ask: `results` stands for all that is asked of each result."""
    schema = schema_of(form)
    lists = {name for name, inner in schema["properties"].items() if entry_in(inner, schema["$defs"])}
    return tuple(dict.fromkeys(head if (head := path.partition(".")[0]) in lists else path for path in asked))


def field_at(form: Form, key: str, asked: tuple[str, ...]) -> FormField:
    schema = schema_of(form)
    definitions = schema["$defs"]
    names = tuple(key.split("."))
    within: Schema = schema
    for name in names[:-1]:
        within = group_in(within["properties"][name], definitions)
    inner = within["properties"][names[-1]]
    parts = tuple(path.partition(".")[2] for path in asked if path.startswith(f"{key}."))
    return _field(names, names, inner, definitions, names[-1] in within.get("required", ()), parts)


Names = tuple[str, ...]


def _field(
    path: Names, names: Names, raw: Schema, definitions: Schema, required: bool, parts: Names = ()
) -> FormField:
    schema = resolved(raw, definitions)
    kinds = [resolved(one, definitions) for one in schema.get("anyOf", ()) if one != {"type": "null"}]
    if {"integer", "string"} <= {one.get("type") for one in kinds}:
        return FormField(path, names, "date", required, 10)
    if kinds:
        schema = {**kinds[-1], **{key: value for key, value in schema.items() if key != "anyOf"}}
    if schema.get("additionalProperties", False) not in (False, True):
        longest = schema["additionalProperties"].get("maxLength", LONGEST_LINE)
        return FormField(path, names, "texts", required, longest, longest > _LONG)
    kind = schema.get("type")
    if kind == "array":
        return _list(path, names, schema, definitions, required, parts)
    if kind == "boolean":
        return FormField(path, names, "flag", False, default=bool(schema.get("default")))
    if vocabulary := _vocabulary(schema):
        return FormField(path, names, "choice", required, vocabulary=vocabulary)
    if "enum" in schema:
        return FormField(path, names, "choice", required, options=tuple(schema["enum"]))
    if kind == "integer" and schema.get("minimum", 0) >= 1900:
        return FormField(path, names, "year", required, 4)
    if kind in ("integer", "number"):
        return FormField(path, names, "number", required, 20)
    line: FieldType = "web" if schema.get("format") == "uri" else "line"
    return FormField(path, names, line, required, schema.get("maxLength", LONGEST_LINE))


def _list(
    path: Names, names: Names, schema: Schema, definitions: Schema, required: bool, parts: Names
) -> FormField:
    items = resolved(schema["items"], definitions)
    required = required or bool(schema.get("minItems"))
    if vocabulary := _vocabulary(items):
        return FormField(path, names, "choices", required, vocabulary=vocabulary)
    if items.get("x-ref") == "source":
        return FormField(path, names, "sources", required)
    own = items.get("properties", {})
    if own:
        inner = tuple(
            _field((part,), (*names, part), own[part], definitions, part in items.get("required", ())) for part in parts
        )
    else:
        inner = (_field((), names, schema["items"], definitions, False),)
    return FormField(path, names, "entries", required, has_id="id" in items.get("required", ()), fields=inner)


def _vocabulary(schema: Schema) -> str:
    ref = str(schema.get("x-ref", ""))
    return ref.removeprefix("vocabulary:") if ref.startswith("vocabulary:") else ""
