"""Values as YAML in the style of the hub's records: short texts on one line, both languages side by side where they fit,
long texts folded.

What is written is always read again by the hub's own reader, so that no text can become something else.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from ..load.strict_yaml import read

WIDTH = 125
STEP = 2
_LOCALE_LENGTH = 2

Value = object
"""As `strict_yaml` reads it: dict, tuple (or list), str, int, float, bool."""


class NotWritable(ValueError):
    """A value that the hub's YAML cannot hold, such as a text with control characters."""


def written(value: Value, indent: int, column: int, flow: bool = False) -> str:
    """A value as it stands after `name: ` or `- `.

    `indent`: spaces before lines that belong to it; `column`: where it begins on its first line; `flow`: inside
    brackets, on one line. A block of lines begins with a line break.
    """
    if isinstance(value, Mapping):
        return _mapping(value, indent, column, flow)
    if isinstance(value, tuple | list):
        return _sequence(value, indent, column, flow)
    return _scalar(value, indent, column, flow)


def after_name(value: Value, indent: int, name: str) -> str:
    """`name: value`, where `name` stands after `indent` spaces."""
    text = written(value, indent + STEP, indent + len(name) + 2)
    return f"{name}:{text}" if text.startswith("\n") else f"{name}: {text}"


def entry(value: Value, indent: int) -> str:
    """`- value`, where the dash stands after `indent` spaces."""
    return f"- {written(value, indent + STEP, indent + STEP).lstrip()}"


# --- groups and lists -------------------------------------------------------------------------------------------------


def _is_bare(value: Value) -> bool:
    return not isinstance(value, Mapping | tuple | list)


def _mapping(value: Mapping[object, Value], indent: int, column: int, flow: bool) -> str:
    if not value:
        raise NotWritable("must not be empty")
    names = {str(name): inner for name, inner in value.items()}
    if flow or all(len(name) == _LOCALE_LENGTH and _is_bare(inner) for name, inner in names.items()):
        if not flow and _has_lines(names.values()):
            return _block(names, indent)
        inside = [f"{_scalar(name, 0, 0, True)}: {written(inner, indent, 0, True)}" for name, inner in names.items()]
        line = f"{{{', '.join(inside)}}}"
        if flow or column + len(line) <= WIDTH:
            return line
    return _block(names, indent)


def _block(names: Mapping[str, Value], indent: int) -> str:
    lines = (after_name(inner, indent, _scalar(name, 0, 0, True)) for name, inner in names.items())
    return "".join(f"\n{' ' * indent}{line}" for line in lines)


def _has_lines(values: Iterable[Value]) -> bool:
    """A text on several lines has no place in brackets."""
    return any(isinstance(one, str) and "\n" in one for one in values)


def _sequence(value: tuple[Value, ...] | list[Value], indent: int, column: int, flow: bool) -> str:
    if flow or (all(map(_is_bare, value)) and not _has_lines(value)):
        line = f"[{', '.join(written(one, indent, 0, True) for one in value)}]"
        if flow or column + len(line) <= WIDTH:
            return line
    return "".join(f"\n{' ' * indent}{entry(one, indent)}" for one in value)


# --- texts and numbers ------------------------------------------------------------------------------------------------


def _scalar(value: Value, indent: int, column: int, flow: bool) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    if not isinstance(value, str):
        raise NotWritable(f"must be a text or a number, got {type(value).__name__}")
    for text in _forms(value, indent, column, flow):
        if all(_is_read(around, value) for around in _places(text, indent, flow)):
            return text
    raise NotWritable("must be a text that a file can hold, without control characters")


def _places(text: str, indent: int, flow: bool) -> Iterator[str]:
    """A text as the value of a field and as the entry of a list, as deep as it will stand."""
    if flow:
        yield f"{{x: {text}, y: 1}}"
        yield f"{{x: [{text}, 1]}}"
        return
    depth = max(indent - STEP, 0) // STEP
    above = "".join(f"{' ' * (at * STEP)}x:\n" for at in range(depth))
    yield f"{above}{' ' * (depth * STEP)}x: {text}\n"
    if depth:
        yield f"{above}{' ' * (depth * STEP)}- {text}\n"


def _is_read(document: str, value: str) -> bool:
    try:
        found = read(document)
    except UnicodeEncodeError:  # half a character
        return False
    inner = found.value
    while isinstance(inner, dict | tuple) and inner:
        inner = inner.get("x") if isinstance(inner, dict) else inner[0]
    return not found.faults and inner == value


def _forms(value: str, indent: int, column: int, flow: bool) -> Iterator[str]:
    """Ways to write a text, the most readable first."""
    single = "'" + value.replace("'", "''") + "'"
    if "\n" not in value and (flow or column + len(value) <= WIDTH):
        yield value
        if flow or column + len(single) <= WIDTH:
            yield single
    if not flow:
        yield _folded(value, indent)
        yield _literal(value, indent)
    if "\n" not in value:
        yield single


def _folded(value: str, indent: int) -> str:
    """Lines that are read as one; a line break in the text is a blank line."""
    before = " " * indent
    paragraphs = [
        "\n".join(
            textwrap.wrap(
                paragraph, WIDTH, initial_indent=before, subsequent_indent=before,
                break_long_words=False, break_on_hyphens=False, drop_whitespace=True,
            )
        )
        for paragraph in value.split("\n")
    ]  # fmt: skip
    return ">-\n" + "\n\n".join(paragraphs)


def _literal(value: str, indent: int) -> str:
    deeper = str(STEP) if value.startswith(" ") else ""
    return f"|{deeper}-\n" + "\n".join(f"{' ' * indent}{line}" if line else "" for line in value.split("\n"))
