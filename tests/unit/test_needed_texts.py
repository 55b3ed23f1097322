"""Texts of the interface that code, templates and scripts ask for: the list of them, and what is said when one lacks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builders import a_hub, sample
from hub.link.needed_texts import LIST, needed, written
from hub.pipeline import load_catalogue
from texts import LOCALES, sample_texts

NL, EN = "data/interface/nl.yml", "data/interface/en.yml"


def line(text: str, pattern: str) -> int:
    """Of the only line that a pattern matches, from 1."""
    found = [number for number, one in enumerate(text.splitlines(), start=1) if re.fullmatch(pattern, one)]
    assert len(found) == 1, (pattern, found)
    return found[0]


def told(folder: Path, **texts: str) -> list[str]:
    return [str(problem) for problem in load_catalogue(a_hub(folder, {f"data/interface/{k}.yml": v for k, v in texts.items()}))[1]]


def replaced(name: str, old: str, new: str) -> str:
    text = sample(name)
    assert text.count(old) == 1, (name, old)
    return text.replace(old, new)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    texts = {"a": {"b": "{y} and {x}", "c": {"one": "{count}", "other": "{count} {z}"}}, "guides": {"door": {"starting": "x"}}}
    assert written({"nl": texts, "en": {"a": {"b": "{count}"}}}) == "a.b {count} {x} {y}\na.c (plural) {count} {z}\n"
    assert written({"nl": {"about": {"title": "x"}}}).splitlines()[0] in LIST.read_text("utf-8").splitlines()
    assert {"count", "essential", "advanced"} == needed()["criteria.tally"].names
    assert needed()["criteria.tally"].plural


@pytest.mark.parametrize("locale", LOCALES)
def test_the_texts_of_the_sample_are_fresh(locale: str) -> None:
    path, text = sample_texts(locale)
    assert path.read_text("utf-8") == text, "run `make texts`"


def test_a_text_that_every_language_lacks(tmp_path: Path) -> None:
    nl = replaced(NL, "\n  inferred: afgeleid\n", "\n  infered: afgeleid\n")
    en = replaced(EN, "\n  inferred: inferred\n", "\n  infered: inferred\n")
    message = "common.inferred: must be given, pages of the hub show this text; did you mean 'infered'?"
    assert told(tmp_path, nl=nl, en=en) == [
        f"{EN}:{line(en, 'common:')}: {message}", f"{NL}:{line(nl, 'common:')}: {message}",
    ]  # fmt: skip


def test_a_group_that_every_language_lacks_is_told_once(tmp_path: Path) -> None:
    nl, en = (replaced(name, "\ncommon:\n", "\ncomon:\n") for name in (NL, EN))
    message = "common: must be given, pages of the hub show its texts; did you mean 'comon'?"
    assert told(tmp_path, nl=nl, en=en) == [f"{EN}:1: {message}", f"{NL}:1: {message}"]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("{taal}", ["must have {language} to fill in", "must not have {taal} to fill in; allowed are: language"]),
        ("{languages}", ["must have {language} to fill in", "must not have {languages} to fill in; did you mean 'language'?"]),
        ("{language} {count}", ["must not have {count} to fill in; allowed are: language"]),
        ("x", ["must have {language} to fill in"]),
    ],
)
def test_names_to_fill_in(text: str, faults: list[str], tmp_path: Path) -> None:
    nl = re.sub(r"(?m)^  fallback: .*$", f"  fallback: '{text}'", sample(NL), count=1)
    place = f"{NL}:{line(nl, '  fallback: .*')}: common.fallback: "
    assert told(tmp_path, nl=nl) == [place + fault for fault in faults]


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("{a: afgeleid}", "must be a text, got a group of fields"),
        ("{one: a, other: b}", "must be one text without plural forms, nothing is counted here"),
    ],
)
def test_a_text_of_another_kind(written: str, fault: str, tmp_path: Path) -> None:
    nl, en = (re.sub(r"(?m)^  inferred: \w+$", f"  inferred: {written}", sample(name), count=1) for name in (NL, EN))
    assert told(tmp_path, nl=nl, en=en) == [
        f"{name}:{line(text, '  inferred: {.*')}: common.inferred: {fault}" for name, text in ((EN, en), (NL, nl))
    ]


def test_a_text_that_has_plural_forms(tmp_path: Path) -> None:
    nl, en = (re.sub(r"(?m)^  tally:\n    one: .*\n    other: .*$", "  tally: x", sample(name), count=1) for name in (NL, EN))
    message = "criteria.tally: must be given per plural form (one, other), got 'x'"
    assert told(tmp_path, nl=nl, en=en) == [
        f"{name}:{line(text, '  tally: x')}: {message}" for name, text in ((EN, en), (NL, nl))
    ]


def test_a_text_where_a_group_is_needed(tmp_path: Path) -> None:
    nl, en = (re.sub(r"(?m)^common:\n(  .*\n)+", "common: x\n", sample(name), count=1) for name in (NL, EN))
    assert told(tmp_path, nl=nl, en=en) == [
        f"{name}:{line(text, 'common: x')}: common: must be a group of texts, got 'x'" for name, text in ((EN, en), (NL, nl))
    ]


def test_every_term_has_the_text_that_pages_show_with_it(tmp_path: Path) -> None:
    """A role is offered as a door to the guides in words of its own."""
    role = replaced("data/vocabularies/role.yml", "id: employer\n", "id: employers\n")
    problems = load_catalogue(a_hub(tmp_path, {"data/vocabularies/role.yml": role}))[1]
    assert [str(problem) for problem in problems] == [
        f"{name}:{line(sample(name), '  door:')}: guides.door.employers: must be given, pages of the hub show this text; "
        "did you mean 'employer'?"
        for name in (EN, NL)
    ]
