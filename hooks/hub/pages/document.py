"""A page → the finished HTML document.

Templates live in `overrides/hub`; they get finished values and never search or sort.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from ..link.addresses import uri
from ..model import Locale
from ..view import jsonld
from ..view.citation import CITED, citation
from ..view.edition import Edition
from ..view.marks import with_ways_back
from ..view.navigation import Navigation, navigation
from ..view.page import Page, Site
from ..view.permalinks import SHOWN, with_permalinks
from ..view.templates import rendered
from ..view.view import View

LATE_BODIES: Mapping[str, str] = {"search": "pages/search", "not-found": "pages/not-found"}
"""Pages without content of their own; their body is rendered with the document, where the site's address is known."""


@dataclass(frozen=True)
class Alternate:
    """The same page in one language, the page's own included."""

    locale: Locale
    name: str
    """Name of the language in that language."""
    href: str
    """Relative from the page, for the language switch."""
    url: str
    """Absolute, for hreflang."""


def document(page: Page, edition: Edition, site: Site) -> str:
    """The finished HTML of a page, from `<!doctype html>` on; the same input gives the same bytes."""
    settings = edition.catalogue.settings
    root = urlsplit(site.base).path if page.kind == "not-found" else None
    view = View(edition, page.path, root)
    canonical = site.base + uri(page.path, page.locale, settings)
    ways = navigation(edition.strings, page)
    context: dict[str, object] = {
        "page": page,
        "section": _section(page, ways),
        "site": site,
        "settings": settings,
        "hub_title": edition.text(settings.title),
        "tagline": edition.text(settings.tagline),
        "canonical": canonical,
        "citation": citation(page, canonical, view) if page.kind in CITED else None,
        "alternates": tuple(
            Alternate(language.locale, language.name, view.link(page.path, locale=language.locale),
                      site.base + uri(page.path, language.locale, settings))
            for language in settings.languages
        ),
        "other_languages": _other_languages(view) if page.kind == "not-found" else (),
        "navigation": ways,
        "edit_address": edit_address(page, edition),
        "report_address": report_address(page, site, edition),
        "json_ld": json_for_html(jsonld.for_page(page, site, edition)),
    }  # fmt: skip
    body = page.body
    if page.kind in LATE_BODIES:
        body = rendered(LATE_BODIES[page.kind], view, **context)
    if page.kind in SHOWN:
        body = with_permalinks(body, view)
    body = with_ways_back(body, view)
    context["records"] = view.asset(site.records) if _READS_RECORDS.search(body) else ""
    return rendered("document", view, **context, body=body).rstrip() + "\n"


_READS_RECORDS = re.compile(r'data-module="(improve|review)"')


@dataclass(frozen=True)
class OtherLanguage:
    """What an error page says in another language: a host may have one such page for all addresses."""

    locale: Locale
    title: str
    home: str
    href: str


def _other_languages(view: View) -> tuple[OtherLanguage, ...]:
    catalogue = view.edition.catalogue
    return tuple(
        OtherLanguage(locale, own("not_found.title"), own("not_found.home"), view.link("", locale=locale))
        for locale in catalogue.locales
        if locale != view.edition.locale
        for own in (Edition(catalogue, locale).strings,)
    )


def _section(page: Page, ways: Navigation) -> str:
    """Where our own search says that a page is: the name of the page above it, else of its section."""
    if len(page.breadcrumbs) > 2:
        return page.breadcrumbs[-2].label
    return next((item.label for item in ways.top if item.id == page.section), "")


def edit_address(page: Page, edition: Edition) -> str | None:
    """Where an editor changes the file behind a page."""
    return edition.edit_address(page.source) if page.source else None


def report_address(page: Page, site: Site, edition: Edition) -> str:
    """A new report about this page, with its name and address filled in."""
    settings = edition.catalogue.settings
    title = edition.strings("report.title", page=page.title)
    body = edition.strings("report.body", address=site.base + uri(page.path, page.locale, settings))
    return settings.report_address.replace("{title}", quote(title)).replace("{body}", quote(body))


def json_for_html(items: list[Mapping[str, object]]) -> Markup:
    """JSON that cannot end the <script> it stands in."""
    written = json.dumps(items, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(written.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))
