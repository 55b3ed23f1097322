"""Who is active where in Flanders and Brussels, in `data/where/`: areas, what is offered there, public ways to it.

A page can be older than what it describes, so nothing here is active by itself: every sighting has the year of its source.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import FormerIds, FullText, Line, PartialDate, Record, RecordId, Ref, WebAddress, Year
from .shared import PartnerId, PracticeId, ReviewEvery
from .source import SourceId, Sources

AreaId = Annotated[str, Ref("area")]

YEARS_RECENT = 2
"""How old the newest source of an offer may be, when it was last checked, for the page to call the offer active."""


class Tile(Record):
    """Where an area lies on the map, from its upper left corner."""

    column: int = Field(ge=0, le=7, description="Place from the left, from 0.")
    row: int = Field(ge=0, le=7, description="Place from above, from 0.")


class Area(Record):
    """A region, province or city of which the page says who is active there."""

    id: RecordId
    former_ids: FormerIds = ()
    name: FullText = Field(description="Name of the area.")
    short: FullText = Field(description="The name as it fits on a tile of the map.")
    region: Annotated[str, Ref("vocabulary:region")] = Field(description="The region in which it lies.")
    tile: Tile | None = Field(None, description="Absent: the whole region, which has no tile of its own.")
    unknown: tuple[FullText, ...] = Field((), description="What was looked for and not found.")


class Sighting(Record):
    """Where and when a source saw it. Without a year nothing may be said of it."""

    area: AreaId = Field(description="Id of the area.")
    year: Year = Field(description="The year that the source speaks of, or of its publication.")
    year_inferred: bool = Field(False, description="True where the year is our conclusion.")
    what: FullText = Field(description="The places in the area, and what was seen there, in a few words.")
    sources: Sources


class Offer(Record):
    """A programme, or a neighbour of it, with every area where a source saw it."""

    id: RecordId
    former_ids: FormerIds = ()
    name: FullText = Field(description="Name of the programme.")
    kind: Literal["mentoring", "neighbour"] = Field(
        description="Mentoring to work, or something beside it: social buddies, volunteering as a step, coaching."
    )
    practice: PracticeId | None = Field(None, description="Its record among the practices, if it has one.")
    what: FullText = Field(description="What it is and for whom, in one or two sentences.")
    route: FullText = Field(description="The public way to it: a page, a form, a service; never a person.")
    website: WebAddress | None = Field(None, description="The full address, with https:// in front.")
    ended: Year | None = Field(None, description="The year in which it stopped.")
    seen: tuple[Sighting, ...] = Field(min_length=1, description="Where and when a source saw it.")
    sources: tuple[SourceId, ...] = Field((), description="Of `what` and `route`, besides those of the sightings.")
    last_checked: PartialDate = Field(description="When the record was last compared with its sources.")
    review_every: ReviewEvery = None

    @property
    def newest(self) -> Sighting:
        """The latest sighting; of two in one year the one that a source dates itself."""
        return max(self.seen, key=lambda one: (one.year, not one.year_inferred))

    @property
    def recent(self) -> bool:
        """Whether its newest source was young enough when last looked at."""
        return self.ended is None and int(self.last_checked[:4]) - self.newest.year <= YEARS_RECENT


class Route(Record):
    """A public service that leads to work, mentoring or civic integration."""

    id: RecordId
    former_ids: FormerIds = ()
    name: Line = Field(description="Name of the service.")
    areas: tuple[AreaId, ...] = Field(min_length=1, description="Areas in which it works.")
    partner: PartnerId | None = Field(None, description="Its record among the partners, if it has one.")
    what: FullText = Field(description="What one finds there.")
    website: WebAddress | None = Field(None, description="The full address, with https:// in front.")
    year: Year = Field(description="Of the newest source; names and tasks of services change.")
    sources: Sources
