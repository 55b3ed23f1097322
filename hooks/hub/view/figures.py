"""Figures with their definition, window, year and source; never a bare number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from ..model import Figure
from ..model.figure import CURRENCIES
from ..text.strings import Strings
from .edition import Edition
from .view import View

FIGURE_GROUPS = ("comparison", "outcome", "satisfaction", "output", "target", "money", "context")
"""Kinds of figures in the order in which they are shown: what happened to people first, how many were reached later."""


@dataclass(frozen=True)
class FigureView:
    """A number with all that is needed not to misread it."""

    id: str | None
    """Its anchor; None where another place on the page has it."""
    kind: str
    qualifier: str | None
    amount: str
    """`72%`, `1.200.000–1.762.000 euro` without its unit word."""
    unit: str | None
    measures: Markup
    n: Markup | None
    """Of how many; None where the source does not say."""
    window: Markup
    window_known: bool
    year: str
    year_known: bool
    reported_by: str
    sources: Markup
    note: Markup | None
    former: tuple[str, ...] = ()
    """Anchors that it had before."""
    belongs_to: Markup | None = None
    """Link to its practice, on pages about something else."""


def figure(view: View, figure: Figure) -> FigureView:
    strings = view.edition.strings
    return FigureView(
        id=f"figure-{figure.id}",
        kind=figure.kind,
        qualifier=strings(f"figure.qualifier.{figure.qualifier}") if figure.qualifier else None,
        amount=amount(figure, strings),
        unit=unit(figure, strings),
        measures=view.say(figure.measures),
        n=view.say(figure.n) if figure.n else None,
        window=view.say(figure.window) if figure.window else escape(window(figure, view.edition)),
        window_known=figure.window is not None,
        year=year(figure, strings),
        year_known=figure.year is not None,
        reported_by=strings(f"figure.reported_by.{figure.reported_by}"),
        sources=view.cite(figure.sources),
        note=view.say(figure.note) if figure.note else None,
        former=tuple(f"figure-{old}" for old in figure.former_ids),
    )


def amount(figure: Figure, strings: Strings) -> str:
    """The number as people write it, a range with an en dash; percent and money carry their sign."""
    low = strings.number(figure.value)
    text = strings.span(low, strings.number(figure.to)) if figure.to is not None else low
    if figure.unit == "percent":
        return f"{text}%"
    if figure.unit == "percent-increase":
        return f"+{text}%"
    if figure.unit in CURRENCIES:
        return strings.money(figure.value, figure.unit).replace(low, text)
    return text


def unit(figure: Figure, strings: Strings) -> str | None:
    """The word after the number; None where the sign says it, or where the definition does."""
    if figure.of is not None:
        return strings("figure.out_of", count=figure.of)
    if figure.unit in CURRENCIES or figure.unit in ("percent", "percent-increase", "number"):
        return None
    return strings(f"figure.unit.{figure.unit}", count=figure.to if figure.to is not None else figure.value)


def year(figure: Figure, strings: Strings) -> str:
    """`2016`, `2016 (afgeleid)`, or that it is not documented."""
    if figure.year is None:
        return strings("figure.year_unknown")
    return f"{figure.year} ({strings('common.inferred')})" if figure.year_inferred else str(figure.year)


def window(figure: Figure, edition: Edition) -> str:
    """Over which time, as plain text, or that it is not documented."""
    return edition.text(figure.window) if figure.window else edition.strings("figure.window_unknown")


def quantity(figure: Figure, strings: Strings) -> str:
    """`ruim 400.000 duo's`: the number with its qualifier and unit, for a key fact."""
    parts = (
        strings(f"figure.qualifier.{figure.qualifier}") if figure.qualifier else "",
        amount(figure, strings),
        unit(figure, strings) or "",
    )
    return " ".join(part for part in parts if part)


@dataclass(frozen=True)
class FigureGroup:
    kind: str
    title: str
    figures: tuple[FigureView, ...]

    @property
    def count(self) -> int:
        return len(self.figures)


def figure_groups(view: View, figures: Iterable[Figure]) -> tuple[FigureGroup, ...]:
    """Figures by kind, in the order of `FIGURE_GROUPS`; inside a kind as authored. Empty kinds are left out."""
    by_kind: dict[str, list[Figure]] = {}
    for item in figures:
        by_kind.setdefault(item.kind, []).append(item)
    return tuple(
        FigureGroup(kind, view.t(f"figure.group.{kind}"), tuple(figure(view, item) for item in by_kind[kind]))
        for kind in FIGURE_GROUPS
        if kind in by_kind
    )
