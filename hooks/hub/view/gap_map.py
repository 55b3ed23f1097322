"""The gap map: for which target group what is known, how many practices say it and how well. An empty place says so.

What counts as a finding is said in `findings`; the rest is geometry and depends on nothing but its arguments.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..link.catalogue import Catalogue
from ..model import Practice
from ..model.practice import Finding

LEFT, COLUMN, HEAD, ROW = 230, 128, 46, 58
"""Width of the names, width of a column, height of the head and of a row, in units of the picture."""
LARGEST, SMALLEST = 25.0, 9.0
"""Radius of the bubble with most practices; one that still holds a digit."""
BUBBLE = 34
"""Where the middle of a bubble is in its column."""


@dataclass(frozen=True)
class Known:
    """A finding as the map needs it: it counts for every target group of its practice."""

    practice: str
    groups: tuple[str, ...]
    outcome: str
    step: int


@dataclass(frozen=True)
class Cell:
    """What is known for one group on one question; `known` is empty where nothing is, else best known first."""

    group: str
    outcome: str
    known: tuple[Known, ...]
    x: float
    y: float
    radius: float

    @property
    def anchor(self) -> str:
        return f"gap-{self.group}-{self.outcome}"

    @property
    def best(self) -> int:
        return self.known[0].step if self.known else 0


@dataclass(frozen=True)
class GapMap:
    rows: tuple[tuple[Cell, ...], ...]
    """One per group, in the order given, each with all outcomes in the order given."""
    width: int
    height: int

    @property
    def empty(self) -> int:
        return sum(not cell.known for row in self.rows for cell in row)

    @property
    def cells(self) -> int:
        return sum(map(len, self.rows))


def findings(catalogue: Catalogue) -> Iterator[tuple[Practice, Finding]]:
    """Everything that is known of a practice on a question."""
    return ((practice, finding) for practice in catalogue.practices.values() for finding in practice.outcomes)


def known(catalogue: Catalogue) -> tuple[Known, ...]:
    return tuple(
        Known(practice.id, practice.mentees.group, finding.outcome, finding.evidence)
        for practice, finding in findings(catalogue)
    )


def gap_map(groups: Sequence[str], outcomes: Sequence[str], found: Iterable[Known]) -> GapMap:
    """The area of a bubble follows the number of practices; a finding of an unknown group or outcome stands nowhere."""
    places: dict[tuple[str, str], list[Known]] = {(group, outcome): [] for group in groups for outcome in outcomes}
    for one in found:
        for group in one.groups:
            places.get((group, one.outcome), []).append(one)
    most = max(map(len, places.values()), default=0)
    rows = tuple(
        tuple(
            Cell(
                group, outcome, tuple(sorted(places[group, outcome], key=lambda one: (-one.step, one.practice))),
                LEFT + column * COLUMN + BUBBLE, HEAD + (row + 0.5) * ROW, radius(len(places[group, outcome]), most),
            )
            for column, outcome in enumerate(outcomes)
        )
        for row, group in enumerate(groups)
    )  # fmt: skip
    return GapMap(rows, LEFT + COLUMN * len(outcomes), HEAD + ROW * len(groups))


def radius(count: int, most: int) -> float:
    """
    >>> [radius(count, 12) for count in (0, 1, 3, 12)]
    [0.0, 9.0, 12.5, 25.0]
    """
    return round(max(SMALLEST, LARGEST * math.sqrt(count / most)), 1) if count else 0.0


def spread(texts: Sequence[str], letter: float = 7.0, gap: int = 44) -> tuple[float, ...]:
    """Where texts begin that stand behind each other, as wide as their letters roughly are.

    >>> spread(["1. A", "2. Bb"])
    (12.0, 84.0)
    """
    places = [12.0]
    for text in texts[:-1]:
        places.append(round(places[-1] + len(text) * letter + gap, 1))
    return tuple(places)
