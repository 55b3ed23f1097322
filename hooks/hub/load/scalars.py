"""Bare YAML values: which ones are read as what they look like, and why the others are refused."""

from __future__ import annotations

import re

from ..problems import shown


class Broken:
    """Takes the place of a value that was refused; its fault is reported already, so later checks pass over it."""

    def __repr__(self) -> str:
        return "BROKEN"


BROKEN = Broken()


_WORDS = frozenset(
    form for word in ("true", "false", "yes", "no", "on", "off", "null") for form in (word, word.title(), word.upper())
)
"""Words that some reader of YAML takes for something other than a text."""
_PLAIN_NUMBER = re.compile(r"-?(0|[1-9]\d{0,17})(\.\d{1,17})?")
_ODD_SCALARS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"~|null|Null|NULL|"), "must not be empty; leave the field out when nothing is known"),
    (re.compile(r"True|TRUE|False|FALSE"), "must be written true or false in small letters (or in quotes, as a text)"),
    (
        re.compile(r"yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF"),
        "must be in quotes, because YAML reads it as true or false; write true or false if that is meant",
    ),
    (
        re.compile(r"\d{4}-\d{1,2}-\d{1,2}([Tt ].*)?"),
        "must be in quotes, because YAML reads it as a date",
    ),
    (
        re.compile(r"[-+]?\d[\d_]*(:[0-5]?\d)+(\.[\d_]*)?"),
        "must be in quotes, because YAML reads it as a number in base 60",
    ),
    (
        re.compile(
            r"[-+]?(0[0-7_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|0b[01_]+|[\d_]*\d[\d_]*\.?[\d_]*([eE][-+]?\d+)?|\.\d[\d_]*([eE][-+]?\d+)?)"
            r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
        ),
        "must be a plain number such as 12 or 2.5 of at most 18 digits, or a text in quotes",
    ),
    (re.compile(r"<<"), "must not use YAML's merge key; write the fields out"),
)


def _odd(value: str) -> str | None:
    """Why a bare scalar is refused: YAML would not read it as what it looks like."""
    for pattern, message in _ODD_SCALARS:
        if pattern.fullmatch(value):
            return message
    return None


def plain_scalar(value: str) -> tuple[object, str | None]:
    """The value of a scalar without quotes, and why it is refused (None: it is not)."""
    if value[:1].isalpha() and value not in _WORDS:
        return value, None
    if value == "true" or value == "false":
        return value == "true", None
    if number := _PLAIN_NUMBER.fullmatch(value):
        return (float(value) if number.group(2) else int(value)), None
    message = _odd(value) if len(value) < 100 else None
    return (BROKEN, f"{message}, got {shown(value)}" if value else message) if message else (value, None)
