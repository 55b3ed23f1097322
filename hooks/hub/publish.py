"""Data files of the site, made from the catalogue; pages are the business of `render`.

Relied on by: the adapter of the site generator. Addresses are posix paths from the root of the site.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .assessment_data import assessment_data
from .practice_files import practice_files
from .practice_index import practice_index

if TYPE_CHECKING:
    from .catalogue import Catalogue


def files(catalogue: Catalogue) -> Mapping[str, bytes]:
    """All data files by their address, the same for every language."""
    return {**practice_index(catalogue).files, **practice_files(catalogue).files, **assessment_data(catalogue).files}
