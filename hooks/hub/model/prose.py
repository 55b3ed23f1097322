"""Prose: the only texts in which authors may write Markdown, and the small part of Markdown that is allowed.

Paragraphs, lists, *emphasis*, **strong** and links. No raw HTML, headings, images, tables or code: a record's layout
belongs to its page. Besides web addresses a link may point to a record (`[DUO](practice:duo-for-a-job)`), and sources
are cited as Pandoc does: `[@duo-impact]`, `[@duo-impact; @kois-sib]`. In guides a figure is printed by its name:
`[%duo-for-a-job/confidence]`. `text.prose` makes HTML of it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Annotated

from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from .base import ID, EveryLocale, Text, one_line, refuse_hidden, visible_text

_MENTIONED = re.compile(r"\b(?!https?:|mailto:)[a-z-]+:[a-z0-9]")
"""Without this, a text links to no record."""
VALUE = re.compile(rf"\[%({ID}(?:/{ID})?)\]")
"""A figure of `data/figures/` (`[%id]`) or of a practice (`[%practice/figure]`)."""
CITATION = re.compile(rf"\[(@{ID}(?:\s*;\s*@{ID})*)\]")

_NOT_ALLOWED = {
    "html_block": "raw HTML",
    "html_inline": "raw HTML",
    "heading_open": "headings",
    "image": "images",
    "fence": "code blocks",
    "code_block": "code blocks (lines that start with four spaces)",
    "hr": "horizontal rules",
    "blockquote_open": "quotations",
}


_SUSPECT = re.compile(r"[<>#!`~\\\t]|    |^ *[-_*=]", re.MULTILINE)
"""Without any of these a text holds nothing that is not allowed; most texts need no parsing."""


@cache
def _record_link() -> re.Pattern[str]:
    from .kinds import LINKED  # late: the table of kinds names the models, which hold texts

    return re.compile(rf"({'|'.join(LINKED)}):({ID}(?:/{ID})*(?:#{ID})?)")


def record_link(address: str) -> tuple[str, str] | None:
    """(kind, id) of the record that a link leads to, or (`page`, path); both may have a part of the page behind it.

    >>> record_link("practice:duo-for-a-job#results"), record_link("https://example.org")
    (('practice', 'duo-for-a-job#results'), None)
    """
    match = _record_link().fullmatch(address)
    return (match.group(1), match.group(2)) if match else None


def is_allowed_link(address: str) -> bool:
    """Whether a link may lead there: a page of the web, a mail address or a record."""
    return bool(re.match(r"^(https?://|mailto:)", address) or record_link(address))


def _make_parser() -> MarkdownIt:
    """Raw HTML is recognised so that it can be refused by name; nothing is rendered."""
    markdown = MarkdownIt("commonmark", {"html": True})
    markdown.validateLink = is_allowed_link  # type: ignore[assignment, method-assign]
    return markdown


_PARSER = _make_parser()


def _tokens(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _tokens(token.children or [])


A_MARK = "must be a link to a web address or a record (practice:…), a source [@key] or a figure [%id]"
_LITERAL_MARK = re.compile(r"\]\([^)]*\)?|\[[@%][^\]]*\]?")
_BRACKETS = re.compile(r"\]\(|\[[@%]")
"""Without these, after its sources and figures are taken out, a text holds no mark that readers would see as written."""


def literal_mark(text: str) -> str | None:
    """What was meant as a link, a source or a figure and is none; `text` is what Markdown left as text.

    >>> literal_mark("see [DUO](practise:duo-for-a-job)"), literal_mark("see [@Duo]"), literal_mark("see [DUO]")
    ('](practise:duo-for-a-job)', '[@Duo]', None)
    """
    match = _LITERAL_MARK.search(text)
    return match.group() if match else None


def _unmarked(text: str) -> str:
    return VALUE.sub("\n", CITATION.sub("\n", text))


def _left_as_text(children: Iterable[Token]) -> Iterator[str]:
    """The texts of a paragraph as readers get them: without sources and figures, which do not work inside a link."""
    depth, outside = 0, ""
    for child in children:
        depth += child.nesting if child.type in ("link_open", "link_close") else 0
        if child.type == "link_open" and not child.attrs.get("href"):
            yield "]()"
        if depth and child.type == "text":
            yield child.content
        else:
            outside += child.content if child.type == "text" else "\n"
    yield _unmarked(outside)


def _allowed_markdown(value: str) -> str:
    if "&" in value:
        refuse_hidden(html.unescape(value))  # Markdown makes a character of &#x202e;
    for token in _tokens(_PARSER.parse(value)) if _SUSPECT.search(value) else ():
        if token.type in _NOT_ALLOWED:
            raise PydanticCustomError(
                "markdown",
                "must be plain Markdown (paragraphs, lists, emphasis, links) without {what}, got {found}",
                {"what": _NOT_ALLOWED[token.type], "found": repr(token.content[:60]) if token.content else "one"},
            )
    for token in _PARSER.parse(value) if _BRACKETS.search(_unmarked(value)) else ():
        for text in _left_as_text(token.children or ()):
            if signs := literal_mark(text):
                raise PydanticCustomError("literal_mark", f"{A_MARK}, got '{{found}}'", {"found": signs[:60]})
    return value


Markdown = Annotated[str, Field(max_length=20_000), AfterValidator(visible_text), AfterValidator(_allowed_markdown)]


def cited(mark: re.Match[str]) -> list[str]:
    """Ids of the sources in one citation, a match of `CITATION`.

    >>> [cited(mark) for mark in CITATION.finditer("So [@a; @b], and so [@c].")]
    [['a', 'b'], ['c']]
    """
    return [key.strip().removeprefix("@") for key in mark.group(1).split(";")]


def citations(text: str) -> Iterator[str]:
    """Ids of the sources cited in a text, in order, repeats included."""
    return (id for mark in CITATION.finditer(text) for id in cited(mark))


def value_marks(text: str) -> Iterator[str]:
    """Ids of the figures a text prints, in order: `alpha/jobs-2020` of `"… [%alpha/jobs-2020]"`."""
    return (match.group(1) for match in VALUE.finditer(text))


_NUMBER = r"\d+(?:[.,]\d+)*"
_PERCENTAGE = re.compile(
    rf"(?<![\w/-]){_NUMBER}(?:\s*[–-]\s*{_NUMBER})?\s?(?:%|(?:procent|percent|per cent)\w*)", re.IGNORECASE
)


def percentages(text: str) -> Iterator[str]:
    """Percentages that are typed instead of taken from a figure; numbers that are spelled out are not found.

    >>> list(percentages("72% of 10, 7,5 procentpunt or 1.5 per cent; [%alpha/jobs-2020]"))
    ['72%', '7,5 procentpunt', '1.5 per cent']
    """
    return (match.group() for match in _PERCENTAGE.finditer(VALUE.sub("", text)))


def record_links(text: str) -> Iterator[tuple[str, str]]:
    """(kind, id) of the records a text links to, in order."""
    for token in _tokens(_PARSER.parse(text)) if _MENTIONED.search(text) else ():
        if token.type == "link_open" and (target := record_link(str(token.attrs.get("href", "")))):
            yield target


MarkdownLine = Annotated[str, Field(max_length=2_000), AfterValidator(visible_text), AfterValidator(one_line),
                         AfterValidator(_allowed_markdown)]  # fmt: skip


class Prose(Text):
    """A text in several languages in which Markdown and citations are allowed."""

    root: dict[str, Markdown]


class ProseLine(Prose):
    """Prose of one paragraph, shown on one line: a point of a list, a remark."""

    root: dict[str, MarkdownLine]


FullProse = Annotated[Prose, EveryLocale]
