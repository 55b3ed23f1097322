"""Script is on but does not come, whole or in part: where something needs it, the page says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from harness import Served

PAGES = {
    "search/": ("search-page", "search/page.js", "Zoeken lukt nu niet."),
    "en/search/": ("search-page", "search/page.js", "Search does not work right now."),
    "assessment/": ("assessment", "assessment/assessment.js", "De zelfevaluatie kon niet laden."),
    "practices/compare/": ("comparison", "comparison/comparison.js", "De praktijken ophalen lukt niet."),
    "en/practices/": ("practice-filter", "practice-filter/filter.js", "Filtering does not work just now."),
    "toolkit/caseload-calculator/": ("calculator", "calculator/calculator.js", "De rekenhulp kon niet laden."),
}
"""Page → the module it needs, where that is, and how the sentence begins."""

OpenWithout = Callable[..., Page]


@pytest.fixture
def open_without(browser: Browser, served: Served) -> Iterator[OpenWithout]:
    """`open_without("practices/", "main.js")` gives the page where that script cannot be fetched."""
    pages: list[Page] = []

    def open_it(path: str, *scripts: str, **options: Any) -> Page:
        page = browser.new_page(**options)
        pages.append(page)
        for script in scripts:
            page.route(f"**/assets/hub-*/{script}", lambda route: route.abort())
        page.goto(served.url(path))
        page.wait_for_load_state("networkidle")
        return page

    yield open_it
    for page in pages:
        page.close()


@pytest.mark.parametrize("path", PAGES)
def test_without_any_script_the_page_says_so(open_without: OpenWithout, path: str) -> None:
    _, _, sentence = PAGES[path]
    page = open_without(path, "main.js")
    expect(page.locator(".hub-failed")).to_be_visible()
    expect(page.locator(".hub-failed")).to_contain_text(sentence)
    expect(page.get_by_text("JavaScript", exact=False).filter(visible=True)).to_have_count(1 if path == "assessment/" else 0)


@pytest.mark.parametrize("path", PAGES)
def test_without_its_module_the_page_says_so(open_without: OpenWithout, path: str) -> None:
    module, script, sentence = PAGES[path]
    page = open_without(path, script)
    if module == "practice-filter":  # loaded when someone uses it
        expect(page.locator(".hub-failed")).to_be_hidden()
        page.locator('[data-practice-filter="open"]').click()
    expect(page.locator(".hub-failed")).to_contain_text(sentence)
    expect(page.locator(".hub-failed")).to_be_visible()


@pytest.mark.parametrize("path", PAGES)
def test_with_its_script_or_with_scripts_off_it_says_nothing(open_without: OpenWithout, path: str) -> None:
    expect(open_without(path).locator(".hub-failed")).to_be_hidden()
    expect(open_without(path, "shell/scheme.js").locator(".hub-failed")).to_be_hidden()
    expect(open_without(path, java_script_enabled=False).locator(".hub-failed")).to_be_hidden()


def test_a_script_of_a_type_that_the_browser_does_not_run_counts_as_failed(open_without: OpenWithout, served: Served) -> None:
    page = open_without("privacy/")
    page.route("**/main.js", lambda route: route.fulfill(body="", content_type="application/octet-stream"))
    page.goto(served.url("search/"))
    expect(page.locator(".hub-failed")).to_be_visible()


def test_a_search_whose_engine_does_not_come_says_so(open_without: OpenWithout) -> None:
    page = open_without("search/?q=mentor", "search/search.js")
    expect(page.locator('[data-search="status"]')).to_contain_text("Zoeken lukt nu niet.")
    page = open_without("search/", "search/search.js")
    page.locator('[data-search="field"]').focus()
    expect(page.locator('[data-search="status"]')).to_contain_text("Zoeken lukt nu niet.")
