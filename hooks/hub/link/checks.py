"""Across files: do the records fit together? The checks between records; `index` makes the catalogue.

Each check is a generator named after what it finds. References to a record that has faults of its own are skipped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..load.documents import Documents
from ..load.records import Loaded, RawRecord
from ..load.strict_yaml import Loc
from ..load.translations import Lock
from ..model import HubSettings, Locale, Tool
from ..model.kinds import BY_NAME, INTERFACE, KINDS
from ..problems import Problem, capped, nearest, shown
from ..validate.valid import Valid
from . import criteria, former, languages, local, published, terms
from .address_checks import shared_addresses
from .catalogue import Key
from .documents import CHECKS as document_checks
from .linked import Linking, references
from .needed_texts import faults_of_needed_texts, needed
from .parts import part_fault

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
        if reference.kind == "figure" and reference.id.partition("/")[0] in linking.figures_unknown:
            continue
        message = f"must be {_what(reference.kind)}, got {shown(reference.written)}"
        now = linking.former.get(reference.kind, {}).get(reference.id)
        hint = f"; it is now called '{now}'" if now else nearest(reference.id, known or ())
        yield one.raw.problem(reference.loc, message + hint)


def links_to_unknown_parts(linking: Linking) -> Iterator[Problem]:
    """A link to a part of a page names one that it has."""
    for one in linking.valid:
        yield from capped(_unknown_parts(linking, one))


def _unknown_parts(linking: Linking, one: Valid) -> Iterator[Problem]:
    for reference in references(one):
        kind, id, part = reference.kind, reference.id, reference.part
        known = part and id in linking.ids.get(kind, ())
        if known and (message := part_fault(linking, kind, id, part, reference.written)):
            yield one.raw.problem(reference.loc, message)


def _what(kind: str) -> str:
    if kind == "figure":
        return "a figure, [%practice/figure] or [%id] of a record in data/figures/"
    if kind.startswith("vocabulary:"):
        return f"a term of data/vocabularies/{kind.partition(':')[2]}.yml"
    place = next((k.place if k.form == "list" else f"{k.place}/" for k in KINDS if k.name == kind), None)
    return f"the id of a record in data/{place}" if place else "a record of a kind that the hub has"


# --- ids --------------------------------------------------------------------------------------------------------------


def repeated_ids(linking: Linking) -> Iterator[Problem]:
    """In a file with a list of records, every id is unique; the first keeps it."""
    first: dict[Key, RawRecord] = {}
    for raw in linking.loaded.records:
        if raw.kind.form == "list" and raw.id is not None:
            before = first.setdefault((raw.kind.name, raw.id), raw)
            if before is not raw:
                yield raw.problem(("id",), f"must be unique, line {before.line(('id',))} has {shown(raw.id)} too")


def thin_practices_with_a_record(linking: Linking) -> Iterator[Problem]:
    """What has a record of its own is no longer a thin practice."""
    for one in linking.of("thin-practice"):
        if one.entity.id in linking.ids["practice"]:
            message = f"must be removed here, data/practices/{one.entity.id}.yml tells it in full"
            yield one.raw.problem(("id",), message)


def forms_that_lack(linking: Linking) -> Iterator[Problem]:
    """The page with the full form of a practice asks what the order file says."""
    place = f"data/{BY_NAME['form'].place}/practice.yml"
    unread = any(kind == "form" for kind, _ in linking.loaded.unreadable)
    if not unread and not any(raw.path == place for raw in linking.loaded.records):
        yield Problem(place, 0, "", "must exist; it says what the page /contribute/practice/ asks")


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
            if not languages.plural_forms(locale):
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
    yield from languages.check(files, linking.locales, needed())


CHECKS: tuple[Callable[[Linking], Iterator[Problem]], ...] = (
    *terms.CHECKS,
    dangling_references,
    links_to_unknown_parts,
    repeated_ids,
    *former.CHECKS,
    *published.CHECKS,
    shared_addresses,
    thin_practices_with_a_record,
    forms_that_lack,
    shared_places_of_tools,
    shared_places_of_guides,
    *criteria.CHECKS,
    *local.CHECKS,
    unusable_languages,
    interface_faults,
    faults_of_needed_texts,
)


def link(
    loaded: Loaded, documents: Documents, valid: Iterable[Valid], locales: tuple[Locale, ...], lock: Lock
) -> tuple[Linking, list[Problem]]:
    """What the checks looked at, and everything they found."""
    linking = Linking(loaded, tuple(valid), locales, documents, lock)
    checks = (*CHECKS, *(document_checks if locales else ()))
    return linking, [problem for check in checks for problem in check(linking)]


def languages_of_the_generator(found: tuple[Locale, ...], locales: tuple[Locale, ...]) -> Iterator[Problem]:
    """The languages that mkdocs.yml builds are those of the data, with the same default."""
    if found != locales:
        message = f"must be the languages of data/hub.yml ({', '.join(locales)}), got {', '.join(found)}"
        yield Problem("mkdocs.yml", 1, "plugins.i18n.languages", message)
