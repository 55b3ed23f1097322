"""The tables of the page on evidence: outcome figures, counts in Flanders and Brussels, studies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ..link.catalogue import Catalogue
from ..model import Practice, Study, Tally
from ..view import figures, outcome_chart
from ..view.figure_row import FigureRow, figure_row
from ..view.view import View

SCOPES = ("field", "professional", "neighbour")
"""The order in which studies are shown."""
LOCAL = frozenset({"flanders", "brussels"})


@dataclass(frozen=True)
class Step:
    """A step of the evidence scale."""

    number: int
    steps: int
    word: str


def step(view: View, number: int) -> Step:
    terms = view.edition.catalogue.vocabularies["evidence"].terms
    return Step(number, len(terms), view.edition.label("evidence", str(number)))


# --- outcome figures ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Chart:
    drawn: outcome_chart.Chart
    rows: tuple[FigureRow, ...]


def charts(view: View) -> tuple[Chart, ...]:
    made = outcome_chart.charts(view.edition, outcome_chart.charted(view.edition))
    return tuple(Chart(chart, tuple(figure_row(view, one) for one in chart.figures)) for chart in made)


def own_charts(view: View, practice: Practice) -> tuple[Chart, ...]:
    """Those of one practice, for its own page, from the oldest figure on."""
    placed = [one for one in outcome_chart.charted(view.edition) if one.practice and one.practice.id == practice.id]
    made = outcome_chart.charts(view.edition, placed, own=True)
    return tuple(Chart(chart, tuple(figure_row(view, one, own=True) for one in chart.figures)) for chart in made)


# --- Flanders and Brussels ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Counted:
    """A number and what it counts; the number is empty where the record has it in words only."""

    value: str
    what: Markup


@dataclass(frozen=True)
class TallyView:
    id: str
    programme: str
    href: str | None
    counted: tuple[Counted, ...]
    counted_from: str
    window: str
    n: str
    year: str
    by: str
    alone: bool
    step: Step
    sources: Markup


def tallies(view: View) -> tuple[TallyView, ...]:
    return tuple(tally(view, item) for item in view.edition.catalogue.tallies.values())


def tally(view: View, item: Tally) -> TallyView:
    edition = view.edition
    named = [edition.catalogue.figures[name].figure for name in item.figures]
    counted = [Counted(outcome_chart.value(figure, edition), view.say(figure.measures)) for figure in named]
    if item.also:
        counted.append(Counted("", view.say(item.also)))
    years = [figures.year(figure, edition.strings) for figure in named if figure.year] or [str(item.year or "")]
    return TallyView(
        id=item.id,
        programme=edition.text(item.programme),
        href=view.record("practice", item.practice) if item.practice else None,
        counted=tuple(counted),
        counted_from=edition.text(item.counted_from) if item.counted_from else "",
        window=_once(edition.text(figure.window) for figure in named if figure.window),
        n=_once(edition.text(figure.n) for figure in named if figure.n),
        year=_once(years),
        by=_once(view.t(f"figure.reported_by.{figure.reported_by}") for figure in named)
        or view.t("figure.reported_by.provider"),
        alone=item.alone,
        step=step(view, item.step),
        sources=view.cite(tuple(dict.fromkeys([*(id for figure in named for id in figure.sources), *item.sources]))),
    )


def without_outcome(catalogue: Catalogue) -> tuple[str, ...]:
    """Practices in Flanders and Brussels for which no figure says what became of mentees."""
    return tuple(
        practice.id
        for practice in catalogue.practices.values()
        if LOCAL.intersection(practice.where.region)
        and not any(figure.kind in ("outcome", "comparison") for figure in practice.results)
    )


def _once(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(texts))


# --- studies ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class StudyView:
    anchor: str
    programme: str
    href: str | None
    design: str
    n: str
    outcome: str
    finding: str
    follow_up: str
    read: str
    read_note: str
    step: Step | None
    review: bool
    caution: str
    sources: Markup


@dataclass(frozen=True)
class StudyGroup:
    scope: str
    title: str
    note: str
    studies: tuple[StudyView, ...]


def study_groups(view: View) -> tuple[StudyGroup, ...]:
    found = view.edition.catalogue.studies.values()
    return tuple(
        StudyGroup(
            scope, view.t(f"known.studies.scope.{scope}"), view.t(f"known.studies.note.{scope}"),
            tuple(study(view, item) for item in found if item.scope == scope),
        )
        for scope in SCOPES
        if any(item.scope == scope for item in found)
    )  # fmt: skip


def study(view: View, item: Study) -> StudyView:
    edition = view.edition
    texts = {
        name: edition.text(text) if text else ""
        for name, text in (
            ("n", item.n), ("outcome", item.outcome), ("follow_up", item.follow_up), ("read_note", item.read_note),
            ("caution", item.caution),
        )
    }  # fmt: skip
    return StudyView(
        anchor=f"study-{item.id}",
        programme=edition.text(item.programme),
        href=view.record("practice", item.practice) if item.practice else None,
        design=edition.text(item.design),
        finding=edition.text(item.finding),
        read=edition.strings.listed([view.t(f"known.studies.read.{read}") for read in item.read]),
        step=step(view, item.step) if item.step else None,
        review=item.review,
        sources=view.cite(item.sources),
        **texts,
    )
