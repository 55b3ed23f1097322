"""Sources as a page lists them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from ..text.bibliography import Reference
from .view import View


@dataclass(frozen=True)
class SourceView:
    """A full reference in a list."""

    id: str
    mark: str
    html: Markup
    url: str | None
    host: str
    read: str
    """The label that says how much of it we could read."""
    complete: bool
    """All of it was read and there is nothing to add."""
    more: str
    """Link to its entry in the full list."""


def sources(view: View, references: Iterable[Reference]) -> tuple[SourceView, ...]:
    return tuple(source(view, reference) for reference in references)


def source(view: View, reference: Reference) -> SourceView:
    record = view.edition.catalogue.sources[reference.id]
    read = view.t(f"sources.read.{record.custom.read}")
    if record.custom.read_note:
        note = view.edition.text(record.custom.read_note)
        read = note if record.custom.read == "full" else f"{read}: {note}"
    return SourceView(
        id=reference.id,
        mark=reference.mark,
        html=reference.html,
        url=reference.url,
        host=(urlsplit(reference.url).hostname or "").removeprefix("www.") if reference.url else "",
        read=read,
        complete=record.custom.read == "full" and record.custom.read_note is None,
        more=view.record("source", reference.id),
    )
