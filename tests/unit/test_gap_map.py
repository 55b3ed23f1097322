"""The gap map as plain values: which bubble stands where, how large it is, and what an empty place is."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from builders import a_practice
from hub.pages import evidence
from hub.view import gap_map
from hub.view.gap_map import Known
from rendering import a_view

FOUND = (
    Known("alpha", ("refugees", "women"), "work", 2),
    Known("beta", ("refugees",), "work", 4),
    Known("alpha", ("refugees", "women"), "cost", 1),
    Known("gamma", ("nobody",), "work", 5),
)


def test_a_finding_counts_for_every_group_of_its_practice_and_the_best_known_comes_first() -> None:
    made = gap_map.gap_map(["refugees", "women", "minors"], ["work", "cost"], FOUND)
    shown = {(cell.group, cell.outcome): [(one.practice, one.step) for one in cell.known] for row in made.rows for cell in row}
    assert shown == {
        ("refugees", "work"): [("beta", 4), ("alpha", 2)], ("refugees", "cost"): [("alpha", 1)],
        ("women", "work"): [("alpha", 2)], ("women", "cost"): [("alpha", 1)],
        ("minors", "work"): [], ("minors", "cost"): [],
    }  # fmt: skip
    assert (made.cells, made.empty) == (6, 2)
    assert [row[0].best for row in made.rows] == [4, 2, 0]


def test_every_cell_has_an_anchor_and_a_place_of_its_own_inside_the_picture() -> None:
    made = gap_map.gap_map(["a", "b", "c"], ["work", "cost"], ())
    cells = [cell for row in made.rows for cell in row]
    assert len({cell.anchor for cell in cells}) == len({(cell.x, cell.y) for cell in cells}) == 6
    assert all(0 < cell.x < made.width and 0 < cell.y < made.height for cell in cells)
    assert {cell.radius for cell in cells} == {0.0}


@pytest.mark.parametrize("most", [4, 12, 40])
def test_the_area_of_a_bubble_follows_the_number_of_practices(most: int) -> None:
    sizes = [gap_map.radius(count, most) for count in range(most + 1)]
    assert sizes == sorted(sizes)
    assert sizes[0] == 0
    assert sizes[-1] == gap_map.LARGEST
    for count, size in enumerate(sizes):
        if size > gap_map.SMALLEST:
            assert math.isclose(size**2, gap_map.LARGEST**2 * count / most, rel_tol=0.02)


def test_neighbouring_bubbles_do_not_touch() -> None:
    assert 2 * gap_map.LARGEST < gap_map.ROW
    assert gap_map.BUBBLE > gap_map.LARGEST


def test_what_stands_in_records_is_what_the_map_shows(tmp_path: Path) -> None:
    finding = {"outcome": "work", "evidence": 2, "what": {"nl": "De helft", "en": "Half"}, "sources": ["report-2020"]}
    files = {"data/practices/alpha.yml": a_practice(outcomes=[finding])}
    shown = evidence.gap_view(a_view(tmp_path, "evidence", files=files))
    places = {(row.id, place.question): place for row in shown.rows for place in row.places}
    found = [key for key, place in places.items() if place.count]
    assert found == [("refugees", "work (nl)")]
    place = places[found[0]]
    assert [(link.name, step) for link, step in place.practices] == [("Alfa", 2)]
    assert place.step is not None
    assert place.step.number == 2
    assert shown.empty == len(places) - 1
