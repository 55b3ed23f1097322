"""The list with 2,000 practices in a real browser: cards made from data, further ones on request, bounded bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from axe import violations
from filters import box, choose
from harness import Served, serve
from hub.link.catalogue import Catalogue
from hub.link.facets import facet_values

DATA_BYTES = 150_000
NOW = datetime(2026, 11, 22)


@pytest.fixture(scope="module")
def served(list_of_many: Path) -> Iterator[Served]:
    yield from serve(list_of_many)


def data_bytes(served: Served) -> int:
    """Compressed bytes of the data that was asked for."""
    files = {urlsplit(path).path.removeprefix("/hub/") for path in served.requests if "/assets/practices-" in path}
    assert files
    return sum(served.compressed_size(name) for name in files)


def wait_for(page: Page, count: int) -> None:
    expect(page.locator("#practice-count")).to_have_text(re.compile(rf"^{count:,} ".replace(",", "[.,]")))


def with_values(many: Catalogue, facet: str, value: str) -> set[str]:
    return {id for id, practice in many.practices.items() if value in facet_values(many, practice, facet)}


def test_cards_are_made_from_data_as_the_server_makes_them(open_page: Any, many: Catalogue, served: Served) -> None:
    page = open_page("practices/")
    box(page, "group", "refugees").check()
    wait_for(page, len(with_values(many, "group", "refugees")))
    cards = page.locator(".hub-practice-filter__results .hub-cards__item")
    expect(cards).to_have_count(24)
    page.wait_for_load_state("networkidle")
    for place in range(24):
        practice = many.practices[cards.nth(place).get_attribute("data-practice") or ""]
        card = cards.nth(place)
        expect(card.locator(".hub-card__link")).to_have_text(practice.name.said("nl").text)
        expect(card.locator(".hub-card__summary")).to_contain_text(practice.summary.said("nl").text)
        expect(card.locator(".hub-dots__on")).to_have_count(practice.evidence.level)
    assert violations(page) == []


def unusual(many: Catalogue, served: dict[str, Any]) -> list[str]:
    """Of the practices that the server shows: one of two kinds, one without a rhythm in words, one in one language."""
    practices = [many.practices[id] for id in served]
    return [
        next(one.id for one in practices if len(one.kind) > 1),
        next(one.id for one in practices if one.course.rhythm is None and one.course.duration),
        next(one.id for one in practices if one.summary.said("en").lang != "en"),
    ]


def test_made_and_served_cards_are_the_same(open_page: Any, many: Catalogue) -> None:
    page = open_page("en/practices/")
    page.add_style_tag(content=".hub-cards__item { content-visibility: visible !important }")
    served_cards = page.locator(".hub-practice-filter__results .hub-cards__item")
    parts = "card.querySelectorAll('.hub-card > :not(.hub-card__tools)')"
    read = f"card => [card.dataset.practice, Array.from({parts}, part => part.innerText)]"
    before = dict(served_cards.evaluate_all(f"cards => cards.map({read})"))
    # Without the cards of the server in its hands, the module has to make each of them
    page.locator(".hub-practice-filter__results").evaluate("results => results.replaceChildren()")
    choose(page, "by", "country")
    choose(page, "sort", "name")
    choose(page, "by", "evidence")
    expect(page.locator(".hub-practice-filter__results h2").first).to_be_visible()
    made: dict[str, list[str]] = {}
    for id in [*list(before)[:3], *unusual(many, before)]:
        name = many.practices[id].name.said("en").text
        page.locator("#practice-words").fill(name)
        expect(page.locator(f'.hub-practice-filter__results .hub-cards__item[data-practice="{id}"] .hub-card__summary')).to_contain_text(
            many.practices[id].summary.said("en").text
        )
        made |= dict([page.locator(f'.hub-cards__item[data-practice="{id}"]').evaluate(read)])
    assert made == {id: before[id] for id in made}


def test_a_card_used_for_another_practice_keeps_nothing_of_the_one_before(open_page: Any, many: Catalogue) -> None:
    page = open_page("practices/?group=refugees&country=PT&sort=name")
    wait_for(page, len(with_values(many, "group", "refugees") & with_values(many, "country", "PT")))
    card = page.locator(".hub-practice-filter__results .hub-cards__item").first
    before = card.get_attribute("data-practice") or ""
    card.locator(".hub-toggle").click()
    expect(card.locator(".hub-toggle-note")).to_be_visible()
    choose(page, "sort", "start")
    expect(card).not_to_have_attribute("data-practice", before)
    name = many.practices[card.get_attribute("data-practice") or ""].name.said("nl").text
    expect(card.locator(".hub-toggle")).to_have_attribute("aria-label", re.compile(rf": {re.escape(name)}$"))
    expect(card.locator(".hub-toggle")).to_have_attribute("aria-pressed", "false")
    expect(card.locator(".hub-toggle-note")).to_have_count(0)
    page.go_back()
    expect(card).to_have_attribute("data-practice", before)
    expect(card.locator(".hub-toggle")).to_have_attribute("aria-pressed", "true")


HELD_TEXTS = """
    const real = window.fetch, asked = new Set(), held = [];
    Object.assign(window, {asked, held, letGo: () => held.splice(0).reverse().forEach((go) => go())});
    window.fetch = (address) => {
        if (!String(address).includes("-cards-")) return real(address);
        asked.add(String(address));
        return new Promise(async (resolve) => {
            const texts = await (await real(address)).json();
            held.push(() => resolve({ok: true, json: () => Promise.resolve(texts)}));
        });
    };
"""
"""Texts of cards reach the page when they are let go, and then at once: those asked for first come last."""
ALL_HELD = "asked.size > before && held.length === asked.size"


def test_late_texts_go_to_their_own_practice(open_page: Any, many: Catalogue) -> None:
    page = open_page("practices/")
    page.add_init_script(HELD_TEXTS)
    page.reload()
    box(page, "country", "FI").check()
    page.wait_for_function(f"(before) => {ALL_HELD}", arg=0)
    of_the_first = page.evaluate("asked.size")
    box(page, "country", "SE").check()
    box(page, "country", "FI").uncheck()
    wait_for(page, len(with_values(many, "country", "SE")))
    page.wait_for_function(f"(before) => {ALL_HELD}", arg=of_the_first)
    page.evaluate("letGo()")
    cards = page.locator(".hub-practice-filter__results .hub-cards__item")
    for place in range(24):
        practice = many.practices[cards.nth(place).get_attribute("data-practice") or ""]
        assert "SE" in facet_values(many, practice, "country")
        expect(cards.nth(place).locator(".hub-card__summary")).to_contain_text(practice.summary.said("nl").text)


def test_texts_that_arrive_between_two_frames_are_shown(open_page: Any, many: Catalogue) -> None:
    page = open_page("practices/")
    page.add_init_script(HELD_TEXTS)
    page.reload()
    box(page, "country", "FI").check()
    page.wait_for_function(f"(before) => {ALL_HELD}", arg=0)
    page.evaluate("""async () => {
        document.querySelector('input[name="group"][value="refugees"]').click();
        await new Promise(requestAnimationFrame);
        letGo();
    }""")
    wait_for(page, len(with_values(many, "group", "refugees") & with_values(many, "country", "FI")))
    cards = page.locator(".hub-practice-filter__results .hub-cards__item")
    practice = many.practices[cards.first.get_attribute("data-practice") or ""]
    expect(cards.first.locator(".hub-card__summary")).to_contain_text(practice.summary.said("nl").text)


def test_the_page_keeps_its_height_while_the_rest_is_still_to_come(open_page: Any, many: Catalogue) -> None:
    page = open_page("practices/?group=refugees")
    wait_for(page, len(with_values(many, "group", "refugees")))
    page.wait_for_load_state("networkidle")
    heights = page.evaluate("""async () => {
        const heights = [];
        document.querySelector('input[name="group"][value="newcomers"]').click();
        for (let frame = 0; frame < 5; frame++) {
            await new Promise(resolve => requestAnimationFrame(resolve));
            heights.push(document.documentElement.scrollHeight);
        }
        return heights;
    }""")
    assert min(heights) > 0.9 * heights[-1], heights


def test_more_on_request_and_focus_goes_to_the_first_of_them(open_page: Any, many: Catalogue) -> None:
    page = open_page("practices/?group=refugees&sort=name")
    cards = page.locator(".hub-practice-filter__results .hub-cards__item")
    expect(cards).to_have_count(24)
    page.locator(".hub-practice-filter__more button").click()
    expect(cards).to_have_count(48)
    expect(cards.nth(24).locator("a")).to_be_focused()


def test_a_few_filters_and_a_search_load_little(open_page: Any, many: Catalogue, served: Served) -> None:
    served.requests.clear()
    page = open_page("practices/")
    box(page, "group", "refugees").check()
    wait_for(page, len(with_values(many, "group", "refugees")))
    box(page, "edu", "at-most-secondary").check()
    both = with_values(many, "group", "refugees") & with_values(many, "edu", "at-most-secondary")
    wait_for(page, len(both))
    page.wait_for_load_state("networkidle")
    assert data_bytes(served) <= DATA_BYTES
    page.clock.install(time=NOW)
    page.clock.pause_at(NOW + timedelta(seconds=10))
    page.locator("#practice-words").focus()
    for letter in "vluchtelnig":  # 80 milliseconds a letter, however busy this machine is
        page.keyboard.type(letter)
        page.clock.run_for(80)
    page.clock.resume()
    expect(page).to_have_url(re.compile("q=vluchtelnig"))
    expect(page.locator(".hub-practice-filter__results .hub-cards__item").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert data_bytes(served) <= DATA_BYTES


def test_clearing_gives_back_the_first_of_each_country(open_page: Any) -> None:
    page = open_page("practices/")
    page.wait_for_load_state("networkidle")
    results = page.locator(".hub-practice-filter__results")
    before = results.inner_html()
    box(page, "country", "FI").check()
    expect(page.locator(".hub-chip")).to_have_count(1)
    expect(page.locator(".hub-practice-filter__results h2")).to_have_count(1)
    page.locator('[data-practice-filter="clear"]').click()
    page.wait_for_function("before => document.querySelector('.hub-practice-filter__results').innerHTML === before", arg=before)
