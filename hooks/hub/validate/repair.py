"""Recovery from faults: a record is repaired just enough to check the rest of it, so that one run reports every fault.

What the model refuses is taken out, or replaced by some value of the right type where the field is required. A repaired
record is never published, and its repaired places are not reported again.
"""

from __future__ import annotations

import typing
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ValidationError

from ..load.records import RawRecord
from ..load.strict_yaml import Loc, value_at
from ..model import Locale, Text
from ..problems import MOST_PER_FILE, Problem
from .fields import bare, fields_at, required_at, type_at
from .messages import refused

_TEXTS = ("xx", "2000", "https://example.org/", "2000-01-01")
_NUMBERS = (1, 2000)
_ROUNDS = 5


@dataclass(frozen=True)
class Modelled:
    """`entity` None: too little is right to check further; `repaired` empty: the record is sound."""

    entity: Any
    repaired: frozenset[Loc]
    problems: tuple[Problem, ...]

    def inside(self, loc: Loc) -> bool:
        """Whether a place was repaired, or lies inside one that was."""
        return any(loc[: len(one)] == one for one in self.repaired)

    def silenced(self, raw: RawRecord, problem: Problem) -> bool:
        """Whether a problem is about a place that was repaired: its real fault is reported already."""
        fields = [raw.field(one) for one in self.repaired]
        return any(problem.field == one or problem.field.startswith((f"{one}.", f"{one}[")) for one in fields)

    def concerns(self, loc: Loc) -> bool:
        """Whether a place was repaired, lies inside one that was, or holds one."""
        return any(loc[: len(one)] == one or one[: len(loc)] == loc for one in self.repaired)


def modelled(raw: RawRecord, locales: tuple[Locale, ...]) -> Modelled:
    """The record as entity, repaired where necessary, with a problem for each place that the model refuses."""
    model = raw.kind.model
    assert model is not None
    value: object = raw.value
    so_far = Modelled(None, frozenset(), ())
    for number in range(_ROUNDS):
        try:
            entity = model.model_validate(value, context={"locales": locales})
            return Modelled(entity, so_far.repaired, so_far.problems)
        except ValidationError as error:
            faults = list(refused(raw, value, error))
        news = tuple(one.problem for one in faults if one.problem and not so_far.concerns(one.loc))
        if len(faults) > MOST_PER_FILE:
            return Modelled(None, so_far.repaired, so_far.problems + news)
        repaired = set(so_far.repaired)
        for fault in sorted(faults, key=lambda one: len(one.loc)):
            loc = fault.loc if fault.unknown else _culprit(model, value, fault.loc, locales, number)
            required = not fault.unknown and required_at(model, loc)
            value = _with(value, loc, _substitute(model, loc, locales, number) if required else None)
            repaired.add(loc)
        if () in repaired:
            return Modelled(None, frozenset(repaired), so_far.problems + news)
        so_far = Modelled(None, frozenset(repaired), so_far.problems + news)
    return so_far


def _culprit(model: type[BaseModel], value: object, loc: Loc, locales: tuple[Locale, ...], number: int) -> Loc:
    """What to repair where something is refused: that place, or inside a group whose fields are right one by one, the last
    field without which its rule holds. So a rule about a whole group, or about the whole record, hides no other field.
    """
    group, kind = value_at(value, loc), type_at(model, loc)
    if not (isinstance(group, dict) and isinstance(kind, type) and issubclass(kind, BaseModel)):
        return loc
    for name in reversed(fields_at(model, loc)):
        if name in group:
            here = (*loc, name)
            other = _with(group, (name,), _substitute(model, here, locales, number) if required_at(model, here) else None)
            try:
                kind.model_validate(other, context={"locales": locales})
            except ValidationError:
                continue
            return here
    return loc


def _with(value: object, loc: Loc, new: object) -> object:
    """A copy of the value with something else at a place; None takes a field out."""
    if not loc:
        return new
    step, rest = loc[0], loc[1:]
    if isinstance(value, dict):
        inner = _with(value.get(step), rest, new)
        return {**{key: one for key, one in value.items() if key != step}, **({step: inner} if inner is not None else {})}
    if isinstance(value, tuple) and isinstance(step, int) and step < len(value):
        return (*value[:step], _with(value[step], rest, new), *value[step + 1 :])
    return value


def _substitute(model: type[BaseModel], loc: Loc, locales: Iterable[Locale], number: int) -> object:
    return _any_value(type_at(model, loc), tuple(locales) or ("xx",), number)


def _any_value(found: Any, locales: tuple[Locale, ...], number: int) -> object:
    """Some value of a type; texts and numbers differ per round, because a rule of the model may refuse one of them."""
    if typing.get_origin(found) is Literal:
        return typing.get_args(found)[0]
    if typing.get_origin(found) is tuple:
        items = [item for item in typing.get_args(found) if item is not Ellipsis]
        return tuple(_any_value(bare(item), locales, number) for item in items)
    if isinstance(found, type) and issubclass(found, Text):
        return dict.fromkeys(locales, _TEXTS[number % len(_TEXTS)])
    if isinstance(found, type) and issubclass(found, BaseModel):
        return {
            field.alias or name: _any_value(bare(field.annotation), locales, number)
            for name, field in found.model_fields.items()
            if field.is_required()
        }
    if found is bool:
        return False
    return _TEXTS[number % len(_TEXTS)] if found is str else _NUMBERS[number % len(_NUMBERS)]
