"""The timeline of a practice as plain values: the years of the record and no other, and what is not known says so."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from builders import a_practice, a_record, as_yaml, sample
from hub.link.catalogue import Catalogue
from hub.view.edition import editions
from hub.view.timeline import LANES, Axis, Timeline, timeline
from hub.view.view import View
from rendering import a_view


def a_figure(id: str, **changes: Any) -> dict[str, Any]:
    return {
        "id": id, "kind": "outcome", "value": 40, "unit": "percent", "measures": {"nl": "Met een job", "en": "With a job"},
        "sources": ["report-2020"], **changes,
    }  # fmt: skip


def drawn(folder: Path, **changes: Any) -> Timeline | None:
    view = a_view(folder, files={"data/practices/alpha.yml": a_practice(**changes)})
    return timeline(view, view.edition.catalogue.practices["alpha"])


def lane(line: Timeline, id: str) -> Any:
    return next(one for one in line.lanes if one.id == id)


def listed(line: Timeline) -> dict[str, list[str]]:
    return {year.label: [re.sub("<[^>]+>", "", item) for item in year.items] for year in line.years}


def test_a_programme_with_both_dates_is_one_whole_bar(tmp_path: Path) -> None:
    line = drawn(tmp_path, status_checked=2020)
    assert line is not None
    years = line.last - line.first + 1
    assert [(bar.sure, bar.x, bar.width) for bar in lane(line, "programme").bars] == [
        (True, 0, pytest.approx(100 * 8 / years, abs=0.1))
    ]
    assert lane(line, "programme").unknown == line.open_ends == ()
    assert any("timeline.start" in item for item in listed(line)["2013"])
    assert any("timeline.end" in item for item in listed(line)["2020"])


def test_an_end_that_nobody_knows_is_a_broken_bar_with_a_question_mark_and_a_sentence(tmp_path: Path) -> None:
    view = a_view(tmp_path, files={"data/practices/alpha.yml": a_practice(period={"start": 2013}, status="unknown")})
    line = timeline(view, view.edition.catalogue.practices["alpha"])
    assert line is not None
    assert [bar.sure for bar in lane(line, "programme").bars] == [False, False]
    assert len(lane(line, "programme").unknown) == 1
    assert line.open_ends == (view.t("timeline.end_unknown"),)
    assert [tick.year for tick in line.ticks][-1] == 2025, "the year after it has no number: nothing is known of it"


def test_a_running_programme_is_whole_until_its_newest_source_and_open_after_that(tmp_path: Path) -> None:
    line = drawn(tmp_path, period={"start": "2013-05"})
    assert line is not None
    assert [bar.sure for bar in lane(line, "programme").bars] == [True, False]
    assert lane(line, "programme").unknown == line.open_ends == ()


def test_a_start_that_nobody_knows_says_so(tmp_path: Path) -> None:
    line = drawn(tmp_path, period=None)
    assert line is not None
    assert lane(line, "programme").bars[0].sure is False
    assert len(lane(line, "programme").unknown) == len(line.open_ends) == 1
    assert not any("timeline.start" in item for items in listed(line).values() for item in items)


def test_figures_stand_in_their_year_and_an_aim_is_nothing_that_happened(tmp_path: Path) -> None:
    line = drawn(tmp_path, results=[
        a_figure("one", year=2016), a_figure("two", year=2016), a_figure("studied", year=2018, reported_by="evaluator"),
        a_figure("no-year"), a_figure("aim", kind="target", year=2030),
    ])  # fmt: skip
    assert line is not None
    assert [mark.count for mark in lane(line, "figure").marks] == [2]
    assert 100 * (2018.5 - line.first) / (line.last - line.first + 1) == pytest.approx(lane(line, "study").marks[0].x, abs=0.1)
    assert line.last == 2025
    assert sum("40%" in item for items in listed(line).values() for item in items) == 3


def test_an_amount_covers_the_years_of_its_window_only_where_these_are_all_it_says(tmp_path: Path) -> None:
    def money(id: str, window: str) -> dict[str, Any]:
        return a_figure(id, kind="money", unit="eur", year=2015, window={"nl": window, "en": window})

    line = drawn(tmp_path, funding={"budget": [money("span", "2014–2017"), money("other", "tot eind 2019")]})
    assert line is not None
    assert [bar.width for bar in lane(line, "money").bars] == [pytest.approx(100 * 4 / 13, abs=0.1)]
    assert len(lane(line, "money").marks) == 1
    assert [label for label, items in listed(line).items() if any("timeline.money" in item for item in items)] == ["2014–2017", "2015"]


def test_a_project_that_ran_it_is_a_bar_with_a_link_in_the_list(tmp_path: Path) -> None:
    project = a_record("data/projects/start.yml", practices=["alpha"], period={"start": 2015, "end": 2016})
    view = a_view(tmp_path, files={"data/projects/start.yml": as_yaml(project)})
    line = timeline(view, view.edition.catalogue.practices["alpha"])
    assert line is not None
    assert len(lane(line, "project").bars) == 1
    assert any('href="' in item for year in line.years if year.label == "2015–2016" for item in year.items)


def test_there_is_none_where_no_year_is_known(tmp_path: Path) -> None:
    results = a_record("data/practices/alpha.yml")["results"]
    undated = [{name: value for name, value in figure.items() if name != "year"} for figure in results]
    view = a_view(tmp_path, files={
        "data/practices/alpha.yml": a_practice(
            period=None, status_checked=None, results=undated, sources=["site-2021"]
        ),
        "data/projects/start.yml": as_yaml(a_record("data/projects/start.yml", period=None)),
        "data/evidence/studies.yml": sample("data/evidence/studies.yml").replace("  practice: alpha\n", ""),
    })  # fmt: skip
    assert timeline(view, view.edition.catalogue.practices["alpha"]) is None


@pytest.mark.parametrize(("first", "last"), [(2016, 2016), (2004, 2025), (1990, 2026)])
def test_years_under_the_axis_fit_beside_each_other(first: int, last: int) -> None:
    ticks = Axis(first, last + 1).ticks(first, last)
    assert ticks[0].year == first
    assert ticks[0].narrow
    assert len(ticks) <= 16
    assert sum(tick.narrow for tick in ticks) <= 7


def test_every_year_of_every_timeline_is_in_its_record(catalogue: Catalogue) -> None:
    for edition in editions(catalogue).values():
        for practice in catalogue.practices.values():
            line = timeline(View(edition, f"practices/{practice.id}"), practice)
            if line is None:
                continue
            said = practice.model_dump_json() + "".join(
                catalogue.sources[source].model_dump_json()
                for study in catalogue.studies.values()
                for source in (*practice.sources, *(study.sources if study.practice == practice.id else ()))
            ) + "".join(project.model_dump_json() for project in catalogue.projects_by_practice[practice.id])
            for year in line.years:
                assert all(number in said for number in year.label.split("–")), (practice.id, year.label)
            assert [one.id for one in line.lanes] == [id for id in LANES if id in {one.id for one in line.lanes}]
            places = [mark.x for one in line.lanes for mark in one.marks] + [x for one in line.lanes for x in one.unknown]
            assert all(0 <= x <= 100 for x in places)
            assert all(bar.x >= 0 and bar.x + bar.width <= 100.1 for one in line.lanes for bar in one.bars)
