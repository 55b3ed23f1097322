"""A schematic map: one tile per country of the vocabulary, roughly where it lies, Belgium opened into its regions.

Tiles are clearer than borders where what counts is a number per country, and small countries stay as visible as large
ones. A country without a place below gets one in a row of its own, so a new term never disappears.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model.known_terms import BELGIUM

Place = tuple[int, int]
"""Column and row."""

OPENED = BELGIUM
REGIONS: Mapping[str, Place] = {"flanders": (4, 3), "brussels": (5, 3), "wallonia": (6, 3)}
PLACES: Mapping[str, Place] = {
    "IS": (2, 0), "NO": (6, 0), "SE": (7, 0), "FI": (8, 0),
    "EE": (9, 0),
    "CA": (0, 1), "IE": (2, 1), "GB": (3, 1), "DK": (6, 1), "LT": (8, 1), "LV": (9, 1),
    "US": (0, 2), "NL": (5, 2), "DE": (6, 2), "PL": (8, 2), "CZ": (7, 2),
    "BE": (3, 3), "LU": (7, 3), "AT": (8, 3), "SK": (9, 3),
    "FR": (4, 4), "CH": (6, 4), "SI": (7, 4), "HU": (8, 4), "RO": (9, 4),
    "PT": (2, 5), "ES": (3, 5), "IT": (6, 5), "HR": (7, 5), "BG": (8, 5), "GR": (9, 5),
    "MT": (6, 6), "CY": (9, 6),
}  # fmt: skip

STEPS = 4
"""Shades above zero."""


@dataclass(frozen=True)
class Tile:
    facet: str
    value: str
    code: str
    """Two or three letters."""
    label: str
    count: int
    step: int
    href: str | None
    """None: nothing there, so nothing to go to."""
    column: int
    row: int
    columns: int
    """How wide: the country that is opened lies around its regions."""
    inside: bool
    """A region, in the tile of its country."""


@dataclass(frozen=True)
class TileMap:
    tiles: tuple[Tile, ...]
    """Row by row."""
    by_name: tuple[Tile, ...]
    """Those with practices, for the table that says the same."""
    columns: int
    rows: int
    most: int
    """Practices in the darkest shade: the scale stays what it is, whatever a reader filters."""


def step(count: int, most: int) -> int:
    """Shade of a tile, the same as in tiles.mjs: 0 for none, then by share of the fullest tile, finer at the low end.

    >>> [step(count, 16) for count in (0, 1, 2, 4, 5, 9, 10, 16)]
    [0, 1, 2, 2, 3, 3, 4, 4]
    """
    if count <= 0 or most <= 0:
        return 0
    return next(shade for shade in range(1, STEPS + 1) if count * STEPS * STEPS <= most * shade * shade)


def tile_map(values: Iterable[tuple[str, str, str, int, str | None]]) -> TileMap:
    """From (facet, value, label, count, link) of all countries and of the regions of Belgium."""
    listed = list(values)
    most = max(STEPS, *(count for _, _, _, count, _ in listed))  # with a few practices, one alone is not the darkest shade
    unknown = [value for facet, value, *_ in listed if facet == "country" and value not in PLACES]
    used = [PLACES[value] for facet, value, *_ in listed if facet == "country" and value in PLACES] + list(REGIONS.values())
    left, top = min(column for column, _ in used), min(row for _, row in used)
    last = max(row for _, row in used) + 1
    width = max(column for column, _ in used) - left + 1
    extra = {value: (left + number % width, last + number // width) for number, value in enumerate(unknown)}

    def place(facet: str, value: str) -> Place | None:
        return REGIONS.get(value) if facet == "region" else PLACES.get(value) or extra.get(value)

    tiles = tuple(
        Tile(
            facet, value, _code(facet, value, label), label, count, step(count, most), href, at[0] - left, at[1] - top,
            len(REGIONS) + 1 if value == OPENED else 1, facet == "region",
        )
        for facet, value, label, count, href in listed
        if (at := place(facet, value))
    )  # fmt: skip
    return TileMap(
        tiles=(rows := tuple(sorted(tiles, key=lambda tile: (tile.row, tile.column)))),
        by_name=tuple(sorted((tile for tile in rows if tile.count), key=lambda tile: tile.label.lower())),
        columns=max(tile.column + tile.columns for tile in tiles),
        rows=max(tile.row for tile in tiles) + 1,
        most=most,
    )


def _code(facet: str, value: str, label: str) -> str:
    """Countries by their ISO code, regions by the first letters of their name."""
    return value if facet == "country" else label[:3]
