"""The self-assessment: the complete checklist as a form that can be printed; its script makes the rest of it.

What the script loads when someone starts is made by `browser/assessment`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..browser.assessment import AssessmentData
from ..model import Criterion
from ..view.edition import Edition
from ..view.page import Page, page_of
from ..view.templates import rendered
from ..view.view import View

PATH = "assessment"


@dataclass(frozen=True)
class LevelChoice:
    value: int
    label: str
    text: Markup


@dataclass(frozen=True)
class Ask:
    """A criterion as a question."""

    id: str
    href: str
    title: str
    tier: str
    essential: bool
    statement: Markup
    levels: tuple[LevelChoice, ...]


@dataclass(frozen=True)
class Theme:
    """A dimension with what it asks."""

    id: str
    href: str
    number: int
    title: str
    summary: str
    asks: tuple[Ask, ...]


@dataclass(frozen=True)
class AssessmentView:
    themes: tuple[Theme, ...]
    all: int
    essential: int
    data: str
    """Link to what the script loads."""
    root: str
    """Link to the root of the site, to which the addresses in that file are relative."""


def pages(edition: Edition, data: AssessmentData) -> Iterator[Page]:
    view = View(edition, PATH)
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
    themes = tuple(
        Theme(
            id=dimension.id,
            href=view.link(f"criteria/{dimension.id}"),
            number=number,
            title=view.edition.text(dimension.title),
            summary=view.edition.text(dimension.summary),
            asks=tuple(_ask(view, criterion) for criterion in catalogue.criteria_by_dimension[dimension.id]),
        )
        for number, dimension in enumerate(catalogue.dimensions, start=1)
    )
    asks = [ask for theme in themes for ask in theme.asks]
    return AssessmentView(
        themes=themes,
        all=len(asks),
        essential=sum(ask.essential for ask in asks),
        data=view.asset(data.address(view.edition.locale)),
        root=view.asset(""),
    )


def _ask(view: View, criterion: Criterion) -> Ask:
    edition = view.edition
    return Ask(
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
