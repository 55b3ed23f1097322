"""What markers and citations become in hand-written pages; what is wrong with them is tested with the documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from hub.link import markers as known
from hub.link.catalogue import Catalogue
from hub.load.documents import document
from hub.pages.markers import MARKERS
from hub.pages.text import DocumentHtml
from hub.view.edition import Edition
from hub.view.view import View
from rendering import a_catalogue

OF_GUIDES = {"capitals", "chart", "figure", "recommendations", "tools"}
"""Markers that need the records or the page of a guide: see `test_guides`."""


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return a_catalogue(tmp_path)


def html(catalogue: Catalogue, text: str, uri: str = "about.md") -> str:
    made = document(uri, text, catalogue.locales)
    return str(DocumentHtml(made, View(Edition(catalogue, made.locale), made.path)).html())


def test_markdown_becomes_html(catalogue: Catalogue) -> None:
    text = "# Titel\n\nEen *alinea* met een e-mail@adres.be.\n{.hub-lead}\n\n## Deel {#part}\n\n[Wie](partner:acme) [weg](page:sources#x)\n"
    assert html(catalogue, text) == (
        '<h1>Titel</h1>\n<p class="hub-lead">Een <em>alinea</em> met een e-mail@adres.be.</p>\n<h2 id="part">Deel</h2>\n'
        '<p><a href="../partners/acme/">Wie</a> <a href="../sources/#x">weg</a></p>'
    )


def test_a_document_can_be_shown_on_several_pages(catalogue: Catalogue) -> None:
    made = document("about.md", "[Wie](partner:acme) [buiten](https://example.org) [@site-2021]\n\n<!-- hub:sources -->\n", catalogue.locales)
    views = [View(Edition(catalogue, "nl"), path) for path in ("about", "about", "")]
    first, again, home = (str(DocumentHtml(made, view).html()) for view in views)
    assert first == again
    assert 'href="../partners/acme/"' in first
    assert 'href="partners/acme/"' in home


def test_a_marker_becomes_html_between_the_paragraphs(catalogue: Catalogue) -> None:
    made = html(catalogue, "Voor.\n\n<!-- hub:counts -->\n\nNa.")
    assert made.startswith('<p>Voor.</p>\n<ul class="hub-counts"')
    assert made.endswith("<p>Na.</p>")
    assert '<strong class="hub-counts__number">1</strong> <span class="hub-counts__unit">praktijk</span>' in made


def test_links_are_relative_to_the_page_and_stay_in_the_language(catalogue: Catalogue) -> None:
    assert 'href="../../criteria/vision/"' in html(catalogue, "<!-- hub:process -->", "texts/start.en.md")


def test_citations_become_marks_and_are_listed(catalogue: Catalogue) -> None:
    made = html(catalogue, "Zo [@report-2020; @site-2021].\n\n<!-- hub:sources -->\n")
    assert '(<a class="hub-cite__mark" href="#source-report-2020">An Institute, 2020</a>; ' in made
    assert made.count('<li class="hub-sources__item"') == 2


def test_sources_may_stand_before_what_cites_them(catalogue: Catalogue) -> None:
    made = html(catalogue, "<!-- hub:sources -->\n\nZo [@report-2020].")
    assert made.index('id="source-report-2020"') < made.index("<p>Zo")


def test_every_marker_that_may_be_written_can_be_shown() -> None:
    assert {*MARKERS, known.SOURCES} == set(known.MARKERS)


@pytest.mark.parametrize("uri", ["text.md", "text.en.md"])
@pytest.mark.parametrize("name", sorted(set(MARKERS) - OF_GUIDES))
def test_every_marker_shows_something(catalogue: Catalogue, name: str, uri: str) -> None:
    arguments = {"practices": " ids=alpha", "terms": " vocabulary=level", "criteria": " ids=clear-aim", "remarks": " not-found",
                 "practice-example": " alpha"}.get(name, "")
    assert html(catalogue, f"<!-- hub:{name}{arguments} -->", uri).startswith("<")
