"""Markers in hand-written pages: `<!-- hub:process -->` on a line of its own becomes live data, `[@id]` a source mark.

Whoever writes a page names what should stand there; an unknown marker, argument or source is a Problem with its line.
Relied on by: `documents`, which checks pages before a build and fills them in during one; `narrative` for guides.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from . import criteria_pages, guide_view, parts
from .guide_view import GuideView, Link
from .model import Locale
from .model.prose import CITATION
from .problems import Problem, nearest, shown
from .templates import environment
from .view import Edition, View

if TYPE_CHECKING:
    from .catalogue import Catalogue, PlacedFigure

MARKER = re.compile(r"^<!--\s*hub:([a-z-]+)((?:\s+(?:[a-z]+=)?(?:\"[^\"]*\"|[^\s\"]+))*?)\s*-->$")
_ARGUMENT = re.compile(r"(?:([a-z]+)=)?(?:\"([^\"]*)\"|([^\s\"]+))")
_LOOKS_LIKE_ONE = re.compile(r"<!--\s*hub:")
SOURCES = "sources"

DOORS = (
    ("start", "practices", None), ("run", "assessment", None), ("guide", "guides/guiding", None), ("know", "sources", None)
)  # fmt: skip
"""Who comes and where they go first: key of the text, page, anchor."""

Arguments = Mapping[str, str]


class MarkerError(ValueError):
    """What is wrong with a marker, in words for the author."""


def replace(text: str, page_path: str, locale: Locale, catalogue: Catalogue) -> tuple[str, tuple[Problem, ...]]:
    """The Markdown of a page with markers and citations replaced by HTML, and what is wrong with them.

    `page_path` is the path of the page, also used as the path of the problems. A faulty marker stays as it is.
    """
    view = View(Edition(catalogue, locale), page_path)
    problems: list[Problem] = []
    lines = text.split("\n")
    made: list[str] = []
    sources_at: int | None = None
    first_citation: int | None = None
    for number, line in enumerate(lines, start=1):
        match = MARKER.match(line.strip())
        if match and match.group(1) == SOURCES:
            sources_at = len(made)
            made.append(line)
        elif match:
            try:
                made.append(_block(fill(match, view)))
            except MarkerError as error:
                problems.append(Problem(page_path, number, f"hub:{match.group(1)}", str(error)))
                made.append(line)
        elif _LOOKS_LIKE_ONE.search(line):
            problems.append(
                Problem(page_path, number, "hub", "must be a marker on a line of its own, such as <!-- hub:process -->")
            )
            made.append(line)
        else:
            written, unknown = _with_citations(line, view)
            problems += [
                Problem(page_path, number, f"@{id}", f"must be the id of a source{nearest(id, catalogue.sources)}")
                for id in unknown
            ]
            if first_citation is None and CITATION.search(line):
                first_citation = number
            made.append(written)
    if sources_at is not None:
        made[sources_at] = _block(_part("sources", "sources", view, parts.sources(view, view.cited())))
    elif first_citation is not None:
        problems.append(
            Problem(page_path, first_citation, "", "must have a line <!-- hub:sources --> because the page cites sources")
        )
    return "\n".join(made), tuple(problems)


def _with_citations(line: str, view: View) -> tuple[str, list[str]]:
    unknown: list[str] = []

    def mark(match: re.Match[str]) -> str:
        ids = [key.strip().removeprefix("@") for key in match.group(1).split(";")]
        missing = [id for id in ids if id not in view.edition.catalogue.sources]
        unknown.extend(missing)
        return match.group() if missing else str(view.cite(ids))

    return CITATION.sub(mark, line), unknown


def _arguments(written: str, positional: str | None) -> Arguments:
    """`name=value`, `name="several words"`, and one value without a name where the marker has a place for it."""
    found: dict[str, str] = {}
    for name, quoted, bare in _ARGUMENT.findall(written):
        if not name and positional is None:
            raise MarkerError(f"must not have {shown(quoted or bare)}; arguments are written as name=value")
        key = name or str(positional)
        if key in found:
            raise MarkerError(f"must have the argument {shown(key)} only once")
        found[key] = quoted or bare
    return found


def _block(html: str) -> str:
    """Between empty lines and without any inside, so that Markdown leaves it alone."""
    return "\n" + re.sub(r"\n\s*\n", "\n", html.strip()) + "\n"


# --- what markers show ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Marker:
    """`make` gives the HTML; `arguments` are the names it must be given, all of them, and `either` those of which one."""

    make: Callable[[View, Arguments], Markup]
    arguments: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    positional: str | None = None
    """Which of the arguments may be written without its name."""


@dataclass(frozen=True)
class Count:
    number: int
    unit: str
    href: str


@dataclass(frozen=True)
class Bar:
    """How many practices stand on one step of the evidence scale."""

    step: int
    steps: int
    word: str
    number: int
    width: int
    """Length of its bar: 0 to 100."""


@dataclass(frozen=True)
class Door:
    title: str
    text: str
    action: str
    href: str


def fill(marker: re.Match[str], view: View) -> Markup:
    """The HTML of a match of MARKER; raises MarkerError where the author must mend it."""
    name = marker.group(1)
    known = MARKERS.get(name)
    if known is None:
        raise MarkerError(f"must be a marker that exists, got {shown(name)}{nearest(name, (*MARKERS, SOURCES))}")
    arguments = _arguments(marker.group(2), known.positional)
    names = (*known.arguments, *known.either)
    for unknown in sorted(set(arguments) - set(names)):
        raise MarkerError(f"must not have the argument {shown(unknown)}{nearest(unknown, names)}")
    for missing in sorted(set(known.arguments) - set(arguments)):
        raise MarkerError(f"must have the argument {missing}=…")
    if known.either and len(set(known.either) & set(arguments)) != 1:
        raise MarkerError(f"must have one of the arguments {', '.join(f'{one}=…' for one in known.either)}")
    return known.make(view, arguments)


def _part(template: str, macro: str, view: View, *values: object) -> Markup:
    """What a macro of `overrides/hub/parts` makes of values."""
    module = environment().get_template(f"hub/parts/{template}.html").make_module(view.globals())
    return Markup(getattr(module, macro)(*values))


def _process(view: View, arguments: Arguments) -> Markup:
    return _part("process", "process", view, parts.process(view))


def _counts(view: View, arguments: Arguments) -> Markup:
    catalogue = view.edition.catalogue
    countries = {country for practice in catalogue.practices.values() for country in practice.where.country}
    criteria = sum(len(group) for group in catalogue.criteria_by_dimension.values())
    counted = (
        ("practices", len(catalogue.practices), "practices"), ("countries", len(countries), "practices"),
        ("criteria", criteria, "criteria"), ("sources", len(catalogue.sources), "sources"),
    )  # fmt: skip
    return _part("home", "counts", view, tuple(
        Count(number, view.t(f"home.counts.{name}", count=number), view.link(path)) for name, number, path in counted
    ))  # fmt: skip


def _evidence_bars(view: View, arguments: Arguments) -> Markup:
    levels = [practice.evidence.level for practice in view.edition.catalogue.practices.values()]
    steps = view.edition.catalogue.vocabularies["evidence"].terms
    most = max((levels.count(level) for level in set(levels)), default=1)
    return _part("home", "evidence_bars", view, tuple(
        Bar(int(term.id), len(steps), view.edition.text(term.label), number, round(100 * number / most))
        for term in reversed(steps)
        for number in (sum(str(level) == term.id for level in levels),)
    ))  # fmt: skip


def _doors(view: View, arguments: Arguments) -> Markup:
    return _part("home", "doors", view, tuple(
        Door(view.t(f"home.doors.{key}.title"), view.t(f"home.doors.{key}.text"), view.t(f"home.doors.{key}.action"),
             view.link(path, fragment=fragment))
        for key, path, fragment in DOORS
    ))  # fmt: skip


def _listed(arguments: Arguments, name: str, known: Collection[str], what: str) -> tuple[str, ...]:
    """Ids separated by commas, all of them known, each once."""
    ids = tuple(arguments[name].split(","))
    for number, id in enumerate(ids):
        if id not in known:
            raise MarkerError(f"must name {what} by their id, got {shown(id)}{nearest(id, known)}")
        if id in ids[:number]:
            raise MarkerError(f"must name {what} only once, got {shown(id)} again")
    return ids


def _practices(view: View, arguments: Arguments) -> Markup:
    catalogue = view.edition.catalogue
    if "ids" in arguments:
        ids = _listed(arguments, "ids", catalogue.practices, "practices")
        return _part("home", "cards", view, tuple(parts.card(view, catalogue.practices[id]) for id in ids))
    criterion = _listed(arguments, "criterion", catalogue.criteria, "a criterion")[0]
    found = catalogue.practices_by_criterion[criterion]
    if not found:
        raise MarkerError(f"must name a criterion that practices illustrate, {shown(criterion)} has none yet")
    return _part("guide", "practice_examples", view, tuple(
        (Link(view.record("practice", practice.id), view.edition.text(practice.name)), view.say(illustration.how))
        for practice, illustration in found
    ))  # fmt: skip


def _criteria(view: View, arguments: Arguments) -> Markup:
    catalogue = view.edition.catalogue
    if "dimension" in arguments:
        dimension = _listed(arguments, "dimension", catalogue.criteria_by_dimension, "a dimension")[0]
        criteria = catalogue.criteria_by_dimension[dimension]
    else:
        in_use = {id: one for id, one in catalogue.criteria.items() if not one.retired}
        criteria = tuple(in_use[id] for id in _listed(arguments, "ids", in_use, "criteria"))
    return _part("guide", "criteria", view, tuple(
        (Link(view.record("criterion", one.id), view.edition.text(one.title)), view.edition.label("tier", one.tier),
         view.say(one.statement))
        for one in criteria
    ))  # fmt: skip


def _tools(view: View, arguments: Arguments) -> Markup:
    tools = view.edition.catalogue.tools
    ids = _listed(arguments, "ids", tools, "tools")
    return _part("guide", "tools", view, tuple(
        (Link(view.record("tool", id), view.edition.text(tools[id].title)), view.say(tools[id].summary)) for id in ids
    ))  # fmt: skip


def _guide_page(view: View) -> GuideView:
    if not isinstance(view, GuideView):
        raise MarkerError("must stand in a guide, docs/guides/*.md")
    return view


def _figure(view: View, arguments: Arguments) -> Markup:
    page = _guide_page(view)
    ids = _listed(arguments, "figure", view.edition.catalogue.figures, "figures")
    return _part("figure", "figure_list", view, tuple(page.figure(id) for id in ids))


def _recommendations(view: View, arguments: Arguments) -> Markup:
    page = _guide_page(view)
    assert page.guide is not None
    return _part("guide", "recommendations", view, guide_view.recommendations(page, page.guide))


@dataclass(frozen=True)
class ChartRow:
    """One bar: what it stands for, how long it is (0 to 100, a range from `start`), and its definition."""

    name: Markup
    start: float
    length: float
    figure: parts.FigureView


def _chart(view: View, arguments: Arguments) -> Markup:
    page = _guide_page(view)
    figures = view.edition.catalogue.figures
    placed = [figures[id] for id in _listed(arguments, "figures", figures, "figures")]
    units = list(dict.fromkeys(one.figure.unit for one in placed))
    if len(placed) < 2:
        raise MarkerError("must have two figures or more to compare")
    if len(units) > 1:
        raise MarkerError(f"must compare figures of one unit, got {', '.join(units)}")
    if any(one.figure.value < 0 for one in placed):
        raise MarkerError("must compare figures that are not below zero")
    largest = max(one.figure.to or one.figure.value for one in placed)
    scale = 100 if units == ["percent"] else float(largest) or 1.0
    rows = []
    for id, one in zip(arguments["figures"].split(","), placed, strict=True):
        low, high = float(one.figure.value), float(one.figure.to or one.figure.value)
        ranged = one.figure.to is not None
        rows.append(ChartRow(
            _chart_name(view, one), round(100 * low / scale, 1) if ranged else 0.0,
            round(100 * (high - low if ranged else high) / scale, 1), page.figure(id),
        ))  # fmt: skip
    number = page.next_chart()
    return _part("guide", "chart", view, arguments["title"], f"{page.prefix}chart-{number}", tuple(rows))


def _chart_name(view: View, placed: PlacedFigure) -> Markup:
    if placed.practice:
        return view.say(placed.practice.name)
    title = getattr(placed.figure, "title", None)
    return view.say(title or placed.figure.measures)


@dataclass(frozen=True)
class Capital:
    id: str
    name: str
    lines: tuple[str, ...]
    example: str
    x: int
    y: int


def _capitals(view: View, arguments: Arguments) -> Markup:
    """Six circles around a person, from `data/vocabularies/capital.yml`; the list beneath says the same in words."""
    vocabulary = view.edition.catalogue.vocabularies.get("capital")
    if vocabulary is None:
        raise MarkerError("must have data/vocabularies/capital.yml, which is missing")
    count = len(vocabulary.terms)
    items = []
    for place, term in enumerate(vocabulary.terms):
        angle = 2 * math.pi * place / count - math.pi / 2
        name = view.edition.text(term.label)
        items.append(Capital(
            term.id, name, tuple(name.split(" ", 1)), view.edition.text(term.definition),
            round(310 + 215 * math.cos(angle)), round(265 + 180 * math.sin(angle)),
        ))  # fmt: skip
    return _part("guide", "capitals", view, view.edition.text(vocabulary.label), tuple(items))


def _dimensions(view: View, arguments: Arguments) -> Markup:
    return _part("criteria", "dimensions", view, criteria_pages.dimension_lines(view))


def _terms(view: View, arguments: Arguments) -> Markup:
    vocabularies = view.edition.catalogue.vocabularies
    id = arguments["vocabulary"]
    if id not in vocabularies:
        raise MarkerError(f"must name a vocabulary, got {shown(id)}{nearest(id, vocabularies)}")
    return _part("criteria", "terms", view, criteria_pages.terms(view, id))


def _evidence_scale(view: View, arguments: Arguments) -> Markup:
    return _part("criteria", "evidence_scale", view, tuple(reversed(criteria_pages.terms(view, "evidence"))))


def _evidence_axes(view: View, arguments: Arguments) -> Markup:
    axes = tuple(
        (view.t(f"evidence.{axis}.title"), criteria_pages.axis_rules(view, axis)) for axis in ("research", "practice")
    )
    return _part("criteria", "evidence_rules", view, axes)


def _labels(view: View, arguments: Arguments) -> Markup:
    return _part("criteria", "labels", view, criteria_pages.label_lines(view))


MARKERS: Mapping[str, Marker] = {
    "process": Marker(_process),
    "counts": Marker(_counts),
    "evidence-bars": Marker(_evidence_bars),
    "doors": Marker(_doors),
    "practices": Marker(_practices, either=("ids", "criterion")),
    "dimensions": Marker(_dimensions),
    "terms": Marker(_terms, ("vocabulary",)),
    "evidence-scale": Marker(_evidence_scale),
    "evidence-axes": Marker(_evidence_axes),
    "labels": Marker(_labels),
    "criteria": Marker(_criteria, either=("ids", "dimension")),
    "tools": Marker(_tools, ("ids",)),
    "capitals": Marker(_capitals),
    "figure": Marker(_figure, ("figure",), positional="figure"),
    "chart": Marker(_chart, ("figures", "title")),
    "recommendations": Marker(_recommendations),
}
"""Every marker beside `sources`, which lists what the page cites."""
