"""What is known and how strong it is, on one page: sentences with their grade, gap map, charts, tables, limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..link.addresses import DISAGREEMENTS, EVIDENCE, PRACTICES, table_download, value_path
from ..model import Study
from ..view import contradictions, evidence_bars, gap_map, outcome_chart, sources
from ..view.citation import credit
from ..view.contradictions import ContradictionView
from ..view.edition import Edition
from ..view.links import Link, link_to, links_to
from ..view.page import Page, page_of
from ..view.templates import rendered
from ..view.view import View
from . import evidence_tables
from .evidence_tables import Chart, Step, StudyGroup, TallyView

STATEMENT_STEPS = {"randomised": 5, "comparison": 4, "field-study": 3, "own-figures": 2, "unknown": 0}
"""Dots beside a graded sentence: the step of the evidence scale that its best source reaches."""
DOWNLOADS = ("figures", "studies", "findings")
"""Tables of `downloads/tables` that the page lists."""
COMPARED = 4
"""Step of the evidence scale from which a practice was compared with others."""


class EvidenceView(View):
    """A list of its sources would weigh as much as half of the page."""

    sources_on_page = False


@dataclass(frozen=True)
class StatementView:
    anchor: str
    title: str
    text: str
    strength: str
    step: int
    sources: Markup


@dataclass(frozen=True)
class LessonView:
    anchor: str
    text: str
    strength: str
    practices: tuple[Link, ...]
    sources: Markup


@dataclass(frozen=True)
class Place:
    """One cell of the gap map, as bubble and in the table."""

    anchor: str
    question: str
    label: str
    """In words, for who does not see the bubble."""
    count: int
    step: Step | None
    practices: tuple[tuple[Link, int], ...]
    """With the step of what is known."""
    x: float
    y: float
    radius: float


@dataclass(frozen=True)
class GapRow:
    id: str
    name: str
    href: str | None
    """Its practices."""
    lines: tuple[str, ...]
    """The name, broken for the picture."""
    y: float
    places: tuple[Place, ...]


@dataclass(frozen=True)
class GapColumn:
    question: str
    asks: str
    lines: tuple[str, ...]
    x: int


@dataclass(frozen=True)
class GapView:
    columns: tuple[GapColumn, ...]
    rows: tuple[GapRow, ...]
    width: int
    height: int
    head: int
    row: int
    empty: int
    cells: int
    legend: tuple[tuple[Step, float], ...]
    """All steps and where each stands beneath the map."""
    nothing: tuple[str, ...]
    """What an empty place says, broken for the picture."""


@dataclass(frozen=True)
class FindingView:
    practice: Link
    step: Step
    what: str
    sources: Markup


@dataclass(frozen=True)
class Disagreements:
    """What sources say differently on one practice, or on none in particular."""

    id: str
    of: Link | None
    items: tuple[ContradictionView, ...]
    anchors: tuple[str | None, ...]


@dataclass(frozen=True)
class Known:
    """Everything the page shows."""

    practices: int
    compared: int
    randomised: int
    statements: tuple[StatementView, ...]
    bars: tuple[evidence_bars.Bar, ...]
    comparisons: tuple[evidence_tables.StudyView, ...]
    trial: evidence_tables.StudyView | None
    gap: GapView
    findings: tuple[tuple[str, tuple[FindingView, ...]], ...]
    charts: tuple[Chart, ...]
    tallies: tuple[TallyView, ...]
    tally_notes: tuple[str, ...]
    without_outcome: tuple[Link, ...]
    between: tuple[Disagreements, ...]
    """Disagreements of no single practice."""
    of_practices: tuple[tuple[Link, int], ...]
    """Where the others are, with how many there are."""
    disagreement_count: int
    studies: tuple[StudyGroup, ...]
    study_count: int
    lessons: tuple[LessonView, ...]
    not_found: tuple[str, ...]
    limits: tuple[str, ...]
    license: str
    downloads: tuple[Link, ...]
    credit: str
    source_count: int


def pages(edition: Edition) -> Iterator[Page]:
    yield evidence_page(edition)
    yield disagreements_page(edition)


def disagreements_page(edition: Edition) -> Page:
    """Every contradiction between sources, with these sources."""
    view = View(edition, DISAGREEMENTS)
    t = edition.strings
    groups = _disagreements(view)
    count = sum(len(group.items) for group in groups)
    return page_of(
        view,
        "evidence",
        title=t("known.section.disagreements"),
        description=t("known.disagreements.description", count=count),
        body=rendered(
            "pages/disagreements", view, groups=groups, count=count, sources=sources.sources(view, view.cited())
        ),
        section="practices",
        above=(PRACTICES, EVIDENCE),
        source="data/evidence/disputes.yml",
    )


def evidence_page(edition: Edition) -> Page:
    view = EvidenceView(edition, EVIDENCE)
    t = edition.strings
    return page_of(
        view,
        "evidence",
        title=t("evidence.title"),
        description=t("known.description", count=len(edition.catalogue.practices)),
        body=rendered("pages/evidence", view, known=known(view)),
        section="practices",
        above=(PRACTICES,),
        source="data/evidence/statements.yml",
    )


def known(view: View) -> Known:
    edition, catalogue = view.edition, view.edition.catalogue
    levels = [practice.evidence.level for practice in catalogue.practices.values()]
    statements = tuple(
        StatementView(
            f"statement-{item.id}", edition.text(item.title), edition.text(item.text),
            edition.label("strength", item.strength), STATEMENT_STEPS.get(item.strength, 0), view.cite(item.sources),
        )
        for item in catalogue.statements.values()
    )  # fmt: skip
    studies = evidence_tables.study_groups(view)
    practices = tuple(one for one in edition.practices_by_name if one.contradictions)
    return Known(
        practices=len(levels),
        compared=sum(level == COMPARED for level in levels),
        randomised=sum(level > COMPARED for level in levels),
        statements=statements,
        bars=evidence_bars.bars(view),
        comparisons=_shown(view, "comparison"),
        trial=next(iter(_shown(view, "trial")), None),
        gap=gap_view(view),
        findings=_findings(view),
        charts=evidence_tables.charts(view),
        tallies=evidence_tables.tallies(view),
        tally_notes=_remarks(edition, "local"),
        without_outcome=links_to(view, "practice", evidence_tables.without_outcome(catalogue)),
        between=_between(view),
        of_practices=tuple(
            (Link(view.link(DISAGREEMENTS, one.id), edition.text(one.name)), len(one.contradictions)) for one in practices
        ),
        disagreement_count=len(catalogue.disputes) + sum(len(one.contradictions) for one in practices),
        studies=studies,
        study_count=len(catalogue.studies),
        lessons=tuple(
            LessonView(
                f"lesson-{item.id}", edition.text(item.text), edition.label("strength", item.strength),
                links_to(view, "practice", item.practices), view.cite(item.sources),
            )
            for item in catalogue.lessons.values()
        ),
        not_found=_remarks(edition, "not-found"),
        limits=_remarks(edition, "limit"),
        license=catalogue.settings.content_license_name,
        downloads=tuple(
            Link(view.asset(table_download(name, edition.locale)), view.t(f"known.downloads.{name}"), "CSV")
            for name in DOWNLOADS
        ),
        credit=credit(edition),
        source_count=len(view.cited()),
    )  # fmt: skip


def _shown(view: View, what: str) -> tuple[evidence_tables.StudyView, ...]:
    wanted: list[Study] = [study for study in view.edition.catalogue.studies.values() if study.shown == what]
    return tuple(evidence_tables.study(view, study) for study in wanted)


def _remarks(edition: Edition, kind: str) -> tuple[str, ...]:
    return tuple(edition.text(item.text) for item in edition.catalogue.remarks.values() if item.kind == kind)


def _disagreements(view: View) -> tuple[Disagreements, ...]:
    """Those between studies first, then those of each practice, by name."""
    of_practices = tuple(
        Disagreements(
            practice.id, link_to(view, "practice", practice.id),
            contradictions.contradictions(view, practice.contradictions), (None,) * len(practice.contradictions),
        )
        for practice in view.edition.practices_by_name
        if practice.contradictions
    )  # fmt: skip
    return (*_between(view), *of_practices)


def _between(view: View) -> tuple[Disagreements, ...]:
    disputes = tuple(view.edition.catalogue.disputes.values())
    items = contradictions.contradictions(view, disputes)
    anchors = tuple(f"dispute-{item.id}" for item in disputes)
    return (Disagreements("between", None, items, anchors),) if disputes else ()


# --- the gap map --------------------------------------------------------------------------------------------------------


def gap_view(view: View) -> GapView:
    edition, catalogue = view.edition, view.edition.catalogue
    groups, outcomes = (catalogue.vocabularies[name].terms for name in ("group", "outcome"))
    made = gap_map.gap_map([term.id for term in groups], [term.id for term in outcomes], gap_map.known(catalogue))

    def place(cell: gap_map.Cell) -> Place:
        step = evidence_tables.step(view, cell.best) if cell.known else None
        where = {"group": edition.label("group", cell.group), "question": edition.label("outcome", cell.outcome)}
        label = (
            view.t("known.gap.place", count=len(cell.known), step=step.number, word=step.word, **where)
            if step
            else view.t("known.gap.empty_place", **where)
        )
        practices = tuple((link_to(view, "practice", one.practice), one.step) for one in cell.known)
        return Place(
            cell.anchor, where["question"], label, len(cell.known), step, practices, cell.x, cell.y, cell.radius
        )

    rows = tuple(
        GapRow(
            term.id, edition.text(term.label), _listed(view, term.id),
            outcome_chart.wrapped(edition.text(term.label), 27), row[0].y, tuple(map(place, row)),
        )
        for term, row in zip(groups, made.rows, strict=True)
    )  # fmt: skip
    columns = tuple(
        GapColumn(
            label := edition.text(term.label), edition.text(term.definition), outcome_chart.wrapped(label, 14),
            gap_map.LEFT + gap_map.COLUMN * number,
        )
        for number, term in enumerate(outcomes)
    )  # fmt: skip
    steps = tuple(evidence_tables.step(view, int(term.id)) for term in catalogue.vocabularies["evidence"].terms)
    legend = gap_map.spread([f"{step.number}. {step.word}" for step in steps])
    return GapView(
        columns, rows, made.width, made.height, gap_map.HEAD, gap_map.ROW, made.empty, made.cells,
        tuple(zip(steps, legend, strict=True)),
        outcome_chart.wrapped(view.t("known.gap.empty"), 12),
    )  # fmt: skip


def _listed(view: View, group: str) -> str | None:
    return view.link(value_path("group", group)) if view.edition.practices_by_value["group", group] else None


def _findings(view: View) -> tuple[tuple[str, tuple[FindingView, ...]], ...]:
    """What the bubbles are made of, by question, best known first."""
    edition = view.edition
    ordered = sorted(gap_map.findings(edition.catalogue), key=lambda pair: (-pair[1].evidence, pair[0].id))
    return tuple(
        (
            edition.text(term.label),
            tuple(
                FindingView(
                    link_to(view, "practice", practice.id), evidence_tables.step(view, item.evidence),
                    edition.text(item.what), view.cite(item.sources),
                )
                for practice, item in ordered
                if item.outcome == term.id
            ),
        )
        for term in edition.catalogue.vocabularies["outcome"].terms
    )  # fmt: skip
