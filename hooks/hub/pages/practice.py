"""The record page of a practice, as finished values for its template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..link.addresses import PRACTICES, record_path
from ..link.related import Related
from ..model import Practice, Prose
from ..view import contradictions, evidence, facts, figures, jsonld, links, practice_card, sources
from ..view.contradictions import ContradictionView
from ..view.edition import PLACES, Edition
from ..view.evidence import EvidenceView
from ..view.facts import Fact, WorksWhen
from ..view.page import Heading, Page, headings, page_of
from ..view.practice_facts import fact_values
from ..view.sources import SourceView
from ..view.templates import rendered
from ..view.view import View


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
    facts: tuple[Fact, ...]
    people: tuple[Block, ...]
    steps: tuple[Step, ...]
    around: tuple[Block, ...]
    projects: tuple[RelatedView, ...]
    """Projects that ran or studied it; the reason is empty."""
    budget: tuple[figures.FigureView, ...]
    results: tuple[figures.FigureGroup, ...]
    evidence: EvidenceView
    evidence_why: Markup
    evaluation: Markup | None
    works_when: WorksWhen
    watch_out: tuple[Markup, ...]
    lessons: tuple[Markup, ...]
    adapt: tuple[Markup, ...]
    contradictions: tuple[ContradictionView, ...]
    criteria: tuple[IllustrationView, ...]
    tools: tuple[links.Link, ...]
    guides: tuple[links.Link, ...]
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
        updated=practice.last_checked,
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
    return PracticeView(
        id=practice.id,
        eyebrow=f"{edition.labels('kind', practice.kind)} · {practice_card.place(view, practice)}",
        name=view.say(practice.name),
        plain_name=edition.text(practice.name),
        also_known_as=edition.strings.listed(practice.also_known_as),
        summary=view.say(practice.summary),
        adjacent=practice.adjacent,
        facts=key_facts(view, practice),
        people=tuple(block for block in people if block),
        steps=timeline(view, practice),
        around=tuple(block for block in around if block),
        projects=tuple(
            RelatedView(
                view.record("project", item.id), Markup("{}").format(item.short_title), view.say(item.summary), ""
            )
            for item in edition.catalogue.projects_by_practice[practice.id]
        ),
        budget=tuple(figures.figure(view, figure) for figure in practice.funding.budget),
        results=figures.figure_groups(view, practice.results),
        evidence=evidence.evidence(view, practice.evidence, practice.results),
        evidence_why=view.prose(practice.evidence.why),
        evaluation=view.prose(practice.evidence.evaluation) if practice.evidence.evaluation else None,
        works_when=facts.works_when(view, practice),
        watch_out=facts.points(view, practice.watch_out),
        lessons=facts.points(view, practice.lessons),
        adapt=facts.points(view, practice.adapt),
        contradictions=contradictions.contradictions(view, practice.contradictions),
        criteria=tuple(
            IllustrationView(
                view.record("criterion", item.criterion),
                edition.title("criterion", item.criterion),
                view.line(item.how),
            )
            for item in practice.criteria
        ),
        tools=links.tool_links(view, edition.catalogue.tools_by_practice[practice.id]),
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
    )


def _block(view: View, title: str, prose: Prose | None, labels: str = "") -> Block | None:
    if prose is None and not labels:
        return None
    return Block(title, view.prose(prose) if prose else Markup(""), labels)


def key_facts(view: View, practice: Practice) -> tuple[facts.Fact, ...]:
    """What people compare first. A fact that is not documented is left out; the page says so at its end."""
    facts = fact_values(view, practice)
    return tuple(Fact(view.t(f"practice.fact.{name}"), Markup("{}").format(value)) for name, value in facts if value)


def timeline(view: View, practice: Practice) -> tuple[Step, ...]:
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
