"""Front matter: the fields between two lines of --- with which a document in `docs/` begins.

Read as records are: the same YAML, a typed model, problems with their line. Never raises for what stands in a file.
Relied on by: `documents` (checks), `guide_texts`, `narrative` and `guide_pages` (what a guide's document says).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError
from pydantic_core import PydanticCustomError

from .kinds import KB, Kind
from .load import RawRecord, dotted, read_text
from .model import Record
from .model.base import Day, Line
from .navigation import TOP
from .problems import Problem, nearest, shown
from .strict_yaml import read
from .words import refused

LARGEST = 1024 * KB
"""Bytes a document may have; more is a mistake, not a page."""


def _section(value: str) -> str:
    if value not in TOP:
        message = "must be a section of the navigation, got {found}{nearest}"
        raise PydanticCustomError("section", message, {"found": shown(value), "nearest": nearest(value, tuple(TOP))})
    return value


def _no_section(value: object) -> object:
    raise PydanticCustomError("no_section", "must be left out, the home page belongs to no section")


class Fields(Record):
    """What every document gives."""

    title: Line
    description: Line = Field(description="For search engines and lists.")
    section: Annotated[Line, AfterValidator(_section)] = Field(description="Item of the navigation it belongs to.")
    updated: Day = Field(description="When the text was last checked.")


class HomeFields(Fields):
    """What the home page gives."""

    section: Annotated[str, BeforeValidator(_no_section)] = ""


_BLOCK = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_HOME = Kind("home page", "", "single", HomeFields)
_DOCUMENT = Kind("document", "", "single", Fields)


def document(path: Path, uri: str) -> str | Problem:
    """The text of a document with line ends as `\\n`, or what is wrong with its file."""
    text = read_text(path, uri, LARGEST)
    return text if isinstance(text, Problem) else text.replace("\r\n", "\n").replace("\r", "\n")


def front_matter(text: str) -> Mapping[str, str]:
    """The fields of a document that can be read as texts; `problems` reports the others.

    >>> front_matter('---\\ntitle: "About"\\nupdated: 2026-11-27\\n---\\nText')
    {'title': 'About'}
    """
    match = _BLOCK.match(text)
    found = read(match.group(1)).value if match else None
    return {name: value for name, value in found.items() if isinstance(value, str)} if isinstance(found, dict) else {}


def body_of(text: str) -> str:
    """What follows the front matter; all of a text without.

    >>> body_of("---\\ntitle: x\\n---\\nText"), body_of("Text")
    ('Text', 'Text')
    """
    match = _BLOCK.match(text)
    return text[match.end() :] if match else text


def problems(text: str, uri: str, home: bool = False) -> Iterator[Problem]:
    """Everything wrong with the front matter of a document."""
    kind = _HOME if home else _DOCUMENT
    model = HomeFields if home else Fields
    match = _BLOCK.match(text)
    if not match:
        names = ", ".join(name for name, field in model.model_fields.items() if field.is_required())
        yield Problem(uri, 1, "", f"must start with a block between two lines of --- that gives {names}")
        return
    found = read("\n" + match.group(1))  # the line of --- above it counts too
    for fault in found.faults:
        yield Problem(uri, fault.line, dotted(found.value, fault.loc), fault.message)
    if isinstance(found.value, dict):
        raw = RawRecord(kind, uri, found.value, found.lines)
        try:
            model.model_validate(raw.value)
        except ValidationError as error:
            yield from (one.problem for one in refused(raw, raw.value, error) if one.problem)
    elif not found.faults:
        yield Problem(uri, found.lines.line, "", f"must be fields such as 'title: …', got {shown(found.value)}")
