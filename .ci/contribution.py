"""Command of a workflow: an accepted issue becomes a branch and a pull request with its verdict and checklist.

.venv/bin/python .ci/contribution.py EVENT [--root DIR]

EVENT is the file with the event ($GITHUB_EVENT_PATH). Texts of strangers are only read from it and written to files; no
command has one among its words. Needs git, and gh with GH_TOKEN. Exit code 0: there is a pull request, 1: there is none,
and the issue says why, 2: wrong use.
"""

from __future__ import annotations

import argparse
import json
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path

CONTRIBUTE = Path(__file__).resolve().parent.parent / "hooks" / "contribute.py"
LABEL = "accepted"
LONGEST_BODY = 60_000
"""Characters; a host refuses more than 65,536."""
CUT = "\n\n(cut here; the whole is in the log of the workflow)\n"
TOLD = (
    "This branch was made with the token of the workflow, and such a branch starts no other workflow. What is above is "
    "the verdict of the same check. To see it run here too, close this pull request and open it again."
)
BOT = ("-c", "user.name=github-actions[bot]", "-c", "user.email=41898282+github-actions[bot]@users.noreply.github.com")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Turns an accepted issue into a pull request.")
    parser.add_argument("event", type=Path)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent)
    options = parser.parse_args(arguments)
    try:
        event = json.loads(options.event.read_text("utf-8"))
        number, base = int(event["issue"]["number"]), str(event["repository"]["default_branch"])
        label = event["label"]["name"]
    except (OSError, ValueError, KeyError, TypeError):
        print(f"{options.event}: must be the event of an issue that got a label", file=sys.stderr)
        return 2
    if event.get("action") != "labeled" or label != LABEL:
        print(f"Nothing to do: only the label '{LABEL}' counts.")
        return 0
    return _pull_request(options.root, options.event, number, base)


def _pull_request(root: Path, event: Path, number: int, base: str) -> int:
    branch = f"contribution/issue-{number}"
    if _run(root, "git", "ls-remote", "--exit-code", "--heads", "origin", f"refs/heads/{branch}").returncode == 0:
        return _refused(root, number, f"The branch `{branch}` is there already. Delete it, then set the label again.")
    command = [sys.executable, str(CONTRIBUTE), str(event), "--event", "--root", str(root)]
    done = subprocess.run(
        [*command, "--write", "--format", "github"], capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    _log(done.stdout)
    report = "\n".join(line for line in done.stdout.split("\n") if not line.startswith("::"))
    if done.returncode:
        return _refused(root, number, f"No pull request was made.\n\n{report or 'The command failed; see the log.'}")
    _done(root, "git", "switch", "--quiet", "--create", branch)
    _done(root, "git", "add", "--", "data")
    if _run(root, "git", "diff", "--cached", "--quiet").returncode == 0:
        return _refused(root, number, "No pull request was made: the hub says this already.")
    _done(root, "git", *BOT, "commit", "--quiet", f"--message=data: contribution of issue {number}")
    _done(root, "git", "push", "--quiet", "origin", f"HEAD:refs/heads/{branch}")
    body = _body(report, f"\n\n{TOLD}\n\nCloses #{number}.\n")
    with _file(body) as file:
        _done(
            root, "gh", "pr", "create", "--base", base, "--head", branch,
            "--title", f"data: contribution of issue {number}", "--body-file", file.name,
        )  # fmt: skip
    return 0


def _body(report: str, end: str) -> str:
    """With an open block of code closed where the report is cut."""
    if len(report) + len(end) <= LONGEST_BODY:
        return report + end
    kept = report[: LONGEST_BODY - len(end) - len(CUT) - 100]
    fence = next((line for line in kept.split("\n") if line.startswith("````")), "")
    return f"{kept}\n{fence.removesuffix('diff')}{CUT}{end}"


def _refused(root: Path, number: int, why: str) -> int:
    with _file(_body(why, "\n")) as file:
        _run(root, "gh", "issue", "comment", str(number), "--body-file", file.name)
    print(f"No pull request was made for issue {number}; the issue says why.", file=sys.stderr)
    return 1


def _log(report: str) -> None:
    """The report in the log, where only its own first lines are commands to the runner."""
    lines = report.split("\n")
    annotations = [line for line in lines if line.startswith(("::error ", "::warning ", "::error::", "::warning::"))]
    token = secrets.token_hex(16)
    print("\n".join([*annotations, f"::stop-commands::{token}", *lines[len(annotations) :], f"::{token}::"]), flush=True)


def _file(text: str) -> tempfile._TemporaryFileWrapper[str]:
    file = tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".md")  # noqa: SIM115 - whoever calls closes it
    file.write(text)
    file.flush()
    return file


def _run(root: Path, *command: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, cwd=root, check=False)


def _done(root: Path, *command: str) -> None:
    subprocess.run(command, cwd=root, check=True)


if __name__ == "__main__":
    sys.exit(main())
