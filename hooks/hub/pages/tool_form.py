"""A form of a tool as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..model import tool as model
from ..view.tool_words import duration
from ..view.view import View

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


def part_view(view: View, part: model.Part) -> PartView:
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
