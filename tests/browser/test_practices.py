"""Browsing the practices in a real browser: with and without script, by keyboard, on a phone, in both languages."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from axe import violations
from filters import box, choose
from harness import Served
from hub.link.catalogue import Catalogue
from hub.link.facets import facet_values

LIST = {"nl": "practices/", "en": "en/practices/"}
CARDS = ".hub-practice-filter__results .hub-cards__item"


def fitting(catalogue: Catalogue, **wanted: str) -> set[str]:
    """Ids of the practices that carry one of the values (separated by commas) of each facet."""
    return {
        id for id, practice in catalogue.practices.items()
        if all(set(values.split(",")) & set(facet_values(catalogue, practice, facet)) for facet, values in wanted.items())
    }  # fmt: skip


def shown(page: Page) -> list[str]:
    return page.locator(CARDS).evaluate_all("cards => cards.map(card => card.dataset.practice)")


def settled(page: Page) -> None:
    """The first screen is painted first; further cards and what each further choice would give come right after it."""
    page.evaluate("async () => { for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame); }")


def wait_for(page: Page, count: int) -> None:
    expect(page.locator("#practice-count")).to_have_text(re.compile(rf"^{count} "))
    settled(page)


# --- without script ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", LIST)
def test_without_script_every_practice_is_there_running_first_and_links_take_the_place_of_the_filters(
    open_page: Any, catalogue: Catalogue, locale: str
) -> None:
    page = open_page(LIST[locale], scripts=False)
    assert sorted(shown(page)) == sorted(catalogue.practices)
    states = [catalogue.standings[id].term for id in shown(page)]
    assert states == sorted(states, key=["running", "ended", "unknown"].index)
    expect(page.locator('[data-module="practice-filter"]')).to_be_hidden()
    expect(page.locator("#practice-words")).to_be_hidden()
    page.locator(".hub-practice-filter__links > details > summary").click()
    page.locator(".hub-practice-filter__links .hub-facet > summary").first.click()
    page.locator(".hub-practice-filter__links a[href$='by/group/refugees/']").click()
    assert page.url.endswith(f"{LIST[locale]}by/group/refugees/")
    assert page.locator(".hub-lines__item").count() == len(fitting(catalogue, group="refugees"))


def test_without_script_a_tile_leads_to_the_page_of_its_country(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("practices/", scripts=False)
    page.locator(".hub-map-fold > summary").click()
    page.locator('.hub-map a[data-value="FI"]').click()
    assert page.url.endswith("practices/by/country/FI/")
    assert page.locator(".hub-lines__item").count() == len(fitting(catalogue, country="FI"))


# --- filtering --------------------------------------------------------------------------------------------------------


def test_nothing_is_loaded_before_someone_filters(open_page: Any, served: Served) -> None:
    page = open_page("practices/")
    expect(page.locator("#practice-words")).to_be_visible()
    page.wait_for_load_state("networkidle")
    seen = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert [name for name in seen if "/practice-filter/" in name or "/assets/practices-" in name] == []
    assert len(seen) + 1 <= 8, seen


def test_or_inside_a_facet_and_across_with_the_counts_that_were_promised(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("practices/")
    box(page, "group", "refugees").check()
    wait_for(page, len(fitting(catalogue, group="refugees")))
    assert set(shown(page)) == fitting(catalogue, group="refugees")
    label = page.locator("li > label", has=box(page, "edu", "higher"))
    promised = int(label.locator("span").last.inner_text())
    label.click()
    wait_for(page, promised)
    assert set(shown(page)) == fitting(catalogue, group="refugees", edu="higher")
    box(page, "edu", "any").check()
    expect(page).to_have_url(re.compile(r"\?group=refugees&edu=any,higher$"))
    settled(page)
    assert set(shown(page)) == fitting(catalogue, group="refugees", edu="any,higher")


def test_a_card_that_stays_keeps_the_focus(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("practices/?group=refugees")
    wait_for(page, len(fitting(catalogue, group="refugees")))
    link = page.locator('.hub-card__link[href="duo-for-a-job/"]')
    link.focus()
    box(page, "country", "BE").evaluate("box => box.click()")
    wait_for(page, len(fitting(catalogue, group="refugees", country="BE")))
    expect(link).to_be_focused()


@pytest.mark.parametrize(
    ("choices", "wanted"),
    [
        ([("group", "refugees"), ("country", "BE")], {"group": "refugees", "country": "BE"}),
        ([("country", "PT"), ("group", "women")], {"country": "PT", "group": "women"}),
    ],
    ids=["some", "none"],
)
def test_of_choices_in_one_moment_all_count(
    open_page: Any, catalogue: Catalogue, choices: list[tuple[str, str]], wanted: dict[str, str]
) -> None:
    page = open_page("practices/?sort=name")
    wait_for(page, len(catalogue.practices))
    page.evaluate(
        """choices => {
          for (const [facet, value] of choices) document.querySelector(`input[name="${facet}"][value="${value}"]`).click();
        }""",
        choices,
    )
    wait_for(page, len(fitting(catalogue, **wanted)))
    assert set(shown(page)) == fitting(catalogue, **wanted)
    assert page.locator(".hub-none").count() == (0 if fitting(catalogue, **wanted) else 1)


def test_clearing_gives_back_the_page_as_it_was_served(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("practices/")
    results = page.locator(".hub-practice-filter__results")
    page.wait_for_load_state("networkidle")
    before = results.inner_html()
    box(page, "country", "FI").check()
    wait_for(page, len(fitting(catalogue, country="FI")))
    choose(page, "by", "evidence")
    assert results.inner_html() != before
    page.locator('[data-practice-filter="clear"]').click()
    expect(page.locator("#practice-count")).to_be_focused()
    choose(page, "by", "auto")
    page.wait_for_function(
        "before => document.querySelector('.hub-practice-filter__results').innerHTML === before", arg=before
    )
    assert page.url.endswith("/practices/")


def test_an_address_carries_everything(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("practices/?group=refugees&country=BE&sort=evidence&view=table")
    rows = page.locator(".hub-practice-table tbody th[scope=row] a")
    expect(rows).to_have_count(len(fitting(catalogue, group="refugees", country="BE")))
    assert rows.first.get_attribute("href") == "duo-for-a-job/"
    assert box(page, "country", "BE").is_checked()
    assert page.locator('select[name="sort"]').input_value() == "evidence"


def test_back_and_forward(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("practices/")
    box(page, "group", "women").check()
    wait_for(page, len(fitting(catalogue, group="women")))
    box(page, "status", "running").evaluate("box => box.closest('details').open = true")
    box(page, "status", "running").check()
    wait_for(page, len(fitting(catalogue, group="women", status="running")))
    page.go_back()
    wait_for(page, len(fitting(catalogue, group="women")))
    expect(box(page, "status", "running")).not_to_be_checked()
    page.go_back()
    wait_for(page, len(catalogue.practices))
    assert sorted(shown(page)) == sorted(catalogue.practices)
    page.go_forward()
    wait_for(page, len(fitting(catalogue, group="women")))
    expect(box(page, "group", "women")).to_be_checked()


def test_letters_typed_in_a_row_are_one_step_back(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("practices/")
    page.locator("#practice-words").press_sequentially("duo for a job", delay=60)
    wait_for(page, 1)
    expect(page).to_have_url(re.compile(r"\?q=duo\+for\+a\+job$"))
    page.go_back()
    wait_for(page, len(catalogue.practices))
    expect(page.locator("#practice-words")).to_have_value("")


@pytest.mark.parametrize(
    ("locale", "typed"),
    [("nl", "Yrkesdorren"), ("nl", "yrkesdoren"), ("en", "YRKES"), ("nl", "vluchteling"), ("en", "refugee"), ("nl", "Malmo")],
)
def test_words_are_found_in_the_language_of_the_page_without_accents_and_with_one_mistake(
    open_page: Any, locale: str, typed: str, catalogue: Catalogue
) -> None:
    page = open_page(LIST[locale])
    page.locator("#practice-words").fill(typed)
    expect(page).to_have_url(re.compile(r"\?q="))
    expect(page.locator(CARDS).first).to_be_visible()
    expect(page.locator("#practice-count")).not_to_have_text(re.compile(rf"^{len(catalogue.practices)} "))
    settled(page)
    found = shown(page)
    if typed.lower().startswith("yrkes"):
        assert found[0] == "yrkesdorren"
    elif typed.startswith(("vlucht", "refugee")):
        assert fitting(catalogue, group="refugees") <= set(found)
    assert found


def test_switching_language_keeps_the_choice(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("practices/")
    box(page, "group", "refugees").check()
    box(page, "evidence", "2").check()
    wait_for(page, len(fitting(catalogue, group="refugees", evidence="2")))
    page.locator(".hub-languages a", has_text="English").click()
    expect(page).to_have_url(re.compile(r"/en/practices/\?group=refugees&evidence=2$"))
    wait_for(page, len(fitting(catalogue, group="refugees", evidence="2")))
    expect(page.locator(".hub-chip").first).to_contain_text("Refugees")


def test_tiles_of_the_map_are_filters(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("practices/")
    page.locator(".hub-map-fold > summary").click()
    tile = page.locator('.hub-map a[data-value="SE"]')
    tile.click()
    wait_for(page, len(fitting(catalogue, country="SE")))
    expect(tile).to_have_attribute("aria-current", "true")
    expect(box(page, "country", "SE")).to_be_checked()
    tile.focus()
    page.keyboard.press("Enter")
    wait_for(page, len(catalogue.practices))
    expect(tile).not_to_have_attribute("aria-current", "true")


def test_options_that_give_nothing_stay_but_cannot_be_chosen(open_page: Any) -> None:
    page = open_page("practices/?country=PT")
    wait_for(page, 1)
    dead = box(page, "group", "women")
    expect(dead).to_have_attribute("aria-disabled", "true")
    expect(dead).to_be_visible()
    dead.click(force=True)
    expect(dead).not_to_be_checked()
    dead.focus()
    page.keyboard.press("Space")
    expect(dead).not_to_be_checked()
    expect(dead).to_be_focused()
    assert page.url.endswith("?country=PT")


@pytest.mark.parametrize("by", ["country", "kind", "evidence"])
@pytest.mark.parametrize("view", ["cards", "table"])
def test_groups_hold_every_practice_once(open_page: Any, catalogue: Catalogue, by: str, view: str) -> None:
    page = open_page(f"practices/?by={by}&view={view}&group=refugees")
    wait_for(page, len(fitting(catalogue, group="refugees")))
    links = page.locator(".hub-card__link" if view == "cards" else ".hub-practice-table th[scope=row] a")
    expect(links.first).to_be_visible()
    hrefs = links.evaluate_all("links => links.map(link => link.getAttribute('href').replaceAll('/', ''))")
    assert sorted(hrefs) == sorted(fitting(catalogue, group="refugees"))
    heads = page.locator(".hub-practice-filter__results h2" if view == "cards" else ".hub-practice-table__group")
    assert heads.count() > 1


def test_sorting_by_start_year_and_name(open_page: Any) -> None:
    page = open_page("practices/?sort=start&view=table")
    rows = page.locator(".hub-practice-table tbody tr")
    expect(rows.first).to_be_visible()
    column = page.locator("thead th").evaluate_all("heads => heads.findIndex(head => head.dataset.column === 'start')")
    years = rows.evaluate_all("(rows, at) => rows.map(row => row.cells[at].textContent)", column)
    known = [int(year) for year in years if year.isdigit()]
    assert known == sorted(known, reverse=True)
    assert years[: len(known)] == [str(year) for year in known]


def test_facets_beyond_the_first_five_are_folded_and_open_when_they_are_in_use(open_page: Any) -> None:
    page = open_page("practices/?dur=6-months")
    expect(box(page, "dur", "6-months")).to_be_visible()
    expect(box(page, "train", "joint")).to_be_hidden()
    assert page.locator("fieldset.hub-facet:visible").count() == 5


# --- something like us ------------------------------------------------------------------------------------------------


def test_the_question_of_a_coordinator_leads_to_three_practices_side_by_side(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("practices/")
    page.locator('[data-gap="group"] > summary').click()
    page.locator('input[name="like-group"][value="refugees"]').check()
    for facet, value in (("edu", "at-most-secondary"), ("settlement", "smaller-city"), ("dur", "6-months")):
        page.locator(f'select[name="like-{facet}"]').select_option(value)
    expect(page).to_have_url(
        re.compile(r"\?like-group=refugees&like-edu=at-most-secondary&like-settlement=smaller-city&like-dur=6-months$")
    )
    settled(page)
    assert sorted(shown(page)) == sorted(catalogue.practices)
    first = shown(page)[0]
    assert "refugees" in facet_values(catalogue, catalogue.practices[first], "group")
    expect(page.locator(".hub-practice-filter__results h2").first).to_contain_text("Past goed")
    chips = page.locator(f"{CARDS} .hub-fit")
    assert chips.count() == len(catalogue.practices)
    assert chips.evaluate_all("lists => lists.every(list => list.children.length === 4)")
    expect(chips.first.locator("li").first).to_have_text("✓ past: Vluchtelingen")
    best = page.locator('[data-practice-filter="best"]')
    three = shown(page)[:3]
    best.click()
    expect(page).to_have_url(re.compile(rf"practices/compare/\?ids={','.join(three)}"))


def test_what_is_not_documented_is_said_so_and_not_taken_for_a_no(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("en/practices/?like-dur=6-months")
    expect(page.locator(".hub-fit").first).to_be_visible()
    settled(page)
    order = shown(page)
    silent = [id for id in order if not facet_values(catalogue, catalogue.practices[id], "dur")]
    others = fitting(catalogue, dur="single-meeting")
    assert silent
    assert others
    assert order.index(silent[-1]) < min(order.index(id) for id in others)
    card = page.locator(f'{CARDS}[data-practice="{silent[0]}"]')
    expect(card.locator(".hub-fit li")).to_have_text("? not documented: Duration")


def test_all_of_several_groups_may_be_wanted(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("practices/?group=refugees,women")
    wait_for(page, len(fitting(catalogue, group="refugees,women")))
    box(page, "group", "women")
    page.locator('fieldset[data-facet="group"] input[name="all"]').check()
    both = fitting(catalogue, group="refugees") & fitting(catalogue, group="women")
    wait_for(page, len(both))
    assert set(shown(page)) == both
    expect(page).to_have_url(re.compile(r"\?group=refugees,women&all=group$"))


def test_the_gap_for_groups_by_keyboard(open_page: Any) -> None:
    page = open_page("practices/")
    gap = page.locator('[data-gap="group"]')
    gap.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"\?like-group=migration-background$"))
    expect(gap.locator("[data-gap-said]")).to_have_text("mensen met een migratieachtergrond")
    expect(gap.locator('input[name="all"]')).to_be_hidden()
    page.keyboard.press("Escape")
    expect(gap.locator("summary")).to_be_focused()
    expect(gap.locator("fieldset")).to_be_hidden()


@pytest.mark.parametrize("query", ["", "?like-group=refugees&like-dur=6-months"], ids=["served", "wishes"])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_the_first_practice_is_in_the_first_screen(open_page: Any, width: int, height: int, query: str) -> None:
    page = open_page(f"practices/{query}", width=width, height=height)
    if query:
        expect(page.locator(".hub-fit").first).to_be_visible()
    title = page.locator(f"{CARDS} .hub-card__title").first.bounding_box()
    assert title
    assert title["y"] + title["height"] <= height


def test_on_a_phone_the_sentence_opens_behind_its_button(open_page: Any) -> None:
    page = open_page("practices/", width=390, height=844)
    button = page.locator('[data-practice-filter="finder-open"]')
    expect(page.locator('select[name="like-dur"]')).to_be_hidden()
    button.click()
    page.locator('select[name="like-dur"]').select_option("6-months")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".hub-fit").first).to_be_visible()


def test_the_bar_stays_in_sight(open_page: Any) -> None:
    page = open_page("practices/?group=refugees")
    expect(page.locator(".hub-chip")).to_be_visible()
    page.evaluate("window.scrollTo(0, 1500)")
    bar = page.locator(".hub-practice-filter__bar").bounding_box()
    assert bar
    assert -1 <= bar["y"] <= 1
    expect(page.locator(".hub-chip")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("locale", "typed", "facet", "value"),
    [
        ("nl", "laaggeschoolde vluchtelingen zes maanden", "dur", "6-months"),
        ("nl", "kleine stad", "settlement", "smaller-city"),
        ("en", "refugees six months", "dur", "6-months"),
    ],
)
def test_words_that_name_a_filter_find_and_offer_it(
    open_page: Any, catalogue: Catalogue, locale: str, typed: str, facet: str, value: str
) -> None:
    page = open_page(LIST[locale])
    page.locator("#practice-words").fill(typed)
    offer = page.locator('[data-practice-filter="offers"] button')
    expect(offer.first).to_be_visible()
    settled(page)
    assert shown(page)
    label = catalogue.vocabularies[facet].terms
    name = next(term.label.said(locale).text for term in label if term.id == value)
    offer.filter(has_text=name).click()
    expect(page).to_have_url(re.compile(rf"{facet}={value}"))
    expect(page.locator("#practice-count")).to_be_focused()
    assert not re.search("maanden|months|stad", page.locator("#practice-words").input_value())
    settled(page)
    assert set(shown(page)) <= fitting(catalogue, **{facet: value})


def test_words_that_mean_nothing_are_left_out_and_named(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("practices/?q=vluchtelingen+xyzzyq")
    expect(page.locator('[data-practice-filter="note"]')).to_contain_text("xyzzyq")
    settled(page)
    assert fitting(catalogue, group="refugees") <= set(shown(page))


# --- what people are told ---------------------------------------------------------------------------------------------


def test_the_count_is_announced_once_things_are_quiet(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("en/practices/")
    status = page.locator('[role="status"][data-practice-filter="status"]')
    box(page, "group", "women").check()
    count = len(fitting(catalogue, group="women"))
    wait_for(page, count)
    expect(status).to_have_text(f"{count} practices found")


def test_no_result_says_what_blocks_and_offers_to_lift_it(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("en/practices/?group=women&country=FI&q=liege")
    panel = page.locator(".hub-none")
    expect(panel).to_be_visible()
    offer = panel.get_by_role("button", name=re.compile("liege"))
    count = len(fitting(catalogue, group="women", country="FI"))
    expect(offer).to_contain_text(f"{count} practice")
    offer.click()
    wait_for(page, count)
    expect(page.locator("#practice-count")).to_be_focused()
    expect(panel).to_have_count(0)


def test_when_lifting_one_is_not_enough_it_says_so(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("en/practices/?group=accompanying-spouses&country=PT&q=liege")
    panel = page.locator(".hub-none")
    expect(panel.locator("li")).to_have_count(0)
    expect(panel).to_contain_text("not enough")
    panel.get_by_role("button").click()
    wait_for(page, len(catalogue.practices))


def test_chips_take_filters_away_and_focus_stays_near(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("practices/?group=refugees,women&country=BE")
    chips = page.locator(".hub-chip")
    expect(chips).to_have_count(3)
    chips.nth(0).click()
    expect(chips).to_have_count(2)
    expect(chips.nth(0)).to_be_focused()
    chips.nth(1).click()
    expect(chips.nth(0)).to_be_focused()
    page.keyboard.press("Enter")
    expect(chips).to_have_count(0)
    expect(page.locator("#practice-count")).to_be_focused()
    wait_for(page, len(catalogue.practices))


def test_unknown_ids_are_left_out_with_a_note(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("practices/?group=refugees,martians&edu=phd")
    note = page.locator('[data-practice-filter="note"]')
    expect(note).to_contain_text("2 filters")
    wait_for(page, len(fitting(catalogue, group="refugees")))
    expect(page).to_have_url(re.compile(r"/practices/\?group=refugees$"))
    box(page, "country", "BE").check()
    expect(note).to_be_hidden()


# --- keyboard, phone, print -------------------------------------------------------------------------------------------


def test_by_keyboard_alone(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("practices/")
    skip = page.locator(".hub-practice-filter__controls > .hub-skip")
    page.locator(".hub-map-fold > summary").focus()
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#practice-count")).to_be_focused()
    page.keyboard.press("Tab")
    button = page.locator('[data-practice-filter="open"]')
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    for _ in range(3):  # past the shortlist, to the first box: whether all chosen values are wanted
        page.keyboard.press("Tab")
    expect(box(page, "group", "migration-background")).to_be_focused()
    page.keyboard.press("Space")
    wait_for(page, len(fitting(catalogue, group="migration-background")))
    expect(box(page, "group", "migration-background")).to_be_focused()
    assert set(shown(page)) == fitting(catalogue, group="migration-background")


@pytest.mark.parametrize("locale", LIST)
def test_on_a_phone_the_filters_are_a_panel(open_page: Any, catalogue: Catalogue, locale: str) -> None:
    page = open_page(LIST[locale], width=390, height=844)
    button = page.locator('[data-practice-filter="open"]')
    button.click()
    panel = page.locator("dialog.hub-panel")
    expect(panel).to_be_visible()
    box(page, "group", "refugees").check()
    box(page, "edu", "at-most-secondary").check()
    show = page.locator('[data-practice-filter="show"]')
    count = len(fitting(catalogue, group="refugees", edu="at-most-secondary"))
    expect(show).to_contain_text(f" {count} ")
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_contain_text("2")
    button.click()
    expect(box(page, "group", "refugees")).to_be_checked()
    show.click()
    expect(panel).to_be_hidden()
    expect(page.locator("#practice-count")).to_be_focused()
    assert set(shown(page)) == fitting(catalogue, group="refugees", edu="at-most-secondary")


@pytest.mark.parametrize("width", [320, 390, 800, 1280])
@pytest.mark.parametrize("view", ["cards", "table"])
def test_only_the_table_scrolls_sideways(open_page: Any, width: int, view: str) -> None:
    page = open_page(f"practices/?group=refugees&view={view}", width=width)
    expect(page.locator(".hub-practice-filter__results a").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_in_print_what_is_shown_is_printed_without_controls(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("practices/?group=women")
    wait_for(page, len(fitting(catalogue, group="women")))
    page.emulate_media(media="print")
    expect(page.locator("#practice-words")).to_be_hidden()
    expect(page.locator('select[name="sort"]')).to_be_hidden()
    expect(page.locator(".hub-chip").first).to_be_visible()
    expect(page.locator(CARDS).first).to_be_visible()


STATES = {
    "served": "",
    "filtered": "?group=refugees&evidence=2,3",
    "empty": "?q=luik&country=PT",
    "table": "?view=table&by=kind",
    "note": "?group=martians",
    "wishes": "?like-group=refugees,women&like-edu=higher&like-dur=6-months&all=group",
    "wishes in a table": "?like-group=refugees&view=table",
    "words": "?q=laaggeschoold+zes+maanden+xyzzyq",
}


@pytest.mark.parametrize("locale", LIST)
@pytest.mark.parametrize("query", STATES.values(), ids=STATES.keys())
def test_axe_finds_nothing_in_any_state(open_page: Any, locale: str, query: str) -> None:
    page = open_page(LIST[locale] + query)
    if query:
        expect(page.locator('[data-practice-filter="status"]')).not_to_have_text("")
    for width, scheme in ((1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == [], f"{width} {scheme}"


@pytest.mark.parametrize("locale", LIST)
def test_axe_finds_nothing_on_a_static_page(open_page: Any, locale: str) -> None:
    page = open_page(f"{LIST[locale]}by/group/refugees/")
    for width, scheme in ((1280, "light"), (390, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == [], f"{width} {scheme}"


# --- bad input --------------------------------------------------------------------------------------------------------

BAD = {
    "script": "?q=%3Cscript%3EglobalThis.hacked=1%3C/script%3E&group=%3Cimg%20src=x%20onerror=globalThis.hacked=1%3E",
    "broken signs": "?%E0%A4%A&group=%ff&=&&&q=%00%01&sort=__proto__&view=constructor&by[]=x",
    "names of the language": "?__proto__=1&constructor=2&toString=3&hasOwnProperty=4&group=__proto__",
    "another version": "?doelgroep=vluchtelingen&group=gone,older&sort=price&view=tiles&by=colour",
    "hash": "#%3Cscript%3EglobalThis.hacked=1%3C/script%3E\"'><img src=x onerror=globalThis.hacked=1>",
    "long hash": "#" + "x" * 100_000,
    "long query": "?group=women&q=" + "%F0%9F%8E%89" * 1_500,
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD.keys())
def test_whatever_the_address_holds_the_page_works(open_page: Any, catalogue: Catalogue, bad: str) -> None:
    page = open_page(f"practices/{bad}")
    expect(page.locator("#practice-words")).to_be_visible()
    if "?" in bad:
        page.locator('[data-practice-filter="clear"], [data-practice-filter="count"]').locator("visible=true").last.click()
    box(page, "country", "FI").check()
    women = fitting(catalogue, group="women") if "group=women" in page.url else set(catalogue.practices)
    wait_for(page, len(fitting(catalogue, country="FI") & women))
    assert page.evaluate("globalThis.hacked") is None


def test_a_query_of_100_kb_put_there_by_another_script(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("practices/")
    page.evaluate("history.replaceState(null, '', '?group=refugees&x=' + 'y'.repeat(100000))")
    page.locator('input[name="country"][value="FI"]').evaluate("box => box.click()")
    expect(page).to_have_url(re.compile(r"/practices/\?group=refugees&country=FI$"))
    expect(page.locator(".hub-none")).to_be_visible()


GARBAGE = """
    window.keysRead = [];
    Storage.prototype.getItem = (key) => { keysRead.push(key); return "<script>globalThis.hacked=1</script>{{"; };
"""
BLOCKED = """
    window.refused = 0;
    Object.defineProperty(window, "localStorage", {get() { refused += 1; throw new DOMException("no", "SecurityError"); }});
"""


def test_garbage_under_every_key_changes_nothing(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("practices/")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.add_init_script(GARBAGE)
    page.reload()
    box(page, "country", "FI").check()
    wait_for(page, len(fitting(catalogue, country="FI")))
    assert set(shown(page)) == fitting(catalogue, country="FI")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == ground
    assert page.locator('.hub-toggle[aria-pressed="true"]').count() == 0
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(page.locator("dialog[open] [data-search=field]")).to_be_focused()
    assert {"hub-scheme", "hub-shortlist", "hub-shortcut"} <= set(page.evaluate("keysRead"))
    assert page.evaluate("globalThis.hacked") is None


def test_blocked_storage_changes_nothing(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("practices/")
    page.add_init_script(BLOCKED)
    page.reload()
    box(page, "country", "FI").check()
    wait_for(page, len(fitting(catalogue, country="FI")))
    assert set(shown(page)) == fitting(catalogue, country="FI")
    assert page.evaluate("refused") >= 2  # for the colours and for the shortlist


def test_when_the_data_cannot_be_loaded_the_list_stays_and_says_so(open_page: Any, catalogue: Catalogue) -> None:
    page = open_page("practices/")
    page.route("**/assets/practices-*/nl.json", lambda route: route.fulfill(status=200, body="not json"))
    page.evaluate("console.error = () => {}")
    box(page, "country", "FI").check()
    expect(page.locator('[data-practice-filter="note"]')).to_be_visible()
    assert sorted(shown(page)) == sorted(catalogue.practices)


def test_when_the_words_cannot_be_loaded_no_earlier_choice_passes_for_their_result(
    open_page: Any, catalogue: Catalogue
) -> None:
    page = open_page("practices/")
    page.route("**/assets/practices-*/nl-words.json", lambda route: route.fulfill(status=200, body="not json"))
    page.evaluate("console.error = () => {}")
    page.evaluate("document.addEventListener('hub:practices', ({ detail }) => { window.told = detail.ids.length; })")
    box(page, "country", "FI").check()
    wait_for(page, len(fitting(catalogue, country="FI")))
    page.locator("#practice-words").fill("duo")
    note = page.locator('[data-practice-filter="note"]')
    expect(note).to_contain_text("niet gefilterd")
    wait_for(page, len(catalogue.practices))
    assert sorted(shown(page)) == sorted(catalogue.practices)
    assert page.evaluate("window.told") == len(catalogue.practices)
    expect(page.locator(".hub-chip")).to_have_count(2)
    page.unroute("**/assets/practices-*/nl-words.json")
    page.locator("#practice-words").fill("")
    wait_for(page, len(fitting(catalogue, country="FI")))
    expect(note).to_be_hidden()
    assert set(shown(page)) == fitting(catalogue, country="FI")


@pytest.mark.parametrize("words", ["C", "C++", "👍", "- &"])
def test_words_that_cannot_be_looked_for_are_named(open_page: Any, words: str) -> None:
    page = open_page("practices/")
    page.locator("#practice-words").fill(words)
    note = page.locator("[data-practice-filter=note]")
    expect(note).to_contain_text(f"Op “{words}” zoeken we niet")
    expect(page.locator("#practice-count")).to_contain_text("48")
    page.locator("#practice-words").fill("mentor")
    expect(note).to_be_hidden()
