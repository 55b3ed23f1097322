"""Pages of the sample hub: their values, links, sources and descriptions for machines."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from builders import a_criterion, a_practice, as_yaml
from hub.browser.comparison import comparison_rows
from hub.link.addresses import COMPARISON, relative, uri
from hub.link.catalogue import Catalogue
from hub.link.related import related_practices
from hub.pages import criteria, glossary, partners, practice, projects, sources
from hub.pages.document import edit_address, json_for_html, report_address
from hub.pages.practice import way
from hub.view.edition import Edition
from hub.view.evidence import axes, evidence
from hub.view.facts import period
from hub.view.jsonld import for_page
from hub.view.page import Crumb, Page, headings
from hub.view.practice_card import rhythm
from hub.view.process import process
from hub.view.view import View
from rendering import SITE, a_catalogue

MAKERS = (practice, criteria, partners, projects, glossary, sources)


def pages_of(catalogue: Catalogue, locale: str = "nl") -> dict[str, Page]:
    edition = Edition(catalogue, locale)
    return {page.path: page for maker in MAKERS for page in maker.pages(edition)}


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return a_catalogue(tmp_path)


# --- addresses --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "locale", "expected"),
    [
        ("", "nl", ""),
        ("", "en", "en/"),
        ("practices/alpha", "nl", "practices/alpha/"),
        ("practices/alpha", "en", "en/practices/alpha/"),
        ("404", "nl", "404.html"),
        ("404", "en", "en/404.html"),
    ],
)
def test_addresses(catalogue: Catalogue, path: str, locale: str, expected: str) -> None:
    assert uri(path, locale, catalogue.settings) == expected


@pytest.mark.parametrize(
    ("target", "start", "expected"),
    [
        ("", "", "./"),
        ("", "practices/alpha/", "../../"),
        ("practices/", "", "practices/"),
        ("en/practices/alpha/", "practices/alpha/", "../../en/practices/alpha/"),
        ("practices/alpha/", "practices/alpha/", "./"),
        ("assets/x/hub.css", "en/practices/", "../../assets/x/hub.css"),
        ("404.html", "practices/", "../404.html"),
    ],
)
def test_relative_links(target: str, start: str, expected: str) -> None:
    assert relative(target, start) == expected


def test_links_of_a_view(catalogue: Catalogue) -> None:
    view = View(Edition(catalogue, "en"), "practices/alpha")
    assert view.link("criteria/vision", fragment="clear-aim") == "../../criteria/vision/#clear-aim"
    assert view.link("practices/alpha", fragment="results") == "#results"
    assert view.link("practices/alpha", locale="nl") == "../../../practices/alpha/"
    assert view.record("criterion", "clear-aim") == "../../criteria/vision/#clear-aim"
    assert view.record("practice", "beta#results") == "../beta/#results"
    assert view.record("glossary", "mentee") == "../../glossary/#mentee"


def test_links_of_the_error_page_are_absolute(catalogue: Catalogue) -> None:
    view = View(Edition(catalogue, "en"), "404", root="/sub/")
    assert view.link("practices") == "/sub/en/practices/"
    assert view.asset("a.css") == "/sub/a.css"


# --- pages ------------------------------------------------------------------------------------------------------------


def test_the_same_paths_in_both_languages(catalogue: Catalogue) -> None:
    assert sorted(pages_of(catalogue, "nl")) == sorted(pages_of(catalogue, "en"))


def test_a_record_page(catalogue: Catalogue) -> None:
    page = pages_of(catalogue)["practices/alpha"]
    assert (page.title, page.kind, page.section, page.source, page.updated) == (
        "Alfa", "practice", "practices", "data/practices/alpha.yml", "2026-11-22",
    )  # fmt: skip
    assert page.breadcrumbs == (Crumb("Start", ""), Crumb("Praktijken", "practices"), Crumb("Alfa", None))
    assert [heading.id for heading in page.headings] == [
        "timeline", "course", "results", "evidence", "conditions", "tools", "people", "how", "around", "criteria", "sources",
        "cite",
    ]  # fmt: skip
    assert "40–50" in page.body
    assert "53,5%" in page.body


def test_points_and_illustrations_cite_sources(tmp_path: Path) -> None:
    """On the fiche with marks that lead to their reference; on the page of the criterion, which links there, in words only."""

    def cited() -> dict[str, str]:
        return {"nl": "Er is een *coach* [@site-2021].", "en": "There is a *coach* [@site-2021]."}

    practice = a_practice(works_when=[cited()], watch_out=[cited()], lessons=[cited()], adapt=[cited()],
                          criteria=[{"criterion": "clear-aim", "how": cited()}])  # fmt: skip
    pages = pages_of(a_catalogue(tmp_path, {"data/practices/alpha.yml": practice}))
    fiche = pages["practices/alpha"].body
    assert len(re.findall(r'<em>coach</em> <span class="hub-cite"[^>]*>\(<a class="hub-cite__mark" href="#source-site-2021">', fiche)) == 5
    assert 'id="source-site-2021"' in fiche
    assert "Er is een coach.</li>" in pages["criteria/vision"].body


@pytest.mark.parametrize(("level", "untested"), [(1, True), (2, False)])
def test_conditions_are_choices_of_design_where_no_result_is_known(tmp_path: Path, level: int, untested: bool) -> None:
    """On the fiche and, under the heading that all practices share there, in the comparison."""
    practice = a_practice(evidence={"level": level, "why": {"nl": "Beschreven.", "en": "Described."}})
    catalogue = a_catalogue(tmp_path, {"data/practices/alpha.yml": practice})
    view = View(Edition(catalogue, "nl"), COMPARISON)
    rows = {row.id: str(row.html) for row in comparison_rows(view, catalogue.practices["alpha"])}
    fiche, cell = pages_of(catalogue)["practices/alpha"].body, rows["conditions.works_when"]
    assert ("<h3>nl practice.section.works_when</h3>" in fiche) is not untested
    assert ("<h3>nl practice.section.design</h3>" in fiche) is ("nl practice.section.design" in cell) is untested
    assert ("nl practice.design_note" in fiche) is ("nl practice.design_note" in cell) is untested


def test_what_is_absent_is_not_shown(tmp_path: Path) -> None:
    bare = a_practice(results=None, works_when=None, criteria=None, website=None, period=None, course={"sector": "cross-sector"},
                      mentors={"profile": []})  # fmt: skip
    files = {"data/practices/alpha.yml": bare, "data/tools/plan.yml": None, "data/criteria/clear-aim.yml": a_criterion(tier="advanced")}
    page = pages_of(a_catalogue(tmp_path, files))["practices/alpha"]
    assert [heading.id for heading in page.headings] == ["timeline", "course", "evidence", "people", "around", "sources", "cite"]
    assert "Wat hier niet staat, vonden we niet terug" in page.body


def test_every_mark_has_its_reference_on_the_page(catalogue: Catalogue) -> None:
    for path, page in pages_of(catalogue).items():
        marks = set(re.findall(r'href="#(source-[^"]+)"', page.body))
        assert marks <= set(re.findall(r'id="([^"]+)"', page.body)), path


def test_ids_are_unique(catalogue: Catalogue) -> None:
    for path, page in pages_of(catalogue).items():
        ids = re.findall(r'\sid="([^"]+)"', page.body)
        assert len(ids) == len(set(ids)), path


def test_one_title_and_no_heading_is_skipped(catalogue: Catalogue) -> None:
    for path, page in pages_of(catalogue).items():
        levels = [int(level) for level in re.findall(r"<h([1-6])\b", page.body)]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), (path, levels)


def test_a_dimension(catalogue: Catalogue) -> None:
    page = pages_of(catalogue)["criteria/vision"]
    assert [heading.id for heading in page.headings] == ["clear-aim", "retired", "sources"]
    assert 'id="old-aim"' in page.body.partition('id="retired"')[2]
    assert 'href="../../practices/alpha/"' in page.body
    assert 'rel="prev"' not in page.body


def test_a_text_in_one_language_says_so(tmp_path: Path) -> None:
    only_dutch = a_practice(name={"nl": "Alfa"}, mentees={"group": ["refugees"], "education": "any", "about": {"nl": "Zoekers."}})
    page = pages_of(a_catalogue(tmp_path, {"data/practices/alpha.yml": only_dutch}), "en")["practices/alpha"]
    assert page.title == "Alfa"
    assert '<span lang="nl">Alfa</span> <small class="hub-fallback">Only available in Dutch.</small>' in page.body
    assert '<div lang="nl"><p>Zoekers.</p></div>' in page.body


def test_html_in_a_record_stays_text(tmp_path: Path) -> None:
    evil = "</h1><script>alert(1)</script>"
    hostile = a_practice(name={"nl": evil, "en": evil}, summary={"nl": evil, "en": evil}, also_known_as=[evil])
    catalogue = a_catalogue(tmp_path, {"data/practices/alpha.yml": hostile})
    for page in pages_of(catalogue).values():
        assert "<script>" not in page.body
        assert "<script>" not in json_for_html(for_page(page, SITE, Edition(catalogue, "nl")))


# --- parts ------------------------------------------------------------------------------------------------------------


def test_evidence_follows_from_step_and_own_figures(catalogue: Catalogue) -> None:
    outcome, output = catalogue.practices["alpha"].results
    by_evaluator = outcome.model_copy(update={"reported_by": "evaluator"})
    target = outcome.model_copy(update={"kind": "target"})
    assert axes(1, ()) == (0, 0)
    assert axes(2, (output,)) == (0, 1)
    assert axes(2, (output, outcome)) == (0, 2)
    assert axes(3, (by_evaluator,)) == (1, 0)
    assert axes(4, (target,)) == (2, 0)
    assert axes(5, (outcome,)) == (3, 2)


def test_evidence_in_words(catalogue: Catalogue) -> None:
    view = View(Edition(catalogue, "en"), "practices/alpha")
    practice = catalogue.practices["alpha"]
    shown = evidence(view, practice.evidence, practice.results)
    assert (shown.level, shown.steps) == (2, 5)
    assert (shown.research.word, shown.practice.word) == ("Not known yet", "Results counted")


def test_period(catalogue: Catalogue) -> None:
    view = View(Edition(catalogue, "nl"), "x")
    known = catalogue.practices["alpha"].period
    assert known is not None
    assert period(view, known) == "2013–2020"
    assert period(view, known.model_copy(update={"end": None})) == "sinds 2013"
    assert period(view, known.model_copy(update={"start": None})) == "tot 2020"
    assert period(view, known.model_copy(update={"end": "2013"})) == "2013"
    assert period(view, None) is None


def test_rhythm_from_the_facets_or_in_words(catalogue: Catalogue) -> None:
    view = View(Edition(catalogue, "nl"), "x")
    practice = catalogue.practices["alpha"]
    assert rhythm(view, practice) == "zes maanden, elke week"
    none = practice.model_copy(update={"course": practice.course.model_copy(update={"duration": (), "frequency": ()})})
    assert rhythm(view, none) is None


def test_the_way_of_a_duo_shows_only_documented_steps(catalogue: Catalogue) -> None:
    view = View(Edition(catalogue, "nl"), "x")
    assert [step.title for step in way(view, catalogue.practices["alpha"])] == ["Afspreken"]


def test_process_picture(catalogue: Catalogue) -> None:
    picture = process(View(Edition(catalogue, "nl"), "criteria/vision"), "vision")
    assert [(station.number, station.id, station.current) for station in picture.stations] == [(1, "vision", True)]
    assert [(rail.number, rail.id, rail.href) for rail in picture.rails] == [(2, "ethics", "../ethics/")]
    assert picture.current == picture.stations[0]


def test_related_practices_share_what_few_others_have(tmp_path: Path) -> None:
    def practice(id: str, country: str, group: str) -> str:
        return a_practice(id=id, where={"country": [country]}, criteria=None,
                          mentees={"group": [group], "education": "any", "about": {"nl": "x", "en": "x"}})  # fmt: skip

    vocabulary = as_yaml({
        "id": "group", "label": {"nl": "g", "en": "g"}, "description": {"nl": "g", "en": "g"},
        "terms": [{"id": id, "label": {"nl": id, "en": id}, "definition": {"nl": id, "en": id}} for id in ("refugees", "women", "youth")],
    })  # fmt: skip
    countries = as_yaml({
        "id": "country", "label": {"nl": "l", "en": "l"}, "description": {"nl": "l", "en": "l"},
        "terms": [{"id": id, "label": {"nl": id, "en": id}, "definition": {"nl": id, "en": id}} for id in ("BE", "FI", "SE")],
    })  # fmt: skip
    files = {
        "data/vocabularies/group.yml": vocabulary,
        "data/vocabularies/country.yml": countries,
        "data/practices/beta.yml": practice("beta", "FI", "women"),
        "data/practices/delta.yml": practice("delta", "SE", "women"),
        "data/practices/epsilon.yml": practice("epsilon", "BE", "youth"),
    }
    found = related_practices(a_catalogue(tmp_path, files).practices)
    assert [(item.practice.id, item.shared) for item in found["beta"]] == [("delta", (("group", ("women",)),))]
    assert [(item.practice.id, item.shared) for item in found["alpha"]] == [("epsilon", (("country", ("BE",)),))]


def test_headings_need_an_id() -> None:
    found = headings('<h2 id="a" class="x">Een <em>twee</em> &amp; drie</h2><h2>Nee</h2><h3 id="b">Nee</h3>')
    assert [(heading.id, heading.text) for heading in found] == [("a", "Een twee & drie")]


# --- for machines -----------------------------------------------------------------------------------------------------


def test_json_ld_is_absolute_and_in_the_language_of_the_page(catalogue: Catalogue) -> None:
    page = pages_of(catalogue, "en")["practices/alpha"]
    article, crumbs = for_page(page, SITE, Edition(catalogue, "en"))
    assert article["@type"] == "Article"
    assert article["url"] == "https://hub.example/sub/en/practices/alpha/"
    assert article["citation"] == ["https://example.org/report"]
    items = crumbs["itemListElement"]
    assert isinstance(items, list)
    assert [item["item"] for item in items] == [
        "https://hub.example/sub/en/",
        "https://hub.example/sub/en/practices/",
        "https://hub.example/sub/en/practices/alpha/",
    ]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("criteria/vision", "DefinedTermSet"),
        ("partners/acme", "Organization"),
        ("projects/start", "ResearchProject"),
        ("glossary", "DefinedTermSet"),
        ("sources", "CollectionPage"),
    ],
)
def test_every_kind_of_page_describes_itself(catalogue: Catalogue, path: str, kind: str) -> None:
    items = for_page(pages_of(catalogue)[path], SITE, Edition(catalogue, "nl"))
    assert [item["@type"] for item in items] == [kind, "BreadcrumbList"]
    assert "hub:" not in json.dumps(items)


def test_json_in_html_cannot_end_its_element() -> None:
    written = json_for_html([{"name": "</script><!-- & >"}])
    assert not re.search(r"[<>&]", written)
    assert json.loads(written) == [{"name": "</script><!-- & >"}]


def test_edit_and_report(catalogue: Catalogue) -> None:
    page = pages_of(catalogue)["practices/alpha"]
    assert edit_address(page, Edition(catalogue, "nl")) == "https://example.org/edit/data/practices/alpha.yml"
    address = report_address(page, SITE, Edition(catalogue, "nl"))
    assert address.startswith("https://example.org/new?title=Fout%20op%20de%20pagina%3A%20Alfa&body=Adres%3A%20https")
    assert re.fullmatch(r"[!-~]+", address)


def test_a_criterion_says_since_when_and_instead_of_what(catalogue: Catalogue) -> None:
    body = pages_of(catalogue)["criteria/vision"].body
    old = catalogue.criteria["old-aim"].title.said("nl").text
    assert f"Staat in de lijst sinds versie 2. Komt in de plaats van {old}." in body
