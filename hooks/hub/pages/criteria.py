"""The quality criteria: one page per dimension, and what the overview (`docs/criteria.md`) shows of the data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from ..link.addresses import CRITERIA, record_path
from ..model import Criterion, Dimension
from ..view import accent, facts, jsonld, links, process, sources
from ..view.accent import Accent
from ..view.edition import Edition
from ..view.page import Page, headings, page_of
from ..view.process import Process
from ..view.sources import SourceView
from ..view.templates import rendered
from ..view.view import View


def pages(edition: Edition) -> Iterator[Page]:
    for dimension in edition.catalogue.dimensions.values():
        yield dimension_page(dimension, edition)


# --- dimension --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class BasisView:
    label: str
    note: Markup | None


@dataclass(frozen=True)
class LevelView:
    number: int
    label: str
    text: Markup


@dataclass(frozen=True)
class LabelView:
    code: str
    name: str
    href: str
    topic: Markup | None


@dataclass(frozen=True)
class PracticeLink:
    href: str
    name: Markup
    how: Markup


@dataclass(frozen=True)
class CriterionView:
    id: str
    title: str
    tier: str
    essential: bool
    statement: Markup
    why: Markup
    bases: tuple[BasisView, ...]
    proof: tuple[Markup, ...]
    levels: tuple[LevelView, ...]
    labels: tuple[LabelView, ...]
    labels_note: Markup | None
    practices: tuple[PracticeLink, ...]
    no_practice: Markup | None
    """What was looked for, where none is known."""
    tools: tuple[links.Link, ...]
    guides: tuple[links.Link, ...]
    """The sections of guides that help."""
    since: int
    reworded: int | None
    replaces: str


@dataclass(frozen=True)
class RetiredView:
    """A criterion that is no longer asked: old links and answers still find it."""

    id: str
    title: Markup
    version: int
    reason: Markup
    replaced_by: tuple[links.Link, ...]


@dataclass(frozen=True)
class Neighbour:
    href: str
    number: int
    title: str


@dataclass(frozen=True)
class DimensionView:
    id: str
    accent: Accent
    number: int
    count: int
    title: str
    summary: str
    introduction: Markup
    introduction_sources: tuple[links.Link, ...]
    """What the introduction cites, in short; the whole references stand at the end of the page."""
    guides: tuple[links.Link, ...]
    process: Process
    criteria: tuple[CriterionView, ...]
    retired: tuple[RetiredView, ...]
    essential: int
    advanced: int
    previous: Neighbour | None
    next: Neighbour | None
    sources: tuple[SourceView, ...]


def dimension_page(dimension: Dimension, edition: Edition) -> Page:
    path = record_path("dimension", dimension.id)
    view = View(edition, path)
    values = dimension_view(view, dimension)
    body = rendered("pages/dimension", view, dimension=values)
    t = edition.strings
    return page_of(
        view,
        "dimension",
        title=values.title,
        description=t("dimension.description", title=values.title, summary=values.summary),
        body=body,
        section="quality",
        source=edition.catalogue.path_of["dimension", dimension.id],
        above=(CRITERIA,),
        headings=headings(body),
        json_ld=(jsonld.criteria_set(edition, dimension, edition.catalogue.criteria_by_dimension[dimension.id]),),
    )


def dimension_view(view: View, dimension: Dimension) -> DimensionView:
    catalogue = view.edition.catalogue
    order = tuple(catalogue.dimensions)
    before, after = links.neighbours(order, dimension.id)
    criteria = catalogue.criteria_by_dimension[dimension.id]
    introduction = view.prose(dimension.introduction)
    introduction_sources = tuple(
        links.Link(view.source_link(one.id), one.mark, escape(catalogue.sources[one.id].title)) for one in view.cited()
    )
    shown = tuple(_criterion(view, criterion) for criterion in criteria)
    essential = sum(item.essential for item in shown)
    return DimensionView(
        id=dimension.id,
        accent=accent.of_criteria(essential, len(shown) - essential),
        number=order.index(dimension.id) + 1,
        count=len(order),
        title=view.edition.text(dimension.title),
        summary=view.edition.text(dimension.summary),
        introduction=introduction,
        introduction_sources=introduction_sources,
        guides=links.guide_links(view, catalogue.guides_by_dimension[dimension.id]),
        process=process.process(view, dimension.id),
        criteria=shown,
        retired=tuple(_retired(view, criterion) for criterion in catalogue.retired_by_dimension[dimension.id]),
        essential=essential,
        advanced=len(shown) - essential,
        previous=_neighbour(view, before) if before else None,
        next=_neighbour(view, after) if after else None,
        sources=sources.sources(view, view.cited()),
    )


def _retired(view: View, criterion: Criterion) -> RetiredView:
    assert criterion.retired is not None
    return RetiredView(
        criterion.id, view.say(criterion.title), criterion.retired.version, view.say(criterion.retired.reason),
        links.criterion_links(view, (one.id for one in view.edition.catalogue.replaced_by[criterion.id])),
    )  # fmt: skip


def _neighbour(view: View, id: str) -> Neighbour:
    number = tuple(view.edition.catalogue.dimensions).index(id) + 1
    return Neighbour(view.record("dimension", id), number, view.edition.title("dimension", id))


def _criterion(view: View, criterion: Criterion) -> CriterionView:
    edition = view.edition
    catalogue = edition.catalogue
    return CriterionView(
        id=criterion.id,
        title=edition.text(criterion.title),
        tier=edition.label("tier", criterion.tier),
        essential=criterion.tier == "essential",
        statement=view.say(criterion.statement),
        why=view.prose(criterion.why),
        bases=tuple(
            BasisView(edition.label("basis", basis.kind), view.say(basis.note) if basis.note else None)
            for basis in criterion.basis
        ),
        proof=facts.points(view, criterion.proof),
        levels=tuple(
            LevelView(number, edition.label("level", str(number)), view.say(text))
            for number, text in enumerate(criterion.levels)
        ),
        labels=tuple(
            LabelView(
                catalogue.labels[mention.label].code, catalogue.labels[mention.label].name,
                view.record("label", mention.label),
                view.say(mention.topic) if mention.topic else None,
            )
            for mention in criterion.labels
        ),
        labels_note=view.say(criterion.labels_note) if criterion.labels_note else None,
        practices=tuple(
            PracticeLink(view.record("practice", practice.id), view.say(practice.name), view.plain(illustration.how))
            for practice, illustration in catalogue.practices_by_criterion[criterion.id]
        ),
        no_practice=view.say(criterion.no_practice) if criterion.no_practice else None,
        tools=links.tool_links(view, catalogue.tools_by_criterion[criterion.id]),
        guides=links.help_links(view, criterion.id),
        since=criterion.since,
        reworded=criterion.reworded,
        replaces=edition.strings.listed(
            [edition.title("criterion", id) for id in criterion.replaces if id in catalogue.criteria]
        ),
    )  # fmt: skip
