"""The command that authors and the build use: `python hooks/check.py`."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from builders import SAMPLE, a_hub, a_practice, sample
from harness import ROOT

CHECK = Path(__file__).resolve().parents[2] / "hooks" / "check.py"
ALPHA = "data/practices/alpha.yml"
FILES = sum(1 for _ in (SAMPLE / "data").rglob("*.yml"))


def check(root: Path, *options: str, **environment: str) -> tuple[int, list[str]]:
    done = subprocess.run(
        [sys.executable, str(CHECK), "--root", str(root), *options],
        capture_output=True, text=True, check=False, env=os.environ | environment,
    )  # fmt: skip
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


def test_a_hub_without_faults() -> None:
    assert check(SAMPLE) == (0, [f"checked {FILES} files: no problems"])


def test_a_warning_is_no_failure(tmp_path: Path) -> None:
    assert check(a_hub(tmp_path, {ALPHA: a_practice(summary={"en": "Only English"})})) == (
        0,
        [
            f"{ALPHA}:5: warning: summary: is not given in nl; readers get the text in en",
            f"checked {FILES} files: 1 warning",
        ],
    )


def test_the_example_for_contributors_is_what_the_command_prints(tmp_path: Path) -> None:
    guide = (CHECK.parents[1] / "CONTRIBUTING.md").read_text("utf-8")
    examples = re.findall(r"^ +(data/\S+\.yml:\d+: .*)$", guide, re.MULTILINE)
    mistaken = sample(ALPHA).replace("group: [refugees]", "group: [refugee]")
    assert check(a_hub(tmp_path, {ALPHA: mistaken})) == (1, [*examples, f"checked {FILES} files: 1 error"])


def test_faults_of_records_and_of_documents_are_told_in_one_run(tmp_path: Path) -> None:
    page = '---\ntitle: "Over"\ndescription: "Iets."\nsection: "abuot"\nupdated: "2026-11-20"\n---\n# Over\n\nTekst [x](partner:acmee).\n'
    root = a_hub(tmp_path, {
        ALPHA: sample(ALPHA).replace("group: [refugees]", "group: [refugee]"),
        "docs/about.md": page, "docs/about.en.md": page.replace("abuot", "about"),
    })  # fmt: skip
    code, lines = check(root)
    assert code == 1
    assert [line.split(": ")[:2] for line in lines[:-1]] == [
        [f"{ALPHA}:{sample(ALPHA).splitlines().index('  group: [refugees]') + 1}", "mentees.group[1]"],
        ["docs/about.en.md:9", "partner:acmee"],
        ["docs/about.md:4", "section"],
        ["docs/about.md:9", "partner:acmee"],
    ]


def test_checking_loads_nothing_that_renders(tmp_path: Path) -> None:
    root = a_hub(tmp_path)
    script = f"import sys, check; check.main(['--root', {str(root)!r}]); print(sorted({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT / "hooks", capture_output=True, text=True, check=True)
    loaded = set(ast.literal_eval(done.stdout.splitlines()[-1]))
    assert {"pydantic", "markdown_it"} <= loaded
    assert loaded & {"docx", "openpyxl", "jinja2", "mkdocs"} == set()


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_errors_are_failures_on_any_terminal(encoding: str, tmp_path: Path) -> None:
    root = a_hub(tmp_path, {ALPHA: a_practice(status="loopt é"), "data/labels.yml": b"\xff"})
    code, lines = check(root, PYTHONIOENCODING=encoding)
    assert code == 1
    assert lines[0] == "data/labels.yml:1: must be text saved as UTF-8, got the byte FF where no letter can begin"
    assert lines[1].startswith(f"{ALPHA}:")
    assert lines[-1] == f"checked {FILES} files: 2 errors"


def test_a_folder_without_data(tmp_path: Path) -> None:
    code, lines = check(tmp_path)
    assert code == 1
    assert lines[0] == "data: must exist; the folder with the records is missing"


def test_schemas_are_written(tmp_path: Path) -> None:
    root = a_hub(tmp_path, {"data/schema/gone.schema.json": "{}"})
    code, lines = check(root, "--write-schemas")
    assert code == 0
    assert "wrote data/schema/practice.schema.json" in lines
    assert "removed data/schema/gone.schema.json" in lines
    assert check(root, "--write-schemas") == (0, [f"checked {FILES} files: no problems"])


def test_schemas_are_not_written_from_broken_lists(tmp_path: Path) -> None:
    root = a_hub(tmp_path, {"data/vocabularies/group.yml": "id: group\n"})
    code, lines = check(root, "--write-schemas")
    assert code == 1
    assert lines[-1] == "No schemas were written: first mend data/hub.yml, the vocabularies, dimensions and labels."
    assert not (root / "data/schema").exists()
