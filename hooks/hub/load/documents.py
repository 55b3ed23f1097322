"""The documents in `docs/` as authored: `about.md` in the default language, `about.en.md` in another.

A document is front matter between two lines of --- and Markdown. Both are parsed here, once; whether they are right is
looked at in `validate` and `link`. Never raises for what a file holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from markdown_it.token import Token

from ..model import Locale
from ..model.kinds import KB
from ..problems import Problem
from ..text import markdown
from ..text.markdown import Heading
from . import strict_yaml
from .files import read_text

FOLDER = "docs"
GUIDES = "guides"
"""Documents below `docs/guides/` are the texts of guides, one part of a page that is made from their record."""
LARGEST = 1024 * KB
"""Bytes a document may have; more is a mistake, not a page."""

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


@dataclass(frozen=True)
class Document:
    """One file, in one language. Lines count from 1 in the file."""

    source: str
    """Posix, from the root of the project: `docs/guides/matching.en.md`."""
    path: str
    """Of its page, the same in every language: `guides/matching`; empty for the home page."""
    locale: Locale
    front: strict_yaml.Document | None
    """None: it does not begin with front matter."""
    before: int
    """How many lines come before the Markdown."""
    tokens: tuple[Token, ...]

    @property
    def guide(self) -> str | None:
        """The id of the guide that this is the text of."""
        folder, _, id = self.path.partition("/")
        return id if folder == GUIDES and id else None

    @cached_property
    def fields(self) -> Mapping[str, str]:
        """The texts of the front matter: everything that a page needs, once it has no problem."""
        value = self.front.value if self.front else None
        return {name: text for name, text in value.items() if isinstance(text, str)} if isinstance(value, dict) else {}

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        return tuple(markdown.headings(self.tokens))

    @cached_property
    def sections(self) -> Mapping[str, str]:
        """Anchor → title, in their order."""
        return {heading.anchor: heading.title for heading in self.headings}

    @cached_property
    def words(self) -> int:
        return markdown.count_words(self.tokens)

    def line(self, of: Token | Heading) -> int:
        """The line of a token or heading in the file; that of the first line of text where it has none."""
        start = of.line if isinstance(of, Heading) else of.map[0] if of.map else 0
        return self.before + start + 1


@dataclass(frozen=True)
class Documents:
    """All that could be read, sorted by file; `names` are path and language of every file, readable or not."""

    documents: tuple[Document, ...] = ()
    names: frozenset[tuple[str, Locale]] = frozenset()
    problems: tuple[Problem, ...] = ()


def documents(root: Path, locales: tuple[Locale, ...]) -> Documents:
    """The documents below `root/docs`; none while the languages are not known."""
    found: list[Document] = []
    problems: list[Problem] = []
    names: set[tuple[str, Locale]] = set()
    for file in sorted((root / FOLDER).rglob("*.md")) if locales else ():
        uri = file.relative_to(root / FOLDER).as_posix()
        names.add((page_path(uri, locales), document_locale(uri, locales)))
        text = read_text(file, f"{FOLDER}/{uri}", LARGEST)
        if isinstance(text, Problem):
            problems.append(text)
        else:
            found.append(document(uri, text, locales))
    return Documents(tuple(found), frozenset(names), tuple(problems))


def document(uri: str, text: str, locales: tuple[Locale, ...]) -> Document:
    """A document from its text; `uri` counts from `docs/`."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    match = _FRONT_MATTER.match(text)
    front = strict_yaml.read("\n" + match.group(1)) if match else None  # the line of --- above it counts too
    body = text[match.end() :] if match else text
    path, locale = page_path(uri, locales), document_locale(uri, locales)
    before = text.count("\n") - body.count("\n")
    return Document(f"{FOLDER}/{uri}", path, locale, front, before, markdown.parse(body))


def file_name(path: str, locale: Locale, locales: tuple[Locale, ...]) -> str:
    """The file of a page in a language: `docs/about.md` in the default one, `docs/about.en.md` in another."""
    return f"{FOLDER}/{path or 'index'}" + (".md" if locale == locales[0] else f".{locale}.md")


def page_path(uri: str, locales: tuple[Locale, ...]) -> str:
    """Path of the page of a document.

    >>> page_path("about.en.md", ("nl", "en")), page_path("index.md", ("nl", "en")), page_path("guides/x.md", ("nl",))
    ('about', '', 'guides/x')
    """
    path = PurePosixPath(uri).with_suffix("")
    if path.suffix.lstrip(".") in locales:
        path = path.with_suffix("")
    if path.name == "index":
        path = path.parent
    return "" if path == PurePosixPath(".") else path.as_posix()


def document_locale(uri: str, locales: tuple[Locale, ...]) -> Locale:
    suffix = PurePosixPath(uri).with_suffix("").suffix.lstrip(".")
    return suffix if suffix in locales else locales[0]
