"""The toolkit as files to keep: `.docx` and `.xlsx` per tool and language, and the whole of it as one `.zip` per language.

    /downloads/<tool>.<locale>.docx, …xlsx        /downloads/toolkit.<locale>.zip

The same records give the same bytes. To look at them without a site: `python hooks/downloads.py [folder]`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..link.addresses import archive_download, tool_download
from ..link.catalogue import Catalogue
from ..view.edition import Edition, Editions, editions
from . import archive, limits, spreadsheet, word_document
from .brief import Brief

MAKERS = {"docx": word_document.document, "xlsx": spreadsheet.workbook}


def files(languages: Editions, base: str) -> Mapping[str, bytes]:
    """Every file by its address; empty where there are no tools. `base` is the address of the site, printed on each."""
    made: dict[str, bytes] = {}
    for locale, edition in languages.items():
        briefs = [Brief(tool, edition, base) for tool in edition.catalogue.tools.values()]
        if not briefs:
            continue
        folders: dict[str, bytes] = {_read_me_name(edition): _read_me(edition, briefs)}
        for brief in briefs:
            for format in brief.tool.formats:
                content = MAKERS[format](brief)
                made[tool_download(brief.tool, locale, format)] = content
                folders[f"{_folder(brief)}/{brief.tool.id}.{locale}.{format}"] = content
        name = f"toolkit-{locale}"
        inside = {f"{name}/{path}": content for path, content in folders.items()}
        made[archive_download(locale)] = archive.packed(inside, briefs[0].moment)
    return MappingProxyType(made)


def of_catalogue(catalogue: Catalogue, base: str) -> Mapping[str, bytes]:
    """The same, for who makes nothing else."""
    return files(editions(catalogue), base)


def _folder(brief: Brief) -> str:
    """`05-matching`: themes in their order."""
    themes = tuple(brief.edition.catalogue.dimensions)
    return f"{themes.index(brief.tool.dimension) + 1:02}-{brief.tool.dimension}"


def _read_me_name(edition: Edition) -> str:
    return f"{limits.file_name(edition.strings('toolkit.document.read_me')) or 'README'}.txt"


def _read_me(edition: Edition, briefs: list[Brief]) -> bytes:
    """What is inside the archive, in plain text with line ends that every editor knows."""
    settings = edition.catalogue.settings
    t = edition.strings
    first = briefs[0]
    overview = first.address.removesuffix(f"{first.tool.id}/")
    lines = [t("toolkit.document.read_me_intro", hub=edition.text(settings.title), address=overview), first.license, ""]
    theme = ""
    for brief in briefs:
        if brief.tool.dimension != theme:
            theme = brief.tool.dimension
            lines += ["", edition.title("dimension", theme)]
        names = ", ".join(f"{_folder(brief)}/{brief.tool.id}.{edition.locale}.{format}" for format in brief.tool.formats)
        lines += [f"- {brief.title} ({brief.version}): {names}"]
    return "\r\n".join([*lines, ""]).encode("utf-8-sig")
