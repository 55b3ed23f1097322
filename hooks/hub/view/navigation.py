"""The ways through the hub: top sections, the pages below one section, the small print at the foot.

Promise to the templates: every path named here exists in every language, and `current` is ready to print as `aria-current`.
A new part of the hub adds one line to `TOP` (six at most, see the design) or to `BELOW`, and its label to
`shell.navigation` in data/interface.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from ..model.sections import BELOW, SERVICE, TOP

Label = Callable[[str], str]
"""The text of an interface key in the language of the page."""

Current = Literal["page", "true", ""]
"""`page`: the item is the page itself; `true`: the page lies below it; empty: elsewhere."""


class Place(Protocol):
    """Where a reader is: of a page only its path and its section matter here."""

    @property
    def path(self) -> str: ...
    @property
    def section(self) -> str | None: ...


@dataclass(frozen=True)
class NavItem:
    id: str
    label: str
    path: str
    current: Current
    items: tuple[NavItem, ...] = ()
    """The pages of this section that deserve a link of their own."""


@dataclass(frozen=True)
class Navigation:
    top: tuple[NavItem, ...]
    below: tuple[NavItem, ...]
    """Second row: the pages of the current section; empty where it has none."""
    about: tuple[NavItem, ...]
    """The pages about the hub, always, for the foot of the page."""
    service: tuple[NavItem, ...]


def sections(label: Label, place: Place) -> tuple[NavItem, ...]:
    """The top navigation, with the section marked that the page belongs to."""
    return tuple(
        NavItem(
            id=section,
            label=label(f"shell.navigation.{section}"),
            path=path,
            current="page" if place.path == path else "true" if place.section == section else "",
            items=_pages(BELOW.get(section, ()), label, place),
        )
        for section, path in TOP.items()
    )


def navigation(label: Label, place: Place) -> Navigation:
    """All ways a page shows, seen from that page."""
    top = sections(label, place)
    return Navigation(
        top=top,
        below=next((item.items for item in top if item.id == place.section), ()),
        about=_pages(BELOW["about"], label, place),
        service=_pages(SERVICE, label, place),
    )


def _pages(paths: tuple[str, ...], label: Label, place: Place) -> tuple[NavItem, ...]:
    """Each with the last part of its path as the key of its label."""
    above = max((path for path in paths if place.path.startswith(f"{path}/")), key=len, default="")
    return tuple(
        NavItem(
            id=path,
            label=label(f"shell.pages.{path.rpartition('/')[2]}"),
            path=path,
            current="page" if place.path == path else "true" if path == above and place.path not in paths else "",
        )
        for path in paths
    )
