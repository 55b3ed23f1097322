"""Where everything is on the site: the only module that puts addresses together; `address_checks` refuses two for one.

`path` is the address of a page without its language and its slashes (`practices/duo-for-a-job`, `""` for the home page):
the same in every language. `uri` is the address from the root of the site (`en/practices/duo-for-a-job/`).
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from ..model import HubSettings, Locale, Tool
from ..model.kinds import BY_NAME, DESCRIBED
from ..model.sections import BELOW, SERVICE, TOP
from ..text.bibliography import listed_under

if TYPE_CHECKING:
    from .catalogue import Catalogue

# --- pages that are made of many records ------------------------------------------------------------------------------

HOME = ""
PRACTICES, PARTNERS, PROJECTS, CRITERIA, GUIDES, TOOLKIT = (
    BY_NAME[kind].pages for kind in ("practice", "partner", "project", "dimension", "guide", "tool")
)
"""The list of a kind is the page above those of its records; that of the criteria is a document."""
GLOSSARY, SOURCES = (BY_NAME[kind].listed_on for kind in ("glossary", "source"))
EVIDENCE = BY_NAME["study"].listed_on
DISAGREEMENTS = f"{EVIDENCE}/disagreements"
ABOUT = "about"
METHOD = f"{ABOUT}/method"
TRANSLATIONS = f"{ABOUT}/translations"
CONTRIBUTE = "contribute"
REVIEW = f"{CONTRIBUTE}/review"
FIELDS = f"{CONTRIBUTE}/fields"
"""What every field means; a page per kind below it."""
CHANGES = BY_NAME["change"].listed_on
PRACTICE_FORM = f"{CONTRIBUTE}/practice"
COMPARISON = f"{PRACTICES}/compare"
WHERE = BY_NAME["area"].listed_on
BY_VALUE = f"{PRACTICES}/by"
"""Folder of the static pages with the practices of one value."""
CROSSWALK, COVERAGE = f"{CRITERIA}/crosswalk", f"{CRITERIA}/coverage"
ALL_GUIDES, QUICK_WINS = f"{GUIDES}/all", f"{GUIDES}/quick-wins"
ASSESSMENT = "assessment"
SEARCH = "search"
ERROR = "404"

MADE_PAGES = (
    PRACTICES, COMPARISON, WHERE, ASSESSMENT, CROSSWALK, COVERAGE, PARTNERS, PROJECTS, GUIDES, ALL_GUIDES, QUICK_WINS,
    TOOLKIT, GLOSSARY, SOURCES, EVIDENCE, DISAGREEMENTS, CHANGES, TRANSLATIONS, SEARCH,
    PRACTICE_FORM, REVIEW, FIELDS, *(f"{FIELDS}/{kind.name}" for kind in DESCRIBED),
)  # fmt: skip
"""Texts link to them as `page:sources`."""
WRITTEN_PAGES = tuple(
    dict.fromkeys(
        path for path in (HOME, *TOP.values(), *(one for below in BELOW.values() for one in below), *SERVICE)
        if path not in MADE_PAGES
    )
)  # fmt: skip
"""Documents to which the navigation leads, so they exist."""
CRITERIA_PARTS = ("dimensions", "scale", "tier", "use", "basis", "evidence", "labels")
"""Sections of the document on criteria that other pages lead to; templates name them."""
GUIDE_ANCHORS = (
    "in-short", "quick-wins", "mixed", "open-questions", "more", "figures", "words", "sources", "main",
)  # fmt: skip
"""Anchors of what the page of a guide adds around its text."""

# --- files ------------------------------------------------------------------------------------------------------------

ASSETS, DOWNLOADS, SEARCH_INDEX = "assets", "downloads", "pagefind"
"""Folders, each for all languages."""


def tool_download(tool: Tool, locale: Locale, format: str) -> str:
    """The file of a tool, from the root of the site."""
    return f"{DOWNLOADS}/{tool.id}.{locale}.{format}"


def archive_download(locale: Locale) -> str:
    """The whole toolkit in one file."""
    return f"{DOWNLOADS}/toolkit.{locale}.zip"


def questions_download(locale: Locale) -> str:
    """The questions about a new practice, as a document."""
    return f"{DOWNLOADS}/practice-questions.{locale}.docx"


def table_download(name: str, locale: Locale) -> str:
    """A table of data."""
    return f"{DOWNLOADS}/{name}.{locale}.csv"


# --- pages of one thing -----------------------------------------------------------------------------------------------


def record_path(kind: str, id: str) -> str:
    """The page of a record of a kind with pages of its own.

    >>> record_path("tool", "intake")
    'toolkit/intake'
    """
    return f"{BY_NAME[kind].pages}/{id}"


def value_path(facet: str, value: str, number: int = 1) -> str:
    """A static page: `practices/by/group/refugees`, its continuation `practices/by/group/refugees/2`."""
    return f"{BY_VALUE}/{facet}/{value}" + (f"/{number}" if number > 1 else "")


def sources_path(letter: str) -> str:
    """The part of the bibliography with one letter.

    >>> sources_path("A"), sources_path("#")
    ('sources/a', 'sources/other')
    """
    return f"{SOURCES}/{'other' if letter == '#' else letter.lower()}"


def fields_path(kind: str) -> str:
    """What the fields of a kind mean.

    >>> fields_path("practice")
    'contribute/fields/practice'
    """
    return f"{FIELDS}/{kind}"


class Place(NamedTuple):
    """Where something is: a page, and the anchor of a part of it."""

    path: str
    fragment: str | None = None


def place_of(kind: str, id: str, catalogue: Catalogue) -> Place:
    """Where readers find a record, or the page with this path; `id` may name a part of it (`duo-for-a-job#results`)."""
    name, _, part = id.partition("#")
    if kind == "page":
        return Place(name, part or None)
    if kind == "source":
        return Place(sources_path(listed_under(catalogue.sources[name])), name)
    its = BY_NAME[kind]
    if its.pages:
        return Place(record_path(kind, name), part or None)
    if its.part_of:
        whole = getattr(catalogue.of(kind)[name], its.part_of)
        return Place(place_of(its.part_of, whole, catalogue).path, f"{its.anchor}{name}")
    return Place(its.listed_on, f"{its.anchor}{name}")


# --- from path to link ------------------------------------------------------------------------------------------------


def prefix(locale: Locale, settings: HubSettings) -> str:
    """'' for the default language, `en/` for another."""
    return "" if locale == settings.locales[0] else f"{locale}/"


def uri(path: str, locale: Locale, settings: HubSettings) -> str:
    """Address of a page from the root of the site: `en/practices/`, '' for home.

    The error page is the exception that every static host asks for: `404.html`.
    """
    if path == ERROR:
        return f"{prefix(locale, settings)}{ERROR}.html"
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
