"""Small pages at the addresses that records had before: they lead on to where the record stands now.

They are no pages of the site proper: no navigation lists them, no search finds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2.utils import htmlsafe_json_dumps

from ..link.addresses import record_path, uri, value_path
from ..model import FACETS
from ..model.kinds import KINDS
from ..view.edition import Edition, Editions
from ..view.templates import rendered
from ..view.view import View


def moved_pages(editions: Editions) -> Mapping[str, bytes]:
    """Address of the file → HTML, in every language."""
    files = {}
    for locale, edition in editions.items():
        for old, new, title in _moves(edition):
            view = View(edition, old)
            href = view.link(new)
            html = rendered("moved", view, href=href, address=htmlsafe_json_dumps(href), title=title)
            files[f"{uri(old, locale, edition.catalogue.settings)}index.html"] = f"{html.rstrip()}\n".encode()
    return files


def _moves(edition: Edition) -> Iterator[tuple[str, str, str]]:
    """Path before, path now, title of the page now."""
    for kind in (kind.name for kind in KINDS if kind.pages):
        for id, record in edition.catalogue.of(kind).items():
            for former in record.former_ids:
                yield record_path(kind, former), record_path(kind, id), edition.title(kind, id)
    for facet, _ in FACETS:
        for term in edition.catalogue.vocabularies[facet].terms:
            if edition.practices_by_value[facet, term.id]:
                for former in term.former_ids:
                    yield value_path(facet, former), value_path(facet, term.id), edition.text(term.label)
