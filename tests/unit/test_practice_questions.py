"""What is asked about a new practice: one list for the mail, the document and the example."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import docx
import pytest

from hub.downloads import questions_document
from hub.link.catalogue import Catalogue
from hub.pages import markers
from hub.view import practice_questions
from hub.view.edition import editions
from hub.view.view import View
from rendering import a_catalogue

BASE = "https://hub.example/sub/"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def files(catalogue: Catalogue) -> Mapping[str, bytes]:
    return questions_document.files(editions(catalogue), BASE)


def view_of(catalogue: Catalogue, locale: str) -> View:
    return View(editions(catalogue)[locale], "contribute")


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_mail_and_document_ask_the_same_in_the_same_order(
    catalogue: Catalogue, files: Mapping[str, bytes], locale: str
) -> None:
    view = view_of(catalogue, locale)
    asked = [question.ask for question in practice_questions.questions(view)]
    assert len(asked) == 15
    href = str(markers.fill("new-practice", "", view)).split('href="mailto:')[1].split('"')[0].replace("&amp;", "&")
    body = parse_qs(urlsplit(href).query)["body"][0]
    assert [line.removesuffix(":") for line in body.split("\r\n") if line] == asked
    assert len(href) <= 1_793  # with its scheme 1,800
    table = docx.Document(io.BytesIO(files[f"downloads/practice-questions.{locale}.docx"])).tables[0]
    assert [row.cells[0].paragraphs[0].text for row in table.rows[1:]] == asked
    assert all(row.cells[0].paragraphs[1].text and not row.cells[1].text for row in table.rows[1:])


def test_the_document_has_rules_a_place_to_send_it_and_the_example(catalogue: Catalogue, files: Mapping[str, bytes]) -> None:
    document = docx.Document(io.BytesIO(files["downloads/practice-questions.nl.docx"]))
    heads = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith(("Title", "Heading"))]
    assert heads == [
        ("Title", "Een praktijk toevoegen"), ("Heading 1", "Wat telt en wat niet"), ("Heading 1", "De vragen"),
        ("Heading 1", "Een voorbeeld"),
    ]  # fmt: skip
    assert f"mailto:{catalogue.settings.contact_mail}" in [link.address for p in document.paragraphs for link in p.hyperlinks]
    example = document.tables[1]
    rows = {row.cells[0].text: row.cells[1].text for row in example.rows}
    assert rows["Wie koppelt, en hoe"].startswith("De coaches zoeken voor elke mentee een mentor (Väestöliitto")
    assert "2014" in rows["Eén resultaat (getal, wat geteld is, op hoeveel, jaar)"]
    links = [link.address for row in example.rows for p in row.cells[1].paragraphs for link in p.hyperlinks]
    assert links
    assert all(link.startswith(("https://", "http://")) for link in links)
    assert [table._tbl.tblPr.find(f"{W}tblCaption").get(f"{W}val") for table in document.tables] == ["De vragen", "Een voorbeeld"]
    assert document.core_properties.language == "nl-BE"


def test_the_same_bytes_again(catalogue: Catalogue, files: Mapping[str, bytes]) -> None:
    assert dict(questions_document.files(editions(catalogue), BASE)) == dict(files)


def test_a_hub_without_that_practice_shows_no_example(tmp_path: Path) -> None:
    sample = a_catalogue(tmp_path)
    made = questions_document.files(editions(sample), BASE)["downloads/practice-questions.nl.docx"]
    assert len(docx.Document(io.BytesIO(made)).tables) == 1
    view = view_of(sample, "nl")
    first, *_ = practice_questions.example(view, "alpha")
    assert first.ask == practice_questions.questions(view)[4].ask
