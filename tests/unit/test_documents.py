"""Documents in `docs/`: what is said about their files and front matter, with its line, and never a traceback."""

from __future__ import annotations

import html
import os
import shutil
from pathlib import Path

import pytest

from builders import a_hub, sample
from guide_builders import TEXT, a_guide_hub, told
from hub.link.addresses import WRITTEN_PAGES
from hub.load.documents import document
from hub.model.base import DEVICE, hidden_character

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


# --- what nobody sees -------------------------------------------------------------------------------------------------

BAD_SECTION = a_document(section="abuot")
SECTION = "section: must be a section of the navigation, got 'abuot'; did you mean 'about'?"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        pytest.param(BAD_SECTION.replace("---\n\n", "--- \n\n"), 4, id="a space behind the second line of hyphens"),
        pytest.param(BAD_SECTION.replace("---\ntitle", "---\t \ntitle"), 4, id="blanks behind the first"),
        pytest.param(" " + BAD_SECTION.replace("\n---\n", "\n\u00a0---\n"), 4, id="blanks before both"),
        pytest.param("\n" + BAD_SECTION, 5, id="an empty first line"),
        pytest.param("\r\n \r\n" + BAD_SECTION.replace("\n", "\r\n"), 6, id="two empty lines of Windows"),
    ],
)
def test_blanks_around_the_lines_of_hyphens_do_no_harm(content: str, line: int, tmp_path: Path) -> None:
    link = content.replace("Tekst.", "[x](partner:acmee)")
    unknown = "partner:acmee: must be the id of a record; did you mean 'acme'?"
    assert faults(tmp_path, link) == sorted([f"{ABOUT}:{line}: {SECTION}", f"{ABOUT}:{line + 6}: {unknown}"])


def test_front_matter_may_end_the_file(tmp_path: Path) -> None:
    content = a_document().partition("\n\n")[0]
    assert faults(tmp_path, content) == [f"{ABOUT}:6: must begin with the title of the page, # …"]


@pytest.mark.parametrize("body", ["Een zin met \u202eomgekeerde\u202c tekst.", "[x\u2066](page:about)", "[x](page:about '\u200f')", "<!-- \u202e -->", "Een &#x202E; of &#8206; teken", "| a\U000e0041 |", "- \ue000", "\u202a  "])  # fmt: skip
@pytest.mark.parametrize("name", ["docs/about.md", TEXT])
def test_hidden_and_reversing_characters_are_refused(body: str, name: str, tmp_path: Path) -> None:
    found = html.unescape(body)
    first = next(character for character in found if hidden_character(character))
    text = Path(__file__).parents[1].joinpath("golden/guides", TEXT).read_text("utf-8") if name == TEXT else a_document()
    files: dict[str, str | None] = {"docs/about.en.md": a_document(), name: f"{text}\n{body}\n"}
    line = text.count("\n") + 2
    expected = f"{name}:{line}: must not contain the invisible character U+{ord(first):04X}"
    assert expected in told(a_guide_hub(tmp_path, {"docs/about.md": a_document(), **files}))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"title": '"O\u202ever"'}, "2: title: must not contain the invisible character U+202E, got 'O\\u202ever'"),
        ({"description": "Iets # \u202e"}, None),
        ({"title": '"Over" # \u202e'}, "2: must not contain the invisible character U+202E"),
        ({"\u202etitle": "x"}, "6: must be indented with spaces, got U+202E (right-to-left override)"),
    ],
)
def test_hidden_characters_in_front_matter(changes: dict[str, str], expected: str | None, tmp_path: Path) -> None:
    found = faults(tmp_path, a_document(**changes))
    cut = "3: description: must be in quotes when a text holds ' #', or else YAML leaves out '# \\u202e'; a remark needs a line of its own"
    assert found == [f"{ABOUT}:{expected or cut}"]


def test_hidden_characters_that_markdown_makes_in_records(tmp_path: Path) -> None:
    about = sample("data/partners/acme.yml").replace("nl: Zie [Alfa]", "nl: Zie &#x202e;[Alfa]")
    assert told(a_hub(tmp_path, {"data/partners/acme.yml": about})) == [
        "data/partners/acme.yml:10: about.nl: must not contain the invisible character U+202E, got "
        "'Zie &#x202e;[Alfa](practice:alpha) en [het project](project…'"
    ]


# --- files ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("docs/about.fr.md", "must be in a language of the hub, got 'fr'; allowed are: nl, en"),
        ("docs/about.EN.md", "must be in a language of the hub, got 'EN'; did you mean 'en'?"),
        ("docs/about.nl-be.md", "must be in a language of the hub, got 'nl-be'; allowed are: nl, en"),
        ("docs/about.nl.md", "must not have the default language in its name; rename it to 'about.md'"),
        ("docs/about.oud.md", "must have an id as its name (small letters, digits and hyphens); rename it to 'about-oud.md'"),
        ("docs/README.md", "must have an id as its name (small letters, digits and hyphens); rename it to 'readme.md'"),
        ("docs/Over ons.en.md", "must have an id as its name (small letters, digits and hyphens); rename it to 'over-ons.en.md'"),
        ("docs/Oud/x.md", None),
        ("docs/AUX.md", DEVICE),
        ("docs/con.en.md", DEVICE),
        ("docs/guides/lpt¹.md", DEVICE),
        ("docs/nul/x.md", None),
        ("docs/other.MD", "must be a document, whose name ends in .md; no other file stands here; rename it to 'other.md'"),
        ("docs/other.markdown", "must be a document, whose name ends in .md; no other file stands here; rename it to 'other.md'"),
        ("docs/page.html", "must be a document, whose name ends in .md; no other file stands here"),
        ("docs/guides/photo.jpg", "must be a document, whose name ends in .md; no other file stands here"),
        ("docs/CNAME", "must be a document, whose name ends in .md; no other file stands here"),
    ],
)
def test_files_that_are_no_documents(name: str, expected: str | None, tmp_path: Path) -> None:
    """MkDocs would publish each of them, or take it for another page, without anyone looking at it."""
    root = a_hub(tmp_path, {"docs/about.md": a_document(), "docs/about.en.md": a_document(), name: a_document()})
    if expected is None:
        name = name.rpartition("/")[0]
        expected = DEVICE if name == "docs/nul" else "must have an id as its name (small letters, digits and hyphens); rename it to 'oud'"
    assert told(root) == [f"{name}: {expected}"]


def test_files_of_tools_are_none_of_ours(tmp_path: Path) -> None:
    files = {"docs/.DS_Store": b"\x00", "docs/.about.md.swp": b"\x00", "docs/.obsidian/x.md": b"x"}
    assert told(a_hub(tmp_path, {ABOUT: a_document(), "docs/about.en.md": a_document(), **files})) == []


def test_links_and_folders_among_documents(tmp_path: Path) -> None:
    root = a_hub(tmp_path, {ABOUT: a_document(), "docs/about.en.md": a_document(), "docs/map.md/x.md": "", "docs/map.en.md": a_document()})
    outside = tmp_path / "elsewhere"
    outside.mkdir()
    (outside / "secret.md").write_text(a_document(), "utf-8")
    for name, target in (("linked", outside), ("loop", "loop"), ("round", "."), ("logo.png", "/etc/passwd"), ("a.md", "about.md"), ("b.md", "b.md")):
        (root / "docs" / name).symlink_to(target)
    no_document = "must be a document, whose name ends in .md; no other file stands here"
    lonely = "must have a version in every language; docs/{}.en.md is missing"
    assert told(root) == [
        "docs/a.md: must be a file of its own, not a symbolic link",
        f"docs/a.md: en: {lonely.format('a')}",
        "docs/b.md: must be a file of its own, not a symbolic link",
        f"docs/b.md: en: {lonely.format('b')}",
        "docs/linked: must be a folder of its own",
        f"docs/logo.png: {no_document}",
        f"docs/loop: {no_document}",
        "docs/map.md: must be an ordinary file",
        "docs/round: must be a folder of its own",
    ]


def test_names_that_are_no_text(tmp_path: Path) -> None:
    root = a_hub(tmp_path, {ABOUT: a_document(), "docs/about.en.md": a_document()})
    (root / "docs" / os.fsdecode(b"caf\xe9.md")).write_bytes(b"")
    assert told(root) == [
        "docs/caf\\udce9.md: must have an id as its name (small letters, digits and hyphens); rename it to 'caf.md'"
    ]


@pytest.mark.parametrize("kind", ["file", "link"])
def test_docs_that_is_no_folder(kind: str, tmp_path: Path) -> None:
    root = a_hub(tmp_path)
    shutil.rmtree(root / "docs")
    if kind == "file":
        (root / "docs").write_text("x", "utf-8")
    else:
        (root / "docs").symlink_to(tmp_path)
    assert told(root) == ["docs: must be a folder of its own"]


def test_folders_and_files_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = a_hub(tmp_path, {ABOUT: a_document(), "docs/about.en.md": a_document(), "docs/more/x.md": a_document()})
    listdir, opened = os.listdir, Path.open

    def refusing_folder(path: Path) -> list[str]:
        if Path(path).name == "more":
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    def refusing_file(self: Path, *arguments: object, **options: object) -> object:
        if self.name == "about.en.md":
            raise PermissionError(13, "Permission denied")
        return opened(self, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "listdir", refusing_folder)
    monkeypatch.setattr(Path, "open", refusing_file)
    assert told(root) == [
        "docs/about.en.md: must be readable (Permission denied)",
        "docs/more: must be readable (Permission denied)",
    ]


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
            "10: hub:doors: must have the tool 'first-meeting-agenda', to which a door leads; allowed are: plan",
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
