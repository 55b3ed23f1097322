"""The files that the shortlist, the comparison and the export load in the browser, per language and made once per build.

Relied on by: `publish` (the files), `render` (their address). The folder carries the hash of its content (`published`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ..view.edition import Edition
from ..view.templates import environment
from .comparison import comparison_file, names_file
from .hashed import hashed
from .practice_export import export_file

if TYPE_CHECKING:
    from ..link.catalogue import Catalogue
    from ..model import Locale


@dataclass(frozen=True)
class PracticeFiles:
    """The published files by their address from the root of the site."""

    root: str
    files: Mapping[str, bytes]

    def folder(self, locale: Locale) -> str:
        """Holds `names.json`, `export.json` and, in `practices/`, a file per practice."""
        return f"{self.root}/{locale}"


@lru_cache(maxsize=1)
def practice_files(catalogue: Catalogue) -> PracticeFiles:
    """The same catalogue gives the same bytes under the same names."""
    files: dict[str, bytes] = {}
    for locale in catalogue.locales:
        edition = Edition(catalogue, locale)
        files[f"{locale}/names.json"] = names_file(edition)
        files[f"{locale}/export.json"] = export_file(edition)
        for id, practice in catalogue.practices.items():
            files[f"{locale}/practices/{id}.json"] = comparison_file(edition, practice, environment())
    return PracticeFiles(*hashed("assets/comparison", files))
