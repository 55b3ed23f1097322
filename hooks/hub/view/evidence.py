"""How strong the evidence for a practice is, on two axes; the rules are public (`/about/method/`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Evidence, Figure
from .view import View

RESEARCH_STEPS = {3: 1, 4: 2, 5: 3}
"""Step on the evidence scale → step on the research axis; lower steps are `not known yet`."""
PRACTICE_STEPS = 2
OWN_RESULTS = frozenset({"outcome", "comparison", "satisfaction"})


@dataclass(frozen=True)
class Axis:
    """One axis of evidence. Step 0 is "not known yet"."""

    id: str
    title: str
    step: int
    steps: int
    word: str
    meaning: str


@dataclass(frozen=True)
class EvidenceView:
    level: int
    steps: int
    word: str
    meaning: str
    research: Axis
    practice: Axis


def evidence(view: View, evidence: Evidence, results: Iterable[Figure]) -> EvidenceView:
    term = view.edition.term("evidence", str(evidence.level))
    research, practice = axes(evidence.level, results)
    return EvidenceView(
        level=evidence.level,
        steps=len(view.edition.catalogue.vocabularies["evidence"].terms),
        word=view.edition.text(term.label),
        meaning=view.edition.text(term.definition),
        research=_axis(view, "research", research, max(RESEARCH_STEPS.values())),
        practice=_axis(view, "practice", practice, PRACTICE_STEPS),
    )


def axes(level: int, results: Iterable[Figure]) -> tuple[int, int]:
    """How well the results of a practice are known, from research and from practice itself, as two steps.

    Research follows from the step on the evidence scale: 3 a randomised trial (step 5), 2 a comparison with people who
    did not take part (step 4), 1 an external evaluation without comparison (step 3), 0 not known yet (steps 1 and 2).
    Practice looks only at figures that those who run, fund or report on the practice counted: 2 when at least one says
    what happened to people or what they thought of it, 1 when they only count how many were reached, 0 not known yet:
    the method is described without figures. Targets, budgets and context are no results.
    The same rules are published on the page of the criteria (`/criteria/#evidence`).
    """
    own = [item.kind for item in results if item.reported_by != "evaluator"]
    practice = 2 if OWN_RESULTS.intersection(own) else 1 if "output" in own else 0
    return RESEARCH_STEPS.get(level, 0), practice


def _axis(view: View, id: str, step: int, steps: int) -> Axis:
    return Axis(
        id, view.t(f"evidence.{id}.title"), step, steps, view.t(f"evidence.{id}.word.{step}"),
        view.t(f"evidence.{id}.meaning.{step}"),
    )  # fmt: skip
