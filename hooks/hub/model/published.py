"""Ids that readers and saved files may hold: once published, an id leads to its record for good."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import ID, Record

PUBLISHED_ID_PATTERN = rf"^{ID}(?:/(?:{ID}|[A-Z]{{2}}))*$"

PublishedId = Annotated[str, Field(pattern=PUBLISHED_ID_PATTERN, max_length=200)]
"""Of a figure of a practice `practice/figure`, of a term `vocabulary/term`, of a page its path."""

Ids = tuple[PublishedId, ...]


class PublishedIds(Record):
    """Every id that was ever published, by kind. Kept in `data/published.yml`; `make ids` adds what is new."""

    practice: Ids = ()
    criterion: Ids = ()
    dimension: Ids = ()
    guide: Ids = ()
    tool: Ids = ()
    partner: Ids = ()
    project: Ids = ()
    figure: Ids = ()
    source: Ids = ()
    glossary: Ids = ()
    label: Ids = ()
    statement: Ids = ()
    study: Ids = ()
    tally: Ids = ()
    lesson: Ids = ()
    dispute: Ids = ()
    change: Ids = ()
    term: Ids = ()
    page: Ids = ()
