"""The bibliography: one page, A to Z, with an anchor per source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..link.addresses import ABOUT, SOURCES
from ..model.kinds import BY_NAME
from ..text.bibliography import Reference
from ..text.folding import letter_anchor
from ..view import jsonld, sources
from ..view.edition import Edition
from ..view.links import Link, link_to
from ..view.page import Page, page_of
from ..view.templates import rendered
from ..view.view import View


def pages(edition: Edition) -> Iterator[Page]:
    yield sources_page(edition)


# --- bibliography -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SourceEntry:
    former: tuple[str, ...]
    source: sources.SourceView
    language: str
    inferred: bool
    cited_in: tuple[Link, ...]
    """Records that rest on it, by kind and id."""


@dataclass(frozen=True)
class SourceLetter:
    letter: str
    id: str
    entries: tuple[SourceEntry, ...]


def sources_page(edition: Edition) -> Page:
    view = View(edition, SOURCES)
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
        above=(ABOUT,),
        json_ld=(jsonld.collection(edition, SOURCES, t("sources.title"), ()),),
    )


def _entry(view: View, reference: Reference) -> SourceEntry:
    catalogue = view.edition.catalogue
    record = catalogue.sources[reference.id]
    return SourceEntry(
        former=record.custom.former_ids,
        source=sources.source(view, reference),
        language=view.edition.strings.language(record.language),
        inferred=record.custom.issued_inferred,
        cited_in=tuple(
            link_to(view, kind, id) for kind, id in catalogue.cited_by[reference.id] if BY_NAME[kind].has_address
        ),
    )
