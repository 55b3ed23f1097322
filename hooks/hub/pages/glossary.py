"""The glossary: one page, A to Z, with an anchor per term."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from jinja2 import Environment
from markupsafe import Markup

from ..model import GlossaryTerm
from ..text.folding import first_letter, folded, letter_anchor
from ..view import jsonld, sources
from ..view.edition import Edition
from ..view.page import Crumb, Page
from ..view.view import View


def pages(edition: Edition, env: Environment) -> Iterator[Page]:
    yield glossary_page(edition, env)


# --- glossary ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class TermView:
    id: str
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


def glossary_page(edition: Edition, env: Environment) -> Page:
    view = View(edition, "glossary")
    t = edition.strings
    ordered = sorted(edition.catalogue.glossary, key=lambda term: folded(edition.text(term.term)))
    letters = tuple(
        Letter(letter, letter_anchor(letter), tuple(_term(view, term) for term in terms))
        for letter, terms in groupby(ordered, key=lambda term: first_letter(edition.text(term.term)))
    )
    body = Markup(
        env.get_template("hub/pages/glossary.html").render(
            view.globals() | {"letters": letters, "count": len(ordered), "sources": sources.sources(view, view.cited())}
        )
    )
    return Page(
        path="glossary",
        locale=edition.locale,
        kind="glossary",
        title=t("glossary.title"),
        description=t("glossary.description", count=len(ordered)),
        body=body,
        section="about",
        source="data/glossary.yml",
        breadcrumbs=(Crumb(t("page.home"), ""), Crumb(t("about.title"), "about"), Crumb(t("glossary.title"), None)),
        json_ld=(jsonld.glossary_set(edition, ordered),),
        updated=edition.catalogue.settings.updated,
    )


def _term(view: View, term: GlossaryTerm) -> TermView:
    edition = view.edition
    return TermView(
        id=term.id,
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
