"""Search: in its dialog and on its page, by keyboard, in the language of the page, and nothing of it before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from harness import Served

Open = Callable[..., Page]

NOW = datetime(2026, 11, 22)
STATUS = "dialog [data-search=status]"
RESULT = "dialog .hub-search__title"


def opened(page: Page, words: str) -> Page:
    """The dialog, open, with an answer to these words."""
    page.wait_for_selector(".hub-scheme:not([hidden])")
    page.keyboard.press("/")
    page.wait_for_selector("dialog[open]")
    page.keyboard.type(words)
    page.wait_for_function(
        "status => { const { textContent, dataset } = document.querySelector(status); return textContent && textContent !== dataset.waiting }",
        arg=STATUS,
    )
    page.wait_for_load_state("networkidle")
    return page


def titles(page: Page) -> list[str]:
    return page.locator(RESULT).all_inner_texts()


def searched(page: Page, words: str) -> None:
    """The search page has answered these words."""
    page.fill("[data-search=field]", words)
    page.keyboard.press("Enter")
    page.wait_for_url("**q=*")
    page.wait_for_load_state("networkidle")
    page.wait_for_function(
        "words => document.querySelector('[data-search=status]').textContent.includes(words)", arg=words
    )


def pages_found(page: Page, words: str) -> set[str]:
    """Addresses that the search page shows first for these words."""
    searched(page, words)
    return {link.get_attribute("href") or "" for link in page.locator(".hub-search__title").all()}


def number_found(page: Page, words: str) -> int:
    """How many pages the search page says it found."""
    searched(page, words)
    return int(page.inner_text("[data-search=status]").split()[0])


def test_nothing_of_the_search_is_loaded_before_someone_searches(open_page: Open, served: Served) -> None:
    for path in ("", "practices/duo-for-a-job/", "search/"):
        served.requests.clear()
        open_page(path).wait_for_load_state("networkidle")
        assert not [request for request in served.requests if "pagefind" in request or "search/search.js" in request]


def test_a_practice_is_found_with_the_keyboard_alone(open_page: Open) -> None:
    page = opened(open_page("about/"), "duo for a job")
    assert titles(page)[0] == "DUO for a JOB"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == "DUO for a JOB"
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "hub-search-field"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/practices/duo-for-a-job/")


def test_escape_closes_and_focus_returns(open_page: Open) -> None:
    page = open_page("about/")
    page.wait_for_selector(".hub-scheme:not([hidden])")
    page.locator(".hub-tool").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open]")
    page.keyboard.type("mentor")
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()
    assert "hub-tool" in page.evaluate("document.activeElement.className")


def test_enter_in_the_field_leads_to_a_page_that_can_be_shared(open_page: Open) -> None:
    page = opened(open_page("en/about/"), "mentor")
    page.locator("#hub-search-field").press("Enter")
    page.wait_for_url("**/en/search/?q=mentor")
    page.wait_for_selector(".hub-search__title")
    assert page.input_value("[data-search=field]") == "mentor"


def test_the_slash_is_left_alone_while_typing_and_can_be_switched_off(open_page: Open) -> None:
    page = opened(open_page("about/"), "a/b")
    assert page.input_value("#hub-search-field") == "a/b"
    page.uncheck("[data-search=shortcut]")
    page.keyboard.press("Escape")
    page.reload()
    page.wait_for_selector(".hub-scheme:not([hidden])")
    # A listener that comes after that of the page sees whether the page took the key
    page.evaluate("document.addEventListener('keydown', (event) => { window.pressed = [event.key, event.defaultPrevented]; })")
    page.keyboard.press("/")
    assert page.evaluate("window.pressed") == ["/", False]
    assert not page.locator("dialog").is_visible()


@pytest.mark.parametrize(("path", "none"), [("about/", "Niets gevonden voor"), ("en/about/", "Nothing found for")])
def test_nothing_found_is_said_politely_with_ways_on(open_page: Open, path: str, none: str) -> None:
    page = opened(open_page(path), "qqzzxx")
    assert page.inner_text(STATUS).startswith(none)
    assert page.get_attribute(STATUS, "role") == "status"
    assert page.locator("dialog [data-search=help] a").first.is_visible()


def test_a_search_that_cannot_be_loaded_says_so(served: Served, browser: Browser) -> None:
    page = browser.new_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(served.url("en/search/?q=mentor"))
    page.wait_for_selector("[data-search=status]:not(:empty)")
    assert page.inner_text("[data-search=status]").startswith("Search does not work")
    assert page.locator("[data-search=help]").is_visible()
    page.close()


@pytest.mark.parametrize(("then", "said"), [("", ""), ("qqzzxx", "Nothing found for “qqzzxx”.")], ids=["emptied", "superseded"])
def test_a_question_that_no_longer_matters_does_not_say_that_it_takes_its_time(open_page: Open, then: str, said: str) -> None:
    page = open_page("en/search/")
    status = page.locator("[data-search=status]")
    searched(page, "coach")  # so that the search itself is there
    page.clock.install(time=NOW)
    page.clock.pause_at(NOW + timedelta(seconds=10))
    page.route("**/pagefind/fragment/**", lambda route: None)
    with page.expect_request("**/pagefind/fragment/**"):
        page.fill("[data-search=field]", "werkplek workplace")
        page.keyboard.press("Enter")
    page.unroute("**/pagefind/fragment/**")  # what was asked for stays without an answer
    page.fill("[data-search=field]", then)
    page.keyboard.press("Enter")
    expect(status).to_have_text(said)
    page.clock.fast_forward(10_000)  # whatever was to be said later is said now
    assert status.inner_text() == said


def test_more_that_cannot_be_loaded_says_so_and_what_is_there_stays(served: Served, browser: Browser) -> None:
    page = browser.new_page()
    thrown: list[str] = []
    page.on("pageerror", lambda error: thrown.append(str(error)))
    page.goto(served.url("en/search/?q=mentor"))
    results = page.locator("main [data-result=link]")
    status = page.locator("[data-search=status]")
    results.nth(9).wait_for()
    connected: list[bool] = []
    page.route("**/pagefind/**", lambda route: route.continue_() if connected else route.abort())
    page.click("[data-search=more] button")
    expect(status).to_contain_text("Search does not work")
    expect(results).to_have_count(10)
    expect(page.locator("main [data-search=help]")).to_be_visible()
    connected.append(True)
    for words in ("coach", "mentor"):
        page.fill("[data-search=field]", words)
        page.keyboard.press("Enter")
        expect(status).to_contain_text(f"“{words}”")
    page.click("[data-search=more] button")
    expect(results.nth(10)).to_be_visible()
    assert thrown == []
    page.close()


def test_only_the_language_of_the_page_is_searched(open_page: Open) -> None:
    english = pages_found(open_page("en/search/"), "mentor")
    dutch = pages_found(open_page("search/"), "mentor")
    assert english
    assert all("/en/" in address for address in english)
    assert dutch
    assert not any("/en/" in address for address in dutch)


@pytest.mark.parametrize(
    ("one", "other"), [("werkzoekende", "werkzoekenden"), ("mentor", "mentoren"), ("Vaestoliitto", "Väestöliitto")]
)
def test_forms_of_a_word_and_accents_find_the_same(open_page: Open, one: str, other: str) -> None:
    page = open_page("search/")
    first = number_found(page, one)
    assert first
    assert number_found(page, other) == first


def test_results_open_from_a_sub_path(open_page: Open) -> None:
    page = open_page("en/search/?q=duo+for+a+job")
    page.locator(".hub-search__title", has_text="DUO for a JOB").first.click()
    page.wait_for_url("**/hub/en/practices/duo-for-a-job/")
    assert page.inner_text("h1") == "DUO for a JOB"


def test_without_script_the_search_page_says_so_and_leads_on(open_page: Open) -> None:
    page = open_page("search/", scripts=False)
    assert "JavaScript" in page.inner_text("main")
    assert not page.locator("[data-search=field]").is_visible()
    assert page.locator("main a").first.is_visible()
