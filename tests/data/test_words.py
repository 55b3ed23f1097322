"""One word for one thing: `words.yml` lists the words that no text may hold, in the language where they are refused.

Reads what readers get: texts of records in their languages, the interface, and the pages and guides in `docs/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from harness import ROOT
from hub.load.records import RawRecord
from hub.load.strict_yaml import Loc
from hub.pipeline import inspect

LINKING, _ = inspect(ROOT)
LOCALES = LINKING.locales


@dataclass(frozen=True)
class Word:
    locale: str
    refuse: str
    use: str
    why: str
    only: tuple[str, ...] = ("",)
    exceptions: tuple[str, ...] = ()

    def applies(self, path: str, locale: str) -> bool:
        return self.locale in ("any", locale) and path.startswith(self.only) and not path.startswith(self.exceptions)


def words() -> list[Word]:
    entries = yaml.safe_load((Path(__file__).with_name("words.yml")).read_text("utf-8"))
    return [
        Word(
            **{key: value for key, value in entry.items() if key not in ("only", "except")},
            only=tuple(entry.get("only", ("",))),
            exceptions=tuple(entry.get("except", ())),
        )
        for entry in entries
    ]


WORDS = words()
_TARGETS = re.compile(r"\]\([^)]*\)|\[[@%][^\]]*\]|\{[.#][^}]*\}")


def running(text: str) -> str:
    """The text as it is read: blanks instead of line breaks and instead of what nobody sees, of the same length."""
    return re.sub(r"\s", " ", _TARGETS.sub(lambda mark: " " * len(mark.group()), text))


def found_in(text: str, path: str, line: int, locale: str) -> Iterator[str]:
    readable = running(text)
    for word in WORDS:
        if word.applies(path, locale):
            for match in re.finditer(word.refuse, readable):
                place = line + text.count("\n", 0, match.start())
                yield f"{path}:{place}: “{match.group()}”: write {word.use} ({word.why})"


def texts(value: object, loc: Loc = ()) -> Iterator[tuple[str, Loc, str]]:
    """(language, place, text) of every text; the language is empty where a text has none of its own."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, (*loc, key))
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield from texts(inner, (*loc, number))
    elif isinstance(value, str):
        yield str(loc[-1]) if loc and loc[-1] in LOCALES else "", loc, value


def in_record(raw: RawRecord) -> Iterator[str]:
    whole = Path(raw.path).stem if raw.kind.name == "interface" else ""
    for locale, loc, text in texts(raw.value):
        yield from found_in(text, raw.path, raw.line(loc), whole or locale)


def test_records_and_interface_use_one_word_for_one_thing() -> None:
    faults = [fault for raw in LINKING.loaded.records for fault in in_record(raw)]
    assert not faults, "\n".join(faults)


def test_pages_and_guides_use_one_word_for_one_thing() -> None:
    faults: list[str] = []
    for file in sorted((ROOT / "docs").rglob("*.md")):
        locale = next((one for one in LOCALES[1:] if file.name.endswith(f".{one}.md")), LOCALES[0])
        faults += found_in(file.read_text("utf-8"), file.relative_to(ROOT).as_posix(), 1, locale)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("word", WORDS, ids=[f"{word.locale}: {word.use[:30]}" for word in WORDS])
def test_the_list_is_sound(word: Word) -> None:
    """Its expressions find nothing in what they ask for, and its exceptions are still needed."""
    assert not re.search(word.refuse, word.use)
    for path in word.exceptions:
        texts_there = (ROOT / path).read_text("utf-8")
        assert re.search(word.refuse, running(texts_there)), f"{path} needs no exception any more"


@pytest.mark.parametrize(
    ("text", "locale", "found"),
    [
        ("Wat is mentoring\nnaar werk?", "nl", True),
        ('De oproep "Mentoring naar werk" van VDAB', "nl", False),
        ("Ga naar de VDAB", "nl", True),
        ("de VDAB-oproep", "nl", False),
        ("The same figures stand in the table", "en", True),
        ("Where do you stand?", "en", False),
        ("[childcare](page:child-care)", "en", False),
    ],
)
def test_what_is_found(text: str, locale: str, found: bool) -> None:
    assert bool(list(found_in(text, "docs/x.md", 1, locale))) is found


INFERRED = re.compile(r"\((?:afgeleid|inferred)\b")


@pytest.mark.parametrize("file", sorted((ROOT / "docs" / "guides").glob("*.md")), ids=lambda file: file.name)
def test_a_guide_says_once_in_a_paragraph_that_it_is_inferred(file: Path) -> None:
    """A mark at every sentence is no longer seen; the first lines of a guide say what holds where no source is named."""
    blocks = re.split(r"\n\s*\n", file.read_text("utf-8"))
    assert [block for block in blocks if not block.startswith("|") and len(INFERRED.findall(block)) > 1] == []
    assert sum(len(INFERRED.findall(block)) for block in blocks) <= 15
