"""How long ago a record was compared with its sources: counted from the data, said in words, and set per kind or record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from builders import a_hub, a_practice, a_record, as_yaml, sample
from hub.link.catalogue import Catalogue
from hub.model import HubSettings
from hub.model.kinds import KINDS
from hub.pages import guides, partners, practice, projects, tool, where
from hub.pages.document import document
from hub.pipeline import load_catalogue
from hub.view.edition import Edition
from hub.view.reviews import Review, review
from hub.view.view import View
from rendering import SITE, a_catalogue

ALPHA = "data/practices/alpha.yml"
DUE = "nl age.due"


def alpha(folder: Path, last_checked: str, **changes: Any) -> Review:
    """The data of the sample go up to November 2026; a practice is due after 12 months."""
    catalogue = a_catalogue(folder, {ALPHA: a_practice(last_checked=last_checked, **changes)})
    return review(Edition(catalogue, "nl"), "practice", catalogue.practices["alpha"])


@pytest.mark.parametrize(
    ("checked", "age", "due"),
    [
        ("2026-11-02", "", False), ("2026-10-31", "nl age.months.one 1", False), ("2025-11-01", "nl age.months.other 12", False),
        ("2025-10-31", "nl age.months.other 13", True), ("2024", "nl age.months.other 23", True),
        ("2024-11", "nl age.years.other 2", True), ("2026", "", False),
    ],
)  # fmt: skip
def test_the_age_counts_from_the_data_and_more_than_its_time_is_due(
    tmp_path: Path, checked: str, age: str, due: bool
) -> None:
    found = alpha(tmp_path, checked)
    assert (found.age, found.due) == (age, due)


def test_a_record_may_say_its_own_time(tmp_path: Path) -> None:
    assert not alpha(tmp_path / "long", "2025-01-01", review_every=36).due
    assert alpha(tmp_path / "short", "2026-05-01", review_every=3).due


def test_every_kind_that_is_compared_with_sources_has_its_time() -> None:
    dated = {kind.name for kind in KINDS if kind.model and "last_checked" in kind.model.model_fields}
    times: Any = HubSettings.model_fields["review_every"].annotation
    assert set(times.model_fields) == dated
    assert all("review_every" in kind.model.model_fields for kind in KINDS if kind.model and kind.name in dated)


@pytest.mark.parametrize("months", [0, 61, "12", True, 1.5])
def test_a_time_is_a_whole_number_of_months_within_limits(tmp_path: Path, months: object) -> None:
    _, problems = load_catalogue(a_hub(tmp_path, {ALPHA: a_practice(review_every=months)}))
    assert [problem.field for problem in problems] == ["review_every"]


def old(folder: Path) -> Catalogue:
    """Every record that is compared with sources was so long ago."""
    files: dict[str, str | bytes | None] = {
        f"data/{name}.yml": as_yaml(a_record(f"data/{name}.yml", last_checked="2020-03-04"))
        for name in ("practices/alpha", "partners/acme", "projects/start", "tools/plan")
    }
    files["data/where/offers.yml"] = sample("data/where/offers.yml")
    return a_catalogue(folder, files)


@pytest.mark.parametrize("kind", [practice, partners, projects, tool])
def test_a_record_past_its_time_says_so_in_words_with_the_plain_date(tmp_path: Path, kind: Any) -> None:
    edition = Edition(old(tmp_path), "nl")
    made = [page for page in (kind.pages(edition, {}) if kind is tool else kind.pages(edition)) if page.review]
    assert made
    for page in made:
        html = document(page, edition, SITE)
        foot = html.partition('<p class="hub-page-foot__checked">')[2].partition("</p>")[0]
        assert '<time datetime="2020-03-04">4 maart 2020</time>' in foot
        assert ", nl age.years.other 6" in foot
        assert DUE in foot
        assert "hidden" not in foot


def test_a_fact_of_the_record_says_it_too(tmp_path: Path) -> None:
    (page,) = practice.pages(Edition(old(tmp_path), "nl"))
    assert "4 maart 2020" in page.body
    assert DUE in page.body


def test_so_does_an_offer_on_the_page_that_says_who_is_where(tmp_path: Path) -> None:
    view = View(Edition(old(tmp_path), "nl"), "practices/where")
    assert [offer.due for offer in where.where(view).mentoring] == ["nl age.offer 2021"]


def test_what_was_looked_at_lately_hides_the_words(tmp_path: Path) -> None:
    (page,) = practice.pages(Edition(a_catalogue(tmp_path), "nl"))
    assert f"hidden>; {DUE}" in page.body


def test_guides_have_a_review_with_the_older_of_their_two_dates(catalogue: Catalogue) -> None:
    for page in guides.pages(Edition(catalogue, "nl")):
        if page.kind == "guide":
            assert page.review
            assert page.updated == page.review.date
