"""The toolkit: one page by phase, and one per tool with a preview of its form, as finished values for their templates."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from jinja2 import Environment
from markupsafe import Markup, escape

from . import downloads, guide_view, jsonld, parts
from .model import Locale, Tool
from .model import formula as formulas
from .model import tool as model
from .pages import Crumb, Page, headings
from .tool_words import duration, facts, inferred
from .view import Edition, View

Sizes = Mapping[str, int]
"""Bytes of each download by its address from the root of the site."""


def pages(edition: Edition, env: Environment, sizes: Sizes) -> Iterator[Page]:
    yield toolkit_page(edition, env, sizes)
    for tool in in_order(edition):
        yield tool_page(tool, edition, env, sizes)


def in_order(edition: Edition) -> tuple[Tool, ...]:
    """All tools, in the order of the toolkit."""
    return tuple(tool for tools in edition.catalogue.tools_by_phase.values() for tool in tools)


# --- what other pages show --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ToolLink:
    href: str
    name: str
    note: str


def links(view: View, tools: Iterable[Tool]) -> tuple[ToolLink, ...]:
    """Tools with what they are, for a criterion or a practice."""
    text = view.edition.text
    return tuple(ToolLink(view.link(f"toolkit/{tool.id}"), text(tool.title), text(tool.summary)) for tool in tools)


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


def _downloads(view: View, tool: Tool, sizes: Sizes) -> tuple[Download, ...]:
    """In the language of the page first."""
    edition = view.edition
    locales = sorted(edition.catalogue.locales, key=lambda locale: locale != edition.locale)
    return tuple(
        _download(view, downloads.address(tool, locale, format), format, locale, sizes)
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


@dataclass(frozen=True)
class PhaseView:
    anchor: str
    number: int
    name: str
    title: str
    """`Fase 4: Matching en start`."""
    definition: str
    tools: tuple[ToolLine, ...]


@dataclass(frozen=True)
class Toolkit:
    count: int
    process: parts.Process
    phases: tuple[PhaseView, ...]
    archives: tuple[Download, ...]


def toolkit_page(edition: Edition, env: Environment, sizes: Sizes) -> Page:
    view = View(edition, "toolkit")
    values = toolkit(view, sizes)
    t = edition.strings
    body = Markup(env.get_template("hub/pages/toolkit.html").render(view.globals() | {"toolkit": values}))
    members = [(edition.text(tool.title), f"toolkit/{tool.id}") for tool in in_order(edition)]
    return Page(
        path="toolkit",
        locale=edition.locale,
        kind="toolkit",
        title=t("toolkit.title"),
        description=t("toolkit.description", count=values.count),
        body=body,
        section="toolkit",
        source=None,
        breadcrumbs=(Crumb(t("page.home"), ""), Crumb(t("toolkit.title"), None)),
        headings=headings(body),
        json_ld=(jsonld.collection(edition, "toolkit", t("toolkit.title"), members),),
        updated=edition.catalogue.settings.updated,
    )


def toolkit(view: View, sizes: Sizes) -> Toolkit:
    edition = view.edition
    catalogue = edition.catalogue
    phases = tuple(
        PhaseView(
            f"phase-{term.id}", number, edition.text(term.label), _phase(edition, term.id), edition.text(term.definition),
            tuple(_line(view, tool, sizes) for tool in catalogue.tools_by_phase[term.id]),
        )
        for number, term in enumerate(catalogue.vocabularies["phase"].terms, start=1)
    )  # fmt: skip
    first: dict[str, str] = {}
    for tool in in_order(edition):
        first.setdefault(tool.dimension, f"#phase-{tool.phase}")
    picture = parts.process(view)
    archives = [(downloads.archive_address(locale), locale) for locale in catalogue.locales if catalogue.tools]
    return Toolkit(
        count=len(catalogue.tools),
        process=replace(
            picture,
            stations=tuple(replace(item, href=first.get(item.id, item.href)) for item in picture.stations),
            rails=tuple(replace(item, href=first.get(item.id, item.href)) for item in picture.rails),
        ),
        phases=phases,
        archives=tuple(_download(view, address, "zip", locale, sizes) for address, locale in archives),
    )


def _phase(edition: Edition, id: str) -> str:
    terms = [term.id for term in edition.catalogue.vocabularies["phase"].terms]
    return edition.strings("toolkit.phase", number=terms.index(id) + 1, name=edition.label("phase", id))


def _line(view: View, tool: Tool, sizes: Sizes) -> ToolLine:
    edition = view.edition
    return ToolLine(
        view.link(f"toolkit/{tool.id}"), edition.text(tool.title), edition.text(tool.summary), edition.text(tool.who),
        tuple(item for item in _downloads(view, tool, sizes) if item.lang == edition.locale),
    )  # fmt: skip


# --- one tool ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class OptionView:
    label: str
    inferred: bool


@dataclass(frozen=True)
class TableView:
    columns: tuple[OptionView, ...]
    rows: tuple[tuple[str, ...], ...]
    """Cells in the order of columns; empty ones are to write in."""
    blank: str
    """`3 lege rijen om in te vullen`; empty for none."""


@dataclass(frozen=True)
class FieldView:
    type: str
    label: str
    help: str
    options: tuple[OptionView, ...]
    other: bool
    steps: tuple[int, ...]
    ends: str
    table: TableView | None
    inferred: bool


@dataclass(frozen=True)
class SlotView:
    minutes: str
    title: str
    about: Markup
    material: str
    sources: Markup
    inferred: bool


@dataclass(frozen=True)
class PartView:
    id: str
    title: str
    intro: Markup | None
    fields: tuple[FieldView, ...]
    items: tuple[OptionView, ...]
    numbered: bool
    slots: tuple[SlotView, ...]
    total: str
    table: TableView | None
    signatures: tuple[str, ...]
    inferred: bool


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
class NamedLink:
    href: str
    title: str


@dataclass(frozen=True)
class ToolView:
    id: str
    process: parts.Process
    phase: str
    title: str
    summary: str
    purpose: Markup
    facts: tuple[parts.Fact, ...]
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
    criteria: tuple[NamedLink, ...]
    guides: tuple[guide_view.Link, ...]
    practices: tuple[NamedLink, ...]
    sources: tuple[parts.SourceView, ...]
    previous: NamedLink | None
    next: NamedLink | None


def tool_page(tool: Tool, edition: Edition, env: Environment, sizes: Sizes) -> Page:
    path = f"toolkit/{tool.id}"
    view = View(edition, path)
    values = tool_view(view, tool, sizes)
    body = Markup(env.get_template("hub/pages/tool.html").render(view.globals() | {"tool": values}))
    t = edition.strings
    return Page(
        path=path,
        locale=edition.locale,
        kind="tool",
        title=values.title,
        description=t("toolkit.page_description", title=values.title, summary=values.summary),
        body=body,
        section="toolkit",
        source=edition.catalogue.path_of["tool", tool.id],
        breadcrumbs=(Crumb(t("page.home"), ""), Crumb(t("toolkit.title"), "toolkit"), Crumb(values.title, None)),
        headings=headings(body),
        json_ld=(_creative_work(edition, tool),),
        updated=tool.last_checked,
    )


def _creative_work(edition: Edition, tool: Tool) -> jsonld.Item:
    return {
        "@type": "CreativeWork", "name": edition.text(tool.title), "description": edition.text(tool.summary),
        "url": jsonld.address(f"toolkit/{tool.id}"), "inLanguage": edition.locale, "version": tool.version,
        "dateModified": tool.last_checked, "license": edition.catalogue.settings.content_license,
        "publisher": jsonld.publisher(edition),
    }  # fmt: skip


def tool_view(view: View, tool: Tool, sizes: Sizes) -> ToolView:
    edition = view.edition
    catalogue = edition.catalogue
    t, text = view.t, edition.text
    order = in_order(edition)
    place = order.index(tool)
    slots = [id for part in tool.parts for slot in part.slots for id in slot.sources]
    return ToolView(
        id=tool.id,
        process=parts.process(view, tool.dimension),
        phase=_phase(edition, tool.phase),
        title=text(tool.title),
        summary=text(tool.summary),
        purpose=view.prose(tool.purpose),
        facts=tuple(parts.Fact(label, escape(value)) for label, value in facts(tool, edition)),
        version=f"{t('toolkit.fact.version')} {tool.version}",
        downloads=_downloads(view, tool, sizes),
        calculator=_calculator(view, tool.calculator) if tool.calculator else None,
        sections=tuple(_part(view, part) for part in tool.parts),
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
        criteria=tuple(
            NamedLink(view.record("criterion", id), text(catalogue.criteria[id].title))
            for id in tool.criteria
            if catalogue.criteria[id].retired is None
        ),
        guides=guide_view.naming_links(view, catalogue.guides_by_tool[tool.id]),
        practices=tuple(NamedLink(view.record("practice", id), text(catalogue.practices[id].name)) for id in tool.practices),
        sources=parts.sources(view, view.cited((*tool.sources, *slots))),
        previous=_neighbour(view, order[place - 1]) if place else None,
        next=_neighbour(view, order[place + 1]) if place + 1 < len(order) else None,
    )


def _neighbour(view: View, tool: Tool) -> NamedLink:
    return NamedLink(view.link(f"toolkit/{tool.id}"), view.edition.text(tool.title))


def _part(view: View, part: model.Part) -> PartView:
    text = view.edition.text
    return PartView(
        id=f"part-{part.id}",
        title=text(part.title),
        intro=view.prose(part.intro) if part.intro else None,
        fields=tuple(_field(view, field) for field in part.fields),
        items=tuple(OptionView(text(item.text), item.inferred) for item in part.items),
        numbered=part.numbered,
        slots=tuple(
            SlotView(
                view.t("toolkit.minutes_short", count=slot.minutes), text(slot.title), view.prose(slot.about),
                text(slot.material) if slot.material else "", view.cite(slot.sources) if slot.sources else Markup(""),
                slot.inferred,
            )
            for slot in part.slots
        ),
        total=_total(view, part),
        table=_table(view, part.table) if part.table else None,
        signatures=tuple(text(who) for who in part.signatures),
        inferred=part.inferred,
    )  # fmt: skip


def _total(view: View, part: model.Part) -> str:
    time = duration(sum(slot.minutes for slot in part.slots), view.edition)
    return view.t("toolkit.programme.total", time=time) if part.slots else ""


def _field(view: View, field: model.FormField) -> FieldView:
    text = view.edition.text
    scale = field.scale
    return FieldView(
        type=field.type,
        label=text(field.label),
        help=text(field.help),
        options=tuple(OptionView(text(option.label), option.inferred) for option in field.options),
        other=field.other,
        steps=tuple(range(1, scale.steps + 1)) if scale else (),
        ends=view.t("toolkit.form.scale", low=text(scale.low), high=text(scale.high), last=scale.steps) if scale else "",
        table=_table(view, field.table) if field.table else None,
        inferred=field.inferred,
    )


def _table(view: View, table: model.Table) -> TableView:
    text = view.edition.text
    empty = ("",) * len(table.columns)
    return TableView(
        columns=tuple(OptionView(text(column.label), column.inferred) for column in table.columns),
        rows=tuple((*(text(cell) for cell in row.cells), *empty)[: len(table.columns)] for row in table.rows),
        blank=view.t("toolkit.form.blank_rows", count=table.blank_rows) if table.blank_rows else "",
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


# --- calculator -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class InputView:
    id: str
    label: str
    help: str
    unit: str
    value: str
    """As HTML wants it: `1.5`."""
    shown: str
    """As people write it: `1,5`."""
    min: str
    max: str
    step: str
    invalid: str
    inferred: bool


@dataclass(frozen=True)
class InputGroupView:
    id: str
    title: str
    intro: str
    inputs: tuple[InputView, ...]


@dataclass(frozen=True)
class ResultView:
    id: str
    label: str
    help: str
    unit: str
    formula: str
    shown: str
    main: bool


@dataclass(frozen=True)
class CalculatorView:
    groups: tuple[InputGroupView, ...]
    results: tuple[ResultView, ...]
    main: ResultView
    data: str
    """Results for the script, as JSON: id, tree of the formula, decimals."""
    rule: Markup | None


def _calculator(view: View, calculator: model.Calculator) -> CalculatorView:
    text, strings = view.edition.text, view.edition.strings
    labels = {item.id: text(item.label) for item in calculator.inputs}
    labels |= {result.id: text(result.label) for result in calculator.results}
    values = worked_example(calculator)

    def shown(result: model.Result) -> ResultView:
        value = values[result.id]
        words = formulas.in_words(
            formulas.parse(result.formula), labels.__getitem__, lambda name: strings(f"toolkit.function.{name}"),
            lambda number: strings.number(Decimal(f"{number:.15g}")),
        )  # fmt: skip
        return ResultView(
            result.id, text(result.label), text(result.help), text(result.unit) if result.unit else "", words,
            strings.number(_rounded(value, result.decimals)) if value is not None else strings("toolkit.sheet.none"),
            result.main,
        )  # fmt: skip

    def given(item: model.Input) -> InputView:
        limits = {"min": strings.number(item.min), "max": strings.number(item.max)}
        return InputView(
            item.id, text(item.label), text(item.help), text(item.unit) if item.unit else "", f"{item.value:f}",
            strings.number(item.value), f"{item.min:f}", f"{item.max:f}", f"{item.step:f}",
            strings("calculator.invalid", **limits), item.inferred,
        )  # fmt: skip

    results = tuple(shown(result) for result in calculator.results)
    trees = [
        {"id": result.id, "tree": formulas.as_json(formulas.parse(result.formula)), "decimals": result.decimals}
        for result in calculator.results
    ]
    return CalculatorView(
        groups=tuple(
            InputGroupView(group.id, text(group.title), text(group.intro) if group.intro else "",
                           tuple(given(item) for item in group.inputs))
            for group in calculator.groups
        ),
        results=results,
        main=next(result for result in results if result.main),
        data=json.dumps(trees, separators=(",", ":")),
        rule=view.prose(calculator.rule) if calculator.rule else None,
    )  # fmt: skip


def worked_example(calculator: model.Calculator, given: Mapping[str, float] | None = None) -> dict[str, float | None]:
    """Value of every input and result; `given` replaces the example values."""
    values: dict[str, float | None] = {item.id: float(item.value) for item in calculator.inputs}
    values |= given or {}
    for result in calculator.results:
        values[result.id] = formulas.evaluate(formulas.parse(result.formula), values)
    return values


def _rounded(value: float, decimals: int) -> Decimal:
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
