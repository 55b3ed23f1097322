"""The files that the shortlist, the comparison and the export load in the browser, per language.

The folder carries the hash of its content (`hashed`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..link.addresses import ASSETS
from ..view.edition import Editions
from .comparison import names_file, rows_file, summary_file
from .hashed import hashed
from .practice_export import export_file

if TYPE_CHECKING:
    from ..model import Locale


@dataclass(frozen=True)
class PracticeFiles:
    """The published files by their address from the root of the site."""

    root: str
    files: Mapping[str, bytes]

    def folder(self, locale: Locale) -> str:
        """Holds `names.json`, `export.json` and, in `practices/` and `rows/`, a file per practice."""
        return f"{self.root}/{locale}"


def practice_files(editions: Editions) -> PracticeFiles:
    """The same catalogue gives the same bytes under the same names."""
    files: dict[str, bytes] = {}
    for locale, edition in editions.items():
        files[f"{locale}/names.json"] = names_file(edition)
        files[f"{locale}/export.json"] = export_file(edition)
        for id, practice in edition.catalogue.practices.items():
            files[f"{locale}/practices/{id}.json"] = summary_file(edition, practice)
            files[f"{locale}/rows/{id}.json"] = rows_file(edition, practice)
    return PracticeFiles(*hashed(f"{ASSETS}/comparison", files))
