"""Practices: what is documented about a mentoring programme, and how well. An absent field was not documented."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import FormerIds, FullText, Id, Line, PartialDate, Record, Ref, Text, WebAddress, Year
from .criterion import CriterionId
from .figure import Figure
from .prose import Prose, ProseLine
from .shared import Contradiction, CountryId, PartnerId, Period
from .source import SourceId


class Provider(Record):
    """Who runs it."""

    name: Text
    type: Annotated[str, Ref("vocabulary:provider")]
    partner: PartnerId | None = Field(None, description="Its record among the partners, if it has one.")
    about: Prose | None = None


class Place(Record):
    """Where it runs."""

    country: tuple[CountryId, ...] = Field(min_length=1)
    region: tuple[Annotated[str, Ref("vocabulary:region")], ...] = Field((), description="Belgium only.")
    places: Text | None = Field(None, description="Cities, provinces, dates per city.")


class Mentees(Record):
    group: tuple[Annotated[str, Ref("vocabulary:group")], ...] = Field(min_length=1)
    education: Annotated[str, Ref("vocabulary:edu")]
    about: Prose = Field(description="Who can take part: conditions, age, language, status.")


class Mentors(Record):
    profile: tuple[Annotated[str, Ref("vocabulary:mentor")], ...] = ()
    about: Prose | None = None


class Course(Record):
    """How it goes for a duo, in time."""

    format: tuple[Annotated[str, Ref("vocabulary:format")], ...] = ()
    sector: Annotated[str, Ref("vocabulary:sector")]
    duration: tuple[Annotated[str, Ref("vocabulary:dur")], ...] = ()
    frequency: tuple[Annotated[str, Ref("vocabulary:freq")], ...] = ()
    rhythm: Text | None = Field(None, description="Duration and frequency in words, as short as possible.")
    content: Prose | None = Field(None, description="What duos do and talk about.")


class Matching(Record):
    method: tuple[Annotated[str, Ref("vocabulary:match")], ...] = ()
    intake: Prose | None = Field(None, description="How people come in and are interviewed.")
    about: Prose | None = Field(None, description="How duos are made.")


class Training(Record):
    offered: tuple[Annotated[str, Ref("vocabulary:train")], ...] = ()
    mentors: Prose | None = None
    mentees: Prose | None = None


class Employers(Record):
    involvement: tuple[Annotated[str, Ref("vocabulary:empl")], ...] = ()
    about: Prose | None = None


class Funding(Record):
    funder: tuple[Annotated[str, Ref("vocabulary:fund")], ...] = ()
    about: Prose | None = None
    budget: tuple[Figure, ...] = Field((), description="Amounts, each with what it paid for.")


class Evidence(Record):
    """How well results are known, not how good the practice is."""

    level: Literal[1, 2, 3, 4, 5] = Field(description="Highest step reached on the scale in `vocabularies/evidence.yml`.")
    why: Prose = Field(description="Why this step, and what could be disputed.")
    evaluation: Prose | None = Field(None, description="Who evaluated, how, and what came out.")


class Illustration(Record):
    """A criterion of which the practice is an example, and how."""

    criterion: CriterionId
    how: ProseLine


class Practice(Record):
    """One documented practice. Kept in `data/practices/<id>.yml`."""

    id: Id
    former_ids: FormerIds = ()
    name: Text
    also_known_as: tuple[Line, ...] = ()
    summary: Text = Field(description="One sentence that tells this practice from the others; shown on its card.")
    provider: Provider
    where: Place
    period: Period | None = None
    status: Annotated[str, Ref("vocabulary:status")]
    status_note: Text | None = Field(None, description="What the status rests on, above all when inferred.")
    status_checked: Year | None = Field(None, description="Year of the most recent source; absent: sources are undated.")
    kind: tuple[Annotated[str, Ref("vocabulary:kind")], ...] = Field(min_length=1)
    adjacent: bool = Field(False, description="True when it is not mentoring-to-work in the strict sense.")
    migrant_specific: bool = Field(True, description="False when all job seekers can take part.")
    mentees: Mentees
    mentors: Mentors
    course: Course
    matching: Matching = Matching(method=(), intake=None, about=None)
    training: Training = Training(offered=(), mentors=None, mentees=None)
    coach: Prose | None = Field(None, description="What the professional does.")
    employers: Employers = Employers(involvement=(), about=None)
    partners: Prose | None = Field(None, description="Who works with it and how.")
    funding: Funding = Funding(funder=(), about=None, budget=())
    results: tuple[Figure, ...] = ()
    evidence: Evidence
    works_when: tuple[ProseLine, ...] = Field((), description="Conditions under which it works, from its sources.")
    watch_out: tuple[ProseLine, ...] = Field((), description="What went wrong, is weak or is easily misread.")
    lessons: tuple[ProseLine, ...] = Field((), description="What its people or evaluators learned.")
    adapt: tuple[ProseLine, ...] = Field((), description="What to adapt when transferring it; say so when inferred.")
    contradictions: tuple[Contradiction, ...] = ()
    criteria: tuple[Illustration, ...] = Field((), description="Criteria it illustrates; the others are not judged.")
    website: WebAddress | None = None
    sources: tuple[SourceId, ...] = Field(min_length=1)
    last_checked: PartialDate = Field(description="When the record was last compared with its sources.")


class ThinPractice(Record):
    """A practice of which too little is known for a page of its own. Kept in `data/thin_practices.yml`."""

    id: Id
    name: Line
    country: tuple[CountryId, ...] = Field(description="Empty when it runs across countries.")
    known: FullText
    sources: tuple[SourceId, ...] = Field(min_length=1)


FACETS: tuple[tuple[str, str], ...] = (
    ("country", "where.country"),
    ("region", "where.region"),
    ("kind", "kind"),
    ("group", "mentees.group"),
    ("edu", "mentees.education"),
    ("provider", "provider.type"),
    ("format", "course.format"),
    ("sector", "course.sector"),
    ("dur", "course.duration"),
    ("freq", "course.frequency"),
    ("mentor", "mentors.profile"),
    ("match", "matching.method"),
    ("train", "training.offered"),
    ("empl", "employers.involvement"),
    ("fund", "funding.funder"),
    ("evidence", "evidence.level"),
    ("status", "status"),
)
"""Vocabulary id and the field that holds its values, in the order in which facets are shown."""


def facet_values(practice: Practice, facet: str) -> tuple[str, ...]:
    """Term ids a practice carries for one facet; empty when not documented."""
    value: object = practice
    for name in dict(FACETS)[facet].split("."):
        value = getattr(value, name)
    return tuple(str(item) for item in value) if isinstance(value, tuple) else (str(value),)
