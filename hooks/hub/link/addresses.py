"""Where everything is on the site: the only module that puts addresses together.

`path` is the address of a page without its language and its slashes (`practices/duo-for-a-job`, `""` for the home page):
the same in every language. `uri` is the address from the root of the site (`en/practices/duo-for-a-job/`).
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from ..model import HubSettings, Locale, Tool
from ..model.kinds import BY_NAME

if TYPE_CHECKING:
    from .catalogue import Catalogue


def prefix(locale: Locale, settings: HubSettings) -> str:
    """'' for the default language, `en/` for another."""
    return "" if locale == settings.locales[0] else f"{locale}/"


def uri(path: str, locale: Locale, settings: HubSettings) -> str:
    """Address of a page from the root of the site: `en/practices/`, '' for home.

    The error page is the exception that every static host asks for: `404.html`.
    """
    if path == "404":
        return f"{prefix(locale, settings)}404.html"
    return prefix(locale, settings) + (f"{path}/" if path else "")


def relative(target: str, start: str) -> str:
    """Relative link between two addresses as `uri` gives them, so that the site works from any sub-path.

    >>> relative("practices/", "en/practices/duo-for-a-job/")
    '../../../practices/'
    >>> relative("", "")
    './'
    >>> relative("assets/hub.css", "practices/")
    '../assets/hub.css'
    """
    folder = posixpath.dirname(start)
    path = posixpath.relpath("/" + target, "/" + folder)
    return f"{path}/" if target.endswith("/") or not target else path


def value_path(facet: str, value: str, number: int = 1) -> str:
    """Address of a static page: `practices/by/group/refugees`, its continuation `practices/by/group/refugees/2`."""
    return f"practices/by/{facet}/{value}" + (f"/{number}" if number > 1 else "")


MADE_PAGES = (
    "practices", "practices/compare", "assessment", "criteria/crosswalk", "criteria/coverage", "partners", "projects",
    "guides", "guides/all", "guides/quick-wins", "toolkit", "glossary", "sources", "search",
)  # fmt: skip
"""Paths of the pages that are made from many records; texts link to them as `page:sources`."""
GUIDE_ANCHORS = (
    "in-short", "quick-wins", "mixed", "open-questions", "more", "figures", "words", "sources", "main",
)  # fmt: skip
"""Anchors of what the page of a guide adds around its text."""


class Place(NamedTuple):
    """Where something is: a page, and the anchor of a part of it."""

    path: str
    fragment: str | None = None


def place_of(kind: str, id: str, catalogue: Catalogue) -> Place:
    """Where readers find a record, or the page with this path; `id` may name a part of it (`duo-for-a-job#results`)."""
    name, _, part = id.partition("#")
    if kind == "page":
        return Place(name, part or None)
    its = BY_NAME[kind]
    if its.pages:
        return Place(f"{its.pages}/{name}", part or None)
    if its.part_of:
        whole = getattr(catalogue.of(kind)[name], its.part_of)
        return Place(place_of(its.part_of, whole, catalogue).path, f"{its.anchor}{name}")
    return Place(its.listed_on, f"{its.anchor}{name}")


DOWNLOADS = "downloads"


def tool_download(tool: Tool, locale: Locale, format: str) -> str:
    """The file of a tool, from the root of the site; the same folder for all languages."""
    return f"{DOWNLOADS}/{tool.id}.{locale}.{format}"


def archive_download(locale: Locale) -> str:
    """The whole toolkit in one file."""
    return f"{DOWNLOADS}/toolkit.{locale}.zip"
