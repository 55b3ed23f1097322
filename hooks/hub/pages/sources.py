"""The bibliography: an index from A to Z with an anchor per source, and a page per letter with the references."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..link.addresses import ABOUT, SOURCES, sources_path
from ..model.kinds import BY_NAME
from ..text.bibliography import Reference
from ..text.folding import letter_anchor
from ..view import jsonld, sources
from ..view.edition import Edition
from ..view.links import Link, link_to
from ..view.page import Page, page_of
from ..view.templates import rendered
from ..view.view import View

Letters = Sequence[tuple[str, Sequence[Reference]]]


def pages(edition: Edition) -> Iterator[Page]:
    by_letter = groupby(edition.references.values(), key=lambda reference: reference.letter)
    letters: Letters = [(letter, tuple(group)) for letter, group in by_letter]
    yield index_page(edition, letters)
    for letter, references in letters:
        yield letter_page(edition, letter, references, [one for one, _ in letters])


# --- index --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class IndexEntry:
    id: str
    former: tuple[str, ...]
    mark: str
    title: str
    lang: str
    href: str
    """Its place on the page of its letter."""


@dataclass(frozen=True)
class IndexLetter:
    letter: str
    id: str
    href: str
    entries: tuple[IndexEntry, ...]


def index_page(edition: Edition, letters: Letters) -> Page:
    """All sources in a line each; what was cited before the bibliography had pages still leads here."""
    view = View(edition, SOURCES)
    t = edition.strings
    count = len(edition.references)
    groups = tuple(
        IndexLetter(
            letter=letter,
            id=letter_anchor(letter),
            href=view.link(sources_path(letter)),
            entries=tuple(_index_entry(view, reference) for reference in references),
        )
        for letter, references in letters
    )
    return page_of(
        view,
        "sources",
        title=t("sources.title"),
        description=t("sources.description", count=count),
        body=rendered("pages/sources", view, letters=groups, count=count),
        section="about",
        source="data/sources.yml",
        above=(ABOUT,),
        json_ld=(jsonld.collection(edition, SOURCES, t("sources.title"), ()),),
    )


def _index_entry(view: View, reference: Reference) -> IndexEntry:
    record = view.edition.catalogue.sources[reference.id]
    return IndexEntry(
        id=reference.id,
        former=record.custom.former_ids,
        mark=reference.mark,
        title=record.title,
        lang=record.language,
        href=view.record("source", reference.id),
    )


# --- a letter -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SourceEntry:
    former: tuple[str, ...]
    source: sources.SourceView
    language: str
    cited_in: tuple[Link, ...]
    """Records that rest on it, by kind and id."""


@dataclass(frozen=True)
class LetterLink:
    letter: str
    href: str
    current: bool


def letter_page(edition: Edition, letter: str, references: Sequence[Reference], letters: Sequence[str]) -> Page:
    """The full references of one letter: how much of each was read, and all that rests on it."""
    path = sources_path(letter)
    view = View(edition, path)
    t = edition.strings
    name = t("sources.other_letters") if letter == "#" else letter
    title = t("sources.of_letter.title", letter=name)
    links = tuple(LetterLink(one, view.link(sources_path(one)), one == letter) for one in letters)
    entries = tuple(_entry(view, reference) for reference in references)
    return page_of(
        view,
        "sources",
        title=title,
        description=t("sources.of_letter.description", letter=name, count=len(entries)),
        body=rendered("pages/sources_letter", view, title=title, letters=links, entries=entries),
        section="about",
        source="data/sources.yml",
        above=(ABOUT, SOURCES),
        json_ld=(jsonld.collection(edition, path, title, ()),),
        crumb=name,
    )


def _entry(view: View, reference: Reference) -> SourceEntry:
    catalogue = view.edition.catalogue
    record = catalogue.sources[reference.id]
    return SourceEntry(
        former=record.custom.former_ids,
        source=sources.source(view, reference),
        language=view.edition.strings.language(record.language),
        cited_in=tuple(
            link_to(view, kind, id) for kind, id in catalogue.cited_by[reference.id] if BY_NAME[kind].has_address
        ),
    )
