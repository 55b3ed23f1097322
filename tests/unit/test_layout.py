"""Lines that a person can read, and names of files that exist, in what nothing else looks at so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from harness import ROOT

OVERRIDES = ROOT / "overrides"
FILES = sorted(path for path in OVERRIDES.rglob("*") if path.suffix in {".html", ".mjs", ".css"})
LONGEST = {".html": 160, ".mjs": 125, ".css": 125}


def name(path: Path) -> str:
    return path.relative_to(OVERRIDES).as_posix()


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_line_is_too_long_to_read(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert {number: line for number, line in enumerate(lines, 1) if len(line) > LONGEST[path.suffix]} == {}


@pytest.mark.parametrize("path", FILES, ids=name)
def test_comments_name_files_that_exist(path: Path) -> None:
    named = re.findall(r"\b((?:hooks|overrides|tests|docs|data)/[\w./-]+\.\w+)\b", path.read_text("utf-8"))
    assert [name for name in named if not (ROOT / name).is_file()] == []
