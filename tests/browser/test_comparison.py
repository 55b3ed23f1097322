"""Setting practices aside, comparing them and taking them home, in a real browser."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from axe import violations
from filters import choose
from harness import Served

COMPARE = "practices/compare/"
THREE = f"{COMPARE}?ids=duo-for-a-job,kodiko,team4job"
KEY = "hub-shortlist"


def toggle(page: Page, id: str) -> Any:
    return page.locator(f'[data-practice="{id}"] .hub-toggle').first


def store(page: Page, *ids: str, name: str = "Oude naam") -> None:
    """Puts a shortlist on the device, as the hub would have done earlier."""
    value = json.dumps({"version": 1, "practices": [{"id": id, "name": name} for id in ids]})
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, value])
    page.reload()


def stored(page: Page) -> list[str]:
    text = page.evaluate("key => localStorage.getItem(key)", KEY)
    return [entry["id"] for entry in json.loads(text)["practices"]] if text else []


def expect_names(page: Page, names: list[str]) -> None:
    expect(page.locator("[data-comparison=shortlist] .hub-shortlist__name")).to_have_text(names)


def heads(page: Page) -> list[str]:
    """Names above the columns of the summary."""
    table = page.locator("[data-comparison=summary-place] table")
    expect(table).to_be_visible()
    return table.locator("thead th a").all_inner_texts()


def open_all(page: Page) -> Any:
    """The table of everything."""
    heads(page)
    page.locator("[data-comparison=all] > summary").click()
    table = page.locator("[data-comparison=all-place] table")
    expect(table).to_be_visible()
    return table


def open_list(page: Page) -> None:
    """The own shortlist, which is folded above what is compared."""
    page.locator("#shortlist").click()


# --- without script -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", ["", "en/"])
def test_without_script_the_page_explains_and_leads_to_the_list(open_page: Any, served: Served, locale: str) -> None:
    page = open_page(locale + THREE, scripts=False)
    expect(page.locator(".hub-comparison-without")).to_contain_text("JavaScript")
    expect(page.locator("[data-module=comparison]")).to_be_hidden()
    assert violations_without_script(page)
    page.locator(".hub-comparison-without a").click()
    expect(page).to_have_url(served.url(f"{locale}practices/"))
    expect(page.locator(".hub-toggle")).to_have_count(0)


def violations_without_script(page: Page) -> bool:
    """Nothing that needs script can be seen or reached."""
    return page.locator("main button:visible, main select:visible").count() == 0


def test_without_script_a_fiche_can_be_cited_but_offers_no_dead_buttons(open_page: Any) -> None:
    page = open_page("practices/duo-for-a-job/", scripts=False)
    expect(page.locator("#cite-apa")).to_contain_text("https://hub.example/hub/practices/duo-for-a-job/")
    expect(page.locator("#cite-bibtex")).to_contain_text("@misc{hub-duo-for-a-job,")
    assert violations_without_script(page)


# --- the shortlist ------------------------------------------------------------------------------------------------------


def test_setting_aside_on_the_list_and_on_a_fiche_is_one_shortlist(open_page: Any, served: Served) -> None:
    page = open_page("practices/")
    button = toggle(page, "duo-for-a-job")
    expect(button).to_have_accessible_name("Shortlist: DUO for a JOB")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-shortlist=status]")).to_contain_text("DUO for a JOB")
    expect(page.locator(".hub-take__shortlist")).to_have_text("Je shortlist (1)")
    page.goto(served.url("en/practices/duo-for-a-job/"))
    expect(toggle(page, "duo-for-a-job")).to_have_attribute("aria-pressed", "true")
    page.goto(served.url("en/practices/kodiko/"))
    toggle(page, "kodiko").click()
    expect(page.locator(".hub-take__shortlist")).to_have_text("Your shortlist (2)")
    page.locator(".hub-take__shortlist").click()
    expect_names(page, ["DUO for a JOB", "Kodiko"])


def test_pressing_twice_leaves_nothing_on_the_device(open_page: Any) -> None:
    page = open_page("practices/kodiko/")
    toggle(page, "kodiko").click()
    expect(toggle(page, "kodiko")).to_have_attribute("aria-pressed", "true")
    toggle(page, "kodiko").click()
    expect(toggle(page, "kodiko")).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("localStorage.length") == 0


def test_cards_that_a_filter_shows_keep_their_button(open_page: Any) -> None:
    page = open_page("practices/?country=FR")
    expect(page.locator("[data-practice-filter=results] .hub-card")).to_have_count(3)
    expect(page.locator("[data-practice-filter=results] .hub-toggle")).to_have_count(3)
    toggle(page, "kodiko").click()
    expect(toggle(page, "kodiko")).to_have_attribute("aria-pressed", "true")
    choose(page, "view", "table")
    expect(page.locator("tbody th .hub-toggle")).to_have_count(3)
    expect(toggle(page, "kodiko")).to_have_attribute("aria-pressed", "true")
    assert violations(page) == []
    toggle(page, "kodiko").click()
    page.locator("select[name=view]").select_option("cards")
    expect(toggle(page, "kodiko")).to_have_attribute("aria-pressed", "false")


def test_order_remove_and_clear_once_asked_with_the_keyboard_alone(open_page: Any) -> None:
    page = open_page(COMPARE)
    store(page, "duo-for-a-job", "kodiko", "team4job")
    expect(page.locator("#shortlist")).to_contain_text("(3)")
    open_list(page)
    page.get_by_role("button", name="Lager: DUO for a JOB").focus()
    page.keyboard.press("Enter")
    expect_names(page, ["Kodiko", "DUO for a JOB", "Team4Job"])
    expect(page.get_by_role("button", name="Lager: DUO for a JOB")).to_be_focused()
    page.keyboard.press("Enter")
    assert stored(page) == ["kodiko", "team4job", "duo-for-a-job"]
    expect(page.get_by_role("button", name="Hoger: DUO for a JOB")).to_be_focused()
    page.get_by_role("button", name="Van de shortlist halen: Kodiko").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Van de shortlist halen: Team4Job")).to_be_focused()
    clear = page.get_by_role("button", name="Shortlist leegmaken")
    clear.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Nee, bewaar ze")).to_be_focused()
    assert violations(page) == []
    page.keyboard.press("Enter")
    expect(clear).to_be_focused()
    assert len(stored(page)) == 2
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Ja, maak leeg").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-comparison=empty]")).to_be_focused()
    assert page.evaluate("localStorage.length") == 0


def test_a_practice_that_is_gone_is_named_and_can_be_taken_off(open_page: Any) -> None:
    page = open_page(COMPARE)
    store(page, "no-longer-here", "kodiko")
    expect(page.locator("[data-comparison=fault]")).to_contain_text("Oude naam")
    expect_names(page, ["Oude naam", "Kodiko"])
    assert violations(page) == []
    open_list(page)
    page.get_by_role("button", name="Van de shortlist halen: Oude naam").click()
    expect_names(page, ["Kodiko"])


def test_names_in_a_row_are_written_as_in_britain(open_page: Any) -> None:
    page = open_page(f"en/{COMPARE}")
    value = {"version": 1, "practices": [{"id": f"gone-{name.lower()}", "name": name} for name in ("Alpha", "Beta", "Gamma")]}
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, json.dumps(value)])
    page.reload()
    expect(page.locator("[data-comparison=fault]")).to_contain_text("Alpha, Beta and Gamma")


def test_a_full_shortlist_says_how_many_fit(open_page: Any, served: Served) -> None:
    page = open_page("en/practices/kodiko/")
    store(page, *(f"practice-{number}" for number in range(50)))
    toggle(page, "kodiko").click()
    expect(page.locator(".hub-toggle-note")).to_contain_text("A shortlist holds 50 practices.")
    expect(toggle(page, "kodiko")).to_have_attribute("aria-pressed", "false")
    assert "kodiko" not in stored(page)


def test_what_of_a_shared_shortlist_does_not_fit_stays_and_is_told(open_page: Any, served: Served) -> None:
    page = open_page(COMPARE)
    store(page, *(f"practice-{number}" for number in range(49)))
    page.goto(served.url(f"{COMPARE}?shortlist=kodiko,team4job,womento"))
    page.locator("[data-comparison=keep]").click()
    status = page.locator("[data-comparison=status]")
    expect(status).to_contain_text("Aantal praktijken op je shortlist: 50.")
    expect(status).to_contain_text("2 praktijken passen er niet meer bij, want op een shortlist is plaats voor 50.")
    expect(page).to_have_url(re.compile("shortlist=team4job,womento$"))
    assert heads(page) == ["Kodiko", "Team4Job", "Womento"]
    assert stored(page)[-1] == "kodiko"


def test_a_shared_shortlist_waits_to_be_taken_over_and_survives_a_change_of_language(open_page: Any, served: Served) -> None:
    page = open_page(f"{COMPARE}?shortlist=kodiko,team4job,nope")
    expect(page.locator("[data-comparison=note]")).to_contain_text("kennen we niet")
    expect(page.locator("[data-comparison=shared]")).to_be_visible()
    assert heads(page) == ["Kodiko", "Team4Job"]
    assert violations(page) == []
    assert stored(page) == []
    page.locator("header a[hreflang=en]").first.click()
    expect(page).to_have_url(served.url(f"en/{COMPARE}?shortlist=kodiko,team4job"))
    page.get_by_role("button", name="Put these on my shortlist").click()
    assert stored(page) == ["kodiko", "team4job"]
    expect(page.locator("[data-comparison=shared]")).to_be_hidden()


@pytest.mark.parametrize("value", ["", "x", "{}", "[1]", '{"version":1,"practices":[{"id":"<script>","name":1}]}', "x" * 100_000])
def test_a_damaged_shortlist_is_said_plainly_and_costs_nothing_else(open_page: Any, served: Served, value: str) -> None:
    page = open_page(COMPARE)
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, value])
    page.reload()
    expect(page.locator("[data-comparison=fault]")).to_contain_text("konden we niet lezen")
    page.goto(served.url("practices/kodiko/"))
    toggle(page, "kodiko").click()
    expect(toggle(page, "kodiko")).to_have_attribute("aria-pressed", "true")
    assert stored(page) == ["kodiko"]


@pytest.mark.parametrize(("fails", "word"), [("SecurityError", "laat niet toe"), ("QuotaExceededError", "is vol")])
def test_storage_that_fails_is_said_where_it_happens_and_the_link_still_works(
    browser: Any, served: Served, fails: str, word: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    what = "getter" if fails == "SecurityError" else "setter"
    page.add_init_script(
        f"if ('{what}' === 'getter') Object.defineProperty(window, 'localStorage', {{get() {{ throw new DOMException('x', '{fails}'); }}}});"
        f"else Storage.prototype.setItem = () => {{ throw new DOMException('x', '{fails}'); }};"
    )
    page.goto(served.url("practices/"))
    toggle(page, "kodiko").click()
    expect(toggle(page, "kodiko")).to_have_attribute("aria-pressed", "true")
    expect(page.locator('[data-practice="kodiko"] .hub-toggle-note')).to_contain_text(word)
    page.goto(served.url(THREE))
    assert len(heads(page)) == 3
    assert faults == []
    context.close()


# --- the comparison -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", ["", "en/"])
@pytest.mark.parametrize("handed", ["ids", "shortlist"])
def test_a_link_opens_compared_without_a_click_in_its_order(open_page: Any, locale: str, handed: str) -> None:
    page = open_page(f"{locale}{COMPARE}?{handed}=team4job,kodiko,duo-for-a-job")
    assert heads(page) == ["Team4Job", "Kodiko", "DUO for a JOB"]
    page.locator("header a[hreflang]:not([aria-current])").first.click()
    assert heads(page) == ["Team4Job", "Kodiko", "DUO for a JOB"]
    assert page.evaluate("scrollY") == 0


def test_the_own_shortlist_opens_compared_and_its_address_is_what_is_seen(open_page: Any, served: Served) -> None:
    page = open_page(COMPARE)
    store(page, "kodiko", "womento")
    assert heads(page) == ["Kodiko", "Womento"]
    expect(page).to_have_url(served.url(f"{COMPARE}?ids=kodiko,womento"))


def test_above_four_the_others_are_chips_that_swap_without_a_jump(open_page: Any, served: Served) -> None:
    page = open_page(f"{COMPARE}?shortlist=kodiko,team4job,min-namur,duo-for-a-job,mesh,womento")
    assert len(heads(page)) == 4
    rest = page.locator("[data-comparison=rest-list] button")
    expect(rest).to_have_count(2)
    expect(rest.first).to_have_accessible_name("MESH in plaats van DUO for a JOB")
    page.evaluate("scrollTo(0, 60)")
    rest.first.click()
    expect(page.locator("[data-comparison=summary-place] thead th a").nth(3)).to_have_text("MESH")
    expect(page.locator("[data-comparison=status]")).to_contain_text("MESH staat er nu in plaats van DUO for a JOB")
    assert page.evaluate("scrollY") == 60
    expect(rest).to_have_text([re.compile("DUO for a JOB"), re.compile("Womento")])
    expect(rest.first).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?ids=kodiko,team4job,min-namur,mesh&shortlist="))
    page.reload()
    assert heads(page)[3] == "MESH"
    list_top = page.locator("[data-comparison=shared]").bounding_box()
    table_top = page.locator("[data-comparison=summary-place]").bounding_box()
    assert list_top is not None
    assert table_top is not None
    assert list_top["y"] < table_top["y"]


@pytest.mark.parametrize(("locale", "missing"), [("", "niet gedocumenteerd"), ("en/", "not documented")])
def test_the_summary_fits_a_screen_and_says_what_is_unknown_in_words(open_page: Any, locale: str, missing: str) -> None:
    page = open_page(locale + THREE, height=800)
    assert heads(page) == ["DUO for a JOB", "Kodiko", "Team4Job"]
    table = page.locator("[data-comparison=summary-place] table")
    assert table.locator("tbody tr").count() == 12
    assert table.evaluate("table => table.offsetHeight") <= 800
    assert table.evaluate("table => table.getBoundingClientRect().top") <= 400
    assert table.locator("thead th").evaluate_all("all => all.every(one => one.scope === 'col')")
    assert table.locator("tbody tr").evaluate_all(
        "rows => rows.every(row => row.cells.length === 4 && row.cells[0].tagName === 'TH' && row.cells[0].scope === 'row')"
    )
    unknown = table.locator('tr[data-row="training"] .hub-unknown')
    expect(unknown.locator("[aria-hidden]")).to_have_text("?")
    expect(unknown.locator(".hub-visually-hidden")).to_have_text(missing)
    result = table.locator('tr[data-row="result"] a').first
    expect(result).to_have_attribute("href", re.compile(r"duo-for-a-job/#figure-employment-compared-interim$"))
    expect(table.locator('tr[data-row="evidence"] svg')).to_have_count(3)


@pytest.mark.parametrize("locale", ["", "en/"])
def test_the_compared_page_has_no_fault_that_axe_finds(open_page: Any, locale: str) -> None:
    page = open_page(locale + THREE)
    open_all(page)
    for width, scheme in ((1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == [], f"{width} {scheme}"


def test_what_differs_carries_a_sign_and_words(open_page: Any) -> None:
    page = open_page(THREE)
    heads(page)
    row = page.locator('[data-comparison=summary-place] tr[data-row="evidence"]')
    expect(row.locator("td[data-differs]")).to_have_count(1)
    expect(row.locator("td").first).to_contain_text("≠")
    expect(row.locator("td").first).to_contain_text("(anders dan de meeste)")
    expect(page.locator('[data-comparison=summary-place] tr[data-row="education"] td[data-differs]')).to_have_count(0)


def test_the_chart_holds_these_practices_by_what_they_count_and_goes_home(open_page: Any) -> None:
    page = open_page(THREE)
    heads(page)
    svg = page.locator("[data-comparison=drawing-place] svg")
    expect(svg).to_have_accessible_name(re.compile("DUO for a JOB, Kodiko en Team4Job"))
    names = svg.locator(".hub-outcomes__name").all_text_contents()
    assert set(names) == {"DUO for a JOB", "Kodiko", "Team4Job"}
    rows = page.locator("[data-comparison=figures] tr")
    assert rows.count() == len(names)
    assert [text.split(" #")[0].strip() for text in rows.locator("th").all_text_contents()] == names
    inside = svg.evaluate(
        """svg => { const {bottom} = svg.getBoundingClientRect();
          return [...svg.querySelectorAll('text, path')].every(one => one.getBoundingClientRect().bottom <= bottom + 1); }"""
    )
    assert inside
    assert svg.locator(".hub-comparison__axis").count() == svg.locator("[data-axis]").count() > 1
    with page.expect_download() as download:
        page.locator("[data-module=save-chart]").get_by_role("button", name=re.compile("SVG$")).click()
    saved = Path(download.value.path()).read_text("utf-8")
    assert download.value.suggested_filename == "vergelijking.svg"
    assert "DUO for a JOB, Kodiko en Team4Job" in saved
    assert "?ids=duo-for-a-job,kodiko,team4job#" in saved


def test_practices_without_a_share_to_draw_are_named(open_page: Any) -> None:
    page = open_page(f"{COMPARE}?ids=orient8,connect2work")
    heads(page)
    expect(page.locator("[data-comparison=without-outcome]")).to_contain_text("ORIENT8")
    expect(page.locator("[data-comparison=drawing]")).to_be_hidden()


def test_what_to_adapt_stands_per_practice(open_page: Any) -> None:
    page = open_page(THREE)
    heads(page)
    columns = page.locator("[data-comparison=adapt] > article")
    expect(columns.locator("h3")).to_have_text(["DUO for a JOB", "Kodiko", "Team4Job"])
    assert columns.evaluate_all("all => all.every(one => one.querySelectorAll('li').length > 0)")


def test_all_rows_come_on_demand_and_what_differs_is_said_in_words(open_page: Any, served: Served) -> None:
    served.requests.clear()
    page = open_page(THREE)
    heads(page)
    assert not [address for address in served.requests if "/rows/" in address]
    table = open_all(page)
    row = table.locator('tr[data-row="facts.where"]')
    expect(row.locator("th")).to_contain_text("verschilt")
    own = row.locator("strong").first
    assert int(own.evaluate("one => getComputedStyle(one).fontWeight")) >= 600
    expect(row.locator("li").first).to_contain_text("(niet bij allemaal)")
    same = table.locator('tr[data-verdict="same"]')
    assert same.count() > 0
    expect(same.first.locator("strong")).to_have_count(0)
    page.get_by_label("Verberg rijen waarin ze gelijk zijn").check()
    expect(same.first).to_be_hidden()


def test_no_figure_stands_without_definition_window_year_and_source(open_page: Any) -> None:
    page = open_page(THREE)
    open_all(page)
    figures = page.locator(".hub-comparison__figure")
    assert figures.count() > 3
    bare = figures.evaluate_all(
        """all => all.filter(one => one.querySelectorAll('dt').length !== 3 || !one.querySelector('.hub-cite a')
          || !one.querySelectorAll('p')[1]?.textContent.trim()).map(one => one.textContent)"""
    )
    assert bare == []
    dead = page.locator(".hub-comparison .hub-cite a").evaluate_all(
        "all => all.map(one => one.hash.slice(1)).filter(id => !document.getElementById(id))"
    )
    assert dead == []


def test_choosing_by_keyboard_keeps_the_address_and_going_back_undoes_it(open_page: Any, served: Served) -> None:
    page = open_page(COMPARE)
    expect(page.locator("[data-comparison=select] option").nth(20)).to_be_attached()
    page.get_by_label("Kies een praktijk").focus()
    for name in ("Kodiko", "Team4Job"):
        page.keyboard.type(name)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_label("Kies een praktijk")).to_be_focused()
    expect(page).to_have_url(served.url(f"{COMPARE}?ids=kodiko,team4job"))
    assert heads(page) == ["Kodiko", "Team4Job"]
    page.go_back()
    expect(page).to_have_url(served.url(f"{COMPARE}?ids=kodiko"))
    expect(page.locator("[data-comparison=result]")).to_be_hidden()
    page.go_forward()
    assert heads(page) == ["Kodiko", "Team4Job"]
    page.get_by_role("button", name="Niet meer vergelijken: Kodiko").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Niet meer vergelijken: Team4Job")).to_be_focused()


def test_switching_language_keeps_what_is_compared(open_page: Any, served: Served) -> None:
    page = open_page(COMPARE)
    page.get_by_label("Kies een praktijk").select_option("kodiko")
    page.get_by_role("button", name="Voeg toe").click()
    page.get_by_label("Kies een praktijk").select_option("min-namur")
    page.get_by_role("button", name="Voeg toe").click()
    page.locator("header a[hreflang=en]").first.click()
    expect(page).to_have_url(served.url(f"en/{COMPARE}?ids=kodiko,min-namur"))
    assert len(heads(page)) == 2


@pytest.mark.parametrize(
    ("query", "count", "note"),
    [
        ("?ids=kodiko,team4job,min-namur,duo-for-a-job,mesh,womento", 4, "hoogstens 4"),
        ("?ids=kodiko,kodiko,team4job", 2, None),
        ("?ids=kodiko,nope,team4job", 2, "kennen we niet"),
        ("?ids=<script>document.title='x'</script>,kodiko,team4job", 2, "kennen we niet"),
        ("?ids=%3Cimg%20src=x%20onerror=document.title='x'%3E", 0, "kennen we niet"),
        ("?ids=%ff%00&ids=__proto__,constructor&shortlist=..%2F..", 0, "kennen we niet"),
        ("?ids=", 0, None),
        ("?ids=" + "x," * 25_000, 0, "kennen we niet"),
    ],
)  # fmt: skip
def test_whatever_the_address_holds_the_page_works(open_page: Any, query: str, count: int, note: str | None) -> None:
    page = open_page(COMPARE + query)
    expect(page.locator("[data-comparison=select] option").nth(20)).to_be_attached()
    if count:
        assert len(heads(page)) == count
    expect(page.locator("[data-comparison=note]")).to_have_text(re.compile(note) if note else "")
    expect(page).to_have_title("Praktijken vergelijken – Praktijken – Kennishub mentoring-naar-werk")
    assert page.locator("main script, main img").count() == 0
    page.get_by_label("Kies een praktijk").select_option("sleeves-up")


def test_100_kilobytes_of_address_are_cut_short(open_page: Any) -> None:
    page = open_page(COMPARE)
    page.evaluate("history.replaceState(null, '', '?ids=kodiko,team4job,' + 'x'.repeat(100_000)); dispatchEvent(new PopStateEvent('popstate'))")
    assert len(heads(page)) == 2
    expect(page.locator("[data-comparison=note]")).to_be_visible()


BOXES = """() => [...document.querySelectorAll('main *')].filter(one => one.checkVisibility()
  && /auto|scroll/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight + 1
  && !['SELECT', 'TEXTAREA'].includes(one.tagName)).map(one => one.className)"""


def test_the_page_scrolls_and_not_a_box_in_it_and_the_names_stay_in_sight(open_page: Any) -> None:
    page = open_page(THREE, height=800)
    open_all(page)
    assert page.evaluate(BOXES) == []
    page.locator('[data-comparison=all-place] tr[data-row="facts.mentors"]').evaluate("one => one.scrollIntoView()")
    head = page.locator("[data-comparison=all-place] thead th").nth(1).bounding_box()
    assert head is not None
    assert abs(head["y"]) < 2
    page.locator("[data-comparison=summary-place] tr[data-row=result]").evaluate("one => one.scrollIntoView()")
    link = page.locator("[data-comparison=summary-place] tr[data-row=result] a").first
    page.evaluate("scrollBy(0, 40)")
    link.focus()
    top = link.bounding_box()
    head = page.locator("[data-comparison=summary-place] thead th").nth(1).bounding_box()
    assert top is not None
    assert head is not None
    assert top["y"] >= head["y"] + head["height"]


def test_on_a_phone_each_answer_has_the_name_of_its_practice(open_page: Any) -> None:
    page = open_page(THREE, width=390, height=844)
    heads_shown = page.locator("[data-comparison=summary-place] tr[data-row=education] .hub-comparison__label")
    expect(heads_shown).to_have_text(["DUO for a JOB", "Kodiko", "Team4Job"])
    expect(heads_shown.first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.evaluate(BOXES) == []
    row = page.locator("[data-comparison=summary-place] tr[data-row=for_whom]").bounding_box()
    assert row is not None
    assert row["y"] < 600
    expect(page.locator("[data-comparison=figures] tr").first).to_be_visible()


@pytest.mark.parametrize("path", [COMPARE, THREE])
def test_nothing_sticks_out_at_400_percent(open_page: Any, path: str) -> None:
    page = open_page(path, width=320, height=256)
    expect(page.locator("[data-comparison=select] option").nth(20)).to_be_attached()
    if path == THREE:
        heads(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(
    "ids",
    [
        "joblinge-kompass,memoga",
        "duo-for-a-job,kodiko,team4job",
        "mentor2work,mentor-escale-parrainage,mentorinnen-programm-bw,duo-for-a-job",
        "duo-for-a-job,mentoring-fuer-migrantinnen,mitt-livs-chans,joblinge-kompass",
    ],
)  # fmt: skip
def test_it_prints_on_two_sheets_of_a4_on_their_side(open_page: Any, ids: str) -> None:
    """Also those with most to adapt, and those with most figures."""
    page = open_page(f"{COMPARE}?ids={ids}")
    heads(page)
    boxes = media_boxes(page.pdf(prefer_css_page_size=True))
    assert {tuple(round(float(number)) for number in box.split()[2:4]) for box in boxes} == {(842, 595)}
    assert len(boxes) == 2
    page.emulate_media(media="print")
    for hidden in ("[data-comparison=form]", "[data-comparison=filled]", "[data-comparison=all]", "[data-take=print]"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator("[data-comparison=address]")).to_have_text(re.compile(rf"\?ids={ids}$"))


def media_boxes(content: bytes) -> list[str]:
    return [found.decode() for found in re.findall(rb"/MediaBox\s*\[([^\]]+)\]", content)]


# --- taking home --------------------------------------------------------------------------------------------------------


def taken(page: Page, within: str, name: str) -> tuple[str, str]:
    with page.expect_download() as download:
        page.locator(within).get_by_role("button", name=name, exact=True).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes().decode("utf-8")


def test_the_list_goes_home_as_it_is_shown(open_page: Any, served: Served) -> None:
    page = open_page("practices/")
    page.locator(".hub-practice-filter__display > summary").click()
    name, text = taken(page, "[data-shown-files]", "CSV")
    assert re.fullmatch(r"praktijken-48-\d{4}-\d\d-\d\d\.csv", name)
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert len(rows) == 49
    assert len({len(row) for row in rows}) == 1
    assert {"id", "Praktijk", "Doelgroep", "Doelgroep (group)"} <= set(rows[0])
    page.goto(served.url("en/practices/?country=FR&sort=name"))
    expect(page.locator("[data-practice-filter=results] .hub-card")).to_have_count(3)
    page.locator(".hub-practice-filter__display > summary").click()
    name, text = taken(page, "[data-shown-files]", "JSON")
    assert re.fullmatch(r"practices-3-\d{4}-\d\d-\d\d\.json", name)
    data = json.loads(text)
    shown = page.locator("[data-practice-filter=results] [data-practice].hub-cards__item").evaluate_all("all => all.map(one => one.dataset.practice)")
    assert [practice["id"] for practice in data["practices"]] == shown
    assert data["practices"][0]["address"].endswith(f"/en/practices/{shown[0]}/")
    figures = [figure for practice in data["practices"] for figure in practice["figures"]]
    assert figures
    assert all(figure["measures"] and figure["sources"] and figure["text"] for figure in figures)


def test_the_comparison_and_the_shortlist_go_home_in_their_order(open_page: Any) -> None:
    page = open_page(THREE)
    store(page, "womento", "kodiko")
    heads(page)
    _, text = taken(page, "[data-comparison=result]", "JSON")
    assert [practice["id"] for practice in json.loads(text)["practices"]] == ["duo-for-a-job", "kodiko", "team4job"]
    open_list(page)
    _, text = taken(page, "[data-comparison=filled]", "CSV")
    assert [row[0] for row in csv.reader(io.StringIO(text), delimiter=";")][1:] == ["womento", "kodiko"]


def test_links_are_copied(open_page: Any, served: Served) -> None:
    page = open_page(THREE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    store(page, "womento", "kodiko")
    heads(page)
    page.get_by_role("button", name="Link kopiëren", exact=True).first.click()
    expect(page.locator("[data-comparison=status]")).to_have_text("De link is gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == served.url(THREE)
    open_list(page)
    page.get_by_role("button", name="Link naar je shortlist kopiëren").click()
    page.wait_for_function("async () => (await navigator.clipboard.readText()).includes('shortlist=')")
    assert page.evaluate("navigator.clipboard.readText()") == served.url(f"{COMPARE}?shortlist=womento,kodiko")
    page.goto(served.url("practices/kodiko/"))
    page.get_by_role("button", name="Kopieer (APA)").click()
    expect(page.locator('[data-copies="cite-apa"] [role=status]')).to_have_text("Gekopieerd.")
    assert "[Praktijkfiche]" in page.evaluate("navigator.clipboard.readText()")


def test_the_first_view_of_the_list_asks_for_little(open_page: Any, served: Served) -> None:
    served.requests.clear()
    page = open_page("practices/")
    expect(page.locator(".hub-toggle").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert len(served.requests) <= 8, served.requests


def test_a_page_without_one_of_its_parts_is_named_and_not_shown(browser: Any, served: Served) -> None:
    page = browser.new_page()
    logged: list[str] = []
    page.on("console", lambda message: logged.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: logged.append(f"thrown: {error}"))
    broken = (served.folder / COMPARE / "index.html").read_text("utf-8").replace('data-comparison="form"', "")
    page.route("**/practices/compare/", lambda route: route.fulfill(body=broken, content_type="text/html"))
    page.goto(served.url(COMPARE))
    page.wait_for_load_state("networkidle")
    assert [line.splitlines()[0] for line in logged] == [
        'comparison: Error: comparison: no HTMLElement matches "[data-comparison="form"]"'
    ]
    expect(page.locator("[data-module=comparison]")).to_be_hidden()
    expect(page.locator(".hub-comparison-without")).to_be_visible()
    page.close()


def test_while_the_names_are_on_their_way_the_page_is_shown(open_page: Any) -> None:
    page = open_page("privacy/")
    held: list[Any] = []
    page.route("**/names.json", lambda route: held.append(route))
    page.goto(page.url.replace("privacy/", COMPARE))
    expect(page.locator("[data-comparison=hint]")).to_be_visible()
    expect(page.locator(".hub-comparison-without")).to_be_hidden()
    for route in held:
        route.continue_()
    expect(page.locator("[data-comparison=select] option").nth(20)).to_be_attached()
