"""The catalogue in one language: its texts, labels and bibliography, made once per build."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from ..load.documents import GUIDES, Document
from ..model import Locale, Practice, Said, Term, Text
from ..text import prose
from ..text.bibliography import Reference, references
from ..text.folding import folded
from ..text.strings import Strings

if TYPE_CHECKING:
    from ..link.catalogue import Catalogue


PLACES = ("country", "region")
"""Vocabularies whose labels are names, so that they read as part of a sentence."""


PLURALS: Mapping[Locale, str] = {"nl": "(?:s|['’]s|en|n)?", "en": "s?"}
"""Endings of glossary terms that are recognised in a text."""


class Edition:
    """The catalogue in one language."""

    def __init__(self, catalogue: Catalogue, locale: Locale) -> None:
        self.catalogue = catalogue
        self.locale = locale
        self.strings = Strings(locale, catalogue.strings[locale])

    @cached_property
    def references(self) -> Mapping[str, Reference]:
        return references(self.catalogue.sources, self.strings)

    @cached_property
    def practices_by_name(self) -> tuple[Practice, ...]:
        """As readers look a name up; practices of the same name by id."""
        return tuple(
            sorted(self.catalogue.practices.values(), key=lambda item: (folded(self.text(item.name)), item.id))
        )

    def guide_text(self, guide: str) -> Document:
        """The document with the text of a guide."""
        return self.catalogue.documents[f"{GUIDES}/{guide}", self.locale]

    def text(self, text: Text) -> str:
        """Plain text, for titles, attributes and descriptions; falls back to another language without a note."""
        return text.said(self.locale).text

    def fallback_note(self, said: Said) -> str | None:
        """What goes with a text that is not in the language of the edition; None where it is."""
        if said.lang == self.locale:
            return None
        return self.strings("common.fallback", language=self.strings.language(said.lang))

    def plain(self, text: Text) -> str:
        """As `text`, for prose: without Markdown and citations."""
        return prose.to_plain(text.said(self.locale).text)

    def term(self, vocabulary: str, id: str) -> Term:
        return self.catalogue.term(vocabulary, id)

    def label(self, vocabulary: str, id: str) -> str:
        return self.text(self.term(vocabulary, id).label)

    def labels(self, vocabulary: str, ids: Iterable[str]) -> str:
        """`Jongvolwassenen · Vluchtelingen`, in the order authored; countries and regions as `België en Frankrijk`."""
        labels = [self.label(vocabulary, id) for id in ids]
        return self.strings.listed(labels) if vocabulary in PLACES else " · ".join(labels)

    @cached_property
    def glossary_names(self) -> tuple[re.Pattern[str], Mapping[str, str]]:
        """Pattern that finds the terms of the glossary in a text, the longest first, and name → id.

        A part in parentheses is no part of the name; the plurals of the language are found too.
        """
        ids = {}
        for term in self.catalogue.glossary:
            if self.locale in term.term.root:
                ids[re.sub(r"\s*\([^)]*\)", "", term.term.root[self.locale]).strip().casefold()] = term.id
        longest = sorted(ids, key=lambda name: (-len(name), name))
        names = "|".join(re.escape(name) for name in longest)
        return re.compile(rf"(?<![\w-])({names}){PLURALS.get(self.locale, '')}(?![\w-])", re.IGNORECASE), ids
