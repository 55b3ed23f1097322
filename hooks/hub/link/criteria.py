"""Checks on criteria and on what names them: places, versions, successors, retired ones, help for the essential ones.

Each is a generator named after what it finds; `link` runs them with the others. `narrative` takes the sentence about
retired criteria from here, for the texts of guides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ..load.strict_yaml import Loc
from ..model import Criterion
from ..problems import Problem, nearest, shown
from .linked import Linking, references


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


def references_to_retired_criteria(linking: Linking) -> Iterator[Problem]:
    """Records name criteria that are still asked; of a retired one only its successor and its reason are shown."""
    if not any(criterion.retired for criterion in linking.criteria.values()):
        return
    for one in linking.valid:
        for reference in references(one) if one.sound else ():
            if reference.kind == "criterion":
                linked = reference.written != reference.id
                if message := retired_criterion(reference.id, linking.criteria, linked):
                    yield one.raw.warning(reference.loc, message)


def retired_criterion(id: str, criteria: Mapping[str, Criterion], linked: bool) -> str | None:
    """What is said where a retired criterion is named, or linked to in a text; None for one in use and for an unknown id."""
    if id not in criteria or criteria[id].retired is None:
        return None
    plain, link = "is a retired criterion, so it is not shown", "links to a retired criterion"
    successor = next((own for own, criterion in sorted(criteria.items()) if id in criterion.replaces), None)
    return f"{link if linked else plain}: {shown(id)}" + (f"; it was taken over by '{successor}'" if successor else "")


def essential_criteria_without_help(linking: Linking) -> Iterator[Problem]:
    """Every essential criterion in use has a guide, a tool and a practice, or says that no practice is known."""
    practices = _named(linking, "practice", lambda practice: (item.criterion for item in practice.criteria))
    others = {
        "guide": _named(linking, "guide", lambda guide: guide.helps),
        "tool": _named(linking, "tool", lambda tool: tool.criteria),
    }
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
    impossible_versions,
    replaced_but_not_retired,
    references_to_retired_criteria,
    essential_criteria_without_help,
)
