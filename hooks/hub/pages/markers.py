"""Markers in hand-written pages: `<!-- hub:process -->` on a line of its own becomes live data, `[@id]` a source mark.

Whoever writes a page names what should stand there; an unknown marker, argument or source is a Problem with its line.
Relied on by: `documents`, which checks pages before a build and fills them in during one; `narrative` for guides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from ..link.markers import LOOKS_LIKE_A_MARKER, MARKER, SOURCES, Arguments, MarkerError, parsed_arguments
from ..model import Locale
from ..model.prose import CITATION
from ..problems import Problem, nearest, shown
from ..view import guide_view, practice_card, process, sources
from ..view.edition import Edition
from ..view.links import Link
from ..view.templates import macro
from ..view.view import View
from . import criteria_overview
from .charts import capitals, chart, guide_page_of, listed_ids

if TYPE_CHECKING:
    from ..link.catalogue import Catalogue


DOORS = (
    ("start", "practices", None), ("run", "assessment", None), ("guide", "guides/guiding", None), ("know", "sources", None)
)  # fmt: skip
"""Who comes and where they go first: key of the text, page, anchor."""


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
        elif LOOKS_LIKE_A_MARKER.search(line):
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
        made[sources_at] = _block(macro("sources", "sources", view, sources.sources(view, view.cited())))
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
    arguments = parsed_arguments(marker.group(2), known.positional)
    names = (*known.arguments, *known.either)
    for unknown in sorted(set(arguments) - set(names)):
        raise MarkerError(f"must not have the argument {shown(unknown)}{nearest(unknown, names)}")
    for missing in sorted(set(known.arguments) - set(arguments)):
        raise MarkerError(f"must have the argument {missing}=…")
    if known.either and len(set(known.either) & set(arguments)) != 1:
        raise MarkerError(f"must have one of the arguments {', '.join(f'{one}=…' for one in known.either)}")
    return known.make(view, arguments)


def _process(view: View, arguments: Arguments) -> Markup:
    return macro("process", "process", view, process.process(view))


def _counts(view: View, arguments: Arguments) -> Markup:
    catalogue = view.edition.catalogue
    countries = {country for practice in catalogue.practices.values() for country in practice.where.country}
    criteria = sum(len(group) for group in catalogue.criteria_by_dimension.values())
    counted = (
        ("practices", len(catalogue.practices), "practices"), ("countries", len(countries), "practices"),
        ("criteria", criteria, "criteria"), ("sources", len(catalogue.sources), "sources"),
    )  # fmt: skip
    return macro("home", "counts", view, tuple(
        Count(number, view.t(f"home.counts.{name}", count=number), view.link(path)) for name, number, path in counted
    ))  # fmt: skip


def _evidence_bars(view: View, arguments: Arguments) -> Markup:
    levels = [practice.evidence.level for practice in view.edition.catalogue.practices.values()]
    steps = view.edition.catalogue.vocabularies["evidence"].terms
    most = max((levels.count(level) for level in set(levels)), default=1)
    return macro("home", "evidence_bars", view, tuple(
        Bar(int(term.id), len(steps), view.edition.text(term.label), number, round(100 * number / most))
        for term in reversed(steps)
        for number in (sum(str(level) == term.id for level in levels),)
    ))  # fmt: skip


def _doors(view: View, arguments: Arguments) -> Markup:
    return macro("home", "doors", view, tuple(
        Door(view.t(f"home.doors.{key}.title"), view.t(f"home.doors.{key}.text"), view.t(f"home.doors.{key}.action"),
             view.link(path, fragment=fragment))
        for key, path, fragment in DOORS
    ))  # fmt: skip


def _practices(view: View, arguments: Arguments) -> Markup:
    catalogue = view.edition.catalogue
    if "ids" in arguments:
        ids = listed_ids(arguments, "ids", catalogue.practices, "practices")
        return macro("home", "cards", view, tuple(practice_card.card(view, catalogue.practices[id]) for id in ids))
    criterion = listed_ids(arguments, "criterion", catalogue.criteria, "a criterion")[0]
    found = catalogue.practices_by_criterion[criterion]
    if not found:
        raise MarkerError(f"must name a criterion that practices illustrate, {shown(criterion)} has none yet")
    return macro("guide", "practice_examples", view, tuple(
        (Link(view.record("practice", practice.id), view.edition.text(practice.name)), view.say(illustration.how))
        for practice, illustration in found
    ))  # fmt: skip


def _criteria(view: View, arguments: Arguments) -> Markup:
    catalogue = view.edition.catalogue
    if "dimension" in arguments:
        dimension = listed_ids(arguments, "dimension", catalogue.criteria_by_dimension, "a dimension")[0]
        criteria = catalogue.criteria_by_dimension[dimension]
    else:
        in_use = {id: one for id, one in catalogue.criteria.items() if not one.retired}
        criteria = tuple(in_use[id] for id in listed_ids(arguments, "ids", in_use, "criteria"))
    return macro("guide", "criteria", view, tuple(
        (Link(view.record("criterion", one.id), view.edition.text(one.title)), view.edition.label("tier", one.tier),
         view.say(one.statement))
        for one in criteria
    ))  # fmt: skip


def _tools(view: View, arguments: Arguments) -> Markup:
    tools = view.edition.catalogue.tools
    ids = listed_ids(arguments, "ids", tools, "tools")
    return macro("guide", "tools", view, tuple(
        (Link(view.record("tool", id), view.edition.text(tools[id].title)), view.say(tools[id].summary)) for id in ids
    ))  # fmt: skip


def _figure(view: View, arguments: Arguments) -> Markup:
    page = guide_page_of(view)
    ids = listed_ids(arguments, "figure", view.edition.catalogue.figures, "figures")
    return macro("figure", "figure_list", view, tuple(page.figure(id) for id in ids))


def _recommendations(view: View, arguments: Arguments) -> Markup:
    page = guide_page_of(view)
    assert page.guide is not None
    return macro("guide", "recommendations", view, guide_view.recommendations(page, page.guide))


def _dimensions(view: View, arguments: Arguments) -> Markup:
    return macro("criteria", "dimensions", view, criteria_overview.dimension_lines(view))


def _terms(view: View, arguments: Arguments) -> Markup:
    vocabularies = view.edition.catalogue.vocabularies
    id = arguments["vocabulary"]
    if id not in vocabularies:
        raise MarkerError(f"must name a vocabulary, got {shown(id)}{nearest(id, vocabularies)}")
    return macro("criteria", "terms", view, criteria_overview.terms(view, id))


def _evidence_scale(view: View, arguments: Arguments) -> Markup:
    return macro("criteria", "evidence_scale", view, tuple(reversed(criteria_overview.terms(view, "evidence"))))


def _evidence_axes(view: View, arguments: Arguments) -> Markup:
    axes = tuple(
        (view.t(f"evidence.{axis}.title"), criteria_overview.axis_rules(view, axis)) for axis in ("research", "practice")
    )
    return macro("criteria", "evidence_rules", view, axes)


def _labels(view: View, arguments: Arguments) -> Markup:
    return macro("criteria", "labels", view, criteria_overview.label_lines(view))


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
    "capitals": Marker(capitals),
    "figure": Marker(_figure, ("figure",), positional="figure"),
    "chart": Marker(chart, ("figures", "title")),
    "recommendations": Marker(_recommendations),
}
"""Every marker beside `sources`, which lists what the page cites."""
