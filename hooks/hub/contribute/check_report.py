"""What the check found: text for people, annotations and a summary in Markdown for a workflow, or JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from ..problems import Problem, summary, visible
from .annotations import annotated
from .translated import translated

LARGEST_SUMMARY = 1_000_000
"""Bytes; a host drops a summary above 1,024 kB as a whole."""

_MARKS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]|~"} | {"&": "&amp;", "<": "&lt;", "@": "&#64;", "#": "&#35;"})


def in_language(problems: Iterable[Problem], language: str) -> tuple[Problem, ...]:
    return tuple(replace(problem, message=translated(problem.message, language)) for problem in problems)


def old_ones_warned(problems: Iterable[Problem], before: Iterable[Problem], changed: Collection[str]) -> tuple[Problem, ...]:
    """Errors that were there before, in files that did not change, as warnings: told, but not held against the change.

    What a change breaks in another file stays an error.
    """
    old = {(one.path, one.field, one.message) for one in before}
    return tuple(
        replace(one, severity="warning") if one.path not in changed and (one.path, one.field, one.message) in old else one
        for one in problems
    )


def text(problems: Sequence[Problem], files: int, language: str = "en") -> str:
    warning = f": {translated('warning', language)}: "
    lines = (str(one).replace(": warning: ", warning, 1) if one.severity == "warning" else str(one) for one in problems)
    return "\n".join((*lines, translated(summary(files, problems), language)))


def github(problems: Sequence[Problem], files: int, changed: Collection[str], language: str = "en") -> str:
    """Annotations, at most ten, and every problem as text: a host shows those in the page and this in the log."""
    return "\n".join((*annotated(problems, changed, language), text(problems, files, language)))


def as_json(problems: Sequence[Problem], files: int) -> str:
    """`problems` in the order of their places; `line` 0: the file as a whole."""
    return json.dumps(
        {
            "files": files,
            **{f"{name}s": sum(one.severity == name for one in problems) for name in ("error", "warning")},
            "problems": [
                {
                    "path": one.path, "line": one.line, "field": one.field,
                    "message": one.message, "severity": one.severity,
                }
                for one in problems
            ],
        },
        ensure_ascii=False, indent=1,
    )  # fmt: skip


def markdown(problems: Sequence[Problem], files: int, language: str = "en", largest: int = LARGEST_SUMMARY) -> str:
    """A table of all problems, errors first; where it would be too large it is cut, and the files of the rest counted."""
    lines = [f"**{translated(summary(files, problems), language)}**", ""]
    ranked = sorted(problems, key=lambda one: (one.severity != "error", one))
    if ranked:
        lines += ["| | | |", "|---|---|---|"]
    size = sum(_size(line) for line in lines)
    room = largest - 20_000  # for what is said of the rest
    for number, one in enumerate(ranked):
        place = f"{one.path}:{one.line}" if one.line else one.path
        said = one.message if one.severity == "error" else f"{translated('warning', language)}: {one.message}"
        row = f"| {_cell(place)} | {_cell(one.field)} | {_cell(said)} |"
        size += _size(row)
        if size > room:
            return "\n".join((*lines, "", *_rest(ranked[number:], language))) + "\n"
        lines.append(row)
    return "\n".join(lines) + "\n"


def _rest(left: Sequence[Problem], language: str) -> list[str]:
    counts = Counter(one.path for one in left).most_common()
    said = [f"{_cell(path)} ({number})" for path, number in counts[:100]]
    more = " …" if len(counts) > len(said) else ""
    return [translated(f"and {len(left)} more, all of them in the log: {', '.join(said)}{more}", language)]


def _size(line: str) -> int:
    return len(line.encode("utf-8", "replace")) + 1


def _cell(text: str) -> str:
    """Without anything that Markdown would make something of."""
    return visible(text).translate(_MARKS).replace("://", ":&#47;&#47;")
