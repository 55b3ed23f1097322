"""Style sheet and scripts as files to publish, under a name that changes with their content.

Promise: the same sources give the same bytes under the same name, so a browser may keep them for a year.
`css/hub.css` lists the component files with `@import url("x.css");` in their order; they are joined into one file. What
only one kind of page needs is in `css/page-<kind>.css`, written the same way, and is loaded by those pages alone.
Scripts keep their relative places and change their ending: `.mjs` in the source, which tools need to see a module, and
`.js` on the site, because the tables of many hosts do not know `.mjs` and browsers run no script of unknown type. Comments
and layout are for readers of the source and weigh as much as the code: they stay behind. Tests prove that what is
published means what was written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from rcssmin import cssmin  # type: ignore[import-untyped]
from rjsmin import jsmin  # type: ignore[import-untyped]

from ..browser.hashed import hashed
from ..link.addresses import ASSETS

_IMPORT = re.compile(r"^@import url\(\"([a-z0-9-]+\.css)\"\);[^\n]*\n", re.MULTILINE)
_MODULE = re.compile(r"([\"'])(\.{1,2}/[\w./-]+)\.mjs\1")
"""A module as another names it, in `import … from`, `export … from` or `import()`."""
_PAGE_STYLE = re.compile(r"/page-([a-z-]+)\.css$")


class AssetError(Exception):
    """A style sheet or script cannot be published; the message names the file."""


@dataclass(frozen=True)
class Assets:
    """Files by their address from the root of the site, for example `assets/hub-1a2b3c4d/hub.css`."""

    folder: str
    files: Mapping[str, bytes]

    @property
    def page_styles(self) -> Mapping[str, str]:
        """Kind of page → address of its own style sheet, for the kinds that have one."""
        found = ((_PAGE_STYLE.search(address), address) for address in self.files)
        return MappingProxyType({match.group(1): address for match, address in found if match})

    def address(self, name: str) -> str:
        """`hub.css` → `assets/hub-1a2b3c4d/hub.css`; KeyError when there is no such file."""
        address = f"{self.folder}/{name}"
        if address not in self.files:
            raise KeyError(name)
        return address


def style_sheet(main: Path) -> str:
    """A style sheet with its imports in place, without comments and layout."""

    def imported(match: re.Match[str]) -> str:
        part = main.parent / match.group(1)
        if not part.is_file():
            raise AssetError(f"{main}: imports {part.name}, which does not exist")
        return part.read_text("utf-8").rstrip("\n") + "\n"

    joined: str = cssmin(_IMPORT.sub(imported, main.read_text("utf-8")))
    return joined


def script(path: Path) -> str:
    """A script without comments and layout, that names other modules as they are published."""

    def published(match: re.Match[str]) -> str:
        quote, name = match.groups()
        if not (path.parent / f"{name}.mjs").is_file():
            raise AssetError(f"{path}: imports {name}.mjs, which does not exist")
        return f"{quote}{name}.js{quote}"

    return _MODULE.sub(published, jsmin(path.read_text("utf-8")))


def assets(folder: Path) -> Assets:
    """Everything in `overrides/assets/hub`, ready to publish.

    Raises AssetError when a style sheet or script imports a file that does not exist.
    """
    css = folder / "css"
    names = {path.name: style_sheet(path).encode() for path in (css / "hub.css", *sorted(css.glob("page-*.css")))}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix == ".mjs":
            names[path.relative_to(folder).with_suffix(".js").as_posix()] = script(path).encode()
        elif path.is_file() and path.suffix == ".svg":
            names[path.relative_to(folder).as_posix()] = path.read_bytes()
    return Assets(*hashed(f"{ASSETS}/hub", names))
