"""One record: raw value to typed entity, or problems in plain words. Rules that need one file only.

A place that already has a fault gets no second one. What passes is sound: later steps need no default "just in case".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from . import guide_rules, model, tool_rules
from .load import RawRecord
from .mend import modelled
from .model import Locale, Text
from .problems import Problem, capped, shown
from .shape import Part, parts
from .strict_yaml import Loc


@dataclass(frozen=True)
class Valid:
    """An entity with the record it came from, so that later rules can name the line."""

    raw: RawRecord
    entity: Any
    parts: tuple[Part, ...]
    """Leaves out places that were mended."""
    sound: bool
    """False: it has faults and was mended; good for looking at its other references, not for publishing."""


def validate(records: Iterable[RawRecord], locales: tuple[Locale, ...]) -> tuple[list[Valid], list[Problem]]:
    """All records of kinds with a model; `locales` empty: not known, so nothing is said about languages."""
    valid: list[Valid] = []
    problems: list[Problem] = []
    for raw in records:
        if raw.kind.model is None:
            continue
        result = modelled(raw, locales)
        problems += capped(result.problems)
        if result.entity is None:
            continue
        every_part = parts(result.entity)
        sound_parts = tuple(part for part in every_part if not (result.mended and result.inside(part.loc)))
        one = Valid(raw, result.entity, sound_parts, not result.mended)
        faults = [fault for rule in RULES for fault in rule(one) if not result.silenced(raw, fault)]
        problems += capped([*faults, *_missing_languages(one, locales)])
        valid.append(replace(one, sound=False) if faults else one)
    return valid, problems


# --- rules inside one record ------------------------------------------------------------------------------------------


def id_unlike_file_name(one: Valid) -> Iterator[Problem]:
    """A record in a file of its own has the file's name as its id."""
    if one.raw.kind.form == "folder" and one.entity.id != one.raw.id:
        yield one.raw.problem(("id",), f"must be equal to the file name '{one.raw.id}', got {shown(one.entity.id)}")


def shares_outside_0_to_100(one: Valid) -> Iterator[Problem]:
    """A percentage is a share of something counted; only a comparison can be negative or above 100."""
    for part in one.parts:
        figure = part.value
        if isinstance(figure, model.Figure) and figure.unit == "percent" and figure.kind != "comparison":
            for name in ("value", "to"):
                number = getattr(figure, name)
                if number is not None and not 0 <= number <= 100:
                    yield one.raw.problem((*part.loc, name), f"must be between 0 and 100 for a percentage, got {number}")


def repeated_figure_ids(one: Valid) -> Iterator[Problem]:
    """A figure's id is part of an address, so it is unique within the record."""
    seen: set[str] = set()
    for part in one.parts:
        if isinstance(part.value, model.Figure):
            if part.value.id in seen:
                message = f"must be another id, a figure of this record already has {shown(part.value.id)}"
                yield one.raw.problem((*part.loc, "id"), message)
            seen.add(part.value.id)


def repeated_references(one: Valid) -> Iterator[Problem]:
    """A list of ids names each of them once."""
    seen: set[tuple[Loc, str]] = set()
    for part in one.parts:
        if part.ref and isinstance(part.loc[-1], int):
            key = (part.loc[:-1], part.value)
            if key in seen:
                yield one.raw.problem(part.loc, f"must be named only once, got {shown(part.value)} again")
            seen.add(key)


def repeated_terms(one: Valid) -> Iterator[Problem]:
    """The ids of a vocabulary's terms, former ones included, are unique."""
    if isinstance(one.entity, model.Vocabulary):
        seen: set[str] = set()
        for number, term in enumerate(one.entity.terms):
            for name in (term.id, *term.former_ids):
                if name in seen:
                    message = f"must be unique among the terms and their former ids, got {shown(name)} again"
                    yield one.raw.problem(("terms", number, "id"), message)
                seen.add(name)


def criteria_named_twice(one: Valid) -> Iterator[Problem]:
    """A practice says once how it illustrates a criterion."""
    if isinstance(one.entity, model.Practice):
        seen: set[str] = set()
        for number, illustration in enumerate(one.entity.criteria):
            if illustration.criterion in seen:
                message = f"must be named only once, got {shown(illustration.criterion)} again"
                yield one.raw.problem(("criteria", number, "criterion"), message)
            seen.add(illustration.criterion)


def region_outside_belgium(one: Valid) -> Iterator[Problem]:
    """Regions are those of Belgium."""
    if isinstance(one.entity, model.Practice) and one.entity.where.region and "BE" not in one.entity.where.country:
        yield one.raw.problem(("where", "region"), "must only be given when the country is BE")


def citations_in_plain_text(one: Valid) -> Iterator[Problem]:
    """Citations and links work in fields that allow Markdown; elsewhere a reader would see their signs."""
    for part in one.parts:
        if isinstance(part.value, Text) and not isinstance(part.value, model.Prose):
            for locale, text in part.value.root.items():
                for source in model.citations(text):
                    message = f"must not cite a source, this field is plain text; name it in `sources`, got '[@{source}]'"
                    yield one.raw.problem((*part.loc, locale), message)


RULES: tuple[Callable[[Valid], Iterator[Problem]], ...] = (
    id_unlike_file_name,
    shares_outside_0_to_100,
    repeated_figure_ids,
    repeated_references,
    repeated_terms,
    criteria_named_twice,
    region_outside_belgium,
    citations_in_plain_text,
    *guide_rules.RULES,
    *tool_rules.RULES,
)


def _missing_languages(one: Valid, locales: tuple[Locale, ...]) -> Iterator[Problem]:
    """A text that may fall back and does: said, but no fault (a partner may hand in one language)."""
    for part in one.parts:
        if isinstance(part.value, Text) and (missing := part.value.missing(locales)):
            shown_as = part.value.said(missing[0]).lang
            yield one.raw.warning(part.loc, f"is not given in {', '.join(missing)}; readers get the text in {shown_as}")
