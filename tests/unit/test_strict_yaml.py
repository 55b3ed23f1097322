"""YAML as the hub reads it, and input made to do harm."""

from __future__ import annotations

import time

import pytest

from hub.load.scalars import BROKEN
from hub.load.strict_yaml import DEEPEST, read


def test_values() -> None:
    text = """
text: one two
folded: >-
  one
  two
quoted: 'no'
also: "12:30"
whole: -12
decimal: 2.50
truth: true
list: [a, 1]
group: {nl: x}
month: 2019-01
country: BE
"""
    document = read(text)
    assert document.faults == ()
    assert document.value == {
        "text": "one two", "folded": "one two", "quoted": "no", "also": "12:30", "whole": -12, "decimal": 2.5, "truth": True,
        "list": ("a", 1), "group": {"nl": "x"}, "month": "2019-01", "country": "BE",
    }  # fmt: skip


def test_lines_are_those_of_the_field_names() -> None:
    lines = read("# remark\na: x\n\nb:\n  c:\n    - d: 1\n      e: >-\n        text\n    - 2\n").lines
    places = [("a",), ("b",), ("b", "c"), ("b", "c", 0), ("b", "c", 0, "e"), ("b", "c", 1)]
    assert [lines.of(loc) for loc in places] == [2, 4, 5, 6, 7, 9]


def test_the_line_of_a_place_that_does_not_exist_is_that_of_its_group() -> None:
    assert read("a: 1\nb:\n  c: 2\n").lines.of(("b", "d", "e")) == 2


def test_a_fault_leaves_the_rest_readable() -> None:
    document = read("a: no\nb: [x, 12:30]\nc: y\n")
    assert document.value == {"a": BROKEN, "b": ("x", BROKEN), "c": "y"}
    assert [fault.loc for fault in document.faults] == [("a",), ("b", 1)]


@pytest.mark.parametrize("depth", [DEEPEST, DEEPEST + 1])
def test_depth(depth: int) -> None:
    document = read("[" * depth + "]" * depth)
    assert bool(document.faults) == (depth > DEEPEST)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[" * 200_000, id="open lists"),
        pytest.param("{" * 200_000, id="open groups"),
        pytest.param("- " * 200_000, id="nested lists"),
        pytest.param("{a: " * 100_000, id="nested groups"),
        pytest.param("? " * 200_000, id="nested names"),
        pytest.param("a: &a [" + "*a, " * 100_000 + "]", id="references"),
        pytest.param("".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]\n" for n in range(1, 30)), id="alias bomb"),
        pytest.param("a: " + "1:" * 200_000 + " x: y", id="a time without end"),
        pytest.param("a: 2" * 100_000, id="colons"),
        pytest.param("a: 'x" * 100_000, id="quotes"),
        pytest.param("!" * 400_000, id="tags"),
        pytest.param('a: "' + "\\n" * 200_000 + '\\t"', id="line ends in quotes"),
        pytest.param('a: "' + "x\n\\ " * 100_000 + '\\t"', id="joined lines"),
        pytest.param("\u00a0x\n" * 100_000, id="odd indentation"),
        pytest.param("a:" + "\u00a0" * 400_000, id="odd blanks"),
        pytest.param("a:\n" + " - x #3\n" * 50_000, id="number signs"),
        pytest.param("a: x" + " " * 400_000 + "#", id="blanks before a number sign"),
        pytest.param("a:b\n" * 100_000, id="no spaces"),
        pytest.param("&" + "a" * 400_000, id="a long anchor"),
        pytest.param("%YAML " * 50_000, id="directives"),
        pytest.param("--- a\n" * 50_000, id="documents"),
        pytest.param("\n" * 400_000 + "a: no", id="empty lines"),
        pytest.param("".join(f"k{n}: no\n" for n in range(40_000)), id="faults without end"),
    ],
)
def test_harmful_input_ends_soon(text: str) -> None:
    began = time.process_time()
    document = read(text)
    assert document.faults
    assert time.process_time() - began < 5
