"""What search finds, and that any words leave a working page; the dialog itself is in test_search_dialog."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from axe import violations


def titles(page: Page) -> list[str]:
    return [text.strip() for text in page.locator('[data-result="link"]').all_inner_texts()]


def search(page: Page, words: str) -> None:
    """Open the dialog, type, and wait until it says what it found."""
    page.locator("header [data-module=search-dialog]").click()
    page.locator("dialog [data-search=field]").fill(words)
    expect(page.locator("dialog [data-search=status]")).to_have_text(re.compile(r"\d|niets|nothing|geen|no ", re.IGNORECASE))


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
def test_a_practice_is_found_by_its_name_with_and_without_accents(
    open_page: Any, locale: str, words: str, expected: str
) -> None:
    page = open_page(locale)
    search(page, words)
    assert any(expected in title for title in titles(page)[:3]), titles(page)


def test_the_search_page_can_be_shared(open_page: Any) -> None:
    page = open_page("en/search/?q=Kodiko")
    expect(page.locator('main [data-result="link"]').first).to_contain_text("Kodiko")
    expect(page.locator("main [data-search=field]")).to_have_value("Kodiko")
    assert violations(page) == []


@pytest.mark.parametrize(
    "query", ["%3Cscript%3Ealert(1)%3C/script%3E", "%E2%80%AE" * 40, "a" * 5000, "%00%FF", "%22%27%60)("]
)
def test_any_query_leaves_a_working_page(open_page: Any, query: str) -> None:
    page = open_page("search/")
    page.add_init_script("window.alert = (message) => { window.executed = message; }")
    page.goto(f"{page.url}?q={query}")
    answer = page.locator("main [data-result=link], main [data-search=help]").locator("visible=true")
    expect(answer.first).to_be_visible()
    expect(page.locator("main h1")).to_be_visible()
    assert page.evaluate("window.executed") is None


def test_without_script_the_search_page_shows_ways_on(open_page: Any) -> None:
    page = open_page("search/", scripts=False)
    assert page.locator("main a").count() >= 3
    expect(page.locator("main form")).to_be_hidden()
