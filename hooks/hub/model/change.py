"""What changed in the content, and why, for readers: not how the site works or looks. Kept in `data/changes.yml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Day, FormerIds, FullText, Id, Record, Ref
from .criterion import CriterionId
from .guide import GuideId, ToolId
from .shared import PartnerId, PracticeId, ProjectId


class Touched(Record):
    """The records that changed, by kind; their pages lead to the change."""

    practice: tuple[PracticeId, ...] = Field((), description="Practices that changed.")
    criterion: tuple[CriterionId, ...] = Field((), description="Criteria that changed.")
    guide: tuple[GuideId, ...] = Field((), description="Guides that changed.")
    tool: tuple[ToolId, ...] = Field((), description="Tools that changed.")
    partner: tuple[PartnerId, ...] = Field((), description="Partners that changed.")
    project: tuple[ProjectId, ...] = Field((), description="Projects that changed.")
    statement: tuple[Annotated[str, Ref("statement")], ...] = Field((), description="Sentences on what is known.")
    study: tuple[Annotated[str, Ref("study")], ...] = Field((), description="Studies that changed.")
    offer: tuple[Annotated[str, Ref("offer")], ...] = Field((), description="Programmes on the page per area.")


class Change(Record):
    """One change of the content, in plain words."""

    id: Id = Field(description="Part of the address, so it never changes.")
    former_ids: FormerIds = ()
    date: Day = Field(description="The day on which it was done.")
    kind: Literal["added", "updated", "corrected", "retired", "criteria"] = Field(
        description="Something new (added), newer facts (updated), something that was wrong or unclear (corrected), "
        "something that went (retired), or the list of quality criteria (criteria)."
    )
    what: FullText = Field(description="What changed, in one or two sentences.")
    why: FullText = Field(description="Why, in one sentence.")
    touched: Touched | None = Field(None, description="The records that changed; absent: they are too many to name.")
