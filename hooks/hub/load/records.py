"""Folders to records as authored: path, raw value, lines. Reports what is wrong with files; knows no fields.

Never raises for what `data/` contains, never follows a link out of it, never reads a file beyond its limit.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..model.kinds import KINDS, NOT_RECORDS, Kind
from ..problems import Problem, nearest, shown
from .files import is_folder, listing, odd_name, read_text, slug
from .scalars import BROKEN
from .strict_yaml import Lines, Loc, cannot_read, read

DATA = "data"
MOST_RECORDS = 10_000
"""In one file; far more than anyone can maintain in one list."""


@dataclass(frozen=True)
class RawRecord:
    """One record as authored; `value` holds BROKEN where a fault was already reported."""

    kind: Kind
    path: str
    value: dict[str, object]
    lines: Lines
    within: Loc = ()
    """Place of the record in its file: empty, or its number in a list."""

    @cached_property
    def id(self) -> str | None:
        """The id as authored, or the file name where a file is a record; None where a list entry has no readable one."""
        if self.kind.form != "list":
            return Path(self.path).stem
        own = self.value.get("id")
        return own if isinstance(own, str) else None

    def line(self, loc: Loc) -> int:
        """The line where the value at `loc` begins, or that of the nearest group around it."""
        return self.lines.of((*self.within, *loc))

    def problem(self, loc: Loc, message: str) -> Problem:
        return Problem(self.path, self.line(loc), self.field(loc), message)

    def warning(self, loc: Loc, message: str) -> Problem:
        return Problem(self.path, self.line(loc), self.field(loc), message, "warning")

    def field(self, loc: Loc) -> str:
        name = dotted(self.value, loc)
        return name if not self.within else f"[{self.id or int(self.within[0]) + 1}]{'.' if name else ''}{name}"


@dataclass(frozen=True)
class Loaded:
    """Everything that could be read. `unreadable` has (kind, id) of files with problems; id None: a whole list."""

    records: tuple[RawRecord, ...]
    unreadable: frozenset[tuple[str, str | None]]
    problems: tuple[Problem, ...]
    files: int = 0
    """How many files with records were looked at."""


def dotted(value: object, loc: Loc) -> str:
    """A place as authors read it: list entries by their id where they have one, else by their number from 1.

    >>> dotted({"results": ({"id": "jobs", "value": 1},)}, ("results", 0, "value"))
    'results[jobs].value'
    >>> dotted({"lessons": ({"nl": "x"},)}, ("lessons", 0, "nl"))
    'lessons[1].nl'
    """
    name = ""
    for step in loc:
        inner: object = None
        if isinstance(step, int):
            inner = value[step] if isinstance(value, tuple) and step < len(value) else None
            own = inner.get("id") if isinstance(inner, dict) else None
            name += f"[{own if isinstance(own, str) and len(own) <= 80 else step + 1}]"
        else:
            inner = value.get(step) if isinstance(value, dict) else None
            name += f".{step[:80]}" if name else step[:80]
        value = inner
    return name


def _records(kind: Kind, path: Path, uri: str) -> tuple[list[RawRecord], list[Problem]]:
    """The records of one file, and its problems."""
    text = read_text(path, uri, kind.largest)
    if isinstance(text, Problem):
        return [], [text]
    document = read(text)
    value, lines = document.value, document.lines
    problems = [Problem(uri, fault.line, _field_of(value, fault.loc), fault.message) for fault in document.faults]
    if value is BROKEN:
        return [], problems
    if kind.form == "list":
        return _entries(kind, uri, value, lines, problems), problems
    if not isinstance(value, dict):
        problems.append(Problem(uri, lines.line, "", f"must be fields such as 'id: …', got {shown(value)}"))
        return [], problems
    return [RawRecord(kind, uri, value, lines)], problems


def _entries(kind: Kind, uri: str, value: object, lines: Lines, problems: list[Problem]) -> list[RawRecord]:
    if not isinstance(value, tuple):
        problems.append(Problem(uri, lines.line, "", f"must be a list of records that begin with '- ', got {shown(value)}"))
        return []
    if len(value) > MOST_RECORDS:
        problems.append(Problem(uri, lines.line, "", f"must not have more than {MOST_RECORDS} records, got {len(value)}"))
        return []
    records = []
    for number, entry in enumerate(value):
        if isinstance(entry, dict):
            records.append(RawRecord(kind, uri, entry, lines, (number,)))
        elif entry is not BROKEN:
            message = f"must be fields such as 'id: …', got {shown(entry)}"
            problems.append(Problem(uri, lines.of((number,)), f"[{number + 1}]", message))
    return records


def _field_of(value: object, loc: Loc) -> str:
    return dotted(value, loc) if value is not BROKEN else ""


# --- the folders ------------------------------------------------------------------------------------------------------


def _file_name(name: str) -> str | None:
    """What is wrong with the name of a record's file; None: nothing."""
    stem, extension = Path(name).stem, Path(name).suffix
    if extension != ".yml":
        wanted = f"; rename it to '{slug(stem)}.yml'" if extension.lower() in (".yaml", ".yml", ".txt") else ""
        return f"must be a file whose name ends in .yml{wanted}"
    return odd_name(stem, ".yml")


@dataclass(frozen=True)
class _Found:
    kind: Kind
    path: Path
    uri: str


def _in_folder(kind: Kind, folder: Path, uri: str) -> Iterator[_Found | Problem]:
    names = listing(folder, uri)
    if isinstance(names, Problem):
        yield names
        return
    for name in names:
        below = f"{uri}/{name}"
        if is_folder(folder / name) and not (folder / name).is_symlink():
            yield Problem(below, 0, "", f"must not be a folder; records stand directly in {uri}/")
        elif message := _file_name(name):
            yield Problem(below, 0, "", message)
        else:
            yield _Found(kind, folder / name, below)


def _of_lists(folder: str, path: Path, uri: str) -> Iterator[_Found | Problem]:
    """The lists in a folder that holds several of them."""
    kinds = {kind.place.removeprefix(f"{folder}/"): kind for kind in KINDS if kind.place.startswith(f"{folder}/")}
    names = listing(path, uri)
    if isinstance(names, Problem):
        yield names
        return
    for name in names:
        if name in kinds:
            yield _Found(kinds[name], path / name, f"{uri}/{name}")
        else:
            message = f"must not stand here, the hub does not know it{nearest(name, list(kinds))}"
            yield Problem(f"{uri}/{name}", 0, "", message)


def _files(data: Path) -> Iterator[_Found | Problem]:
    """Every file with records, in the order of their names, and what should not be there."""
    kinds = {kind.place: kind for kind in KINDS}
    of_lists = {kind.place.partition("/")[0] for kind in KINDS if "/" in kind.place}
    present = listing(data, DATA)
    if isinstance(present, Problem):
        yield present
        return
    for name in present:
        kind, path, uri = kinds.get(name), data / name, f"{DATA}/{name}"
        if name in NOT_RECORDS:
            continue
        if name in of_lists and is_folder(path) and not path.is_symlink():
            yield from _of_lists(name, path, uri)
        elif kind is None:
            wanted = f"{path.stem}.yml"
            hint = f"; rename it to '{wanted}'" if path.suffix and wanted in kinds else nearest(name, list(kinds))
            yield Problem(uri, 0, "", f"must not stand here, the hub does not know it{hint}")
        elif kind.form != "folder":
            yield _Found(kind, path, uri)
        elif path.is_symlink() or not is_folder(path):
            yield Problem(uri, 0, "", "must be a folder of its own")
        else:
            yield from _in_folder(kind, path, uri)
    for kind in KINDS:
        if kind.form != "folder" and not os.path.lexists(data / kind.place):
            yield Problem(f"{DATA}/{kind.place}", 0, "", "must exist; the file is missing")


def _nothing(problem: Problem) -> Loaded:
    return Loaded((), frozenset((kind.name, None) for kind in KINDS), (problem,))


def load(root: Path) -> Loaded:
    """All records below `root/data`, sorted by path; problems of a file do not stop the others."""
    data = root / DATA
    if message := cannot_read():
        return _nothing(Problem("PyYAML", 0, "", message))
    if data.is_symlink() or not is_folder(data):
        return _nothing(Problem(DATA, 0, "", "must exist; the folder with the records is missing"))
    records: list[RawRecord] = []
    problems: list[Problem] = []
    unreadable: set[tuple[str, str | None]] = set()
    places = {kind.place: kind for kind in KINDS}
    files = 0
    for found in _files(data):
        if isinstance(found, Problem):
            problems.append(found)
            parts = Path(found.path).parts
            kind = places.get("/".join(parts[1:])) or (places.get(parts[1]) if len(parts) > 1 else None)
            if kind is not None:
                unreadable.add((kind.name, Path(found.path).stem if kind.form == "folder" and len(parts) > 2 else None))
            continue
        files += 1
        some, faults = _records(found.kind, found.path, found.uri)
        records += some
        problems += faults
        if not some and faults:  # a list may be empty
            unreadable.add((found.kind.name, found.path.stem if found.kind.form == "folder" else None))
    return Loaded(tuple(records), frozenset(unreadable), tuple(problems), files)
