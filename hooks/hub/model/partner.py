"""Organisations and projects behind the hub."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import Id, Line, PartialDate, Record, Ref, Text, WebAddress
from .figure import Figure
from .prose import Prose
from .source import SourceId

PartnerId = Annotated[str, Ref("partner")]
PracticeId = Annotated[str, Ref("practice")]
ProjectId = Annotated[str, Ref("project")]
CountryId = Annotated[str, Ref("vocabulary:country")]


class Contradiction(Record):
    """What sources say differently about one point, laid open instead of decided silently."""

    class Version(Record):
        says: Text
        sources: tuple[SourceId, ...] = Field(min_length=1)

    topic: Text
    versions: tuple[Version, ...] = Field(min_length=2)
    reading: Text | None = Field(None, description="How we read it, if we can; marked as inferred on the page.")


class Person(Record):
    """A member of staff in the role the organisation itself publishes."""

    name: Line
    role: Text


class Founding(Record):
    year: PartialDate | None = None
    note: Text | None = Field(None, description="From what it grew, which dates disagree, what is inferred.")

    @model_validator(mode="after")
    def _something(self) -> Founding:
        if self.year is None and self.note is None:
            raise PydanticCustomError("founding", "must have a `year` or a `note`")
        return self


class Partner(Record):
    """An organisation. Stands in `data/partners/<id>.yml`."""

    id: Id
    name: Text
    short_name: Line | None = Field(None, description="The name in daily use, when the full one is long.")
    former_names: tuple[Line, ...] = ()
    role: Literal["promoter", "partner", "stakeholder", "international", "funder", "related"] = Field(
        description="Its place in the ESF project 2018–2021; `related` did not take part."
    )
    role_note: Text | None = Field(None, description="What it did in the project, in one sentence.")
    type: Text = Field(description="What kind of organisation it is.")
    country: CountryId
    city: Text | None = None
    founded: Founding | None = None
    website: WebAddress | None = None
    website_inferred: bool = False
    summary: Text = Field(description="One sentence for lists and search engines.")
    about: Prose | None = Field(None, description="What it is and does.")
    expertise: tuple[Text, ...] = Field((), description="What it knows and does about mentoring, one point each.")
    members: tuple[PartnerId, ...] = Field((), description="Only for a group of organisations: its documented members.")
    staff: tuple[Person, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    sources: tuple[SourceId, ...] = Field(min_length=1)
    last_checked: PartialDate = Field(description="When the record was last compared with its sources.")


class ProjectPartner(Record):
    """A partner with a page here (`partner`) or only a name, and its part in the project."""

    partner: PartnerId | None = None
    name: Line | None = None
    country: CountryId | None = None
    role: Text | None = None

    @model_validator(mode="after")
    def _one_of(self) -> ProjectPartner:
        if (self.partner is None) == (self.name is None):
            raise PydanticCustomError("project_partner", "must have either `partner` (an id) or `name`")
        return self


class Output(Record):
    """Something a project made."""

    title: Line = Field(description="As published, not translated.")
    year: PartialDate | None = None
    year_inferred: bool = False
    by: Line | None = None
    about: Prose
    sources: tuple[SourceId, ...] = Field(min_length=1)


class Event(Record):
    date: PartialDate
    what: Text


class Period(Record):
    """From when to when; precision as documented."""

    start: PartialDate | None = None
    end: PartialDate | None = None
    note: Text | None = Field(None, description="What is inferred or disputed, or what the dates mean.")

    @model_validator(mode="after")
    def _order(self) -> Period:
        if self.start and self.end and self.end[: len(self.start)] < self.start[: len(self.end)]:
            raise PydanticCustomError(
                "period", "must not end ({end}) before it starts ({start})", {"start": self.start, "end": self.end}
            )
        return self


class Project(Record):
    """A project behind the hub. Stands in `data/projects/<id>.yml`."""

    id: Id
    title: Text
    short_title: Line
    summary: Text = Field(description="One sentence for lists and search engines.")
    main: bool = Field(False, description="True for the project this hub carries on.")
    documentation: Literal["documented", "name-only"] = "documented"
    period: Period | None = None
    status: Annotated[str, Ref("vocabulary:status")]
    countries: tuple[CountryId, ...] = ()
    partners: tuple[ProjectPartner, ...] = ()
    funding: Prose | None = None
    funders: tuple[PartnerId, ...] = Field((), description="Funders that have a record among the partners.")
    context: Prose | None = Field(None, description="The problem it answers.")
    aims: tuple[Text, ...] = ()
    target_group: Prose | None = None
    approach: Prose | None = None
    focus_areas: tuple[Text, ...] = ()
    figures: tuple[Figure, ...] = ()
    outputs: tuple[Output, ...] = ()
    events: tuple[Event, ...] = ()
    staff: tuple[Person, ...] = ()
    unknown: tuple[Text, ...] = Field((), description="What was looked for and not found.")
    practices: tuple[PracticeId, ...] = Field((), description="Practices in this hub that it ran or studied.")
    contradictions: tuple[Contradiction, ...] = ()
    website: WebAddress | None = None
    sources: tuple[SourceId, ...] = Field(min_length=1)
    last_checked: PartialDate
