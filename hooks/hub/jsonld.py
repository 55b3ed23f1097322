"""Schema.org descriptions of pages, as plain mappings.

Addresses in them are absolute, so what a kind of page describes about itself is completed by `for_every_page`, which
knows the site. A page writes addresses of the hub as `hub:<path>`.
"""

from __future__ import annotations

from collections.abc import Mapping

from .pages import Page, Site, uri
from .view import Edition


def for_every_page(page: Page, site: Site, edition: Edition) -> list[Mapping[str, object]]:
    """The breadcrumbs of a page."""
    settings = edition.catalogue.settings
    if not page.breadcrumbs:
        return []
    items = []
    for place, crumb in enumerate(page.breadcrumbs, start=1):
        path = page.path if crumb.path is None else crumb.path
        items.append({"@type": "ListItem", "position": place, "name": crumb.label,
                      "item": site.base + uri(path, page.locale, settings)})  # fmt: skip
    return [{"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items}]
