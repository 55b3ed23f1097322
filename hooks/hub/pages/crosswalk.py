"""Two tables over all criteria: what other quality systems ask, and where the hub itself has gaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from markupsafe import Markup

from ..link.addresses import COVERAGE, CRITERIA, CROSSWALK
from ..model import Criterion
from ..view.edition import Edition
from ..view.links import Link, link_to, links_to
from ..view.page import Page, page_of
from ..view.templates import rendered
from ..view.view import View

Row = TypeVar("Row")


@dataclass(frozen=True)
class LabelColumn:
    code: str
    name: str
    href: str
    count: int


@dataclass(frozen=True)
class Cell:
    found: bool
    topic: Markup | None
    """Under which heading of the label, in our words."""


@dataclass(frozen=True)
class CrosswalkRow:
    criterion: Link
    cells: tuple[Cell, ...]
    count: int


@dataclass(frozen=True)
class CoverageRow:
    criterion: Link
    essential: bool
    practices: int
    tools: tuple[Link, ...]
    guides: tuple[Link, ...]

    @property
    def gaps(self) -> int:
        """How many of the three kinds of help are missing."""
        return sum(not kind for kind in (self.practices, self.tools, self.guides))


@dataclass(frozen=True)
class Group(Generic[Row]):
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Crosswalk:
    columns: tuple[LabelColumn, ...]
    groups: tuple[Group[CrosswalkRow], ...]


@dataclass(frozen=True)
class Coverage:
    groups: tuple[Group[CoverageRow], ...]
    count: int
    without_practice: int
    without_tool: int
    without_guide: int
    empty: tuple[Link, ...]
    """Criteria with none of the three."""


def pages(edition: Edition) -> Iterator[Page]:
    view = View(edition, CROSSWALK)
    yield _page(view, "crosswalk", crosswalk(view))
    view = View(edition, COVERAGE)
    yield _page(view, "coverage", coverage(view))


def _page(view: View, name: str, values: object) -> Page:
    t = view.edition.strings
    return page_of(
        view,
        "criteria",
        title=t(f"{name}.title"),
        description=t(f"{name}.description"),
        body=rendered(f"pages/{name}", view, **{name: values}),
        section="quality",
        above=(CRITERIA,),
    )


def crosswalk(view: View) -> Crosswalk:
    """A cell says what we found in the part of a label that could be read; nothing found is not "not there"."""
    catalogue = view.edition.catalogue
    labels = tuple(catalogue.labels.values())

    def row(criterion: Criterion) -> CrosswalkRow:
        topics = {mention.label: mention.topic for mention in criterion.labels}
        cells = tuple(
            Cell(label.id in topics, view.say(topic) if (topic := topics.get(label.id)) else None) for label in labels
        )
        return CrosswalkRow(link_to(view, "criterion", criterion.id), cells, len(topics))

    groups = tuple(
        Group(view.edition.title("dimension", id), tuple(map(row, criteria)))
        for id, criteria in catalogue.criteria_by_dimension.items()
    )
    rows = [row for group in groups for row in group.rows]
    columns = tuple(
        LabelColumn(
            label.code, label.name, view.record("label", label.id),
            sum(row.cells[place].found for row in rows),
        )
        for place, label in enumerate(labels)
    )  # fmt: skip
    return Crosswalk(columns, groups)


def coverage(view: View) -> Coverage:
    catalogue = view.edition.catalogue

    def row(criterion: Criterion) -> CoverageRow:
        guides = dict.fromkeys(guide.id for guide, _ in catalogue.guides_by_criterion[criterion.id])
        return CoverageRow(
            criterion=link_to(view, "criterion", criterion.id),
            essential=criterion.tier == "essential",
            practices=len({practice.id for practice, _ in catalogue.practices_by_criterion[criterion.id]}),
            tools=links_to(view, "tool", (tool.id for tool in catalogue.tools_by_criterion[criterion.id])),
            guides=links_to(view, "guide", guides),
        )

    groups = tuple(
        Group(view.edition.title("dimension", id), tuple(map(row, criteria)))
        for id, criteria in catalogue.criteria_by_dimension.items()
    )
    rows = [row for group in groups for row in group.rows]
    return Coverage(
        groups=groups,
        count=len(rows),
        without_practice=sum(not row.practices for row in rows),
        without_tool=sum(not row.tools for row in rows),
        without_guide=sum(not row.guides for row in rows),
        empty=tuple(row.criterion for row in rows if row.gaps == 3),
    )
