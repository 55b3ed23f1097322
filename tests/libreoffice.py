"""Where the LibreOffice is that opens the downloads; `python tests/libreoffice.py` installs one where it can.

Order: the variable SOFFICE, `soffice` on the path, the usual place on macOS, then `apt-get install` (Debian, as root).
Where nothing works it says plainly what to do and exits with 1.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

MAC = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
PACKAGES = ("libreoffice-writer", "libreoffice-calc", "fonts-dejavu-core", "fonts-crosextra-carlito", "poppler-utils")
"""Carlito has the widths of Calibri, which the documents ask for."""

HELP = """No LibreOffice with pdftotext was found, and none could be installed here. Do one of these and run `make test` again:
  - Debian or Ubuntu:  sudo apt-get install --no-install-recommends libreoffice-writer libreoffice-calc poppler-utils
  - macOS:             brew install --cask libreoffice && brew install poppler
  - or point to one:   SOFFICE=/path/to/soffice make test"""


def find() -> str | None:
    """Path of LibreOffice, or None."""
    if named := os.environ.get("SOFFICE"):
        return named if Path(named).exists() else None
    return shutil.which("soffice") or (MAC if Path(MAC).exists() else None)


def find_or_install() -> str:
    """Path of LibreOffice; AssertionError with what to do where there is none."""
    path = find() if shutil.which("pdftotext") else None
    path = path or install()
    assert path, HELP
    assert shutil.which("pdftotext"), HELP
    return path


def install() -> str | None:
    """Try what can be done without asking anybody."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        print("Installing LibreOffice with apt-get (once) ...", flush=True)
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES],
            check=False, stdout=subprocess.DEVNULL, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        )  # fmt: skip
    return find()


def convert(files: Iterable[Path], format: str, folder: Path) -> None:
    """All files at once: starting LibreOffice takes longer than converting. A profile of its own, so nothing is shared."""
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            [find_or_install(), "--headless", "--norestore", f"-env:UserInstallation=file://{profile}", "--convert-to", format,
             "--outdir", str(folder), *map(str, files)],
            capture_output=True, text=True, check=False, timeout=600,
        )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def text_of(pdf: Path) -> str:
    """The words of a PDF, in reading order."""
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    return done.stdout


if __name__ == "__main__":
    if not ((find() and shutil.which("pdftotext")) or (install() and shutil.which("pdftotext"))):
        print(HELP, file=sys.stderr)
        raise SystemExit(1)
