"""The list of practices as it is with thousands of them: its pages and files alone, without the rest of the site."""

from __future__ import annotations

import sys
from pathlib import Path

from generate_practices import generate
from harness import ROOT, SUB_PATH

sys.path.insert(0, str(ROOT / "hooks"))
from hub.browser.files import browser_files
from hub.link.addresses import uri
from hub.link.catalogue import Catalogue
from hub.pages import practices
from hub.pages.document import document
from hub.pipeline import load_catalogue as load_catalogue
from hub.publish import files
from hub.publish.assets import assets
from hub.view.edition import editions
from hub.view.page import Site


def large_catalogue(folder: Path, count: int, seed: int = 1) -> Catalogue:
    """The real hub with so many practices."""
    generate(folder, count, seed)
    catalogue, problems = load_catalogue(folder)
    assert catalogue is not None, problems
    return catalogue


def write_list(catalogue: Catalogue, folder: Path) -> Path:
    """The list in every language with all it loads, in `folder/hub`, to be served under `/hub/`."""
    site = folder / SUB_PATH
    published = assets(ROOT / "overrides" / "assets" / "hub")
    where = Site(f"https://hub.example/{SUB_PATH}/", published.address("hub.css"), published.address("main.js"), published.page_styles)
    made = editions(catalogue)
    data = browser_files(made)
    for name, content in [*published.files.items(), *files.files(made, data).items()]:
        _write(site / name, content)
    for locale, edition in made.items():
        page = practices.list_page(edition, data)
        html = document(page, edition, where)
        _write(site / uri(page.path, locale, catalogue.settings) / "index.html", html.encode())
    return site


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
