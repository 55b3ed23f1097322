"""What is known across practices, in `data/evidence/`: graded sentences, studies, local outcomes, lessons, gaps.

All texts are the hub's own, so a missing language is an error. A number that a practice or `data/figures/` holds is named,
never written again.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import FormerIds, FullText, Id, Record, RecordId, Ref, Year
from .shared import Contradiction, PracticeId
from .source import SourceId, Sources

StrengthId = Annotated[str, Ref("vocabulary:strength")]
FigureName = Annotated[str, Ref("figure")]
Step = Literal[1, 2, 3, 4, 5]


class Statement(Record):
    """One of the sentences that say what is known, with how strong that is."""

    id: RecordId
    former_ids: FormerIds = ()
    title: FullText = Field(description="What it is about, in a few words.")
    text: FullText = Field(description="What is known and what is not, in one to three sentences.")
    strength: StrengthId = Field(description="What the sentence rests on at best.")
    sources: Sources


class Study(Record):
    """One study, and what of it could be read. An absent field was not in what was read."""

    id: RecordId
    former_ids: FormerIds = ()
    scope: Literal["field", "professional", "neighbour"] = Field(
        description="Mentoring for migrants or job seekers (field), programmes with paid staff in which a mentor or "
        "adviser is one part (professional), or another kind of mentoring or counselling (neighbour)."
    )
    programme: FullText = Field(description="What was studied, and where.")
    practice: PracticeId | None = Field(None, description="Its record among the practices, if it has one.")
    design: FullText = Field(description="How it was studied.")
    n: FullText | None = Field(None, description="How many people, duos or studies.")
    outcome: FullText | None = Field(None, description="What was looked at.")
    finding: FullText = Field(description="What came out.")
    follow_up: FullText | None = Field(None, description="How long after what.")
    read: tuple[Literal["full", "part", "abstract", "summary", "second-hand"], ...] = Field(
        min_length=1, description="How much we could read, over all its sources."
    )
    read_note: FullText | None = Field(None, description="What could not be read.")
    step: Step | None = Field(None, description="Step of its finding on the evidence scale; absent: it is not on the scale.")
    review: bool = Field(False, description="True where it looks over other studies.")
    caution: FullText | None = Field(None, description="What a reader must know not to misread it.")
    shown: Literal["comparison", "trial"] | None = Field(
        None, description="Shown before the table: one of the comparisons in the field, or the trial beside it."
    )
    sources: Sources


class Tally(Record):
    """What became of mentees in Flanders or Brussels, as one source counts it: one row of a table that is never added up."""

    id: RecordId
    former_ids: FormerIds = ()
    programme: FullText = Field(description="Which programme, or which of them together.")
    practice: PracticeId | None = Field(None, description="Its record among the practices, if it has one.")
    figures: tuple[FigureName, ...] = Field((), description="Its figures, `practice/figure` or a record in data/figures/.")
    also: FullText | None = Field(None, description="What the same source says and no figure holds.")
    counted_from: FullText | None = Field(None, description="From or after which moment.")
    alone: bool = Field(True, description="False where mentoring came with other services, so that its part is not seen.")
    step: Step = Field(description="Step of the count on the evidence scale.")
    year: Year | None = Field(None, description="Only where there is no figure.")
    sources: tuple[SourceId, ...] = Field((), description="Those of the figures need not be named again.")


class Lesson(Record):
    """What comes back in several practices or studies."""

    id: RecordId
    former_ids: FormerIds = ()
    text: FullText = Field(description="The lesson, in one or two sentences.")
    strength: StrengthId = Field(description="What the lesson rests on at best.")
    practices: tuple[PracticeId, ...] = Field((), description="Practices in which it comes back.")
    sources: Sources


class Dispute(Contradiction):
    """Where studies or sources disagree on a point that belongs to no single practice."""

    id: RecordId
    former_ids: FormerIds = ()


class Remark(Record):
    """What this hub cannot say: what was not found (`where`: of who is active where), a limit, or what its table shows."""

    id: Id = Field(description="Name of the remark; it never changes.")
    kind: Literal["not-found", "limit", "local", "where"] = Field(
        description="What sort of remark it is, and where it is shown."
    )
    text: FullText = Field(description="What cannot be said, or what was not found.")
