"""Organisations behind the hub."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import FormerIds, Line, PartialDate, Record, RecordId, Text, WebAddress
from .prose import Prose
from .shared import Contradiction, CountryId, PartnerId, Person, ReviewEvery
from .source import Sources


class Founding(Record):
    year: PartialDate | None = Field(None, description="When it was founded.")
    note: Text | None = Field(None, description="From what it grew, which dates disagree, what is inferred.")

    @model_validator(mode="after")
    def _something(self) -> Founding:
        if self.year is None and self.note is None:
            raise PydanticCustomError("founding", "must have a `year` or a `note`")
        return self


class Partner(Record):
    """An organisation. Kept in `data/partners/<id>.yml`."""

    id: RecordId
    former_ids: FormerIds = ()
    name: Text = Field(description="Official name.")
    short_name: Line | None = Field(None, description="The name in daily use, when the full one is long.")
    former_names: tuple[Line, ...] = Field((), description="Names it had before.")
    role: Literal["promoter", "partner", "stakeholder", "international", "funder", "related"] = Field(
        description="Its place in the ESF project 2018–2021; `related` did not take part."
    )
    role_note: Text | None = Field(None, description="What it did in the project, in one sentence.")
    type: Text = Field(description="What kind of organisation it is.")
    country: CountryId = Field(description="Country in which it is based.")
    city: Text | None = Field(None, description="City in which it is based.")
    founded: Founding | None = Field(None, description="When and from what it was founded.")
    website: WebAddress | None = Field(None, description="The full address, with https:// in front.")
    website_inferred: bool = Field(False, description="True where the address is our conclusion.")
    summary: Text = Field(description="One sentence for lists and search engines.")
    about: Prose | None = Field(None, description="What it is and does.")
    expertise: tuple[Text, ...] = Field((), description="What it knows and does about mentoring, one point each.")
    members: tuple[PartnerId, ...] = Field((), description="Only for a group of organisations: its documented members.")
    staff: tuple[Person, ...] = Field((), description="People in the role that the organisation itself publishes.")
    contradictions: tuple[Contradiction, ...] = Field(
        (), description="Where sources disagree: every version with its source."
    )
    sources: Sources
    last_checked: PartialDate = Field(description="When the record was last compared with its sources.")
    review_every: ReviewEvery = None

    @property
    def called(self) -> Text | str:
        """In daily use, for lists and links."""
        return self.short_name or self.name
