"""What the self-assessment loads in the browser when someone starts: the criteria, their relations, and its texts.

The modules in `assets/hub/self-assessment` describe the shapes as types (`Data` in words.mjs). Titles, statements and
levels of the criteria that are asked are in the page itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..link.addresses import ASSETS
from ..model import Criterion, Dimension, Locale
from ..text import prose
from ..text.reading import reading_minutes
from ..text.strings import REGIONS, leaves
from ..view.edition import Edition, Editions
from .hashed import as_json, hashed

if TYPE_CHECKING:
    from ..link.catalogue import Catalogue


RELATED: Mapping[str, str] = {"guides": "guide", "tools": "tool", "practices": "practice"}
"""What helps with a criterion: its name in the file, and its kind."""
MOST_PRACTICES = 3
"""With one piece of advice; the page of the criterion has them all."""


@dataclass(frozen=True)
class AssessmentData:
    """The published files by their address from the root of the site."""

    folder: str
    files: Mapping[str, bytes]

    def address(self, locale: Locale) -> str:
        return f"{self.folder}/{locale}.json"


def assessment_data(editions: Editions) -> AssessmentData:
    """The same catalogue gives the same bytes under the same names."""
    files = {f"{locale}.json": as_json(content(edition)) for locale, edition in editions.items()}
    return AssessmentData(*hashed(f"{ASSETS}/assessment", files))


def content(edition: Edition) -> dict[str, object]:
    """One language; addresses of pages are posix paths from the root of the site."""
    catalogue = edition.catalogue
    relations = {criterion.id: relations_of(criterion, edition) for criterion in catalogue.criteria.values()}
    texts = catalogue.strings[edition.locale]["assessment"]
    assert isinstance(texts, Mapping)
    return {
        "locale": REGIONS.get(edition.locale, edition.locale).replace("_", "-"),
        "version": catalogue.settings.criteria_version,
        "updated": catalogue.settings.updated,
        "dimensions": [_dimension(dimension, edition) for dimension in catalogue.dimensions.values()],
        "criteria": [_criterion(criterion, relations[criterion.id], edition) for criterion in in_order(catalogue)],
        "records": {
            name: records(edition, kind, {id for related in relations.values() for id in related[name]})
            for name, kind in RELATED.items()
        },
        "levels": [edition.label("level", term.id) for term in catalogue.vocabularies["level"].terms],
        "texts": dict(leaves(texts["app"])),
    }


def in_order(catalogue: Catalogue) -> tuple[Criterion, ...]:
    """All criteria in the order of the dimensions, retired ones after the others of theirs."""
    place = {id: number for number, id in enumerate(catalogue.dimensions)}
    return tuple(
        sorted(
            catalogue.criteria.values(),
            key=lambda criterion: (place[criterion.dimension], criterion.retired is not None, criterion.order, criterion.id),
        )
    )


def relations_of(criterion: Criterion, edition: Edition) -> dict[str, list[str]]:
    """Ids of what helps with a criterion; a guide may carry the anchor of its section (`matching#criteria`).

    Practices are those whose results are known best, at most `MOST_PRACTICES`.
    """
    catalogue = edition.catalogue
    practices = sorted(
        (practice for practice, _ in catalogue.practices_by_criterion[criterion.id]),
        key=lambda practice: (practice.adjacent, -practice.evidence.level, practice.id),
    )
    guides = catalogue.guides_by_criterion[criterion.id]
    return {
        "guides": [f"{guide.id}#{anchor}" if anchor else guide.id for guide, anchor in guides],
        "tools": [tool.id for tool in catalogue.tools_by_criterion[criterion.id]],
        "practices": list(dict.fromkeys(practice.id for practice in practices))[:MOST_PRACTICES],
    }


def records(edition: Edition, kind: str, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Title and address of each record."""
    return {id: (edition.title(kind, id.partition("#")[0]), edition.address(kind, id)) for id in sorted(ids)}


def reading(dimension: Dimension, edition: Edition) -> tuple[list[str], int]:
    """The introduction of a dimension as plain paragraphs, and the minutes it takes."""
    text = dimension.introduction.said(edition.locale).text
    paragraphs = [prose.to_plain(part) for part in text.split("\n\n")]
    return paragraphs, reading_minutes(sum(len(part.split()) for part in paragraphs))


def _dimension(dimension: Dimension, edition: Edition) -> dict[str, object]:
    paragraphs, minutes = reading(dimension, edition)
    return {
        "id": dimension.id, "title": edition.text(dimension.title), "short": edition.text(dimension.station),
        "reading": paragraphs, "minutes": minutes,
    }  # fmt: skip


def _criterion(criterion: Criterion, relations: dict[str, list[str]], edition: Edition) -> dict[str, object]:
    item: dict[str, object] = {
        "id": criterion.id,
        "dimension": criterion.dimension,
        "tier": criterion.tier,
        "basis": list(dict.fromkeys(basis.kind for basis in criterion.basis)),
        "since": criterion.since,
        "title": edition.text(criterion.title),
        "why": edition.plain(criterion.why),
        "proof": [edition.text(proof) for proof in criterion.proof],
        "relations": {kind: ids for kind, ids in relations.items() if ids},
    }
    if criterion.reworded:
        item["reworded"] = criterion.reworded
    if criterion.replaces:
        item["replaces"] = list(criterion.replaces)
    if criterion.retired:
        item["retired"] = {"version": criterion.retired.version, "reason": edition.text(criterion.retired.reason)}
    return item
