"""Across files: do the records fit together? Valid records to a Catalogue, or problems.

Each check is a generator named after what it finds. References to a record that has faults of its own are skipped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal, TypeVar

from . import criterion_links, interface
from .catalogue import Catalogue, GuideText, Key, PlacedFigure
from .kinds import INTERFACE, KINDS
from .linking import Linking, practice_figures, references
from .load import Loaded, RawRecord
from .model import FACETS, Figure, Guide, HubSettings, Locale, Practice, Project, Tool, Vocabulary, citations
from .problems import Problem, capped, nearest, shown
from .shape import vocabularies
from .strict_yaml import Loc
from .validate import Valid

K = TypeVar("K")
V = TypeVar("V")


# --- references -------------------------------------------------------------------------------------------------------


def dangling_references(linking: Linking) -> Iterator[Problem]:
    """A record may only name terms, sources and other records that exist."""
    for one in linking.valid:
        yield from capped(_dangling(linking, one))


def _dangling(linking: Linking, one: Valid) -> Iterator[Problem]:
    for reference in references(one):
        known = linking.ids.get(reference.kind)
        if known is None and reference.kind.startswith("vocabulary:"):
            continue  # the vocabulary is missing or has faults: that is a problem of its own
        if reference.kind in linking.unknowable or reference.id in (known or ()):
            continue
        if reference.kind == "figure" and ("practice", reference.id.partition("/")[0]) in linking.loaded.unreadable:
            continue
        message = f"must be {_what(reference.kind)}, got {shown(reference.written)}"
        yield one.raw.problem(reference.loc, message + nearest(reference.id, known or ()))


def _what(kind: str) -> str:
    if kind == "figure":
        return "a figure, [%practice/figure] or [%id] of a record in data/figures/"
    if kind.startswith("vocabulary:"):
        return f"a term of data/vocabularies/{kind.partition(':')[2]}.yml"
    place = next((k.place if k.form == "list" else f"{k.place}/" for k in KINDS if k.name == kind), None)
    return f"the id of a record in data/{place}" if place else "a record of a kind that the hub has"


def missing_vocabularies(linking: Linking) -> Iterator[Problem]:
    """Every vocabulary that the model or a facet names exists."""
    wanted = {name for name, _ in FACETS}
    for kind in KINDS:
        wanted |= set(vocabularies(kind.model)) if kind.model else set()
    for name in sorted(wanted - linking.ids["vocabulary"]):
        yield Problem(f"data/vocabularies/{name}.yml", 0, "", "must exist; records use the terms of this vocabulary")


# --- ids --------------------------------------------------------------------------------------------------------------


def repeated_ids(linking: Linking) -> Iterator[Problem]:
    """In a file with a list of records, every id is unique; the first keeps it."""
    first: dict[Key, RawRecord] = {}
    for raw in linking.loaded.records:
        if raw.kind.form == "list" and raw.id is not None:
            before = first.setdefault((raw.kind.name, raw.id), raw)
            if before is not raw:
                yield raw.problem(("id",), f"must be unique, line {before.line(('id',))} has {shown(raw.id)} too")


def former_ids_in_use(linking: Linking) -> Iterator[Problem]:
    """A former id leads to one record only, so it is nobody's present id and nobody else's former one."""
    owners: dict[Key, str] = {}
    for one in (*linking.of("practice"), *linking.of("source")):
        kind = one.raw.kind.name
        for loc, own in _former_ids(one):
            if own in linking.ids[kind]:
                yield one.raw.problem(loc, f"must not be the id of a record, got {shown(own)}")
            elif owners.setdefault((kind, own), one.entity.id) != one.entity.id:
                yield one.raw.problem(loc, f"must lead to one record, {shown(owners[kind, own])} has it too: {shown(own)}")


def _former_ids(one: Valid) -> Iterator[tuple[Loc, str]]:
    if one.raw.kind.name == "practice":
        yield from ((("former_ids", n), own) for n, own in enumerate(one.entity.former_ids))
    elif one.raw.kind.name == "source":
        yield from ((("custom", "former-ids", n), own) for n, own in enumerate(one.entity.custom.former_ids))


def thin_practices_with_a_fiche(linking: Linking) -> Iterator[Problem]:
    """What has a record of its own is no longer a thin practice."""
    for one in linking.of("thin-practice"):
        if one.entity.id in linking.ids["practice"]:
            message = f"must be removed here, data/practices/{one.entity.id}.yml tells it in full"
            yield one.raw.problem(("id",), message)


# --- order ---------------------------------------------------------------------------------------------------------------


def shared_places_of_tools(linking: Linking) -> Iterator[Problem]:
    """Inside a phase no two tools have the same `order`."""
    taken: dict[tuple[str, int], str] = {}
    for one in linking.of("tool"):
        tool: Tool = one.entity
        holder = taken.setdefault((tool.phase, tool.order), tool.id)
        if holder != tool.id:
            message = f"must be a place of its own in '{tool.phase}', {holder} has {tool.order} too"
            yield one.raw.problem(("order",), message)


def shared_places_of_guides(linking: Linking) -> Iterator[Problem]:
    """No two guides have the same `order`."""
    taken: dict[int, str] = {}
    for one in linking.of("guide"):
        holder = taken.setdefault(one.entity.order, one.entity.id)
        if holder != one.entity.id:
            yield one.raw.problem(("order",), f"must be a place of its own, {holder} has {one.entity.order} too")


# --- languages --------------------------------------------------------------------------------------------------------


def unusable_languages(linking: Linking) -> Iterator[Problem]:
    """A language is known to CLDR, which gives its numbers, dates and plural forms, and is listed once."""
    for one in linking.of("hub"):
        settings: HubSettings = one.entity
        for number, locale in enumerate(settings.locales):
            loc: Loc = ("languages", number, "locale")
            if not interface.plural_forms(locale):
                yield one.raw.problem(loc, f"must be a language that CLDR knows, got {shown(locale)}")
            elif locale in settings.locales[:number]:
                yield one.raw.problem(loc, f"must be listed only once, got {shown(locale)} again")


def interface_faults(linking: Linking) -> Iterator[Problem]:
    """See `interface`; and every language of the hub has its file."""
    files = {raw.id: raw for raw in linking.loaded.records if raw.kind is INTERFACE and raw.id}
    unreadable = {own for kind, own in linking.loaded.unreadable if kind == INTERFACE.name}
    for locale in linking.locales:
        if locale not in files and locale not in unreadable:
            yield Problem(f"data/interface/{locale}.yml", 0, "", f"must exist; '{locale}' is a language of the hub")
    yield from interface.check(files, linking.locales)


CHECKS: tuple[Callable[[Linking], Iterator[Problem]], ...] = (
    missing_vocabularies,
    dangling_references,
    repeated_ids,
    former_ids_in_use,
    thin_practices_with_a_fiche,
    shared_places_of_tools,
    shared_places_of_guides,
    *criterion_links.CHECKS,
    unusable_languages,
    interface_faults,
)


def link(loaded: Loaded, valid: Iterable[Valid], locales: tuple[Locale, ...]) -> tuple[Linking, list[Problem]]:
    linking = Linking(loaded, tuple(valid), locales)
    return linking, [problem for check in CHECKS for problem in check(linking)]


# --- the catalogue ----------------------------------------------------------------------------------------------------


def catalogue(linking: Linking, guide_texts: Mapping[tuple[str, Locale], GuideText]) -> Catalogue:
    """The indexes; only for data without errors (KeyError or AssertionError otherwise)."""
    assert linking.settings is not None
    by_id = {kind.name: _by_id(linking.of(kind.name)) for kind in KINDS if kind.form != "single"}
    practices: Mapping[str, Practice] = by_id["practice"]
    projects: Mapping[str, Project] = by_id["project"]
    dimensions = _entities(linking, "dimension")
    in_use = sorted((c for c in by_id["criterion"].values() if c.retired is None), key=lambda c: (c.order, c.id))
    sources_of = {key: tuple(dict.fromkeys(ids)) for key, ids in _sources(linking)}
    for (id, _), text in guide_texts.items():
        sources_of["guide", id] = tuple(dict.fromkeys([*sources_of.get(("guide", id), ()), *citations(text.text)]))
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
        guide_texts=_frozen(dict(guide_texts)),
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
            ((own, help) for guide in guides for own, help in criterion_links.helped(guide).items()), by_id["criterion"]
        ),
        guides_by_practice=_index(
            ((own, guide) for guide in guides for own in _named(guide, "practices")), practices
        ),
        guides_by_tool=_index(((own, guide) for guide in guides for own in _named(guide, "tools")), by_id["tool"]),
        guides_by_role=_index(
            ((own, guide) for guide in guides for own in guide.doors), (t.id for t in by_id["vocabulary"]["role"].terms)
        ),
        cited_by=_index(((own, key) for key, ids in sources_of.items() for own in ids), by_id["source"]),
        sources_of=_frozen(sources_of),
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
