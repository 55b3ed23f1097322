"""Data files as they are published: compact JSON, in a folder named after its content.

The same content has the same name, and other content another, so a browser may keep files for a year.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from types import MappingProxyType


def as_json(value: object) -> bytes:
    """
    >>> as_json({"a": ["é", 1]}) == '{"a":["é",1]}'.encode()
    True
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def hashed(prefix: str, files: Mapping[str, bytes]) -> tuple[str, Mapping[str, bytes]]:
    """The folder, and the files by their address from the root of the site, both in the order of their names.

    >>> hashed("assets/hub", {"b.css": b"", "a.css": b""})
    ('assets/hub-beb23a3b', mappingproxy({'assets/hub-beb23a3b/a.css': b'', 'assets/hub-beb23a3b/b.css': b''}))
    """
    digest = hashlib.sha256()
    for name, content in sorted(files.items()):
        digest.update(name.encode() + b"\0" + content + b"\0")
    folder = f"{prefix}-{digest.hexdigest()[:8]}"
    return folder, MappingProxyType({f"{folder}/{name}": files[name] for name in sorted(files)})
