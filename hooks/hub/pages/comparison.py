"""The page on which practices are compared; its script fills it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..browser.comparison import ROWS
from ..link.addresses import COMPARISON, PRACTICES
from ..view.edition import Edition
from ..view.page import Page, page_of
from ..view.templates import rendered
from ..view.view import View

# --- page ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Heading:
    id: str
    label: str


@dataclass(frozen=True)
class Section:
    title: str | None
    """None where a single row says it all."""
    rows: tuple[Heading, ...]


def sections(view: View) -> tuple[Section, ...]:
    """The headings of the table."""
    return tuple(
        Section(
            view.t(f"practice.section.{id}") if len(rows) > 1 else None,
            tuple(Heading(f"{id}.{name}", view.t(key)) for name, key in rows),
        )
        for id, rows in ROWS.items()
    )


def pages(edition: Edition, folder: str) -> Iterator[Page]:
    """`folder` is the address of the published files."""
    view = View(edition, COMPARISON)
    t = edition.strings
    yield page_of(
        view,
        "comparison",
        title=t("comparison.title"),
        description=t("comparison.description"),
        body=rendered("pages/comparison", view, sections=sections(view), files=view.asset(folder)),
        section="practices",
        above=(PRACTICES,),
        searchable=False,
    )
