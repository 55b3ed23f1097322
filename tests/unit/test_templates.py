"""HTML is made in templates, and templates get finished values."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from harness import ROOT

TEMPLATES = sorted((ROOT / "overrides/hub").rglob("*.html"))
MODULES = sorted(path for room in ("view", "pages", "browser") for path in (ROOT / "hooks/hub" / room).glob("*.py"))
SEARCHES = re.compile(r"\bcatalogue\b|\|\s*(?:sort|selectattr|rejectattr|select|reject|map|groupby|unique|sum|min|max|tojson)\b")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_searches_sorts_or_reads_the_catalogue(path: Path) -> None:
    bare = re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
    code = " ".join(re.findall(r"\{\{.*?\}\}|\{%.*?%\}", bare, flags=re.DOTALL))
    assert SEARCHES.findall(code) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_module_writes_html(path: Path) -> None:
    assert re.findall(r"""Markup\(\s*f?r?["'][^"']*<""", path.read_text("utf-8")) == []
