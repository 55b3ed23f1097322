"""Prose of records → safe HTML: Markdown without raw HTML, citations as source marks, links to records as page links.

`model.prose` says what authors may write. Validation refuses the rest with a message; this module does not rely on
it: raw HTML is escaped and a link that is not allowed stays plain text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from copy import copy
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup

from ..model.prose import CITATION, VALUE, cited, is_allowed_link, record_link

Mark = Callable[[Sequence[str]], Markup]
"""Ids of sources → their marks in the text."""
Address = Callable[[str, str], str]
"""Kind and id of a record (`practice`, `duo-for-a-job#results`) → link from the page at hand."""
Value = Callable[[str], Markup]
"""Id of a figure → its number with its unit, linked to its definition. Only guides have values."""


def to_html(text: str, mark: Mark, address: Address, value: Value | None = None) -> Markup:
    """Paragraphs and lists. The functions decide what citations, links to records and values become."""
    return Markup(_MARKDOWN.render(text.strip(), {"mark": mark, "address": address, "value": value}).strip())


def to_inline_html(text: str, mark: Mark, address: Address, value: Value | None = None) -> Markup:
    """The same without the paragraph around it, for texts of one line."""
    return Markup(_MARKDOWN.renderInline(text.strip(), {"mark": mark, "address": address, "value": value}).strip())


def to_plain(text: str) -> str:
    """Only the words: no marks, no Markdown; for descriptions and search.

    >>> to_plain("The *start* was [paid](https://x.org) so [@duo-kois; @b]. And more.")
    'The start was paid so. And more.'
    """
    bare = re.sub(r"\s*" + CITATION.pattern, "", text)
    words: list[str] = []
    for token in _MARKDOWN.parse(bare):
        for child in token.children or ():
            words.append(child.content if child.type in ("text", "code_inline") else " " if "break" in child.type else "")
        words.append(" ")
    return re.sub(r"\s+", " ", "".join(words)).strip()


def _citation(state: StateInline, silent: bool) -> bool:
    match = CITATION.match(state.src, state.pos)
    if not match or state.linkLevel:
        return False
    if not silent:
        state.push("citation", "", 0).meta = {"ids": cited(match)}
    state.pos = match.end()
    return True


def _value(state: StateInline, silent: bool) -> bool:
    match = VALUE.match(state.src, state.pos) if state.env.get("value") else None
    if not match or state.linkLevel:
        return False
    if not silent:
        state.push("value", "", 0).meta = {"id": match.group(1)}
    state.pos = match.end()
    return True


def _render_value(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: dict[str, Any]
) -> str:
    value: Value = env["value"]
    return str(value(tokens[index].meta["id"]))


def _render_citation(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: dict[str, Any]
) -> str:
    mark: Mark = env["mark"]
    return str(mark(tokens[index].meta["ids"]))


def _render_link(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: dict[str, Any]
) -> str:
    token = copy(tokens[index])  # the tokens of a document are rendered on several pages
    href = str(token.attrGet("href") or "")
    record = record_link(href)
    if record:
        address: Address = env["address"]
        token.attrs = token.attrs | {"href": address(*record)}
    elif href.startswith("http"):
        token.attrs = token.attrs | {"rel": "external noopener"}
    return self.renderToken([token], 0, options, env)


def _without_links_to_nowhere(state: StateCore) -> None:
    """`[words]()` becomes its words alone; as a link it would lead to the page that it is on."""
    for token in state.tokens:
        kept: list[Token] = []
        dropped: list[bool] = []
        for child in token.children or ():
            if child.type == "link_open":
                dropped.append(not child.attrGet("href"))
            drop = child.type in ("link_open", "link_close") and dropped[-1]
            if child.type == "link_close":
                dropped.pop()
            if not drop:
                kept.append(child)
        if token.children:
            token.children = kept


def _make_parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False})
    markdown.disable(["heading", "lheading", "image", "code", "fence", "hr", "blockquote", "html_block", "reference"])
    return with_marks(markdown)


def with_marks(markdown: MarkdownIt) -> MarkdownIt:
    """A parser that knows citations, values and links to records; rendering needs `mark`, `address`, `value` in its env."""
    markdown.validateLink = is_allowed_link  # type: ignore[assignment, method-assign]
    markdown.core.ruler.push("nowhere", _without_links_to_nowhere)
    markdown.inline.ruler.before("link", "citation", _citation)
    markdown.inline.ruler.before("link", "value", _value)
    markdown.add_render_rule("citation", _render_citation)
    markdown.add_render_rule("value", _render_value)
    markdown.add_render_rule("link_open", _render_link)
    return markdown


_MARKDOWN = _make_parser()
