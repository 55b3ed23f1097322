"""Reflection on the model's types: the groups, texts and references of a record, and what a place in it may hold.

With it, checks and schemas need no new code for a new field of the model.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..load.strict_yaml import Loc
from ..model import Ref, Text, Words


@dataclass(frozen=True, slots=True)
class Part:
    """A group or text (`ref` None), or an id of another record (`ref` its kind), with its place in the record."""

    loc: Loc
    value: Any
    ref: str | None = None


_Visit = Callable[[Any, Loc], Iterator[Part]]


def parts(record: BaseModel) -> Iterator[Part]:
    """Every group, text and reference of a record, itself first, depth first in the order of the model's fields."""
    return _visit_model(record, ())


def _visit_model(value: BaseModel, loc: Loc) -> Iterator[Part]:
    yield Part(loc, value)
    for name, alias, visit in _visits(type(value)):
        inner = getattr(value, name)
        if inner is not None and inner != ():
            yield from visit(inner, (*loc, alias))


@cache
def _visits(model: type[BaseModel]) -> tuple[tuple[str, str, _Visit], ...]:
    """Per field worth a visit: its name, its name in the data, how to visit its value."""
    found = []
    for name, field in model.model_fields.items():
        visit = _visit_for(with_metadata(field))
        if visit:
            found.append((name, field.alias or name, visit))
    return tuple(found)


def _visit_for(annotation: Any) -> _Visit | None:
    ref = next((extra.kind for extra in getattr(annotation, "__metadata__", ()) if isinstance(extra, Ref)), None)
    if ref:
        return lambda value, loc: iter((Part(loc, value, ref),))
    inner = plain(annotation)
    if isinstance(inner, type) and issubclass(inner, Text):
        return lambda value, loc: iter((Part(loc, value),))
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        return _visit_model
    if typing.get_origin(inner) is tuple:
        item = _visit_for(typing.get_args(inner)[0])
        return _visit_items(item) if item else None
    return _visit_for(inner) if inner is not annotation else None


def _visit_items(visit: _Visit) -> _Visit:
    def each(value: Any, loc: Loc) -> Iterator[Part]:
        for number, item in enumerate(value):
            yield from visit(item, (*loc, number))

    return each


# --- types ------------------------------------------------------------------------------------------------------------


def with_metadata(field: FieldInfo) -> Any:
    annotation: Any = field.annotation
    for extra in field.metadata:
        annotation = typing.Annotated[annotation, extra]
    return annotation


def plain(annotation: Any) -> Any:
    """A type without `Annotated` around it, and without `None` where it may be absent; keeps a reference inside `X | None`.

    >>> plain(typing.Annotated[int, "note"] | None)
    typing.Annotated[int, 'note']
    >>> plain(plain(typing.Annotated[int, "note"]))
    <class 'int'>
    """
    if typing.get_origin(annotation) is typing.Annotated:
        return typing.get_args(annotation)[0]
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        inner = [one for one in typing.get_args(annotation) if one is not type(None)]
        return inner[0] if len(inner) == 1 else annotation
    return annotation


def bare(annotation: Any) -> Any:
    """A type without anything around it."""
    while (inner := plain(annotation)) is not annotation:
        annotation = inner
    return annotation


def type_at(model: type[BaseModel], loc: Loc) -> Any:
    """The bare type of a place in a record: a model, a tuple, a Literal, str …; None where the model knows no such place."""
    found: Any = model
    for step in loc:
        if isinstance(found, type) and issubclass(found, Text | Words):
            in_a_language = str if issubclass(found, Text) else tuple[str, ...]
            found = in_a_language if isinstance(step, str) else None
        elif isinstance(found, type) and issubclass(found, BaseModel):
            field = next((f for n, f in found.model_fields.items() if (f.alias or n) == step), None)
            found = bare(with_metadata(field)) if field else None
        elif typing.get_origin(found) is tuple and isinstance(step, int):
            found = bare(typing.get_args(found)[0])
        else:
            return None
    return found


def required_at(model: type[BaseModel], loc: Loc) -> bool:
    """Whether something must stand at a place: required fields, list entries and texts; False for unknown places."""
    if not loc:
        return True  # the record as a whole
    group = type_at(model, loc[:-1])
    if isinstance(loc[-1], int) or (isinstance(group, type) and issubclass(group, Text)):
        return True
    fields = group.model_fields.items() if isinstance(group, type) and issubclass(group, BaseModel) else ()
    return any(field.is_required() for name, field in fields if (field.alias or name) == loc[-1])


def fields_at(model: type[BaseModel], loc: Loc) -> tuple[str, ...]:
    """Names (as written in the data) of the fields of the group at a place; empty where there is no group of fields."""
    found = type_at(model, loc)
    if isinstance(found, type) and issubclass(found, BaseModel) and not issubclass(found, Text | Words):
        return tuple(field.alias or name for name, field in found.model_fields.items())
    return ()


def choices_at(model: type[BaseModel], loc: Loc) -> tuple[str, ...]:
    """The values of a closed list at a place; empty where it is none."""
    found = type_at(model, loc)
    return tuple(str(value) for value in typing.get_args(found)) if typing.get_origin(found) is Literal else ()


@cache
def vocabularies(model: type[BaseModel]) -> tuple[str, ...]:
    """Ids of the vocabularies whose terms a record may name, sorted."""
    found: set[str] = set()
    _collect(model, found, set())
    return tuple(sorted(found))


def _collect(annotation: Any, found: set[str], seen: set[type]) -> None:
    for extra in getattr(annotation, "__metadata__", ()):
        if isinstance(extra, Ref) and extra.kind.startswith("vocabulary:"):
            found.add(extra.kind.removeprefix("vocabulary:"))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation not in seen:
            seen.add(annotation)
            for field in annotation.model_fields.values():
                _collect(with_metadata(field), found, seen)
        return
    for inner in typing.get_args(annotation):
        _collect(inner, found, seen)
