"""What the collection lacks and a reader may know: gaps that the data shows, each with a mail that asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from ..link.addresses import place_of
from ..link.catalogue import Catalogue
from ..model import Area, Practice
from .view import View


@dataclass(frozen=True)
class WantedItem:
    name: str
    href: str
    mail: str
    """Link that opens a mail with the question."""


@dataclass(frozen=True)
class Wanted:
    title: str
    ask: str
    items: tuple[WantedItem, ...]


def lacks_duration(practice: Practice) -> bool:
    return not practice.course.duration and practice.course.rhythm is None


def lacks_cost(practice: Practice) -> bool:
    return not practice.funding.budget and (practice.effort is None or practice.effort.cost is None)


def lacks_result(practice: Practice) -> bool:
    """What happened to people, not how many took part."""
    return not any(figure.kind in ("outcome", "comparison") for figure in practice.results)


def areas_without_programme(catalogue: Catalogue) -> Iterator[Area]:
    """In their order; a programme that stopped counts as none."""
    found = {
        seen.area
        for offer in catalogue.offers.values() if offer.kind == "mentoring" and offer.ended is None
        for seen in offer.seen
    }  # fmt: skip
    yield from (area for area in catalogue.areas.values() if area.id not in found)


def wanted(view: View) -> tuple[Wanted, ...]:
    """Groups without anything missing are left out."""
    edition = view.edition
    practices = edition.practices_by_name
    groups: tuple[tuple[str, str, Iterable[Practice | Area]], ...] = (
        ("duration", "practice", (one for one in practices if lacks_duration(one))),
        ("cost", "practice", (one for one in practices if lacks_cost(one))),
        ("result", "practice", (one for one in practices if lacks_result(one))),
        ("area", "area", areas_without_programme(edition.catalogue)),
    )
    made = (_group(view, name, kind, tuple(records)) for name, kind, records in groups)
    return tuple(group for group in made if group.items)


def _group(view: View, name: str, kind: str, records: tuple[Practice | Area, ...]) -> Wanted:
    ask = view.t(f"contribute.wanted.{name}.ask")
    return Wanted(
        view.t(f"contribute.wanted.{name}.title", count=len(records)),
        ask,
        tuple(_item(view, kind, record, ask) for record in records),
    )


def _item(view: View, kind: str, record: Practice | Area, ask: str) -> WantedItem:
    called = view.edition.text(record.name)
    path = place_of(kind, record.id, view.edition.catalogue).path
    body = view.t("contribute.wanted.body", ask=ask, address=f"{path}/ ({kind} {record.id})")
    return WantedItem(
        called, view.record(kind, record.id), mail_link(view, view.t("contribute.wanted.subject", name=called), body)
    )


def mail_link(view: View, subject: str, body: str) -> str:
    """Opens a mail to whoever runs the hub (RFC 6068: lines end in CR LF)."""
    mail = view.edition.catalogue.settings.contact_mail
    return f"mailto:{mail}?subject={quote(subject)}&body={quote(body.replace(chr(10), chr(13) + chr(10)))}"
