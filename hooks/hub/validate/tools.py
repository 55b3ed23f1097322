"""Rules inside one tool: every field has what its type needs, ids are unique, formulas use only what is above them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from ..load.strict_yaml import Loc
from ..model import Text, Tool
from ..model.formula import AGGREGATES, Node, columns, names, parse
from ..model.tool import (
    LONGEST_CELL,
    LONGEST_FORMULA,
    LONGEST_HINT,
    LONGEST_SHEET_NAME,
    MOST_COLUMNS,
    NOT_IN_SHEET_NAMES,
    RESERVED_SHEET_NAME,
    Calculator,
    FormField,
    Part,
    Result,
    Sheet,
    SheetColumn,
    Table,
)
from ..problems import Problem, nearest, shown
from .valid import Valid


def tools_without_content(one: Valid) -> Iterator[Problem]:
    """A tool has something to download."""
    if isinstance(one.entity, Tool) and not one.entity.formats:
        yield one.raw.problem((), "must have `parts` (a document), `calculator` or `sheets` (a spreadsheet)")


def parts_with_several_contents(one: Valid) -> Iterator[Problem]:
    """A part holds one sort of content, or a text."""
    for part in one.parts:
        if isinstance(part.value, Part):
            held = part.value.contents
            if len(held) > 1:
                yield one.raw.problem((*part.loc, held[1]), f"must be a part of its own, this part has `{held[0]}` already")
            elif not held and part.value.intro is None:
                yield one.raw.problem(part.loc, "must have `intro`, `fields`, `items`, `slots`, `table` or `signatures`")
            if part.value.numbered and not part.value.items:
                yield one.raw.problem((*part.loc, "numbered"), "must only be given with `items`")


NEEDS = {"choice": "options", "choices": "options", "scale": "scale", "table": "table"}
"""Type of a field → what it needs."""
ONLY_FOR = {"options": ("choice", "choices"), "other": ("choice", "choices"), "lines": ("long-text",), "scale": ("scale",),
            "table": ("table",)}  # fmt: skip


def fields_unlike_their_type(one: Valid) -> Iterator[Problem]:
    """A choice has options, a scale its two ends, a table its columns, and no field has what belongs to another type."""
    for part in one.parts:
        field = part.value
        if not isinstance(field, FormField):
            continue
        needed = NEEDS.get(field.type)
        if needed and not getattr(field, needed):
            yield one.raw.problem((*part.loc, "type"), f"must have `{needed}` when its type is {field.type}")
        if field.type in ("choice", "choices") and len(field.options) == 1:
            yield one.raw.problem((*part.loc, "options"), "must have at least 2 entries, got 1; one box is a check")
        for name, types in ONLY_FOR.items():
            if getattr(field, name) and field.type not in types:
                message = f"must be {' or '.join(types)} when `{name}` is given, got {field.type}"
                yield one.raw.problem((*part.loc, "type"), message)


def tables_out_of_shape(one: Valid) -> Iterator[Problem]:
    """No row is longer than its table is wide, and a table has rows, given or empty."""
    for part in one.parts:
        if isinstance(part.value, Table):
            wide = len(part.value.columns)
            for number, row in enumerate(part.value.rows):
                if len(row.cells) > wide:
                    loc: Loc = (*part.loc, "rows", number, "cells")
                    yield one.raw.problem(loc, f"must have at most {wide} entries, as many as columns, got {len(row.cells)}")
            if wide > MOST_COLUMNS:
                yield one.raw.problem((*part.loc, "columns"), f"must have at most {MOST_COLUMNS} entries, got {wide}")
            if not part.value.rows and not part.value.blank_rows:
                yield one.raw.problem(part.loc, "must have `rows` or `blank_rows`")


def repeated_ids_in_tools(one: Valid) -> Iterator[Problem]:
    """Ids of parts, fields, inputs and results are unique in a tool; those of columns and options in their list."""
    if not isinstance(one.entity, Tool):
        return
    seen: dict[tuple[str, Loc], set[str]] = {}
    for part in one.parts:
        id = getattr(part.value, "id", None)
        if not isinstance(id, str) or not part.loc:
            continue
        scope: Loc = part.loc[:-1]
        shared = "calculator" if part.loc[0] == "calculator" else "form" if isinstance(part.value, Part | FormField) else ""
        taken = seen.setdefault((shared, () if shared else scope), set())
        if id in taken:
            yield one.raw.problem((*part.loc, "id"), f"must be unique, this tool has {shown(id)} already")
        taken.add(id)


# --- calculations -----------------------------------------------------------------------------------------------------


def impossible_inputs(one: Valid) -> Iterator[Problem]:
    """The example of an input lies within its limits."""
    for part in one.parts:
        if isinstance(part.value, Calculator):
            for number, group in enumerate(part.value.groups):
                for place, item in enumerate(group.inputs):
                    if not item.min <= item.value <= item.max:
                        loc = (*part.loc, "groups", number, "inputs", place, "value")
                        yield one.raw.problem(loc, f"must lie between {item.min} and {item.max}, got {item.value}")
                    if item.step <= 0:
                        loc = (*part.loc, "groups", number, "inputs", place, "step")
                        yield one.raw.problem(loc, f"must be more than 0, got {item.step}")


def formulas_of_unknown_values(one: Valid) -> Iterator[Problem]:
    """A formula uses inputs, results above it, or columns of its own sheet."""
    titles: set[tuple[str, str]] = set()
    for part in one.parts:
        if isinstance(part.value, Calculator):
            known = [item.id for item in part.value.inputs]
            for number, result in enumerate(part.value.results):
                loc: Loc = (*part.loc, "results", number, "formula")
                yield from _unknown(one, loc, parse(result.formula), known, "an input or a result above it")
                known.append(result.id)
            if sum(result.main for result in part.value.results) != 1:
                yield one.raw.problem((*part.loc, "results"), "must have exactly one result with `main: true`")
        elif isinstance(part.value, Sheet):
            yield from _repeated(one, (*part.loc, "title"), part.value.title, titles, "titles of the other sheets")
            yield from _sheet(one, part.loc, part.value)


def texts_too_long_for_spreadsheets(one: Valid) -> Iterator[Problem]:
    """A spreadsheet would cut off the rest: of what it shows at a cell or has inside a formula, of a cell, of a formula."""
    for part in one.parts:
        if isinstance(part.value, SheetColumn):
            yield from _longer(one, (*part.loc, "label"), part.value.label)
            yield from _longer(one, (*part.loc, "help"), part.value.help)
            for number, option in enumerate(part.value.options):
                yield from _longer(one, (*part.loc, "options", number, "label"), option.label)
        elif isinstance(part.value, Calculator):
            texts: dict[str, Text] = {item.id: item.label for item in part.value.inputs}
            for number, result in enumerate(part.value.results):
                yield from _long_words(one, (*part.loc, "results", number, "formula"), result, texts)
                texts[result.id] = result.label
        elif isinstance(part.value, Sheet):
            by_id = {column.id: column for column in part.value.columns}
            for number, item in enumerate(part.value.summary):
                loc = (*part.loc, "summary", number, "formula")
                yield from _long_formula(one, loc, item.formula, by_id)


def _longer(one: Valid, at: Loc, text: Text) -> Iterator[Problem]:
    for locale, words in text.root.items():
        if len(words) > LONGEST_HINT:
            message = f"must be at most {LONGEST_HINT} characters long, spreadsheets cut off the rest, got {len(words)}"
            yield one.raw.problem((*at, locale), message)


def _long_words(one: Valid, at: Loc, result: Result, texts: Mapping[str, Text]) -> Iterator[Problem]:
    """In the cell beside a result stands its formula in words."""
    used = [texts[name] for name in names(parse(result.formula)) if name in texts]
    for locale, words in result.help.root.items():
        length = len(result.formula) + len(words) + sum(len(text.said(locale).text) for text in used)
        if length > LONGEST_CELL:
            message = f"must be short enough in words for a cell of {LONGEST_CELL} characters, got {length} in {locale}"
            yield one.raw.problem(at, message)


def _long_formula(one: Valid, at: Loc, formula: str, by_id: Mapping[str, SheetColumn]) -> Iterator[Problem]:
    """Each column becomes the address of its cells, an option its label."""
    tree = parse(formula)
    length = len(formula)
    for used in columns(tree):
        options = by_id[used.id].options if used.id in by_id else ()
        labels = [len(words) for option in options if option.id == used.option for words in option.label.root.values()]
        length += _AROUND_A_COLUMN + LONGEST_SHEET_NAME + max(labels, default=0)
    if length > LONGEST_FORMULA:
        message = f"must name fewer columns, spreadsheets allow {LONGEST_FORMULA} characters in a formula, got {length}"
        yield one.raw.problem(at, message)


_AROUND_A_COLUMN = 60
"""Characters that a function of a column has besides the name of its sheet: IF(COUNT('…'!$A$4:$A$300)=0,1/0,MAX(…))."""


def _sheet(one: Valid, at: Loc, sheet: Sheet) -> Iterator[Problem]:
    for locale, title in sheet.title.root.items():
        if title.casefold() == RESERVED_SHEET_NAME:
            message = f"must not be {shown(title)}, spreadsheets keep this name for themselves"
            yield one.raw.problem((*at, "title", locale), message)
        if len(title) > LONGEST_SHEET_NAME or any(sign in title for sign in NOT_IN_SHEET_NAMES):
            without = " ".join(NOT_IN_SHEET_NAMES)
            message = f"must be at most {LONGEST_SHEET_NAME} characters without {without}, got {shown(title)}"
            yield one.raw.problem((*at, "title", locale), message)
    labels: set[tuple[str, str]] = set()
    for number, column in enumerate(sheet.columns):
        yield from _repeated(one, (*at, "columns", number, "label"), column.label, labels, "labels of the other columns")
    by_id = {column.id: column for column in sheet.columns}
    before: list[str] = []
    for number, column in enumerate(sheet.columns):
        loc: Loc = (*at, "columns", number)
        if (column.type == "formula") != (column.formula is not None):
            yield one.raw.problem((*loc, "type"), "must be formula when there is a `formula`, and only then")
        elif column.formula is not None:
            yield from _unknown(one, (*loc, "formula"), parse(column.formula), before, "a column before it")
        if (column.type == "choice") != bool(column.options):
            yield one.raw.problem((*loc, "type"), "must be choice when there are `options`, and only then")
        if column.type in ("date", "number", "formula"):
            before.append(column.id)
    for number, row in enumerate(sheet.rows):
        for place, cell in enumerate(row.cells):
            if cell.column not in by_id:
                loc = (*at, "rows", number, "cells", place, "column")
                yield one.raw.problem(loc, f"must be {_column(cell.column, by_id)}")
    for number, item in enumerate(sheet.summary):
        loc = (*at, "summary", number, "formula")
        tree = parse(item.formula)
        before_it = [other.id for other in sheet.summary[:number]]
        yield from _unknown(one, loc, tree, before_it, f"a summary above it, or {', '.join(AGGREGATES)} of a column")
        for used in columns(tree):
            column_used = by_id.get(used.id)
            if column_used is None:
                yield one.raw.problem(loc, f"must name {_column(used.id, by_id)}")
            elif used.option and used.option not in [option.id for option in column_used.options]:
                known = [option.id for option in column_used.options]
                message = f"must name an option of {used.id}, got {shown(used.option)}{nearest(used.option, known)}"
                yield one.raw.problem(loc, message)


def _repeated(one: Valid, at: Loc, text: Text, seen: set[tuple[str, str]], others: str) -> Iterator[Problem]:
    """Spreadsheets know sheets by their titles and columns by their labels, whatever their capitals. Adds to `seen`."""
    for locale, words in text.root.items():
        if (locale, words.casefold()) in seen:
            yield one.raw.problem((*at, locale), f"must be unlike the {others}, got {shown(words)} again")
        seen.add((locale, words.casefold()))


def _column(id: str, known: Collection[str]) -> str:
    return f"a column of this sheet, got {shown(id)}{nearest(id, known)}"


def _unknown(one: Valid, loc: Loc, tree: Node, known: list[str], what: str) -> Iterator[Problem]:
    for name in dict.fromkeys(names(tree)):
        if name not in known:
            yield one.raw.problem(loc, f"must use {what}, got {shown(name)}{nearest(name, known)}")


RULES: tuple[Callable[[Valid], Iterator[Problem]], ...] = (
    tools_without_content,
    parts_with_several_contents,
    fields_unlike_their_type,
    tables_out_of_shape,
    repeated_ids_in_tools,
    impossible_inputs,
    formulas_of_unknown_values,
    texts_too_long_for_spreadsheets,
)
