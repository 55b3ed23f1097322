"""What pages and documents say about a tool: how long it takes, who uses it, and what in it is our own proposal."""

from __future__ import annotations

from ..model import Tool
from .edition import Edition


def duration(minutes: int, edition: Edition) -> str:
    """`3 uur 30 minuten`."""
    hours, rest = divmod(minutes, 60)
    parts = [edition.strings("toolkit.hours", count=hours)] if hours else []
    parts += [edition.strings("toolkit.minutes", count=rest)] if rest or not hours else []
    return " ".join(parts)


def minutes(tool: Tool, edition: Edition) -> str:
    """`ongeveer 45 minuten (afgeleid)`; empty when not known."""
    t = edition.strings
    if tool.minutes is None:
        return ""
    about = t("toolkit.about_so_long", time=duration(tool.minutes, edition))
    return f"{about} ({t('common.inferred')})" if tool.minutes_inferred else about


def facts(tool: Tool, edition: Edition) -> tuple[tuple[str, str], ...]:
    """Who uses it, when and how long, each with its label; what is not known is left out."""
    say = edition.text
    found = (("who", say(tool.who)), ("when", say(tool.when)), ("minutes", minutes(tool, edition)))
    return tuple((edition.strings(f"toolkit.fact.{name}"), value) for name, value in found if value)


def inferred(tool: Tool, edition: Edition) -> tuple[str, ...]:
    """Labels of everything that no source mentions, in the order of the document."""
    say = edition.text
    found: list[str] = []
    for part in tool.parts:
        if part.inferred:
            found.append(say(part.title))
            continue
        found += [say(field.label) for field in part.fields if field.inferred]
        options = [(field, option) for field in part.fields for option in field.options if option.inferred]
        found += [f"{say(field.label)}: {say(option.label)}" for field, option in options]
        tables = [part.table, *(field.table for field in part.fields)]
        found += [say(column.label) for table in tables if table for column in table.columns if column.inferred]
        found += [say(row.cells[0]) for table in tables if table for row in table.rows if row.inferred]
        found += [say(item.text) for item in part.items if item.inferred]
        found += [say(slot.title) for slot in part.slots if slot.inferred]
    if tool.calculator:
        found += [say(item.label) for item in tool.calculator.inputs if item.inferred]
    for sheet in tool.sheets:
        found += [say(column.label) for column in sheet.columns if column.inferred]
        found += [say(row.cells[0].text) for row in sheet.rows if row.inferred]
    return tuple(dict.fromkeys(found))
