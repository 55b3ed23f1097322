"""One record: raw value to typed entity, or problems in plain words. Rules that need one file only.

A place that already has a fault gets no second one. What passes is sound: later steps need no default "just in case".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from . import model
from .load import RawRecord
from .model import Locale, Text
from .problems import Problem, capped, close_to, nearest, shown
from .shape import Part, choices_at, fields_at, parts, type_at
from .strict_yaml import BROKEN, Loc


@dataclass(frozen=True)
class Valid:
    """An entity with the record it came from, so that later rules can name the line."""

    raw: RawRecord
    entity: Any
    parts: tuple[Part, ...]


def validate(records: Iterable[RawRecord], locales: tuple[Locale, ...]) -> tuple[list[Valid], list[Problem]]:
    """All records of kinds with a model; `locales` empty: not known, so nothing is said about languages."""
    valid: list[Valid] = []
    problems: list[Problem] = []
    for raw in records:
        if raw.kind.model is None:
            continue
        try:
            entity = raw.kind.model.model_validate(raw.value, context={"locales": locales})
        except ValidationError as error:
            problems += capped(_in_words(raw, raw.kind.model, error))
            continue
        one = Valid(raw, entity, tuple(parts(entity)))
        faults = list(capped(fault for rule in RULES for fault in rule(one)))
        problems += faults
        problems += _missing_languages(one, locales)
        if not faults:
            valid.append(one)
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
)


def _missing_languages(one: Valid, locales: tuple[Locale, ...]) -> Iterator[Problem]:
    """A text that may fall back and does: said, but no fault (a partner may hand in one language)."""
    for part in one.parts:
        if isinstance(part.value, Text) and (missing := part.value.missing(locales)):
            shown_as = part.value.said(missing[0]).lang
            yield one.raw.warning(part.loc, f"is not given in {', '.join(missing)}; readers get the text in {shown_as}")


# --- errors of the model in plain words -------------------------------------------------------------------------------

_WORDS: dict[str, str] = {
    "bool_type": "must be true or false",
    "string_type": "must be a text",
    "int_type": "must be a whole number",
    "decimal_type": "must be a number such as 12 or 2.5",
    "is_instance_of": "must be a number such as 12 or 2.5",
    "tuple_type": "must be a list, with '- ' before each entry",
    "dict_type": "must be a text per language, such as {nl: …, en: …}",
    "model_type": "must be a group of fields, such as 'name: value'",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "string_too_long": "must be at most {max_length} characters long",
}
"""Pydantic's type of error and our words; anything else keeps the model's own message."""

_PATTERNS: dict[str, str] = {
    r"^[a-z]{2}$": "must be a language as two small letters, such as nl",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "must be an id of small letters, digits and hyphens, such as 'duo-for-a-job'",
    r"^([A-Z]{2}|[a-z0-9]+(-[a-z0-9]+)*)$": "must be an id of small letters, digits and hyphens, or two capitals",
}


def _in_words(raw: RawRecord, kind: type[BaseModel], error: ValidationError) -> Iterator[Problem]:
    """The errors of one record; silent about places whose fault was already reported."""
    wrong_lengths: set[Loc] = set()
    details = error.errors(include_url=False)
    meant = {
        (*d["loc"][:-1], close) for d in details if d["type"] == "extra_forbidden" and (close := _meant(kind, d["loc"]))
    }
    for detail in details:
        loc: Loc = tuple(step for step in detail["loc"] if step != "[key]")
        if detail["input"] is BROKEN or _value(raw, loc) is BROKEN:
            continue
        if detail["type"] == "missing" and isinstance(loc[-1], int):
            loc = loc[:-1]
            if loc in wrong_lengths:
                continue
            wrong_lengths.add(loc)
            yield raw.problem(loc, _wrong_length(raw, kind, loc))
        elif detail["type"] == "missing":
            if loc not in meant:
                yield Problem(raw.path, raw.line(loc[:-1]), raw.field(loc), "must be given")
        elif detail["type"] == "extra_forbidden":
            known = fields_at(kind, loc[:-1])
            yield raw.problem(loc, f"must be a field that the hub knows{nearest(loc[-1], known)}")
        elif detail["type"] == "unknown_locale":
            locale = detail["ctx"]["locale"]
            yield raw.problem((*loc, locale), f"must be a language of the hub ({detail['ctx']['known']})")
        elif detail["type"] in ("too_short", "too_long"):
            if not _long_enough(raw, loc, detail):
                yield raw.problem(loc, _wrong_length(raw, kind, loc, detail))
        else:
            yield raw.problem(loc, _sentence(kind, loc, detail))


def _meant(kind: type[BaseModel], loc: Loc) -> str | None:
    """The field that an unknown one seems to be, so that it is not called missing as well."""
    return close_to(loc[-1], fields_at(kind, loc[:-1]))


def _sentence(kind: type[BaseModel], loc: Loc, detail: ErrorDetails) -> str:
    value, context = detail["input"], detail.get("ctx", {})
    if detail["type"] == "literal_error":
        return f"must be one of the allowed values, got {shown(value)}{nearest(value, choices_at(kind, loc))}"
    if detail["type"] == "string_pattern_mismatch":
        return f"{_PATTERNS.get(context['pattern'], 'must have another form')}, got {shown(value)}"
    rule = _WORDS.get(detail["type"], detail["msg"])
    for name, limit in context.items():
        rule = rule.replace(f"{{{name}}}", str(limit))
    if detail["type"] == "string_type" and isinstance(value, int | float):
        rule += " (in quotes)"
    if detail["type"] == "model_type" and _is_text(type_at(kind, loc)):
        rule = _WORDS["dict_type"]
    if detail["type"] == "string_too_long":
        return f"{rule}, got {len(value)}"
    if "got " in rule or (isinstance(value, dict) and detail["type"] not in _WORDS):
        return rule
    return f"{rule}, got {shown(value)}"


def _is_text(found: Any) -> bool:
    return isinstance(found, type) and issubclass(found, Text)


def _wrong_length(raw: RawRecord, kind: type[BaseModel], loc: Loc, detail: ErrorDetails | None = None) -> str:
    value = _value(raw, loc)
    got = len(value) if isinstance(value, tuple) else 0
    found = type_at(kind, loc)
    exact = getattr(found, "__args__", ())
    if exact and Ellipsis not in exact:
        return f"must have exactly {len(exact)} entries, got {got}"
    context = detail["ctx"] if detail else {}
    if "min_length" in context:
        least = context["min_length"]
        return f"must have at least {least} {'entry' if least == 1 else 'entries'}, got {got}"
    return f"must have at most {context['max_length']} entries, got {got}" if context else "must have more entries"


def _long_enough(raw: RawRecord, loc: Loc, detail: ErrorDetails) -> bool:
    """A list that only seems too short, because entries with a fault of their own were not counted."""
    value = _value(raw, loc)
    return detail["type"] == "too_short" and isinstance(value, tuple) and len(value) >= detail["ctx"]["min_length"]


def _value(raw: RawRecord, loc: Loc) -> object:
    """The raw value at a place; None where there is none."""
    value: object = raw.value
    for step in loc:
        if isinstance(value, dict):
            value = value.get(str(step))
        elif isinstance(value, tuple) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value
