"""Letters without accents and case, for sorting and searching; the browser folds in the same way (lib/folding.mjs)."""

from __future__ import annotations

import re
import unicodedata

_SPECIAL = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"})
"""Letters that Unicode does not take apart into a letter and an accent."""

_OPENING_SIGNS = "@#'\"‘’“”«([ "


def fold(text: str) -> str:
    """Without case and accents.

    >>> fold("Überblick, Mânăștur & Łódź"), fold("ﬁche")
    ('uberblick, manastur & lodz', 'fiche')
    """
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if unicodedata.category(sign)[0] != "M")
    return bare.lower().translate(_SPECIAL)


def words(text: str) -> list[str]:
    """Runs of letters and digits, folded.

    >>> words("Duo's in Saint-Gilles (1060)")
    ['duo', 's', 'in', 'saint', 'gilles', '1060']
    """
    return re.findall(r"[^\W_]+", fold(text))


def folded(text: str) -> str:
    """For sorting names and titles: without case, accents and opening signs.

    >>> folded("Øresund"), folded("@level2work"), folded("'t Werkt")
    ('oresund', 'level2work', 't werkt')
    """
    return fold(text).lstrip(_OPENING_SIGNS)


def first_letter(text: str) -> str:
    """Under which letter of the alphabet a name is listed: A to Z, or `#` for what does not begin with a letter."""
    start = folded(text)[:1].upper()
    return start if "A" <= start <= "Z" else "#"


def letter_anchor(letter: str) -> str:
    return "letter-other" if letter == "#" else f"letter-{letter.lower()}"
