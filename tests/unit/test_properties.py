"""Properties: reported problems are exactly the injected faults, and no mutation of a file raises anything."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import SAMPLE, sample
from hub.load.strict_yaml import read
from hub.pipeline import load_catalogue

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
    [b"\t", b"\n", b" ", b"  ", b"- ", b": ", b"'", b'"', b"[", b"]", b"{", b"}", b"&a ", b"*a ", b"!!str ", b"<<: ", b"? ",
     b"| ", b">- ", b"#", b"%", b"@", b"`", b"---\n", b"...\n", b"no", b"~", b"12:30", b"2020-01-01", b"\xff", b"\x00",
     b"\xe2\x80\xae", b"\xef\xbb\xbf", b"<script>", b"[@x]", b"](practice:x)", b"\\", b"9" * 50, b"id: ", b"nl: "]
)  # fmt: skip
NAMES = ("practices/alpha", "criteria/clear-aim", "sources", "hub", "interface/en", "vocabularies/group", "dimensions")


@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(NAMES), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), PIECES), min_size=1, max_size=4))
def test_no_mutation_raises(name: str, changes: list[tuple[float, int, bytes]]) -> None:
    path = f"data/{name}.yml"
    content = sample(path).encode()
    for place, length, piece in changes:
        at = int(place * len(content))
        content = content[:at] + piece + content[at + length :]
    for problem in problems_with({path: content}):
        assert problem.isprintable()
        assert problem.startswith("data")


@settings(max_examples=500, deadline=None, derandomize=True)
@given(st.text(max_size=80))
def test_any_text_is_read_without_raising(text: str) -> None:
    document = read(text)
    assert all(fault.line >= 1 for fault in document.faults)
