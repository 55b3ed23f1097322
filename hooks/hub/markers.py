"""Markers in hand-written pages: `<!-- hub:process -->` on a line of its own becomes live data, `[@id]` a source mark.

Whoever writes a page names what should stand there; an unknown marker, argument or source is a Problem with its line.
Relied on by: `documents`, which checks pages before a build and fills them in during one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from . import criteria_pages, parts
from .model import Locale
from .model.prose import CITATION
from .problems import Problem, nearest, shown
from .templates import environment
from .view import Edition, View

if TYPE_CHECKING:
    from .catalogue import Catalogue

MARKER = re.compile(r"^<!--\s*hub:([a-z-]+)((?:\s+[a-z]+=\S+)*)\s*-->$")
_LOOKS_LIKE_ONE = re.compile(r"<!--\s*hub:")
SOURCES = "sources"

DOORS = (
    ("start", "practices", None), ("run", "criteria", None), ("guide", "criteria/guidance", None), ("know", "sources", None)
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
                made.append(_block(_fill(match.group(1), _arguments(match.group(2)), view)))
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


def _arguments(written: str) -> Arguments:
    return dict(part.split("=", 1) for part in written.split())


def _block(html: str) -> str:
    """Between empty lines and without any inside, so that Markdown leaves it alone."""
    return "\n" + re.sub(r"\n\s*\n", "\n", html.strip()) + "\n"


# --- what markers show ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Marker:
    """`make` gives the HTML; `arguments` are the names it must be given, all of them."""

    make: Callable[[View, Arguments], Markup]
    arguments: tuple[str, ...] = ()


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


def _fill(name: str, arguments: Arguments, view: View) -> Markup:
    marker = MARKERS.get(name)
    if marker is None:
        raise MarkerError(f"must be a marker that exists, got {shown(name)}{nearest(name, (*MARKERS, SOURCES))}")
    for unknown in sorted(set(arguments) - set(marker.arguments)):
        raise MarkerError(f"must not have the argument {shown(unknown)}{nearest(unknown, marker.arguments)}")
    for missing in sorted(set(marker.arguments) - set(arguments)):
        raise MarkerError(f"must have the argument {missing}=…")
    return marker.make(view, arguments)


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


def _practices(view: View, arguments: Arguments) -> Markup:
    practices = view.edition.catalogue.practices
    ids = arguments["ids"].split(",")
    for id in ids:
        if id not in practices:
            raise MarkerError(f"must name practices by their id, got {shown(id)}{nearest(id, practices)}")
    return _part("home", "cards", view, tuple(parts.card(view, practices[id]) for id in ids))


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
    "practices": Marker(_practices, ("ids",)),
    "dimensions": Marker(_dimensions),
    "terms": Marker(_terms, ("vocabulary",)),
    "evidence-scale": Marker(_evidence_scale),
    "evidence-axes": Marker(_evidence_axes),
    "labels": Marker(_labels),
}
"""Every marker beside `sources`, which lists what the page cites."""
