"""Who imports whom: the contracts in pyproject.toml, kept by import-linter, and what each command may use of the core."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = {"link", "view", "contribute", "browser", "downloads", "api", "pages", "publish"}
"""Rooms that a command chooses from; problems are known to all of them."""
KNOWN_TO_ALL = {"hub.link.catalogue", "hub.view.edition"}
"""What the rooms work on."""


def test_rooms_import_only_what_lies_below_them() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-cache", "--no-logo"],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": "hooks"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def imported_by(command: str) -> set[str]:
    """Rooms of the core that a command imports, apart from what they all work on."""
    found = set()
    for node in ast.walk(ast.parse((ROOT / "hooks" / f"{command}.py").read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "hub":
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("hub."):
            found.add(str(node.module).split(".")[1] if node.module not in KNOWN_TO_ALL else "")
    return found & (ROOMS | {"pipeline"})


COMMANDS = sorted(path.stem for path in (ROOT / "hooks").glob("*.py") if path.stem not in ("clean", "mkdocs_events"))


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_imports_the_pipeline_and_one_room(command: str) -> None:
    found = imported_by(command)
    assert "pipeline" in found
    assert len(found - {"pipeline"}) <= 1


def test_cleaning_needs_nothing_but_python() -> None:
    assert imported_by("clean") == {"publish"}
    command = [sys.executable, "-I", "-S", str(ROOT / "hooks/clean.py"), "nowhere"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
