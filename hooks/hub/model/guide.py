"""Guides: what a text in `docs/guides/` says in fields, so that other pages can use it: advice, its grades, what is open.

The text itself is Markdown; a guide is this record and one document per language. All texts are the hub's own, so a
missing language is an error. Numbers come from figures: `[%practice/figure]` or `[%figure]`, never typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from .base import FormerIds, FullText, Id, PartialDate, Record, RecordId, Ref
from .criterion import CriterionId
from .figure import Figure
from .prose import FullProse
from .shared import ReviewEvery
from .source import SourceId
from .vocabulary import DimensionId

RoleId = Annotated[str, Ref("vocabulary:role")]
ToolId = Annotated[str, Ref("tool")]
GuideId = Annotated[str, Ref("guide")]
_PracticeId = Annotated[str, Ref("practice")]


class FreeFigure(Figure):
    """A number that belongs to no practice: of a country, a study, a budget. Kept in `data/figures/<id>.yml`."""

    title: FullText | None = Field(None, description="Short name, for charts; absent: a chart shows what it measures.")


class Recommendation(Record):
    """One piece of advice, graded on two axes by the public rules of `grade-research` and `grade-practice`."""

    id: Id = Field(description="Unique inside the guide; part of the address, so it never changes.")
    text: FullProse = Field(description="What to do, as an instruction of one or two sentences.")
    research: Annotated[str, Ref("vocabulary:grade-research")] = Field(description="What research says about it.")
    practice: Annotated[str, Ref("vocabulary:grade-practice")] = Field(description="How widely it is done or asked for.")
    why: FullProse = Field(description="Why these two grades: which studies, labels and programmes, with citations.")
    section: Id | None = Field(None, description="Anchor of the section of the text that explains it.")
    criteria: tuple[CriterionId, ...] = Field((), description="Criteria that the advice helps to meet.")
    tools: tuple[ToolId, ...] = Field((), description="Tools that help to follow it.")
    practices: tuple[_PracticeId, ...] = Field((), description="Practices that do it.")


class QuickWin(Record):
    """Something a reader can do this week."""

    id: Id = Field(description="Unique inside the guide.")
    text: FullProse = Field(description="What to do, as an instruction of one or two sentences.")
    takes: Literal["quarter-hour", "hour", "half-day"] = Field(description="How long it takes: our estimate.")
    doors: tuple[RoleId, ...] = Field(min_length=1, description="Who can do it.")
    tools: tuple[ToolId, ...] = Field((), description="Tools that help with it.")


class Disagreement(Record):
    """What sources say differently about one point, laid open instead of decided silently."""

    topic: FullText = Field(description="What the sources disagree about.")
    versions: tuple[FullProse, ...] = Field(min_length=2, description="One version each, with its citation.")
    reading: FullProse | None = Field(None, description="How we read it, if we can; marked as inferred on the page.")


class Help(Record):
    """A criterion that the guide helps to meet, and where it does."""

    criterion: CriterionId = Field(description="Id of the criterion.")
    section: Id | None = Field(None, description="Anchor of a heading in both documents; absent: the guide as a whole.")


class Guide(Record):
    """One guide, in the order of a project's life. Kept in `data/guides/<id>.yml`, its text in `docs/guides/<id>.md`."""

    id: RecordId
    former_ids: FormerIds = ()
    order: int = Field(ge=1, description="Place among the guides, from 1; those of an earlier station stand before it.")
    dimensions: tuple[DimensionId, ...] = Field(
        min_length=1, description="Its stations in the process picture; the first is marked."
    )
    title: FullText = Field(description="Name of the guide.")
    summary: FullText = Field(description="One sentence for lists: what a reader will know afterwards.")
    core: FullProse = Field(description="The core message in two to four sentences, for the box at the top.")
    doors: tuple[RoleId, ...] = Field(min_length=1, description="Roles it is for, the one it serves most first.")
    recommendations: tuple[Recommendation, ...] = Field(min_length=1, description="The advice, each with its grades.")
    quick_wins: tuple[QuickWin, ...] = Field((), description="What a reader can do this week.")
    mixed: tuple[Disagreement, ...] = Field((), description="Where sources disagree.")
    open_questions: tuple[FullProse, ...] = Field(min_length=1, description="What nobody knows yet.")
    criteria: tuple[Help, ...] = Field(
        min_length=1, description="Criteria it helps to meet; those that recommendations name count too."
    )
    tools: tuple[ToolId, ...] = Field((), description="Tools to use; those that recommendations name count too.")
    practices: tuple[_PracticeId, ...] = Field((), description="To learn from; those that recommendations name count too.")
    sources: tuple[SourceId, ...] = Field((), description="Read but not cited; what the texts cite counts as listed.")
    last_checked: PartialDate = Field(description="When the guide was last compared with its sources.")
    review_every: ReviewEvery = None

    @property
    def helps(self) -> Mapping[str, str | None]:
        """Criterion → anchor of the section that helps to meet it (None: the guide as a whole), advice included.

        What is said under `criteria` overrules a recommendation, and a first recommendation the next.
        """
        found = {item.criterion: item.section for item in self.criteria}
        for item in self.recommendations:
            for own in item.criteria:
                found.setdefault(own, item.section)
        return found
