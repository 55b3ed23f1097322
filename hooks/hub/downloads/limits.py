"""What Word and Excel allow, and how a text that is only about the document is shortened to that.

What a reader would lose is refused by the model instead (`model/tool.py`, `validate/tools.py`).
Source: Excel specifications and limits, https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

PROPERTY = 255
"""Characters of a property of a document: title, subject, author, description."""
MARGIN = 250
"""Characters of a header or footer of a spreadsheet, with what says which part stands left and right."""
HIGHEST_ROW = 409
"""Points; programs repair a file with a higher row."""
FILE_NAME = 80


def shortened(text: str, most: int) -> str:
    """At most so many characters, as programs count them: one beyond the Basic Multilingual Plane is two.

    >>> shortened("abcdef", 6), shortened("abcdefg", 6), shortened("🙂🙂🙂", 5)
    ('abcdef', 'abcde…', '🙂🙂…')
    """
    if _size(text) <= most:
        return text
    kept = text[:most]
    while _size(kept) > most - 1:
        kept = kept[:-1]
    return f"{kept}…"


def margins(left: str, right: str) -> tuple[str, str]:
    """Both sides of a header or footer of a spreadsheet; `&` is written twice, because alone it begins a command."""
    right = _doubled(right, MARGIN // 3)
    return _doubled(left, MARGIN - _size(right)), right


def file_name(words: str) -> str:
    """Words as a name that every system can keep; empty when nothing is left of them.

    >>> file_name("../read me: now?")
    'read me now'
    """
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]', "", words).strip(" .")[:FILE_NAME].strip(" .")


def pieces(text: str, most: int) -> Iterator[str]:
    """A long paragraph as several, broken between words."""
    return iter(textwrap.wrap(text, most, break_on_hyphens=False) if len(text) > most else [text])


def _size(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _doubled(text: str, most: int) -> str:
    kept = most
    while _size(written := shortened(text, kept).replace("&", "&&")) > most:
        kept -= 1
    return written
