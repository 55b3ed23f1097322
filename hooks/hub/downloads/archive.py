"""Zip archives (`.docx` and `.xlsx` are such too) with the same bytes for the same content.

The libraries that write documents stamp the time of day into them; `reproducible` takes it out again.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import datetime

_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
_CORE = "docProps/core.xml"


def packed(files: Mapping[str, bytes], moment: datetime) -> bytes:
    """An archive of files by name, in the order given, all of the same moment."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, moment.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o644 << 16
            archive.writestr(info, content, compresslevel=9)
    return out.getvalue()


def reproducible(document: bytes, moment: datetime) -> bytes:
    """The same document without the time at which it was written."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    if _CORE in files:
        stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
        files[_CORE] = _MODIFIED.sub(lambda found: found[1] + stamp + found[3], files[_CORE])
    return packed(files, moment)
