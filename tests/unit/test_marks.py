"""Links, sources and figures in the prose of records: what is none is refused, so that no reader sees its signs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from pydantic import ValidationError

from hub.model import Prose
from hub.text.prose import to_html

RULE = "must be a link to a web address or a record (practice:…), a source [@key] or a figure [%id], got "


def refused(text: str) -> str | None:
    try:
        Prose.model_validate({"nl": text})
    except ValidationError as error:
        return str(error.errors()[0]["msg"])
    return None


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Zie [DUO](practise:duo-for-a-job).", "](practise:duo-for-a-job)"),
        ("Zie [DUO](practice:Duo).", "](practice:Duo)"),
        ("Zie [de hub](/about/).", "](/about/)"),
        ("Zie *[de hub](../about.md)*.", "](../about.md)"),
        ("Zo is het [@Foo-Bar].", "[@Foo-Bar]"),
        ("Zo is het [@foo, @bar].", "[@foo, @bar]"),
        ("Goed [@foo], fout [@Foo].", "[@Foo]"),
        ("Wel [%Alpha/x] lukt.", "[%Alpha/x]"),
        ("[x](javascript:alert&#40;1))", "](javascript:alert(1)"),
        ("[zie [@foo]](https://example.org)", "[@foo]"),
        ("Zie [nergens]().", "]()"),
    ],
)
def test_what_is_no_mark(written: str, found: str) -> None:
    assert refused(written) == f"{RULE}'{found}'"


@pytest.mark.parametrize(
    "written",
    [
        "Zie [DUO](practice:duo-for-a-job#results), [de site](https://example.org/a) en [mail](mailto:a@b.be).",
        "Zo is het [@foo;\n@bar], [@foo].",
        "[DUO][@foo](een praktijk)",
        "Een [opmerking] (tussen haakjes) [1] en 5 @ 3.",
    ],
)
def test_what_is_one_or_wants_to_be_none(written: str) -> None:
    assert refused(written) is None


PIECES = ["[", "]", "(", ")", "@foo", "@Foo", "%foo", "; ", "\n", " ", "*", "practice:duo", "practise:duo", "https://e.org", "x"]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join).filter(str.strip))
def test_readers_see_no_signs_of_what_is_accepted(text: str) -> None:
    if refused(text) is None:
        shown = to_html(text, lambda ids: Markup("<i>m</i>"), lambda kind, id: f"../{id}/", lambda id: Markup("<i>n</i>"))
        assert not re.search(r"\]\(|\[[@%]", re.sub(r"<[^>]*>", "\0", shown))
