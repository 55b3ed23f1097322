"""Records without errors to the Catalogue: entities by id, and the indexes that pages need.

A new index is a field of `Catalogue` and a line here; what it holds is said there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal, TypeVar

from ..model import Figure, Guide, Practice, Project, Tool, Vocabulary
from ..model.kinds import INTERFACE, KINDS
from ..text.markdown import cited
from ..validate.valid import Valid
from .catalogue import Catalogue, Key, PlacedFigure
from .linked import Linking, practice_figures, references

K = TypeVar("K")
V = TypeVar("V")


def catalogue(linking: Linking) -> Catalogue:
    """The indexes; only for data without errors (KeyError or AssertionError otherwise)."""
    assert linking.settings is not None
    by_id = {kind.name: _by_id(linking.of(kind.name)) for kind in KINDS if kind.form != "single"}
    practices: Mapping[str, Practice] = by_id["practice"]
    projects: Mapping[str, Project] = by_id["project"]
    dimensions = _entities(linking, "dimension")
    in_use = sorted((c for c in by_id["criterion"].values() if c.retired is None), key=lambda c: (c.order, c.id))
    sources_of = {key: tuple(dict.fromkeys(ids)) for key, ids in _sources(linking)}
    for document in linking.documents.values():
        if document.guide is not None:
            key = "guide", document.guide
            sources_of[key] = tuple(dict.fromkeys([*sources_of.get(key, ()), *cited(document.tokens)]))
    guides = tuple(sorted(by_id["guide"].values(), key=lambda guide: guide.order))
    tools = _in_order_of_the_toolkit(by_id["tool"].values(), by_id["vocabulary"]["phase"])
    return Catalogue(
        settings=linking.settings,
        strings=_frozen({raw.id: raw.value for raw in linking.loaded.records if raw.kind is INTERFACE and raw.id}),
        practices=practices,
        thin_practices=_entities(linking, "thin-practice"),
        partners=by_id["partner"],
        projects=projects,
        criteria=by_id["criterion"],
        tools=by_id["tool"],
        guides=guides,
        documents=_frozen(dict(linking.documents)),
        figures=_figures(by_id["figure"], practices),
        dimensions=dimensions,
        vocabularies=by_id["vocabulary"],
        labels=by_id["label"],
        sources=by_id["source"],
        glossary=_entities(linking, "glossary"),
        terms=_frozen({name: _frozen({term.id: term for term in one.terms}) for name, one in by_id["vocabulary"].items()}),
        criteria_by_dimension=_index(((c.dimension, c) for c in in_use), (d.id for d in dimensions)),
        practices_by_criterion=_index(
            ((i.criterion, (p, i)) for p in practices.values() for i in p.criteria), by_id["criterion"]
        ),
        practices_by_partner=_index(
            ((p.provider.partner, p) for p in practices.values() if p.provider.partner), by_id["partner"]
        ),
        projects_by_partner=_index(((own, p) for p in projects.values() for own in _partners_of(p)), by_id["partner"]),
        projects_by_practice=_index(((own, p) for p in projects.values() for own in p.practices), practices),
        tools_by_phase=_index(((tool.phase, tool) for tool in tools), (t.id for t in by_id["vocabulary"]["phase"].terms)),
        tools_by_criterion=_index(((own, tool) for tool in tools for own in tool.criteria), by_id["criterion"]),
        tools_by_practice=_index(((own, tool) for tool in tools for own in tool.practices), practices),
        guides_by_dimension=_index(
            ((own, guide) for guide in guides for own in guide.dimensions), (d.id for d in dimensions)
        ),
        guides_by_criterion=_index(
            ((own, (guide, section)) for guide in guides for own, section in guide.helps.items()), by_id["criterion"]
        ),
        guides_by_practice=_index(((own, guide) for guide in guides for own in _named(guide, "practices")), practices),
        guides_by_tool=_index(((own, guide) for guide in guides for own in _named(guide, "tools")), by_id["tool"]),
        guides_by_role=_index(
            ((own, guide) for guide in guides for own in guide.doors), (t.id for t in by_id["vocabulary"]["role"].terms)
        ),
        cited_by=_index(((own, key) for key, ids in sources_of.items() for own in ids), by_id["source"]),
        path_of=_frozen({_key(one): one.raw.path for one in linking.valid if one.raw.kind.form != "single"}),
        line_of=_frozen({_key(one): one.raw.line(()) for one in linking.valid if one.raw.kind.form != "single"}),
    )


def _in_order_of_the_toolkit(tools: Iterable[Tool], phases: Vocabulary) -> tuple[Tool, ...]:
    places = {term.id: place for place, term in enumerate(phases.terms)}
    return tuple(sorted(tools, key=lambda tool: (places[tool.phase], tool.order, tool.id)))


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
        if one.raw.kind.name not in ("hub", "source"):
            found = [reference for reference in references(one) if reference.kind == "source"]
            listed = [reference.id for reference in found if reference.loc[0] == "sources"]
            yield _key(one), iter([*listed, *(reference.id for reference in found)])


def _key(one: Valid) -> Key:
    return one.raw.kind.name, one.entity.id


def _by_id(ones: Iterable[Valid]) -> Mapping[str, Any]:
    return _frozen({one.entity.id: one.entity for one in sorted(ones, key=lambda one: str(one.raw.id))})


def _entities(linking: Linking, kind: str) -> tuple[Any, ...]:
    return tuple(one.entity for one in linking.of(kind))


def _frozen(mapping: dict[K, V]) -> Mapping[K, V]:
    return MappingProxyType(mapping)


def _index(pairs: Iterable[tuple[str, V]], ids: Iterable[str]) -> Mapping[str, tuple[V, ...]]:
    """Id → values, with an empty entry for every known id without any."""
    found: dict[str, list[V]] = {own: [] for own in ids}
    for own, value in pairs:
        found.setdefault(own, []).append(value)
    return MappingProxyType({own: tuple(values) for own, values in found.items()})
