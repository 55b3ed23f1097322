"""What a pull request shows of the check: annotations, a summary, JSON; old faults elsewhere do not stop it; Dutch."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from builders import a_hub, sample
from harness import ROOT
from hub.contribute import check_report
from hub.problems import Problem

CHECK = ROOT / "hooks" / "check.py"
ALPHA = "data/practices/alpha.yml"
PARTNER = next(f"data/partners/{path.name}" for path in sorted((ROOT / "tests/golden/hub/data/partners").glob("*.yml")))


def check(root: Path, *options: str, **environment: str) -> tuple[int, str, str]:
    clean = {name: value for name, value in os.environ.items() if name != "GITHUB_STEP_SUMMARY"}
    done = subprocess.run(
        [sys.executable, str(CHECK), "--root", str(root), *options],
        capture_output=True, text=True, check=False, env=clean | environment,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout, done.stderr


def git(root: Path, *command: str) -> None:
    identity = ("-c", "user.name=An", "-c", "user.email=an@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *identity, *command], check=True, capture_output=True)


def with_history(root: Path) -> Path:
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message=data: start")
    return root


WRONG = sample(ALPHA).replace("group: [refugees]", "group: [refugee]")
LINE = sample(ALPHA).splitlines().index("  group: [refugees]") + 1


def test_a_fault_is_an_annotation_and_a_line_of_the_log(tmp_path: Path) -> None:
    code, said, _ = check(a_hub(tmp_path, {ALPHA: WRONG}), "--format", "github")
    message = "must be a term of data/vocabularies/group.yml, got 'refugee'; did you mean 'refugees'?"
    assert code == 1
    assert said.splitlines()[:2] == [
        f"::error file={ALPHA},line={LINE},title=mentees.group[1]::{message}",
        f"{ALPHA}:{LINE}: mentees.group[1]: {message}",
    ]


def test_the_summary_is_a_table_behind_what_is_there(tmp_path: Path) -> None:
    place = tmp_path / "summary.md"
    place.write_text("before\n", "utf-8")
    check(a_hub(tmp_path, {ALPHA: WRONG}), "--format", "github", "--lang", "nl", GITHUB_STEP_SUMMARY=str(place))
    text = place.read_text("utf-8")
    assert text.startswith("before\n")
    assert "1 fout**" in text
    assert f"| {ALPHA}:{LINE} | mentees.group\\[1\\] | moet een term uit" in text


def test_without_faults_there_is_a_summary_too(tmp_path: Path) -> None:
    place = tmp_path / "summary.md"
    assert check(a_hub(tmp_path), "--format", "github", GITHUB_STEP_SUMMARY=str(place))[0] == 0
    assert "no problems" in place.read_text("utf-8")


def test_json_for_programs(tmp_path: Path) -> None:
    code, said, _ = check(a_hub(tmp_path, {ALPHA: WRONG}), "--format", "json")
    found = json.loads(said)
    assert (code, found["errors"], found["warnings"]) == (1, 1, 0)
    assert found["problems"][0] | {"message": ""} == {
        "path": ALPHA, "line": LINE, "field": "mentees.group[1]", "message": "", "severity": "error",
    }  # fmt: skip


def test_dutch(tmp_path: Path) -> None:
    _, said, _ = check(a_hub(tmp_path, {ALPHA: WRONG}), "--lang", "nl")
    first, last = said.splitlines()
    assert first == (
        f"{ALPHA}:{LINE}: mentees.group[1]: moet een term uit data/vocabularies/group.yml zijn, "
        "maar er staat 'refugee'; bedoel je 'refugees'?"
    )
    assert re.fullmatch(r"\d+ bestanden nagekeken: 1 fout", last)


# --- faults that a change did not make --------------------------------------------------------------------------------


def test_old_faults_elsewhere_are_warnings(tmp_path: Path) -> None:
    root = with_history(a_hub(tmp_path, {PARTNER: sample(PARTNER) + "nonsense: 1\n"}))
    (root / ALPHA).write_text(sample(ALPHA) + "# seen\n", encoding="utf-8")
    code, said, _ = check(root, "--changed-since", "main")
    assert code == 0, said
    assert f"{PARTNER}:" in said
    assert ": warning: nonsense: " in said
    assert check(root)[0] == 1


def test_faults_of_the_change_are_errors_committed_or_not_and_of_new_files_too(tmp_path: Path) -> None:
    root = with_history(a_hub(tmp_path))
    git(root, "switch", "--quiet", "--create", "mine")
    (root / ALPHA).write_text(WRONG, encoding="utf-8")
    assert check(root, "--changed-since", "main")[0] == 1
    git(root, "commit", "--quiet", "--all", "--message=data: alpha")
    code, said, _ = check(root, "--changed-since", "main", "--format", "github")
    assert (code, said[:8]) == (1, "::error ")
    git(root, "revert", "--no-edit", "HEAD")
    assert check(root, "--changed-since", "main")[0] == 0
    (root / "data/practices/omega.yml").write_text("id: omega\n", encoding="utf-8")
    assert check(root, "--changed-since", "main")[0] == 1


def test_what_a_change_breaks_in_another_file_is_an_error(tmp_path: Path) -> None:
    root = with_history(a_hub(tmp_path))
    (root / PARTNER).unlink()
    code, said, _ = check(root, "--changed-since", "main")
    assert code == 1
    assert any(": warning: " not in line and not line.startswith(PARTNER) for line in said.splitlines()[:-1]), said


@pytest.mark.parametrize("revision", ["gone", "--output=x", ""])
def test_a_revision_that_git_does_not_know_is_wrong_use(tmp_path: Path, revision: str) -> None:
    code, _, said = check(with_history(a_hub(tmp_path)), f"--changed-since={revision}")
    assert (code, "revision" in said) == (2, True)


def test_a_folder_below_the_top_of_the_repository(tmp_path: Path) -> None:
    root = a_hub(tmp_path, {PARTNER: sample(PARTNER) + "nonsense: 1\n"})
    with_history(root.parent)
    assert check(root, "--changed-since", "main")[0] == 0
    (root / ALPHA).write_text(WRONG, encoding="utf-8")
    assert check(root, "--changed-since", "main")[0] == 1


# --- many faults ------------------------------------------------------------------------------------------------------


def many(number: int, words: str = "must") -> list[Problem]:
    return [Problem(f"data/practices/p{one % 30}.yml", one, "field", f"{words} {one}") for one in range(number)]


def test_of_300_faults_none_is_lost() -> None:
    said = check_report.github(many(300), 30, ())
    assert len([line for line in said.splitlines() if line.startswith("::")]) == 10
    assert all(f"field: must {one}\n" in said for one in range(300))
    assert all(f"| must {one} |" in check_report.markdown(many(300), 30) for one in range(300))


@pytest.mark.parametrize("words", ["é" * 400, "|" * 400])
def test_a_summary_is_cut_before_the_host_drops_it_and_counts_the_rest(words: str) -> None:
    problems = many(5000, words)
    text = check_report.markdown(problems, 30, "nl")
    rows = text.count("\n| data/")
    assert 900_000 < len(text.encode()) < 1_000_000
    assert f"en nog {5000 - rows}, allemaal in het logboek: data/practices/p" in text


def test_nothing_that_authors_write_becomes_markup() -> None:
    text = check_report.markdown([Problem("data/x.yml", 1, "a|b", "got '<img src=x> @all [x](http://e.org) `c`\n# x'")], 1)
    assert "<img" not in text
    assert "@all" not in text
    assert not re.search(r"(?<!\\)\]\(", text)
    assert "\n# x" not in text
    assert re.search(r"a\\\|b", text)
