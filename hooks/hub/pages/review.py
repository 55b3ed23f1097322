"""The page on which whoever runs the hub sees what a contribution would change; its script reads what arrived."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from ..contribute.editable import KINDS
from ..link.addresses import CONTRIBUTE, REVIEW, record_path
from ..model.kinds import BY_NAME
from ..view.edition import Edition
from ..view.page import Crumb, Page, page_of
from ..view.templates import rendered
from ..view.view import View


def pages(edition: Edition) -> Iterator[Page]:
    view, t = View(edition, REVIEW), edition.strings
    page = page_of(
        view,
        "review",
        title=t("review.title"),
        description=t("review.description"),
        body=rendered("pages/review", view, settings=edition.catalogue.settings, places=json.dumps(_places(view))),
        section="about",
    )
    home, here = page.breadcrumbs
    above = Crumb(t("shell.pages.contribute"), CONTRIBUTE)
    yield replace(page, breadcrumbs=(home, above, here), indexed=False)


def _places(view: View) -> dict[str, str]:
    """Kind → where its records are, with names of their fields to fill in."""
    found = {}
    for kind in KINDS:
        its = BY_NAME[kind]
        path = record_path(kind, "{id}") if its.pages else record_path(its.part_of, f"{{{its.part_of}}}")
        found[kind] = view.link(path, None if its.pages else f"{its.anchor}{{id}}")
    return found
