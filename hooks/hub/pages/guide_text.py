"""The text of a guide: Markdown of `docs/guides/` → HTML, and what is wrong with it.

Authors write paragraphs, lists, tables, emphasis, links, and headings of the second and third level with an anchor of
their own (`## Start {#start}`). Sources, figures and records are named as in records: `[@key]`, `[%figure]`,
`[words](practice:duo-for-a-job)`; markers of `markers` stand on a line of their own. Raw HTML and typed percentages are
refused. The first use of a glossary term is explained in place. Relied on by: `documents` (checks), `guide_pages`.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token
from markupsafe import Markup

from ..link.criteria import retired_criterion
from ..link.guide_text import HEADING_ANCHOR, OWN_ANCHORS, RESERVED_ANCHORS, known_ids
from ..link.markers import MARKER, MarkerError
from ..load.documents import GuideText, body_of
from ..model import Guide, percentages
from ..model.base import ID_PATTERN
from ..model.prose import A_MARK, RECORD_LINK, literal_mark
from ..problems import Problem, nearest, shown
from ..text.markdown import GUIDE_MARKDOWN, NOT_ALLOWED, PLAIN_MARKDOWN_WITHOUT
from ..validate.guides import typed_percentage
from ..view.guide_view import GuideView, leading_punctuation
from . import markers

WORDS_PER_MINUTE = 200
"""Reading speed behind the reading time: slow enough for a second language."""

_VALUE_MARKER = re.compile(r"<!--\s*hub:value\s+([a-z0-9-]+(?:/[a-z0-9-]+)?)\s*-->")


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
        tokens = GUIDE_MARKDOWN.parse(self.body, env)
        for place, token in enumerate(tokens):
            if token.map:
                self.line = self.before + token.map[0] + 1
            self._look_at(token, tokens[place - 1] if place else None)
        html = Markup(GUIDE_MARKDOWN.renderer.render(tokens, GUIDE_MARKDOWN.options, env).strip())
        return Narrative(html, tuple(self.anchors), self.words, tuple(sorted(set(self.problems))))

    def _look_at(self, token: Token, before: Token | None) -> None:
        if token.type in NOT_ALLOWED:
            self._refuse("", PLAIN_MARKDOWN_WITHOUT + NOT_ALLOWED[token.type])
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
        match = HEADING_ANCHOR.search(token.content)
        last = next((child for child in reversed(token.children or ()) if child.type == "text"), None)
        if match and last is not None:
            last.content = HEADING_ANCHOR.sub("", last.content)
            self._anchor(match.group(1), opening)
        else:
            self._refuse("", f"must have an anchor, the same in every language: {opening.markup} … {{#anchor}}")
        self._inline(token, explains=False)
        self.heading = "".join(child.content for child in token.children or () if child.type == "text").strip()

    def _anchor(self, id: str, opening: Token) -> None:
        if not re.fullmatch(ID_PATTERN, id):
            self._refuse("", f"must have an anchor of small letters, digits and hyphens, got {shown(id)}")
        elif id in OWN_ANCHORS or id.startswith(RESERVED_ANCHORS):
            self._refuse("", f"must have another anchor, the page uses {shown(id)} itself")
        elif id in self.anchors:
            self._refuse("", f"must have an anchor of its own, {shown(id)} stands above already")
        else:
            self.anchors.append(id)
            opening.attrSet("id", f"{self.view.prefix}{id}")

    def _marker(self, written: str) -> str:
        match = MARKER.match(written)
        if match is None:
            self._refuse_html(written, self.line)
            return ""
        try:
            return f"{markers.fill(match, self.view)}\n"
        except MarkerError as error:
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
        children = deque(token.children or ())
        while children:
            child = children.popleft()
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
        elif child.type in NOT_ALLOWED:
            self._refuse("", PLAIN_MARKDOWN_WITHOUT + NOT_ALLOWED[child.type], line)
            return ()
        return (child,)

    def _record(self, kind: str, id: str, line: int) -> None:
        known = known_ids(self.view.edition.catalogue, kind)
        if id not in known:
            self._refuse(f"{kind}:{id}", f"must be the id of a record{nearest(id, known)}", line)
        elif kind == "criterion" and (message := retired_criterion(id, self.view.edition.catalogue.criteria, linked=True)):
            self.problems.append(Problem(self.path, line, f"{kind}:{id}", message, "warning"))

    def _explained_link(self, id: str, children: deque[Token]) -> Token:
        """`[words](glossary:id)`: the rest of the link is taken from `children`, and the punctuation after it."""
        words = ""
        while (child := children.popleft()).type != "link_close":
            words += child.content
        self.words += len(words.split())
        if id not in known_ids(self.view.edition.catalogue, "glossary") or not self.view.explains(id):
            return _plain(words)
        after = leading_punctuation(children[0].content) if children and children[0].type == "text" else ""
        if after:
            self.words += len(after.split())
            children[0].content = children[0].content[len(after) :]
        return _html(self.view.explain(id, words, after))

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
        pattern, ids = self.view.edition.glossary_names
        at = 0
        for match in pattern.finditer(child.content) if ids else ():
            id = ids[match.group(1).casefold()]
            if self.view.explains(id):
                after = leading_punctuation(child.content[match.end() :])
                yield _plain(child.content[at : match.start()])
                yield _html(self.view.explain(id, match.group(), after))
                at = match.end() + len(after)
        yield _plain(child.content[at:])


def _plain(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _html(content: str) -> Token:
    return Token("html_inline", "", 0, content=str(content))
