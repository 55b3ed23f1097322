"""What markers show: `<!-- hub:process -->` in a document becomes live data. Which there are is said in `link/markers`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ..link.addresses import CRITERIA, PRACTICES, SOURCES, questions_download, value_path
from ..link.markers import DOORS, Arguments, ids, parsed
from ..view import evidence_bars, finder, guide_view, practice_card, practice_questions, process, wanted
from ..view.links import Link, link_to
from ..view.templates import macro
from ..view.view import View
from . import criteria_overview, source_counts
from .charts import capitals, chart, guide_view_of


def fill(name: str, written: str, view: View) -> Markup:
    """What a marker shows; its name and arguments were checked in `link`."""
    return MARKERS[name](view, parsed(name, written))


# --- what markers show ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Count:
    number: int
    unit: str
    href: str


@dataclass(frozen=True)
class Door:
    title: str
    text: str
    action: str
    href: str


def _process(view: View, arguments: Arguments) -> Markup:
    return macro("process", "process", view, process.process(view))


def _counts(view: View, arguments: Arguments) -> Markup:
    catalogue = view.edition.catalogue
    criteria = sum(len(group) for group in catalogue.criteria_by_dimension.values())
    counted = (
        ("practices", len(catalogue.practices), PRACTICES), ("countries", _countries(view), PRACTICES),
        ("criteria", criteria, CRITERIA), ("sources", len(catalogue.sources), SOURCES),
    )  # fmt: skip
    return macro("home", "counts", view, tuple(
        Count(number, view.t(f"home.counts.{name}", count=number), view.link(path)) for name, number, path in counted
    ))  # fmt: skip


def _evidence_bars(view: View, arguments: Arguments) -> Markup:
    return macro("home", "how_well", view, evidence_bars.bars(view), len(view.edition.catalogue.practices), _countries(view))


def _countries(view: View) -> int:
    return len({country for practice in view.edition.catalogue.practices.values() for country in practice.where.country})


def _finder(view: View, arguments: Arguments) -> Markup:
    """The sentence with gaps; without script the target groups as links."""
    gaps = finder.gaps(view)
    return macro("home", "find", view, gaps, tuple(
        Link(view.link(value_path(gap.facet, id)), label) for gap in gaps if gap.many for id, label in gap.options
    ))  # fmt: skip


def _begin_assessment(view: View, arguments: Arguments) -> Markup:
    return macro("criteria", "begin_assessment", view)


def _doors(view: View, arguments: Arguments) -> Markup:
    return macro("home", "doors", view, tuple(
        Door(view.t(f"home.doors.{key}.title"), view.t(f"home.doors.{key}.text"), view.t(f"home.doors.{key}.action"),
             view.record(kind, id))
        for key, kind, id in DOORS
    ))  # fmt: skip


def _practices(view: View, arguments: Arguments) -> Markup:
    catalogue = view.edition.catalogue
    if "ids" in arguments:
        named = ids(arguments["ids"])
        return macro("home", "cards", view, tuple(practice_card.card(view, catalogue.practices[id]) for id in named))
    found = catalogue.practices_by_criterion[arguments["criterion"]]
    return macro("guide", "practice_examples", view, tuple(
        (link_to(view, "practice", practice.id), view.plain(illustration.how))
        for practice, illustration in found
    ))  # fmt: skip


def _criteria(view: View, arguments: Arguments) -> Markup:
    catalogue = view.edition.catalogue
    if "dimension" in arguments:
        criteria = catalogue.criteria_by_dimension[arguments["dimension"]]
    else:
        criteria = tuple(catalogue.criteria[id] for id in ids(arguments["ids"]))
    return macro("guide", "criteria", view, tuple(
        (link_to(view, "criterion", one.id), view.edition.label("tier", one.tier), view.say(one.statement))
        for one in criteria
    ))  # fmt: skip


def _tools(view: View, arguments: Arguments) -> Markup:
    tools = view.edition.catalogue.tools
    return macro("guide", "tools", view, tuple(
        (link_to(view, "tool", id), view.say(tools[id].summary))
        for id in ids(arguments["ids"])
    ))  # fmt: skip


def _figure(view: View, arguments: Arguments) -> Markup:
    page = guide_view_of(view)
    return macro("figure", "figure_list", view, tuple(page.figure(id) for id in ids(arguments["figure"])))


def _recommendations(view: View, arguments: Arguments) -> Markup:
    page = guide_view_of(view)
    assert page.guide is not None
    return macro("guide", "recommendations", view, guide_view.recommendations(page, page.guide))


def _dimensions(view: View, arguments: Arguments) -> Markup:
    return macro("criteria", "dimensions", view, criteria_overview.dimension_lines(view))


def _terms(view: View, arguments: Arguments) -> Markup:
    return macro("criteria", "terms", view, criteria_overview.terms(view, arguments["vocabulary"]))


def _evidence_scale(view: View, arguments: Arguments) -> Markup:
    return macro("criteria", "evidence_scale", view, tuple(reversed(criteria_overview.terms(view, "evidence"))))


def _evidence_axes(view: View, arguments: Arguments) -> Markup:
    axes = tuple(
        (view.t(f"evidence.{axis}.title"), criteria_overview.axis_rules(view, axis)) for axis in ("research", "practice")
    )
    return macro("criteria", "evidence_rules", view, axes)


def _labels(view: View, arguments: Arguments) -> Markup:
    return macro("criteria", "labels", view, criteria_overview.label_lines(view))


def _source_counts(view: View, arguments: Arguments) -> Markup:
    return macro("text", "plain_points", view, source_counts.lines(view))


def _remarks(view: View, arguments: Arguments) -> Markup:
    remarks = view.edition.catalogue.remarks.values()
    return macro("text", "plain_points", view, tuple(
        view.edition.text(item.text) for item in remarks if item.kind == arguments["kind"]
    ))  # fmt: skip


def _contact(view: View, arguments: Arguments) -> Markup:
    return macro("contribute", "contact", view, view.edition.catalogue.settings.contact_mail)


def _review(view: View, arguments: Arguments) -> Markup:
    settings = view.edition.catalogue.settings
    return macro("contribute", "review", view, settings, view.edition.text(settings.review.who))


def _new_practice(view: View, arguments: Arguments) -> Markup:
    href = wanted.mail_link(view, view.t("contribute.new.subject"), practice_questions.mail_body(view))
    return macro("contribute", "new_practice", view, href)


def _practice_questions(view: View, arguments: Arguments) -> Markup:
    return macro("contribute", "practice_questions", view, view.asset(questions_download(view.edition.locale)))


def _practice_example(view: View, arguments: Arguments) -> Markup:
    return macro("contribute", "practice_example", view, practice_questions.example(view, arguments["practice"]))


def _wanted(view: View, arguments: Arguments) -> Markup:
    return macro("contribute", "wanted", view, wanted.wanted(view))


MARKERS: Mapping[str, Callable[[View, Arguments], Markup]] = {
    "process": _process,
    "counts": _counts,
    "evidence-bars": _evidence_bars,
    "doors": _doors,
    "finder": _finder,
    "begin-assessment": _begin_assessment,
    "practices": _practices,
    "dimensions": _dimensions,
    "terms": _terms,
    "evidence-scale": _evidence_scale,
    "evidence-axes": _evidence_axes,
    "labels": _labels,
    "source-counts": _source_counts,
    "remarks": _remarks,
    "criteria": _criteria,
    "tools": _tools,
    "capitals": capitals,
    "figure": _figure,
    "chart": chart,
    "recommendations": _recommendations,
    "contact": _contact,
    "review": _review,
    "new-practice": _new_practice,
    "practice-questions": _practice_questions,
    "practice-example": _practice_example,
    "wanted": _wanted,
}
"""Every marker of `link/markers` but `sources`, which is known only when the rest of the page is made."""
