"""When a record was last compared with its sources, how long ago that was, and whether it is due for a look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from ..link.freshness import due_from, is_due, months_between, months_until_due
from .edition import Edition
from .templates import macro
from .view import View

LONGEST_IN_MONTHS = 23
"""From two years on, months say less than years; `shell/age.mjs` does the same."""


@dataclass(frozen=True)
class Review:
    date: str
    """As written in the record."""
    said: str
    age: str
    """`8 maanden geleden`, from the date up to which the data go; empty in the same month."""
    due: bool
    due_from: str
    """Month from which on it is due."""


def review(edition: Edition, kind: str, record: Any, checked: str | None = None) -> Review:
    """`checked` is another date than that of the record, for a guide whose text is older."""
    catalogue = edition.catalogue
    date = checked or record.last_checked
    every = months_until_due(kind, record.review_every, catalogue.settings)
    return Review(
        date, edition.strings.date(date), _age(edition, months_between(date, catalogue.date)),
        is_due(date, every, catalogue.date), due_from(date, every),
    )  # fmt: skip


def _age(edition: Edition, months: int) -> str:
    if months > LONGEST_IN_MONTHS:
        return edition.strings("age.years", count=months // 12)
    return edition.strings("age.months", count=months) if months else ""


def said(view: View, one: Review) -> Markup:
    """In one line."""
    return macro("review", "checked", view, one)
