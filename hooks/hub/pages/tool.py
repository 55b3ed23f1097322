"""The toolkit: one page by theme, and one per tool with a preview of its form, as finished values for their templates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from ..link.addresses import TOOLKIT, record_path
from ..model import Tool
from ..model import tool as model
from ..view import accent, facts, jsonld, links, process, reviews, sources
from ..view.accent import Accent
from ..view.edition import Edition
from ..view.facts import Fact
from ..view.page import Page, headings, page_of
from ..view.process import Process
from ..view.sources import SourceView
from ..view.templates import rendered
from ..view.tool_words import facts as tool_facts
from ..view.tool_words import inferred
from ..view.view import View
from .calculator import CalculatorView, calculator_view
from .tool_form import PartView, part_view
from .toolkit import Download, Sizes, tool_downloads


def pages(edition: Edition, sizes: Sizes) -> Iterator[Page]:
    for tool in edition.catalogue.tools.values():
        yield tool_page(tool, edition, sizes)


@dataclass(frozen=True)
class SheetColumnView:
    label: str
    help: str
    what: str
    inferred: bool


@dataclass(frozen=True)
class SheetView:
    title: str
    intro: str
    columns: tuple[SheetColumnView, ...]
    summary: tuple[str, ...]


@dataclass(frozen=True)
class LegalView:
    text: Markup
    check: str


@dataclass(frozen=True)
class ToolView:
    id: str
    accent: Accent
    process: Process
    title: str
    summary: str
    purpose: Markup
    facts: tuple[Fact, ...]
    version: str
    downloads: tuple[Download, ...]
    calculator: CalculatorView | None
    sections: tuple[PartView, ...]
    sheets: tuple[SheetView, ...]
    tips: tuple[Markup, ...]
    evidence: Markup | None
    privacy: Markup
    language: Markup
    legal: tuple[LegalView, ...]
    inferred: bool
    criteria: tuple[links.Link, ...]
    guides: tuple[links.Link, ...]
    practices: tuple[links.Link, ...]
    sources: tuple[SourceView, ...]
    previous: links.Link | None
    next: links.Link | None


def tool_page(tool: Tool, edition: Edition, sizes: Sizes) -> Page:
    path = record_path("tool", tool.id)
    view = View(edition, path)
    values = tool_view(view, tool, sizes)
    body = rendered("pages/tool", view, tool=values)
    t = edition.strings
    return page_of(
        view,
        "tool",
        title=values.title,
        description=t("toolkit.page_description", title=values.title, summary=values.summary),
        body=body,
        section="toolkit",
        source=edition.catalogue.path_of["tool", tool.id],
        above=(TOOLKIT,),
        headings=headings(body),
        json_ld=(_creative_work(edition, tool),),
        review=reviews.review(edition, "tool", tool),
    )


def _creative_work(edition: Edition, tool: Tool) -> jsonld.Item:
    return {
        "@type": "CreativeWork", "name": edition.text(tool.title), "description": edition.text(tool.summary),
        "url": jsonld.address(record_path("tool", tool.id)), "inLanguage": edition.locale, "version": tool.version,
        "dateModified": tool.last_checked, "license": edition.catalogue.settings.content_license,
        "publisher": jsonld.publisher(edition),
    }  # fmt: skip


def tool_view(view: View, tool: Tool, sizes: Sizes) -> ToolView:
    edition = view.edition
    catalogue = edition.catalogue
    t, text = view.t, edition.text
    before, after = links.neighbours(catalogue.tools, tool.id)
    slots = [id for part in tool.parts for slot in part.slots for id in slot.sources]
    return ToolView(
        id=tool.id,
        accent=_accent(tool, [term.id for term in catalogue.vocabularies["phase"].terms]),
        process=process.process(view, tool.dimension),
        title=text(tool.title),
        summary=text(tool.summary),
        purpose=view.prose(tool.purpose),
        facts=tuple(facts.Fact(label, escape(value)) for label, value in tool_facts(tool, edition)),
        version=f"{t('toolkit.fact.version')} {tool.version}",
        downloads=tool_downloads(view, tool, sizes),
        calculator=calculator_view(view, tool.calculator) if tool.calculator else None,
        sections=tuple(part_view(view, part) for part in tool.parts),
        sheets=tuple(_sheet(view, sheet) for sheet in tool.sheets),
        tips=tuple(view.prose(tip) for tip in tool.tips),
        evidence=view.prose(tool.evidence) if tool.evidence else None,
        privacy=view.prose(tool.privacy),
        language=view.prose(tool.language),
        legal=tuple(
            LegalView(view.prose(note.text), t("toolkit.check_law", date=edition.strings.date(note.checked)))
            for note in tool.legal
        ),
        inferred=bool(inferred(tool, edition)),
        criteria=links.criterion_links(view, tool.criteria),
        guides=links.guide_links(view, catalogue.guides_by_tool[tool.id]),
        practices=links.links_to(view, "practice", tool.practices),
        sources=sources.sources(view, view.cited((*tool.sources, *slots))),
        previous=links.link_to(view, "tool", before) if before else None,
        next=links.link_to(view, "tool", after) if after else None,
    )


def _accent(tool: Tool, phases: Sequence[str]) -> Accent:
    parts = [sum(len(getattr(part, name)) for name in part.contents if name != "table") or 1 for part in tool.parts]
    return accent.of_sheets(
        [*parts, *(len(sheet.columns) for sheet in tool.sheets)], phases.index(tool.phase), len(phases)
    )


def _sheet(view: View, sheet: model.Sheet) -> SheetView:
    text = view.edition.text
    return SheetView(
        text(sheet.title), text(sheet.intro), tuple(_column(view, column) for column in sheet.columns),
        tuple(text(item.label) for item in sheet.summary),
    )  # fmt: skip


def _column(view: View, column: model.SheetColumn) -> SheetColumnView:
    text = view.edition.text
    if column.type == "formula":
        what = view.t("toolkit.sheet.calculated")
    elif column.options:
        what = view.t("toolkit.sheet.list", options=", ".join(text(option.label) for option in column.options))
    else:
        what = view.t(f"toolkit.sheet.{column.type}")
    return SheetColumnView(text(column.label), text(column.help), what, column.inferred)
