"""The page on which practices are compared; its script fills it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..browser.comparison import ROWS
from ..browser.comparison_summary import SUMMARY
from ..link.addresses import COMPARISON, PRACTICES
from ..view import outcome_chart
from ..view.citation import credit
from ..view.edition import Edition
from ..view.page import Page, page_of
from ..view.templates import rendered
from ..view.view import View

# --- page ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Heading:
    id: str
    label: str


@dataclass(frozen=True)
class Section:
    title: str | None
    """None where a single row says it all."""
    rows: tuple[Heading, ...]


def sections(view: View) -> tuple[Section, ...]:
    """The headings of the table."""
    return tuple(
        Section(
            view.t(f"practice.section.{id}") if len(rows) > 1 else None,
            tuple(Heading(f"{id}.{name}", view.t(key)) for name, key in rows),
        )
        for id, rows in ROWS.items()
    )


@dataclass(frozen=True)
class Axis:
    """What figures that count the same stand on."""

    id: str
    title: str
    ticks: tuple[tuple[float, int], ...]


@dataclass(frozen=True)
class Sign:
    id: str
    """Who counted, or `hollow`."""
    shape: str
    text: str


def axes(edition: Edition) -> tuple[Axis, ...]:
    """One per thing counted, in the order of the vocabulary."""
    ticks = tuple((outcome_chart.place(tick), tick) for tick in outcome_chart.TICKS)
    return tuple(
        Axis(term.id, edition.text(term.label), ticks) for term in edition.catalogue.vocabularies["counted"].terms
    )


def signs(view: View) -> tuple[Sign, ...]:
    counters = tuple(Sign(who, shape, view.t(f"known.chart.by.{who}")) for who, shape in outcome_chart.SHAPES.items())
    return (*counters, Sign("hollow", outcome_chart.SHAPES["provider"], view.t("known.chart.hollow")))


def pages(edition: Edition, folder: str) -> Iterator[Page]:
    """`folder` is the address of the published files."""
    view = View(edition, COMPARISON)
    t = edition.strings
    yield page_of(
        view,
        "comparison",
        title=t("comparison.title"),
        description=t("comparison.description"),
        body=rendered(
            "pages/comparison", view,
            summary=tuple(Heading(row, t(f"comparison.row.{row}")) for row, _ in SUMMARY),
            sections=sections(view), axes=axes(edition), signs=signs(view), credit=credit(edition), files=view.asset(folder),
        ),
        section="practices",
        above=(PRACTICES,),
        searchable=False,
    )  # fmt: skip
