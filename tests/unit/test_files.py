"""Files that are no records: refused with a problem, never opened when they should not be, never a traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from builders import a_hub, a_practice, sample
from hub.load import strict_yaml
from hub.load.records import load
from hub.model.base import DEVICE
from hub.pipeline import load_catalogue, load_hub

ALPHA = "data/practices/alpha.yml"
BETA = "data/practices/beta.yml"


def problems(root: Path) -> list[str]:
    return [str(problem) for problem in load_catalogue(root)[1]]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"a" * 10 * 1024 * 1024, f"{BETA}: must not be larger than 512 KB, got 10240 KB", id="10 MB"),
        pytest.param(b"#" * (512 * 1024 + 1), f"{BETA}: must not be larger than 512 KB, got 513 KB", id="one byte too many"),
        pytest.param(b"id: beta\nname: \x89PNG\r\n\x1a\n\x00\xff", f"{BETA}:2: must be text saved as UTF-8, got the byte 89 "
                     "where no letter can begin", id="binary"),
        pytest.param("id: beta\nname: café".encode("latin-1"), f"{BETA}:2: must be text saved as UTF-8, got the byte E9 "
                     "where no letter can begin", id="Latin-1"),
        pytest.param("id: beta".encode("utf-16"), f"{BETA}:1: must be text saved as UTF-8, got the byte FF "
                     "where no letter can begin", id="UTF-16"),
        pytest.param(b"id: beta\nname: a\x00b", f"{BETA}:2: must be plain text, got the invisible character U+0000", id="NUL"),
        pytest.param(b"id: beta\x1b[31m", f"{BETA}:1: must be plain text, got the invisible character U+001B", id="escape"),
        pytest.param("id: beta\n\u2028".encode(), f"{BETA}:2: must be plain text, got the invisible character U+2028",
                     id="line separator"),
        pytest.param("id: \ufeffbeta".encode(), f"{BETA}:1: must be plain text, got the invisible character U+FEFF",
                     id="byte order mark inside"),
        pytest.param(b"", f"{BETA}:1: must not be empty", id="empty"),
    ],
)  # fmt: skip
def test_contents_that_are_refused(content: bytes, expected: str, tmp_path: Path) -> None:
    assert problems(a_hub(tmp_path, {BETA: content})) == [expected]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\xef\xbb\xbf" + a_practice(id="beta").encode(), id="byte order mark"),
        pytest.param(a_practice(id="beta").replace("\n", "\r\n").encode(), id="line ends of Windows"),
        pytest.param(("---\n" + a_practice(id="beta")).encode(), id="a line of hyphens above"),
        pytest.param(a_practice(id="beta", name={"nl": "Hjælp 👩‍🏫 اهلا", "en": "Väestöliitto"}).encode(), id="any script"),
    ],
)
def test_contents_that_are_fine(content: bytes, tmp_path: Path) -> None:
    assert problems(a_hub(tmp_path, {BETA: content})) == []


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = a_hub(tmp_path, {BETA: b"a" * 600 * 1024})
    opened: list[str] = []
    original = Path.open

    def noting(self: Path, *arguments: object, **options: object) -> object:
        opened.append(self.name)
        return original(self, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", noting)
    load(root)
    assert "alpha.yml" in opened
    assert "beta.yml" not in opened


@pytest.mark.parametrize("target", ["/etc/passwd", "../../../outside.yml", "alpha.yml", "beta.yml", "nowhere.yml"])
def test_symbolic_links_are_refused(target: str, tmp_path: Path) -> None:
    (tmp_path / "outside.yml").write_text(a_practice(id="beta"), encoding="utf-8")
    root = a_hub(tmp_path)
    (root / BETA).symlink_to(target)
    assert problems(root) == [f"{BETA}: must be a file of its own, not a symbolic link"]


def test_a_linked_folder_is_refused(tmp_path: Path) -> None:
    root = a_hub(tmp_path)
    (root / "data/partners").rename(tmp_path / "elsewhere")
    (root / "data/partners").symlink_to(tmp_path / "elsewhere")
    assert problems(root)[0] == "data/partners: must be a folder of its own"


def test_a_linked_data_folder_is_refused(tmp_path: Path) -> None:
    root = a_hub(tmp_path)
    (root / "data").rename(tmp_path / "elsewhere")
    (root / "data").symlink_to(tmp_path / "elsewhere")
    assert problems(root) == ["data: must exist; the folder with the records is missing"]


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    root = a_hub(tmp_path)
    os.mkfifo(root / BETA)
    assert problems(root) == [f"{BETA}: must be an ordinary file"]


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = a_hub(tmp_path, {BETA: a_practice(id="beta")})
    original = Path.open

    def refusing(self: Path, *arguments: object, **options: object) -> object:
        if self.name == "beta.yml":
            raise PermissionError(13, "Permission denied")
        return original(self, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refusing)
    assert problems(root) == [f"{BETA}: must be readable (Permission denied)"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("data/practices/beta.yaml", "must be a file whose name ends in .yml; rename it to 'beta.yml'"),
        ("data/practices/beta.YML", "must be a file whose name ends in .yml; rename it to 'beta.yml'"),
        ("data/practices/beta.json", "must be a file whose name ends in .yml"),
        ("data/practices/beta", "must be a file whose name ends in .yml"),
        ("data/practices/Béta 2.yml", "must have an id as its name (small letters, digits and hyphens); rename it to "
         "'b-ta-2.yml'"),
        ("data/practices/a\u202eb.yml", "must have an id as its name (small letters, digits and hyphens); rename it to "
         "'a-b.yml'"),
        ("data/practices/aux.yml", DEVICE),
        ("data/practices/com7.yml", DEVICE),
        ("data/tools/CON.yml", DEVICE),
        ("data/partners/lpt0.yml", DEVICE),
        ("data/guides/nul.x.yml", DEVICE),
        ("data/sources.yaml", "must not stand here, the hub does not know it; rename it to 'sources.yml'"),
        ("data/source.yml", "must not stand here, the hub does not know it; did you mean 'sources.yml'?"),
        ("data/practise/x.yml", "must not stand here, the hub does not know it; did you mean 'practices'?"),
    ],
)  # fmt: skip
def test_names_that_are_refused(name: str, expected: str, tmp_path: Path) -> None:
    place = "data/practise" if "practise" in name else name.replace("\u202e", "\\u202e")
    assert problems(a_hub(tmp_path, {name: "id: beta\n"})) == [f"{place}: {expected}"]


@pytest.mark.parametrize(
    ("place", "old", "new", "field"),
    [
        ("data/sources.yml", "- id: report-2020", "- id: prn", ":1: [prn].id"),
        ("data/vocabularies/group.yml", "id: women", "id: lpt1", ":8: terms[lpt1].id"),
        (ALPHA, "id: jobs-2020", "id: con", ":31: results[con].id"),
        ("data/thin_practices.yml", "id: gamma", "id: com0", ":1: [com0].id"),
    ],
)
def test_ids_that_are_devices_of_windows(place: str, old: str, new: str, field: str, tmp_path: Path) -> None:
    found = problems(a_hub(tmp_path, {place: sample(place).replace(old, new)}))
    assert f"{place}{field}: {DEVICE}, got '{new.rpartition(' ')[2]}'" in found


def test_ids_that_only_begin_as_a_device(tmp_path: Path) -> None:
    assert problems(a_hub(tmp_path, {"data/practices/console.yml": a_practice(id="console")})) == []


def test_a_parser_that_reads_other_texts_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict_yaml, "_LOADER", None)
    catalogue, found = load_hub(a_hub(tmp_path, {"docs/about.md": "---\n"}))
    assert catalogue is None
    assert [str(problem) for problem in found] == [
        "PyYAML: must be installed with libyaml, or else some files are read differently; install it again from a wheel"
    ]


def test_a_folder_among_records(tmp_path: Path) -> None:
    root = a_hub(tmp_path, {"data/practices/old/beta.yml": a_practice(id="beta")})
    assert problems(root) == ["data/practices/old: must not be a folder; records stand directly in data/practices/"]


def test_files_of_tools_and_schemas_are_none_of_ours(tmp_path: Path) -> None:
    root = a_hub(tmp_path, {"data/.DS_Store": b"\x00", "data/practices/.beta.yml.swp": b"\x00", "data/schema/x.json": "{}"})
    assert problems(root) == []


def test_a_missing_file_is_one_problem(tmp_path: Path) -> None:
    root = a_hub(tmp_path, {"data/sources.yml": None})
    assert problems(root) == ["data/sources.yml: must exist; the file is missing"]


def test_an_empty_project(tmp_path: Path) -> None:
    assert problems(tmp_path) == ["data: must exist; the folder with the records is missing"]


def test_a_list_with_too_many_records(tmp_path: Path) -> None:
    root = a_hub(tmp_path, {"data/glossary.yml": "- a\n" * 10_001})
    assert problems(root) == ["data/glossary.yml:1: must not have more than 10000 records, got 10001"]


def test_all_files_are_reported_in_one_run(tmp_path: Path) -> None:
    root = a_hub(tmp_path, {ALPHA: sample(ALPHA).replace("value: 40", "value: 012"), BETA: b"\xff", "data/labels.yml": "x"})
    assert problems(root) == [
        "data/labels.yml:1: must be a list of records that begin with '- ', got 'x'",
        f"{ALPHA}:40: results[duos-2020].value: must be a plain number such as 12 or 2.5 of at most 18 digits, or a text in "
        "quotes, got '012'",
        f"{BETA}:1: must be text saved as UTF-8, got the byte FF where no letter can begin",
    ]
