"""`make site` where the system does not play along: told in a sentence, the site as it was, nothing left behind."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from harness import ROOT, build
from hub.publish import search_index
from hub.publish.target import mark

BASE = "https://hub.example/hub/"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A small site that the hub made, with a file of somebody else."""
    site = tmp_path / "host/site"
    site.mkdir(parents=True)
    (site / "index.html").write_text("old", "utf-8")
    (site / "gone.html").write_text("old", "utf-8")
    mark(site)
    (site / "CNAME").write_text("hub.example", "utf-8")
    return site


def assert_untouched(target: Path) -> None:
    assert sorted(os.listdir(target)) == [".hub-site", "CNAME", "gone.html", "index.html"]
    assert (target / "index.html").read_text("utf-8") == "old"
    assert os.listdir(target.parent) == ["site"]


def working_in(folder: Path) -> list[str]:
    """The processes that have a folder in their command, without the build itself, which also has `--root`."""
    found = []
    for command in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = command.read_bytes().split(b"\0")
        except OSError:
            continue  # ended meanwhile
        if b"--root" not in words and any(os.fsencode(folder) in word for word in words):
            found.append(b" ".join(words).decode())
    return found


def wait_until(condition: Callable[[], object]) -> None:
    end = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_whole_build(target: Path, number: signal.Signals) -> None:
    command = [sys.executable, str(ROOT / "hooks/build.py"), "--root", str(ROOT), "--site-dir", str(target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as started:
        wait_until(lambda: working_in(target.parent) or started.poll() is not None)
        started.send_signal(number)
        out, err = started.communicate(timeout=60)
    assert (started.returncode, out, err) == (1, "", f"Stopped.\nNothing was published; {target}/ is as it was.\n")
    assert working_in(target.parent) == []
    assert_untouched(target)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for a part of a site; where we may not make one, files that may not grow, which fail alike."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(disk)], capture_output=True, check=False
    ).returncode
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    if mounted:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
    yield disk
    if mounted:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    else:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_is_told_in_a_sentence(small_disk: Path, target: Path) -> None:
    there = small_disk / "host/site"
    there.parent.mkdir()
    shutil.copytree(target, there)
    done = build(ROOT, there, BASE)
    assert done.returncode == 1
    assert ": No space left on device." in done.stderr or ": File too large." in done.stderr
    assert done.stderr.endswith(f"Nothing was published; {there}/ is as it was.\n")
    assert "Traceback" not in done.stderr
    assert_untouched(there)


def test_a_place_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    site = tmp_path / "file/site"
    done = build(ROOT, site, BASE)
    assert done.returncode == 1
    assert done.stderr.startswith(f"The system refused. {tmp_path}/file")
    assert done.stderr.endswith(f"\nNothing was published; {site}/ is as it was.\n")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["data/site", "docs", "."])
def test_folders_of_the_project_are_refused_before_anything_is_done(name: str) -> None:
    done = build(ROOT, ROOT / name, BASE)
    assert done.returncode == 1
    assert "choose another folder." in done.stderr
    assert not (ROOT / "data/site").exists()


def test_mkdocs_by_itself_does_not_empty_a_folder_with_files_of_others(target: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "CNAME is not of the hub and MkDocs empties this folder; use `make site`." in done.stderr
    assert "Traceback" not in done.stderr
    assert_untouched(target)


def test_everyone_can_read_a_site_and_it_keeps_what_is_not_of_the_hub(target: Path) -> None:
    before = os.umask(0o077)
    try:
        done = build(ROOT, target, "")
    finally:
        os.umask(before)
    assert done.returncode == 0, done.stderr
    assert " for https://mentoring-to-work.github.io/hub/\n" in done.stdout
    assert "BASE_URL=" in done.stdout
    assert (target / "CNAME").read_text("utf-8") == "hub.example"
    assert not (target / "gone.html").exists()
    assert os.listdir(target.parent) == ["site"]
    closed = [
        path for path in target.rglob("*")
        if path.name != "CNAME" and stat.S_IMODE(path.stat().st_mode) != (0o755 if path.is_dir() else 0o644)
    ]  # fmt: skip
    assert closed == []


@pytest.mark.parametrize("damaged", ["pagefind.js", "pagefind-entry.json", "wasm.nl.pagefind", "fragment/*", "index/*", "*.pf_meta"])
def test_a_search_index_that_the_disk_cut_off_is_noticed(site: Path, tmp_path: Path, damaged: str) -> None:
    """Pagefind says nothing of it and ends well."""
    folder = tmp_path / "pagefind"
    shutil.copytree(site / "pagefind", folder)
    assert search_index._is_whole(folder)
    path = next(folder.glob(damaged))
    path.write_bytes(path.read_bytes()[:-20])
    assert not search_index._is_whole(folder)
    path.unlink()
    # Which files are in `index/` is only said in a format of Pagefind's own
    assert damaged == "index/*" or not search_index._is_whole(folder)
