"""What stands in the first screen of a practice, as plain values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from builders import a_practice
from hub.model import Practice
from hub.view.practice_head import Head, head
from hub.view.view import View
from rendering import a_view


def shown(folder: Path, **changes: Any) -> tuple[Head, View, Practice]:
    view = a_view(folder, files={"data/practices/alpha.yml": a_practice(**changes)})
    practice = view.edition.catalogue.practices["alpha"]
    return head(view, practice), view, practice


def test_the_best_known_result_comes_with_its_definition_its_year_and_who_counted(tmp_path: Path) -> None:
    made, view, _ = shown(tmp_path, best_result="jobs-2020")
    assert made.best is not None
    assert (made.best.words, made.best.measures, made.best.href) == ("53,5%", "Mentees met een job", "#figure-jobs-2020")
    assert made.best.facts == f"2020 · {view.t('practice.strip.counted_by', who=view.t('figure.reported_by.provider'))}"


def test_a_best_result_without_a_year_says_so(tmp_path: Path) -> None:
    made, view, _ = shown(tmp_path, best_result="duos-2020")
    assert made.best is not None
    assert made.best.words == "40–50 duo's"
    assert view.t("known.chart.no_year") in made.best.facts


def test_without_a_figure_the_sentence_of_the_record_stands_there_and_else_nothing_is_known(tmp_path: Path) -> None:
    glance = {
        "for_whom": {"nl": "Vluchtelingen", "en": "Refugees"}, "status": {"nl": "Loopt", "en": "Running"},
        "result": {"nl": "Meer contacten (2017)", "en": "More contacts (2017)"},
    }  # fmt: skip
    made, _, _ = shown(tmp_path, at_a_glance=glance)
    assert made.best is not None
    assert (made.best.words, made.best.measures) == ("Meer contacten (2017)", None)
    nothing, _, _ = shown(tmp_path / "nothing")
    assert nothing.best is None


def test_steps_of_a_duo_that_are_not_documented_have_no_words(tmp_path: Path) -> None:
    made, _, _ = shown(tmp_path, course={"sector": "cross-sector"})
    assert [(step.id, bool(step.words), step.href) for step in made.way] == [
        ("intake", False, None), ("matching", False, None), ("meetings", False, None), ("closing", False, None),
    ]  # fmt: skip
    assert made.course is None
    told, _, _ = shown(tmp_path / "told", matching={"intake": {"nl": "Een gesprek.", "en": "A talk."}})
    assert [step.href for step in told.way] == ["#how", None, "#how", None]


@pytest.mark.parametrize(
    ("duration", "frequency", "months", "meetings"),
    [
        (["6-months"], ["weekly"], [True] * 6, 24),
        (["6-months"], [], [True] * 6, 0),
        ([], ["weekly"], [], 0),
    ],
)
def test_months_are_drawn_where_one_duration_is_documented_and_meetings_where_one_rhythm_is(
    tmp_path: Path, duration: list[str], frequency: list[str], months: list[bool], meetings: int
) -> None:
    made, _, _ = shown(tmp_path, course={"sector": "cross-sector", "duration": duration, "frequency": frequency})
    assert [month.sure for month in made.months] == months
    assert sum(len(month.meetings) for month in made.months) == meetings
    assert all(month.x < x < month.x + 24 for month in made.months for x in month.meetings)
