"""What search finds, and that any words leave a working page; the dialog itself is in test_search_dialog."""

from __future__ import annotations

import re
from pathlib import Path
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


KNOWN = """async word => {
    const pagefind = await import(document.querySelector("[data-search-index]").dataset.searchIndex.replace(/^/, document.baseURI));
    await pagefind.init();
    return (await pagefind.search(word)).results.length;
}"""
"""How many pages Pagefind itself finds for a word."""


def found(page: Page) -> int:
    status = page.locator("dialog [data-search=status]").inner_text()
    number = re.search(r"\d+", status)
    return int(number.group()) if number and "niets" not in status.lower() and "nothing" not in status.lower() else 0


@pytest.mark.parametrize(
    ("locale", "words", "known"),
    [
        ("en/", "e-mail", "email"), ("en/", "on-line", "online"), ("en/", "co-operation", "cooperation"),
        ("en/", "web-site", "website"), ("en/", "work-place", "workplace"),
        ("", "email", "e-mail"), ("", "on-line", "online"), ("", "werk-zoekende", "werkzoekende"),
        ("", "sollicitatie-gesprek", "sollicitatiegesprek"), ("", "werk-plek", "werkplek"),
        ("", "werkplek", "werkplek"), ("", "intakegesprek", "intakegesprek"),
    ],
)  # fmt: skip
def test_joined_and_hyphenated_forms_find_each_other(open_page: Any, locale: str, words: str, known: str) -> None:
    page = open_page(locale)
    search(page, words)
    number = page.evaluate(KNOWN, known)
    assert number > 0
    assert number <= found(page) <= number + 2


@pytest.mark.parametrize("words", ["werkdruk", "taalkennis", "taaltest", "taalbuddy", "diplomagelijkschakeling"])
def test_a_compound_that_no_page_holds_is_not_answered_with_its_first_letters(open_page: Any, words: str) -> None:
    page = open_page("")
    search(page, words)
    assert found(page) == 0
    assert page.evaluate(KNOWN, words) > 20


LISTS = re.compile(r'<(?:ul class="hub-(?:related|sources)\b|section class="hub-section" aria-labelledby="(?:related|sources)")[^>]*>')
"""Of records that a page leads to, and of its sources."""


def test_excerpts_are_of_the_page_itself(site: Path) -> None:
    practice = (site / "practices/duo-for-a-job/index.html").read_text("utf-8")
    lists = LISTS.findall(practice)
    assert len(lists) > 2
    for tag in lists:
        inside = "data-pagefind-ignore" in practice[: practice.index(tag)].rpartition("<section")[2]
        assert inside or "data-pagefind-ignore" in tag, tag
    for path in ("guides/matching", "projects/super-mentor", "partners/vdab"):
        for tag in LISTS.findall((site / path / "index.html").read_text("utf-8")):
            assert "data-pagefind-ignore" in tag or tag.startswith("<section"), (path, tag)


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
