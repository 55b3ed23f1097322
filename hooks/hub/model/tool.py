"""Tools: forms, session plans and calculations to use tomorrow. One record becomes a page, a `.docx` and an `.xlsx`.

All texts are the hub's own, so a missing language is an error. What no source mentions is marked `inferred`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import FormerIds, FullText, Id, PartialDate, Record, RecordId, Ref
from .criterion import CriterionId
from .figure import Number
from .formula import Formula
from .prose import FullProse
from .shared import PracticeId, ReviewEvery
from .source import SourceId, Sources
from .vocabulary import DimensionId

FieldType = Literal[
    "text", "long-text", "date", "number", "choice", "choices", "check", "scale", "table", "signature",
]  # fmt: skip
Width = Literal["narrow", "normal", "wide"]


class Option(Record):
    """One answer of a closed list."""

    id: Id = Field(description="Unique inside its list.")
    label: FullText = Field(description="The answer, as people read it.")
    inferred: bool = Field(False, description="True where no source mentions it.")


class Column(Record):
    """One column of a table to fill in."""

    id: Id = Field(description="Unique inside its table.")
    label: FullText = Field(description="Heading of the column.")
    width: Width = Field("normal", description="How wide the column is.")
    inferred: bool = Field(False, description="True where no source mentions it.")


class Row(Record):
    """A row of a table; cells that are not given are left empty to write in."""

    cells: tuple[FullText, ...] = Field(min_length=1, description="What the cells say, from the first column on.")
    inferred: bool = Field(False, description="True where no source mentions it.")


class Table(Record):
    """A table with a header row; the rows that are given come first, then empty ones."""

    columns: tuple[Column, ...] = Field(min_length=2, description="The columns, in their order.")
    rows: tuple[Row, ...] = Field((), description="Rows that are given.")
    blank_rows: Annotated[int, Field(ge=0, le=30)] = Field(0, description="Empty rows to write in.")


class Scale(Record):
    """Steps from 1, with a text for both ends."""

    low: FullText = Field(description="What 1 means.")
    high: FullText = Field(description="What the last step means.")
    steps: Annotated[int, Field(ge=3, le=10)] = Field(5, description="How many steps the scale has.")


class FormField(Record):
    """One thing to fill in."""

    id: Id = Field(description="Unique inside the tool.")
    type: FieldType = Field(
        description="text: one line; long-text: several lines; choice: one answer, choices: several (both with `options`); "
        "check: one box to tick; scale: with `scale`; table: with `table`; signature: a line to sign."
    )
    label: FullText = Field(description="The question or the name of the field, as the person who fills it in reads it.")
    help: FullText = Field(description="What to write, why it is asked or an example; short.")
    options: tuple[Option, ...] = Field((), description="Only for choice and choices.")
    other: bool = Field(False, description="True: after the options there is a line to write another answer.")
    lines: Annotated[int, Field(ge=2, le=20)] | None = Field(None, description="Only for long-text; 3 when left out.")
    scale: Scale | None = Field(None, description="The steps of a scale.")
    table: Table | None = Field(None, description="The table to fill in.")
    inferred: bool = Field(False, description="True where no source mentions this field: our proposal.")


class Item(Record):
    """A line to tick, or a rule in a list."""

    text: FullText = Field(description="The line itself.")
    inferred: bool = Field(False, description="True where no source mentions it: our proposal.")


class Slot(Record):
    """A part of a programme, with its time."""

    minutes: Annotated[int, Field(ge=1, le=480)] = Field(description="How long it takes.")
    title: FullText = Field(description="Name of this part of the programme.")
    about: FullProse = Field(description="What happens: what the leader does, what participants do.")
    material: FullText | None = Field(None, description="What must be ready.")
    sources: tuple[SourceId, ...] = Field((), description="Ids of the sources that say so.")
    inferred: bool = Field(False, description="True where no source mentions it: our proposal.")


class Part(Record):
    """A section of the document: a heading, an introduction, and at most one of fields, items, slots, table, signatures.

    With only an introduction it is a text to read.
    """

    id: Id = Field(description="Unique inside the tool; an anchor on its page.")
    title: FullText = Field(description="Heading of the section.")
    intro: FullProse | None = Field(None, description="Text under the heading; may be all of the section.")
    fields: tuple[FormField, ...] = Field((), description="What is filled in.")
    items: tuple[Item, ...] = Field((), description="Lines to tick.")
    numbered: bool = Field(False, description="With items: true gives a numbered list instead of boxes to tick.")
    slots: tuple[Slot, ...] = Field((), description="A programme.")
    table: Table | None = Field(None, description="A table to fill in.")
    signatures: tuple[FullText, ...] = Field((), description="Who signs; each gets name, date and signature.")
    inferred: bool = Field(False, description="True where no source mentions this whole section: our proposal.")
    new_page: bool = Field(False, description="True: begins on a new page of the document.")

    @property
    def contents(self) -> tuple[str, ...]:
        """Names of what it holds apart from its introduction; valid parts hold one at most."""
        return tuple(name for name in ("fields", "items", "slots", "table", "signatures") if getattr(self, name))


# --- spreadsheets -----------------------------------------------------------------------------------------------------

LONGEST_HINT = 255
"""Of a text that spreadsheets show at a cell, and of a text inside a formula."""
LONGEST_CELL = 32_767
LONGEST_FORMULA = 8_192
"""Both of a spreadsheet."""
MOST_COLUMNS = 63
"""Of a table in a Word document."""
LONGEST_SHEET_NAME = 28
"""Spreadsheets allow 31 characters; three are for the number that tells a sheet of our own from one of the same name."""
NOT_IN_SHEET_NAMES = "[]:*?/\\'"
RESERVED_SHEET_NAME = "history"
"""Excel keeps this name for itself, whatever its capitals."""


class Input(Record):
    """A number that a reader fills in."""

    id: Id = Field(description="Unique inside the tool; its name in formulas.")
    label: FullText = Field(description="What is asked.")
    help: FullText = Field(description="How to find the number.")
    unit: FullText | None = Field(None, description="What the number counts.")
    value: Number = Field(description="An example to start from.")
    min: Number = Field(description="Least allowed value.")
    max: Number = Field(description="Greatest allowed value.")
    step: Number = Field(description="Smallest difference that makes sense: 1, 0.5, 0.25.")
    inferred: bool = Field(False, description="True where no source mentions it: our proposal.")


class InputGroup(Record):
    id: Id = Field(description="Unique inside the tool.")
    title: FullText = Field(description="Heading of the group.")
    intro: FullText | None = Field(None, description="Text under the heading.")
    inputs: tuple[Input, ...] = Field(min_length=1, description="The numbers that are asked.")


class Result(Record):
    """Something calculated from inputs and from results above it."""

    id: Id = Field(description="Unique inside the tool; its name in formulas.")
    label: FullText = Field(description="What the result is called.")
    help: FullText = Field(description="How to read it.")
    unit: FullText | None = Field(None, description="What the result counts.")
    formula: Formula = Field(description="The calculation, with the ids of inputs and of results above it.")
    decimals: Annotated[int, Field(ge=0, le=3)] = Field(0, description="How many digits behind the point.")
    main: bool = Field(False, description="True for the answer that people come for.")


class Calculator(Record):
    """A calculation that works in the page and in a spreadsheet."""

    groups: tuple[InputGroup, ...] = Field(min_length=1, description="The numbers that a reader fills in, by group.")
    results: tuple[Result, ...] = Field(min_length=1, description="What is calculated.")
    rule: FullProse | None = Field(None, description="What to do with the result.")

    @property
    def inputs(self) -> tuple[Input, ...]:
        return tuple(item for group in self.groups for item in group.inputs)


class SheetColumn(Record):
    """A column of a spreadsheet: filled in by people, or calculated in every row."""

    id: Id = Field(description="Unique inside the sheet; its name in formulas.")
    label: FullText = Field(description="Heading of the column.")
    type: Literal["text", "long-text", "date", "number", "choice", "formula"] = Field(
        description="What goes into the column."
    )
    help: FullText = Field(
        description=f"What to write; shown when the cell is chosen, so at most {LONGEST_HINT} characters."
    )
    options: tuple[Option, ...] = Field((), description="Only for choice.")
    formula: Formula | None = Field(None, description="Only for formula: a calculation with columns of the same row.")
    decimals: Annotated[int, Field(ge=0, le=3)] = Field(0, description="How many digits behind the point.")
    percent: bool = Field(False, description="True: the number is shown as a percentage.")
    inferred: bool = Field(False, description="True where no source mentions it: our proposal.")


class SheetRow(Record):
    """A row that is given, by the id of its columns; texts only."""

    class Cell(Record):
        column: Id = Field(description="Id of the column.")
        text: FullText = Field(description="What the cell says.")

    cells: tuple[Cell, ...] = Field(min_length=1, description="What is given, cell by cell.")
    inferred: bool = Field(False, description="True where no source mentions it: our proposal.")


class Summary(Record):
    """A number calculated from whole columns, on a sheet of its own with those of the tool's other sheets."""

    id: Id = Field(description="Unique inside the sheet.")
    label: FullText = Field(description="What the number is called.")
    formula: Formula = Field(description="The calculation, with the ids of columns.")
    decimals: Annotated[int, Field(ge=0, le=3)] = Field(0, description="How many digits behind the point.")
    percent: bool = Field(False, description="True: the number is shown as a percentage.")
    date: bool = Field(False, description="True: the number is a date.")


class Sheet(Record):
    """One sheet to fill in, row by row."""

    id: Id = Field(description="Unique inside the tool.")
    title: FullText = Field(description=f"Also the name of the sheet: at most {LONGEST_SHEET_NAME} characters.")
    intro: FullText = Field(description="What the sheet is for.")
    columns: tuple[SheetColumn, ...] = Field(min_length=2, description="The columns of the sheet.")
    rows: tuple[SheetRow, ...] = Field((), description="Rows that are given.")
    blank_rows: Annotated[int, Field(ge=1, le=300)] = Field(description="Empty rows prepared with lists and formulas.")
    summary: tuple[Summary, ...] = Field((), description="Numbers that are calculated from the whole sheet.")


# --- the tool ---------------------------------------------------------------------------------------------------------


class LegalNote(Record):
    """A rule of law in plain words. Readers are told to check the current text."""

    text: FullProse = Field(description="The rule in plain words, with its source.")
    checked: PartialDate = Field(description="When we last compared it with our source.")


class Tool(Record):
    """A form, session plan, text or calculation. Kept in `data/tools/<id>.yml`."""

    id: RecordId
    former_ids: FormerIds = ()
    phase: Annotated[str, Ref("vocabulary:phase")] = Field(description="In which phase of a project it is used.")
    order: int = Field(ge=1, description="Place inside the phase, from 1; tools stand by station, then by phase.")
    dimension: DimensionId = Field(description="Its station in the process picture.")
    title: FullText = Field(description="Name of the tool.")
    summary: FullText = Field(description="One sentence for lists and search engines.")
    purpose: FullProse = Field(description="What it is for, in two or three sentences.")
    who: FullText = Field(description="Who fills it in or leads it.")
    when: FullText = Field(description="At what moment.")
    minutes: Annotated[int, Field(ge=1)] | None = Field(None, description="How long it takes.")
    minutes_inferred: bool = Field(False, description="True where the time is our proposal.")
    parts: tuple[Part, ...] = Field((), description="The document; absent for a spreadsheet alone.")
    calculator: Calculator | None = Field(None, description="A calculation that works in the page.")
    sheets: tuple[Sheet, ...] = Field((), description="A spreadsheet to fill in.")
    tips: tuple[FullProse, ...] = Field((), description="Advice for whoever uses it, one point each.")
    evidence: FullProse | None = Field(None, description="What is known about whether it helps.")
    privacy: FullProse = Field(description="Which data it holds, who sees them, how long they are kept.")
    language: FullProse = Field(description="How to make it understood: level, translation, reading aloud, pictograms.")
    legal: tuple[LegalNote, ...] = Field((), description="What the law says about it.")
    criteria: tuple[CriterionId, ...] = Field(min_length=1, description="Criteria that it helps to meet.")
    practices: tuple[PracticeId, ...] = Field((), description="Practices known to use something like it.")
    sources: Sources
    version: Annotated[int, Field(ge=1)] = Field(description="Printed on the document; raise it when a form changes.")
    last_checked: PartialDate = Field(description="When the record was last compared with its sources.")
    review_every: ReviewEvery = None

    @property
    def formats(self) -> tuple[str, ...]:
        """What can be downloaded: `docx`, `xlsx` or both."""
        return (("docx",) if self.parts else ()) + (("xlsx",) if self.calculator or self.sheets else ())
