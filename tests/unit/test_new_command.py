"""`python hooks/new.py practice <id>`: what it starts says what the check asks, and nothing is ever overwritten."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
import yaml

from builders import a_hub, sample
from harness import ROOT
from hub.contribute.start import refusal, text
from hub.link.linked import Linking
from hub.load.strict_yaml import Loc
from hub.model import Practice
from hub.pipeline import inspect
from hub.problems import errors
from hub.validate.fields import type_at

OMEGA = "data/practices/omega.yml"


def new(root: Path, *arguments: str) -> tuple[int, str]:
    command = [sys.executable, str(ROOT / "hooks" / "new.py"), *arguments, "--root", str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout + done.stderr


FILLED = {
    r"^(\s*)nl:$": r"\1nl: Tekst", r"^(\s*)en:$": r"\1en: Text", r"^  type:$": "  type: non-profit", r"^  country: \[\]$": "  country: [BE]",
    r"^status:$": "status: running", r"^kind: \[\]$": "kind: [to-work]", r"^  group: \[\]$": "  group: [refugees]",
    r"^  education:$": "  education: any", r"^  sector:$": "  sector: cross-sector", r"^  level:$": "  level: 1",
    r"^sources: \[\]$": "sources: [report-2020]",
}  # fmt: skip


def filled(written: str) -> str:
    for empty, value in FILLED.items():
        written = re.sub(empty, value, written, flags=re.MULTILINE)
    return written


def test_with_the_needed_fields_filled_in_it_passes_the_check(tmp_path: Path) -> None:
    root = a_hub(tmp_path)
    assert new(root, "practice", "omega")[0] == 0
    place = root / OMEGA
    assert place.read_text("utf-8").startswith("# yaml-language-server: $schema=../schema/practice.schema.json\n")
    place.write_text(filled(place.read_text("utf-8")), encoding="utf-8")
    assert [str(problem) for problem in inspect(root)[1]] == []


def test_until_then_the_check_names_each_field_that_is_empty(tmp_path: Path) -> None:
    root = a_hub(tmp_path)
    new(root, "practice", "omega")
    problems = inspect(root)[1]
    assert errors(problems)
    assert {problem.path for problem in problems} == {OMEGA}
    assert {"name.nl", "summary.en", "status", "kind", "evidence.level", "sources"} <= {one.field for one in problems}
    assert all(re.match("must not be empty|must have at least 1 entry", one.message) for one in problems)


def test_needed_fields_come_first_and_all_fields_are_there(tmp_path: Path) -> None:
    linking, _ = inspect(a_hub(tmp_path))
    needed, _, others = text("practice", "omega", linking, "2026-12-01").partition("# ----")
    assert re.search(r"^last_checked: '2026-12-01'$", needed, re.MULTILINE)
    assert not re.search(r"^\w", others, re.MULTILINE)
    for name in ("at_a_glance", "settlement", "period", "matching", "results", "outcomes", "website", "watch_out"):
        assert f"\n# {name}:" in others
        assert f"\n{name}:" not in needed


def test_meanings_and_allowed_values_stand_above_a_field(tmp_path: Path) -> None:
    linking, _ = inspect(a_hub(tmp_path))
    written = text("practice", "omega", linking, "2026-12-01")
    assert "# One sentence that tells this practice from the others; shown on its card.\nsummary:" in written
    assert "  # For which groups it is. One or more of: refugees (vluchtelingen), women (vrouwen).\n  group: []" in written
    assert "One of: 1, 2, 3, 4, 5.\n  level:" in written
    assert "# Ids of the sources that say so. Ids of records in data/sources.yml.\nsources: []" in written


def uncovered(written: str) -> str:
    """With every field in front of which only `#` stands, and without the remarks."""
    lines = []
    for line in written.split("\n"):
        bare = line.replace("# ", "") if re.fullmatch(r"[# ]*(?:- )?(?:[a-z_]+|[A-Z]+):( \[\]| \S+)?", line) else ""
        lines += [bare] if bare else []
    return "\n".join(lines)


def names(value: object, loc: Loc = ()) -> Iterator[Loc]:
    for name, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield (*loc, name)
        yield from names(inner, (*loc, name))


def test_a_field_that_is_uncovered_is_one_that_the_hub_knows(tmp_path: Path) -> None:
    linking, _ = inspect(a_hub(tmp_path))
    whole = yaml.safe_load(uncovered(text("practice", "omega", linking, "2026-12-01")))
    assert set(whole) == set(Practice.model_fields) - {"former_ids"}
    assert {"measures", "unit"} <= set(whole["results"][0])
    for loc in names(whole):
        assert type_at(Practice, loc) is not None, loc


@pytest.fixture(scope="module")
def linking(tmp_path_factory: pytest.TempPathFactory) -> Linking:
    published = sample("data/published.yml").replace("practice: [alpha]", "practice: [alpha, long-gone]")
    return inspect(a_hub(tmp_path_factory.mktemp("ids"), {"data/published.yml": published}))[0]


@pytest.mark.parametrize("id", ["Omega", "om ega", "../omega", "con", "x" * 81, "", "omega.yml", "a/b", "ómega", "omega\n"])
def test_what_is_no_id_is_refused(linking: Linking, id: str) -> None:
    assert (refusal("practice", id, linking) or "").startswith("must be an")


@pytest.mark.parametrize("id", ["alpha", "long-gone", "compare", "by", "where"])
def test_an_id_that_is_taken_or_reserved_is_refused(linking: Linking, id: str) -> None:
    assert (refusal("practice", id, linking) or "").startswith("must be another id")


def test_a_refusal_writes_nothing(tmp_path: Path) -> None:
    root = a_hub(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    for id in ("alpha", "../omega"):
        assert new(root, "practice", id)[0] == 1
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_file_that_cannot_be_read_is_not_overwritten(tmp_path: Path) -> None:
    root = a_hub(tmp_path, {OMEGA: b"\xff"})
    assert new(root, "practice", "omega")[0] == 1
    assert (root / OMEGA).read_bytes() == b"\xff"


def test_a_file_that_somebody_makes_meanwhile_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = spec_from_file_location("new_command", ROOT / "hooks" / "new.py")
    assert spec
    assert spec.loader
    command = module_from_spec(spec)
    spec.loader.exec_module(command)
    root = a_hub(tmp_path, {OMEGA: "mine\n"})
    monkeypatch.setattr(command, "refusal", lambda *_: None)
    assert command.main(["practice", "omega", "--root", str(root)]) == 1
    assert (root / OMEGA).read_text("utf-8") == "mine\n"


def test_wrong_use_is_exit_code_2(tmp_path: Path) -> None:
    assert new(tmp_path, "practice", "omega")[0] == 2
    assert new(a_hub(tmp_path), "hub", "omega")[0] == 2


def test_the_real_hub_too() -> None:
    linking, _ = inspect(ROOT)
    written = text("practice", "omega", linking, "2026-12-01")
    assert "young-adults" in written
    assert max(map(len, written.splitlines())) < 200
