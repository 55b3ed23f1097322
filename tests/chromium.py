"""Where the Chromium is that the browser tests drive; `python tests/chromium.py` installs one where it can.

Order: the variable CHROMIUM, the headless Chromium of the system, a browser of the system, Playwright's own. What is not
there is installed with apt-get (Debian, as root), else with Playwright's download; where nothing works it says plainly
what to do and exits with 1.

Debian's `chromium-headless-shell` is the same Chromium of the same version without windows: it starts no process for the
frame around a page, so a test takes a third of the time. `CHROMIUM=/usr/bin/chromium make test` drives the one with windows.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
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
    _apt_get(SHELL, "fonts-dejavu-core")
    if not find():
        _apt_get("chromium", "fonts-dejavu-core")
    if not find():
        print("Downloading Chromium with Playwright (once) ...", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    return find()


def _apt_get(*packages: str) -> None:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return
    print(f"Installing {packages[0]} with apt-get (once) ...", flush=True)
    quick = ["apt-get", "-qq", "-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=30"]
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        subprocess.run(
            [*quick, *command], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        )  # fmt: skip


if __name__ == "__main__":
    quick = os.environ.get("CHROMIUM") or shutil.which(SHELL)
    if not (find() if quick else install()):
        print(HELP, file=sys.stderr)
        raise SystemExit(1)
