"""How far the hub is in each language: per kind of record, and what lags or is missing, with the way to improve it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..browser.record_files import text_key
from ..contribute import editable
from ..link.addresses import ABOUT, TRANSLATIONS
from ..link.translations import DOCUMENT, Translated
from ..model import Locale
from ..model.kinds import BY_NAME, KINDS
from ..view.edition import Edition
from ..view.page import Page, page_of
from ..view.templates import rendered
from ..view.view import View

MOST_LISTED = 200
"""Texts in a list; a new language lacks thousands."""


@dataclass(frozen=True)
class Share:
    """How many of some texts are there in a language and lag behind no other."""

    percent: int
    """Rounded down, so that 100 means all."""
    missing: int
    lagging: int


@dataclass(frozen=True)
class Row:
    title: str
    count: int
    shares: tuple[Share, ...]
    """Per language of the hub."""


@dataclass(frozen=True)
class Entry:
    """A text that lags or is missing."""

    field: str
    said: str
    of: str
    """The record and the place in it, as `improve` has them; empty where readers cannot correct it in place."""
    place: str


@dataclass(frozen=True)
class Record:
    name: str
    href: str | None
    """None: it has no address."""
    edit: str
    """Where an editor changes its file."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class TranslationsView:
    languages: tuple[str, ...]
    rows: tuple[Row, ...]
    total: Row
    lagging: tuple[Record, ...]
    lagging_count: int
    missing: tuple[Record, ...]
    missing_count: int
    unlisted: int
    """How many that are missing are not listed."""


def pages(edition: Edition) -> Iterator[Page]:
    view = View(edition, TRANSLATIONS)
    t = edition.strings
    yield page_of(
        view,
        "translations",
        title=t("translations.title"),
        description=t("translations.description"),
        body=rendered("pages/translations", view, translations=translations_view(view)),
        section="about",
        above=(ABOUT,),
    )


def translations_view(view: View) -> TranslationsView:
    edition = view.edition
    texts = edition.catalogue.translations.texts
    locales = edition.catalogue.locales
    lagging = edition.catalogue.translations.lagging
    missing = tuple(one for one in texts if _missing(one, locales))
    kinds = (DOCUMENT, *(kind.name for kind in KINDS))
    own = {kind: tuple(one for one in texts if one.kind == kind) for kind in kinds}
    rows = [_row(view.t(f"translations.kind.{kind}"), found, locales) for kind, found in own.items() if found]
    listed = missing[:MOST_LISTED]
    return TranslationsView(
        languages=tuple(edition.languages((locale,)) for locale in locales),
        rows=tuple(sorted(rows, key=lambda row: -row.count)),
        total=_row(view.t("translations.total"), texts, locales),
        lagging=_records(view, lagging, locales),
        lagging_count=len(lagging),
        missing=_records(view, listed, locales),
        missing_count=len(missing),
        unlisted=len(missing) - len(listed),
    )


def _missing(text: Translated, locales: Sequence[Locale]) -> tuple[Locale, ...]:
    return tuple(locale for locale in locales if locale not in text.texts)


def _row(title: str, texts: Sequence[Translated], locales: Sequence[Locale]) -> Row:
    return Row(title, len(texts), tuple(_share(texts, locale) for locale in locales))


def _share(texts: Sequence[Translated], locale: Locale) -> Share:
    missing = sum(locale not in one.texts for one in texts)
    lagging = sum(locale in one.lagging for one in texts)
    return Share((len(texts) - missing - lagging) * 100 // len(texts) if texts else 100, missing, lagging)


# --- lists ------------------------------------------------------------------------------------------------------------


def _records(view: View, texts: Iterable[Translated], locales: Sequence[Locale]) -> tuple[Record, ...]:
    found = groupby(texts, lambda one: (one.kind, one.name[0]))
    return tuple(_record(view, tuple(group), locales) for _, group in found)


def _record(view: View, texts: Sequence[Translated], locales: Sequence[Locale]) -> Record:
    edition, first = view.edition, texts[0]
    entries = tuple(_entry(view, one, locales) for one in texts)
    edit = edition.edit_address(first.source)
    if first.kind == DOCUMENT:
        path = first.id.partition("#")[0]
        document = edition.catalogue.documents[path, edition.locale]
        return Record(document.fields["title"], view.link(path), edit, entries)
    kind = BY_NAME[first.kind]
    if not kind.has_address:
        return Record(first.name[0], None, edit, entries)
    return Record(edition.title(first.kind, first.id), view.record(first.kind, first.id), edit, entries)


def _entry(view: View, text: Translated, locales: Sequence[Locale]) -> Entry:
    """`Samenvatting`: `Nederlands is ouder dan Engels`."""
    edition = view.edition
    if text.lagging:
        said = view.t(
            "translations.older", language=edition.languages(text.lagging), newer=edition.languages(text.changed)
        )  # fmt: skip
    else:
        said = view.t("translations.not_there", language=edition.languages(_missing(text, locales)))
    if text.kind == DOCUMENT:
        anchor = text.name[1].removeprefix("#")
        sections = edition.catalogue.documents[text.id.partition("#")[0], edition.locale].sections
        return Entry(sections.get(anchor, view.t("translations.start")), said, "", "")
    correctable = text.kind in editable.KINDS and text.raw is not None
    found = editable.fields(text.kind, text.raw.value) if correctable and text.raw else ()
    field = next((one for one in found if one.loc == text.loc), None)
    if field is None:
        return Entry(text.field, said, "", "")
    key = text_key("names", field, edition)
    return Entry(
        view.t(f"contribute.names.{key}") if key else text.field, said, f"{text.kind}/{text.id}", _place(text),
    )  # fmt: skip


def _place(text: Translated) -> str:
    """The place as `improve` has it: up to the first entry of a list without an id, `results#jobs-2016.measures`."""
    return text.name[1].partition("[]")[0].replace("[", "#").replace("]", "")
