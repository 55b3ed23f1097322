"""The list with 2,000 practices in a real browser: cards made from data, further ones on request, bounded bytes."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from axe import violations
from harness import Served, serve
from hub.catalogue import Catalogue
from hub.model import facet_values
from large import large_catalogue, write_list

DATA_BYTES = 150_000


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return large_catalogue(tmp_path_factory.mktemp("many") / "project", 2_000)


@pytest.fixture(scope="module")
def served(many: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    yield from serve(write_list(many, tmp_path_factory.mktemp("large")))


def data_bytes(page: Page, served: Served) -> int:
    """Compressed bytes of the data this page has asked for."""
    names = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    files = {urlsplit(name).path.removeprefix("/hub/") for name in names if "/assets/practices-" in name}
    assert files
    return sum(len(gzip.compress(Path(served.folder, name).read_bytes(), 6, mtime=0)) for name in files)


def wait_for(page: Page, count: int) -> None:
    expect(page.locator("#practice-count")).to_have_text(re.compile(rf"^{count:,} ".replace(",", "[.,]")))


def with_values(many: Catalogue, facet: str, value: str) -> set[str]:
    return {id for id, practice in many.practices.items() if value in facet_values(practice, facet)}


def test_cards_are_made_from_data_as_the_server_makes_them(open_page: Any, many: Catalogue, served: Served) -> None:
    page = open_page("practices/")
    box = page.locator('input[name="group"][value="refugees"]')
    box.check()
    wait_for(page, len(with_values(many, "group", "refugees")))
    cards = page.locator(".hub-browse__results .hub-cards__item")
    expect(cards).to_have_count(24)
    page.wait_for_load_state("networkidle")
    for place in range(24):
        practice = many.practices[cards.nth(place).get_attribute("data-practice") or ""]
        card = cards.nth(place)
        expect(card.locator(".hub-card__link")).to_have_text(practice.name.said("nl").text)
        expect(card.locator(".hub-card__summary")).to_have_text(practice.summary.said("nl").text)
        expect(card.locator(".hub-dots__dot--on")).to_have_count(practice.evidence.level)
    assert violations(page) == []


def test_made_and_served_cards_are_the_same(open_page: Any, many: Catalogue) -> None:
    page = open_page("en/practices/")
    served_cards = page.locator(".hub-browse__results .hub-cards__item")
    read = "card => [card.dataset.practice, card.querySelector('.hub-card').innerText]"
    before = dict(served_cards.evaluate_all(f"cards => cards.map({read})"))
    # Without the cards of the server in its hands, the module has to make each of them
    page.locator(".hub-browse__results").evaluate("results => results.replaceChildren()")
    page.locator('select[name="by"]').select_option("country")
    page.locator('select[name="sort"]').select_option("name")
    page.locator('select[name="by"]').select_option("evidence")
    expect(page.locator(".hub-browse__results h2").first).to_be_visible()
    made: dict[str, str] = {}
    for id in list(before)[:6]:
        name = many.practices[id].name.said("en").text
        page.locator("#practice-words").fill(name)
        expect(page.locator(f'.hub-browse__results .hub-cards__item[data-practice="{id}"] .hub-card__summary')).to_have_text(
            many.practices[id].summary.said("en").text
        )
        made |= dict([page.locator(f'.hub-cards__item[data-practice="{id}"]').evaluate(read)])
    assert made == {id: before[id] for id in made}


def test_more_on_request_and_focus_goes_to_the_first_of_them(open_page: Any, many: Catalogue) -> None:
    page = open_page("practices/?group=refugees&sort=name")
    cards = page.locator(".hub-browse__results .hub-cards__item")
    expect(cards).to_have_count(24)
    page.locator(".hub-browse__more button").click()
    expect(cards).to_have_count(48)
    expect(cards.nth(24).locator("a")).to_be_focused()


def test_a_few_filters_and_a_search_load_little(open_page: Any, many: Catalogue, served: Served) -> None:
    page = open_page("practices/")
    page.locator('input[name="group"][value="refugees"]').check()
    wait_for(page, len(with_values(many, "group", "refugees")))
    page.locator('input[name="edu"][value="at-most-secondary"]').check()
    both = with_values(many, "group", "refugees") & with_values(many, "edu", "at-most-secondary")
    wait_for(page, len(both))
    page.wait_for_load_state("networkidle")
    assert data_bytes(page, served) <= DATA_BYTES
    page.locator("#practice-words").press_sequentially("vluchtelnig", delay=80)
    expect(page).to_have_url(re.compile("q=vluchtelnig"))
    expect(page.locator(".hub-browse__results .hub-cards__item").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert data_bytes(page, served) <= DATA_BYTES


def test_clearing_gives_back_the_first_of_each_country(open_page: Any) -> None:
    page = open_page("practices/")
    page.wait_for_load_state("networkidle")
    results = page.locator(".hub-browse__results")
    before = results.inner_html()
    page.locator('input[name="country"][value="FI"]').check()
    expect(page.locator(".hub-chip")).to_have_count(1)
    expect(page.locator(".hub-browse__results h2")).to_have_count(1)
    page.locator('[data-browse="clear"]').click()
    page.wait_for_function("before => document.querySelector('.hub-browse__results').innerHTML === before", arg=before)
