"""What stands around every page: menu, language, colours, foot, paper. By keyboard, on a phone, without script."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from harness import Served

Open = Callable[..., Page]

PRACTICE = "practices/duo-for-a-job/"


def active(page: Page) -> str:
    return str(page.evaluate("document.activeElement.matches('body') ? '' : document.activeElement.outerHTML"))


def ready(page: Page) -> Page:
    """Scripts have run: the choice of colours is there."""
    page.wait_for_selector(".hub-scheme:not([hidden])")
    return page


FOCUSED = """() => {
    const focused = document.activeElement;
    const { width, height, top, bottom } = focused.getBoundingClientRect();
    const ringed = (element, part) => getComputedStyle(element, part).outlineStyle !== "none";
    const around = [focused, focused.parentElement, focused.closest("article, li")].filter(Boolean);
    return {
        size: Math.min(width, height), top, bottom,
        ring: around.some((element) => ringed(element)) || ringed(focused, "::after")
            || [...focused.querySelectorAll("circle, rect")].some((shape) => parseFloat(getComputedStyle(shape).strokeWidth) > 6),
    };
}"""
"""Of what has the focus: its smaller side, where it stands, and whether it, the card it fills or the shape in it shows a ring."""


# --- keyboard and small screens ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 800), (320, 256)])
@pytest.mark.parametrize("path", ["", PRACTICE, "en/partners/", "search/"])
def test_tab_stops_are_visible_and_the_page_fits(open_page: Open, path: str, width: int, height: int) -> None:
    page = ready(open_page(path, width=width, height=height))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    seen = 0
    for _ in range(400):
        page.keyboard.press("Tab")
        if not active(page):
            break
        seen += 1
        stop = page.evaluate(FOCUSED)
        assert stop["size"] >= 8, active(page)
        assert stop["bottom"] > 0, active(page)
        assert stop["top"] < height, active(page)
        assert stop["ring"], active(page)
    assert seen > 10


def test_the_skip_link_comes_first_and_leads_to_the_content(open_page: Open) -> None:
    page = ready(open_page(PRACTICE))
    page.keyboard.press("Tab")
    assert "hub-skip" in active(page)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("scripts", [True, False])
def test_the_menu_of_a_phone_opens_by_keyboard_with_and_without_script(open_page: Open, scripts: bool) -> None:
    page = open_page("en/partners/", width=390, scripts=scripts)
    links = page.locator(".hub-menu__link")
    assert not links.first.is_visible()
    page.locator(".hub-menu__button").focus()
    page.keyboard.press("Enter")
    assert links.first.is_visible()
    assert page.locator(".hub-menu__link[aria-current=page]").inner_text() == "Partners"
    if scripts:
        page.wait_for_load_state("networkidle")
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        assert not links.first.is_visible()
        assert "hub-menu__button" in active(page)


def test_the_head_scrolls_away(open_page: Open) -> None:
    page = ready(open_page(PRACTICE, width=320, height=256))
    page.evaluate("window.scrollTo({top: 600, behavior: 'instant'})")
    assert page.locator(".hub-header").bounding_box()["y"] < -100  # type: ignore[index]


@pytest.mark.parametrize(
    ("path", "section", "current"),
    [("practices/", "Praktijken", "page"), (PRACTICE, "Praktijken", "true"), ("en/glossary/", "About", "true")],
)
def test_the_current_place_is_marked(open_page: Open, path: str, section: str, current: str) -> None:
    page = open_page(path)
    marked = page.locator(".hub-nav__link[aria-current]")
    assert [marked.inner_text(), marked.get_attribute("aria-current")] == [section, current]


# --- language ------------------------------------------------------------------------------------------------------------


def test_changing_language_keeps_page_query_and_fragment_both_ways(open_page: Open) -> None:
    page = ready(open_page(f"{PRACTICE}?x=1&y=%C3%A9#results"))
    root = page.url.partition(PRACTICE)[0]
    page.click(".hub-header a[hreflang=en]")
    page.wait_for_url(f"{root}en/{PRACTICE}?x=1&y=%C3%A9#results")
    ready(page)
    page.evaluate("location.hash = 'sources'")
    page.click(".hub-header a[hreflang=nl]")
    page.wait_for_url(f"{root}{PRACTICE}?x=1&y=%C3%A9#sources")


def test_a_query_written_without_an_event_is_kept_too(open_page: Open) -> None:
    page = ready(open_page("practices/"))
    page.evaluate("history.replaceState(null, '', '?kind=to-work')")
    page.click(".hub-header a[hreflang=en]")
    page.wait_for_url("**/en/practices/?kind=to-work")


# --- colours -------------------------------------------------------------------------------------------------------------

GROUND = "getComputedStyle(document.body).backgroundColor"


def test_the_choice_of_colours_holds_on_the_next_page_and_not_on_paper(open_page: Open) -> None:
    page = ready(open_page(PRACTICE, scheme="light"))
    light = page.evaluate(GROUND)
    page.select_option("#hub-scheme", "dark")
    dark = page.evaluate(GROUND)
    assert dark != light
    page.click(".hub-brand")
    ready(page)
    assert page.evaluate(GROUND) == dark
    assert page.input_value("#hub-scheme") == "dark"
    page.emulate_media(media="print")
    assert page.evaluate(GROUND) == "rgb(255, 255, 255)"
    page.emulate_media(media="screen")
    page.select_option("#hub-scheme", "device")
    page.reload()
    assert page.evaluate(GROUND) == light


def test_where_storage_is_refused_the_choice_still_shows(open_page: Open) -> None:
    page = open_page(PRACTICE)
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused', 'SecurityError') }})"
    )
    page.reload()
    light = page.evaluate(GROUND)
    ready(page).select_option("#hub-scheme", "dark")
    assert page.evaluate(GROUND) != light


# --- what fails ----------------------------------------------------------------------------------------------------------


def test_a_module_that_fails_late_is_named_is_not_shown_and_stops_no_other(served: Served, browser: Browser) -> None:
    page = browser.new_page()
    logged: list[str] = []
    page.on("console", lambda message: logged.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: logged.append(f"thrown: {error}"))
    late = "export async function start() { await null; throw new Error('late'); }"
    page.route("**/shell/scheme.js", lambda route: route.fulfill(body=late, content_type="text/javascript"))
    page.goto(served.url(PRACTICE))
    page.wait_for_load_state("networkidle")
    assert [line.splitlines()[0] for line in logged] == ["scheme: Error: late"]
    assert page.locator(".hub-scheme").get_attribute("hidden") is not None
    assert page.locator(".hub-page-foot__copy").is_visible()
    page.close()


# --- foot and paper ------------------------------------------------------------------------------------------------------


def test_the_foot_leads_to_the_record_and_to_a_report(open_page: Open) -> None:
    page = open_page(PRACTICE, scripts=False)
    links = [link.get_attribute("href") or "" for link in page.locator(".hub-page-foot__link").all()]
    assert any(href.endswith("/data/practices/duo-for-a-job.yml") for href in links)
    assert any("title=" in href and "duo-for-a-job" in href for href in links)
    assert not page.locator(".hub-page-foot__copy").is_visible()


def test_the_link_is_copied_with_its_place_and_that_is_said(open_page: Open) -> None:
    page = ready(open_page(f"{PRACTICE}#results", permissions=["clipboard-read", "clipboard-write"]))
    page.click(".hub-page-foot__copy button")
    page.wait_for_selector(".hub-page-foot__status:not(:empty)")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_paper_has_the_text_the_address_the_date_and_the_licence_and_no_navigation(open_page: Open) -> None:
    page = open_page(PRACTICE)
    page.emulate_media(media="print")
    assert page.locator("nav:visible").count() == 0
    colophon = page.locator(".hub-colophon").inner_text()
    assert "/practices/duo-for-a-job/" in colophon
    assert "CC BY 4.0" in colophon
    assert re.search(r"\b\d{1,2} [a-z]+ 20\d\d\b", colophon)
    assert page.locator("h1").is_visible()
