"""What every field of a record means and may hold, read from the models: finished but for the words of a language.

A group that several fields hold is described once per kind. Meanings in English are those of the models; those of other
languages are data (`data/field_meanings/`), found by model and field.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic import BaseModel

from ..model.base import DAY_PATTERN, ID_PATTERN
from ..model.field_meanings import GROUP, SHARED
from ..model.kinds import Kind

ENGLISH = "en"

Schema = Mapping[str, Any]
Meanings = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Value:
    """What a field may hold; of a list what each entry may hold."""

    type: str
    """text, short-text, prose, prose-line, words, line, address, id, ref, term, choice, date, day, integer, number, boolean
    or group."""
    of: str = ""
    """Kind, vocabulary or group that it names."""
    choices: tuple[str, ...] = ()
    least: int | float | None = None
    most: int | float | None = None
    longest: int | None = None
    every_language: bool = False
    items: tuple[int, int | None] | None = None
    """Of a list: how many entries at least and at most."""


@dataclass(frozen=True)
class FieldReference:
    name: str
    """As written in the data."""
    attribute: str
    """As in the model."""
    owners: tuple[str, ...]
    """Models that may say what it means, the nearest first."""
    means: str
    """In English."""
    required: bool
    value: Value
    default: object = None


@dataclass(frozen=True)
class Group:
    model: type[BaseModel]
    means: str
    """In English; empty where the field that holds it says enough."""
    fields: tuple[FieldReference, ...] = field(default=())

    @property
    def name(self) -> str:
        return self.model.__name__


@cache
def groups(kind: Kind) -> tuple[Group, ...]:
    """The record itself, then every group in the order in which fields first hold it."""
    assert kind.model
    found: dict[type[BaseModel], Group] = {}
    _collect(kind.model, found)
    return tuple(found.values())


def meaning(meanings: Meanings, owners: tuple[str, ...], name: str) -> str | None:
    """What another language says of a field, or of the group itself."""
    for owner in owners:
        if name in meanings.get(owner, {}):
            return meanings[owner][name]
    return meanings.get(SHARED, {}).get(name) if name != GROUP else None


def _collect(model: type[BaseModel], found: dict[type[BaseModel], Group]) -> None:
    if model in found:
        return
    found[model] = Group(model, _doc(model))  # holds its place in the order
    schema = model.model_json_schema(by_alias=True)
    definitions = schema.get("$defs", {})
    fields = []
    for attribute, info in model.model_fields.items():
        name = info.alias or attribute
        value, group = _value(schema["properties"][name], definitions, model, attribute)
        fields.append(
            FieldReference(
                name, attribute, _owners(model, attribute), " ".join((info.description or "").split()),
                info.is_required(), value, schema["properties"][name].get("default"),
            )
        )  # fmt: skip
        if group:
            _collect(group, found)
    found[model] = Group(model, _doc(model), tuple(fields))


def _owners(model: type[BaseModel], attribute: str) -> tuple[str, ...]:
    """The model and those it inherits the field from."""
    return tuple(
        one.__name__ for one in model.__mro__ if attribute in getattr(one, "model_fields", {}) or one is model
    )


def _doc(model: type[BaseModel]) -> str:
    """The docstring of the model itself, on one line."""
    return " ".join((model.__dict__.get("__doc__") or "").split())


TEXTS = {"Text": "text", "ShortText": "short-text", "Prose": "prose", "ProseLine": "prose-line", "Words": "words"}


def _value(
    schema: Schema, definitions: Schema, model: type[BaseModel], attribute: str
) -> tuple[Value, type[BaseModel] | None]:
    if "anyOf" in schema:
        kinds = [one for one in schema["anyOf"] if one != {"type": "null"}]
        types = {one.get("type") for one in kinds}
        if types == {"integer", "string"}:
            return Value("date"), None
        if types == {"integer", "number"}:
            return Value("number"), None
        return _value(kinds[0], definitions, model, attribute)
    if schema.get("type") == "array":
        inner = (schema.get("prefixItems") or [schema.get("items", {})])[0]
        value, group = _value(inner, definitions, model, attribute)
        amount = (schema.get("minItems", 0), schema.get("maxItems"))
        return Value(**{**vars(value), "items": amount}), group
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        if name in TEXTS:
            inner = definitions[name]["additionalProperties"]
            longest = inner.get("maxLength") or inner.get("items", {}).get("maxLength")
            return Value(TEXTS[name], longest=longest, every_language=bool(schema.get("x-every-language"))), None
        group = next(one for one in _models(model) if one.__name__ == name)
        return Value("group", of=name), group
    if ref := schema.get("x-ref"):
        kind, _, vocabulary = ref.partition(":")
        return (Value("term", of=vocabulary) if vocabulary else Value("ref", of=kind)), None
    if "enum" in schema or "const" in schema:
        return Value("choice", choices=tuple(str(one) for one in schema.get("enum", [schema.get("const")]))), None
    plain = {"integer": "integer", "number": "number", "boolean": "boolean"}.get(schema.get("type", ""))
    if plain:
        return Value(plain, least=schema.get("minimum"), most=schema.get("maximum")), None
    if schema.get("pattern") == DAY_PATTERN:
        return Value("day"), None
    if schema.get("pattern") == ID_PATTERN:
        return Value("id", longest=schema.get("maxLength")), None
    return Value("address" if schema.get("format") == "uri" else "line", longest=schema.get("maxLength")), None


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Every model that a field holds directly."""

    def inside(annotation: Any) -> Iterator[type[BaseModel]]:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            yield annotation
        for inner in getattr(annotation, "__args__", ()):
            yield from inside(inner)

    for info in model.model_fields.values():
        yield from inside(info.annotation)
