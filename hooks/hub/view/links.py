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
    note: Markup | None = None


# --- links to records -------------------------------------------------------------------------------------------------


def criterion_links(view: View, ids: Iterable[str]) -> tuple[Link, ...]:
    """Criteria in use; retired ones have no place to lead to."""
    criteria = view.edition.catalogue.criteria
    return tuple(
        Link(view.record("criterion", id), view.edition.text(criteria[id].title)) for id in ids if not criteria[id].retired
    )


def tool_links(view: View, ids: Iterable[str]) -> tuple[Link, ...]:
    tools = view.edition.catalogue.tools
    return tuple(Link(view.record("tool", id), view.edition.text(tools[id].title)) for id in ids)


def practice_links(view: View, ids: Iterable[str]) -> tuple[Link, ...]:
    practices = view.edition.catalogue.practices
    return tuple(Link(view.record("practice", id), view.edition.text(practices[id].name)) for id in ids)


def naming_links(view: View, guides: Iterable[Guide]) -> tuple[Link, ...]:
    """The guides that name a practice or a tool, in their order."""
    return tuple(section_link(view, guide, None) for guide in guides)


def help_links(view: View, criterion: str) -> tuple[Link, ...]:
    """The sections of guides that help to meet a criterion, by guide and title."""
    return tuple(
        section_link(view, guide, section) for guide, section in view.edition.catalogue.guides_by_criterion[criterion]
    )


def section_link(view: View, guide: Guide, section: str | None) -> Link:
    title = view.edition.text(guide.title)
    if section is None:
        return Link(view.record("guide", guide.id), title)
    heading = view.edition.guide_text(guide.id).sections[section]
    return Link(view.record("guide", f"{guide.id}#{section}"), f"{title}: {heading}")


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


@dataclass(frozen=True)
class NamedLink:
    href: str
    title: str
