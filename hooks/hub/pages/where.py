"""Who is active where in Flanders and Brussels: a map, a table per area, programmes with the year of their newest source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..link.addresses import PRACTICES, WHERE
from ..model import Area, Offer, Practice, Sighting
from ..view import facts, practice_status, reviews, sources
from ..view.edition import Edition
from ..view.links import Link, link_to
from ..view.page import Page, page_of
from ..view.sources import SourceView
from ..view.templates import rendered
from ..view.view import View


@dataclass(frozen=True)
class Seen:
    """One line of the table: what was seen in an area, when."""

    offer: Link
    year: str
    recent: bool
    what: str
    sources: Markup


@dataclass(frozen=True)
class AreaRow:
    anchor: str
    name: str
    mentoring: tuple[Seen, ...]
    neighbours: tuple[Seen, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True)
class Region:
    name: str
    practices: Link | None
    """Every practice of the region, as far as there are any."""
    areas: tuple[AreaRow, ...]


@dataclass(frozen=True)
class TileView:
    href: str
    name: str
    year: int | None
    count: int
    shade: int
    column: int
    row: int


@dataclass(frozen=True)
class OfferView:
    anchor: str
    name: str
    status: str
    recent: bool
    what: str
    practice: Link | None
    route: str
    website: Markup | None
    areas: tuple[Link, ...]
    sources: Markup | None
    due: str
    """That it is due for a look; empty while it is not."""


@dataclass(frozen=True)
class RouteView:
    anchor: str
    name: str
    partner: Link | None
    year: int
    what: str
    areas: tuple[Link, ...]
    website: Markup | None
    sources: Markup


@dataclass(frozen=True)
class Earlier:
    """A practice of the region that no offer names: ended, or without a recent source."""

    practice: Link
    status: str | None
    """With its year; None where no source has one: nothing may be said of it then."""


@dataclass(frozen=True)
class Where:
    tiles: tuple[TileView, ...]
    columns: int
    rows: int
    regions: tuple[Region, ...]
    mentoring: tuple[OfferView, ...]
    neighbours: tuple[OfferView, ...]
    routes: tuple[RouteView, ...]
    unknown: tuple[str, ...]
    earlier: tuple[Earlier, ...]
    recent: int
    """Programmes of which the newest source is recent."""
    sources: tuple[SourceView, ...]


def pages(edition: Edition) -> Iterator[Page]:
    view = View(edition, WHERE)
    t = edition.strings
    values = where(view)
    yield page_of(
        view,
        "where",
        title=t("where.title"),
        description=t("where.description", count=len(values.mentoring)),
        body=rendered("pages/where", view, where=values),
        section="practices",
        above=(PRACTICES,),
        source="data/where/offers.yml",
    )


def where(view: View) -> Where:
    edition, catalogue = view.edition, view.edition.catalogue
    areas, offers = tuple(catalogue.areas.values()), tuple(catalogue.offers.values())
    regions = tuple(dict.fromkeys(area.region for area in areas))
    return Where(
        tiles=(tiles := tuple(_tile(view, area) for area in areas if area.tile)),
        columns=max((tile.column for tile in tiles), default=0) + 1,
        rows=max((tile.row for tile in tiles), default=0) + 1,
        regions=tuple(_region(view, region, [area for area in areas if area.region == region]) for region in regions),
        mentoring=tuple(_offer(view, offer) for offer in offers if offer.kind == "mentoring"),
        neighbours=tuple(_offer(view, offer) for offer in offers if offer.kind == "neighbour"),
        routes=tuple(
            RouteView(
                f"route-{one.id}", one.name, link_to(view, "partner", one.partner) if one.partner else None, one.year,
                edition.text(one.what), _area_links(view, one.areas),
                facts.website(view, one.website) if one.website else None, view.cite(one.sources),
            )
            for one in catalogue.routes.values()
        ),
        unknown=tuple(edition.text(one.text) for one in catalogue.remarks.values() if one.kind == "where"),
        earlier=_earlier(edition, view, frozenset(regions)),
        recent=sum(offer.recent for offer in offers if offer.kind == "mentoring"),
        sources=sources.sources(view, view.cited()),
    )  # fmt: skip


def _seen_in(edition: Edition, area: str, kind: str) -> list[tuple[Offer, Sighting]]:
    """The latest first; in one year as authored."""
    found = [
        (offer, seen)
        for offer in edition.catalogue.offers.values()
        if offer.kind == kind
        for seen in offer.seen
        if seen.area == area
    ]
    return sorted(found, key=lambda pair: -pair[1].year)


def _recent(offer: Offer, seen: Sighting) -> bool:
    return offer.recent and seen.year == offer.newest.year


def _tile(view: View, area: Area) -> TileView:
    assert area.tile is not None
    found = _seen_in(view.edition, area.id, "mentoring")
    year = max((seen.year for _, seen in found), default=None)
    shade = 0 if year is None else 3 if any(_recent(*pair) for pair in found) else 1
    return TileView(
        f"#area-{area.id}", view.edition.text(area.short), year, len(found), shade, area.tile.column, area.tile.row
    )


def _region(view: View, region: str, areas: list[Area]) -> Region:
    edition = view.edition
    listed = edition.practices_by_value["region", region]
    link = Link(f"{view.link(PRACTICES)}?region={region}", edition.label("region", region), str(len(listed)))
    return Region(
        edition.label("region", region),
        link if listed else None,
        tuple(
            AreaRow(
                f"area-{area.id}", edition.text(area.name),
                _all_seen(view, area.id, "mentoring"), _all_seen(view, area.id, "neighbour"),
                tuple(map(edition.text, area.unknown)),
            )
            for area in areas
        ),
    )  # fmt: skip


def _all_seen(view: View, area: str, kind: str) -> tuple[Seen, ...]:
    return tuple(_seen(view, *pair) for pair in _seen_in(view.edition, area, kind))


def _seen(view: View, offer: Offer, seen: Sighting) -> Seen:
    return Seen(
        link_to(view, "offer", offer.id), _year(view, seen), _recent(offer, seen), view.edition.text(seen.what),
        view.cite(seen.sources),
    )  # fmt: skip


def _year(view: View, seen: Sighting) -> str:
    return f"{seen.year} ({view.t('common.inferred')})" if seen.year_inferred else str(seen.year)


def _offer(view: View, offer: Offer) -> OfferView:
    edition = view.edition
    status = "ended" if offer.ended else "recent" if offer.recent else "older"
    year = str(offer.ended) if offer.ended else _year(view, offer.newest)
    practice = link_to(view, "practice", offer.practice) if offer.practice else None
    review = reviews.review(edition, "offer", offer)
    return OfferView(
        f"offer-{offer.id}", edition.text(offer.name), view.t(f"where.status.{status}", year=year), offer.recent,
        edition.text(offer.what), practice, edition.text(offer.route),
        facts.website(view, offer.website) if offer.website else None,
        _area_links(view, tuple(dict.fromkeys(seen.area for seen in offer.seen))),
        view.cite(offer.sources) if offer.sources else None,
        view.t("age.offer", date=review.said) if review.due else "",
    )  # fmt: skip


def _area_links(view: View, areas: tuple[str, ...]) -> tuple[Link, ...]:
    """By the name on the tile, which is short."""
    known = view.edition.catalogue.areas
    return tuple(Link(f"#area-{id}", view.edition.text(known[id].short)) for id in areas)


def _earlier(edition: Edition, view: View, regions: frozenset[str]) -> tuple[Earlier, ...]:
    """The latest first, those without a year last."""
    named = {offer.practice for offer in edition.catalogue.offers.values()}
    found: list[Practice] = [
        one for one in edition.practices_by_name if regions.intersection(one.where.region) and one.id not in named
    ]
    years = {one.id: practice_status.standing(edition, one).year for one in found}
    found.sort(key=lambda one: -(years[one.id] or 0))
    return tuple(
        Earlier(
            link_to(view, "practice", one.id),
            _last_seen(view, one, year) if (year := years[one.id]) else None,
        )
        for one in found
    )


def _last_seen(view: View, practice: Practice, year: int) -> str:
    words = practice_status.overtaken(view.edition, practice)
    return words or f"{practice_status.short(view.edition, practice)}, {view.t('where.earlier.year', year=str(year))}"
