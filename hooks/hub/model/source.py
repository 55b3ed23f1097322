"""Sources: one bibliography in the terms of CSL (Citation Style Language), https://docs.citationstyles.org."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import LOCALE_PATTERN, Id, Line, PartialDate, Record, Ref, Text, WebAddress

SourceId = Annotated[str, Ref("source")]
Sources = Annotated[tuple[SourceId, ...], Field(min_length=1, description="Ids of the sources that say so.")]


class Name(Record):
    """A person (`family`, `given`) or an organisation (`literal`), as in CSL."""

    family: Line | None = Field(None, description="Family name of a person.")
    given: Line | None = Field(None, description="Given name of a person, or initials.")
    literal: Line | None = Field(None, description="Name of an organisation.")

    @model_validator(mode="after")
    def _one_form(self) -> Name:
        if (self.literal is None) == (self.family is None):
            raise PydanticCustomError("name", "must have either `literal` (organisation) or `family` and `given` (person)")
        return self


class SourceNote(Record):
    """Our own remarks on a source, in the place CSL keeps for them (`custom`)."""

    read: Literal["full", "part", "abstract", "second-hand"] = Field(
        description="How much could be read; less than full or abstract is treated as partial."
    )
    read_note: Text | None = Field(None, alias="read-note", description="What could not be read.")
    issued_inferred: bool = Field(False, alias="issued-inferred", description="True where the year is our conclusion.")
    kind: Line | None = Field(None, description="What kind of document it is, in the words of the dossier (English).")
    former_ids: tuple[Id, ...] = Field((), alias="former-ids", description="Ids under which it was known before.")


class Source(Record):
    """One CSL item. Keys with a hyphen or capitals are CSL's own."""

    id: Id = Field(description="Key by which texts cite it, behind an @. It never changes.")
    type: Literal[
        "webpage", "report", "article-journal", "article-magazine", "article-newspaper", "book", "chapter", "legislation",
        "post-weblog", "interview", "speech", "thesis", "document", "article", "entry-encyclopedia", "standard", "pamphlet",
        "hearing", "dataset",
    ] = Field(description="What kind of document it is, in the terms of CSL.")  # fmt: skip
    title: Line = Field(description="As published, not translated.")
    title_short: Line | None = Field(
        None, alias="title-short", description="What a mark in a text calls it where author, publisher and site are unknown."
    )
    author: tuple[Name, ...] = Field((), description="People or organisations who wrote it.")
    issued: PartialDate | None = Field(None, description="Year of publication; absent: not stated.")
    publisher: Line | None = Field(None, description="Who published it.")
    container_title: Line | None = Field(None, alias="container-title", description="Journal, newspaper or site.")
    volume: Line | None = Field(None, description="Volume of the journal.")
    issue: Line | None = Field(None, description="Issue of the journal.")
    page: Line | None = Field(None, description="Pages inside the journal or book, for example 108-121.")
    language: Annotated[str, Field(pattern=LOCALE_PATTERN)] = Field(description="Language of the document, ISO 639-1.")
    number_of_pages: int | None = Field(None, alias="number-of-pages", description="How many pages it has.")
    isbn: Line | None = Field(None, alias="ISBN", description="ISBN of a book.")
    doi: Line | None = Field(None, alias="DOI", description="DOI, without an address in front.")
    url: WebAddress | None = Field(None, alias="URL", description="Absent: the original address is not known.")
    custom: SourceNote = Field(description="Our own remarks: how much of it we read.")
