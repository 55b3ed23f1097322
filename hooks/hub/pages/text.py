"""Pages that people write: the tokens of a document in `docs/` → HTML → a page.

What is wrong with a document was said in `link`; here every id exists and every marker is well formed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from markdown_it.token import Token
from markupsafe import Markup

from ..link import translations
from ..link.markers import SOURCES
from ..load.documents import Document
from ..text import markdown
from ..text.markdown import changed, plain
from ..view.edition import Edition
from ..view.page import Crumb, Page, headings
from ..view.sources import sources
from ..view.templates import macro
from ..view.view import View
from . import markers


def pages(edition: Edition) -> Iterator[Page]:
    """Every document but the texts of guides, which are part of a page made from a record."""
    for (_, locale), document in edition.catalogue.documents.items():
        if locale == edition.locale and document.guide is None:
            yield text_page(document, edition)


def text_page(document: Document, edition: Edition) -> Page:
    fields = document.fields
    body = DocumentHtml(document, View(edition, document.path)).html()
    home = not document.path
    return Page(
        path=document.path,
        locale=document.locale,
        kind="home" if home else "text",
        title=fields["title"],
        description=fields["description"],
        body=body,
        section=None if home else fields["section"],
        source=document.source,
        breadcrumbs=() if home else _breadcrumbs(document.path, fields["title"], edition),
        headings=() if home else headings(body),
        updated=fields["updated"],
    )


def _breadcrumbs(path: str, title: str, edition: Edition) -> tuple[Crumb, ...]:
    """Home, the page above (`about` for `about/method`) and the page itself."""
    above = path.rpartition("/")[0]
    between = (Crumb(edition.strings(f"{above}.title"), above),) if above else ()
    return (Crumb(edition.strings("page.home"), ""), *between, Crumb(title, None))


class DocumentHtml:
    """A document on its way to HTML, as one page shows it. Its tokens belong to all pages and are copied to be changed."""

    def __init__(self, document: Document, view: View) -> None:
        self.document = document
        self.view = view
        self.heading = ""
        self.labels: Counter[str] = Counter()

    def html(self) -> Markup:
        env = {"mark": self.view.cite, "address": self.view.record, "value": self.view.value}
        tokens = list(self._tokens())
        at = next((place for place, token in enumerate(tokens) if token.type == "marker"), len(tokens))
        before, after = (markdown.render(some, env) for some in (tokens[:at], tokens[at + 1 :]))
        # Only now is it known what the page cites
        listed = "" if at == len(tokens) else macro("sources", "sources", self.view, sources(self.view, self.view.cited()))
        return Markup(f"{before}{listed}{after}".strip())

    def _tokens(self) -> Iterator[Token]:
        """The tokens as this page shows them; of the markers only that of the sources is left."""
        tokens = self.document.tokens
        for place, token in enumerate(tokens):
            if token.type == "heading_open":
                self.heading = plain(tokens[place + 1].children or ())
                yield self._heading(token)
            elif token.type == "heading_close":
                yield self._heading_close(token)
                yield from self._lagging(tokens[place - 2])
            elif token.type == "paragraph_open" and "class" in token.meta:
                yield changed(token, attrs={"class": token.meta["class"]})
            elif token.type == "table_open":
                yield changed(token, meta={"label": self._label_once()})
            elif token.type == "marker" and token.meta["name"] != SOURCES:
                shown = markers.fill(token.meta["name"], token.meta["arguments"], self.view)
                yield changed(token, type="html_block", content=f"{shown}\n")
            elif token.type == "inline":
                in_heading = tokens[place - 1].type == "heading_open"
                yield changed(token, children=self._children(token.children or (), in_heading))
            else:
                yield token

    def _lagging(self, heading: Token) -> Iterator[Token]:
        """Below a heading, whether its section lags behind another language."""
        anchor = str(heading.meta.get("anchor", ""))
        name = (translations.record_of(self.document.path), f"#{anchor}")
        if anchor or heading.tag == "h1":
            lagging = self.view.edition.catalogue.translations.by_name.get(name)
            note = self.view.lagging(lagging, self._anchor(heading) if anchor else None)
            yield from (Token("html_block", "", 0, content=f"{note}\n"),) if note else ()

    def _label_once(self) -> str:
        """Tables below one heading have a number from the second on, so that each has a name of its own."""
        label = self._table_label()
        self.labels[label] += 1
        return label if self.labels[label] == 1 else f"{label} ({self.labels[label]})"

    def _table_label(self) -> str:
        return self.heading

    def _heading(self, token: Token) -> Token:
        return changed(token, attrs={"id": self._anchor(token)}) if "anchor" in token.meta else token

    def _anchor(self, heading: Token) -> str:
        return str(heading.meta["anchor"])

    def _heading_close(self, token: Token) -> Token:
        return token

    def _children(self, children: Sequence[Token], in_heading: bool) -> list[Token]:
        return list(children)
