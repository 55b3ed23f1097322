"""Where everything is on the site: the only module that puts addresses together.

`path` is the address of a page without its language and its slashes (`practices/duo-for-a-job`, `""` for the home page):
the same in every language. `uri` is the address from the root of the site (`en/practices/duo-for-a-job/`).
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from ..model import HubSettings, Locale, Tool


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
FOLDERS: Mapping[str, str] = {
    "practice": "practices", "partner": "partners", "project": "projects", "dimension": "criteria", "tool": "toolkit",
    "guide": "guides",
}  # fmt: skip
"""Kind of record → folder of its pages. Criteria, glossary and sources are anchors on a page of many."""

DOWNLOADS = "downloads"


def tool_download(tool: Tool, locale: Locale, format: str) -> str:
    """The file of a tool, from the root of the site; the same folder for all languages."""
    return f"{DOWNLOADS}/{tool.id}.{locale}.{format}"


def archive_download(locale: Locale) -> str:
    """The whole toolkit in one file."""
    return f"{DOWNLOADS}/toolkit.{locale}.zip"
