"""What readers send: packed so that mail cannot break it, read without trust, landing field by field."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from builders import a_hub, as_yaml, sample
from harness import ROOT
from hub.contribute.annotations import MOST, annotated
from hub.contribute.applied import applied
from hub.contribute.armour import Damaged, packed, unpacked
from hub.contribute.change_set import FORMAT, NotAChangeSet, canonical, decoded, digest
from hub.contribute.received import NothingReceived, change_sets
from hub.load.strict_yaml import read
from hub.problems import Problem

COMMAND = ROOT / "hooks" / "contribute.py"
ALPHA = "data/practices/alpha.yml"


def record() -> Any:
    return read(sample(ALPHA)).value


def a_set(**changes: Any) -> dict[str, Any]:
    whole = record()
    return {
        "format": FORMAT, "kind": "practice", "id": "alpha", "base": digest(whole),
        "set": [[["summary", "nl"], "Zes maanden met een mentor.", digest(whole["summary"]["nl"])]],
        "remove": [], "who": "An", "conflict_of_interest": "none", "sources": [], "note": "See [@report-2020].",
    } | changes  # fmt: skip


def contribute(root: Path, text: str | bytes, *options: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, str(COMMAND), "-", "--root", str(root), *options],
        input=text.encode() if isinstance(text, str) else text, capture_output=True, check=False,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done.returncode, done.stdout.decode() + done.stderr.decode()


# --- the packed block ---------------------------------------------------------------------------------------------------


def mangled(text: str, dice: random.Random) -> str:
    """What mail programs do to a text."""
    for _ in range(dice.randint(1, 3)):
        match dice.randrange(6):
            case 0:
                text = "\n".join("> " + line for line in text.split("\n"))
            case 1:
                width = dice.choice([40, 72])
                text = "\n".join(line[at : at + width] for line in text.split("\n") for at in range(0, max(len(line), 1), width))
            case 2:
                text = text.replace("\n", "\r\n")
            case 3:
                text = text.replace(" ", "\u00a0")
            case 4:
                text = re.sub(r"(?<=\w)\n(?=\w)", " ", text)
            case 5:
                text = "Dag,\n\n" + text + "\n\n-- \nAn\n"
    return text


def test_a_block_survives_mail() -> None:
    dice = random.Random(13)
    for path in sorted((ROOT / "data/practices").glob("*.yml")):
        text = json.dumps({"text": path.read_text("utf-8")}, ensure_ascii=False)
        block = packed(text)
        for _ in range(5):
            assert unpacked(mangled(block, dice)) == (text,)


EXAMPLES = json.loads((ROOT / "tests/node/contribution.json").read_text("utf-8"))
"""Also read by contribution.test.mjs: what the browser sends is what is expected here."""


def test_browser_and_python_pack_and_digest_alike() -> None:
    assert [(canonical(one["value"]), digest(one["value"])) for one in EXAMPLES["digests"]] == [
        (one["canonical"], one["digest"]) for one in EXAMPLES["digests"]
    ]
    for one in EXAMPLES["blocks"]:
        assert packed(one["text"]) == one["packed"]
        assert unpacked(one["packed"]) == unpacked(one["browser"]) == (one["text"],)


def test_a_block_quoted_twice_is_one_and_two_blocks_are_two() -> None:
    one, two = packed('{"a": 1}'), packed('{"a": 2}')
    assert unpacked(f"{one}\n> {one}") == ('{"a": 1}',)
    assert unpacked(f"{one}\n{two}") == ('{"a": 1}', '{"a": 2}')


@pytest.mark.parametrize(
    "broken",
    [
        lambda block: block[: len(block) // 2],
        lambda block: block[:30] + block[40:],
        lambda block: block.replace("(hub1:", "(hub1:zz"),
        lambda block: re.sub(r"[0-9a-f]{8}\.", "00000000.", block, count=1),
        lambda block: "(hub1::hub1)",
    ],
    ids=["cut", "hole", "prefix", "checksum", "empty"],
)
def test_a_damaged_block_is_explained(broken: Any) -> None:
    with pytest.raises(Damaged, match="must"):
        unpacked(broken(packed(json.dumps(a_set()))))


RECEIVED = json.loads((ROOT / "tests/node/received.json").read_text("utf-8"))
"""Also read by received.test.mjs: the page for maintainers reads what this reads, and refuses what this refuses."""

DAMAGE = {"cut": "cut off", "checksum": "checksum", "damaged": "missing or was changed", "large": "larger"}


@pytest.mark.parametrize("case", RECEIVED["blocks"], ids=lambda case: case["name"])
def test_what_arrived_is_read_as_in_the_browser(case: Any) -> None:
    if case["texts"] and case["damage"] != ["large"]:
        assert change_sets(case["text"]) == tuple(case["texts"])
    else:
        said = DAMAGE[case["damage"][0]] if case["damage"] else "must hold a change set"
        with pytest.raises(ValueError, match=said):
            change_sets(case["text"])


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(Damaged, match="larger"):
        unpacked(packed("0" * 5_000_000))


def test_a_change_set_is_found_bare_or_fenced_and_nothing_is_said_so() -> None:
    text = json.dumps(a_set())
    assert change_sets(f"\n {text}\n") == (text,)
    assert change_sets(f"Hello\n```json\n{text}\n```\n") == (text,)
    with pytest.raises(NothingReceived, match="hub1"):
        change_sets("Hello, your page is wrong.")


# --- reading what anybody may have written -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"format": "hub-change-set/9"}, "format: must be"),
        ({"kind": "practise"}, "did you mean 'practice'"),
        ({"kind": "hub"}, "kind: must be"),
        ({"id": "../../etc/passwd"}, "id: must be"),
        ({"id": "CON"}, "id: must be"),
        ({"set": [[["id"], "other"]]}, "set[1]: must be the path"),
        ({"set": [[["__proto__", "x"], "y"]]}, "set[1]: must be the path"),
        ({"set": [[["summary", "nl"], None]]}, "remove the field instead"),
        ({"set": [[["summary", "nl"], "x" * 50_000]]}, "must not be longer"),
        ({"set": [[["summary"], {"nl: x\n": "y"}]]}, "plain names"),
        ({"set": {}, "remove": "x"}, "set: must be a list"),
        ({"set": []}, "must change something"),
        ({"sett": []}, "did you mean 'set'"),
        ({"who": ["An"]}, "who: must be a text"),
        ({"sources": [[]]}, "sources: must be a list"),
    ],
)
def test_what_is_no_change_set_is_refused_in_words(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(NotAChangeSet) as refused:
        decoded(json.dumps(a_set(**changes)))
    assert any(said in problem for problem in refused.value.problems), refused.value.problems


@pytest.mark.parametrize("case", RECEIVED["change_sets"], ids=lambda case: case["name"])
def test_limits_are_those_of_the_browser(case: Any) -> None:
    text = json.dumps(RECEIVED["change_set"] | case["changes"])
    if not case["faults"]:
        assert decoded(text).id == "alpha"
        return
    with pytest.raises(NotAChangeSet) as refused:
        decoded(text)
    assert any(case["said"] in problem for problem in refused.value.problems), refused.value.problems
    assert len(refused.value.problems) == len(case["faults"])


@pytest.mark.parametrize("text", ["", "[]", "{", "NaN", '{"format": 1e999}', "[" * 100_000, '"x"', "null", "﻿{}"])
def test_no_text_brings_the_reader_down(text: str) -> None:
    with pytest.raises(NotAChangeSet):
        decoded(text)


# --- landing ------------------------------------------------------------------------------------------------------------


def test_a_correction_lands_and_only_its_line_changes(tmp_path: Path) -> None:
    root = a_hub(tmp_path)
    code, said = contribute(root, packed(json.dumps(a_set())), "--write")
    assert code == 0, said
    before, after = sample(ALPHA).splitlines(), (root / ALPHA).read_text("utf-8").splitlines()
    assert [line for line in after if line not in before] == ["  nl: Zes maanden met een mentor."]
    assert len(after) == len(before)
    assert "Written" in said


def test_without_write_nothing_is_written_and_the_difference_is_shown(tmp_path: Path) -> None:
    root = a_hub(tmp_path)
    code, said = contribute(root, json.dumps(a_set()))
    assert (code, (root / ALPHA).read_text("utf-8")) == (0, sample(ALPHA))
    assert "+  nl: Zes maanden met een mentor." in said


CONFLICTS = {
    "unsaid": "does not say what it replaces", "meanwhile": "changed this field meanwhile", "gone": "removed this",
    "moved": "changed this entry",
}  # fmt: skip


@pytest.mark.parametrize("case", RECEIVED["landing"], ids=lambda case: case["name"])
def test_conflicts_are_those_of_the_browser(tmp_path: Path, case: Any) -> None:
    record = RECEIVED["record"]
    folder = tmp_path / "data/practices"
    folder.mkdir(parents=True)
    (folder / "alpha.yml").write_text(as_yaml(record), "utf-8")
    sent = RECEIVED["change_set"] | {name: case[name] for name in ("base", "set", "remove")}
    result = applied(decoded(json.dumps(sent)), tmp_path)
    assert [bool(one.conflict) for one in result.outcomes] == [bool(word) for word in case["conflicts"]]
    assert all(CONFLICTS[word] in one.conflict for one, word in zip(result.outcomes, case["conflicts"], strict=True) if word)
    if case["becomes"]:
        (_, after) = result.files["data/practices/alpha.yml"]
        assert canonical(read(after).value) == canonical(record | case["becomes"])


def test_two_people_change_different_fields_and_both_land(tmp_path: Path) -> None:
    root = a_hub(tmp_path)
    whole = record()
    assert contribute(root, json.dumps(a_set()), "--write")[0] == 0
    second = a_set(set=[[["summary", "en"], "Six months with a mentor.", digest(whole["summary"]["en"])]])
    code, said = contribute(root, json.dumps(second), "--write")
    assert code == 0, said
    text = (root / ALPHA).read_text("utf-8")
    assert "Zes maanden met een mentor." in text
    assert "Six months with a mentor." in text


def test_two_people_change_the_same_field_and_the_second_is_told_which(tmp_path: Path) -> None:
    root = a_hub(tmp_path)
    whole = record()
    assert contribute(root, json.dumps(a_set()), "--write")[0] == 0
    both = a_set(set=[
        [["summary", "nl"], "Iets anders.", digest(whole["summary"]["nl"])],
        [["summary", "en"], "Something else.", digest(whole["summary"]["en"])],
    ])  # fmt: skip
    code, said = contribute(root, json.dumps(both), "--write", "--format", "json")
    assert code == 1
    found = json.loads(said)
    assert found["verdict"] == "conflict"
    assert [(one["field"], bool(one["conflict"])) for one in found["changes"]] == [("summary.nl", True), ("summary.en", False)]
    assert "Something else." not in (root / ALPHA).read_text("utf-8")


def test_what_the_check_refuses_is_not_written_and_has_its_line(tmp_path: Path) -> None:
    root = a_hub(tmp_path)
    wrong = a_set(set=[[["mentees", "group"], ["refugee"]]])
    code, said = contribute(root, json.dumps(wrong), "--write")
    assert code == 1
    assert re.search(r"^data/practices/alpha\.yml:\d+: mentees\.group.*did you mean 'refugees'", said, re.MULTILINE)
    assert (root / ALPHA).read_text("utf-8") == sample(ALPHA)


def test_faults_that_were_there_before_are_not_held_against_it(tmp_path: Path) -> None:
    beta = sorted((Path(a_hub(tmp_path / "look")) / "data/partners").glob("*.yml"))[0].name
    root = a_hub(tmp_path, {f"data/partners/{beta}": sample(f"data/partners/{beta}") + "nonsense: 1\n"})
    assert contribute(root, json.dumps(a_set()))[0] == 0


def test_a_new_practice_with_its_source_lands_with_its_ids(tmp_path: Path) -> None:
    root = a_hub(tmp_path)
    whole = {name: value for name, value in record().items() if name not in ("id", "former_ids", "results", "outputs", "criteria")}
    source = {"id": "new-source", "type": "webpage", "title": "A page", "language": "en",
              "URL": "https://example.org/page", "custom": {"read": "full", "kind": "page"}}  # fmt: skip
    new = a_set(id="omega", base="", set=[[[name], value] for name, value in whole.items()], sources=[source])
    code, said = contribute(root, json.dumps(new), "--write")
    assert code == 0, said
    assert (root / "data/practices/omega.yml").read_text("utf-8").startswith("# yaml-language-server")
    assert "  - omega\n" in (root / "data/published.yml").read_text("utf-8")
    assert "- id: new-source\n" in (root / "data/sources.yml").read_text("utf-8")


def test_an_id_that_is_taken_or_unknown_is_told(tmp_path: Path) -> None:
    root = a_hub(tmp_path)
    assert "taken" in contribute(root, json.dumps(a_set(base="")))[1]
    assert "not on the hub" in contribute(root, json.dumps(a_set(id="nowhere")))[1]


def test_entries_of_lists_are_found_again_after_others_moved_them(tmp_path: Path) -> None:
    root = a_hub(tmp_path)
    figure = record()["results"][0]
    change = a_set(set=[[["results", f"#{figure['id']}", "value"], 54, digest(figure["value"])]])
    code, said = contribute(root, json.dumps(change), "--write")
    assert code == 0, said
    assert read((root / ALPHA).read_text("utf-8")).value["results"][0]["value"] == 54  # type: ignore[index]


@pytest.mark.parametrize(
    "evil",
    [
        "x\nstatus: ended", "x'\n- y", "# remark", "*anchor", "!!python/object/apply:os.system ['x']", "${{ github.token }}",
        "`rm -rf /`", "$(touch hacked)", "<img src=x onerror=alert(1)>", "a\tb", "@everyone", "](javascript:alert(1))",
    ],
)  # fmt: skip
def test_no_text_breaks_out_of_its_field_or_of_the_report(tmp_path: Path, evil: str) -> None:
    root = a_hub(tmp_path)
    change = a_set(set=[[["name", "nl"], evil, digest(record()["name"]["nl"])]], note=evil, who=evil[:100])
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    code, said = contribute(root, json.dumps(change), "--format", "github")
    assert code in (0, 1)
    assert before == {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    outside = re.sub(r"^````+diff\n.*^````+$", "", said, flags=re.MULTILINE | re.DOTALL)
    assert "<img" not in outside
    assert not re.search(r"(?<!\\)\]\(javascript", outside)
    assert "@everyone" not in outside
    if contribute(root, json.dumps(change), "--write")[0] == 0:
        value = read((root / ALPHA).read_text("utf-8")).value
        assert isinstance(value, dict)
        assert value["name"]["nl"] == evil
        assert {name: inner for name, inner in value.items() if name != "name"} == {
            name: inner for name, inner in record().items() if name != "name"
        }


# --- the command --------------------------------------------------------------------------------------------------------


def test_the_event_of_an_issue(tmp_path: Path) -> None:
    event = {"issue": {"body": f"### Correction\n\n{packed(json.dumps(a_set()))}\n"}}
    code, said = contribute(a_hub(tmp_path), json.dumps(event), "--event")
    assert code == 0, said
    assert contribute(tmp_path / "hub", "{}", "--event")[0] == 1


@pytest.mark.parametrize("text", [b"\xff\xfe", b"Hello", b"(hub1:", b"{", b"0" * 5_000_000], ids=["bytes", "words", "cut", "json", "large"])
def test_what_cannot_be_read_is_told_in_words(tmp_path: Path, text: bytes) -> None:
    code, said = contribute(a_hub(tmp_path), text)
    assert code == 1
    assert "must" in said


def test_wrong_use_is_exit_code_2(tmp_path: Path) -> None:
    assert contribute(tmp_path, "x")[0] == 2
    assert subprocess.run([sys.executable, str(COMMAND)], capture_output=True, check=False).returncode == 2
    gone = [sys.executable, str(COMMAND), str(tmp_path / "gone"), "--root", str(a_hub(tmp_path))]
    done = subprocess.run(gone, capture_output=True, text=True, check=False)
    assert (done.returncode, "can be read" in done.stderr) == (2, True)


# --- annotations --------------------------------------------------------------------------------------------------------


def test_of_300_faults_nine_are_annotations_and_none_is_lost() -> None:
    problems = [Problem(f"data/practices/p{number % 30}.yml", number, "field", f"must: 100%, {number}") for number in range(300)]
    lines = list(annotated(problems, changed={"data/practices/p7.yml"}))
    assert len(lines) == MOST + 1
    assert all("file=data/practices/p7.yml" in line for line in lines[:MOST])
    assert "and 291 more" in lines[-1]
    assert "100%25" in lines[0]
