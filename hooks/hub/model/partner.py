"""Organisations behind the hub."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import FormerIds, Id, Line, PartialDate, Record, Text, WebAddress
from .prose import Prose
from .shared import Contradiction, CountryId, PartnerId, Person, ReviewEvery
from .source import SourceId


class Founding(Record):
    year: PartialDate | None = None
    note: Text | None = Field(None, description="From what it grew, which dates disagree, what is inferred.")

    @model_validator(mode="after")
    def _something(self) -> Founding:
        if self.year is None and self.note is None:
            raise PydanticCustomError("founding", "must have a `year` or a `note`")
        return self


class Partner(Record):
    """An organisation. Kept in `data/partners/<id>.yml`."""

    id: Id
    former_ids: FormerIds = ()
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
    review_every: ReviewEvery = None

    @property
    def called(self) -> Text | str:
        """In daily use, for lists and links."""
        return self.short_name or self.name
