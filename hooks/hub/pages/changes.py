"""What changed in the content and why, the newest first, month by month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..link.addresses import ABOUT, CHANGES
from ..link.changes import newest_first, records_of
from ..model import Change
from ..view.edition import Edition
from ..view.links import Link, link_to
from ..view.page import Heading, Page, page_of
from ..view.templates import rendered
from ..view.view import View

MOST_RECORDS = 6
"""So many records stand beside their change; more are folded."""


@dataclass(frozen=True)
class ChangeView:
    anchor: str
    former: tuple[str, ...]
    date: str
    day: str
    kind: str
    what: str
    why: str
    records: tuple[Link, ...]
    folded: bool


@dataclass(frozen=True)
class Month:
    id: str
    """`2026-12`."""
    name: str
    changes: tuple[ChangeView, ...]


def pages(edition: Edition) -> Iterator[Page]:
    view = View(edition, CHANGES)
    t = edition.strings
    found = months(view)
    yield page_of(
        view,
        "changes",
        title=t("changes.title"),
        description=t("changes.description"),
        body=rendered("pages/changes", view, months=found),
        section="about",
        source="data/changes.yml",
        above=(ABOUT,),
        headings=tuple(Heading(month.id, month.name) for month in found),
    )


def months(view: View) -> tuple[Month, ...]:
    strings = view.edition.strings
    return tuple(
        Month(month, strings.date(month).capitalize(), tuple(_change(view, change) for change in changes))
        for month, changes in groupby(newest_first(view.edition.catalogue), key=lambda change: change.date[:7])
    )


def _change(view: View, change: Change) -> ChangeView:
    edition = view.edition
    records = tuple(link_to(view, kind, id) for kind, id in records_of(change))
    return ChangeView(
        f"change-{change.id}", change.former_ids, change.date, edition.strings.date(change.date),
        view.t(f"changes.kind.{change.kind}"), edition.text(change.what), edition.text(change.why),
        records, len(records) > MOST_RECORDS,
    )  # fmt: skip
