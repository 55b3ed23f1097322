"""One edition per language and build; what is made of the data goes when the build goes."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from guide_builders import a_guide_hub, catalogue_of
from hub import downloads
from hub.browser.files import browser_files
from hub.pages import register
from hub.pages.document import document
from hub.publish import files
from hub.view.edition import editions
from rendering import SITE


def everything(folder: Path) -> tuple[weakref.ref[object], ...]:
    """The catalogue and a document, after all pages and files were made of them."""
    catalogue = catalogue_of(a_guide_hub(folder))
    made = editions(catalogue)
    data = browser_files(made)
    for edition in made.values():
        for page in (*register.pages(edition, data), register.not_found(edition)):
            assert document(page, edition, SITE)
    assert files.files(made, data)
    assert downloads.files(made, SITE.base)
    return weakref.ref(catalogue), weakref.ref(catalogue.documents["guides/start", "nl"])


def test_nothing_keeps_the_data_of_a_build_alive(tmp_path: Path) -> None:
    kept = everything(tmp_path)
    gc.collect()
    assert [one() for one in kept] == [None, None]
