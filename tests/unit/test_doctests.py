"""Examples in docstrings are tests."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import hub

NAMES = sorted(module.name for module in pkgutil.walk_packages(hub.__path__, "hub."))


@pytest.mark.parametrize("name", NAMES)
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
