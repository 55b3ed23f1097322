"""What changed of which record: the newest change of every page that shows one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model import Change
from .addresses import place_of
from .catalogue import Catalogue


def newest_first(catalogue: Catalogue) -> tuple[Change, ...]:
    """Those of one day in the order of their file."""
    return tuple(sorted(catalogue.changes.values(), key=lambda change: change.date, reverse=True))


def records_of(change: Change) -> Iterator[tuple[str, str]]:
    """Kind and id of each record, in the order of the kinds."""
    if change.touched:
        for kind in type(change.touched).model_fields:
            for id in getattr(change.touched, kind):
                yield kind, id


def last_changes(catalogue: Catalogue) -> Mapping[str, Change]:
    """Path of a page → the newest change of what it shows; pages of which nothing is told have none."""
    found: dict[str, Change] = {}
    for change in newest_first(catalogue):
        for kind, id in records_of(change):
            found.setdefault(place_of(kind, id, catalogue).path, change)
    return found
