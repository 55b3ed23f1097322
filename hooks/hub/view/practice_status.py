"""Whether a practice still runs, in words. What may be said is decided in `link/freshness.py`."""

from __future__ import annotations

from markupsafe import Markup, escape

from ..link.freshness import Standing
from ..model import Practice, Text
from .edition import Edition
from .view import View


def standing(edition: Edition, practice: Practice) -> Standing:
    return edition.catalogue.standings[practice.id]


def overtaken(edition: Edition, practice: Practice) -> str:
    """`Actief in 2019 (laatste bron)`, where the record says that it runs and its sources are too old; else empty."""
    known = standing(edition, practice)
    if not known.overtaken:
        return ""
    return edition.strings("practice.ran", year=str(known.year)) if known.year else edition.strings("practice.ran_undated")


def short(edition: Edition, practice: Practice) -> str:
    """Among other words: the label alone."""
    return overtaken(edition, practice) or edition.label("status", practice.status)


def dated(edition: Edition, practice: Practice) -> str:
    """With the year of the newest source, where that is known."""
    words, year = short(edition, practice), standing(edition, practice).year
    if year is None or standing(edition, practice).overtaken:
        return words
    return edition.strings("practice.status_checked", status=words, year=str(year))


def authored(edition: Edition, practice: Practice) -> Text | None:
    """The short answer of the record itself, as long as it holds."""
    glance = practice.at_a_glance
    return glance.status if glance and not standing(edition, practice).overtaken else None


def on_card(view: View, practice: Practice) -> Markup:
    written = authored(view.edition, practice)
    return view.say(written) if written else escape(short(view.edition, practice))
