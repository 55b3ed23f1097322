"""Who is active where: no programme without the year of its source, and nothing called active that was not seen lately."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from builders import a_hub, a_practice, as_yaml, sample
from hub.link.addresses import WHERE
from hub.pages import where
from hub.pipeline import load_catalogue
from hub.view.templates import rendered
from hub.view.view import View
from rendering import a_view

OFFERS, ROUTES = "data/where/offers.yml", "data/where/routes.yml"
SEEN = {"area": "middle-town", "year": 2020, "what": {"nl": "Hier.", "en": "Here."}, "sources": ["report-2020"]}


def copied(value: Any) -> Any:
    """Without shared parts, which YAML would write as references."""
    return json.loads(json.dumps(value))


def an_offer(*seen: dict[str, Any], **changes: Any) -> str:
    words = {"nl": "Woorden", "en": "Words"}
    offer = {"id": "beta", "name": words, "kind": "mentoring", "what": words, "route": words, "seen": list(seen or (SEEN,))}
    return as_yaml(copied([{**offer, "last_checked": "2021", **changes}]))


def a_page(folder: Path, files: Mapping[str, str] | None = None) -> View:
    return a_view(folder, WHERE, files=files)


def told(root: Path) -> list[str]:
    return [str(problem) for problem in load_catalogue(root)[1] if "where" in problem.path or "where" in problem.message]


def test_a_programme_without_a_year_is_refused_at_its_line(tmp_path: Path) -> None:
    text = sample(OFFERS).replace("year: 2020, ", "")
    line = next(number for number, row in enumerate(text.splitlines(), 1) if "- {area:" in row)
    assert told(a_hub(tmp_path, {OFFERS: text})) == [
        f"{OFFERS}:{line}: [alpha].seen[1].year: must be given",
    ]


def test_a_programme_that_was_never_seen_is_refused(tmp_path: Path) -> None:
    (problem,) = told(a_hub(tmp_path, {OFFERS: an_offer(seen=[])}))
    assert "[beta].seen: must have at least 1" in problem


@pytest.mark.parametrize(
    ("offer", "fault"),
    [
        (an_offer({**SEEN, "year": 2021}), "seen[1].year: must not be later than its newest source (2020), got 2021"),
        (
            an_offer({**SEEN, "sources": ["site-2021"]}),
            "seen[1].year: must be marked `year_inferred: true`, none of its sources has a date",
        ),
        (an_offer(ended=2019), "ended: must not be before its newest sighting (2020), got 2019"),
    ],
    ids=["later than its source", "from undated sources", "ended before it was seen"],
)
def test_a_year_that_no_source_carries_is_refused_at_its_line(tmp_path: Path, offer: str, fault: str) -> None:
    (problem,) = told(a_hub(tmp_path, {OFFERS: offer}))
    place, told_fault = problem.split(" [beta].")
    assert told_fault == fault
    line = int(place.split(":")[1])
    assert fault.split(":")[0].split(".")[-1] in offer.splitlines()[line - 1]


def test_an_undated_source_with_an_inferred_year_and_an_older_year_are_fine(tmp_path: Path) -> None:
    offers = an_offer({**SEEN, "sources": ["site-2021"], "year_inferred": True}, {**SEEN, "year": 2018})
    assert told(a_hub(tmp_path, {OFFERS: offers})) == []


def test_the_year_of_a_public_route_is_that_of_a_source(tmp_path: Path) -> None:
    (problem,) = told(a_hub(tmp_path, {ROUTES: sample(ROUTES).replace("year: 2020", "year: 2022")}))
    assert problem == f"{ROUTES}:5: [job-desk].year: must not be later than its newest source (2020), got 2022"


def test_no_practice_takes_the_address_of_the_page(tmp_path: Path) -> None:
    (problem,) = told(a_hub(tmp_path, {"data/practices/where.yml": a_practice(id="where")}))
    assert problem == "data/practices/where.yml:1: id: must be another id, /practices/where/ is another page of the hub, got 'where'"


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"last_checked": "2022"}, "where.status.recent"),
        ({"last_checked": "2023"}, "where.status.older"),
        ({"last_checked": "2022", "ended": 2021}, "where.status.ended"),
    ],
)
def test_active_is_what_a_source_of_the_last_two_years_saw(tmp_path: Path, changes: dict[str, Any], status: str) -> None:
    view = a_page(tmp_path, {OFFERS: an_offer(**changes)})
    values = where.where(view)
    (offer,) = values.mentoring
    assert offer.status == view.t(status, year="2021" if "ended" in changes else "2020")
    assert offer.recent is (status == "where.status.recent")
    assert [tile.shade for tile in values.tiles] == [3 if offer.recent else 1]


def test_an_old_sighting_is_not_young_because_another_area_has_a_young_one(tmp_path: Path) -> None:
    area = sample("data/where/areas.yml")
    other = area.replace("middle-town", "old-town").replace("column: 0", "column: 1")
    offers = an_offer({**SEEN, "year": 2012, "area": "old-town"}, SEEN, last_checked="2021")
    view = a_page(tmp_path, {OFFERS: offers, "data/where/areas.yml": area + other})
    (region,) = where.where(view).regions
    assert [[(seen.year, seen.recent) for seen in row.mentoring] for row in region.areas] == [[("2020", True)], [("2012", False)]]


def test_every_line_of_the_page_has_its_year(tmp_path: Path) -> None:
    view = a_page(tmp_path)
    html = rendered("pages/where", view, where=where.where(view))
    for item in re.findall(r'<span class="hub-where__seen"><strong[^>]*>([^<]*)</strong>', html):
        assert re.match(r"(19|20)\d\d", item)
    assert 'id="area-middle-town"' in html
    assert 'href="#offer-alpha"' in html
    assert 'id="offer-alpha"' in html


def test_practices_of_the_region_that_nobody_saw_are_listed_with_their_own_year(tmp_path: Path) -> None:
    place = {"country": ["BE"], "region": ["flanders"]}
    files = {
        f"data/practices/{id}.yml": a_practice(id=id, where=place, status_checked=year, sources=["site-2021"])
        for id, year in (("undated", None), ("dated", 2019))
    }
    earlier = where.where(a_page(tmp_path, files)).earlier
    assert [(item.practice.href, item.status) for item in earlier] == [
        ("../dated/", "nl practice.ran 2019"), ("../undated/", None),
    ]  # fmt: skip
