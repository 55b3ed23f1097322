"""Properties: reported problems are exactly the injected faults, and no mutation of a file raises anything: it gives problems
with a line that the file has, in words of the hub, or a catalogue."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import SAMPLE, a_hub, sample
from guide_builders import TEXT, a_guide_hub, a_text
from hub.load.strict_yaml import read
from hub.pipeline import load_catalogue, load_hub
from hub.problems import errors

FAULTS: tuple[tuple[str, str, str, str], ...] = (
    ("practices/alpha", "nl: Een traject van zes maanden.", "nl: 12:30",
     "4: summary.nl: must be in quotes, because YAML reads it as a number in base 60, got '12:30'"),
    ("practices/alpha", "type: non-profit", "type: profit",
     "8: provider.type: must be a term of data/vocabularies/provider.yml, got 'profit'; did you mean 'non-profit'?"),
    ("practices/alpha", "partner: acme", "partner: akme",
     "9: provider.partner: must be the id of a record in data/partners/, got 'akme'; did you mean 'acme'?"),
    ("practices/alpha", "region: [flanders]", "regoin: [flanders]",
     "12: where.regoin: must be a field that the hub knows; did you mean 'region'?"),
    ("practices/alpha", "start: 2013, end: 2020", "start: 2020, end: 2013",
     "13: period: must not end (2013) before it starts (2020)"),
    ("practices/alpha", "status: running", "status: [running]", "14: status: must be a text, got a list"),
    ("practices/alpha", "status_checked: 2025", "status_checked: 1025",
     "15: status_checked: must be at least 1900, got 1025"),
    ("practices/alpha", "    nl: Werkzoekenden [@report-2020].", "    nl: Werkzoekenden [@raport-2020].",
     "21: mentees.about.nl: must be the id of a record in data/sources.yml, got '[@raport-2020]'; did you mean 'report-2020'?"),
    ("practices/alpha", "value: 53.5", "value: 530", "33: results[jobs-2020].value: must be between 0 and 100 for a "
     "percentage, got 530"),
    ("practices/alpha", "unit: duos", "unit: duo", "42: results[duos-2020].unit: must be one of the allowed values, got 'duo'; "
     "did you mean 'duos'?"),
    ("practices/alpha", "sources: [site-2021]", "sources: []", "44: results[duos-2020].sources: must have at least 1 entry, "
     "got 0"),
    ("practices/alpha", "website: https://example.org/alpha", "website: example.org",
     "53: website: must be a full web address such as https://example.org/page, got 'example.org'"),
    ("partners/acme", "country: BE", "country: NO",
     "5: country: must be in quotes, because YAML reads it as true or false; write true or false if that is meant, got 'NO'"),
    ("partners/acme", "nl: Zie [Alfa](practice:alpha)", "nl: Zie [Alfa](practice:alfa)",
     "10: about.nl: must be the id of a record in data/practices/, got 'practice:alfa'; did you mean 'alpha'?"),
    ("criteria/clear-aim", "tier: essential", "tier: Essential",
     "4: tier: must be one of the allowed values, got 'Essential'; did you mean 'essential'?"),
    ("criteria/clear-aim", "{nl: Een helder doel, en: A clear aim}", "{nl: Een helder doel}",
     "5: title: must be given in every language; en is missing"),
    ("sources", "URL: https://example.org/report", "url: https://example.org/report",
     "8: [report-2020].url: must be a field that the hub knows; did you mean 'URL'?"),
    ("interface/en", "Updated on {date}", "Updated on {day}",
     "3: sample.updated: must have {date} to fill in, as in data/interface/nl.yml, got {day}"),
)  # fmt: skip


def problems_with(files: dict[str, bytes]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "hub"
        shutil.copytree(SAMPLE, root)
        for name, content in files.items():
            (root / name).write_bytes(content)
        return [str(problem) for problem in load_catalogue(root)[1]]


@settings(max_examples=120, deadline=None, derandomize=True)
@given(st.sets(st.sampled_from(FAULTS)))
def test_problems_are_the_injected_faults(faults: set[tuple[str, str, str, str]]) -> None:
    files: dict[str, str] = {}
    for place, old, new, _ in faults:
        name = f"data/{place}.yml"
        text = files.get(name) or sample(name)
        assert text.count(old) == 1
        files[name] = text.replace(old, new)
    found = problems_with({name: text.encode() for name, text in files.items()})
    assert sorted(found) == sorted(f"data/{place}.yml:{told}" for place, _, _, told in faults)


PIECES = st.sampled_from(
    [b"\t", b"\n", b"\r", b" ", b"  ", b"- ", b": ", b":", b" #", b"'", b'"', b"[", b"]", b"{", b"}", b"&a ", b"*a ", b"!!str ",
     b"<<: ", b"? ", b"| ", b">- ", b"#", b"%", b"@", b"`", b"---\n", b"...\n", b"no", b"~", b"12:30", b"2020-01-01", b"\xff",
     b"\x00", b"\xe2\x80\xae", b"\xc2\xa0", b"\xef\xbb\xbf", b"<script>", b"[@x]", b"](practice:x)", b"](guide:start#x)",
     b"](page:", b"[%x]", b"<!-- hub:terms -->", b"{#x}", b"&#x202e;", b"\\", b"\\x", b"9" * 50, b"id: ", b"nl: "]
) | st.binary(min_size=1, max_size=3)  # fmt: skip
CHANGES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), PIECES), min_size=1, max_size=4)
RECORDS = ("practices/alpha", "criteria/clear-aim", "sources", "hub", "vocabularies/group", "dimensions")
PARSERS_WORDS = re.compile(r"did not find|could not find|found (un|char|a tab)|while (parsing|scanning)|in this context|must be YAML")
BOUNDED = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def mutated(content: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    for place, length, piece in changes:
        at = int(place * len(content))
        content = content[:at] + piece + content[at + length :]
    return content


def assert_told(root: Path, path: str) -> None:
    """One file of the hub is damaged: there is a catalogue, or problems that an author can use."""
    catalogue, problems = load_hub(root)
    assert (catalogue is None) == errors(problems)
    rows = {path: (root / path).read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1}
    for problem in problems:
        assert str(problem).isprintable()
        assert problem.line <= rows.get(problem.path, 10**6), str(problem)
        assert not PARSERS_WORDS.search(problem.message), str(problem)


@BOUNDED
@given(st.sampled_from(RECORDS), CHANGES)
def test_no_mutation_of_a_record_raises(name: str, changes: list[tuple[float, int, bytes]]) -> None:
    path = f"data/{name}.yml"
    with tempfile.TemporaryDirectory() as folder:
        assert_told(a_hub(Path(folder), {path: mutated(sample(path).encode(), changes)}), path)


@BOUNDED
@given(st.sampled_from(("nl", "en")), CHANGES)
def test_no_mutation_of_interface_texts_raises(locale: str, changes: list[tuple[float, int, bytes]]) -> None:
    path = f"data/interface/{locale}.yml"
    with tempfile.TemporaryDirectory() as folder:
        assert_told(a_hub(Path(folder), {path: mutated(sample(path).encode(), changes)}), path)


PAGE = """---
title: "Over"
description: "Over de hub."
section: "about"
updated: "2026-11-27"
---

# Over

Een *tekst* met [VDAB](partner:acme), [bron](https://example.org/a) en een bewering [@report-2020].
{.hub-lead}

## Deel {#part}

- een [praktijk](practice:alpha#results)

| a | b |
|---|---|
| 1 | 2 |

<!-- hub:terms vocabulary=group -->

<!-- hub:sources -->
"""


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hub with a page and a guide, without faults."""
    folder = tmp_path_factory.mktemp("documents")
    root = a_guide_hub(folder, {"docs/about.md": PAGE, "docs/about.en.md": PAGE})
    assert load_hub(root)[1] == ()
    return root


@BOUNDED
@given(name=st.sampled_from(("docs/about.md", "docs/about.en.md", TEXT)), changes=CHANGES)
def test_no_mutation_of_a_document_raises(documents: Path, name: str, changes: list[tuple[float, int, bytes]]) -> None:
    content = (documents / name).read_bytes()
    try:
        (documents / name).write_bytes(mutated(content, changes))
        assert_told(documents, name)
    finally:
        (documents / name).write_bytes(content)


@BOUNDED
@given(text=st.text(max_size=60))
def test_any_text_as_a_document_is_told(documents: Path, text: str) -> None:
    content = (documents / TEXT).read_bytes()
    try:
        (documents / TEXT).write_text(a_text(text), encoding="utf-8")
        assert_told(documents, TEXT)
    finally:
        (documents / TEXT).write_bytes(content)


@settings(max_examples=500, deadline=None, derandomize=True)
@given(st.text(max_size=80) | st.text("ab:-#\"'[]{}|>!&*%@?,\\ \t\n\u00a0.x0", max_size=40))
def test_any_text_is_read_without_raising(text: str) -> None:
    last = len(re.split(r"\r\n|[\n\r\x85\u2028\u2029]", text))
    for fault in read(text).faults:
        assert 1 <= fault.line <= last
        assert not PARSERS_WORDS.search(fault.message)
