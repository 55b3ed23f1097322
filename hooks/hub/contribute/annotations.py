"""Faults as annotations of a workflow on GitHub.

A step shows ten errors and ten warnings and drops the rest without a word. So at most nine are given, of changed files
first, and one that says how many more there are; all of them are in the log and in the summary.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ..problems import Problem, visible
from .translated import translated

MOST = 9


def annotated(problems: Sequence[Problem], changed: Collection[str] = (), language: str = "en") -> Iterator[str]:
    """Lines that the runner understands, errors of changed files first."""
    ranked = sorted(problems, key=lambda one: (one.severity != "error", one.path not in changed, one.path, one.line))
    for problem in ranked[:MOST]:
        title = f",title={_property(problem.field)}" if problem.field else ""
        place = f"file={_property(problem.path)},line={max(problem.line, 1)}{title}"
        yield f"::{problem.severity} {place}::{_message(problem.message)}"
    if left := ranked[MOST:]:
        files = sorted({one.path for one in left})
        where = ", ".join(files[:5]) + (" …" if len(files) > 5 else "")
        kind = "error" if any(one.severity == "error" for one in left) else "warning"
        more = f"and {len(left)} more, in {where}; all of them are in the summary and in the log"
        yield f"::{kind}::{_message(translated(more, language))}"


def _message(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
