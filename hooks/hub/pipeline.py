"""The whole story on one page: load → validate → link. What follows (view, pages, publish) needs only the catalogue.

load       folders → records and documents as authored     problems of files and of YAML
validate   record → entity                                 problems inside one file
link       entities and documents → Catalogue              problems between files
"""

from __future__ import annotations

from pathlib import Path

from .link import languages
from .link.catalogue import Catalogue
from .link.checks import link
from .link.index import catalogue
from .link.linked import Linking
from .load.documents import documents
from .load.records import Loaded, load
from .load.translations import lock
from .model import Locale
from .model.kinds import HUB
from .problems import Problem, errors, in_order
from .validate import front_matter
from .validate.record import validate


def load_hub(root: Path) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """Records and documents below `root`, or None when any problem is an error; all problems in the order of their places.

    Never raises for what the files hold. Warnings alone still give a catalogue.
    """
    linking, problems = inspect(root)
    return (None if errors(problems) else catalogue(linking)), problems


def load_catalogue(root: Path) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """As `load_hub`, without problems of documents: those of `root/data` alone."""
    linking, problems = inspect(root)
    problems = tuple(problem for problem in problems if not problem.path.startswith("docs/"))
    return (None if errors(problems) else catalogue(linking)), problems


def inspect(root: Path) -> tuple[Linking, tuple[Problem, ...]]:
    """What could be read and validated, errors or not, and all problems."""
    root = root.resolve()
    loaded = load(root)
    locales = _languages(loaded)
    valid, faults = validate(loaded.records, locales)
    written = documents(root, locales)
    fronts = (problem for one in written.documents for problem in front_matter.problems(one))
    locked, misread = lock(root)
    linking, clashes = link(loaded, written, valid, locales, locked)
    return linking, in_order([*loaded.problems, *written.problems, *misread, *faults, *fronts, *clashes])


def _languages(loaded: Loaded) -> tuple[Locale, ...]:
    """The hub's languages as authored, needed before anything is validated; empty when they cannot be trusted."""
    for raw in loaded.records:
        listed = raw.value.get("languages") if raw.kind is HUB else None
        if isinstance(listed, tuple):
            found = [str(entry.get("locale")) if isinstance(entry, dict) else "" for entry in listed]
            return tuple(dict.fromkeys(found)) if all(map(languages.plural_forms, found)) else ()
    return ()
