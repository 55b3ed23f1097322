"""All pages of a language. A new kind of page is a module of its own and one line here."""

from __future__ import annotations

from types import MappingProxyType

from markupsafe import Markup

from ..browser.files import BrowserFiles
from ..link.addresses import ERROR, SEARCH
from ..view.edition import Edition
from ..view.page import Page, PageKind
from . import (
    assessment,
    changes,
    comparison,
    criteria,
    crosswalk,
    evidence,
    fields,
    form,
    glossary,
    guide_collections,
    guides,
    partners,
    practice,
    practices,
    projects,
    review,
    sources,
    text,
    tool,
    toolkit,
    translations,
    where,
)


def pages(edition: Edition, files: BrowserFiles, sizes: toolkit.Sizes = MappingProxyType({})) -> tuple[Page, ...]:
    """All pages of one language, sorted by path. Same paths in every language. `sizes`: of the downloads."""
    made = [
        *practices.pages(edition, files),
        *practice.pages(edition),
        *comparison.pages(edition, files.practices.folder(edition.locale)),
        *assessment.pages(edition, files.assessment),
        *criteria.pages(edition),
        *crosswalk.pages(edition),
        *evidence.pages(edition),
        *where.pages(edition),
        *partners.pages(edition),
        *projects.pages(edition),
        *guides.pages(edition),
        *guide_collections.pages(edition),
        *form.pages(edition, files.form.root, files.records.root),
        *glossary.pages(edition),
        *sources.pages(edition),
        *toolkit.pages(edition, sizes),
        *tool.pages(edition, sizes),
        *changes.pages(edition),
        *fields.pages(edition),
        *text.pages(edition),
        *translations.pages(edition),
        *review.pages(edition),
        _late_page(edition, SEARCH, "search", "search"),
    ]
    return tuple(sorted(made, key=lambda page: page.path))


def not_found(edition: Edition) -> Page:
    """The error page; hosts show it at any address, so its links are absolute paths."""
    return _late_page(edition, ERROR, "not-found", "not_found")


def _late_page(edition: Edition, path: str, kind: PageKind, texts: str) -> Page:
    return Page(
        path=path, locale=edition.locale, kind=kind, title=edition.strings(f"{texts}.title"),
        description=edition.strings(f"{texts}.description"), body=Markup(""), section=None, source=None, indexed=False,
    )  # fmt: skip
