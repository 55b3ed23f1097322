"""Rules of the interface texts: every language has the same keys and placeholders, and the plural forms of its grammar.

A missing key is an error, not a fallback: half of the readers would meet the other language.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache

import babel

from ..load.records import RawRecord
from ..load.scalars import BROKEN
from ..load.strict_yaml import Loc
from ..model import Locale
from ..model.base import hidden, hidden_character
from ..problems import Problem, capped, nearest, shown
from ..text.strings import PLURAL_FORMS, REGIONS, is_plural, leaves, placeholders

KEY = r"[a-z0-9][a-z0-9_-]*"
"""A step in the dotted name of an interface text."""
_BRACES = re.compile(r"\{[a-z_]+\}|([{}])")


@cache
def plural_forms(locale: Locale) -> tuple[str, ...]:
    """CLDR names of the plural forms a language needs, `other` last; empty where the language is not known.

    >>> plural_forms("nl")
    ('one', 'other')
    """
    try:
        rule = babel.Locale.parse(REGIONS.get(locale, locale)).plural_form
    except (babel.UnknownLocaleError, ValueError):
        return ()
    return (*(form for form in ("zero", "one", "two", "few", "many") if form in rule.tags), "other")


def check(
    files: Mapping[Locale, RawRecord], locales: tuple[Locale, ...], needed: Collection[str] = ()
) -> Iterator[Problem]:
    """Each file for itself, then the languages against each other; `files` by language.

    What texts that are `needed` fill in is known, so it is not compared.
    """
    for locale, raw in files.items():
        if locales and locale not in locales:
            message = f"must be named after a language of the hub{nearest(locale, locales)}"
            yield Problem(raw.path, 0, "", message)
        else:
            yield from capped(_texts(raw, raw.value, (), plural_forms(locale)))
    wanted = [files[locale] for locale in locales if locale in files]
    for one in wanted:
        for other in wanted:
            if one is not other:
                yield from _missing_keys(one, other)
    for other in wanted[1:]:
        yield from _other_placeholders(wanted[0], other, needed)


def _texts(raw: RawRecord, group: Mapping[str, object], loc: Loc, forms: tuple[str, ...]) -> Iterator[Problem]:
    if is_plural(group):
        yield from _plural(raw, group, loc, forms)
    for name, value in group.items():
        here = (*loc, name)
        if not re.fullmatch(KEY, name):
            yield raw.problem(here, f"must be named in small letters, digits, hyphens and underscores, got {shown(name)}")
        if value is BROKEN:
            continue
        if isinstance(value, dict):
            if not value:
                yield raw.problem(here, "must not be empty; leave the field out")
            yield from _texts(raw, value, here, forms)
        elif not isinstance(value, str):
            yield raw.problem(here, f"must be a text (in quotes), got {shown(value)}")
        elif not value.strip():
            yield raw.problem(here, "must not be empty")
        elif found := hidden_character(value):
            yield raw.problem(here, hidden(found))
        elif any(match.group(1) for match in _BRACES.finditer(value)):
            yield raw.problem(here, f"must use braces only for a name to fill in, such as {{count}}, got {shown(value)}")


def _plural(raw: RawRecord, group: Mapping[str, object], loc: Loc, forms: tuple[str, ...]) -> Iterator[Problem]:
    if not forms:
        return
    for form in forms:
        if form not in group:
            yield raw.problem((*loc, form), f"must be given, this language has the plural forms {', '.join(forms)}")
    for form in group:
        if form not in forms:
            yield raw.problem((*loc, form), f"must be left out, this language has the plural forms {', '.join(forms)}")


def _missing_keys(one: RawRecord, other: RawRecord) -> Iterator[Problem]:
    """Keys of `one` that `other` lacks, and groups that are a text there; once per missing group."""

    def compare(ours: Mapping[str, object], theirs: Mapping[str, object], loc: Loc) -> Iterator[Problem]:
        for name, value in ours.items():
            here = (*loc, name)
            if name in PLURAL_FORMS and "other" in ours:
                continue
            if name not in theirs:
                place = f"{one.path}:{one.line(here)}"
                yield Problem(other.path, other.line(loc), other.field(here), f"must be given; {place} has it")
            elif isinstance(value, dict) and isinstance(theirs[name], dict):
                yield from compare(value, theirs[name], here)  # type: ignore[arg-type]
            elif isinstance(value, dict) and theirs[name] is not BROKEN:
                yield other.problem(here, f"must be a group as in {one.path}:{one.line(here)}")

    yield from compare(one.value, other.value, ())


def _other_placeholders(one: RawRecord, other: RawRecord, needed: Collection[str]) -> Iterator[Problem]:
    """Names to fill in that differ from those of the default language."""
    ours = dict(leaves(one.value))
    for key, leaf in leaves(other.value):
        if key in ours and key not in needed and not _broken(one, key) and not _broken(other, key):
            wanted, found = placeholders(ours[key]), placeholders(leaf)
            if wanted != found:
                names = " and ".join(f"{{{name}}}" for name in sorted(wanted)) or "no names"
                got = " and ".join(f"{{{name}}}" for name in sorted(found)) or "none"
                yield other.problem(tuple(key.split(".")), f"must have {names} to fill in, as in {one.path}, got {got}")


def _broken(raw: RawRecord, key: str) -> bool:
    """Whether a fault in this text was already reported."""
    value: object = raw.value
    for name in key.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value is BROKEN or (isinstance(value, dict) and BROKEN in value.values())
