"""A verdict in words: for a terminal, for a workflow with annotations and Markdown, or as JSON for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..problems import Problem, visible
from .annotations import annotated
from .verdict import Verdict, checklist

LONGEST_SHOWN = 200
LONGEST_DIFF = 50_000


@dataclass(frozen=True)
class Format:
    report: Callable[[Verdict, bool], str]
    refused: Callable[[str], str]
    """What is said of a message that holds no change set; a sentence per line."""


def report(result: Verdict, name: str, is_written: bool) -> str:
    return FORMATS[name].report(result, is_written)


_WORDS = {
    "fine": "Fine: the check finds no fault.",
    "problems": "The check finds faults; nothing is written.",
    "conflict": "Conflict; nothing is written.",
}


def _value(value: object) -> str:
    if value is None:
        return "(nothing)"
    text = value if isinstance(value, str) else json.dumps(_plain(value), ensure_ascii=False)
    cut = text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"
    return visible(cut.replace("\n", " ⏎ "))


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, tuple) else value


def _text(result: Verdict, is_written: bool) -> str:
    change_set, applied = result.change_set, result.applied
    lines = [f"{applied.path}: {'new record' if applied.is_new else f'{len(applied.outcomes)} changes'}"]
    for one in applied.outcomes:
        lines.append(f"  {one.field}: {f'CONFLICT: {one.conflict}' if one.conflict else 'changes'}")
        lines += [f"    before: {_value(one.before)}", f"    after:  {_value(one.after)}"]
    lines += [f"  {fault}" for fault in applied.faults]
    if change_set.note:
        lines.append(f"  reason: {_value(change_set.note)}")
    if change_set.who:
        lines.append(f"  from: {_value(change_set.who)}")
    lines += ["", result.diff.rstrip("\n")] if result.diff else []
    lines += ["", *map(str, result.problems)] if result.problems else []
    lines += ["", *(f"[{_box(done)}] {visible(words)}" for done, words in checklist(result))]
    lines += ["", _WORDS[result.word] + (" Written." if is_written else "")]
    return "\n".join(lines)


def _box(done: bool | None) -> str:
    return "x" if done else " " if done is None else "!"


# --- for a workflow ---------------------------------------------------------------------------------------------------


_INERT = {"&": "&amp;", "<": "&lt;", "@": "&#64;"} | {sign: f"\\{sign}" for sign in "\\`*_[]|#!~"}


def _cell(text: str) -> str:
    """Text of strangers in a table: no Markdown, no HTML, no mention of people, no link."""
    return "".join(_INERT.get(sign, sign) for sign in text).replace("://", ":&#47;&#47;")


def _markdown(result: Verdict, is_written: bool) -> str:
    applied = result.applied
    lines = [f"**{_WORDS[result.word]}**{' Written.' if is_written else ''}", ""]
    lines += ["| field | before | after |", "|---|---|---|"]
    for one in applied.outcomes:
        after = f"**conflict:** {_cell(one.conflict)}" if one.conflict else _cell(_value(one.after))
        lines.append(f"| {_cell(one.field)} | {_cell(_value(one.before))} | {after} |")
    lines += ["", *(f"- {_cell(fault)}" for fault in applied.faults)]
    if result.change_set.note:
        lines += ["", f"Reason: {_cell(_value(result.change_set.note))}"]
    lines += ["", *(f"- [{'x' if done else ' '}] {_cell(words)}" for done, words in checklist(result))]
    if result.problems:
        lines += ["", "What the check says:", "", *(f"- {_cell(str(problem))}" for problem in result.problems)]
    if result.diff:
        fence = "`" * (max(3, *(len(run) for run in _runs(result.diff))) + 1)
        lines += ["", f"{fence}diff", result.diff[:LONGEST_DIFF].rstrip("\n"), fence]
    return "\n".join(lines)


def _runs(text: str) -> list[str]:
    return re.findall("`+", text) or [""]


def _github(result: Verdict, is_written: bool) -> str:
    return "\n".join((*annotated(result.problems), _markdown(result, is_written)))


# --- for programs -----------------------------------------------------------------------------------------------------


def _json(result: Verdict, is_written: bool) -> str:
    applied = result.applied
    return json.dumps(
        {
            "verdict": result.word,
            "written": is_written,
            "path": applied.path,
            "new": applied.is_new,
            "changes": [
                {
                    "field": one.field, "before": _plain(one.before), "after": _plain(one.after),
                    "conflict": one.conflict or None,
                }
                for one in applied.outcomes
            ],
            "faults": list(applied.faults),
            "problems": [_problem(problem) for problem in result.problems],
            "checklist": [{"done": done, "text": words} for done, words in checklist(result)],
            "diff": result.diff,
        },
        ensure_ascii=False, indent=1,
    )  # fmt: skip


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "path": problem.path, "line": problem.line, "field": problem.field,
        "message": problem.message, "severity": problem.severity,
    }  # fmt: skip


FORMATS: Mapping[str, Format] = {
    "text": Format(_text, lambda said: "\n".join(map(visible, said.split("\n")))),
    "github": Format(_github, lambda said: "\n".join(f"- {_cell(visible(line))}" for line in said.split("\n"))),
    "json": Format(
        _json, lambda said: json.dumps({"verdict": "refused", "faults": said.split("\n")}, ensure_ascii=False, indent=1)
    ),
}
