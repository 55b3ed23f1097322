"""A third language is data, not code: with French added to a copy of the hub it builds, and falls back where it must."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from harness import ROOT, build
from site_documents import read

OWN_TEXTS = (
    "hub.yml", "dimensions.yml", "labels.yml", "glossary.yml", "thin_practices.yml", "vocabularies", "criteria", "tools",
    "guides", "figures", "evidence", "where", "changes.yml",
)  # fmt: skip
"""Where every language is required; practices, partners and projects fall back."""


def with_french(value: Any) -> Any:
    """Beside each English text a French one, which is the English text with a mark."""
    if isinstance(value, dict):
        if set(value) == {"nl", "en"}:
            english = value["en"]
            french = [f"FR {word}" for word in english] if isinstance(english, list) else f"FR {english}"
            return value | {"fr": french}
        return {name: with_french(inner) for name, inner in value.items()}
    return [with_french(item) for item in value] if isinstance(value, list) else value


def with_french_plurals(value: Any) -> Any:
    """French has a plural form for millions, too."""
    if not isinstance(value, dict):
        return value
    if set(value) == {"one", "other"}:
        return value | {"many": value["other"]}
    return {name: with_french_plurals(inner) for name, inner in value.items()}


@pytest.fixture(scope="module")
def trilingual_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("trilingual") / "project"
    for name in ("data", "docs", "hooks", "overrides"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in OWN_TEXTS:
        place = project / "data" / name
        for path in [place] if place.is_file() else sorted(place.glob("*.yml")):
            value = with_french(yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader))
            if name == "hub.yml":
                value["languages"].append({"locale": "fr", "name": "Français"})
            path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "utf-8")
    english_texts = yaml.load((project / "data/interface/en.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    (project / "data/interface/fr.yml").write_text(
        yaml.safe_dump(with_french_plurals(english_texts), allow_unicode=True, sort_keys=False), "utf-8"
    )
    for path in sorted((project / "docs").rglob("*.en.md")):
        text = path.read_text("utf-8")
        if path.parent.name == "guides":
            text = text.replace('title: "', 'title: "FR ', 1)  # that of its record
        path.with_name(path.name.replace(".en.md", ".fr.md")).write_text(text, "utf-8")
    wiring = (ROOT / "mkdocs.yml").read_text("utf-8")
    english = "        - {locale: en, name: English, build: true, site_name: Mentoring-to-work knowledge hub}\n"
    assert english in wiring
    french = "        - {locale: fr, name: Français, build: true}\n"
    (project / "mkdocs.yml").write_text(wiring.replace(english, english + french), "utf-8")
    site = project.parent / "site"
    done = build(project, site, "https://hub.example/hub/")
    assert done.returncode == 0, done.stderr[-3000:]
    assert " fr" in done.stdout
    return site


def test_every_page_has_a_third_version(trilingual_site: Path) -> None:
    documents = read(trilingual_site)
    english = {path.removeprefix("en/") for path in documents if path.startswith("en/")}
    french = {path.removeprefix("fr/") for path in documents if path.startswith("fr/")}
    assert len(english) > 50
    assert french == english
    page = documents["fr/criteria/vision/index.html"]
    assert page.language == "fr"
    assert {link["hreflang"] for link in page.rel["alternate"]} == {"nl", "en", "fr", "x-default"}


def test_a_text_that_is_missing_falls_back_and_says_so(trilingual_site: Path) -> None:
    practice = (trilingual_site / "fr/practices/duo-for-a-job/index.html").read_text("utf-8")
    assert 'lang="nl"' in practice.split("<main", 1)[1]
    assert "FR " in (trilingual_site / "fr/criteria/vision/index.html").read_text("utf-8")
