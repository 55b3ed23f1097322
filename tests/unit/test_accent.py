"""The small pictures in the heads of pages: what is drawn follows the data, and nothing grows without a limit."""

from __future__ import annotations

import pytest

from hub.view import accent
from hub.view.accent import Accent


def count(made: Accent, look: str) -> int:
    return sum(stroke.path.count("M") for stroke in made if stroke.look == look)


def test_a_guide_has_a_column_of_dots_per_recommendation() -> None:
    made = accent.of_grades([(3, 1), (0, 2)], 3)
    assert (count(made, "dot"), count(made, "other"), count(made, "faint")) == (3, 3, 6)


def test_a_dimension_has_a_square_per_criterion() -> None:
    made = accent.of_criteria(4, 1)
    assert (count(made, "fill"), count(made, "empty")) == (4, 1)
    assert [stroke.look for stroke in accent.of_criteria(2, 0)] == ["fill"]


def test_a_tool_has_a_sheet_per_part_with_its_lines_and_one_phase_that_is_its_own() -> None:
    made = accent.of_sheets([2, 0, 9], 1, 7)
    assert (count(made, "empty"), count(made, "line"), count(made, "faint"), count(made, "other")) == (3, 7, 6, 1)


def test_a_partner_has_its_projects_and_its_practices() -> None:
    made = accent.of_links(2, 3)
    assert (count(made, "fill"), count(made, "other"), count(made, "thick")) == (2, 3, 1)
    assert accent.of_links(0, 0) == ()


def test_a_project_has_its_years_among_all() -> None:
    made = accent.of_years(2014, 2020, 2014.0, 2020.0)
    assert count(made, "line") == 7
    assert next(stroke.path for stroke in made if stroke.look == "fill") == "M4 26H172v12H4z"
    assert count(accent.of_years(2014, 2020, None, 0), "fill") == 0


@pytest.mark.parametrize("many", [0, 1, 100])
def test_whatever_the_data_a_picture_stays_small(many: int) -> None:
    for made in (
        accent.of_grades([(3, 3)] * many, 3), accent.of_criteria(many, many), accent.of_sheets([many] * many, 0, 7),
        accent.of_links(many, many),
    ):  # fmt: skip
        assert sum(len(stroke.path) for stroke in made) < 1800
        assert all(stroke.path for stroke in made)
