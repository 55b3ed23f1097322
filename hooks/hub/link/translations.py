"""Which texts lag behind another language, told without git: each is compared with its line in `data/translations.lock`.

Where some languages of a text changed since and others did not, those that did not lag. Where all changed, they are taken
to say the same again; so is a text that has no line yet. Interface texts are not followed: they are written in all
languages at once, beside the code that asks for them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from ..load.documents import Document, file_name
from ..load.records import RawRecord, dotted
from ..load.strict_yaml import Loc
from ..load.translations import Locked
from ..model import Locale, Text
from ..text.fingerprint import fingerprint
from ..text.markdown import section_texts
from .linked import Linking

DOCUMENT = "document"
"""Stands for the kind of texts that are part of a document in `docs/`."""

Name = tuple[str, str]
"""Record and place as in the lock: `("practices/womento", "results[jobs-2016].measures")`, `("docs/about", "#project")`."""


@dataclass(frozen=True, eq=False)
class Translated:
    """A text in all its languages, and how they stand to each other."""

    kind: str
    id: str
    """Of the record; of a document, its path and the anchor of its section, as links have it."""
    source: str
    """The file, from the root; of a document, in its first language."""
    name: Name
    texts: Mapping[Locale, str]
    prints: Mapping[Locale, str]
    locked: Locked | None
    """Its line, also where every language changed since."""
    raw: RawRecord | None
    loc: Loc
    """The record as authored and the place in it; a document has none."""

    @property
    def field(self) -> str:
        """The place as authors read it, with the number of an entry that has no id: `lessons[2]`."""
        return dotted(self.raw.value, self.loc) if self.raw else self.name[1]

    @property
    def changed(self) -> tuple[Locale, ...]:
        """Languages that say something else than when all said the same."""
        known = dict(self.locked.prints) if self.locked else {}
        return tuple(one for one, found in self.prints.items() if known.get(one, found) != found)

    @property
    def lagging(self) -> tuple[Locale, ...]:
        """Languages that did not follow."""
        known = dict(self.locked.prints) if self.locked and self.changed else {}
        return tuple(one for one, found in self.prints.items() if known.get(one) == found)


@dataclass(frozen=True, eq=False)
class Translations:
    texts: tuple[Translated, ...]
    """Every text of a record or document, in the order of their names."""
    by_text: Mapping[int, Translated]
    by_name: Mapping[Name, Translated]
    """Those that lag: by the identity of the text of a record, and by the name of a section of a document."""
    unused: tuple[Locked, ...]
    """Lines whose text is gone."""

    @cached_property
    def lagging(self) -> tuple[Translated, ...]:
        return tuple(one for one in self.texts if one.lagging)

    def of(self, text: Text) -> Translated | None:
        """What is known of a text of the catalogue that lags."""
        return self.by_text.get(id(text))


# --- every text -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False, slots=True)
class _Found:
    """A text that is not yet compared with its line; `names` are its name and those under ids that were given up."""

    kind: str
    id: str
    source: str
    names: Sequence[Name]
    texts: Mapping[Locale, str]
    prints: dict[Locale, str]
    raw: RawRecord | None = None
    loc: Loc = ()
    entity: Text | None = None


def _in_records(linking: Linking) -> Iterator[_Found]:
    for one in linking.valid:
        if one.sound:
            raw = one.raw
            records = _record_names(raw)
            places = _Places(raw.value)
            for part in one.parts:
                if isinstance(part.value, Text):
                    names = [(record, place) for record in records for place in places.of(part.loc)]
                    texts = part.value.root
                    prints = {locale: fingerprint(text) for locale, text in texts.items()}
                    yield _Found(
                        raw.kind.name, str(raw.id), raw.path, names, texts, prints, raw, part.loc, part.value
                    )  # fmt: skip


def _record_names(raw: RawRecord) -> tuple[str, ...]:
    """`practices/womento`, `sources/esf-call-2018`, `hub`; then those of former ids."""
    place = raw.path.removeprefix("data/").removesuffix(".yml")
    if raw.kind.form == "single":
        return (place,)
    folder = place if raw.kind.form == "list" else place.rpartition("/")[0]
    custom = raw.value.get("custom")
    former = raw.value.get("former_ids") or (custom.get("former-ids") if isinstance(custom, dict) else ())
    return tuple(f"{folder}/{id}" for id in (str(raw.id), *_ids(former)))


class _Places:
    """Places in a record by name, `results[jobs-2016].measures`, and under former ids. An entry without an id has no number,
    so that a list may be put in another order: `lessons[]`.
    """

    def __init__(self, value: object) -> None:
        self.known: dict[Loc, tuple[object, tuple[str, ...]]] = {(): (value, ("",))}

    def of(self, loc: Loc) -> tuple[str, ...]:
        return self._at(loc)[1]

    def _at(self, loc: Loc) -> tuple[object, tuple[str, ...]]:
        if loc not in self.known:
            group, names = self._at(loc[:-1])
            value, steps = _step(group, loc[-1])
            self.known[loc] = value, tuple(f"{name}{step}" for name in names for step in steps)
            if len(loc) == 1:
                self.known[loc] = value, (str(loc[0]),)
        return self.known[loc]


def _step(group: object, step: str | int) -> tuple[object, tuple[str, ...]]:
    """A value inside a group or list, and how its place is called."""
    if not isinstance(step, int):
        return (group.get(step) if isinstance(group, dict) else None), (f".{step}",)
    value = group[step] if isinstance(group, tuple) else None
    own = value.get("id") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(own, str):
        return value, ("[]",)
    return value, tuple(f"[{id}]" for id in (own, *_ids(value.get("former_ids"))))


def _ids(former: object) -> tuple[str, ...]:
    return tuple(map(str, former)) if isinstance(former, tuple) else ()


def _in_documents(linking: Linking) -> Iterator[_Found]:
    """A section is a text."""
    found: dict[tuple[str, str], dict[Locale, str]] = defaultdict(dict)
    for (path, locale), document in linking.documents.items():
        for anchor, text in sections(document).items():
            found[path, anchor][locale] = text
    for (path, anchor), texts in found.items():
        ordered = {locale: texts[locale] for locale in linking.locales if locale in texts}
        source = file_name(path, next(iter(ordered)), linking.locales)
        prints = {locale: fingerprint(text) for locale, text in ordered.items()}
        id = f"{path}#{anchor}" if anchor else path
        yield _Found(DOCUMENT, id, source, [(record_of(path), f"#{anchor}")], ordered, prints)


def sections(document: Document) -> Mapping[str, str]:
    """Anchor → what is written below it, up to the next one; to what comes before the first belong title and description."""
    found = section_texts(document.tokens)
    above = "".join(f"{document.fields.get(name, '')}\n" for name in ("title", "description"))
    return found | {"": above + found.get("", "")}


def record_of(path: str) -> str:
    """What the lock calls the document of a page.

    >>> record_of(""), record_of("about/method")
    ('docs/index', 'docs/about/method')
    """
    return f"docs/{path or 'index'}"


# --- against the lock -------------------------------------------------------------------------------------------------


def translations(linking: Linking) -> Translations:
    """Every text with its line. Records with faults are left out."""
    lines: dict[Name, list[Locked]] = defaultdict(list)
    for line in linking.lock.lines:
        lines[line.name].append(line)
    pools: dict[Name, list[_Found]] = defaultdict(list)
    for found in (*_in_records(linking), *_in_documents(linking)):
        pools[found.names[0]].append(found)
    texts: list[Translated] = []
    by_text: dict[int, Translated] = {}
    by_name: dict[Name, Translated] = {}
    for name in sorted(pools):
        pool = pools[name]
        known = lines.pop(name, [])
        for former in dict.fromkeys(former for found in pool for former in found.names[1:] if former not in pools):
            known += lines.pop(former, [])
        for found, own in zip(pool, _matched(pool, known), strict=True):
            one = Translated(
                found.kind, found.id, found.source, name, found.texts, found.prints, own, found.raw, found.loc
            )  # fmt: skip
            texts.append(one)
            if own is not None and found.prints != dict(own.prints) and one.lagging:
                by_name[name] = one
                if found.entity is not None:
                    by_text[id(found.entity)] = one
        lines[name] = known
    unused = tuple(line for name in sorted(lines) for line in lines[name])
    return Translations(tuple(texts), MappingProxyType(by_text), MappingProxyType(by_name), unused)


def _matched(pool: Sequence[_Found], lines: list[Locked]) -> list[Locked | None]:
    """For each text the line that is its own, which is taken from `lines`.

    Where several texts have one name (entries without an id), what they say tells them apart: first those of which nothing
    changed, then those of which at least one language did not.
    """
    if len(pool) == len(lines) == 1 and ("[]" not in lines[0].place or dict(lines[0].prints) == pool[0].prints):
        return [lines.pop()]
    matched: list[Locked | None] = [None] * len(pool)
    if not lines:
        return matched
    same: dict[tuple[tuple[Locale, str], ...], list[int]] = defaultdict(list)
    for place, found in enumerate(pool):
        same[tuple(found.prints.items())].append(place)
    for line in tuple(lines):
        if places := same.get(line.prints):
            matched[places.pop(0)] = line
            lines.remove(line)
    for wanted in (_nothing_changed, _something_stayed):
        for place, found in enumerate(pool):
            if matched[place] is None:
                own = next((line for line in lines if wanted(found.prints, dict(line.prints))), None)
                if own is not None:
                    matched[place] = own
                    lines.remove(own)
    if len(pool) == 1 and matched == [None] and lines and "[]" not in pool[0].names[0][1]:
        matched[0] = lines.pop(0)
    return matched


def _nothing_changed(prints: Mapping[Locale, str], known: Mapping[Locale, str]) -> bool:
    shared = prints.keys() & known.keys()
    return bool(shared) and all(prints[one] == known[one] for one in shared)


def _something_stayed(prints: Mapping[Locale, str], known: Mapping[Locale, str]) -> bool:
    return any(prints[one] == known[one] for one in prints.keys() & known.keys())
