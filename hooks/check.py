"""Command: are all records and documents right? Prints every problem of every file; exit code 1 when there is an error.

python hooks/check.py [--root DIR] [--write-schemas] [--write-ids]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from hub.contribute import ids
from hub.contribute.schema import can_be_made, write
from hub.pipeline import inspect
from hub.problems import errors, summary


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Checks all records of the hub.")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help="folder that holds data/")
    parser.add_argument("--write-ids", action="store_true", help="add new ids to data/published.yml")
    parser.add_argument("--write-schemas", action="store_true", help="renew data/schema/ for editors")
    options = parser.parse_args(arguments)
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    linking, problems = inspect(options.root)
    for problem in problems:
        print(problem)
    print(summary(linking.loaded.files, problems))
    if options.write_ids and not errors(problems):
        print(f"{ids.write(linking, options.root)} new in {ids.FILE}")
    if options.write_schemas:
        if not can_be_made(linking):
            print("No schemas were written: first mend data/hub.yml, the vocabularies, dimensions and labels.")
            return 1
        for line in write(linking, options.root):
            print(line)
    return 1 if errors(problems) else 0


if __name__ == "__main__":
    sys.exit(main())
