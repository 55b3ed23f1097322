"""What changed and why: the newest first, month by month, and every page of what was touched leads there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builders import a_hub, sample
from hub.link.catalogue import Catalogue
from hub.link.changes import last_changes, newest_first
from hub.pages import changes
from hub.pages.criteria import pages as criteria_pages
from hub.pages.document import document
from hub.pages.practice import pages as practice_pages
from hub.pipeline import load_catalogue
from hub.view.edition import Edition
from rendering import SITE, a_catalogue

FILE = "data/changes.yml"


def test_the_newest_comes_first_under_its_month(tmp_path: Path) -> None:
    edition = Edition(a_catalogue(tmp_path), "nl")
    (page,) = changes.pages(edition)
    assert [(heading.id, heading.text) for heading in page.headings] == [
        ("2026-11", "November 2026"), ("2026-10", "Oktober 2026"),
    ]  # fmt: skip
    assert re.findall(r'class="hub-changes__item" id="([^"]+)"', page.body) == ["change-alpha-corrected", "change-first"]
    assert '<time datetime="2026-11-21">21 november 2026</time> · nl changes.kind.corrected' in page.body
    assert "De duur van Alfa klopt nu." in page.body
    assert "Een lezer schreef ons." in page.body
    assert 'href="../practices/alpha/"' in page.body
    assert 'href="../criteria/vision/#clear-aim"' in page.body


@pytest.mark.parametrize("pages", [practice_pages, criteria_pages], ids=["a page of its own", "part of a page"])
def test_the_page_of_what_was_touched_leads_to_its_newest_change(tmp_path: Path, pages: object) -> None:
    edition = Edition(a_catalogue(tmp_path), "nl")
    page = next(one for one in pages(edition) if one.path in ("practices/alpha", "criteria/vision"))  # type: ignore[operator]
    foot = document(page, edition, SITE).partition('<footer class="hub-page-foot"')[2].partition("</footer>")[0]
    assert "nl changes.last_label" in foot
    assert 'changes/#change-alpha-corrected"' in foot


def test_of_two_changes_the_newest_counts_and_a_page_without_one_says_nothing(tmp_path: Path) -> None:
    newer = sample(FILE).replace("id: alpha-corrected", "id: later").replace("2026-11-21", "2026-11-22")
    catalogue = a_catalogue(tmp_path, {FILE: sample(FILE) + newer.partition("- id: first")[0]})
    assert [one.id for one in newest_first(catalogue)] == ["later", "alpha-corrected", "first"]
    assert {path: one.id for path, one in last_changes(catalogue).items()} == {
        "practices/alpha": "later", "criteria/vision": "later",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[alpha]", "[gone]", "touched.practice[1]: must be"),
        ("kind: corrected", "kind: design", "kind: must be"),
        ("date: '2026-11-21'", "date: 2026", "date: must be a day"),
        (", en: A reader wrote to us.", "", "why: must be given in every language"),
    ],
)
def test_what_is_wrong_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = sample(FILE).replace(old, new)
    assert text != sample(FILE)
    _, problems = load_catalogue(a_hub(tmp_path, {FILE: text}))
    (problem,) = [one for one in problems if one.path == FILE]
    assert f"[alpha-corrected].{said}" in str(problem)


def test_the_real_changes_stand_in_their_order_and_none_is_later_than_the_data(catalogue: Catalogue) -> None:
    dates = [one.date for one in catalogue.changes.values()]
    assert dates == sorted(dates, reverse=True)
    assert dates[0] <= catalogue.date
