"""Command: remove a site that the hub wrote, and leave what is of others in its folder.

    python hooks/clean.py [site]

Needs nothing but Python, so that it works where the environment is gone.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from hub.publish.target import refused, remove

SHOWN = 5


def main(arguments: list[str]) -> int:
    target = Path(os.path.realpath(arguments[0] if arguments else "site"))
    try:
        kept = remove(target)
    except OSError as error:
        print(f"The system refused. {refused(error)}", file=sys.stderr)
        return 1
    if kept:
        more = f" and {len(kept) - SHOWN} more" if len(kept) > SHOWN else ""
        print(f"Not of the hub, so it stays in {target}/: {', '.join(kept[:SHOWN])}{more}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
