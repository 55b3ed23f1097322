"""Prose of a record as blocks of runs, for documents that are not HTML.

Reads the HTML that `text.prose` makes, so that what authors write is interpreted in one place only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from html.parser import HTMLParser


@dataclass(frozen=True)
class Run:
    """Text in one style; `url` where it is a link out of the document."""

    text: str
    bold: bool = False
    italic: bool = False
    url: str | None = None


@dataclass(frozen=True)
class Block:
    """A paragraph, or an entry of a list; `start` marks the first entry of a list."""

    kind: str
    """`p`, `ul` or `ol`."""
    runs: tuple[Run, ...]
    start: bool = False


def blocks(html: str) -> tuple[Block, ...]:
    """
    >>> blocks('<p>A <em>b</em></p><ul><li>c</li></ul>')[1]
    Block(kind='ul', runs=(Run(text='c', bold=False, italic=False, url=None),), start=True)
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.finish()
    return tuple(reader.blocks)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.runs: list[Run] = []
        self.style = Run("")
        self.lists: list[str] = []
        self.fresh = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("p", "li"):
            self.finish()
        elif tag in ("ul", "ol"):
            self.finish()
            self.lists.append(tag)
            self.fresh = True
        elif tag == "em":
            self.style = replace(self.style, italic=True)
        elif tag == "strong":
            self.style = replace(self.style, bold=True)
        elif tag == "a":
            href = dict(attrs).get("href") or ""
            self.style = replace(self.style, url=href if href.startswith(("http", "mailto:")) else None)
        elif tag == "br":
            self.runs.append(replace(self.style, text="\n"))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "li"):
            self.finish()
        elif tag in ("ul", "ol"):
            self.finish()
            self.lists.pop()
        elif tag == "em":
            self.style = replace(self.style, italic=False)
        elif tag == "strong":
            self.style = replace(self.style, bold=False)
        elif tag == "a":
            self.style = replace(self.style, url=None)

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split("\n"))
        if text.strip() or (self.runs and text):
            self.runs.append(replace(self.style, text=text))

    def finish(self) -> None:
        runs = tuple(self.runs)
        self.runs = []
        if any(run.text.strip() for run in runs):
            kind = self.lists[-1] if self.lists else "p"
            self.blocks.append(Block(kind, runs, self.fresh and kind != "p"))
            self.fresh = False
