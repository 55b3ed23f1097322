"""The page of a practice: what stands in the first screen, what is folded, what comes on paper."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pypdf
import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]

RICH, THIN, ENGLISH = "practices/duo-for-a-job/", "practices/mna-nah-eireann/", "en/practices/triec-mentoring-partnership/"
THREE = [RICH, THIN, ENGLISH]
BOTTOM = "(element) => element.getBoundingClientRect().bottom"


def sheets(page: Page) -> int:
    return len(pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages)


@pytest.mark.parametrize("path", THREE)
@pytest.mark.parametrize(("width", "height", "most"), [(1280, 800, 600), (390, 844, 844)])
def test_three_facts_and_all_actions_stand_in_the_first_screen(
    open_page: Open, path: str, width: int, height: int, most: int
) -> None:
    page = open_page(path, width=width, height=height)
    page.wait_for_selector(".hub-record__bar .hub-toggle")
    assert page.locator(".hub-three__fact").count() == 3
    assert page.locator(".hub-record__bar").evaluate(BOTTOM) <= most
    assert page.locator(".hub-three").evaluate(BOTTOM) < page.locator(".hub-record__bar").evaluate(BOTTOM)


def test_the_best_known_result_leads_to_its_figure(open_page: Open) -> None:
    page = open_page(RICH)
    result = page.locator(".hub-three__fact--result")
    expect(result).to_contain_text("2017")
    expect(result).to_contain_text("geteld door een onderzoeker")
    result.get_by_role("link").click()
    expect(page.locator("#figure-employment-compared-interim")).to_be_in_viewport()


def test_something_wrong_leads_to_how_to_correct_it_without_an_account(open_page: Open) -> None:
    page = open_page(RICH, scripts=False)
    page.get_by_role("link", name="Iets klopt niet?").click()
    expect(page).to_have_url(re.compile(r"/contribute/#correct$"))
    expect(page.locator("#correct")).to_be_in_viewport()


@pytest.mark.parametrize("place", ["people", "sources", "source-duo-kois", "figure-esf-flanders", "figure-professional-plan"])
def test_a_place_inside_a_folded_part_opens_it(open_page: Open, place: str) -> None:
    page = open_page(f"{RICH}#{place}")
    expect(page.locator(f"details[open]:has(#{place})").first).to_be_visible()
    expect(page.locator(f"#{place}")).to_be_in_viewport()


def test_the_list_of_contents_opens_a_part_also_when_it_was_folded_again(open_page: Open) -> None:
    page = open_page(RICH)
    link, part = page.locator(".hub-contents--beside a[href='#how']"), page.locator("details:has(> summary #how)")
    assert part.get_attribute("open") is None
    for _ in range(2):
        link.click()
        expect(part).to_have_attribute("open", "")
        page.locator("#how").click()
        expect(part).not_to_have_attribute("open", "")


def test_the_list_says_the_years_that_the_picture_shows(open_page: Open) -> None:
    page = open_page(RICH)
    page.get_by_text("De tijdlijn als lijst").click()
    years = " ".join(page.locator(".hub-timeline__table tbody th").all_inner_texts())
    assert years.split()[0] == page.locator(".hub-timeline__year").first.text_content()
    sources = page.locator(".hub-timeline__mark--source").count()
    assert sources == page.locator(".hub-timeline__item").filter(has_text="bron").filter(has_not_text="Cijfer").filter(
        has_not_text="Recentste stand"
    ).count()  # fmt: skip


def test_where_the_picture_of_figures_has_no_room_their_table_is_open(open_page: Open) -> None:
    page = open_page(RICH, width=390, height=844)
    expect(page.locator("#chart-job-table")).to_be_visible()
    expect(page.locator("#chart-job > svg")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("path", THREE)
@pytest.mark.parametrize("scripts", [True, False])
def test_it_prints_on_two_sheets_in_short(open_page: Open, path: str, scripts: bool) -> None:
    page = open_page(path, scripts=scripts)
    assert sheets(page) <= 2


@pytest.mark.parametrize("scripts", [True, False])
def test_all_of_it_is_printed_when_asked(open_page: Open, scripts: bool) -> None:
    page = open_page(f"{RICH}#hub-print-full", scripts=scripts)
    assert sheets(page) > 4
    page.emulate_media(media="print")
    expect(page.locator("#source-duo-kois")).to_be_visible()


def test_the_buttons_print_what_they_say_and_leave_the_page_as_it_was(open_page: Open) -> None:
    page = open_page(RICH)
    page.evaluate("window.print = () => (window.printed = [document.documentElement.dataset.print,"
                  " document.querySelectorAll('details:not([open])').length])")  # fmt: skip
    folded = page.locator("details:not([open])").count()
    page.get_by_role("link", name="Alles afdrukken").click()
    page.wait_for_function("window.printed")
    assert page.evaluate("window.printed") == ["full", 0]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("html").get_attribute("data-print") is None
    assert page.locator("details:not([open])").count() == folded
    page.get_by_role("button", name="Afdrukken", exact=True).click()
    page.wait_for_function("window.printed[0] === 'short'")


def test_how_long_ago_it_was_checked_counts_from_today_and_says_when_it_is_due(open_page: Open) -> None:
    page = open_page("en/practices/womento/", scripts=False)
    foot = page.locator(".hub-page-foot__checked").first
    expect(foot).to_have_text("Last checked on 1 December 2026", use_inner_text=True)
    page = open_page("practices/womento/")
    foot = page.locator(".hub-page-foot__checked").first
    for today, said in (
        ("2027-03-15", "3 maanden geleden"), ("2027-12-31", "12 maanden geleden"),
        ("2028-01-01", "13 maanden geleden; aan een nieuwe controle toe"),
        ("2029-01-02", "2 jaar geleden; aan een nieuwe controle toe"),
    ):  # fmt: skip
        page.clock.set_fixed_time(f"{today}T10:00:00")
        page.reload()
        expect(foot).to_have_text(f"Laatst nagekeken op 1 december 2026, {said}", use_inner_text=True)
