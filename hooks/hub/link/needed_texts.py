"""Texts of the interface that code, templates and scripts ask for: all of them are there, with the names that are filled in.

The list stands in `needed_texts.txt`, written by `make texts` from the files in `data/interface`; tests keep it fresh and
compare it with what the code asks for. So a text that is deleted or renamed in every language is told before the build.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ..load.records import RawRecord
from ..load.scalars import BROKEN
from ..load.strict_yaml import Loc
from ..model import Locale
from ..model.kinds import INTERFACE
from ..problems import Problem, capped, nearest, shown
from ..text.strings import is_plural, leaves, names_in
from .languages import plural_forms
from .linked import Linking

LIST = Path(__file__).with_suffix(".txt")
_PLURAL = "(plural)"

BY_TERM: Mapping[str, str] = {"guides.door": "role"}
"""Groups with a text for each term of a vocabulary; what their texts must be called follows from that."""


@dataclass(frozen=True)
class Needed:
    """A text that is asked for."""

    names: frozenset[str]
    """What it may fill in; all but `count` it must."""
    plural: bool


Tree = Mapping[str, "Needed | Tree"]


def written(files: Mapping[Locale, Mapping[str, object]]) -> str:
    """The list, from the texts of every language."""
    found: dict[str, Needed] = {}
    for texts in files.values():
        for key, leaf in leaves(texts):
            if key.rpartition(".")[0] not in BY_TERM:
                before = found.get(key, Needed(frozenset(), False))
                found[key] = Needed(before.names | names_in(leaf), before.plural or not isinstance(leaf, str))
    lines = (
        " ".join([key, *([_PLURAL] if one.plural else []), *(f"{{{name}}}" for name in sorted(one.names))])
        for key, one in sorted(found.items())
    )
    return "\n".join(lines) + "\n"


@cache
def needed() -> Mapping[str, Needed]:
    """By dotted key."""
    found = {}
    for line in LIST.read_text("utf-8").splitlines():
        key, *words = line.split(" ")
        found[key] = Needed(frozenset(word[1:-1] for word in words if word != _PLURAL), _PLURAL in words)
    return found


def faults_of_needed_texts(linking: Linking) -> Iterator[Problem]:
    """Every text that is asked for stands in every language, of the same kind and with the names that are filled in."""
    files = {raw.id: raw for raw in linking.loaded.records if raw.kind is INTERFACE and raw.id in linking.locales}
    wanted = _tree({**needed(), **_of_terms(linking)})
    for raw in files.values():
        others = [other.value for other in files.values() if other is not raw]
        yield from capped(_faults(raw, raw.value, wanted, others, ()))


def _of_terms(linking: Linking) -> Mapping[str, Needed]:
    terms = {one.entity.id: one.entity.terms for one in linking.of("vocabulary")}
    plain = Needed(frozenset(), False)
    return {f"{group}.{term.id}": plain for group, name in BY_TERM.items() for term in terms.get(name, ())}


def _tree(wanted: Mapping[str, Needed]) -> Tree:
    tree: dict[str, Any] = {}
    for key, one in wanted.items():
        *groups, name = key.split(".")
        here = tree
        for group in groups:
            here = here.setdefault(group, {})
        here[name] = one
    return tree


def _faults(
    raw: RawRecord, group: Mapping[str, object], wanted: Tree, others: Sequence[Mapping[str, object]], loc: Loc
) -> Iterator[Problem]:
    """Where another language has the text, `languages` says that this one lacks it."""
    for name, one in wanted.items():
        here = (*loc, name)
        if name not in group:
            if not any(name in other for other in others):
                new = [own for own in group if own not in wanted]
                message = f"must be given, pages of the hub show {'this text' if isinstance(one, Needed) else 'its texts'}"
                yield Problem(raw.path, raw.line(loc), raw.field(here), message + (nearest(name, new) if new else ""))
        elif group[name] is BROKEN:
            continue
        elif isinstance(one, Needed):
            yield from _faults_of_text(raw, group[name], one, here)
        elif isinstance(inner := group[name], dict):
            theirs = [texts for other in others if isinstance(texts := other.get(name), dict)]
            yield from _faults(raw, inner, one, theirs, here)
        elif not any(isinstance(other.get(name), dict) for other in others):
            yield raw.problem(here, f"must be a group of texts, got {shown(inner)}")


def _faults_of_text(raw: RawRecord, value: object, one: Needed, loc: Loc) -> Iterator[Problem]:
    forms = plural_forms(str(raw.id))
    if isinstance(value, dict):
        if not is_plural(value):
            yield raw.problem(loc, "must be a text, got a group of fields")
            return
        if not one.plural:
            yield raw.problem(loc, "must be one text without plural forms, nothing is counted here")
            return
        found = names_in({form: str(text) for form, text in value.items()})
    elif one.plural:
        yield raw.problem(loc, f"must be given per plural form ({', '.join(forms)}), got {shown(value)}")
        return
    else:
        found = names_in(str(value))
    for name in sorted(found - one.names):
        allowed = nearest(name, sorted(one.names)) or ", nothing is filled in here"
        yield raw.problem(loc, f"must not have {{{name}}} to fill in{allowed}")
    for name in sorted(one.names - found - {"count"}):
        yield raw.problem(loc, f"must have {{{name}}} to fill in")
