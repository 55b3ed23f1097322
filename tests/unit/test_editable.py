"""Which fields of a record readers can correct, and what the box loads of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from builders import a_hub, sample
from harness import ROOT
from hub.browser.record_files import record_files, text_key
from hub.contribute.change_set import digest
from hub.contribute.editable import KINDS, Field, fields
from hub.link.catalogue import Catalogue
from hub.load.strict_yaml import read, value_at
from hub.pipeline import load_catalogue
from hub.view.edition import Edition, editions
from hub.view.view import View
from hub.view.wanted import wanted


def found(kind: str, text: str) -> dict[str, Field]:
    return {".".join(map(str, one.loc)): one for one in fields(kind, read(text).value)}  # type: ignore[arg-type]


def test_texts_numbers_and_lines_are_offered_ids_and_terms_are_not() -> None:
    practice = found("practice", sample("data/practices/alpha.yml"))
    assert (practice["name"].type, practice["name"].longest) == ("text", 1_000)
    assert practice["results.0.value"].type == "number"
    assert not {"id", "status", "kind.0", "mentees.group.0", "sources.0", "results.0.id", "last_checked"} & practice.keys()
    assert practice["mentees.about"].lines


def test_a_date_is_a_line_however_precise() -> None:
    text = sample("data/practices/alpha.yml")
    for written in ("2011", "'2011-03'"):
        changed = re.sub(r"(?m)^period:.*\n( .*\n)*", "", text) + f"period: {{start: {written}}}\n"
        assert found("practice", changed)["period.start"].type == "line"


def test_texts_that_every_language_must_have_are_marked() -> None:
    path = next((ROOT / "data/criteria").glob("*.yml"))
    assert found("criterion", path.read_text("utf-8"))["title"].every_language


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_that_is_offered_has_a_name_in_both_languages(catalogue: Catalogue, kind: str) -> None:
    records = [value for (own, _), value in catalogue.authored.items() if own == kind]
    assert records
    for locale in catalogue.locales:
        edition = Edition(catalogue, locale)
        missing = {one.names for record in records for one in fields(kind, record) if not text_key("names", one, edition)}
        assert missing == set()


def test_a_record_is_published_as_it_is_authored(catalogue: Catalogue) -> None:
    made = record_files(editions(catalogue))
    for (kind, id), path in catalogue.path_of.items():
        if kind in KINDS:
            published = json.loads(made.files[f"{made.root}/{kind}/{id}.json"])
            assert digest(published["record"]) == digest(read((ROOT / path).read_text("utf-8")).value)
            for one in published["fields"]:
                assert value_at(catalogue.authored[kind, id], tuple(one["at"])) is not None
    assert {f"{made.root}/nl.json", f"{made.root}/en.json"} <= made.files.keys()


def test_what_is_wanted_follows_from_the_data(tmp_path: Path) -> None:
    catalogue, problems = load_catalogue(a_hub(tmp_path))
    assert catalogue, problems
    groups = wanted(View(Edition(catalogue, "en"), "contribute"))
    assert groups
    assert all(group.items for group in groups)
    mails = [item.mail for group in groups for item in group.items]
    assert all(mail.startswith("mailto:hub@example.org?subject=") and len(mail) < 1_800 for mail in mails)
    lacking = {one.id for one in catalogue.practices.values() if one.effort is None and not one.funding.budget}
    named = {item.href.split("/")[-2] for group in groups for item in group.items}
    assert lacking <= named
