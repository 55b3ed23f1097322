"""Nothing that is written as a test is passed over in silence."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]


def test_every_folder_of_tests_is_looked_into(pytestconfig: pytest.Config) -> None:
    """pytest leaves out folders by their name: of its own list, `build` and `dist`."""
    passed_over = [
        path.relative_to(TESTS).as_posix()
        for path in TESTS.rglob("test_*.py")
        for pattern in pytestconfig.getini("norecursedirs")
        if any(fnmatch(folder, pattern) for folder in path.relative_to(TESTS).parts[:-1])
    ]
    assert passed_over == []
