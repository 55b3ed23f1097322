"""What every page promises, in a real browser: accessible, readable without script, usable by keyboard, in one language."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from axe import violations
from harness import Served

KINDS = {
    "home": "",
    "practices": "practices/",
    "practice": "practices/duo-for-a-job/",
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


@pytest.mark.parametrize(("start", "end"), [("", "en/"), ("en/", "")])
def test_switching_language_keeps_page_query_and_fragment(open_page: Any, served: Served, start: str, end: str) -> None:
    page = open_page(f"{start}criteria/matching/?a=1&b=x#matching-rematch")
    language = "en" if end else "nl"
    page.locator(f"header a[hreflang={language}]").first.click()
    expect(page).to_have_url(served.url(f"{end}criteria/matching/?a=1&b=x#matching-rematch"))
    assert page.locator("html").get_attribute("lang") == language


def test_switching_language_keeps_a_fragment_that_changed_on_the_page(open_page: Any, served: Served) -> None:
    page = open_page("criteria/matching/")
    page.evaluate("location.hash = 'matching-rematch'")
    page.locator("header a[hreflang=en]").first.click()
    expect(page).to_have_url(served.url("en/criteria/matching/#matching-rematch"))


def tab_stops(page: Page, most: int = 400) -> list[dict[str, Any]]:
    """Everything Tab reaches, in order, until it leaves the page or comes back."""
    stops: list[dict[str, Any]] = []
    page.evaluate("document.activeElement?.blur(); window.scrollTo(0, 0)")
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => { const e = document.activeElement; if (!e || e === document.body) return null;
              e.dataset.visited ||= String(Math.random());
              const r = e.getBoundingClientRect(), s = getComputedStyle(e);
              const name = e.getAttribute('aria-label') || e.textContent || '';
              return {key: e.dataset.visited, text: name.trim().slice(0, 60), tag: e.tagName,
                width: r.width, height: r.height, visibility: s.visibility,
                left: r.left, right: r.right, top: r.top, bottom: r.bottom, outline: s.outlineStyle + s.boxShadow}; }"""
        )
        if stop is None or (stops and stop["key"] == stops[0]["key"]):
            break
        stops.append(stop)
    return stops


@pytest.mark.parametrize(("width", "height"), [(390, 800), (320, 256), (1280, 900)], ids=["phone", "zoom-400", "desktop"])
@pytest.mark.parametrize("path", ["", "practices/duo-for-a-job/", "criteria/matching/", "about/"])
def test_every_tab_stop_can_be_seen(open_page: Any, path: str, width: int, height: int) -> None:
    page = open_page(path, width=width, height=height)
    stops = tab_stops(page)
    assert len(stops) > 10
    hidden = [
        stop for stop in stops
        if stop["width"] < 1 or stop["height"] < 1 or stop["visibility"] != "visible"
        or stop["right"] <= 0 or stop["left"] >= width or stop["bottom"] <= 0 or stop["top"] >= height
    ]  # fmt: skip
    assert hidden == []


def test_the_first_stop_leads_past_the_header(open_page: Any) -> None:
    page = open_page("practices/duo-for-a-job/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_menu_of_a_phone_works_with_the_keyboard_alone(open_page: Any, served: Served) -> None:
    page = open_page("", width=390, height=800)
    button = page.locator("header [aria-expanded]").first
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    link = page.locator("header nav a", has_text="Kwaliteit").first
    expect(link).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(link).to_be_hidden()
    page.keyboard.press("Enter")
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(served.url("criteria/"))


def test_the_current_place_is_named(open_page: Any) -> None:
    page = open_page("criteria/matching/")
    expect(page.locator("header nav [aria-current]")).to_contain_text("Kwaliteit")
    expect(page.get_by_role("navigation", name=re.compile("Kruimel|Waar"))).to_be_visible()


def test_no_cookie_and_nothing_stored_by_reading(open_page: Any) -> None:
    page = open_page("practices/duo-for-a-job/")
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_the_chosen_scheme_is_kept_and_blocked_storage_costs_no_more_than_that(open_page: Any) -> None:
    page = open_page("")
    page.evaluate("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('x', 'SecurityError'); }})")
    page.locator("[data-module=scheme] button, button[data-module=scheme]").first.click()
    expect(page.locator("main h1")).to_be_visible()


def test_print_is_a_clean_document(open_page: Any) -> None:
    page = open_page("practices/duo-for-a-job/")
    page.emulate_media(media="print")
    expect(page.locator("header nav").first).to_be_hidden()
    expect(page.locator("main h1")).to_be_visible()
    text = page.evaluate("document.body.innerText")
    assert "CC BY 4.0" in text
    assert "https://hub.example/hub/practices/duo-for-a-job/" in text


def test_an_address_that_does_not_exist_gets_a_friendly_page_in_its_language(browser: Any, served: Served) -> None:
    for path, language, word in (("practices/nope/", "nl", "niet"), ("en/practices/nope/", "en", "not")):
        page = browser.new_page()
        response = page.goto(served.url(path))
        assert response is not None
        assert response.status == 404
        assert page.locator("html").get_attribute("lang") == language
        expect(page.locator("h1")).to_contain_text(word)
        page.close()
