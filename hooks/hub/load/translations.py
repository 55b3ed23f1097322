"""`data/translations.lock` as it is written: per text a fingerprint in each language, of when all of them said the same.

    languages nl en
    practices/womento summary 3fa9c1 77be02
    practices/womento lessons[] 0c11d2 - by An Peeters

Record, place, a fingerprint per language (`-`: not in this language), and who confirmed that the languages say the same
although only one of them changed. Read strictly; a line that says something else is a problem. No lock is an empty one.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..model import Locale
from ..model.kinds import KB
from ..problems import Problem, capped, shown
from ..text.fingerprint import LENGTH
from .files import read_text

FILE = "data/translations.lock"
LARGEST = 8192 * KB
NONE = "-"
HEAD = "# Kept by `make translations`: which texts say the same in every language. Contributors need not touch it.\n"

_LANGUAGES = re.compile(r"languages((?: [a-z]{2})+)")
_LINE = re.compile(
    rf"(?P<record>[a-z0-9][a-z0-9/_-]*) (?P<place>[A-Za-z0-9#][A-Za-z0-9#_.\[\]-]*)"
    rf"(?P<prints>(?: (?:[0-9a-f]{{{LENGTH}}}|{NONE}))+)(?: by (?P<by>\S(?:.{{0,98}}\S)?))?"
)


@dataclass(frozen=True, order=True)
class Locked:
    """One text as it was when its languages said the same."""

    record: str
    place: str
    prints: tuple[tuple[Locale, str], ...]
    """Language and fingerprint, in the order of the lock; a language it was not in is left out."""
    by: str = ""
    line: int = field(default=0, compare=False)

    @property
    def name(self) -> tuple[str, str]:
        return self.record, self.place


@dataclass(frozen=True)
class Lock:
    locales: tuple[Locale, ...] = ()
    lines: tuple[Locked, ...] = ()


def lock(root: Path) -> tuple[Lock, tuple[Problem, ...]]:
    path = root / FILE
    if not os.path.lexists(path):
        return Lock(), ()
    text = read_text(path, FILE, LARGEST)
    return (Lock(), (text,)) if isinstance(text, Problem) else parsed(text)


def parsed(text: str) -> tuple[Lock, tuple[Problem, ...]]:
    """What the lines say, those that could be read, and what is wrong with the others."""
    rows = [
        (number, row) for number, row in enumerate(text.split("\n"), 1) if row.strip() and not row.startswith("#")
    ]  # fmt: skip
    number, first = rows[0] if rows else (0, "")
    match = _LANGUAGES.fullmatch(first)
    locales = tuple(match.group(1).split()) if match else ()
    if not match or len(set(locales)) < len(locales):
        message = f"must begin with its languages, such as 'languages nl en', got {shown(first)}"
        return Lock(), (Problem(FILE, number, "", message),)
    found: list[Locked] = []
    problems: list[Problem] = []
    seen: dict[tuple[str, str], int] = {}
    for number, row in rows[1:]:
        one = _locked(row, locales, number)
        if one is None:
            message = f"must be a record, a place and a fingerprint for each of {', '.join(locales)}, got {shown(row)}"
            problems.append(Problem(FILE, number, "", message))
        elif "[]" not in one.place and one.name in seen:
            before = seen[one.name]
            problems.append(Problem(FILE, number, "", f"must be given only once, it already stands on line {before}"))
        else:
            seen[one.name] = number
            found.append(one)
    return Lock(locales, tuple(found)), tuple(capped(problems))


def _locked(row: str, locales: tuple[Locale, ...], number: int) -> Locked | None:
    match = _LINE.fullmatch(row)
    prints = match.group("prints").split() if match else []
    if match is None or len(prints) != len(locales) or len(prints) - prints.count(NONE) < 2:
        return None
    pairs = tuple((locale, one) for locale, one in zip(locales, prints, strict=True) if one != NONE)
    return Locked(match.group("record"), match.group("place"), pairs, match.group("by") or "", number)


def written(one: Lock) -> str:
    """The file, in alphabetical order; what `parsed` reads from it is the same lock in that order."""
    return "".join((HEAD, f"languages {' '.join(one.locales)}\n", *_rows(one)))


def _rows(one: Lock) -> Iterator[str]:
    for line in sorted(one.lines):
        prints: Mapping[Locale, str] = dict(line.prints)
        columns = " ".join(prints.get(locale, NONE) for locale in one.locales)
        yield f"{line.record} {line.place} {columns}{f' by {line.by}' if line.by else ''}\n"
