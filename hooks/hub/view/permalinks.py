"""Headings that texts may link to get a sign beside them with their address, on pages that are cited.

The sign follows its heading, not in it, so that sections named by their heading keep its words alone.
"""

from __future__ import annotations

import html
import re

from markupsafe import Markup

from .page import PageKind
from .templates import macro
from .view import View

SHOWN: frozenset[PageKind] = frozenset({"text", "dimension", "guide", "tool", "evidence"})
"""Kinds of pages whose headings show it."""

_HEADING = re.compile(r'<h([23])((?: [a-z-]+="[^"]*")*?) id="([^"]+)"([^>]*)>(.*?)</h\1>', re.DOTALL)


def with_permalinks(body: str, view: View) -> Markup:
    """Headings that nobody sees, and those that are links or buttons themselves, stay as they are."""

    def linked(found: re.Match[str]) -> str:
        before, id, after, inner = found.group(2, 3, 4, 5)
        if "hub-visually-hidden" in before + after or "<a " in inner or "<button" in inner:
            return found[0]
        name = html.unescape(re.sub(r"<[^>]+>", "", inner)).strip()
        return f"{found[0]}{macro('permalink', 'beside_heading', view, id, name)}"

    return Markup(_HEADING.sub(linked, body))
