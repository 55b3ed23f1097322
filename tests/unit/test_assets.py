"""Style sheets and scripts as they are published."""

from __future__ import annotations

import posixpath
import re
import subprocess
from pathlib import Path, PurePosixPath

import pytest

from harness import NODE, ROOT
from hub.publish.assets import AssetError, assets

HUB = ROOT / "overrides/assets/hub"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "css").mkdir()
    (tmp_path / "css/hub.css").write_text('/* All */\n@import url("base.css");\na { color: red } /* why */\n', "utf-8")
    (tmp_path / "css/base.css").write_text("b { margin: 0 }\n", "utf-8")
    (tmp_path / "css/page-practice.css").write_text('@import url("base.css");\n', "utf-8")
    (tmp_path / "lib").mkdir()
    script = '// @ts-check\n/**\n * Doc */\nexport const a = "// stays"; // stays too\n  /* gone */\nconst u = `/* stays */`;\n'
    (tmp_path / "lib/x.mjs").write_text(script, "utf-8")
    return tmp_path


def test_imports_are_joined_in_their_order_and_comments_stay_behind(folder: Path) -> None:
    published = assets(folder)
    assert published.files[published.address("hub.css")] == b"b{margin:0}a{color:red}"
    assert published.files[published.address("lib/x.js")] == b'export const a="// stays";const u=`/* stays */`;'


def test_a_published_script_says_what_was_written(tmp_path: Path) -> None:
    """Both are parsed; only comments, layout and the endings of imported modules may differ."""
    published = assets(HUB)
    names = [name.removeprefix(f"{published.folder}/") for name in published.files if name.endswith(".js")]
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(published.files[published.address(name)])
    program = [NODE, ROOT / "tests/node/same-program.mjs", HUB, tmp_path, *names]
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == (f"the same: {len(names)}\n", "")


def test_modules_are_published_with_an_ending_that_every_host_knows_and_find_each_other(folder: Path) -> None:
    (folder / "main.mjs").write_text(
        'import { a } from "./lib/x.mjs";\n'
        "export * from './lib/x.mjs';\n"
        'const later = () => import("./lib/x.mjs");\n'
        'const said = "main.mjs has no module";\n',
        "utf-8",
    )
    published = assets(folder)
    assert published.files[published.address("main.js")] == (
        b'import{a}from"./lib/x.js";export*from\'./lib/x.js\';const later=()=>import("./lib/x.js");'
        b'const said="main.mjs has no module";'
    )


def test_every_module_that_a_published_script_names_is_published() -> None:
    published = assets(HUB)
    scripts = {PurePosixPath(name): content for name, content in published.files.items() if name.endswith(".js")}
    named = {
        (path, posixpath.normpath(path.parent / other.decode()))
        for path, content in scripts.items()
        for other in re.findall(rb"""["'](\.{1,2}/[^"'\s]+)["']""", content)
    }
    assert len(named) > 100
    assert [(str(path), other) for path, other in sorted(named) if other not in published.files] == []
    assert not any(name.endswith(".mjs") for name in published.files)


def test_a_script_that_imports_nothing_is_named(folder: Path) -> None:
    (folder / "main.mjs").write_text('import "./gone.mjs";\n', "utf-8")
    with pytest.raises(AssetError, match=r"main\.mjs: imports \./gone\.mjs, which does not exist"):
        assets(folder)


def test_a_kind_of_page_may_have_a_style_sheet_of_its_own(folder: Path) -> None:
    published = assets(folder)
    assert dict(published.page_styles) == {"practice": published.address("page-practice.css")}


def test_the_name_changes_with_the_content_and_only_then(folder: Path) -> None:
    before = assets(folder).folder
    assert assets(folder).folder == before
    (folder / "css/base.css").write_text("b { margin: 1px }\n", "utf-8")
    assert assets(folder).folder != before


def test_an_import_of_nothing_is_named(folder: Path) -> None:
    (folder / "css/hub.css").write_text('@import url("gone.css");\n', "utf-8")
    with pytest.raises(AssetError, match=r"hub\.css: imports gone\.css, which does not exist"):
        assets(folder)
