"""JSON Schemas for editors, made from the models and the closed lists: fields and allowed values appear while typing.

They say less than the check: rules between fields or files are not in them. Output is deterministic; a test keeps
`data/schema/` fresh. Written in draft 7, which editors know best.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..link.languages import KEY
from ..link.linked import Linking
from ..model import Locale, Term
from ..model.base import ID_PATTERN
from ..model.kinds import KINDS, Kind

FOLDER = Path("data/schema")
CLOSED = ("hub", "vocabulary", "dimension", "label")
"""Kinds whose ids or languages are listed in the schemas."""

HAND_WRITTEN = ("assessment.schema.json",)
"""Schemas of files that the hub does not read itself, such as saved self-assessments; left alone."""

DRAFT = "http://json-schema.org/draft-07/schema#"

Schema = dict[str, Any]


def file_name(kind: Kind) -> str:
    """`practice.schema.json` for a folder of records, `sources.schema.json` for a file with a list."""
    return f"{kind.name if kind.form == 'folder' else Path(kind.place).stem}.schema.json"


def can_be_made(linking: Linking) -> bool:
    """Whether languages and closed lists are free of errors; otherwise the schemas would lack some of them."""
    read = [raw for raw in linking.loaded.records if raw.kind.name in CLOSED]
    unread = [kind for kind, _ in linking.loaded.unreadable if kind in CLOSED]
    return not unread and len(read) == sum(len(linking.of(kind)) for kind in CLOSED)


def schemas(linking: Linking) -> Mapping[str, str]:
    """File name → text, for every kind."""
    made = {file_name(kind): _schema(kind, linking) for kind in KINDS}
    return {name: json.dumps(schema, ensure_ascii=False, indent=1) + "\n" for name, schema in sorted(made.items())}


def write(linking: Linking, root: Path) -> tuple[str, ...]:
    """Writes all schemas, removes those of kinds that are gone; what was done, one line per file that changed."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    wanted = schemas(linking)
    changed = []
    for path in sorted(folder.glob("*.schema.json")):
        if path.name not in wanted and path.name not in HAND_WRITTEN:
            path.unlink()
            changed.append(f"removed {FOLDER / path.name}")
    for name, text in wanted.items():
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(f"wrote {FOLDER / name}")
    return tuple(changed)


# --- one schema -------------------------------------------------------------------------------------------------------


def _schema(kind: Kind, linking: Linking) -> Schema:
    if kind.model is None:
        return _INTERFACE
    generated = kind.model.model_json_schema()
    definitions: Schema = generated.pop("$defs", {})
    name = kind.model.__name__
    definitions[name] = generated
    for text in ("Text", "ShortText", "Prose", "ProseLine", "Words"):
        if text in definitions:
            definitions |= _text_definitions(text, definitions[text], linking.locales)
    definitions = {key: _finished(value, linking) for key, value in sorted(definitions.items())}
    record: Schema = {"$ref": f"#/$defs/{name}"}
    whole = {"type": "array", "items": record} if kind.form == "list" else record
    return {"$schema": DRAFT, "title": kind.place, "allOf": [whole], "$defs": definitions}


def _text_definitions(name: str, generated: Schema, locales: tuple[Locale, ...]) -> Schema:
    """A text per language as properties; `Full…` is the same with every language required."""
    text: Schema = {
        "type": "object",
        "description": generated.get("description", ""),
        "properties": dict.fromkeys(locales, generated["additionalProperties"]),
        "additionalProperties": False,
        "minProperties": 1,
    }
    return {name: text, f"Full{name}": {**text, "required": list(locales)}}


def _finished(value: Any, linking: Linking) -> Any:
    """Our own keywords replaced by what editors know: `x-ref` by the allowed ids, `x-every-language` by the full text."""
    if isinstance(value, list):
        return [_finished(item, linking) for item in value]
    if not isinstance(value, dict):
        return value
    value = dict(value)
    if value.pop("x-every-language", False):
        value["$ref"] = value["$ref"].replace("/$defs/", "/$defs/Full")
    ref = value.pop("x-ref", None)
    if "prefixItems" in value:
        value["items"], value["additionalItems"] = value.pop("prefixItems"), False
    if "anyOf" in value:  # a field that is not known is left out, never null
        value["anyOf"] = [one for one in value["anyOf"] if one != {"type": "null"}]
    finished = {
        key: _finished(inner, linking)
        for key, inner in value.items()
        if key != "default" and not (key == "title" and isinstance(inner, str))
    }
    return finished | _ids(ref, linking) if ref else finished


def _ids(ref: str, linking: Linking) -> Schema:
    """Allowed ids of a closed list, with their labels; for the others only their form."""
    labels = _closed_list(ref, linking)
    if labels:
        return {"enum": list(labels), "enumDescriptions": list(labels.values())}
    return {"pattern": ID_PATTERN, "markdownDescription": f"Id of a record of the kind `{ref}`."}


def _closed_list(ref: str, linking: Linking) -> dict[str, str]:
    if ref.startswith("vocabulary:"):
        name = ref.removeprefix("vocabulary:")
        terms: list[Term] = [t for one in linking.of("vocabulary") if one.entity.id == name for t in one.entity.terms]
        return {term.id: " / ".join(term.label.root.values()) for term in terms}
    if ref == "dimension":
        return {one.entity.id: " / ".join(one.entity.title.root.values()) for one in linking.of("dimension")}
    if ref == "label":
        return {one.entity.id: one.entity.name for one in linking.of("label")}
    return {}


_INTERFACE: Schema = {
    "$schema": DRAFT,
    "title": "interface",
    "description": "Texts of the interface in one language, grouped by feature; {name} is filled in.",
    "$ref": "#/$defs/Group",
    "$defs": {
        "Group": {
            "type": "object",
            "propertyNames": {"pattern": f"^{KEY}$"},
            "additionalProperties": {"anyOf": [{"type": "string", "minLength": 1}, {"$ref": "#/$defs/Group"}]},
        }
    },
}
