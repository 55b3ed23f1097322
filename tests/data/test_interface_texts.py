"""No interface text is left over: a page, a file or a script asks for each of them.

Keys are noted while the real hub is rendered and the sample's downloads are written. A key that is written in full in our
source counts too (its case may not occur today), and so does one whose last name comes from a closed list.
The texts of the self-assessment have a test of their own (`unit/test_assessment_texts`).
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from harness import ROOT
from hub import downloads
from hub.browser.files import browser_files
from hub.downloads import questions_document, word_document
from hub.link import markers, related
from hub.link.catalogue import Catalogue
from hub.link.needed_texts import BY_TERM, needed
from hub.model import Change, Figure, HubSettings, Partner, Project, Source, Study
from hub.model.formula import FUNCTIONS
from hub.model.guide import QuickWin
from hub.model.tool import SheetColumn
from hub.pages import document, partners, projects, register
from hub.publish import files
from hub.text.strings import Strings, leaves
from hub.validate.fields import choices_at
from hub.view import evidence, figures, practice_facts, tool_words
from hub.view.edition import editions
from rendering import SITE, a_catalogue
from texts import needed_list

OWN_TEST = "assessment.app."


def found_in(folder: str, ending: str, pattern: str) -> set[str]:
    files = sorted((ROOT / folder).rglob(f"*.{ending}"))
    return {name for path in files for name in re.findall(pattern, path.read_text("utf-8"))}


class Noting(dict[str, Any]):
    """A group of texts that notes which of its entries are asked for by name."""

    def __init__(self, raw: Mapping[str, Any], prefix: str, noted: set[str]) -> None:
        groups = {name: Noting(value, f"{prefix}{name}.", noted) for name, value in raw.items() if isinstance(value, Mapping)}
        super().__init__({**raw, **groups})
        self.prefix, self.noted = prefix, noted

    def __getitem__(self, name: str) -> Any:
        self.noted.add(f"{self.prefix}{name}")
        return super().__getitem__(name)


def in_quotes(names: Iterable[str], module: Any) -> Iterator[str]:
    """Those names that stand in the source of a module, which composes keys of them."""
    source = Path(module.__file__).read_text("utf-8")
    return (name for name in names if f'"{name}"' in source)


def composed(keys: Iterable[str]) -> set[str]:
    """Keys of which the last names come from a closed list, used by today's records or not."""
    lists = {
        "changes.kind": choices_at(Change, ("kind",)),
        "evidence.research.word": range(max(evidence.RESEARCH_STEPS.values()) + 1),
        "evidence.research.meaning": range(max(evidence.RESEARCH_STEPS.values()) + 1),
        "evidence.practice.word": range(evidence.PRACTICE_STEPS + 1),
        "evidence.practice.meaning": range(evidence.PRACTICE_STEPS + 1),
        "figure.group": figures.FIGURE_GROUPS,
        "figure.qualifier": choices_at(Figure, ("qualifier",)),
        "figure.reported_by": choices_at(Figure, ("reported_by",)),
        "figure.unit": choices_at(Figure, ("unit",)),
        "guides.quick_wins.section": choices_at(QuickWin, ("takes",)),
        "guides.takes": choices_at(QuickWin, ("takes",)),
        "home.doors": [f"{id}.{part}" for id, *_ in markers.DOORS for part in ("title", "text", "action")],
        "contribute.named": choices_at(HubSettings, ("review", "named")),
        "partners.role": [
            f"{role}.{part}" for role in choices_at(Partner, ("role",)) for part in ("one_name", "title", "note")
        ],
        "projects.group": ("main", *choices_at(Project, ("documentation",))),
        "practice.shared": related.RELATED_BY,
        "sources.read": choices_at(Source, ("custom", "read")),
        "known.studies.read": choices_at(Study, ("read", 0)),
        "toolkit.function": FUNCTIONS,
        "toolkit.sheet": {*choices_at(SheetColumn, ("type",))} - {"choice", "formula"},
    }
    assert all(lists.values()), lists
    made = {f"{prefix}.{name}" for prefix, names in lists.items() for name in names}
    makers = {
        "practice.fact": practice_facts, "partner.fact": partners, "project.fact": projects,
        "toolkit.fact": tool_words, "toolkit.form": word_document,
    }  # fmt: skip
    for prefix, module in makers.items():
        names = [key.removeprefix(f"{prefix}.") for key in keys if key.startswith(f"{prefix}.")]
        made |= {f"{prefix}.{name}" for name in in_quotes(names, module)}
    return made


def handed_to_scripts(noted: set[str], keys: Iterable[str]) -> set[str]:
    """Keys of the groups that a script gets as a whole, where a script names what it takes out."""
    taken = found_in("overrides/assets/hub", "mjs", r"""[."'`]([\w-]+)""")
    whole = {name for name in noted if not any(other.startswith(f"{name}.") for other in noted)}
    whole |= found_in("overrides", "html", r"""script_texts\(["']([\w.]+)["']\)""")
    return {
        key
        for key in keys
        for group in whole
        if key == group or (key.startswith(f"{group}.") and key.rpartition(".")[2] in taken)
    }


def of_fields(catalogue: Catalogue) -> set[str]:
    """Names and meanings of the fields that readers may correct, as the box gets them with each record."""
    records = browser_files(editions(catalogue)).records.files.items()
    published = [json.loads(content) for path, content in records if path.endswith(".json")]
    fields = [field for one in published if isinstance(one, dict) for field in one.get("fields", ())]
    return {f"contribute.{group}.{field[name]}" for field in fields for group, name in (("names", "name"), ("means", "means"))}


def asked(catalogue: Catalogue, sample: Catalogue, monkeypatch: pytest.MonkeyPatch) -> tuple[set[str], set[str]]:
    """The keys asked for in the default language, and the groups and texts taken from the raw file."""
    keys: set[str] = set()
    noted: set[str] = set()
    say = Strings.__call__

    def noting(self: Strings, key: str, **values: Any) -> str:
        keys.add(key)
        return say(self, key, **values)

    monkeypatch.setattr(Strings, "__call__", noting)
    locale = catalogue.locales[0]
    strings = {**catalogue.strings, locale: Noting(catalogue.strings[locale], "", noted)}
    catalogue = dataclasses.replace(catalogue, strings=strings)
    made = editions(catalogue)
    data = browser_files(made)
    of_each_kind = {page.kind: page for page in register.pages(made[locale], data)}
    for page in (*of_each_kind.values(), register.not_found(made[locale])):
        document.document(page, made[locale], SITE)
    files.files(made, data)
    downloads.files(editions(sample), SITE.base)
    questions_document.files(made, SITE.base)
    return keys, noted


def test_the_list_of_needed_texts_is_fresh() -> None:
    assert sorted(needed()) == [line.split()[0] for line in needed_list().splitlines()], "run `make texts`"


def test_every_text_that_is_written_in_code_is_in_the_list() -> None:
    written = found_in("hooks", "py", r"""\b(?:t|strings)\(\s*["']([a-z][\w.-]+\.[\w.-]+)["']""")
    written |= found_in("overrides", "html", r"""\bt\(\s*["']([a-z][\w.-]+\.[\w.-]+)["']\s*[,)]""")
    assert len(written) > 400
    assert sorted(written - set(needed())) == []


def test_somebody_asks_for_every_text(catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {key for key, _ in leaves(catalogue.strings[catalogue.locales[0]]) if not key.startswith(OWN_TEST)}
    keys, noted = asked(catalogue, a_catalogue(tmp_path), monkeypatch)
    quoted = r"""["']([a-z][\w.-]+)["']"""
    written = found_in("hooks", "py", quoted) | found_in("overrides", "html", quoted)
    assert sorted(key for key in keys - set(needed()) if key.rpartition(".")[0] not in BY_TERM) == []
    used = keys | written | composed(texts) | handed_to_scripts(noted, texts) | of_fields(catalogue)
    assert sorted(texts - used) == []
