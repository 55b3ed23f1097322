"""No two things have one address; templates link to pages that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builders import a_hub, a_practice, sample
from guide_builders import RECORD, TEXT, a_guide, a_guide_hub, catalogue_of, told
from harness import ROOT
from hub.browser.files import browser_files
from hub.link.addresses import ABOUT, BY_VALUE, CONTRIBUTE, CRITERIA, HOME, MADE_PAGES, METHOD, SOURCES, record_path
from hub.model.kinds import KINDS
from hub.pages import register
from hub.view.edition import editions

ALPHA = "data/practices/alpha.yml"
DIMENSIONS = "data/dimensions.yml"
FRONT = '---\ntitle: "Iets"\ndescription: "Iets."\nsection: "about"\nupdated: "2026-11-27"\n---\n# Iets\n'


def about_addresses(root: Path) -> list[str]:
    return [fault for fault in told(root) if "must be another id" in fault or "must have another name" in fault]


def test_the_sample_has_no_two_things_with_one_address(tmp_path: Path) -> None:
    assert about_addresses(a_guide_hub(tmp_path)) == []


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        (
            "data/practices/compare.yml", a_practice(id="compare"),
            "data/practices/compare.yml:1: id: must be another id, /practices/compare/ is another page of the hub, got 'compare'",
        ),
        (
            "data/practices/by.yml", a_practice(id="by"),
            "data/practices/by.yml:1: id: must be another id, /practices/by/ holds other pages of the hub, got 'by'",
        ),
        (
            DIMENSIONS, sample(DIMENSIONS).replace("id: ethics", "id: coverage"),
            f"{DIMENSIONS}:9: [coverage].id: must be another id, /criteria/coverage/ is another page of the hub, got 'coverage'",
        ),
        (
            DIMENSIONS, sample(DIMENSIONS).replace("id: ethics", "id: crosswalk"),
            f"{DIMENSIONS}:9: [crosswalk].id: must be another id, /criteria/crosswalk/ is another page of the hub, got 'crosswalk'",
        ),
        ("docs/search.md", FRONT, "docs/search.md: must have another name, /search/ is another page of the hub"),
        ("docs/404.md", FRONT, "docs/404.md: must have another name, /404/ is another page of the hub"),
        ("docs/guides/index.md", FRONT, "docs/guides/index.md: must have another name, /guides/ is another page of the hub"),
        ("docs/en/index.md", FRONT, "docs/en/index.md: must have another name, /en/ holds the pages in 'en'"),
        ("docs/assets/x.md", FRONT, "docs/assets/x.md: must have another name, /assets/ holds files of the hub"),
        ("docs/downloads.md", FRONT, "docs/downloads.md: must have another name, /downloads/ holds files of the hub"),
        ("docs/practices/by/kind.md", FRONT, "docs/practices/by/kind.md: must have another name, /practices/by/ holds other pages of the hub"),
        ("docs/sources/a.md", FRONT, "docs/sources/a.md: must have another name, /sources/ holds other pages of the hub"),
        ("docs/practices/alpha.md", FRONT, f"docs/practices/alpha.md: must have another name, /practices/alpha/ is the page of {ALPHA}"),
        (
            "docs/criteria/vision.md", FRONT,
            f"docs/criteria/vision.md: must have another name, /criteria/vision/ is the page of 'vision' in {DIMENSIONS}",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and "\n" not in value and " " not in value else "",
)  # fmt: skip
def test_the_later_of_two_things_with_one_address_is_refused(name: str, content: str, expected: str, tmp_path: Path) -> None:
    assert about_addresses(a_hub(tmp_path, {name: content})) == [expected]


@pytest.mark.parametrize("id", ["all", "quick-wins"])
def test_a_guide_has_an_address_of_its_own(id: str, tmp_path: Path) -> None:
    root = a_guide_hub(tmp_path, {RECORD: None, TEXT: None, f"data/guides/{id}.yml": a_guide(id=id)})
    assert about_addresses(root) == [
        f"data/guides/{id}.yml:1: id: must be another id, /guides/{id}/ is another page of the hub, got '{id}'"
    ]


def test_two_documents_do_not_share_a_page(tmp_path: Path) -> None:
    assert about_addresses(a_hub(tmp_path, {"docs/about.md": FRONT, "docs/about/index.md": FRONT})) == [
        "docs/about.md: must have another name, /about/ is the page of docs/about/index.md"
    ]


def test_a_document_does_not_take_a_former_address(tmp_path: Path) -> None:
    files = {ALPHA: a_practice(former_ids=["once"]), "docs/practices/once.md": FRONT}
    assert about_addresses(a_hub(tmp_path, files)) == [
        f"docs/practices/once.md: must have another name, /practices/once/ leads on to the page of {ALPHA}"
    ]


# --- the addresses themselves -----------------------------------------------------------------------------------------


def test_every_page_has_an_address_that_the_check_knows(tmp_path: Path) -> None:
    catalogue = catalogue_of(a_guide_hub(tmp_path))
    made = editions(catalogue)
    paths = {page.path for page in register.pages(made["nl"], browser_files(made))}
    records = {record_path(kind.name, id) for kind in KINDS if kind.pages for id in catalogue.of(kind.name)}
    documents = {path for path, _ in catalogue.documents}
    assert {path for path in paths - {*MADE_PAGES, *records, *documents} if not path.startswith((f"{BY_VALUE}/", f"{SOURCES}/"))} == set()
    assert {*MADE_PAGES, *records} - paths == set()


def test_templates_link_to_pages_that_exist() -> None:
    templates = "".join(path.read_text("utf-8") for path in (ROOT / "overrides/hub").rglob("*.html"))
    paths = set(re.findall(r"\blink\(['\"]([^'\"]*)['\"]", templates))
    assert paths
    assert paths <= {*MADE_PAGES, HOME, ABOUT, CONTRIBUTE, CRITERIA, METHOD}
