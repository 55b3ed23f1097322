"""What all our Word documents are made of: page with header and footer, tables, running text, boxes to tick."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime

import docx
from docx.shared import Cm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from . import archive, docx_styles
from .docx_elements import (
    add_borders,
    add_checkbox,
    add_description,
    add_field,
    add_hyperlink,
    add_to_list,
    repeat_on_each_page,
    set_widths,
    shade,
    styled,
)
from .limits import PROPERTY, shortened
from .rich_text import Block


class Pieces:
    """A document that is being written; `language` as in `nl-BE`."""

    def __init__(self, language: str) -> None:
        self.document = docx.Document()
        self.language = language
        self.boxes = 0
        docx_styles.apply(self.document, language)

    def saved(self, moment: datetime) -> bytes:
        """The file; the same content gives the same bytes."""
        out = io.BytesIO()
        self.document.save(out)
        return archive.reproducible(out.getvalue(), moment)

    def properties(
        self, *, title: str, subject: str, publisher: str, comments: str, version: str, moment: datetime
    ) -> None:  # fmt: skip
        properties = self.document.core_properties
        properties.title = shortened(title, PROPERTY)
        properties.subject = shortened(subject, PROPERTY)
        properties.author = properties.last_modified_by = shortened(publisher, PROPERTY)
        properties.language = self.language
        properties.comments = shortened(comments, PROPERTY)
        properties.keywords = ""
        properties.version = version
        properties.revision = 1
        properties.created = properties.modified = moment

    def header_and_footer(self, header: str, footer: str, license: str) -> None:
        """`header` has a tab before what stands at its right; the footer counts the pages there."""
        section = self.document.sections[0]
        section.header.paragraphs[0].add_run(header)
        below = section.footer.paragraphs[0]
        below.add_run(f"{footer}\t")
        for name, code in (("", "PAGE"), (" / ", "NUMPAGES")):
            below.add_run(name)
            add_field(below, code)
        section.footer.add_paragraph(license, style="Footer")

    def blocks(self, blocks: Iterable[Block], cell: _Cell | None = None, style: str = "Normal") -> None:
        place = cell or self.document
        number: int | None = None
        for block in blocks:
            bullet = "Hub Note List" if style == "Hub Note" else "List Bullet"
            named = {"ul": bullet, "ol": "List Number"}.get(block.kind, "Hub Answer" if cell else style)
            paragraph = styled(place.add_paragraph(), named)
            if block.kind == "ol":
                if block.start or number is None:
                    number = self._new_list()
                add_to_list(paragraph, number)
            for run in block.runs:
                if run.url:
                    add_hyperlink(paragraph, run.text, run.url)
                else:
                    added = paragraph.add_run(run.text)
                    added.bold, added.italic = run.bold or None, run.italic or None

    def _new_list(self) -> int:
        """A numbered list that begins at 1 again."""
        numbering = self.document.part.numbering_part.element
        style = self.document.styles["List Number"].element
        used = numbering.num_having_numId(style.pPr.numPr.numId.val)
        number = numbering.add_num(used.abstractNumId.val)
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(number.numId)

    def grid(self, headers: tuple[str, ...], widths: tuple[float, ...], title: str) -> Table:
        """A table with a header row that returns on every page, and its title for screen readers."""
        grid: Table = self.document.add_table(rows=1, cols=len(headers))
        grid.style = "Table Grid"
        grid.autofit = False
        add_borders(grid)
        add_description(grid, title)
        for cell, text in zip(grid.rows[0].cells, headers, strict=True):
            styled(cell.paragraphs[0], "Hub Header")
            cell.paragraphs[0].paragraph_format.keep_with_next = True
            cell.paragraphs[0].add_run(text)
            shade(cell)
        repeat_on_each_page(grid.rows[0])
        for column, width in zip(grid.columns, widths, strict=True):
            column.width = Cm(width)
        set_widths(grid, grid.rows[0])
        return grid

    def checkbox(self, paragraph: Paragraph) -> None:
        self.boxes += 1
        add_checkbox(paragraph, 100_000 + self.boxes)
