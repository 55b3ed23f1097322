"""What the self-assessment writes for other programs, read back by real parsers: iCalendar, CSV and Markdown."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from markdown_it import MarkdownIt

from harness import NODE, ROOT

FIXTURES = ROOT / "tests/fixtures/assessments/v1"
SCRIPT = ROOT / "tests/node/assessment-write.mjs"
NASTY = 'Één; "twee", drie\\n\nvier 👩‍🏫 =1+1 <img src=x onerror=alert(1)> [a](javascript:x) `c` | # kop ' + "漢字 " * 40

Write = Callable[[str, dict[str, Any]], str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """`write("ics", assessment)` gives the text as the browser would save it."""

    def run(kind: str, assessment: dict[str, Any]) -> str:
        path = tmp_path / "assessment.json"
        path.write_text(json.dumps(assessment), encoding="utf-8")
        done = subprocess.run([NODE, SCRIPT, kind, path], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    return run


def saved(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def nasty() -> dict[str, Any]:
    """The fixture with everything, and the same hostile text wherever a person can type."""
    assessment = saved("team-everything")
    assessment |= {"name": NASTY[:150], "role": NASTY[:80]}
    for answer in assessment["answers"].values():
        answer |= {"reason": NASTY, "note": NASTY, "proof": NASTY}
    for action in assessment["plan"]:
        if not action.get("removed"):
            action |= {"text": NASTY, "owner": NASTY[:150]}
    return assessment


def test_each_dated_action_is_an_event(write: Write) -> None:
    assessment = nasty()
    calendar = icalendar.Calendar.from_ical(write("ics", assessment))
    assert (calendar["version"], calendar["calscale"]) == ("2.0", "GREGORIAN")
    events = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    dated = {f"{action['id']}@mentoring-to-work-hub": action for action in assessment["plan"] if action.get("date")}
    assert len(dated) == 3
    assert events.keys() == dated.keys()
    for uid, action in dated.items():
        event = events[uid]
        assert event.errors == []
        assert str(event["summary"]) == action["text"]
        assert event["dtstart"].dt == date.fromisoformat(action["date"])
        assert event["dtend"].dt == date.fromisoformat(action["date"]) + timedelta(days=1)
        assert event["last-modified"].dt == event["dtstamp"].dt
        assert event["sequence"] > 0
        assert event["dtstamp"].dt.isoformat() == action["changed"].replace(".000Z", "+00:00")
        assert action["owner"] in str(event["description"])
        assert str(event["status"]) == ("CANCELLED" if action["state"] == "dropped" else "CONFIRMED")


def test_an_event_keeps_its_uid_when_the_action_changes(write: Write) -> None:
    before, after = saved("team-everything"), saved("team-everything")
    after["plan"][0] |= {"text": "Anders", "date": "2027-03-31", "changed": "2027-01-01T00:00:00.000Z"}
    uids = [
        {str(event["uid"]) for event in icalendar.Calendar.from_ical(write("ics", one)).walk("VEVENT")}
        for one in (before, after)
    ]
    assert uids[0] == uids[1]


def test_a_changed_plan_updates_its_events_and_cancels_those_taken_out(write: Write) -> None:
    before, after = saved("team-everything"), saved("team-everything")
    first, second, *_ = [action for action in after["plan"] if action.get("date")]
    first |= {"date": "2027-03-31", "changed": "2027-01-01T00:00:00.000Z"}
    second |= {"text": "", "removed": True, "changed": "2027-01-01T00:00:00.000Z"}
    old, new = (
        {str(event["uid"]): event for event in icalendar.Calendar.from_ical(write("ics", one)).walk("VEVENT")}
        for one in (before, after)
    )
    assert old.keys() == new.keys()
    for uid, event in new.items():
        changed = uid.partition("@")[0] in (first["id"], second["id"])
        assert (event["sequence"] > old[uid]["sequence"]) == changed
        assert (event["last-modified"].dt > old[uid]["last-modified"].dt) == changed
    assert new[f"{first['id']}@mentoring-to-work-hub"]["dtstart"].dt == date(2027, 3, 31)
    cancelled = new[f"{second['id']}@mentoring-to-work-hub"]
    assert (str(cancelled["status"]), str(cancelled["summary"])) == ("CANCELLED", "removed")


def test_the_plan_comes_back_from_csv_without_formulas(write: Write) -> None:
    assessment = nasty()
    assessment["plan"][0] |= {"text": "=1+1", "owner": "@SUM(A1)"}
    text = write("plan", assessment)
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True, delimiter=";"))
    kept = [action for action in assessment["plan"] if not action.get("removed")]
    assert [row["id"] for row in rows] == [action["id"] for action in kept]
    assert (rows[0]["action"], rows[0]["owner"]) == ("'=1+1", "'@SUM(A1)")
    assert [row["action"] for row in rows[1:]] == [action["text"] for action in kept[1:]]
    assert [row["date"] for row in rows] == [action.get("date", "") for action in kept]


def test_the_answers_come_back_from_csv(write: Write) -> None:
    assessment = nasty()
    text = write("answers", assessment).removeprefix("\ufeff")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""), strict=True, delimiter=";")}
    assert rows.keys() == assessment["answers"].keys()
    for criterion, answer in assessment["answers"].items():
        assert rows[criterion]["answer"] == str(answer.get("value", ""))
        assert rows[criterion]["note"] == answer["note"]


def test_the_report_has_no_markup_but_its_own(write: Write) -> None:
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(write("md", nasty()))
    for tag in ("<img", "<a ", "<code", "<script", "<hr"):
        assert tag not in html
    assert html.count("<h1>") == 1
    assert html.count("&lt;img src=x onerror=alert(1)&gt;") > 20
    assert html.count("<h4>") == len(saved("team-everything")["answers"])
