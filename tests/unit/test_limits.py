"""What Word, Excel and zip archives allow: shortened in what is about a document, refused where a reader would lose it."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from builders import a_hub, a_record, as_yaml
from hub import downloads
from hub.downloads.limits import margins, shortened
from hub.model.formula import FormulaError, parse
from hub.pipeline import load_catalogue

TOOL, HUB = "data/tools/plan.yml", "data/hub.yml"
BASE = f"https://{'b' * 60}.example/{'c' * 300}/"
LONG = ("Een & lange zin met woorden. " * 40)[:1000].strip()


def two(text: str) -> dict[str, str]:
    return {"nl": text, "en": text}


def files_of(folder: Path, tool: Mapping[str, Any], hub: Mapping[str, Any]) -> Mapping[str, bytes]:
    catalogue, problems = load_catalogue(
        a_hub(folder, {TOOL: as_yaml(a_record(TOOL, **tool)), HUB: as_yaml(a_record(HUB, **hub))})
    )
    assert catalogue is not None, problems
    return downloads.of_catalogue(catalogue, BASE)


def told(folder: Path, name: str, changes: Mapping[str, Any]) -> list[str]:
    return [str(problem) for problem in load_catalogue(a_hub(folder, {name: as_yaml(a_record(name, **changes))}))[1]]


@pytest.fixture(scope="module")
def longest(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The files of a tool of which every text is as long as the model allows, in a hub with long names."""
    long = {name: two(LONG) for name in ("title", "summary", "who", "when")}
    prose = {name: two("appel " * 3_300) for name in ("purpose", "privacy", "language", "evidence")}
    hub = {"title": two(LONG), "publisher": two(LONG), "content_license": f"https://example.org/{'x' * 970}"}
    return files_of(tmp_path_factory.mktemp("longest"), {**long, **prose, "tips": [two("tip " * 4_900)]}, hub)


def test_properties_of_a_document_are_shortened(longest: Mapping[str, bytes]) -> None:
    properties = docx.Document(io.BytesIO(longest["downloads/plan.nl.docx"])).core_properties
    written = (properties.title, properties.subject, properties.author, properties.last_modified_by, properties.comments)
    assert [len(text) for text in written] == [255] * 5
    assert all(text.endswith("…") for text in written)
    assert properties.title == f"{LONG[:254]}…"


def test_the_document_itself_says_everything(longest: Mapping[str, bytes]) -> None:
    texts = [paragraph.text for paragraph in docx.Document(io.BytesIO(longest["downloads/plan.nl.docx"])).paragraphs]
    assert LONG in texts
    assert any(text.count("appel") == 3_300 for text in texts)


def test_a_spreadsheet_stays_within_its_limits(longest: Mapping[str, bytes]) -> None:
    content = longest["downloads/plan.nl.xlsx"]
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert [len(text) for text in (book.properties.title, book.properties.subject, book.properties.description)] == [255] * 3
    assert all(len(name) <= 31 for name in book.sheetnames)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if "worksheets/sheet" in name]
    for sheet in sheets:
        for part in re.findall(r"<odd(?:Header|Footer)>(.*?)</odd", sheet):
            assert len(html.unescape(part)) <= 255
        assert all(float(height) <= 409 for height in re.findall(r' ht="([\d.]+)"', sheet))
        assert all(len(text) <= 255 for text in re.findall(r'(?:prompt|error)="([^"]*)"', sheet))
        assert all(len(text) <= 32 for text in re.findall(r'(?:prompt|error)Title="([^"]*)"', sheet))


def test_long_notes_of_a_spreadsheet_go_on_in_the_next_row(longest: Mapping[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(longest["downloads/plan.nl.xlsx"]))
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert sum(text.count("appel") for text in cells) == 4 * 3_300
    assert max(len(text) for text in cells) <= 2_000


@pytest.mark.parametrize("title", ["???", "History", "a/b", "🙂" * 40, "'"])
def test_any_title_names_a_sheet(title: str, tmp_path: Path) -> None:
    files = files_of(tmp_path, {"title": two(title)}, {})
    names = openpyxl.load_workbook(io.BytesIO(files["downloads/plan.nl.xlsx"])).sheetnames
    assert all(0 < len(name.encode("utf-16-le")) // 2 <= 31 for name in names)
    assert "history" not in [name.casefold() for name in names]


def test_margins_count_what_is_written_twice() -> None:
    left, right = margins("&" * 300, "v1")
    assert right == "v1"
    assert left == "&&" * 123 + "…"
    assert shortened("x" * 255, 255) == "x" * 255


# --- refused ----------------------------------------------------------------------------------------------------------


def a_sheet(**changes: Any) -> dict[str, Any]:
    columns = [
        {"id": "state", "label": two("Stand"), "type": "choice", "help": two("Kies."),
         "options": [{"id": "a", "label": two("A")}, {"id": "b", "label": two("B")}]},
        {"id": "amount", "label": two("Aantal"), "type": "number", "help": two("Hoeveel.")},
    ]  # fmt: skip
    return {"id": "one", "title": two("Blad"), "intro": two("Vul in."), "columns": columns, "blank_rows": 3, **changes}


def with_column(**changes: Any) -> dict[str, Any]:
    sheet = a_sheet()
    sheet["columns"][0] |= changes
    return sheet


X = two("x" * 256)


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        (a_sheet(), []),
        (with_column(help=X), ["columns[state].help"]),
        (with_column(label=X), ["columns[state].label"]),
        (
            with_column(options=[{"id": "a", "label": X}, {"id": "b", "label": two("B")}]),
            ["columns[state].options[a].label"],
        ),
    ],
)  # fmt: skip
def test_what_a_spreadsheet_would_cut_off(sheet: dict[str, Any], expected: list[str], tmp_path: Path) -> None:
    found = told(tmp_path, TOOL, {"sheets": [sheet]})
    assert [re.sub(r"^\S+:\d+: ", "", fault) for fault in found] == [
        f"sheets[one].{place}.{locale}: must be at most 255 characters long, spreadsheets cut off the rest, got 256"
        for place in expected for locale in ("nl", "en")
    ]  # fmt: skip


def test_a_sheet_is_not_called_history(tmp_path: Path) -> None:
    sheet = a_sheet(title={"nl": "Geschiedenis", "en": "HISTORY"})
    assert [re.sub(r"^\S+:\d+: ", "", fault) for fault in told(tmp_path, TOOL, {"sheets": [sheet]})] == [
        "sheets[one].title.en: must not be 'HISTORY', spreadsheets keep this name for themselves"
    ]


def test_a_formula_fits_into_its_cell(tmp_path: Path) -> None:
    sheet = with_column(options=[{"id": "a", "label": two("x" * 250)}, {"id": "b", "label": two("B")}])
    summary = {"id": "much", "label": two("Veel"), "formula": " + ".join(["count(state:a)"] * 30)}
    assert [re.sub(r"^\S+:\d+: ", "", fault) for fault in told(tmp_path, TOOL, {"sheets": [{**sheet, "summary": [summary]}]})] == [
        "sheets[one].summary[much].formula: must name fewer columns, spreadsheets allow 8192 characters in a formula, got 10647"
    ]


def test_a_formula_in_words_fits_into_its_cell(tmp_path: Path) -> None:
    calculator = a_record(TOOL)["calculator"]
    calculator["groups"][0]["inputs"][0]["label"] = two("woord " * 160)
    calculator["results"][0]["formula"] = " + ".join(["hours-per-week"] * 40)
    found = [fault for fault in told(tmp_path, TOOL, {"calculator": calculator}) if "in words" in fault]
    assert [re.sub(r"^\S+:\d+: ", "", fault) for fault in found] == [
        f"calculator.results[{calculator['results'][0]['id']}].formula: must be short enough in words for a cell of 32767 characters, "
        f"got {length} in {locale}"
        for locale, length in (("en", 39045), ("nl", 39047))
    ]


def test_a_table_fits_into_a_document(tmp_path: Path) -> None:
    columns = [{"id": f"c{number}", "label": two(f"Kolom {number}")} for number in range(64)]
    parts = [{"id": "wide", "title": two("Breed"), "table": {"columns": columns, "blank_rows": 1}}]
    assert [re.sub(r"^\S+:\d+: ", "", fault) for fault in told(tmp_path, TOOL, {"parts": parts})] == [
        "parts[wide].table.columns: must have at most 63 entries, got 64"
    ]


def test_a_date_that_no_archive_can_have(tmp_path: Path) -> None:
    assert told(tmp_path, HUB, {"updated": "1979-12-31"}) == [
        f"{HUB}:21: updated: must be a day since 1980-01-01, downloads cannot have an earlier date, got '1979-12-31'"
    ]


@pytest.mark.parametrize("value", [10**15, -(10**15), 10**18 - 1])
def test_a_number_that_nobody_keeps_in_full(value: float, tmp_path: Path) -> None:
    figure = {**a_record("data/practices/alpha.yml")["results"][1], "value": value, "to": None}
    del figure["to"]
    found = told(tmp_path, "data/practices/alpha.yml", {"results": [figure]})
    assert len(found) == 1
    assert "results[duos-2020].value: must be a number of at most 15 digits, got " in found[0]


@pytest.mark.parametrize(
    ("formula", "message"),
    [
        ("(" * 400 + "1" + ")" * 400, "must not be nested deeper than 30 levels"),
        ("floor(" * 100 + "a" + ")" * 100, "must not be nested deeper than 30 levels"),
        (" + ".join(["a"] * 102), "must have at most 100 operations and functions"),
        ("1" * 16, "must hold numbers of at most 15 digits"),
    ],
)
def test_a_formula_that_no_spreadsheet_keeps(formula: str, message: str) -> None:
    with pytest.raises(FormulaError, match=re.escape(message)):
        parse(formula)


def test_the_language_and_addresses_of_the_hub_are_what_they_are_used_as(tmp_path: Path) -> None:
    found = told(tmp_path, HUB, {"edit_address": "javascript:alert(1)", "report_address": ""})
    assert [re.sub(r"^\S+:\d+: ", "", fault) for fault in found] == [
        "edit_address: must be a full web address such as https://example.org/page, got 'javascript:alert(1)'",
        "report_address: must be a full web address such as https://example.org/page, got ''",
    ]
