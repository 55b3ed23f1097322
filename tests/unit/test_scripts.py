"""The logic of the scripts: runs its tests in Node, one test here per file there."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from harness import NODE, ROOT

FILES = sorted((ROOT / "tests/node").glob("*.test.mjs"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.removesuffix(".test.mjs"))
def test_logic(path: Path) -> None:
    done = subprocess.run([NODE, "--test", "--test-reporter=dot", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
