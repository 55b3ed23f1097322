"""From CSL items to what readers see: the author–year mark in a text and the full reference, in the manner of APA.

Plain code on the CSL fields we use; a citation processor would bring styles and locales that nobody here chooses from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from ..model import Name, Source
from .folding import first_letter, folded
from .strings import Strings


@dataclass(frozen=True)
class Reference:
    """One source as readers of one language see it."""

    id: str
    mark: str
    """`Bagnoli et al., 2022a`, `Actiris, ca. 2018` where the year is inferred: unique in the bibliography."""
    sort_key: tuple[str, str, str]
    letter: str
    """The letter of the alphabet under which it is listed; `#` for digits."""
    html: Markup
    url: str | None


def references(sources: Mapping[str, Source], strings: Strings) -> dict[str, Reference]:
    """Reference of every source, in the order of a bibliography (author, year, title).

    Sources of the same author and year get a, b, c in the order of their titles. The letter is part of the mark and of
    the reference, and is the same in every language.
    """
    groups: dict[tuple[str, str], list[Source]] = {}
    for source in sources.values():
        groups.setdefault((_short_author(source, strings), (source.issued or "")[:4]), []).append(source)
    made = []
    for (author, year), group in groups.items():
        ordered = sorted(group, key=lambda source: (folded(source.title), source.id))
        for place, source in enumerate(ordered):
            suffix = _letter(place) if len(ordered) > 1 else ""
            made.append(_reference(source, author, year, suffix, strings))
    return {reference.id: reference for reference in sorted(made, key=lambda reference: (reference.sort_key, reference.id))}


def listed_under(source: Source) -> str:
    """The letter of a source in the bibliography, the same in every language; `#` for digits."""
    return first_letter(_authors(source) or source.title)


def _letter(place: int) -> str:
    return chr(ord("a") + place) if place < 26 else chr(ord("a") + place // 26 - 1) + chr(ord("a") + place % 26)


def _reference(source: Source, author: str, year: str, suffix: str, strings: Strings) -> Reference:
    if year:
        mark_year = year + suffix
        written = strings.date(source.issued or "") if not suffix else year + suffix
    else:
        mark_year = written = strings("sources.no_date") + (f"-{suffix}" if suffix else "")
    if year and source.custom.issued_inferred:
        mark_year = strings("sources.circa", year=mark_year)
        written = f"{written}, {strings('common.inferred')}"
    author_list = _authors(source)
    return Reference(
        id=source.id,
        mark=f"{author}, {mark_year}",
        sort_key=(folded(author_list or source.title), year or "9999", folded(source.title)),
        letter=listed_under(source),
        html=_full(source, author_list, written, strings),
        url=f"https://doi.org/{source.doi}" if source.doi and not source.url else source.url,
    )


def _full(source: Source, authors: str, written: str, strings: Strings) -> Markup:
    title = Markup('<cite lang="{}">{}</cite>').format(source.language, source.title)
    head = (
        Markup("{} ({}). {}").format(authors, written, title) if authors else Markup("{} ({})").format(title, written)
    )
    rest: list[str] = []
    host = urlsplit(source.url).hostname if source.url else None
    place = _place(source)
    if source.container_title and (place or source.container_title not in (authors, host)):
        rest.append(", ".join((source.container_title, *place)))
    if source.publisher and source.publisher not in (authors, source.container_title):
        rest.append(source.publisher)
    if source.number_of_pages:
        rest.append(strings("sources.pages", count=source.number_of_pages))
    if source.isbn:
        rest.append(f"ISBN {source.isbn}")
    tail = Markup("").join(Markup(" {}.").format(part.rstrip(".")) for part in rest)
    return Markup("{}{}{}").format(head, "" if source.title.endswith(("?", "!", ".")) else ".", tail)


def _place(source: Source) -> tuple[str, ...]:
    """Its place in a journal: volume with issue, and pages (`17(2)`, `108–121`), as far as they are known."""
    issue = f"({source.issue})" if source.issue else ""
    return tuple(_ranges(part) for part in ((source.volume or "") + issue, source.page) if part)


def _ranges(numbers: str) -> str:
    """With en dashes, as people write ranges.

    >>> _ranges("59(1-2)"), _ranges("e108-e121")
    ('59(1–2)', 'e108–e121')
    """
    return numbers.replace("-", "–")


def _authors(source: Source) -> str:
    """`De Cuyper, P., & Vandermeerschen, H.`; without author the publisher or the site, else nothing."""
    names = [_inverted(name) for name in source.author]
    if not names:
        return source.publisher or source.container_title or ""
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} & {names[-1]}"


def _inverted(name: Name) -> str:
    if name.literal:
        return name.literal
    initials = " ".join(f"{part[0]}." for part in (name.given or "").replace("-", " ").split())
    return f"{name.family}, {initials}" if initials else str(name.family)


def _short_author(source: Source, strings: Strings) -> str:
    """`Bagnoli`, `Schenk & De Cuyper`, `Crijns et al.`; without author the publisher, the site or a short title.

    A short title that nobody authored is the beginning of the title.
    """
    names = [str(name.literal or name.family) for name in source.author]
    if not names:
        return source.publisher or source.container_title or source.title_short or shortened(source.title)
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        return f"{names[0]} & {names[1]}"
    return strings("sources.et_al", first=names[0])


def shortened(title: str, words: int = 5) -> str:
    """The first words of a title, for a mark.

    >>> shortened("A very long title that never seems to end")
    'A very long title that …'
    """
    parts = title.split()
    return title if len(parts) <= words else " ".join(parts[:words]) + " …"


def used(references_: Mapping[str, Reference], ids: Iterable[str]) -> tuple[Reference, ...]:
    """The references of some sources in the order of the bibliography, each once."""
    wanted = set(ids)
    return tuple(reference for id, reference in references_.items() if id in wanted)
