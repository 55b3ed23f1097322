"""The list of tools by theme, and the downloads of a tool."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ..link import addresses
from ..link.addresses import TOOLKIT, record_path
from ..model import Locale, Tool
from ..view import jsonld, process
from ..view.edition import Edition
from ..view.page import Page, headings, page_of
from ..view.process import Process, Station
from ..view.templates import rendered
from ..view.view import View

Sizes = Mapping[str, int]
"""Bytes of each download by its address from the root of the site."""


def pages(edition: Edition, sizes: Sizes) -> Iterator[Page]:
    yield toolkit_page(edition, sizes)


# --- downloads --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Download:
    href: str
    label: str
    """`Word-document in het Nederlands`."""
    size: str
    """`42 kB`; empty where it is not known."""
    lang: Locale
    format: str


def tool_downloads(view: View, tool: Tool, sizes: Sizes) -> tuple[Download, ...]:
    """In the language of the page first."""
    edition = view.edition
    locales = sorted(edition.catalogue.locales, key=lambda locale: locale != edition.locale)
    return tuple(
        _download(view, addresses.tool_download(tool, locale, format), format, locale, sizes)
        for locale in locales
        for format in tool.formats
    )


def _download(view: View, address: str, format: str, locale: Locale, sizes: Sizes) -> Download:
    strings = view.edition.strings
    label = strings(
        "toolkit.in_language", format=strings(f"toolkit.formats.{format}"), language=strings.language(locale)
    )
    return Download(view.asset(address), label[:1].upper() + label[1:], _size(view, sizes.get(address)), locale, format)


def _size(view: View, size: int | None) -> str:
    if size is None:
        return ""
    thousands = round(size / 1000)
    return view.t("toolkit.size", size=thousands) if thousands else view.t("toolkit.small_size")


# --- overview ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ToolLine:
    href: str
    title: str
    summary: str
    who: str
    downloads: tuple[Download, ...]
    """In the language of the page."""
    former: tuple[str, ...]
    """Anchor of the phase it begins: tools stood by phase once, and old links lead there."""


@dataclass(frozen=True)
class ThemeView:
    """A station of the process picture with its tools."""

    anchor: str
    number: int
    name: str
    title: str
    """`Thema 5: Matchen`."""
    summary: str
    tools: tuple[ToolLine, ...]


@dataclass(frozen=True)
class Toolkit:
    count: int
    process: Process
    themes: tuple[ThemeView, ...]
    archives: tuple[Download, ...]


def toolkit_page(edition: Edition, sizes: Sizes) -> Page:
    view = View(edition, TOOLKIT)
    values = toolkit(view, sizes)
    t = edition.strings
    body = rendered("pages/toolkit", view, toolkit=values)
    members = [(edition.text(tool.title), record_path("tool", tool.id)) for tool in edition.catalogue.tools.values()]
    return page_of(
        view,
        "toolkit",
        title=t("toolkit.title"),
        description=t("toolkit.description", count=values.count),
        body=body,
        section="toolkit",
        headings=headings(body),
        json_ld=(jsonld.collection(edition, TOOLKIT, t("toolkit.title"), members),),
    )


def toolkit(view: View, sizes: Sizes) -> Toolkit:
    edition = view.edition
    catalogue = edition.catalogue
    picture = process.process(view)
    begins = {tools[0].id: f"phase-{phase}" for phase, tools in catalogue.tools_by_phase.items() if tools}
    stations = (*picture.stations, *picture.rails)
    themes = tuple(
        ThemeView(
            _anchor(station), station.number, station.name,
            view.t("process.theme", number=station.number, name=station.name), station.summary,
            tuple(
                _line(view, tool, sizes, begins.get(tool.id)) for tool in catalogue.tools_by_dimension[station.id]
            ),
        )
        for station in stations
    )  # fmt: skip
    archives = [(addresses.archive_download(locale), locale) for locale in catalogue.locales if catalogue.tools]
    return Toolkit(
        count=len(catalogue.tools),
        process=replace(
            picture,
            stations=tuple(replace(item, href=f"#{_anchor(item)}") for item in picture.stations),
            rails=tuple(replace(item, href=f"#{_anchor(item)}") for item in picture.rails),
        ),
        themes=themes,
        archives=tuple(_download(view, address, "zip", locale, sizes) for address, locale in archives),
    )


def _anchor(station: Station) -> str:
    return f"theme-{station.id}"


def _line(view: View, tool: Tool, sizes: Sizes, former: str | None) -> ToolLine:
    edition = view.edition
    return ToolLine(
        view.record("tool", tool.id), edition.text(tool.title), edition.text(tool.summary), edition.text(tool.who),
        tuple(item for item in tool_downloads(view, tool, sizes) if item.lang == edition.locale),
        (former,) if former else (),
    )  # fmt: skip
