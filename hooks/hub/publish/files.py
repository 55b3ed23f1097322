"""Files of the site beside its pages, made from the catalogue; pages are the business of `render`.

Addresses are posix paths from the root of the site.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..browser.files import BrowserFiles
from ..view.edition import Editions
from .redirects import moved_pages


def files(editions: Editions, data: BrowserFiles) -> Mapping[str, bytes]:
    """All of them by their address from the root, for every language."""
    return {**data.files, **moved_pages(editions)}
