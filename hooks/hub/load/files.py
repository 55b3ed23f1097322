"""Names in a folder, and one file as text: UTF-8, not too large, no links, no invisible characters. Knows no fields."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from ..model.base import DEVICE, ID_PATTERN, names_a_device
from ..problems import Problem

_NOT_TEXT = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What YAML refuses, a byte order mark inside, and U+0085, U+2028, U+2029: line ends for YAML but not for editors."""


def listing(folder: Path, uri: str) -> list[str] | Problem:
    """Names in a folder, sorted; those that begin with a dot belong to tools."""
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError as error:
        return Problem(uri, 0, "", f"must be readable ({error.strerror or 'it is not'})")


def is_folder(path: Path) -> bool:
    """Whether it is a folder, or a link to one; False where that cannot be known."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except OSError:
        return False


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "name"


def odd_name(stem: str, extension: str = "") -> str | None:
    """What is wrong with the name of a file or folder that becomes part of an address; None: nothing."""
    if names_a_device(stem):
        return DEVICE
    if not re.fullmatch(ID_PATTERN, stem):
        return f"must have an id as its name (small letters, digits and hyphens); rename it to '{slug(stem)}{extension}'"
    return None


def _refused_file(path: Path, limit: int) -> str | None:
    """Why a file is not even opened."""
    facts = path.lstat()
    if stat.S_ISLNK(facts.st_mode):
        return "must be a file of its own, not a symbolic link"
    if not stat.S_ISREG(facts.st_mode):
        return "must be an ordinary file"
    if facts.st_size > limit:
        return f"must not be larger than {limit // 1024} KB, got {-(-facts.st_size // 1024)} KB"
    return None


def read_text(path: Path, uri: str, limit: int) -> str | Problem:
    """The text of a file in UTF-8 (a byte order mark is dropped), or what is wrong with it."""
    try:
        if message := _refused_file(path, limit):
            return Problem(uri, 0, "", message)
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        return Problem(uri, 0, "", f"must be readable ({error.strerror or 'it is not'})")
    try:
        text = content[:limit].decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Problem(
            uri, line, "", f"must be text saved as UTF-8, got the byte {content[error.start]:02X} where no letter can begin"
        )
    if odd := _NOT_TEXT.search(text):
        line = text.count("\n", 0, odd.start()) + 1
        return Problem(uri, line, "", f"must be plain text, got the invisible character U+{ord(odd[0]):04X}")
    return text
