"""Checks on what a document says: headings, links, source marks, figures and markers, at the line where each is written.

They look at the tokens that `pages` turns into HTML, so that what passes here can be shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.token import Token

from ..load.documents import Document
from ..model import percentages
from ..model.base import ID_PATTERN
from ..model.prose import A_MARK, literal_mark, record_link
from ..problems import Problem, nearest, shown
from ..validate.guides import typed_percentage
from . import markers
from .addresses import GUIDE_ANCHORS
from .criteria import retired_criterion
from .linked import Linking
from .parts import part_fault

LEAD = "hub-lead"
"""The class of a lead paragraph, the only one that authors may give."""

_RESERVED = ("recommendation-", "quick-win-", "figure-", "source-", "cite-", "term-", "chart-")
_PLAIN = "must be plain Markdown (paragraphs, lists, tables, links) without "
_NOT_ALLOWED = {
    "image": "images", "fence": "code blocks", "code_block": "code blocks (lines that start with four spaces)",
    "code_inline": "code", "hr": "horizontal rules", "blockquote_open": "quotations",
}  # fmt: skip


def problems(document: Document, linking: Linking) -> Iterator[Problem]:
    """Everything wrong with the Markdown of a document."""
    return _Check(document, linking).problems()


class _Check:
    def __init__(self, document: Document, linking: Linking) -> None:
        self.document = document
        self.linking = linking
        self.line = document.before + 1

    def problems(self) -> Iterator[Problem]:
        tokens = self.document.tokens
        for before, token in zip((None, *tokens), tokens, strict=False):
            if token.map:
                self.line = self.document.line(token)
            yield from self._block(token, before)
        yield from self._repeated_anchors()
        if self.document.guide is None:
            yield from self._sources_without_a_list()
            if self.document.fields:  # or else it is not known where the text begins
                yield from self._headings_of_a_page()

    def _problem(self, field: str, message: str, line: int | None = None) -> Problem:
        return Problem(self.document.source, line or self.line, field, message)

    # --- blocks ---------------------------------------------------------------------------------------------------

    def _block(self, token: Token, before: Token | None) -> Iterator[Problem]:
        if token.type in _NOT_ALLOWED:
            yield self._problem("", _PLAIN + _NOT_ALLOWED[token.type])
        elif token.type == "heading_open":
            yield from self._heading(token)
        elif token.type == "paragraph_open" and token.meta.get("class", LEAD) != LEAD:
            yield self._problem("", f"must be {{.{LEAD}}}, the only class there is, got {shown(token.meta['class'])}")
        elif token.type == "html_block":
            yield self._raw_html(token.content.strip(), self.line)
        elif token.type == "marker":
            name, written = token.meta["name"], token.meta["arguments"]
            for message in markers.faults(name, written, self.document.guide is not None, self.linking):
                yield self._problem(f"hub:{name}", message)
        elif token.type == "inline":
            yield from self._inline(token)

    def _heading(self, token: Token) -> Iterator[Problem]:
        title = token.tag == "h1" and self.document.guide is None
        if token.tag not in ("h2", "h3") and not title:
            message = f"must have headings of the second and third level only (## and ###), got {token.markup}"
            yield self._problem("", message)
        id = token.meta.get("anchor")
        if id is None:
            if not title:
                yield self._problem("", f"must have an anchor, the same in every language: {token.markup} … {{#anchor}}")
        elif not re.fullmatch(ID_PATTERN, id):
            yield self._problem("", f"must have an anchor of small letters, digits and hyphens, got {shown(id)}")
        elif id in self._own_anchors() or id.startswith(_RESERVED):
            yield self._problem("", f"must have another anchor, the page uses {shown(id)} itself")

    def _own_anchors(self) -> tuple[str, ...]:
        return GUIDE_ANCHORS if self.document.guide is not None else ("main",)

    def _repeated_anchors(self) -> Iterator[Problem]:
        seen: dict[str, int] = {}
        for heading in self.document.headings:
            if heading.anchor in seen:
                message = f"must have an anchor of its own, {shown(heading.anchor)} stands above already"
                yield self._problem("", message, self.document.line(heading))
            seen.setdefault(heading.anchor, heading.line)

    def _headings_of_a_page(self) -> Iterator[Problem]:
        """A page begins with its title, a heading of the first level; a guide gets its title from its record."""
        titles = [token for token in self.document.tokens if token.type == "heading_open" and token.tag == "h1"]
        first = self.document.tokens[0] if self.document.tokens else None
        if not titles or titles[0] is not first:
            line = self.document.line(first) if first else self.document.before
            yield self._problem("", "must begin with the title of the page, # …", line)
        for token in titles[1:]:
            yield self._problem("", "must have one heading of the first level (#), the title", self.document.line(token))

    def _sources_without_a_list(self) -> Iterator[Problem]:
        lists = any(token.type == "marker" and token.meta["name"] == markers.SOURCES for token in self.document.tokens)
        citing = (token for token in self.document.tokens if any(child.type == "citation" for child in token.children or ()))
        if not lists and (first := next(citing, None)):
            message = "must have a line <!-- hub:sources --> because the page cites sources"
            yield self._problem("", message, self.document.line(first))

    def _raw_html(self, written: str, line: int) -> Problem:
        marker = "a marker such as <!-- hub:process -->, alone on its line"
        what = marker if "hub:" in written else "Markdown without raw HTML"
        return self._problem("", f"must be {what}, got {shown(written)}", line)

    # --- inside paragraphs ----------------------------------------------------------------------------------------

    def _inline(self, token: Token) -> Iterator[Problem]:
        line = self.line
        for child in token.children or ():
            if child.type in ("softbreak", "hardbreak"):
                line += 1
            elif child.type == "text":
                yield from self._text(child.content, line)
            elif child.type == "link_open":
                yield from self._link(str(child.attrGet("href") or ""), line)
            elif child.type == "citation":
                for id in child.meta["ids"]:
                    yield from self._unknown("source", id, f"@{id}", "the id of a source", line)
            elif child.type == "value":
                yield from self._value(child.meta["id"], line)
            elif child.type == "html_inline":
                yield self._raw_html(child.content, line)
            elif child.type in _NOT_ALLOWED:
                yield self._problem("", _PLAIN + _NOT_ALLOWED[child.type], line)

    def _text(self, words: str, line: int) -> Iterator[Problem]:
        if self.document.guide is not None:
            for found in percentages(words):
                yield self._problem("", typed_percentage(found), line)
        if signs := literal_mark(words):
            yield self._problem("", f"{A_MARK}, got {shown(signs)}", line)

    def _value(self, id: str, line: int) -> Iterator[Problem]:
        if self.document.guide is None:
            yield self._problem(f"%{id}", "must not name a figure, this works in the texts of guides only", line)
        else:
            yield from self._unknown("figure", id, f"%{id}", "the id of a figure", line)

    def _link(self, href: str, line: int) -> Iterator[Problem]:
        target = record_link(href)
        if target is None:
            return
        kind, (id, _, part) = target[0], target[1].partition("#")
        what = "the address of a page" if kind == "page" else "the id of a record"
        unknown = list(self._unknown(kind, id, f"{kind}:{id}", what, line))
        yield from unknown
        if unknown:
            return
        if kind == "criterion" and (message := retired_criterion(id, self.linking.criteria, linked=True)):
            yield Problem(self.document.source, line, f"{kind}:{id}", message, "warning")
        if part and (message := part_fault(self.linking, kind, id, part, part)):
            yield self._problem(f"{kind}:{id}#{part}", message, line)

    def _unknown(self, kind: str, id: str, field: str, what: str, line: int) -> Iterator[Problem]:
        known = self.linking.known(kind)
        if known is not None and id not in known and not self.linking.hidden_figure(kind, id):
            now = self.linking.former.get(kind, {}).get(id)
            hint = f"; it is now called '{now}'" if now else nearest(id, known)
            yield self._problem(field, f"must be {what}{hint}", line)
