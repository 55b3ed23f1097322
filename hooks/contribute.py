"""Command: what a reader sent in, as a change of the records. Prints the difference and a verdict; writes only when asked.

python hooks/contribute.py FILE|- [--root DIR] [--event] [--write] [--format text|github|json]

FILE holds a change set, a mail or the body of an issue; with --event it is the event file of a workflow. Exit code 0: fine,
1: problems or a conflict (nothing is written), 2: wrong use.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from hub.contribute import ids
from hub.contribute.applied import applied
from hub.contribute.change_set import decoded
from hub.contribute.received import NothingReceived, change_sets
from hub.contribute.report import FORMATS, report
from hub.contribute.verdict import Verdict, verdict
from hub.pipeline import inspect

LARGEST = 4 * 1024 * 1024
"""Bytes of a message."""


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Turns what a reader sent in into a change of the records.")
    parser.add_argument("file", metavar="FILE|-", help="a change set, a mail or an issue; - reads standard input")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help="folder that holds data/")
    parser.add_argument("--event", action="store_true", help="FILE is the event file of a workflow")
    parser.add_argument("--write", action="store_true", help="write the change, if the check finds no fault")
    parser.add_argument("--format", choices=sorted(FORMATS), default="text")
    options = parser.parse_args(arguments)
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        raw = sys.stdin.buffer.read(LARGEST + 1) if options.file == "-" else _read(Path(options.file))
    except OSError as error:
        print(f"{options.file}: must be a file that can be read: {error.strerror}", file=sys.stderr)
        return 2
    if not (options.root / "data").is_dir():
        print(f"{options.root}: must be the folder of the hub, with data/ in it", file=sys.stderr)
        return 2
    try:
        sent = change_sets(_message(raw, options.event))
        if len(sent) > 1:
            raise NothingReceived(f"must hold one change set, got {len(sent)}; give them one by one")
        change_set = decoded(sent[0])
    except ValueError as error:
        print(FORMATS[options.format].refused(str(error)))
        return 1
    result = verdict(change_set, applied(change_set, options.root), options.root, inspect, ids.write)
    is_written = options.write and result.word == "fine"
    if is_written:
        try:
            _write(result, options.root)
        except OSError as error:
            print(f"Nothing was written: {error.strerror}: {error.filename}", file=sys.stderr)
            return 1
    print(report(result, options.format, is_written))
    return 0 if result.word == "fine" else 1


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _message(raw: bytes, is_event: bool) -> str:
    """The text that somebody wrote; raises `NothingReceived`."""
    if len(raw) > LARGEST:
        raise NothingReceived(f"must not be larger than {LARGEST} bytes")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NothingReceived("must be text in UTF-8") from None
    if not is_event:
        return text
    try:
        event = json.loads(text)
    except (ValueError, RecursionError):
        raise NothingReceived("must be the event file of a workflow, in JSON") from None
    issue = event.get("issue") if isinstance(event, dict) else None
    body = issue.get("body") if isinstance(issue, dict) else None
    if not isinstance(body, str):
        raise NothingReceived("must be the event of an issue that has a text")
    return body


def _write(result: Verdict, root: Path) -> None:
    """All files or none: each is complete beside its place before the first one changes."""
    ready: list[tuple[str, Path]] = []
    try:
        for path, (_, after) in result.files.items():
            place = root / path
            handle, name = tempfile.mkstemp(dir=place.parent, prefix=".", suffix=".new")
            ready.append((name, place))
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(after)
            Path(name).chmod(place.stat().st_mode & 0o777 if place.exists() else 0o644)
        for name, place in ready:
            Path(name).replace(place)
    finally:
        for name, _ in ready:
            Path(name).unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main())
