"""Command of a workflow: which records are due for a look, which texts lag, which addresses are gone. Prints Markdown.

.venv/bin/python .ci/weekly.py [--root DIR] [--no-links]

A record is due when it was last compared with its sources longer ago than its `review_every`, or than `data/hub.yml` says
for its kind. A text lags when another language changed since both said the same (data/translations.lock). An address is
gone when its host says so (404, 410) or when there is no such host; all else (refused to programs, too slow, a fault of
the host) is listed apart, because a person may well be let in. Exit code 0, or 2 for wrong use: what is found is for
people to judge.
"""

from __future__ import annotations

import argparse
import re
import socket
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "hooks"))

from hub.contribute.translations import renewed
from hub.link.freshness import is_due
from hub.load.records import load
from hub.pipeline import inspect
from hub.text.nested import strings_in

TIMEOUT = 20
PAUSE = 1.0
"""Seconds between two questions to one host."""
GONE = (404, 410)
ADDRESS = re.compile(r"https?://[^\s<>\"'`\])}|]+")
AGENT = "mentoring-hub-links/1 (weekly look at the addresses of our sources)"

State = str
"""fine, gone or unknown, and behind a colon why."""


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="What is due for a look this week.")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent)
    parser.add_argument("--no-links", action="store_true", help="ask no other host")
    options = parser.parse_args(arguments)
    if not (options.root / "data").is_dir():
        print(f"{options.root}: must be the folder of the hub, with data/ in it", file=sys.stderr)
        return 2
    loaded = load(options.root).records
    records = [(raw.path, raw.value) for raw in loaded]
    every = next((raw.value.get("review_every") for raw in loaded if raw.kind.name == "hub"), None)
    dated = [(raw.kind.name, f"{raw.path}, {raw.id}" if raw.within else raw.path, raw.value) for raw in loaded]
    waiting = list(due(dated, date.today(), every if isinstance(every, dict) else {}))
    print(f"## Due for a look ({len(waiting)})\n")
    print("\n".join(f"- `{place}`: last checked {checked}" for checked, place in waiting) or "None.")
    _tell_translations(options.root)
    if not options.no_links:
        found = states(addresses(records), state)
        for word, title in (("gone", "Gone"), ("unknown", "Could not be told")):
            told = [one for one in found if one[1].startswith(word)]
            print(f"\n## {title} ({len(told)} of {len(found)} addresses)\n")
            lines = (f"- `{address}`{said.removeprefix(word)}, in {_places(paths)}" for address, said, paths in told)
            print("\n".join(lines) or "None.")
    return 0


def _tell_translations(root: Path) -> None:
    lagging = renewed(inspect(root)[0]).lagging  # without records that have faults, which the check tells
    print(f"\n## Texts that lag ({len(lagging)})\n")
    lines = (
        f"- `{one.source}`: `{one.field}` in {', '.join(one.lagging)}, behind {', '.join(one.changed)}" for one in lagging
    )  # fmt: skip
    print("\n".join(lines) or "None.")


def _places(paths: Iterable[str]) -> str:
    listed = sorted(set(paths))
    return ", ".join(f"`{path}`" for path in listed[:3]) + (" …" if len(listed) > 3 else "")


def due(
    records: Iterable[tuple[str, str, Mapping[str, object]]], today: date, every: Mapping[str, object]
) -> Iterator[tuple[str, str]]:
    """When it was last checked and where it stands, the longest ago first; a record comes with its kind and its place.

    What is written wrongly is left to the check.
    """
    found = []
    for kind, place, value in records:
        checked, months = str(value.get("last_checked", "")), value.get("review_every", every.get(kind))
        sound = re.fullmatch(r"\d{4}(-\d{2}){0,2}", checked) and isinstance(months, int)
        if sound and is_due(checked, int(str(months)), today.isoformat()):
            found.append((checked, place))
    yield from sorted(found)


def addresses(records: Iterable[tuple[str, Mapping[str, object]]]) -> dict[str, list[str]]:
    """Every outside address and the files that name it."""
    found: dict[str, list[str]] = {}
    for path, value in records:
        for text in strings_in(value):
            for address in ADDRESS.findall(text):
                found.setdefault(address.rstrip(".,;:!?").partition("#")[0], []).append(path)
    return {address: found[address] for address in sorted(found) if "{" not in address}


def states(
    wanted: Mapping[str, list[str]], ask: Callable[[str], State], pause: float = PAUSE
) -> list[tuple[str, State, list[str]]]:
    """Address, state and files; hosts get time between two questions."""
    last: dict[str, float] = {}
    found = []
    for address, paths in wanted.items():
        host = urllib.parse.urlsplit(address).netloc
        wait = last.get(host, 0) + pause - time.monotonic()
        if host in last and wait > 0:
            time.sleep(wait)
        found.append((address, ask(address), paths))
        last[host] = time.monotonic()
    return found


def state(address: str) -> State:
    """What the host says; nothing of the answer is read."""
    try:
        request = urllib.request.Request(address, headers={"User-Agent": AGENT, "Accept": "*/*"})
        with urllib.request.urlopen(request, timeout=TIMEOUT):
            return "fine"
    except urllib.error.HTTPError as error:
        return f"gone: {error.code}" if error.code in GONE else f"unknown: {error.code}"
    except urllib.error.URLError as error:
        no_host = isinstance(error.reason, socket.gaierror) and error.reason.errno == socket.EAI_NONAME
        return "gone: there is no such host" if no_host else f"unknown: {type(error.reason).__name__}"
    except (OSError, ValueError) as error:
        return f"unknown: {type(error).__name__}"


if __name__ == "__main__":
    sys.exit(main())
