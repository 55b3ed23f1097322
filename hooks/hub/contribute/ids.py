"""Keeps `data/published.yml`: adds the ids that are new, never takes one away."""

from __future__ import annotations

from pathlib import Path

from ..link.linked import Linking
from ..link.published import KINDS, published_now
from ..load.scalars import plain_scalar
from ..model.kinds import PUBLISHED

FILE = Path("data") / PUBLISHED.place

_HEAD = """# yaml-language-server: $schema=schema/published.schema.json
# Every id that was ever published, written by `make ids`. Nothing is taken out: readers, saved files and links hold these.
"""


def text(linking: Linking) -> str:
    """The file with what it lists and what exists now, each kind in alphabetical order."""
    now = published_now(linking)
    listed = next((one.entity for one in linking.of("published")), None)
    parts = [_HEAD.rstrip()]
    for kind in KINDS:
        ids = sorted(now[kind] | set(getattr(listed, kind, ())))
        parts.append("\n".join([f"{kind}:", *(f"  - {_written(id)}" for id in ids)]) if ids else f"{kind}: []")
    return "\n".join(parts) + "\n"


def _written(id: str) -> str:
    """In quotes where YAML would read a number or a word of its own.

    >>> _written("duo-for-a-job"), _written("2020"), _written("no")
    ('duo-for-a-job', "'2020'", "'no'")
    """
    return id if plain_scalar(id) == (id, None) else f"'{id}'"


def write(linking: Linking, root: Path) -> int:
    """Writes the file; how many ids were new."""
    path = root / FILE
    before = path.read_text("utf-8") if path.is_file() else ""
    after = text(linking)
    if after != before:
        path.write_text(after, encoding="utf-8")
    return after.count("\n  - ") - before.count("\n  - ")
