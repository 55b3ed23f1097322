"""Practices side by side and taken home: the rows of the record page in its order, nothing shown bare, and how to cite."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import pytest

from builders import a_criterion, a_practice
from hub.browser import comparison, comparison_summary
from hub.browser.practice_export import COLUMNS
from hub.browser.practice_files import practice_files
from hub.link.addresses import COMPARISON
from hub.link.catalogue import Catalogue
from hub.pages import comparison as page
from hub.pages.practice import pages
from hub.pipeline import load_catalogue
from hub.view.citation import apa_date, citation, escaped
from hub.view.edition import Edition, editions
from hub.view.page import Page
from hub.view.view import View
from rendering import ROOT, a_catalogue


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return a_catalogue(tmp_path)


def record_page(catalogue: Catalogue, locale: str) -> Page:
    return next(page for page in pages(Edition(catalogue, locale)) if page.path == "practices/alpha")


def a_file(catalogue: Catalogue, name: str, locale: str = "nl") -> dict[str, object]:
    files = practice_files(editions(catalogue))
    content: dict[str, object] = json.loads(files.files[f"{files.folder(locale)}/{name}.json"])
    return content


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_every_row_has_a_name_and_every_practice_every_row(catalogue: Catalogue, locale: str) -> None:
    view = View(Edition(catalogue, locale), COMPARISON)
    headings = [row.id for section in page.sections(view) for row in section.rows]
    rows = comparison.comparison_rows(view, catalogue.practices["alpha"])
    assert [row.id for row in rows] == headings
    assert len(set(headings)) == len(headings)


def test_sections_and_rows_stand_in_the_order_of_the_record_page(catalogue: Catalogue) -> None:
    view = View(Edition(catalogue, "nl"), COMPARISON)
    body = record_page(catalogue, "nl").body.partition('id="timeline"')[2]  # below the three facts in the head
    titles = re.findall(r"<(?:h[23]|dt)[^>]*>([^<]+)</(?:h[23]|dt)>", body)
    for section in page.sections(view):
        shown = [row.label for row in section.rows if row.label in titles]
        places = [titles.index(label) for label in shown]
        assert places == sorted(places), section.title
    order = [section.title for section in page.sections(view) if section.title in titles]
    assert order == sorted(order, key=titles.index)


def test_what_is_absent_is_left_to_the_page_and_the_rest_is_there(tmp_path: Path) -> None:
    bare = a_practice(results=None, works_when=None, criteria=None, website=None, period=None, course={"sector": "cross-sector"})
    files = {"data/practices/alpha.yml": bare, "data/criteria/clear-aim.yml": a_criterion(tier="advanced")}
    rows = a_file(a_catalogue(tmp_path, files), "rows/alpha")["rows"]
    assert isinstance(rows, dict)
    assert {"facts.where", "facts.kind", "facts.evidence", "evidence.research"} <= set(rows)
    assert not {"facts.period", "facts.website", "facts.rhythm", "results.outcome", "conditions.works_when"} & set(rows)


@pytest.mark.parametrize("folder", ["practices", "rows"])
def test_each_mark_of_a_source_finds_its_source(tmp_path: Path, folder: str) -> None:
    files = {"data/practices/alpha.yml": a_practice(adapt=[{"nl": "Kort [@report-2020].", "en": "Short [@report-2020]."}])}
    content = a_file(a_catalogue(tmp_path, files), f"{folder}/alpha")
    sources = content.pop("sources")
    marks = set(re.findall(r'href=\\?"#source-([^"\\]+)', json.dumps(content)))
    assert isinstance(sources, list)
    assert marks
    assert marks == {id for _, id, _ in sources}


def test_a_figure_comes_with_definition_window_year_and_source(catalogue: Catalogue) -> None:
    exported = a_file(catalogue, "export")["practices"]
    assert isinstance(exported, list)
    figures = exported[0]["figures"]
    assert figures
    for figure in figures:
        assert figure["measures"] in figure["text"]
        assert re.search(r"\[Periode: .+; Jaar: .+; Geteld door: .+ \(.+\)\]$", figure["text"])
        assert figure["sources"]


def test_the_export_knows_a_name_for_all_it_holds(catalogue: Catalogue) -> None:
    content = a_file(catalogue, "export", "en")
    assert content["language"] == "en"
    practices, facets = content["practices"], content["facets"]
    assert isinstance(practices, list)
    assert isinstance(facets, dict)
    assert set(practices[0]) - {"facets"} <= set(COLUMNS)
    for facet, terms in practices[0]["facets"].items():
        assert set(terms) <= set(facets[facet]["terms"])


def test_former_ids_lead_to_the_practice(tmp_path: Path) -> None:
    renamed = a_practice(former_ids=["once", "before"])
    names = a_file(a_catalogue(tmp_path, {"data/practices/alpha.yml": renamed}), "names")
    assert names["former"] == {"once": "alpha", "before": "alpha"}


def test_files_of_the_same_catalogue_are_the_same(tmp_path: Path, catalogue: Catalogue) -> None:
    first = dict(practice_files(editions(catalogue)).files)
    assert dict(practice_files(editions(catalogue)).files) == first


def test_how_to_cite(catalogue: Catalogue) -> None:
    url = "https://hub.example/practices/alpha/"
    for locale, date, kind in (("nl", "2026, 3 november", "Praktijkfiche"), ("en", "2026, November 3", "Practice profile")):
        edition = Edition(catalogue, locale)
        page = dataclasses.replace(record_page(catalogue, locale), updated="2026-11-03")
        made = citation(page, url, View(edition, page.path))
        assert made is not None
        hub = edition.text(catalogue.settings.publisher)
        assert made.apa.startswith(f"{hub}. ({date}). <cite>{page.title}</cite> [{kind}].")
        assert made.apa.endswith(f" {url}")
        assert made.bibtex.startswith("@misc{hub-alpha,\n  author = {{")
        assert "  year = {2026},\n  month = nov,\n" in made.bibtex
        assert made.bibtex.count("{") == made.bibtex.count("}")


@pytest.mark.parametrize(("date", "nl", "en"), [("2024", "2024", "2024"), ("2024-03", "2024, maart", "2024, March")])
def test_a_date_is_as_precise_as_it_was_written(catalogue: Catalogue, date: str, nl: str, en: str) -> None:
    assert apa_date(date, Edition(catalogue, "nl")) == nl
    assert apa_date(date, Edition(catalogue, "en")) == en


def test_signs_that_mean_something_in_latex_mean_only_themselves() -> None:
    assert escaped("50% & {a_b} #1 $x ~ ^ \\") == (
        r"50\% \& \{a\_b\} \#1 \$x \textasciitilde{} \textasciicircum{} \textbackslash{}"
    )


# --- the summary ----------------------------------------------------------------------------------------------------------


def a_summary(folder: Path, locale: str = "nl", **changes: object) -> dict[str, dict[str, object]]:
    found = a_file(a_catalogue(folder, {"data/practices/alpha.yml": a_practice(**changes)}), "practices/alpha", locale)["summary"]
    assert isinstance(found, dict)
    return found


GLANCE = {
    "for_whom": {"nl": "Wie wil", "en": "Who wants"}, "status": {"nl": "Loopt (2020)", "en": "Running (2020)"},
    "duos": {"nl": "12 in 2020", "en": "12 in 2020"}, "result": {"nl": "40% een job (2020)", "en": "40% a job (2020)"},
}  # fmt: skip


def test_short_answers_are_those_of_the_record_and_the_result_leads_to_its_figure(tmp_path: Path) -> None:
    figure = {"id": "jobs", "kind": "outcome", "value": 40, "unit": "percent", "counts": "job", "sources": ["report-2020"],
              "measures": {"nl": "Mentees met een job", "en": "Mentees with a job"}}  # fmt: skip
    found = a_summary(tmp_path, at_a_glance=GLANCE, results=[figure], best_result="jobs")
    assert {row: found[row]["text"] for row in GLANCE} == {row: text["nl"] for row, text in GLANCE.items()}
    assert found["result"]["href"] == "../alpha/#figure-jobs"
    assert "hub-dots" in str(found["evidence"]["html"])


def test_where_a_record_has_no_short_answer_its_closed_lists_speak_or_nothing_does(tmp_path: Path) -> None:
    found = a_summary(tmp_path, at_a_glance=None, results=None, training=None)
    assert {"for_whom", "education", "place", "evidence", "status"} <= set(found)
    assert not {"duos", "result", "training"} & set(found)
    assert all(answer["text"] for answer in found.values())


def test_rows_are_at_most_60_letters_for_every_practice_of_the_hub() -> None:
    real, problems = load_catalogue(ROOT)
    assert real, problems
    for locale, edition in editions(real).items():
        view = View(edition, COMPARISON)
        for practice in real.practices.values():
            for answer in comparison_summary.summary(view, practice):
                assert len(answer.text) <= comparison_summary.MOST_LETTERS, (locale, practice.id, answer)


def test_a_practice_brings_its_figures_drawn_and_as_cells(tmp_path: Path) -> None:
    figure = {"id": "jobs", "kind": "outcome", "value": 40, "unit": "percent", "counts": "job", "sources": ["report-2020"],
              "measures": {"nl": "Mentees met een job", "en": "Mentees with a job"}}  # fmt: skip
    other = {"id": "duos", "kind": "output", "value": 12, "unit": "duos", "sources": ["report-2020"],
             "measures": {"nl": "Duo's", "en": "Duos"}}  # fmt: skip
    files = {"data/practices/alpha.yml": a_practice(results=[figure, other])}
    chart = a_file(a_catalogue(tmp_path, files), "practices/alpha")["chart"]
    assert isinstance(chart, list)
    (drawn,) = chart
    assert {name: drawn[name] for name in ("counts", "by", "hollow")} == {"counts": "job", "by": "provider", "hollow": True}
    assert drawn["svg"].startswith('<path class="hub-outcomes__rule" d="M0 0H1000"/>')
    assert "Mentees met een job" in drawn["cells"]
    assert "/evidence/#figure-alpha-jobs" in drawn["cells"]
    heights = [float(y) for y in re.findall(r' y="(\d+)"', drawn["svg"])]
    assert max(heights) < drawn["height"]
