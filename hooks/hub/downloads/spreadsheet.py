"""A tool as a spreadsheet (`.xlsx`) with working formulas: a calculator, or sheets to fill in row by row.

Header rows are marked and stay in view, closed lists are chosen from a list, cells to fill in are coloured and explain
themselves. Formulas are those of the data (`model.formula`).
"""

from __future__ import annotations

import io
import textwrap
from dataclasses import dataclass, field
from functools import partial
from math import ceil

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from ..model import formula as formulas
from ..model import tool as model
from ..view import formula_words
from ..view.tool_words import facts
from . import archive
from .brief import Brief
from .cells import aggregate, cell_formula, number_format, plain_number, sheet_name
from .limits import HIGHEST_ROW, PROPERTY, margins, pieces, shortened
from .palette import HEADER_FILL, INPUT_FILL, LINE, PETROL, SOFT

DATE = "dd/mm/yyyy"
PAGES = "&P / &N"
"""Number of this page and of all, as spreadsheets write it."""
EMPTY = "–"
"""What a cell shows when a calculation has no result."""
INDENTED = Alignment(wrap_text=True, vertical="top", horizontal="left", indent=1)
LONGEST_LINES = 2_000
"""Characters in a row about the tool; more do not fit into the highest row that is allowed."""
PAGE_WIDTH = 240.0
"""Characters in a row that can still be read on one A4 page, landscape; wider sheets print on more."""
WIDTHS = {"text": 24, "long-text": 42, "date": 13, "number": 12, "choice": 20, "formula": 14}


def workbook(brief: Brief) -> bytes:
    """The file; the same brief gives the same bytes."""
    writer = _Writer(brief)
    writer.write()
    out = io.BytesIO()
    writer.book.save(out)
    return archive.reproducible(out.getvalue(), brief.moment)


@dataclass
class _Lists:
    """Closed lists, on a sheet of their own so that people can read and extend them."""

    title: str
    columns: list[tuple[str, list[str]]] = field(default_factory=list)

    def add(self, label: str, values: list[str]) -> str:
        """The address of a list, for data validation."""
        self.columns.append((label, values))
        letter = get_column_letter(len(self.columns))
        return f"'{self.title}'!${letter}$2:${letter}${len(values) + 1}"


class _Writer:
    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.tool = brief.tool
        self.book = Workbook()
        self.book.remove(self.book.worksheets[0])
        self._sizes: dict[str, float] = {}
        self._taken = {model.RESERVED_SHEET_NAME, *(brief.say(sheet.title).casefold() for sheet in self.tool.sheets)}
        self.lists = _Lists(self._free(brief.t("toolkit.sheet.lists")))
        self._properties()
        self._styles()

    def write(self) -> None:
        if self.tool.calculator:
            self._calculator(self.tool.calculator)
        places = [self._sheet(number, sheet) for number, sheet in enumerate(self.tool.sheets, start=1)]
        if any(sheet.summary for sheet in self.tool.sheets):
            self._summary(places)
        self._about()
        if self.lists.columns:
            self._write_lists()

    # --- the file as a whole --------------------------------------------------------------------------------------

    def _properties(self) -> None:
        brief, properties = self.brief, self.book.properties
        publisher = shortened(brief.say(brief.edition.catalogue.settings.publisher), PROPERTY)
        properties.title = shortened(brief.title, PROPERTY)
        properties.subject = shortened(brief.say(brief.tool.summary), PROPERTY)
        properties.creator = properties.lastModifiedBy = publisher
        properties.language = brief.language
        properties.description = shortened(f"{brief.license} {brief.address}", PROPERTY)
        properties.version = str(brief.tool.version)
        properties.created = properties.modified = brief.moment
        self.book.calculation.fullCalcOnLoad = True

    def _styles(self) -> None:
        opaque = (f"FF{colour}" for colour in (PETROL, SOFT, HEADER_FILL, INPUT_FILL, LINE))
        petrol, soft, header, filled, line = opaque
        thin = Side(style="thin", color=line)
        box = Border(left=thin, right=thin, top=thin, bottom=thin)
        for name, font, fill, border in (
            ("hub title", Font(name="Calibri", size=18, bold=True, color=petrol), None, None),
            ("hub group", Font(name="Calibri", size=12, bold=True, color=petrol), None, None),
            ("hub header", Font(name="Calibri", size=11, bold=True), header, box),
            ("hub text", Font(name="Calibri", size=11), None, None),
            ("hub soft", Font(name="Calibri", size=10, color=soft), None, None),
            ("hub cell", Font(name="Calibri", size=11), None, box),
            ("hub input", Font(name="Calibri", size=11), filled, box),
            ("hub result", Font(name="Calibri", size=11, bold=True), None, box),
            ("hub answer", Font(name="Calibri", size=16, bold=True, color=petrol), header, box),
        ):
            side = "right" if name in ("hub result", "hub answer") else None
            style = NamedStyle(name=name, font=font, alignment=Alignment(wrap_text=True, vertical="top", horizontal=side))
            self._sizes[name] = float(font.size)
            if fill:
                style.fill = PatternFill("solid", start_color=fill, end_color=fill)
            if border:
                style.border = border
            self.book.add_named_style(style)

    def _free(self, name: str) -> str:
        """A name for a sheet of our own. Those of the tool are kept as they are, because formulas call them by name."""
        name = sheet_name(name) or self.tool.id
        free, number = shortened(name, 31), 1
        while free.casefold() in self._taken:
            number += 1
            free = f"{shortened(name, model.LONGEST_SHEET_NAME)} {number}"
        self._taken.add(free.casefold())
        return free

    def _new_sheet(self, title: str, widths: list[float]) -> Worksheet:
        sheet: Worksheet = self.book.create_sheet(title)
        assert sheet.title == title  # openpyxl renames a second sheet of the same name, and formulas miss it
        for place, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = ceil(sum(widths) / PAGE_WIDTH), 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        header, footer = sheet.oddHeader, sheet.oddFooter
        assert header is not None
        assert footer is not None
        header.left.text, header.right.text = margins(self.brief.title, self.brief.version)
        footer.left.text, _ = margins(f"{self.brief.hub} – {self.brief.address}", PAGES)
        footer.right.text = PAGES
        sheet.sheet_view.showGridLines = False
        return sheet

    def _put(self, sheet: Worksheet, row: int, column: int, value: str | int | float, style: str = "hub text") -> None:
        """A text or number; a text is never taken for a formula."""
        cell = sheet.cell(row, column)
        cell.value = value
        cell.style = style
        if isinstance(value, str):
            cell.data_type = "s"
            self._make_room(sheet, row, column, value, style)

    def _calculate(self, sheet: Worksheet, row: int, column: int, written: str, style: str) -> None:
        """A formula, without its `=`."""
        cell = sheet.cell(row, column)
        cell.value = f"={written}"
        cell.style = style

    def _make_room(self, sheet: Worksheet, row: int, column: int, text: str, style: str) -> None:
        """Makes the row high enough for wrapped text, which not every program does by itself."""
        size = float(self._sizes[style])
        letters = max(1, int(float(sheet.column_dimensions[get_column_letter(column)].width or 10) * 13 / size))
        lines = sum(max(1, len(textwrap.wrap(line, letters))) for line in text.split("\n"))
        needed = min(lines * size * 1.35 + 4, HIGHEST_ROW)
        if style not in ("hub title", "hub group") or column > 1:
            sheet.row_dimensions[row].height = max(needed, sheet.row_dimensions[row].height or 0)
        else:
            sheet.row_dimensions[row].height = max(size * 1.5 + 4, sheet.row_dimensions[row].height or 0)

    # --- calculator -----------------------------------------------------------------------------------------------

    def _calculator(self, calculator: model.Calculator) -> None:
        brief = self.brief
        t, say = brief.t, brief.say
        sheet = self._new_sheet(self._free(brief.title), [44, 13, 24, 62])
        sheet.page_setup.fitToHeight = 1
        sheet.page_setup.orientation = "portrait"
        self._put(sheet, 1, 1, brief.title, "hub title")
        self._put(sheet, 2, 1, t("toolkit.sheet.fill"), "hub soft")
        for column, name in enumerate(("input", "value", "unit", "help"), start=1):
            self._put(sheet, 3, column, t(f"toolkit.sheet.{name}"), "hub header")
        sheet.freeze_panes = "A4"
        sheet.print_title_rows = "3:3"
        cells: dict[str, str] = {}
        row = 4
        for group in calculator.groups:
            self._put(sheet, row, 1, say(group.title), "hub group")
            if group.intro:
                self._put(sheet, row, 4, say(group.intro), "hub soft")
            row += 1
            for item in group.inputs:
                self._put(sheet, row, 1, say(item.label), "hub cell")
                self._put(sheet, row, 2, plain_number(item.value), "hub input")
                sheet.cell(row, 2).number_format = "General"
                self._put(sheet, row, 3, say(item.unit) if item.unit else "", "hub cell")
                sheet.cell(row, 3).alignment = INDENTED
                self._put(sheet, row, 4, say(item.help), "hub soft")
                self._limit(sheet, f"B{row}", item, say(item.label))
                cells[item.id] = f"B{row}"
                row += 1
        row += 1
        for column, name in enumerate(("result", "value", "unit", "formula"), start=1):
            self._put(sheet, row, column, t(f"toolkit.sheet.{name}"), "hub header")
        for result in calculator.results:
            row += 1
            self._put(sheet, row, 1, say(result.label), "hub result" if result.main else "hub cell")
            written = cell_formula(formulas.parse(result.formula), cells.__getitem__)
            self._calculate(sheet, row, 2, f'IFERROR({written},"{EMPTY}")', "hub answer" if result.main else "hub result")
            sheet.cell(row, 2).number_format = number_format(result.decimals)
            self._put(sheet, row, 3, say(result.unit) if result.unit else "", "hub cell")
            sheet.cell(row, 3).alignment = INDENTED
            words = formula_words.calculation(result.formula, calculator, brief.edition)
            self._put(sheet, row, 4, f"{words}\n{say(result.help)}", "hub soft")
            cells[result.id] = f"B{row}"

    def _limit(self, sheet: Worksheet, cell: str, item: model.Input, label: str) -> None:
        number = self.brief.edition.strings.number
        message = self.brief.t("toolkit.sheet.refuse_number", min=number(item.min), max=number(item.max))
        rule = DataValidation("decimal", formula1=str(item.min), formula2=str(item.max), operator="between")
        self._explain(rule, label, message)
        sheet.add_data_validation(rule)
        rule.add(cell)

    def _explain(self, rule: DataValidation, title: str, message: str) -> None:
        """The whole title of a hint stands above the cells; the model keeps help short enough for its text."""
        rule.promptTitle, rule.prompt = shortened(title, 32), shortened(message, model.LONGEST_HINT)
        rule.errorTitle = shortened(self.brief.t("toolkit.sheet.refuse_title"), 32)
        rule.error = shortened(message, model.LONGEST_HINT)
        rule.showInputMessage = rule.showErrorMessage = True

    # --- sheets with rows -----------------------------------------------------------------------------------------

    def _sheet(self, number: int, sheet: model.Sheet) -> tuple[model.Sheet, dict[str, str]]:
        """The sheet and, by column id, the address of its cells from everywhere in the file."""
        brief = self.brief
        t, say = brief.t, brief.say
        title = say(sheet.title)
        made = self._new_sheet(title, [float(WIDTHS[column.type]) for column in sheet.columns])
        first, last = 4, 3 + len(sheet.rows) + sheet.blank_rows
        self._put(made, 1, 1, title, "hub title")
        self._put(made, 2, 1, f"{say(sheet.intro)} {t('toolkit.sheet.fill')}", "hub soft")
        wide = sum(float(WIDTHS[column.type]) for column in sheet.columns)
        for row, height in ((1, 26), (2, 34)):
            made.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(sheet.columns))
            lines = len(textwrap.wrap(str(made.cell(row, 1).value), int(wide)))
            made.row_dimensions[row].height = min(max(height, lines * 15 + 4), HIGHEST_ROW)
        letters = {column.id: get_column_letter(place) for place, column in enumerate(sheet.columns, start=1)}
        for place, column in enumerate(sheet.columns, start=1):
            self._put(made, 3, place, say(column.label), "hub header")
            self._column(made, place, column, letters, first, last)
        for row, given in enumerate(sheet.rows, start=first):
            for cell in given.cells:
                place = list(letters).index(cell.column) + 1
                self._put(made, row, place, say(cell.text), "hub input")
        made.freeze_panes = "B4"
        made.print_title_rows = "3:3"
        made.print_title_cols = "A:A"
        made.print_area = f"A1:{get_column_letter(len(sheet.columns))}{last}"
        table = Table(displayName=f"hub_{number}", ref=f"A3:{get_column_letter(len(sheet.columns))}{last}")
        table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
        made.add_table(table)
        return sheet, {id: f"'{title}'!${letter}${first}:${letter}${last}" for id, letter in letters.items()}

    def _column(
        self, sheet: Worksheet, place: int, column: model.SheetColumn, letters: dict[str, str], first: int, last: int
    ) -> None:
        style = "hub cell" if column.type == "formula" else "hub input"
        tree = formulas.parse(column.formula) if column.formula else None
        for row in range(first, last + 1):
            sheet.cell(row, place).style = style
            if tree is not None:
                here = {id: f"{letter}{row}" for id, letter in letters.items()}
                empty = ",".join(f'{here[id]}=""' for id in dict.fromkeys(formulas.names(tree)))
                written = cell_formula(tree, here.__getitem__)
                self._calculate(sheet, row, place, f'IF(OR({empty}),"",IFERROR({written},"{EMPTY}"))', style)
            if column.type == "date":
                sheet.cell(row, place).number_format = DATE
            elif column.type in ("number", "formula"):
                sheet.cell(row, place).number_format = number_format(column.decimals, column.percent)
        rule = self._rule(column)
        if rule:
            sheet.add_data_validation(rule)
            rule.add(f"{letters[column.id]}{first}:{letters[column.id]}{last}")

    def _rule(self, column: model.SheetColumn) -> DataValidation | None:
        """What a cell accepts; texts accept anything and only show their help."""
        brief = self.brief
        t, label, help_text = brief.t, brief.say(column.label), brief.say(column.help)
        if column.type == "formula":
            return None
        if column.type == "choice":
            values = [brief.say(option.label) for option in column.options]
            rule = DataValidation("list", formula1=self.lists.add(label, values), allow_blank=True)
            refusal = t("toolkit.sheet.refuse_list")
        elif column.type == "date":
            rule = DataValidation("date", operator="greaterThan", formula1="36526", allow_blank=True)
            refusal = t("toolkit.sheet.refuse_date")
        elif column.type == "number":
            rule = DataValidation("decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
            refusal = t("toolkit.sheet.refuse_negative")
        else:
            rule = DataValidation(None, allow_blank=True)
            refusal = ""
        self._explain(rule, label, help_text)
        rule.error = shortened(refusal, model.LONGEST_HINT) or None
        rule.showErrorMessage = bool(refusal)
        return rule

    # --- summary, lists, about ------------------------------------------------------------------------------------

    def _summary(self, places: list[tuple[model.Sheet, dict[str, str]]]) -> None:
        brief = self.brief
        t, say = brief.t, brief.say
        made = self._new_sheet(self._free(t("toolkit.sheet.summary")), [64, 18])
        self._put(made, 1, 1, f"{brief.title}: {t('toolkit.sheet.summary').lower()}", "hub title")
        row = 3
        for sheet, ranges in places:
            if not sheet.summary:
                continue
            self._put(made, row, 1, say(sheet.title), "hub header")
            self._put(made, row, 2, t("toolkit.sheet.value"), "hub header")
            cells: dict[str, str] = {}
            for item in sheet.summary:
                row += 1
                column = partial(aggregate, sheet=sheet, ranges=ranges, brief=brief)
                written = cell_formula(formulas.parse(item.formula), cells.__getitem__, column)
                self._put(made, row, 1, say(item.label), "hub cell")
                self._calculate(made, row, 2, f'IFERROR({written},"{EMPTY}")', "hub result")
                made.cell(row, 2).number_format = DATE if item.date else number_format(item.decimals, item.percent)
                cells[item.id] = f"B{row}"
            row += 2

    def _write_lists(self) -> None:
        sheet = self._new_sheet(self.lists.title, [28.0] * len(self.lists.columns))
        for place, (label, values) in enumerate(self.lists.columns, start=1):
            self._put(sheet, 1, place, label, "hub header")
            for row, value in enumerate(values, start=2):
                self._put(sheet, row, place, value, "hub cell")
        sheet.freeze_panes = "A2"

    def _about(self) -> None:
        brief = self.brief
        sheet = self._new_sheet(self._free(brief.t("toolkit.sheet.about")), [88])
        sheet.page_setup.orientation = "portrait"
        lines: list[tuple[str, str]] = [(brief.title, "hub title")]
        lines += [(f"{label}: {value}", "hub text") for label, value in facts(self.tool, brief.edition)]
        for note in brief.notes():
            lines.append((note.title, "hub group"))
            for block in note.blocks:
                mark = "• " if block.kind == "ul" else ""
                lines.append((mark + "".join(run.text for run in block.runs), "hub text"))
        lines.append((brief.t("toolkit.section.sources"), "hub group"))
        for reference in brief.references():
            lines.append((f"{reference.html.striptags()} {reference.url or ''}".strip(), "hub soft"))
        lines += [(brief.version, "hub soft"), (brief.license, "hub soft"), (f"{brief.hub}: {brief.address}", "hub soft")]
        rows = [(piece, style) for text, style in lines for piece in pieces(text, LONGEST_LINES)]
        for row, (text, style) in enumerate(rows, start=1):
            self._put(sheet, row, 1, text, style)
