"""Command: starts a record, with what each field means and may be. Never touches a file that is there.

python hooks/new.py practice <id> [--root DIR]

Exit code 0: the file is there, 1: the id cannot be used, 2: wrong use.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from hub.contribute.start import STARTED, refusal, text
from hub.model.kinds import BY_NAME
from hub.pipeline import inspect


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Starts a record of the hub.")
    parser.add_argument("kind", choices=STARTED)
    parser.add_argument("id", help="small letters, digits and hyphens; it never changes afterwards")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help="folder that holds data/")
    options = parser.parse_args(arguments)
    place = f"data/{BY_NAME[options.kind].place}"
    if not (options.root / place).is_dir():
        print(f"{options.root}: must be the folder of the hub, with {place}/ in it", file=sys.stderr)
        return 2
    linking, _ = inspect(options.root)
    if message := refusal(options.kind, options.id, linking):
        print(f"id: {message}", file=sys.stderr)
        return 1
    path = f"{place}/{options.id}.yml"
    try:
        with (options.root / path).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text(options.kind, options.id, linking, date.today().isoformat()))
    except FileExistsError:
        print(f"{path}: must not be there yet", file=sys.stderr)
        return 1
    print(f"{path}: fill it in, then run `make check` (and `make ids` once it is fine)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
