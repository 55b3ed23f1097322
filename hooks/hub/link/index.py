"""Records without errors to the Catalogue: entities by id, and the indexes that pages need.

A new index is a field of `Catalogue` and a line here; what it holds is said there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal, TypeVar

from ..model import Figure, Guide, Practice, Project, Tool
from ..model.kinds import INTERFACE, KINDS
from ..text.markdown import cited
from ..validate.valid import Valid
from .catalogue import Catalogue, Key, PlacedFigure
from .linked import Linking, practice_figures, references
from .translations import translations

K = TypeVar("K")
V = TypeVar("V")


AS_IN_FILE = (
    "dimension", "glossary", "thin-practice", "statement", "study", "tally", "lesson", "dispute", "remark",
    "area", "offer", "route", "change",
)  # fmt: skip
"""Kinds whose file is in the order in which they are shown."""


def catalogue(linking: Linking) -> Catalogue:
    """The indexes; only for data without errors (KeyError or AssertionError otherwise)."""
    assert linking.settings is not None
    records = _records(linking)
    practices: Mapping[str, Practice] = records["practice"]
    projects: Mapping[str, Project] = records["project"]
    guides: tuple[Guide, ...] = tuple(records["guide"].values())
    tools: tuple[Tool, ...] = tuple(records["tool"].values())
    terms = {name: {term.id: term for term in one.terms} for name, one in records["vocabulary"].items()}
    in_use = sorted((c for c in records["criterion"].values() if c.retired is None), key=lambda c: (c.order, c.id))
    sources_of = {key: tuple(dict.fromkeys(ids)) for key, ids in _sources(linking)}
    for document in linking.documents.values():
        if document.guide is not None:
            key = "guide", document.guide
            sources_of[key] = tuple(dict.fromkeys([*sources_of.get(key, ()), *cited(document.tokens)]))
    return Catalogue(
        settings=linking.settings,
        strings=_frozen({raw.id: raw.value for raw in linking.loaded.records if raw.kind is INTERFACE and raw.id}),
        records=_frozen(records),
        documents=_frozen(dict(linking.documents)),
        figures=_figures(records["figure"], practices),
        terms=_frozen({name: _frozen(found) for name, found in terms.items()}),
        retired_by_dimension=_index(
            ((c.dimension, c) for c in records["criterion"].values() if c.retired), records["dimension"]
        ),
        replaced_by=_index(
            ((old, c) for c in records["criterion"].values() for old in c.replaces), records["criterion"]
        ),
        criteria_by_dimension=_index(((c.dimension, c) for c in in_use), records["dimension"]),
        practices_by_criterion=_index(
            ((i.criterion, (p, i)) for p in practices.values() for i in p.criteria), records["criterion"]
        ),
        practices_by_partner=_index(
            ((p.provider.partner, p) for p in practices.values() if p.provider.partner), records["partner"]
        ),
        projects_by_partner=_index(((own, p) for p in projects.values() for own in _partners_of(p)), records["partner"]),
        projects_by_practice=_index(((own, p) for p in projects.values() for own in p.practices), practices),
        tools_by_dimension=_index(((tool.dimension, tool) for tool in tools), records["dimension"]),
        tools_by_phase=_index(((tool.phase, tool) for tool in tools), terms["phase"]),
        tools_by_criterion=_index(((own, tool) for tool in tools for own in tool.criteria), records["criterion"]),
        tools_by_practice=_index(((own, tool) for tool in tools for own in tool.practices), practices),
        guides_by_dimension=_index(
            ((own, guide) for guide in guides for own in guide.dimensions), records["dimension"]
        ),
        guides_by_criterion=_index(
            ((own, (guide, section)) for guide in guides for own, section in guide.helps.items()), records["criterion"]
        ),
        guides_by_practice=_index(((own, guide) for guide in guides for own in _named(guide, "practices")), practices),
        guides_by_tool=_index(((own, guide) for guide in guides for own in _named(guide, "tools")), sorted(records["tool"])),
        guides_by_role=_index(
            ((own, guide) for guide in guides for own in guide.doors), terms["role"]
        ),
        cited_by=_index(((own, key) for key, ids in sources_of.items() for own in ids), records["source"]),
        path_of=_frozen({_key(one): one.raw.path for one in linking.valid if one.raw.kind.form != "single"}),
        authored=_frozen({_key(one): one.raw.value for one in linking.valid if one.raw.kind.form == "folder"}),
        translations=translations(linking),
    )


def _records(linking: Linking) -> dict[str, Mapping[str, Any]]:
    """Kind → id → entity, each in the order that `Catalogue.of` promises."""
    found: dict[str, list[Any]] = {
        kind.name: [one.entity for one in linking.of(kind.name)] for kind in KINDS if kind.form != "single"
    }
    for kind in KINDS:
        if kind.form != "single" and kind.name not in AS_IN_FILE:
            found[kind.name].sort(key=lambda entity: str(entity.id))
    themes = {dimension.id: place for place, dimension in enumerate(found["dimension"])}
    found["guide"].sort(key=lambda guide: (themes[guide.dimensions[0]], guide.order))
    phases = next((one.terms for one in found["vocabulary"] if one.id == "phase"), ())
    places = {term.id: place for place, term in enumerate(phases)}
    found["tool"].sort(key=lambda tool: (themes[tool.dimension], places[tool.phase], tool.order))
    return {kind: _frozen({entity.id: entity for entity in entities}) for kind, entities in found.items()}


def _figures(free: Mapping[str, Figure], practices: Mapping[str, Practice]) -> Mapping[str, PlacedFigure]:
    own = {f"{p.id}/{figure.id}": PlacedFigure(figure, p) for p in practices.values() for figure in practice_figures(p)}
    return _frozen({id: PlacedFigure(figure, None) for id, figure in free.items()} | own)


def _named(guide: Guide, what: Literal["practices", "tools"]) -> tuple[str, ...]:
    """Ids that a guide names, its own before those of its parts, each once."""
    parts = [guide, *guide.recommendations, *(guide.quick_wins if what == "tools" else ())]
    return tuple(dict.fromkeys(own for part in parts for own in getattr(part, what)))


def _partners_of(project: Project) -> Iterable[str]:
    named = [one.partner for one in project.partners if one.partner]
    return dict.fromkeys([*named, *project.funders])


def _sources(linking: Linking) -> Iterator[tuple[Key, Iterator[str]]]:
    """A citation in a text counts as listed: nobody has to write an id twice."""
    for one in sorted(linking.valid, key=lambda one: (one.raw.kind.name, str(one.raw.id))):
        if one.raw.kind.form != "single" and one.raw.kind.name != "source":
            found = [reference for reference in references(one) if reference.kind == "source"]
            listed = [reference.id for reference in found if reference.loc[0] == "sources"]
            yield _key(one), iter([*listed, *(reference.id for reference in found)])


def _key(one: Valid) -> Key:
    return one.raw.kind.name, one.entity.id


def _frozen(mapping: dict[K, V]) -> Mapping[K, V]:
    return MappingProxyType(mapping)


def _index(pairs: Iterable[tuple[str, V]], ids: Iterable[str]) -> Mapping[str, tuple[V, ...]]:
    """Id → values, with an empty entry for every known id without any."""
    found: dict[str, list[V]] = {own: [] for own in ids}
    for own, value in pairs:
        found.setdefault(own, []).append(value)
    return MappingProxyType({own: tuple(values) for own, values in found.items()})
