"""What git knows of earlier versions, for commands. Nothing that readers see depends on it: a copy without git works."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

MOST_VERSIONS = 200
"""Of one file; what is older is not looked for."""


def git(root: Path, *command: str) -> str:
    """What git says; raises OSError where there is none and CalledProcessError where it refuses."""
    return subprocess.run(
        ["git", "-C", str(root), *command], capture_output=True, encoding="utf-8", errors="surrogateescape", check=True
    ).stdout


def base_of(root: Path, revision: str) -> str:
    """The commit where what is here parted from a revision; raises as `git`."""
    commit = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    return git(root, "merge-base", commit, "HEAD").strip()


def file_at(root: Path, commit: str, path: str) -> str | None:
    """A file as it was; None where it was not there, or where git does not know."""
    try:
        return git(root, "show", f"{commit}:./{path}")
    except (OSError, subprocess.CalledProcessError):
        return None


def versions(root: Path, path: str) -> Iterator[str]:
    """A file in each commit that changed it, the latest first; none without git."""
    try:
        commits = git(root, "log", f"--max-count={MOST_VERSIONS}", "--format=%H", "--", path).split()
    except (OSError, subprocess.CalledProcessError):
        return
    for commit in commits:
        text = file_at(root, commit, path)
        if text is not None:
            yield text
