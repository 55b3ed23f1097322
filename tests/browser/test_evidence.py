"""What is known, in a browser: answer and first action at a glance, map and charts by keyboard, pictures that are saved."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from axe import violations

Open = Callable[..., Page]
PAGES = ["evidence/", "en/evidence/", "evidence/disagreements/", "en/evidence/disagreements/", "about/method/", "en/about/method/"]
FIGURE = "figure-duo-for-a-job-job-within-12-months-2016"


@pytest.mark.parametrize("path", PAGES)
def test_no_barrier_that_axe_can_find(open_page: Open, path: str) -> None:
    page = open_page(path)
    for width, scheme in ((1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert violations(page) == [], f"{width} {scheme}"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_pages_do_not_scroll_sideways(open_page: Open, width: int) -> None:
    for path in PAGES[::2]:
        assert open_page(path, width=width).evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_answer_action_and_first_sentence_are_in_the_first_screen(open_page: Open, width: int, height: int) -> None:
    page = open_page("evidence/", width=width, height=height)

    def end(selector: str) -> float:
        box = page.locator(selector).first.bounding_box()
        assert box
        return box["y"] + box["height"]

    assert end(".hub-lead") < 600
    assert end(".hub-jump__link") < 600
    assert end(".hub-statements__title") < height


def test_a_bubble_leads_to_its_practices_by_keyboard(open_page: Open) -> None:
    page = open_page("evidence/")
    bubble = page.locator(".hub-gap__link").first
    bubble.focus()
    page.keyboard.press("Enter")
    cell = page.locator(f"[id='{str(bubble.get_attribute('href')).removeprefix('#')}']")
    expect(cell).to_be_visible()
    expect(cell.get_by_role("link").first).to_be_visible()
    assert "practices/" in str(cell.get_by_role("link").first.get_attribute("href"))


def test_an_empty_place_says_so_in_the_map_and_in_the_table(open_page: Open) -> None:
    page = open_page("en/evidence/", scripts=False)
    empty = page.locator("#gap-table td.hub-unknown")
    assert empty.count() == page.locator(".hub-gap__nothing").count() > 0
    assert "nothing found yet" in str(empty.first.text_content())


def test_on_a_phone_tables_take_the_place_of_pictures(open_page: Open) -> None:
    page = open_page("evidence/", width=390, scripts=False)
    expect(page.locator(".hub-gap__picture")).to_be_hidden()
    expect(page.locator(".hub-outcomes__picture").first).to_be_hidden()
    expect(page.locator("#gap-table tbody th").first).to_be_visible()
    page.locator(".hub-outcomes__details > summary").first.click()
    expect(page.locator("#chart-job-table tbody th").first).to_be_visible()


def test_a_figure_has_a_link_for_good(open_page: Open) -> None:
    page = open_page(f"evidence/#{FIGURE}")
    expect(page.locator(f"#{FIGURE}")).to_be_visible()
    expect(page.locator(":target .hub-permalink")).to_have_attribute("href", f"#{FIGURE}")


def test_without_script_nothing_offers_to_save(open_page: Open) -> None:
    expect(open_page("evidence/", scripts=False).locator(".hub-save").first).to_be_hidden()


def saved(page: Page, chart: str, format: str) -> Path:
    with page.expect_download() as download:
        page.locator(f".hub-save[data-picture='{chart}'] [data-format={format}]").click()
    assert download.value.suggested_filename == f"{chart}.{format}"
    return Path(download.value.path())


@pytest.mark.parametrize("chart", ["chart-job", "gap-map"])
def test_a_picture_is_saved_with_its_title_its_source_and_light_colours(open_page: Open, chart: str) -> None:
    page = open_page("en/evidence/", scheme="dark", accept_downloads=True)
    svg = saved(page, chart, "svg").read_text("utf-8")
    assert svg.startswith("<svg")
    assert "class=" not in svg
    assert "<a" not in svg
    assert "rgb(15, 76, 92)" in svg  # petrol of the light scheme
    assert "CC BY 4.0" in svg
    assert f"/en/evidence/#{chart}" in svg
    png = saved(page, chart, "png").read_bytes()
    assert png.startswith(b"\x89PNG")
    assert len(png) > 20_000
    expect(page.locator(f".hub-save[data-picture='{chart}'] [role=status]")).to_have_text("Saved.")


def test_the_table_of_a_chart_is_saved_as_it_is_read(open_page: Open) -> None:
    page = open_page("en/evidence/", accept_downloads=True)
    rows = list(csv.reader(saved(page, "chart-job", "csv").read_text("utf-8-sig").splitlines()))
    shown = page.locator("#chart-job-table tbody tr").count()
    assert rows[0][0] == "Practice"
    assert len(rows) == shown + 2
    assert rows[1][0] == "DUO for a JOB"
    assert {len(row) for row in rows[:-1]} == {7}
