"""YAML as the hub accepts it: mappings, lists, texts, whole and decimal numbers, true and false. Nothing that surprises.

Reads the parser's events one by one, without recursion, so that aliases, tags and deep nesting are refused before they do
harm. Every fault is a value with its line. Knows nothing of records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from ..problems import MOST_PER_FILE, shown
from .scalars import BROKEN, plain_scalar
from .yaml_messages import COMMA, REFERENCE, SYNTAX, TAG

DEEPEST = 20
"""Levels of nesting that are read; the deepest record of the hub has about seven."""

Loc = tuple[str | int, ...]
"""Place of a value: keys of mappings, numbers (from 0) of list entries."""


def value_at(value: object, loc: Loc) -> object:
    """The value at a place; None where there is none."""
    for step in loc:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, tuple) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


@dataclass(frozen=True, slots=True)
class Lines:
    """Line of a value (of its key, where it has one) and of the parts inside it."""

    line: int
    parts: dict[str | int, Lines | int] = field(default_factory=dict)

    def of(self, loc: Loc) -> int:
        """The line of a place, or of the nearest enclosing one that exists."""
        found: Lines | int = self
        for step in loc:
            inner = found.parts.get(step) if isinstance(found, Lines) else None
            if inner is None:
                break
            found = inner
        return found if isinstance(found, int) else found.line


@dataclass(frozen=True, slots=True)
class Fault:
    loc: Loc
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Document:
    """`value` is built of dict, tuple, str, int, float and bool; BROKEN where it had a fault."""

    value: object
    lines: Lines
    faults: tuple[Fault, ...]


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


class _Stop(Exception):
    """The rest of the file cannot be read."""

    def __init__(self, line: int, message: str) -> None:
        self.line, self.message = line, message


class _Frame:
    """A mapping or list that is being filled."""

    __slots__ = ("broken", "broken_key", "flow", "items", "key", "key_line", "lines", "loc", "mapping")

    def __init__(self, mapping: bool, flow: bool, lines: Lines, loc: Loc) -> None:
        self.mapping, self.flow, self.lines, self.loc = mapping, flow, lines, loc
        self.items: dict[str, object] | list[object] = {} if mapping else []
        self.key: str | None = None
        self.key_line = 0
        self.broken = self.broken_key = False


class _Builder:
    """Builds one value from events. A mapping's frame waits for a key when `key` is None."""

    def __init__(self) -> None:
        self.stack: list[_Frame] = []
        self.value: object = BROKEN
        self.lines = Lines(1)
        self.faults: list[Fault] = []

    def fault(self, loc: Loc, line: int, message: str) -> None:
        self.faults.append(Fault(loc, line, message))
        if len(self.faults) >= MOST_PER_FILE:
            raise _Stop(line, f"stopped reading this file after {MOST_PER_FILE} problems")

    def place(self, line: int) -> tuple[Loc, int]:
        """The place of the next value, and its line (that of its key, if it has one)."""
        if not self.stack:
            return (), line
        frame = self.stack[-1]
        if frame.mapping:
            assert frame.key is not None
            return (*frame.loc, frame.key), frame.key_line
        return (*frame.loc, len(frame.items)), line

    def put(self, value: object, lines: Lines | int) -> None:
        """Adds a finished value to the innermost frame."""
        if not self.stack:
            self.value = value
            self.lines = lines if isinstance(lines, Lines) else Lines(lines)
            return
        frame = self.stack[-1]
        if isinstance(frame.items, dict):
            assert frame.key is not None
            if frame.key not in frame.items:
                frame.items[frame.key] = BROKEN if frame.broken_key else value
                frame.lines.parts[frame.key] = lines
            frame.key = None
        else:
            frame.lines.parts[len(frame.items)] = lines
            frame.items.append(value)

    def waits_for_key(self) -> bool:
        return bool(self.stack) and self.stack[-1].mapping and self.stack[-1].key is None

    def key(self, event: yaml.Event, line: int) -> None:
        frame = self.stack[-1]
        if not isinstance(event, yaml.ScalarEvent):
            raise _Stop(line, "must have a plain name before each ':', not a list, a group or a reference")
        name = event.value
        message = REFERENCE if event.anchor else TAG if event.tag else None
        if not message and event.implicit[0] and event.style in (None, ""):
            value, message = plain_scalar(name)
            if not message and not isinstance(value, str):
                message = f"must be a name before each ':', in quotes if need be, got {shown(value)}"
        if message:
            self.fault((*frame.loc, name), line, message)
        elif isinstance(frame.items, dict) and name in frame.items:
            first = frame.lines.of((name,))
            self.fault((*frame.loc, name), line, f"must be given only once, it already stands on line {first}")
        frame.broken_key = message is not None
        frame.key, frame.key_line = name, line

    def scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        loc, line = self.place(line)
        value: object = event.value
        message = REFERENCE if event.anchor else TAG if event.tag else None
        if message:
            value = BROKEN
        elif self.stack and event.implicit[0] and event.style in (None, ""):
            value, message = plain_scalar(event.value)
            if not event.value and self.stack[-1].flow:
                message = COMMA
        if message:
            self.fault(loc, line, message)
        self.put(value, line)

    def start(self, event: yaml.CollectionStartEvent, line: int) -> None:
        loc, line = self.place(line)
        if len(self.stack) >= DEEPEST:
            raise _Stop(line, f"must not be nested deeper than {DEEPEST} levels")
        frame = _Frame(isinstance(event, yaml.MappingStartEvent), bool(event.flow_style), Lines(line), loc)
        if message := REFERENCE if event.anchor else TAG if event.tag else None:
            self.fault(loc, line, message)
            frame.broken = True
        self.stack.append(frame)

    def end(self) -> None:
        frame = self.stack.pop()
        value: object = frame.items if isinstance(frame.items, dict) else tuple(frame.items)
        self.put(BROKEN if frame.broken else value, frame.lines)

    def event(self, event: yaml.Event) -> None:
        line = _line(event)
        if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.end()
        elif self.waits_for_key():
            self.key(event, line)
        elif isinstance(event, yaml.ScalarEvent):
            self.scalar(event, line)
        elif isinstance(event, yaml.CollectionStartEvent):
            self.start(event, line)
        elif isinstance(event, yaml.AliasEvent):
            loc, line = self.place(line)
            self.fault(loc, line, REFERENCE)
            self.put(BROKEN, line)


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _syntax_problem(error: yaml.MarkedYAMLError, text: str) -> _Stop:
    context, complaint = error.context or "", error.problem or ""
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    if "cannot start any token" in complaint and mark:
        rows = text.splitlines()
        character = rows[mark.line][mark.column : mark.column + 1] if mark.line < len(rows) else ""
        if character == "\t":
            return _Stop(line, "must be indented with spaces, not with tabs")
        return _Stop(line, f"must be in quotes when a text begins with {character or 'a special character'}")
    for in_context, in_complaint, message in SYNTAX:
        if in_context in context and in_complaint in complaint:
            opened = "opened here" in message and error.context_mark
            return _Stop(error.context_mark.line + 1 if opened and error.context_mark else line, message)
    return _Stop(line, f"must be YAML ({complaint})" if complaint else "must be YAML")


def _events(text: str) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        raise _syntax_problem(error, text) from None
    except yaml.YAMLError as error:
        raise _Stop(1, f"must be YAML ({error})") from None


_CONFLICT = re.compile(r"^(<{7}|>{7}) ", re.MULTILINE)


def read(text: str) -> Document:
    """One YAML document; never raises for what the text holds."""
    builder = _Builder()
    documents = 0
    try:
        if conflict := _CONFLICT.search(text):
            raise _Stop(text.count("\n", 0, conflict.start()) + 1, "must not hold the marks of a merge conflict")
        for event in _events(text):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _Stop(_line(event), "must be one document; '---' stands only above it, if at all")
            else:
                builder.event(event)
    except _Stop as stop:
        builder.faults.append(Fault((), stop.line, stop.message))
        builder.value = BROKEN
        builder.stack.clear()
    else:
        if not documents or builder.value == "":
            builder.value = BROKEN
            builder.faults[:] = [Fault((), 1, "must not be empty")]
    return Document(builder.value, builder.lines, tuple(builder.faults))
