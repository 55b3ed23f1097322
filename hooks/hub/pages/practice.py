"""The record page of a practice, as finished values for its template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..link.addresses import PRACTICES, record_path
from ..link.related import Related
from ..model import Figure, Practice, Prose
from ..view import (
    contradictions,
    evidence,
    facts,
    figures,
    jsonld,
    links,
    practice_card,
    practice_head,
    reviews,
    sources,
    timeline,
)
from ..view.contradictions import ContradictionView
from ..view.edition import PLACES, Edition
from ..view.evidence import EvidenceView
from ..view.facts import Fact, WorksWhen
from ..view.page import Heading, Page, headings, page_of
from ..view.practice_facts import fact_values
from ..view.sources import SourceView
from ..view.templates import rendered
from ..view.view import View
from . import evidence_tables


def pages(edition: Edition) -> Iterator[Page]:
    for practice in edition.catalogue.practices.values():
        yield practice_page(practice, edition)


# --- record page -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Block:
    title: str
    html: Markup
    labels: str = ""


@dataclass(frozen=True)
class Step:
    title: str
    labels: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class IllustrationView:
    href: str
    title: str
    how: Markup


@dataclass(frozen=True)
class RelatedView:
    href: str
    name: Markup
    summary: Markup
    reasons: str


@dataclass(frozen=True)
class PracticeView:
    id: str
    eyebrow: str
    name: Markup
    plain_name: str
    also_known_as: str
    summary: Markup
    adjacent: bool
    head: practice_head.Head
    timeline: timeline.Timeline | None
    facts: tuple[Fact, ...]
    people: tuple[Block, ...]
    steps: tuple[Step, ...]
    around: tuple[Block, ...]
    projects: tuple[RelatedView, ...]
    """Projects that ran or studied it; the reason is empty."""
    budget: tuple[figures.FigureGroup, ...]
    results: bool
    compared: tuple[figures.FigureView, ...]
    """Figures that say what would have happened without it: the weightiest ones."""
    charts: tuple[evidence_tables.Chart, ...]
    figures: tuple[figures.FigureGroup, ...]
    """All others."""
    figure_count: int
    credit: str
    """What a saved picture says of where it comes from."""
    evidence: EvidenceView
    evidence_why: Markup
    evaluation: Markup | None
    works_when: WorksWhen
    watch_out: tuple[Markup, ...]
    lessons: tuple[Markup, ...]
    adapt: tuple[Markup, ...]
    core: tuple[Markup, ...]
    varies: tuple[Markup, ...]
    effort: tuple[Block, ...]
    contradictions: tuple[ContradictionView, ...]
    criteria: tuple[IllustrationView, ...]
    fitting_guides: tuple[links.Link, ...]
    fitting_tools: tuple[links.Link, ...]
    tools: tuple[links.Link, ...]
    """Those that were made after this practice, besides."""
    guides: tuple[links.Link, ...]
    """Those that name it."""
    related: tuple[RelatedView, ...]
    sources: tuple[SourceView, ...]


def practice_page(practice: Practice, edition: Edition) -> Page:
    path = record_path("practice", practice.id)
    view = View(edition, path)
    values = practice_view(view, practice)
    body = rendered("pages/practice", view, practice=values)
    t = edition.strings
    name = edition.text(practice.name)
    return page_of(
        view,
        "practice",
        title=name,
        description=edition.text(practice.summary),
        body=body,
        section="practices",
        source=edition.catalogue.path_of["practice", practice.id],
        above=(PRACTICES,),
        headings=(
            *(heading for heading in headings(body) if heading.id != "facts"),
            Heading("cite", t("cite.title")),
        ),
        json_ld=(jsonld.practice_article(edition, practice, values.sources),),
        review=reviews.review(edition, "practice", practice),
    )


def practice_view(view: View, practice: Practice) -> PracticeView:
    edition = view.edition
    t = view.t
    provider = practice.provider
    around = (
        _block(view, t("practice.block.provider"), provider.about),
        _block(view, t("practice.block.employers"), practice.employers.about,
               edition.labels("empl", practice.employers.involvement)),
        _block(view, t("practice.block.partners"), practice.partners),
        _block(view, t("practice.block.funding"), practice.funding.about, edition.labels("fund", practice.funding.funder)),
    )  # fmt: skip
    people = (
        _block(view, t("practice.block.mentees"), practice.mentees.about),
        _block(view, t("practice.block.mentors"), practice.mentors.about),
    )
    charts = evidence_tables.own_charts(view, practice)
    drawn = {row.figure.id for chart in charts for row in chart.rows}
    compared = [figure for figure in practice.results if figure.kind == "comparison"]
    others = [one for one in practice.results if f"figure-{one.id}" not in drawn and one not in compared]
    fitting = {one.tool for one in practice.fitting_tools}
    return PracticeView(
        id=practice.id,
        eyebrow=f"{edition.labels('kind', practice.kind)} · {practice_card.place(view, practice)}",
        name=view.say(practice.name),
        plain_name=edition.text(practice.name),
        also_known_as=edition.strings.listed(practice.also_known_as),
        summary=view.say(practice.summary),
        adjacent=practice.adjacent,
        head=practice_head.head(view, practice),
        timeline=timeline.timeline(view, practice),
        facts=key_facts(view, practice),
        people=tuple(block for block in people if block),
        steps=way(view, practice),
        around=tuple(block for block in around if block),
        projects=tuple(
            RelatedView(
                view.record("project", item.id), Markup("{}").format(item.short_title), view.say(item.summary), ""
            )
            for item in edition.catalogue.projects_by_practice[practice.id]
        ),
        budget=_untitled(view, practice.funding.budget),
        results=bool(practice.results),
        compared=tuple(figures.figure(view, figure) for figure in compared),
        charts=charts,
        figures=(groups := figures.figure_groups(view, others)),
        figure_count=sum(group.count for group in groups),
        credit=t(
            "known.save.credit",
            hub=edition.text(edition.catalogue.settings.title), license=edition.catalogue.settings.content_license_name,
        ),
        evidence=evidence.evidence(view, practice.evidence, practice.results),
        evidence_why=view.prose(practice.evidence.why),
        evaluation=view.prose(practice.evidence.evaluation) if practice.evidence.evaluation else None,
        works_when=facts.works_when(view, practice),
        watch_out=facts.points(view, practice.watch_out),
        lessons=facts.points(view, practice.lessons),
        adapt=facts.points(view, practice.adapt),
        core=facts.points(view, practice.core),
        varies=facts.points(view, practice.varies),
        effort=_effort(view, practice),
        contradictions=contradictions.contradictions(view, practice.contradictions),
        criteria=tuple(
            IllustrationView(
                view.record("criterion", item.criterion),
                edition.title("criterion", item.criterion),
                view.line(item.how),
            )
            for item in practice.criteria
        ),
        fitting_guides=tuple(
            links.link_to(view, "guide", one.guide, view.say(one.why)) for one in practice.fitting_guides
        ),
        fitting_tools=tuple(links.link_to(view, "tool", one.tool, view.say(one.why)) for one in practice.fitting_tools),
        tools=links.tool_links(
            view, (one for one in edition.catalogue.tools_by_practice[practice.id] if one.id not in fitting)
        ),
        guides=links.guide_links(view, edition.catalogue.guides_by_practice[practice.id]),
        related=tuple(
            RelatedView(
                view.record("practice", item.practice.id),
                view.say(item.practice.name),
                view.say(item.practice.summary),
                _reasons(view, item),
            )
            for item in edition.catalogue.related[practice.id]
        ),
        sources=sources.sources(view, view.cited(practice.sources)),
    )  # fmt: skip


def _block(view: View, title: str, prose: Prose | None, labels: str = "") -> Block | None:
    if prose is None and not labels:
        return None
    return Block(title, view.prose(prose) if prose else Markup(""), labels)


def _effort(view: View, practice: Practice) -> tuple[Block, ...]:
    effort = practice.effort
    if effort is None:
        return ()
    said = (("hours", effort.hours), ("staff", effort.staff), ("cost", effort.cost))
    return tuple(Block(view.t(f"practice.effort.{name}"), view.line(text)) for name, text in said if text)


def _untitled(view: View, amounts: tuple[Figure, ...]) -> tuple[figures.FigureGroup, ...]:
    """Figures of one kind, for a table whose heading says which."""
    found = tuple(figures.figure(view, figure) for figure in amounts)
    return (figures.FigureGroup("money", "", found),) if found else ()


ABOVE = frozenset({"evidence", "rhythm", "duration", "frequency"})
"""Facts that the head of the page has said."""


def key_facts(view: View, practice: Practice) -> tuple[facts.Fact, ...]:
    """What people compare first. A fact that is not documented is left out; the page says so at its end."""
    known = [(name, value) for name, value in fact_values(view, practice) if value and name not in ABOVE]
    return tuple(Fact(view.t(f"practice.fact.{name}"), Markup("{}").format(value)) for name, value in known)


def way(view: View, practice: Practice) -> tuple[Step, ...]:
    """A duo's way as far as it is documented: intake, matching, training, meetings, the coach who is there all along."""
    edition = view.edition
    t = view.t
    matching, training, course = practice.matching, practice.training, practice.course
    meeting_labels = [
        *([edition.text(course.rhythm)] if course.rhythm else []),
        *([edition.labels("format", course.format)] if course.format else []),
    ]
    steps = (
        ("intake", "", (("", matching.intake),)),
        ("matching", edition.labels("match", matching.method), (("", matching.about),)),
        ("training", edition.labels("train", training.offered), (
            (t("practice.block.mentors"), training.mentors), (t("practice.block.mentees"), training.mentees))),
        ("meetings", " · ".join(meeting_labels), (("", course.content),)),
        ("coach", "", (("", practice.coach),)),
    )  # fmt: skip
    return tuple(
        Step(t(f"practice.step.{id}"), labels, tuple(Block(title, view.prose(text)) for title, text in blocks if text))
        for id, labels, blocks in steps
        if labels or any(text for _, text in blocks)
    )


def _reasons(view: View, item: Related) -> str:
    return "; ".join(
        view.t(f"practice.shared.{facet}", labels=_few(view, facet, terms)) for facet, terms in item.shared
    )


def _few(view: View, facet: str, terms: tuple[str, ...]) -> str:
    """Labels inside a sentence: `vluchtelingen en jongvolwassenen`; names of countries keep their capital."""
    labels = [view.edition.label(facet, term) for term in terms]
    return view.edition.strings.listed(labels if facet in PLACES else [label[0].lower() + label[1:] for label in labels])
