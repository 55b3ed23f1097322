"""The language of calculations: what can be read, what is refused in which words, what comes out."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.downloads.cells import cell_formula
from hub.model.formula import FormulaError, Operation, as_json, columns, evaluate, names, parse
from hub.view.formula_words import readable

VALUES = {"a": 7.0, "b": 2.0, "zero": 0.0, "long-name": 3.0, "missing": None}


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("1 + 2 × 3", 7),
        ("(1 + 2) × 3", 9),
        ("10 − 4 − 3", 3),
        ("12 ÷ 3 ÷ 2", 2),
        ("12 / 3 * 2", 8),
        ("a - b", 5),
        ("long-name - b", 1),
        ("floor(a ÷ b)", 3),
        ("floor(0 − 0.5)", -1),
        ("min(a, b, 3)", 2),
        ("max(0, b − a)", 0),
        ("a ÷ zero", None),
        ("1 + a ÷ zero", None),
        ("missing + 1", None),
        ("min(missing, 1)", None),
        ("floor(2.9999999999)", 3),
        ("floor(2.999)", 2),
    ],
)
def test_results(text: str, result: float | None) -> None:
    assert evaluate(parse(text), VALUES) == result


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "must have a number, an id or a function after ''"),
        ("a +", "must have a number, an id or a function after 'a +'"),
        ("a b", "must end after 'a'"),
        ("(a + b", "must have ')' after '(a + b'"),
        ("sqrt(a)", "must use a function that exists (min, max, floor, count, sum, average, latest), got 'sqrt'"),
        ("floor(a, b)", "must give 1 values to floor(…), got 2"),
        ("min(a)", "must give 2 to 9 values to min(…), got 1"),
        ("a % b", "must hold only numbers, ids, + − × ÷ and functions, got '% b'"),
        ("1.2.3", "must hold only numbers, ids, + − × ÷ and functions, got '1.2.3'"),
        ("a:b", "must name one value, got 'a:b'"),
        ("sum(a:b)", "must only name an option in count(…), got 'sum(a:b)'"),
        ("count(1)", "must name a column in count(…)"),
        ("__import__", "must hold only numbers, ids, + − × ÷ and functions, got '__import__'"),
    ],
)
def test_what_is_refused(text: str, message: str) -> None:
    with pytest.raises(FormulaError) as refused:
        parse(text)
    assert str(refused.value) == message


def test_what_a_formula_uses() -> None:
    tree = parse("floor(a ÷ long-name) + count(answer:yes) − sum(hours)")
    assert list(names(tree)) == ["a", "long-name"]
    assert [(column.function, column.id, column.option) for column in columns(tree)] == [
        ("count", "answer", "yes"),
        ("sum", "hours", None),
    ]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a − (b − 1)", "A-(B-1)"),
        ("(a − b) − 1", "A-B-1"),
        ("a ÷ (b × 2)", "A/(B*2)"),
        ("(a + 1) × b", "(A+1)*B"),
        ("min(a, b + 1)", "MIN(A+0,B+1)"),
        ("floor(a)", "INT(A+0.000000001)"),
        ("0.1 + 4.33", "0.1+4.33"),
    ],
)
def test_cells_of_a_spreadsheet(text: str, cell: str) -> None:
    assert cell_formula(parse(text), str.upper) == cell


def test_a_formula_as_people_read_it() -> None:
    words = readable(parse("max(0, a − b) ÷ 2"), {"a": "Uren", "b": "Overleg"}.__getitem__, lambda _: "het grootste van", "{:g}".format)
    assert words == "het grootste van (0; Uren − Overleg) ÷ 2"



trees: st.SearchStrategy[str] = st.recursive(
    st.sampled_from(["a", "b", "zero", "long-name", "1", "2.5", "12"]),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+−×÷"), inner).map(lambda parts: f"({' '.join(parts)})"),
        st.tuples(inner, inner).map(lambda parts: f"max({', '.join(parts)})"),
        inner.map(lambda text: f"floor({text})"),
    ),
    max_leaves=12,
)


@given(trees)
def test_what_is_written_for_people_reads_back_as_the_same_tree(text: str) -> None:
    """Parentheses that are left out are those that change nothing."""
    tree = parse(text)
    again = readable(tree, lambda id: id, lambda name: name, "{:g}".format).replace("; ", ", ").replace("max (", "max(")
    assert parse(again.replace("floor (", "floor(")) == tree


@given(trees)
def test_a_result_is_a_number_or_none(text: str) -> None:
    result = evaluate(parse(text), VALUES)
    assert result is None or math.isfinite(result)


def test_trees_for_the_page_have_no_columns() -> None:
    assert as_json(parse("floor(a ÷ 2)")) == ["floor", ["/", "a", 2.0]]
    with pytest.raises(TypeError):
        as_json(parse("sum(a)"))
    assert isinstance(parse("1 + 2"), Operation)
