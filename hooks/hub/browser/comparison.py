"""Practices side by side: all rows, and what is in them for each practice; what is shown first is in `comparison_summary`.

`comparison_rows` is the only place that says what is compared. The page holds the rows without a practice, the published
files hold a practice without a page; the module `comparison` in the browser lays the second into the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ..link.addresses import COMPARISON
from ..link.facets import facet_values
from ..model import Practice, Prose
from ..view import contradictions, evidence, facts, figures, practice_card, practice_status, sources
from ..view.edition import Edition
from ..view.figures import FIGURE_GROUPS, figure, figure_groups
from ..view.practice_facts import fact_values
from ..view.templates import macro
from ..view.view import View
from .comparison_summary import adapting, drawn, summary
from .hashed import as_json

ROWS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "results": tuple((kind, f"figure.group.{kind}") for kind in figures.FIGURE_GROUPS),
    "facts": tuple((name, f"practice.fact.{name}") for name in (
        "provider", "where", "period", "status", "kind", "mentees", "education", "mentors", "rhythm", "format", "sector",
        "funder", "migrant", "evidence", "website", "checked",
    )),
    "evidence": (
        ("research", "evidence.research.title"), ("practice", "evidence.practice.title"),
        ("why", "practice.section.evidence_why"), ("evaluation", "practice.section.evaluation"),
    ),
    "conditions": (("works_when", "practice.section.works_when"), ("watch_out", "practice.section.watch_out")),
    "adapt": (("adapt", "practice.section.adapt"),),
    "lessons": (("lessons", "practice.section.lessons"),),
    "people": (("mentees", "practice.block.mentees"), ("mentors", "practice.block.mentors")),
    "how": tuple((name, f"practice.step.{name}") for name in ("intake", "matching", "training", "meetings", "coach")),
    "around": (
        *((name, f"practice.block.{name}") for name in ("provider", "employers", "partners", "funding")),
        ("budget", "practice.section.budget"),
    ),
    "contradictions": (("contradictions", "contradiction.title"),),
    "criteria": (("criteria", "practice.section.criteria"),),
}  # fmt: skip
"""Section of the record page → its rows and the texts that name them, in the order of that page."""

FACETS_OF_FACTS: Mapping[str, str] = {
    "kind": "kind", "mentees": "group", "education": "edu", "mentors": "mentor", "format": "format", "sector": "sector",
    "funder": "fund", "status": "status",
}  # fmt: skip
"""Key facts that are terms of a closed list."""

Terms = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Row:
    """What is documented about one practice; two rows of terms can be compared, texts can only be read."""

    id: str
    """Section and name, as `facts.where`."""
    terms: Terms
    """(id, label) from closed lists."""
    html: Markup
    """In other words than those of a list; below the terms, if there are any."""

    @property
    def documented(self) -> bool:
        return bool(self.terms or self.html)


def comparison_rows(view: View, practice: Practice) -> tuple[Row, ...]:
    """Every row of `ROWS` in its order, also those of which nothing is documented."""
    values: dict[str, tuple[Terms, Markup]] = {}

    def fill(id: str, html: Markup | str | None = None, terms: Iterable[tuple[str, str]] = ()) -> None:
        values[id] = tuple(terms), Markup("{}").format(html) if html else Markup("")

    _facts(view, practice, fill)
    _texts(view, practice, fill)
    _figures(view, practice, fill)
    return tuple(
        Row(f"{section}.{name}", *values[f"{section}.{name}"]) for section, rows in ROWS.items() for name, _ in rows
    )


Fill = Callable[..., None]


def _facts(view: View, practice: Practice, fill: Fill) -> None:
    known = dict(fact_values(view, practice))
    for name in ("provider", "period", "website", "checked"):
        fill(f"facts.{name}", known[name])
    for name, facet in FACETS_OF_FACTS.items():
        fill(f"facts.{name}", terms=_terms(view, facet, practice))
    status_note = view.say(practice.status_note) if practice.status_note else None
    status = (practice_status.overtaken(view.edition, practice), status_note)
    fill("facts.status", facts.joined(status, ". "), _terms(view, "status", practice))
    fill("facts.where", view.say(practice.where.places) if practice.where.places else None,
         (*_terms(view, "country", practice), *_terms(view, "region", practice)))  # fmt: skip
    course = practice.course
    fill("facts.rhythm", view.say(course.rhythm) if course.rhythm else None,
         (*_terms(view, "dur", practice), *_terms(view, "freq", practice)))  # fmt: skip
    open_to = "migrant" if practice.migrant_specific else "all"
    fill("facts.migrant", terms=[(open_to, view.t(f"comparison.open_to.{open_to}"))])
    graded = evidence.evidence(view, practice.evidence, practice.results)
    fill("facts.evidence", terms=[(str(graded.level), graded.word)])
    for axis in (graded.research, graded.practice):
        fill(f"evidence.{axis.id}", axis.meaning, [(str(axis.step), axis.word)])


def _texts(view: View, practice: Practice, fill: Fill) -> None:
    def prose(text: Prose | None) -> Markup | None:
        return view.prose(text) if text else None

    matching, training = practice.matching, practice.training
    fill("people.mentees", prose(practice.mentees.about))
    fill("people.mentors", prose(practice.mentors.about))
    fill("how.intake", prose(matching.intake))
    fill("how.matching", prose(matching.about), _terms(view, "match", practice))
    named = [(view.t("practice.block.mentors"), training.mentors), (view.t("practice.block.mentees"), training.mentees)]
    blocks = [(title, view.prose(text)) for title, text in named if text]
    fill("how.training", _cell(view, "blocks", blocks), _terms(view, "train", practice))
    fill("how.meetings", prose(practice.course.content))
    fill("how.coach", prose(practice.coach))
    fill("around.provider", prose(practice.provider.about))
    fill("around.employers", prose(practice.employers.about), _terms(view, "empl", practice))
    fill("around.partners", prose(practice.partners))
    fill("around.funding", prose(practice.funding.about))
    fill("evidence.why", prose(practice.evidence.why))
    fill("evidence.evaluation", prose(practice.evidence.evaluation))
    fill("conditions.works_when", _cell(view, "works_when", facts.works_when(view, practice)))
    for name, texts in (("conditions.watch_out", practice.watch_out), ("lessons.lessons", practice.lessons),
                        ("adapt.adapt", practice.adapt)):  # fmt: skip
        fill(name, _cell(view, "points", facts.points(view, texts)))
    opposed = contradictions.contradictions(view, practice.contradictions)
    fill("contradictions.contradictions", _cell(view, "contradictions", opposed))
    links = [
        (view.record("criterion", item.criterion), view.edition.title("criterion", item.criterion))
        for item in practice.criteria
    ]
    fill("criteria.criteria", _cell(view, "links", links))


def _figures(view: View, practice: Practice, fill: Fill) -> None:
    groups = {group.kind: group.figures for group in figure_groups(view, practice.results)}
    for kind in FIGURE_GROUPS:
        fill(f"results.{kind}", _cell(view, "figures", groups.get(kind, ())))
    fill("around.budget", _cell(view, "figures", [figure(view, item) for item in practice.funding.budget]))


def _cell(view: View, kind: str, items: object) -> Markup:
    return macro("comparison", kind, view, items)


def _terms(view: View, facet: str, practice: Practice) -> Terms:
    edition = view.edition
    ids = facet_values(edition.catalogue, practice, facet)
    return tuple((f"{facet}:{id}", edition.label(facet, id)) for id in ids)


# --- files --------------------------------------------------------------------------------------------------------------


def summary_file(edition: Edition, practice: Practice) -> bytes:
    """What is shown of one practice at once, and the sources that it cites.

    `{"id", "name", "href", "place", "summary": {row: {"text", "terms", "href", "html"}}, "chart": [as drawn], "adapt",
    "sources": [[rank, id, html]]}`; what is not documented is absent, all links are relative to the page of the comparison.
    """
    view = View(edition, COMPARISON)
    return as_json({
        "id": practice.id,
        "name": edition.text(practice.name),
        "href": view.record("practice", practice.id),
        "place": practice_card.place(view, practice),
        "summary": {answer.row: answer.published() for answer in summary(view, practice) if answer.text},
        "chart": drawn(view, practice),
        "adapt": adapting(view, practice),
        "sources": _sources(view),
    })  # fmt: skip


def rows_file(edition: Edition, practice: Practice) -> bytes:
    """All documented rows of one practice, for who asks: `{"rows": {row: {"terms": [[id, label]], "html"}}, "sources"}`."""
    view = View(edition, COMPARISON)
    rows = comparison_rows(view, practice)
    return as_json({
        "rows": {
            row.id: ({"terms": row.terms} if row.terms else {}) | ({"html": row.html} if row.html else {})
            for row in rows
            if row.documented
        },
        "sources": _sources(view),
    })  # fmt: skip


def _sources(view: View) -> list[list[object]]:
    """What was cited so far: `[[rank, id, html]]`, in the order of a bibliography."""
    rank = {id: place for place, id in enumerate(view.edition.references)}
    return [
        [rank[item.id], item.id, macro("sources", "source_item", view, item).strip()]
        for item in sources.sources(view, view.cited())
    ]


def names_file(edition: Edition) -> bytes:
    """All practices by name, and the ids that some had before: `{"ids", "names", "former": {old id: id}}`."""
    practices = edition.practices_by_name
    return as_json({
        "ids": [practice.id for practice in practices],
        "names": [edition.text(practice.name) for practice in practices],
        "former": {former: practice.id for practice in practices for former in practice.former_ids},
    })  # fmt: skip
