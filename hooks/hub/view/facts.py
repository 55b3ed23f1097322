"""The parts that return on many pages, as finished values for `overrides/hub/parts/*.html`.

Each function takes a `View` (language, address) and a piece of the catalogue; what they return holds no ids to look up
and nothing to sort.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ..model import Period, Practice, ProseLine, Text
from .templates import macro
from .view import View


def note(view: View, text: Text | None) -> Markup | None:
    """What is said beside a fact, in smaller letters."""
    return macro("text", "note", view, view.say(text)) if text else None


def website(view: View, address: str) -> Markup:
    return macro("text", "external_link", view, address, short_address(address))


def short_address(address: str) -> str:
    """
    >>> short_address("https://www.example.org/mentor/")
    'example.org/mentor'
    """
    return address.split("://", 1)[1].removeprefix("www.").rstrip("/")


# --- period -----------------------------------------------------------------------------------------------------------


def period(view: View, period: Period | None) -> str | None:
    """`2018–2021`, `sinds 2013`, `tot 2019`; None when no date is documented."""
    strings = view.edition.strings
    if period is None or (period.start is None and period.end is None):
        return None
    if period.end is None:
        return strings("common.since", date=strings.date(period.start or ""))
    if period.start is None:
        return strings("common.until", date=strings.date(period.end))
    return strings.date(period.start) if period.start == period.end else strings.dates(period.start, period.end)


# --- small ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Fact:
    """A line of key facts."""

    label: str
    value: Markup


def points(view: View, texts: Iterable[Text]) -> tuple[Markup, ...]:
    return tuple(view.line(text) if isinstance(text, ProseLine) else view.say(text) for text in texts)


@dataclass(frozen=True)
class WorksWhen:
    """Under which conditions a practice works; where none of its results are known, choices of design that nobody tested."""

    title: str
    note: str
    """Empty where results are known."""
    points: tuple[Markup, ...]


def works_when(view: View, practice: Practice) -> WorksWhen:
    untested = practice.evidence.level == 1
    return WorksWhen(
        view.t("practice.section.design" if untested else "practice.section.works_when"),
        view.t("practice.design_note") if untested else "",
        points(view, practice.works_when),
    )


def joined(parts: Iterable[Markup | str | None], separator: str = ", ") -> Markup:
    """Escaped parts after each other; what is missing is left out."""
    return Markup(separator).join(Markup("{}").format(part) for part in parts if part)


@dataclass(frozen=True)
class PersonView:
    name: str
    role: Markup
