"""Makes thousands of builds of almost the same hub cheap: what depends only on what it is given is computed once.

For `fuzz`. No result changes, only the time: a file that is as before is not read again, a record that is as before is not
validated again, texts of the interface that are as before are not compared again, a text that is as before is not parsed
again, a page that came out as before is not framed again, and the documents of a tool are made again when anything changed
but practices, partners, projects, figures and documents, which they do not show. All else that looks from one record to
another (link, view, pages, browser files, tables, archives) is done anew for every hub, in every language.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from typing import Any
from unittest.mock import patch

from markdown_it import MarkdownIt

from hub import downloads
from hub.downloads.brief import Brief
from hub.link import checks, linked
from hub.link.linked import Linking
from hub.load import documents, records
from hub.load.records import RawRecord
from hub.model.kinds import INTERFACE, KINDS
from hub.pages import document
from hub.publish import site
from hub.validate import record
from hub.view import view
from hub.view.templates import environment

MOST = 4_000
"""Of each sort; enough for what all cases share."""


@contextmanager
def remembering() -> Iterator[None]:
    with ExitStack() as stack:
        for owner, name, new in (
            (records, "read", lru_cache(400)(records.read)),
            (documents, "document", lru_cache(200)(documents.document)),
            (record, "validated", _per_record(record.validated)),
            (MarkdownIt, "parse", _parsing(MarkdownIt.parse)),
            (MarkdownIt, "parseInline", _parsing(MarkdownIt.parseInline)),
            (linked, "citations", _as_tuple(linked.citations)),
            (linked, "record_links", _as_tuple(linked.record_links)),
            (linked, "value_marks", _as_tuple(linked.value_marks)),
            (view, "relative", lru_cache(MOST)(view.relative)),
            (document, "rendered", _framed(document.rendered)),
            (site, "assets", lru_cache(1)(site.assets)),
            (checks, "CHECKS", tuple(map(_of_interface, checks.CHECKS))),
            (downloads, "MAKERS", {format: _made(make) for format, make in downloads.MAKERS.items()}),
            (environment(), "auto_reload", False),
        ):
            stack.enter_context(patch.object(owner, name, new))
        before = gc.get_threshold()
        gc.set_threshold(100_000, 20, 100)  # what is kept is looked through less often
        stack.callback(gc.set_threshold, *before)
        yield


def _per_record(validated: Callable[..., Any]) -> Callable[..., Any]:
    """By the value that was read, which `read` gives again as long as the text is the same."""
    known: dict[tuple[object, ...], tuple[RawRecord, Any]] = {}

    def again(raw: RawRecord, locales: tuple[str, ...]) -> Any:
        key = (id(raw.value), raw.path, raw.within, locales)
        if key not in known:
            if len(known) >= MOST:
                known.clear()
            known[key] = (raw, validated(raw, locales))  # holds the value, so that nothing else gets its identity
        return known[key][1]

    return again


def _parsing(parse: Callable[..., Any]) -> Callable[..., Any]:
    """Tokens are shared as they are in a build: whoever changes one copies it first."""
    known = lru_cache(MOST)(lambda parser, text, with_values: parse(parser, text, {"value": with_values}))

    def again(self: MarkdownIt, src: str, env: Mapping[str, Any] | None = None) -> Any:
        return known(self, src, bool(env and env.get("value")))

    return again


def _framed(rendered: Callable[..., Any]) -> Callable[..., Any]:
    """By all that the frame gets: the values, the texts of the interface, the address."""
    known: dict[tuple[object, ...], tuple[object, ...]] = {}

    def again(template: str, view: Any, **values: object) -> Any:
        settings, strings = values["settings"], view.edition.catalogue.strings[view.edition.locale]
        others = repr([one for name, one in values.items() if name != "settings"])
        key = (template, view.path, view.root, view.edition.locale, id(settings), id(strings), others)
        if key not in known:
            if len(known) >= MOST:
                known.clear()
            known[key] = (rendered(template, view, **values), settings, strings)
        return known[key][0]

    return again


def _of_interface(check: Callable[..., Any]) -> Callable[..., Any]:
    """A check that looks at the texts of the interface alone, by these; other checks as they are."""
    if check not in (checks.interface_faults, checks.faults_of_needed_texts):
        return check
    known: dict[tuple[object, ...], tuple[object, ...]] = {}

    def again(linking: Linking) -> Any:
        files = [raw for raw in linking.loaded.records if raw.kind is INTERFACE]
        terms = [one.entity for one in linking.of("vocabulary")]
        held = (*files, *terms, *(one.entity for one in linking.of("hub")))
        key = (linking.locales, linking.loaded.unreadable, *(id(raw.value) for raw in files), *map(id, held[len(files) :]))
        if key not in known:
            if len(known) >= MOST:
                known.clear()
            known[key] = (tuple(check(linking)), held)
        return known[key][0]

    return again


_NOT_SHOWN = {"practice", "thin-practice", "partner", "project", "figure"}
"""Kinds of records that the documents of the toolkit do not show; links to them hold their ids, which the tool has."""


def _made(make: Callable[[Brief], bytes]) -> Callable[[Brief], bytes]:
    known: dict[tuple[object, ...], tuple[bytes, object]] = {}

    def again(brief: Brief) -> bytes:
        catalogue = brief.edition.catalogue
        held = (*(one for kind in KINDS if kind.model and kind.name not in _NOT_SHOWN and kind.name in catalogue.records
                  for one in catalogue.records[kind.name].values()), *catalogue.strings.values())  # fmt: skip
        key = (id(brief.tool), brief.edition.locale, brief.address, id(catalogue.settings), *map(id, held))
        if key not in known:
            if len(known) >= MOST // 10:
                known.clear()
            known[key] = (make(brief), (held, brief))
        return known[key][0]

    return again


def _as_tuple(found: Callable[[str], Iterator[Any]]) -> Callable[[str], tuple[Any, ...]]:
    return lru_cache(MOST)(lambda text: tuple(found(text)))
