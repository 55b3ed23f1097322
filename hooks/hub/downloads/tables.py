"""What the hub knows in rows, to take home without a script: one CSV per table and language.

    /downloads/figures.<locale>.csv        /downloads/studies.<locale>.csv        /downloads/findings.<locale>.csv

RFC 4180 with the mark by which spreadsheets know UTF-8; cells are parted as spreadsheets of the language expect. The first
rows are the data; the last says where they come from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from ..link.addresses import EVIDENCE, table_download, uri
from ..model import Text
from ..view import figures, gap_map, outcome_chart
from ..view.edition import Edition, Editions

Row = tuple[str, ...]

SEPARATORS = {"en": ","}
"""Elsewhere a comma stands in numbers, and spreadsheets expect a semicolon."""


def tables(languages: Editions, base: str) -> Mapping[str, bytes]:
    """Every file by its address. `base` is the address of the site, ends in `/`."""
    return {
        table_download(name, locale): _written(rows(edition), edition, base)
        for locale, edition in languages.items()
        for name, rows in TABLES.items()
    }


def _figures(edition: Edition) -> Iterable[Row]:
    """Every figure of every practice, one row each, with what is needed not to misread it."""
    t = edition.strings
    heads = (
        "known.chart.practice", "known.table.id", "known.table.kind", "known.chart.value", "known.table.counts",
        "known.chart.what", "figure.window", "known.chart.of", "figure.year", "figure.counted_by", "known.table.sources",
        "known.table.note",
    )  # fmt: skip
    yield tuple(t(head) for head in heads)
    for practice in edition.practices_by_name:
        for figure in (*practice.results, *practice.funding.budget):
            yield (
                edition.text(practice.name), f"{practice.id}/{figure.id}", t(f"figure.group.{figure.kind}"),
                outcome_chart.value(figure, edition), edition.label("counted", figure.counts) if figure.counts else "",
                edition.text(figure.measures), _text(edition, figure.window), _text(edition, figure.n),
                figures.year(figure, t) if figure.year else "", t(f"figure.reported_by.{figure.reported_by}"),
                _sources(edition, figure.sources), _text(edition, figure.note),
            )  # fmt: skip


def _studies(edition: Edition) -> Iterable[Row]:
    t = edition.strings
    names = ("programme", "design", "n", "outcome", "finding", "follow_up", "how_read", "step")
    columns = ("known.table.id", "known.table.kind", *(f"known.studies.{name}" for name in names), "known.table.note")
    yield tuple(t(column) for column in (*columns, "known.table.sources"))
    for study in edition.catalogue.studies.values():
        texts = (study.programme, study.design, study.n, study.outcome, study.finding, study.follow_up)
        read = t.listed([t(f"known.studies.read.{read}") for read in study.read])
        notes = (_text(edition, study.read_note), _text(edition, study.caution))
        yield (
            study.id, t(f"known.studies.scope.{study.scope}"), *(_text(edition, text) for text in texts), read,
            str(study.step or ""), " ".join(note for note in notes if note), _sources(edition, study.sources),
        )  # fmt: skip


def _findings(edition: Edition) -> Iterable[Row]:
    t = edition.strings
    vocabulary = edition.catalogue.vocabularies["outcome"]
    yield (
        t("known.chart.practice"), edition.text(vocabulary.label), t("known.studies.step"), t("known.studies.finding"),
        t("known.table.sources"),
    )  # fmt: skip
    for practice, item in gap_map.findings(edition.catalogue):
        yield (
            edition.text(practice.name), edition.label("outcome", item.outcome), str(item.evidence),
            edition.text(item.what), _sources(edition, item.sources),
        )  # fmt: skip


TABLES: Mapping[str, Callable[[Edition], Iterable[Row]]] = {
    "figures": _figures, "studies": _studies, "findings": _findings,
}  # fmt: skip
"""Name of the file → its rows, heads first. The page on evidence lists them."""


def _text(edition: Edition, text: Text | None) -> str:
    return edition.text(text) if text else ""


def _sources(edition: Edition, ids: Iterable[str]) -> str:
    """`Actiris, 2018 https://…; …`"""
    found = (edition.references[id] for id in ids)
    return "; ".join(f"{one.mark} {one.url}" if one.url else one.mark for one in found)


def _written(rows: Iterable[Row], edition: Edition, base: str) -> bytes:
    settings = edition.catalogue.settings
    page = f"{base}{uri(EVIDENCE, edition.locale, settings)}"
    source = f"{edition.text(settings.title)}, {settings.content_license_name}, {page}"
    separator = SEPARATORS.get(edition.locale, ";")
    lines = (separator.join(_cell(cell, separator) for cell in row) for row in (*rows, (source,)))
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")


def _cell(text: str, separator: str) -> str:
    """A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV Injection").

    >>> _cell("=1+1", ","), _cell('a "b"; c', ";"), _cell("@level2work", ",")
    ("'=1+1", '"a ""b""; c"', "'@level2work")
    """
    safe = f"'{text}" if re.match(r"\s*[=+\-@]", text) else text
    return f'"{safe.replace(chr(34), chr(34) * 2)}"' if re.search(rf'[{re.escape(separator)}"\r\n]', safe) else safe
