"""The timeline of a practice: every year that its record, its projects and its sources name, and no other.

What is drawn and what is listed beneath it are made of the same entries. Places are percentages of the width, so that
letters keep their size on a narrow screen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from ..link.freshness import Standing
from ..model import Figure, Period, Practice, Study
from . import facts, figures, practice_status
from .templates import macro
from .view import View

LANES = ("programme", "project", "money", "figure", "study", "source")
"""From top to bottom."""
HEIGHT, AXIS = 44, 30
"""Of a lane, and of the axis beneath them."""
RESULTS = frozenset({"comparison", "outcome", "satisfaction", "output"})
"""Kinds of figures that look back: an aim or a context is nothing that happened."""
MOST_YEARS, MOST_YEARS_NARROW = 16, 7
"""How many years fit under the axis."""
_YEARS = re.compile(r"(\d{4})\s*[–-]\s*(\d{4})")


@dataclass(frozen=True)
class Entry:
    """Something that happened in a year or over some years."""

    lane: str
    start: int
    end: int
    what: Markup
    count: int = 1


@dataclass(frozen=True)
class Bar:
    x: float
    width: float
    sure: bool
    """False where only the ends of it are known, or one of them."""


@dataclass(frozen=True)
class Mark:
    x: float
    count: int


@dataclass(frozen=True)
class Lane:
    id: str
    label: str
    y: int
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    unknown: tuple[float, ...]
    """Where a question mark stands, because it is not known when it began or ended."""


@dataclass(frozen=True)
class Tick:
    x: float
    year: int
    narrow: bool
    """Whether its number stands there on a narrow screen too."""


@dataclass(frozen=True)
class Year:
    """A line of the list: a year or a period, with what happened in it."""

    label: str
    items: tuple[Markup, ...]


@dataclass(frozen=True)
class Timeline:
    first: int
    last: int
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    height: int
    years: tuple[Year, ...]
    status: str
    note: Markup | None
    """What is inferred or disputed about start and end."""
    open_ends: tuple[str, ...]
    undated: int
    """Sources without a year."""


def timeline(view: View, practice: Practice) -> Timeline | None:
    """None where the record names no year at all."""
    found = sorted(entries(view, practice), key=lambda one: (one.start, one.end, LANES.index(one.lane)))
    if not found:
        return None
    first, last = found[0].start, max(one.end for one in found)
    start, end = _ends(practice.period)
    standing = practice_status.standing(view.edition, practice)
    axis = Axis(first if start else first - 1, last if end else last + 1)
    lanes: list[Lane] = []
    for id in LANES:
        own = [one for one in found if one.lane == id]
        if own:
            lanes.append(_lane(view, practice, id, own, axis, HEIGHT * len(lanes)))
    note = practice.period.note if practice.period else None
    return Timeline(
        first, last, tuple(lanes), axis.ticks(first, last), HEIGHT * len(lanes) + AXIS, _years(found),
        practice_status.dated(view.edition, practice),
        view.say(note) if note else None,
        tuple(view.t(f"timeline.{end}_unknown") for end in _open(practice, standing.running)),
        sum(_issued(view, source) is None for source in practice.sources),
    )  # fmt: skip


# --- what happened ------------------------------------------------------------------------------------------------------


def entries(view: View, practice: Practice) -> Iterator[Entry]:
    yield from _programme(view, practice)
    for project in view.edition.catalogue.projects_by_practice[practice.id]:
        page = macro("text", "link", view, view.record("project", project.id), project.short_title)
        name = facts.joined([view.t("timeline.project"), page], " ")
        if span := _span(project.period):
            yield Entry("project", *span, name)
    for figure in practice.funding.budget:
        if span := _paid(view, figure):
            yield Entry("money", *span, _figure(view, "money", figure))
    for figure in practice.results:
        if figure.year and figure.kind in RESULTS:
            lane = "study" if figure.reported_by == "evaluator" else "figure"
            yield Entry(lane, figure.year, figure.year, _figure(view, lane, figure))
    for study in view.edition.catalogue.studies.values():
        if study.practice == practice.id:
            yield from _study(view, study)
    dated = Counter(year for source in practice.sources if (year := _issued(view, source)))
    for year, count in dated.items():
        newest = view.t("timeline.newest") if year == max(dated) else ""
        yield Entry("source", year, year, escape(view.t("timeline.sources", count=count) + newest), count)


def _programme(view: View, practice: Practice) -> Iterator[Entry]:
    start, end = _ends(practice.period)
    if start:
        yield Entry("programme", start, start, escape(view.t("timeline.start")))
    if end:
        yield Entry("programme", end, end, escape(view.t("timeline.end")))
    if newest := practice_status.standing(view.edition, practice).year:
        words = practice_status.short(view.edition, practice)
        yield Entry("programme", newest, newest, escape(view.t("timeline.status", status=words)))


def _study(view: View, study: Study) -> Iterator[Entry]:
    years = {year for source in study.sources if (year := _issued(view, source))}
    for year in sorted(years):
        design = view.edition.text(study.design)
        where = view.link("evidence", f"study-{study.id}")
        what = facts.joined([view.t("timeline.study"), macro("text", "link", view, where, design)], " ")
        yield Entry("study", year, year, what)


def _figure(view: View, lane: str, figure: Figure) -> Markup:
    words = f"{figures.quantity(figure, view.edition.strings)}, {view.edition.text(figure.measures)}"
    inferred = f"({view.t('common.inferred')})" if figure.year_inferred else None
    link = macro("text", "link", view, f"#figure-{figure.id}", words)
    return facts.joined([view.t(f"timeline.{lane}"), link, inferred], " ")


def _paid(view: View, figure: Figure) -> tuple[int, int] | None:
    """The years that an amount is for, where they are all that its window says; else the year of the figure."""
    window = _YEARS.fullmatch(view.edition.text(figure.window)) if figure.window else None
    if window:
        return int(window[1]), int(window[2])
    return (figure.year, figure.year) if figure.year else None


def _ends(period: Period | None) -> tuple[int | None, int | None]:
    start, end = (period.start, period.end) if period else (None, None)
    return (int(start[:4]) if start else None, int(end[:4]) if end else None)


def _span(period: Period | None) -> tuple[int, int] | None:
    start, end = _ends(period)
    known = [year for year in (start, end) if year]
    return (known[0], known[-1]) if known else None


def _issued(view: View, source: str) -> int | None:
    issued = view.edition.catalogue.sources[source].issued
    return int(issued[:4]) if issued else None


def _open(practice: Practice, running: bool) -> tuple[str, ...]:
    """Which ends of the programme are not known; a running one has no end yet."""
    start, end = _ends(practice.period)
    return tuple(
        name
        for name, missing in (("start", not start), ("end", not end and not running))
        if missing
    )


# --- where it stands ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Axis:
    """Each year has a slot of the same width; a mark stands in its middle, a bar fills it."""

    first: int
    last: int

    @property
    def slot(self) -> float:
        return 100 / (self.last - self.first + 1)

    def middle(self, year: int) -> float:
        """
        >>> Axis(2014, 2017).middle(2014)
        12.5
        """
        return round((year - self.first + 0.5) * self.slot, 2)

    def bar(self, start: int, end: int, sure: bool = True) -> Bar:
        """
        >>> Axis(2014, 2017).bar(2015, 2016)
        Bar(x=25.0, width=50.0, sure=True)
        """
        return Bar(round((start - self.first) * self.slot, 2), round((end - start + 1) * self.slot, 2), sure)

    def ticks(self, first: int, last: int) -> tuple[Tick, ...]:
        """As many years as there is room for, the first one among them."""
        wide, narrow = (_step(last - first + 1, most) for most in (MOST_YEARS, MOST_YEARS_NARROW))
        narrow = -(-narrow // wide) * wide
        return tuple(
            Tick(self.middle(year), year, (year - first) % narrow == 0) for year in range(first, last + 1, wide)
        )


def _step(years: int, most: int) -> int:
    return -(-years // most)


def _lane(view: View, practice: Practice, id: str, own: list[Entry], axis: Axis, y: int) -> Lane:
    if id == "programme":
        known = practice_status.standing(view.edition, practice)
        return Lane(id, practice_status.dated(view.edition, practice), y, *_life(practice.period, known, axis))
    bars = tuple(axis.bar(one.start, one.end) for one in own if one.start != one.end)
    single = Counter[int]()
    for one in own:
        if one.start == one.end:
            single[one.start] += one.count
    marks = tuple(Mark(axis.middle(year), count) for year, count in sorted(single.items()))
    return Lane(id, view.t(f"timeline.lane.{id}"), y, bars, marks, ())


def _life(period: Period | None, known: Standing, axis: Axis) -> tuple[tuple[Bar, ...], tuple[Mark, ...], tuple[float, ...]]:
    """The bar of the programme: whole as far as it is known to run, broken where it is not, to the edge of the picture."""
    start, end = _ends(period)
    newest = end or known.year
    years = [year for year in (start, newest) if year]
    if not years:
        return (axis.bar(axis.first, axis.last, False),), (), (axis.middle(axis.first), axis.middle(axis.last))
    sure = bool(start and (end or known.running))
    bars = [axis.bar(years[0], years[-1], sure)]
    unknown = []
    if not start:
        bars.insert(0, axis.bar(axis.first, years[0] - 1, False))
        unknown.append(axis.middle(axis.first))
    if not end:
        bars.append(axis.bar(years[-1] + 1, axis.last, False))
        if not known.running:
            unknown.append(axis.middle(axis.last))
    return tuple(bars), tuple(Mark(axis.middle(year), 1) for year in (start, end) if year), tuple(unknown)


# --- in words -------------------------------------------------------------------------------------------------------------


def _years(found: Iterable[Entry]) -> tuple[Year, ...]:
    return tuple(
        Year(str(start) if start == end else f"{start}–{end}", tuple(one.what for one in own))
        for (start, end), own in groupby(found, key=lambda one: (one.start, one.end))
    )
