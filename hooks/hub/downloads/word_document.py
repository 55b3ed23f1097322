"""A tool as an editable document (`.docx`): first the form itself, then a page for whoever uses it.

Accessible: a title, real headings, tables with a header row and a description, the language set, check boxes that can be
ticked with the keyboard.
"""

from __future__ import annotations

from collections.abc import Iterable

from docx.shared import Cm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from ..model import Text
from ..model import tool as model
from ..view.tool_words import duration, facts
from .brief import Brief
from .docx_elements import (
    add_date_control,
    add_hyperlink,
    add_row,
    keep_whole,
    keep_with_next,
    styled,
)
from .docx_styles import WIDTH
from .rich_text import Block, Run
from .word_pieces import Pieces

LABEL_WIDTH = 6.6
"""Of the questions of a form, in centimetres; the answers have the rest."""
COLUMN_SHARES = {"narrow": 2, "normal": 4, "wide": 7}


def document(brief: Brief) -> bytes:
    """The file; the same brief gives the same bytes."""
    writer = _Writer(brief)
    writer.write()
    return writer.saved(brief.moment)


class _Writer(Pieces):
    def __init__(self, brief: Brief) -> None:
        super().__init__(brief.language)
        self.brief = brief
        self._properties()
        self.header_and_footer(f"{brief.title}\t{brief.version}", f"{brief.hub} · {brief.address}", brief.license)

    def write(self) -> None:
        self.document.add_paragraph(self.brief.title, style="Title")
        for part in self.brief.tool.parts:
            self._part(part)
        self._notes()

    # --- the document as a whole ----------------------------------------------------------------------------------

    def _properties(self) -> None:
        brief = self.brief
        self.properties(
            title=brief.title, subject=brief.say(brief.tool.summary),
            publisher=brief.say(brief.edition.catalogue.settings.publisher), comments=f"{brief.license} {brief.address}",
            version=str(brief.tool.version), moment=brief.moment,
        )  # fmt: skip

    # --- parts ----------------------------------------------------------------------------------------------------

    def _part(self, part: model.Part) -> None:
        heading = self.document.add_heading(self.brief.say(part.title), level=1)
        heading.paragraph_format.page_break_before = True if part.new_page else None
        if part.intro:
            self.blocks(self.brief.blocks(part.intro))
            if part.contents:
                self.document.paragraphs[-1].paragraph_format.keep_with_next = True
        self._fields(part.fields, self.brief.say(part.title))
        if part.numbered:
            self.blocks(
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
                grid = self.grid(headers, (LABEL_WIDTH, WIDTH - LABEL_WIDTH), title)
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
                self.checkbox(paragraph)
                paragraph.add_run(f" {brief.t('toolkit.form.other')} {'.' * 40}")
        elif field.type == "check":
            styled(first, "Hub Box")
            self.checkbox(first)
            first.add_run(f" {brief.t('toolkit.form.agreed')}")
        elif field.type == "scale" and field.scale:
            for step in range(1, field.scale.steps + 1):
                first.add_run(f"{step} ")
                self.checkbox(first)
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
        grid = self.grid(headers, tuple(widths.values()), brief.say(part.title))
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
            self.blocks(brief.blocks(slot.about), about)
            if slot.material:
                styled(row.cells[2].paragraphs[0], "Hub Answer").add_run(brief.say(slot.material))
        keep_with_next(grid.rows[-1])
        total = brief.t("toolkit.programme.total", time=duration(so_far, brief.edition))
        self.document.add_paragraph(total, style="Hub Small")

    def _table(self, table: model.Table, title: str) -> None:
        say = self.brief.say
        total = sum(COLUMN_SHARES[column.width] for column in table.columns)
        widths = tuple(WIDTH * COLUMN_SHARES[column.width] / total for column in table.columns)
        grid = self.grid(tuple(say(column.label) for column in table.columns), widths, title)
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
        grid = self.grid(headers, (4.0, 5.0, 3.0, 5.0), brief.say(part.title))
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
            self.blocks(note.blocks, style="Hub Note")
        self.document.add_heading(brief.t("toolkit.section.sources"), level=2)
        for reference in brief.references():
            paragraph = styled(self.document.add_paragraph(), "Hub Source")
            paragraph.add_run(str(reference.html.striptags()))
            if reference.url:
                paragraph.add_run(" ")
                add_hyperlink(paragraph, reference.url, reference.url)

    def _box(self, paragraph: Paragraph, text: Text) -> None:
        self.checkbox(paragraph)
        paragraph.add_run(f" {self.brief.say(text)}")


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
