"""The Markdown of documents: parsed once into tokens that are checked in `link` and become HTML in `pages`.

CommonMark with tables and the marks of `prose`, plus what documents need: an anchor behind a heading (`## Start
{#start}`), the class of a lead paragraph on its last line (`{.hub-lead}`) and markers on a line of their own
(`<!-- hub:counts -->`). Raw HTML is recognised so that it can be refused by name; it never reaches a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import escape

from .prose import with_marks

MARKER = re.compile(r"^<!--\s*hub:([a-z-]+)((?:\s+(?:[a-z]+=)?(?:\"[^\"]*\"|[^\s\"]+))*?)\s*-->$")
_ANCHOR = re.compile(r"\s*\{#([^}]*)\}\s*$")
_CLASS = re.compile(r"\{\.([^}]*)\}")


@dataclass(frozen=True)
class Heading:
    anchor: str
    title: str
    line: int
    """Counted from the first line of the text, which is 0."""


def parse(text: str) -> tuple[Token, ...]:
    """The tokens of a text. A heading may have `meta["anchor"]`, a paragraph `meta["class"]`; a marker is a token of its
    own type with its `name` and its `arguments` as written.
    """
    return tuple(_MARKDOWN.parse(text, {"value": True}))


def render(tokens: Sequence[Token], env: dict[str, Any]) -> str:
    """HTML of checked tokens; `env` as in `prose`. Tokens are shared by pages: a page that changes one copies it first."""
    return str(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, env))


def changed(token: Token, **attributes: object) -> Token:
    """A copy of a token with other attributes."""
    other = copy(token)
    for name, value in attributes.items():
        setattr(other, name, value)
    return other


# --- what a text holds ------------------------------------------------------------------------------------------------


def headings(tokens: Sequence[Token]) -> Iterator[Heading]:
    """The headings that have an anchor."""
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open" and "anchor" in opening.meta and opening.map:
            yield Heading(opening.meta["anchor"], plain(inline.children or ()), opening.map[0])


def section_texts(tokens: Sequence[Token]) -> dict[str, str]:
    """What is written below each heading that has an anchor, up to the next one, its title included; before the first: "".

    >>> section_texts(parse("# Page\\n\\nIntro.\\n\\n## Start {#start}\\n\\n- one\\n- two\\n"))
    {'': 'Page\\nIntro.', 'start': 'Start {#start}\\none\\ntwo'}
    """
    found: dict[str, list[str]] = {"": []}
    anchor = ""
    for token in tokens:
        if token.type == "heading_open" and "anchor" in token.meta:
            anchor = str(token.meta["anchor"])
        if token.content:
            found.setdefault(anchor, []).append(token.content)
    return {name: "\n".join(parts) for name, parts in found.items() if parts}


def plain(children: Iterable[Token]) -> str:
    """The words of a line, without emphasis and marks."""
    return "".join(child.content for child in children if child.type == "text").strip()


def count_words(tokens: Sequence[Token]) -> int:
    """Words that people read, without source marks, figures and what markers show."""
    children = (child for token in tokens for child in token.children or ())
    return sum(len(child.content.split()) for child in children if child.type == "text")


def cited(tokens: Sequence[Token]) -> Iterator[str]:
    """Ids of the sources that a text cites, in order, repeats included."""
    for token in tokens:
        for child in token.children or ():
            if child.type == "citation":
                yield from child.meta["ids"]


# --- the parser -------------------------------------------------------------------------------------------------------


def _attributes(state: StateCore) -> None:
    """Takes anchors and classes out of the text, and makes tokens of markers."""
    for place, token in enumerate(state.tokens):
        opening = state.tokens[place - 1] if place else token
        if token.type == "html_block" and (match := MARKER.match(token.content.strip())):
            token.type, token.meta = "marker", {"name": match.group(1), "arguments": match.group(2)}
        elif token.type == "inline" and token.children:
            last = token.children[-1]
            if opening.type == "heading_open" and last.type == "text" and (match := _ANCHOR.search(last.content)):
                last.content = last.content[: match.start()]
                opening.meta["anchor"] = match.group(1)
            alone = len(token.children) > 1 and token.children[-2].type == "softbreak"
            if opening.type == "paragraph_open" and alone and (match := _CLASS.fullmatch(last.content)):
                del token.children[-2:]
                opening.meta["class"] = match.group(1)


def _table_open(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: dict[str, Any]) -> str:
    label = escape(tokens[index].meta.get("label", ""))
    return f'<div class="hub-table hub-table--text" role="region" aria-label="{label}" tabindex="0">\n<table>\n'


def _table_close(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: dict[str, Any]) -> str:
    return "</table>\n</div>\n"


def _make_parser() -> MarkdownIt:
    markdown = with_marks(MarkdownIt("commonmark", {"html": True}).enable("table"))
    markdown.disable(["lheading", "reference"])
    markdown.core.ruler.push("attributes", _attributes)
    markdown.add_render_rule("table_open", _table_open)
    markdown.add_render_rule("table_close", _table_close)
    return markdown


_MARKDOWN = _make_parser()
