"""The quality criteria: one page per dimension, and what the overview (`docs/criteria.md`) shows of the data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from ..model import Criterion
from ..view import facts, jsonld, links, process, sources
from ..view.edition import Edition
from ..view.page import Crumb, Page, headings
from ..view.process import Process
from ..view.sources import SourceView
from ..view.view import View


def pages(edition: Edition, env: Environment) -> Iterator[Page]:
    for place in range(len(edition.catalogue.dimensions)):
        yield dimension_page(place, edition, env)


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
    tools: tuple[links.ToolLink, ...]
    guides: tuple[links.Link, ...]
    """The sections of guides that help."""
    since: int
    reworded: int | None
    replaces: str


@dataclass(frozen=True)
class Neighbour:
    href: str
    number: int
    title: str


@dataclass(frozen=True)
class DimensionView:
    number: int
    count: int
    title: str
    summary: str
    introduction: Markup
    guides: tuple[links.Link, ...]
    process: Process
    criteria: tuple[CriterionView, ...]
    essential: int
    advanced: int
    previous: Neighbour | None
    next: Neighbour | None
    sources: tuple[SourceView, ...]


def dimension_page(place: int, edition: Edition, env: Environment) -> Page:
    dimension = edition.catalogue.dimensions[place]
    path = f"criteria/{dimension.id}"
    view = View(edition, path)
    values = dimension_view(view, place)
    body = Markup(env.get_template("hub/pages/dimension.html").render(view.globals() | {"dimension": values}))
    t = edition.strings
    return Page(
        path=path,
        locale=edition.locale,
        kind="dimension",
        title=values.title,
        description=t("dimension.description", title=values.title, summary=values.summary),
        body=body,
        section="quality",
        source=edition.catalogue.path_of["dimension", dimension.id],
        breadcrumbs=(Crumb(t("page.home"), ""), Crumb(t("criteria.title"), "criteria"), Crumb(values.title, None)),
        headings=headings(body),
        json_ld=(jsonld.criteria_set(edition, dimension, edition.catalogue.criteria_by_dimension[dimension.id]),),
        updated=edition.catalogue.settings.updated,
    )


def dimension_view(view: View, place: int) -> DimensionView:
    catalogue = view.edition.catalogue
    dimension = catalogue.dimensions[place]
    criteria = catalogue.criteria_by_dimension[dimension.id]
    introduction = view.prose(dimension.introduction)
    shown = tuple(_criterion(view, criterion) for criterion in criteria)
    return DimensionView(
        number=place + 1,
        count=len(catalogue.dimensions),
        title=view.edition.text(dimension.title),
        summary=view.edition.text(dimension.summary),
        introduction=introduction,
        guides=tuple(
            links.section_link(view, guide, None) for guide in catalogue.guides_by_dimension[dimension.id]
        ),
        process=process.process(view, dimension.id),
        criteria=shown,
        essential=sum(item.essential for item in shown),
        advanced=sum(not item.essential for item in shown),
        previous=_neighbour(view, place - 1),
        next=_neighbour(view, place + 1),
        sources=sources.sources(view, view.cited()),
    )


def _neighbour(view: View, place: int) -> Neighbour | None:
    dimensions = view.edition.catalogue.dimensions
    if not 0 <= place < len(dimensions):
        return None
    item = dimensions[place]
    return Neighbour(view.link(f"criteria/{item.id}"), place + 1, view.edition.text(item.title))


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
                view.link("criteria", fragment=f"label-{mention.label}"),
                view.say(mention.topic) if mention.topic else None,
            )
            for mention in criterion.labels
        ),
        labels_note=view.say(criterion.labels_note) if criterion.labels_note else None,
        practices=tuple(
            PracticeLink(view.link(f"practices/{practice.id}"), view.say(practice.name), view.plain(illustration.how))
            for practice, illustration in catalogue.practices_by_criterion[criterion.id]
        ),
        no_practice=view.say(criterion.no_practice) if criterion.no_practice else None,
        tools=links.links(view, catalogue.tools_by_criterion[criterion.id]),
        guides=links.help_links(view, criterion.id),
        since=criterion.since,
        reworded=criterion.reworded,
        replaces=edition.strings.listed(
            [edition.text(catalogue.criteria[id].title) for id in criterion.replaces if id in catalogue.criteria]
        ),
    )  # fmt: skip
