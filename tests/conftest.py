"""The real site, built once per session and served under a sub-path."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from harness import ROOT, SUB_PATH, Served, build, serve


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once, as it would stand on a host under `/hub/`."""
    target = tmp_path_factory.mktemp("site") / SUB_PATH
    done = build(ROOT, target, f"https://hub.example/{SUB_PATH}/")
    assert done.returncode == 0, done.stdout + done.stderr
    return target


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[Served]:
    yield from serve(site)
