"""The syntax of markers in documents, `<!-- hub:practices ids=a,b -->`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..problems import shown

MARKER = re.compile(r"^<!--\s*hub:([a-z-]+)((?:\s+(?:[a-z]+=)?(?:\"[^\"]*\"|[^\s\"]+))*?)\s*-->$")
_ARGUMENT = re.compile(r"(?:([a-z]+)=)?(?:\"([^\"]*)\"|([^\s\"]+))")
LOOKS_LIKE_A_MARKER = re.compile(r"<!--\s*hub:")
SOURCES = "sources"

Arguments = Mapping[str, str]


class MarkerError(ValueError):
    """What is wrong with a marker, in words for the author."""


def parsed_arguments(written: str, positional: str | None) -> Arguments:
    """`name=value`, `name="several words"`, and one value without a name where the marker has a place for it."""
    found: dict[str, str] = {}
    for name, quoted, bare in _ARGUMENT.findall(written):
        if not name and positional is None:
            raise MarkerError(f"must not have {shown(quoted or bare)}; arguments are written as name=value")
        key = name or str(positional)
        if key in found:
            raise MarkerError(f"must have the argument {shown(key)} only once")
        found[key] = quoted or bare
    return found
