"""A small picture for the head of a page, made from its data, so that kinds of pages are told apart at a glance.

It is decoration: what it draws stands in words on the same page. A picture is a few paths, each with a look that the style
sheet knows; a dot is a line of no length with a round end, so that dozens of them weigh a few hundred bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 176, 64
MOST = 12
"""How many dots, squares or sheets stand beside each other at most; a picture that small says no number."""


class Stroke(NamedTuple):
    """`look` ends the name of a class: dot, other, faint (dots), line, thick, fill, empty."""

    look: str
    path: str


Accent = tuple[Stroke, ...]


def _drawn(*strokes: tuple[str, Iterable[str]]) -> Accent:
    """Without the paths that would be empty."""
    made = ((look, "".join(parts)) for look, parts in strokes)
    return tuple(Stroke(look, path) for look, path in made if path)


def _dots(places: Iterable[tuple[float, float]]) -> list[str]:
    return [f"M{x:g} {y:g}h0" for x, y in places]


def _square(x: float, y: float, side: float) -> str:
    return f"M{x:g} {y:g}h{side:g}v{side:g}h-{side:g}z"


def _columns(count: int, step: float, widest: int = 0) -> list[float]:
    """Where things begin in a row; the `widest` row (by itself: this one) ends at the right edge."""
    shown, room = min(count, MOST), min(max(count, widest), MOST)
    return [WIDTH - step * (room - place) for place in range(shown)]


def of_grades(grades: Sequence[tuple[int, int]], steps: int) -> Accent:
    """A guide: a column per recommendation, what research knows above the line and what practice knows below."""
    up: list[tuple[float, float]] = []
    down: list[tuple[float, float]] = []
    faint: list[tuple[float, float]] = []
    middle = HEIGHT / 2
    for x, (research, practice) in zip(_columns(len(grades), 14), grades, strict=False):
        for step in range(steps):
            above, below = (x + 7, middle - 7 - 9 * step), (x + 7, middle + 7 + 9 * step)
            (up if step < research else faint).append(above)
            (down if step < practice else faint).append(below)
    line = [f"M{WIDTH - 14 * min(len(grades), MOST)} {middle:g}H{WIDTH}"] if grades else []
    return _drawn(("line", line), ("faint", _dots(faint)), ("dot", _dots(up)), ("other", _dots(down)))


def of_criteria(essential: int, advanced: int) -> Accent:
    """A dimension: its criteria as squares, the essential ones full and above."""
    full = [_square(x, 8, 20) for x in _columns(essential, 26, advanced)]
    empty = [_square(x, 36, 20) for x in _columns(advanced, 26, essential)]
    return _drawn(("fill", full), ("empty", empty))


def of_sheets(lines: Sequence[int], phase: int, phases: int) -> Accent:
    """A tool: a sheet per part with as many lines as it holds, and beneath them the phases with its own."""
    sheets: list[str] = []
    written: list[str] = []
    shown = [min(count, 5) for count in lines[:6]]
    for x, count in zip(_columns(len(shown), 29), shown, strict=True):
        sheets.append(f"M{x:g} 2h17l6 6v34h-23z")
        written += [f"M{x + 5:g} {13 + 6 * line}h13" for line in range(count)]
    others = [(WIDTH - 14 * (phases - place) + 7, 56.0) for place in range(phases) if place != phase]
    own = [(WIDTH - 14 * (phases - phase) + 7, 56.0)]
    return _drawn(("empty", sheets), ("line", written), ("faint", _dots(others)), ("other", _dots(own)))


def of_links(projects: int, practices: int) -> Accent:
    """A partner: a line from it with its projects, squares above, and its practices, dots below."""
    step, middle = 13, HEIGHT / 2
    above, below = _columns(projects, step, practices), _columns(practices, step, projects)
    if not above and not below:
        return ()
    left = min([*above, *below]) - 14
    lines = [f"M{left:g} {middle:g}H{max([*above, *below]) + 5:g}"]
    lines += [f"M{x + 5:g} {middle:g}V{y}" for places, y in ((above, 18), (below, 48)) for x in places]
    return _drawn(
        ("line", lines), ("fill", [_square(x + 1, 9, 8) for x in above]),
        ("other", _dots((x + 5, 51) for x in below)), ("thick", _dots([(left, middle)])),
    )  # fmt: skip


def of_years(first: int, last: int, start: float | None, end: float) -> Accent:
    """A project: its years among those of all projects."""

    def place(date: float) -> float:
        return round((WIDTH - 8) * (date - first) / (last - first) + 4, 1)

    years = [f"M{place(year):g} 22v20" for year in range(first, last + 1)]
    bar = [f"M{place(start):g} 26H{place(end):g}v12H{place(start):g}z"] if start is not None else []
    return _drawn(("line", years), ("fill", bar))
