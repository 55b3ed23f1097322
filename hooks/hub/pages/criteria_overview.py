"""Lists about the criteria as a whole: dimensions, quality labels, terms with their meaning, rules of the evidence axes."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..model import Dimension, Term
from ..view import evidence
from ..view.view import View

# --- for the overview -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class TermView:
    """A word of a closed list with what it means."""

    id: str
    label: str
    definition: str


@dataclass(frozen=True)
class DimensionLine:
    href: str
    number: int
    title: str
    summary: str
    essential: int
    advanced: int


@dataclass(frozen=True)
class DimensionList:
    lines: tuple[DimensionLine, ...]
    count: int
    essential: int
    advanced: int


@dataclass(frozen=True)
class LabelLine:
    id: str
    former: tuple[str, ...]
    code: str
    name: str
    field: str
    description: str
    count: int
    """In how many of our criteria we found its topic."""
    website: str | None
    sources: Markup


@dataclass(frozen=True)
class AxisRule:
    """One step of an axis of evidence."""

    step: int
    steps: int
    word: str
    meaning: str


def dimension_lines(view: View) -> DimensionList:
    lines = tuple(
        _dimension_line(view, item, number)
        for number, item in enumerate(view.edition.catalogue.dimensions.values(), start=1)
    )
    essential, advanced = sum(line.essential for line in lines), sum(line.advanced for line in lines)
    return DimensionList(lines, essential + advanced, essential, advanced)


def label_lines(view: View) -> tuple[LabelLine, ...]:
    """The labels that the criteria were compared with, in the order of their file."""
    catalogue = view.edition.catalogue
    mentions: dict[str, int] = {}
    for group in catalogue.criteria_by_dimension.values():
        for criterion in group:
            for label in {mention.label for mention in criterion.labels}:
                mentions[label] = mentions.get(label, 0) + 1
    return tuple(
        LabelLine(
            item.id, tuple(f"label-{old}" for old in item.former_ids), item.code, item.name,
            view.edition.text(item.field), view.edition.text(item.description),
            mentions.get(item.id, 0), item.website, view.cite(item.sources),
        )
        for item in catalogue.labels.values()
    )  # fmt: skip


def terms(view: View, vocabulary: str) -> tuple[TermView, ...]:
    """Every value of a closed list with its definition, in the order of the list."""

    def shown(term: Term) -> TermView:
        return TermView(term.id, view.edition.text(term.label), view.edition.text(term.definition))

    return tuple(shown(term) for term in view.edition.catalogue.vocabularies[vocabulary].terms)


def axis_rules(view: View, axis: str) -> tuple[AxisRule, ...]:
    """The steps of an axis of evidence, best known first."""
    steps = {"research": max(evidence.RESEARCH_STEPS.values()), "practice": evidence.PRACTICE_STEPS}[axis]
    return tuple(
        AxisRule(step, steps, view.t(f"evidence.{axis}.word.{step}"), view.t(f"evidence.{axis}.meaning.{step}"))
        for step in range(steps, -1, -1)
    )


def _dimension_line(view: View, item: Dimension, number: int) -> DimensionLine:
    criteria = view.edition.catalogue.criteria_by_dimension[item.id]
    return DimensionLine(
        href=view.record("dimension", item.id),
        number=number,
        title=view.edition.text(item.title),
        summary=view.edition.text(item.summary),
        essential=sum(criterion.tier == "essential" for criterion in criteria),
        advanced=sum(criterion.tier == "advanced" for criterion in criteria),
    )
