"""The whole story on one page: load → validate → link. What follows (render, publish) needs only the catalogue.

load       folders → records as authored            problems of files and of YAML
validate   record → entity                          problems inside one record
link       entities → Catalogue (made by `index`)   problems between records
documents  pages that people write                  problems of their texts, and of what they name
"""

from __future__ import annotations

from pathlib import Path

from .link import documents, languages
from .link.catalogue import Catalogue
from .link.checks import link
from .link.index import catalogue
from .link.linked import Linking
from .load.documents import guide_texts
from .load.records import Loaded, load
from .model import Locale
from .model.kinds import HUB
from .problems import Problem, errors, in_order
from .validate.record import validate


def load_hub(root: Path) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """Records and documents below `root`, or None when any problem is an error; all problems in the order of their places.

    Never raises for what stands in the files. Warnings alone still give a catalogue.
    """
    return with_documents(*inspect(root), root)


def with_documents(
    linking: Linking, problems: tuple[Problem, ...], root: Path
) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """What `inspect` found, and the problems of the documents in its languages."""
    found = None if errors(problems) else complete(linking, root)
    if linking.locales:
        problems = in_order([*problems, *documents.problems(root / "docs", root, linking.locales, found)])
    return (None if errors(problems) else found), problems


def load_catalogue(root: Path) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """As `load_hub`, of `root/data` alone."""
    linking, problems = inspect(root)
    return (None if errors(problems) else complete(linking, root)), problems


def complete(linking: Linking, root: Path) -> Catalogue:
    """The catalogue of records without errors, with the texts of the guides as authored; `documents` checks those."""
    return catalogue(linking, guide_texts(root.resolve(), linking.locales))


def inspect(root: Path) -> tuple[Linking, tuple[Problem, ...]]:
    """What could be read and validated, errors or not, and all problems."""
    loaded = load(root.resolve())
    locales = _languages(loaded)
    valid, faults = validate(loaded.records, locales)
    linking, clashes = link(loaded, valid, locales)
    return linking, in_order([*loaded.problems, *faults, *clashes])


def _languages(loaded: Loaded) -> tuple[Locale, ...]:
    """The hub's languages as authored, needed before anything is validated; empty when they cannot be trusted."""
    for raw in loaded.records:
        listed = raw.value.get("languages") if raw.kind is HUB else None
        if isinstance(listed, tuple):
            found = [str(entry.get("locale")) if isinstance(entry, dict) else "" for entry in listed]
            return tuple(dict.fromkeys(found)) if all(map(languages.plural_forms, found)) else ()
    return ()
