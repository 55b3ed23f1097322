"""Everything a site consists of: address → bytes. Only the search index is made later, from the files on disk.

Addresses are posix, from the root of the site. The same data and sources give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from .. import downloads
from ..link.addresses import uri
from ..link.catalogue import Catalogue
from ..pages import register
from ..pages.document import document
from ..view.page import Page, Site
from . import files
from .assets import assets
from .sitemap import robots, sitemap

ASSETS = Path("overrides/assets/hub")


def site_files(catalogue: Catalogue, root: Path, base: str) -> Mapping[str, bytes]:
    """Every file of the site. `base` is the absolute address at which it will be published and ends in `/`."""
    published = assets(root / ASSETS)
    site = Site(base, published.address("hub.css"), published.address("main.mjs"), published.page_styles)
    made = downloads.files(catalogue, base)
    sizes = {address: len(content) for address, content in made.items()}
    pages = tuple(page for locale in catalogue.locales for page in register.pages(catalogue, locale, sizes))
    return {
        **published.files,
        **files.files(catalogue),
        **made,
        **dict(_documents(pages, catalogue, site)),
        "sitemap.xml": sitemap(pages, base, catalogue.settings).encode(),
        "robots.txt": robots(base).encode(),
    }


def _documents(pages: tuple[Page, ...], catalogue: Catalogue, site: Site) -> Iterator[tuple[str, bytes]]:
    errors = (register.not_found(catalogue, locale) for locale in catalogue.locales)
    for page in (*pages, *errors):
        address = uri(page.path, page.locale, catalogue.settings)
        file = address if address.endswith(".html") else f"{address}index.html"
        yield file, ("\n" + document(page, catalogue, site)).encode()
