"""The text of a guide as HTML: a document whose figures lead to their definition and whose terms are explained.

The first use of a glossary term opens its definition in place, and figures stand beside the passage that names them.
Several guides can share a page: headings are then lowered, and anchors get the prefix of the view.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from markdown_it.token import Token
from markupsafe import Markup

from ..load.documents import Document
from ..model import Guide
from ..model.prose import record_link
from ..text import markdown
from ..text.markdown import changed
from ..view.guide_view import GuideView, leading_punctuation
from ..view.templates import macro
from .text import DocumentHtml


def guide_html(document: Document, guide: Guide, view: GuideView, shift: int = 0) -> Markup:
    """The text of a guide on a page; `shift` lowers its headings."""
    view.guide = guide
    return _GuideHtml(document, view, shift).html()


class _GuideHtml(DocumentHtml):
    def __init__(self, document: Document, view: GuideView, shift: int) -> None:
        super().__init__(document, view)
        self.guide_view = view
        self.shift = shift

    def html(self) -> Markup:
        """Passages of text with their figures beside them; between them headings, tables and charts, which are wider."""
        env = {"mark": self.view.cite, "address": self.view.record, "value": self.view.value}
        tokens = list(self._tokens())  # first, so that what a chart defines is not defined beside the text as well
        self.guide_view.forget_mentions()
        made = []
        for is_text, run in _runs(_blocks(tokens)):
            html = Markup(markdown.render(run, env))
            beside = self.guide_view.figures_beside()
            made.append(macro("guide", "passage", self.view, html, beside, is_text) if beside else html)
        return Markup("").join(made).strip()

    def _heading(self, token: Token) -> Token:
        return changed(token, tag=self._lowered(token), attrs={"id": self._anchor(token)})

    def _anchor(self, heading: Token) -> str:
        return f"{self.guide_view.prefix}{heading.meta['anchor']}"

    def _table_label(self) -> str:
        """Guides that share a page may have headings in common."""
        return f"{self.heading} ({self.document.fields['title']})" if self.guide_view.prefix else self.heading

    def _heading_close(self, token: Token) -> Token:
        return changed(token, tag=self._lowered(token))

    def _lowered(self, token: Token) -> str:
        return f"h{int(token.tag[1]) + self.shift}"

    def _children(self, children: Sequence[Token], in_heading: bool) -> list[Token]:
        """Explains terms, but not in headings and not inside links."""
        made: list[Token] = []
        links = 0
        rest = deque(children)
        while rest:
            child = rest.popleft()
            kind, id = (child.type == "link_open" and record_link(str(child.attrGet("href")))) or ("", "")
            if kind == "glossary":
                made.append(self._explained_link(id, rest))
                continue
            links += child.nesting if child.type in ("link_open", "link_close") else 0
            explains = child.type == "text" and not in_heading and not links
            made += self._explained(child) if explains else (child,)
        return made

    def _explained_link(self, id: str, rest: deque[Token]) -> Token:
        """`[words](glossary:id)`: the remainder of the link is taken from `rest`, and the punctuation behind it."""
        words = ""
        while (child := rest.popleft()).type != "link_close":
            words += child.content
        if not self.guide_view.explains(id):
            return Token("text", "", 0, content=words)
        after = leading_punctuation(rest[0].content) if rest and rest[0].type == "text" else ""
        if after:
            rest[0] = changed(rest[0], content=rest[0].content[len(after) :])
        return _html(self.guide_view.explain(id, words, after))

    def _explained(self, child: Token) -> Iterator[Token]:
        """Text in which the first use of each glossary term opens its definition."""
        pattern, ids = self.view.edition.glossary_names
        at = 0
        for match in pattern.finditer(child.content) if ids else ():
            id = ids[match.group(1).casefold()]
            if self.guide_view.explains(id):
                after = leading_punctuation(child.content[match.end() :])
                yield changed(child, content=child.content[at : match.start()])
                yield _html(self.guide_view.explain(id, match.group(), after))
                at = match.end() + len(after)
        yield changed(child, content=child.content[at:])


PASSAGE = ("paragraph_open", "bullet_list_open", "ordered_list_open", "blockquote_open")
"""How text begins that keeps its lines short and so leaves room beside it."""


def _blocks(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """Paragraphs, lists, tables and so on, each with all its tokens."""
    block: list[Token] = []
    depth = 0
    for token in tokens:
        block.append(token)
        depth += token.nesting
        if not depth:
            yield block
            block = []


def _runs(blocks: Iterable[list[Token]]) -> Iterator[tuple[bool, list[Token]]]:
    """Text up to the next heading or wide block as one; each of those by itself."""
    for is_text, group in groupby(blocks, lambda block: block[0].type in PASSAGE):
        if is_text:
            yield True, [token for block in group for token in block]
        else:
            yield from ((False, block) for block in group)


def _html(content: str) -> Token:
    return Token("html_inline", "", 0, content=str(content))
