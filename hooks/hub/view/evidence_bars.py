"""How many practices stand on each step of the evidence scale, as bars."""

from __future__ import annotations

from dataclasses import dataclass

from ..link.addresses import value_path
from .view import View


@dataclass(frozen=True)
class Bar:
    """How many practices stand on one step of the evidence scale."""

    step: int
    steps: int
    word: str
    number: int
    width: int
    """Length of its bar: 0 to 100."""
    href: str | None
    """Where they are listed; None where there are none."""


def bars(view: View) -> tuple[Bar, ...]:
    """The best known first."""
    levels = [practice.evidence.level for practice in view.edition.catalogue.practices.values()]
    steps = view.edition.catalogue.vocabularies["evidence"].terms
    most = max((levels.count(level) for level in set(levels)), default=1)
    return tuple(
        Bar(
            int(term.id), len(steps), view.edition.text(term.label), number, round(100 * number / most),
            view.link(value_path("evidence", term.id)) if number else None,
        )
        for term in reversed(steps)
        for number in (sum(str(level) == term.id for level in levels),)
    )  # fmt: skip
