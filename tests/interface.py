"""Interface texts of our own for tests of code: what an editor writes in `data/interface` turns none of them red.

Every text is its language and key with its placeholders, `nl common.since {date}`; those that tests read as a reader
would are in `tests/fixtures/interface`. Which keys and placeholders there are follows from the real file: to the code,
these are what a text consists of.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from harness import ROOT
from hub.text.strings import PLURAL_FORMS

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def interface(locale: str) -> Mapping[str, Any]:
    """The texts of a language, nested as in its file."""
    real = yaml.load((ROOT / "data/interface" / f"{locale}.yml").read_text("utf-8"), _LOADER)
    own = yaml.load((ROOT / "tests/fixtures/interface" / f"{locale}.yml").read_text("utf-8"), _LOADER)
    return _made(real, own or {}, f"{locale} ")


def vocabulary(name: str) -> bytes:
    """The file of a vocabulary that the sample hub lacks."""
    return (ROOT / "tests/fixtures/vocabularies" / f"{name}.yml").read_bytes()


def _made(real: Mapping[str, Any], own: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    assert set(own) <= set(real), f"{prefix} no such text: {sorted(set(own) - set(real))}"
    made = {}
    for name, value in real.items():
        if isinstance(value, Mapping) and not ("other" in value and set(value) <= PLURAL_FORMS):
            made[name] = _made(value, own.get(name, {}), f"{prefix}{name}.")
        elif isinstance(value, Mapping):
            made[name] = own.get(name) or {form: f"{prefix}{name}.{form}{_filled_in(text)}" for form, text in value.items()}
        else:
            made[name] = own.get(name) or f"{prefix}{name}{_filled_in(value)}"
    return made


def _filled_in(text: str) -> str:
    return "".join(f" {name}" for name in dict.fromkeys(re.findall(r"\{[a-z_]+\}", str(text))))
