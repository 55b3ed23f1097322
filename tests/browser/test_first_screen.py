"""Action first: on every kind of page what a visitor came to do stands in the first screen, marked `data-main-action`."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from harness import Served

Open = Callable[..., Page]

KINDS = {
    "home": "",
    "criteria": "criteria/",
    "dimension": "criteria/matching/",
    "crosswalk": "criteria/crosswalk/",
    "coverage": "criteria/coverage/",
    "assessment": "assessment/",
    "guides": "guides/",
    "guide": "guides/matching/",
    "quick-wins": "guides/quick-wins/",
    "all-guides": "guides/all/",
    "toolkit": "toolkit/",
    "tool": "toolkit/meeting-log/",
    "calculator": "toolkit/caseload-calculator/",
    "evidence": "evidence/",
    "disagreements": "evidence/disagreements/",
    "where": "practices/where/",
    "partners": "partners/",
    "partner": "partners/vdab/",
    "projects": "projects/",
    "project": "projects/effective-quality-mentoring/",
    "glossary": "glossary/",
    "sources": "sources/",
    "translations": "about/translations/",
    "changes": "changes/",
    "fields": "contribute/fields/",
    "fields of a kind": "contribute/fields/practice/",
    "form": "contribute/practice/",
    "search": "search/",
    "not-found": "404.html",
}
"""Pages that are only read (about, privacy) have no action of their own."""
SCREENS = {"desktop": (1280, 800, 600), "phone": (390, 844, 844)}
"""Width and height of the screen, and where the main action ends at the latest."""
BOX = "(element) => { const { x, y, width, height, right, bottom } = element.getBoundingClientRect(); return { x, y, width, height, right, bottom }; }"


def main_action(open_page: Open, path: str, width: int, height: int) -> dict[str, float]:
    page = open_page(path, width=width, height=height)
    page.wait_for_selector(".hub-scheme:not([hidden])")
    action = page.locator("[data-main-action]")
    expect(action).to_have_count(1)
    expect(action).to_be_visible()
    box: dict[str, float] = action.evaluate(BOX)
    return box


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS.keys())
@pytest.mark.parametrize("locale", ["", "en/"])
@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())
def test_the_main_action_stands_in_the_first_screen(
    open_page: Open, path: str, locale: str, screen: tuple[int, int, int]
) -> None:
    if path == "404.html" and locale:
        pytest.skip("one error page speaks both languages")
    width, height, limit = screen
    box = main_action(open_page, locale + path, width, height)
    assert box["y"] >= 0
    assert box["bottom"] <= limit
    assert 0 <= box["x"] < width


@pytest.mark.parametrize("locale", ["", "en/"])
def test_title_doors_and_finder_of_home_need_no_scrolling(open_page: Open, locale: str) -> None:
    page = open_page(locale, width=1280, height=800)
    finder = page.locator(".hub-finder")
    expect(finder).to_be_visible()
    tops = [page.locator(one).evaluate(BOX)["y"] for one in ("h1", ".hub-doors", ".hub-finder", ".hub-process")]
    assert tops == sorted(tops)
    assert finder.evaluate(BOX)["bottom"] <= 800
    title, known = page.locator("h1").evaluate(BOX), page.locator(".hub-how-well").evaluate(BOX)
    assert title["right"] <= known["x"]
    assert known["bottom"] <= page.locator(".hub-doors").evaluate(BOX)["y"]


@pytest.mark.parametrize("locale", ["", "en/"])
def test_on_a_phone_the_four_doors_are_rows_for_a_thumb_and_the_finder_follows(open_page: Open, locale: str) -> None:
    page = open_page(locale, width=390, height=844)
    expect(page.locator(".hub-finder")).to_be_visible()
    doors = [door.evaluate(BOX) for door in page.locator(".hub-doors__item").all()]
    assert len(doors) == 4
    assert min(door["height"] for door in doors) >= 64
    assert max(door["bottom"] for door in doors) <= 844
    assert len({door["x"] for door in doors}) == 1
    order = [page.locator(one).evaluate(BOX)["y"] for one in (".hub-doors", ".hub-finder", ".hub-how-well", ".hub-process")]
    assert order == sorted(order)


def test_a_door_is_pressed_anywhere(open_page: Open) -> None:
    page = open_page("", width=390, height=844)
    page.locator(".hub-doors__item").nth(1).click(position={"x": 340, "y": 10})
    expect(page).to_have_url(re.compile(r"/assessment/$"))


@pytest.mark.parametrize(("locale", "word"), [("", "Praktijken"), ("en/", "Practices")])
def test_the_sentence_leads_to_the_list_with_what_was_chosen(open_page: Open, locale: str, word: str) -> None:
    page = open_page(locale)
    page.locator("[data-gap=group] summary").click()
    page.locator('input[name="like-group"][value="refugees"]').check()
    page.keyboard.press("Escape")
    page.locator("#like-dur").select_option(index=1)
    page.locator(".hub-finder button").click()
    expect(page.locator("h1")).to_have_text(word)
    assert "like-group=refugees" in page.url
    assert "like-dur=" in page.url
    assert "like-edu" not in page.url
    expect(page.locator(".hub-fit").first).to_be_visible()


@pytest.mark.parametrize("locale", ["", "en/"])
def test_without_script_lists_by_target_group_take_the_place_of_the_sentence(open_page: Open, locale: str) -> None:
    page = open_page(locale, scripts=False)
    expect(page.locator(".hub-finder")).to_be_hidden()
    lists = page.locator(".hub-find__lists a")
    expect(lists.first).to_be_visible()
    assert all("practices/by/group/" in str(link.get_attribute("href")) for link in lists.all())
    lists.first.click()
    expect(page.locator("h1")).to_be_visible()


def test_the_script_of_the_sentence_waits_for_its_use(open_page: Open, served: Served) -> None:
    served.requests.clear()
    page = open_page("")
    expect(page.locator(".hub-finder")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert len(served.requests) <= 8, served.requests
    assert not [path for path in served.requests if "finder" in path]


def test_with_script_the_sentence_is_there_alone(open_page: Open) -> None:
    page = open_page("")
    expect(page.locator(".hub-finder")).to_be_visible()
    expect(page.locator(".hub-find__lists")).to_be_hidden()


def test_when_the_script_of_the_sentence_fails_the_lists_come(browser: Browser, served: Served) -> None:
    page = browser.new_page()
    page.route("**/finder/finder.js", lambda route: route.abort())
    page.goto(served.url(""))
    page.locator("#like-dur").focus()
    expect(page.locator(".hub-find__lists")).to_be_visible()
    page.close()
