"""A figure of the outcome chart as a row of the table beneath."""

from __future__ import annotations

from dataclasses import dataclass

from ..link.catalogue import PlacedFigure
from . import figures, outcome_chart
from .links import Link
from .view import View


@dataclass(frozen=True)
class FigureRow:
    anchor: str
    practice: Link
    """Leads to the figure on the page of its practice."""
    value: str
    figure: figures.FigureView


def figure_row(view: View, placed: PlacedFigure, *, own: bool = False) -> FigureRow:
    assert placed.practice is not None
    name = view.edition.title("practice", placed.practice.id)
    return FigureRow(
        outcome_chart.anchor(placed, own=own),
        Link(view.record("practice", f"{placed.practice.id}#figure-{placed.figure.id}"), name),
        outcome_chart.value(placed.figure, view.edition),
        figures.figure(view, placed.figure),
    )
