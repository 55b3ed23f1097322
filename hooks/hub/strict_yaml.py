"""YAML as the hub accepts it: mappings, lists, texts, whole and decimal numbers, true and false. Nothing that surprises.

Built from the parser's events, so that aliases, tags and deep nesting are met before they can do harm; no recursion.
Every fault is a value with its line. Knows nothing of records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from .problems import MOST_PER_FILE, shown

DEEPEST = 20
"""Levels of nesting that are read; the deepest record of the hub has about seven."""

Loc = tuple[str | int, ...]
"""Place of a value: keys of mappings, numbers (from 0) of list entries."""


class Broken:
    """Stands where a value could not be accepted; its fault is reported, so no other check speaks about it."""

    def __repr__(self) -> str:
        return "BROKEN"


BROKEN = Broken()


def value_at(value: object, loc: Loc) -> object:
    """What stands at a place; None where there is nothing."""
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


# --- scalars ----------------------------------------------------------------------------------------------------------

_WORDS = frozenset(
    form for word in ("true", "false", "yes", "no", "on", "off", "null") for form in (word, word.title(), word.upper())
)
"""Words that YAML may read as something else than a text."""
_PLAIN_NUMBER = re.compile(r"-?(0|[1-9]\d{0,17})(\.\d{1,17})?")
_ODD_SCALARS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"~|null|Null|NULL|"), "must not be empty; leave the field out when nothing is known"),
    (re.compile(r"True|TRUE|False|FALSE"), "must be written true or false in small letters (or in quotes, as a text)"),
    (
        re.compile(r"yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF"),
        "must be in quotes, because YAML reads it as true or false; write true or false if that is meant",
    ),
    (
        re.compile(r"\d{4}-\d{1,2}-\d{1,2}([Tt ].*)?"),
        "must be in quotes, because YAML reads it as a date",
    ),
    (
        re.compile(r"[-+]?\d[\d_]*(:[0-5]?\d)+(\.[\d_]*)?"),
        "must be in quotes, because YAML reads it as a number in base 60",
    ),
    (
        re.compile(
            r"[-+]?(0[0-7_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|0b[01_]+|[\d_]*\d[\d_]*\.?[\d_]*([eE][-+]?\d+)?|\.\d[\d_]*([eE][-+]?\d+)?)"
            r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
        ),
        "must be a plain number such as 12 or 2.5 of at most 18 digits, or a text in quotes",
    ),
    (re.compile(r"<<"), "must not use YAML's merge key; write the fields out"),
)


def _odd(value: str) -> str | None:
    """Why a bare scalar is refused: YAML would not read it as what it looks like."""
    for pattern, message in _ODD_SCALARS:
        if pattern.fullmatch(value):
            return message
    return None


def _plain(value: str) -> tuple[object, str | None]:
    """Value of a scalar without quotes, or why it is refused."""
    if value[:1].isalpha() and value not in _WORDS:
        return value, None
    if value == "true" or value == "false":
        return value == "true", None
    if number := _PLAIN_NUMBER.fullmatch(value):
        return (float(value) if number.group(2) else int(value)), None
    message = _odd(value) if len(value) < 100 else None
    return (BROKEN, f"{message}, got {shown(value)}" if value else message) if message else (value, None)


# --- events -----------------------------------------------------------------------------------------------------------

_REFERENCE = "must not use YAML's references (&name, *name); a text that begins with & or * needs quotes"
_COMMA = "must be followed by ':' and a value; inside { } a text with a comma needs quotes"
_TAG = "must not use YAML's tags; a text that begins with ! needs quotes"


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
        """Where the next value will stand, and its line (that of its key, if it has one)."""
        if not self.stack:
            return (), line
        frame = self.stack[-1]
        if frame.mapping:
            assert frame.key is not None
            return (*frame.loc, frame.key), frame.key_line
        return (*frame.loc, len(frame.items)), line

    def put(self, value: object, lines: Lines | int) -> None:
        """Sets a finished value in the innermost frame."""
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
        message = _REFERENCE if event.anchor else _TAG if event.tag else None
        if not message and event.implicit[0] and event.style in (None, ""):
            value, message = _plain(name)
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
        message = _REFERENCE if event.anchor else _TAG if event.tag else None
        if message:
            value = BROKEN
        elif self.stack and event.implicit[0] and event.style in (None, ""):
            value, message = _plain(event.value)
            if not event.value and self.stack[-1].flow:
                message = _COMMA
        if message:
            self.fault(loc, line, message)
        self.put(value, line)

    def start(self, event: yaml.CollectionStartEvent, line: int) -> None:
        loc, line = self.place(line)
        if len(self.stack) >= DEEPEST:
            raise _Stop(line, f"must not be nested deeper than {DEEPEST} levels")
        frame = _Frame(isinstance(event, yaml.MappingStartEvent), bool(event.flow_style), Lines(line), loc)
        if message := _REFERENCE if event.anchor else _TAG if event.tag else None:
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
            self.fault(loc, line, _REFERENCE)
            self.put(BROKEN, line)


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_SYNTAX: tuple[tuple[str, str, str], ...] = (
    ("scanning an alias", "", _REFERENCE),
    ("scanning an anchor", "", _REFERENCE),
    ("", "mapping values are not allowed", "must be in quotes when a text holds ': '; or else the indentation is wrong"),
    ("", "block sequence entries", "must start a list on a line of its own; a text that begins with '- ' needs quotes"),
    ("", "mapping keys are not allowed", "must be in quotes when a text begins with '? '"),
    ("quoted scalar", "unexpected end of stream", "must close the quotes that are opened here"),
    ("quoted scalar", "unknown escape", "must not hold a backslash inside double quotes; use single quotes"),
    ("quoted scalar", "escape code", "must not hold a backslash inside double quotes; use single quotes"),
    ("flow sequence", "", "must close the list that is opened here with '['; inside it, texts with , : [ ] { } need quotes"),
    ("flow mapping", "", "must close the group that is opened here with '{'; inside it, texts with , : [ ] { } need quotes"),
    ("block scalar", "", "must start the text on the line below '>-' or '|', which stand alone"),
    ("block mapping", "expected key", "must be a field 'name: value', indented as the fields above it, with nothing after "
     "closing quotes (an apostrophe inside single quotes is written twice)"),
    ("block collection", "'-' indicator", "must be an entry '- …', indented as the entries above it"),
    ("simple key", "could not find expected ':'", "must be a field 'name: value'; the ':' is missing on the line above"),
    ("", "document start", "must be fields 'name: value', with nothing after closing quotes"),
)  # fmt: skip
"""Context and complaint of the YAML parser, and the rule in plain words."""


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
    for in_context, in_complaint, message in _SYNTAX:
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
