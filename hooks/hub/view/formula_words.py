"""A formula as people read it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ..model.formula import RANK, Call, Name, Node, Number, Operation, parse
from ..model.tool import Calculator
from .edition import Edition

_PRINTED = {"+": "+", "-": "−", "*": "×", "/": "÷"}


def calculation(formula: str, calculator: Calculator, edition: Edition) -> str:
    """How a result of a calculator is reached, in the language of an edition."""
    labels = {item.id: edition.text(item.label) for item in calculator.inputs}
    labels |= {item.id: edition.text(item.label) for item in calculator.results}
    return readable(
        parse(formula), labels.__getitem__, lambda name: edition.strings(f"toolkit.function.{name}"),
        lambda value: edition.strings.number(Decimal(f"{value:.15g}")),
    )  # fmt: skip


def readable(node: Node, name: Callable[[str], str], function: Callable[[str], str], number: Callable[[float], str]) -> str:
    """Ids as labels, signs as printed, functions in the language of the reader.

    >>> from hub.model.formula import parse
    >>> readable(parse("floor(a ÷ 2)"), {"a": "hours"}.get, {"floor": "round down"}.get, "{:g}".format)
    'round down (hours ÷ 2)'
    """

    def written(node: Node, above: int = 0) -> str:
        if isinstance(node, Number):
            return number(node.value)
        if isinstance(node, Name):
            return name(node.id)
        if isinstance(node, Operation):
            rank = RANK[node.sign]
            text = f"{written(node.left, rank)} {_PRINTED[node.sign]} {written(node.right, rank + 1)}"
            return f"({text})" if rank < above else text
        if isinstance(node, Call):
            return f"{function(node.function)} ({'; '.join(map(written, node.arguments))})"
        raise TypeError(f"only values have words, got {node}")

    return written(node)
