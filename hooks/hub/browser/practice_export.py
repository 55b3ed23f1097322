"""What people take home: all that the hub documents in closed lists and figures about every practice, per language.

The module `practice-export` in the browser makes tables (CSV) and JSON of it, for the practices
that are shown.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..link.facets import facet_values
from ..model import FACETS, Figure, Practice
from ..view import figures, practice_status
from ..view.edition import Edition
from .hashed import as_json

COLUMNS: Mapping[str, str] = {
    "id": "export.column.id", "name": "export.column.name", "address": "export.column.address",
    "summary": "export.column.summary", "provider": "practice.fact.provider", "places": "export.column.places",
    "state": "export.column.state", "start": "export.column.start", "end": "export.column.end",
    "rhythm": "practice.fact.rhythm",
    "figures": "practice.section.results", "website": "practice.fact.website", "checked": "practice.fact.checked",
}  # fmt: skip
"""What is known beside the facets, and the texts that name it. The browser knows the address of each page."""


def export_file(edition: Edition) -> bytes:
    """`{"language", "license", "columns": {name: label}, "facets": {id: {"label", "terms": {id: label}}}, "practices"}`.

    A practice holds what is documented of `columns`, and for every facet the ids of its terms.
    """
    catalogue = edition.catalogue
    content = {
        "hub": edition.text(catalogue.settings.title),
        "language": edition.locale,
        "license": catalogue.settings.content_license,
        "columns": {name: edition.strings(key) for name, key in COLUMNS.items()},
        "facets": {
            facet: {
                "label": edition.text(catalogue.vocabularies[facet].label),
                "terms": {term.id: edition.text(term.label) for term in catalogue.vocabularies[facet].terms},
            }
            for facet, _ in FACETS
        },
        "practices": [practice_record(edition, practice) for practice in edition.practices_by_name],
    }
    return as_json(content)


def practice_record(edition: Edition, practice: Practice) -> dict[str, object]:
    period = practice.period
    texts = {
        "name": edition.text(practice.name),
        "summary": edition.text(practice.summary),
        "provider": edition.text(practice.provider.name),
        "places": edition.text(practice.where.places) if practice.where.places else None,
        "state": practice_status.dated(edition, practice),
        "start": period.start if period else None,
        "end": period.end if period else None,
        "rhythm": edition.text(practice.course.rhythm) if practice.course.rhythm else None,
        "website": practice.website,
        "checked": practice.last_checked,
    }
    figures = [figure_record(edition, figure) for figure in (*practice.results, *practice.funding.budget)]
    values = {facet: list(facet_values(edition.catalogue, practice, facet)) for facet, _ in FACETS}
    return {
        "id": practice.id,
        **{name: text for name, text in texts.items() if text},
        "facets": {facet: ids for facet, ids in values.items() if ids},
        "figures": figures,
    }


def figure_record(edition: Edition, figure: Figure) -> dict[str, object]:
    """A figure with all that is needed not to misread it, and the same as one line of `text`."""
    strings = edition.strings
    counted_by = strings(f"figure.reported_by.{figure.reported_by}")
    sources = "; ".join(edition.references[id].mark for id in figure.sources)
    number = figures.quantity(figure, strings)
    about = (
        f"{strings('figure.window')}: {figures.window(figure, edition)}",
        f"{strings('figure.year')}: {figures.year(figure, strings)}",
        f"{strings('figure.counted_by')}: {counted_by} ({sources})",
    )
    record = {
        "id": figure.id,
        "kind": figure.kind,
        "value": _json_number(figure.value),
        "to": _json_number(figure.to) if figure.to is not None else None,
        "qualifier": figure.qualifier,
        "unit": figure.unit,
        "measures": edition.text(figure.measures),
        "counts": figure.counts,
        "n": edition.text(figure.n) if figure.n else None,
        "window": edition.text(figure.window) if figure.window else None,
        "year": figure.year,
        "year_inferred": figure.year_inferred or None,
        "reported_by": figure.reported_by,
        "sources": list(figure.sources),
        "note": edition.text(figure.note) if figure.note else None,
        "text": f"{number}: {edition.text(figure.measures)} [{'; '.join(about)}]",
    }
    return {name: value for name, value in record.items() if value is not None}


def _json_number(value: object) -> int | float:
    number = float(str(value))
    return int(number) if number.is_integer() else number
