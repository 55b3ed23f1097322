"""Glossary terms as they occur in running text, plurals included."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ..model import GlossaryTerm, Locale

ENDINGS: Mapping[Locale, str] = {"nl": "(?:s|['’]s|en|n)?", "en": "s?"}
"""Plurals of terms that are recognised."""

TermsInTexts = tuple[re.Pattern[str], Mapping[str, str]]
"""Pattern of all terms, whose first group is the term without its ending, and case-folded term → id."""


def terms_in_texts(glossary: Iterable[GlossaryTerm], locale: Locale) -> TermsInTexts:
    """The longest term first. What stands in parentheses is no part of a term."""
    ids = {}
    for term in glossary:
        if locale in term.term.root:
            ids[re.sub(r"\s*\([^)]*\)", "", term.term.root[locale]).strip().casefold()] = term.id
    longest = sorted(ids, key=lambda name: (-len(name), name))
    names = "|".join(re.escape(name) for name in longest)
    return re.compile(rf"(?<![\w-])({names}){ENDINGS.get(locale, '')}(?![\w-])", re.IGNORECASE), ids
