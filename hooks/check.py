"""Command: are all records and documents right? Prints every problem of every file; exit code 1 when there is an error.

python hooks/check.py [--root DIR] [--format text|github|json] [--changed-since REV] [--lang en|nl]
                      [--write-schemas] [--write-ids]

With --changed-since, errors in files that did not change since that revision of git, and that were there already, are
warnings, and what was confirmed since in the lock of translations is looked at. With --format github, all problems also go
as a table into the file that $GITHUB_STEP_SUMMARY names.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from hub.contribute import check_report, ids
from hub.contribute.revisions import base_of, file_at, git
from hub.contribute.schema import can_be_made, write
from hub.contribute.translated import LANGUAGES
from hub.contribute.translations import lock_faults
from hub.load.translations import FILE
from hub.pipeline import inspect
from hub.problems import Problem, errors, in_order


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Checks all records of the hub.")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help="folder that holds data/")
    parser.add_argument("--write-ids", action="store_true", help="add new ids to data/published.yml")
    parser.add_argument("--write-schemas", action="store_true", help="renew data/schema/ for editors")
    parser.add_argument("--format", choices=("text", "github", "json"), default="text")
    parser.add_argument("--changed-since", metavar="REV", help="old errors in files that did not change are warnings")
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="language of the messages")
    options = parser.parse_args(arguments)
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    linking, problems = inspect(options.root)
    told, changed = problems, frozenset[str]()
    if options.changed_since is not None:
        try:
            base = base_of(options.root, options.changed_since)
            before = None if errors(problems) else file_at(options.root, base, FILE)
            faults = lock_faults(linking, before) if before is not None else ()
            changed, told = _since(base, options.root, in_order((*problems, *faults)))
        except (OSError, subprocess.CalledProcessError):
            print(f"--changed-since: must be a revision that git has, got {options.changed_since!r}", file=sys.stderr)
            return 2
    _tell(check_report.in_language(told, options.lang), linking.loaded.files, changed, options)
    if options.write_ids and not errors(problems):
        print(f"{ids.write(linking, options.root)} new in {ids.FILE}")
    if options.write_schemas:
        if not can_be_made(linking):
            print("No schemas were written: first mend data/hub.yml, the vocabularies, dimensions and labels.")
            return 1
        for line in write(linking, options.root):
            print(line)
    return 1 if errors(told) else 0


def _tell(problems: tuple[Problem, ...], files: int, changed: frozenset[str], options: argparse.Namespace) -> None:
    if options.format == "json":
        print(check_report.as_json(problems, files))
    elif options.format == "github":
        print(check_report.github(problems, files, changed, options.lang))
        if place := os.environ.get("GITHUB_STEP_SUMMARY"):
            with Path(place).open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(check_report.markdown(problems, files, options.lang))
    else:
        print(check_report.text(problems, files, options.lang))


def _since(base: str, root: Path, problems: tuple[Problem, ...]) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """Files that changed since a commit, and the problems with the old ones of other files as warnings."""
    differing = git(root, "diff", "--name-only", "--no-renames", "--relative", "-z", base, "--", ".")
    added = git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    changed = frozenset(name for name in (differing + added).split("\0") if name)
    if not errors(one for one in problems if one.path not in changed):
        return changed, problems
    with tempfile.TemporaryDirectory(prefix="hub-before-") as folder:
        names = [name for name in ("data", "docs", "mkdocs.yml") if git(root, "ls-tree", base, "--", name)]
        archive = Path(folder, "before.tar")
        git(root, "archive", "--format=tar", f"--output={archive}", base, "--", *names)
        with tarfile.open(archive) as tar:
            tar.extractall(Path(folder, "before"), filter="data")
        before = inspect(Path(folder, "before"))[1]
    return changed, check_report.old_ones_warned(problems, before, changed)


if __name__ == "__main__":
    sys.exit(main())
