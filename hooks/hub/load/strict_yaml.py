"""YAML as the hub accepts it: mappings, lists, texts, whole and decimal numbers, true and false. Nothing that surprises.

Reads the parser's events one by one, without recursion, so that aliases, tags and deep nesting are refused before they do
harm. Every fault is a value with its line. Knows nothing of records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from ..problems import MOST_PER_FILE, shown
from . import yaml_layout
from .scalars import BROKEN, plain_scalar
from .yaml_messages import COMMA, OPEN_GROUP, OPEN_LIST, OTHER, REFERENCE, TAG, in_our_words

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
    return int(_start(event).line) + 1


def _start(event: yaml.Event) -> Any:
    """Where it begins in the text; PyYAML's events always say so."""
    assert event.start_mark
    return event.start_mark


def _end(event: yaml.Event) -> Any:
    assert event.end_mark
    return event.end_mark


def _bare(event: yaml.ScalarEvent) -> bool:
    """Whether a text is written without quotes, on lines of its field."""
    return event.implicit[0] and event.style in (None, "")


class _Stop(Exception):
    """The rest of the file cannot be read."""

    def __init__(self, line: int, message: str) -> None:
        self.line, self.message = line, message


class _Unreadable(_Stop):
    """The parser gave up."""


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

    def __init__(self, text: str) -> None:
        self.text = text
        self.stack: list[_Frame] = []
        self.value: object = BROKEN
        self.lines = Lines(1)
        self.faults: list[Fault] = []
        self.torn = False
        """Whether the last value ends where it should not, so that what follows it seems to be wrong as well."""

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
        if not message and event.style == '"':
            line, message = self._backslash(event) or (line, None)
        elif not message and _bare(event):
            value, message = plain_scalar(name)
            if odd := yaml_layout.odd_name(name, self.text, _end(event).index):
                message, frame.broken = odd, True
            elif not message and not isinstance(value, str):
                message = f"must be a name before each ':', in quotes if need be, got {shown(value)}"
        if message:
            self.fault((*frame.loc, name), line, message)
        elif isinstance(frame.items, dict) and name in frame.items:
            first = frame.lines.of((name,))
            self.fault((*frame.loc, name), line, f"must be given only once, it already stands on line {first}")
        frame.broken_key = message is not None
        frame.key, frame.key_line = name, line

    def scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        own_line = line
        loc, line = self.place(line)
        value: object = event.value
        message = REFERENCE if event.anchor else TAG if event.tag else None
        if not message and (found := self._layout(event, named=bool(loc) and isinstance(loc[-1], str) and line == own_line)):
            line, message = found
        elif not message and self.stack and _bare(event):
            value, message = plain_scalar(event.value)
            if not event.value and self.stack[-1].flow:
                message = COMMA
        if message:
            value = BROKEN
            if not (self.stack and self.stack[-1].broken_key):
                self.fault(loc, line, message)
        self.put(value, line)

    def _layout(self, event: yaml.ScalarEvent, named: bool) -> tuple[int, str] | None:
        """The line and message of a fault in how a text is written; `named`: a name stands before it on its line."""
        start, end = _start(event).index, _end(event).index
        if not _bare(event):
            return self._backslash(event) if event.style == '"' else None
        if not named and (message := yaml_layout.unspaced(self.text[start:end])):
            self.torn = True
            return _line(event), message
        if message := yaml_layout.cut(self.text, end):
            self.torn = True
            if self.stack and self.stack[-1].flow:  # what closes the list or group is gone with the rest of the line
                raise _Stop(_end(event).line + 1, message)
            return _end(event).line + 1, message
        return None

    def _backslash(self, event: yaml.ScalarEvent) -> tuple[int, str] | None:
        """The line and message of the first backslash that a text in double quotes may not hold."""
        start = _start(event).index
        place = yaml_layout.backslash(self.text[start : _end(event).index])
        return None if place is None else (self.text.count("\n", 0, start + place) + 1, yaml_layout.BACKSLASH)

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
        if isinstance(event, yaml.NodeEvent):
            self.torn = False
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

    def stopped(self, stop: _Stop) -> None:
        """Adds why the rest cannot be read, unless that only follows from a fault that was found already."""
        last = len(yaml_layout.rows(self.text.rstrip()))
        line, message = min(stop.line, last), stop.message
        if stop.line > last and self.stack and self.stack[-1].flow:
            line, message = self.stack[-1].lines.line, OPEN_GROUP if self.stack[-1].mapping else OPEN_LIST
        if not (isinstance(stop, _Unreadable) and self.torn):
            self.faults.append(Fault((), line, message))
        self.value = BROKEN
        self.stack.clear()


_LOADER: Any = getattr(yaml, "CSafeLoader", None)
"""The parser of libyaml. PyYAML's own refuses other texts, such as `{nl: Wie?, en: Who?}`, and places faults elsewhere."""


def cannot_read() -> str | None:
    """Why no file can be read: None, unless PyYAML was installed without libyaml."""
    if _LOADER:
        return None
    return "must be installed with libyaml, or else some files are read differently; install it again from a wheel"


def _events(text: str) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        raise _Unreadable(*in_our_words(error, text)) from None
    except yaml.YAMLError:
        raise _Unreadable(1, OTHER) from None


_CONFLICT = re.compile(r"^(<{7}|>{7}) ", re.MULTILINE)


def read(text: str) -> Document:
    """One YAML document; never raises for what the text holds."""
    builder = _Builder(text)
    documents = 0
    try:
        if conflict := _CONFLICT.search(text):
            raise _Stop(text.count("\n", 0, conflict.start()) + 1, "must not hold the marks of a merge conflict")
        for line, message in yaml_layout.odd_indentation(text):
            builder.fault((), line, message)
        for event in _events(text) if not builder.faults else ():
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _Stop(_line(event), "must be one document; '---' stands only above it, if at all")
            else:
                builder.event(event)
    except _Stop as stop:
        builder.stopped(stop)
        builder.stack.clear()
    else:
        if not builder.faults and (not documents or builder.value == ""):
            builder.value = BROKEN
            builder.faults.append(Fault((), 1, "must not be empty"))
    return Document(builder.value, builder.lines, tuple(builder.faults))
