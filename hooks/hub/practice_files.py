"""The files that the shortlist, the comparison and the export load in the browser, per language and made once per build.

Relied on by: `publish` (the files), `render` (their address). The folder carries the hash of its content, so a browser may
keep them for a year.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from .comparison import comparison_file, names_file
from .practice_export import export_file
from .templates import environment
from .view import Edition

if TYPE_CHECKING:
    from .catalogue import Catalogue
    from .model import Locale


class PracticeFiles:
    """The published files by their address from the root of the site."""

    def __init__(self, folder: str, files: Mapping[str, bytes]) -> None:
        self._folder = folder
        self.files = MappingProxyType({f"{folder}/{name}": files[name] for name in sorted(files)})

    def folder(self, locale: Locale) -> str:
        """Holds `names.json`, `export.json` and, in `practices/`, a file per practice."""
        return f"{self._folder}/{locale}"


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
    digest = hashlib.sha256()
    for name, content in sorted(files.items()):
        digest.update(name.encode() + b"\0" + content + b"\0")
    return PracticeFiles(f"assets/compare-{digest.hexdigest()[:8]}", files)
