"""One record: raw value to typed entity, or problems; and the rules that need no other file.

A place that already has a fault gets no second one. What passes is sound: later steps need no default "just in case".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..load.records import RawRecord
from ..model import Locale, Text
from ..problems import Problem, capped
from .fields import parts
from .repair import modelled
from .rules import RULES
from .valid import Valid


def validate(records: Iterable[RawRecord], locales: tuple[Locale, ...]) -> tuple[list[Valid], list[Problem]]:
    """All records of kinds with a model; `locales` empty: not known, so languages are not checked."""
    valid: list[Valid] = []
    problems: list[Problem] = []
    for raw in records:
        if raw.kind.model is not None:
            one, faults = validated(raw, locales)
            valid += [one] if one else []
            problems += faults
    return valid, problems


def validated(raw: RawRecord, locales: tuple[Locale, ...]) -> tuple[Valid | None, tuple[Problem, ...]]:
    """One record; None where too little of it is right to look further. Depends on nothing else."""
    result = modelled(raw, locales)
    refused = tuple(capped(result.problems))
    if result.entity is None:
        return None, refused
    every_part = parts(result.entity)
    sound_parts = tuple(part for part in every_part if not (result.repaired and result.inside(part.loc)))
    one = Valid(raw, result.entity, sound_parts, not result.repaired)
    faults = [fault for rule in RULES for fault in rule(one) if not result.silenced(raw, fault)]
    problems = (*refused, *capped([*faults, *_missing_languages(one, locales)]))
    return replace(one, sound=False) if faults else one, problems


def _missing_languages(one: Valid, locales: tuple[Locale, ...]) -> Iterator[Problem]:
    """A text that falls back to another language: a warning, because a partner may hand in one language."""
    for part in one.parts:
        if isinstance(part.value, Text) and (missing := part.value.missing(locales)):
            shown_as = part.value.said(missing[0]).lang
            yield one.raw.warning(part.loc, f"is not given in {', '.join(missing)}; readers get the text in {shown_as}")
