"""One page of every kind in a real browser: accessible in both schemes, readable without script, fitting a phone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from axe import violations
from harness import SUB_PATH, Served, serve

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
    "form": "contribute/practice/",
    "glossary": "glossary/",
    "sources": "sources/",
    "translations": "about/translations/",
    "privacy": "privacy/",
    "accessibility": "accessibility/",
    "changes": "changes/",
    "fields": "contribute/fields/",
    "fields of a kind": "contribute/fields/practice/",
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


@pytest.mark.parametrize("path", ["", "nope", "a/b/c/d/"])
def test_the_error_page_finds_the_site_where_it_stands(browser: Any, site: Path, tmp_path: Path, path: str) -> None:
    folder = tmp_path / SUB_PATH
    (folder / "at").mkdir(parents=True)
    (folder / "at/another").symlink_to(site)  # the site was made for /hub/
    (folder / "at/404.html").symlink_to(site / "404.html")
    for served in serve(folder):
        page = browser.new_page()
        response = page.goto(served.url(f"at/another/{path}/nope/" if path else "at/another/nope/"))
        assert response is not None
        assert response.status == 404
        home = f"{served.origin}/hub/at/another/"
        expect(page.locator(".hub-brand")).to_have_js_property("href", home)
        expect(page.locator("html")).not_to_have_attribute("data-scripts", "failed")
        page.wait_for_function("getComputedStyle(document.querySelector('.hub-skip')).position === 'absolute'")
        page.wait_for_selector(".hub-scheme:not([hidden])")
        page.locator(".hub-tool[data-shortcut]").click()
        page.locator("dialog[open] input[type=search]").fill("mentor")
        expect(page.locator("dialog[open] [data-search=results] a").first).to_have_attribute("href", re.compile("^/hub/at/another/"))
        page.goto(page.url)
        page.locator('main a[href="/hub/at/another/practices/"]').click()
        expect(page.locator("h1")).to_be_visible()
        assert page.url == f"{home}practices/"
        page.close()


def test_an_address_that_does_not_exist_gets_a_friendly_page_in_its_language(browser: Any, served: Served) -> None:
    for path, language, word in (("practices/nope/", "nl", "niet"), ("en/practices/nope/", "en", "not")):
        page = browser.new_page()
        response = page.goto(served.url(path))
        assert response is not None
        assert response.status == 404
        assert page.locator("html").get_attribute("lang") == language
        expect(page.locator("h1")).to_contain_text(word)
        page.close()
