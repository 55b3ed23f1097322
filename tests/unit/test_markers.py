"""Markers and citations in hand-written pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from hub.link.catalogue import Catalogue
from hub.pages.markers import MARKERS, replace
from rendering import a_catalogue

OF_GUIDES = {"capitals", "chart", "figure", "recommendations", "tools"}
"""Markers that need the records or the page of a guide: see `test_narrative`."""


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return a_catalogue(tmp_path)


def test_text_without_markers_stays_as_it_is(catalogue: Catalogue) -> None:
    text = "# Titel\n\nEen *alinea* met een e-mail@adres.be en <!-- een opmerking -->.\n"
    assert replace(text, "about", "nl", catalogue) == (text, ())


def test_a_marker_becomes_html_that_markdown_leaves_alone(catalogue: Catalogue) -> None:
    made, problems = replace("Voor.\n\n<!-- hub:counts -->\n\nNa.", "", "nl", catalogue)
    assert problems == ()
    assert "hub:counts" not in made
    block = made.partition("Voor.\n\n")[2].partition("\n\nNa.")[0].strip("\n")
    assert block.startswith('<ul class="hub-counts"')
    assert "\n\n" not in block
    assert '<strong class="hub-counts__number">1</strong> <span class="hub-counts__unit">praktijk</span>' in block


def test_links_are_relative_to_the_page_and_stay_in_the_language(catalogue: Catalogue) -> None:
    made, _ = replace("<!-- hub:process -->", "guides/start", "en", catalogue)
    assert 'href="../../criteria/vision/"' in made


def test_citations_become_marks_and_are_listed(catalogue: Catalogue) -> None:
    made, problems = replace("Zo [@report-2020; @site-2021].\n\n<!-- hub:sources -->\n", "about", "nl", catalogue)
    assert problems == ()
    assert '(<a class="hub-cite__mark" href="#source-report-2020">An Institute, 2020</a>; ' in made
    assert made.count('<li class="hub-sources__item"') == 2


def test_sources_may_stand_before_what_cites_them(catalogue: Catalogue) -> None:
    made, _ = replace("<!-- hub:sources -->\n\nZo [@report-2020].", "about", "nl", catalogue)
    assert 'id="source-report-2020"' in made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "\n<!-- hub:proces -->",
            "about:2: hub:proces: must be a marker that exists, got 'proces'; did you mean 'process'?",
        ),
        ("<!-- hub:counts of=x -->", "about:1: hub:counts: must not have the argument 'of'"),
        ("<!-- hub:practices -->", "about:1: hub:practices: must have one of the arguments ids=…, criterion=…"),
        (
            "<!-- hub:practices ids=alfa -->",
            "about:1: hub:practices: must name practices by their id, got 'alfa'; did you mean 'alpha'?",
        ),
        (
            "<!-- hub:terms vocabulary=grup -->",
            "about:1: hub:terms: must name a vocabulary, got 'grup'; did you mean 'group'?",
        ),
        (
            "Tekst <!-- hub:counts --> tekst",
            "about:1: hub: must be a marker on a line of its own, such as <!-- hub:process -->",
        ),
        ("Zo [@report-2021].\n<!-- hub:sources -->", "about:1: @report-2021: must be the id of a source; did you mean 'report-2020'?"),
        ("\n\nZo [@report-2020].", "about:3: must have a line <!-- hub:sources --> because the page cites sources"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(catalogue: Catalogue, text: str, expected: str) -> None:
    _, problems = replace(text, "about", "nl", catalogue)
    assert [str(problem) for problem in problems] == [expected]


@pytest.mark.parametrize("locale", ["nl", "en"])
@pytest.mark.parametrize("name", sorted(set(MARKERS) - OF_GUIDES))
def test_every_marker_shows_something(catalogue: Catalogue, name: str, locale: str) -> None:
    arguments = {"practices": " ids=alpha", "terms": " vocabulary=level", "criteria": " ids=clear-aim"}.get(name, "")
    made, problems = replace(f"<!-- hub:{name}{arguments} -->", "", locale, catalogue)
    assert problems == ()
    assert made.strip().startswith("<")
