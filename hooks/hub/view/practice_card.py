"""The card of a practice."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from ..model import Practice
from ..model.known_terms import BELGIUM
from .edition import Edition
from .evidence import EvidenceView, evidence
from .view import View


@dataclass(frozen=True)
class Card:
    """A practice among others."""

    id: str
    href: str
    name: Markup
    kind: str
    place: str
    summary: Markup
    rhythm: Markup | None
    evidence: EvidenceView
    status: str


def card(view: View, practice: Practice) -> Card:
    edition = view.edition
    return Card(
        id=practice.id,
        href=view.record("practice", practice.id),
        name=view.say(practice.name),
        kind=edition.labels("kind", practice.kind),
        place=place(view, practice),
        summary=view.say(practice.summary),
        rhythm=rhythm(view, practice),
        evidence=evidence(view, practice.evidence, practice.results),
        status=edition.label("status", practice.status),
    )


def place(view: View, practice: Practice) -> str:
    """Countries, Belgium with the regions if they are known: `België (Vlaanderen en Brussel) en Frankrijk`."""
    edition = view.edition
    regions = f" ({edition.labels('region', practice.where.region)})" if practice.where.region else ""
    return edition.strings.listed(
        [edition.label("country", id) + (regions if id == BELGIUM else "") for id in practice.where.country]
    )


def rhythm(view: View, practice: Practice) -> Markup | None:
    """Duration × frequency, in the words of the record or else in those of the facets."""
    if practice.course.rhythm:
        return view.say(practice.course.rhythm)
    words = rhythm_of_facets(view.edition, practice)
    return escape(words) if words else None


def rhythm_of_facets(edition: Edition, practice: Practice) -> str:
    """`4 tot 6 maanden, elke week of vaker`; empty when neither is documented."""
    words = [
        edition.strings.listed(labels, "or")
        for vocabulary, ids in (("dur", practice.course.duration), ("freq", practice.course.frequency))
        if (labels := [edition.label(vocabulary, id).lower() for id in ids])
    ]
    return ", ".join(words)
