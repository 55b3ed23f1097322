"""What YAML reads without complaint but not as it was meant, or complains about at another line: a blank that is no space,
no blank at all after ':', a text that is cut at ' #', a backslash in double quotes.

Looks at the text as written; knows no fields. Lines count from 1.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..problems import shown

_ODD = r"\t\xa0\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff"
"""Blanks that are no spaces, and signs of no width: what looks like a space or like nothing."""
_INDENTATION = re.compile(rf"^ *([{_ODD}])[{_ODD} ]*[^\s#]", re.MULTILINE)
_FIELD = re.compile(r" *(?:- +)*[A-Za-z_][\w-]{0,39} ?:(?:[ \r]|$)")
_UNSPACED = re.compile(r" *(?:- +)*(?!mailto:)[A-Za-z_][\w-]{0,39} ?:(?!//)([^ \n\r])")
_DASH = re.compile(rf" *-([{_ODD}])")
_BLANK_IN_NAME = re.compile(rf"[{_ODD}]")
_AFTER_NAME = re.compile(rf" *:([{_ODD}])")
_REMARK = re.compile(r"[ \t]+(#[^\n\r]*)")
_ESCAPE = re.compile(r"\\(\r\n|.)", re.DOTALL)
_DRIVE = re.compile(r"(?<!\w)[A-Z]:\Z")
_LINE_END = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")

BACKSLASH = "must not hold a backslash inside double quotes; use single quotes"
NUMBER_SIGN = "must be in quotes when a text holds ' #', or else YAML leaves out {found}; a remark needs a line of its own"


def rows(text: str) -> list[str]:
    """The lines of a text, as the parser counts them."""
    return _LINE_END.split(text)


def _blank(character: str) -> str:
    if character == "\t":
        return "a tab"
    return f"U+{ord(character):04X} ({unicodedata.name(character, 'without a name').lower()})"


def odd_indentation(text: str) -> Iterator[tuple[int, str]]:
    """Lines that do not begin with spaces only, and what is wrong with each.

    >>> list(odd_indentation("a:\\n  b: x\\n\\tc: y\\n"))
    [(3, 'must be indented with spaces, got a tab')]
    """
    for match in _INDENTATION.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        yield line, f"must be indented with spaces, got {_blank(match.group(1))}"


def unspaced(written: str) -> str | None:
    """What is wrong with a text that seems to be a field or an entry without a space behind its ':' or '-'.

    >>> unspaced("nl:Londense")
    "must have a space after ':', or quotes when it is one text; got 'nl:Londense'"
    >>> unspaced("nl: Londense"), unspaced("https://example.org")
    (None, None)
    """
    if dash := _DASH.match(written):
        return f"must have a space after '-', got {_blank(dash.group(1))}"
    found = _UNSPACED.match(written)
    if not found:
        return None
    if re.match(f"[{_ODD}]", found.group(1)):
        return f"must have a space after ':', got {_blank(found.group(1))}"
    first = _LINE_END.split(written.strip(), maxsplit=1)[0]
    return f"must have a space after ':', or quotes when it is one text; got {shown(first)}"


def odd_name(name: str, text: str, end: int) -> str | None:
    """What is wrong with the blanks in a name without quotes, which ends at `end`, and behind it."""
    if message := unspaced(name):
        return message
    if blank := _BLANK_IN_NAME.search(name):
        return f"must be a name without other blanks than spaces, got {_blank(blank[0])}"
    after = _AFTER_NAME.match(text, end)
    return f"must have a space after ':', got {_blank(after.group(1))}" if after else None


def cut(text: str, end: int) -> str | None:
    """The message for a text without quotes that ends at `end` because ' #' follows."""
    remark = _REMARK.match(text, end)
    return NUMBER_SIGN.format(found=shown(remark.group(1).rstrip())) if remark else None


def backslash(written: str) -> int | None:
    r"""Where a text in double quotes holds a backslash that is not part of \" or \\, counted from its start.

    What programs write is allowed: \n for a line end (not behind a drive, as in C:\naam), and a backslash that only joins
    lines, at the end of one or before the space with which the next begins.

    >>> backslash(r'"Een lijst:\n- duo"'), backslash(r'"C:\naam"'), backslash(r'"een \"duo\""'), backslash(r'"a\tb"')
    (None, 3, None, 2)
    """
    for match in _ESCAPE.finditer(written):
        sign, place = match.group(1), match.start()
        joins = sign == " " and not written[written.rfind("\n", 0, place) + 1 : place].strip()
        line_end = sign == "n" and not _DRIVE.search(written[max(place - 3, 0) : place])
        if sign not in ('"', "\\", "\n", "\r\n") and not joins and not line_end:
            return place
    return None


def missing_colon(row: str) -> str:
    """Why a line that should be a field has no ':' that counts."""
    hidden = re.search(r"\S(?=[ \t]+#)", row)
    left_out = cut(row, hidden.end()) if hidden else None
    return unspaced(row) or left_out or "must be a field 'name: value'; the ':' is missing"


def unspaced_above(lines: list[str], line: int) -> tuple[int, str] | None:
    """The line above this one that lacks a space after its ':', when all in between only continue it."""
    for number in range(line - 1, max(line - 50, 0), -1):
        row = lines[number - 1]
        if message := unspaced(row):
            return number, message
        if _FIELD.match(row):
            return None
    return None
