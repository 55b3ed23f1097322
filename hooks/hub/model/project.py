"""Projects behind the hub: partners, funding, outputs, events."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import FormerIds, Id, Line, PartialDate, Record, Ref, Text, WebAddress
from .figure import Figure
from .prose import Prose
from .shared import Contradiction, CountryId, PartnerId, Period, Person, PracticeId, ReviewEvery
from .source import SourceId


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


class Project(Record):
    """A project behind the hub. Kept in `data/projects/<id>.yml`."""

    id: Id
    former_ids: FormerIds = ()
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
    last_checked: PartialDate = Field(description="When the record was last compared with its sources.")
    review_every: ReviewEvery = None
