"""The Markdown of hand-written texts: what authors may use, and how tables become HTML."""

from __future__ import annotations

from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import escape

from .prose import with_marks

PLAIN_MARKDOWN_WITHOUT = "must be plain Markdown (paragraphs, lists, tables, links) without "
NOT_ALLOWED = {
    "image": "images", "fence": "code blocks", "code_block": "code blocks (lines that start with four spaces)",
    "code_inline": "code", "hr": "horizontal rules", "blockquote_open": "quotations",
}  # fmt: skip


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


GUIDE_MARKDOWN = _make_parser()
