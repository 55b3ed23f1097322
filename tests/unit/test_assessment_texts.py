"""Every text that the scripts of the self-assessment ask for exists, and none is left over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from hub.text import leaves

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = sorted((ROOT / "overrides/assets/hub/self-assessment").glob("*.mjs"))
TEXT = re.compile(r"""["`]((?:[a-z]+\.)?[a-z][\w-]*|[a-z]+\.[\w.-]*\$\{[^`]*|[a-z]+\.\$\{[^`]*)["`]""")


def texts(locale: str) -> set[str]:
    raw = yaml.safe_load((ROOT / f"data/interface/{locale}.yml").read_text("utf-8"))
    return {key for key, _ in leaves(raw["assessment"]["app"])}


def asked() -> tuple[set[str], set[str]]:
    """Whole keys, and the beginnings of keys that are made of a beginning and a value."""
    source = "\n".join(path.read_text("utf-8") for path in SCRIPTS)
    found = set(TEXT.findall(source))
    return {one for one in found if "${" not in one}, {one.split("${")[0] for one in found if "${" in one} | {"out."}


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_every_text_that_is_asked_for_exists(locale: str) -> None:
    source = "\n".join(path.read_text("utf-8") for path in SCRIPTS)
    direct = set(re.findall(r"""\bt\("([\w.-]+)\"""", source)) - {"kind", "role", "stage", "date"}
    known = texts(locale)
    outputs = {key.removeprefix("out.") for key in known}
    assert len(direct) > 100
    assert {key for key in direct if key not in known and key.replace(".", "-") not in outputs} == set()


def test_no_text_is_left_over() -> None:
    whole, beginnings = asked()
    unused = {key for key in texts("nl") if key not in whole and not key.startswith(tuple(beginnings))}
    assert unused == set()
