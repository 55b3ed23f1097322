"""How old is what the hub says. Ages count from a date of the data itself, so the same data give the same site on any day.

A date may be a year or a month only; then it counts from its end, so nothing seems older than it is known to be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..model import HubSettings, Practice, Source
from ..model.known_terms import RUNNING, UNCONFIRMED

YEARS_RUNNING = 3
"""How old the newest source of a practice may be for the hub to say that it runs."""


def date_of_data(updated: str, records: Iterable[Any]) -> str:
    """The newest of the hub's own date and the dates on which records were last compared with their sources."""
    checked: list[str | None] = [getattr(one, "last_checked", None) for one in records]
    return max([updated, *filter(None, checked)])


def months_between(checked: str, now: str) -> int:
    """Whole months by the calendar, 0 at least.

    >>> [months_between(checked, "2026-12-01") for checked in ("2026-03-31", "2025", "2026")]
    [9, 12, 0]
    """
    (year, month), (this_year, this_month) = _month(checked, 12), _month(now, 1)
    return max(0, (this_year - year) * 12 + this_month - month)


def months_until_due(kind: str, own: int | None, settings: HubSettings) -> int:
    """What a record says itself, or else what `data/hub.yml` says for its kind."""
    return own or int(getattr(settings.review_every, kind))


def is_due(checked: str, every: int, now: str) -> bool:
    """Whether more than so many months went by."""
    return months_between(checked, now) > every


def due_from(checked: str, every: int) -> str:
    """The first month in which a record is due.

    >>> due_from("2026-03-31", 12), due_from("2025", 12)
    ('2027-04', '2027-01')
    """
    year, month = _month(checked, 12)
    years, place = divmod(month + every, 12)
    return f"{year + years}-{place + 1:02}"


def _month(date: str, missing: int) -> tuple[int, int]:
    return int(date[:4]), int(date[5:7] or missing)


# --- whether a practice runs --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Standing:
    """What may be said of whether a practice runs."""

    term: str
    """Of `status`: what its record says, but never `running` on a source that is too old or bears no date."""
    year: int | None
    """Of the newest source; None where none has a date."""
    overtaken: bool = False
    """The record says that it runs, and its sources are too old to repeat that without their year."""

    @property
    def running(self) -> bool:
        return self.term == RUNNING


def standing(practice: Practice, sources: Mapping[str, Source], now: str) -> Standing:
    """The newest source is the one that the record names (`status_checked`), or else the newest that it cites."""
    year = practice.status_checked
    if practice.status != RUNNING:
        return Standing(practice.status, year)
    if year is None:
        year = max((int(issued[:4]) for id in practice.sources if (issued := sources[id].issued)), default=None)
    if year is not None and int(now[:4]) - year <= YEARS_RUNNING:
        return Standing(RUNNING, year)
    return Standing(UNCONFIRMED, year, overtaken=True)
