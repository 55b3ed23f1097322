"""What the check says in another language than English; the last step before it is printed, so that nothing depends on it.

`messages_nl.py` holds the words. A message that it does not know stays English; a test sees to it that there is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from . import messages_nl

LANGUAGES = ("en", "nl")

_HOLE = re.compile(r"%(\d)")
_Rule = tuple[re.Pattern[str], str]


def translated(message: str, language: str) -> str:
    """
    >>> translated("must be at most 5, got 7", "nl"), translated("must be at most 5, got 7", "en")
    ('mag hoogstens 5 zijn, maar er staat 7', 'must be at most 5, got 7')
    """
    return _TRANSLATORS[language](message)


@cache
def _rules(pairs: messages_nl.Pairs, before: str = "") -> tuple[_Rule, ...]:
    """The most particular first: those with the most letters of their own."""
    ranked = sorted(pairs, key=lambda pair: -len(_HOLE.sub("", pair[0])))
    return tuple((_pattern(english, before), dutch) for english, dutch in ranked)


def _pattern(english: str, before: str) -> re.Pattern[str]:
    """A value may be anything, but a hole is filled as sparingly as the rest allows."""
    seen: set[str] = set()

    def hole(match: re.Match[str]) -> str:
        number = match.group(1)
        again = number in seen
        seen.add(number)
        return f"(?P=v{number})" if again else f"(?P<v{number}>.+?)"

    parts = (_HOLE.sub(hole, part) if _HOLE.fullmatch(part) else re.escape(part) for part in re.split(r"(%\d)", english))
    return re.compile(before + "".join(parts), re.DOTALL)


def _filled(dutch: str, match: re.Match[str]) -> str:
    return _HOLE.sub(lambda hole: _value(match.group(f"v{hole.group(1)}")), dutch)


def _value(text: str) -> str:
    """Words of the hub in Dutch; what an author wrote stands in quotes and stays."""
    if text[:1] in "'\"":
        return text
    for pattern, dutch in _rules(messages_nl.VALUES):
        if match := pattern.fullmatch(text):
            return _filled(dutch, match)
    return _whole(text) or text


def _dutch(message: str) -> str:
    return _whole(message) or message


def _whole(message: str) -> str | None:
    """A message, after its ends and what was written instead are taken off; None where some of it is not known."""
    for pairs in (messages_nl.ENDS, messages_nl.GOT):
        for pattern, dutch in _rules(pairs, r"(?P<rest>.+?)"):
            if (match := pattern.fullmatch(message)) and (rest := _whole(match.group("rest"))) is not None:
                return rest + _filled(dutch, match)
    return _matched(message)


def _matched(message: str) -> str | None:
    for pattern, dutch in _rules(messages_nl.MESSAGES):
        if match := pattern.fullmatch(message):
            return _filled(dutch, match)
    return None


_TRANSLATORS: Mapping[str, Callable[[str], str]] = {"en": str, "nl": _dutch}
