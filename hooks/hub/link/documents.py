"""Checks across documents: every page in every language, every guide with its text, and the same sections in each.

Each is a generator named after what it finds. Documents that could not be read have a problem of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..load.documents import Document, file_name
from ..load.records import RawRecord
from ..load.strict_yaml import Loc
from ..model import Guide
from ..problems import Problem, capped, nearest, shown
from . import document_text, markers
from .addresses import CRITERIA, CRITERIA_PARTS, WRITTEN_PAGES, record_path
from .linked import Linking


def faults_of_texts(linking: Linking) -> Iterator[Problem]:
    """See `document_text`."""
    for document in linking.documents.values():
        yield from capped(document_text.problems(document, linking))


def missing_languages(linking: Linking) -> Iterator[Problem]:
    """A page exists in every language or in none."""
    first, *others = linking.locales
    for path, locale in sorted(linking.written.names):
        source = file_name(path, locale, linking.locales)
        for other in others if locale == first else ():
            if (path, other) not in linking.written.names:
                missing = file_name(path, other, linking.locales)
                yield Problem(source, 0, other, f"must have a version in every language; {missing} is missing")
        if locale != first and (path, first) not in linking.written.names:
            yield Problem(source, 0, locale, "must be the translation of a page in the default language, which is missing")


def missing_pages(linking: Linking) -> Iterator[Problem]:
    """The documents and sections that pages of the hub lead to by themselves."""
    first = linking.locales[0]
    unreadable = not linking.written.names and linking.written.problems
    for path in () if unreadable else WRITTEN_PAGES:
        if (path, first) not in linking.written.names:
            yield Problem(file_name(path, first, linking.locales), 0, "", "must exist; pages of the hub lead to it")
    document = linking.documents.get((CRITERIA, first))
    for anchor in CRITERIA_PARTS if document else ():
        if document and anchor not in document.sections:
            new = [own for own in document.sections if own not in CRITERIA_PARTS]
            message = f"must have a section with this anchor, pages of the hub lead to it{nearest(anchor, new)}"
            yield Problem(document.source, 0, f"#{anchor}", message)


def guides_without_text(linking: Linking) -> Iterator[Problem]:
    """The record of a guide has its text in the default language; `missing_languages` sees to the others."""
    first = linking.locales[0]
    for raw in linking.raw("guide"):
        path = record_path("guide", str(raw.id))
        if (path, first) not in linking.written.names:
            missing = file_name(path, first, linking.locales)
            yield Problem(raw.path, 0, "", f"must have its text in {missing}, which is missing")


def texts_without_guide(linking: Linking) -> Iterator[Problem]:
    """A document below `docs/guides/` is named after the record of a guide."""
    known = linking.known("guide")
    for document in linking.documents.values():
        if document.guide is not None and known is not None and document.guide not in known:
            message = f"must have a record data/guides/{document.guide}.yml{nearest(document.guide, known)}"
            yield Problem(document.source, 0, "", message)


def texts_unlike_their_guide(linking: Linking) -> Iterator[Problem]:
    """The text of a guide has the title of its record, a place for its advice and the sections that it names."""
    for one in linking.of("guide"):
        for locale in linking.locales:
            document = linking.documents.get((record_path("guide", one.entity.id), locale))
            if document is not None:
                yield from _other_title(one.raw, one.entity, document)
                yield from _no_place_for_advice(document)
                yield from _missing_sections(one.raw, one.entity, document)


def _other_title(raw: RawRecord, guide: Guide, document: Document) -> Iterator[Problem]:
    title, expected = document.fields.get("title"), guide.title.said(document.locale).text
    if title is not None and title != expected and document.front:
        message = f"must be the title of {raw.path}, {shown(expected)}, got {shown(title)}"
        yield Problem(document.source, document.front.lines.of(("title",)), "title", message)


def _no_place_for_advice(document: Document) -> Iterator[Problem]:
    name = markers.RECOMMENDATIONS
    if not any(token.type == "marker" and token.meta["name"] == name for token in document.tokens):
        message = f"must have a line <!-- hub:{name} --> for the advice of the record"
        yield Problem(document.source, 0, f"hub:{name}", message)


def _missing_sections(raw: RawRecord, guide: Guide, document: Document) -> Iterator[Problem]:
    named: list[tuple[Loc, str | None]] = [
        (("criteria", number, "section"), help.section) for number, help in enumerate(guide.criteria)
    ]
    named += [(("recommendations", number, "section"), item.section) for number, item in enumerate(guide.recommendations)]
    for loc, section in named:
        if section and section not in document.sections:
            close = nearest(section, tuple(document.sections))
            yield raw.problem(loc, f"must be the anchor of a heading in {document.source}, got {shown(section)}{close}")


def sections_unlike_the_default_language(linking: Linking) -> Iterator[Problem]:
    """A page has the sections of the default language, so that switching language keeps the place."""
    for (path, locale), document in linking.documents.items():
        first = linking.documents.get((path, linking.locales[0]))
        if first is None or locale == linking.locales[0]:
            continue
        for heading in first.headings:
            if heading.anchor not in document.sections:
                place = f"{first.source}:{first.line(heading)}"
                yield Problem(document.source, 0, f"#{heading.anchor}", f"must have this section, as {place} has")
        for heading in document.headings:
            if heading.anchor not in first.sections:
                close = nearest(heading.anchor, tuple(first.sections))
                message = f"must not have a section that {first.source} lacks{close}"
                yield Problem(document.source, document.line(heading), f"#{heading.anchor}", message)


CHECKS: tuple[Callable[[Linking], Iterator[Problem]], ...] = (
    faults_of_texts,
    missing_languages,
    missing_pages,
    guides_without_text,
    texts_without_guide,
    texts_unlike_their_guide,
    sections_unlike_the_default_language,
)
"""Run when the languages of the hub are known."""
