"""Every text that the scripts of the self-assessment ask for exists, and none is left over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from hub.text.strings import leaves

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = {
    path.name: path.read_text("utf-8") for path in sorted((ROOT / "overrides/assets/hub/assessment").glob("*.mjs"))
}
OUTPUTS = "outputs.mjs"
"""Names its texts without the `out.` before them, which `words.mjs` adds: `state.open` is `out.state-open` in the data."""

KINDS, STAGES, VARIANTS = ("team", "person"), ("designed", "running", "cycle-done"), ("full", "quick")
RULES = ("not-yet", "partly", "find-out", "last-step", "unanswered", "not-applicable")
COMPOSED: Mapping[str, tuple[str, ...]] = {
    "advice.": (
        *RULES, *(f"{rule}-essential" for rule in RULES[:3]), "law", "definition", "guides", "tools", "practices",
    ),
    "compare.": ("0", "1", "up", "down", "same", "first", "no-longer", "to-confirm", "other", "none"),
    "fault.": ("blocked", "full", "newer", "limit"),
    "file.": (
        "unreadable", "not-utf-8", "too-large", "not-json", "too-deep", "not-an-assessment", "newer-version", "not-migrated", "missing", "wrong-type",
        "not-allowed", "not-an-id", "not-a-date", "not-a-time", "too-long", "too-many", "control-character", "twice",
    ),
    "out.": (
        "kind", "stage", "variant", "dimension", "share", "levels", "unanswered", "unknown", "not-applicable", "action",
        "owner", "date", "state", "criterion", "name", "role", "agreed", "criteria-version", "changed", "id", "answers",
        "answer", "reason", "note", "proof", "plan",
    ),
    "out.advice-": RULES,
    "out.kind-": KINDS,
    "out.stage-": STAGES,
    "out.state-": ("open", "started", "done", "dropped"),
    "out.tier-": ("essential", "advanced"),
    "out.value-": ("0", "1", "2", "3", "na", "unknown", "none"),
    "out.variant-": VARIANTS,
    "renew.": ("added", "reworded", "retired"),
    "rule.": ("tier", "level", "basis", "dimension", "criterion"),
    "tabs.": ("answer", "result", "plan", "keep"),
    "team.": ("older", "newer", "same", "earlier"),
}  # fmt: skip
"""Beginnings of keys that scripts complete with a value, and the closed list that the value comes from."""


def texts(locale: str) -> set[str]:
    raw = yaml.safe_load((ROOT / f"data/interface/{locale}.yml").read_text("utf-8"))
    return {key for key, _ in leaves(raw["assessment"]["app"])}


def whole() -> set[str]:
    """Every text in quotes that looks like a key."""
    found = set()
    for name, script in SCRIPTS.items():
        keys = re.findall(r'"([a-z][\w.-]*)"', script)
        found |= {f"out.{key.replace('.', '-')}" for key in keys} if name == OUTPUTS else set(keys)
    return found


def beginnings() -> set[str]:
    found = set()
    for name, script in SCRIPTS.items():
        starts = re.findall(r"(?:\bt\(|[?:] )\s*`([a-z]+\.(?:[a-z]+-)?)\$\{(?!key\.replace|name\}-)", script)
        found |= {f"out.{start.replace('.', '-')}" for start in starts} if name == OUTPUTS else set(starts)
    return found


def composed() -> set[str]:
    return {f"{beginning}{name}" for beginning, names in COMPOSED.items() for name in names}


def test_the_lists_are_those_of_the_scripts() -> None:
    assert sorted(COMPOSED) == sorted(beginnings())
    script = "\n".join(SCRIPTS.values())
    names = {name.removesuffix("-essential") for names in COMPOSED.values() for name in names}
    assert [name for name in sorted(names) if not re.search(rf'"{name}"|\b{name}\b', script)] == []
    for names in (KINDS, STAGES, VARIANTS, COMPOSED["out.state-"], COMPOSED["rule."], COMPOSED["tabs."]):
        assert ", ".join(f'"{name}"' for name in names) in script


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_every_text_that_is_asked_for_exists(locale: str) -> None:
    known = texts(locale)
    direct = {
        f"out.{key.replace('.', '-')}" if name == OUTPUTS else key
        for name, script in SCRIPTS.items()
        for key in re.findall(r'\bt\("([\w.-]+)"', script)
    }
    assert len(direct) > 100
    assert sorted((direct | composed()) - known) == []


def test_no_text_is_left_over() -> None:
    assert sorted(texts("nl") - whole() - composed()) == []
