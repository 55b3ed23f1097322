"""Parts that several kinds of records have in common: a contradiction, a person, a period, ids of other records."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import Line, PartialDate, Record, Ref, Text
from .source import Sources

PartnerId = Annotated[str, Ref("partner")]
PracticeId = Annotated[str, Ref("practice")]
ProjectId = Annotated[str, Ref("project")]
CountryId = Annotated[str, Ref("vocabulary:country")]


Months = Annotated[int, Field(ge=1, le=60)]
ReviewEvery = Annotated[
    Months | None,
    Field(description="After how many months it is due for a look; absent: as `data/hub.yml` says for its kind."),
]


class Contradiction(Record):
    """What sources say differently about one point, laid open instead of decided silently."""

    class Version(Record):
        says: Text = Field(description="What this version says.")
        sources: Sources

    topic: Text = Field(description="What the sources disagree about.")
    versions: tuple[Version, ...] = Field(min_length=2, description="What each of them says.")
    reading: Text | None = Field(None, description="How we read it, if we can; marked as inferred on the page.")


class Person(Record):
    """A member of staff in the role the organisation itself publishes."""

    name: Line = Field(description="Name as published.")
    role: Text = Field(description="What this person does there.")


class Period(Record):
    """From when to when; precision as documented."""

    start: PartialDate | None = Field(None, description="When it began.")
    end: PartialDate | None = Field(None, description="When it ended; absent: it has not ended, or the end is not known.")
    inferred: bool = Field(False, description="The dates follow from other facts; `note` says from which.")
    note: Text | None = Field(None, description="What is inferred or disputed, or what the dates mean.")

    @model_validator(mode="after")
    def _order(self) -> Period:
        if self.start and self.end and self.end[: len(self.start)] < self.start[: len(self.end)]:
            raise PydanticCustomError(
                "period", "must not end ({end}) before it starts ({start})", {"start": self.start, "end": self.end}
            )
        return self
