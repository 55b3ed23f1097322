"""The search index, made by Pagefind from the finished site: one index per language, in small pieces."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

_INTERFACE_FILES = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")


class SearchIndexError(Exception):
    """Pagefind could not make the index; the message is what it said."""


def build_search_index(site: Path) -> None:
    """Write `<site>/pagefind/`, without Pagefind's own interface, which the hub does not use.

    Only pages whose content carries `data-pagefind-body` are indexed. Raises SearchIndexError.
    """
    done = subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", str(site)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SearchIndexError((done.stdout + done.stderr).strip())
    entry = site / "pagefind" / "pagefind-entry.json"  # Pagefind lists the languages in an order of chance
    entry.write_text(json.dumps(json.loads(entry.read_text("utf-8")), ensure_ascii=False, sort_keys=True), "utf-8")
    for pattern in _INTERFACE_FILES:
        for path in (site / "pagefind").glob(pattern):
            path.unlink()
