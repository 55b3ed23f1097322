"""What the full form loads: the trimmed schema, the names of practices that may be the same, the bibliography to pick from.

The page holds the fields themselves; this is what its script must know to read them into a record and back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..contribute.form import FormField, fields, groups
from ..link.addresses import ASSETS
from ..model import Form
from ..view.edition import Edition, Editions
from .hashed import as_json, hashed

PRACTICE = "practice"


@dataclass(frozen=True)
class FormFiles:
    """The published files by their address from the root of the site."""

    root: str
    """Holds `practice.json`, `names.json` and a `<locale>-sources.json` per language."""
    files: Mapping[str, bytes]


def form_files(editions: Editions) -> FormFiles:
    """The same catalogue gives the same bytes under the same names."""
    first = next(iter(editions.values()))
    form: Form = first.catalogue.of("form")[PRACTICE]
    files = {
        f"{PRACTICE}.json": as_json(schema(form, first)),
        "names.json": as_json(names(first)),
        **{f"{locale}-sources.json": as_json(bibliography(edition)) for locale, edition in editions.items()},
    }
    return FormFiles(*hashed(f"{ASSETS}/form", files))


def schema(form: Form, edition: Edition) -> Mapping[str, object]:
    return {
        "locales": edition.catalogue.locales,
        "groups": groups(form),
        "fields": [_field(field, edition) for field in fields(form)],
    }


def _field(field: FormField, edition: Edition) -> Mapping[str, object]:
    """What is the rule is left out."""
    said: dict[str, object] = {
        "at": field.path,
        "type": field.type,
        "required": field.required,
        "longest": field.longest,
        "lines": field.paragraphs,
        "default": field.default,
        "number": bool(field.options) and all(isinstance(option, int) for option in field.options),
        "id": field.has_id,
        "fields": [_field(inner, edition) for inner in field.fields],
    }
    return {name: value for name, value in said.items() if value or name in ("at", "type")}


def names(edition: Edition) -> Mapping[str, object]:
    """Names of the practices and of what little is known of, by id, in every language; and the ids a new one cannot have."""
    catalogue = edition.catalogue
    known = {
        id: list(dict.fromkeys([*practice.name.root.values(), *practice.also_known_as]))
        for id, practice in catalogue.practices.items()
    }
    former = [id for practice in catalogue.practices.values() for id in practice.former_ids]
    thin = {id: [practice.name] for id, practice in catalogue.thin_practices.items()}
    return {"practices": known, "thin": thin, "former": former}


def bibliography(edition: Edition) -> list[tuple[str, str, str]]:
    """Id, mark and title of each source, in the order of the bibliography."""
    sources = edition.catalogue.sources
    return [(id, one.mark, sources[id].title) for id, one in edition.references.items()]
