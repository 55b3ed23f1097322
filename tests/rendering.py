"""The sample hub as pages see it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from builders import a_hub
from hub.link.catalogue import Catalogue
from hub.pipeline import load_catalogue
from hub.text.strings import Strings
from hub.view.edition import Edition
from hub.view.page import Site
from hub.view.view import View
from interface import interface

ROOT = Path(__file__).resolve().parents[1]
SITE = Site(base="https://hub.example/sub/", css="assets/hub-1/hub.css", script="assets/hub-1/main.js")


def strings(locale: str = "nl") -> Strings:
    return Strings(locale, interface(locale))


def a_catalogue(folder: Path, files: Mapping[str, str | bytes | None] | None = None) -> Catalogue:
    """The sample hub with these files over it."""
    found, problems = load_catalogue(a_hub(folder, files))
    assert [str(problem) for problem in problems if problem.severity == "error"] == []
    assert found is not None
    return found


def a_view(folder: Path, path: str = "practices/alpha", locale: str = "nl", **files: Any) -> View:
    return View(Edition(a_catalogue(folder, **files), locale), path)
