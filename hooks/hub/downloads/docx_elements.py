"""What python-docx lacks: fields, links, date pickers, borders and rows that stay whole, as Office Open XML."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from .palette import HEADER_FILL, LINE, PETROL, SOFT

WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"


def add_field(paragraph: Paragraph, code: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("text", "1"), ("end", "")):
        run = paragraph.add_run(text if kind == "text" else "")._r
        if kind in ("begin", "separate", "end"):
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
            run.append(element)
        elif kind == "":
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = f" {text} "
            run.append(element)


def add_hyperlink(paragraph: Paragraph, text: str, url: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(text)
    run.font.color.rgb = RGBColor.from_string(PETROL)
    run.font.underline = True
    run._r.addprevious(link)
    link.append(run._r)


def add_date_control(paragraph: Paragraph, hint: str, language: str) -> None:
    """A place for a date, with a calendar where the program has one."""
    control, properties, content = (OxmlElement(f"w:{name}") for name in ("sdt", "sdtPr", "sdtContent"))
    properties.append(OxmlElement("w:showingPlcHdr"))
    date = OxmlElement("w:date")
    kept = {"dateFormat": "d/MM/yyyy", "lid": language, "storeMappedDataAs": "date", "calendar": "gregorian"}
    for name, value in kept.items():
        element = OxmlElement(f"w:{name}")
        element.set(qn("w:val"), value)
        date.append(element)
    properties.append(date)
    run = paragraph.add_run(hint)
    run.font.color.rgb = RGBColor.from_string(SOFT)
    control.append(properties)
    control.append(content)
    run._r.addprevious(control)
    content.append(run._r)


def add_checkbox(paragraph: Paragraph, number: int) -> None:
    """A box that can be ticked, and that is printed as a box; `number` is unique in the document."""
    control = OxmlElement("w:sdt")
    properties = OxmlElement("w:sdtPr")
    id = OxmlElement("w:id")
    id.set(qn("w:val"), str(number))
    properties.append(id)
    box = properties.makeelement(f"{{{WORD_2010}}}checkbox", nsmap={"w14": WORD_2010})
    for name, values in (
        ("checked", {"val": "0"}), ("checkedState", {"val": "2612", "font": "MS Gothic"}),
        ("uncheckedState", {"val": "2610", "font": "MS Gothic"}),
    ):  # fmt: skip
        state = box.makeelement(f"{{{WORD_2010}}}{name}")
        for key, value in values.items():
            state.set(f"{{{WORD_2010}}}{key}", value)
        box.append(state)
    properties.append(box)
    content = OxmlElement("w:sdtContent")
    run = paragraph.add_run("☐")
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    for name in ("ascii", "hAnsi", "eastAsia"):
        fonts.set(qn(f"w:{name}"), "MS Gothic")
    control.append(properties)
    control.append(content)
    run._r.addprevious(control)
    content.append(run._r)


def add_borders(grid: Table) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        element = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", LINE)):
            element.set(qn(f"w:{name}"), value)
        borders.append(element)
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("top", "60"), ("left", "110"), ("bottom", "60"), ("right", "110")):
        element = OxmlElement(f"w:{side}")
        element.set(qn("w:w"), width)
        element.set(qn("w:type"), "dxa")
        margins.append(element)
    properties: Any = grid._tbl.tblPr
    indent = OxmlElement("w:tblInd")  # lines the frame up with the text, instead of what is inside it
    indent.set(qn("w:w"), "110")
    indent.set(qn("w:type"), "dxa")
    layout = properties.find(qn("w:tblLayout"))
    if layout is not None:
        layout.addprevious(indent)
    for element in (borders, margins):
        if layout is not None and element is borders:
            layout.addprevious(element)
        elif layout is not None:
            layout.addnext(element)
        else:
            properties.append(element)


def add_description(grid: Table, title: str) -> None:
    """A title for screen readers; last in the properties, as the schema wants it."""
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), title)
    grid._tbl.tblPr.append(caption)


def shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", HEADER_FILL)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def styled(paragraph: Paragraph, name: str) -> Paragraph:
    """The style by its id, which is its name without spaces; looking names up takes most of the time of a document."""
    paragraph._p.style = name.replace(" ", "")
    return paragraph


def add_row(grid: Table) -> Any:
    row = grid.add_row()  # type: ignore[no-untyped-call]
    set_widths(grid, row)
    return row


def add_to_list(paragraph: Paragraph, list_id: int) -> None:
    """Makes it an entry of this numbered list."""
    numbering: Any = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    numbering.get_or_add_ilvl().val = 0
    numbering.get_or_add_numId().val = list_id


def repeat_on_each_page(row: Any) -> None:
    keep_whole(row)
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))


def keep_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def keep_with_next(row: Any) -> None:
    """On one page with what follows."""
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def set_widths(grid: Table, row: Any) -> None:
    """Word reads the widths of columns, LibreOffice those of cells."""
    for cell, column in zip(row.cells, grid.columns, strict=True):
        cell.width = column.width
