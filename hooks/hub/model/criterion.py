"""Quality criteria. Saved self-assessments outlive wordings, so ids are final and versions are kept."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import FullText, Id, Record, RecordId, Ref
from .prose import FullProse
from .vocabulary import DimensionId, LabelId

CriterionId = Annotated[str, Ref("criterion")]
Version = Annotated[int, Field(ge=1)]
"""Version of the list of criteria, counted from 1; the current one is in `data/hub.yml`."""


class Basis(Record):
    """On what a criterion rests."""

    kind: Annotated[str, Ref("vocabulary:basis")] = Field(
        description="What the criterion rests on: research, labels, law, practice."
    )
    note: FullText | None = Field(None, description="How strong, or for which part: 'weak', 'one evaluation', …")


class LabelMention(Record):
    """A label that contains the topic, in the part that could be read."""

    label: LabelId = Field(description="Id of the label.")
    topic: FullText | None = Field(None, description="Under which heading of the label, in our words.")


class Retirement(Record):
    """Why a criterion is no longer asked."""

    version: Version = Field(description="First version of the list without it.")
    reason: FullText = Field(description="Why it is no longer asked, for readers who answered it.")


class Criterion(Record):
    """One statement about good work, with four described levels. Kept in `data/criteria/<id>.yml`."""

    id: RecordId
    dimension: DimensionId = Field(description="The theme that it belongs to.")
    order: int = Field(ge=1, description="Place inside the dimension, from 1.")
    tier: Literal["essential", "advanced"] = Field(description="Essential is the minimum; advanced needs scale or skills.")
    title: FullText = Field(description="Short name of the criterion.")
    statement: FullText = Field(description="What good work is, in one sentence that can be checked.")
    why: FullProse = Field(description="Why it matters, with its sources.")
    basis: tuple[Basis, ...] = Field(min_length=1, description="On what it rests, one entry for each kind of ground.")
    proof: tuple[FullText, ...] = Field(min_length=1, description="What shows it: documents, figures, habits.")
    levels: tuple[FullText, FullText, FullText, FullText] = Field(
        description="What it looks like at 0 not yet, 1 partly, 2 mostly, 3 fully, in that order."
    )
    labels: tuple[LabelMention, ...] = Field((), description="Absent: not found in the parts of the labels we read.")
    labels_note: FullText | None = Field(None, description="What must be known about the comparison with labels.")
    no_practice: FullText | None = Field(
        None, description="For readers: what was looked for and not found, and when; only while no practice illustrates it."
    )
    since: Version = Field(description="Version of the list in which it first stood.")
    reworded: Version | None = Field(None, description="Last version in which its meaning changed.")
    replaces: tuple[Id, ...] = Field((), description="Ids of retired criteria that it takes over.")
    retired: Retirement | None = Field(None, description="Only when it is no longer asked.")
