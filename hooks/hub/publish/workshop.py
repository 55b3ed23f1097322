"""A folder beside the target in which a site is made, and what is left of builds that were cut off.

Its name begins with `.hub-site-`. It is locked while a process of its build lives, and the system gives a lock back however
a process ends; so the next build knows which folders are left over, puts back what is missing and removes the rest.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from .target import clear, put_in_place

_FOLDER = re.compile(r"\.hub-site-(?:(?P<target>.+)-)?[a-z0-9_]{8}")
_SITE, _PREVIOUS = "site", "previous"


@dataclass(frozen=True)
class Workshop:
    folder: Path
    target: Path
    lock: int | None
    """For the processes that work in it: open as long as one of them lives."""

    @property
    def site(self) -> Path:
        """The new site; does not exist at first."""
        return self.folder / _SITE

    def publish(self) -> None:
        """Put the new site at its address. Raises TargetError or OSError; the old site is then as it was."""
        with _locked(self.target.parent):  # two builds for one address come one after the other
            put_in_place(self.site, self.target, self.folder / _PREVIOUS)


@contextmanager
def workshop(target: Path) -> Iterator[Workshop]:
    """Make a workshop for the site at `target`, and leave nothing of it behind."""
    target.parent.mkdir(parents=True, exist_ok=True)
    _sweep(target.parent)
    while True:
        folder = Path(tempfile.mkdtemp(prefix=f".hub-site-{target.name}-", dir=target.parent))
        with _locked(folder) as lock:
            if not folder.exists():  # swept by another build before it had its lock
                continue
            try:
                yield Workshop(folder, target, lock)
            finally:
                with suppress(OSError):  # the site is what counts; what is left here, the next build sees
                    _tidy(folder, target)
            return


def _sweep(parent: Path) -> None:
    """Finish what builds left that were cut off; what cannot be finished, because it is somebody else's, stays."""
    for folder in parent.iterdir():
        name = _FOLDER.fullmatch(folder.name)
        if not name or folder.is_symlink() or not folder.is_dir():
            continue
        with suppress(OSError), _locked(folder, wait=False) as lock:
            known = {_SITE, _PREVIOUS} if name["target"] else {_SITE}
            if lock is not None and known.issuperset(os.listdir(folder)):
                _tidy(folder, parent / (name["target"] or ""))


def _tidy(folder: Path, target: Path) -> None:
    previous = folder / _PREVIOUS
    if previous.exists():
        if target.exists():
            clear(previous, target)
        else:  # cut off between two renames
            previous.rename(target)
    shutil.rmtree(folder / _SITE, ignore_errors=True)
    folder.rmdir()


@contextmanager
def _locked(folder: Path, *, wait: bool = True) -> Iterator[int | None]:
    """A lock on a folder; None where another process has it and we do not wait, or where the disk knows no locks."""
    handle = os.open(folder, os.O_RDONLY)
    lock: int | None = handle
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        lock = None
    try:
        yield lock
    finally:
        os.close(handle)
