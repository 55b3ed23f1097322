"""Texts inside values that hold values, as records and changes of records do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


def strings_in(value: object) -> Iterator[str]:
    """Every text, in the order of the value; names of fields are none.

    >>> list(strings_in({"a": "one", "b": [{"nl": "twee"}, 3, ("drie",)]}))
    ['one', 'twee', 'drie']
    """
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from strings_in(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from strings_in(inner)
