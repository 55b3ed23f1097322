"""What is wrong, and where: the one shape in which every check of the hub reports a fault.

Imports nothing of ours. Checks yield problems; only commands print them.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]

LONGEST_VALUE = 60
MOST_LISTED = 25
MOST_PER_FILE = 50
"""The number of problems after which a file (or a record, in a file that lists them) is not checked further."""


@dataclass(frozen=True, order=True)
class Problem:
    """One fault; sorted by place.

    `path` is posix text relative to the root, `line` counts from 1 (0: the file as a whole), `field` is dotted
    (`title.nl`, `results[jobs-2016].value`, `watch_out[1].nl`; empty: the record as a whole).
    """

    path: str
    line: int
    field: str
    message: str
    severity: Severity = "error"

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        parts = (place, "warning" if self.severity == "warning" else "", self.field, self.message)
        return visible(": ".join(part for part in parts if part))


def errors(problems: Iterable[Problem]) -> bool:
    """True when at least one of them is an error."""
    return any(problem.severity == "error" for problem in problems)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sorted by place, each problem once."""
    return tuple(sorted(set(problems)))


def capped(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first `MOST_PER_FILE` errors of a file, and a last one that says there are more; the rest is not computed.

    Warnings are counted apart, so that they never hide an error.
    """
    seen: Counter[Severity] = Counter()
    for problem in problems:
        if seen[problem.severity] < MOST_PER_FILE:
            yield problem
        elif seen[problem.severity] == MOST_PER_FILE:
            yield Problem(problem.path, problem.line, "", "and more problems from here on in this file", problem.severity)
            if problem.severity == "error":
                return
        seen[problem.severity] += 1


# --- messages ---------------------------------------------------------------------------------------------------------


def visible(text: str) -> str:
    """Characters that cannot be seen, or would disturb the line they are printed on, as `\\u…` escapes.

    >>> visible("caf\\u00e9 \\u202e\\n")
    'café \\\\u202e\\\\n'
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def shown(value: object) -> str:
    """A value as an author recognises it: texts quoted and shortened, groups and lists named.

    >>> shown("x" * 100) == "'" + "x" * 59 + "…'", shown(True), shown({}), shown(())
    (True, 'true', 'a group of fields', 'a list')
    """
    if isinstance(value, str):
        cut = value if len(value) <= LONGEST_VALUE else value[: LONGEST_VALUE - 1] + "…"
        return f"'{visible(cut)}'"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a group of fields"
    if isinstance(value, tuple | list):
        return "a list"
    return shown(str(value))[1:-1]


def close_to(value: object, allowed: Collection[str]) -> str | None:
    """The allowed value that looks most like this one, None where none does."""
    if not isinstance(value, str) or value in allowed or not 0 < len(value) <= 80:
        return None
    same = [known for known in sorted(allowed) if known.casefold() == value.casefold()]
    close = same or difflib.get_close_matches(value, sorted(allowed), n=1, cutoff=0.66)
    return close[0] if close else None


def nearest(value: object, allowed: Collection[str]) -> str:
    """The end of a sentence: the closest allowed value, or all of them when they are few.

    >>> nearest("refugee", ["refugees", "women"])
    "; did you mean 'refugees'?"
    >>> nearest("x", ["full", "part"])
    '; allowed are: full, part'
    """
    if close := close_to(value, allowed):
        return f"; did you mean '{close}'?"
    listed = allowed if isinstance(allowed, tuple | list) else sorted(allowed)
    return f"; allowed are: {', '.join(listed)}" if 0 < len(allowed) <= MOST_LISTED else ""


def count(number: int, noun: str) -> str:
    """
    >>> count(1, "error"), count(0, "file")
    ('1 error', '0 files')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def report(problems: Iterable[Problem]) -> str:
    """All problems, one per line, and how many they are; for whoever stops because of them."""
    listed = tuple(problems)
    return "\n".join([*map(str, listed), _found(listed)])


def summary(files: int, problems: Iterable[Problem]) -> str:
    """
    >>> summary(61, [])
    'checked 61 files: no problems'
    """
    return f"checked {count(files, 'file')}: {_found(problems)}"


def _found(problems: Iterable[Problem]) -> str:
    severities = Counter(problem.severity for problem in problems)
    return ", ".join(count(severities[name], name) for name in ("error", "warning") if severities[name]) or "no problems"
