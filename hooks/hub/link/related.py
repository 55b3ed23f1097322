"""Practices that resemble a practice, by the terms they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ..model import Practice, facet_values

RELATED_AT_MOST = 4
RELATED_BY = ("group", "mentor", "kind", "country")
"""Facets that can make two practices related, in the order in which the reason names them."""



@dataclass(frozen=True)
class Related:
    practice: Practice
    shared: tuple[tuple[str, tuple[str, ...]], ...]
    """(facet, term ids) that both carry and few others do, in the order of `RELATED_BY`."""


def related_practices(practices: Mapping[str, Practice]) -> dict[str, tuple[Related, ...]]:
    """For each practice the few that resemble it most, best first, with what they share.

    What two practices share of target group, mentor profile, kind and country counts more the fewer practices have it:
    1 divided by that number. Something that more than half of all practices have says nothing and does not count.
    Ties go to the earlier id. Practices that share nothing telling are not related.
    """
    holders: dict[tuple[str, str], list[str]] = defaultdict(list)
    for id, practice in practices.items():
        for facet in RELATED_BY:
            for term in facet_values(practice, facet):
                holders[facet, term].append(id)
    telling = {trait: ids for trait, ids in holders.items() if 1 < len(ids) <= len(practices) / 2}
    scores: dict[str, dict[str, float]] = {id: defaultdict(float) for id in practices}
    for ids in telling.values():
        for one in ids:
            for other in ids:
                if one != other:
                    scores[one][other] += 1 / len(ids)
    return {
        id: tuple(
            Related(practices[other], _shared(practice, practices[other], telling))
            for other in sorted(scores[id], key=lambda other: (-round(scores[id][other], 9), other))[:RELATED_AT_MOST]
        )
        for id, practice in practices.items()
    }


def _shared(
    one: Practice, other: Practice, telling: Collection[tuple[str, str]]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = []
    for facet in RELATED_BY:
        theirs = facet_values(other, facet)
        if both := tuple(term for term in facet_values(one, facet) if term in theirs and (facet, term) in telling):
            found.append((facet, both))
    return tuple(found)
