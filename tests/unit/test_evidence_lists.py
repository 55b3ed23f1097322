"""The lists in `data/evidence/`: each is a file of its own, all are there, and nothing else is."""

from __future__ import annotations

from pathlib import Path

from builders import a_hub
from hub.pipeline import load_catalogue


def told(root: Path) -> list[str]:
    return [str(problem) for problem in load_catalogue(root)[1] if "evidence" in problem.path]


def test_a_list_that_is_missing_and_a_file_that_is_none(tmp_path: Path) -> None:
    root = a_hub(tmp_path, {"data/evidence/lessons.yml": None, "data/evidence/lesson.yml": "- id: x\n"})
    assert told(root) == [
        "data/evidence/lesson.yml: must not stand here, the hub does not know it; did you mean 'lessons.yml'?",
        "data/evidence/lessons.yml: must exist; the file is missing",
    ]


def test_a_fault_is_told_at_its_line(tmp_path: Path) -> None:
    text = "- id: hold-on\n  text: {nl: Hou vol., en: Hold on.}\n  strength: certain\n  sources: [report-2020]\n"
    assert told(a_hub(tmp_path, {"data/evidence/lessons.yml": text})) == [
        "data/evidence/lessons.yml:3: [hold-on].strength: must be a term of data/vocabularies/strength.yml, got 'certain'; "
        "allowed are: comparison",
    ]


def test_the_folder_must_be_a_folder(tmp_path: Path) -> None:
    root = a_hub(tmp_path)
    for path in (root / "data/evidence").iterdir():
        path.unlink()
    (root / "data/evidence").rmdir()
    (root / "data/evidence").write_text("x", encoding="utf-8")
    problems = told(root)
    assert any("must not stand here" in problem or "must be a folder" in problem for problem in problems)
    assert sum("must exist; the file is missing" in problem for problem in problems) == 6
