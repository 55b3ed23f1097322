"""The kinds of records and where each is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from .. import model

KB = 1024


@dataclass(frozen=True)
class Kind:
    """`place` is below `data/`: a folder with one record per file, a file with a list of records, or one record alone."""

    name: str
    place: str
    form: Literal["folder", "list", "single"]
    model: type[BaseModel] | None
    """None: the interface texts, which have rules instead of fields (`interface`)."""

    @property
    def largest(self) -> int:
        """Bytes a file of this kind may have; more is a mistake, not a record."""
        return 4096 * KB if self.form == "list" else 512 * KB


HUB = Kind("hub", "hub.yml", "single", model.HubSettings)
INTERFACE = Kind("interface", "interface", "folder", None)

KINDS: tuple[Kind, ...] = (
    HUB,
    INTERFACE,
    Kind("vocabulary", "vocabularies", "folder", model.Vocabulary),
    Kind("dimension", "dimensions.yml", "list", model.Dimension),
    Kind("label", "labels.yml", "list", model.Label),
    Kind("source", "sources.yml", "list", model.Source),
    Kind("glossary", "glossary.yml", "list", model.GlossaryTerm),
    Kind("criterion", "criteria", "folder", model.Criterion),
    Kind("partner", "partners", "folder", model.Partner),
    Kind("project", "projects", "folder", model.Project),
    Kind("figure", "figures", "folder", model.FreeFigure),
    Kind("guide", "guides", "folder", model.Guide),
    Kind("practice", "practices", "folder", model.Practice),
    Kind("tool", "tools", "folder", model.Tool),
    Kind("thin-practice", "thin_practices.yml", "list", model.ThinPractice),
)

NOT_RECORDS = ("schema",)
"""Folders in `data/` that hold no records."""


def kind(name: str) -> Kind:
    """The kind with this name; it must exist."""
    return next(one for one in KINDS if one.name == name)
