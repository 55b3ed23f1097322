"""The toolkit in a real browser: the calculator with and without script, downloads, small screens, accessibility."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from axe import violations

Open = Callable[..., Page]

CALCULATOR = "toolkit/caseload-calculator/"


def main_result(page: Page) -> str:
    return page.locator(".hub-calculator__answer [data-result]").inner_text()


def test_without_script_the_formula_and_an_example_are_readable(open_page: Open) -> None:
    page = open_page(CALCULATOR, scripts=False)
    expect(page.locator("form[data-module=calculator]")).to_be_hidden()
    expect(page.get_by_role("heading", name="Voorbeeld")).to_be_visible()
    table = page.get_by_role("region", name="Zo rekenen we")
    expect(table).to_contain_text("naar beneden afgerond (Uren voor duo's ÷ Uren voor een gemiddeld duo)")
    expect(table).to_contain_text("13 duo's")


def test_the_result_follows_what_is_filled_in(open_page: Open) -> None:
    page = open_page(CALCULATOR)
    assert main_result(page) == "13"
    expect(page.get_by_role("heading", name="Voorbeeld")).to_be_hidden()
    page.get_by_label("Uren van de coach voor dit project").fill("20")
    assert main_result(page) == "5"
    expect(page.locator("tr [data-result='hours-per-month']")).to_have_text("28,7")
    expect(page.get_by_text("Bewaard op dit toestel. Niemand anders ziet het.")).to_be_visible()


def test_it_is_kept_on_the_device_and_can_be_put_back(open_page: Open) -> None:
    page = open_page(CALCULATOR)
    page.get_by_label("Opvolging", exact=True).fill("2.5")
    kept = main_result(page)
    page.reload()
    expect(page.get_by_label("Opvolging", exact=True)).to_have_value("2.5")
    assert main_result(page) == kept
    page.get_by_role("button", name="Terug naar het voorbeeld").click()
    assert main_result(page) == "13"
    page.reload()
    assert main_result(page) == "13"


@pytest.mark.parametrize("typed", ["", "-1", "1000"])
def test_a_number_outside_its_limits_is_said_to_be(open_page: Open, typed: str) -> None:
    page = open_page(CALCULATOR)
    page.get_by_label("Duur van een traject").fill(typed)
    assert main_result(page) == "–"
    expect(page.get_by_text("Vul een getal in van 1 tot 24.")).to_be_visible()
    expect(page.get_by_text("Nog geen uitkomst.")).to_be_visible()
    page.get_by_label("Duur van een traject").fill("6")
    assert main_result(page) == "13"


def test_damaged_memory_does_no_harm(open_page: Open) -> None:
    page = open_page(CALCULATOR)
    page.evaluate("localStorage.setItem('hub-tool-caseload-calculator', '{\"weeks\": \"x\", \"gone\": 3, \"groups\": 2}')")
    page.reload()
    expect(page.get_by_label("Groepsmomenten")).to_have_value("2")
    expect(page.get_by_label("Weken waarin de coach werkt")).to_have_value("44")


@pytest.mark.parametrize("path", ["toolkit/", CALCULATOR, "en/toolkit/mentoring-agreement/", "en/toolkit/mentor-training-plan/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible(open_page: Open, path: str, scheme: str) -> None:
    assert violations(open_page(path, scheme=scheme)) == []


@pytest.mark.parametrize("path", ["toolkit/", CALCULATOR, "en/toolkit/mentoring-agreement/", "toolkit/mentor-training-plan/"])
def test_nothing_is_wider_than_a_small_phone(open_page: Open, path: str) -> None:
    page = open_page(path, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_download_is_a_file_under_its_own_name(open_page: Open) -> None:
    page = open_page("en/toolkit/mentoring-agreement/")
    with page.expect_download() as started:
        page.get_by_role("link", name=re.compile("^Word document in English")).click()
    assert started.value.suggested_filename == "mentoring-agreement.en.docx"
