"""The order in which a form asks what a record holds. What a field means and allows is said by the model of that record."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Id, Record

FIELD_PATH_PATTERN = r"^[a-z][a-z_]*(\.[a-z][a-z_]*)*$"

FieldPath = Annotated[str, Field(pattern=FIELD_PATH_PATTERN, max_length=80)]
"""`summary`, `provider.name`; `results.value` is a field of each entry of a list."""


class FormStep(Record):
    """What is asked together."""

    id: Id = Field(description="Its title is the interface text `form.step.<id>`.")
    fields: tuple[FieldPath, ...] = Field((), description="Asked at once.")
    more: tuple[FieldPath, ...] = Field((), description="Asked behind a fold, because few people know it.")


class Form(Record):
    """The form for one kind of record. Kept in `data/forms/<kind>.yml`."""

    id: Id = Field(description="Name of the kind of record.")
    steps: tuple[FormStep, ...] = Field(min_length=1)
    editors: tuple[FieldPath, ...] = Field(
        (), description="Fields that the form does not ask, because only editors decide them; it leaves them as they are."
    )
