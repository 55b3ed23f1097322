"""A tool as an editable document (`.docx`): first the form itself, then a page for whoever uses it.

Accessible: a title, real headings, tables with a header row and a description, the language set, check boxes that can be
ticked with the keyboard.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

import docx
from docx.shared import Cm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from ..model import Text
from ..model import tool as model
from ..view.tool_words import duration, facts
from . import archive, docx_styles
from .brief import Brief
from .docx_elements import (
    add_borders,
    add_checkbox,
    add_date_control,
    add_description,
    add_field,
    add_hyperlink,
    add_row,
    add_to_list,
    keep_whole,
    keep_with_next,
    repeat_on_each_page,
    set_widths,
    shade,
    styled,
)
from .docx_styles import WIDTH
from .limits import PROPERTY, shortened
from .rich_text import Block, Run

LABEL_WIDTH = 6.6
"""Of the questions of a form, in centimetres; the answers have the rest."""
COLUMN_SHARES = {"narrow": 2, "normal": 4, "wide": 7}


def document(brief: Brief) -> bytes:
    """The file; the same brief gives the same bytes."""
    writer = _Writer(brief)
    writer.write()
    out = io.BytesIO()
    writer.document.save(out)
    return archive.reproducible(out.getvalue(), brief.moment)


class _Writer:
    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.document = docx.Document()
        self.boxes = 0
        docx_styles.apply(self.document, brief.language)
        self._properties()
        self._header_and_footer()

    def write(self) -> None:
        self.document.add_paragraph(self.brief.title, style="Title")
        for part in self.brief.tool.parts:
            self._part(part)
        self._notes()

    # --- the document as a whole ----------------------------------------------------------------------------------

    def _properties(self) -> None:
        brief, properties = self.brief, self.document.core_properties
        publisher = shortened(brief.say(brief.edition.catalogue.settings.publisher), PROPERTY)
        properties.title = shortened(brief.title, PROPERTY)
        properties.subject = shortened(brief.say(brief.tool.summary), PROPERTY)
        properties.author = properties.last_modified_by = publisher
        properties.language = brief.language
        properties.comments = shortened(f"{brief.license} {brief.address}", PROPERTY)
        properties.keywords = ""
        properties.version = str(brief.tool.version)
        properties.revision = 1
        properties.created = properties.modified = brief.moment

    def _header_and_footer(self) -> None:
        brief, section = self.brief, self.document.sections[0]
        section.header.paragraphs[0].add_run(f"{brief.title}\t{brief.version}")
        footer = section.footer.paragraphs[0]
        footer.add_run(f"{brief.hub} · {brief.address}\t")
        for name, code in (("", "PAGE"), (" / ", "NUMPAGES")):
            footer.add_run(name)
            add_field(footer, code)
        section.footer.add_paragraph(brief.license, style="Footer")

    # --- parts ----------------------------------------------------------------------------------------------------

    def _part(self, part: model.Part) -> None:
        heading = self.document.add_heading(self.brief.say(part.title), level=1)
        heading.paragraph_format.page_break_before = True if part.new_page else None
        if part.intro:
            self._blocks(self.brief.blocks(part.intro))
            if part.contents:
                self.document.paragraphs[-1].paragraph_format.keep_with_next = True
        self._fields(part.fields, self.brief.say(part.title))
        if part.numbered:
            self._blocks(
                Block("ol", (Run(self.brief.say(item.text)),), start=place == 0) for place, item in enumerate(part.items)
            )
        else:
            for item in part.items:
                self._box(styled(self.document.add_paragraph(), "Hub Box"), item.text)
        if part.slots:
            self._programme(part)
        if part.table:
            self._table(part.table, self.brief.say(part.title))
        if part.signatures:
            self._signatures(part)

    def _fields(self, fields: Iterable[model.FormField], title: str) -> None:
        """Fields below each other in a table of two columns, interrupted by fields that are a table themselves."""
        grid: Table | None = None
        for field in fields:
            if field.type == "table":
                if grid is not None:
                    styled(self.document.add_paragraph(), "Hub Gap")
                grid = None
                self._label(self.document.add_paragraph(), field)
                assert field.table
                self._table(field.table, self.brief.say(field.label))
                styled(self.document.add_paragraph(), "Hub Gap")
                continue
            if grid is None:
                headers = (self.brief.t("toolkit.form.question"), self.brief.t("toolkit.form.answer"))
                grid = self._grid(headers, (LABEL_WIDTH, WIDTH - LABEL_WIDTH), title)
            row = add_row(grid)
            keep_whole(row)
            label, answer = row.cells
            self._label(label.paragraphs[0], field, label)
            self._answer(answer, field)
            row.height = Cm(_height(field))

    def _label(self, first: Paragraph, field: model.FormField, cell: _Cell | None = None) -> None:
        styled(first, "Hub Label")
        first.add_run(self.brief.say(field.label))
        help_text = styled((cell or self.document).add_paragraph(self.brief.say(field.help)), "Hub Help")
        if cell is None:  # inside a table this would keep the whole table on one page
            first.paragraph_format.keep_with_next = help_text.paragraph_format.keep_with_next = True

    def _answer(self, cell: _Cell, field: model.FormField) -> None:
        brief, first = self.brief, cell.paragraphs[0]
        styled(first, "Hub Answer")
        if field.type in ("choice", "choices"):
            for place, option in enumerate(field.options):
                paragraph = first if place == 0 else cell.add_paragraph()
                styled(paragraph, "Hub Box")
                self._box(paragraph, option.label)
            if field.other:
                paragraph = styled(cell.add_paragraph(), "Hub Box")
                self._checkbox(paragraph)
                paragraph.add_run(f" {brief.t('toolkit.form.other')} {'.' * 40}")
        elif field.type == "check":
            styled(first, "Hub Box")
            self._checkbox(first)
            first.add_run(f" {brief.t('toolkit.form.agreed')}")
        elif field.type == "scale" and field.scale:
            for step in range(1, field.scale.steps + 1):
                first.add_run(f"{step} ")
                self._checkbox(first)
                first.add_run("     " if step < field.scale.steps else "")
            ends = brief.t(
                "toolkit.form.scale", low=brief.say(field.scale.low), high=brief.say(field.scale.high),
                last=str(field.scale.steps),
            )  # fmt: skip
            cell.add_paragraph(ends, style="Hub Help")
        elif field.type == "date":
            add_date_control(first, brief.t("toolkit.form.date_hint"), brief.language)

    def _programme(self, part: model.Part) -> None:
        brief = self.brief
        widths = {"time": 2.3, "about": 10.7, "material": 4.0}
        if not any(slot.material for slot in part.slots):
            widths = {"time": 2.3, "about": 14.7}
        headers = tuple(brief.t(f"toolkit.programme.{name}") for name in widths)
        grid = self._grid(headers, tuple(widths.values()), brief.say(part.title))
        so_far = 0
        for slot in part.slots:
            row = add_row(grid)
            keep_whole(row)
            time, about = row.cells[:2]
            time.paragraphs[0].add_run(brief.t("toolkit.minutes_short", count=slot.minutes)).bold = True
            time.add_paragraph(f"{_clock(so_far)}–{_clock(so_far + slot.minutes)}", style="Hub Help")
            so_far += slot.minutes
            styled(about.paragraphs[0], "Hub Label")
            about.paragraphs[0].add_run(brief.say(slot.title))
            self._blocks(brief.blocks(slot.about), about)
            if slot.material:
                styled(row.cells[2].paragraphs[0], "Hub Answer").add_run(brief.say(slot.material))
        keep_with_next(grid.rows[-1])
        total = brief.t("toolkit.programme.total", time=duration(so_far, brief.edition))
        self.document.add_paragraph(total, style="Hub Small")

    def _table(self, table: model.Table, title: str) -> None:
        say = self.brief.say
        total = sum(COLUMN_SHARES[column.width] for column in table.columns)
        widths = tuple(WIDTH * COLUMN_SHARES[column.width] / total for column in table.columns)
        grid = self._grid(tuple(say(column.label) for column in table.columns), widths, title)
        for row in (*table.rows, *[None] * table.blank_rows):
            added = add_row(grid)
            keep_whole(added)
            added.height = Cm(0.8 if row else 1.1)
            for place, text in enumerate(row.cells if row else ()):
                paragraph = added.cells[place].paragraphs[0]
                styled(paragraph, "Hub Label" if place == 0 else "Hub Answer")
                paragraph.add_run(say(text))

    def _signatures(self, part: model.Part) -> None:
        brief = self.brief
        headers = tuple(brief.t(f"toolkit.form.{name}") for name in ("role", "name", "date", "signature"))
        grid = self._grid(headers, (4.0, 5.0, 3.0, 5.0), brief.say(part.title))
        for place, who in enumerate(part.signatures):
            row = add_row(grid)
            keep_whole(row)
            row.height = Cm(1.5)
            styled(row.cells[0].paragraphs[0], "Hub Label")
            row.cells[0].paragraphs[0].add_run(brief.say(who))
            if place < len(part.signatures) - 1:
                keep_with_next(row)

    # --- for whoever uses it --------------------------------------------------------------------------------------

    def _notes(self) -> None:
        brief = self.brief
        heading = self.document.add_heading(brief.t("toolkit.document.notes"), level=1)
        heading.paragraph_format.page_break_before = True
        self.document.add_paragraph(brief.t("toolkit.document.notes_intro"), style="Hub Small")
        for label, value in facts(brief.tool, brief.edition):
            paragraph = styled(self.document.add_paragraph(), "Hub Note")
            paragraph.add_run(f"{label}: ").bold = True
            paragraph.add_run(value)
        for note in brief.notes():
            self.document.add_heading(note.title, level=2)
            self._blocks(note.blocks, style="Hub Note")
        self.document.add_heading(brief.t("toolkit.section.sources"), level=2)
        for reference in brief.references():
            paragraph = styled(self.document.add_paragraph(), "Hub Source")
            paragraph.add_run(str(reference.html.striptags()))
            if reference.url:
                paragraph.add_run(" ")
                add_hyperlink(paragraph, reference.url, reference.url)

    # --- pieces ---------------------------------------------------------------------------------------------------

    def _blocks(self, blocks: Iterable[Block], cell: _Cell | None = None, style: str = "Normal") -> None:
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

    def _grid(self, headers: tuple[str, ...], widths: tuple[float, ...], title: str) -> Table:
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

    def _box(self, paragraph: Paragraph, text: Text) -> None:
        self._checkbox(paragraph)
        paragraph.add_run(f" {self.brief.say(text)}")

    def _checkbox(self, paragraph: Paragraph) -> None:
        self.boxes += 1
        add_checkbox(paragraph, 100_000 + self.boxes)


def _clock(minutes: int) -> str:
    """
    >>> _clock(75)
    '1:15'
    """
    return f"{minutes // 60}:{minutes % 60:02d}"


def _height(field: model.FormField) -> float:
    if field.type == "long-text":
        return 0.75 * (field.lines or 3)
    return 1.5 if field.type == "signature" else 0.95
