"""Closed lists: facets of practices, dimensions, quality labels, glossary. Ids are for machines, labels for people."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from .base import ID, FormerIds, FullText, Line, Record, RecordId, Ref, WebAddress, Words, file_name
from .prose import FullProse
from .source import SourceId, Sources

DimensionId = Annotated[str, Ref("dimension")]
LabelId = Annotated[str, Ref("label")]

TERM_ID_PATTERN = rf"^(?:[A-Z]{{2}}|{ID})$"

TermId = Annotated[str, Field(pattern=TERM_ID_PATTERN, max_length=80), AfterValidator(file_name)]
"""Kebab-case, or two capitals for a country (ISO 3166-1)."""


class Term(Record):
    """One value of a closed list."""

    id: TermId = Field(description="Name of the term in records and addresses; it never changes.")
    label: FullText = Field(description="What readers see.")
    definition: FullText = Field(description="What the term means, in one sentence.")
    former_ids: tuple[TermId, ...] = Field((), description="Ids this term had before; their addresses lead to it.")
    synonyms: Words | None = Field(None, description="What people also type when they mean this; our choice of words.")
    former_words: Words | None = Field(
        None, description="Outdated or contested words that find the term in a search but are never shown."
    )
    near: tuple[TermId, ...] = Field(
        (), description="Terms of this list that partly fit when someone looks for this one; our judgement."
    )


class Vocabulary(Record):
    """A facet: a closed list whose order is the order in which people see it. Kept in `data/vocabularies/<id>.yml`."""

    id: RecordId
    label: FullText = Field(description="Name of the list, as readers see it above its terms.")
    description: FullText = Field(description="What the list is about.")
    terms: tuple[Term, ...] = Field(min_length=1, description="The terms, in the order in which readers see them.")


class Dimension(Record):
    """One of the dimensions of quality, in the order of a project's life; also a station or rail of the process picture."""

    id: RecordId
    former_ids: FormerIds = ()
    title: FullText = Field(description="Name of the theme.")
    summary: FullText = Field(description="One sentence: what this dimension is about.")
    station: FullText = Field(description="One or two words for the process picture.")
    place: Literal["station", "rail"] = Field(description="A station on the path, or a rail beneath all of it.")
    introduction: FullProse = Field(description="The short reading before the criteria of the dimension.")


class Label(Record):
    """An existing quality label or standard that the criteria were compared with."""

    id: RecordId
    former_ids: FormerIds = ()
    code: Line = Field(description="Short name, for example ISMCP.")
    name: Line = Field(description="Official name, not translated.")
    field: FullText = Field(description="Which kind of mentoring it was made for.")
    description: FullText = Field(description="What it looks like and how much of it could be read.")
    website: WebAddress | None = Field(None, description="The full address, with https:// in front.")
    sources: Sources


class GlossaryTerm(Record):
    """One word of the field, explained in one or two sentences."""

    id: RecordId
    former_ids: FormerIds = ()
    term: FullText = Field(description="The word, as it is used in the field.")
    definition: FullText = Field(description="What it means, in one or two sentences.")
    inferred: bool = Field(False, description="True where the definition is partly our conclusion.")
    sources: tuple[SourceId, ...] = Field((), description="Absent: general knowledge or usage in Flanders.")
