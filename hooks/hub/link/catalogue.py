"""Everything the hub knows, understood: entities by id, and the indexes that pages need. Made by `index`, never changed.

Templates rely on these names; entities hold what was authored, the indexes what was computed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..load.documents import Document
from ..model import (
    Area,
    Change,
    Criterion,
    Dimension,
    Dispute,
    FieldMeanings,
    Figure,
    GlossaryTerm,
    Guide,
    HubSettings,
    Illustration,
    Label,
    Lesson,
    Locale,
    Offer,
    Partner,
    Practice,
    Project,
    Remark,
    Route,
    Source,
    Statement,
    Study,
    Tally,
    Term,
    ThinPractice,
    Tool,
    Vocabulary,
)
from .freshness import Standing, date_of_data, standing
from .related import Related, related_practices
from .translations import Translations

Key = tuple[str, str]
"""Kind and id of a record, for example `("practice", "duo-for-a-job")`."""


@dataclass(frozen=True)
class PlacedFigure:
    """A figure and the practice it belongs to; None for a record in `data/figures/`."""

    figure: Figure
    practice: Practice | None


@dataclass(frozen=True, eq=False)
class Catalogue:
    """One per build, and equal to itself alone, so that what is made from it can be kept beside it."""

    settings: HubSettings
    strings: Mapping[Locale, Mapping[str, object]]
    """Interface texts by language, nested as authored."""

    records: Mapping[str, Mapping[str, Any]]
    """Name of a kind → id → entity; see `of`."""
    documents: Mapping[tuple[str, Locale], Document]
    """By path and language; every guide has one, `guides/<id>`, in every language."""
    figures: Mapping[str, PlacedFigure]
    """By the name that texts use: `oecd-refugees-5-years` or `duo-for-a-job/confidence`."""
    terms: Mapping[str, Mapping[str, Term]]
    """Vocabulary id → term id → term."""
    retired_by_dimension: Mapping[str, tuple[Criterion, ...]]
    """Every dimension has an entry, as in the next."""
    replaced_by: Mapping[str, tuple[Criterion, ...]]
    """Criterion → those that took it over; an entry for each."""
    criteria_by_dimension: Mapping[str, tuple[Criterion, ...]]
    """Every dimension has an entry; in their order, retired ones excluded."""
    practices_by_criterion: Mapping[str, tuple[tuple[Practice, Illustration], ...]]
    practices_by_partner: Mapping[str, tuple[Practice, ...]]
    projects_by_partner: Mapping[str, tuple[Project, ...]]
    """As partner or as funder."""
    projects_by_practice: Mapping[str, tuple[Project, ...]]
    """These four have an entry for every id of their kind, empty where nothing links to it."""
    tools_by_dimension: Mapping[str, tuple[Tool, ...]]
    tools_by_phase: Mapping[str, tuple[Tool, ...]]
    """Every dimension and every phase of `data/vocabularies/phase.yml` has an entry; tools in their order."""
    tools_by_criterion: Mapping[str, tuple[Tool, ...]]
    tools_by_practice: Mapping[str, tuple[Tool, ...]]
    """These two have an entry for every id of their kind; tools in the order of the toolkit."""
    guides_by_dimension: Mapping[str, tuple[Guide, ...]]
    guides_by_criterion: Mapping[str, tuple[tuple[Guide, str | None], ...]]
    """With the anchor of the section that helps; None: the guide as a whole."""
    guides_by_practice: Mapping[str, tuple[Guide, ...]]
    guides_by_tool: Mapping[str, tuple[Guide, ...]]
    guides_by_role: Mapping[str, tuple[Guide, ...]]
    """These five have an entry for every id of their kind (roles: terms of `role`), guides in their order."""
    cited_by: Mapping[str, tuple[Key, ...]]
    """Source id → records that list it, have it at a figure or cite it in a text."""
    path_of: Mapping[Key, str]
    """Record → posix path of its file, such as `data/practices/x.yml`."""
    authored: Mapping[Key, Mapping[str, object]]
    """Record with a file of its own → its fields as written there, which is what a correction replaces."""
    translations: Translations

    def of(self, kind: str) -> Mapping[str, Any]:
        """Every record of a kind by id, in the order in which it is shown.

        By id, but dimensions, glossary, thin practices and the lists of `data/evidence/` and `data/where/` as in their file,
        guides in the order of a project's life and tools in that of the toolkit. The properties below are the same with
        their type.
        """
        return self.records[kind]

    @property
    def practices(self) -> Mapping[str, Practice]:
        return self.of("practice")

    @property
    def thin_practices(self) -> Mapping[str, ThinPractice]:
        return self.of("thin-practice")

    @property
    def partners(self) -> Mapping[str, Partner]:
        return self.of("partner")

    @property
    def projects(self) -> Mapping[str, Project]:
        return self.of("project")

    @property
    def criteria(self) -> Mapping[str, Criterion]:
        """Retired ones included: old answers name them."""
        return self.of("criterion")

    @property
    def dimensions(self) -> Mapping[str, Dimension]:
        return self.of("dimension")

    @property
    def tools(self) -> Mapping[str, Tool]:
        return self.of("tool")

    @property
    def guides(self) -> Mapping[str, Guide]:
        return self.of("guide")

    @property
    def vocabularies(self) -> Mapping[str, Vocabulary]:
        return self.of("vocabulary")

    @property
    def labels(self) -> Mapping[str, Label]:
        return self.of("label")

    @property
    def sources(self) -> Mapping[str, Source]:
        return self.of("source")

    @property
    def glossary(self) -> Mapping[str, GlossaryTerm]:
        return self.of("glossary")

    @property
    def statements(self) -> Mapping[str, Statement]:
        return self.of("statement")

    @property
    def studies(self) -> Mapping[str, Study]:
        return self.of("study")

    @property
    def tallies(self) -> Mapping[str, Tally]:
        return self.of("tally")

    @property
    def lessons(self) -> Mapping[str, Lesson]:
        return self.of("lesson")

    @property
    def disputes(self) -> Mapping[str, Dispute]:
        return self.of("dispute")

    @property
    def remarks(self) -> Mapping[str, Remark]:
        return self.of("remark")

    @property
    def areas(self) -> Mapping[str, Area]:
        return self.of("area")

    @property
    def offers(self) -> Mapping[str, Offer]:
        return self.of("offer")

    @property
    def routes(self) -> Mapping[str, Route]:
        return self.of("route")

    @property
    def changes(self) -> Mapping[str, Change]:
        return self.of("change")

    @property
    def field_meanings(self) -> Mapping[str, FieldMeanings]:
        """By language; English has none, the models speak it."""
        return self.of("field-meanings")

    @property
    def locales(self) -> tuple[Locale, ...]:
        """The hub's languages, the default first."""
        return self.settings.locales

    @cached_property
    def related(self) -> Mapping[str, tuple[Related, ...]]:
        """Practice → the few that resemble it most; made when a page first asks."""
        return related_practices(self.practices)

    @cached_property
    def date(self) -> str:
        """The day, or month or year, up to which the data go; ages count from it."""
        return date_of_data(self.settings.updated, (one for found in self.records.values() for one in found.values()))

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """Practice → what may be said of whether it runs; nothing else decides that."""
        return {id: standing(one, self.sources, self.date) for id, one in self.practices.items()}

    def term(self, vocabulary: str, term: str) -> Term:
        """A term by id; `link` made sure that every term named by a record exists."""
        return self.terms[vocabulary][term]
