"""Checks on the documents in `docs/`: front matter, languages, and what they name."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from ..load import documents
from ..load.documents import document_locale, file_name, is_guide, page_path
from ..model import Locale
from ..problems import Problem, nearest
from ..validate import front_matter
from . import guide_text
from .catalogue import Catalogue


def problems(docs: Path, root: Path, locales: tuple[Locale, ...], catalogue: Catalogue | None) -> Iterator[Problem]:
    """Everything wrong with the documents: front matter, a language without its version and, where the records are free
    of errors so that there is a catalogue, the markers and the texts of guides.
    """
    from ..pages import markers

    uris = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    present = {(page_path(uri, locales), document_locale(uri, locales)) for uri in uris}
    unreadable: set[str] = set()
    for uri in uris:
        source = (docs / uri).relative_to(root).as_posix()
        path = page_path(uri, locales)
        locale = document_locale(uri, locales)
        text = documents.document(docs / uri, source)
        if isinstance(text, Problem):
            yield text
            unreadable.add(source)
        else:
            yield from front_matter.problems(text, source, home=not path)
        if catalogue and isinstance(text, str) and not is_guide(uri):
            yield from (
                Problem(source, problem.line, problem.field, problem.message, problem.severity)
                for problem in markers.replace(text, path, locale, catalogue)[1]
            )
        if locale == locales[0]:
            for other in locales[1:]:
                if (path, other) not in present:
                    yield Problem(source, 1, other, f"must have a version in every language; {_name(uri, other)} is missing")
        elif (path, locales[0]) not in present:
            yield Problem(source, 1, locale, "must be the translation of a page in the default language, which is missing")
    if catalogue:
        yield from _guide_problems(catalogue, unreadable)


def _guide_problems(catalogue: Catalogue, unreadable: Collection[str]) -> Iterator[Problem]:
    """A guide is a record and a text in every language; a text without a record is a mistake in its name.

    Documents that could not be read have a problem of their own.
    """
    guides = {guide.id: guide for guide in catalogue.guides}
    for id in guides:
        path = file_name(id, catalogue.locales[0], catalogue.locales)
        if (id, catalogue.locales[0]) not in catalogue.guide_texts and path not in unreadable:
            yield Problem(catalogue.path_of["guide", id], 1, "", f"must have its text in {path}, which is missing")
    for (id, locale), text in catalogue.guide_texts.items():
        if id in guides:
            yield from guide_text.problems(text, guides[id], locale, catalogue)
        else:
            yield Problem(text.path, 1, "", f"must have a record data/guides/{id}.yml{nearest(id, guides)}")


def _name(uri: str, locale: Locale) -> str:
    return f"docs/{PurePosixPath(uri).with_suffix('').as_posix()}.{locale}.md"
