"""Pages that people write as Markdown in `docs/`: `about.md` in the default language, `about.en.md` in another.

Checks their front matter and markers before anything is built, and turns them into the same `Page` as generated ones.
The Markdown itself is converted by the site generator, except that of guides (`docs/guides/`), which are one part of a
generated page: `narrative` converts it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from markupsafe import Markup

from . import front_matter, markers, narrative
from .catalogue import Catalogue
from .guide_texts import FOLDER as GUIDES
from .guide_texts import file_name
from .model import Locale
from .pages import Crumb, Page, headings
from .problems import Problem, nearest
from .text import Strings

_ID = re.compile(r"<[a-z][^>]*?\sid=\"([^\"]+)\"")


def page_path(uri: str, locales: tuple[Locale, ...]) -> str:
    """Path of the page of a document.

    >>> page_path("about.en.md", ("nl", "en")), page_path("index.md", ("nl", "en")), page_path("guides/x.md", ("nl",))
    ('about', '', 'guides/x')
    """
    path = PurePosixPath(uri).with_suffix("")
    if path.suffix.lstrip(".") in locales:
        path = path.with_suffix("")
    if path.name == "index":
        path = path.parent
    return "" if path == PurePosixPath(".") else path.as_posix()


def document_locale(uri: str, locales: tuple[Locale, ...]) -> Locale:
    suffix = PurePosixPath(uri).with_suffix("").suffix.lstrip(".")
    return suffix if suffix in locales else locales[0]


def problems(docs: Path, root: Path, locales: tuple[Locale, ...], catalogue: Catalogue | None) -> Iterator[Problem]:
    """Everything wrong with the documents: front matter, a language without its version and, where the records are free
    of errors so that there is a catalogue, the markers and the texts of guides.
    """
    uris = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    present = {(page_path(uri, locales), document_locale(uri, locales)) for uri in uris}
    unreadable: set[str] = set()
    for uri in uris:
        source = (docs / uri).relative_to(root).as_posix()
        path = page_path(uri, locales)
        locale = document_locale(uri, locales)
        text = front_matter.document(docs / uri, source)
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


def is_guide(uri: str) -> bool:
    """Whether a document is the text of a guide; its path counts from `docs/`."""
    return f"docs/{uri}".startswith(f"{GUIDES}/")


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
            yield from narrative.problems(text, guides[id], locale, catalogue)
        else:
            yield Problem(text.path, 1, "", f"must have a record data/guides/{id}.yml{nearest(id, guides)}")


def _name(uri: str, locale: Locale) -> str:
    return f"docs/{PurePosixPath(uri).with_suffix('').as_posix()}.{locale}.md"


def filled(markdown: str, path: str, locale: Locale, catalogue: Catalogue) -> str:
    """The Markdown with its markers replaced; problems were reported before."""
    return markers.replace(markdown, path, locale, catalogue)[0]


def anchors(body: str) -> set[str]:
    """Every id in a piece of HTML."""
    return {html.unescape(name) for name in _ID.findall(body)}


def written_page(
    *, path: str, locale: Locale, meta: Mapping[str, Any], html: str, source: str, catalogue: Catalogue
) -> Page:
    """A document as a page; `html` is its Markdown, converted."""
    strings = Strings(locale, catalogue.strings[locale])
    title = str(meta["title"])
    return Page(
        path=path,
        locale=locale,
        kind="text" if path else "home",
        title=title,
        description=str(meta["description"]),
        body=Markup(html),
        section=str(meta["section"]) if path else None,
        source=source,
        breadcrumbs=(Crumb(strings("page.home"), ""), Crumb(title, None)) if path else (),
        headings=headings(html) if path else (),
        updated=str(meta["updated"]),
    )
