"""What a reader sends: which fields of which record become what, why, and on which source. See contribute.schema.json.

A change set never holds YAML or a path of a file. Values are texts, numbers, true and false, groups and lists, as in a
record; the step of a path is a field, `#id` for the entry of a list with that id, `@number~digest` for the entry with that
number (from 0) and content, or `+` for a new entry at the end.
"""

from __future__ import annotations

import json
import math
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ..load.strict_yaml import DEEPEST, Loc
from ..model.base import ID_PATTERN
from ..model.kinds import BY_NAME
from ..problems import nearest, shown

FORMAT = "hub-change-set/1"
MOST_CHANGES = 500
LONGEST_TEXT = 20_000
LONGEST_NOTE = 5_000
MOST_SOURCES = 40

Value = object
"""dict, tuple, str, int, float or bool."""


@dataclass(frozen=True)
class Change:
    """`value` None: the field goes. `was`: digest of the value that the person saw; empty: there was none."""

    path: tuple[str, ...]
    value: Value
    was: str | None = None

    @property
    def field(self) -> str:
        """As authors read it: `results#jobs-2016.value`."""
        return ".".join(self.path).replace(".#", "#").replace(".@", "@")


@dataclass(frozen=True)
class ChangeSet:
    kind: str
    id: str
    base: str
    """Digest of the record that the person saw; empty: a new record."""
    changes: tuple[Change, ...]
    who: str
    conflict_of_interest: str
    sources: tuple[Mapping[str, Value], ...]
    """New sources, as records of the bibliography."""
    note: str


class NotAChangeSet(ValueError):
    """`problems`: what is wrong, a sentence each, with the field in front."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def digest(value: Value) -> str:
    """Eight hexadecimal digits: CRC-32 of the value as JSON with sorted keys. The browser makes the same (digest.mjs)."""
    return f"{zlib.crc32(canonical(value).encode('utf-8', 'surrogatepass')):08x}"


def canonical(value: Value) -> str:
    """One text for equal values, whatever the order of fields and however numbers are written.

    >>> canonical({"b": 1.0, "a": ("x", True)})
    '{"a":["x",true],"b":1}'
    """
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: Value) -> Value:
    if isinstance(value, Mapping):
        return {str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def decoded(text: str) -> ChangeSet:
    """The change set that a JSON text holds; raises `NotAChangeSet`. Never trusts a name or an id."""
    try:
        raw = json.loads(text, parse_constant=_refused)
    except (ValueError, RecursionError):
        raise NotAChangeSet(("must be a change set in JSON",)) from None
    faults: list[str] = []
    found = _Reader(raw, faults).change_set()
    if faults or found is None:
        raise NotAChangeSet(tuple(faults))
    return found


def _refused(name: str) -> float:
    raise ValueError(name)


class _Reader:
    """Reads what anybody may have written, and notes all that is wrong."""

    def __init__(self, raw: object, faults: list[str]) -> None:
        self.raw, self.faults = raw, faults

    def change_set(self) -> ChangeSet | None:
        raw = self.raw
        if not isinstance(raw, dict):
            self.faults.append(f"must be a change set, got {shown(_frozen(raw))}")
            return None
        if raw.get("format") != FORMAT:
            self.faults.append(f"format: must be '{FORMAT}', got {shown(raw.get('format', ''))}")
            return None
        known = ("format", "kind", "id", "base", "set", "remove", "who", "conflict_of_interest", "sources", "note")
        self.faults += [
            f"{name[:80]}: must not be here, a change set has no such field{nearest(name, list(known))}"
            for name in raw if name not in known
        ]  # fmt: skip
        kind, id = self.text(raw, "kind", 40), self.text(raw, "id", 80)
        editable = [name for name, one in BY_NAME.items() if one.form == "folder" and one.pages]
        if kind not in (*editable, "criterion"):
            self.faults.append(f"kind: must be a kind of record that has pages, got {shown(kind)}{nearest(kind, editable)}")
        if not re.fullmatch(ID_PATTERN, id):
            self.faults.append(f"id: must be small letters, digits and hyphens, got {shown(id)}")
        base = self.text(raw, "base", 8, optional=True)
        changes = (*self.changes(raw.get("set", [])), *self.removals(raw.get("remove", [])))
        if not changes and not self.faults:
            self.faults.append("set: must change something")
        if len(changes) > MOST_CHANGES:
            self.faults.append(f"set: must not have more than {MOST_CHANGES} changes, got {len(changes)}")
        return ChangeSet(
            kind, id, base, changes,
            who=self.text(raw, "who", 200, optional=True),
            conflict_of_interest=self.text(raw, "conflict_of_interest", LONGEST_NOTE, optional=True),
            sources=self.sources(raw.get("sources", [])),
            note=self.text(raw, "note", LONGEST_NOTE, optional=True),
        )  # fmt: skip

    def text(self, raw: Mapping[str, object], name: str, longest: int, optional: bool = False) -> str:
        value = raw.get(name, "" if optional else None)
        if not isinstance(value, str):
            self.faults.append(f"{name}: must be a text, got {shown(_frozen(value))}")
            return ""
        if len(value) > longest:
            self.faults.append(f"{name}: must not be longer than {longest} characters, got {len(value)}")
            return ""
        return value

    def changes(self, raw: object) -> tuple[Change, ...]:
        if not isinstance(raw, list):
            self.faults.append(f"set: must be a list, got {shown(_frozen(raw))}")
            return ()
        found = []
        for number, one in enumerate(raw[: MOST_CHANGES + 1], 1):
            if not isinstance(one, list) or len(one) not in (2, 3):
                self.faults.append(f"set[{number}]: must be a path, a value and the digest of the old value")
                continue
            path, was = self.path(one[0], f"set[{number}]"), one[2] if len(one) == 3 else None
            if was is not None and not isinstance(was, str):
                self.faults.append(f"set[{number}]: must have a text as digest")
            if path and self.is_value(one[1], f"set[{number}]"):
                found.append(Change(path, _frozen(one[1]), was if isinstance(was, str) else None))
        return tuple(found)

    def removals(self, raw: object) -> tuple[Change, ...]:
        if not isinstance(raw, list):
            self.faults.append(f"remove: must be a list, got {shown(_frozen(raw))}")
            return ()
        found = []
        for number, one in enumerate(raw[: MOST_CHANGES + 1], 1):
            pair = one if isinstance(one, list) and len(one) == 2 and isinstance(one[0], list) else [one, None]
            if path := self.path(pair[0], f"remove[{number}]"):
                found.append(Change(path, None, pair[1] if isinstance(pair[1], str) else None))
        return tuple(found)

    def path(self, raw: object, where: str) -> tuple[str, ...]:
        if (
            isinstance(raw, list)
            and 0 < len(raw) <= DEEPEST
            and all(isinstance(step, str) and _STEP.fullmatch(step) for step in raw)
            and isinstance(raw[0], str)
            and raw[0] not in ("id", "former_ids")
            and _FIELD.fullmatch(raw[0])
        ):
            return tuple(raw)
        self.faults.append(f"{where}: must be the path of a field, got {shown(_as_text(raw))}")
        return ()

    def is_value(self, raw: object, where: str, depth: int = 0) -> bool:
        """Whether a file could hold it; says so where not."""
        message = None
        if depth > DEEPEST:
            message = f"must not be nested deeper than {DEEPEST} levels"
        elif isinstance(raw, str):
            if len(raw) > LONGEST_TEXT:
                message = f"must not be longer than {LONGEST_TEXT} characters, got {len(raw)}"
        elif isinstance(raw, dict):
            names = [name for name in raw if not _FIELD.fullmatch(name)]
            if names or not raw:
                message = f"must have fields with plain names, got {shown(names[0] if names else '')}"
            else:
                fine = [self.is_value(inner, where, depth + 1) for inner in raw.values()]  # all faults, not the first
                return all(fine)
        elif isinstance(raw, list):
            if raw:
                fine = [self.is_value(inner, where, depth + 1) for inner in raw]
                return all(fine)
            message = "must not be an empty list; remove the field instead"
        elif not isinstance(raw, bool | int | float) or not math.isfinite(raw):
            message = "must not be empty; remove the field instead"
        if message:
            self.faults.append(f"{where}: {message}")
        return message is None

    def sources(self, raw: object) -> tuple[Mapping[str, Value], ...]:
        if not isinstance(raw, list) or len(raw) > MOST_SOURCES or not all(isinstance(one, dict) for one in raw):
            self.faults.append(f"sources: must be a list of at most {MOST_SOURCES} sources")
            return ()
        frozen: list[Mapping[str, Value]] = []
        for number, one in enumerate(raw, 1):
            if self.is_value(one, f"sources[{number}]"):
                frozen.append(_frozen(one))  # type: ignore[arg-type]
        return tuple(frozen)


_FIELD = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,59}")
_STEP = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,59}|#[a-z0-9][a-z0-9-]{0,79}|@\d{1,4}~[0-9a-f]{8}|\+")


def _frozen(value: object) -> Value:
    if isinstance(value, dict):
        return {str(name): _frozen(inner) for name, inner in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list | tuple) else value


def _as_text(raw: object) -> str:
    return ".".join(map(str, raw)) if isinstance(raw, list) else str(raw)


# --- where a path leads -----------------------------------------------------------------------------------------------


def place(value: Value, path: tuple[str, ...]) -> Loc | Literal["gone", "changed"]:
    """The place in a record as it is now. "gone": an entry or group is not there any more; "changed": the entry with that
    number has other content."""
    loc: list[str | int] = []
    for number, step in enumerate(path):
        if step == "+":
            if not isinstance(value, tuple | None):
                return "gone"
            loc.append(len(value or ()))
            value = None
        elif step[0] == "#":
            entries = value if isinstance(value, tuple) else ()
            found = [at for at, one in enumerate(entries) if isinstance(one, dict) and one.get("id") == step[1:]]
            if len(found) != 1:
                return "gone"
            loc.append(found[0])
            value = entries[found[0]]
        elif step[0] == "@":
            at, _, seen = step[1:].partition("~")
            entries = value if isinstance(value, tuple) else ()
            if int(at) < len(entries) and digest(entries[int(at)]) == seen:
                here = int(at)
            else:
                same = [place for place, one in enumerate(entries) if digest(one) == seen]
                if len(same) != 1:
                    return "changed" if int(at) < len(entries) else "gone"
                here = same[0]
            loc.append(here)
            value = entries[here]
        else:
            if not isinstance(value, dict | None) or (value is None and number and path[number - 1] != "+"):
                return "gone"
            loc.append(step)
            value = value.get(step) if isinstance(value, dict) else None
    return tuple(loc)
