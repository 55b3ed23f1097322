"""What the box "Improve this" loads: a record as it is authored, and the box itself in each language. The page on which a
contribution is reviewed loads the same records, and which ids are taken.

Only whoever asks for it pays for it: pages carry the name of the folder, which follows from its content (`hashed`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from ..contribute.editable import KINDS, Field, fields
from ..link.addresses import ASSETS
from ..view.edition import Edition, Editions
from ..view.templates import macro
from ..view.view import View
from .hashed import hashed


@dataclass(frozen=True)
class RecordFiles:
    """The published files by their address from the root of the site."""

    root: str
    """Holds `<locale>.json`, the box, a file per record, `practice/<id>.json`, and `ids.json`, the ids of each kind."""
    files: Mapping[str, bytes]


def record_files(editions: Editions) -> RecordFiles:
    """The same catalogue gives the same bytes under the same names."""
    first = next(iter(editions.values()))
    files = {f"{locale}.json": _json({"box": box(edition)}) for locale, edition in editions.items()}
    for (kind, id), record in first.catalogue.authored.items():
        if kind in KINDS:
            found = [_field(one, first) for one in fields(kind, record)]
            files[f"{kind}/{id}.json"] = _json({"record": record, "fields": found})
    ids = {kind: sorted(id for its, id in first.catalogue.authored if its == kind) for kind in KINDS}
    files["ids.json"] = _json({**ids, "source": sorted(first.catalogue.sources)})
    return RecordFiles(*hashed(f"{ASSETS}/records", files))


def box(edition: Edition) -> str:
    """The dialog; where it opens it belongs to a page, but it has no links of its own."""
    settings = edition.catalogue.settings
    return str(macro("improve", "box", View(edition, ""), settings, edition.text(settings.review.who)))


def _field(field: Field, edition: Edition) -> Mapping[str, object]:
    return {
        "at": field.loc,
        "name": text_key("names", field, edition) or field.names[-1],
        "means": text_key("means", field, edition),
        "type": field.type,
        "longest": field.longest,
        "every": field.every_language,
        "lines": field.lines,
    }


def text_key(group: str, field: Field, edition: Edition) -> str:
    """The most particular key among the interface texts that fits a field; empty where there is none."""
    texts = edition.catalogue.strings[edition.locale]["contribute"][group]  # type: ignore[index]
    keys = ("_".join(field.names), "_".join(field.names[-2:]), field.names[-1])
    return next((key for key in keys if key in texts), "")


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
