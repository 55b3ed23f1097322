"""Every message of the check has its Dutch, with its values and no English left."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from harness import ROOT
from hub.contribute import messages_nl
from hub.contribute.translated import translated
from hub.model.known_terms import KNOWN_TERMS
from hub.problems import Problem, summary

HUB = ROOT / "hooks" / "hub"
GOLDEN = ROOT / "tests" / "golden" / "problems"
LINE = re.compile(r"^.+?: ((?:must|is not given|is a retired|links to|and more|stopped) .*)$")


def golden() -> Iterator[str]:
    for path in sorted(GOLDEN.glob("*.yml")):
        for case in yaml.safe_load(path.read_text("utf-8")):
            for line in case["problems"].strip().splitlines():
                found = LINE.match(line)
                assert found, line
                yield found.group(1)


NOT_SAID = ("without a name",)
"""Pieces that no author reads in words."""

# --- the messages in the code ---------------------------------------------------------------------------------------------

SAMPLES: dict[str, tuple[str, ...]] = {
    "what": ("an input or a result above it", "a column before it", "a summary above it, or 7 of a column"),
    "others": ("labels of the other columns", "titles of the other sheets"),
    "user": ("pages", "records"),
    "kind": ("guide", "tool"),
    "named": ("a kind of remarks in data/evidence/remarks.yml (7)",),
    "refs.what": ("practices", "a criterion", "a vocabulary", "criteria", "a dimension", "tools", "figures"),
    "function": ("min",), "sign": ("+",), "error": ("must name one value",), "wanted": ("2", "1 to 3"), "hint": ("",), "close": ("",), "allowed": ("",),
}  # fmt: skip
"""Values of a hole, by what stands in it; others get a number, which no Dutch word can be."""
OF_MODULE: dict[tuple[str, str], tuple[str, ...]] = {
    ("document_text.py", "what"): (
        "a marker such as <!-- hub:process -->, alone on its line", "Markdown without raw HTML", "the id of a source",
        "the id of a figure", "the address of a page", "the id of a record",
    ),
    ("prose.py", "what"): (
        "raw HTML", "headings", "images", "code blocks", "code blocks (lines that start with four spaces)", "horizontal rules", "quotations",
    ),
    ("address_checks.py", "holder"): ("/x/ is another page of the hub",), ("terms.py", "message"): ("must be a term that the code knows (a, b), got 'x'",),
    ("records.py", "wanted"): ("",), ("documents.py", "wanted"): ("",),
    ("markers.py", "kind"): ("page", "guide"),
}  # fmt: skip
BY_START = {
    "nearest(": ("",),
    "link if linked": ("is a retired criterion, so it is not shown", "links to a retired criterion"),
    "_column(": ("a column of this sheet, got 7",),
    "_place(": ("data/x.yml:1",),
    "_what(": (
        "a figure, [%practice/figure] or [%id] of a record in data/figures/", "a term of data/vocabularies/7.yml",
        "the id of a record in data/7", "a record of a kind that the hub has",
    ),
    "_blank(": ("a tab", "U+00A0 (no-break space)"),
    "_advice(": (
        "a criterion is kept with `retired`, and its successor names it in `replaces`", "a page that people write keeps its name",
        "keep its record, or give its id to another one as a former id", "if it is called 7 now, data/x.yml:1 needs former_ids: [7]",
    ),
    "known.used": tuple(known.used for known in KNOWN_TERMS),
    **dict.fromkeys(("rule", "message", "PATTERNS", "A_MARK"), ("must be given",)),
}  # fmt: skip
"""The last are whole messages, which stand elsewhere in the code."""
TEMPLATE = re.compile(
    r"\{(known|locale|missing|end|start|limit|what|found|nearest|ge|le|max_length|size|wanted|function|sign|error|rest|text)\}"
)
"""Holes of messages that pydantic fills in."""


def _values(module: str, inside: str) -> tuple[str, ...]:
    own = OF_MODULE.get((module, inside))
    start = next((values for begin, values in BY_START.items() if inside.startswith(begin)), None)
    return own or start or SAMPLES.get(inside) or ("7",)


def filled(node: ast.expr, module: str) -> tuple[str, ...]:
    """A message as it could be printed, once per value of its holes; nothing for what is no text."""
    if isinstance(node, ast.Constant):
        return tuple(_written(node.value, module)) if isinstance(node.value, str) else ()
    if not isinstance(node, ast.JoinedStr):
        return ()
    texts: list[tuple[str, dict[str, str]]] = [("", {})]
    for part in node.values:
        if isinstance(part, ast.Constant):
            hole, more = "", tuple(_written(str(part.value), module))
        else:
            assert isinstance(part, ast.FormattedValue)
            inner, hole = part.value, ast.unparse(part.value)
            chosen = (*filled(inner.body, module), *filled(inner.orelse, module)) if isinstance(inner, ast.IfExp) else ()
            more = chosen or _values(module, hole)
        texts = [
            (text + one, {**said, hole: one} if hole else said)
            for text, said in texts for one in ((said[hole],) if hole in said else more)
        ]  # fmt: skip
    return tuple(text for text, _ in texts)


def _written(text: str, module: str) -> Iterator[str]:
    found = TEMPLATE.search(text)
    if found is None or text.startswith(("must be a text per language", "must use braces")):
        yield text
        return
    values = ("",) if found.group(1) == "nearest" else _values(module, found.group(1))
    for value in values:
        yield from _written(text[: found.start()] + value + text[found.end() :], module)


def strings(node: ast.AST) -> Iterator[ast.expr]:
    """Texts of a module, without its docstrings and the parts of longer texts."""
    inner = {id(part) for one in ast.walk(node) if isinstance(one, ast.JoinedStr) for part in one.values}
    inner |= {id(one.value) for one in ast.walk(node) if isinstance(one, ast.Expr)}
    return (one for one in ast.walk(node) if isinstance(one, ast.Constant | ast.JoinedStr) and id(one) not in inner)


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for room in ("load", "validate", "link", "model", "problems.py"):
        for path in sorted((HUB / room).rglob("*.py")) if (HUB / room).is_dir() else [HUB / room]:
            yield path, ast.parse(path.read_text("utf-8"))


def in_the_code() -> Iterator[tuple[str, str]]:
    """Place and text of each message: what begins as one does, wherever the check gathers its faults."""
    for path, tree in modules():
        for node in strings(tree):
            for text in filled(node, path.name):
                if BEGINS.match(text):
                    yield f"{path.name}:{node.lineno}", text


BEGINS = re.compile(r"(must|is not given|is a retired|links to a|and more|stopped) ")
FRAGMENT = re.compile(r"(a|an|the|is|holds|leads|keep|if|labels|titles|no|without|; \w+) ")
"""How pieces of messages begin that stand apart in the code."""


def test_every_piece_of_a_message_is_filled_in_here() -> None:
    tried = " ".join(text for values in (*SAMPLES.values(), *OF_MODULE.values(), *BY_START.values()) for text in values)
    known = [*(english for english, _ in (*messages_nl.VALUES, *messages_nl.ENDS))]
    shapes = [re.compile(".*".join(map(re.escape, re.split(r"%\d", english)))) for english in known]
    for path, tree in modules():
        if path.parent.name in ("validate", "link", "load"):
            for node in strings(tree):
                for text in filled(node, path.name):
                    if FRAGMENT.match(text) and not BEGINS.match(text) and text not in NOT_SAID:
                        assert text in tried or any(shape.fullmatch(text) for shape in shapes), (path.name, text)


MESSAGES = list(in_the_code())


def test_the_messages_of_the_code_are_found() -> None:
    assert len(MESSAGES) > 230


@pytest.mark.parametrize(("place", "text"), MESSAGES, ids=[f"{place} {text[:40]}" for place, text in MESSAGES])
def test_a_message_of_the_code_has_its_dutch(place: str, text: str) -> None:
    if text.endswith(" without "):
        text += "images"
    if text in ("is a retired criterion, so it is not shown", "links to a retired criterion"):
        text += ": 'old-aim'"
    assert_dutch(text)


def assert_dutch(text: str) -> None:
    dutch = translated(text, "nl")
    assert dutch != text
    words = set(re.findall(r"[a-z]+", _without_values(dutch).lower()))
    assert not words & ENGLISH, (text, dutch)


def _without_values(text: str) -> str:
    """Without what stands in quotes, in backticks, in brackets as an example, and without names of files and options."""
    text = re.sub(r"(?<=[a-z])'s\b", "s", text)
    text = re.sub(r"zonder .*? maar|(?<=er staat )\S+$|(?<=meervoudsvormen ).*|(?<=toegelaten zijn: ).*|(?<=keuze van )\\S+", " ", text)
    text = re.sub(r"'[^']*'|`[^`]*`|\{[^}]*\}|\([^)]*\)|\[[^]]*\]", " ", text)
    return re.sub(r"\S*[/._+]\S*|<!--.*?-->", " ", text)


def _vocabulary(side: int) -> set[str]:
    pairs = (*messages_nl.ENDS, *messages_nl.GOT, *messages_nl.MESSAGES, *messages_nl.VALUES)
    return {word for pair in pairs for word in re.findall(r"[a-z]+", _without_values(pair[side]).lower())}


ENGLISH = _vocabulary(0) - _vocabulary(1)
"""Words of the English messages that Dutch ones never use."""


def test_english_can_be_told_from_dutch() -> None:
    assert {"must", "the", "with", "and", "which", "given"} <= ENGLISH


@pytest.mark.parametrize("text", sorted(set(golden())))
def test_a_message_of_the_sample_has_its_dutch(text: str) -> None:
    assert_dutch(text)


def test_values_stay_as_they_are_written() -> None:
    message = "must be a term of data/vocabularies/group.yml, got 'the list, got a tab'; did you mean 'refugees'?"
    assert translated(message, "nl") == (
        "moet een term uit data/vocabularies/group.yml zijn, maar er staat 'the list, got a tab'; bedoel je 'refugees'?"
    )
    assert translated(message, "en") == message


def test_every_pair_fills_in_the_same_values() -> None:
    for english, dutch in (*messages_nl.ENDS, *messages_nl.GOT, *messages_nl.MESSAGES, *messages_nl.VALUES):
        assert sorted(re.findall(r"%\d", english)) == sorted(re.findall(r"%\d", dutch)), english


def test_no_pair_is_there_twice() -> None:
    for pairs in (messages_nl.ENDS, messages_nl.GOT, messages_nl.MESSAGES, messages_nl.VALUES):
        english = [one for one, _ in pairs]
        assert len(english) == len(set(english))


def test_the_last_line_too() -> None:
    faults = [Problem("a.yml", 1, "", "x"), Problem("a.yml", 2, "", "x"), Problem("a.yml", 3, "", "x", "warning")]
    assert translated(summary(61, faults), "nl") == "61 bestanden nagekeken: 2 fouten, 1 waarschuwing"
    assert translated(summary(1, []), "nl") == "1 bestand nagekeken: geen problemen"


def test_what_is_not_known_stays() -> None:
    assert translated("something new", "nl") == "something new"


def test_no_message_takes_long() -> None:
    text = "must be at most 5, got '" + ", got ; did you mean " * 200 + "'"
    assert translated(text, "nl").startswith("mag hoogstens 5 zijn")
