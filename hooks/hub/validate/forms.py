"""Rules inside an order file of a form: it asks each field of its kind once, or leaves it to editors.

The fields are those of the JSON Schema of a model; `group_in` and `entry_in` say how deep a form looks into it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from .. import model
from ..load.strict_yaml import Loc
from ..model.kinds import BY_NAME
from ..problems import Problem, nearest, shown
from .valid import Valid

Schema = Mapping[str, Any]


@cache
def record_schema(kind: str) -> Schema:
    """The JSON Schema of a record, with the kinds of ids still in it (`x-ref`)."""
    its = BY_NAME[kind].model
    assert its
    return {"$defs": {}, **its.model_json_schema()}


def paths(schema: Schema) -> Iterator[str]:
    """Every field of a kind as an order file may name it: those of groups and of entries one by one."""
    definitions = schema["$defs"]
    for name, inner in schema["properties"].items():
        below = group_in(inner, definitions) or entry_in(inner, definitions)
        if not below:
            yield name
        for part in below.get("properties", {}):
            yield f"{name}.{part}"


def resolved(schema: Schema, definitions: Schema) -> dict[str, Any]:
    found = dict(schema)
    while "$ref" in found:
        found = {**definitions[found.pop("$ref").rpartition("/")[2]], **found}
    return found


def group_in(schema: Schema, definitions: Schema) -> dict[str, Any]:
    """The schema of the fields that a field holds; empty where it holds a value or a list."""
    found = _given(schema, definitions)
    return found if "properties" in found else {}


def entry_in(schema: Schema, definitions: Schema) -> dict[str, Any]:
    """The schema of the fields in each entry of a list; empty where an entry is a value."""
    found = _given(schema, definitions)
    return group_in(found["items"], definitions) if found.get("type") == "array" else {}


def _given(schema: Schema, definitions: Schema) -> dict[str, Any]:
    """Without the possibility that it is absent."""
    found = resolved(schema, definitions)
    kinds = [one for one in found.get("anyOf", ()) if one != {"type": "null"}]
    return resolved(kinds[0], definitions) if len(kinds) == 1 else found


# --- rules ------------------------------------------------------------------------------------------------------------


def forms_of_nothing(one: Valid) -> Iterator[Problem]:
    """A form is for a kind of record with a page for each."""
    if isinstance(one.entity, model.Form) and not _has_form(one.entity.id):
        yield one.raw.problem(("id",), f"must be a kind of record that has pages, got {shown(one.entity.id)}")


def fields_asked_wrongly(one: Valid) -> Iterator[Problem]:
    """Each field is named once, and no field is forgotten."""
    if not isinstance(one.entity, model.Form) or not _has_form(one.entity.id):
        return
    known = list(paths(record_schema(one.entity.id)))
    seen: set[str] = set()
    for loc, path in _named(one.entity):
        own = {name for name in known if name == path or (loc[0] == "editors" and name.startswith(f"{path}."))}
        if not own:
            yield one.raw.problem(loc, f"must be a field of a {one.entity.id}, got {shown(path)}{nearest(path, known)}")
        elif own & seen:
            yield one.raw.problem(loc, f"must be named only once, got {shown(path)} again")
        seen |= own
    for path in known:
        if path not in seen:
            yield one.raw.problem((), f"must ask '{path}' in a step, or leave it to `editors`")


def _named(form: model.Form) -> Iterator[tuple[Loc, str]]:
    for number, step in enumerate(form.steps):
        yield from ((("steps", number, "fields", place), path) for place, path in enumerate(step.fields))
        yield from ((("steps", number, "more", place), path) for place, path in enumerate(step.more))
    yield from ((("editors", place), path) for place, path in enumerate(form.editors))


def _has_form(kind: str) -> bool:
    return kind in BY_NAME and bool(BY_NAME[kind].pages)


RULES = (forms_of_nothing, fields_asked_wrongly)
