"""Finds what a reader sent in a text that other programs carried: a packed block, or a change set as it is."""

from __future__ import annotations

import re

from .armour import unpacked

_FENCE = re.compile(r"^```(?:json)?[ \t]*\n(.*?)^```", re.DOTALL | re.MULTILINE)


class NothingReceived(ValueError):
    """There is no change set; the message says what was looked for."""


def change_sets(text: str) -> tuple[str, ...]:
    """The change sets as JSON, each once. Raises `NothingReceived`, and `Damaged` for a block that cannot be read."""
    if blocks := unpacked(text):
        return blocks
    bare = text.strip()
    if bare.startswith("{"):
        return (bare,)
    if fenced := tuple(dict.fromkeys(one.strip() for one in _FENCE.findall(text) if one.strip().startswith("{"))):
        return fenced
    raise NothingReceived("must hold a change set: the part from '(hub1:' to ':hub1)', or the file that was downloaded")
