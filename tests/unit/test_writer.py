"""Values written into records: what was meant is read again, and no other line changes."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from harness import ROOT
from hub.contribute import writer
from hub.contribute.yaml_text import NotWritable
from hub.load.strict_yaml import Loc, read, value_at

FILES = sorted(
    path for folder in ("practices", "criteria", "tools", "partners", "projects", "guides")
    for path in (ROOT / "data" / folder).glob("*.yml")
)  # fmt: skip

SMALL = min((ROOT / "data/practices").glob("*.yml"), key=lambda path: path.stat().st_size)

TORTURE = (
    "Een 'tekst' met: van alles # en meer", 'tussen "aanhalingstekens"', "nee", "no", "2018", "2018-01-01", "1.5", "~", "true",
    "- lijst", "* punt", "[a, b]", "{a: b}", "@naam", "%", "&anker", "!tag", "|", ">", "a: b", "a:", ": a", "#", "x #",
    "alinea een " * 20 + "\n" + "alinea twee " * 20, "regel\nnog een regel", "* a\n* b", "  ingesprongen\ntekst",
    "x" * 300, "lang woord " * 60, "é🎉", "---", "...", "<script>alert(1)</script>", "{{ x }}", "\\n", "C:\\map", "'", '"', "''",
)  # fmt: skip
REFUSED = ("\x00", "\x07", "\ud800")


def parts(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, object]]:
    if loc:
        yield loc, value
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from parts(inner, (*loc, name))
    elif isinstance(value, tuple):
        for place, inner in enumerate(value):
            yield from parts(inner, (*loc, place))


def text_of(path: Path) -> str:
    return path.read_bytes().decode()


def changed_lines(before: str, after: str) -> int:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return sum(line[:1] == "-" and line[:3] != "---" for line in lines)


def height(text: str, loc: Loc) -> int:
    """Lines that a value, with its name, takes; of the group around it where that is on one line, and written anew."""
    own = len(text.splitlines()) - len(writer.drop(text, loc).splitlines())
    return own or (height(text, loc[:-1]) if len(loc) > 1 else 1)


def test_a_record_sent_back_unchanged_is_the_same_file_to_the_byte() -> None:
    for path in FILES:
        text = text_of(path)
        value = read(text).value
        assert isinstance(value, dict)
        assert writer.put(text, (), value) == text
        name = next(reversed(value))
        assert writer.put(text, (name,), value[name]) == text


@pytest.mark.parametrize("value", TORTURE)
@pytest.mark.parametrize(
    "loc", [("summary", "nl"), ("name", "en"), ("mentees", "group", 0)], ids=lambda loc: ".".join(map(str, loc))
)
def test_any_text_is_read_as_it_was_meant(loc: Loc, value: str) -> None:
    text = text_of(SMALL)
    after = writer.put(text, loc, value)
    assert value_at(read(after).value, loc) == value
    assert changed_lines(text, after) <= height(text, loc)


@pytest.mark.parametrize("value", REFUSED)
def test_what_no_file_can_hold_is_refused(value: str) -> None:
    with pytest.raises(NotWritable):
        writer.put(text_of(SMALL), ("summary", "nl"), value)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_change_is_what_was_meant_and_touches_only_its_own_lines(data: st.DataObject) -> None:
    text = text_of(data.draw(st.sampled_from(FILES)))
    value = read(text).value
    loc, old = data.draw(st.sampled_from(list(parts(value))))
    if isinstance(old, str):
        new = data.draw(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp"]), min_size=1))
        try:
            after = writer.put(text, loc, new)
        except NotWritable:
            return
        assert value_at(read(after).value, loc) == new
        before_and_after = [one for one in parts(read(after).value) if not isinstance(one[1], dict | tuple) and one[0] != loc]
        assert before_and_after == [one for one in parts(value) if not isinstance(one[1], dict | tuple) and one[0] != loc]
        assert changed_lines(text, after) <= height(text, loc)
    after = writer.drop(text, loc)
    assert value_at(read(after).value, loc) != old or isinstance(loc[-1], int)
    assert not read(after).faults


def test_a_new_field_comes_where_the_model_has_it_and_a_list_grows_at_its_end() -> None:
    text = "id: x\nname: {nl: A, en: B}\n# a remark\nstatus: running\nlist:\n  - one\n  - two\n"
    assert writer.put(text, ("summary",), {"nl": "S"}, ("id", "name", "summary", "status")) == (
        "id: x\nname: {nl: A, en: B}\nsummary: {nl: S}\n# a remark\nstatus: running\nlist:\n  - one\n  - two\n"
    )
    assert writer.put(text, ("list", 2), "three").endswith("  - two\n  - three\n")
    assert "name: {nl: A, en: B, fr: C}\n" in writer.put(text, ("name", "fr"), "C")
    assert writer.drop(text, ("list", 0)).endswith("list:\n  - two\n")
    assert writer.drop(writer.drop(text, ("list", 0)), ("list", 0)).endswith("status: running\n")


def test_windows_line_ends_and_a_last_line_without_end_stay() -> None:
    assert writer.put("id: x\r\nname: A\r\nlast: z", ("name",), "B") == "id: x\r\nname: B\r\nlast: z"
    assert writer.put("id: x\nlast: z", ("last",), "y") == "id: x\nlast: y"


def test_a_source_comes_at_its_place_in_the_list() -> None:
    text = "# remark\n- id: a\n  title: A\n- id: c\n  title: C\n"
    assert writer.insert(text, 1, {"id": "b", "title": "B: x"}) == (
        "# remark\n- id: a\n  title: A\n- id: b\n  title: 'B: x'\n- id: c\n  title: C\n"
    )


def test_a_new_record_is_written_in_the_style_of_the_house() -> None:
    text = writer.record({"id": "new", "name": {"nl": "Nieuw", "en": "New"}, "group": ("refugees", "women"),
                          "summary": {"nl": "woord " * 40 + "einde", "en": "Short"}}, "../schema/practice.schema.json")  # fmt: skip
    assert text.startswith(
        "# yaml-language-server: $schema=../schema/practice.schema.json\nid: new\nname: {nl: Nieuw, en: New}\n"
        "group: [refugees, women]\nsummary:\n  nl: "
    )
    assert max(map(len, text.splitlines())) <= 125
