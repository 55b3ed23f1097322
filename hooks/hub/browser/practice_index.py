"""What filtering loads in the browser: the practices as numbers, their words, and at scale the texts of their cards.

The modules in `assets/hub/practice-filter` describe the shapes as types (`Index` in matching.mjs, `Words` and `Holders` in
text-search.mjs, `CardText` in card-texts.mjs).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from ..link.addresses import ASSETS
from ..link.facets import WHOLE_LIST, WISHES, facet_values, facets
from ..model import Locale, Practice, Prose, Text
from ..text import prose
from ..text.folding import words
from ..text.strings import Strings
from ..view import practice_status
from ..view.edition import Edition, Editions
from ..view.practice_card import rhythm_of_facets
from .hashed import as_json, hashed

if TYPE_CHECKING:
    from ..link.catalogue import Catalogue


CARDS_IN_A_FILE = 10
WORDS_IN_A_FILE = 500
"""How many words share a file that says which practices hold them; up to `WHOLE_LIST` practices all do."""

SEARCHED_LABELS = ("country", "region", "kind", "group", "mentor", "format", "match", "provider")
"""Facets whose labels are searched as if they stood in the text of the practice."""


@dataclass(frozen=True)
class PracticeIndex:
    """The published files by their address from the root of the site."""

    folder: str
    files: Mapping[str, bytes]

    def address(self, locale: Locale) -> str:
        """The file that filtering loads first; it leads to the others."""
        return f"{self.folder}/{locale}.json"


def practice_index(editions: Editions) -> PracticeIndex:
    """The same catalogue gives the same bytes under the same names."""
    files: dict[str, bytes] = {}
    for locale, edition in editions.items():
        catalogue, practices, strings = edition.catalogue, edition.practices_as_listed, edition.strings
        whole = len(practices) <= WHOLE_LIST
        cards = [] if whole else list(_card_texts(practices, edition))
        holders = _holders(practices, locale, strings)
        in_a_file = len(holders) if whole else WORDS_IN_A_FILE
        of_cards = {"whole": whole, "cards_in_a_file": CARDS_IN_A_FILE}
        files[f"{locale}.json"] = as_json(_numbers(catalogue, practices, locale) | of_cards)
        of_words = _words(catalogue, sorted(holders), locale, strings) | {"in_a_file": in_a_file}
        files[f"{locale}-words.json"] = as_json(of_words)
        files |= _spread(f"{locale}-words", [_differences(holders[word]) for word in sorted(holders)], in_a_file)
        files |= _spread(f"{locale}-cards", cards, CARDS_IN_A_FILE)
    return PracticeIndex(*hashed(f"{ASSETS}/practices", files))


def _spread(name: str, items: Sequence[object], in_a_file: int) -> dict[str, bytes]:
    """So many items in each of `<name>-0.json`, `<name>-1.json` …"""
    starts = range(0, len(items), in_a_file)
    return {f"{name}-{place}.json": as_json(items[start : start + in_a_file]) for place, start in enumerate(starts)}


# --- numbers ------------------------------------------------------------------------------------------------------------


def _numbers(catalogue: Catalogue, practices: Sequence[Practice], locale: Locale) -> dict[str, object]:
    return {
        "ids": [practice.id for practice in practices],
        "names": [practice.name.said(locale).text for practice in practices],
        "start": [_year(practice) for practice in practices],
        "facets": [_column(catalogue, facet, practices) for facet in facets()],
    }


def _year(practice: Practice) -> int | None:
    start = practice.period.start if practice.period else None
    return int(start[:4]) if start else None


def _column(catalogue: Catalogue, facet: str, practices: Iterable[Practice]) -> dict[str, object]:
    """A single value is written as a number, several or none as a list: half the bytes."""
    values = [term.id for term in catalogue.vocabularies[facet].terms]
    place = {id: number for number, id in enumerate(values)}
    lists = [[place[id] for id in facet_values(catalogue, practice, facet)] for practice in practices]
    column: dict[str, object] = {
        "id": facet, "values": values, "of": [places[0] if len(places) == 1 else places for places in lists]
    }  # fmt: skip
    if facet in WISHES:
        column["near"] = [[place[id] for id in term.near] for term in catalogue.vocabularies[facet].terms]
    return column


def _skipped(strings: Strings) -> list[str]:
    return words(strings("practice_filter.search.skipped"))


def _words(catalogue: Catalogue, all_words: Sequence[str], locale: Locale, strings: Strings) -> dict[str, object]:
    skipped = _skipped(strings)
    labels: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for facet in SEARCHED_LABELS:
        for term in catalogue.vocabularies[facet].terms:
            for word in sorted({*words(term.label.said(locale).text)} - {*skipped}):
                labels[word].append((facet, term.id))
    return {
        "words": all_words,
        "labels": dict(sorted(labels.items())),
        "terms": _terms(catalogue, locale),
        "skipped": skipped,
    }


def _terms(catalogue: Catalogue, locale: Locale) -> dict[str, list[tuple[str, str]]]:
    """Words as people type them, with one space between them → (facet, value) that they mean."""
    terms: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for facet in facets():
        for term in catalogue.vocabularies[facet].terms:
            others = (said.root.get(locale, ()) for said in (term.synonyms, term.former_words) if said)
            for said in (term.label.said(locale).text, *chain.from_iterable(others)):
                if (key := " ".join(words(said))) and (facet, term.id) not in terms[key]:
                    terms[key].append((facet, term.id))
    return {key: terms[key] for key in sorted(terms) if key}


def _holders(practices: Iterable[Practice], locale: Locale, strings: Strings) -> dict[str, list[int]]:
    """Word → 4 × place of a practice + weight of its field, ascending; words too short to search are left out."""
    ignored = frozenset(_skipped(strings))
    holders: dict[str, list[int]] = defaultdict(list)
    for place, practice in enumerate(practices):
        weights: dict[str, int] = {}
        for weight, texts in _fields(practice, locale):
            for word in words(" ".join(texts)):
                if len(word) > 1 and (weight > 1 or word not in ignored):
                    weights[word] = max(weight, weights.get(word, 0))
        for word, weight in weights.items():
            holders[word].append(4 * place + weight)
    return holders


def _fields(practice: Practice, locale: Locale) -> Iterator[tuple[int, list[str]]]:
    """Texts with their weight: 3 the name, 2 its other names, who and where, 1 what it does and how."""

    def said(text: Text | None) -> str:
        return text.said(locale).text if text else ""

    def plain(text: Prose | None) -> str:
        return prose.to_plain(text.said(locale).text) if text else ""

    yield 3, [said(practice.name)]
    yield 2, [*practice.also_known_as, said(practice.provider.name), said(practice.where.places)]
    course = practice.course
    yield 1, [said(practice.summary), said(course.rhythm), plain(course.content), plain(practice.matching.about)]


def _differences(numbers: Iterable[int]) -> list[int]:
    """Ascending numbers as steps, which compress well."""
    steps, last = [], 0
    for number in numbers:
        steps.append(number - last)
        last = number
    return steps


# --- texts of cards -----------------------------------------------------------------------------------------------------


def _card_texts(practices: Iterable[Practice], edition: Edition) -> Iterator[dict[str, object]]:
    """What a card says beside its facets; the name only where it needs a note."""
    for practice in practices:
        card = {"summary": _said(practice.summary, edition)}
        if edition.note(practice.name):
            card["name"] = _said(practice.name, edition)
        if practice.course.rhythm:
            card["rhythm"] = _said(practice.course.rhythm, edition)
        elif words := rhythm_of_facets(edition, practice):
            card["rhythm"] = words
        if glance := practice.at_a_glance:
            card["groups"] = _said(glance.for_whom, edition)
            if glance.education:
                card["education"] = _said(glance.education, edition)
        if written := practice_status.authored(edition, practice):
            card["status"] = _said(written, edition)
        elif words := practice_status.overtaken(edition, practice):
            card["status"] = words
        yield card


def _said(text: Text, edition: Edition) -> object:
    """The text; where there is something to note about its language an object with that language and the note."""
    said = text.said(edition.locale)
    note = edition.note(text)
    return {"text": said.text, "lang": said.lang, "note": note} if note else said.text
