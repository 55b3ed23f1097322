"""Everything the hub knows, understood: entities by id, and the indexes that pages need. Made by `index`, never changed.

Templates rely on these names; entities hold what was authored, the indexes what was computed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ..load.documents import Document
from ..model import (
    Criterion,
    Dimension,
    Figure,
    GlossaryTerm,
    Guide,
    HubSettings,
    Illustration,
    Label,
    Locale,
    Partner,
    Practice,
    Project,
    Source,
    Term,
    ThinPractice,
    Tool,
    Vocabulary,
)
from .related import Related, related_practices

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

    practices: Mapping[str, Practice]
    """By id, sorted, as all mappings by id; tuples keep the order of their file."""
    thin_practices: tuple[ThinPractice, ...]
    partners: Mapping[str, Partner]
    projects: Mapping[str, Project]
    criteria: Mapping[str, Criterion]
    """Retired ones included: old answers name them."""
    tools: Mapping[str, Tool]
    guides: tuple[Guide, ...]
    """In the order of a project's life; only those that exist."""
    documents: Mapping[tuple[str, Locale], Document]
    """By path and language; every guide has one, `guides/<id>`, in every language."""
    figures: Mapping[str, PlacedFigure]
    """By the name that texts use: `oecd-refugees-5-years` or `duo-for-a-job/confidence`."""
    dimensions: tuple[Dimension, ...]
    vocabularies: Mapping[str, Vocabulary]
    labels: Mapping[str, Label]
    sources: Mapping[str, Source]
    glossary: tuple[GlossaryTerm, ...]

    terms: Mapping[str, Mapping[str, Term]]
    """Vocabulary id → term id → term."""
    criteria_by_dimension: Mapping[str, tuple[Criterion, ...]]
    """Every dimension has an entry; in their order, retired ones excluded."""
    practices_by_criterion: Mapping[str, tuple[tuple[Practice, Illustration], ...]]
    practices_by_partner: Mapping[str, tuple[Practice, ...]]
    projects_by_partner: Mapping[str, tuple[Project, ...]]
    """As partner or as funder."""
    projects_by_practice: Mapping[str, tuple[Project, ...]]
    """These four have an entry for every id of their kind, empty where nothing links to it."""
    tools_by_phase: Mapping[str, tuple[Tool, ...]]
    """Every phase of `data/vocabularies/phase.yml` has an entry; tools in their order."""
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
    line_of: Mapping[Key, int]
    """Record → line where it begins; 1 except in files with a list."""

    @property
    def locales(self) -> tuple[Locale, ...]:
        """The hub's languages, the default first."""
        return self.settings.locales

    @cached_property
    def related(self) -> Mapping[str, tuple[Related, ...]]:
        """Practice → the few that resemble it most; made when a page first asks."""
        return related_practices(self.practices)

    def term(self, vocabulary: str, term: str) -> Term:
        """A term by id; `link` made sure that every term named by a record exists."""
        return self.terms[vocabulary][term]
