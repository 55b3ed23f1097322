"""Interface texts of our own for tests of code: what an editor writes in `data/interface` turns none of them red.

Every text is its language and key with its placeholders, `nl common.since {date}`; those that tests read as a reader
would are in `tests/fixtures/interface`. Which keys and placeholders there are follows from the list of those that the
code needs (`needed_texts.txt`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from harness import ROOT
from hub.link.needed_texts import Needed, needed

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OF_TERMS = {f"guides.door.{role}": Needed(frozenset(), False) for role in ("starting", "running", "funder", "mentor-coach", "employer")}
"""Texts that belong to the terms of the sample."""


@cache
def interface(locale: str) -> Mapping[str, Any]:
    """The texts of a language, nested as in its file."""
    own = yaml.load((ROOT / "tests/fixtures/interface" / f"{locale}.yml").read_text("utf-8"), _LOADER) or {}
    made: dict[str, Any] = {}
    for key, one in {**needed(), **_OF_TERMS}.items():
        *groups, name = key.split(".")
        ours, here = own, made
        for group in groups:
            ours, here = ours.get(group, {}), here.setdefault(group, {})
        here[name] = ours.pop(name, None) or _text(f"{locale} {key}", one)
    _assert_used(own, locale)
    return made


def _text(words: str, one: Needed) -> Any:
    names = "".join(f" {{{name}}}" for name in sorted(one.names))
    return {form: f"{words}.{form}{names}" for form in ("one", "other")} if one.plural else words + names


def _assert_used(own: Mapping[str, Any], place: str) -> None:
    for name, value in own.items():
        assert isinstance(value, dict), f"no such text: {place} {name}"
        _assert_used(value, f"{place} {name}")
