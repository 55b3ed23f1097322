"""How long a text takes to read."""

from __future__ import annotations

WORDS_PER_MINUTE = 200
"""Adults read 238 words of non-fiction a minute in silence, in their first language (Brysbaert 2019,
https://doi.org/10.1016/j.jml.2019.104047); many readers of the hub read in their second."""


def reading_minutes(words: int) -> int:
    """Whole minutes, at least one; rounded up, so that no reader is promised less than it takes.

    >>> reading_minutes(0), reading_minutes(200), reading_minutes(201)
    (1, 1, 2)
    """
    return max(1, -(-words // WORDS_PER_MINUTE))
