"""The sections of the site and the pages below them, in the order of the navigation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TOP: Final[Mapping[str, str]] = {
    "practices": "practices", "quality": "criteria", "guides": "guides", "toolkit": "toolkit", "about": "about",
}  # fmt: skip
"""Section → path of its first page, in the order shown."""

BELOW: Final[Mapping[str, tuple[str, ...]]] = {
    "practices": ("practices", "practices/compare", "evidence"),
    "quality": ("criteria", "assessment"),
    "about": ("about", "about/method", "contribute", "partners", "projects", "glossary", "sources"),
}
"""Section → paths of its second row."""

SERVICE: Final[tuple[str, ...]] = ("changes", "privacy", "accessibility")
