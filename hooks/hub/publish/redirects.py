"""Small pages at the addresses that records had before: they lead on to where the record stands now.

They are no pages of the site proper: no navigation lists them, no search finds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..link.addresses import record_path, uri, value_path
from ..model import FACETS
from ..view.edition import Edition, Editions
from ..view.templates import rendered
from ..view.view import View


def moved_pages(editions: Editions) -> Mapping[str, bytes]:
    """Address of the file → HTML, in every language."""
    files = {}
    for locale, edition in editions.items():
        for old, new, title in _moves(edition):
            view = View(edition, old)
            html = rendered("moved", view, href=view.link(new), title=title)
            files[f"{uri(old, locale, edition.catalogue.settings)}index.html"] = f"{html.rstrip()}\n".encode()
    return files


def _moves(edition: Edition) -> Iterator[tuple[str, str, str]]:
    """Path before, path now, title of the page now."""
    for practice in edition.catalogue.practices.values():
        for former in practice.former_ids:
            yield record_path("practice", former), record_path("practice", practice.id), edition.text(practice.name)
    for facet, _ in FACETS:
        for term in edition.catalogue.vocabularies[facet].terms:
            if edition.practices_by_value[facet, term.id]:
                for former in term.former_ids:
                    yield value_path(facet, former), value_path(facet, term.id), edition.text(term.label)
