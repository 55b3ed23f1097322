"""The self-assessment: the complete checklist as a form that can be printed; its script makes the rest of it.

What the script loads when someone starts is made by `browser/assessment`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..browser.assessment import AssessmentData
from ..link.addresses import ASSESSMENT
from ..model import Criterion
from ..view.edition import Edition
from ..view.page import Page, page_of
from ..view.templates import rendered
from ..view.view import View


@dataclass(frozen=True)
class LevelChoice:
    value: int
    label: str
    text: Markup


@dataclass(frozen=True)
class CriterionField:
    """A criterion with its levels to choose from."""

    id: str
    href: str
    title: str
    tier: str
    essential: bool
    statement: Markup
    levels: tuple[LevelChoice, ...]


@dataclass(frozen=True)
class DimensionFields:
    """A dimension with its criteria."""

    id: str
    href: str
    number: int
    title: str
    summary: str
    criteria: tuple[CriterionField, ...]


@dataclass(frozen=True)
class AssessmentView:
    dimensions: tuple[DimensionFields, ...]
    all: int
    essential: int
    data: str
    """Link to what the script loads."""
    root: str
    """Link to the root of the site, to which the addresses in that file are relative."""


def pages(edition: Edition, data: AssessmentData) -> Iterator[Page]:
    view = View(edition, ASSESSMENT)
    values = assessment_view(view, data)
    t = edition.strings
    yield page_of(
        view,
        "assessment",
        title=t("assessment.title"),
        description=t("assessment.description", all=values.all, essential=values.essential),
        body=rendered("pages/assessment", view, assessment=values),
        section="quality",
    )


def assessment_view(view: View, data: AssessmentData) -> AssessmentView:
    catalogue = view.edition.catalogue
    dimensions = tuple(
        DimensionFields(
            id=dimension.id,
            href=view.record("dimension", dimension.id),
            number=number,
            title=view.edition.text(dimension.title),
            summary=view.edition.text(dimension.summary),
            criteria=tuple(_criterion_field(view, criterion) for criterion in catalogue.criteria_by_dimension[dimension.id]),
        )
        for number, dimension in enumerate(catalogue.dimensions.values(), start=1)
    )
    fields = [field for dimension in dimensions for field in dimension.criteria]
    return AssessmentView(
        dimensions=dimensions,
        all=len(fields),
        essential=sum(field.essential for field in fields),
        data=view.asset(data.address(view.edition.locale)),
        root=view.asset(""),
    )


def _criterion_field(view: View, criterion: Criterion) -> CriterionField:
    edition = view.edition
    return CriterionField(
        id=criterion.id,
        href=view.record("criterion", criterion.id),
        title=edition.text(criterion.title),
        tier=edition.label("tier", criterion.tier),
        essential=criterion.tier == "essential",
        statement=view.say(criterion.statement),
        levels=tuple(
            LevelChoice(value, edition.label("level", str(value)), view.say(text))
            for value, text in enumerate(criterion.levels)
        ),
    )
