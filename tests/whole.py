"""A whole site in little, in memory: the sample hub with its guide, the real interface texts and vocabularies, documents
with every marker, and real records and guides that are made to fit it.

Every file by its path, so that a test changes what it wants; `written` puts them in a folder, `rendered` makes the site.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from builders import SAMPLE
from guide_builders import GUIDES
from harness import ROOT
from hub.link.catalogue import Catalogue
from hub.load.strict_yaml import Loc
from hub.model.kinds import BY_NAME
from hub.pipeline import inspect
from hub.publish.site import site_files
from hub.validate.fields import parts
from hub.validate.valid import Valid

Files = dict[str, str]

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Dumper(yaml.CSafeDumper):
    """Writes everything out; records do not allow YAML's references."""

    def ignore_aliases(self, data: object) -> bool:
        return True


KNOWN = {
    "source": "report-2020", "criterion": "clear-aim", "practice": "alpha", "tool": "plan", "guide": "start", "partner": "acme",
    "project": "start", "dimension": "vision", "label": "aps", "glossary": "mentee", "page": "about", "figure": "alpha/jobs-2020",
    "thin-practice": "beta",
}  # fmt: skip
"""Per kind, a record of the sample."""

_MARKERS = """
## Alles {#all}

Tekst met [een bron](https://example.org), [@report-2020] en [Alfa](practice:alpha#results).

<!-- hub:process -->

<!-- hub:counts -->

<!-- hub:practices ids=alpha -->

<!-- hub:evidence-bars -->

<!-- hub:dimensions -->

<!-- hub:terms vocabulary=level -->

<!-- hub:terms vocabulary=tier -->

<!-- hub:evidence-scale -->

<!-- hub:evidence-axes -->

<!-- hub:labels -->

<!-- hub:criteria dimension=vision -->

<!-- hub:tools ids=plan -->

## Bronnen {#sources}

<!-- hub:sources -->
"""


def _document(title: str, section: str) -> str:
    of_section = f'section: "{section}"\n' if section else ""
    return f'---\ntitle: "{title}"\ndescription: "Iets."\n{of_section}updated: "2026-11-20"\n---\n\n# {title}\n{_MARKERS}'


@cache
def _base() -> Mapping[str, str]:
    files: Files = {}
    for folder in (SAMPLE, GUIDES):
        for name in ("data", "docs"):
            for path in sorted((folder / name).rglob("*")):
                if path.is_file():
                    files[path.relative_to(folder).as_posix()] = path.read_text("utf-8")
    for name in ("interface", "vocabularies"):
        for path in sorted((ROOT / "data" / name).glob("*.yml")):
            files[path.relative_to(ROOT).as_posix()] = path.read_text("utf-8")
    alpha = "data/practices/alpha.yml"
    files[alpha] = files[alpha].replace("[volunteer]", "[retired]")
    for language in ("", ".en"):
        files[f"docs/index{language}.md"] = _document("Begin", "")
        files[f"docs/about{language}.md"] = _document("Over", "about")
    return files


def whole(*adopted: str) -> Files:
    """The files; `adopted` are real records that are made to fit, by their path, such as `data/tools/rematch-form.yml`."""
    files = dict(_base())
    for path in adopted:
        files |= _adopted(path)
    if "data/guides/guiding.yml" in adopted:
        for name in ("docs/index.md", "docs/index.en.md"):
            files[name] = files[name].replace("<!-- hub:counts -->", "<!-- hub:doors -->\n\n<!-- hub:counts -->")
    return files


@cache
def _real() -> Mapping[str, Valid]:
    """The hub's own records that have a file each, by their path."""
    return {one.raw.path: one for one in inspect(ROOT)[0].valid if not one.raw.within}


@cache
def _adopted(path: str) -> Mapping[str, str]:
    """A real record, with its text where it is a guide; what it names is a record of the sample instead."""
    one = _real()[path]
    record = yaml.load((ROOT / path).read_text("utf-8"), LOADER)
    for part in parts(one.entity):
        if part.ref in KNOWN:
            _put(record, part.loc, KNOWN[part.ref])
    record = _once(_in_texts(record))
    if "order" in record:
        record["order"] += 10
    files = {path: as_yaml(record)}
    if one.raw.kind.name == "guide":
        for language in ("", ".en"):
            name = f"docs/guides/{one.entity.id}{language}.md"
            files[name] = _other_targets((ROOT / name).read_text("utf-8"))
    return files


def _put(record: Any, loc: Loc, value: str) -> None:
    for step in loc[:-1]:
        record = record[step]
    record[loc[-1]] = value


def _once(value: Any) -> Any:
    """Without the entries that became the same."""
    if isinstance(value, list):
        entries = [_once(entry) for entry in value]
        named = [entry.get("criterion", entry) if isinstance(entry, dict) else entry for entry in entries]
        return [entry for place, entry in enumerate(entries) if named[place] not in named[:place]]
    return {key: _once(inner) for key, inner in value.items()} if isinstance(value, dict) else value


def _in_texts(value: Any) -> Any:
    if isinstance(value, str):
        return _other_targets(value)
    if isinstance(value, list):
        return [_in_texts(entry) for entry in value]
    return {key: _in_texts(inner) for key, inner in value.items()} if isinstance(value, dict) else value


def _other_targets(text: str) -> str:
    kinds = "|".join(name for name in KNOWN if name in BY_NAME or name == "page")
    text = re.sub(r"@[a-z0-9][a-z0-9-]*", f"@{KNOWN['source']}", text)
    text = re.sub(rf"\]\(({kinds}):[^)]*\)", lambda found: f"]({found[1]}:{KNOWN[found[1]]})", text)
    text = re.sub(r"\[%[^\]]*\]", f"[%{KNOWN['figure']}]", text)
    text = re.sub(r"<!-- hub:practices .*?-->", "<!-- hub:practices ids=alpha -->", text)
    return re.sub(r"<!-- hub:(?!recommendations|practices).*?-->\n", "", text)


def as_yaml(value: object) -> str:
    return str(yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000))


def written(folder: Path, files: Mapping[str, str]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8", newline="")
    return folder


def rendered(catalogue: Catalogue, base: str = "https://hub.example/") -> Mapping[str, bytes]:
    """Every file of the site."""
    return site_files(catalogue, ROOT, base)
