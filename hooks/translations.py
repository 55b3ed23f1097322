"""Command: which texts lag behind another language, with what changed; keeps data/translations.lock.

python hooks/translations.py [--root DIR] [--confirm PLACE --by NAME] [--each --by NAME] [--renew]

Lists what lags, adds lines for new texts, renews those of texts that changed in every language and drops those of texts that
are gone. --confirm PLACE: somebody compared the languages of one text, and they say the same; --each asks that of one text
after the other. --renew lists nothing, for a workflow. Exit code 0: done, 1: something is wrong and nothing is written,
2: wrong use.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from hub.contribute import revisions
from hub.contribute.translations import MOST_CONFIRMED, Renewed, confirmed, name_fault, named, renewed, told
from hub.load.translations import FILE, Lock, written
from hub.pipeline import inspect
from hub.problems import errors, report


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Keeps track of which texts say the same in every language.")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help="folder that holds data/")
    parser.add_argument("--confirm", metavar="PLACE", help="this text says the same in every language")
    parser.add_argument("--each", action="store_true", help="ask for each text that lags")
    parser.add_argument("--by", default="", metavar="NAME", help="who compared the languages")
    parser.add_argument("--renew", action="store_true", help="bring the lock up to date and list nothing")
    options = parser.parse_args(arguments)
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    if (options.confirm or options.each) and (fault := name_fault(options.by)):
        print(f"--by: {fault}", file=sys.stderr)
        return 2
    linking, problems = inspect(options.root)
    if errors(problems):
        print(report(problems), file=sys.stderr)
        return 1
    result = renewed(linking)
    lock = result.lock
    if options.confirm:
        text = named(result.lagging, options.confirm)
        if isinstance(text, str):
            print(f"--confirm: {text}", file=sys.stderr)
            return 1
        lock = confirmed(lock, text, options.by.strip())
    elif options.each:
        lock = _asked(result, options.root, options.by.strip())
    elif not options.renew:
        _list(result, options.root)
    _write(options.root / FILE, lock)
    print(f"{FILE}: {result.new} new, {result.renewed} renewed, {result.dropped} dropped")
    return 0


def _list(result: Renewed, root: Path) -> None:
    for text in result.lagging:
        print(told(text, result.lock.locales, partial(revisions.versions, root)), end="\n\n")
    print(f"{len(result.lagging)} of {result.texts} texts lag behind another language.")
    if result.lagging:
        print('Where they say the same: make translations CONFIRM="place" BY="your name", or EACH=1 BY="your name".')


def _asked(result: Renewed, root: Path, by: str) -> Lock:
    """The lock with what was confirmed: one key and Enter per text; whatever is not a yes leaves it as it is."""
    lock, said = result.lock, 0
    for text in result.lagging:
        if said == MOST_CONFIRMED:
            print(f"That were {MOST_CONFIRMED}; the others belong in another change.")
            break
        print(told(text, lock.locales, partial(revisions.versions, root)))
        answer = _answer()
        if answer == "q":
            break
        if answer == "y":
            lock = confirmed(lock, text, by)
            said += 1
    return lock


def _answer() -> str:
    try:
        return input("Do they say the same? y(es), n(o), q(uit): ").strip().lower()[:1]
    except EOFError:
        return "q"


def _write(path: Path, lock: Lock) -> None:
    text = written(lock)
    if not path.exists() or path.read_text("utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
