"""The list of practices and its static pages, one per value of a facet, as finished values for their templates.

The list is complete without script; the controls for filtering are in the page and `hidden` until the module
`practice-filter` can work. The static pages say the same without script, and to search engines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from jinja2 import Environment
from markupsafe import Markup

from . import jsonld, parts
from .model import Practice, Term, facet_values
from .pages import Crumb, Page
from .practice_files import practice_files
from .practice_index import ALWAYS_DOCUMENTED, FIRST_FACETS, NONE, WHOLE_LIST, facets, practice_index, served_order
from .references import folded
from .tile_map import TileMap, tile_map
from .view import Edition, View

FIRST_OF_A_COUNTRY = 2
"""Cards per country on the list page when there are too many practices for all of them."""
ON_A_PAGE = 200
"""Practices on a static page of a value; more go on to a next page."""


def pages(edition: Edition, env: Environment) -> Iterator[Page]:
    holders = practices_by_value(edition)
    yield list_page(edition, holders, env)
    for (facet, value), practices in holders.items():
        if practices and value != NONE:
            yield from value_pages(edition, facet, value, holders, env)


Holders = Mapping[tuple[str, str], tuple[Practice, ...]]


def practices_by_value(edition: Edition) -> Holders:
    """(facet, value) → its practices by name, for every value of every facet; the last of a facet is "not documented"."""
    catalogue = edition.catalogue
    holders: dict[tuple[str, str], list[Practice]] = {
        (facet, value): []
        for facet in facets()
        for value in (*(term.id for term in catalogue.vocabularies[facet].terms), NONE)
    }
    for practice in edition.practices_by_name:
        for facet in facets():
            for value in facet_values(practice, facet) or (NONE,):
                holders[facet, value].append(practice)
    return {key: tuple(practices) for key, practices in holders.items()}


def value_path(facet: str, value: str, number: int = 1) -> str:
    """Address of a static page: `practices/by/group/refugees`, its continuation `practices/by/group/refugees/2`."""
    return f"practices/by/{facet}/{value}" + (f"/{number}" if number > 1 else "")


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


@dataclass(frozen=True)
class Facet:
    id: str
    label: str
    options: tuple[Option, ...]
    folded: bool


@dataclass(frozen=True)
class Group:
    id: str
    title: str
    count: int
    cards: tuple[parts.Card, ...]
    more: str | None
    """Link to all of them, when not all have a card here."""


@dataclass(frozen=True)
class Thin:
    id: str
    name: str
    place: str
    known: Markup
    sources: Markup


@dataclass(frozen=True)
class PracticeList:
    count: int
    countries: int
    groups: tuple[Group, ...]
    facets: tuple[Facet, ...]
    map: TileMap
    index: str
    """Link to the data that filtering loads."""
    files: str
    """Link to the folder with what can be taken home."""
    blank_card: parts.Card | None
    """A card to be filled from data; None when every practice has one on the page."""
    thin: tuple[Thin, ...]
    sources: tuple[parts.SourceView, ...]


def list_page(edition: Edition, holders: Holders, env: Environment) -> Page:
    view = View(edition, "practices")
    values = practice_list(view, holders)
    t = edition.strings
    listed = [
        (edition.text(edition.catalogue.practices[card.id].name), f"practices/{card.id}")
        for group in values.groups
        for card in group.cards
    ]
    return Page(
        path="practices",
        locale=edition.locale,
        kind="practices",
        title=t("practices.title"),
        description=t("practices.description", count=values.count, countries=values.countries),
        body=Markup(env.get_template("hub/pages/practices.html").render(view.globals() | {"list": values})),
        section="practices",
        source=None,
        breadcrumbs=(Crumb(t("page.home"), ""), Crumb(t("practices.title"), None)),
        updated=edition.catalogue.settings.updated,
        json_ld=(jsonld.collection(edition, "practices", t("practices.title"), listed),),
    )


def practice_list(view: View, holders: Holders) -> PracticeList:
    edition = view.edition
    catalogue = edition.catalogue
    ordered = served_order(catalogue, edition.locale)
    whole = len(ordered) <= WHOLE_LIST
    countries = catalogue.vocabularies["country"].terms
    regions = catalogue.vocabularies["region"].terms
    thin = tuple(
        Thin(item.id, item.name, edition.labels("country", item.country), view.say(item.known), view.cite(item.sources))
        for item in sorted(catalogue.thin_practices, key=lambda item: folded(item.name))
    )
    return PracticeList(
        count=len(ordered),
        countries=sum(1 for term in countries if holders["country", term.id]),
        groups=tuple(_groups(view, ordered, whole, holders)),
        facets=tuple(_facet(view, facet, holders) for facet in facets()),
        map=tile_map(
            (facet, term.id, edition.text(term.label), len(holders[facet, term.id]),
             _value_link(view, facet, term.id, holders))
            for facet, terms in (("country", countries), ("region", regions))
            for term in terms
        ),
        index=view.asset(practice_index(catalogue).address(edition.locale)),
        files=view.asset(practice_files(catalogue).folder(edition.locale)),
        blank_card=None if whole else replace(parts.card(view, ordered[0]), rhythm=Markup(" ")),
        thin=thin,
        sources=parts.sources(view, view.cited()),
    )


def _groups(view: View, ordered: Sequence[Practice], whole: bool, holders: Holders) -> Iterator[Group]:
    """Each practice once, under the first country it names."""
    for country, members in groupby(ordered, key=lambda practice: practice.where.country[0]):
        listed = list(members)
        yield Group(
            id=f"country-{country.lower()}",
            title=view.edition.label("country", country),
            count=len(listed),
            cards=tuple(parts.card(view, practice) for practice in (listed if whole else listed[:FIRST_OF_A_COUNTRY])),
            more=None if whole else _value_link(view, "country", country, holders),
        )


def _facet(view: View, facet: str, holders: Holders) -> Facet:
    vocabulary = view.edition.catalogue.vocabularies[facet]
    options = [
        Option(term.id, view.edition.text(term.label), len(holders[facet, term.id]),
               _value_link(view, facet, term.id, holders), " ".join(term.former_ids))
        for term in vocabulary.terms
    ]  # fmt: skip
    if (unknown := len(holders[facet, NONE])) and facet not in ALWAYS_DOCUMENTED:
        options.append(Option(NONE, view.t("practice_filter.not_documented"), unknown, None, ""))
    return Facet(facet, view.edition.text(vocabulary.label), tuple(options), facet not in FIRST_FACETS)


def _value_link(view: View, facet: str, value: str, holders: Holders) -> str | None:
    return view.link(value_path(facet, value)) if holders[facet, value] else None


# --- static pages -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Line:
    href: str
    name: Markup
    summary: Markup
    place: str
    kind: str
    evidence: parts.EvidenceView
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
    previous: str | None
    next: str | None


def value_pages(edition: Edition, facet: str, value: str, holders: Holders, env: Environment) -> Iterator[Page]:
    """The page of a value, and as many more as its practices need."""
    catalogue = edition.catalogue
    practices = holders[facet, value]
    t = edition.strings
    term = edition.term(facet, value)
    vocabulary = catalogue.vocabularies[facet]
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
            filter=f"{view.link('practices')}?{facet}={value}",
            others=_others(view, facet, term, holders),
            previous=view.link(value_path(facet, value, number - 1)) if number > 1 else None,
            next=view.link(value_path(facet, value, number + 1)) if number < len(numbers) else None,
        )
        body = env.get_template("hub/pages/practices_by.html").render(view.globals() | {"list": values})
        page_title = title if number == 1 else t("practice_filter.by_value.page", title=title, number=number)
        yield Page(
            path=view.path,
            locale=edition.locale,
            kind="practices-by",
            title=page_title,
            description=t(
                "practice_filter.by_value.description", count=values.count, title=page_title, definition=values.definition
            ),
            body=Markup(body),
            section="practices",
            source=None,
            breadcrumbs=(Crumb(t("page.home"), ""), Crumb(t("practices.title"), "practices"), Crumb(page_title, None)),
            updated=catalogue.settings.updated,
            json_ld=(jsonld.collection(edition, view.path, page_title, [
                (edition.text(practice.name), f"practices/{practice.id}")
                for practice in practices[first : first + ON_A_PAGE]
            ]),),
            searchable=False,
        )  # fmt: skip


def _others(view: View, facet: str, term: Term, holders: Holders) -> tuple[Option, ...]:
    return tuple(
        Option(other.id, view.edition.text(other.label), len(holders[facet, other.id]),
               view.link(value_path(facet, other.id)), "")
        for other in view.edition.catalogue.vocabularies[facet].terms
        if holders[facet, other.id] and other.id != term.id
    )  # fmt: skip


def _line(view: View, practice: Practice) -> Line:
    edition = view.edition
    return Line(
        href=view.link(f"practices/{practice.id}"),
        name=view.say(practice.name),
        summary=view.say(practice.summary),
        place=parts.place(view, practice),
        kind=edition.labels("kind", practice.kind),
        evidence=parts.evidence(view, practice.evidence, practice.results),
        status=edition.label("status", practice.status),
    )
