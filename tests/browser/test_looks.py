"""What is seen at a glance: one row of head, one numbering, columns and lines that hold together, marks that open and lead back."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect

from axe import AXE
from filters import box
from harness import Served
from hub.link.catalogue import Catalogue
from hub.link.facets import facet_values

Open = Callable[..., Page]

PRACTICE = "practices/duo-for-a-job/"
KINDS = ["", "practices/", PRACTICE, "criteria/", "criteria/matching/", "assessment/", "guides/", "guides/matching/",
         "toolkit/", "toolkit/meeting-log/", "about/", "partners/", "sources/", "search/"]  # fmt: skip
BOX = "(element) => { const { x, y, width, height, right, bottom } = element.getBoundingClientRect(); return { x, y, width, height, right, bottom }; }"


# --- head ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", ["", "en/"])
@pytest.mark.parametrize("width", [1280, 1024, 390, 320])
def test_the_head_is_one_row_of_64_pixels(open_page: Open, width: int, locale: str) -> None:
    page = open_page(f"{locale}criteria/", width=width)
    page.wait_for_selector(".hub-scheme:not([hidden])")
    head = page.locator(".hub-header").evaluate(BOX)
    assert head["height"] <= 64
    seen = [page.locator(one).evaluate(BOX) for one in (".hub-brand", ".hub-header__tools") if page.locator(one).is_visible()]
    button = page.locator(".hub-menu__button" if width < 1024 else ".hub-nav__list").evaluate(BOX)
    middles = [box["y"] + box["height"] / 2 for box in (*seen, button)]
    assert max(middles) - min(middles) <= 2, middles
    sides = sorted((box["x"], box["right"]) for box in (*seen, button))
    assert all(right <= x for (_, right), (x, _) in pairwise(sides)), sides


def test_the_menu_of_a_phone_shows_the_second_level_of_every_section(open_page: Open) -> None:
    page = open_page("", width=390)
    page.locator(".hub-menu__button").click()
    expect(page.get_by_role("link", name="Zelfevaluatie", exact=True).first).to_be_visible()
    expect(page.get_by_role("link", name="Partners", exact=True).first).to_be_visible()


def test_steps_of_the_breadcrumbs_stand_on_one_line(open_page: Open) -> None:
    page = open_page(PRACTICE)
    bottoms = page.locator(".hub-breadcrumbs__item > *").evaluate_all(
        "(steps) => steps.map((step) => { const range = document.createRange(); range.selectNodeContents(step);"
        " return range.getBoundingClientRect().bottom; })"
    )
    assert len(bottoms) == 3
    assert len(set(bottoms)) == 1


def test_where_colours_are_forced_the_current_section_is_marked_alone(open_page: Open) -> None:
    page = open_page("criteria/", forced_colors="active")
    page.wait_for_selector(".hub-scheme:not([hidden])")
    border = "(link) => getComputedStyle(link).borderBottomColor"
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    links = page.locator(".hub-nav__link")
    marked = [links.nth(n).get_attribute("aria-current") is not None for n in range(links.count())]
    assert [links.nth(n).evaluate(border) != ground for n in range(links.count())] == marked
    assert page.locator(".hub-scheme__select").evaluate("(list) => getComputedStyle(list).opacity") == "0"
    assert page.locator(".hub-scheme__icon").is_visible()


def test_where_colours_are_forced_bullets_stay(open_page: Open) -> None:
    page = open_page("assessment/", forced_colors="active")
    bullet = "(point) => getComputedStyle(point, '::before').backgroundColor"
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert page.locator(".hub-points > li").first.evaluate(bullet) != ground


# --- one numbering ---------------------------------------------------------------------------------------------------------


def test_each_station_of_the_toolkit_leads_to_the_tools_of_its_number(open_page: Open) -> None:
    page = open_page("toolkit/")
    stations = page.locator(".hub-process__picture a")
    assert stations.count() == 10
    for place in range(10):
        target = page.locator(str(stations.nth(place).get_attribute("href")))
        assert target.inner_text().startswith(f"Thema {place + 1}: ")
        assert page.locator(f"section:has(> #{target.get_attribute('id')}) .hub-tools__item").count()


def test_anchors_of_the_phases_lead_to_a_tool_still(open_page: Open) -> None:
    page = open_page("toolkit/#phase-start")
    expect(page.locator(".hub-tools__item:has(#phase-start)")).to_be_in_viewport()


def test_guides_carry_the_number_of_their_theme(open_page: Open) -> None:
    page = open_page("guides/")
    numbers = page.locator(".hub-guides__number").all_inner_texts()
    facts = page.locator(".hub-guides__facts").all_inner_texts()
    assert [re.findall(r"Thema (\d+)", fact)[0] for fact in facts] == numbers
    assert [int(number) for number in numbers] == sorted(int(number) for number in numbers)


def test_guides_of_a_role_come_first_three_each(open_page: Open) -> None:
    page = open_page("guides/")
    doors = page.locator(".hub-doors__item")
    assert doors.count() >= 4
    assert {doors.nth(n).locator("a").count() for n in range(doors.count())} == {3}
    assert doors.first.evaluate(BOX)["y"] < page.locator(".hub-guides").evaluate(BOX)["y"]


@pytest.mark.parametrize("path", ["criteria/", "guides/"])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_number_of_two_digits_does_not_break(open_page: Open, path: str, width: int) -> None:
    page = open_page(path, width=width)
    numbers = page.locator(".hub-dimensions__number, .hub-guides__number")
    heights = numbers.evaluate_all(
        "(numbers) => numbers.map((number) => { const range = document.createRange(); range.selectNodeContents(number);"
        " return range.getClientRects().length; })"
    )
    assert set(heights) == {1}


@pytest.mark.parametrize("width", [320, 390])
def test_the_strip_of_stations_stays_between_the_margins(open_page: Open, width: int) -> None:
    page = open_page("criteria/ethics/", width=width)
    assert page.locator(".hub-strip__link").last.evaluate(BOX)["right"] <= page.locator("h1").evaluate(BOX)["right"]


def test_words_of_the_process_picture_are_underlined_without_the_space_between_them(open_page: Open) -> None:
    page = open_page("criteria/")
    page.goto(page.url.replace("criteria/", ""))
    words = page.locator(".hub-process__name > tspan")
    assert words.count() > 10
    assert [word for word in words.all_text_contents() if word != word.strip()] == []
    assert page.locator(".hub-process__name").first.evaluate("(name) => getComputedStyle(name).textDecorationLine") == "none"


# --- sources ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["", PRACTICE, "en/criteria/matching/", "partners/vdab/", "en/toolkit/meeting-log/"])
def test_a_source_mark_opens_in_place_and_the_list_leads_back(open_page: Open, path: str) -> None:
    page = open_page(path)
    mark = page.locator(".hub-cite__mark").first
    mark.scroll_into_view_if_needed()
    height = page.evaluate("scrollY")
    mark.click()
    card = page.locator(".hub-popover:popover-open")
    expect(card).to_be_visible()
    assert page.evaluate("scrollY") == height
    assert card.locator(".hub-sources__back").count() == 0
    page.keyboard.press("Escape")
    for id in page.locator(".hub-cite__mark").evaluate_all("(marks) => marks.map((mark) => mark.id)"):
        assert page.locator(f'.hub-sources__back a[href="#{id}"]').count() == 1, id
    back = page.locator(".hub-sources__back a").first
    back.evaluate("(link) => link.closest('details')?.setAttribute('open', '')")  # long parts are folded on some pages
    back.click()
    expect(page.locator(str(back.get_attribute("href")))).to_be_in_viewport()


@pytest.mark.parametrize("path", ["evidence/", "en/evidence/"])
def test_a_source_mark_opens_in_place_where_the_list_is_on_another_page(open_page: Open, path: str) -> None:
    page = open_page(path)
    mark = page.locator(".hub-cite__mark").first
    mark.scroll_into_view_if_needed()
    address, height = page.url, page.evaluate("scrollY")
    mark.click()
    card = page.locator(".hub-popover:popover-open")
    expect(card).to_be_visible()
    assert (page.url, page.evaluate("scrollY")) == (address, height)
    place, _, id = str(mark.get_attribute("href")).removeprefix("../").partition("#")
    target = open_page(f"{path.removesuffix('evidence/')}{place}").locator(f'[id="{id}"]')
    links = "(element) => [...element.querySelectorAll('a')].map((link) => link.href)"
    words = "(element) => element.textContent.replace(/\\s+/g, ' ').trim()"
    assert card.evaluate(words) == target.evaluate(words)
    assert card.evaluate(links) == target.evaluate(links)
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(mark).to_be_focused()


def test_a_source_that_cannot_be_fetched_is_followed_as_a_link(browser: Browser, served: Served) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(served.url("evidence/"))
    asked = []
    page.route("**/sources/*/", lambda route: (asked.append(1), route.abort() if len(asked) == 1 else route.continue_()))
    page.locator(".hub-cite__mark").first.click()
    expect(page).to_have_url(re.compile(r"/sources/[a-z]/#"))
    context.close()


def test_no_link_says_only_more_and_names_hold_what_is_seen(open_page: Open) -> None:
    for path in (PRACTICE, f"en/{PRACTICE}", "en/criteria/matching/", "en/toolkit/"):
        page = open_page(path)
        links = page.locator("main a")
        seen = links.evaluate_all("(links) => links.map((link) => link.textContent.trim().replace(/\\s+/g, ' ').toLowerCase())")
        assert {"meer", "more", "lees meer", "read more", "hier", "here"}.isdisjoint(seen), path
        named = page.locator("main a[aria-label]:not(svg a)").evaluate_all(
            "(links) => links.map((link) => [link.innerText.trim().replace('↩', '').toLowerCase(), link.ariaLabel.toLowerCase()])"
        )
        assert [pair for pair in named if pair[0] not in pair[1]] == [], path


# --- tables and facts --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", ["", "en/"])
def test_counts_do_not_touch_the_next_column(open_page: Open, locale: str) -> None:
    page = open_page(f"{locale}criteria/coverage/")
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        gaps = page.locator(".hub-matrix tbody tr").evaluate_all(
            "(rows) => rows.flatMap((row) => { const boxes = [...row.cells].map((cell) => { const range = document.createRange();"
            " range.selectNodeContents(cell.querySelector('.hub-visually-hidden') ? cell.firstElementChild : cell);"
            " return range.getBoundingClientRect(); });"
            " return boxes.slice(1).map((box, place) => box.left - boxes[place].right); })"
        )
        assert len(gaps) == 4 * (51 + 10)
        assert min(gaps) >= 3, width


@pytest.mark.parametrize("locale", ["", "en/"])
def test_the_matrix_fits_a_phone_and_says_in_words_what_is_missing(
    open_page: Open, catalogue: Catalogue, locale: str
) -> None:
    page = open_page(f"{locale}criteria/coverage/", width=320)
    region = page.locator(".hub-matrix")
    assert region.evaluate("(region) => region.scrollWidth <= region.clientWidth")
    expected = {
        id: (
            len({practice.id for practice, _ in catalogue.practices_by_criterion[id]}),
            len(catalogue.tools_by_criterion[id]),
            len({guide.id for guide, _ in catalogue.guides_by_criterion[id]}),
            len(criterion.labels),
        )
        for id, criterion in catalogue.criteria.items() if not criterion.retired
    }  # fmt: skip
    nothing = {"": ("nog niets", "niet gevonden"), "en/": ("nothing yet", "not found")}[locale]
    shown = {}
    for row in region.locator("tbody tr:has(th[scope=row])").all():
        id = str(row.locator("a").get_attribute("href")).partition("#")[2]
        words = [
            cell.evaluate("(cell) => [...cell.children].filter((part) => part.ariaHidden).forEach((part) => part.remove())"
                          " ?? cell.textContent.trim()")
            for cell in row.locator("td").all()
        ]  # fmt: skip
        assert [word for word in words if not word.isdigit()] == [
            nothing[place == 3] for place, count in enumerate(expected[id]) if not count
        ]  # fmt: skip
        shown[id] = tuple(int(word) if word.isdigit() else 0 for word in words)
    assert shown == expected
    assert any(0 in counts for counts in expected.values())


# --- projects over the years -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "size"), [(1280, "wide"), (390, "narrow")])
def test_the_picture_of_the_projects_leads_to_each_and_its_table_says_the_same(
    open_page: Open, catalogue: Catalogue, width: int, size: str
) -> None:
    page = open_page("projects/", width=width)
    picture = page.locator(".hub-gantt svg:has(a):visible")
    expect(picture).to_have_count(1)
    expect(picture).to_have_class(re.compile(size))
    drawn = picture.locator("a").evaluate_all("(links) => links.map((link) => link.href.baseVal)")
    listed = page.locator("#projects-table th[scope=row] a").evaluate_all("(links) => links.map((link) => link.getAttribute('href'))")
    assert sorted(drawn) == sorted(listed)
    assert len(drawn) == len(catalogue.projects)
    inside = picture.evaluate(
        "(svg) => { const edge = svg.getBoundingClientRect(); return [...svg.querySelectorAll('text, rect')].filter((part) =>"
        " part.getBoundingClientRect().right > edge.right + 1).map((part) => part.textContent); }"
    )
    assert inside == []
    link = picture.locator("a").first
    assert link.evaluate(BOX)["height"] >= 24
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Connect2Work")


# --- beside the text ---------------------------------------------------------------------------------------------------------


def test_figures_stand_beside_the_text_that_names_them(open_page: Open) -> None:
    """On a wide screen beside it, on a narrow one beneath it."""
    page = open_page("guides/matching/")
    pair = page.locator(".hub-beside:has(.hub-aside)").first
    text, notes = pair.locator(".hub-beside__text"), pair.locator(".hub-asides")
    named = text.locator(".hub-value").evaluate_all("(links) => links.map((link) => link.hash.slice(1))")
    beside = notes.locator(".hub-aside").evaluate_all("(figures) => figures.map((figure) => figure.id)")
    assert beside
    assert set(beside) <= set(named)
    assert notes.evaluate(BOX)["x"] > text.evaluate(BOX)["right"]
    assert abs(notes.evaluate(BOX)["y"] - text.evaluate(BOX)["y"]) < 20
    page.set_viewport_size({"width": 390, "height": 844})
    assert notes.evaluate(BOX)["y"] > text.evaluate(BOX)["bottom"] - 1
    assert notes.evaluate(BOX)["x"] == text.evaluate(BOX)["x"]


def test_the_four_levels_of_a_criterion_stand_side_by_side_where_there_is_room(open_page: Open) -> None:
    page = open_page("criteria/matching/")
    levels = page.locator(".hub-levels").first.locator("> li")
    assert len({level.evaluate(BOX)["y"] for level in levels.all()}) == 1
    page.set_viewport_size({"width": 390, "height": 844})
    assert len({level.evaluate(BOX)["x"] for level in levels.all()}) == 1


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("guides/matching/", 50),
        ("criteria/matching/", 50),
        ("toolkit/mentoring-agreement/", 50),
        ("partners/vdab/", 32),  # names of organisations are long; what to know about them has to be in the first screen
        ("projects/mesh/", 50),
    ],
)
def test_each_kind_of_page_has_a_picture_of_its_own_that_stays_silent(open_page: Open, path: str, title: int) -> None:
    page = open_page(path)
    picture = page.locator(".hub-accent")
    expect(picture).to_be_visible()
    assert picture.get_attribute("aria-hidden") == "true"
    assert len(str(picture.evaluate("(svg) => svg.outerHTML"))) <= 2048
    sizes = page.evaluate("[...document.querySelectorAll('h1, h2, h3')].map((one) => parseFloat(getComputedStyle(one).fontSize))")
    assert sizes[0] >= title
    assert sizes[0] > max(sizes[1:])


# --- key facts ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["criteria/coverage/", "criteria/crosswalk/"])
def test_on_a_phone_the_first_column_stays_and_a_shadow_says_that_there_is_more(open_page: Open, path: str) -> None:
    page = open_page(path, width=390)
    region = page.locator(".hub-matrix")
    region.evaluate("(region) => { region.scrollLeft = 200; }")
    name = region.locator("tbody th[scope=row]").first
    assert name.evaluate(BOX)["x"] == region.evaluate(BOX)["x"]
    assert "linear-gradient" in region.evaluate("(region) => getComputedStyle(region).backgroundImage")


def test_key_facts_stand_in_rows(open_page: Open) -> None:
    for path, columns in (("partners/vdab/", 3), (PRACTICE, 1)):  # on the page of a practice they stand in the margin
        page = open_page(path)
        boxes = [item.evaluate(BOX) for item in page.locator(".hub-facts__item").all()]
        places = [(box["y"], box["x"]) for box in boxes]
        assert places == sorted(places)
        assert len({y for y, _ in places[:columns]}) == 1
    note = page.locator(".hub-facts__more").first
    note.locator("summary").click()
    assert len(note.inner_text()) > 80
    page.emulate_media(media="print")
    assert not note.locator("summary").is_visible()


def test_on_a_phone_rows_of_the_table_are_cards(open_page: Open) -> None:
    page = open_page("practices/?view=table", width=390)
    cell = page.locator(".hub-practice-table td").first
    expect(cell).to_be_visible()
    region = page.locator(".hub-practice-table")
    assert region.evaluate("(region) => region.scrollWidth <= region.clientWidth")
    assert cell.evaluate("(cell) => getComputedStyle(cell, '::before').content").startswith('"Waar"')


@pytest.mark.parametrize("path", ["criteria/coverage/", "guides/all/"])
def test_landmarks_have_names_of_their_own(open_page: Open, path: str) -> None:
    page = open_page(path)
    page.add_script_tag(path=str(AXE))
    run = "async () => (await axe.run({ runOnly: ['landmark-unique'] })).violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))"
    assert page.evaluate(run) == []


# --- the map -----------------------------------------------------------------------------------------------------------------


def test_the_scale_of_the_map_stays_and_belgium_holds_its_regions(open_page: Open) -> None:
    page = open_page("practices/")
    page.locator(".hub-map-fold > summary").click()
    country, region = page.locator('a[data-value="BE"] rect'), page.locator('a[data-value="flanders"] rect')
    outer, inner = country.evaluate(BOX), region.evaluate(BOX)
    assert outer["x"] < inner["x"]
    assert inner["right"] < outer["right"]
    box(page, "group", "refugees").check()
    expect(page.locator('a[data-value="BE"] .hub-map__number')).not_to_have_text("19")
    expect(page.locator('a[data-value="BE"]')).not_to_have_class(re.compile("hub-map__tile--4"))


# --- on this page ------------------------------------------------------------------------------------------------------------


def test_the_section_that_is_read_is_marked(open_page: Open) -> None:
    page = open_page("guides/matching/")
    for place in (3, 7, 1):
        link = page.locator(".hub-contents--beside a").nth(place)
        page.locator(str(link.get_attribute("href"))).evaluate("(heading) => heading.scrollIntoView()")
        expect(page.locator(".hub-contents--beside a[aria-current]")).to_have_text(link.inner_text())
    page.evaluate("scrollTo(0, 0)")
    expect(page.locator(".hub-contents--beside a[aria-current]")).to_have_count(0)


def test_a_long_way_is_jumped_at_once(browser: Browser, served: Served) -> None:
    page = browser.new_page(reduced_motion="no-preference")
    page.goto(served.url(PRACTICE))
    page.locator(".hub-contents--beside a").last.click()
    assert page.evaluate("scrollY") > 3000
    page.close()


# --- search ------------------------------------------------------------------------------------------------------------------


def test_on_a_phone_search_has_room_for_words_and_no_keys(open_page: Open) -> None:
    page = open_page("", width=390, has_touch=True, is_mobile=True)
    page.locator(".hub-tool").click()
    field = page.locator("#hub-search-field")
    expect(field).to_be_visible()
    assert field.evaluate(BOX)["width"] >= 260
    assert not page.locator(".hub-search-dialog__foot").is_visible()
    assert page.get_by_role("button", name="Zoeken", exact=True).is_visible()


# --- file, foot, paper, error ------------------------------------------------------------------------------------------------


def test_the_box_for_a_file_is_one_button(open_page: Open) -> None:
    page = open_page("assessment/")
    box, field = page.locator(".hub-assessment__drop").evaluate(BOX), page.locator("#assessment-import").evaluate(BOX)
    assert field["width"] >= box["width"] - 4
    assert page.locator("#assessment-import").evaluate("(field) => getComputedStyle(field).opacity") == "0"


@pytest.mark.parametrize("path", KINDS)
def test_a_page_gives_one_date(open_page: Open, path: str) -> None:
    page = open_page(path)
    assert page.locator(".hub-page-foot time, .hub-footer time").count() <= 1


def test_what_was_filtered_is_printed_as_a_table_alone(open_page: Open, catalogue: Catalogue) -> None:
    page = open_page("practices/?group=refugees")
    expect(page.locator(".hub-practice-filter[data-filtered] .hub-card").first).to_be_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".hub-practice-table tbody th[scope=row]").count() == sum(
        "refugees" in facet_values(catalogue, practice, "group") for practice in catalogue.practices.values()
    )
    assert not page.locator(".hub-map").is_visible()
    assert not page.locator("#thin").is_visible()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".hub-practice-filter .hub-card").first).to_be_visible()


def test_cards_are_not_cut_on_paper(open_page: Open) -> None:
    page = open_page("practices/")
    page.emulate_media(media="print")
    first, second = (page.locator(".hub-cards__item").nth(n) for n in (0, 1))
    assert first.evaluate("(card) => getComputedStyle(card).display") == "inline-block"
    assert first.evaluate(BOX)["y"] == second.evaluate(BOX)["y"]


def test_the_error_page_speaks_both_languages(open_page: Open) -> None:
    page = open_page("404.html")
    expect(page.locator("section[lang=en] a")).to_have_attribute("href", re.compile(r"/en/$"))


@pytest.mark.parametrize("path", ["", "evidence/", "about/method/"])
def test_the_bars_of_the_evidence_have_their_colour_wherever_they_stand(open_page: Open, path: str) -> None:
    page = open_page(path)
    fills = page.locator(".hub-bars__fill").evaluate_all("(bars) => bars.map((bar) => getComputedStyle(bar).fill)")
    assert fills
    assert set(fills) == {"rgb(15, 76, 92)"}
