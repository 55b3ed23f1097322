"""Everything a site consists of: address → bytes. Only the search index is made on disk, from the files there.

Addresses are posix, from the root of the site. The same data and sources give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from .. import downloads
from ..browser.files import browser_files
from ..downloads import questions_document
from ..downloads.tables import tables
from ..link.addresses import uri
from ..link.catalogue import Catalogue
from ..pages import register
from ..pages.document import document
from ..view.edition import Editions, editions
from ..view.page import Page, Site
from . import files
from .assets import assets
from .search_index import build_search_index
from .sitemap import robots, sitemap
from .target import mark

ASSETS = Path("overrides/assets/hub")


def site_files(catalogue: Catalogue, root: Path, base: str) -> Mapping[str, bytes]:
    """Every file of the site. `base` is the absolute address at which it will be published and ends in `/`."""
    published = assets(root / ASSETS)
    languages = editions(catalogue)
    data = browser_files(languages)
    site = Site(
        base, published.address("hub.css"), published.address("main.js"), published.page_styles, data.records.root
    )
    made = {**downloads.files(languages, base), **questions_document.files(languages, base), **tables(languages, base)}
    sizes = {address: len(content) for address, content in made.items()}
    pages = tuple(page for edition in languages.values() for page in register.pages(edition, data, sizes))
    return {
        **published.files,
        **files.files(languages, data),
        **made,
        **dict(_documents(pages, languages, site)),
        "sitemap.xml": sitemap(pages, base, catalogue.settings).encode(),
        "robots.txt": robots(base).encode(),
    }


def write_site(files: Mapping[str, bytes], site: Path) -> None:
    """Finish the folder of a site: our files, the search index, and the list of all that is there."""
    for address, content in files.items():
        target = site / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    build_search_index(site)
    mark(site)


def _documents(pages: tuple[Page, ...], languages: Editions, site: Site) -> Iterator[tuple[str, bytes]]:
    errors = (register.not_found(edition) for edition in languages.values())
    for page in (*pages, *errors):
        edition = languages[page.locale]
        address = uri(page.path, page.locale, edition.catalogue.settings)
        file = address if address.endswith(".html") else f"{address}index.html"
        yield file, document(page, edition, site).encode()
