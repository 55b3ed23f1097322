"""What the fields of records mean, in another language than English, in which the models themselves say so."""

from __future__ import annotations

from pydantic import Field

from .base import Id, Line, Record

SHARED = "Shared"
"""Under this name stands what fields of one name mean wherever nothing else is said of them."""
GROUP = "_"
"""Under this name stands what the group itself is."""


class FieldMeanings(Record):
    """The meanings in one language. Kept in `data/field_meanings/<locale>.yml`, by model and field."""

    id: Id = Field(description="Two letters of the language, as the file is called.")
    meanings: dict[str, dict[str, Line]] = Field(description="Model → field → what it means; a test names what is missing.")
