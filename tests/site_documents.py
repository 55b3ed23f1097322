"""A page of the built site as the tests look at it: ids, links, resources, meta data."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Document:
    """One HTML file; `path` is its place in the site, for example `en/practices/index.html`."""

    path: str
    language: str = ""
    title: str = ""
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    """What a browser fetches by itself: scripts, style sheets, pictures, preloads."""
    meta: dict[str, str] = field(default_factory=dict)
    rel: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    json_ld: list[str] = field(default_factory=list)
    inline_handlers: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, document: Document) -> None:
        super().__init__(convert_charrefs=True)
        self.document = document
        self._inside: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        document = self.document
        if tag == "html":
            document.language = values.get("lang", "")
        if "id" in values:
            document.ids.append(values["id"])
        document.inline_handlers += [f"{tag} {name}" for name in values if name.startswith("on")]
        if tag == "a" and "href" in values:
            document.links.append(values["href"])
        if tag == "form" and "action" in values:
            document.links.append(values["action"])
        if tag in ("script", "img", "iframe", "source", "video", "audio") and values.get("src"):
            document.resources.append(values["src"])
        if tag == "link":
            for name in values.get("rel", "").split():
                document.rel.setdefault(name, []).append(values)
                if name in ("stylesheet", "icon", "preload", "modulepreload", "manifest"):
                    document.resources.append(values["href"])
        if tag == "meta" and ("name" in values or "property" in values):
            document.meta[values.get("name") or values["property"]] = values.get("content", "")
        if tag == "title" and not document.title:
            self._inside = "title"
        if tag == "script" and values.get("type") == "application/ld+json":
            self._inside = "json-ld"
            document.json_ld.append("")

    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self.document.title += data
        elif self._inside == "json-ld":
            self.document.json_ld[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag in ("title", "script"):
            self._inside = None


def read(site: Path) -> dict[str, Document]:
    """All documents of a site by their path, without those that only lead on to where a record stands now."""
    documents = {}
    for path in sorted(site.rglob("*.html")):
        html = path.read_text("utf-8")
        if 'http-equiv="refresh"' in html:
            continue
        document = Document(path.relative_to(site).as_posix())
        _Reader(document).feed(html)
        documents[document.path] = document
    return documents


def target(link: str, document: Document, base: str) -> tuple[str, str] | None:
    """(file, fragment) an internal link leads to, both decoded; None for links out of the site.

    `base` is the absolute address of the site; absolute paths below it count as internal.
    """
    parts = urlsplit(link)
    root = urlsplit(base)
    if parts.scheme and not link.startswith(base):
        return None
    if parts.scheme or parts.path.startswith("/"):
        assert parts.path.startswith(root.path), f"{document.path}: {link} leaves the site"
        place = parts.path.removeprefix(root.path)
    elif parts.path:
        place = posixpath.normpath(posixpath.join(posixpath.dirname(document.path), unquote(parts.path)))
        place += "/" if parts.path.endswith(("/", ".", "..")) else ""
        place = place.removeprefix("./")
    else:
        place = document.path
    assert not place.startswith(".."), f"{document.path}: {link} leaves the site"
    if place in ("", "./") or place.endswith("/"):
        place = posixpath.normpath(f"{place}index.html") if place not in ("", "./") else "index.html"
    return unquote(place), unquote(parts.fragment)
