"""No practice is called running on a source older than three years: the rule at its edge, and every place that shows it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from builders import a_practice
from hub.browser import comparison, comparison_summary, practice_export, practice_index
from hub.link.addresses import COMPARISON, WHERE
from hub.link.catalogue import Catalogue
from hub.link.facets import facet_values, served_order
from hub.link.freshness import Standing
from hub.pages import practices_by, where
from hub.pages.practice import practice_page
from hub.view import practice_card
from hub.view.edition import Edition, editions
from hub.view.practice_facts import fact_values
from hub.view.timeline import timeline
from hub.view.view import View
from rendering import a_catalogue

GLANCE = {"for_whom": {"nl": "Wie wil", "en": "Who wants"}, "status": {"nl": "Loopt (2019)", "en": "Running (2019)"}}
OPEN = {"period": {"start": 2013}, "status": "running"}
"""The data of the sample go up to November 2026."""


def hub(folder: Path, **changes: Any) -> Catalogue:
    return a_catalogue(folder, {"data/practices/alpha.yml": a_practice(**{**OPEN, **changes})})


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"status_checked": 2023}, Standing("running", 2023)),
        ({"status_checked": 2022}, Standing("unknown", 2022, overtaken=True)),
        ({"status_checked": None}, Standing("unknown", 2020, overtaken=True)),
        ({"status_checked": None, "sources": ["site-2021"]}, Standing("unknown", None, overtaken=True)),
        ({"status_checked": 2015, "status": "unknown"}, Standing("unknown", 2015)),
    ],
    ids=["three years", "a year more", "the newest that it cites", "sources without a year", "said by hand"],
)
def test_three_years_is_the_edge(tmp_path: Path, changes: dict[str, Any], said: Standing) -> None:
    assert hub(tmp_path, **changes).standings["alpha"] == said


def test_years_count_from_the_newest_record_and_not_from_its_own_date(tmp_path: Path) -> None:
    old = a_practice(**OPEN, status_checked=2019, last_checked="2021-01-01")
    files: dict[str, str | bytes | None] = {"data/practices/alpha.yml": old}
    assert a_catalogue(tmp_path / "a", files).standings["alpha"].overtaken
    newest = a_practice(id="other", last_checked="2028-02-01")
    later: dict[str, str | bytes | None] = {
        "data/practices/alpha.yml": a_practice(**OPEN, status_checked=2024), "data/practices/other.yml": newest,
    }  # fmt: skip
    catalogue = a_catalogue(tmp_path / "b", later)
    assert catalogue.date == "2028-02-01"
    assert catalogue.standings["alpha"].overtaken


@pytest.fixture
def overtaken(tmp_path: Path) -> Catalogue:
    return hub(tmp_path, status_checked=2019, at_a_glance=GLANCE)


SAID = "nl practice.ran 2019"


def view(catalogue: Catalogue, path: str = "practices/alpha") -> View:
    return View(Edition(catalogue, "nl"), path)


def test_the_card_says_the_year_of_the_source(overtaken: Catalogue) -> None:
    assert practice_card.card(view(overtaken), overtaken.practices["alpha"]).status == SAID


def test_so_does_the_record_also_in_its_picture_which_leaves_the_end_open(overtaken: Catalogue) -> None:
    practice = overtaken.practices["alpha"]
    assert str(dict(fact_values(view(overtaken), practice))["status"]).startswith(SAID)
    line = timeline(view(overtaken), practice)
    assert line is not None
    assert line.status == SAID
    programme = next(lane for lane in line.lanes if lane.id == "programme")
    assert (programme.label, [bar.sure for bar in programme.bars], len(programme.unknown)) == (SAID, [False, False], 1)
    assert line.open_ends == ("nl timeline.end_unknown",)
    body = practice_page(practice, Edition(overtaken, "nl")).body
    assert SAID in body
    assert "Loopt" not in body


def test_the_filter_finds_it_as_not_confirmed_and_the_list_serves_it_after_what_runs(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        "data/practices/alpha.yml": a_practice(**OPEN, status_checked=2019, evidence={"level": 5, "why": {"nl": "W", "en": "W"}}),
        "data/practices/recent.yml": a_practice(id="recent", **OPEN, status_checked=2025),
    }  # fmt: skip
    catalogue = a_catalogue(tmp_path, files)
    assert facet_values(catalogue, catalogue.practices["alpha"], "status") == ("unknown",)
    assert [one.id for one in served_order(catalogue, "nl")] == ["recent", "alpha"]
    index = practice_index.practice_index(editions(catalogue))
    column = next(one for one in json.loads(index.files[index.address("nl")])["facets"] if one["id"] == "status")
    assert [column["values"][place] for place in column["of"]] == ["running", "unknown"]
    assert [one.id for one in Edition(catalogue, "nl").practices_by_value["status", "running"]] == ["recent"]


def test_a_card_made_in_the_browser_says_it_too(overtaken: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(practice_index, "WHOLE_LIST", 0)
    index = practice_index.practice_index(editions(overtaken))
    (card,) = json.loads(index.files[f"{index.folder}/nl-cards-0.json"])
    assert card["status"] == SAID


def test_so_do_the_pages_per_value(overtaken: Catalogue) -> None:
    (page,) = practices_by.value_pages(Edition(overtaken, "nl"), "status", "unknown")
    assert SAID in page.body


def test_so_does_the_comparison_in_short_and_in_full(overtaken: Catalogue) -> None:
    at = view(overtaken, COMPARISON)
    practice = overtaken.practices["alpha"]
    answer = next(one for one in comparison_summary.summary(at, practice) if one.row == "status")
    assert (answer.text, answer.terms) == (SAID, ("unknown",))
    row = next(one for one in comparison.comparison_rows(at, practice) if one.id == "facts.status")
    assert [id for id, _ in row.terms] == ["status:unknown"]
    assert row.html == SAID


def test_so_does_what_people_take_home(overtaken: Catalogue) -> None:
    record = practice_export.practice_record(Edition(overtaken, "nl"), overtaken.practices["alpha"])
    assert record["state"] == SAID
    assert record["facets"]["status"] == ["unknown"]  # type: ignore[index]


def test_so_does_the_page_that_says_who_is_active_where(tmp_path: Path) -> None:
    other = a_practice(id="other", where={"country": ["BE"], "region": ["flanders"]}, **OPEN, status_checked=2019)
    catalogue = a_catalogue(tmp_path, {"data/practices/other.yml": other})
    assert [item.status for item in where.where(view(catalogue, WHERE)).earlier] == [SAID]


@pytest.mark.parametrize(("locale", "words"), [("nl", "Actief in 2019 (laatste bron)"), ("en", "Running in 2019 (latest source)")])
def test_the_words_are_those_of_the_language(catalogue: Catalogue, locale: str, words: str) -> None:
    assert Edition(catalogue, locale).strings("practice.ran", year="2019") == words
