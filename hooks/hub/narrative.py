"""The text of a guide: Markdown of `docs/guides/` → HTML, and what is wrong with it.

Authors write paragraphs, lists, tables, emphasis, links, and headings of the second and third level with an anchor of
their own (`## Start {#start}`). Sources, figures and records are named as in records: `[@key]`, `[%figure]`,
`[words](practice:duo-for-a-job)`; markers of `markers` stand on a line of their own. Raw HTML and typed percentages are
refused. The first use of a glossary term is explained in place. Relied on by: `documents` (checks), `guide_pages`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup, escape

from . import markers
from .catalogue import Catalogue, GuideText
from .criterion_links import retired_criterion
from .front_matter import body_of, front_matter
from .guide_rules import typed_percentage
from .guide_texts import sections
from .guide_view import GuideView
from .model import Guide, Locale, percentages
from .model.base import ID_PATTERN
from .model.prose import A_MARK, RECORD_LINK, literal_mark
from .problems import Problem, nearest, shown
from .prose import with_marks
from .view import Edition

WORDS_PER_MINUTE = 200
"""Reading speed behind the reading time: slow enough for a second language."""

OWN_ANCHORS = (
    "in-short", "quick-wins", "mixed", "open-questions", "more", "figures", "words", "sources", "main",
)  # fmt: skip
"""Anchors of what the page adds around the text."""

_VALUE_MARKER = re.compile(r"<!--\s*hub:value\s+([a-z0-9-]+(?:/[a-z0-9-]+)?)\s*-->")
_ANCHOR = re.compile(r"\s*\{#([^}]*)\}\s*$")
_RESERVED = ("recommendation-", "quick-win-", "figure-", "source-", "cite-", "term-", "chart-")
_WITHOUT = "must be plain Markdown (paragraphs, lists, tables, links) without "
_NOT_ALLOWED = {
    "image": "images", "fence": "code blocks", "code_block": "code blocks (lines that start with four spaces)",
    "code_inline": "code", "hr": "horizontal rules", "blockquote_open": "quotations",
}  # fmt: skip


@dataclass(frozen=True)
class Narrative:
    """The text of a guide as HTML for one page."""

    html: Markup
    anchors: tuple[str, ...]
    """Its own, without prefix, in order."""
    words: int
    problems: tuple[Problem, ...]

    @property
    def minutes(self) -> int:
        return reading_minutes(self.words)


def reading_minutes(words: int) -> int:
    """Whole minutes, at least one.

    >>> reading_minutes(0), reading_minutes(200), reading_minutes(201)
    (1, 1, 2)
    """
    return max(1, -(-words // WORDS_PER_MINUTE))


def narrative(text: GuideText, guide: Guide, view: GuideView, shift: int = 0) -> Narrative:
    """The text of a guide on a page; `shift` lowers its headings, where several guides share a page."""
    view.guide = guide
    return _Reading(text, view, shift).narrative()


def problems(text: GuideText, guide: Guide, locale: Locale, catalogue: Catalogue) -> Iterator[Problem]:
    """Everything wrong with the document of a guide, apart from its front matter as such."""
    edition = Edition(catalogue, locale)
    title = front_matter(text.text).get("title")
    if title is not None and title != edition.text(guide.title):
        record = catalogue.path_of["guide", guide.id]
        message = f"must be the title of {record}, {shown(edition.text(guide.title))}, got {shown(title)}"
        yield Problem(text.path, 2, "title", message)
    found = narrative(text, guide, GuideView(edition, f"guides/{guide.id}"))
    yield from found.problems
    if not re.search(r"^<!--\s*hub:recommendations\s*-->\s*$", text.text, re.MULTILINE):
        message = "must have a line <!-- hub:recommendations --> for the advice of the record"
        yield Problem(text.path, 1, "hub:recommendations", message)
    yield from _missing_sections(guide, text, found.anchors, catalogue)
    yield from _other_sections(guide, text, catalogue)


def _other_sections(guide: Guide, text: GuideText, catalogue: Catalogue) -> Iterator[Problem]:
    """A text has the sections of the default language, so that switching language keeps the place."""
    first = catalogue.guide_texts.get((guide.id, catalogue.locales[0]), text)
    theirs, ours = sections(first), sections(text)
    for anchor in theirs:
        if anchor not in ours:
            yield Problem(text.path, 1, f"#{anchor}", f"must have this section, as {first.path} has")
    for anchor in ours:
        if anchor not in theirs:
            message = f"must not have a section that {first.path} lacks{nearest(anchor, theirs)}"
            yield Problem(text.path, 1, f"#{anchor}", message)


def _missing_sections(guide: Guide, text: GuideText, anchors: tuple[str, ...], catalogue: Catalogue) -> Iterator[Problem]:
    """Sections that the record names are headings of the text."""
    path, named = catalogue.path_of["guide", guide.id], {}
    for help in guide.criteria:
        named[f"criteria[{help.criterion}].section"] = help.section
    for item in guide.recommendations:
        named[f"recommendations[{item.id}].section"] = item.section
    for field, section in named.items():
        if section and section not in anchors:
            message = f"must be the anchor of a heading in {text.path}, got {shown(section)}{nearest(section, anchors)}"
            yield Problem(path, catalogue.line_of["guide", guide.id], field, message)


# --- one reading ------------------------------------------------------------------------------------------------------


class _Reading:
    """One text on its way to HTML; collects problems with their lines."""

    def __init__(self, text: GuideText, view: GuideView, shift: int) -> None:
        body = body_of(text.text)
        self.path = text.path
        self.view = view
        self.shift = shift
        self.body = _VALUE_MARKER.sub(r"[%\1]", body)
        self.before = text.text.count("\n") - body.count("\n")
        self.problems: list[Problem] = []
        self.anchors: list[str] = []
        self.words = 0
        self.line = 1
        self.heading = ""

    def narrative(self) -> Narrative:
        env: dict[str, Any] = {"mark": self.view.cite, "address": self.view.record, "value": self.view.value}
        tokens = _MARKDOWN.parse(self.body, env)
        for place, token in enumerate(tokens):
            if token.map:
                self.line = self.before + token.map[0] + 1
            self._look_at(token, tokens[place - 1] if place else None)
        html = Markup(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, env).strip())
        return Narrative(html, tuple(self.anchors), self.words, tuple(sorted(set(self.problems))))

    def _look_at(self, token: Token, before: Token | None) -> None:
        if token.type in _NOT_ALLOWED:
            self._refuse("", _WITHOUT + _NOT_ALLOWED[token.type])
            token.hidden, token.content = True, ""
        elif token.type == "heading_open":
            self._level(token)
        elif token.type == "heading_close":
            token.tag = f"h{int(token.tag[1]) + self.shift}"
        elif token.type == "table_open":
            token.meta = {"label": self.heading}
        elif token.type == "html_block":
            token.content = self._marker(token.content.strip())
        elif token.type == "inline" and before is not None and before.type == "heading_open":
            self._heading(token, before)
        elif token.type == "inline":
            self._inline(token, explains=True)

    def _refuse(self, field: str, message: str, line: int | None = None) -> None:
        self.problems.append(Problem(self.path, line or self.line, field, message))

    # --- blocks ---------------------------------------------------------------------------------------------------

    def _level(self, token: Token) -> None:
        if token.tag not in ("h2", "h3"):
            self._refuse("", f"must have headings of the second and third level only (## and ###), got {token.markup}")
        token.tag = f"h{int(token.tag[1]) + self.shift}"

    def _heading(self, token: Token, opening: Token) -> None:
        match = _ANCHOR.search(token.content)
        last = next((child for child in reversed(token.children or ()) if child.type == "text"), None)
        if match and last is not None:
            last.content = _ANCHOR.sub("", last.content)
            self._anchor(match.group(1), opening)
        else:
            self._refuse("", f"must have an anchor, the same in every language: {opening.markup} … {{#anchor}}")
        self._inline(token, explains=False)
        self.heading = "".join(child.content for child in token.children or () if child.type == "text").strip()

    def _anchor(self, id: str, opening: Token) -> None:
        if not re.fullmatch(ID_PATTERN, id):
            self._refuse("", f"must have an anchor of small letters, digits and hyphens, got {shown(id)}")
        elif id in OWN_ANCHORS or id.startswith(_RESERVED):
            self._refuse("", f"must have another anchor, the page uses {shown(id)} itself")
        elif id in self.anchors:
            self._refuse("", f"must have an anchor of its own, {shown(id)} stands above already")
        else:
            self.anchors.append(id)
            opening.attrSet("id", f"{self.view.prefix}{id}")

    def _marker(self, written: str) -> str:
        match = markers.MARKER.match(written)
        if match is None:
            self._refuse_html(written, self.line)
            return ""
        try:
            return f"{markers.fill(match, self.view)}\n"
        except markers.MarkerError as error:
            self._refuse(f"hub:{match.group(1)}", str(error))
            return ""

    def _refuse_html(self, written: str, line: int) -> None:
        what = "a marker such as <!-- hub:recommendations -->, alone on its line"
        if "hub:" not in written:
            what = "Markdown without raw HTML"
        self._refuse("", f"must be {what}, got {shown(written)}", line)

    # --- inside paragraphs ----------------------------------------------------------------------------------------

    def _inline(self, token: Token, explains: bool) -> None:
        line, in_link, made = self.line, 0, list[Token]()
        children = iter(token.children or ())
        for child in children:
            if child.type in ("softbreak", "hardbreak"):
                line += 1
            if child.type == "link_open":
                target = RECORD_LINK.match(str(child.attrGet("href")))
                if target:
                    self._record(target.group(1), target.group(2).partition("#")[0], line)
                if target and target.group(1) == "glossary":
                    made.append(self._explained_link(target.group(2), children))
                    continue
                in_link += 1
            elif child.type == "link_close":
                in_link -= 1
            made += self._child(child, line, explains and not in_link)
        token.children = made

    def _child(self, child: Token, line: int, explains: bool) -> Iterable[Token]:
        catalogue = self.view.edition.catalogue
        if child.type == "text":
            return self._text(child, line, explains)
        if child.type == "citation":
            for id in child.meta["ids"]:
                if id not in catalogue.sources:
                    self._refuse(f"@{id}", f"must be the id of a source{nearest(id, catalogue.sources)}", line)
            child.meta["ids"] = [id for id in child.meta["ids"] if id in catalogue.sources]
        elif child.type == "value" and child.meta["id"] not in catalogue.figures:
            id = child.meta["id"]
            self._refuse(f"%{id}", f"must be the id of a figure{nearest(id, catalogue.figures)}", line)
            return ()
        elif child.type == "html_inline":
            self._refuse_html(child.content, line)
            return ()
        elif child.type in _NOT_ALLOWED:
            self._refuse("", _WITHOUT + _NOT_ALLOWED[child.type], line)
            return ()
        return (child,)

    def _record(self, kind: str, id: str, line: int) -> None:
        known = _ids(self.view.edition.catalogue, kind)
        if id not in known:
            self._refuse(f"{kind}:{id}", f"must be the id of a record{nearest(id, known)}", line)
        elif kind == "criterion" and (message := retired_criterion(id, self.view.edition.catalogue.criteria, linked=True)):
            self.problems.append(Problem(self.path, line, f"{kind}:{id}", message, "warning"))

    def _explained_link(self, id: str, children: Iterator[Token]) -> Token:
        """`[words](glossary:id)`: the rest of the link is taken from `children`."""
        words = ""
        for child in children:
            if child.type == "link_close":
                break
            words += child.content
        self.words += len(words.split())
        known = id in _ids(self.view.edition.catalogue, "glossary")
        return _html(self.view.explain(id, words) if known else escape(words))

    def _text(self, child: Token, line: int, explains: bool) -> Iterable[Token]:
        self.words += len(child.content.split())
        for found in percentages(child.content):
            self._refuse("", typed_percentage(found), line)
        if signs := literal_mark(child.content):
            self._refuse("", f"{A_MARK}, got {shown(signs)}", line)
        if not explains:
            return (child,)
        return self._with_explanations(child)

    def _with_explanations(self, child: Token) -> Iterator[Token]:
        """Text in which the first use of each glossary term opens its definition."""
        pattern, ids = _terms(self.view.edition.catalogue, self.view.edition.locale)
        at = 0
        for match in pattern.finditer(child.content) if ids else ():
            html = self.view.explain(ids[match.group(1).casefold()], match.group())
            if "<button" in html:
                yield _plain(child.content[at : match.start()])
                yield _html(html)
                at = match.end()
        yield _plain(child.content[at:])


def _plain(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _html(content: str) -> Token:
    return Token("html_inline", "", 0, content=str(content))


# --- what a text may name ---------------------------------------------------------------------------------------------


def _ids(catalogue: Catalogue, kind: str) -> frozenset[str]:
    found: Mapping[str, Iterable[str]] = {
        "practice": catalogue.practices, "criterion": catalogue.criteria, "partner": catalogue.partners,
        "project": catalogue.projects, "tool": catalogue.tools, "dimension": catalogue.criteria_by_dimension,
        "glossary": [term.id for term in catalogue.glossary], "guide": [guide.id for guide in catalogue.guides],
    }  # fmt: skip
    return frozenset(found[kind])


ENDINGS: Mapping[Locale, str] = {"nl": "(?:s|['’]s|en|n)?", "en": "s?"}
"""Plurals of glossary terms that are recognised in a text."""


@cache
def _terms(catalogue: Catalogue, locale: Locale) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Pattern of all glossary terms, the longest first, and term → id. What stands in parentheses is no part of a term."""
    ids = {}
    for term in catalogue.glossary:
        if locale in term.term.root:
            ids[re.sub(r"\s*\([^)]*\)", "", term.term.root[locale]).strip().casefold()] = term.id
    longest = sorted(ids, key=lambda name: (-len(name), name))
    names = "|".join(re.escape(name) for name in longest)
    return re.compile(rf"(?<![\w-])({names}){ENDINGS.get(locale, '')}(?![\w-])", re.IGNORECASE), ids


# --- Markdown ---------------------------------------------------------------------------------------------------------


def _render_table_open(
    self: RendererHTML, tokens: list[Token], index: int, options: OptionsDict, env: dict[str, Any]
) -> str:
    label = escape(tokens[index].meta.get("label", ""))
    return f'<div class="hub-table hub-table--text" role="region" aria-label="{label}" tabindex="0">\n<table>\n'


def _render_table_close(
    self: RendererHTML, tokens: list[Token], index: int, options: OptionsDict, env: dict[str, Any]
) -> str:
    return "</table>\n</div>\n"


def _make_parser() -> MarkdownIt:
    markdown = with_marks(MarkdownIt("commonmark", {"html": True}).enable("table"))
    markdown.disable(["lheading", "reference"])
    markdown.add_render_rule("table_open", _render_table_open)
    markdown.add_render_rule("table_close", _render_table_close)
    return markdown


_MARKDOWN = _make_parser()
