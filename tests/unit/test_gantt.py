"""Projects over the years: where bars begin and end, and that what is not known is neither drawn as known nor left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import a_record, as_yaml
from hub.model import Project
from hub.pages.projects import projects_page
from hub.view import gantt
from hub.view.gantt import NARROW, WIDE, Span
from rendering import a_view

PROJECT = "data/projects/{id}.yml"


def a_project(id: str = "start", **changes: object) -> Project:
    raw = {
        "id": id, "title": {"nl": id, "en": id}, "short_title": id, "summary": {"nl": "x", "en": "x"},
        "status": "ended", "sources": ("report-2020",), "last_checked": "2026-11-22",
    }  # fmt: skip
    return Project.model_validate({**raw, **changes})


def the_span(**changes: object) -> Span:
    return gantt.spans([a_project(**changes)])[0]


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2018", 2018, 2019), ("2018-01", 2018, 2018 + 1 / 12), ("2018-12", 2018 + 11 / 12, 2019),
        ("2019-01-14", 2019 + 13 / 31 / 12, 2019 + 14 / 31 / 12), ("2021-02-28", 2021 + (1 + 27 / 31) / 12, 2021 + 2 / 12),
    ],
)  # fmt: skip
def test_a_date_covers_what_it_names(date: str, first: float, last: float) -> None:
    assert gantt.moment(date) == pytest.approx(first, abs=0.001)
    assert gantt.moment(date, last=True) == pytest.approx(last, abs=0.001)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"period": {"start": "2018", "end": "2021"}}, (2018, 2022, "known", False)),
        ({"period": {"start": "2018", "end": "2021", "inferred": True}}, (2018, 2022, "known", True)),
        ({"period": {"start": "2021"}, "status": "running", "last_checked": "2026-06"}, (2021, 2026.5, "running", False)),
        ({"period": {"start": "2021"}, "status": "ended"}, (2021, 2021 + gantt.FADES, "unknown", False)),
        ({"period": {"start": "2021"}, "status": "unknown"}, (2021, 2021 + gantt.FADES, "unknown", False)),
        ({"period": {"end": "2021"}}, (None, 2022, "known", False)),
        ({"status": "running", "last_checked": "2026-06"}, (None, 2026.5, "running", False)),
        ({}, (None, 0, "unknown", False)),
    ],
)  # fmt: skip
def test_what_is_not_known_is_said_and_not_filled_in(changes: dict[str, object], expected: tuple[object, ...]) -> None:
    span = the_span(**changes)
    assert (span.start, span.end, span.ends, span.inferred) == expected


def test_projects_stand_in_the_order_of_their_beginning_and_those_without_one_last() -> None:
    found = gantt.spans([
        a_project("nothing"), a_project("runs", status="running"), a_project("late", period={"start": "2020"}),
        a_project("early", period={"start": "2014", "end": "2015"}),
    ])  # fmt: skip
    assert [one.id for one in found] == ["early", "late", "runs", "nothing"]


@pytest.mark.parametrize("layout", [WIDE, NARROW])
def test_bars_keep_to_their_years_and_rows(layout: gantt.Layout) -> None:
    found = gantt.spans([
        a_project("first", period={"start": "2014", "end": "2015"}), a_project("second", period={"start": "2016", "end": "2017"}),
        a_project("open", status="running", last_checked="2017-12"), a_project("nothing"),
    ])  # fmt: skip
    made = gantt.gantt(found, layout)
    assert [tick.year for tick in made.ticks] == [2014, 2015, 2016, 2017, 2018]
    assert (made.ticks[0].x, made.ticks[-1].x) == layout.plot
    places = {tick.year: tick.x for tick in made.ticks}
    assert [(bar.x, bar.x2) for bar in made.bars] == [
        (places[2014], places[2016]), (places[2016], places[2018]), (places[2014], places[2018]), (None, places[2014]),
    ]  # fmt: skip
    assert [bar.begins for bar in made.bars] == [True, True, False, False]
    for bar in made.bars:
        assert bar.line <= bar.y
        assert bar.y + gantt.THICK <= bar.line + layout.row
        assert bar.line < bar.name_y <= bar.line + layout.row
    assert made.bottom == made.bars[-1].line + layout.row


def test_the_page_says_of_every_project_when_it_ran(tmp_path: Path) -> None:
    files = {
        PROJECT.format(id=id): as_yaml(a_record("data/projects/start.yml", id=id, main=False, short_title=id, **changes))
        for id, changes in {
            "over": {"period": {"start": 2019}, "status": "ended"},
            "guess": {"period": {"start": 2019, "end": 2020, "inferred": True}, "status": "ended"},
            "dark": {"period": None, "status": "ended"},
        }.items()
    }  # fmt: skip
    term = {"id": "ended", "label": {"nl": "voorbij", "en": "ended"}, "definition": {"nl": "Voorbij", "en": "Over"}}
    statuses = a_record("data/vocabularies/status.yml")
    files["data/vocabularies/status.yml"] = as_yaml({**statuses, "terms": [*statuses["terms"], term]})
    body = projects_page(a_view(tmp_path, "projects", files=files).edition).body
    for words in (
        "Start: 2018–2021", "over: 2019–?", "guess: 2019–2020 (afgeleid)", "dark: nl projects.gantt.no_dates",
    ):  # fmt: skip
        assert body.count(f'aria-label="{words}"') == 2, words  # for a wide and for a narrow screen
    assert "2019; nl projects.gantt.legend.unknown" in body
    assert body.count('<svg class="hub-gantt__picture') == 2
    assert body.count('<rect class="hub-gantt__bar hub-gantt__bar--inferred"') == 4  # with the legends
    assert body.count('scope="row"') == 4


def test_years_of_no_project_are_some_years() -> None:
    assert gantt.years([]) == (0, 1)
    assert gantt.gantt([], WIDE).bars == ()
