"""Whoever knows a practice adds it in the full form, by keyboard, on a phone, in two languages; what comes out is a record."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from axe import violations
from contributing import BLOCKED, CAUGHT, a_copy, contribute, tab_to
from harness import ROOT, Served

Open = Callable[..., Page]

FORM = "contribute/practice/"
KEY = "hub-form:"
OWN = {"fields", "form", "form-changes", "form-draft", "form-faults", "form-model", "form-report", "form-sending", "picker", "preview",
       "same", "steps"}  # fmt: skip
"""Modules of this page; what the box uses too is measured with the box."""


def opened(open_page: Open, path: str = FORM, *scripts: str, **options: Any) -> Page:
    page = open_page("404.html", **options)
    for script in (CAUGHT, *scripts):
        page.add_init_script(script)
    page.goto(page.url.replace("404.html", path))
    expect(page.locator('[data-part="draft"]')).to_be_visible()
    return page


def typed(page: Page, selector: str, words: str) -> None:
    """As by keyboard alone: reached with Tab, then written."""
    tab_to(page, selector)
    page.keyboard.press("Control+A")
    page.keyboard.type(words)


def pressed(page: Page, selector: str, key: str = "Enter") -> None:
    tab_to(page, selector)
    page.keyboard.press(key)


def following(page: Page, step: str) -> None:
    pressed(page, f'[data-current] .hub-form__ways a[href="#step-{step}"]')
    expect(page.locator(f"#step-{step}")).to_be_focused()


def chosen(page: Page, selector: str, label: str) -> None:
    tab_to(page, selector)
    page.locator(selector).select_option(label=label)  # which letters find an option differs between systems


def saved_draft(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))
    return found


def first_half(page: Page) -> None:
    typed(page, "#form-name-nl", "Brugmentor Mechelen")
    typed(page, "#form-summary-nl", "Nieuwkomers in Mechelen gaan zes maanden op pad met een mentor uit hun sector.")
    typed(page, "#form-provider-name-nl", "Brug vzw")
    chosen(page, "#form-provider-type-value", "Vzw of andere non-profit")
    pressed(page, '#form-where-country [value="BE"]', " ")
    pressed(page, '#form-where-region [value="flanders"]', " ")
    typed(page, "#form-website-value", "https://brug.example/mentor")
    chosen(page, "#form-status-value", "Loopt")
    typed(page, "#form-period-start-value", "2023-09")
    pressed(page, '#form-kind [value="to-work"]', " ")
    following(page, "whom")
    pressed(page, '#form-mentees-group [value="newcomers"]', " ")
    chosen(page, "#form-mentees-education-value", "Elk niveau")
    typed(page, "#form-mentees-about-nl", "Wie in Mechelen woont: ook wie nog Nederlands leert.\n\nGratis.")
    typed(page, "#form-mentors-about-nl", "Werknemers en gepensioneerden.")


def second_half(page: Page) -> None:
    """In English, from the step on how it works."""
    typed(page, "#form-matching-about-en", "A coach pairs people of the same trade: # no computer.")
    chosen(page, "#form-course-sector-value", "Same sector or profession")
    following(page, "results")
    typed(page, "#form-find-source", "brussels times 2025")
    page.locator('[data-part="found-sources"] button').first.wait_for()
    page.keyboard.press("Enter")
    expect(page.locator('#form-sources input[value="brussels-times-2025"]')).to_be_checked()
    pressed(page, ".hub-pick__new > summary")
    typed(page, "#form-source-title", "Jaarverslag 2024")
    typed(page, "#form-source-author", "Brug vzw")
    typed(page, "#form-source-year", "2024")
    typed(page, "#form-source-url", "https://brug.example/jaarverslag.pdf")
    pressed(page, '[data-part="add-source"]')
    expect(page.locator("#form-sources input:checked")).to_have_count(2)
    typed(page, "#form-results-0-value-value", "34")
    chosen(page, "#form-results-0-unit-value", "pairs")
    typed(page, "#form-results-0-measures-en", "Pairs started")
    chosen(page, "#form-results-0-kind-value", "Who was reached (pairs, participants)")
    typed(page, "#form-results-0-year-value", "2024")
    pressed(page, '#form-results-0-sources input[value="brug-vzw-2024"]', " ")
    chosen(page, "#form-evidence-level-value", "Self-reported figures")
    typed(page, "#form-evidence-why-en", "The provider counts its own pairs.")
    typed(page, "#form-works_when-0-text-en", "The coach rings both every month.")
    pressed(page, '[data-key="works_when"] [data-add]')
    assert page.evaluate("document.activeElement.id") == "form-works_when-1-text-nl"
    page.keyboard.type("De werkgever geeft tijd.")
    following(page, "send")
    typed(page, "#form-source", "I have been a mentor there.")
    typed(page, "#form-who", "An")
    pressed(page, '[data-also="interest"]', " ")


def lands(page: Page, root: Path, text: str) -> dict[str, Any]:
    """In a fresh copy of the hub, which passes its check afterwards."""
    code, said = contribute(root, text)
    assert code == 0, said
    done = subprocess.run(
        [sys.executable, str(ROOT / "hooks/check.py"), "--root", str(root)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    new = {path.name for path in (root / "data/practices").iterdir()} - {path.name for path in (ROOT / "data/practices").iterdir()}
    assert new == {"brugmentor-mechelen.yml"}
    record: dict[str, Any] = yaml.safe_load((root / "data/practices/brugmentor-mechelen.yml").read_text("utf-8"))
    return record


def test_a_stranger_adds_a_practice_by_keyboard_on_a_phone(open_page: Open, tmp_path: Path) -> None:
    """With a reload and a change of language in between."""
    page = opened(open_page, width=390, height=844, permissions=["clipboard-read", "clipboard-write"])
    first_half(page)
    expect(page.locator('[data-part="kept"]')).to_contain_text("blijft op dit toestel")
    page.reload()
    expect(page.locator('[data-part="notice"]')).to_have_text("Hier staat wat je vroeger schreef.")
    expect(page.locator("#step-whom")).to_be_visible()
    expect(page.locator("#form-mentors-about-nl")).to_have_value("Werknemers en gepensioneerden.")
    page.locator(".hub-header a[hreflang=en], .hub-header a[lang=en]").first.click()
    expect(page.locator('[data-part="draft"]')).to_be_visible()
    assert "/en/" in page.url
    expect(page.locator("#step-whom")).to_be_visible()
    page.locator("#step-whom").focus()
    following(page, "how")
    second_half(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    pressed(page, "[data-way=mail]")
    expect(page.locator('[data-part="done"]')).to_contain_text("clipboard")
    assert page.locator('[data-part="faults"]').is_hidden()
    text = page.evaluate("navigator.clipboard.readText()")
    assert "Name of the practice" in text
    assert "Brugmentor Mechelen" in text
    assert "Remark: I have been a mentor there." in text
    record = lands(page, a_copy(tmp_path), text)
    assert record["name"] == {"nl": "Brugmentor Mechelen"}
    assert record["period"] == {"start": "2023-09"}
    assert record["mentees"]["about"]["nl"].split("\n\n") == ["Wie in Mechelen woont: ook wie nog Nederlands leert.", "Gratis."]
    assert record["matching"] == {"about": {"en": "A coach pairs people of the same trade: # no computer."}}
    assert record["sources"] == ["brussels-times-2025", "brug-vzw-2024"]
    assert record["results"] == [
        {"id": "pairs-started-2024", "kind": "output", "value": 34, "unit": "duos", "measures": {"en": "Pairs started"},
         "year": 2024, "sources": ["brug-vzw-2024"]}
    ]  # fmt: skip
    assert record["works_when"] == [{"en": "The coach rings both every month."}, {"nl": "De werkgever geeft tijd."}]
    assert not {"coach", "funding", "effort", "lessons", "migrant_specific"} & record.keys()
    source = next(one for one in yaml.safe_load((tmp_path / "data/sources.yml").read_text("utf-8")) if one["id"] == "brug-vzw-2024")
    assert (source["author"], source["issued"], source["language"]) == ([{"literal": "Brug vzw"}], 2024, "en")


def test_where_storage_is_refused_a_file_carries_the_draft(open_page: Open, tmp_path: Path) -> None:
    page = opened(open_page, FORM, BLOCKED, width=390, height=844)
    first_half(page)
    expect(page.locator('[data-part="kept"]')).to_contain_text("Deze browser bewaart niets")
    with page.expect_download() as saved:
        page.locator('[data-part="save"]').click()
    file = tmp_path / "draft.json"
    saved.value.save_as(file)
    page.goto(page.url.replace(FORM, f"en/{FORM}"))
    expect(page.locator('[data-part="draft"]')).to_be_visible()
    page.locator("#form-open").set_input_files(file)
    expect(page.locator('[data-part="notice"]')).to_have_text("The file is open.")
    page.locator('.hub-form__steps [href="#step-how"]').click()
    second_half(page)
    with page.expect_download() as sent:
        page.locator("[data-way=file]").click()
    expect(page.locator('[data-part="done"]')).to_contain_text("The file is saved")
    record = lands(page, a_copy(tmp_path / "hub"), Path(sent.value.path()).read_text("utf-8"))
    assert record["provider"] == {"name": {"nl": "Brug vzw"}, "type": "non-profit"}
    page.locator("#form-open").set_input_files({"name": "x.json", "mimeType": "application/json", "buffer": b"{}"})
    expect(page.locator('[data-part="kept"]')).to_contain_text("cannot read this file")
    expect(page.locator("#form-who")).to_have_value("An")


def test_an_existing_practice_sends_only_what_changed(open_page: Open, tmp_path: Path) -> None:
    page = opened(open_page, f"{FORM}?id=womento", width=390, height=844)
    expect(page.locator("h1")).to_have_text("Womento aanvullen")
    page.locator('.hub-form__steps [href="#step-send"]').click()
    page.locator("[data-way=file]").click()
    expect(page.locator('[data-part="fault-list"] a')).to_contain_text("Er is nog niets veranderd.")
    page.locator('.hub-form__steps [href="#step-results"]').click()
    fold = page.locator("[data-key=results] details", has_text="13 ·")
    fold.locator("summary").click()
    fold.locator('[data-sub="value"] input').fill("14")
    page.locator('.hub-form__steps [href="#step-send"]').click()
    page.locator("[data-way=file]").click()
    expect(page.locator('[data-part="fault-list"] a')).to_contain_text("Schrijf in één zin waarom.")
    page.locator('[data-part="fault-list"] a').click()
    expect(page.locator("#form-reason")).to_be_focused()
    page.keyboard.type("Tikfout.")
    with page.expect_download() as sent:
        page.locator("[data-way=file]").click()
    text = Path(sent.value.path()).read_text("utf-8")
    assert [one[:2] for one in json.loads(text)["set"]] == [[["results", "#pilot-pairs", "value"], 14]]
    root = a_copy(tmp_path)
    code, said = contribute(root, text)
    assert code == 0, said
    before, after = ((one / "data/practices/womento.yml").read_text("utf-8").splitlines() for one in (ROOT, root))
    assert [line for line in after if line not in before] == ["    value: 14"]
    assert len(before) == len(after)


def test_faults_are_told_with_links_and_not_before_a_field_is_left(open_page: Open) -> None:
    page = opened(open_page, f"en/{FORM}")
    field = page.locator("#form-website-value")
    field.type("brug")
    expect(page.locator("#form-website-fault")).to_have_text("")
    field.press("Tab")
    expect(page.locator("#form-website-fault")).to_contain_text("must be a full web address")
    expect(field).to_have_attribute("aria-invalid", "true")
    assert "form-website-fault" in str(field.get_attribute("aria-describedby"))
    field.fill("https://brug.example")
    expect(page.locator("#form-website-fault")).to_have_text("")
    expect(page.locator("#form-name-fault")).to_have_text("")
    page.locator('.hub-form__steps [href="#step-send"]').click()
    page.locator("[data-way=mail]").click()
    faults = page.locator('[data-part="faults"]')
    expect(faults).to_be_focused()
    expect(faults).to_have_attribute("role", "alert")
    expect(faults.locator("a").first).to_have_text("Name of the practice – We need this.")
    assert faults.locator("a").count() == 15
    faults.locator("a", has_text="Who are the mentors?").click()
    expect(page.locator("#step-whom")).to_be_visible()
    expect(page.locator("#form-mentors-about-nl")).to_be_focused()
    page.go_back()
    expect(page.locator("#step-send")).to_be_visible()
    assert page.evaluate("window.opened.length") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["", "en/"])
def test_axe_finds_nothing_in_any_step_empty_full_or_faulty(open_page: Open, locale: str, scheme: str) -> None:
    for query in ("", "?id=womento"):
        page = opened(open_page, f"{locale}{FORM}{query}", width=390, height=844, scheme=scheme)
        page.locator(".hub-form__preview > summary").click()
        for tried in (False, True):
            if tried:
                page.locator("[data-way=mail]").click()
                expect(page.locator('[data-part="faults"]')).to_be_visible()
            for step in ("what", "whom", "how", "results", "send"):
                page.locator(f'.hub-form__steps [href="#step-{step}"]').click()
                if more := page.locator("[data-current] .hub-form__more:not([open]) > summary").all():
                    more[0].click()
                assert violations(page) == [], (query, tried, step)
                assert page.evaluate("document.documentElement.scrollWidth") <= 390, step


def test_likely_duplicates_are_shown_while_the_name_is_typed(open_page: Open) -> None:
    page = opened(open_page, f"en/{FORM}")
    page.locator("#form-name-en").type("women")
    same = page.locator('[data-part="same"]')
    expect(same).to_contain_text("Womento")
    page.locator("#form-name-en").fill("azo")
    expect(same.locator("a[data-page]")).to_have_attribute("href", re.compile("practices/#azo$"))
    expect(same.locator("a[data-form]")).to_be_hidden()
    page.locator("#form-name-en").fill("Completely something else")
    expect(same).to_be_hidden()
    page.locator("#form-name-en").fill("Womento")
    same.locator("a[data-form]").first.click()
    expect(page.locator("h1")).to_have_text("Complete Womento")


def test_the_preview_looks_like_a_page_of_ours(open_page: Open) -> None:
    page = opened(open_page, f"{FORM}?id=womento")
    page.locator(".hub-form__preview > summary").click()
    shown = page.locator(".hub-form__record")
    expect(shown.locator(".hub-form__name")).to_have_text("Womento")
    expect(shown.locator(".hub-facts")).to_contain_text("Finland")
    expect(shown).to_contain_text("Vrouwen met een migratieachtergrond en een diploma hoger onderwijs")
    assert "[@" not in shown.inner_text()
    page.locator("#form-summary-nl").fill("<b>Nieuw</b>")
    expect(shown.locator(".hub-lead")).to_have_text("<b>Nieuw</b>")
    expect(shown.locator('[data-show="employers.about"]')).to_be_hidden()


def test_an_unknown_practice_begins_a_new_one_and_everything_can_be_erased(open_page: Open) -> None:
    page = opened(open_page, f"{FORM}?id=nope")
    expect(page.locator('[data-part="notice"]')).to_contain_text("Die praktijk kennen we niet")
    page.locator("#form-name-nl").fill("Weg ermee")
    expect(page.locator('[data-part="kept"]')).to_contain_text("blijft op dit toestel")
    assert saved_draft(page)["values"]["name"]["nl"] == "Weg ermee"
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator('[data-part="discard"]').click()
    expect(page.locator("#form-name-nl")).to_have_value("")
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None


@pytest.mark.parametrize("stored", ["{", "[]", '{"format":"hub-form-draft/1","id":"","record":null,"values":{"name":3,"results":5}}'])
def test_a_damaged_draft_does_not_stop_the_form(open_page: Open, stored: str) -> None:
    page = opened(open_page, FORM, f"localStorage.setItem('{KEY}', {json.dumps(stored)})")
    page.locator("#form-name-nl").fill("Wel")
    expect(page.locator('[data-part="kept"]')).to_contain_text("blijft op dit toestel")


@pytest.mark.parametrize("locale", ["", "en/"])
def test_without_script_rules_questions_and_the_address_are_there(open_page: Open, locale: str) -> None:
    page = open_page(f"{locale}{FORM}", scripts=False)
    expect(page.locator('.hub-main a[href^="mailto:"]').first).to_be_visible()
    for step in ("what", "whom", "how", "results", "send"):
        expect(page.locator(f"#step-{step}")).to_be_visible()
    expect(page.locator("#form-mentees-about-help")).to_be_visible()
    assert page.locator("main button:visible").count() == 0


def test_where_the_script_fails_it_is_said(browser: Browser, served: Served) -> None:
    page = browser.new_page()
    page.route("**/contribute/form.js", lambda route: route.abort())
    page.goto(served.url(FORM))
    expect(page.locator("[data-when-failed=practice-form]")).to_be_visible()
    page.close()


def test_the_page_of_a_practice_and_the_page_on_contributing_lead_here(open_page: Open) -> None:
    page = open_page("practices/womento/")
    page.locator(".hub-closing a").click()
    expect(page.locator("h1")).to_have_text("Womento aanvullen")
    page.goto(page.url.replace(f"{FORM}?id=womento", "contribute/"))
    page.locator('.hub-main a.hub-button[href$="practice/"]').click()
    expect(page.locator("h1")).to_have_text("Een praktijk toevoegen")


def test_its_own_scripts_are_small_and_the_bibliography_waits(open_page: Open, served: Served) -> None:
    def scripts() -> set[str]:
        return {one.removeprefix("/hub/") for one in served.requests if "/contribute/" in one and one.endswith(".js")}

    def size(files: set[str]) -> int:
        return sum(served.compressed_size(one) for one in files)

    served.requests.clear()
    page = opened(open_page)
    page.wait_for_load_state("networkidle")
    assert not [one for one in served.requests if "sources.json" in one or "form-sending" in one or "/records-" in one]
    assert size(scripts()) <= 15 * 1024, "to fill it in"
    page.locator('.hub-form__steps [href="#step-send"]').click()
    page.locator("[data-way=mail]").click()
    expect(page.locator('[data-part="faults"]')).to_be_visible()
    own = {one for one in scripts() if one.rpartition("/")[2].removesuffix(".js") in OWN}
    assert len(own) == len(OWN)
    assert size(own) <= 15 * 1024, "its own, to send it too"
    assert size(scripts()) <= 18 * 1024, "with what the box uses too"
