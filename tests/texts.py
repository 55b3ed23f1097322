"""Renews what follows from the interface texts (`make texts`): the list of those that the hub needs, and the sample hub's.

The file of the sample begins with a few texts of its own; behind the line `MADE` comes what `interface` makes of all keys.
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "hooks"))

from builders import SAMPLE, as_yaml
from harness import ROOT
from hub.link.needed_texts import LIST, written
from interface import interface

LOCALES = ("nl", "en")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MADE = "# Made by `make texts`.\n"


def needed_list() -> str:
    """What `needed_texts.txt` holds for the texts as they are."""
    return written({one: yaml.load((ROOT / f"data/interface/{one}.yml").read_text("utf-8"), LOADER) for one in LOCALES})


def sample_texts(locale: str) -> tuple[Path, str]:
    """The file of the sample, and what it must hold."""
    path = SAMPLE / "data/interface" / f"{locale}.yml"
    return path, path.read_text("utf-8").partition(MADE)[0] + MADE + as_yaml(dict(interface(locale)))


def main() -> None:
    LIST.write_text(needed_list(), "utf-8")
    for locale in LOCALES:
        path, text = sample_texts(locale)
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
