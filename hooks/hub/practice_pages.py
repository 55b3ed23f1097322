"""The list of practices and one fiche per practice."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment
from markupsafe import Markup

from .model import Practice
from .pages import Crumb, Page
from .view import Edition, View


def pages(edition: Edition, env: Environment) -> Iterator[Page]:
    for practice in edition.catalogue.practices.values():
        yield practice_page(practice, edition, env)


def practice_page(practice: Practice, edition: Edition, env: Environment) -> Page:
    path = f"practices/{practice.id}"
    view = View(edition, path)
    body = env.get_template("hub/pages/practice.html").render(view.globals() | {"practice": practice})
    return Page(
        path=path,
        locale=edition.locale,
        kind="practice",
        title=edition.text(practice.name),
        description=edition.text(practice.summary),
        body=Markup(body),
        section="practices",
        source=edition.catalogue.path_of["practice", practice.id],
        breadcrumbs=(
            Crumb(edition.strings("page.home"), ""),
            Crumb(edition.strings("practices.title"), "practices"),
            Crumb(edition.text(practice.name), None),
        ),
        updated=practice.last_checked,
    )
