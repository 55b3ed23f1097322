"""Lasting addresses of parts of a page, and how to cite a page."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]

SIGN = ".hub-permalink--heading, .hub-permalink--corner"
WITH_PARTS = {
    "criteria/matching/": "h2[id]",
    "guides/matching/": ".hub-advice__item, .hub-figure, .hub-narrative h2[id]",
    "evidence/": ".hub-statements__item, .hub-lessons__item",
    "criteria/": "h2[id]",
    "toolkit/meeting-log/": "h2[id]",
}


@pytest.mark.parametrize("locale", ["", "en/"])
@pytest.mark.parametrize(("path", "parts"), WITH_PARTS.items())
def test_a_part_that_texts_may_link_to_shows_its_address(open_page: Open, path: str, parts: str, locale: str) -> None:
    page = open_page(locale + path)
    signs = page.locator(SIGN)
    addresses = signs.evaluate_all("(links) => links.map((link) => link.getAttribute('href').slice(1))")
    ids = page.locator(f"main :is({parts}):not(.hub-visually-hidden, #cite)").evaluate_all("(parts) => parts.map(({ id }) => id)")
    assert ids
    assert set(ids) <= set(addresses)
    assert len(set(addresses)) == len(addresses)
    names = signs.evaluate_all("(links) => links.map((link) => link.textContent.trim())")
    assert len(set(names)) == len(names)
    missing = "(links) => links.filter((link) => !document.getElementById(link.hash.slice(1))).map((link) => link.hash)"
    assert signs.evaluate_all(missing) == []
    page.emulate_media(media="print")
    expect(signs.first).to_be_hidden()


def test_a_sign_is_reached_by_keyboard_and_lies_over_no_words(open_page: Open) -> None:
    page = open_page("criteria/matching/")
    sign = page.locator(SIGN).first
    sign.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{re.escape(str(sign.get_attribute('href')))}$"))
    overlap = """(links) => links.filter((link) => {
        const range = document.createRange();
        range.selectNodeContents(link.previousElementSibling);
        const [text, sign] = [range.getBoundingClientRect(), link.getBoundingClientRect()];
        return sign.right > text.left + 2 || sign.bottom < text.top || sign.top > text.bottom;
    }).map((link) => link.hash)"""
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.locator(".hub-permalink--heading").evaluate_all(overlap) == [], width


@pytest.mark.parametrize("locale", ["", "en/"])
@pytest.mark.parametrize("path", ["criteria/matching/", "guides/matching/", "toolkit/meeting-log/", "evidence/"])
def test_a_page_says_how_to_cite_it(open_page: Open, path: str, locale: str) -> None:
    page = open_page(locale + path)
    address = str(page.locator("link[rel=canonical]").get_attribute("href"))
    expect(page.locator("#cite-apa")).to_contain_text(address)
    expect(page.locator("#cite-apa")).to_contain_text(page.locator("h1").inner_text())
    expect(page.locator("#cite-bibtex")).to_contain_text("@misc{hub-")
