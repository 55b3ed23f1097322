"""Two tables over all criteria: what other quality systems ask, and where the hub itself has gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from markupsafe import Markup

from ..link.addresses import COVERAGE, CRITERIA, CROSSWALK
from ..model import Criterion
from ..view.edition import Edition
from ..view.links import Link, link_to
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
    """How much there is for a criterion, in the order of the columns."""

    criterion: Link
    practices: int
    tools: int
    guides: int
    labels: int

    @property
    def counts(self) -> tuple[int, ...]:
        return self.practices, self.tools, self.guides, self.labels

    @property
    def helped(self) -> bool:
        """Whether the hub has any help of its own; a label is none."""
        return any((self.practices, self.tools, self.guides))


@dataclass(frozen=True)
class Group(Generic[Row]):
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class CoverageGroup(Group[CoverageRow]):
    filled: tuple[int, ...]
    """Per column, for how many of the rows there is something."""


@dataclass(frozen=True)
class Crosswalk:
    columns: tuple[LabelColumn, ...]
    groups: tuple[Group[CrosswalkRow], ...]


@dataclass(frozen=True)
class Coverage:
    groups: tuple[CoverageGroup, ...]
    count: int
    filled: tuple[int, ...]
    """Per column, for how many criteria there is something."""
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
        id = criterion.id
        return CoverageRow(
            criterion=link_to(view, "criterion", id),
            practices=len({practice.id for practice, _ in catalogue.practices_by_criterion[id]}),
            tools=len(catalogue.tools_by_criterion[id]),
            guides=len({guide.id for guide, _ in catalogue.guides_by_criterion[id]}),
            labels=len({mention.label for mention in criterion.labels}),
        )

    groups = []
    for id, criteria in catalogue.criteria_by_dimension.items():
        rows = tuple(map(row, criteria))
        groups.append(CoverageGroup(view.edition.title("dimension", id), rows, _filled(rows)))
    rows = tuple(row for group in groups for row in group.rows)
    return Coverage(
        groups=tuple(groups),
        count=len(rows),
        filled=_filled(rows),
        without_practice=sum(not row.practices for row in rows),
        without_tool=sum(not row.tools for row in rows),
        without_guide=sum(not row.guides for row in rows),
        empty=tuple(row.criterion for row in rows if not row.helped),
    )


def _filled(rows: Sequence[CoverageRow]) -> tuple[int, ...]:
    return tuple(sum(map(bool, column)) for column in zip(*(row.counts for row in rows), strict=True))
