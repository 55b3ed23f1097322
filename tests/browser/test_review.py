"""Whoever runs the hub pastes what arrived and sees what it would change: in both languages, with what is wrong in words."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from axe import violations
from harness import ROOT, Served
from hub.contribute.armour import packed
from hub.contribute.change_set import FORMAT, digest
from hub.load.strict_yaml import read

Open = Callable[..., Page]

REVIEW = "contribute/review/"
RECORD: Any = read((ROOT / "data/practices/womento.yml").read_text("utf-8")).value
SUMMARY = RECORD["summary"]["nl"]
SHORTER = SUMMARY.replace("Hoogopgeleide vrouwen", "Geschoolde vrouwen")
EVIL = "<img src=x onerror=\"document.title='hacked'\"> \u202e {{ x }} javascript:alert(1)"
CAUGHT = """
window.opened = [];
const click = HTMLAnchorElement.prototype.click;
HTMLAnchorElement.prototype.click = function () {
    if (/\\/issues\\/new/.test(this.href)) window.opened.push(this.href); else click.call(this);
};"""
DROP = """([$field, name, content]) => {
    const data = new DataTransfer();
    data.items.add(new File([content], name, {type: "message/rfc822"}));
    $field.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
}"""


def a_set(**changes: Any) -> str:
    return json.dumps({
        "format": FORMAT, "kind": "practice", "id": "womento", "base": digest(RECORD),
        "set": [[["summary", "nl"], SHORTER, digest(SUMMARY)]], "remove": [], "who": "An Peeters",
        "conflict_of_interest": "", "sources": [], "note": "Zo zegt de aanbieder het.",
    } | changes)  # fmt: skip


def opened(page: Page) -> Page:
    page.add_init_script(CAUGHT)
    page.reload()
    page.wait_for_load_state("networkidle")
    return page


def pasted(page: Page, words: str) -> Page:
    page.locator("#review-arrived").fill(words)
    return page


def test_a_mail_is_shown_field_by_field_in_both_languages(open_page: Open) -> None:
    page = opened(open_page(REVIEW))
    pasted(page, "> Dag,\r\n> \r\n" + packed(a_set()).replace("\n", "\r\n> "))
    expect(page.locator(".hub-review__title a")).to_have_text("Womento")
    expect(page.get_by_role("status").first).to_contain_text("1 bijdrage gevonden")
    dutch, english = page.locator(".hub-review__cell").all()
    assert dutch.locator("del").all_text_contents() == ["[geschrapt: Hoogopgeleide] "]
    assert dutch.locator("ins").all_text_contents() == ["[nieuw: Geschoolde] "]
    expect(english).to_contain_text("Blijft")
    expect(english).to_contain_text(RECORD["summary"]["en"])
    about = page.locator(".hub-review__about")
    for words in ("An Peeters", "Zo zegt de aanbieder het.", "Niets vermeld", "Geen nieuwe bronnen"):
        expect(about).to_contain_text(words)
    page.locator(".hub-review__title a").click()
    page.wait_for_url("**/practices/womento/")


def test_several_in_one_paste_are_each_shown_and_conflicts_are_named(open_page: Open) -> None:
    page = opened(open_page(f"en/{REVIEW}"))
    changed = a_set(base="00000000", set=[
        [["summary", "en"], "Something else.", "00000000"], [["name", "nl"], "Womento!", digest(RECORD["name"]["nl"])],
    ])  # fmt: skip
    new = a_set(id="womento-two", base="", set=[[["name"], {"nl": "Nieuw", "en": "New"}]])
    pasted(page, "\n".join(map(packed, (a_set(), changed, new))))
    sets = page.locator(".hub-review__set")
    expect(sets).to_have_count(3)
    expect(sets.nth(0)).to_contain_text("still as the sender saw it")
    expect(sets.nth(1)).to_contain_text("1 conflict: Summary")
    expect(sets.nth(1)).to_contain_text("Somebody else changed this field meanwhile.")
    expect(sets.nth(1).locator(".hub-review__row")).to_have_count(2)
    expect(sets.nth(2)).to_contain_text("New: womento-two")
    pasted(page, packed(a_set(base="")) + packed(a_set(id="nowhere")))
    expect(sets).to_have_count(2)
    expect(sets.nth(0)).to_contain_text("already is a record with this name")
    expect(sets.nth(1)).to_contain_text("not on the site (any more)")


def test_what_strangers_wrote_is_only_ever_text(open_page: Open) -> None:
    page = opened(open_page(REVIEW))
    source = {"id": EVIL, "title": EVIL, "URL": "javascript:alert(1)"}
    pasted(page, a_set(set=[[["summary", "nl"], EVIL, digest(SUMMARY)]], note=EVIL, who=EVIL, sources=[source]))
    expect(page.locator(".hub-review__set")).to_contain_text("[U+202E] {{ x }}")
    assert page.locator(".hub-review__set img").count() == 0
    assert page.locator(".hub-review__set a").count() == 1
    pasted(page, a_set(kind="constructor", set=[[["__proto__", "x"], EVIL]]))
    expect(page.locator("#review-trouble")).to_contain_text("set[1]: is niet de plaats van een veld.")
    expect(page.locator(".hub-review__set")).to_have_count(0)
    assert page.title() != "hacked"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (packed(a_set())[:120], "Het einde ontbreekt"),
        (packed(a_set()).replace("\n", "", 3)[:90] + "x" + packed(a_set())[100:], "iets weg of er is iets veranderd"),
        ("Dag, jullie pagina klopt niet.", "Hier staat geen bijdrage in"),
        ('{"format": "hub-change-set/1"', "geen geldige JSON"),
        (packed("0" * 3_000_000), "te groot"),
    ],
    ids=["cut", "damaged", "words", "json", "bomb"],
)
def test_what_cannot_be_read_is_said_and_stays_in_the_field(open_page: Open, words: str, said: str) -> None:
    page = pasted(opened(open_page(REVIEW)), words)
    expect(page.locator("#review-trouble")).to_contain_text(said)
    expect(page.locator("#review-arrived")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#review-arrived")).to_have_value(words)
    expect(page.locator("#review-found")).to_be_hidden()
    pasted(page, packed(a_set()))
    expect(page.locator("#review-arrived")).to_have_attribute("aria-invalid", "false")
    expect(page.locator("#review-trouble")).to_have_text("")


def test_files_are_dropped_or_chosen_and_come_beside_what_is_there(open_page: Open, tmp_path: Path) -> None:
    page = opened(open_page(REVIEW))
    field = page.locator("#review-arrived")
    mail = "Subject: Verbetering\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + packed(a_set()).replace("=", "=3D")
    page.evaluate(DROP, [field.element_handle(), "mail.eml", mail])
    expect(page.get_by_role("status").first).to_have_text("mail.eml staat in het veld. 1 bijdrage gevonden. Wat er zou veranderen, staat hieronder.")
    picture = tmp_path / "picture.json"
    picture.write_bytes(b"\xff\xd8\x00\x00")
    second = tmp_path / "second.txt"
    second.write_text(packed(a_set(note="Nog een reden.")), "utf-8")
    page.locator("[type=file]").set_input_files([picture, second])
    expect(page.locator(".hub-review__set")).to_have_count(2)
    expect(page.locator("#review-trouble")).to_have_text("picture.json is geen tekst. Open het bestand en kopieer wat erin staat.")
    assert field.input_value().startswith("Subject:")


def test_the_issue_holds_what_lands_and_no_name_unless_asked(open_page: Open, tmp_path: Path) -> None:
    page = pasted(opened(open_page(REVIEW)), packed(a_set()))
    page.get_by_role("button", name="Open een melding hiermee").click()
    expect(page.locator(".hub-review__done")).to_contain_text("nieuw venster")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Open een melding hiermee").click()
    page.wait_for_function("window.opened.length === 2")
    without, named = (parse_qs(urlsplit(link).query)["body"][0] for link in page.evaluate("window.opened"))
    assert SHORTER in without
    assert "An Peeters" not in without
    assert "Van: An Peeters" in named
    with page.expect_download() as saved:
        page.get_by_role("button", name="Bewaar als .json").click()
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for text in (without, Path(saved.value.path()).read_text("utf-8")):
        done = subprocess.run(
            [sys.executable, str(ROOT / "hooks/contribute.py"), "-", "--root", str(tmp_path)],
            input=text, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr


def test_by_keyboard_on_a_phone(open_page: Open) -> None:
    page = opened(open_page(f"en/{REVIEW}", width=390, height=844, permissions=["clipboard-read", "clipboard-write"]))
    page.evaluate("words => navigator.clipboard.writeText(words)", packed(a_set()))
    page.locator("#review-arrived").focus()
    page.keyboard.press("Control+V")
    expect(page.locator(".hub-review__set")).to_have_count(1)
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.do === 'copy'"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".hub-review__done")).to_have_text("The text is on your clipboard.")
    assert "(hub1:" in page.evaluate("navigator.clipboard.readText()")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [REVIEW, f"en/{REVIEW}"])
def test_no_accessibility_faults(open_page: Open, path: str, scheme: str) -> None:
    page = opened(open_page(path, width=390, height=844, scheme=scheme))
    conflict = a_set(base="00000000", set=[[["results", "#pilot-pairs", "value"], 14, "00000000"]])
    pasted(page, packed(a_set()) + packed(conflict) + "(hub1:")
    expect(page.locator(".hub-review__set")).to_have_count(2)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_script_the_page_says_which_command_does_it(open_page: Open) -> None:
    page = open_page(REVIEW, scripts=False)
    expect(page.locator("noscript pre")).to_contain_text("python hooks/contribute.py FILE")
    expect(page.locator("noscript pre")).to_be_visible()
    expect(page.locator("#review-arrived")).to_be_hidden()


def test_search_engines_leave_it_out_and_it_is_small(open_page: Open, served: Served) -> None:
    served.requests.clear()
    page = opened(open_page(REVIEW))
    assert page.locator('meta[name="robots"]').get_attribute("content") == "noindex"
    scripts = {one.removeprefix("/hub/") for one in served.requests if "/contribute/" in one and one.endswith(".js")}
    shared = ("armour", "unpack", "digest", "change-set", "message", "hand-over")
    own = [one for one in scripts if not one.endswith(tuple(f"/{name}.js" for name in shared))]
    assert len(own) == 5
    assert sum(map(served.compressed_size, own)) <= 8 * 1024
