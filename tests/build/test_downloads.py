"""The downloads of the built site: linked, not empty, and opened by LibreOffice without repair.

LibreOffice also recalculates the caseload spreadsheet, which must say what the page and the Python reference say.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

import libreoffice
from harness import ROOT
from hub import downloads
from hub.downloads import spreadsheet
from hub.downloads.brief import Brief
from hub.link.catalogue import Catalogue
from hub.model import Tool
from hub.model.formula import as_json, parse
from hub.model.tool import Input
from hub.pages.calculator import worked_example
from hub.view.edition import Edition, editions
from rendering import a_catalogue
from site_documents import Document, target

BASE = "https://hub.example/hub/"


@pytest.fixture(scope="module")
def published(site: Path) -> list[Path]:
    """All documents; tables of the evidence page are its own business."""
    return sorted(path for path in (site / "downloads").iterdir() if path.suffix != ".csv")


QUESTIONS = "practice-questions"


def expected(catalogue: Catalogue) -> Iterator[str]:
    for locale in catalogue.locales:
        yield f"toolkit.{locale}.zip"
        for tool in catalogue.tools.values():
            yield from (f"{tool.id}.{locale}.{format}" for format in tool.formats)


def test_every_tool_is_published_in_both_languages(published: list[Path], catalogue: Catalogue) -> None:
    questions = [f"{QUESTIONS}.{locale}.docx" for locale in catalogue.locales]
    assert [path.name for path in published] == sorted((*expected(catalogue), *questions))
    assert [path.name for path in published if path.stat().st_size < 4000] == []


def test_every_download_is_linked_from_both_languages(documents: dict[str, Document], published: list[Path]) -> None:
    linked: dict[str, set[str]] = {}
    for document in documents.values():
        for link in document.links:
            found = target(link, document, BASE)
            if found and found[0].startswith("downloads/") and not found[0].endswith(".csv"):
                linked.setdefault(found[0], set()).add(document.language)
    own = {f"downloads/{QUESTIONS}.{locale}.docx": {locale} for locale in ("nl", "en")}
    assert linked == {f"downloads/{path.name}": {"nl", "en"} for path in published} | own


def test_the_page_says_how_large_a_file_is(site: Path) -> None:
    size = round((site / "downloads/mentoring-agreement.nl.docx").stat().st_size / 1000)
    assert f"({size} kB)" in (site / "toolkit/mentoring-agreement/index.html").read_text("utf-8")


def test_the_archive_holds_every_document(site: Path, catalogue: Catalogue) -> None:
    for locale in catalogue.locales:
        with zipfile.ZipFile(site / f"downloads/toolkit.{locale}.zip") as archive:
            inside = {Path(name).name: archive.read(name) for name in archive.namelist()}
        documents = {name for name in expected(catalogue) if f".{locale}." in name and not name.endswith(".zip")}
        assert documents <= set(inside)
        assert all(inside[name] == (site / "downloads" / name).read_bytes() for name in documents)


def test_another_build_gives_the_same_bytes(site: Path, catalogue: Catalogue) -> None:
    made = downloads.files(editions(catalogue), BASE)
    assert {address: (site / address).read_bytes() for address in made} == dict(made)


# --- LibreOffice ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def printed(published: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The words of each document once LibreOffice has opened and printed it; file name → text."""
    documents = [path for path in published if path.suffix != ".zip"]
    folder = tmp_path_factory.mktemp("printed")
    for suffix in (".docx", ".xlsx"):  # two files of one tool would get the same name
        (folder / suffix).mkdir()
        libreoffice.convert([path for path in documents if path.suffix == suffix], "pdf", folder / suffix)
    return {path.name: libreoffice.text_of(folder / path.suffix / f"{path.stem}.pdf") for path in documents}


def words(text: str) -> str:
    return " ".join(text.split())


def test_every_document_opens_and_says_what_the_record_says(printed: Mapping[str, str], catalogue: Catalogue) -> None:
    missing = []
    for locale in catalogue.locales:
        for tool in catalogue.tools.values():
            for format in tool.formats:
                text = words(printed[f"{tool.id}.{locale}.{format}"])
                wanted = [tool.title, *((part.title for part in tool.parts) if format == "docx" else ())]
                missing += [
                    f"{tool.id}.{locale}.{format}: {said}"
                    for one in wanted
                    if words(said := one.said(locale).text) not in text
                ]
    assert missing == []


def test_the_questions_about_a_practice_fit_a_few_sheets(printed: Mapping[str, str]) -> None:
    for locale in ("nl", "en"):
        assert 2 <= printed[f"{QUESTIONS}.{locale}.docx"].count("\f") <= 4


def test_no_markup_and_no_fault_is_printed(printed: Mapping[str, str]) -> None:
    signs = ("[@", "**", "#REF", "#NAME", "#VALUE", "#DIV", "Err:", "{", "(practice:", "None")
    found = {name: [sign for sign in signs if sign in text] for name, text in printed.items()}
    assert {name: signs for name, signs in found.items() if signs} == {}


# --- one calculation, three times -------------------------------------------------------------------------------------

SETS = 60


def input_sets(tool: Tool) -> list[dict[str, float]]:
    """Limits, values anywhere, and for the most part values that a project might have; seeded, on the steps of each input."""
    assert tool.calculator
    inputs = tool.calculator.inputs
    chance = random.Random(20261122)

    def between(item: Input, low: Decimal, high: Decimal) -> float:
        steps = int((min(high, item.max) - item.min) / item.step)
        return float(item.min + item.step * chance.randint(min(steps, max(0, int((low - item.min) / item.step))), steps))

    limits = [{item.id: float(item.min) for item in inputs}, {item.id: float(item.max) for item in inputs}]
    anywhere = [{item.id: between(item, item.min, item.max) for item in inputs} for _ in range(SETS // 6)]
    likely = [
        {item.id: between(item, item.value / 3, item.value * 3 / 2) for item in inputs}
        for _ in range(SETS - len(limits) - len(anywhere))
    ]
    return [*limits, *anywhere, *likely]


def test_page_spreadsheet_and_reference_agree(catalogue: Catalogue, tmp_path: Path) -> None:
    tool = catalogue.tools["caseload-calculator"]
    assert tool.calculator
    sets = input_sets(tool)
    ids = [result.id for result in tool.calculator.results]
    reference = [{id: worked_example(tool.calculator, given)[id] for id in ids} for given in sets]
    assert sum(one["maximum"] is None for one in reference) < SETS / 2
    assert len({one["maximum"] for one in reference}) > 10
    assert from_the_page(tool, sets) == reference
    assert_close(from_the_spreadsheet(tool, catalogue, sets, tmp_path), reference)


def from_the_page(tool: Tool, sets: list[dict[str, float]]) -> list[dict[str, float | None]]:
    assert tool.calculator
    node = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
    assert node, "Node is missing; `make test` installs it"
    trees = [{"id": result.id, "tree": as_json(parse(result.formula)), "decimals": 0} for result in tool.calculator.results]
    module = (ROOT / "overrides/assets/hub/calculator/formula.mjs").as_uri()
    script = (
        f'import {{ calculate }} from "{module}"; import {{ readFileSync }} from "node:fs";'
        "const { trees, sets } = JSON.parse(readFileSync(0, 'utf8'));"
        "console.log(JSON.stringify(sets.map((one) => calculate(trees, one))));"
    )
    done = subprocess.run(
        [node, "--input-type=module", "-e", script], input=json.dumps({"trees": trees, "sets": sets}), capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    results: list[dict[str, float | None]] = json.loads(done.stdout)
    return results


def from_the_spreadsheet(
    tool: Tool, catalogue: Catalogue, sets: list[dict[str, float]], folder: Path
) -> list[dict[str, float | None]]:
    """One copy of the published sheet for each set of inputs, filled in and recalculated by LibreOffice."""
    assert tool.calculator
    edition = Edition(catalogue, "nl")
    path = folder / "sets.xlsx"
    path.write_bytes(spreadsheet.workbook(Brief(tool, edition, BASE)))
    book = openpyxl.load_workbook(path)
    first = book.worksheets[0]
    inputs = {edition.text(item.label): item.id for item in tool.calculator.inputs}
    results = {edition.text(item.label): item.id for item in tool.calculator.results}
    rows = {label: cell.row for cell in first["A"] if (label := cell.value)}
    sheets = [book.copy_worksheet(first) for _ in sets]
    for sheet, given in zip(sheets, sets, strict=True):
        for label, id in inputs.items():
            sheet.cell(rows[label], 2).value = given[id]
    book.save(path)
    libreoffice.convert([path], "xlsx:Calc MS Excel 2007 XML", folder / "out")
    again = openpyxl.load_workbook(folder / "out/sets.xlsx", data_only=True)
    found: list[dict[str, float | None]] = []
    for sheet in sheets:
        values = {id: again[sheet.title].cell(rows[label], 2).value for label, id in results.items()}
        found.append({id: None if value == spreadsheet.EMPTY else float(value) for id, value in values.items()})
    return found


def assert_close(found: list[dict[str, float | None]], wanted: list[dict[str, float | None]]) -> None:
    for place, (one, other) in enumerate(zip(found, wanted, strict=True)):
        for id, value in other.items():
            assert (one[id] is None) == (value is None), (place, id, one[id], value)
            if value is not None:
                assert one[id] == pytest.approx(value, rel=1e-9, abs=1e-9), (place, id)


def test_summaries_of_a_filled_in_sheet(tmp_path: Path) -> None:
    """Waiting times, counts and shares of the sample's sheet, filled in and recalculated by LibreOffice."""
    sample = a_catalogue(tmp_path)
    path = tmp_path / "log.xlsx"
    path.write_bytes(spreadsheet.workbook(Brief(sample.tools["plan"], Edition(sample, "en"), BASE)))
    book = openpyxl.load_workbook(path)
    sheet = book["List of duos"]
    for row, (duo, asked, met, answer) in enumerate(
        [("D1", 1, 11, "Yes"), ("D2", 5, 10, "No"), ("D3", 7, None, "Yes")], start=4
    ):
        sheet.cell(row, 1).value, sheet.cell(row, 5).value = duo, answer
        sheet.cell(row, 2).value = datetime(2026, 3, asked)
        sheet.cell(row, 3).value = datetime(2026, 3, met) if met else None
    book.save(path)
    libreoffice.convert([path], "xlsx:Calc MS Excel 2007 XML", tmp_path / "out")
    again = openpyxl.load_workbook(tmp_path / "out/log.xlsx", data_only=True)
    assert [again["List of duos"].cell(row, 4).value or "" for row in range(4, 8)] == [10, 5, "", ""]
    values = {row[0].value: row[1].value for row in again["Overview"].iter_rows(min_row=4)}
    assert values == {
        "Duos": 3, "Agreed": 2, "Share agreed": pytest.approx(2 / 3), "Waiting time": 7.5, "Last met": datetime(2026, 3, 11),
    }  # fmt: skip


def test_a_wide_sheet_prints_on_more_pages_each_with_the_first_column(published: list[Path]) -> None:
    across = {}
    for path in published:
        if path.suffix != ".xlsx":
            continue
        for sheet in openpyxl.load_workbook(path).worksheets:
            width = sum(column.width for column in sheet.column_dimensions.values())
            across[path.name, sheet.title] = sheet.page_setup.fitToWidth
            assert width / sheet.page_setup.fitToWidth <= 240, (path.name, sheet.title)
            if sheet.page_setup.fitToWidth > 1 and sheet.print_title_rows:
                assert sheet.print_title_cols == "$A:$A", (path.name, sheet.title)
    assert across["indicator-sheet.en.xlsx", "Mentees"] == 2
    assert across["meeting-log.en.xlsx", "Meetings"] == 1
