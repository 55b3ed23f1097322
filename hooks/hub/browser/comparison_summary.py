"""What the comparison shows at once of a practice: short answers, its outcome figures drawn, and what to adapt.

The answers are those of the record (`at_a_glance`); where it has none, the words of its closed lists. Which practices stand
beside each other is known in the browser only, so the chart comes in pieces that the module `comparison` puts together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..link.addresses import EVIDENCE
from ..link.facets import facet_values
from ..model import Practice, Text
from ..view import facts, outcome_chart, practice_card, practice_status
from ..view.evidence import evidence
from ..view.figure_row import figure_row
from ..view.templates import macro
from ..view.view import View

MOST_LETTERS = 60
SUMMARY: tuple[tuple[str, str | None], ...] = (
    ("for_whom", "group"), ("education", "edu"), ("place", "country"), ("duration_rhythm", "dur"), ("mentors", "mentor"),
    ("matching", "match"), ("training", "train"), ("cost", None), ("duos", None), ("result", None),
    ("evidence", "evidence"), ("status", "status"),
)  # fmt: skip
"""Rows in their order, each with the closed list by which practices are held against each other; None: words differ always,
and that says nothing."""


@dataclass(frozen=True)
class Answer:
    row: str
    text: str
    """Plain; empty where nothing is documented."""
    terms: tuple[str, ...]
    href: str | None = None
    """Where a figure stands with its definition."""
    html: Markup | None = None
    """Instead of the text, where a picture stands beside it."""

    def published(self) -> dict[str, object]:
        """`{"text", "terms", "href", "html"}`, of which what is absent is left out."""
        fields = {"text": self.text, "terms": self.terms, "href": self.href, "html": self.html}
        return {name: value for name, value in fields.items() if value}


def summary(view: View, practice: Practice) -> tuple[Answer, ...]:
    return tuple(_answer(view, practice, row, facet) for row, facet in SUMMARY)


def _answer(view: View, practice: Practice, row: str, facet: str | None) -> Answer:
    terms = facet_values(view.edition.catalogue, practice, facet) if facet else ()
    if row == "evidence":
        known = evidence(view, practice.evidence, practice.results)
        return Answer(row, known.word, terms, html=macro("evidence", "evidence_line", view, known))
    if row == "status" and (words := practice_status.overtaken(view.edition, practice)):
        return Answer(row, words, terms)
    written: Text | None = getattr(practice.at_a_glance, row) if practice.at_a_glance else None
    text = view.edition.text(written) if written else _of_lists(view, practice, row, facet)
    href = None
    if row == "result" and practice.best_result and text:
        href = view.record("practice", f"{practice.id}#figure-{practice.best_result}")
    return Answer(row, text, terms, href)


def _of_lists(view: View, practice: Practice, row: str, facet: str | None) -> str:
    edition = view.edition
    if row == "place":
        return short([practice_card.place(view, practice)])
    if row == "duration_rhythm":
        return short([practice_card.rhythm_of_facets(edition, practice)])
    if row == "cost" and practice.effort and practice.effort.band:
        return view.t("comparison.mentor_hours", hours=edition.label("effort", practice.effort.band).lower())
    return short([edition.label(facet, id) for id in facet_values(edition.catalogue, practice, facet)] if facet else [])


def short(labels: Sequence[str]) -> str:
    """As many labels as fit, with a sign that there are more.

    >>> short(["Refugees", "Newcomers"]), short(["x" * 40, "y" * 30])
    ('Refugees, Newcomers', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx …')
    """
    shown = list(labels)
    while shown:
        text = ", ".join(shown) + (" …" if len(shown) < len(labels) else "")
        if len(text) <= MOST_LETTERS:
            return text
        shown.pop()
    return f"{labels[0][: MOST_LETTERS - 2].rstrip()} …" if labels else ""


# --- the chart ----------------------------------------------------------------------------------------------------------


def drawn(view: View, practice: Practice) -> tuple[dict[str, object], ...]:
    """The figures of a practice for the chart: `{"counts", "height", "svg", "cells", "by", "hollow"}`, as it is drawn."""
    edition = view.edition
    found = []
    for one in outcome_chart.charted_of(practice):
        row, height = outcome_chart.single(edition, one)
        permalink = view.link(EVIDENCE, row.anchor)
        counts = str(one.figure.counts)
        cells = (
            macro("outcome_chart", "figure_cells", view, figure_row(view, one), permalink).strip(),
            macro("comparison", "counts_cell", view, edition.label("counted", counts)).strip(),
        )
        found.append({
            "counts": counts,
            "height": height,
            "svg": macro("outcome_chart", "drawn_row", view, row).strip(),
            "cells": "".join(cells),
            "by": one.figure.reported_by,
            "hollow": row.hollow,
        })  # fmt: skip
    return tuple(found)


# --- what to adapt ------------------------------------------------------------------------------------------------------


def adapting(view: View, practice: Practice) -> Markup:
    """What to adapt, what its sources call fixed and what they leave free."""
    parts = [
        (view.t(f"comparison.adapt.{name}") if name != "adapt" else None, facts.points(view, texts))
        for name, texts in (("adapt", practice.adapt), ("core", practice.core), ("varies", practice.varies))
        if texts
    ]
    return macro("comparison", "adapting", view, parts).strip()
