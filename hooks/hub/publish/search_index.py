"""The search index, made by Pagefind from the finished site: one index per language, in small pieces."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import zlib
from pathlib import Path

_INTERFACE_FILES = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")

_ENTRY = "pagefind-entry.json"
_SCRIPTS = ("pagefind.js", "pagefind-worker.js")


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
    folder = site / "pagefind"
    if not _is_whole(folder):
        raise SearchIndexError("Pagefind could not write the whole search index. Is the disk full?")
    entry = folder / _ENTRY  # Pagefind lists the languages in an order of chance
    entry.write_text(json.dumps(json.loads(entry.read_text("utf-8")), ensure_ascii=False, sort_keys=True), "utf-8")
    for pattern in _INTERFACE_FILES:
        for path in folder.glob(pattern):
            path.unlink()


def _is_whole(folder: Path) -> bool:
    """Pagefind calls it a success when a disk is too full for some of its files, or for the ends of them."""
    try:
        languages = json.loads((folder / _ENTRY).read_text("utf-8"))["languages"].values()
        named = [name for one in languages for name in (f"pagefind.{one['hash']}.pf_meta", f"wasm.{one['wasm']}.pagefind")]
        fragments = list(folder.glob("fragment/*"))
        for path in (*(folder / name for name in named), *fragments, *folder.glob("index/*")):
            gzip.decompress(path.read_bytes())
        ends = {(folder / name).read_bytes().rstrip()[-1:] for name in _SCRIPTS}
    except (OSError, EOFError, ValueError, zlib.error):
        return False
    return len(fragments) == sum(one["page_count"] for one in languages) and ends <= {b"}", b";"}
