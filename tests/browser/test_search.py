"""Search, as a visitor uses it: in one language, forgiving, by keyboard, and free until somebody searches."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from axe import violations
from harness import Served


def titles(page: Page) -> list[str]:
    return [text.strip() for text in page.locator('[data-result="link"]').all_inner_texts()]


def search(page: Page, words: str) -> None:
    """Open the dialog, type, and wait until it says what it found."""
    page.locator("header [data-module=search-dialog]").click()
    page.locator("dialog [data-search=field]").fill(words)
    expect(page.locator("dialog [data-search=status]")).to_have_text(re.compile(r"\d|niets|nothing|geen|no ", re.IGNORECASE))


def test_nothing_of_the_search_engine_is_loaded_before_somebody_searches(open_page: Any, served: Served) -> None:
    served.requests.clear()
    page = open_page("")
    page.wait_for_load_state("networkidle")
    assert [path for path in served.requests if "pagefind" in path] == []
    search(page, "mentor")
    assert [path for path in served.requests if "pagefind" in path] != []


@pytest.mark.parametrize(
    ("locale", "words", "expected"),
    [
        ("", "DUO for a JOB", "DUO for a JOB"),
        ("en/", "DUO for a JOB", "DUO for a JOB"),
        ("", "vaestoliitto", "Womento"),
        ("en/", "Väestöliitto", "Womento"),
        ("", "hjaelp en flygtning", "Hjælp en flygtning NU!"),
    ],
)
def test_a_practice_is_found_by_name_with_and_without_accents(open_page: Any, locale: str, words: str, expected: str) -> None:
    page = open_page(locale)
    search(page, words)
    assert any(expected in title for title in titles(page)[:3]), titles(page)


def test_another_form_of_a_dutch_word_is_found(open_page: Any) -> None:
    page = open_page("")
    search(page, "werkzoekende")
    singular = set(titles(page))
    page.locator("dialog [data-search=field]").fill("werkzoekenden")
    page.wait_for_timeout(600)
    assert singular
    assert set(titles(page)) & singular


@pytest.mark.parametrize(("locale", "foreign"), [("", "/en/"), ("en/", None)])
def test_only_the_language_of_the_page_is_searched(open_page: Any, locale: str, foreign: str | None) -> None:
    page = open_page(locale)
    search(page, "matching")
    links = page.locator('[data-result="link"]').evaluate_all("all => all.map(a => a.href)")
    assert links
    if foreign:
        assert [link for link in links if foreign in link] == []
    else:
        assert [link for link in links if "/en/" not in link] == []


def test_nothing_found_is_said_politely_with_ways_on(open_page: Any) -> None:
    page = open_page("")
    search(page, "xqzvwkj")
    status = page.locator("dialog [data-search=status]")
    expect(status).to_have_attribute("role", "status")
    expect(status).to_contain_text("xqzvwkj")
    expect(page.locator("dialog [data-search=help]")).to_be_visible()
    assert violations(page) == []


def test_search_by_keyboard_alone(open_page: Any, served: Served) -> None:
    page = open_page("about/")
    page.locator("header [data-module=search-dialog]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog [data-search=field]")).to_be_focused()
    page.keyboard.type("DUO for a JOB")
    expect(page.locator('dialog [data-result="link"]').first).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    expect(page.locator("header [data-module=search-dialog]")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/practices/"))


def test_the_search_page_can_be_shared(open_page: Any) -> None:
    page = open_page("en/search/?q=Kodiko")
    expect(page.locator('main [data-result="link"]').first).to_contain_text("Kodiko")
    expect(page.locator("main [data-search=field]")).to_have_value("Kodiko")
    assert violations(page) == []


@pytest.mark.parametrize("query", ["%3Cscript%3Ealert(1)%3C/script%3E", "%E2%80%AE" * 40, "a" * 5000, "%00%FF", "%22%27%60)("])
def test_any_query_leaves_a_working_page(open_page: Any, query: str) -> None:
    page = open_page(f"search/?q={query}")
    page.on("dialog", lambda dialog: pytest.fail(f"executed: {dialog.message}"))
    page.wait_for_timeout(500)
    expect(page.locator("main h1")).to_be_visible()


def test_without_script_the_search_page_shows_ways_on(open_page: Any) -> None:
    page = open_page("search/", scripts=False)
    assert page.locator("main a").count() >= 3
    expect(page.locator("main form")).to_be_hidden()
