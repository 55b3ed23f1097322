"""Whoever sees something wrong corrects one field: by keyboard, on a phone, in two languages, and it lands in the record."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from axe import violations
from contributing import BLOCKED, CAUGHT, a_copy, contribute, tab_to
from harness import ROOT, Served

Open = Callable[..., Page]

PRACTICE = "practices/womento/"
RECORD = "data/practices/womento.yml"
LINK = '.hub-improve__link[data-fields="evidence"]'


def prepared(page: Page, *scripts: str) -> Page:
    for script in (CAUGHT, *scripts):
        page.add_init_script(script)
    page.reload()
    page.wait_for_load_state("networkidle")
    return page


def opened(page: Page, link: str = LINK) -> Page:
    """The box, by keyboard."""
    page.locator(link).first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".hub-improve-box")).to_have_attribute("open", "")
    return page


def changed_lines(root: Path) -> list[str]:
    before, after = ((one / RECORD).read_text("utf-8").splitlines() for one in (ROOT, root))
    return [line for line in after if line not in before]


def mail_body(page: Page) -> str:
    (link,) = page.evaluate("window.opened")
    assert len(link) <= 1_800
    return parse_qs(urlsplit(link).query)["body"][0]


def test_a_stranger_corrects_one_field_by_keyboard_on_a_phone(open_page: Open, tmp_path: Path) -> None:
    """With a reload and a change of language in between."""
    page = opened(prepared(open_page(PRACTICE, width=390, height=844)), '.hub-improve__link[data-fields^="name"]')
    page.locator("#hub-improve-which").select_option(index=2)
    tab_to(page, "#hub-improve-nl")
    page.keyboard.press("Control+A")
    page.keyboard.type("Vrouwen met een diploma en een migratieachtergrond krijgen een mentor uit hun eigen beroep.")
    page.reload()
    page.wait_for_load_state("networkidle")
    page.goto(page.url.replace(PRACTICE, f"en/{PRACTICE}"))
    page.wait_for_load_state("networkidle")
    opened(page, '.hub-improve__link[data-fields^="name"]')
    expect(page.locator("#hub-improve-nl")).to_have_value(re.compile("eigen beroep"))
    expect(page.locator('[data-part="restored"]')).to_have_text("This is what you wrote before.")
    tab_to(page, "[data-way=mail]")
    page.keyboard.press("Enter")
    expect(page.locator("#hub-improve-reason-fault")).to_have_text("Say why, in one sentence.")
    assert page.evaluate("document.activeElement.id") == "hub-improve-reason"
    page.keyboard.type("The provider says so.")
    tab_to(page, "[data-way=mail]")
    page.keyboard.press("Enter")
    expect(page.locator('[data-part="done"]')).to_contain_text("Your mail program opens")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    root = a_copy(tmp_path)
    code, said = contribute(root, mail_body(page))
    assert code == 0, said
    assert changed_lines(root) == [
        "  nl: Vrouwen met een diploma en een migratieachtergrond krijgen een mentor uit hun eigen beroep."
    ]


def test_where_storage_is_refused_it_is_said_and_nothing_breaks(open_page: Open, tmp_path: Path) -> None:
    page = opened(prepared(open_page(PRACTICE, width=390, height=844), BLOCKED), '.hub-improve__link[data-fields="evidence"]')
    page.locator("#hub-improve-en").fill("The provider asked its own mentees [@womento-2014-survey].")
    expect(page.locator('[data-part="kept"]')).to_contain_text("Deze browser bewaart niets")
    page.locator("#hub-improve-reason").fill("Korter kan.")
    page.keyboard.press("Escape")
    opened(page)
    expect(page.locator("#hub-improve-en")).to_have_value(re.compile("asked its own"))
    page.locator("[data-way=issue]").click()
    expect(page.locator('[data-part="done"]')).to_contain_text("nieuw venster")
    (link,) = page.evaluate("window.opened")
    assert len(link) < 7_000
    code, said = contribute(a_copy(tmp_path), parse_qs(urlsplit(link).query)["body"][0])
    assert code == 0, said


def test_a_figure_by_file_lands_as_one_line(open_page: Open, tmp_path: Path) -> None:
    page = opened(prepared(open_page(PRACTICE)), '.hub-improve__link[data-fields^="results"]')
    page.locator("#hub-improve-which").select_option(label="Getal: 15")
    page.locator("#hub-improve-value").fill("vijf")
    expect(page.locator("#hub-improve-value-fault")).to_contain_text("getal")
    page.locator("#hub-improve-value").fill("16")
    page.locator("#hub-improve-reason").fill("Tikfout.")
    page.locator("#hub-improve-source").fill("https://example.org/jaarverslag")
    page.locator("#hub-improve-interest").check()
    with page.expect_download() as saved:
        page.locator("[data-way=file]").click()
    text = Path(saved.value.path()).read_text("utf-8")
    sent = json.loads(text)
    assert sent["note"] == "Tikfout.\nBron: https://example.org/jaarverslag"
    assert sent["conflict_of_interest"]
    root = a_copy(tmp_path)
    code, said = contribute(root, text)
    assert code == 0, said
    assert changed_lines(root) == ["    value: 16"]


SHARES = """
window.shared = [];
navigator.canShare = ({files}) => files.every(({type}) => type === "text/plain");
navigator.share = async ({files, title}) => {
    if (window.refuses) throw new DOMException("no", window.refuses);
    window.shared.push({title, name: files[0].name, text: await files[0].text()});
};"""


def test_a_phone_hands_the_file_to_another_app(open_page: Open, tmp_path: Path) -> None:
    page = opened(prepared(open_page(PRACTICE, width=390, height=844, has_touch=True, is_mobile=True), SHARES))
    ways = page.locator("[data-way]")
    assert [way.inner_text() for way in ways.all()][:2] == ["Deel als bestand", "Met een mail"]
    page.locator("#hub-improve-nl").fill("De aanbieder bevroeg zijn eigen mentees [@womento-2014-survey].")
    page.locator("#hub-improve-reason").fill("Korter.")
    ways.first.click()
    expect(page.locator('[data-part="done"]')).to_have_text("Kies je mailapp en stuur het naar hub@mentoring-to-work.example.")
    (sent,) = page.evaluate("window.shared")
    assert (sent["title"], sent["name"]) == ("Verbetering: Womento", "practice-womento.txt")
    code, said = contribute(a_copy(tmp_path), sent["text"])
    assert code == 0, said
    page.evaluate("window.refuses = 'AbortError'")
    ways.first.click()
    expect(page.locator('[data-part="done"]')).to_contain_text("niets gedeeld")
    page.evaluate("window.refuses = 'NotAllowedError'")
    with page.expect_download() as saved:
        ways.first.click()
    assert json.loads(Path(saved.value.path()).read_text("utf-8"))["id"] == "womento"


def test_on_a_desk_mail_comes_first_and_the_file_is_saved(open_page: Open) -> None:
    page = opened(prepared(open_page(PRACTICE), SHARES))
    assert [way.get_attribute("data-way") for way in page.locator("[data-way]").all()] == ["mail", "issue", "file"]
    expect(page.locator("[data-way=file]")).to_have_text("Bewaar als bestand")


def test_a_long_correction_is_copied_and_the_mail_stays_short(open_page: Open, tmp_path: Path) -> None:
    page = opened(prepared(open_page(PRACTICE, permissions=["clipboard-read", "clipboard-write"])))
    words = " ".join(f"{number * 7919 % 9973:04d}" for number in range(900))
    page.locator("#hub-improve-nl").fill(words)
    page.locator("#hub-improve-reason").fill("Lang.")
    page.locator("[data-way=mail]").click()
    expect(page.locator('[data-part="done"]')).to_contain_text("klembord")
    assert "hub1" not in unquote(page.evaluate("window.opened[0]"))
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#hub-improve-message").input_value()
    code, said = contribute(a_copy(tmp_path), copied)
    assert code == 0, said


def test_what_is_wrong_is_said_while_typing(open_page: Open) -> None:
    page = opened(prepared(open_page(f"en/{PRACTICE}")), '.hub-improve__link[data-fields^="name"]')
    expect(page.locator("#hub-improve-nl-fault")).to_have_text("")
    page.locator("#hub-improve-which").select_option(label="In short: education: Higher education")
    field, fault = page.locator("#hub-improve-en"), page.locator("#hub-improve-en-fault")
    field.fill("x" * 61)
    expect(fault).to_have_text("Too long: 61 characters. There is room for 60.")
    field.fill(" ")
    expect(fault).to_contain_text("must not be empty")
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill("Higher education")
    expect(page.locator("#hub-improve-nl-fault")).to_have_text("Nothing has changed yet.")
    page.locator('[data-part="discard"]').click()
    assert page.evaluate("localStorage.getItem('hub-correction:practice/womento')") is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [PRACTICE, f"en/{PRACTICE}"])
def test_the_open_box_has_no_accessibility_faults(open_page: Open, path: str, scheme: str) -> None:
    page = opened(prepared(open_page(path, width=390, height=844, scheme=scheme)), '.hub-improve__link[data-fields^="results"]')
    page.locator("#hub-improve-value:visible, #hub-improve-nl:visible").first.fill("")
    page.locator("[data-way=mail]").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.keyboard.press("Escape")
    expect(page.locator(".hub-improve-box")).not_to_have_attribute("open", "")
    assert page.evaluate("document.activeElement.dataset.fields").startswith("results")


@pytest.mark.parametrize(
    "path",
    ["criteria/guidance/", "guides/guiding/", "toolkit/mentee-intake-form/", "partners/vdab/", "projects/effective-quality-mentoring/"],
)
def test_every_kind_of_record_has_its_box(open_page: Open, path: str) -> None:
    page = prepared(open_page(path))
    links = page.locator(".hub-improve__link")
    assert links.count() > 3
    for number in range(links.count()):
        link = links.nth(number)
        link.evaluate("(link) => link.closest('details')?.setAttribute('open', '')")
        link.click()
        expect(page.locator(".hub-improve-box")).to_have_attribute("open", "")
        page.keyboard.press("Escape")


def test_without_script_the_links_lead_to_how_it_is_done(open_page: Open) -> None:
    page = open_page(PRACTICE, scripts=False)
    page.locator(LINK).click()
    assert page.url.endswith("/contribute/#correct")
    expect(page.locator('.hub-main a[href^="mailto:"]').first).to_be_visible()
    page.get_by_text("praktijken zonder duur").click()
    expect(page.get_by_role("link", name="Ik weet het").first).to_be_visible()


def test_the_box_costs_nothing_until_it_is_opened_and_little_then(open_page: Open, served: Served) -> None:
    served.requests.clear()
    page = prepared(open_page(PRACTICE))
    assert not [one for one in served.requests if "/records-" in one or "/contribute/" in one]
    opened(page)
    scripts = {one.removeprefix("/hub/") for one in served.requests if "/contribute/" in one and one.endswith(".js")}
    assert len(scripts) == 10
    assert sum(served.compressed_size(one) for one in scripts) <= 15 * 1024
