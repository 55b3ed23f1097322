"""The card of a practice."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from ..model import Practice
from ..model.known_terms import BELGIUM, USUAL_KIND
from . import practice_status
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
    """Empty for the usual kind."""
    place: str
    summary: Markup
    groups: Markup
    """For whom it is."""
    education: Markup
    rhythm: Markup | None
    evidence: EvidenceView
    status: Markup
    """With the year that it rests on, where that is known."""


def card(view: View, practice: Practice) -> Card:
    edition, glance = view.edition, practice.at_a_glance
    return Card(
        id=practice.id,
        href=view.record("practice", practice.id),
        name=view.say(practice.name),
        kind=kind(edition, practice),
        place=place(view, practice),
        summary=view.say(practice.summary),
        groups=view.say(glance.for_whom) if glance else escape(edition.labels("group", practice.mentees.group)),
        education=(
            view.say(glance.education)
            if glance and glance.education
            else escape(edition.label("edu", practice.mentees.education))
        ),
        rhythm=rhythm(view, practice),
        evidence=evidence(view, practice.evidence, practice.results),
        status=practice_status.on_card(view, practice),
    )


def kind(edition: Edition, practice: Practice) -> str:
    """What it is, where that is not what most are."""
    return "" if practice.kind == (USUAL_KIND,) else edition.labels("kind", practice.kind)


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
