"""Checks that no two things of the site have one address."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ..load.strict_yaml import Loc
from ..model.kinds import KINDS
from ..problems import Problem, shown
from .addresses import ASSETS, BY_VALUE, DOWNLOADS, ERROR, MADE_PAGES, SEARCH_INDEX, SOURCES, record_path
from .former import former_ids
from .linked import Linking


@dataclass(frozen=True)
class Claim:
    """What wants to be at a path."""

    path: str
    holds: str
    """What is there once it has the path, in words for the author of another."""
    refused: Callable[[str], Problem]
    """The problem when something else has the path, given what that is."""


def shared_addresses(linking: Linking) -> Iterator[Problem]:
    """Every page has an address of its own.

    Pages and folders with a fixed address come first, then records by their id, former ids and documents: of two that
    clash, the later has the problem. Two records with one id, and former ids in use, are looked at by their kind.
    """
    taken = dict.fromkeys((*MADE_PAGES, ERROR), "is another page of the hub")
    folders = _folders(linking)
    for claim in (*_records(linking), *_former_ids(linking), *_documents(linking)):
        folder = next((one for one in folders if claim.path == one or claim.path.startswith(f"{one}/")), None)
        if folder is not None:
            yield claim.refused(f"/{folder}/ {folders[folder]}")
        elif claim.path in taken:
            yield claim.refused(f"/{claim.path}/ {taken[claim.path]}")
        else:
            taken[claim.path] = claim.holds


def _folders(linking: Linking) -> Mapping[str, str]:
    files = dict.fromkeys((ASSETS, DOWNLOADS, SEARCH_INDEX), "holds files of the hub")
    languages = {locale: f"holds the pages in '{locale}'" for locale in linking.locales[1:]}
    made = dict.fromkeys((BY_VALUE, SOURCES), "holds other pages of the hub")
    return {**made, **files, **languages}


def _records(linking: Linking) -> Iterator[Claim]:
    for kind in KINDS:
        ids = set[str]()
        for raw in linking.raw(kind.name) if kind.pages else ():
            if raw.id is not None and raw.id not in ids:
                ids.add(raw.id)
                entry = f"{shown(raw.id)} in " if kind.form == "list" else ""
                refused = _another_id(raw.problem, ("id",), raw.id)
                yield Claim(record_path(kind.name, raw.id), f"is the page of {entry}{raw.path}", refused)


def _former_ids(linking: Linking) -> Iterator[Claim]:
    """Those that lead to one record alone; `former_ids_in_use` refuses the others."""
    for kind in (kind.name for kind in KINDS if kind.pages):
        seen = set(linking.ids[kind])
        for one in linking.of(kind):
            for loc, old in former_ids(one):
                if old not in seen:
                    seen.add(old)
                    holds = f"leads on to the page of {one.raw.path}"
                    yield Claim(record_path(kind, old), holds, _another_id(one.raw.problem, loc, old))


def _documents(linking: Linking) -> Iterator[Claim]:
    """In the default language: the others have the same. The text of a guide is part of the page of its record."""
    for document in linking.written.documents:
        if document.guide is None and document.locale == linking.locales[0]:
            yield Claim(document.path, f"is the page of {document.source}", _another_name(document.source))


def _another_id(problem: Callable[[Loc, str], Problem], loc: Loc, id: str) -> Callable[[str], Problem]:
    return lambda holder: problem(loc, f"must be another id, {holder}, got {shown(id)}")


def _another_name(source: str) -> Callable[[str], Problem]:
    return lambda holder: Problem(source, 0, "", f"must have another name, {holder}")
