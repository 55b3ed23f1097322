"""Small pages at the addresses that records had before: they lead on to where the record stands now.

Relied on by: `publish`. They are no pages of the site proper: no navigation lists them, no search finds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ..link.addresses import uri, value_path
from ..model import FACETS
from ..pages.practices_by import practices_by_value
from ..view.edition import Edition
from ..view.templates import environment
from ..view.view import View

if TYPE_CHECKING:
    from ..link.catalogue import Catalogue


def moved_pages(catalogue: Catalogue) -> Mapping[str, bytes]:
    """Address of the file → HTML, in every language."""
    template = environment().get_template("hub/moved.html")
    files = {}
    for locale in catalogue.locales:
        edition = Edition(catalogue, locale)
        for old, new, title in _moves(edition):
            view = View(edition, old)
            html = template.render(view.globals() | {"href": view.link(new), "title": title})
            files[f"{uri(old, locale, catalogue.settings)}index.html"] = f"{html.rstrip()}\n".encode()
    return files


def _moves(edition: Edition) -> Iterator[tuple[str, str, str]]:
    """Path before, path now, title of the page now."""
    for practice in edition.catalogue.practices.values():
        for former in practice.former_ids:
            yield f"practices/{former}", f"practices/{practice.id}", edition.text(practice.name)
    holders = practices_by_value(edition)
    for facet, _ in FACETS:
        for term in edition.catalogue.vocabularies[facet].terms:
            if holders[facet, term.id]:
                for former in term.former_ids:
                    yield value_path(facet, former), value_path(facet, term.id), edition.text(term.label)
