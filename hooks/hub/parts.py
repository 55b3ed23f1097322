"""The parts that return on many pages, as finished values for `overrides/hub/parts/*.html`.

Each function takes a `View` (language, address) and a piece of the catalogue; what they return holds no ids to look up
and nothing to sort.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from .model import Contradiction, Dimension, Evidence, Figure, Period, Practice, Text
from .references import Reference
from .text import Strings
from .view import Edition, View

# --- figures ----------------------------------------------------------------------------------------------------------

MONEY = frozenset({"eur", "chf", "nok", "dkk", "cad"})
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
    window: Markup
    window_known: bool
    year: str
    year_known: bool
    reported_by: str
    sources: Markup
    note: Markup | None
    belongs_to: Markup | None = None
    """Link to its practice, on pages about something else."""


def figure(view: View, figure: Figure) -> FigureView:
    strings = view.edition.strings
    if figure.year is None:
        year = strings("figure.year_unknown")
    else:
        year = f"{figure.year} ({strings('common.inferred')})" if figure.year_inferred else str(figure.year)
    return FigureView(
        id=f"figure-{figure.id}",
        kind=figure.kind,
        qualifier=strings(f"figure.qualifier.{figure.qualifier}") if figure.qualifier else None,
        amount=amount(figure, strings),
        unit=unit(figure, strings),
        measures=view.say(figure.measures),
        window=view.say(figure.window) if figure.window else Markup("{}").format(strings("figure.window_unknown")),
        window_known=figure.window is not None,
        year=year,
        year_known=figure.year is not None,
        reported_by=strings(f"figure.reported_by.{figure.reported_by}"),
        sources=view.cite(figure.sources),
        note=view.say(figure.note) if figure.note else None,
    )


def amount(figure: Figure, strings: Strings) -> str:
    """The number as people write it, a range with an en dash; percent and money carry their sign."""
    low = strings.number(figure.value)
    text = strings.span(low, strings.number(figure.to)) if figure.to is not None else low
    if figure.unit == "percent":
        return f"{text}%"
    if figure.unit == "percent-increase":
        return f"+{text}%"
    if figure.unit in MONEY:
        return strings.money(figure.value, figure.unit).replace(low, text)
    return text


def unit(figure: Figure, strings: Strings) -> str | None:
    """The word after the number; None where the sign says it, or where the definition does."""
    if figure.of is not None:
        return strings("figure.out_of", count=figure.of)
    if figure.unit in MONEY or figure.unit in ("percent", "percent-increase", "number"):
        return None
    return strings(f"figure.unit.{figure.unit}", count=figure.to if figure.to is not None else figure.value)


def in_words(view: View, figure: Figure) -> str:
    """`ruim 400.000 duo's`, for a key fact."""
    strings = view.edition.strings
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


# --- evidence ---------------------------------------------------------------------------------------------------------

RESEARCH_STEPS = {3: 1, 4: 2, 5: 3}
"""Step on the evidence scale → step on the research axis; lower steps are `not known yet`."""
PRACTICE_STEPS = 2
OWN_RESULTS = frozenset({"outcome", "comparison", "satisfaction"})


@dataclass(frozen=True)
class Axis:
    """One axis of evidence. Step 0 is "not known yet"."""

    id: str
    title: str
    step: int
    steps: int
    word: str
    meaning: str


@dataclass(frozen=True)
class EvidenceView:
    level: int
    steps: int
    word: str
    meaning: str
    research: Axis
    practice: Axis


def evidence(view: View, evidence: Evidence, results: Iterable[Figure]) -> EvidenceView:
    term = view.edition.term("evidence", str(evidence.level))
    research, practice = axes(evidence.level, results)
    return EvidenceView(
        level=evidence.level,
        steps=len(view.edition.catalogue.vocabularies["evidence"].terms),
        word=view.edition.text(term.label),
        meaning=view.edition.text(term.definition),
        research=_axis(view, "research", research, max(RESEARCH_STEPS.values())),
        practice=_axis(view, "practice", practice, PRACTICE_STEPS),
    )


def axes(level: int, results: Iterable[Figure]) -> tuple[int, int]:
    """How well the results of a practice are known, from research and from practice itself, as two steps.

    Research follows from the step on the evidence scale: 3 a randomised trial (step 5), 2 a comparison with people who
    did not take part (step 4), 1 an external evaluation without comparison (step 3), 0 not known yet (steps 1 and 2).
    Practice looks only at figures that those who run, fund or report on the practice counted: 2 when at least one says
    what happened to people or what they thought of it, 1 when they only count how many were reached, 0 not known yet:
    the method is described without figures. Targets, budgets and context are no results.
    The same rules are published on the page of the criteria (`/criteria/#evidence`).
    """
    own = [item.kind for item in results if item.reported_by != "evaluator"]
    practice = 2 if OWN_RESULTS.intersection(own) else 1 if "output" in own else 0
    return RESEARCH_STEPS.get(level, 0), practice


def _axis(view: View, id: str, step: int, steps: int) -> Axis:
    return Axis(
        id, view.t(f"evidence.{id}.title"), step, steps, view.t(f"evidence.{id}.word.{step}"),
        view.t(f"evidence.{id}.meaning.{step}"),
    )  # fmt: skip


# --- practice card ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Card:
    """A practice among others."""

    id: str
    href: str
    name: Markup
    kind: str
    place: str
    summary: Markup
    rhythm: Markup | None
    evidence: EvidenceView
    status: str


def card(view: View, practice: Practice) -> Card:
    edition = view.edition
    return Card(
        id=practice.id,
        href=view.link(f"practices/{practice.id}"),
        name=view.say(practice.name),
        kind=edition.labels("kind", practice.kind),
        place=place(view, practice),
        summary=view.say(practice.summary),
        rhythm=rhythm(view, practice),
        evidence=evidence(view, practice.evidence, practice.results),
        status=edition.label("status", practice.status),
    )


def place(view: View, practice: Practice) -> str:
    """Countries, Belgium with the regions if they are known: `België (Vlaanderen en Brussel) en Frankrijk`."""
    edition = view.edition
    regions = f" ({edition.labels('region', practice.where.region)})" if practice.where.region else ""
    return edition.strings.listed(
        [edition.label("country", id) + (regions if id == "BE" else "") for id in practice.where.country]
    )


def rhythm(view: View, practice: Practice) -> Markup | None:
    """Duration × frequency, in the words of the record or else in those of the facets."""
    if practice.course.rhythm:
        return view.say(practice.course.rhythm)
    words = rhythm_of_facets(view.edition, practice)
    return escape(words) if words else None


def rhythm_of_facets(edition: Edition, practice: Practice) -> str:
    """`4 tot 6 maanden, elke week of vaker`; empty when neither is documented."""
    words = [
        edition.strings.listed(labels, "or")
        for vocabulary, ids in (("dur", practice.course.duration), ("freq", practice.course.frequency))
        if (labels := [edition.label(vocabulary, id).lower() for id in ids])
    ]
    return ", ".join(words)


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


# --- contradictions ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class VersionView:
    says: Markup
    sources: Markup


@dataclass(frozen=True)
class ContradictionView:
    topic: Markup
    versions: tuple[VersionView, ...]
    reading: Markup | None


def contradictions(view: View, items: Iterable[Contradiction]) -> tuple[ContradictionView, ...]:
    return tuple(
        ContradictionView(
            view.say(item.topic),
            tuple(VersionView(view.say(version.says), view.cite(version.sources)) for version in item.versions),
            view.say(item.reading) if item.reading else None,
        )
        for item in items
    )


# --- process picture --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Station:
    """A station on the path or a rail beneath it, with its place in the picture."""

    id: str
    number: int
    href: str
    name: str
    lines: tuple[str, ...]
    """The name on one or two lines, for a picture in which text does not wrap."""
    title: str
    summary: str
    current: bool
    x: int
    y: int


@dataclass(frozen=True)
class Process:
    stations: tuple[Station, ...]
    rails: tuple[Station, ...]
    width: int
    height: int
    path: str
    """The line through all stations, as SVG path data."""
    current: Station | None


_STEP, _MARGIN, _HIGH, _LOW = 132, 72, 56, 92
_RAIL_TOP, _RAIL_GAP = 208, 52


def process(view: View, current: str | None = None) -> Process:
    """The picture of a project's life from `data/dimensions.yml`: a path of stations above rails that carry all of it."""
    on_path = [item for item in view.edition.catalogue.dimensions if item.place == "station"]
    beneath = [item for item in view.edition.catalogue.dimensions if item.place == "rail"]
    stations = tuple(
        _station(view, item, number, current, _MARGIN + _STEP * (number - 1), _HIGH if number % 2 else _LOW)
        for number, item in enumerate(on_path, start=1)
    )
    rails = tuple(
        _station(view, item, len(on_path) + number, current, 0, _RAIL_TOP + _RAIL_GAP * (number - 1))
        for number, item in enumerate(beneath, start=1)
    )
    return Process(
        stations=stations,
        rails=rails,
        width=_MARGIN * 2 + _STEP * max(len(stations) - 1, 1),
        height=_RAIL_TOP + _RAIL_GAP * len(rails),
        path=_curve([(station.x, station.y) for station in stations]),
        current=next((station for station in (*stations, *rails) if station.current), None),
    )


def _station(view: View, item: Dimension, number: int, current: str | None, x: int, y: int) -> Station:
    edition = view.edition
    name = edition.text(item.station)
    return Station(
        id=item.id,
        number=number,
        href=view.link(f"criteria/{item.id}"),
        name=name,
        lines=_two_lines(name),
        title=edition.text(item.title),
        summary=edition.text(item.summary),
        current=item.id == current,
        x=x,
        y=y,
    )


def _two_lines(name: str) -> tuple[str, ...]:
    """Broken at the space nearest to the middle.

    >>> _two_lines("Mentees werven"), _two_lines("Matchen")
    (('Mentees', 'werven'), ('Matchen',))
    """
    spaces = [place for place, sign in enumerate(name) if sign == " "]
    if not spaces or len(name) < 12:
        return (name,)
    middle = min(spaces, key=lambda place: abs(place - len(name) / 2))
    return name[:middle], name[middle + 1 :]


def _curve(points: list[tuple[int, int]]) -> str:
    """A smooth line through points from left to right."""
    if not points:
        return ""
    parts = [f"M{points[0][0]} {points[0][1]}"]
    for (x1, y1), (x2, y2) in pairwise(points):
        bend = (x2 - x1) // 2
        parts.append(f"C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}")
    return "".join(parts)


# --- sources ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SourceView:
    """A full reference in a list."""

    id: str
    mark: str
    html: Markup
    url: str | None
    host: str
    read: str
    """How much we could read of it, in words."""
    complete: bool
    """All of it was read and there is nothing to add."""
    more: str
    """Link to its entry in the full list."""


def sources(view: View, references: Iterable[Reference]) -> tuple[SourceView, ...]:
    return tuple(source(view, reference) for reference in references)


def source(view: View, reference: Reference) -> SourceView:
    record = view.edition.catalogue.sources[reference.id]
    read = view.t(f"sources.read.{record.custom.read}")
    if record.custom.read_note:
        note = view.edition.text(record.custom.read_note)
        read = note if record.custom.read == "full" else f"{read}: {note}"
    return SourceView(
        id=reference.id,
        mark=reference.mark,
        html=reference.html,
        url=reference.url,
        host=(urlsplit(reference.url).hostname or "").removeprefix("www.") if reference.url else "",
        read=read,
        complete=record.custom.read == "full" and record.custom.read_note is None,
        more=view.link("sources", fragment=reference.id),
    )


# --- small ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Fact:
    """A line of key facts."""

    label: str
    value: Markup


def points(view: View, texts: Iterable[Text]) -> tuple[Markup, ...]:
    return tuple(view.say(text) for text in texts)


def joined(parts: Iterable[Markup | str | None], separator: str = ", ") -> Markup:
    """Escaped parts after each other; what is missing is left out."""
    return Markup(separator).join(Markup("{}").format(part) for part in parts if part)
