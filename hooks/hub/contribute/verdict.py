"""What the maintainer reads: which fields change, whether the hub's own check is content, and a checklist.

The check runs on a copy, so that nothing is written before someone decides.
"""

from __future__ import annotations

import difflib
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..link.linked import Linking
from ..problems import Problem, errors
from ..text.nested import strings_in
from .applied import Applied
from .change_set import ChangeSet

Inspect = Callable[[Path], tuple[Linking, tuple[Problem, ...]]]

LOCALE_LENGTH = 2


@dataclass(frozen=True)
class Verdict:
    change_set: ChangeSet
    applied: Applied
    files: Mapping[str, tuple[str, str]]
    """As of `Applied`, with the list of published ids."""
    problems: tuple[Problem, ...]
    """That the hub has with the change and not without it."""

    @property
    def word(self) -> str:
        if self.applied.faults or self.applied.conflicts:
            return "conflict"
        return "problems" if errors(self.problems) else "fine"

    @property
    def diff(self) -> str:
        return "".join(
            line
            for path, (before, after) in sorted(self.files.items())
            for line in _diff(path, before, after)
        )  # fmt: skip


def _diff(path: str, before: str, after: str) -> Iterator[str]:
    old = f"a/{path}" if before else "/dev/null"
    for line in difflib.unified_diff(before.splitlines(True), after.splitlines(True), old, f"b/{path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def verdict(change_set: ChangeSet, applied: Applied, root: Path, inspect: Inspect, renew: Callable[..., object]) -> Verdict:
    """`inspect` reads and checks a whole hub; `renew(linking, root)` adds new ids to those that were ever published."""
    files = dict(applied.files)
    if not files:
        return Verdict(change_set, applied, files, ())
    known = set(map(_what, inspect(root)[1]))
    with tempfile.TemporaryDirectory(prefix="hub-change-") as folder:
        copy = Path(folder)
        for name in ("data", "docs"):
            if (root / name).is_dir():
                shutil.copytree(root / name, copy / name, symlinks=True)
        for path, (_, after) in files.items():
            (copy / path).write_text(after, encoding="utf-8", newline="")
        linking, problems = inspect(copy)
        ids = Path("data/published.yml")
        if applied.is_new and not errors(problems) and (copy / ids).is_file():
            before = (copy / ids).read_bytes().decode()
            renew(linking, copy)
            after = (copy / ids).read_bytes().decode()
            if after != before:
                files[ids.as_posix()] = (before, after)
                problems = inspect(copy)[1]
    return Verdict(change_set, applied, files, tuple(one for one in problems if _what(one) not in known))


def _what(problem: Problem) -> tuple[str, str, str, str]:
    """A problem wherever it has moved to."""
    return problem.path, problem.field, problem.message, problem.severity


def checklist(one: Verdict) -> Iterator[tuple[bool | None, str]]:
    """What a reviewer looks at: done, not done, or (None) for people to judge."""
    change_set = one.change_set
    texts = [value for outcome in one.applied.outcomes for value in strings_in(outcome.after)]
    marks = any("[@" in text for text in (*texts, change_set.note))
    figures = any(_has_figure(outcome.after) for outcome in one.applied.outcomes)
    locales = sorted({name for outcome in one.applied.outcomes for name in _locales(outcome)})
    said = "marks or new sources are there" if marks or change_set.sources else "none is named"
    yield bool(marks or change_set.sources), f"Sources: {said}"
    yield None, "Own words: nothing copied from a source (for people to judge)"
    yield (
        (not errors(one.problems), "Figures: each has its definition, year and source")
        if figures
        else (True, "Figures: none changes")
    )
    yield bool(locales), f"Languages of what changes: {', '.join(locales) or 'no text changes'}"
    yield bool(change_set.conflict_of_interest), f"Interests: {change_set.conflict_of_interest or 'not stated'}"


def _has_figure(value: object) -> bool:
    if isinstance(value, Mapping):
        return "measures" in value or any(map(_has_figure, value.values()))
    return isinstance(value, tuple) and any(map(_has_figure, value))


def _locales(outcome: object) -> Iterator[str]:
    field, after = getattr(outcome, "field", ""), getattr(outcome, "after", None)
    last = field.rpartition(".")[2]
    if len(last) == LOCALE_LENGTH:
        yield last

    def inside(value: object) -> Iterator[str]:
        if isinstance(value, Mapping):
            for name, inner in value.items():
                if len(str(name)) == LOCALE_LENGTH and isinstance(inner, str):
                    yield str(name)
                yield from inside(inner)
        elif isinstance(value, tuple):
            for inner in value:
                yield from inside(inner)

    yield from inside(after)
