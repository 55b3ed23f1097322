"""Where a site comes, and what is there already: nothing is lost that the hub did not write."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from harness import ROOT
from hub.publish import target as places
from hub.publish.target import TargetError, check, check_emptying, mark, written
from hub.publish.workshop import workshop


def a_site(folder: Path, **files: str) -> Path:
    """`about__index="…"` is the file `about/index.html`; listed as written by the hub."""
    for name, content in files.items():
        path = folder / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    mark(folder)
    return folder


def publish(target: Path, **files: str) -> None:
    with workshop(target) as work:
        a_site(work.site, **files)
        work.publish()


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".hub-site"
    }


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


@pytest.fixture(params=["exchange", "renames"])
def target(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a site is already, on a system that can exchange folders and on one that cannot."""
    if request.param == "renames":
        monkeypatch.setattr(places, "_exchange", lambda one, other: False)
    site = tmp_path / "host/site"
    publish(site, index="old", gone__index="old")
    return site


# --- what stays ---------------------------------------------------------------------------------------------------------


def clean(target: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(ROOT / "hooks/clean.py"), str(target)], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout


def test_cleaning_removes_what_the_hub_wrote_and_nothing_else(tmp_path: Path) -> None:
    site = tmp_path / "host/site"
    publish(site, index="ours", about__index="ours")
    assert clean(site) == ""
    assert names(site.parent) == []
    assert clean(site) == ""

    publish(site, index="ours", about__index="ours", kept__index="ours")
    (site / "CNAME").write_text("hub.example", "utf-8")
    (site / "kept/photo.jpg").write_text("photo", "utf-8")
    (site / "empty").mkdir()
    (site / "to-ours").symlink_to("index.html")
    assert clean(site) == f"Not of the hub, so it stays in {site}/: CNAME, empty, kept, to-ours.\n"
    assert contents(site) == {"CNAME": "hub.example", "kept/photo.jpg": "photo"}
    publish(site, index="ours again")
    assert contents(site)["index.html"] == "ours again"


def test_cleaning_leaves_a_folder_that_the_hub_did_not_make(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("theirs", "utf-8")
    assert clean(tmp_path) == f"Not of the hub, so it stays in {tmp_path}/: index.html.\n"
    assert contents(tmp_path) == {"index.html": "theirs"}


def test_pages_that_are_no_longer_made_go_and_everything_else_stays(target: Path, tmp_path: Path) -> None:
    (target / "CNAME").write_text("hub.example", "utf-8")
    (target / ".git/objects").mkdir(parents=True)
    (target / ".git/HEAD").write_text("ref", "utf-8")
    (target / "gone/photo.jpg").write_text("photo", "utf-8")
    (target / "empty").mkdir(mode=0o750)
    (target / "link").symlink_to("../elsewhere")
    (target / "to-folder").symlink_to(tmp_path)
    inode = (target / ".git/HEAD").stat().st_ino
    for _ in range(2):
        publish(target, index="new", more__index="new")
        assert contents(target) == {
            "index.html": "new", "more/index.html": "new", "CNAME": "hub.example", ".git/HEAD": "ref", "gone/photo.jpg": "photo",
        }  # fmt: skip
    assert (target / ".git/objects").is_dir()
    assert stat.S_IMODE((target / "empty").stat().st_mode) == 0o750
    assert (target / "link").readlink() == Path("../elsewhere")
    assert (target / "to-folder").is_symlink()
    assert (target / ".git/HEAD").stat().st_ino == inode
    assert names(target.parent) == ["site"]


def test_a_file_in_the_way_of_a_page_stops_the_build(target: Path) -> None:
    (target / "more").mkdir()
    (target / "more/index.html").write_text("mine", "utf-8")
    with pytest.raises(TargetError, match=r"more/index\.html is not of the hub and is where a file of the site must come"):
        publish(target, index="new", more__index="new")
    assert contents(target) == {"index.html": "old", "gone/index.html": "old", "more/index.html": "mine"}
    assert names(target.parent) == ["site"]


def test_what_comes_while_the_folders_change_places_moves_along(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep = places._keep

    def late(old: Path, fresh: Path) -> None:
        keep(old, fresh)
        (old / "late").mkdir()
        (old / "late/note.txt").write_text("late", "utf-8")

    monkeypatch.setattr(places, "_keep", late)
    publish(target, index="new")
    assert contents(target) == {"index.html": "new", "late/note.txt": "late"}
    assert names(target.parent) == ["site"]


def test_where_files_cannot_have_two_names_they_stay_too(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot(*args: object, **options: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", cannot)
    (target / "CNAME").write_text("hub.example", "utf-8")
    inode = (target / "CNAME").stat().st_ino
    publish(target, index="new")
    assert contents(target) == {"index.html": "new", "CNAME": "hub.example"}
    assert (target / "CNAME").stat().st_ino == inode


def test_the_folder_keeps_its_own_permissions(target: Path) -> None:
    target.chmod(0o2770)
    publish(target, index="new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o2770


def test_a_refusal_of_the_system_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "host/site"
    publish(site, index="old")
    monkeypatch.setattr(places, "_exchange", lambda one, other: False)
    rename = Path.rename

    def busy(self: Path, other: Path) -> Path:
        if other == site and self.parent != site.parent and self.name == "site":
            raise OSError(errno.EBUSY, "Device or resource busy", str(other))
        return rename(self, other)

    monkeypatch.setattr(Path, "rename", busy)
    with pytest.raises(OSError, match="busy"):
        publish(site, index="new")
    assert contents(site) == {"index.html": "old"}
    assert names(site.parent) == ["site"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems need two renames")
def test_at_no_moment_is_there_no_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, index="0")
    watch = (
        "import sys\nprint('ready', flush=True)\nreads = 0\n"
        f"while open({str(site / 'index.html')!r}).read() != 'last': reads += 1\n"
        "print(reads)"
    )
    with subprocess.Popen([sys.executable, "-c", watch], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as watcher:
        assert watcher.stdout
        assert watcher.stdout.readline() == "ready\n"
        for number in range(200):
            publish(site, index=str(number))
        publish(site, index="last")
        reads, fault = watcher.communicate(timeout=60)
    assert fault == ""
    assert int(reads) > 200


# --- builds that were cut off -------------------------------------------------------------------------------------------

CUT_OFF = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, {hooks!r})
from hub.publish import target, workshop
def die(*args):
    os.kill(os.getpid(), signal.SIGKILL)
{patch}
with workshop.workshop(Path({site!r})) as work:
    work.site.mkdir()
    (work.site / "index.html").write_text("new")
    target.mark(work.site)
    {then}
"""


def cut_off(site: Path, patch: str = "", then: str = "die()") -> None:
    program = CUT_OFF.format(hooks=str(ROOT / "hooks"), site=str(site), patch=patch, then=then)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (-9, "")


def test_what_a_killed_build_left_is_swept_by_the_next(tmp_path: Path) -> None:
    site = tmp_path / "site"
    cut_off(site)
    assert len(names(tmp_path)) == 1
    (tmp_path / ".hub-site-abcd1234/site").mkdir(parents=True)  # of a build before there were locks
    publish(site, index="new")
    assert names(tmp_path) == ["site"]


def test_a_site_that_a_killed_build_had_moved_away_comes_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, index="old")
    (site / "CNAME").write_text("hub.example", "utf-8")
    patch = "target._exchange = lambda one, other: one.exists() and other.rename(one.parent / 'previous') and die()"
    cut_off(site, patch, "work.publish()")
    assert not site.exists()
    with workshop(tmp_path / "other"):
        assert contents(site) == {"index.html": "old", "CNAME": "hub.example"}
    assert names(tmp_path) == ["site"]


def test_what_a_killed_build_had_not_yet_removed_is_removed_and_nothing_else(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, index="old", gone="old")
    (site / "CNAME").write_text("hub.example", "utf-8")
    cut_off(site, "workshop.clear = die", "work.publish()")
    assert len(names(tmp_path)) == 2
    with workshop(tmp_path / "other"):
        pass
    assert contents(site) == {"index.html": "new", "CNAME": "hub.example"}
    assert names(tmp_path) == ["site"]


def test_a_build_that_is_running_and_folders_of_others_are_left_alone(tmp_path: Path) -> None:
    others = [".hub-site-backup", ".hub-site-site-backup12", ".hub-site"]
    for name in others:
        (tmp_path / name / "site").mkdir(parents=True)
        (tmp_path / name / "mine.txt").write_text("mine", "utf-8")
    with workshop(tmp_path / "site") as running:
        a_site(running.site, index="mine")
        publish(tmp_path / "site", index="another's")
        running.publish()
    assert contents(tmp_path / "site") == {"index.html": "mine"}
    assert names(tmp_path) == sorted([*others, "site"])


# --- where none may come ------------------------------------------------------------------------------------------------


def a_project(folder: Path) -> Path:
    for name in ("data", "docs", "hooks", "overrides", "tests", "elsewhere"):
        (folder / name).mkdir(parents=True)
    return folder


@pytest.mark.parametrize("name", ["data", "data/site", "docs/x/y", "hooks/site", "overrides/site", "tests/site", "link/site"])
def test_no_site_comes_into_what_it_is_made_from(tmp_path: Path, name: str) -> None:
    root = a_project(tmp_path / "project")
    (root / "link").symlink_to("docs")
    with pytest.raises(TargetError, match=r"^\S+ is in (data|docs|hooks|overrides|tests)/, which holds .*; choose another folder\.$"):
        check(root / name, root)


@pytest.mark.parametrize("name", ["project", "."])
def test_no_site_takes_the_place_of_the_project(tmp_path: Path, name: str) -> None:
    root = a_project(tmp_path / "project")
    with pytest.raises(TargetError, match=r"holds the project itself; choose another folder\.$"):
        check(tmp_path / name, root)


def test_a_file_a_mount_point_and_a_folder_of_somebody_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = a_project(tmp_path / "project")
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(TargetError, match="is a file; choose another folder"):
        check(tmp_path / "file", root)
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs/sitemap.xml").write_text("x", "utf-8")
    with pytest.raises(TargetError, match="is not empty and holds no site that the hub made; choose another folder"):
        check(tmp_path / "theirs", root)
    monkeypatch.setattr(Path, "is_mount", lambda self: self.name == "disk")
    (tmp_path / "disk").mkdir()
    with pytest.raises(TargetError, match="is a mount point, which cannot be replaced; choose a folder in it"):
        check(tmp_path / "disk", root)


def test_a_disk_inside_a_site_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path / "site", index="old")
    (tmp_path / "site/disk").mkdir()
    monkeypatch.setattr(Path, "is_mount", lambda self: self.name == "disk")
    with pytest.raises(TargetError, match="disk is a mount point, so the site around it cannot be replaced"):
        publish(tmp_path / "site", index="new")
    assert contents(tmp_path / "site") == {"index.html": "old"}


def test_new_empty_and_own_folders_are_taken_and_those_that_only_a_host_has_written_to(tmp_path: Path) -> None:
    root = a_project(tmp_path / "project")
    for name in ("site", "elsewhere/site", "elsewhere", "../outside"):
        check(root / name, root)
    publish(root / "site", index="old")
    check(root / "site", root)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/.git").write_text("gitdir: elsewhere", "utf-8")
    (tmp_path / "pages/CNAME").write_text("hub.example", "utf-8")
    check(tmp_path / "pages", root)
    publish(tmp_path / "pages", index="first")
    assert contents(tmp_path / "pages") == {"index.html": "first", "CNAME": "hub.example", ".git": "gitdir: elsewhere"}


def test_mkdocs_by_itself_may_empty_what_is_ours_and_no_more(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", index="old", about__index="old")
    check_emptying(tmp_path / "none")
    check_emptying(site)
    (site / "about/photo.jpg").write_text("photo", "utf-8")
    with pytest.raises(TargetError, match=r"about/photo\.jpg is not of the hub and MkDocs empties this folder; use `make site`"):
        check_emptying(site)


def test_the_list_names_every_file_and_is_not_on_it(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", index="x", about__index="x")
    mark(site)
    assert (site / ".hub-site").read_text("utf-8").splitlines()[1:] == ["about/index.html", "index.html"]
    assert written(tmp_path) is None


def test_a_new_site_counts_although_the_old_one_cannot_be_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    publish(site, index="old")

    def cannot(self: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    with monkeypatch.context() as here:
        here.setattr(Path, "unlink", cannot)
        publish(site, index="new")
    assert contents(site) == {"index.html": "new"}
    assert len(names(tmp_path)) == 2
    publish(site, index="newer")
    assert names(tmp_path) == ["site"]
