"""Projects over the years: a bar from the first to the last month that is documented, and what is not known drawn as such.

An end that nobody documented fades into a question mark; a project that still ran when it was last checked ends in an
arrow; dates that were inferred are hollow. The geometry is plain functions on dates as they are written.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from ..model import Project
from ..model.known_terms import RUNNING

End = Literal["known", "running", "unknown"]
FADES = 0.6
"""How long, in years, a bar goes on of which the end is not known."""


@dataclass(frozen=True)
class Span:
    """When a project ran, in years with decimals; `start` is None where nothing says when it began."""

    id: str
    start: float | None
    end: float
    ends: End
    inferred: bool
    main: bool


@dataclass(frozen=True)
class Layout:
    """Where things stand, in units of the picture. `name` and `words` are measured from the line above the row."""

    width: int
    plot: tuple[int, int]
    """From where to where the years go."""
    row: int
    name: int
    bar: int
    words: tuple[int, int]
    """Where the words about the dates stand: x, and how far below the line."""
    every: int
    """Each how manieth year has its number."""


WIDE = Layout(width=1000, plot=(262, 800), row=32, name=21, bar=16, words=(816, 21), every=1)
NARROW = Layout(width=360, plot=(8, 352), row=50, name=20, bar=36, words=(358, 20), every=2)
TOP, THICK = 30, 14
SIGN, LONG_SIGN = 34, 46
"""From a sign of the legend to its words; a sign with an arrow or a question mark is longer."""


@dataclass(frozen=True)
class Bar:
    """One row. `x` is None where neither the beginning nor the end is known and it does not run."""

    id: str
    line: int
    name_y: int
    y: int
    words_y: int
    x: float | None
    x2: float
    begins: bool
    """Whether the beginning is known."""
    ends: End
    inferred: bool
    main: bool


@dataclass(frozen=True)
class Tick:
    x: float
    year: int
    label: bool


@dataclass(frozen=True)
class Gantt:
    layout: Layout
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    bottom: int


def legend_places(kinds: Sequence[str], meanings: Sequence[str]) -> tuple[float, ...]:
    """Where the signs of a legend stand behind each other, each with its meaning as wide as its letters roughly are.

    >>> legend_places(["known", "running"], ["start known", "ran"])
    (1.0, 128.5)
    """
    places = [1.0]
    for kind, meaning in zip(kinds[:-1], meanings, strict=False):
        sign = LONG_SIGN if kind in ("running", "unknown") else SIGN
        places.append(round(places[-1] + sign + 6.5 * len(meaning) + 22, 1))
    return tuple(places)


def moment(date: str, last: bool = False) -> float:
    """A date as precise as it was written; `last` is the end of what it names.

    >>> moment("2018"), moment("2018", last=True), moment("2018-07"), moment("2021-12-31", last=True)
    (2018.0, 2019.0, 2018.5, 2022.0)
    """
    year, month, day = ([int(part) for part in date.split("-")] + [0, 0])[:3]
    if not month:
        return float(year + last)
    within = min(1.0, (day - (not last)) / 31) if day else float(last)
    if day and last and day >= 28:
        within = 1.0
    return round(year + (month - 1 + within) / 12, 3)


def spans(projects: Iterable[Project]) -> tuple[Span, ...]:
    """In the order in which they began; last those of which no beginning is known."""
    made = [_span(project) for project in projects]
    return tuple(sorted(made, key=lambda one: (one.start is None, one.start or 0, one.end == 0, one.end, one.id)))


def _span(project: Project) -> Span:
    period = project.period
    start = moment(period.start) if period and period.start else None
    ends: End = "unknown"
    end = start + FADES if start else 0.0
    if period and period.end:
        end, ends = moment(period.end, last=True), "known"
    elif project.status == RUNNING:
        end, ends = moment(project.last_checked, last=True), "running"
    return Span(project.id, start, end, ends, bool(period and period.inferred), project.main)


def years(found: Sequence[Span]) -> tuple[int, int]:
    """From the first of January that no date is before to the one that none is after."""
    known = [date for one in found for date in (one.start, one.end) if date]
    return (math.floor(min(known)), math.ceil(max(known))) if known else (0, 1)


def gantt(found: Sequence[Span], layout: Layout) -> Gantt:
    """Rows under each other on an axis of whole years that holds every date known."""
    first, last = years(found)
    left, right = layout.plot

    def place(date: float) -> float:
        return round(left + (right - left) * (date - first) / (last - first), 1)

    bars = []
    for number, one in enumerate(found):
        line = TOP + layout.row * number
        begins = one.start is not None
        nowhere = not begins and not one.end
        bars.append(Bar(
            one.id, line, line + layout.name, line + layout.bar - THICK // 2, line + layout.words[1],
            None if nowhere else place(one.start if one.start is not None else first), place(one.end or first),
            begins, one.ends, one.inferred, one.main,
        ))  # fmt: skip
    ticks = tuple(
        Tick(place(year), year, (last - year) % layout.every == 0 and year < last) for year in range(first, last + 1)
    )
    return Gantt(layout, tuple(bars), ticks, TOP + layout.row * len(found))
