"""Markers of documents: which there are and what their arguments must be. What each shows is made in `pages/markers`.

`<!-- hub:practices ids=a,b -->`: arguments are written as `name=value` or `name="several words"`; one of them may be
written without its name where the marker says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ..model import Figure
from ..problems import nearest, shown
from . import addresses
from .linked import Linking

Arguments = Mapping[str, str]

_ARGUMENT = re.compile(r"(?:([a-z]+)=)?(?:\"([^\"]*)\"|([^\s\"]+))")
SOURCES = "sources"
"""Lists what the page cites; the page of a guide lists its sources itself."""
RECOMMENDATIONS = "recommendations"


@dataclass(frozen=True)
class Refs:
    """Ids of this kind, separated by commas; only one where `many` is False. `what` names them to authors."""

    kind: str
    what: str
    many: bool = True


Check = Callable[[Linking, Arguments], Iterator[str]]
"""What is wrong with arguments of which every id exists."""


@dataclass(frozen=True)
class MarkerForm:
    """`needed` must all be given, and exactly one of `either`. None: any words."""

    needed: Mapping[str, Refs | None] = field(default_factory=dict)
    either: Mapping[str, Refs | None] = field(default_factory=dict)
    unnamed: str | None = None
    """The argument that may be written without its name."""
    place: str = ""
    """`guide` or `page`: where it works; empty: in both."""
    check: Check | None = None


def faults(name: str, written: str, guide: bool, linking: Linking) -> Iterator[str]:
    """What is wrong with a marker, in words for its author. Ids of kinds that are not wholly known are not judged."""
    form = MARKERS.get(name)
    if form is None:
        yield f"must be a marker that exists, got {shown(name)}{nearest(name, tuple(MARKERS))}"
        return
    if form.place == "guide" and not guide:
        yield "must stand in a guide, docs/guides/*.md"
    if form.place == "page" and guide:
        yield "must not stand in a guide, whose page has this at its end"
    syntax = list(_syntax_faults(written, form))
    yield from syntax
    if not syntax:
        arguments = parsed(name, written)
        unknown = [fault for key in arguments for fault in _reference_faults(arguments[key], _known(form)[key], linking)]
        yield from unknown
        if not unknown and form.check:
            yield from form.check(linking, arguments)


def parsed(name: str, written: str) -> Arguments:
    """The arguments of a marker without faults."""
    unnamed = MARKERS[name].unnamed
    found = ((key or str(unnamed), quoted or bare) for key, quoted, bare in _ARGUMENT.findall(written))
    return MappingProxyType(dict(found))


def ids(value: str) -> tuple[str, ...]:
    """The ids in an argument."""
    return tuple(value.split(","))


def _known(form: MarkerForm) -> Mapping[str, Refs | None]:
    return {**form.needed, **form.either}


def _syntax_faults(written: str, form: MarkerForm) -> Iterator[str]:
    given: set[str] = set()
    known = tuple(_known(form))
    for name, quoted, bare in _ARGUMENT.findall(written):
        key = name or form.unnamed
        if key is None:
            yield f"must not have {shown(quoted or bare)}; arguments are written as name=value"
        elif key in given:
            yield f"must have the argument {shown(key)} only once"
        elif key not in known:
            yield f"must not have the argument {shown(key)}{nearest(key, known)}"
        given |= {key} if key else set()
    for missing in form.needed:
        if missing not in given:
            yield f"must have the argument {missing}=…"
    if form.either and len(form.either.keys() & given) != 1:
        yield f"must have one of the arguments {', '.join(f'{one}=…' for one in form.either)}"


def _reference_faults(value: str, refs: Refs | None, linking: Linking) -> Iterator[str]:
    known = linking.known(refs.kind) if refs else None
    if refs is None or known is None:
        return
    named = ids(value) if refs.many else (value,)
    for number, id in enumerate(named):
        if id not in known:
            yield f"must name {refs.what} by {'their' if refs.many else 'its'} id, got {shown(id)}{nearest(id, known)}"
        elif id in named[:number]:
            yield f"must name {refs.what} only once, got {shown(id)} again"


# --- checks of single markers -----------------------------------------------------------------------------------------


def _criterion_without_practices(linking: Linking, arguments: Arguments) -> Iterator[str]:
    criterion = arguments.get("criterion")
    practices = linking.of("practice")
    named = {item.criterion for one in practices for item in one.entity.criteria}
    if criterion and criterion not in named and linking.all_sound("practice"):
        yield f"must name a criterion that practices illustrate, {shown(criterion)} has none yet"


def _figures_that_do_not_compare(linking: Linking, arguments: Arguments) -> Iterator[str]:
    figures: list[Figure] = [linking.figures[id] for id in ids(arguments["figures"]) if id in linking.figures]
    if len(figures) != len(ids(arguments["figures"])):
        return  # one of them stands in a record that has faults
    units = list(dict.fromkeys(figure.unit for figure in figures))
    if len(figures) < 2:
        yield "must have two figures or more to compare"
    elif len(units) > 1:
        yield f"must compare figures of one unit, got {', '.join(units)}"
    elif any(figure.value < 0 for figure in figures):
        yield "must compare figures that are not below zero"


def _no_capitals(linking: Linking, arguments: Arguments) -> Iterator[str]:
    if "capital" not in linking.ids["vocabulary"]:
        yield "must have data/vocabularies/capital.yml, which is missing"


def _no_remarks(linking: Linking, arguments: Arguments) -> Iterator[str]:
    kinds = sorted({one.entity.kind for one in linking.of("remark")})
    if arguments["kind"] not in kinds and linking.all_sound("remark"):
        named = f"a kind of remarks in data/evidence/remarks.yml ({', '.join(kinds)})"
        yield f"must name {named}, got {shown(arguments['kind'])}"


DOORS = (
    ("start", "page", addresses.PRACTICES), ("run", "page", addresses.ASSESSMENT), ("guide", "tool", "first-meeting-agenda"),
    ("know", "page", addresses.EVIDENCE),
)  # fmt: skip
"""Who comes and where they go first: key of the text, kind and id."""


def _doors_to_nowhere(linking: Linking, arguments: Arguments) -> Iterator[str]:
    for _, kind, id in DOORS:
        known = linking.known(kind)
        if known is not None and id not in known:
            yield f"must have the {kind} {shown(id)}, to which a door leads{nearest(id, known)}"


MARKERS: Mapping[str, MarkerForm] = {
    "process": MarkerForm(),
    "counts": MarkerForm(),
    "evidence-bars": MarkerForm(),
    "doors": MarkerForm(check=_doors_to_nowhere),
    "finder": MarkerForm(),
    "begin-assessment": MarkerForm(),
    "practices": MarkerForm(
        either={"ids": Refs("practice", "practices"), "criterion": Refs("criterion", "a criterion", many=False)},
        check=_criterion_without_practices,
    ),
    "dimensions": MarkerForm(),
    "terms": MarkerForm({"vocabulary": Refs("vocabulary", "a vocabulary", many=False)}),
    "evidence-scale": MarkerForm(),
    "evidence-axes": MarkerForm(),
    "labels": MarkerForm(),
    "source-counts": MarkerForm(),
    "remarks": MarkerForm({"kind": None}, unnamed="kind", check=_no_remarks),
    "criteria": MarkerForm(
        either={"ids": Refs("criterion in use", "criteria"), "dimension": Refs("dimension", "a dimension", many=False)}
    ),
    "tools": MarkerForm({"ids": Refs("tool", "tools")}),
    "capitals": MarkerForm(check=_no_capitals),
    "figure": MarkerForm({"figure": Refs("figure", "figures")}, unnamed="figure", place="guide"),
    "chart": MarkerForm(
        {"figures": Refs("figure", "figures"), "title": None}, place="guide", check=_figures_that_do_not_compare
    ),
    RECOMMENDATIONS: MarkerForm(place="guide"),
    "contact": MarkerForm(),
    "review": MarkerForm(),
    "new-practice": MarkerForm(),
    "practice-questions": MarkerForm(),
    "practice-example": MarkerForm({"practice": Refs("practice", "a practice", many=False)}, unnamed="practice"),
    "wanted": MarkerForm(),
    SOURCES: MarkerForm(place="page"),
}
