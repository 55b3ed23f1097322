"""Parts of pages that texts may link to: those that `link/parts` knows are those of the built pages."""

from __future__ import annotations

import re

import pytest

from harness import ROOT
from hub.link.addresses import CONTRIBUTE, CRITERIA, CRITERIA_PARTS, GUIDES, MADE_PAGES, record_path
from hub.link.parts import NOT_LISTED, parts_of
from hub.model.kinds import KINDS
from hub.pipeline import inspect
from site_documents import Document

LINKING = inspect(ROOT)[0]
HELPERS = ("main", "hub-", "source-", "cite-", "mark-", "term-", "chart-", "input-", "help-", "invalid-")
"""Beginnings of anchors that are no parts: of the frame of a page, of its sources, words, drawings and fields."""
OF_TEXTS = ("figure-", *NOT_LISTED)
"""On the pages of guides."""
RECORDS = [(kind.name, one.entity.id) for kind in KINDS if kind.pages for one in LINKING.of(kind.name)]


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS if kind.pages])
def test_parts_of_records_are_those_of_their_pages(kind: str, documents: dict[str, Document]) -> None:
    others = (*HELPERS, *(OF_TEXTS if kind == "guide" else ()))
    ids = [id for own, id in RECORDS if own == kind]
    assert ids
    for id in ids:
        for prefix in ("", "en/"):
            page = documents[f"{prefix}{record_path(kind, id)}/index.html"]
            anchors = [anchor for anchor in page.ids if not anchor.startswith(others)]
            assert sorted(parts_of(LINKING, kind, id) or ()) == sorted(anchors), page.path


@pytest.mark.parametrize("path", MADE_PAGES)
def test_parts_of_other_pages_exist(path: str, documents: dict[str, Document]) -> None:
    for prefix in ("", "en/"):
        assert set(parts_of(LINKING, "page", path) or ()) <= set(documents[f"{prefix}{path}/index.html"].ids)


def test_parts_of_written_pages_exist(documents: dict[str, Document]) -> None:
    for document in LINKING.written.documents:
        if document.guide is None:
            prefix = "" if document.locale == LINKING.locales[0] else f"{document.locale}/"
            folder = f"{document.path}/" if document.path else ""
            assert set(document.sections) <= set(documents[f"{prefix}{folder}index.html"].ids)


def test_parts_that_templates_lead_to_are_known() -> None:
    templates = "\n".join(path.read_text("utf-8") for path in (ROOT / "overrides/hub").rglob("*.html"))
    named = set(re.findall(r"""link\(['"]([\w/-]+)['"],\s*fragment=['"]([\w-]+)['"]\)""", templates))
    assert {path for path, _ in named} == {CONTRIBUTE, CRITERIA, GUIDES}
    assert {part for path, part in named if path == CRITERIA} <= set(CRITERIA_PARTS)
    assert {part for path, part in named if path == CONTRIBUTE} <= set(parts_of(LINKING, "page", CONTRIBUTE) or ())
    assert {part for path, part in named if path == GUIDES} <= set(parts_of(LINKING, "page", GUIDES) or ())
