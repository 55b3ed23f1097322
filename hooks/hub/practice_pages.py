"""One fiche per practice, as finished values for its template; the list of practices stands in `practice_list`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from . import guide_view, jsonld, parts, tool_pages
from .facts import note, website
from .model import Practice, Prose, facet_values
from .pages import Crumb, Heading, Page, headings
from .view import PLACES, Edition, View

RELATED_AT_MOST = 4
RELATED_BY = ("group", "mentor", "kind", "country")
"""Facets that can make two practices related, in the order in which the reason names them."""


def pages(edition: Edition, env: Environment) -> Iterator[Page]:
    related = related_practices(edition.catalogue.practices)
    for practice in edition.catalogue.practices.values():
        yield fiche_page(practice, related[practice.id], edition, env)


# --- fiche ------------------------------------------------------------------------------------------------------------


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
class Fiche:
    id: str
    eyebrow: str
    name: Markup
    plain_name: str
    also_known_as: str
    summary: Markup
    adjacent: bool
    facts: tuple[parts.Fact, ...]
    people: tuple[Block, ...]
    steps: tuple[Step, ...]
    around: tuple[Block, ...]
    projects: tuple[RelatedView, ...]
    """Projects that ran or studied it; the reason is empty."""
    budget: tuple[parts.FigureView, ...]
    results: tuple[parts.FigureGroup, ...]
    evidence: parts.EvidenceView
    evidence_why: Markup
    evaluation: Markup | None
    works_when: tuple[Markup, ...]
    watch_out: tuple[Markup, ...]
    lessons: tuple[Markup, ...]
    adapt: tuple[Markup, ...]
    contradictions: tuple[parts.ContradictionView, ...]
    criteria: tuple[IllustrationView, ...]
    tools: tuple[tool_pages.ToolLink, ...]
    guides: tuple[guide_view.Link, ...]
    related: tuple[RelatedView, ...]
    sources: tuple[parts.SourceView, ...]


def fiche_page(practice: Practice, related: tuple[Related, ...], edition: Edition, env: Environment) -> Page:
    path = f"practices/{practice.id}"
    view = View(edition, path)
    values = fiche(view, practice, related, env)
    body = Markup(env.get_template("hub/pages/practice.html").render(view.globals() | {"practice": values}))
    t = edition.strings
    name = edition.text(practice.name)
    return Page(
        path=path,
        locale=edition.locale,
        kind="practice",
        title=name,
        description=edition.text(practice.summary),
        body=body,
        section="practices",
        source=edition.catalogue.path_of["practice", practice.id],
        breadcrumbs=(Crumb(t("page.home"), ""), Crumb(t("practices.title"), "practices"), Crumb(name, None)),
        headings=(
            *(heading for heading in headings(body) if heading.id != "facts"),
            Heading("cite", t("cite.title")),
        ),
        json_ld=(jsonld.practice_article(edition, practice, values.sources),),
        updated=practice.last_checked,
    )


def fiche(view: View, practice: Practice, related: tuple[Related, ...], env: Environment) -> Fiche:
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
    return Fiche(
        id=practice.id,
        eyebrow=f"{edition.labels('kind', practice.kind)} · {parts.place(view, practice)}",
        name=view.say(practice.name),
        plain_name=edition.text(practice.name),
        also_known_as=edition.strings.listed(practice.also_known_as),
        summary=view.say(practice.summary),
        adjacent=practice.adjacent,
        facts=key_facts(view, practice, env),
        people=tuple(block for block in people if block),
        steps=timeline(view, practice),
        around=tuple(block for block in around if block),
        projects=tuple(
            RelatedView(
                view.link(f"projects/{item.id}"), Markup("{}").format(item.short_title), view.say(item.summary), ""
            )
            for item in edition.catalogue.projects_by_practice[practice.id]
        ),
        budget=tuple(parts.figure(view, figure) for figure in practice.funding.budget),
        results=parts.figure_groups(view, practice.results),
        evidence=parts.evidence(view, practice.evidence, practice.results),
        evidence_why=view.prose(practice.evidence.why),
        evaluation=view.prose(practice.evidence.evaluation) if practice.evidence.evaluation else None,
        works_when=parts.points(view, practice.works_when),
        watch_out=parts.points(view, practice.watch_out),
        lessons=parts.points(view, practice.lessons),
        adapt=parts.points(view, practice.adapt),
        contradictions=parts.contradictions(view, practice.contradictions),
        criteria=tuple(
            IllustrationView(
                view.record("criterion", item.criterion),
                edition.text(edition.catalogue.criteria[item.criterion].title),
                view.say(item.how),
            )
            for item in practice.criteria
        ),
        tools=tool_pages.links(view, edition.catalogue.tools_by_practice[practice.id]),
        guides=guide_view.naming_links(view, edition.catalogue.guides_by_practice[practice.id]),
        related=tuple(
            RelatedView(
                view.link(f"practices/{item.practice.id}"),
                view.say(item.practice.name),
                view.say(item.practice.summary),
                _reasons(view, item),
            )
            for item in related
        ),
        sources=parts.sources(view, view.cited(practice.sources)),
    )


def _block(view: View, title: str, prose: Prose | None, labels: str = "") -> Block | None:
    if prose is None and not labels:
        return None
    return Block(title, view.prose(prose) if prose else Markup(""), labels)


def key_facts(view: View, practice: Practice, env: Environment) -> tuple[parts.Fact, ...]:
    """What people compare first. A fact that is not documented is left out; the page says so at its end."""
    facts = fact_values(view, practice, env)
    return tuple(parts.Fact(view.t(f"practice.fact.{name}"), Markup("{}").format(value)) for name, value in facts if value)


def fact_values(view: View, practice: Practice, env: Environment) -> tuple[tuple[str, Markup | str | None], ...]:
    """Name and value of every key fact in their order; empty where it is not documented."""
    edition = view.edition
    t = view.t
    strings = edition.strings

    def labels(vocabulary: str, ids: tuple[str, ...]) -> str | None:
        return edition.labels(vocabulary, ids) or None

    provider = practice.provider
    partner = provider.partner
    name = (
        Markup('<a href="{}">{}</a>').format(view.link(f"partners/{partner}"), view.say(provider.name))
        if partner
        else view.say(provider.name)
    )
    where = parts.place(view, practice)
    period = parts.period(view, practice.period)
    period_note = practice.period.note if practice.period else None
    status = edition.label("status", practice.status)
    if practice.status_checked:
        status = t("practice.status_checked", status=status, year=str(practice.status_checked))
    budget = next((figure for figure in practice.funding.budget if figure.kind == "money"), None)
    education = edition.label("edu", practice.mentees.education)
    course = practice.course
    duration = [edition.label("dur", id) for id in course.duration]
    frequency = [edition.label("freq", id) for id in course.frequency]
    module = env.get_template("hub/parts/evidence.html").make_module(view.globals())
    evidence_line = getattr(module, "evidence_line")(parts.evidence(view, practice.evidence, practice.results))  # noqa: B009
    return (
        ("provider", parts.joined([name, edition.label("provider", provider.type)], " · ")),
        ("where", parts.joined([where, note(view.say(practice.where.places)) if practice.where.places else None], "")),
        ("period", parts.joined([period, note(view.say(period_note)) if period_note else None], "")),
        ("status", parts.joined([status, note(view.say(practice.status_note)) if practice.status_note else None], "")),
        ("kind", labels("kind", practice.kind)),
        ("mentees", labels("group", practice.mentees.group)),
        ("education", education),
        ("mentors", labels("mentor", practice.mentors.profile)),
        ("rhythm", view.say(course.rhythm) if course.rhythm else None),
        ("duration", strings.listed(duration, "or") if not course.rhythm else None),
        ("frequency", strings.listed(frequency, "or") if not course.rhythm else None),
        ("format", labels("format", course.format)),
        ("sector", edition.label("sector", course.sector)),
        ("funder", labels("fund", practice.funding.funder)),
        ("budget", parts.joined([parts.in_words(view, budget), note(view.say(budget.measures))], "") if budget else None),
        ("migrant", None if practice.migrant_specific else t("practice.open_to_all")),
        ("evidence", parts.joined([evidence_line, Markup('<a class="hub-small" href="#evidence">{}</a>').format(
            t("evidence.what"))], " ")),
        ("website", website(practice.website) if practice.website else None),
        ("checked", strings.date(practice.last_checked)),
    )  # fmt: skip


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


# --- related ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Related:
    practice: Practice
    shared: tuple[tuple[str, tuple[str, ...]], ...]
    """(facet, term ids) that both carry and few others do, in the order of `RELATED_BY`."""


def related_practices(practices: Mapping[str, Practice]) -> dict[str, tuple[Related, ...]]:
    """For each practice the few that resemble it most, best first, with what they share.

    What two practices share of target group, mentor profile, kind and country counts more the fewer practices have it:
    1 divided by that number. Something that more than half of all practices have says nothing and does not count.
    Ties go to the earlier id. Practices that share nothing telling are not related.
    """
    holders: dict[tuple[str, str], list[str]] = defaultdict(list)
    for id, practice in practices.items():
        for facet in RELATED_BY:
            for term in facet_values(practice, facet):
                holders[facet, term].append(id)
    telling = {trait: ids for trait, ids in holders.items() if 1 < len(ids) <= len(practices) / 2}
    scores: dict[str, dict[str, float]] = {id: defaultdict(float) for id in practices}
    for ids in telling.values():
        for one in ids:
            for other in ids:
                if one != other:
                    scores[one][other] += 1 / len(ids)
    return {
        id: tuple(
            Related(practices[other], _shared(practice, practices[other], telling))
            for other in sorted(scores[id], key=lambda other: (-round(scores[id][other], 9), other))[:RELATED_AT_MOST]
        )
        for id, practice in practices.items()
    }


def _shared(
    one: Practice, other: Practice, telling: Collection[tuple[str, str]]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = []
    for facet in RELATED_BY:
        theirs = facet_values(other, facet)
        if both := tuple(term for term in facet_values(one, facet) if term in theirs and (facet, term) in telling):
            found.append((facet, both))
    return tuple(found)


def _reasons(view: View, item: Related) -> str:
    return "; ".join(
        view.t(f"practice.shared.{facet}", labels=_few(view, facet, terms)) for facet, terms in item.shared
    )


def _few(view: View, facet: str, terms: tuple[str, ...]) -> str:
    """Labels inside a sentence: `vluchtelingen en jongvolwassenen`; names of countries keep their capital."""
    labels = [view.edition.label(facet, term) for term in terms]
    return view.edition.strings.listed(labels if facet in PLACES else [label[0].lower() + label[1:] for label in labels])
