"""Pages that people write as Markdown in `docs/`: `about.md` in the default language, `about.en.md` in another.

Checks their front matter and markers before anything is built, and turns them into the same `Page` as generated ones.
The Markdown itself is converted by the site generator, except that of guides (`docs/guides/`), which are one part of a
generated page: `narrative` converts it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from ..link.catalogue import Catalogue
from ..model import Locale
from ..text.strings import Strings
from ..view.page import Crumb, Page, headings
from . import markers

_ID = re.compile(r"<[a-z][^>]*?\sid=\"([^\"]+)\"")


def filled(markdown: str, path: str, locale: Locale, catalogue: Catalogue) -> str:
    """The Markdown with its markers replaced; problems were reported before."""
    return markers.replace(markdown, path, locale, catalogue)[0]


def anchors(body: str) -> set[str]:
    """Every id in a piece of HTML."""
    return {html.unescape(name) for name in _ID.findall(body)}


def written_page(
    *, path: str, locale: Locale, meta: Mapping[str, Any], html: str, source: str, catalogue: Catalogue
) -> Page:
    """A document as a page; `html` is its Markdown, converted."""
    strings = Strings(locale, catalogue.strings[locale])
    title = str(meta["title"])
    return Page(
        path=path,
        locale=locale,
        kind="text" if path else "home",
        title=title,
        description=str(meta["description"]),
        body=Markup(html),
        section=str(meta["section"]) if path else None,
        source=source,
        breadcrumbs=(Crumb(strings("page.home"), ""), Crumb(title, None)) if path else (),
        headings=headings(html) if path else (),
        updated=str(meta["updated"]),
    )
