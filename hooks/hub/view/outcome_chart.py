"""The outcome chart: published shares of mentees, one row per figure with its definition, on one axis per thing counted.

Rows with another definition of success never share an axis, and no row is ranked: they stand in the order of their
practices. A figure is on it when the record says what it counts (`counts`) and it is a share. The geometry is plain
functions; texts are broken here because a picture does not wrap them.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..link.catalogue import PlacedFigure
from ..model import Figure, Practice
from . import figures
from .edition import Edition

WIDTH = 1000
PLOT, PLOT_WIDTH = 424, 350
"""Where the axis begins and how long it is."""
SIDE = 808
"""Where the number of people, the year and who counted stand."""
TOP, LINE, GAP = 34, 17, 16
"""Height of the axis with its numbers, of a line of text, and the space between rows."""
TEXT_LETTERS, SIDE_LETTERS = 62, 31
TICKS = (0, 25, 50, 75, 100)

SHAPES: Mapping[str, str] = {
    "provider": "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z",
    "funder": "M-5.5-5.5h11v11h-11z",
    "evaluator": "M0-7.5L7.5 0L0 7.5L-7.5 0z",
    "press": "M0-6.5L7 5.5H-7z",
    "government": "M0 6.5L7-5.5H-7z",
}
"""Who counted → outline around 0,0."""


@dataclass(frozen=True)
class Share:
    """A share in per cent; `high` differs from `low` for a range. `computed`: we divided, the source gave two numbers."""

    low: float
    high: float
    computed: bool


@dataclass(frozen=True)
class Row:
    """One figure, drawn."""

    anchor: str
    name: str
    lines: tuple[str, ...]
    """What was counted, over which time."""
    side: tuple[str, ...]
    """Of how many, when, by whom."""
    value: str
    x: float
    x2: float | None
    """Where a range ends."""
    before: bool
    """Whether the value stands before the mark, because there is no room behind it."""
    shape: str
    hollow: bool
    """It is not known of how many."""
    y: int
    """Of the first line; the mark stands on the same height."""
    line: int
    """Of the rule above it."""


@dataclass(frozen=True)
class Legend:
    shape: str
    text: str
    x: int
    y: int
    hollow: bool


@dataclass(frozen=True)
class Chart:
    """All figures that count the same."""

    id: str
    title: str
    meaning: str
    rows: tuple[Row, ...]
    figures: tuple[PlacedFigure, ...]
    """The same, for the table."""
    ticks: tuple[tuple[float, int], ...]
    bottom: int
    legend: tuple[Legend, ...]
    height: int


def share(figure: Figure) -> Share | None:
    """What a figure says in per cent; None where it is no share."""
    if figure.of is not None:
        low, high = (round(100 * float(number) / figure.of, 1) for number in (figure.value, figure.to or figure.value))
        return Share(low, high, True)
    if figure.unit == "percent":
        return Share(float(figure.value), float(figure.to or figure.value), False)
    return None


def place(percent: float) -> float:
    """
    >>> place(0), place(50), place(100)
    (424.0, 599.0, 774.0)
    """
    return round(PLOT + PLOT_WIDTH * percent / 100, 1)


def charted(edition: Edition) -> tuple[PlacedFigure, ...]:
    """Every figure for the chart, by the name of its practice and its year."""
    return tuple(one for practice in edition.practices_by_name for one in charted_of(practice))


def charted_of(practice: Practice) -> tuple[PlacedFigure, ...]:
    """Those of one practice, by year."""
    found = [figure for figure in practice.results if figure.counts and share(figure)]
    return tuple(PlacedFigure(figure, practice) for figure in sorted(found, key=lambda one: (one.year or 0, one.id)))


def charts(edition: Edition, placed: Iterable[PlacedFigure], *, own: bool = False) -> tuple[Chart, ...]:
    """One chart per thing counted, in the order of the vocabulary, of figures that `charted` would give.

    `own`: on the page of their practice, where rows are told apart by their year.
    """
    terms = edition.catalogue.vocabularies["counted"].terms
    order = {term.id: number for number, term in enumerate(terms)}
    by_kind = sorted(placed, key=lambda one: order[str(one.figure.counts)])
    return tuple(
        _chart(edition, str(counts), tuple(group), own)
        for counts, group in groupby(by_kind, key=lambda one: one.figure.counts)
    )


def anchor(placed: PlacedFigure, *, own: bool = False) -> str:
    """Of a figure on a page that holds those of several practices, or on that of its own."""
    assert placed.practice is not None
    return f"figure-{placed.figure.id}" if own else f"figure-{placed.practice.id}-{placed.figure.id}"


def value(figure: Figure, edition: Edition) -> str:
    """`53%`, `212 op 383 (55%, berekend)`, `ongeveer 33%`."""
    found = share(figure)
    words = figures.quantity(figure, edition.strings)
    if found is None or not found.computed:
        return words
    rounded = edition.strings.number(round(found.low))
    return edition.strings("known.chart.computed", value=words, share=f"{rounded}%")


def _chart(edition: Edition, counts: str, placed: tuple[PlacedFigure, ...], own: bool) -> Chart:
    term = edition.term("counted", counts)
    rows: list[Row] = []
    line = TOP
    for one in placed:
        row = _row(edition, one, line, own)
        rows.append(row)
        line = _bottom(row)
    legend, height = _legend(edition, [one.figure for one in placed], line + 26)
    return Chart(
        id=f"chart-{counts}",
        title=edition.text(term.label),
        meaning=edition.text(term.definition),
        rows=tuple(rows),
        figures=placed,
        ticks=tuple((place(tick), tick) for tick in TICKS),
        bottom=line,
        legend=legend,
        height=height,
    )


def _row(edition: Edition, placed: PlacedFigure, line: int, own: bool = False) -> Row:
    figure, practice = placed.figure, placed.practice
    found = share(figure)
    assert practice is not None
    assert found is not None
    t = edition.strings
    window = edition.text(figure.window) if figure.window else t("known.chart.no_window")
    n = t("known.chart.n", n=edition.text(figure.n)) if figure.n else t("known.chart.no_n")
    by, year = t(f"figure.reported_by.{figure.reported_by}"), figures.year(figure, t)
    counted = by if own else f"{year} · {by}"
    return Row(
        anchor=anchor(placed, own=own),
        name=(year if figure.year else t("known.chart.no_year")) if own else edition.text(practice.name),
        lines=wrapped(f"{edition.text(figure.measures)}; {window}", TEXT_LETTERS),
        side=(*wrapped(n, SIDE_LETTERS), *wrapped(counted, SIDE_LETTERS)),
        value=value(figure, edition),
        x=place(found.low),
        x2=place(found.high) if found.high != found.low else None,
        before=found.high >= 50,
        shape=SHAPES[figure.reported_by],
        hollow=figure.n is None,
        y=line + GAP + 4,
        line=line,
    )


def single(edition: Edition, placed: PlacedFigure) -> tuple[Row, int]:
    """A row by itself, and its height: for a picture that is put together where the choice of practices is known."""
    row = _row(edition, placed, 0)
    return row, _bottom(row)


def _bottom(row: Row) -> int:
    return row.line + GAP + LINE * max(1 + len(row.lines), len(row.side)) + 4


def _legend(edition: Edition, shown: Sequence[Figure], y: int) -> tuple[tuple[Legend, ...], int]:
    """Shapes in use, then what a hollow one means, in columns; and where the picture ends."""
    t = edition.strings
    counters = [who for who in SHAPES if any(figure.reported_by == who for figure in shown)]
    entries = [(SHAPES[who], t(f"known.chart.by.{who}"), False) for who in counters]
    if any(figure.n is None for figure in shown):
        entries.append((SHAPES["provider"], t("known.chart.hollow"), True))
    items = tuple(
        Legend(shape, text, 8 + 330 * (number % 3), y + 22 * (number // 3), hollow)
        for number, (shape, text, hollow) in enumerate(entries)
    )
    return items, items[-1].y + 44


def wrapped(text: str, letters: int) -> tuple[str, ...]:
    """
    >>> wrapped("Mentees with a job, of those who answered", 20)
    ('Mentees with a job,', 'of those who', 'answered')
    """
    return tuple(textwrap.wrap(text, letters, break_on_hyphens=False))
