"""The real data: one test per file, and the editorial policy that types cannot express."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hub.contribute.schema import FOLDER, HAND_WRITTEN, file_name, schemas
from hub.model import Practice, texts_in
from hub.model.kinds import KINDS, PUBLISHED
from hub.pipeline import inspect

ROOT = Path(__file__).resolve().parents[2]
LINKING, PROBLEMS = inspect(ROOT)
FILES = sorted({raw.path for raw in LINKING.loaded.records})
PRACTICES = sorted((one for one in LINKING.valid if one.raw.kind.name == "practice"), key=lambda one: one.raw.path)
INTERFACE = [path for path in FILES if path.startswith("data/interface/")]
RECORDS = [path for path in FILES if path not in INTERFACE]

practices = pytest.mark.parametrize("practice", [one.entity for one in PRACTICES], ids=[one.entity.id for one in PRACTICES])


def test_nothing_is_wrong_with_folders_and_documents() -> None:
    assert [str(problem) for problem in PROBLEMS if problem.path not in FILES] == []


@pytest.mark.parametrize("path", FILES)
def test_no_errors(path: str) -> None:
    assert [str(problem) for problem in PROBLEMS if problem.path == path and problem.severity == "error"] == []


@pytest.mark.parametrize("path", FILES)
def test_what_is_published_has_no_warnings(path: str) -> None:
    """A new record may still lack a language: somebody else translates it. What the hub published is complete."""
    published = next(one.entity for one in LINKING.valid if one.raw.kind is PUBLISHED)
    new = {
        (raw.kind.name, raw.id) for raw in LINKING.loaded.records
        if raw.path == path and raw.id not in getattr(published, raw.kind.name, (raw.id,))
    }  # fmt: skip
    assert [str(problem) for problem in PROBLEMS if problem.path == path and not new] == []


@pytest.mark.parametrize("path", RECORDS)
def test_the_first_line_names_the_schema(path: str) -> None:
    kind = next(raw.kind for raw in LINKING.loaded.records if raw.path == path)
    prefix = "../schema/" if kind.form == "folder" or "/" in kind.place else "schema/"
    first = (ROOT / path).read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema={prefix}{file_name(kind)}"


@pytest.mark.parametrize("name", [file_name(kind) for kind in KINDS])
def test_schemas_are_fresh(name: str) -> None:
    written = (ROOT / FOLDER / name).read_text(encoding="utf-8")
    assert written == schemas(LINKING)[name], "run `make schemas`"


def test_no_schema_is_left_over() -> None:
    assert sorted(path.name for path in (ROOT / FOLDER).iterdir()) == sorted([*map(file_name, KINDS), *HAND_WRITTEN])


@practices
def test_a_summary_is_one_short_sentence(practice: Practice) -> None:
    for text in practice.summary.root.values():
        assert len(text) <= 200
        assert text.endswith((".", "!", "?"))
        assert not re.search(r"[.!?] [A-Z]", text)


@practices
def test_sentences_differ_between_languages(practice: Practice) -> None:
    """A sentence that is the same in both languages was not translated; long names may be."""
    same = [text.root["nl"] for text in texts_in(practice) if len(text.root) > 1 and len(set(text.root.values())) == 1]
    assert [text for text in same if len(text.split()) > 6 and text.endswith(".")] == []


@practices
def test_no_finding_claims_more_than_its_practice(practice: Practice) -> None:
    """A practice carries the highest step it reaches, so a finding above it would be a result that the record denies."""
    assert [one.outcome for one in practice.outcomes if one.evidence > practice.evidence.level] == []


@practices
def test_a_percent_sign_stands_directly_after_its_number(practice: Practice) -> None:
    spaced = [text for one in texts_in(practice) for text in one.root.values() if re.search(r"\d\s+%", text)]
    assert spaced == []


@practices
def test_every_practice_can_be_compared_and_adapted(practice: Practice) -> None:
    """What is not documented stays absent; but every practice has its short answers, and something for who starts."""
    assert practice.at_a_glance
    assert practice.watch_out
    assert practice.adapt
    assert practice.core or practice.varies
    assert practice.fitting_guides
    assert practice.fitting_tools


UNKNOWN = re.compile(r"(?i)^(?:niet|not) (?:gekend|bekend|gedocumenteerd|known|documented)")


@practices
def test_a_short_answer_is_left_out_rather_than_unknown(practice: Practice) -> None:
    answers = [text for one in texts_in(practice.at_a_glance) for text in one.root.values()]
    assert [text for text in answers if UNKNOWN.match(text)] == []


@practices
def test_the_short_status_is_that_of_the_record(practice: Practice) -> None:
    """It begins with the label of the status, and names the year of the latest source unless the end is what counts."""
    label = next(
        term.label for one in LINKING.of("vocabulary") if one.entity.id == "status"
        for term in one.entity.terms if term.id == practice.status
    )  # fmt: skip
    assert practice.at_a_glance
    for locale, text in practice.at_a_glance.status.root.items():
        assert text.startswith(label.root[locale])
        years = re.findall(r"\d{4}", text)
        end = practice.period.end[:4] if practice.period and practice.period.end else None
        known = end if practice.status == "ended" and end else practice.status_checked
        assert years == ([str(known)] if known else [])


@practices
def test_the_short_answer_on_duos_repeats_a_figure_of_the_record(practice: Practice) -> None:
    duos = practice.at_a_glance.duos if practice.at_a_glance else None
    if duos is None:
        return
    known = {f"{figure.value:,}" for figure in practice.results if figure.unit == "duos"}
    for locale, text in duos.root.items():
        first = re.search(r"\d[\d.,]*\d|\d", text)
        assert first, locale
        assert first.group().replace(".", ",") in known


def test_there_is_one_main_project() -> None:
    projects = [one.entity for one in LINKING.valid if one.raw.kind.name == "project"]
    assert len([project for project in projects if project.main]) == 1
