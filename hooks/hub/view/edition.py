"""The catalogue in one language: its texts, labels and bibliography.

One per language and build: what is derived for a language is a `cached_property` here, so that it is made once and goes
with the build. What is the same in all languages belongs to the catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import quote

from ..link.addresses import place_of, uri
from ..link.changes import last_changes
from ..link.facets import NONE, facet_values, facets, served_order
from ..load.documents import GUIDES, Document
from ..model import Change, Locale, Practice, Term, Text
from ..model.kinds import BY_NAME
from ..text import prose
from ..text.bibliography import Reference, references
from ..text.folding import folded
from ..text.strings import Strings

if TYPE_CHECKING:
    from ..link.catalogue import Catalogue
    from ..link.translations import Translated


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

    @cached_property
    def last_changes(self) -> Mapping[str, Change]:
        """Path of a page → the newest change of what it shows."""
        return last_changes(self.catalogue)

    @cached_property
    def practices_as_listed(self) -> tuple[Practice, ...]:
        """In the order of the list page."""
        return served_order(self.catalogue, self.locale)

    @cached_property
    def practices_by_value(self) -> Mapping[tuple[str, str], tuple[Practice, ...]]:
        """(facet, value) → its practices by name; after the values of a facet comes "not documented"."""
        holders: dict[tuple[str, str], list[Practice]] = {
            (facet, value): []
            for facet in facets()
            for value in (*(term.id for term in self.catalogue.vocabularies[facet].terms), NONE)
        }
        for practice in self.practices_by_name:
            for facet in facets():
                for value in facet_values(self.catalogue, practice, facet) or (NONE,):
                    holders[facet, value].append(practice)
        return MappingProxyType({key: tuple(practices) for key, practices in holders.items()})

    @cached_property
    def glossary_names(self) -> tuple[re.Pattern[str], Mapping[str, str]]:
        """Pattern that finds the terms of the glossary in a text, the longest first, and name → id.

        A part in parentheses is no part of the name; the plurals of the language are found too.
        """
        ids = {}
        for term in self.catalogue.glossary.values():
            if self.locale in term.term.root:
                ids[re.sub(r"\s*\([^)]*\)", "", term.term.root[self.locale]).strip().casefold()] = term.id
        longest = sorted(ids, key=lambda name: (-len(name), name))
        names = "|".join(re.escape(name) for name in longest)
        return re.compile(rf"(?<![\w-])({names}){PLURALS.get(self.locale, '')}(?![\w-])", re.IGNORECASE), ids

    def guide_text(self, guide: str) -> Document:
        """The document with the text of a guide."""
        return self.catalogue.documents[f"{GUIDES}/{guide}", self.locale]

    def title(self, kind: str, id: str) -> str:
        """What lists and links call a record."""
        title = getattr(self.catalogue.of(kind)[id], BY_NAME[kind].title)
        return title if isinstance(title, str) else self.text(title)

    def address(self, kind: str, id: str) -> str:
        """Where a record is, from the root of the site; `id` may name a part of it."""
        path, fragment = place_of(kind, id, self.catalogue)
        return uri(path, self.locale, self.catalogue.settings) + (f"#{fragment}" if fragment else "")

    def edit_address(self, source: str) -> str:
        """Where an editor changes a file, by its path from the root."""
        return self.catalogue.settings.edit_address.replace("{path}", quote(source))

    def text(self, text: Text) -> str:
        """Plain text, for titles, attributes and descriptions; falls back to another language without a note."""
        return text.said(self.locale).text

    def note(self, text: Text) -> str | None:
        """What goes with a text that is in another language, or lags behind another one; None where neither is so."""
        said = text.said(self.locale)
        if said.lang != self.locale:
            return self.strings("common.fallback", language=self.strings.language(said.lang))
        newer = self.newer(self.catalogue.translations.of(text))
        return self.strings("common.lagging", language=self.languages(newer)) if newer else None

    def newer(self, text: Translated | None) -> tuple[Locale, ...]:
        """Languages in which a text was changed while it stayed as it was in that of the edition."""
        return text.changed if text and self.locale in text.lagging else ()

    def languages(self, locales: Iterable[Locale]) -> str:
        """`Nederlands en Engels`, in the language of the edition."""
        return self.strings.listed([self.strings.language(locale) for locale in locales])

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


Editions = Mapping[Locale, Edition]
"""All languages of a build, the default first."""


def editions(catalogue: Catalogue) -> Editions:
    return MappingProxyType({locale: Edition(catalogue, locale) for locale in catalogue.locales})
