"""The text with which a new record starts: fields that must be given, then the others behind `#`, each with its meaning.

Made from the models, so that it says what the check asks. Fields that must be given are empty, and the check refuses them
until they are filled in.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..link.addresses import BY_VALUE, MADE_PAGES, record_path
from ..link.linked import Linking
from ..model import Ref, Term, Text
from ..model.base import DEVICE, ID_PATTERN, names_a_device
from ..model.kinds import BY_NAME
from ..problems import shown
from ..validate.fields import bare, with_metadata

WIDTH = 110
LONGEST_ID = 80

STARTED = ("practice",)
"""Kinds that are started so; the others are few, or begin as a copy."""


def refusal(kind: str, id: str, linking: Linking) -> str | None:
    """Why a new record cannot have this id; None when it can."""
    if not re.fullmatch(ID_PATTERN.rstrip("$"), id) or len(id) > LONGEST_ID:
        return f"must be an id of small letters, digits and hyphens, such as 'duo-for-a-job', got {shown(id)}"
    if names_a_device(id):
        return DEVICE
    if id in linking.ids[kind]:
        return f"must be another id, {shown(id)} is a record already"
    if id in linking.former.get(kind, {}):
        return f"must be another id, {shown(id)} is what '{linking.former[kind][id]}' was called before"
    if any(id in getattr(one.entity, kind, ()) for one in linking.of("published")):
        return f"must be another id, {shown(id)} was published before and leads to what it was"
    path = record_path(kind, id)
    if path in MADE_PAGES or path == BY_VALUE or path in linking.ids["page"]:
        return f"must be another id, /{path}/ is another page of the hub"
    return None


def text(kind: str, id: str, linking: Linking, today: str) -> str:
    """`today` is when the record was last compared with its sources."""
    model = BY_NAME[kind].model
    assert model is not None
    known = {"id": id, "last_checked": f"'{today}'"}
    needed = [(name, field) for name, field in model.model_fields.items() if field.is_required()]
    others = [(name, field) for name, field in model.model_fields.items() if not field.is_required()]
    lines = [f"# yaml-language-server: $schema=../schema/{kind}.schema.json", *_HEAD]
    for name, field in needed:
        lines += ["", *_field(name, field, linking, known)]
    lines += ["", *_OTHERS]
    for name, field in others:
        if name != "former_ids":
            lines += ["", *_hidden(_field(name, field, linking, {}))]
    return "\n".join(line.rstrip() for line in lines) + "\n"


_HEAD = (
    "# Fields that must be given come first; `make check` says which are still empty. A text in one language is enough:",
    "# take out the line of the other. Each fact has its source, in your own words; [@id] in a longer text cites one.",
)
_OTHERS = (
    "# ---- What need not be given -----------------------------------------------------------------------------------",
    "# Take the `# ` away in front of what a source documents, and the lines of what none does.",
)


def _hidden(lines: list[str]) -> Iterator[str]:
    return (f"# {line}" for line in lines)


def _field(name: str, field: FieldInfo, linking: Linking, known: dict[str, str]) -> list[str]:
    """What it means, what it may be, and its name with room for a value."""
    annotation = with_metadata(field)
    said = " ".join(part for part in (_sentence(field.description), _allowed(annotation, linking)) if part)
    if not said and isinstance(bare(annotation), type):
        said = _sentence(_doc(bare(annotation)))
    lines = [f"# {line}" for line in textwrap.wrap(said, WIDTH, break_long_words=False, break_on_hyphens=False)]
    if name in known:
        return [*lines, f"{name}: {known[name]}"]
    return [*lines, *_value(f"{name}:", annotation, linking)]


def _value(name: str, annotation: Any, linking: Linking) -> list[str]:
    found = bare(annotation)
    if isinstance(found, type) and issubclass(found, Text):
        return [name, *(f"  {locale}:" for locale in linking.locales)]
    if isinstance(found, type) and issubclass(found, BaseModel):
        return [name, *(f"  {line}" for line in _group(found, linking))]
    if get_origin(found) is tuple:
        inner = bare(get_args(found)[0])
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            entry = _value("-", inner, linking)[1:]
            first, *rest = _first_in_front(entry)
            return [name, f"  - {first.strip()}", *(f"    {line[2:]}" for line in rest)]
        return [f"{name} []"]
    return [name]


def _first_in_front(lines: list[str]) -> list[str]:
    """With the first field in front of the remarks on it, so that it can stand behind a dash."""
    at = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
    return [lines[at], *lines[:at], *lines[at + 1 :]]


def _group(model: type[BaseModel], linking: Linking) -> list[str]:
    fields = [(name, field) for name, field in model.model_fields.items() if name != "former_ids"]
    needed = [name for name, field in fields if field.is_required()] or [fields[0][0]]  # without a field it is no group
    lines: list[str] = []
    for name, field in sorted(fields, key=lambda pair: pair[0] not in needed):
        own = _field(field.alias or name, field, linking, {})
        lines += own if name in needed else _hidden(own)
    return lines


def _sentence(words: str | None) -> str:
    """As a sentence on one line."""
    flat = " ".join((words or "").split())
    return flat if not flat or flat.endswith((".", "?", "`")) else f"{flat}."


def _doc(found: type) -> str:
    return (found.__doc__ or "").split("\n\n")[0] if issubclass(found, BaseModel) and not issubclass(found, Text) else ""


def _allowed(annotation: Any, linking: Linking) -> str:
    """The values that a field may have; of many, where they stand."""
    ref = next((one.kind for one in _marks(annotation) if isinstance(one, Ref)), None)
    found = bare(annotation)
    if get_origin(found) is tuple:
        inner = _allowed(get_args(found)[0], linking)
        return inner.replace("One of: ", "One or more of: ", 1).replace("The id of a record", "Ids of records", 1)
    if get_origin(found) is Literal:
        return f"One of: {', '.join(map(str, get_args(found)))}."
    if ref and ref.startswith("vocabulary:"):
        name = ref.removeprefix("vocabulary:")
        terms: list[Term] = [term for one in linking.of("vocabulary") if one.entity.id == name for term in one.entity.terms]
        return f"One of: {', '.join(f'{term.id} ({term.label.said(linking.locales[0]).text})' for term in terms)}."
    if ref:
        kind = BY_NAME.get(ref)
        return f"The id of a record in data/{kind.place}." if kind else ""
    if found is bool:
        return "true or false."
    return ""


def _marks(annotation: Any) -> Iterator[Any]:
    """What is noted around a type, inside `X | None` too."""
    yield from getattr(annotation, "__metadata__", ())
    for inner in getattr(annotation, "__args__", ()) if get_origin(annotation) is not tuple else ():
        yield from _marks(inner)
