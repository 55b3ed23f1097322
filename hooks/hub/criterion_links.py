"""Checks on criteria and on what leads to them: their versions, retired ones, and whether each essential one has help.

Each is a generator named after what it finds; `link` runs them with the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from .linking import Linking, references
from .model import Criterion, Guide
from .problems import Problem, nearest, shown
from .strict_yaml import Loc


def shared_places_of_criteria(linking: Linking) -> Iterator[Problem]:
    """Inside a dimension no two criteria in use have the same `order`."""
    taken: dict[tuple[str, int], str] = {}
    for one in linking.of("criterion"):
        criterion: Criterion = one.entity
        if criterion.retired is None:
            place = (criterion.dimension, criterion.order)
            holder = taken.setdefault(place, criterion.id)
            if holder != criterion.id:
                message = f"must be a place of its own in '{criterion.dimension}', {holder} has {criterion.order} too"
                yield one.raw.problem(("order",), message)


def tools_for_retired_criteria(linking: Linking) -> Iterator[Problem]:
    """A tool helps with criteria that are still asked."""
    for one in linking.of("tool"):
        for number, id in enumerate(one.entity.criteria):
            criterion = linking.criteria.get(id)
            if criterion and criterion.retired:
                yield one.raw.warning(("criteria", number), f"is a retired criterion, so it is not shown: {shown(id)}")


def impossible_versions(linking: Linking) -> Iterator[Problem]:
    """since < reworded, since < retired, and nothing above the version in data/hub.yml."""
    if linking.settings is None:
        return
    current = linking.settings.criteria_version
    for one in linking.of("criterion"):
        criterion: Criterion = one.entity
        retired = criterion.retired.version if criterion.retired else None
        stated: tuple[tuple[Loc, int | None], ...] = (
            (("since",), criterion.since),
            (("reworded",), criterion.reworded),
            (("retired", "version"), retired),
        )
        for loc, version in stated:
            if version is not None and version > current:
                message = f"must not be above the criteria_version in data/hub.yml ({current}), got {version}"
                yield one.raw.problem(loc, message)
            elif version is not None and loc != ("since",) and version <= criterion.since:
                yield one.raw.problem(loc, f"must be later than `since` ({criterion.since}), got {version}")


def replaced_but_not_retired(linking: Linking) -> Iterator[Problem]:
    """`replaces` names criteria that are kept with `retired`, so that old answers still show their wording."""
    for one in linking.of("criterion"):
        for number, old in enumerate(one.entity.replaces):
            loc: Loc = ("replaces", number)
            if old == one.entity.id:
                yield one.raw.problem(loc, "must be another criterion than this one")
            elif old not in linking.ids["criterion"]:
                message = f"must be a criterion that is kept in data/criteria/ with `retired`, got {shown(old)}"
                yield one.raw.problem(loc, message + nearest(old, linking.ids["criterion"]))
            elif old in linking.criteria and linking.criteria[old].retired is None:
                yield one.raw.problem(loc, f"must be a retired criterion; data/criteria/{old}.yml has no `retired`")


def illustrations_of_retired_criteria(linking: Linking) -> Iterator[Problem]:
    """A practice illustrates criteria in use; a retired one is not shown any more."""
    successors = {old: one.entity.id for one in linking.of("criterion") for old in one.entity.replaces}
    for one in linking.of("practice"):
        for number, illustration in enumerate(one.entity.criteria):
            criterion = linking.criteria.get(illustration.criterion)
            if criterion and criterion.retired:
                hint = f"; it was taken over by '{successors[criterion.id]}'" if criterion.id in successors else ""
                loc = ("criteria", number, "criterion")
                yield one.raw.warning(loc, f"is a retired criterion, so it is not shown: {shown(criterion.id)}{hint}")


def guides_for_retired_criteria(linking: Linking) -> Iterator[Problem]:
    """A guide helps with criteria that are still asked."""
    for one in linking.of("guide"):
        for reference in references(one):
            criterion = linking.criteria.get(reference.id) if reference.kind == "criterion" else None
            if criterion and criterion.retired:
                message = f"is a retired criterion, so it is not shown: {shown(criterion.id)}"
                yield one.raw.warning(reference.loc, message)


def helped(guide: Guide) -> Mapping[str, tuple[Guide, str | None]]:
    """Criterion → the guide and the anchor of its section; what is said for the guide as a whole overrules advice."""
    advised = {own: (guide, item.section) for item in reversed(guide.recommendations) for own in item.criteria}
    return advised | {item.criterion: (guide, item.section) for item in guide.criteria}


def essential_criteria_without_help(linking: Linking) -> Iterator[Problem]:
    """Every essential criterion in use has a guide, a tool and a practice, or says that no practice is known."""
    practices = _named(linking, "practice", lambda practice: (item.criterion for item in practice.criteria))
    others = {"guide": _named(linking, "guide", helped), "tool": _named(linking, "tool", lambda tool: tool.criteria)}
    for one in linking.of("criterion"):
        criterion: Criterion = one.entity
        if criterion.no_practice and criterion.id in (practices or ()):
            yield one.raw.problem(("no_practice",), "must go: a practice names this criterion")
        if criterion.tier != "essential" or criterion.retired:
            continue
        for kind, named in others.items():
            if named is not None and criterion.id not in named:
                yield one.raw.problem(("tier",), f"must not be essential without a {kind}; none in data/{kind}s/ names it")
        if practices is not None and criterion.id not in practices and not criterion.no_practice:
            message = "must not be essential without a practice or no_practice; none in data/practices/ names it"
            yield one.raw.problem(("tier",), message)


def _named(linking: Linking, kind: str, criteria: Callable[[Any], Iterable[str]]) -> frozenset[str] | None:
    """Criteria that records of a kind name. None while that cannot be known: there is no record, or one has a fault."""
    ones = [one for one in linking.valid if one.raw.kind.name == kind]
    named = frozenset(own for one in ones if one.sound for own in criteria(one.entity))
    faulty = any(not one.sound for one in ones) or any(kind == unreadable for unreadable, _ in linking.loaded.unreadable)
    return None if not ones or faulty or named - linking.ids["criterion"] else named


CHECKS: tuple[Callable[[Linking], Iterator[Problem]], ...] = (
    shared_places_of_criteria,
    tools_for_retired_criteria,
    guides_for_retired_criteria,
    impossible_versions,
    replaced_but_not_retired,
    illustrations_of_retired_criteria,
    essential_criteria_without_help,
)
