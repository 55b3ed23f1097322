"""What the checks across files look at: the records that were read, their entities, and the ids written in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..load.documents import GUIDES, Document, Documents
from ..load.records import Loaded, RawRecord
from ..load.strict_yaml import Loc
from ..load.translations import Lock
from ..model import Criterion, Figure, HubSettings, Locale, Practice, Prose, citations, record_links, value_marks
from ..model.kinds import KINDS
from ..validate.valid import Valid
from .addresses import MADE_PAGES


@dataclass(frozen=True)
class Linking:
    """What the checks look at: everything that was read, and its entities (`valid`: repaired ones too)."""

    loaded: Loaded
    valid: tuple[Valid, ...]
    locales: tuple[Locale, ...]
    written: Documents
    lock: Lock

    def of(self, kind: str) -> tuple[Valid, ...]:
        """The sound ones of a kind."""
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> Mapping[str, tuple[Valid, ...]]:
        found: dict[str, list[Valid]] = defaultdict(list)
        for one in self.valid:
            if one.sound:
                found[one.raw.kind.name].append(one)
        return {kind: tuple(ones) for kind, ones in found.items()}

    @cached_property
    def settings(self) -> HubSettings | None:
        return next((one.entity for one in self.of("hub")), None)

    @cached_property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """Per kind, every id that exists, with or without faults in its record; per vocabulary, its terms."""
        found: dict[str, set[str]] = {kind.name: set() for kind in KINDS}
        for raw in self.loaded.records:
            found[raw.kind.name] |= {raw.id} if raw.id else set()
        for kind, own in self.loaded.unreadable:
            found[kind] |= {own} if own else set()
        for one in self.of("vocabulary"):
            found[f"vocabulary:{one.entity.id}"] = {term.id for term in one.entity.terms}
        for one in self.valid:
            if one.raw.kind.name == "practice":
                found["figure"] |= {f"{one.raw.id}/{figure.id}" for figure in practice_figures(one.entity)}
        found["page"] = {path for path, _ in self.written.names if not path.startswith(f"{GUIDES}/")} | set(MADE_PAGES)
        return {kind: frozenset(ids) for kind, ids in found.items()}

    @cached_property
    def unknowable(self) -> frozenset[str]:
        """Kinds of which not all ids are known, because a file or an entry could not be read."""
        whole = {kind for kind, own in self.loaded.unreadable if own is None}
        whole |= {raw.kind.name for raw in self.loaded.records if raw.id is None}
        return frozenset(whole)

    @cached_property
    def figures_unknown(self) -> frozenset[str]:
        """Practices whose figures cannot be known, because their file could not be read or their record not be repaired."""
        return self.ids["practice"] - {one.raw.id for one in self.valid if one.raw.kind.name == "practice"}

    def known(self, kind: str) -> frozenset[str] | None:
        """Ids that may be named; `criterion in use` leaves retired ones out. None while not all can be known."""
        if kind == "criterion in use":
            every = self.known("criterion")
            return every and every - {id for id, criterion in self.criteria.items() if criterion.retired}
        return None if kind in self.unknowable else self.ids.get(kind)

    def hidden_figure(self, kind: str, id: str) -> bool:
        """Whether this is a figure of a practice whose figures cannot be known."""
        return kind == "figure" and id.partition("/")[0] in self.figures_unknown

    def all_sound(self, kind: str) -> bool:
        """Whether every record of a kind could be read and has no fault."""
        return kind not in {name for name, _ in self.loaded.unreadable} and len(self.of(kind)) == len(self.raw(kind))

    def raw(self, kind: str) -> tuple[RawRecord, ...]:
        """Every record of a kind that could be read."""
        return tuple(raw for raw in self.loaded.records if raw.kind.name == kind)

    @cached_property
    def documents(self) -> Mapping[tuple[str, Locale], Document]:
        """By path and language, those that could be read."""
        return {(one.path, one.locale): one for one in self.written.documents}

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """Those of records without faults, by the name that texts use."""
        own = {
            f"{one.entity.id}/{figure.id}": figure for one in self.of("practice") for figure in practice_figures(one.entity)
        }
        return {one.entity.id: one.entity for one in self.of("figure")} | own

    @cached_property
    def former(self) -> Mapping[str, Mapping[str, str]]:
        """Per kind, former id → id now; also for figures (`practice/figure`) and, by vocabulary, for terms."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for one in self.valid:
            custom = getattr(one.entity, "custom", None)
            olds = custom.former_ids if custom else getattr(one.entity, "former_ids", ())
            found[one.raw.kind.name] |= dict.fromkeys(olds, str(one.raw.id))
            if one.raw.kind.name == "vocabulary":
                terms = {old: term.id for term in one.entity.terms for old in term.former_ids}
                found[f"vocabulary:{one.entity.id}"] |= terms
            if one.raw.kind.name == "practice":
                for figure in practice_figures(one.entity):
                    names = [(practice, id) for practice in (one.raw.id, *olds) for id in (figure.id, *figure.former_ids)]
                    now = f"{one.raw.id}/{figure.id}"
                    found["figure"] |= {f"{p}/{id}": now for p, id in names if f"{p}/{id}" != now}
        return found

    @cached_property
    def criteria(self) -> Mapping[str, Criterion]:
        return {one.entity.id: one.entity for one in self.of("criterion")}


@dataclass(frozen=True)
class Reference:
    """An id written in a record: in a field, as a citation or as the target of a link."""

    loc: Loc
    kind: str
    id: str
    written: str
    part: str = ""
    """Of the page of what is linked to."""


def references(one: Valid) -> Iterator[Reference]:
    for part in one.parts:
        if part.ref:
            yield Reference(part.loc, part.ref, part.value, part.value)
        elif isinstance(part.value, Prose):
            for locale, text in part.value.root.items():
                for source in citations(text):
                    yield Reference((*part.loc, locale), "source", source, f"[@{source}]")
                for kind, target in record_links(text):
                    id, _, anchor = target.partition("#")
                    yield Reference((*part.loc, locale), kind, id, f"{kind}:{target}", anchor)
                for figure in value_marks(text):
                    yield Reference((*part.loc, locale), "figure", figure, f"[%{figure}]")


def practice_figures(practice: Practice) -> tuple[Figure, ...]:
    """Every figure of a practice: what others may name as `practice/figure`."""
    return (*practice.results, *practice.funding.budget)
