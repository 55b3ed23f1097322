"""Drawings in guides: a bar chart of figures, and the capitals around a person."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from ..link.markers import Arguments, ids
from ..view import figures
from ..view.guide_view import GuideView
from ..view.templates import macro
from ..view.view import View

if TYPE_CHECKING:
    from ..link.catalogue import PlacedFigure


def guide_view_of(view: View) -> GuideView:
    """For markers that work in guides only."""
    assert isinstance(view, GuideView)
    return view


@dataclass(frozen=True)
class ChartRow:
    """One bar: what it stands for, how long it is (0 to 100, a range from `start`), and its definition."""

    name: Markup
    start: float
    length: float
    figure: figures.FigureView


def chart(view: View, arguments: Arguments) -> Markup:
    """Bars of figures of one unit, none below zero: `link/markers` sees to that."""
    page = guide_view_of(view)
    named = ids(arguments["figures"])
    placed = [view.edition.catalogue.figures[id] for id in named]
    largest = max(one.figure.to or one.figure.value for one in placed)
    scale = 100 if placed[0].figure.unit == "percent" else float(largest) or 1.0
    rows = []
    for id, one in zip(named, placed, strict=True):
        low, high = float(one.figure.value), float(one.figure.to or one.figure.value)
        ranged = one.figure.to is not None
        rows.append(ChartRow(
            _chart_name(view, one), round(100 * low / scale, 1) if ranged else 0.0,
            round(100 * (high - low if ranged else high) / scale, 1), page.figure(id),
        ))  # fmt: skip
    number = page.next_chart()
    return macro("guide", "chart", view, arguments["title"], f"{page.prefix}chart-{number}", tuple(rows))


def _chart_name(view: View, placed: PlacedFigure) -> Markup:
    if placed.practice:
        return view.say(placed.practice.name)
    title = getattr(placed.figure, "title", None)
    return view.say(title or placed.figure.measures)


@dataclass(frozen=True)
class Capital:
    id: str
    name: str
    lines: tuple[str, ...]
    example: str
    x: int
    y: int


def capitals(view: View, arguments: Arguments) -> Markup:
    """Six circles around a person, from `data/vocabularies/capital.yml`; the list beneath says the same in words."""
    vocabulary = view.edition.catalogue.vocabularies["capital"]
    count = len(vocabulary.terms)
    items = []
    for place, term in enumerate(vocabulary.terms):
        angle = 2 * math.pi * place / count - math.pi / 2
        name = view.edition.text(term.label)
        items.append(Capital(
            term.id, name, tuple(name.split(" ", 1)), view.edition.text(term.definition),
            round(310 + 215 * math.cos(angle)), round(265 + 180 * math.sin(angle)),
        ))  # fmt: skip
    return macro("guide", "capitals", view, view.edition.text(vocabulary.label), tuple(items))
