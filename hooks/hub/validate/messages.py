"""What the model refuses, as messages for people who are not programmers: rule, value, nearest allowed value.

The model's own sentences (its custom errors) stay as they are; those of pydantic are replaced.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..load.records import RawRecord
from ..load.scalars import BROKEN
from ..load.strict_yaml import Loc, value_at
from ..model import Text
from ..model.base import ID_PATTERN, LOCALE_PATTERN
from ..model.form import FIELD_PATH_PATTERN
from ..model.published import PUBLISHED_ID_PATTERN
from ..model.site import MAIL_PATTERN
from ..model.vocabulary import TERM_ID_PATTERN
from ..problems import MOST_PER_FILE, Problem, close_to, nearest, shown
from .fields import choices_at, fields_at, type_at

_MESSAGES: dict[str, str] = {
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
"""Pydantic's type of error → our message; other types are errors of our own and keep theirs."""

PATTERNS: dict[str, str] = {
    LOCALE_PATTERN: "must be a language as two small letters, such as nl",
    ID_PATTERN: "must be an id of small letters, digits and hyphens, such as 'duo-for-a-job'",
    FIELD_PATH_PATTERN: "must be the name of a field, such as 'summary' or 'provider.name'",
    MAIL_PATTERN: "must be a plain mail address such as hub@example.org",
    PUBLISHED_ID_PATTERN: "must be an id, with its practice or its vocabulary and '/' before it if need be",
    TERM_ID_PATTERN: "must be an id of small letters, digits and hyphens, or two capitals",
}
"""What a text must look like, by the pattern of its type; every pattern of the model has its sentence here."""


@dataclass(frozen=True)
class Refused:
    """A place that the model refuses; without a problem where its fault was already reported."""

    loc: Loc
    problem: Problem | None
    unknown: bool = False
    """True for a field or language that should not exist at all."""


def refused(raw: RawRecord, value: object, error: ValidationError) -> Iterator[Refused]:
    """The first errors of one record, one per place; `value` is the record as it was validated."""
    kind = raw.kind.model
    assert kind is not None
    seen: set[Loc] = set()
    details = error.errors(include_url=False)[: MOST_PER_FILE + 1]
    meant = {
        (*d["loc"][:-1], close) for d in details if d["type"] == "extra_forbidden" and (close := _meant(kind, d["loc"]))
    }
    for detail in details:
        loc: Loc = tuple(step for step in detail["loc"] if step != "[key]")
        if detail["type"] == "missing" and isinstance(loc[-1], int):
            loc = loc[:-1]
        if loc in seen or (detail["type"] == "too_short" and _long_enough(value, loc, detail)):
            continue
        seen.add(loc)
        if detail["input"] is BROKEN or value_at(value, loc) is BROKEN:
            yield Refused(loc, None)
        elif detail["type"] == "missing" and loc == detail["loc"]:
            problem = Problem(raw.path, raw.line(loc[:-1]), raw.field(loc), "must be given")
            yield Refused(loc, None if loc in meant else problem)
        elif detail["type"] == "extra_forbidden":
            known = fields_at(kind, loc[:-1])
            yield Refused(loc, raw.problem(loc, f"must be a field that the hub knows{nearest(loc[-1], known)}"), True)
        elif detail["type"] == "unknown_locale":
            loc = (*loc, detail["ctx"]["locale"])
            yield Refused(loc, raw.problem(loc, f"must be a language of the hub ({detail['ctx']['known']})"), True)
        elif detail["type"] in ("missing", "too_short", "too_long"):
            yield Refused(loc, raw.problem(loc, _wrong_length(kind, value, loc, detail)))
        else:
            yield Refused(loc, raw.problem(loc, _sentence(kind, loc, detail)))


def _meant(kind: type[BaseModel], loc: Loc) -> str | None:
    """The field that an unknown one seems to be, so that it is not called missing as well."""
    return close_to(loc[-1], fields_at(kind, loc[:-1]))


def _sentence(kind: type[BaseModel], loc: Loc, detail: ErrorDetails) -> str:
    value, context = detail["input"], detail.get("ctx", {})
    if detail["type"] == "literal_error":
        return f"must be one of the allowed values, got {shown(value)}{nearest(value, choices_at(kind, loc))}"
    if detail["type"] == "string_pattern_mismatch":
        return f"{PATTERNS[context['pattern']]}, got {shown(value)}"
    rule = _MESSAGES.get(detail["type"], detail["msg"])
    for name, limit in context.items():
        rule = rule.replace(f"{{{name}}}", str(limit))
    if detail["type"] == "string_type" and isinstance(value, int | float):
        rule += " (in quotes)"
    if detail["type"] == "model_type" and _is_text(type_at(kind, loc)):
        rule = _MESSAGES["dict_type"]
    if detail["type"] == "string_too_long":
        return f"{rule}, got {len(value)}"
    if "got " in rule or (isinstance(value, dict) and detail["type"] not in _MESSAGES):
        return rule
    return f"{rule}, got {shown(value)}"


def _is_text(found: Any) -> bool:
    return isinstance(found, type) and issubclass(found, Text)


def _wrong_length(kind: type[BaseModel], record: object, loc: Loc, detail: ErrorDetails) -> str:
    value = value_at(record, loc)
    got = len(value) if isinstance(value, tuple) else 0
    found = type_at(kind, loc)
    exact = getattr(found, "__args__", ())
    if exact and Ellipsis not in exact:
        return f"must have exactly {len(exact)} entries, got {got}"
    context = detail["ctx"]
    if "min_length" in context:
        least = context["min_length"]
        return f"must have at least {least} {'entry' if least == 1 else 'entries'}, got {got}"
    return f"must have at most {context['max_length']} entries, got {got}"


def _long_enough(record: object, loc: Loc, detail: ErrorDetails) -> bool:
    """A list that only seems too short, because entries with a fault of their own were not counted."""
    value = value_at(record, loc)
    return isinstance(value, tuple) and len(value) >= detail["ctx"]["min_length"]
