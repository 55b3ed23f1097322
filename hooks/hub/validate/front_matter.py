"""Front matter: the fields between two lines of --- with which a document in `docs/` begins.

Read as records are: the same YAML, a typed model, problems with their line. Never raises for what a file holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError
from pydantic_core import PydanticCustomError

from ..load.documents import Document
from ..load.records import RawRecord, dotted
from ..model import Record
from ..model.base import Day, Line, hidden
from ..model.kinds import Kind
from ..model.sections import TOP
from ..problems import Problem, nearest, shown
from .messages import refused


def _section(value: str) -> str:
    if value not in TOP:
        message = "must be a section of the navigation, got {found}{nearest}"
        raise PydanticCustomError("section", message, {"found": shown(value), "nearest": nearest(value, tuple(TOP))})
    return value


def _no_section(value: object) -> object:
    raise PydanticCustomError("no_section", "must be left out, the home page belongs to no section")


class Fields(Record):
    """Of every document."""

    title: Line
    description: Line = Field(description="For search engines and lists.")
    section: Annotated[Line, AfterValidator(_section)] = Field(description="Item of the navigation it belongs to.")
    updated: Day = Field(description="When the text was last checked.")


class HomeFields(Fields):
    """Of the home page."""

    section: Annotated[str, BeforeValidator(_no_section)] = ""


_HOME = Kind("home page", "", "single", HomeFields)
_DOCUMENT = Kind("document", "", "single", Fields)


def problems(document: Document) -> Iterator[Problem]:
    """Everything wrong with the front matter of a document, and the hidden characters in all of it."""
    faults = tuple(_faults(document))
    yield from faults
    told = {fault.line for fault in faults}
    yield from (Problem(document.source, line, "", hidden(found)) for line, found in document.hidden if line not in told)


def _faults(document: Document) -> Iterator[Problem]:
    model = Fields if document.path else HomeFields
    if document.front is None:
        names = ", ".join(name for name, field in model.model_fields.items() if field.is_required())
        yield Problem(document.source, 1, "", f"must start with a block between two lines of --- that gives {names}")
        return
    value, lines = document.front.value, document.front.lines
    for fault in document.front.faults:
        yield Problem(document.source, fault.line, dotted(value, fault.loc), fault.message)
    if isinstance(value, dict):
        raw = RawRecord(_DOCUMENT if document.path else _HOME, document.source, value, lines)
        try:
            model.model_validate(raw.value)
        except ValidationError as error:
            yield from (one.problem for one in refused(raw, raw.value, error) if one.problem)
    elif not document.front.faults:
        yield Problem(document.source, lines.line, "", f"must be fields such as 'title: …', got {shown(value)}")
