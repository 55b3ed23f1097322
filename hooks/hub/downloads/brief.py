"""What every download of a tool needs to know: the tool, the language, where it will be published, and its texts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from ..link.addresses import record_path
from ..model import Prose, Text, Tool
from ..text.bibliography import Reference
from ..text.strings import REGIONS
from ..view.edition import Edition
from ..view.tool_words import inferred
from ..view.view import View
from . import rich_text
from .rich_text import Block


@dataclass(frozen=True)
class Note:
    """A section of the page for whoever uses the document: a heading and its paragraphs."""

    title: str
    blocks: tuple[Block, ...]


class Brief:
    """A tool in one language."""

    def __init__(self, tool: Tool, edition: Edition, base: str) -> None:
        self.tool = tool
        self.edition = edition
        self.base = base
        self.view = View(edition, record_path("tool", tool.id), root=base)

    # --- texts ----------------------------------------------------------------------------------------------------

    def t(self, key: str, **values: str | int) -> str:
        return self.edition.strings(key, **values)

    def say(self, text: Text) -> str:
        return self.edition.text(text)

    def blocks(self, text: Prose) -> tuple[Block, ...]:
        """Prose with its source marks, and with links that work from anywhere."""
        return rich_text.blocks(str(self.view.prose(text)))

    # --- what is printed on it -----------------------------------------------------------------------------------

    @property
    def title(self) -> str:
        return self.say(self.tool.title)

    @property
    def language(self) -> str:
        """The code that documents carry: `nl-BE`."""
        return REGIONS.get(self.edition.locale, self.edition.locale).replace("_", "-")

    @cached_property
    def moment(self) -> datetime:
        """The day of the content, at midnight: documents of the same content are the same."""
        return datetime.fromisoformat(self.edition.catalogue.settings.updated)

    @property
    def version(self) -> str:
        date = self.edition.strings.date(self.tool.last_checked)
        return self.t("toolkit.document.version", version=str(self.tool.version), date=date)

    @property
    def hub(self) -> str:
        return self.say(self.edition.catalogue.settings.title)

    @property
    def address(self) -> str:
        return self.base + self._place

    @property
    def _place(self) -> str:
        return self.edition.address("tool", self.tool.id)

    @property
    def license(self) -> str:
        settings = self.edition.catalogue.settings
        return self.t("toolkit.document.license", license=settings.content_license_name, address=settings.content_license)

    # --- the page for whoever uses it ------------------------------------------------------------------------------

    def notes(self) -> tuple[Note, ...]:
        """Purpose, advice and law, in the order of the page."""
        tool = self.tool
        legal = tuple(
            block
            for note in tool.legal
            for block in (
                *self.blocks(note.text),
                _plain(self.t("toolkit.check_law", date=self.edition.strings.date(note.checked)), italic=True),
            )
        )
        found = (
            ("purpose", self.blocks(tool.purpose)),
            ("tips", tuple(block for tip in tool.tips for block in _as_entries(self.blocks(tip)))),
            ("evidence", self.blocks(tool.evidence) if tool.evidence else ()),
            ("privacy", self.blocks(tool.privacy)),
            ("language", self.blocks(tool.language)),
            ("legal", legal),
            ("inferred", self._inferred()),
        )
        return tuple(Note(self.t(f"toolkit.section.{name}"), blocks) for name, blocks in found if blocks)

    def _inferred(self) -> tuple[Block, ...]:
        labels = "; ".join(label.rstrip(".") for label in inferred(self.tool, self.edition))
        return (_plain(self.t("toolkit.inferred_list", labels=labels)),) if labels else ()

    def references(self) -> tuple[Reference, ...]:
        """Everything it lists or cites; call it last, when all texts are written."""
        slots = [id for part in self.tool.parts for slot in part.slots for id in slot.sources]
        return self.view.cited((*self.tool.sources, *slots))


def _plain(text: str, italic: bool = False) -> Block:
    return Block("p", (rich_text.Run(text, italic=italic),))


def _as_entries(found: tuple[Block, ...]) -> tuple[Block, ...]:
    """A tip as an entry of a list."""
    return tuple(Block("ul", block.runs) for block in found)
