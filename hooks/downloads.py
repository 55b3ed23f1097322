"""Command: make the documents of the toolkit without a site, to look at them.

python hooks/downloads.py [folder] [--base-url https://example.org/hub/]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from hub import downloads
from hub.pipeline import load_catalogue
from hub.problems import report


def main() -> int:
    parser = argparse.ArgumentParser(description="Makes the documents of the toolkit.")
    parser.add_argument("folder", type=Path, nargs="?", default=Path("site"), help="where to make downloads/ (site)")
    parser.add_argument("--base-url", default="http://localhost:8000/", help="address printed on them (that of make serve)")
    options = parser.parse_args()
    catalogue, problems = load_catalogue(Path(__file__).resolve().parent.parent)
    if catalogue is None:
        print(report(problems), file=sys.stderr)
        return 1
    for address, content in downloads.of_catalogue(catalogue, options.base_url).items():
        path = options.folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        print(f"{path} ({len(content) / 1000:.0f} kB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
