"""How to cite a page of the hub: in the manner of APA (7th edition, a web page of a group) and as BibTeX.

The hub is the author; the date is that of the last check, because a record page has no other.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from babel.dates import format_date
from markupsafe import Markup

from .edition import Edition
from .page import Page, PageKind
from .templates import macro
from .view import View

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LANGUAGES = {"nl": "dutch", "en": "english", "fr": "french", "de": "german"}
"""Names that babel and biblatex know; another language is left out."""

_SPECIAL = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "{}&%$#_"},
}  # fmt: skip


CITED: frozenset[PageKind] = frozenset({"practice", "dimension", "guide", "tool", "evidence"})
"""Kinds of pages that say how to cite them."""


def credit(edition: Edition) -> str:
    """Whose a saved picture or table is, and under which licence."""
    settings = edition.catalogue.settings
    return edition.strings("known.save.credit", hub=edition.text(settings.title), license=settings.content_license_name)


@dataclass(frozen=True)
class Citation:
    apa: Markup
    bibtex: str


def citation(page: Page, url: str, view: View) -> Citation | None:
    """None for a page without a date of its own."""
    if not page.updated:
        return None
    edition = view.edition
    settings = edition.catalogue.settings
    publisher, hub = edition.text(settings.publisher), edition.text(settings.title)
    date = apa_date(page.updated, edition)
    kind = edition.strings("cite.kind" if page.kind == "practice" else "cite.page_kind")
    apa = macro("text", "apa", view, publisher, date, page.title, kind, hub, url)
    return Citation(apa, _bibtex(page, kind, page.updated, url, publisher, edition))


def apa_date(date: str, edition: Edition) -> str:
    """`2026`, `2026, November` or `2026, November 22`; in Dutch `2026, 22 november`."""
    year, *rest = date.split("-")
    if not rest:
        return year
    day = datetime.date(int(year), int(rest[0]), int(rest[1]) if len(rest) > 1 else 1)
    month = format_date(day, "MMMM", locale=edition.strings.babel)
    return f"{year}, {edition.strings('cite.day', day=day.day, month=month) if len(rest) > 1 else month}"


def _bibtex(page: Page, kind: str, date: str, url: str, publisher: str, edition: Edition) -> str:
    year, *rest = date.split("-")
    fields = {
        "author": f"{{{escaped(publisher)}}}",
        "title": f"{{{escaped(page.title)}}}",
        "year": year,
        "month": MONTHS[int(rest[0]) - 1] if rest else None,
        "howpublished": escaped(kind),
        "publisher": escaped(publisher),
        "url": url,
        "langid": LANGUAGES.get(edition.locale),
    }
    lines = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'}" for name, value in fields.items() if value is not None
    ]
    key = re.sub(r"[^a-z0-9]+", "-", page.path.rpartition("/")[2].lower())
    return "\n".join((f"@misc{{hub-{key},", ",\n".join(lines), "}"))


def escaped(text: str) -> str:
    r"""Text that means only itself in LaTeX.

    >>> escaped("Profession & Profession: 100% {new}")
    'Profession \\& Profession: 100\\% \\{new\\}'
    """
    return "".join(_SPECIAL.get(sign, sign) for sign in text)
