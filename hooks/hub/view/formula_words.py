"""A formula as people read it."""

from __future__ import annotations

from collections.abc import Callable

from ..model.formula import RANK, Call, Name, Node, Number, Operation

_PRINTED = {"+": "+", "-": "−", "*": "×", "/": "÷"}


def in_words(node: Node, name: Callable[[str], str], function: Callable[[str], str], number: Callable[[float], str]) -> str:
    """The formula for people: ids as labels, functions in their language.

    >>> from hub.model.formula import parse
    >>> in_words(parse("floor(a ÷ 2)"), {"a": "hours"}.get, {"floor": "round down"}.get, "{:g}".format)
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
