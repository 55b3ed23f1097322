"""Terms of vocabularies that the code names by their id, each list here alone.

Whoever removes or renames one, or adds one where the list is whole, has to change code too; `link` says so to an editor.
All other terms are for editors alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from .criterion import Criterion
from .practice import Evidence

BELGIUM = "BE"
"""The country that has regions."""
USUAL_KIND = "to-work"
"""The kind that most practices are, which cards do not repeat."""
REGIONS = ("flanders", "brussels", "wallonia")

RUNNING, UNCONFIRMED = "running", "unknown"
"""The status of what had no end yet in its newest source, and of what no source of late or with a date speaks of."""

GRADES: Mapping[str, Mapping[str, int]] = {
    "research": {"field-comparison": 3, "field": 2, "near-field": 1, "mixed": 0, "unknown": 0},
    "practice": {"labels-and-programmes": 3, "programmes": 2, "one-provider": 1, "unknown": 0},
}
"""Axis → term of `grade-research` or `grade-practice` → filled dots; those vocabularies say what they mean."""
CONFLICTING = "mixed"
"""The grade of research that points both ways."""


@dataclass(frozen=True)
class KnownTerms:
    """Terms of one vocabulary, and where they are known from, for whoever misses one."""

    vocabulary: str
    terms: tuple[str, ...]
    used: str
    whole: bool = True
    """There are no other terms."""
    ordered: bool = False
    """They are steps: pages count on their order."""


def _choices(annotation: object) -> tuple[str, ...]:
    return tuple(str(value) for value in get_args(annotation))


KNOWN_TERMS: tuple[KnownTerms, ...] = (
    KnownTerms("evidence", _choices(Evidence.model_fields["level"].annotation), "practices have it as level", ordered=True),
    KnownTerms("tier", _choices(Criterion.model_fields["tier"].annotation), "criteria have it as tier"),
    KnownTerms(
        "level",
        tuple(str(step) for step in range(len(get_args(Criterion.model_fields["levels"].annotation)))),
        "criteria have a text for each level", ordered=True,
    ),
    *(
        KnownTerms(f"grade-{axis}", tuple(steps), "pages of guides show it as dots") for axis, steps in GRADES.items()
    ),
    KnownTerms("country", (BELGIUM,), "the map opens it into its regions", whole=False),
    KnownTerms("kind", (USUAL_KIND,), "cards leave it out, because it is the usual one", whole=False),
    KnownTerms("status", (RUNNING, UNCONFIRMED), "no practice is called running on a source that is too old", whole=False),
    KnownTerms("region", REGIONS, "it has its place on the map"),
    KnownTerms("status", (RUNNING,), "the picture of the projects ends such a bar in an arrow", whole=False),
)  # fmt: skip
