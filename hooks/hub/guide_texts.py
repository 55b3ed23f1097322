"""The documents of the guides as authored, read before anything is made of them; `narrative` knows what is in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from .catalogue import GuideText
from .front_matter import document
from .model import Locale

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


@cache
def sections(text: GuideText) -> Mapping[str, str]:
    """Anchor → title of the headings, without emphasis, in their order.

    >>> dict(sections(GuideText("x.md", "## The *start* {#start}")))
    {'start': 'The start'}
    """
    return {anchor: re.sub(r"[*_]", "", title) for title, anchor in _HEADING.findall(text.text)}
