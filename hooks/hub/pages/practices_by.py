"""Static pages with the practices of one term: what the filters show, without script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..link.addresses import PRACTICES, WHERE, record_path, value_path
from ..model import Practice, Term
from ..view import evidence, jsonld, practice_card, practice_status
from ..view.edition import Edition
from ..view.evidence import EvidenceView
from ..view.page import Page, page_of
from ..view.templates import rendered
from ..view.view import View

ON_A_PAGE = 200
"""Practices on a static page of a value; more go on to a next page."""


# --- the list -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Option:
    id: str
    label: str
    count: int
    href: str | None
    """Its static page."""
    former: str
    """Ids it had before, separated by spaces."""


def value_link(view: View, facet: str, value: str) -> str | None:
    return view.link(value_path(facet, value)) if view.edition.practices_by_value[facet, value] else None


# --- static pages -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Line:
    href: str
    name: Markup
    summary: Markup
    place: str
    kind: str
    evidence: EvidenceView
    status: str


@dataclass(frozen=True)
class ValueList:
    facet: str
    term: str
    title: str
    definition: str
    count: int
    lines: tuple[Line, ...]
    first: int
    """Number of the first line."""
    filter: str
    """Link to the list with this value chosen."""
    others: tuple[Option, ...]
    """The other values of the facet that have practices."""
    where: str | None
    """Link to who is active where, for a region that the page has."""
    previous: str | None
    next: str | None


def value_pages(edition: Edition, facet: str, value: str) -> Iterator[Page]:
    """The page of a value, and as many more as its practices need."""
    catalogue = edition.catalogue
    practices = edition.practices_by_value[facet, value]
    t = edition.strings
    term = edition.term(facet, value)
    vocabulary = catalogue.vocabularies[facet]
    local = {area.region for area in catalogue.areas.values()}
    title = f"{edition.text(vocabulary.label)}: {edition.text(term.label)}"
    numbers = range(1, (len(practices) - 1) // ON_A_PAGE + 2)
    for number in numbers:
        view = View(edition, value_path(facet, value, number))
        first = (number - 1) * ON_A_PAGE
        values = ValueList(
            facet=edition.text(vocabulary.label),
            term=edition.text(term.label),
            title=title,
            definition=edition.text(term.definition),
            count=len(practices),
            lines=tuple(_line(view, practice) for practice in practices[first : first + ON_A_PAGE]),
            first=first + 1,
            filter=f"{view.link(PRACTICES)}?{facet}={value}",
            others=_others(view, facet, term),
            where=view.link(WHERE) if facet == "region" and value in local else None,
            previous=view.link(value_path(facet, value, number - 1)) if number > 1 else None,
            next=view.link(value_path(facet, value, number + 1)) if number < len(numbers) else None,
        )
        page_title = title if number == 1 else t("practice_filter.by_value.page", title=title, number=number)
        yield page_of(
            view,
            "practices-by",
            title=page_title,
            description=t(
                "practice_filter.by_value.description", count=values.count, title=page_title, definition=values.definition
            ),
            body=rendered("pages/practices_by", view, list=values),
            section="practices",
            above=(PRACTICES,),
            json_ld=(jsonld.collection(edition, view.path, page_title, [
                (edition.text(practice.name), record_path("practice", practice.id))
                for practice in practices[first : first + ON_A_PAGE]
            ]),),
            searchable=False,
        )  # fmt: skip


def _others(view: View, facet: str, term: Term) -> tuple[Option, ...]:
    holders = view.edition.practices_by_value
    return tuple(
        Option(other.id, view.edition.text(other.label), len(holders[facet, other.id]),
               view.link(value_path(facet, other.id)), "")
        for other in view.edition.catalogue.vocabularies[facet].terms
        if holders[facet, other.id] and other.id != term.id
    )  # fmt: skip


def _line(view: View, practice: Practice) -> Line:
    edition = view.edition
    return Line(
        href=view.record("practice", practice.id),
        name=view.say(practice.name),
        summary=view.say(practice.summary),
        place=practice_card.place(view, practice),
        kind=edition.labels("kind", practice.kind),
        evidence=evidence.evidence(view, practice.evidence, practice.results),
        status=practice_status.short(edition, practice),
    )
