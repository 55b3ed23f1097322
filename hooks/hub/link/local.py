"""Checks on who is active where: the years of `data/where/` are those of the sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from ..load.strict_yaml import Loc
from ..model import Offer, Route, Source
from ..problems import Problem
from ..validate.valid import Valid
from .linked import Linking


def years_after_their_sources(linking: Linking) -> Iterator[Problem]:
    """A year is not later than the newest of its sources; where none has a date, the year is marked as inferred."""
    listed = Counter(one.entity.id for one in linking.of("source"))
    sources = {one.entity.id: one.entity for one in linking.of("source") if listed[one.entity.id] == 1}

    def fault(one: Valid, loc: Loc, year: int, inferred: bool | None, named: tuple[str, ...]) -> Iterator[Problem]:
        known: list[Source] = [sources[id] for id in named if id in sources]
        if len(known) < len(named):
            return  # unknown, faulty or listed twice, which is a problem of its own
        issued = [int(source.issued[:4]) for source in known if source.issued]
        if not issued and inferred is False:
            yield one.raw.problem((*loc, "year"), "must be marked `year_inferred: true`, none of its sources has a date")
        elif issued and year > max(issued):
            yield one.raw.problem((*loc, "year"), f"must not be later than its newest source ({max(issued)}), got {year}")

    for one in linking.of("offer"):
        offer: Offer = one.entity
        for number, seen in enumerate(offer.seen):
            yield from fault(one, ("seen", number), seen.year, seen.year_inferred, seen.sources)
    for one in linking.of("route"):
        route: Route = one.entity
        yield from fault(one, (), route.year, None, route.sources)


def offers_that_ended_before_they_were_seen(linking: Linking) -> Iterator[Problem]:
    """What was seen later than its end has not ended, or not then."""
    for one in linking.of("offer"):
        offer: Offer = one.entity
        if offer.ended is not None and offer.ended < offer.newest.year:
            message = f"must not be before its newest sighting ({offer.newest.year}), got {offer.ended}"
            yield one.raw.problem(("ended",), message)


CHECKS: tuple[Callable[[Linking], Iterator[Problem]], ...] = (
    years_after_their_sources,
    offers_that_ended_before_they_were_seen,
)
