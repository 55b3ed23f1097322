"""Files of the site beside its pages, made from the catalogue; pages are the business of `render`.

Relied on by: the adapter of the site generator. Addresses are posix paths from the root of the site.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..browser.assessment import assessment_data
from ..browser.practice_files import practice_files
from ..browser.practice_index import practice_index
from .redirects import moved_pages

if TYPE_CHECKING:
    from ..link.catalogue import Catalogue


def files(catalogue: Catalogue) -> Mapping[str, bytes]:
    """All of them by their address from the root, for every language."""
    return {
        **practice_index(catalogue).files, **practice_files(catalogue).files, **assessment_data(catalogue).files,
        **moved_pages(catalogue),
    }  # fmt: skip
