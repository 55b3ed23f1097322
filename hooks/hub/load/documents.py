"""The documents of the guides as authored, read before anything is made of them; `narrative` knows what is in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from ..model import Locale
from ..model.kinds import KB
from ..problems import Problem
from .files import read_text
from .strict_yaml import read

FOLDER = "docs/guides"


def file_name(id: str, locale: Locale, locales: tuple[Locale, ...]) -> str:
    """`docs/guides/matching.md` in the default language, `docs/guides/matching.en.md` in another."""
    return f"{FOLDER}/{id}.md" if locale == locales[0] else f"{FOLDER}/{id}.{locale}.md"


def guide_texts(root: Path, locales: tuple[Locale, ...]) -> Mapping[tuple[str, Locale], GuideText]:
    """Guide and language → its document; documents of no guide included, so that they can be named as a fault.

    Leaves out what cannot be read, which `documents.problems` reports.
    """
    found = {}
    for path in sorted((root / FOLDER).glob("*.md")):
        stem, _, suffix = path.stem.partition(".")
        locale = suffix if suffix in locales[1:] else locales[0]
        id = stem if suffix in ("", *locales[1:]) else path.stem
        uri = f"{FOLDER}/{path.name}"
        text = document(path, uri)
        if isinstance(text, str):
            found[id, locale] = GuideText(uri, text)
    return found


_HEADING = re.compile(r"^#{2,3}\s+(.+?)\s*\{#([a-z0-9-]+)\}\s*$", re.MULTILINE)


@dataclass(frozen=True)
class GuideText:
    """The document of a guide in one language, as authored."""

    path: str
    """Posix, from the root of the project: `docs/guides/matching.en.md`."""
    text: str

    @cached_property
    def sections(self) -> Mapping[str, str]:
        """Anchor → title of the headings, without emphasis, in their order.

        >>> dict(GuideText("x.md", "## The *start* {#start}").sections)
        {'start': 'The start'}
        """
        return {anchor: re.sub(r"[*_]", "", title) for title, anchor in _HEADING.findall(self.text)}


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


def is_guide(uri: str) -> bool:
    """Whether a document is the text of a guide; its path counts from `docs/`."""
    return f"docs/{uri}".startswith(f"{FOLDER}/")

LARGEST = 1024 * KB
"""Bytes a document may have; more is a mistake, not a page."""


FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


def document(path: Path, uri: str) -> str | Problem:
    """The text of a document with line ends as `\\n`, or what is wrong with its file."""
    text = read_text(path, uri, LARGEST)
    return text if isinstance(text, Problem) else text.replace("\r\n", "\n").replace("\r", "\n")


def front_matter(text: str) -> Mapping[str, str]:
    """The fields of a document that can be read as texts; `problems` reports the others.

    >>> front_matter('---\\ntitle: "About"\\nupdated: 2026-11-27\\n---\\nText')
    {'title': 'About'}
    """
    match = FRONT_MATTER.match(text)
    found = read(match.group(1)).value if match else None
    return {name: value for name, value in found.items() if isinstance(value, str)} if isinstance(found, dict) else {}


def body_of(text: str) -> str:
    """What follows the front matter; all of a text without.

    >>> body_of("---\\ntitle: x\\n---\\nText"), body_of("Text")
    ('Text', 'Text')
    """
    match = FRONT_MATTER.match(text)
    return text[match.end() :] if match else text
