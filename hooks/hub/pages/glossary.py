"""The glossary: one page, A to Z, with an anchor per term."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from ..link.addresses import ABOUT, GLOSSARY
from ..model import GlossaryTerm
from ..text.folding import first_letter, folded, letter_anchor
from ..view import jsonld, sources
from ..view.edition import Edition
from ..view.page import Page, page_of
from ..view.templates import rendered
from ..view.view import View


def pages(edition: Edition) -> Iterator[Page]:
    yield glossary_page(edition)


# --- glossary ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class TermView:
    id: str
    former: tuple[str, ...]
    term: str
    definition: Markup
    others: tuple[tuple[str, str], ...]
    """(locale, term) in the hub's other languages."""
    inferred: bool
    sources: Markup | None


@dataclass(frozen=True)
class Letter:
    letter: str
    id: str
    terms: tuple[TermView, ...]


def glossary_page(edition: Edition) -> Page:
    view = View(edition, GLOSSARY)
    t = edition.strings
    ordered = sorted(edition.catalogue.glossary.values(), key=lambda term: folded(edition.text(term.term)))
    letters = tuple(
        Letter(letter, letter_anchor(letter), tuple(_term(view, term) for term in terms))
        for letter, terms in groupby(ordered, key=lambda term: first_letter(edition.text(term.term)))
    )
    cited = sources.sources(view, view.cited())
    body = rendered("pages/glossary", view, letters=letters, count=len(ordered), sources=cited)
    return page_of(
        view,
        "glossary",
        title=t("glossary.title"),
        description=t("glossary.description", count=len(ordered)),
        body=body,
        section="about",
        source="data/glossary.yml",
        above=(ABOUT,),
        json_ld=(jsonld.glossary_set(edition, ordered),),
    )


def _term(view: View, term: GlossaryTerm) -> TermView:
    edition = view.edition
    return TermView(
        id=term.id,
        former=term.former_ids,
        term=edition.text(term.term),
        definition=view.say(term.definition),
        others=tuple(
            (locale, term.term.root[locale])
            for locale in edition.catalogue.locales
            if locale != edition.locale and locale in term.term.root
        ),
        inferred=term.inferred,
        sources=view.cite(term.sources) if term.sources else None,
    )
