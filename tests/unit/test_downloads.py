"""Documents and spreadsheets of the sample tool, opened again with the libraries that people's programs resemble."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.document import Document

from builders import sample
from hub import downloads
from hub.downloads import archive
from hub.link.catalogue import Catalogue
from hub.view.edition import editions
from rendering import a_catalogue

BASE = "https://hub.example/sub/"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return a_catalogue(tmp_path_factory.mktemp("hub"))


@pytest.fixture(scope="module")
def files(catalogue: Catalogue) -> Mapping[str, bytes]:
    return downloads.files(editions(catalogue), BASE)


@pytest.fixture(scope="module")
def document(files: Mapping[str, bytes]) -> Document:
    return docx.Document(io.BytesIO(files["downloads/plan.nl.docx"]))


@pytest.fixture(scope="module")
def book(files: Mapping[str, bytes]) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(files["downloads/plan.en.xlsx"]))


def test_every_file_of_every_language(files: Mapping[str, bytes]) -> None:
    assert sorted(files) == [
        "downloads/plan.en.docx", "downloads/plan.en.xlsx", "downloads/plan.nl.docx", "downloads/plan.nl.xlsx",
        "downloads/toolkit.en.zip", "downloads/toolkit.nl.zip",
    ]  # fmt: skip


def test_the_same_bytes_again(catalogue: Catalogue, files: Mapping[str, bytes]) -> None:
    assert dict(downloads.files(editions(catalogue), BASE)) == dict(files)


def test_a_hub_without_tools_has_no_downloads(tmp_path: Path) -> None:
    assert downloads.files(editions(a_catalogue(tmp_path, {"data/tools/plan.yml": None})), BASE) == {}


# --- the document -----------------------------------------------------------------------------------------------------


def test_headings(document: Document) -> None:
    found = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith(("Title", "Heading"))]
    assert found == [
        ("Title", "Plan"),
        ("Heading 1", "Over dit blad"),
        ("Heading 1", "Formulier"),
        ("Heading 1", "Lijst"),
        ("Heading 1", "Voor wie dit document gebruikt"),
        ("Heading 2", "Waarvoor"),
        ("Heading 2", "Privacy"),
        ("Heading 2", "Taal"),
        ("Heading 2", "Wet"),
        ("Heading 2", "Wat van ons komt"),
        ("Heading 2", "Bronnen"),
    ]


def test_every_table_has_a_header_row_and_a_name(document: Document) -> None:
    assert [[cell.text for cell in table.rows[0].cells] for table in document.tables] == [["Vraag", "Antwoord"], ["Wat", "Wie"]]
    for table, name in zip(document.tables, ("Formulier", "Lijst"), strict=True):
        assert table.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None
        assert table._tbl.tblPr.find(f"{W}tblCaption").get(f"{W}val") == name


def test_fields_and_what_to_answer(document: Document) -> None:
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[1] == ["Naam\nJe voornaam.", ""]
    assert rows[2][0] == "Ritme\nKies er één."
    assert rows[3][1].endswith("1 = slecht, 5 = goed")
    ticks = re.findall(r"<w14:checkbox.*?</w:sdt>", document.tables[0]._tbl.xml, re.DOTALL)
    assert len(ticks) == 2 + 5
    assert "Elke week" in rows[2][1]
    assert [row.cells[0].text for row in document.tables[1].rows] == ["Wat", "Bellen", "", ""]


def test_language_title_header_and_footer(document: Document) -> None:
    properties = document.core_properties
    assert (properties.title, properties.language, properties.version) == ("Plan", "nl-BE", "1")
    language = next(document.styles.element.iter(f"{W}lang"))
    assert language.get(f"{W}val") == "nl-BE"
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "Plan\tVersie 1, 22 november 2026"
    footer = " ".join(paragraph.text for paragraph in section.footer.paragraphs)
    assert f"{BASE}toolkit/plan/" in footer
    assert "CC BY 4.0" in footer


def test_law_is_to_be_checked_and_our_own_proposals_are_named(document: Document) -> None:
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert any(text.startswith("Kijk de actuele wettekst na. Onze samenvatting dateert van november 2026") for text in texts)
    assert "Dit is ons voorstel; we vonden het in geen enkele bron: Hoe gaat het?" in texts


def test_no_clock_in_the_file(files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            assert {info.date_time for info in opened.infolist()} == {(2026, 11, 22, 0, 0, 0)}, name
            assert opened.testzip() is None


# --- the spreadsheet --------------------------------------------------------------------------------------------------


def test_sheets(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == ["Plan", "List of duos", "Overview", "About this file", "Lists"]
    assert (book.properties.title, book.properties.language) == ("Plan", "en-GB")
    assert book.calculation.fullCalcOnLoad


def test_the_calculator_has_formulas_and_limits(book: openpyxl.Workbook) -> None:
    sheet = book["Plan"]
    assert [cell.value for cell in sheet[3]] == ["What you fill in", "Number", "Unit", "Explanation"]
    assert sheet.freeze_panes == "A4"
    cells = {row[0].value: row[1] for row in sheet.iter_rows(min_row=4) if row[0].value}
    assert cells["Per duo"].value == 2.5
    assert cells["Duos"].value == '=IFERROR(INT(B5/B6+0.000000001),"–")'
    limits = {str(rule.sqref): (rule.formula1, rule.formula2) for rule in sheet.data_validations.dataValidation}
    assert limits == {"B5": ("0", "40"), "B6": ("0", "40")}


def test_a_sheet_to_fill_in(book: openpyxl.Workbook) -> None:
    sheet = book["List of duos"]
    assert [cell.value for cell in sheet[3]] == ["Duo", "Asked", "Met", "Days of waiting", "Answer"]
    assert sheet.freeze_panes == "B4"
    assert [(table.ref, table.headerRowCount) for table in sheet.tables.values()] == [("A3:E7", 1)]
    assert sheet["A4"].value == "D1"
    assert sheet["D5"].value == '=IF(OR(C5="",B5=""),"",IFERROR(C5-B5,"–"))'
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert rules["E4:E7"].formula1 == "'Lists'!$A$2:$A$3"
    assert [cell.value for cell in book["Lists"]["A"]] == ["Answer", "Yes", "No"]
    assert rules["B4:B7"].type == "date"
    assert rules["B4:B7"].prompt == "A day."


def test_summaries_are_formulas_of_whole_columns(book: openpyxl.Workbook) -> None:
    values = {row[0].value: row[1].value for row in book["Overview"].iter_rows(min_row=4)}
    column = "'List of duos'!$"
    assert values == {
        "Duos": f'=IFERROR(COUNTA({column}A$4:$A$7),"–")',
        "Agreed": f'=IFERROR(COUNTIF({column}E$4:$E$7,"Yes"),"–")',
        "Share agreed": '=IFERROR(B5/B4,"–")',
        "Waiting time": f'=IFERROR(AVERAGE({column}D$4:$D$7),"–")',
        "Last met": f'=IFERROR(IF(COUNT({column}C$4:$C$7)=0,1/0,MAX({column}C$4:$C$7)),"–")',
    }


@pytest.mark.parametrize(
    ("title", "names", "lists"),
    [
        ("lists", ["Plan", "lists", "Overview", "About this file", "Lists 2"], "Lists 2"),
        ("Overview", ["Plan", "Overview", "Overview 2", "About this file", "Lists"], "Lists"),
        ("PLAN", ["Plan 2", "PLAN", "Overview", "About this file", "Lists"], "Lists"),
    ],
)
def test_our_own_sheets_step_aside_for_those_of_the_tool(title: str, names: list[str], lists: str, tmp_path: Path) -> None:
    plan = sample("data/tools/plan.yml").replace("List of duos", title)
    made = downloads.files(editions(a_catalogue(tmp_path, {"data/tools/plan.yml": plan})), BASE)["downloads/plan.en.xlsx"]
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert book.sheetnames == names
    rules = [rule.formula1 for rule in book[title].data_validations.dataValidation if rule.type == "list"]
    assert rules == [f"'{lists}'!$A$2:$A$3"]
    assert book[names[2]]["B4"].value == f"=IFERROR(COUNTA('{title}'!$A$4:$A$7),\"–\")"


def test_a_number_is_refused_in_words(tmp_path: Path) -> None:
    plan = sample("data/tools/plan.yml").replace("        type: date\n", "        type: number\n", 1)
    files = downloads.files(editions(a_catalogue(tmp_path, {"data/tools/plan.yml": plan})), BASE)
    for locale, message in (("nl", "Vul een getal in van 0 of meer."), ("en", "Fill in a number of 0 or more.")):
        book = openpyxl.load_workbook(io.BytesIO(files[f"downloads/plan.{locale}.xlsx"]))
        rules = {str(rule.sqref): rule.error for rule in book.worksheets[1].data_validations.dataValidation}
        assert rules["B4:B7"] == message


# --- the archive ------------------------------------------------------------------------------------------------------


def test_the_whole_toolkit_in_one_file(files: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(files["downloads/toolkit.nl.zip"])) as opened:
        assert opened.namelist() == [
            "toolkit-nl/lees-mij.txt", "toolkit-nl/01-vision/plan.nl.docx", "toolkit-nl/01-vision/plan.nl.xlsx",
        ]  # fmt: skip
        assert opened.read("toolkit-nl/01-vision/plan.nl.docx") == files["downloads/plan.nl.docx"]
        words = opened.read("toolkit-nl/lees-mij.txt").decode("utf-8-sig")
    assert f"{BASE}toolkit/" in words
    assert "- Plan (Versie 1, 22 november 2026): 01-vision/plan.nl.docx, 01-vision/plan.nl.xlsx" in words


def test_reproducible_leaves_the_content_alone(files: Mapping[str, bytes]) -> None:
    content = files["downloads/plan.nl.docx"]
    assert archive.reproducible(content, datetime(2026, 11, 22)) == content
