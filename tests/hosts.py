"""Which types static hosts give to files: the lines for our files in the tables of Debian 12, read from its packages.

A browser runs no script, and with `nosniff` uses no style sheet, that comes as another type. Pagefind fetches its index and
its program as bytes, so that their type does not matter; no table knows `.pagefind` or `.pf_index`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Host:
    """What a host says about a file by the ending of its name."""

    name: str
    types: Mapping[str, str]
    """Ending without dot → type."""
    unknown: str | None
    """The type of every other file; None: the host says nothing."""


_OFFICE = "application/vnd.openxmlformats-officedocument"

NGINX = Host(
    "nginx",  # nginx-common 1.22.1-9+deb12u11: /etc/nginx/mime.types, default_type of /etc/nginx/nginx.conf
    {
        "html": "text/html",
        "css": "text/css",
        "xml": "text/xml",
        "js": "application/javascript",
        "txt": "text/plain",
        "svg": "image/svg+xml",
        "json": "application/json",
        "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
        "docx": f"{_OFFICE}.wordprocessingml.document",
        "wasm": "application/wasm",
        "zip": "application/zip",
    },
    "application/octet-stream",
)
APACHE = Host(
    "apache",  # media-types 10.0.0: /etc/mime.types, which TypesConfig of apache2 2.4 names; what it lacks has no type
    {
        "html": "text/html",
        "css": "text/css",
        "xml": "application/xml",
        "js": "text/javascript",
        "mjs": "text/javascript",
        "txt": "text/plain",
        "svg": "image/svg+xml",
        "json": "application/json",
        "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
        "docx": f"{_OFFICE}.wordprocessingml.document",
        "wasm": "application/wasm",
        "zip": "application/zip",
        "csv": "text/csv",
        "ics": "text/calendar",
        "webmanifest": "application/manifest+json",
    },
    None,
)
HOSTS = (NGINX, APACHE)
