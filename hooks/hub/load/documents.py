"""The documents in `docs/` as authored: `about.md` in the default language, `about.en.md` in another.

A document is front matter between two lines of --- and Markdown. Both are parsed here, once; whether they are right is
looked at in `validate` and `link`. Never raises for what a file holds.
"""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from markdown_it.token import Token

from ..model import Locale
from ..model.base import hidden_character
from ..model.kinds import KB
from ..problems import Problem, nearest, shown
from ..text import markdown
from ..text.markdown import Heading
from . import strict_yaml
from .files import is_folder, listing, odd_name, read_text

FOLDER = "docs"
GUIDES = "guides"
"""Documents below `docs/guides/` are the texts of guides, one part of a page that is made from their record."""
LARGEST = 1024 * KB
"""Bytes a document may have; more is a mistake, not a page."""

_FRONT_MATTER = re.compile(
    r"\A((?:[^\S\n]*\n)*[^\S\n]*---[^\S\n]*\n)(.*?)^[^\S\n]*---[^\S\n]*\n", re.DOTALL | re.MULTILINE
)
"""Between two lines of ---. Empty lines above them and blanks around them do no harm: nobody sees them."""
_ALMOST = (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".txt")
"""How people end the name of a document, in small letters or capitals."""


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
    hidden: tuple[tuple[int, str], ...] = ()
    """Line and character: the first in each line that readers cannot see or that reverses the reading direction."""

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
    """All that could be read, sorted by file; `names` are path and language of every document, readable or not."""

    documents: tuple[Document, ...] = ()
    names: frozenset[tuple[str, Locale]] = frozenset()
    problems: tuple[Problem, ...] = ()


def documents(root: Path, locales: tuple[Locale, ...]) -> Documents:
    """The documents below `root/docs`; none while the languages are not known."""
    found: list[Document] = []
    problems: list[Problem] = []
    names: set[tuple[str, Locale]] = set()
    for uri in _files(root / FOLDER, FOLDER) if locales else ():
        if isinstance(uri, Problem):
            problems.append(uri)
            continue
        source = f"{FOLDER}/{uri}"
        text: str | Problem
        if message := _refused_name(PurePosixPath(uri).name, locales):
            text = Problem(source, 0, "", message)
        else:
            names.add((page_path(uri, locales), document_locale(uri, locales)))
            text = read_text(root / source, source, LARGEST)
        if isinstance(text, Problem):
            problems.append(text)
        else:
            found.append(document(uri, text, locales))
    return Documents(tuple(found), frozenset(names), tuple(problems))


def _files(folder: Path, source: str) -> Iterator[str | Problem]:
    """What seems to be a document, counted from `docs/`, and what else stands there: MkDocs would publish it unseen."""
    if not os.path.lexists(folder):
        return
    names = listing(folder, source) if is_folder(folder) and not folder.is_symlink() else None
    if names is None or isinstance(names, Problem):
        yield names or Problem(source, 0, "", "must be a folder of its own")
        return
    for name in names:
        path, below = folder / name, f"{source}/{name}"
        stem, extension = PurePosixPath(name).stem, PurePosixPath(name).suffix
        if extension == ".md":
            yield below.removeprefix(f"{FOLDER}/")
        elif is_folder(path):
            message = odd_name(name)
            yield from (Problem(below, 0, "", message),) if message else _files(path, below)
        else:
            wanted = f"; rename it to '{stem}.md'" if extension.lower() in _ALMOST else ""
            yield Problem(below, 0, "", f"must be a document, whose name ends in .md; no other file stands here{wanted}")


def _refused_name(name: str, locales: tuple[Locale, ...]) -> str | None:
    """What is wrong with the name of a document: an id, and its language where that is not the default one."""
    stem, _, suffix = name.removesuffix(".md").partition(".")
    if suffix == locales[0]:
        return f"must not have the default language in its name; rename it to '{stem}.md'"
    if suffix and suffix not in locales and re.fullmatch(r"[A-Za-z]{2}([-_][A-Za-z]+)?", suffix):
        return f"must be in a language of the hub, got {shown(suffix)}{nearest(suffix, locales)}"
    if suffix and suffix not in locales:
        return odd_name(f"{stem}.{suffix}", ".md")
    return odd_name(stem, f".{suffix}.md" if suffix else ".md")


def document(uri: str, text: str, locales: tuple[Locale, ...]) -> Document:
    """A document from its text; `uri` counts from `docs/`."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n") + "\n"
    match = _FRONT_MATTER.match(text)
    above = match.group(1).count("\n") if match else 0
    front = strict_yaml.read("\n" * above + match.group(2)) if match else None
    body = text[match.end() :] if match else text
    path, locale = page_path(uri, locales), document_locale(uri, locales)
    before = text.count("\n") - body.count("\n")
    return Document(f"{FOLDER}/{uri}", path, locale, front, before, markdown.parse(body), tuple(_hidden(text)))


def _hidden(text: str) -> Iterator[tuple[int, str]]:
    for number, row in enumerate(text.split("\n"), 1):
        if character := hidden_character(html.unescape(row)):
            yield number, character


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
