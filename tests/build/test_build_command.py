"""`make site`: all or nothing, in words, from any folder, with either generator, the same bytes every time."""

from __future__ import annotations

import filecmp
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from harness import ROOT, build

BASE = "https://hub.example/hub/"


def a_copy(folder: Path) -> Path:
    """What a site is made from, in another folder."""
    for name in ("data", "docs", "hooks", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy to be damaged."""
    return a_copy(tmp_path / "project")


def differences(left: Path, right: Path) -> list[str]:
    compared = filecmp.dircmp(left, right)
    found = [*compared.left_only, *compared.right_only]
    found += [name for name in compared.common_files if (left / name).read_bytes() != (right / name).read_bytes()]
    for name in compared.common_dirs:
        found += [f"{name}/{inner}" for inner in differences(left / name, right / name)]
    return found


def test_another_folder_gives_the_same_bytes_and_it_says_what_it_built(tmp_path: Path, project: Path, site: Path) -> None:
    done = build(project, tmp_path / "again", BASE)
    assert done.returncode == 0, done.stderr
    assert re.search(r"pages: \d+ nl, \d+ en\n", done.stdout)
    practices = len(list((ROOT / "data/practices").glob("*.yml")))
    assert f"{practices} practices" in done.stdout
    assert differences(site, tmp_path / "again") == []


def test_properdocs_builds_the_same_site(tmp_path: Path, site: Path) -> None:
    done = build(ROOT, tmp_path / "properdocs", BASE, "--with", "properdocs")
    assert done.returncode == 0, done.stderr
    assert differences(site, tmp_path / "properdocs") == []


def test_a_mistake_leaves_the_published_site_untouched_and_says_where(tmp_path: Path, project: Path, site: Path) -> None:
    published = tmp_path / "site"
    shutil.copytree(site, published)
    record = project / "data/practices/duo-for-a-job.yml"
    text = record.read_text("utf-8").replace("status: running", "status: runing")
    record.write_text(text, "utf-8")
    line = text.splitlines().index("status: runing") + 1
    done = build(project, published, BASE)
    assert done.returncode == 1
    assert f"data/practices/duo-for-a-job.yml:{line}: status: " in done.stderr
    assert "did you mean 'running'?" in done.stderr
    assert "Traceback" not in done.stderr
    assert differences(site, published) == []


def test_a_broken_document_is_named_before_anything_is_written(tmp_path: Path, project: Path) -> None:
    about = project / "docs/about.md"
    lines = about.read_text("utf-8").splitlines()
    about.write_text("\n".join([*lines, "", "<!-- hub:nonsense -->", ""]), "utf-8")
    done = build(project, tmp_path / "site", BASE)
    assert done.returncode == 1
    assert f"docs/about.md:{len(lines) + 2}: " in done.stderr
    assert not (tmp_path / "site").exists()


def test_a_dead_link_in_a_document_stops_the_build(tmp_path: Path, project: Path) -> None:
    about = project / "docs/about.md"
    about.write_text(about.read_text("utf-8") + "\n[x](practices/no-such-practice.md)\n", "utf-8")
    done = build(project, tmp_path / "site", BASE)
    assert done.returncode == 1
    assert "no-such-practice.md" in done.stderr


def test_a_folder_with_other_things_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/thesis.txt").write_text("years of work", "utf-8")
    done = build(ROOT, tmp_path / "mine", BASE)
    assert done.returncode == 1
    assert "choose another folder" in done.stderr
    assert (tmp_path / "mine/thesis.txt").read_text("utf-8") == "years of work"


def test_the_core_does_not_know_mkdocs() -> None:
    code = (
        "import importlib, pkgutil, sys, hub\n"
        "found = [one.name for one in pkgutil.walk_packages(hub.__path__, 'hub.')]\n"
        "for name in found: importlib.import_module(name)\n"
        "print(len(found), 'mkdocs' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT / "hooks", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    number, known = done.stdout.split()
    assert int(number) > 50
    assert known == "False"
