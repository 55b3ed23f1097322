"""Where the Chromium is that the browser tests drive; `python tests/chromium.py` installs one where it can.

Order: the variable CHROMIUM, a browser of the system, Playwright's own, then `apt-get install chromium` (Debian, as
root), then Playwright's download. Where nothing works it says plainly what to do and exits with 1.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""No sandbox, because tests often run as root in a container; the rest keeps the browser from phoning out."""

HELP = """No Chromium was found, and none could be installed here. Do one of these and run `make test` again:
  - Debian or Ubuntu:  sudo apt-get install chromium
  - macOS:             brew install --cask chromium   (or install Google Chrome)
  - any system:        .venv/bin/python -m playwright install chromium
  - or point to one:   CHROMIUM=/path/to/chromium make test"""


def find() -> str | None:
    """Path of a Chromium or Chrome, or None."""
    if named := os.environ.get("CHROMIUM"):
        return named if Path(named).exists() else None
    for name in NAMES:
        if path := shutil.which(name):
            return path
    for path in MAC:
        if Path(path).exists():
            return path
    return _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> str | None:
    """Try what can be done without asking anybody."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        print("Installing Chromium with apt-get (once) ...", flush=True)
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core"],
            check=False, stdout=subprocess.DEVNULL, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        )  # fmt: skip
    if not find():
        print("Downloading Chromium with Playwright (once) ...", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    return find()


if __name__ == "__main__":
    if not (find() or install()):
        print(HELP, file=sys.stderr)
        raise SystemExit(1)
