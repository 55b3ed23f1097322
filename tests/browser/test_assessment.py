"""The self-assessment in a browser: answering by keyboard, keeping, losing, merging, comparing, and what never leaves."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from axe import violations
from harness import ROOT, Served

Open = Callable[..., Page]

FIXTURES = ROOT / "tests/fixtures/assessments/v1"
QUICK = FIXTURES / "quick-person.json"
TEAM = FIXTURES / "team-everything.json"
HOSTILE = '"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'
READY = '[data-module="assessment"][data-ready]'


COMPLETE = '[data-module="assessment"][data-complete]'
"""Everything that will be needed has been fetched."""


def begin(page: Page, name: str = "Proef", quick: bool = False) -> Page:
    page.fill("#assessment-name", name)
    if quick:
        page.check('input[name="variant"][value="quick"]')
    page.click(".hub-assessment__new button")
    page.wait_for_selector(READY)
    expect(page.locator("#vision")).to_be_visible()
    return page


def choose(page: Page, file: Any) -> None:
    """Once the page can take a file; a person could not choose one before."""
    page.wait_for_selector('[data-assessment="start"]:not([hidden])')
    page.set_input_files("#assessment-import", file)


def load(page: Page, path: Path) -> Page:
    choose(page, path)
    expect(page.locator(".hub-assessment__bar")).to_be_visible()
    return page


def go(page: Page, place: str) -> None:
    """To a screen or a criterion, until it is shown."""
    screen = "answer" if place.startswith("vision") else place
    page.evaluate("place => { location.hash = place }", place)
    expect(page.locator(f'[data-module="assessment"][data-screen="{screen}"]')).to_have_count(1)
    painted(page)


def painted(page: Page) -> None:
    """What has arrived is shown: whatever a script still wanted to do with it is done."""
    page.evaluate("async () => { for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame); }")


def stored(page: Page) -> list[dict[str, Any]]:
    return page.evaluate(
        "Object.entries(localStorage).filter(([key]) => key.startsWith('hub-assessment:')).map(([, text]) => JSON.parse(text))"
    )  # type: ignore[no-any-return]


def radio(criterion: str, value: str) -> str:
    return f'#{criterion} input[value="{value}"]'


def a_file(folder: Path, file_name: str, **changes: Any) -> Path:
    path = folder / file_name
    path.write_text(json.dumps(json.loads(QUICK.read_text("utf-8")) | changes), "utf-8")
    return path


def tab_to(page: Page, selector: str, key: str = "Tab") -> None:
    for _ in range(500):
        page.keyboard.press(key)
        if page.evaluate("selector => Boolean(document.activeElement?.matches(selector))", selector):
            return
    raise AssertionError(f"{key} never reaches {selector}")


# --- answering -----------------------------------------------------------------------------------------------------------


def test_begun_in_dutch_finished_in_english_with_the_keyboard_alone(open_page: Open, served: Served) -> None:
    page = open_page("assessment/")
    tab_to(page, "#assessment-name")
    page.keyboard.type("Mentoring Gent")
    tab_to(page, 'input[name="variant"]')
    page.keyboard.press("ArrowDown")
    tab_to(page, ".hub-assessment__new button")
    page.keyboard.press("Enter")
    page.wait_for_selector(READY)
    expect(page.locator("#title-vision")).to_be_focused()
    page.wait_for_selector(COMPLETE)
    asked: list[str] = []
    # Chromium asks for the icon of a page again whenever its address changes
    page.on("request", lambda request: None if request.url.endswith("favicon.svg") else asked.append(request.url))
    answered = 0
    for place in range(10):
        for criterion in page.eval_on_selector_all("fieldset.hub-criterion-field:not([hidden])", "all => all.filter(one => one.offsetParent).map(one => one.id)"):
            tab_to(page, f'#{criterion} input[type="radio"]')
            page.keyboard.press("Space")
            for _ in range(answered % 6):
                page.keyboard.press("ArrowDown")
            answered += 1
            expect(page.locator(f"#{criterion} :checked")).to_have_count(1)
            if criterion == "matching-rematch":
                tab_to(page, "textarea")
                page.keyboard.type("Midden in een zin")
                assert asked == []
                tab_to(page, "header a[hreflang=en]", "Shift+Tab")
                page.keyboard.press("Enter")
                expect(page).to_have_url(served.url("en/assessment/#matching-rematch"))
                page.wait_for_selector(READY)
                expect(page.locator("#matching-rematch textarea")).to_have_value("Midden in een zin")
                expect(page.locator("#matching-rematch :checked")).to_be_focused()
                page.wait_for_selector(COMPLETE)
                page.wait_for_load_state("networkidle")
                asked.clear()
        tab_to(page, ".hub-assessment__next a:last-child")
        page.keyboard.press("Enter")
        if place < 9:
            page.wait_for_function("document.activeElement.matches('.hub-dimension__title')")
    assert answered == 35
    expect(page.get_by_role("heading", name="Result", exact=True)).to_be_focused()
    expect(page.locator("#result-first + p")).to_have_text("These criteria are essential and are at level 0 or 1.")
    assert len(stored(page)[0]["answers"]) == 35
    assert asked == []
    assert [url for url in served.requests if "Gent" in url or "Midden" in url or "?" in url] == []
    assert page.context.cookies() == []


def test_saving_is_said_with_the_time_and_a_reload_at_once_loses_nothing(open_page: Open) -> None:
    page = begin(open_page("assessment/"))
    expect(page.locator(".hub-assessment__saved")).to_have_text(re.compile(r"^Bewaard op dit toestel"))
    page.check(radio("vision-target-group", "2"))
    expect(page.locator(".hub-assessment__saved")).to_have_text(re.compile(r"om \d\d:\d\d:\d\d$"))
    page.locator("#vision-target-group textarea").press_sequentially("abc")
    page.reload()
    page.wait_for_selector(READY)
    expect(page.locator("#vision-target-group textarea")).to_have_value("abc")
    expect(page.locator(radio("vision-target-group", "2"))).to_be_checked()
    expect(page.locator(radio("vision-target-group", "2"))).to_be_focused()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_theme_opens_at_its_heading_after_a_reload_a_bookmark_and_a_change_of_language(
    open_page: Open, served: Served, width: int
) -> None:
    page = begin(open_page("assessment/", width=width))

    def at_heading(theme: str) -> None:
        expect(page.locator(f"#title-{theme}")).to_be_focused()
        page.wait_for_load_state("networkidle")
        painted(page)
        top = page.locator(f"#title-{theme}").evaluate("one => one.getBoundingClientRect().top")
        assert 0 <= top < 200, top

    go(page, "vision")
    page.locator("#vision-theory-of-change").scroll_into_view_if_needed()
    page.evaluate("history.replaceState(null, '', '#mentees')")
    page.reload()
    at_heading("mentees")
    expect(page).to_have_title(re.compile("^3 .* – Zelfevaluatie"))
    page.goto(served.url("privacy/"))
    page.goto(served.url("assessment/#matching"))
    at_heading("matching")
    page.locator("header a[hreflang=en]").first.click()
    expect(page).to_have_url(served.url("en/assessment/#matching"))
    at_heading("matching")


def test_not_applicable_asks_why_and_only_a_web_address_becomes_a_link(open_page: Open) -> None:
    page = begin(open_page("assessment/"))
    field = page.locator("#vision-target-group")
    reason = field.locator('input[name="reason"]')
    expect(reason).to_be_hidden()
    page.check(radio("vision-target-group", "na"))
    reason.fill("Wij kiezen niet")
    field.locator('input[name="proof"]').fill("javascript:alert(1)")
    expect(field.locator(".hub-criterion-field__proof a")).to_have_count(0)
    field.locator('input[name="proof"]').fill("https://example.org/x")
    expect(field.locator(".hub-criterion-field__proof a")).to_have_attribute("href", "https://example.org/x")
    answer = stored(page)[0]["answers"]["vision-target-group"]
    assert (answer["value"], answer["reason"], answer["proof"]) == ("na", "Wij kiezen niet", "https://example.org/x")


def test_a_screen_that_comes_late_does_not_take_the_place_of_where_one_went(open_page: Open) -> None:
    page = open_page("assessment/")
    held: list[Any] = []
    page.route("**/assessment/result.js", lambda route: held.append(route))
    begin(page)
    page.evaluate("location.hash = 'result'")
    expect(page).to_have_url(re.compile("#result$"))
    page.evaluate("location.hash = 'vision'")
    expect(page.locator("#vision")).to_be_visible()
    for route in held:
        route.continue_()
    page.wait_for_selector(COMPLETE)
    painted(page)
    assert page.locator("#vision").is_visible()
    go(page, "result")
    expect(page.get_by_role("heading", name="Resultaat", exact=True)).to_be_focused()
    go(page, "plan")


def test_the_last_change_can_be_undone_and_an_answer_cleared(open_page: Open) -> None:
    page = begin(open_page("assessment/"))
    page.check(radio("vision-target-group", "1"))
    page.check(radio("vision-target-group", "3"))
    page.get_by_role("button", name="Laatste wijziging ongedaan maken").click()
    expect(page.locator(radio("vision-target-group", "1"))).to_be_checked()
    page.locator("#vision-target-group").get_by_role("button", name="Antwoord wissen").click()
    expect(page.locator("#vision-target-group :checked")).to_have_count(0)
    assert "value" not in stored(page)[0]["answers"]["vision-target-group"]


def test_paper_answers_are_typed_in_with_few_keys(open_page: Open) -> None:
    page = begin(open_page("assessment/"))
    go(page, "grid")
    tab_to(page, ".hub-typing td")
    for key in "0123nwd":
        page.keyboard.press(key)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Delete")
    values = [answer.get("value") for answer in stored(page)[0]["answers"].values()]
    assert sorted(map(str, values)) == ["0", "1", "2", "3", "None", "na", "unknown"]
    expect(page.locator(".hub-typing__reason:visible")).to_have_count(1)
    assert violations(page) == []


def test_without_script_the_whole_list_is_a_form_to_print(open_page: Open) -> None:
    page = open_page("assessment/", scripts=False)
    expect(page.locator("fieldset.hub-criterion-field")).to_have_count(51)
    expect(page.locator("fieldset.hub-criterion-field input[type=radio]")).to_have_count(51 * 6)
    expect(page.get_by_text("zonder script onthoudt deze pagina niets")).to_be_visible()
    expect(page.get_by_role("button", name="Beginnen")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("#vision-target-group textarea")).to_be_visible()
    expect(page.locator("header nav").first).to_be_hidden()


# --- keeping -------------------------------------------------------------------------------------------------------------

BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
FULL = """const write = Storage.prototype.setItem;
Storage.prototype.setItem = function (...given) { if (window.full) throw new DOMException('full', 'QuotaExceededError'); write.apply(this, given); };"""


def prepared(open_page: Open, served: Served, script: str) -> Page:
    page = open_page("privacy/")
    page.context.add_init_script(script)
    page.goto(served.url("assessment/"))
    return page


def test_blocked_storage_is_said_and_the_page_goes_on(open_page: Open, served: Served) -> None:
    page = begin(prepared(open_page, served, BLOCKED))
    fault = page.locator(".hub-assessment__fault")
    expect(fault).to_contain_text("laat niet toe dat de pagina iets bewaart")
    expect(page.locator(".hub-assessment__saved")).to_have_text("Niet bewaard op dit toestel")
    page.check(radio("vision-target-group", "0"))
    with page.expect_download() as download:
        fault.get_by_role("button", name="Bestand bewaren").click()
    saved = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert saved["answers"]["vision-target-group"]["value"] == 0
    go(page, "result")
    expect(page.get_by_text("“Doelgroep en noden” staat op “nog niet” en is essentieel.").first).to_be_visible()
    assert violations(page) == []


def test_full_storage_is_said_and_saved_later(open_page: Open, served: Served) -> None:
    page = begin(prepared(open_page, served, FULL))
    page.evaluate("window.full = true")
    page.check(radio("vision-target-group", "1"))
    expect(page.locator(".hub-assessment__fault")).to_contain_text("is vol")
    assert "vision-target-group" not in stored(page)[0]["answers"]
    page.evaluate("window.full = false")
    page.check(radio("vision-purpose-written", "2"))
    expect(page.locator(".hub-assessment__fault")).to_have_count(0)
    assert stored(page)[0]["answers"]["vision-target-group"]["value"] == 1


@pytest.mark.parametrize(("moment", "said"), [("1999-03-04T12:00:00", "4 maart 1999"), ("3026-03-04T12:00:00", "4 maart 3026")])
def test_a_clock_that_is_clearly_wrong_is_said_and_what_is_saved_opens_again(open_page: Open, moment: str, said: str) -> None:
    page = open_page("assessment/")
    page.clock.install(time=moment)
    page.reload()
    begin(page)
    fault = page.locator(".hub-assessment__fault")
    expect(fault).to_contain_text(f"Volgens dit toestel is het {said}.")
    page.check(radio("vision-purpose-written", "2"))
    expect(fault).to_have_count(1)
    page.clock.install(time="2026-12-02T12:00:00")
    page.reload()
    expect(page.locator(radio("vision-purpose-written", "2"))).to_be_checked()
    expect(fault).to_have_count(0)


def test_what_was_wiped_is_written_again(open_page: Open) -> None:
    page = begin(open_page("assessment/"))
    page.check(radio("vision-target-group", "1"))
    page.evaluate("localStorage.clear()")
    page.check(radio("vision-purpose-written", "2"))
    expect(page.locator(".hub-assessment__fault")).to_contain_text("opslag van deze browser gewist")
    assert {"vision-target-group", "vision-purpose-written"} <= set(stored(page)[0]["answers"])


def test_a_damaged_entry_is_shown_offered_and_left_alone(open_page: Open, served: Served) -> None:
    page = open_page("privacy/")
    page.evaluate("localStorage.setItem('hub-assessment:broken', '{\"half')")
    page.goto(served.url("assessment/"))
    expect(page.locator(".hub-assessment__fault")).to_contain_text("die we niet kunnen lezen")
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaren zoals ze is").click()
    assert Path(download.value.path()).read_text("utf-8") == '{"half'
    begin(page)
    assert page.evaluate("localStorage.getItem('hub-assessment:broken')") == '{"half'
    go(page, "start")
    assert violations(page) == []


def test_two_tabs_take_over_each_others_answers(open_page: Open, served: Served) -> None:
    one = begin(open_page("assessment/"))
    other = one.context.new_page()
    other.goto(served.url("assessment/#vision"))
    other.wait_for_selector(READY)
    one.locator("#vision-target-group textarea").fill("van de eerste")
    other.check(radio("vision-purpose-written", "3"))
    expect(one.locator(radio("vision-purpose-written", "3"))).to_be_checked()
    expect(one.locator("#vision-target-group textarea")).to_have_value("van de eerste")
    expect(other.locator("#vision-target-group textarea")).to_have_value("van de eerste")
    one.check(radio("vision-purpose-written", "1"))
    expect(other.locator(radio("vision-purpose-written", "1"))).to_be_checked()
    answers = stored(one)[0]["answers"]
    assert (answers["vision-purpose-written"]["value"], answers["vision-target-group"]["note"]) == (1, "van de eerste")
    other.evaluate("location.hash = 'start'")
    other.get_by_role("button", name="Verwijderen: Proef").click()
    other.get_by_role("dialog").get_by_role("button", name="Verwijderen").click()
    expect(one.locator(".hub-assessment__fault")).to_contain_text("in een ander tabblad verwijderd")
    one.get_by_role("button", name="Toch behouden").click()
    expect(one.locator(".hub-assessment__fault")).to_have_count(0)
    assert len(stored(one)) == 1


def test_deleting_and_clearing_ask_once(open_page: Open) -> None:
    page = begin(open_page("assessment/"))
    go(page, "start")
    page.get_by_role("button", name="Verwijderen: Proef").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert len(stored(page)) == 1
    page.get_by_role("button", name="Verwijderen: Proef").click()
    assert violations(page) == []
    page.get_by_role("dialog").get_by_role("button", name="Verwijderen").click()
    expect(page.get_by_role("button", name="Terugzetten")).to_be_visible()
    assert stored(page) == []
    page.get_by_role("button", name="Terugzetten").click()
    assert len(stored(page)) == 1
    page.get_by_role("button", name="Alles van de zelfevaluatie op dit toestel wissen").click()
    page.get_by_role("dialog").get_by_role("button", name="Alles wissen").click()
    expect(page.get_by_text("Alles is gewist.")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage)).filter(key => key.includes('assessment'))") == []


# --- files ---------------------------------------------------------------------------------------------------------------


def mended(**changes: Any) -> str:
    return json.dumps(json.loads(QUICK.read_text("utf-8")) | changes)


BAD = {
    "not-json": ('{"format": ', "Het is geen JSON-bestand, of het is beschadigd."),
    "other": ('{"format": "something"}', "Het is geen zelfevaluatie van deze hub."),
    "newer": (mended(version=99), "Het komt van een nieuwere versie van deze pagina."),
    "deep": ("[" * 5000, "Het is te diep genest"),
    "large": (" " * 2_000_001, "Het bestand is te groot"),
    "date": (mended(date="2026-02-31"), "is geen datum."),
    "kind": (mended(kind=HOSTILE), "mag enkel een van deze waarden zijn: team, person."),
    "missing": (json.dumps({"format": "mentoring-hub-assessment", "version": 1}), "ontbreekt."),
    "place": (mended(answers={"a": {"value": 9, HOSTILE: 1, "version": 1, "changed": "2026-11-22T09:00:00.000Z"}}), "mag enkel"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_words_and_changes_nothing(open_page: Open, tmp_path: Path, name: str) -> None:
    text, words = BAD[name]
    path = tmp_path / "stuk.json"
    path.write_text(text, "utf-8")
    page = open_page("assessment/")
    choose(page, path)
    expect(page.locator(".hub-assessment__fault")).to_contain_text("We kunnen “stuk.json” niet openen.")
    expect(page.locator(".hub-assessment__fault")).to_contain_text(words)
    assert stored(page) == []
    assert page.evaluate("window.hacked") is None


def test_nothing_in_a_file_becomes_markup_or_reaches_an_object(open_page: Open, tmp_path: Path) -> None:
    answer = {"value": "na", "reason": HOSTILE, "note": HOSTILE, "proof": HOSTILE, "version": 1, "changed": "2026-11-22T09:00:00.000Z"}
    action = {"id": "x", "text": HOSTILE, "owner": HOSTILE, "state": "open", "changed": "2026-11-22T09:00:00.000Z"}
    path = tmp_path / "x.json"
    text = mended(name=HOSTILE, role=HOSTILE, answers={"vision-target-group": answer, "stranger": answer, "constructor": answer}, plan=[action])
    path.write_text(text[:-1] + ', "__proto__": {"hacked": 1}}', "utf-8")
    page = load(open_page("assessment/"), path)
    for place in ("vision-target-group", "result", "plan", "keep", "grid", "team", "compare", "start"):
        go(page, place)
        assert page.locator("main img, main script").count() == 0, place
        assert page.evaluate("[window.hacked, ({}).hacked]") == [None, None], place
    go(page, "result")
    expect(page.locator(".hub-assessment__about").first).to_contain_text("<img src=x")


def test_an_import_never_overwrites_without_asking(open_page: Open, tmp_path: Path) -> None:
    page = load(open_page("assessment/"), QUICK)
    before = stored(page)
    go(page, "start")
    choose(page, a_file(tmp_path, "later.json", name="Andere naam", changed="2026-12-01T09:00:00.000Z"))
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("staat al op dit toestel")
    dialog.get_by_role("button", name="Annuleren").click()
    expect(dialog).to_have_count(0)
    assert stored(page) == before
    choose(page, tmp_path / "later.json")
    dialog.get_by_role("button", name="Als kopie").click()
    expect(page.locator(".hub-assessment__name")).to_contain_text("Andere naam")
    assert len(stored(page)) == 2


def test_result_plan_and_files_to_take_away(open_page: Open) -> None:
    page = load(open_page("assessment/"), QUICK)
    go(page, "result")
    expect(page.locator("#result-first ~ ul li").first).to_have_text("“Privacy” staat op “nog niet” en is essentieel.")
    assert "totaal" not in page.locator(".hub-table--shares").inner_text().lower()
    page.get_by_role("button", name="Zet in het plan: Privacy").click()
    go(page, "plan")
    page.locator('.hub-plan input[type="date"]').fill("2027-02-28")
    page.locator('.hub-plan input[type="date"]').blur()
    names = {"Bewaren voor een agenda (.ics)": "BEGIN:VEVENT", "Bewaren als tabel (CSV)": "Werken aan: Privacy"}
    for name, words in names.items():
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        assert words in Path(download.value.path()).read_text("utf-8")
    go(page, "result")
    for name, words in {"Bewaren als Markdown": "# Zelfevaluatie", "Bewaren als tabel (CSV)": "vision-target-group"}.items():
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        assert words in Path(download.value.path()).read_text("utf-8")
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Rapport afdrukken")).to_be_hidden()
    expect(page.get_by_text("28 februari 2027")).to_be_visible()


def test_a_file_in_another_encoding_is_refused_and_spoils_nothing(open_page: Open, tmp_path: Path) -> None:
    good = json.loads(QUICK.read_text("utf-8")) | {"name": "Café Liège"}
    text = json.dumps(good, ensure_ascii=False)
    for name, encoding in {"goed.json": "utf-8", "ansi.json": "cp1252", "kladblok.json": "utf-16"}.items():
        (tmp_path / name).write_bytes(text.encode(encoding))
    page = load(open_page("assessment/"), tmp_path / "goed.json")
    go(page, "start")
    choose(page, tmp_path / "ansi.json")
    expect(page.locator(".hub-assessment__fault")).to_contain_text("niet bewaard als UTF-8")
    assert [one["name"] for one in stored(page)] == ["Café Liège"]
    choose(page, tmp_path / "kladblok.json")
    page.get_by_role("dialog").get_by_role("button", name="Samenvoegen").click()
    expect(page.locator(".hub-assessment__bar")).to_be_visible()
    assert [one["name"] for one in stored(page)] == ["Café Liège"]
    for place in ("team", "compare"):
        go(page, place)
        page.set_input_files(f"#{place}-files", [tmp_path / "ansi.json", tmp_path / "goed.json"])
        expect(page.get_by_text("niet bewaard als UTF-8")).to_be_visible()
        expect(page.locator("main")).to_contain_text("goed.json")


@pytest.mark.parametrize("place", ["start", "team", "compare"])
def test_a_file_that_cannot_be_read_is_named_and_the_others_are(open_page: Open, tmp_path: Path, place: str) -> None:
    gone = colleague(tmp_path, "weg", "coach")
    other = colleague(tmp_path, "blijft", "coach")
    page = open_page(f"assessment/#{place}" if place != "start" else "assessment/")
    box = "#assessment-import" if place == "start" else f"#{place}-files"
    page.wait_for_selector(box)
    page.focus("#assessment-import") if place == "start" else None
    page.wait_for_selector(READY)
    # Held back between choosing and reading, as when a stick is pulled out
    page.evaluate("addEventListener('change', event => event.isTrusted && event.stopImmediatePropagation(), { capture: true })")
    page.evaluate("box => { document.querySelector(box).multiple = true }", box)
    page.set_input_files(box, [gone, other])
    gone.unlink()
    page.evaluate("box => document.querySelector(box).dispatchEvent(new Event('change', { bubbles: true }))", box)
    main = page.locator("main")
    expect(main).to_contain_text("weg.json")
    expect(main).to_contain_text("De browser kan het niet lezen.")
    expect(main).to_contain_text("Eén bestand staat nu op dit toestel." if place == "start" else "blijft.json")


def test_a_file_dropped_beside_the_box_does_not_take_the_page_away(open_page: Open) -> None:
    page = begin(open_page("assessment/"))
    go(page, "team")
    dropped = """type => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(["{}"], "x.json"));
        const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer });
        document.querySelector("footer").dispatchEvent(event);
        return event.defaultPrevented;
    }"""
    assert [page.evaluate(dropped, kind) for kind in ("dragover", "drop")] == [True, True]
    text = "() => { const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() });"
    assert page.evaluate(text + "document.body.dispatchEvent(event); return event.defaultPrevented; }") is False


def test_what_was_left_out_of_a_file_is_said_where_one_is(open_page: Open, tmp_path: Path) -> None:
    answers = json.loads(QUICK.read_text("utf-8"))["answers"]
    answers.pop("vision-target-group")
    path = a_file(tmp_path, "x.json", extra=1, answers=answers | {"partner-sharing": answers["ethics-privacy"]})
    page = load(open_page("assessment/", height=600), path)
    expect(page.locator("#title-vision")).to_be_focused()
    note = page.locator(".hub-assessment__opened")
    expect(note).to_contain_text("Het bestand bevat één veld dat we niet kennen: extra.")
    expect(note).to_contain_text("Eén antwoord hoort bij een criterium dat deze pagina niet kent.")
    expect(note).to_be_in_viewport()
    assert violations(page) == []
    go(page, "result")
    expect(note).to_have_count(0)


def test_faults_of_a_file_are_sentences_with_the_title_of_the_criterion(open_page: Open, tmp_path: Path) -> None:
    answers = json.loads(QUICK.read_text("utf-8"))["answers"]
    answers["ethics-privacy"]["value"] = 9
    page = open_page("assessment/")
    choose(page, a_file(tmp_path, "x.json", answers=answers, date="2026-02-31", plan=[{"id": "p"}]))
    lines = page.locator(".hub-assessment__fault-lines li")
    expect(lines.nth(2)).to_be_visible()
    assert lines.all_inner_texts()[:3] == [
        "“Datum” is geen datum.",
        "“Antwoord” bij “Privacy” mag enkel een van deze waarden zijn: 0, 1, 2, 3, na, unknown.",
        "“Actie” bij “Actie 1” ontbreekt.",
    ]
    choose(page, a_file(tmp_path, "y.json", version=99))
    expect(lines).to_have_text("Het komt van een nieuwere versie van deze pagina. Laad de pagina opnieuw en probeer het nog eens.")


def test_a_new_round_asks_to_confirm_the_old_answers(open_page: Open) -> None:
    page = load(open_page("assessment/"), QUICK)
    old = stored(page)[0]["answers"]
    go(page, "keep")
    page.get_by_role("button", name="Deze antwoorden bevestigen").click()
    expect(page.locator("#title-vision")).to_be_focused()
    expect(page.locator(".hub-assessment__opened")).to_contain_text("Dit is de nieuwe ronde.")
    expect(page.locator(".hub-dimension-nav__total")).to_have_text("0 van 35 beantwoord · 35 te bevestigen")
    assert page.locator("#vision :checked").count() == 0
    field = page.locator("#vision-target-group")
    level = old["vision-target-group"]["value"]
    expect(field).to_contain_text(f"Vorige keer: {level} ")
    assert violations(page) == []
    field.get_by_role("button", name="Dat klopt nog").click()
    expect(page.locator(radio("vision-target-group", str(level)))).to_be_focused()
    expect(page.locator(radio("vision-target-group", str(level)))).to_be_checked()
    page.check(radio("vision-purpose-written", "0"))
    expect(page.locator(".hub-dimension-nav__total")).to_have_text("2 van 35 beantwoord · 33 te bevestigen")
    page.get_by_role("button", name="Laatste wijziging ongedaan maken").click()
    expect(page.locator("#vision-purpose-written")).to_contain_text("Vorige keer")
    go(page, "result")
    expect(page.locator("main")).to_contain_text("34 antwoorden van de vorige keer wachten op bevestiging.")
    assert violations(page) == []


def test_the_fields_of_an_action_stay_in_their_cells(open_page: Open) -> None:
    for width in (320, 390, 780, 1000, 1280):
        page = load(open_page("assessment/", width=width), TEAM)
        go(page, "plan")
        boxes = page.locator(".hub-plan__fields").first.locator(".hub-field").evaluate_all(
            "all => all.map(one => { const { left, right, top, bottom } = one.getBoundingClientRect(); return [left, right, top, bottom]; })"
        )
        for place, (left, right, top, bottom) in enumerate(boxes):
            for other_left, other_right, other_top, other_bottom in boxes[place + 1 :]:
                apart = right <= other_left or other_right <= left or bottom <= other_top or other_bottom <= top
                assert apart, (width, boxes)


def test_an_action_from_the_advice_is_named_in_the_language_of_the_page(open_page: Open, served: Served) -> None:
    page = load(open_page("assessment/"), QUICK)
    go(page, "plan")
    page.get_by_role("button", name="Zet in het plan: Privacy").click()
    expect(page.locator(".hub-plan textarea")).to_have_value("Werken aan: Privacy")
    page.goto(served.url("en/assessment/#plan"))
    expect(page.locator(".hub-plan textarea")).to_have_value("Work on: Privacy")
    page.locator(".hub-plan textarea").fill("Own words")
    page.goto(served.url("assessment/#plan"))
    expect(page.locator(".hub-plan textarea")).to_have_value("Own words")


def test_a_link_holds_the_answers_and_is_kept_only_when_asked(open_page: Open, served: Served) -> None:
    page = load(open_page("assessment/"), QUICK)
    go(page, "keep")
    page.get_by_role("button", name="Link maken").click()
    address = page.locator("#keep-address").input_value()
    assert "?" not in address
    served.requests.clear()
    other = open_page("privacy/")
    other.goto(address.replace("/assessment/", "/en/assessment/"))
    expect(other.get_by_role("heading", name="Answers from a link")).to_be_visible()
    assert stored(other) == []
    assert not [path for path in served.requests if "answers" in path]
    assert "Mentoring Gent" not in other.locator("main").inner_text()
    assert violations(other) == []
    other.get_by_role("button", name="Save on this device").click()
    expect(other.locator(".hub-assessment__bar")).to_be_visible()
    assert len(stored(other)[0]["answers"]) == 35
    for change in (lambda link: link.replace("=", "%3D"), lambda link: link.replace("=1.", "%3D1%2E") + "."):
        changed = open_page("privacy/")
        changed.goto(change(address))
        expect(changed.get_by_role("heading", name="Antwoorden uit een link")).to_be_visible()
        expect(changed.get_by_role("button", name="Bewaren op dit toestel")).to_be_visible()
    other.goto(address[:-30])
    expect(other.locator(".hub-assessment__fault")).to_contain_text("We kunnen deze link niet lezen")
    assert len(stored(other)) == 1


# --- together ------------------------------------------------------------------------------------------------------------


def colleague(folder: Path, name: str, role: str, **values: Any) -> Path:
    answers = json.loads(QUICK.read_text("utf-8"))["answers"]
    for criterion, value in values.items():
        answers[criterion.replace("_", "-")]["value"] = value
    return a_file(folder, f"{name}.json", id=f"id-{name}", name=name, role=role, answers=answers)


def test_three_files_become_an_agenda_and_an_agreed_assessment(open_page: Open, tmp_path: Path) -> None:
    files = [
        colleague(tmp_path, "an", "coach", ethics_privacy=0),
        colleague(tmp_path, "bo", "coördinator", ethics_privacy=3, vision_target_group=2),
        colleague(tmp_path, "cil", "mentor", ethics_privacy=1),
    ]
    twin = tmp_path / "an-again.json"
    twin.write_text(files[0].read_text("utf-8"), "utf-8")
    broken = tmp_path / "broken.json"
    broken.write_text("{", "utf-8")
    page = open_page("assessment/#team")
    page.set_input_files("#team-files", files[:2])
    expect(page.get_by_text("Antwoorden per rol tonen we pas vanaf drie bestanden per rol")).to_be_visible()
    expect(page.locator(".hub-agenda__roles")).to_have_count(0)
    page.set_input_files("#team-files", [files[2], twin, broken])
    first = page.locator(".hub-agenda__item").first
    expect(first).to_contain_text("Privacy")
    expect(first).to_contain_text("3 niveaus verschil. Mediaan: 1.")
    expect(first.get_by_role("heading")).to_have_text("Privacy")
    expect(first).not_to_contain_text("coördinator")
    expect(page.get_by_text("an.json: dezelfde inhoud als an-again.json; telt niet mee.")).to_be_visible()
    expect(page.get_by_text("broken.json: kunnen we niet lezen; telt niet mee.")).to_be_visible()
    assert stored(page) == []
    page.focus("#team-ethics-privacy")
    page.select_option("#team-ethics-privacy", "1")
    expect(page.locator("#team-ethics-privacy")).to_be_focused()
    page.get_by_role("button", name=re.compile("waarover iedereen het eens is")).click()
    team = stored(page)[0]
    assert (team["agreed"], team["kind"], team["answers"]["ethics-privacy"]["value"]) == (True, "team", 1)
    assert "vision-target-group" not in team["answers"]
    assert violations(page) == []
    page.get_by_role("link", name="Naar het resultaat van het team").click()
    expect(page.get_by_role("heading", name="Resultaat", exact=True)).to_be_visible()


def test_a_role_of_three_is_shown_however_it_is_written(open_page: Open, tmp_path: Path) -> None:
    page = open_page("assessment/#team")
    roles = ("coach", "Coach", " COACH", "mentor", "mentor", "manager")
    page.set_input_files("#team-files", [colleague(tmp_path, f"p{place}", role) for place, role in enumerate(roles)])
    shown = page.locator(".hub-agenda__item").first.locator(".hub-agenda__roles dt")
    expect(shown).to_have_count(1)
    expect(shown).to_have_text(re.compile("coach", re.IGNORECASE))


@pytest.mark.parametrize("place", ["team", "compare"])
def test_screens_for_several_files_lead_back_and_come_when_asked_for(open_page: Open, served: Served, place: str) -> None:
    served.requests.clear()
    page = begin(open_page("assessment/"))
    page.wait_for_selector(COMPLETE)
    own = re.compile(r"/assessment/(team|agenda|merge|compare-screen|compare)\.")
    assert [url for url in served.requests if own.search(url)] == []
    go(page, place)
    page.get_by_role("link", name="Alle zelfevaluaties").click()
    expect(page.locator("#assessment-name")).to_be_visible()


def test_a_screen_that_cannot_be_loaded_is_said(open_page: Open) -> None:
    page = begin(open_page("assessment/"))
    page.wait_for_selector(COMPLETE)
    page.route("**/assessment/team.*", lambda route: route.fulfill(content_type="text/javascript", body="throw 0"))
    page.evaluate("console.error = () => {}; location.hash = 'team'")
    expect(page.locator(".hub-assessment__said")).to_contain_text("De zelfevaluatie kon niet laden.")


def test_then_and_now_show_what_moved(open_page: Open, tmp_path: Path) -> None:
    later = colleague(tmp_path, "later", "coach", ethics_privacy=2)
    later.write_text(later.read_text("utf-8").replace("2026-11-22", "2027-11-22"), "utf-8")
    page = open_page("en/assessment/#compare")
    page.set_input_files("#compare-files", [later, QUICK])
    rows = page.get_by_role("region", name="What changed").locator("tbody tr")
    expect(rows).to_have_count(1)
    expect(rows.first).to_contain_text("2 levels up")
    assert violations(page) == []


def test_only_what_changed_in_the_criteria_is_asked_again(open_page: Open, served: Served) -> None:
    page = open_page("privacy/")

    def newer(route: Any) -> None:
        data = route.fetch().json()
        by_id = {criterion["id"]: criterion for criterion in data["criteria"]}
        data["version"] = 2
        by_id["vision-purpose-written"]["reworded"] = 2
        by_id["ethics-privacy"] |= {"since": 2, "replaces": ["closure-conversation"]}
        by_id["closure-conversation"]["retired"] = {"version": 2, "reason": "Samengevoegd"}
        route.fulfill(json=data)

    page.context.route("**/assets/assessment-*/nl.json", newer)
    page.goto(served.url("assessment/"))
    old = json.loads(QUICK.read_text("utf-8"))
    del old["answers"]["ethics-privacy"]
    choose(page, {"name": "old.json", "mimeType": "application/json", "buffer": json.dumps(old).encode()})
    expect(page.get_by_role("heading", name="Wat er veranderd is")).to_be_visible()
    for words in ("1 nieuw", "1 anders bedoeld", "1 weggevallen", "Samengevoegd", "Er zijn nog 2 criteria te bekijken."):
        expect(page.locator("main")).to_contain_text(words)
    expect(page.locator("fieldset.hub-criterion-field:visible")).to_have_count(2)
    assert violations(page) == []
    page.get_by_role("button", name="Dat klopt nog").click()
    page.check(radio("ethics-privacy", "2"))
    page.get_by_role("button", name="Klaar: verder met versie 2").click()
    expect(page.get_by_role("heading", name="Resultaat", exact=True)).to_be_visible()
    kept = stored(page)[0]
    assert kept["criteriaVersion"] == 2
    assert kept["answers"]["closure-conversation"] == old["answers"]["closure-conversation"]


# --- for everyone --------------------------------------------------------------------------------------------------------

STATES = ("start", "vision", "result", "plan", "keep", "grid", "team", "compare", "paper")


@pytest.mark.parametrize("locale", ["", "en/"])
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")])
def test_axe_finds_nothing_in_any_state(open_page: Open, locale: str, width: int, scheme: str) -> None:
    page = open_page(f"{locale}assessment/", width=width, scheme=scheme)
    assert violations(page) == [], "first visit"
    load(page, TEAM)
    for state in STATES:
        go(page, state)
        page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true })")
        assert violations(page) == [], state
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), state


def test_nothing_sticks_out_at_320_pixels(open_page: Open) -> None:
    page = load(open_page("assessment/", width=320, height=256), TEAM)
    for state in STATES:
        go(page, state)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, state


@pytest.mark.parametrize("path", ["criteria/crosswalk/", "en/criteria/coverage/"])
def test_the_tables_over_all_criteria_are_for_everyone(open_page: Open, path: str) -> None:
    for width in (1280, 390):
        page = open_page(path, width=width)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        expect(page.get_by_role("region").locator("tbody th[scope=row]")).to_have_count(51)


def test_a_first_visit_asks_little(open_page: Open, served: Served) -> None:
    served.requests.clear()
    page = open_page("assessment/")
    page.wait_for_load_state("networkidle")
    assert len(served.requests) <= 8, served.requests
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
