"""What many tests start from, made once: the real hub, and its site served under a sub-path.

Tests run in several processes (`make test`). What is costly and the same for all is made by the first that needs it.
"""

from __future__ import annotations

import fcntl
import functools
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

from harness import ROOT, SUB_PATH, Served, build, serve
from hub.link.catalogue import Catalogue
from hub.load import records
from hub.pipeline import load_catalogue
from large import large_catalogue, write_list
from site_documents import Document, read

IN_ONE_PROCESS = {
    "tests/browser/test_practices_large.py": "2,000 practices",
    "tests/build/test_practices.py": "2,000 practices",
    "tests/build/test_site.py": "documents",
    "tests/build/test_downloads.py": "printed documents",
    "tests/build/test_third_language.py": "a third language",
}
"""Files whose tests share something costly that stays in memory, and what that is."""

settings.register_profile("hub", deadline=None)  # what takes long on a busy machine is not wrong
settings.load_profile("hub")


class InProcesses(LoadScopeScheduling):
    """Each process takes the next test; those of one kind above stay together and come first."""

    def _split_scope(self, nodeid: str) -> str:
        return IN_ONE_PROCESS.get(nodeid.partition("::")[0], nodeid)


@pytest.hookimpl(optionalhook=True)  # xdist may be left out
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    """Groups by a mark (`--dist loadgroup`) do nothing with pytest 9.2: xdist 3.8 writes them into ids that are fixed."""
    return InProcesses(config, log)


@pytest.fixture(scope="session", autouse=True)
def texts_read_once() -> Iterator[None]:
    """Most tests read the same interface texts of the sample; the reader is a function of the text alone."""
    read = records.read
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(records, "read", functools.lru_cache(200)(read))
        yield


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that one process of this run makes while the others wait; one that could not be made fails in each of them."""
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent  # of all workers
    made = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # given back when the process ends, however it ends
        if not made.exists():
            unfinished = factory.mktemp(f"{name}-unfinished")
            make(unfinished)
            unfinished.rename(made)
    return made


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once, as it would be on a host under `/hub/`. No test may change it."""

    def make(folder: Path) -> None:
        done = build(ROOT, folder / SUB_PATH, f"https://hub.example/{SUB_PATH}/")
        assert done.returncode == 0, done.stdout + done.stderr

    return made_once(tmp_path_factory, "site", make) / SUB_PATH


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[Served]:
    yield from serve(site)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The real hub."""
    catalogue, problems = load_catalogue(ROOT)
    assert catalogue is not None, problems
    return catalogue


@pytest.fixture(scope="session")
def documents(site: Path) -> dict[str, Document]:
    """The documents of the real site by their path."""
    return read(site)


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The real hub with 2,000 practices."""
    return large_catalogue(tmp_path_factory.mktemp("many") / "project", 2_000)


@pytest.fixture(scope="session")
def list_of_many(many: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The list of 2,000 practices with all it loads, as it would be on a host under `/hub/`."""
    return write_list(many, tmp_path_factory.mktemp("list"))
