"""Glossary and bibliography: one page each, A to Z, with an anchor per entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..text.bibliography import Reference
from ..text.folding import letter_anchor
from ..view import jsonld, sources
from ..view.edition import Edition
from ..view.page import Page, page_of
from ..view.templates import rendered
from ..view.view import View


def pages(edition: Edition) -> Iterator[Page]:
    yield sources_page(edition)


# --- bibliography -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class CitedIn:
    href: str
    name: str


@dataclass(frozen=True)
class SourceEntry:
    source: sources.SourceView
    language: str
    inferred: bool
    cited_in: tuple[CitedIn, ...]


@dataclass(frozen=True)
class SourceLetter:
    letter: str
    id: str
    entries: tuple[SourceEntry, ...]


def sources_page(edition: Edition) -> Page:
    view = View(edition, "sources")
    t = edition.strings
    letters = tuple(
        SourceLetter(letter, letter_anchor(letter), tuple(_entry(view, reference) for reference in group))
        for letter, group in groupby(edition.references.values(), key=lambda reference: reference.letter)
    )
    count = len(edition.references)
    body = rendered("pages/sources", view, letters=letters, count=count)
    return page_of(
        view,
        "sources",
        title=t("sources.title"),
        description=t("sources.description", count=count),
        body=body,
        section="about",
        source="data/sources.yml",
        above=("about",),
        json_ld=(jsonld.collection(edition, "sources", t("sources.title"), ()),),
    )


def _entry(view: View, reference: Reference) -> SourceEntry:
    catalogue = view.edition.catalogue
    record = catalogue.sources[reference.id]
    return SourceEntry(
        source=sources.source(view, reference),
        language=view.edition.strings.language(record.language),
        inferred=record.custom.issued_inferred,
        cited_in=tuple(_cited_in(view, catalogue.cited_by[reference.id])),
    )


def _cited_in(view: View, keys: tuple[tuple[str, str], ...]) -> Iterator[CitedIn]:
    """Pages that rest on a source, by name."""
    catalogue = view.edition.catalogue
    edition = view.edition
    for kind, id in keys:
        if kind == "practice":
            yield CitedIn(view.record(kind, id), edition.text(catalogue.practices[id].name))
        elif kind == "partner":
            partner = catalogue.partners[id]
            yield CitedIn(view.record(kind, id), partner.short_name or edition.text(partner.name))
        elif kind == "project":
            yield CitedIn(view.record(kind, id), catalogue.projects[id].short_title)
        elif kind == "criterion":
            yield CitedIn(view.record(kind, id), edition.text(catalogue.criteria[id].title))
        elif kind == "dimension":
            dimension = next(item for item in catalogue.dimensions if item.id == id)
            yield CitedIn(view.record(kind, id), edition.text(dimension.title))
        elif kind == "guide":
            guide = next(item for item in catalogue.guides if item.id == id)
            yield CitedIn(view.record(kind, id), edition.text(guide.title))
        elif kind == "tool":
            yield CitedIn(view.record(kind, id), edition.text(catalogue.tools[id].title))
        elif kind == "label":
            yield CitedIn(view.link("criteria", fragment=f"label-{id}"), catalogue.labels[id].code)
        elif kind == "glossary":
            term = next(item for item in catalogue.glossary if item.id == id)
            yield CitedIn(view.record(kind, id), edition.text(term.term))
        elif kind == "thin-practice":
            thin = next(item for item in catalogue.thin_practices if item.id == id)
            yield CitedIn(view.link("practices", fragment=id), thin.name)
