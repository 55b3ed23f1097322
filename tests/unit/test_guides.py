"""Guides: what is refused in their records and texts, and what becomes of what is right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builders import SAMPLE, sample
from guide_builders import GUIDES, RECORD, TEXT, a_guide, a_guide_hub, a_text, catalogue_of, told
from hub.model import percentages
from hub.model.known_terms import GRADES
from hub.pages import guide_collections, guides
from hub.pages.guide_text import guide_html
from hub.pipeline import load_catalogue
from hub.problems import MOST_PER_FILE
from hub.text.reading import reading_minutes
from hub.view.edition import Edition
from hub.view.guide_view import GuideView
from hub.view.page import Page

ADVICE = "<!-- hub:recommendations -->\n"
AIM = "\n## Het doel {#aim}\n\n"


def test_the_sample_has_no_problem(tmp_path: Path) -> None:
    assert told(a_guide_hub(tmp_path)) == []


# --- the text ---------------------------------------------------------------------------------------------------------


def text_faults(folder: Path, body: str) -> list[str]:
    """What is said about a body whose first line is line 7, followed by all that a text must have."""
    return of_dutch(a_guide_hub(folder, {TEXT: a_text(f"{body}\n{AIM}{ADVICE}")}))


def of_dutch(root: Path) -> list[str]:
    """Without what is said of the English text, which has other sections than a Dutch one that a test makes up."""
    return [fault for fault in told(root) if not fault.startswith("docs/guides/start.en.md")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Eén.\nTwee vonden werk: 72%.",
            "docs/guides/start.md:8: must take percentages from a figure, as [%practice/figure] or [%figure], got '72%'",
        ),
        (
            "- Bijna 7,5 procent kreeg *niets*.",
            "docs/guides/start.md:7: must take percentages from a figure, as [%practice/figure] or [%figure], got '7,5 procent'",
        ),
        (
            "| a | b |\n|---|---|\n| c | 3–4 procentpunt |",
            "docs/guides/start.md:9: must take percentages from a figure, as [%practice/figure] or [%figure], got '3–4 procentpunt'",
        ),
        (
            "Ze vonden [%alpha/jobs-2021].",
            "docs/guides/start.md:7: %alpha/jobs-2021: must be the id of a figure; did you mean 'alpha/jobs-2020'?",
        ),
        (
            "Eén.\n\nTwee\nregels [@report-2020; @report-2021].",
            "docs/guides/start.md:10: @report-2021: must be the id of a source; did you mean 'report-2020'?",
        ),
        (
            "Zie [Alfa](practice:alfa).",
            "docs/guides/start.md:7: practice:alfa: must be the id of a record; did you mean 'alpha'?",
        ),
        (
            "Zie [advies](guide:start#nope), [doel](guide:start#aim) en [dit](guide:start#recommendation-write-it-down).",
            "docs/guides/start.md:7: guide:start#nope: must be a part of that page, got 'nope'; allowed are: in-short, aim, "
            "recommendation-write-it-down, mixed, open-questions, quick-wins, quick-win-one-sentence, more, sources, cite",
        ),
        (
            "Zie [de lijst](../criteria/vision.md).",
            "docs/guides/start.md:7: must be a link to a web address or a record (practice:…), a source [@key] or a figure "
            "[%id], got '](../criteria/vision.md)'",
        ),
        (
            "Zo [@Report].",
            "docs/guides/start.md:7: must be a link to a web address or a record (practice:…), a source [@key] or a figure "
            "[%id], got '[@Report]'",
        ),
        (
            "<!-- hub:proces -->",
            "docs/guides/start.md:7: hub:proces: must be a marker that exists, got 'proces'; did you mean 'process'?",
        ),
        (
            "<!-- hub:figure gap kleur=rood -->",
            "docs/guides/start.md:7: hub:figure: must not have the argument 'kleur'; allowed are: figure",
        ),
        ("<!-- hub:figure -->", "docs/guides/start.md:7: hub:figure: must have the argument figure=…"),
        (
            "<!-- hub:figure gip -->",
            "docs/guides/start.md:7: hub:figure: must name figures by their id, got 'gip'; did you mean 'gap'?",
        ),
        (
            "<!-- hub:figure gap,gap -->",
            "docs/guides/start.md:7: hub:figure: must name figures only once, got 'gap' again",
        ),
        (
            "<!-- hub:figure gap figure=drop -->",
            "docs/guides/start.md:7: hub:figure: must have the argument 'figure' only once",
        ),
        (
            "<!-- hub:capitals groot -->",
            "docs/guides/start.md:7: hub:capitals: must not have 'groot'; arguments are written as name=value",
        ),
        (
            "<!-- hub:practices ids=alpha criterion=clear-aim -->",
            "docs/guides/start.md:7: hub:practices: must have one of the arguments ids=…, criterion=…",
        ),
        (
            "<!-- hub:practices criterion=old-aim -->",
            "docs/guides/start.md:7: hub:practices: must name a criterion that practices illustrate, 'old-aim' has none yet",
        ),
        (
            "<!-- hub:criteria ids=old-aim -->",
            "docs/guides/start.md:7: hub:criteria: must name criteria by their id, got 'old-aim'; allowed are: clear-aim",
        ),
        (
            "<!-- hub:criteria dimension=visions -->",
            "docs/guides/start.md:7: hub:criteria: must name a dimension by its id, got 'visions'; did you mean 'vision'?",
        ),
        (
            "<!-- hub:tools ids=canvas -->",
            "docs/guides/start.md:7: hub:tools: must name tools by their id, got 'canvas'; allowed are: plan",
        ),
        (
            "<!-- hub:chart figures=gap,drop -->",
            "docs/guides/start.md:7: hub:chart: must have the argument title=…",
        ),
        (
            '<!-- hub:chart figures=gap title="Eén" -->',
            "docs/guides/start.md:7: hub:chart: must have two figures or more to compare",
        ),
        (
            '<!-- hub:chart figures=gap,alpha/jobs-2020 title="Appels en peren" -->',
            "docs/guides/start.md:7: hub:chart: must compare figures of one unit, got percentage-point, percent",
        ),
        (
            "Tekst <!-- hub:capitals --> tekst.",
            "docs/guides/start.md:7: must be a marker such as <!-- hub:process -->, alone on its line, "
            "got '<!-- hub:capitals -->'",
        ),
        ("<div>x</div>", "docs/guides/start.md:7: must be Markdown without raw HTML, got '<div>x</div>'"),
        ("Een <b>vet</b>", "docs/guides/start.md:7: must be Markdown without raw HTML, got '</b>'"),
        (
            "![x](https://example.org/x.png)",
            "docs/guides/start.md:7: must be plain Markdown (paragraphs, lists, tables, links) without images",
        ),
        ("> citaat", "docs/guides/start.md:7: must be plain Markdown (paragraphs, lists, tables, links) without quotations"),
        ("`x`", "docs/guides/start.md:7: must be plain Markdown (paragraphs, lists, tables, links) without code"),
        (
            "# Titel {#title}",
            "docs/guides/start.md:7: must have headings of the second and third level only (## and ###), got #",
        ),
        (
            "## Zonder anker",
            "docs/guides/start.md:7: must have an anchor, the same in every language: ## … {#anchor}",
        ),
        (
            "## Groot {#Groot}",
            "docs/guides/start.md:7: must have an anchor of small letters, digits and hyphens, got 'Groot'",
        ),
        ("## Bron {#sources}", "docs/guides/start.md:7: must have another anchor, the page uses 'sources' itself"),
        ("## Doel {#aim}", "docs/guides/start.md:9: must have an anchor of its own, 'aim' stands above already"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_text_is_said_with_its_line(body: str, expected: str, tmp_path: Path) -> None:
    assert expected in text_faults(tmp_path, body)


def test_a_link_to_a_retired_criterion_is_said(tmp_path: Path) -> None:
    assert text_faults(tmp_path, "Zie [het oude](criterion:old-aim).") == [
        "docs/guides/start.md:7: warning: criterion:old-aim: links to a retired criterion: 'old-aim'; "
        "it was taken over by 'clear-aim'"
    ]


def test_every_fault_of_a_text_is_told_in_one_run(tmp_path: Path) -> None:
    assert len(text_faults(tmp_path, "72% [@x] [%y].\n\n<hr>\n\n<!-- hub:z -->")) == 5


def test_advice_must_stand_in_the_text(tmp_path: Path) -> None:
    assert of_dutch(a_guide_hub(tmp_path, {TEXT: a_text(f"Tekst.\n{AIM}")})) == [
        "docs/guides/start.md: hub:recommendations: must have a line <!-- hub:recommendations --> for the advice of the record"
    ]


def test_the_title_is_that_of_the_record(tmp_path: Path) -> None:
    root = a_guide_hub(tmp_path, {TEXT: a_text(f"Tekst.\n{AIM}{ADVICE}", title="Begin")})
    assert of_dutch(root) == [
        "docs/guides/start.md:2: title: must be the title of data/guides/start.yml, 'Starten', got 'Begin'"
    ]


def test_sections_that_the_record_names_exist(tmp_path: Path) -> None:
    root = a_guide_hub(tmp_path, {TEXT: a_text(f"Tekst.\n\n## Doel {{#goal}}\n\n{ADVICE}")})
    expected = "must be the anchor of a heading in docs/guides/start.md, got 'aim'; allowed are: goal"
    assert of_dutch(root) == [
        f"data/guides/start.yml:14: recommendations[write-it-down].section: {expected}",
        f"data/guides/start.yml:31: criteria[1].section: {expected}",
    ]


def test_every_language_has_the_same_sections(tmp_path: Path) -> None:
    english = (GUIDES / "docs/guides/start.en.md").read_text("utf-8").replace("{#others}", "{#other}")
    assert told(a_guide_hub(tmp_path, {"docs/guides/start.en.md": english})) == [
        "docs/guides/start.en.md: #others: must have this section, as docs/guides/start.md:20 has",
        "docs/guides/start.en.md:20: #other: must not have a section that docs/guides/start.md lacks; did you mean 'others'?",
    ]


@pytest.mark.parametrize(
    ("left_out", "expected"),
    [
        (TEXT, "data/guides/start.yml: must have its text in docs/guides/start.md, which is missing"),
        (
            "docs/guides/start.en.md",
            "docs/guides/start.md: en: must have a version in every language; docs/guides/start.en.md is missing",
        ),
        (RECORD, "docs/guides/start.md: must have a record data/guides/start.yml"),
    ],
)
def test_a_guide_is_a_record_and_a_text_in_every_language(left_out: str, expected: str, tmp_path: Path) -> None:
    assert expected in told(a_guide_hub(tmp_path, {left_out: None}))


@pytest.mark.parametrize("text", ["72 mensen", "in 2020", "stap 3", "de helft", "[%alpha/jobs-2020]", "a72%"])
def test_what_is_no_percentage(text: str) -> None:
    assert list(percentages(text)) == []


@pytest.mark.parametrize("text", ["72%", "72 %", "1.234,5%", "10-20%", "5 procent", "3 procentpunten", "2.5 per cent", "7 percent"])
def test_what_is_a_percentage(text: str) -> None:
    assert list(percentages(f"Ongeveer {text} dus")) == [text]


# --- the record -------------------------------------------------------------------------------------------------------

TWO = {"nl": "Twee", "en": "Two"}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            {"core": {"nl": "Wel 72% lukt.", "en": "It works."}},
            "core.nl: must take percentages from a figure, as [%practice/figure] or [%figure], got '72%'",
        ),
        (
            {"core": {"nl": "Wel [%gep] lukt.", "en": "It works."}},
            "core.nl: must be a figure, [%practice/figure] or [%id] of a record in data/figures/, got '[%gep]'; did you mean 'gap'?",
        ),
        (
            {"title": {"nl": "Starten [%gap]", "en": "Starting"}},
            "title.nl: must not name a figure, this works in the Markdown of guides only; got '[%gap]'",
        ),
        ({"doors": ["starter"]}, "doors[1]: must be a term of data/vocabularies/role.yml, got 'starter'; did you mean 'starting'?"),
        ({"tools": ["canvas"]}, "tools[1]: must be the id of a record in data/tools/, got 'canvas'; allowed are: plan"),
        (
            {"criteria": [{"criterion": "clear-aim", "section": "aim"}, {"criterion": "old-aim"}]},
            "warning: criteria[2].criterion: is a retired criterion, so it is not shown: 'old-aim'; it was taken over by 'clear-aim'",
        ),
        (
            {"core": {"nl": "Zie [oud](criterion:old-aim).", "en": "See."}},
            "warning: core.nl: links to a retired criterion: 'old-aim'; it was taken over by 'clear-aim'",
        ),
        ({"recommendations": []}, "recommendations: must have at least 1 entry, got 0"),
        ({"core": {"nl": "Begin."}}, "core: must be given in every language; en is missing"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_record(change: dict[str, object], expected: str, tmp_path: Path) -> None:
    faults = told(a_guide_hub(tmp_path, {RECORD: a_guide(**change), TEXT: (GUIDES / TEXT).read_text("utf-8")}))
    assert [re.sub(r"^data/guides/start\.yml:\d+: ", "", fault) for fault in faults] == [expected]


def test_ids_are_used_once(tmp_path: Path) -> None:
    wins = [{"id": "x", "text": dict(TWO), "takes": "hour", "doors": ["starting"]} for _ in range(2)]
    [fault] = told(a_guide_hub(tmp_path, {RECORD: a_guide(quick_wins=wins)}))
    assert fault.endswith("quick_wins[x].id: must be used only once in quick_wins, got 'x' again")


def test_guides_have_places_of_their_own(tmp_path: Path) -> None:
    faults = told(a_guide_hub(tmp_path, {"data/guides/zz.yml": a_guide(id="zz")}))
    assert "data/guides/zz.yml:2: order: must be a place of its own, start has 1 too" in faults


BEYOND_MENDING = sample("data/practices/alpha.yml") + "".join(f"field_{n}: 1\n" for n in range(MOST_PER_FILE + 1))


@pytest.mark.parametrize("practice", ["id: [", BEYOND_MENDING])
def test_a_figure_of_a_record_that_cannot_be_used_is_not_missed(practice: str, tmp_path: Path) -> None:
    files = {RECORD: a_guide(core={"nl": "[%alpha/x]", "en": "[%alpha/x]"}), "data/practices/alpha.yml": practice}
    found = told(a_guide_hub(tmp_path, files))
    assert found
    assert not [fault for fault in found if "[%alpha/x]" in fault]


def test_values_work_in_guides_only(tmp_path: Path) -> None:
    text = (SAMPLE / "data/practices/alpha.yml").read_text("utf-8").replace("nl: Werkzoekenden [", "nl: Werkzoekenden [%gap] [")
    assert told(a_guide_hub(tmp_path, {"data/practices/alpha.yml": text})) == [
        "data/practices/alpha.yml:21: mentees.about.nl: must not name a figure, this works in the Markdown of guides only; "
        "got '[%gap]'"
    ]


# --- what becomes of it -----------------------------------------------------------------------------------------------


def a_narrative(folder: Path, body: str, locale: str = "nl") -> str:
    catalogue = catalogue_of(a_guide_hub(folder, {TEXT: a_text(f"{body}\n{AIM}{ADVICE}")}))
    document = catalogue.documents["guides/start", locale]
    return str(guide_html(document, catalogue.guides["start"], GuideView(Edition(catalogue, locale), "guides/start")))


def test_a_value_is_a_number_that_leads_to_its_definition(tmp_path: Path) -> None:
    html = a_narrative(tmp_path, "Wel [%alpha/jobs-2020] en [%gap].")
    assert '<a class="hub-value" href="#figure-alpha-jobs-2020">53,5%</a>' in html
    assert '<a class="hub-value" href="#figure-gap">7,5 procentpunt</a>' in html


def test_the_first_use_of_a_term_is_explained_the_next_is_not(tmp_path: Path) -> None:
    html = a_narrative(tmp_path, "**Mentees** kiezen, de mentee beslist. [Die mens](glossary:mentee) ook.")
    assert html.count("<button") == 1
    assert '<strong><button type="button" class="hub-term" popovertarget="term-mentee">Mentees</button>' in html
    assert 'popover id="term-mentee" data-pagefind-ignore><strong>mentee</strong>: Wie begeleid wordt ' in html
    assert "Die mens ook." in html


def test_words_of_the_author_can_be_explained(tmp_path: Path) -> None:
    assert 'popovertarget="term-mentee">die mens</button>' in a_narrative(tmp_path, "Vraag [die mens](glossary:mentee) wat.")


def test_terms_are_not_explained_in_headings_and_links_nor_inside_words(tmp_path: Path) -> None:
    html = a_narrative(tmp_path, "## De mentee {#x}\n\n[De mentee](practice:alpha) en het menteeschap.")
    assert "<button" not in html


def test_every_figure_named_is_defined_on_the_page_once(tmp_path: Path) -> None:
    page = made_pages(tmp_path)["guides/start"]
    named = set(re.findall(r'href="#(figure-[^"]+)"', page.body))
    assert named == {"figure-alpha-jobs-2020", "figure-gap"}
    for anchor in named:
        assert page.body.count(f'id="{anchor}"') == 1


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (200, 1), (201, 2), (1600, 8)])
def test_reading_time(words: int, minutes: int) -> None:
    assert reading_minutes(words) == minutes


def test_words_are_counted_without_marks_and_markers(tmp_path: Path) -> None:
    catalogue = catalogue_of(a_guide_hub(tmp_path, {TEXT: a_text(f"Eén twee [@report-2020] [drie](glossary:mentee).\n{AIM}{ADVICE}")}))
    assert catalogue.documents["guides/start", "nl"].words == 6  # the full stop after a mark stands alone; "Het doel" counts too


# --- pages ------------------------------------------------------------------------------------------------------------


def guide_pages(edition: Edition) -> list[Page]:
    return [*guides.pages(edition), *guide_collections.pages(edition)]


def made_pages(folder: Path, locale: str = "nl") -> dict[str, Page]:
    edition = Edition(catalogue_of(a_guide_hub(folder)), locale)
    return {page.path: page for page in guide_pages(edition)}


def test_pages_of_guides(tmp_path: Path) -> None:
    made = made_pages(tmp_path)
    assert set(made) == {"guides", "guides/all", "guides/quick-wins", "guides/start"}
    page = made["guides/start"]
    assert (page.title, page.updated, page.source) == ("Starten", "2026-11-20", "docs/guides/start.md")
    assert [one.id for one in page.headings] == ["aim", "advice", "mixed", "open-questions", "quick-wins", "more", "sources"]


def test_without_guides_there_are_no_pages(tmp_path: Path) -> None:
    catalogue, _ = load_catalogue(SAMPLE)
    assert catalogue is not None
    assert guide_pages(Edition(catalogue, "nl")) == []


def test_no_anchor_stands_twice_on_the_page_of_all_guides(tmp_path: Path) -> None:
    second = a_guide(id="zz", order=2, title={"nl": "Zeker", "en": "Sure"})
    texts = {
        f"docs/guides/zz{suffix}.md": (GUIDES / f"docs/guides/start{suffix}.md").read_text("utf-8").replace(old, new)
        for suffix, old, new in (("", '"Starten"', '"Zeker"'), (".en", '"Starting"', '"Sure"'))
    }
    root = a_guide_hub(tmp_path, {"data/guides/zz.yml": second, **texts})
    assert told(root) == []
    made = {page.path: page for page in guide_pages(Edition(catalogue_of(root), "nl"))}
    for path in ("guides/all", "guides/quick-wins"):
        anchors = re.findall(r'\sid="([^"]+)"', made[path].body)
        assert len(anchors) == len(set(anchors)), path
    assert {"start-aim", "zz-aim"} <= set(re.findall(r'\sid="([^"]+)"', made["guides/all"].body))
    assert made["guides/all"].body.count("<button") == 1


def test_every_grade_has_its_dots() -> None:
    catalogue, problems = load_catalogue(GUIDES.parents[2])
    assert catalogue is not None, problems
    for axis, steps in GRADES.items():
        assert [term.id for term in catalogue.vocabularies[f"grade-{axis}"].terms] == list(steps)


# --- help for criteria ------------------------------------------------------------------------------------------------


def test_an_essential_criterion_without_a_guide_is_refused(tmp_path: Path) -> None:
    other = sample("data/criteria/clear-aim.yml").replace("id: clear-aim", "id: other-aim").replace("order: 1", "order: 2")
    other = other.replace("tier: essential", "tier: advanced").replace("replaces: [old-aim]\n", "")
    record = a_guide().replace("clear-aim", "other-aim")
    assert told(a_guide_hub(tmp_path, {RECORD: record, "data/criteria/other-aim.yml": other})) == [
        "data/criteria/clear-aim.yml:4: tier: must not be essential without a guide; none in data/guides/ names it"
    ]


# --- figures beside the text ------------------------------------------------------------------------------------------


def test_figures_stand_beside_their_passage_beneath_their_table_and_never_twice(tmp_path: Path) -> None:
    text = (
        f"Eén [%alpha/jobs-2020] en nog eens [%alpha/jobs-2020].\n\n{AIM}Een alinea.\n\n"
        f"| Wie | Cijfer |\n|---|---|\n| Alfa | [%gap] |\n\n<!-- hub:figure drop -->\n\nWeer [%drop].\n\n{ADVICE}"
    )
    body = made_page(tmp_path, text)
    beside = re.findall(r'<div class="hub-beside">.*?<ul class="hub-asides">(.*?)</ul>', body, re.DOTALL)
    beneath = re.findall(r'</table>\s*</div>\s*<ul class="hub-asides">(.*?)</ul>', body, re.DOTALL)
    assert [re.findall(r'id="(figure-[^"]+)"', one) for one in beside] == [["figure-alpha-jobs-2020"]]
    assert [re.findall(r'id="(figure-[^"]+)"', one) for one in beneath] == [["figure-gap"]]
    assert body.count('id="figure-drop"') == body.count('class="hub-beside"') == 1
    assert 'id="figures"' not in body


def made_page(folder: Path, text: str) -> str:
    catalogue = catalogue_of(a_guide_hub(folder, {TEXT: a_text(text)}))
    return str(guides.guide_page(catalogue.guides["start"], Edition(catalogue, "nl")).body)


def test_every_number_of_a_guide_leads_to_a_definition_wherever_it_stands(tmp_path: Path) -> None:
    """Those of the summary and of the advice too, which have no text beside them."""
    guide = a_guide(core={"nl": "Kern [%drop].", "en": "Core [%drop]."})
    catalogue = catalogue_of(a_guide_hub(tmp_path, {"data/guides/start.yml": guide}))
    for page in guide_pages(Edition(catalogue, "nl")):
        named = set(re.findall(r'class="hub-value" href="#([^"]+)"', page.body))
        defined = re.findall(r'\sid="(figure-[^"]+)"', page.body)
        assert named <= set(defined), page.path
        assert len(defined) == len(set(defined)), page.path
