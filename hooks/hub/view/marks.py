"""Marks of sources on a finished page get places of their own, and the list of sources leads back to each.

Which mark comes first is known only once the whole page stands, whatever the order in which its parts were made.
"""

from __future__ import annotations

import re
from collections import Counter

from markupsafe import Markup

from .templates import macro
from .view import View

_MARK = re.compile(r'<a class="hub-cite__mark" href="#source-([^"]+)">')
_ENTRY = re.compile(r'(<li class="hub-sources__item" id="source-([^"]+)">.*?)( <a class="hub-sources__more")', re.DOTALL)


def with_ways_back(body: str, view: View) -> Markup:
    """Sources that no mark on this page names keep their entry as it is."""
    count: Counter[str] = Counter()

    def mark(found: re.Match[str]) -> str:
        id = found[1]
        count[id] += 1
        return f'<a class="hub-cite__mark" id="mark-{id}-{count[id]}" href="#source-{id}">'

    def entry(found: re.Match[str]) -> str:
        start, id, end = found.groups()
        return f"{start} {macro('sources', 'ways_back', view, id, count[id])}{end}" if count[id] else found[0]

    return Markup(_ENTRY.sub(entry, _MARK.sub(mark, body)))
