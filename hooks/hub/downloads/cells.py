"""What goes into the cells of a spreadsheet: formulas, number formats, names of sheets."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ..model import tool as model
from ..model.formula import RANK, TOLERANCE, Call, Column, Name, Node, Number, Operation
from .brief import Brief

_FUNCTIONS = {"floor": "INT", "min": "MIN", "max": "MAX"}


def cell_formula(node: Node, cell: Callable[[str], str], column: Callable[[Column], str] | None = None) -> str:
    """A formula as spreadsheets calculate it, without its `=`; `cell` returns the address of a value.

    Functions of a spreadsheet skip cells that hold a text, so their arguments are calculations: a text gives an error.

    >>> from hub.model.formula import parse
    >>> cell_formula(parse("floor(a ÷ (b + 1))"), str.upper)
    'INT(A/(B+1)+0.000000001)'
    >>> cell_formula(parse("max(a, 0)"), str.upper)
    'MAX(A+0,0)'
    """

    def written(node: Node, above: int = 0) -> str:
        if isinstance(node, Number):
            return f"{node.value:.15g}"
        if isinstance(node, Name):
            return cell(node.id)
        if isinstance(node, Operation):
            rank = RANK[node.sign]
            text = f"{written(node.left, rank)}{node.sign}{written(node.right, rank + 1)}"
            return f"({text})" if rank < above else text
        if isinstance(node, Call):
            inner = [f"{cell(item.id)}+0" if isinstance(item, Name) else written(item) for item in node.arguments]
            if node.function == "floor":
                inner = [f"{written(node.arguments[0], 1)}+{TOLERANCE:.9f}"]
            return f"{_FUNCTIONS[node.function]}({','.join(inner)})"
        if column is None:
            raise TypeError(f"no columns here, got {node}")
        return column(node)

    return written(node)


def aggregate(used: Column, sheet: model.Sheet, ranges: dict[str, str], brief: Brief) -> str:
    """A function of a column as spreadsheets calculate it; an error, shown as no result, where the column is empty."""
    column = next(column for column in sheet.columns if column.id == used.id)
    where = ranges[used.id]
    if used.option:
        label = next(brief.say(option.label) for option in column.options if option.id == used.option)
        return 'COUNTIF({},"{}")'.format(where, label.replace('"', '""'))
    if used.function == "count":
        return f"COUNT({where})" if column.type in ("number", "date", "formula") else f"COUNTA({where})"
    if used.function == "sum":
        return f"SUM({where})"
    if used.function == "average":
        return f"AVERAGE({where})"
    return f"IF(COUNT({where})=0,1/0,MAX({where}))"


def number_format(decimals: int, percent: bool = False) -> str:
    """
    >>> number_format(2), number_format(0, percent=True)
    ('0.00', '0%')
    """
    return ("0." + "0" * decimals if decimals else "0") + ("%" if percent else "")


def plain_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def sheet_name(title: str) -> str:
    """Without the signs that spreadsheets refuse in the name of a sheet."""
    return "".join(sign for sign in title if sign not in model.NOT_IN_SHEET_NAMES)
