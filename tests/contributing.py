"""What tests of the ways to contribute share: a browser that opens no mail, and the command that takes what was sent."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page

from harness import ROOT

BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused', 'SecurityError') }})"
CAUGHT = """
window.opened = [];
const click = HTMLAnchorElement.prototype.click;
HTMLAnchorElement.prototype.click = function () {
    if (/^mailto:|\\/issues\\/new/.test(this.href)) window.opened.push(this.href); else click.call(this);
};"""
"""Mails and other sites are not opened in a test, only noted."""


def tab_to(page: Page, selector: str) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(selector)


def contribute(root: Path, text: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, str(ROOT / "hooks/contribute.py"), "-", "--root", str(root), "--write"],
        input=text, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def a_copy(folder: Path) -> Path:
    """The hub as a maintainer has it."""
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    return folder
