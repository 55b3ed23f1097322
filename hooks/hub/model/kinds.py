"""What kinds of records there are: their files, their type, their place on the site. Each is defined here alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from .. import model

KB = 1024


@dataclass(frozen=True)
class Kind:
    """`place` is below `data/`: a folder with one record per file, a file with a list of records, or one record alone.

    Lists that belong together stand in a folder of their own (`evidence/studies.yml`).

    Where readers find a record: on a page of its own in the folder `pages`, as an anchor on the page `listed_on`, or as an
    anchor on the page of the record it is `part_of`. A kind without any of these has no address.
    """

    name: str
    place: str
    form: Literal["folder", "list", "single"]
    model: type[BaseModel] | None
    """None: the interface texts, which have rules instead of fields (`languages`)."""
    pages: str = ""
    """`guides`: its pages are `/guides/<id>/`."""
    listed_on: str = ""
    part_of: str = ""
    """Name of a kind, and of the field with the id of that record."""
    anchor: str = ""
    """Before the id in its anchor."""
    title: str = "title"
    """The field by which lists and links call a record."""

    @property
    def has_address(self) -> bool:
        return bool(self.pages or self.listed_on or self.part_of)

    @property
    def largest(self) -> int:
        """Bytes a file of this kind may have; more is a mistake, not a record."""
        return 4096 * KB if self.form == "list" else 512 * KB


HUB = Kind("hub", "hub.yml", "single", model.HubSettings)
INTERFACE = Kind("interface", "interface", "folder", None)
PUBLISHED = Kind("published", "published.yml", "single", model.PublishedIds)

KINDS: tuple[Kind, ...] = (
    HUB,
    INTERFACE,
    PUBLISHED,
    Kind("field-meanings", "field_meanings", "folder", model.FieldMeanings, title="id"),
    Kind("form", "forms", "folder", model.Form, title="id"),
    Kind("vocabulary", "vocabularies", "folder", model.Vocabulary, title="label"),
    Kind("dimension", "dimensions.yml", "list", model.Dimension, pages="criteria"),
    Kind("label", "labels.yml", "list", model.Label, listed_on="criteria", anchor="label-", title="code"),
    Kind("source", "sources.yml", "list", model.Source, listed_on="sources"),
    Kind("glossary", "glossary.yml", "list", model.GlossaryTerm, listed_on="glossary", title="term"),
    Kind("criterion", "criteria", "folder", model.Criterion, part_of="dimension"),
    Kind("partner", "partners", "folder", model.Partner, pages="partners", title="called"),
    Kind("project", "projects", "folder", model.Project, pages="projects", title="short_title"),
    Kind("figure", "figures", "folder", model.FreeFigure, title="measures"),
    Kind("guide", "guides", "folder", model.Guide, pages="guides"),
    Kind("practice", "practices", "folder", model.Practice, pages="practices", title="name"),
    Kind("tool", "tools", "folder", model.Tool, pages="toolkit"),
    Kind("statement", "evidence/statements.yml", "list", model.Statement, listed_on="evidence", anchor="statement-"),
    Kind("study", "evidence/studies.yml", "list", model.Study, listed_on="evidence", anchor="study-", title="programme"),
    Kind("tally", "evidence/tallies.yml", "list", model.Tally, listed_on="evidence", title="programme"),
    Kind("lesson", "evidence/lessons.yml", "list", model.Lesson, listed_on="evidence", anchor="lesson-", title="text"),
    Kind("dispute", "evidence/disputes.yml", "list", model.Dispute, listed_on="evidence", anchor="dispute-", title="topic"),
    Kind("remark", "evidence/remarks.yml", "list", model.Remark),
    Kind("area", "where/areas.yml", "list", model.Area, listed_on="practices/where", anchor="area-", title="name"),
    Kind("offer", "where/offers.yml", "list", model.Offer, listed_on="practices/where", anchor="offer-", title="name"),
    Kind("route", "where/routes.yml", "list", model.Route, listed_on="practices/where", anchor="route-", title="name"),
    Kind("change", "changes.yml", "list", model.Change, listed_on="changes", anchor="change-", title="what"),
    Kind("thin-practice", "thin_practices.yml", "list", model.ThinPractice, listed_on="practices", title="name"),
)
BY_NAME: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}

_NO_CONTENT = ("published", "field-meanings", "form")
"""Made by a command, or about the fields themselves."""
DESCRIBED: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind.model and kind.name not in _NO_CONTENT)
"""Kinds whose fields the field reference describes."""

LINKED = (*(kind.name for kind in KINDS if kind.has_address and kind.name != "source"), "page")
"""What texts may link to as `<kind>:<id>`, pages by their path. Sources are cited instead."""

NOT_RECORDS = ("schema", "translations.lock")
"""What stands in `data/` and holds no records."""
