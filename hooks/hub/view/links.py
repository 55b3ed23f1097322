"""Links to records by their name, as lists on other pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ..model import Guide, Tool
from .view import View


@dataclass(frozen=True)
class Link:
    href: str
    name: str
    note: Markup | str | None = None
    """What to know about it, where a list says so."""


def link_to(view: View, kind: str, id: str, note: Markup | str | None = None) -> Link:
    return Link(view.record(kind, id), view.edition.title(kind, id), note)


def links_to(view: View, kind: str, ids: Iterable[str]) -> tuple[Link, ...]:
    return tuple(link_to(view, kind, id) for id in ids)


def criterion_links(view: View, ids: Iterable[str]) -> tuple[Link, ...]:
    """Criteria in use; retired ones have no place to lead to."""
    criteria = view.edition.catalogue.criteria
    return links_to(view, "criterion", (id for id in ids if not criteria[id].retired))


def tool_links(view: View, tools: Iterable[Tool]) -> tuple[Link, ...]:
    """Tools with what they are, for a criterion or a practice."""
    return tuple(link_to(view, "tool", tool.id, view.edition.text(tool.summary)) for tool in tools)


def guide_links(view: View, guides: Iterable[Guide]) -> tuple[Link, ...]:
    return links_to(view, "guide", (guide.id for guide in guides))


def help_links(view: View, criterion: str) -> tuple[Link, ...]:
    """The guides that help to meet a criterion, where possible the section that does."""
    return tuple(
        _section_link(view, guide, section) if section else link_to(view, "guide", guide.id)
        for guide, section in view.edition.catalogue.guides_by_criterion[criterion]
    )


def _section_link(view: View, guide: Guide, section: str) -> Link:
    heading = view.edition.guide_text(guide.id).sections[section]
    return Link(view.record("guide", f"{guide.id}#{section}"), f"{view.edition.title('guide', guide.id)}: {heading}")


def neighbours(ids: Iterable[str], id: str) -> tuple[str | None, str | None]:
    """The one before and the one after; None at the ends."""
    row = [None, *ids, None]
    place = row.index(id)
    return row[place - 1], row[place + 1]
