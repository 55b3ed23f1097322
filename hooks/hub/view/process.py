"""The process picture: the path of a mentoring project as stations on a curve, with the geometry of its SVG."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from ..model import Dimension
from .view import View


@dataclass(frozen=True)
class Station:
    """A station on the path or a rail beneath it, with its place in the picture."""

    id: str
    number: int
    href: str
    name: str
    lines: tuple[str, ...]
    """The name on one or two lines, for a picture in which text does not wrap."""
    title: str
    summary: str
    current: bool
    x: int
    y: int


@dataclass(frozen=True)
class Process:
    stations: tuple[Station, ...]
    rails: tuple[Station, ...]
    width: int
    height: int
    path: str
    """The line through all stations, as SVG path data."""
    current: Station | None


_STEP, _MARGIN, _HIGH, _LOW = 132, 72, 56, 92
_RAIL_TOP, _RAIL_GAP = 208, 56


def process(view: View, current: str | None = None) -> Process:
    """The picture of a project's life from `data/dimensions.yml`: a path of stations above rails that carry all of it."""
    on_path = [item for item in view.edition.catalogue.dimensions.values() if item.place == "station"]
    beneath = [item for item in view.edition.catalogue.dimensions.values() if item.place == "rail"]
    stations = tuple(
        _station(view, item, number, current, _MARGIN + _STEP * (number - 1), _HIGH if number % 2 else _LOW)
        for number, item in enumerate(on_path, start=1)
    )
    rails = tuple(
        _station(view, item, len(on_path) + number, current, 0, _RAIL_TOP + _RAIL_GAP * (number - 1))
        for number, item in enumerate(beneath, start=1)
    )
    return Process(
        stations=stations,
        rails=rails,
        width=_MARGIN * 2 + _STEP * max(len(stations) - 1, 1),
        height=_RAIL_TOP + _RAIL_GAP * len(rails),
        path=_curve([(station.x, station.y) for station in stations]),
        current=next((station for station in (*stations, *rails) if station.current), None),
    )


def _station(view: View, item: Dimension, number: int, current: str | None, x: int, y: int) -> Station:
    edition = view.edition
    name = edition.text(item.station)
    return Station(
        id=item.id,
        number=number,
        href=view.record("dimension", item.id),
        name=name,
        lines=_two_lines(name),
        title=edition.text(item.title),
        summary=edition.text(item.summary),
        current=item.id == current,
        x=x,
        y=y,
    )


def _two_lines(name: str) -> tuple[str, ...]:
    """Broken at the space nearest to the middle.

    >>> _two_lines("Mentees werven"), _two_lines("Matchen")
    (('Mentees', 'werven'), ('Matchen',))
    """
    spaces = [place for place, sign in enumerate(name) if sign == " "]
    if not spaces or len(name) < 12:
        return (name,)
    middle = min(spaces, key=lambda place: abs(place - len(name) / 2))
    return name[:middle], name[middle + 1 :]


def _curve(points: list[tuple[int, int]]) -> str:
    """A smooth line through points from left to right."""
    if not points:
        return ""
    parts = [f"M{points[0][0]} {points[0][1]}"]
    for (x1, y1), (x2, y2) in pairwise(points):
        bend = (x2 - x1) // 2
        parts.append(f"C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}")
    return "".join(parts)
