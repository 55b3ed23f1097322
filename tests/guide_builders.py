"""A sample hub with one guide, in `tests/golden/guides`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from builders import a_hub, as_yaml
from hub.link.catalogue import Catalogue
from hub.pipeline import load_catalogue, load_hub

ROOT = Path(__file__).resolve().parent.parent
GUIDES = ROOT / "tests" / "golden" / "guides"
CAPITAL = ROOT / "tests/fixtures/vocabularies/capital.yml"
RECORD = "data/guides/start.yml"
TEXT = "docs/guides/start.md"


def a_guide_hub(folder: Path, files: dict[str, str | None] | None = None) -> Path:
    """The sample hub, its guide and two figures, with these files over them; None leaves one out."""
    added: dict[str, str | bytes | None] = {
        path.relative_to(GUIDES).as_posix(): path.read_bytes()
        for path in GUIDES.rglob("*")
        if path.is_file() and path.relative_to(GUIDES).parts[0] in ("data", "docs")
    }
    added["data/vocabularies/capital.yml"] = CAPITAL.read_bytes()
    changed = {name: content for name, content in (files or {}).items() if content is not None}
    left_out = [name for name, content in (files or {}).items() if content is None]
    return a_hub(folder, {**{name: one for name, one in added.items() if name not in left_out}, **changed})


def a_guide(**changes: Any) -> str:
    """The record of the guide with some fields changed; a value of None leaves the field out."""
    record: dict[str, Any] = yaml.safe_load((GUIDES / RECORD).read_text("utf-8")) | changes
    return as_yaml({name: value for name, value in record.items() if value is not None})


def a_text(body: str, title: str = "Starten") -> str:
    """A document of the guide in Dutch with this body after its front matter of six lines."""
    return f'---\ntitle: "{title}"\ndescription: "Iets."\nsection: "guides"\nupdated: "2026-11-20"\n---\n{body}'


def told(root: Path) -> list[str]:
    """Every problem of the hub."""
    return [str(problem) for problem in load_hub(root)[1]]


def catalogue_of(root: Path) -> Catalogue:
    catalogue, problems = load_catalogue(root)
    assert catalogue is not None, problems
    return catalogue
