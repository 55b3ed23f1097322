"""The key facts of a practice, in the order of its record page and of the comparison."""

from __future__ import annotations

from markupsafe import Markup

from ..model import Practice, Text
from . import evidence, facts, figures, practice_card, practice_status, reviews
from .facts import note, website
from .templates import macro
from .view import View


def fact_values(view: View, practice: Practice) -> tuple[tuple[str, Markup | str | None], ...]:
    """Name and value of every key fact in their order; empty where it is not documented."""
    edition = view.edition
    t = view.t
    strings = edition.strings

    def labels(vocabulary: str, ids: tuple[str, ...]) -> str | None:
        return edition.labels(vocabulary, ids) or None

    def noted(value: Markup | str | None, about: Text | None) -> Markup:
        return facts.joined([value, note(view, about)], "")

    provider = practice.provider
    partner = provider.partner
    name = (
        macro("text", "link", view, view.record("partner", partner), view.say(provider.name))
        if partner
        else view.say(provider.name)
    )
    where = practice_card.place(view, practice)
    period = facts.period(view, practice.period)
    status = practice_status.dated(edition, practice)
    budget = next((figure for figure in practice.funding.budget if figure.kind == "money"), None)
    education = edition.label("edu", practice.mentees.education)
    course = practice.course
    duration = [edition.label("dur", id) for id in course.duration]
    frequency = [edition.label("freq", id) for id in course.frequency]
    known = evidence.evidence(view, practice.evidence, practice.results)
    return (
        ("provider", facts.joined([name, edition.label("provider", provider.type)], " · ")),
        ("where", noted(where, practice.where.places)),
        ("period", noted(period, practice.period.note if practice.period else None)),
        ("status", noted(status, practice.status_note)),
        ("kind", labels("kind", practice.kind)),
        ("mentees", labels("group", practice.mentees.group)),
        ("education", education),
        ("mentors", labels("mentor", practice.mentors.profile)),
        ("rhythm", view.say(course.rhythm) if course.rhythm else None),
        ("duration", strings.listed(duration, "or") if not course.rhythm else None),
        ("frequency", strings.listed(frequency, "or") if not course.rhythm else None),
        ("format", labels("format", course.format)),
        ("sector", edition.label("sector", course.sector)),
        ("funder", labels("fund", practice.funding.funder)),
        ("budget", noted(figures.quantity(budget, strings), budget.measures) if budget else None),
        ("migrant", None if practice.migrant_specific else t("practice.open_to_all")),
        ("evidence", macro("evidence", "evidence_fact", view, known)),
        ("website", website(view, practice.website) if practice.website else None),
        ("checked", reviews.said(view, reviews.review(edition, "practice", practice))),
    )  # fmt: skip
