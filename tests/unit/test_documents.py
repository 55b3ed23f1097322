"""Documents in `docs/`: what is said about their files and front matter, with its line, and never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import a_hub, sample
from guide_builders import TEXT, a_guide_hub, told
from hub.link.addresses import WRITTEN_PAGES
from hub.load.documents import document

ABOUT = "docs/about.md"
GOOD = {"title": '"Over"', "description": '"Over de hub."', "section": '"about"', "updated": "'2026-11-27'"}


def a_document(**changes: str | None) -> str:
    """A document with its four fields as written, some of them changed, added or (None) left out."""
    fields = {name: value for name, value in (GOOD | changes).items() if value is not None}
    return "\n".join(["---", *(f"{name}: {value}" for name, value in fields.items()), "---", "", "# Over", "", "Tekst.", ""])


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
    assert document("about.md", text, ("nl",)).fields == {}


# --- what a page says -------------------------------------------------------------------------------------------------


def body_faults(folder: Path, body: str) -> list[str]:
    """What is said about a page whose Markdown after its title begins on line 10."""
    return [fault.removeprefix(f"{ABOUT}:") for fault in faults(folder, a_document().replace("Tekst.\n", body))]


MARKER = "must be a marker such as <!-- hub:process -->, alone on its line, got "


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("\n<!-- hub:proces -->", "11: hub:proces: must be a marker that exists, got 'proces'; did you mean 'process'?"),
        ("<!-- hub:counts of=x -->", "10: hub:counts: must not have the argument 'of'"),
        ("<!-- hub:practices -->", "10: hub:practices: must have one of the arguments ids=…, criterion=…"),
        (
            "<!-- hub:practices ids=alfa -->",
            "10: hub:practices: must name practices by their id, got 'alfa'; did you mean 'alpha'?",
        ),
        ("<!-- hub:terms vocabulary=grup -->", "10: hub:terms: must name a vocabulary by its id, got 'grup'; did you mean 'group'?"),
        ("Tekst <!-- hub:counts --> tekst", f"10: {MARKER}'<!-- hub:counts -->'"),
        ("<!-- een opmerking -->", "10: must be Markdown without raw HTML, got '<!-- een opmerking -->'"),
        ("Zo [@report-2021].\n\n<!-- hub:sources -->", "10: @report-2021: must be the id of a source; did you mean 'report-2020'?"),
        ("\n\nZo [@report-2020].", "12: must have a line <!-- hub:sources --> because the page cites sources"),
        ("Zo [%alpha/jobs-2020].", "10: %alpha/jobs-2020: must not name a figure, this works in the texts of guides only"),
        ("<!-- hub:recommendations -->", "10: hub:recommendations: must stand in a guide, docs/guides/*.md"),
        ("Zie\n[wie](partner:acmee).", "11: partner:acmee: must be the id of a record; did you mean 'acme'?"),
        ("Zie [weg](page:sourcess).", "10: page:sourcess: must be the address of a page; did you mean 'sources'?"),
        (
            "Zie [weg](page:about#deal).\n\n## Deel {#deel}",
            "10: page:about#deal: must be a part of that page, got 'deal'; did you mean 'deel'?",
        ),
        (
            "Zie [a](practice:alpha#result) of [b](practice:alpha#results).",
            "10: practice:alpha#result: must be a part of that page, got 'result'; did you mean 'results'?",
        ),
        (
            "Zie [a](criterion:clear-aim#why).",
            "10: criterion:clear-aim#why: must not name a part, it is the part of a page itself, got 'why'",
        ),
        (
            "Zie [a](page:search#x).",
            "10: page:search#x: must be a part of that page, got 'x', which has none",
        ),
        (
            "<!-- hub:doors -->",
            "10: hub:doors: must have the guide 'guiding', to which a door leads",
        ),
        (
            "[x](javascript:alert)",
            "10: must be a link to a web address or a record (practice:…), a source [@key] or a figure [%id], got '](javascript:alert)'",
        ),
        ("# Nog een", "10: must have one heading of the first level (#), the title"),
        ("Tekst.\n{.groot}", "10: must be {.hub-lead}, the only class there is, got 'groot'"),
        ("Samen 72%.\n{.hub-lead}", None),
    ],
)  # fmt: skip
def test_what_is_wrong_on_a_page_is_said_with_its_line(body: str, expected: str | None, tmp_path: Path) -> None:
    found = [fault for fault in body_faults(tmp_path, body) if "#deel" not in fault]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize("path", WRITTEN_PAGES)
def test_a_page_that_the_navigation_leads_to_exists(path: str, tmp_path: Path) -> None:
    names = [f"docs/{path or 'index'}{language}.md" for language in ("", ".en")]
    assert told(a_hub(tmp_path, dict.fromkeys(names))) == [f"{names[0]}: must exist; pages of the hub lead to it"]


def test_a_section_that_other_pages_lead_to_exists(tmp_path: Path) -> None:
    nl, en = "docs/criteria.md", "docs/criteria.en.md"
    files = {name: sample(name).replace("{#scale}", "{#scales}") for name in (nl, en)}
    assert told(a_hub(tmp_path, files)) == [
        f"{nl}: #scale: must have a section with this anchor, pages of the hub lead to it; did you mean 'scales'?"
    ]


def test_a_page_begins_with_its_title(tmp_path: Path) -> None:
    assert faults(tmp_path, a_document().replace("# Over\n\n", "")) == [f"{ABOUT}:8: must begin with the title of the page, # …"]


def test_faults_of_records_and_documents_are_told_in_one_run(tmp_path: Path) -> None:
    root = a_hub(tmp_path, {ABOUT: a_document().replace("Tekst.", "[x](partner:acmee) <!-- hub:x -->"), "data/partners/acme.yml": "id: ["})
    told_at = [fault.partition(":")[0] for fault in told(root)]
    assert {ABOUT, "data/partners/acme.yml"} <= set(told_at)


def test_ids_that_cannot_be_known_are_not_judged(tmp_path: Path) -> None:
    """A record that could not be read may well have the figure or the term that a text names."""
    root = a_guide_hub(tmp_path, {"data/practices/alpha.yml": "id: ["})
    assert [fault for fault in told(root) if fault.startswith("docs/")] == []
