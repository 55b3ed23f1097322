"""Projects behind the hub: partners, funding, outputs, events."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import FormerIds, Line, PartialDate, Record, RecordId, Ref, Text, WebAddress
from .figure import Figure
from .prose import Prose
from .shared import Contradiction, CountryId, PartnerId, Period, Person, PracticeId, ReviewEvery
from .source import Sources


class ProjectPartner(Record):
    """A partner with a page here (`partner`) or only a name, and its part in the project."""

    partner: PartnerId | None = Field(None, description="Id of its record among the partners.")
    name: Line | None = Field(None, description="Name of a partner without a record.")
    country: CountryId | None = Field(None, description="Country of the partner.")
    role: Text | None = Field(None, description="What it did in the project.")

    @model_validator(mode="after")
    def _one_of(self) -> ProjectPartner:
        if (self.partner is None) == (self.name is None):
            raise PydanticCustomError("project_partner", "must have either `partner` (an id) or `name`")
        return self


class Output(Record):
    """Something a project made."""

    title: Line = Field(description="As published, not translated.")
    year: PartialDate | None = Field(None, description="When it appeared.")
    year_inferred: bool = Field(False, description="True where the year is our conclusion.")
    by: Line | None = Field(None, description="Who made it.")
    about: Prose = Field(description="What it is and where it can be found.")
    sources: Sources


class Event(Record):
    date: PartialDate = Field(description="When it took place.")
    what: Text = Field(description="What took place.")


class Project(Record):
    """A project behind the hub. Kept in `data/projects/<id>.yml`."""

    id: RecordId
    former_ids: FormerIds = ()
    title: Text = Field(description="Official title.")
    short_title: Line = Field(description="What lists and links call it.")
    summary: Text = Field(description="One sentence for lists and search engines.")
    main: bool = Field(False, description="True for the project this hub carries on.")
    documentation: Literal["documented", "name-only"] = Field(
        "documented", description="Whether more than its name is documented."
    )
    period: Period | None = Field(None, description="From when to when it ran.")
    status: Annotated[str, Ref("vocabulary:status")] = Field(
        description="Whether it runs or ended, according to its newest source."
    )
    countries: tuple[CountryId, ...] = Field((), description="Countries of its partners.")
    partners: tuple[ProjectPartner, ...] = Field((), description="Who took part, and how.")
    funding: Prose | None = Field(None, description="Who paid for it, and how much.")
    funders: tuple[PartnerId, ...] = Field((), description="Funders that have a record among the partners.")
    context: Prose | None = Field(None, description="The problem it answers.")
    aims: tuple[Text, ...] = Field((), description="What it wanted to reach, one aim each.")
    target_group: Prose | None = Field(None, description="For whom it was.")
    approach: Prose | None = Field(None, description="What it did.")
    focus_areas: tuple[Text, ...] = Field((), description="What it paid attention to, one point each.")
    figures: tuple[Figure, ...] = Field((), description="Numbers that it published.")
    outputs: tuple[Output, ...] = Field((), description="What it made: reports, tools, sites.")
    events: tuple[Event, ...] = Field((), description="What took place, with its date.")
    staff: tuple[Person, ...] = Field((), description="People in the role that the organisation itself publishes.")
    unknown: tuple[Text, ...] = Field((), description="What was looked for and not found.")
    practices: tuple[PracticeId, ...] = Field((), description="Practices in this hub that it ran or studied.")
    contradictions: tuple[Contradiction, ...] = Field(
        (), description="Where sources disagree: every version with its source."
    )
    website: WebAddress | None = Field(None, description="The full address, with https:// in front.")
    sources: Sources
    last_checked: PartialDate = Field(description="When the record was last compared with its sources.")
    review_every: ReviewEvery = None
