"""Guides in a browser: words and sources that open in place, with and without scripts, by keyboard and touch; axe; paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from axe import violations

Open = Callable[..., Page]
GUIDE = "guides/matching/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["guides/", GUIDE, "en/guides/matching/", "guides/quick-wins/", "en/guides/all/"])
def test_no_barrier_that_axe_can_find(open_page: Open, path: str, scheme: str) -> None:
    assert violations(open_page(path, scheme=scheme)) == []


def test_no_barrier_in_what_opened(open_page: Open) -> None:
    page = open_page(GUIDE)
    page.locator(".hub-term").first.click()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.locator(".hub-cite__mark").first.click()
    expect(page.locator(".hub-popover:popover-open")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_page_does_not_scroll_sideways(open_page: Open, width: int) -> None:
    for path in (GUIDE, "en/guides/", "guides/all/"):
        page = open_page(path, width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize("scripts", [True, False])
def test_a_word_is_explained_by_keyboard(open_page: Open, scripts: bool) -> None:
    page = open_page(GUIDE, scripts=scripts)
    word = page.locator(".hub-term").first
    card = page.locator(f"#{word.get_attribute('popovertarget')}")
    expect(card).to_be_hidden()
    word.focus()
    page.keyboard.press("Enter")
    expect(card).to_be_visible()
    page.keyboard.press("Tab")
    expect(card.get_by_role("link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(word).to_be_focused()


def test_a_word_is_explained_by_touch_and_stays_in_the_window(open_page: Open) -> None:
    page = open_page(GUIDE, width=390, scripts=False, has_touch=True)
    for number in range(3):
        word = page.locator(".hub-term").nth(number)
        word.tap()
        card = page.locator(f"#{word.get_attribute('popovertarget')}")
        expect(card).to_be_visible()
        box = card.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        page.touchscreen.tap(5, 5)
        expect(card).to_be_hidden()


def test_a_source_opens_in_place_and_closes_again(open_page: Open) -> None:
    page = open_page(GUIDE)
    mark = page.locator(".hub-cite__mark").nth(2)
    address = page.url
    mark.click()
    card = page.locator(".hub-popover:popover-open")
    expect(card).to_be_visible()
    expect(mark).to_have_attribute("aria-expanded", "true")
    assert page.url == address
    reference = page.locator(str(mark.get_attribute("href")))
    without_ways_back = (
        "(entry) => { const copy = entry.cloneNode(true); copy.querySelector('.hub-sources__back')?.remove();"
        " return copy.textContent.replace(/\\s+/g, ' ').trim(); }"
    )
    assert card.evaluate(without_ways_back) == reference.evaluate(without_ways_back)
    mark.click()
    expect(card).to_have_count(0)
    mark.focus()
    page.keyboard.press("Enter")
    expect(card).to_be_visible()
    page.keyboard.press("Tab")
    expect(card.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(mark).to_be_focused()
    expect(mark).to_have_attribute("aria-expanded", "false")


def test_without_scripts_a_source_leads_to_the_list(open_page: Open) -> None:
    page = open_page(GUIDE, scripts=False)
    mark = page.locator(".hub-cite__mark").first
    target = str(mark.get_attribute("href"))
    mark.click()
    assert page.url.endswith(target)
    expect(page.locator(target)).to_be_in_viewport()


def test_a_number_leads_to_its_definition(open_page: Open) -> None:
    page = open_page(GUIDE)
    number = page.locator(".hub-value").first
    number.click()
    expect(page.locator(str(number.get_attribute("href")))).to_be_in_viewport()


def test_on_paper_nothing_is_hidden_that_explains(open_page: Open) -> None:
    page = open_page(GUIDE)
    page.emulate_media(media="print")
    for hidden in (".hub-nav", ".hub-contents", ".hub-neighbours", ".hub-page-foot"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".hub-paper-only")).to_be_visible()
    expect(page.locator(".hub-advice__why p").first).to_be_visible()
    expect(page.locator(".hub-colophon")).to_be_visible()
    assert page.locator(".hub-paper-only dt").count() == page.locator(".hub-term").count()
    assert page.pdf(format="A4")[:5] == b"%PDF-"


def test_all_guides_begin_on_a_page_of_their_own(open_page: Open) -> None:
    page = open_page("guides/all/")
    page.emulate_media(media="print")
    chapters = page.locator(".hub-book__chapter")
    assert chapters.count() == page.locator(".hub-book__contents li").count()
    assert set(chapters.evaluate_all("list => list.map(one => getComputedStyle(one).breakBefore)")) == {"page"}
