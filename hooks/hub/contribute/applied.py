"""A change set on today's records: what each change becomes, what conflicts, and the texts of the files that change.

Nothing here writes. A change lands when the value it replaces is still the one that the person saw; what others changed
elsewhere in the record does not matter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..load.records import DATA
from ..load.strict_yaml import Loc, read, value_at
from ..model.kinds import BY_NAME
from . import writer
from .change_set import Change, ChangeSet, digest, place
from .yaml_text import NotWritable

SOURCES = f"{DATA}/{BY_NAME['source'].place}"


@dataclass(frozen=True)
class Outcome:
    """One change: `before` and `after` are values, None where there is none; `conflict` says why it did not land."""

    field: str
    before: object
    after: object
    conflict: str = ""


@dataclass(frozen=True)
class Applied:
    path: str
    """Of the record, from the root."""
    is_new: bool
    outcomes: tuple[Outcome, ...]
    files: Mapping[str, tuple[str, str]]
    """Path → (text before, text after) of each file that changes; before is empty for a new one."""
    faults: tuple[str, ...]
    """Why the change set as a whole cannot be applied."""

    @property
    def conflicts(self) -> tuple[Outcome, ...]:
        return tuple(one for one in self.outcomes if one.conflict)


def path_of(change_set: ChangeSet) -> str:
    """Made of the kind and the id alone, both of which were checked."""
    return f"{DATA}/{BY_NAME[change_set.kind].place}/{change_set.id}.yml"


def applied(change_set: ChangeSet, root: Path) -> Applied:
    path = path_of(change_set)
    file = root / path
    is_new = not change_set.base
    if file.is_symlink() or file.exists() == is_new:
        there = "must have another id, because this one is taken" if is_new else "is not on the hub (any more)"
        return Applied(path, is_new, (), {}, (f"{change_set.kind} '{change_set.id}' {there}",))
    before = "" if is_new else file.read_bytes().decode()
    after, outcomes = _new(change_set) if is_new else _edited(change_set, before)
    files = {path: (before, after)} if after != before else {}
    faults: tuple[str, ...] = ()
    if change_set.sources:
        old = (root / SOURCES).read_bytes().decode()
        try:
            new, faults = _with_sources(old, change_set.sources)
            if new != old:
                files[SOURCES] = (old, new)
        except NotWritable as error:
            faults = (f"sources: {error}",)
    return Applied(path, is_new, outcomes, files, faults)


def _order(change_set: ChangeSet, within: str | None = None) -> tuple[str, ...]:
    """The fields of a record, or of the group that one of its fields holds, in the order of the model."""
    model = BY_NAME[change_set.kind].model
    assert model
    if within is None:
        return tuple(model.model_fields)
    for part in _types(model.model_fields[within].annotation) if within in model.model_fields else ():
        if fields := getattr(part, "model_fields", None):
            return tuple(name for name in fields if name != "root")
    return ()


def _types(annotation: object) -> list[object]:
    inner = [part for one in getattr(annotation, "__args__", ()) for part in _types(one)]
    return [annotation, *inner]


def _new(change_set: ChangeSet) -> tuple[str, tuple[Outcome, ...]]:
    value: dict[str, object] = {"id": change_set.id}
    outcomes = []
    for change in change_set.changes:
        if len(change.path) != 1 or change.value is None:
            outcomes.append(Outcome(change.field, None, change.value, "a new record has whole fields"))
        else:
            value[change.path[0]] = change.value
            outcomes.append(Outcome(change.field, None, change.value))
    order = _order(change_set)
    ordered = {name: value[name] for name in (*order, *(name for name in value if name not in order)) if name in value}
    try:
        text = writer.record(ordered, f"../schema/{change_set.kind}.schema.json")
    except NotWritable as error:
        return "", (*outcomes, Outcome("", None, None, str(error)))
    return text, tuple(outcomes)


def _edited(change_set: ChangeSet, text: str) -> tuple[str, tuple[Outcome, ...]]:
    seen = read(text).value
    is_same = digest(seen) == change_set.base
    outcomes = []
    for change in change_set.changes:
        now = read(text).value
        loc = place(now, change.path)
        if isinstance(loc, str):
            outcomes.append(Outcome(change.field, None, change.value, _LOST[loc]))
            continue
        before = value_at(now, loc)
        if not is_same and (conflict := _conflict(change, before)):
            outcomes.append(Outcome(change.field, before, change.value, conflict))
            continue
        try:
            text = _changed(text, loc, change, change_set)
        except NotWritable as error:
            outcomes.append(Outcome(change.field, before, change.value, str(error)))
        except KeyError:
            outcomes.append(Outcome(change.field, before, change.value, _LOST["gone"]))
        else:
            outcomes.append(Outcome(change.field, before, change.value))
    return text, tuple(outcomes)


_LOST = {
    "gone": "somebody removed this from the record meanwhile",
    "changed": "somebody changed this entry of the list meanwhile",
}


def _conflict(change: Change, now: object) -> str:
    """Why a change may not land in a record that others changed meanwhile; empty when it may."""
    if change.was is None:
        return "the record changed meanwhile, and this change does not say what it replaces"
    if now == change.value:
        return ""
    if change.was != ("" if now is None else digest(now)):
        return "somebody changed this field meanwhile"
    return ""


def _changed(text: str, loc: Loc, change: Change, change_set: ChangeSet) -> str:
    if change.value is None:
        return writer.drop(text, loc)
    whole = read(text).value
    # A group that is not there yet comes with its first field
    missing = next((at for at in range(1, len(loc)) if value_at(whole, loc[:at]) is None), len(loc))
    value = change.value
    for step in reversed(loc[missing:]):
        value = (value,) if isinstance(step, int) else {step: value}
    loc = loc[:missing]
    order = _order(change_set) if len(loc) == 1 else _order(change_set, str(loc[0])) if len(loc) == 2 else ()
    if order and loc[-1] not in order:
        order = ()
    return writer.put(text, loc, value, order)


def _with_sources(text: str, sources: tuple[Mapping[str, object], ...]) -> tuple[str, tuple[str, ...]]:
    """The bibliography with new sources, in the order of their ids."""
    faults = []
    for number, source in enumerate(sources, 1):
        known = [str(one.get("id")) for one in read(text).value if isinstance(one, dict)]  # type: ignore[attr-defined]
        id = source.get("id")
        if not isinstance(id, str):
            faults.append(f"sources[{number}]: must have an id")
        elif id in known:
            faults.append(f"sources[{number}]: must have another id than '{id}', which the bibliography has")
        else:
            at = next((place for place, one in enumerate(known) if one > id), len(known))
            text = writer.insert(text, at, source)
    return text, tuple(faults)
