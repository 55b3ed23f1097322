"""A tiny language for calculations: one text, from which the page, the spreadsheet and Python get the same result.

    floor((hours-per-week × 4.33 − hours-meetings) ÷ hours-per-duo)

Numbers, ids, + − × ÷ (also - * /), parentheses, `min`, `max` and `floor`. Ids may hold hyphens, so operators need
spaces around them. In a sheet with rows also `count`, `sum`, `average`, `latest` of a column and `count(column:option)`.
A calculation has no result where it divides by zero or where a value is missing. `downloads.cells` and
`view.formula_words` write the tree in their own way.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

OPERATORS = {"+": "+", "-": "-", "−": "-", "*": "*", "×": "*", "/": "/", "÷": "/"}
"""As authored → as in the tree."""
RANK = {"+": 1, "-": 1, "*": 2, "/": 2}
"""How strongly an operator binds: writing needs parentheses around a weaker one."""
FUNCTIONS: Mapping[str, tuple[int, int]] = {"min": (2, 9), "max": (2, 9), "floor": (1, 1)}
"""Name → least and most arguments."""
AGGREGATES = ("count", "sum", "average", "latest")
"""Functions of a whole column."""
TOLERANCE = 1e-9
"""`floor` treats an amount this close below a whole number as that number: 2.9999999999 duos are 3 duos everywhere."""


MOST_STEPS = 100
"""Operations and functions in one formula; deeper trees are beyond what people read and spreadsheets accept."""
DEEPEST = 30
"""Parentheses and functions inside each other; spreadsheets accept 64."""
LARGEST = 1e15
"""Of a number; spreadsheets keep 15 digits."""


@dataclass(frozen=True)
class Number:
    value: float


@dataclass(frozen=True)
class Name:
    """Value of an input, a result or a column in the same row."""

    id: str


@dataclass(frozen=True)
class Operation:
    sign: str
    left: Node
    right: Node


@dataclass(frozen=True)
class Call:
    function: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True)
class Column:
    """A function of a column; with `option`, of the rows in which that option was chosen."""

    function: str
    id: str
    option: str | None


Node = Number | Name | Operation | Call | Column


class FormulaError(ValueError):
    """What is wrong with a formula, for its author."""


# --- reading ----------------------------------------------------------------------------------------------------------

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)(?![\w.])|(?P<id>[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?::[a-z0-9]+(?:-[a-z0-9]+)*)?)"
    r"|(?P<sign>[-+*/×÷−(),]))"
)


def parse(text: str) -> Node:
    """The tree of a formula; raises FormulaError.

    >>> parse("floor(hours ÷ 2)")
    Call(function='floor', arguments=(Operation(sign='/', left=Name(id='hours'), right=Number(value=2.0)),))
    """
    reader = _Reader(text)
    node = reader.sum()
    if reader.token[0] != "end":
        raise FormulaError(f"must end after '{text[: reader.start].strip()}'")
    return node


class _Reader:
    """Recursive descent: sum → product → value."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.start = self.place = 0
        self.token: tuple[str, str] = ("", "")
        self.steps = self.depth = 0
        self.step()

    def step(self) -> None:
        self.start = self.place
        match = _TOKEN.match(self.text, self.place)
        if match:
            self.place = match.end()
            self.token = (str(match.lastgroup), match.group(str(match.lastgroup)))
        elif rest := self.text[self.place :].strip():
            raise FormulaError(f"must hold only numbers, ids, + − × ÷ and functions, got '{rest}'")
        else:
            self.token = ("end", "")

    def sum(self) -> Node:
        return self._chain("+-", self.product)

    def product(self) -> Node:
        return self._chain("*/", self.value)

    def _chain(self, signs: str, inner: Callable[[], Node]) -> Node:
        node = inner()
        while self.token[0] == "sign" and OPERATORS.get(self.token[1], "") and OPERATORS[self.token[1]] in signs:
            sign = OPERATORS[self.token[1]]
            self.step()
            self.count()
            node = Operation(sign, node, inner())
        return node

    def count(self) -> None:
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise FormulaError(f"must have at most {MOST_STEPS} operations and functions")

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise FormulaError(f"must not be nested deeper than {DEEPEST} levels")

    def value(self) -> Node:
        kind, text = self.token
        if kind == "number":
            self.step()
            if float(text) >= LARGEST:
                raise FormulaError("must hold numbers of at most 15 digits")
            return Number(float(text))
        if kind == "id":
            self.step()
            return self.call(text) if self.token == ("sign", "(") else self.name(text)
        if self.token == ("sign", "("):
            self.step()
            self.deeper()
            node = self.sum()
            self.expect(")")
            self.depth -= 1
            return node
        raise FormulaError(f"must have a number, an id or a function after '{self.text[: self.start].strip()}'")

    def name(self, text: str) -> Node:
        if ":" in text or text in (*FUNCTIONS, *AGGREGATES):
            raise FormulaError(f"must name one value, got '{text}'")
        return Name(text)

    def call(self, function: str) -> Node:
        if function not in FUNCTIONS and function not in AGGREGATES:
            known = ", ".join((*FUNCTIONS, *AGGREGATES))
            raise FormulaError(f"must use a function that exists ({known}), got '{function}'")
        self.step()
        self.count()
        self.deeper()
        if function in AGGREGATES:
            kind, text = self.token
            if kind != "id":
                raise FormulaError(f"must name a column in {function}(…)")
            self.step()
            self.expect(")")
            self.depth -= 1
            column, _, option = text.partition(":")
            if option and function != "count":
                raise FormulaError(f"must only name an option in count(…), got '{function}({text})'")
            return Column(function, column, option or None)
        arguments = [self.sum()]
        while self.token == ("sign", ","):
            self.step()
            arguments.append(self.sum())
        self.expect(")")
        self.depth -= 1
        least, most = FUNCTIONS[function]
        if not least <= len(arguments) <= most:
            wanted = str(least) if least == most else f"{least} to {most}"
            raise FormulaError(f"must give {wanted} values to {function}(…), got {len(arguments)}")
        return Call(function, tuple(arguments))

    def expect(self, sign: str) -> None:
        if self.token != ("sign", sign):
            raise FormulaError(f"must have '{sign}' after '{self.text[: self.start].strip()}'")
        self.step()


def _readable(value: str) -> str:
    try:
        parse(value)
    except FormulaError as error:
        raise PydanticCustomError("formula", "{what}", {"what": f"must be a formula: it {error}"}) from error
    return value


Formula = Annotated[str, Field(max_length=1_000), AfterValidator(_readable)]


# --- looking at a tree ------------------------------------------------------------------------------------------------


def names(node: Node) -> Iterator[str]:
    """Ids of the values it uses, in order, repeats included; columns inside functions of columns are not among them."""
    return (part.id for part in _parts(node) if isinstance(part, Name))


def columns(node: Node) -> Iterator[Column]:
    """The functions of columns it uses, in order."""
    return (part for part in _parts(node) if isinstance(part, Column))


def _parts(node: Node) -> Iterator[Node]:
    """A node and all below it, from left to right."""
    yield node
    below = (node.left, node.right) if isinstance(node, Operation) else node.arguments if isinstance(node, Call) else ()
    for inner in below:
        yield from _parts(inner)


def as_json(node: Node) -> Any:
    """For the script of the page: a number, a text (an id), or a list that begins with a sign or function.

    >>> as_json(parse("min(a, 2) × b"))
    ['*', ['min', 'a', 2.0], 'b']
    """
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Name):
        return node.id
    if isinstance(node, Operation):
        return [node.sign, as_json(node.left), as_json(node.right)]
    if isinstance(node, Call):
        return [node.function, *map(as_json, node.arguments)]
    raise TypeError(f"a page has no columns, got {node}")


# --- calculating ------------------------------------------------------------------------------------------------------


def evaluate(node: Node, values: Mapping[str, float | None]) -> float | None:
    """The result, which the page and the spreadsheet must reach too; None where there is none.

    >>> evaluate(parse("floor(a ÷ b)"), {"a": 7, "b": 2}), evaluate(parse("1 + a ÷ b"), {"a": 7, "b": 0})
    (3, None)
    """
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Name):
        return values[node.id]
    if isinstance(node, Operation):
        return _operation(node.sign, evaluate(node.left, values), evaluate(node.right, values))
    if isinstance(node, Call):
        given = [evaluate(argument, values) for argument in node.arguments]
        known = [value for value in given if value is not None]
        if len(known) < len(given):
            return None
        if node.function == "floor":
            return math.floor(known[0] + TOLERANCE)
        return min(known) if node.function == "min" else max(known)
    raise TypeError(f"only a spreadsheet has columns, got {node}")


def _operation(sign: str, left: float | None, right: float | None) -> float | None:
    if left is None or right is None:
        return None
    if sign == "+":
        return left + right
    if sign == "-":
        return left - right
    if sign == "*":
        return left * right
    return left / right if right else None

