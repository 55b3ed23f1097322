"""Parts of pages that texts may link to: which anchors the page of a record, a document or a list of records has.

`[results](practice:duo-for-a-job#results)`. What a page leaves out because nothing is known has no anchor either.
The anchors of sources, fields and other helpers of a page are no parts. A test compares all with the built pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ..load.documents import GUIDES
from ..model import Dimension, Guide, Partner, Practice, Project, Tool
from ..model.kinds import BY_NAME, KINDS
from ..problems import nearest, shown
from . import addresses
from .linked import Linking
from .related import related_practices

NOT_LISTED = ("figures", "words")
"""Anchors of the page of a guide that depend on its texts alone: what they print and explain."""


def part_fault(linking: Linking, kind: str, id: str, part: str, written: str) -> str | None:
    """What is wrong with a link to a part of something that exists; None as well where its parts cannot be known.

    `written` is what the author reads as the wrong value.
    """
    if kind != "page" and not BY_NAME[kind].pages:
        return f"must not name a part, it is the part of a page itself, got {shown(written)}"
    parts = parts_of(linking, kind, id)
    if parts is None or part in parts:
        return None
    return f"must be a part of that page, got {shown(written)}{nearest(part, parts) or ', which has none'}"


def parts_of(linking: Linking, kind: str, id: str) -> tuple[str, ...] | None:
    """Anchors in the order of the page; None where they are not known, because a record or document has a fault."""
    if kind == "page":
        document = linking.documents.get((id, linking.locales[0]))
        if document is not None:
            return tuple(document.sections)
        return tuple(_LISTS[id](linking)) if id in _LISTS else () if id in addresses.MADE_PAGES else None
    entity = next((one.entity for one in linking.of(kind) if one.entity.id == id), None)
    found = None if entity is None else tuple(_OF_KIND[kind](entity, linking))
    return None if found is None or None in found else tuple(part for part in found if part)


Part = str | None
"""None: it cannot be known, and so the whole cannot."""


def _named_by(linking: Linking, kind: str, names: Callable[[Any], bool], part: str) -> Iterator[Part]:
    """A part that a page has when another record names this one."""
    if any(names(one.entity) for one in linking.of(kind)):
        yield part
    elif not linking.all_sound(kind):
        yield None


def _each(*parts: tuple[str, object]) -> Iterator[str]:
    """Those of which the page has something."""
    return (name for name, content in parts if content)


# --- pages of records -------------------------------------------------------------------------------------------------


def _practice(one: Practice, linking: Linking) -> Iterator[Part]:
    matching, training, course, own = one.matching, one.training, one.course, one.id
    way = (
        matching.intake, matching.method, matching.about, training.offered, training.mentors, training.mentees,
        course.rhythm, course.format, course.content, one.coach,
    )  # fmt: skip
    around = (
        one.provider.about, one.employers.about, one.employers.involvement, one.partners, one.funding.about,
        one.funding.funder, one.funding.budget,
    )  # fmt: skip
    yield from _each(("timeline", True), ("course", True), ("facts", True), ("people", True), ("how", any(way)))
    if any(around):
        yield "around"
    else:
        yield from _named_by(linking, "project", lambda project: own in project.practices, "around")
    yield from (f"figure-{figure.id}" for figure in (*one.funding.budget, *one.results))
    yield from _each(
        ("results", one.results), ("evidence", True), ("conditions", one.works_when or one.watch_out),
        ("lessons", one.lessons), ("adapt", one.adapt or one.core or one.varies),
        ("effort", one.effort), ("contradictions", one.contradictions), ("criteria", one.criteria),
    )  # fmt: skip
    if one.fitting_guides or one.fitting_tools:
        yield "tools"
    else:
        yield from _named_by(linking, "tool", lambda tool: own in tool.practices, "tools")
    if not linking.all_sound("practice"):
        yield None
    elif related_practices({other.entity.id: other.entity for other in linking.of("practice")})[own]:
        yield "related"
    yield from ("sources", "cite")


def _project(one: Project, linking: Linking) -> Iterator[Part]:
    yield from _each(
        ("facts", True), ("context", one.context), ("aims", one.aims),
        ("approach", one.target_group or one.approach or one.focus_areas), ("figures", one.figures),
    )  # fmt: skip
    yield from (f"figure-{figure.id}" for figure in one.figures)
    yield from _each(
        ("outputs", one.outputs), ("events", one.events),
        ("partners", one.partners or one.funders or one.funding or one.staff), ("practices", one.practices),
        ("unknown", one.unknown), ("contradictions", one.contradictions), ("sources", True),
    )  # fmt: skip


def _partner(one: Partner, linking: Linking) -> Iterator[Part]:
    own = one.id
    yield from _each(("facts", True), ("about", one.about), ("expertise", one.expertise), ("members", one.members))
    yield from _named_by(linking, "partner", lambda partner: own in partner.members, "member-of")
    yield from _named_by(linking, "practice", lambda practice: practice.provider.partner == own, "practices")
    yield from _named_by(
        linking, "project",
        lambda project: own in project.funders or any(part.partner == own for part in project.partners), "projects",
    )  # fmt: skip
    yield from _each(("staff", one.staff), ("contradictions", one.contradictions), ("sources", True))


def _tool(one: Tool, linking: Linking) -> Iterator[Part]:
    yield from _each(
        ("download", one.formats), ("purpose", True), ("calculator", one.calculator), ("formula", one.calculator),
        ("preview", one.parts),
    )  # fmt: skip
    yield from (f"part-{part.id}" for part in one.parts)
    yield from _each(
        ("sheets", one.sheets), ("tips", one.tips), ("evidence", one.evidence), ("care", True), ("language", True),
        ("legal", one.legal), ("criteria", True), ("practices", one.practices), ("sources", True),
        ("cite", True),
    )  # fmt: skip


def _dimension(one: Dimension, linking: Linking) -> Iterator[Part]:
    if not linking.all_sound("criterion"):
        yield None
    own = (criterion for criterion in linking.criteria.values() if criterion.dimension == one.id and not criterion.retired)
    yield from (criterion.id for criterion in sorted(own, key=lambda criterion: (criterion.order, criterion.id)))
    yield from ("sources", "cite")


def _guide(one: Guide, linking: Linking) -> Iterator[Part]:
    document = linking.documents.get((f"{GUIDES}/{one.id}", linking.locales[0]))
    if document is None:
        yield None
        return
    yield from ("in-short", *document.sections)
    yield from (f"recommendation-{item.id}" for item in one.recommendations)
    yield from _each(("mixed", one.mixed), ("open-questions", True), ("quick-wins", one.quick_wins))
    yield from (f"quick-win-{item.id}" for item in one.quick_wins)
    yield from ("more", "sources", "cite")


_OF_KIND: Mapping[str, Callable[[Any, Linking], Iterator[Part]]] = {
    "practice": _practice, "project": _project, "partner": _partner, "tool": _tool, "dimension": _dimension, "guide": _guide,
}  # fmt: skip
"""Every kind with pages of its own."""
assert set(_OF_KIND) == {kind.name for kind in KINDS if kind.pages}


# --- pages that are made of many records ------------------------------------------------------------------------------


def _ids(kind: str) -> Callable[[Linking], Iterator[str]]:
    return lambda linking: iter(sorted(linking.ids[kind]))


def _fixed(*parts: str) -> Callable[[Linking], Iterator[str]]:
    return lambda linking: iter(parts)


_LISTS: Mapping[str, Callable[[Linking], Iterator[str]]] = {
    addresses.PRACTICES: _fixed("thin", "sources"),
    addresses.WHERE: _fixed("areas", "mentoring", "neighbours", "routes", "unknown", "earlier", "sources"),
    addresses.ASSESSMENT: _fixed("team", "compare", "paper"),
    addresses.COVERAGE: _fixed("gaps", "all"),
    addresses.GUIDES: _fixed("list", "doors", "ways", "process", "grades"),
    addresses.TOOLKIT: lambda linking: (f"phase-{term}" for term in sorted(linking.ids.get("vocabulary:phase", ()))),
    addresses.GLOSSARY: _ids("glossary"),
    addresses.EVIDENCE: _fixed(
        "statements", "steps", "comparisons", "map", "outcomes", "local", "studies", "disagreements", "lessons", "limits",
        "downloads", "cite",
    ),
    addresses.SOURCES: _ids("source"),
    addresses.TRANSLATIONS: _fixed("coverage", "lagging", "missing", "how"),
}  # fmt: skip
"""The parts of those pages that have some which do not depend on what is in the records."""
