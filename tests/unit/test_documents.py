"""Documents in `docs/`: what is said about their files and front matter, with its line, and never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import a_hub
from guide_builders import TEXT, a_guide_hub, told
from hub.load.documents import front_matter

ABOUT = "docs/about.md"
GOOD = {"title": '"Over"', "description": '"Over de hub."', "section": '"about"', "updated": "'2026-11-27'"}


def a_document(**changes: str | None) -> str:
    """A document with its four fields as written, some of them changed, added or (None) left out."""
    fields = {name: value for name, value in (GOOD | changes).items() if value is not None}
    return "\n".join(["---", *(f"{name}: {value}" for name, value in fields.items()), "---", "", "Tekst.", ""])


def faults(folder: Path, content: str | bytes, name: str = ABOUT) -> list[str]:
    """What is said about one document, whose translation has no fault."""
    translation = a_document(section=None if "index" in name else GOOD["section"])
    return sorted(told(a_hub(folder, {name: content, name.replace(".md", ".en.md"): translation})))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (a_document(), []),
        (a_document().replace("\n", "\r\n"), []),
        (a_document(updated="2026-13-45"), ["5: updated: must be in quotes, because YAML reads it as a date, got '2026-13-45'"]),
        (a_document(updated="'2026-02-30'"), ["5: updated: must be a date that the calendar has, got '2026-02-30'"]),
        (a_document(updated="'2026-11'"), ["5: updated: must be a day in quotes, such as '2019-01-14', got '2026-11'"]),
        (
            a_document(updated="gisteren", section="abuot"),
            [
                "4: section: must be a section of the navigation, got 'abuot'; did you mean 'about'?",
                "5: updated: must be a day in quotes, such as '2019-01-14', got 'gisteren'",
            ],
        ),
        (
            a_document(section="iets"),
            ["4: section: must be a section of the navigation, got 'iets'; allowed are: practices, quality, guides, toolkit, about"],
        ),
        (a_document(title=None), ["2: title: must be given"]),
        (a_document(title="12"), ["2: title: must be a text (in quotes), got 12"]),
        (a_document(title="'  '"), ["2: title: must not be empty; leave the field out when nothing is known, got '  '"]),
        (
            a_document(section=None, sektion="about"),
            ["5: sektion: must be a field that the hub knows; did you mean 'section'?"],
        ),
        (
            a_document(title="&a Over", description="*a"),
            [
                "2: title: must not use YAML's references (&name, *name); a text that begins with & or * needs quotes",
                "3: description: must not use YAML's references (&name, *name); a text that begins with & or * needs quotes",
            ],
        ),
        (
            a_document(title='"Over'),
            [
                "3: must be a field 'name: value', indented as the fields above it, with nothing after closing quotes (an "
                "apostrophe inside single quotes is written twice)"
            ],
        ),
        ("---\n- een\n---\n", ["2: must be fields such as 'title: …', got a list"]),
        (
            "Tekst.\n",
            ["1: must start with a block between two lines of --- that gives title, description, section, updated"],
        ),
        ("Café\n".encode("latin-1"), ["1: must be text saved as UTF-8, got the byte E9 where no letter can begin"]),
    ],
)  # fmt: skip
def test_front_matter(content: str | bytes, expected: list[str], tmp_path: Path) -> None:
    assert faults(tmp_path, content) == sorted(f"{ABOUT}:{fault}" for fault in expected)


def test_the_home_page_belongs_to_no_section(tmp_path: Path) -> None:
    home = "docs/index.md"
    assert faults(tmp_path / "without", a_document(section=None), home) == []
    assert faults(tmp_path / "with", a_document(), home) == [
        f"{home}:4: section: must be left out, the home page belongs to no section, got 'about'"
    ]


def test_a_text_of_a_guide_that_cannot_be_read_is_one_problem(tmp_path: Path) -> None:
    root = a_guide_hub(tmp_path)
    (root / TEXT).write_bytes("---\ntitle: Café\n".encode("latin-1"))
    assert told(root) == [f"{TEXT}:2: must be text saved as UTF-8, got the byte E9 where no letter can begin"]


def test_front_matter_of_a_guide_is_read_the_same_way(tmp_path: Path) -> None:
    text = Path(__file__).parents[1].joinpath("golden/guides", TEXT).read_text("utf-8").replace('"2026-11-20"', "2026-13-45")
    assert told(a_guide_hub(tmp_path, {TEXT: text})) == [
        f"{TEXT}:5: updated: must be in quotes, because YAML reads it as a date, got '2026-13-45'"
    ]


@pytest.mark.parametrize("text", ["", "Tekst", "---\n---\n", "---\n[\n---\n", "---\n- x\n---\n", "---\na: &b [*b]\n---\n"])
def test_fields_of_a_document_without_any(text: str) -> None:
    assert front_matter(text) == {}
