"""Our own Jinja environment: everything is escaped and a misspelt name fails, unlike in the environment of the theme."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).resolve().parents[3] / "overrides"


@cache
def environment(templates: Path = TEMPLATES) -> Environment:
    """Templates are named from `overrides/`, as `hub/pages/practice.html`; a changed file is read again."""
    return Environment(
        loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=False,
    )  # fmt: skip
