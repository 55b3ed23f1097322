"""The page on which practices are compared; its script fills it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from ..browser.comparison import PATH, ROWS
from ..view.edition import Edition
from ..view.page import Crumb, Page
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


def pages(edition: Edition, folder: str, env: Environment) -> Iterator[Page]:
    """`folder` is the address of the published files."""
    view = View(edition, PATH)
    t = edition.strings
    context = view.globals() | {"sections": sections(view), "files": view.asset(folder)}
    yield Page(
        path=PATH,
        locale=edition.locale,
        kind="comparison",
        title=t("comparison.title"),
        description=t("comparison.description"),
        body=Markup(env.get_template("hub/pages/comparison.html").render(context)),
        section="practices",
        source=None,
        breadcrumbs=(
            Crumb(t("page.home"), ""), Crumb(t("practices.title"), "practices"), Crumb(t("comparison.title"), None)
        ),
        updated=edition.catalogue.settings.updated,
        searchable=False,
    )
