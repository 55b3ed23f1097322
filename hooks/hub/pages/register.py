"""All pages of a language. A new kind of page is a module of its own and one line here."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from markupsafe import Markup

from ..browser.practice_files import practice_files
from ..model import Locale
from ..view.edition import Edition
from ..view.page import Kind, Page
from ..view.templates import environment
from . import (
    assessment,
    comparison,
    criteria,
    crosswalk,
    glossary,
    guide_collections,
    guides,
    partners,
    practice,
    practices,
    projects,
    sources,
    text,
    tool,
    toolkit,
)

if TYPE_CHECKING:
    from ..link.catalogue import Catalogue


def pages(catalogue: Catalogue, locale: Locale, sizes: toolkit.Sizes = MappingProxyType({})) -> tuple[Page, ...]:
    """All pages of one language, sorted by path. Same paths in every language. `sizes`: of the downloads."""
    edition = Edition(catalogue, locale)
    env = environment()
    made = [
        *practices.pages(edition, env),
        *practice.pages(edition, env),
        *comparison.pages(edition, practice_files(catalogue).folder(locale), env),
        *assessment.pages(edition, env),
        *criteria.pages(edition, env),
        *crosswalk.pages(edition, env),
        *partners.pages(edition, env),
        *projects.pages(edition, env),
        *guides.pages(edition, env),
        *guide_collections.pages(edition, env),
        *glossary.pages(edition, env),
        *sources.pages(edition, env),
        *toolkit.pages(edition, env, sizes),
        *tool.pages(edition, env, sizes),
        *text.pages(edition),
        _late_page(edition, "search", "search", "search"),
    ]
    return tuple(sorted(made, key=lambda page: page.path))


def not_found(catalogue: Catalogue, locale: Locale) -> Page:
    """The error page; hosts show it at any address, so its links are absolute paths."""
    return _late_page(Edition(catalogue, locale), "404", "not-found", "not_found")


def _late_page(edition: Edition, path: str, kind: Kind, texts: str) -> Page:
    return Page(
        path=path, locale=edition.locale, kind=kind, title=edition.strings(f"{texts}.title"),
        description=edition.strings(f"{texts}.description"), body=Markup(""), section=None, source=None, indexed=False,
    )  # fmt: skip
