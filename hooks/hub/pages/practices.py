"""The list of practices and its static pages, one per value of a facet, as finished values for their templates.

The list is complete without script; the controls for filtering are in the page and `hidden` until the module
`practice-filter` can work. The static pages say the same without script, and to search engines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from ..browser.files import BrowserFiles
from ..link.addresses import PRACTICES, record_path
from ..link.facets import ALL_OF, ALWAYS_DOCUMENTED, FIRST_FACETS, NONE, WHOLE_LIST, facets
from ..model import Practice
from ..text.folding import folded
from ..view import jsonld, practice_card, sources
from ..view.edition import Edition
from ..view.finder import Gap, gaps
from ..view.page import Page, page_of
from ..view.sources import SourceView
from ..view.templates import rendered
from ..view.tile_map import TileMap, tile_map
from ..view.view import View
from .practices_by import Option, value_link, value_pages

FIRST_OF_A_COUNTRY = 2
"""Cards per country on the list page when there are too many practices for all of them."""


def pages(edition: Edition, files: BrowserFiles) -> Iterator[Page]:
    yield list_page(edition, files)
    for (facet, value), practices in edition.practices_by_value.items():
        if practices and value != NONE:
            yield from value_pages(edition, facet, value)


@dataclass(frozen=True)
class Facet:
    id: str
    label: str
    options: tuple[Option, ...]
    folded: bool
    all_of: bool
    """All of its values may be wanted at once."""


@dataclass(frozen=True)
class Group:
    id: str
    title: str
    count: int
    cards: tuple[practice_card.Card, ...]
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
    """One without a title when the page holds all."""
    gaps: tuple[Gap, ...]
    facets: tuple[Facet, ...]
    labels: Mapping[str, str]
    """Facet → its name, for the columns of the table."""
    map: TileMap
    index: str
    """Link to the data that filtering loads."""
    files: str
    """Link to the folder with what can be taken home."""
    blank_card: practice_card.Card | None
    """A card to be filled from data; None when every practice has one on the page."""
    thin: tuple[Thin, ...]
    sources: tuple[SourceView, ...]


def list_page(edition: Edition, files: BrowserFiles) -> Page:
    view = View(edition, PRACTICES)
    values = practice_list(view, files)
    t = edition.strings
    listed = [
        (edition.text(edition.catalogue.practices[card.id].name), record_path("practice", card.id))
        for group in values.groups
        for card in group.cards
    ]
    return page_of(
        view,
        "practices",
        title=t("practices.title"),
        description=t("practices.description", count=values.count, countries=values.countries),
        body=rendered("pages/practices", view, list=values),
        section="practices",
        json_ld=(jsonld.collection(edition, PRACTICES, t("practices.title"), listed),),
    )


def practice_list(view: View, files: BrowserFiles) -> PracticeList:
    edition = view.edition
    catalogue = edition.catalogue
    ordered, holders = edition.practices_as_listed, edition.practices_by_value
    whole = len(ordered) <= WHOLE_LIST
    countries = catalogue.vocabularies["country"].terms
    regions = catalogue.vocabularies["region"].terms
    thin = tuple(
        Thin(item.id, item.name, edition.labels("country", item.country), view.say(item.known), view.cite(item.sources))
        for item in sorted(catalogue.thin_practices.values(), key=lambda item: folded(item.name))
    )
    return PracticeList(
        count=len(ordered),
        countries=sum(1 for term in countries if holders["country", term.id]),
        groups=(_one_group(view, ordered),) if whole else tuple(_groups(view, ordered)),
        gaps=gaps(view),
        facets=tuple(_facet(view, facet) for facet in facets()),
        labels={facet: edition.text(catalogue.vocabularies[facet].label) for facet in facets()},
        map=tile_map(
            (facet, term.id, edition.text(term.label), len(holders[facet, term.id]),
             value_link(view, facet, term.id))
            for facet, terms in (("country", countries), ("region", regions))
            for term in terms
        ),
        index=view.asset(files.index.address(edition.locale)),
        files=view.asset(files.practices.folder(edition.locale)),
        blank_card=None if whole else replace(practice_card.card(view, ordered[0]), rhythm=Markup(" ")),
        thin=thin,
        sources=sources.sources(view, view.cited()),
    )


def _one_group(view: View, ordered: Sequence[Practice]) -> Group:
    cards = tuple(practice_card.card(view, practice) for practice in ordered)
    return Group(id="practices", title="", count=len(ordered), cards=cards, more=None)


def _groups(view: View, ordered: Sequence[Practice]) -> Iterator[Group]:
    """The first ones of each country, each practice once, under the first country it names."""
    rank = {term.id: place for place, term in enumerate(view.edition.catalogue.vocabularies["country"].terms)}
    by_country = sorted(ordered, key=lambda practice: rank[practice.where.country[0]])
    for country, members in groupby(by_country, key=lambda practice: practice.where.country[0]):
        listed = list(members)
        yield Group(
            id=f"country-{country.lower()}",
            title=view.edition.label("country", country),
            count=len(listed),
            cards=tuple(practice_card.card(view, practice) for practice in listed[:FIRST_OF_A_COUNTRY]),
            more=value_link(view, "country", country),
        )


def _facet(view: View, facet: str) -> Facet:
    vocabulary, holders = view.edition.catalogue.vocabularies[facet], view.edition.practices_by_value
    options = [
        Option(term.id, view.edition.text(term.label), len(holders[facet, term.id]),
               value_link(view, facet, term.id), " ".join(term.former_ids))
        for term in vocabulary.terms
    ]  # fmt: skip
    if (unknown := len(holders[facet, NONE])) and facet not in ALWAYS_DOCUMENTED:
        options.append(Option(NONE, view.t("practice_filter.not_documented"), unknown, None, ""))
    return Facet(facet, view.edition.text(vocabulary.label), tuple(options), facet not in FIRST_FACETS, facet in ALL_OF)
