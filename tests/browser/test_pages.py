"""One page of every kind in a real browser: accessible in both schemes, readable without script, fitting a phone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from axe import violations
from harness import Served

KINDS = {
    "home": "",
    "practices": "practices/",
    "practice": "practices/duo-for-a-job/",
    "where": "practices/where/",
    "criteria": "criteria/",
    "dimension": "criteria/matching/",
    "partners": "partners/",
    "partner": "partners/vdab/",
    "projects": "projects/",
    "project": "projects/effective-quality-mentoring/",
    "about": "about/",
    "glossary": "glossary/",
    "sources": "sources/",
    "privacy": "privacy/",
    "accessibility": "accessibility/",
    "search": "search/",
    "not-found": "404.html",
}


@pytest.mark.parametrize("locale", ["", "en/"])
@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())
def test_axe_finds_nothing(open_page: Any, path: str, locale: str) -> None:
    page = open_page(locale + path)
    for width, scheme in ((1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == [], f"{width} {scheme}"


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())
def test_nothing_sticks_out_at_320_pixels(open_page: Any, path: str) -> None:
    """Which is also what 400 % zoom gives on a screen 1280 pixels wide (WCAG 1.4.10)."""
    page = open_page(path, width=320, height=256)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())
def test_readable_without_script(open_page: Any, path: str) -> None:
    page = open_page(path, scripts=False)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("main h1")).to_be_visible()
    expect(page.get_by_role("navigation").first).to_be_visible()


def test_no_cookie_and_nothing_stored_by_reading(open_page: Any) -> None:
    page = open_page("practices/duo-for-a-job/")
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_an_address_that_does_not_exist_gets_a_friendly_page_in_its_language(browser: Any, served: Served) -> None:
    for path, language, word in (("practices/nope/", "nl", "niet"), ("en/practices/nope/", "en", "not")):
        page = browser.new_page()
        response = page.goto(served.url(path))
        assert response is not None
        assert response.status == 404
        assert page.locator("html").get_attribute("lang") == language
        expect(page.locator("h1")).to_contain_text(word)
        page.close()
