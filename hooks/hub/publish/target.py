"""The folder of the site: what in it is ours, and how a new site takes the place of the old one.

Every site holds `.hub-site`, the list of the files that the hub wrote. What is not on that list belongs to somebody else
(`CNAME`, `.git`, a page of their own) and is still there after every build. The list is no secret: it names what is public.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

MARKER = ".hub-site"
_NOTE = "# A site that the hub made. Each build renews or removes the files named here and leaves all others alone."
_SOURCES = ("data", "docs", "hooks", "overrides", "tests", ".ci", ".git", ".venv")
_OF_HOSTS = frozenset({".git", ".gitattributes", ".gitignore", ".nojekyll", ".well-known", "CNAME"})
"""What a folder may hold before the first site comes into it."""
_CANNOT_LINK = (errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS)
_CANNOT_EXCHANGE = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class TargetError(Exception):
    """A site cannot be put there; the message is one sentence for people."""


def refused(error: OSError) -> str:
    """What the system did not want to do, as a sentence."""
    place = f"{error.filename}: " if error.filename else ""
    return f"{place}{error.strerror or error}."


# --- what is ours -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Written:
    """The files of a site that the hub wrote, as posix paths from its root."""

    files: frozenset[str] = frozenset()

    @cached_property
    def folders(self) -> frozenset[str]:
        return frozenset(str(folder) for file in self.files for folder in PurePosixPath(file).parents)

    def __contains__(self, entry: Entry) -> bool:
        return entry.name in self.folders if entry.is_folder else entry.name in self.files


@dataclass(frozen=True)
class Entry:
    """Something in a folder: a real folder, or a file, link or anything else."""

    path: Path
    name: str
    """Posix path from the root of the site."""
    is_folder: bool


def mark(site: Path) -> None:
    """List what is in a finished site as written by the hub."""
    names = sorted(entry.name for entry in _entries(site) if not entry.is_folder and entry.name != MARKER)
    (site / MARKER).write_text("\n".join([_NOTE, *names, ""]), "utf-8")


def written(site: Path) -> Written | None:
    """What the hub wrote there; None when it holds no site of the hub."""
    marker = site / MARKER
    if not marker.is_file():
        return None
    lines = marker.read_text("utf-8", errors="replace").splitlines()
    return Written(frozenset({*lines[1:], MARKER}))


def _entries(folder: Path, within: str = "") -> Iterator[Entry]:
    """All that is in a folder, what holds something before what it holds."""
    for path in sorted(folder.iterdir()):
        entry = Entry(path, f"{within}{path.name}", path.is_dir() and not path.is_symlink())
        yield entry
        if entry.is_folder:
            yield from _entries(path, f"{entry.name}/")


# --- where a site may come ----------------------------------------------------------------------------------------------


def check(target: Path, root: Path) -> None:
    """Raises TargetError when no site may be put there. `root` is the folder of the project."""
    for name in _SOURCES:
        if any(_same(folder, root / name) for folder in (target, *target.parents)):
            raise TargetError(f"{target} is in {name}/, which holds what the hub is made from; choose another folder.")
    if any(_same(target, folder) for folder in (root, *root.parents)):
        raise TargetError(f"{target} holds the project itself; choose another folder.")
    if not target.exists():
        return
    if not target.is_dir():
        raise TargetError(f"{target} is a file; choose another folder.")
    if target.is_mount():
        raise TargetError(f"{target} is a mount point, which cannot be replaced; choose a folder in it.")
    if written(target) is None and not _OF_HOSTS.issuperset(os.listdir(target)):
        raise TargetError(f"{target} is not empty and holds no site that the hub made; choose another folder, or empty it.")


def check_emptying(target: Path) -> None:
    """Raises TargetError when something there is not ours; for MkDocs, which empties its folder first."""
    if target.is_dir():
        ours = written(target) or Written()
        for entry in _entries(target):
            if entry not in ours:
                raise TargetError(f"{entry.path} is not of the hub and MkDocs empties this folder; use `make site`.")


def _same(one: Path, other: Path) -> bool:
    """Also where links or capitals write one folder in two ways."""
    return one.exists() and other.exists() and one.samefile(other)


# --- the new site in the place of the old -------------------------------------------------------------------------------


def put_in_place(fresh: Path, target: Path, previous: Path) -> None:
    """A finished and marked site comes to its address; the old one, if any, is then `previous`.

    In one step where the system can exchange two folders, else in two renames. Raises TargetError or OSError, and then the
    old site is still in its place, or it is `previous` and nothing is at the address.
    """
    if not target.exists():
        fresh.rename(target)
        return
    _keep(target, fresh)
    shutil.copymode(target, fresh)
    _copy_owner(target, fresh)
    if _exchange(fresh, target):
        fresh.rename(previous)
    else:
        target.rename(previous)
        fresh.rename(target)


def clear(previous: Path, target: Path) -> None:
    """Remove an old site after `put_in_place`. What came into it meanwhile and is not ours moves to the new one."""
    ours = written(previous) or Written()
    for entry in reversed(list(_entries(previous))):
        kept = target / entry.name
        if entry.is_folder:
            with suppress(OSError):
                entry.path.rmdir()
        elif entry in ours or (os.path.lexists(kept) and os.path.samestat(entry.path.lstat(), kept.lstat())):
            entry.path.unlink()
        else:
            kept.parent.mkdir(parents=True, exist_ok=True)
            entry.path.replace(kept)
    previous.rmdir()


def remove(target: Path) -> list[str]:
    """Remove what the hub wrote there; gives the names of what stays because it is not ours, in what is a site still."""
    ours = written(target)
    if ours is None:
        return sorted(os.listdir(target)) if target.is_dir() else []
    for entry in reversed(list(_entries(target))):
        if entry.is_folder:
            with suppress(OSError):
                if entry in ours:
                    entry.path.rmdir()
        elif entry in ours and entry.name != MARKER:
            entry.path.unlink()
    kept = sorted(name for name in os.listdir(target) if name != MARKER)
    if kept:
        (target / MARKER).write_text(f"{_NOTE}\n", "utf-8")
        return kept
    (target / MARKER).unlink()
    if not target.is_mount():
        target.rmdir()
    return []


def _keep(target: Path, fresh: Path) -> None:
    """What is not ours gets a second name in the new site, so that at no moment it is without one."""
    ours = written(target) or Written()
    folders = []
    for entry in _entries(target):
        if entry in ours:
            continue
        place = fresh / entry.name
        if entry.is_folder and entry.path.is_mount():
            raise TargetError(f"{entry.path} is a mount point, so the site around it cannot be replaced.")
        if os.path.lexists(place):
            if entry.is_folder and place.is_dir():
                continue
            raise TargetError(f"{entry.path} is not of the hub and is where a file of the site must come; move it.")
        if entry.is_folder:
            place.mkdir(parents=True)
            folders.append((entry.path, place))
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            _link(entry.path, place)
    for folder, place in reversed(folders):
        shutil.copystat(folder, place)
        _copy_owner(folder, place)


def _link(path: Path, place: Path) -> None:
    try:
        os.link(path, place, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _CANNOT_LINK:
            raise
        shutil.copy2(path, place, follow_symlinks=False)


def _copy_owner(path: Path, place: Path) -> None:
    """Where we may."""
    with suppress(PermissionError):
        os.chown(place, path.stat().st_uid, path.stat().st_gid)


def _exchange(one: Path, other: Path) -> bool:
    """Two folders change places in one step; False where the system cannot do that."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    rename.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))
