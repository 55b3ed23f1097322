"""The calculator of a tool: inputs, results and a worked example."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from markupsafe import Markup

from ..model import formula as formulas
from ..model import tool as model
from ..view import formula_words
from ..view.view import View

# --- calculator -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class InputView:
    id: str
    label: str
    help: str
    unit: str
    value: str
    """As HTML wants it: `1.5`."""
    shown: str
    """As people write it: `1,5`."""
    min: str
    max: str
    step: str
    invalid: str
    inferred: bool


@dataclass(frozen=True)
class InputGroupView:
    id: str
    title: str
    intro: str
    inputs: tuple[InputView, ...]


@dataclass(frozen=True)
class ResultView:
    id: str
    label: str
    help: str
    unit: str
    formula: str
    shown: str
    main: bool


@dataclass(frozen=True)
class CalculatorView:
    groups: tuple[InputGroupView, ...]
    results: tuple[ResultView, ...]
    main: ResultView
    data: str
    """Results for the script, as JSON: id, tree of the formula, decimals."""
    rule: Markup | None


def calculator_view(view: View, calculator: model.Calculator) -> CalculatorView:
    text, strings = view.edition.text, view.edition.strings
    values = worked_example(calculator)

    def shown(result: model.Result) -> ResultView:
        value = values[result.id]
        words = formula_words.calculation(result.formula, calculator, view.edition)
        return ResultView(
            result.id, text(result.label), text(result.help), text(result.unit) if result.unit else "", words,
            strings.number(_rounded(value, result.decimals)) if value is not None else strings("toolkit.sheet.none"),
            result.main,
        )  # fmt: skip

    def given(item: model.Input) -> InputView:
        limits = {"min": strings.number(item.min), "max": strings.number(item.max)}
        return InputView(
            item.id, text(item.label), text(item.help), text(item.unit) if item.unit else "", f"{item.value:f}",
            strings.number(item.value), f"{item.min:f}", f"{item.max:f}", f"{item.step:f}",
            strings("calculator.invalid", **limits), item.inferred,
        )  # fmt: skip

    results = tuple(shown(result) for result in calculator.results)
    trees = [
        {"id": result.id, "tree": formulas.as_json(formulas.parse(result.formula)), "decimals": result.decimals}
        for result in calculator.results
    ]
    return CalculatorView(
        groups=tuple(
            InputGroupView(group.id, text(group.title), text(group.intro) if group.intro else "",
                           tuple(given(item) for item in group.inputs))
            for group in calculator.groups
        ),
        results=results,
        main=next(result for result in results if result.main),
        data=json.dumps(trees, separators=(",", ":")),
        rule=view.prose(calculator.rule) if calculator.rule else None,
    )  # fmt: skip


def worked_example(calculator: model.Calculator, given: Mapping[str, float] | None = None) -> dict[str, float | None]:
    """Value of every input and result; `given` replaces the example values."""
    values: dict[str, float | None] = {item.id: float(item.value) for item in calculator.inputs}
    values |= given or {}
    for result in calculator.results:
        values[result.id] = formulas.evaluate(formulas.parse(result.formula), values)
    return values


def _rounded(value: float, decimals: int) -> Decimal:
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
