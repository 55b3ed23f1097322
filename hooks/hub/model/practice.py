"""Practices: what is documented about a mentoring programme, and how well. An absent field was not documented."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import FormerIds, FullText, Id, Line, PartialDate, Record, RecordId, Ref, ShortText, Text, WebAddress, Year
from .criterion import CriterionId
from .figure import Figure
from .guide import GuideId, ToolId
from .prose import Prose, ProseLine
from .shared import Contradiction, CountryId, PartnerId, Period, ReviewEvery
from .source import SourceId, Sources


class AtAGlance(Record):
    """The practice in short answers, for a card or a table; absent: the sources do not say."""

    for_whom: ShortText = Field(description="Who can take part.")
    education: ShortText | None = Field(None, description="Education of the mentees.")
    place: ShortText | None = Field(None, description="Where it runs.")
    duration_rhythm: ShortText | None = Field(None, description="How long and how often, or how much in all.")
    mentors: ShortText | None = Field(None, description="Who the mentors are.")
    matching: ShortText | None = Field(None, description="Who decides, and on what.")
    training: ShortText | None = Field(None, description="For whom, and what.")
    cost: ShortText | None = Field(None, description="An amount with what it covers, hours, or who pays.")
    duos: ShortText | None = Field(None, description="How many there were, what that covers and when.")
    result: ShortText | None = Field(None, description="The best-known result with its definition and year.")
    status: ShortText = Field(description="As the field `status`, with the year that it rests on.")


class Provider(Record):
    """Who runs it."""

    name: Text = Field(description="Name of the organisation.")
    type: Annotated[str, Ref("vocabulary:provider")] = Field(description="What kind of organisation it is.")
    partner: PartnerId | None = Field(None, description="Its record among the partners, if it has one.")
    about: Prose | None = Field(None, description="What the organisation is and does.")


class Place(Record):
    """Where it runs."""

    country: tuple[CountryId, ...] = Field(min_length=1, description="Countries in which it runs.")
    region: tuple[Annotated[str, Ref("vocabulary:region")], ...] = Field((), description="Belgium only.")
    places: Text | None = Field(None, description="Cities, provinces, dates per city.")


class Settlement(Record):
    """How large the places are where it runs. The class is always ours: sources name places, not their size."""

    size: Annotated[str, Ref("vocabulary:settlement")] = Field(description="The class that fits most of its places.")
    includes: tuple[Annotated[str, Ref("vocabulary:settlement")], ...] = Field(
        (), description="Other classes that occur: which ones where there are several, or inside a region or a country."
    )
    places: Text = Field(description="The places from which the class was derived.")
    sources: tuple[SourceId, ...] = Field(min_length=1, description="Where these places are named.")

    @property
    def sizes(self) -> tuple[str, ...]:
        return (self.size, *self.includes)

    @model_validator(mode="after")
    def _other_sizes(self) -> Settlement:
        if self.size in self.includes:
            raise PydanticCustomError("size", "must not include its own `size` '{size}' again", {"size": self.size})
        return self


class Mentees(Record):
    group: tuple[Annotated[str, Ref("vocabulary:group")], ...] = Field(min_length=1, description="For which groups it is.")
    education: Annotated[str, Ref("vocabulary:edu")] = Field(description="For which level of education it is.")
    about: Prose = Field(description="Who can take part: conditions, age, language, status.")


class Mentors(Record):
    profile: tuple[Annotated[str, Ref("vocabulary:mentor")], ...] = Field(
        (), description="What kind of people the mentors are."
    )
    about: Prose | None = Field(None, description="Who the mentors are and what is asked of them.")


class Course(Record):
    """How it goes for a duo, in time."""

    format: tuple[Annotated[str, Ref("vocabulary:format")], ...] = Field(
        (), description="How people come together: one to one, in a group, online."
    )
    sector: Annotated[str, Ref("vocabulary:sector")] = Field(description="Whether it is about one sector or about all.")
    duration: tuple[Annotated[str, Ref("vocabulary:dur")], ...] = Field((), description="How long a duo lasts.")
    frequency: tuple[Annotated[str, Ref("vocabulary:freq")], ...] = Field((), description="How often a duo meets.")
    rhythm: Text | None = Field(None, description="Duration and frequency in words, as short as possible.")
    content: Prose | None = Field(None, description="What duos do and talk about.")


class Matching(Record):
    method: tuple[Annotated[str, Ref("vocabulary:match")], ...] = Field(
        (), description="Who decides on a match, and on what."
    )
    intake: Prose | None = Field(None, description="How people come in and are interviewed.")
    about: Prose | None = Field(None, description="How duos are made.")


class Training(Record):
    offered: tuple[Annotated[str, Ref("vocabulary:train")], ...] = Field(
        (), description="What is offered to mentors and mentees."
    )
    mentors: Prose | None = Field(None, description="What mentors learn, when and how long.")
    mentees: Prose | None = Field(None, description="What mentees learn, when and how long.")


class Employers(Record):
    involvement: tuple[Annotated[str, Ref("vocabulary:empl")], ...] = Field(
        (), description="In which ways employers take part."
    )
    about: Prose | None = Field(None, description="What employers do.")


class Funding(Record):
    funder: tuple[Annotated[str, Ref("vocabulary:fund")], ...] = Field((), description="What kinds of organisations pay.")
    about: Prose | None = Field(None, description="Who pays for what.")
    budget: tuple[Figure, ...] = Field((), description="Amounts, each with what it paid for.")


class Effort(Record):
    """What it takes. Hours, staff and cost each rest on a basis of their own and are never added up."""

    band: Annotated[str, Ref("vocabulary:effort")] | None = Field(
        None, description="By the hours that a mentor spends with one mentee; absent: they are not documented."
    )
    hours: ProseLine | None = Field(None, description="Hours or meetings of one duo; our arithmetic is marked (computed).")
    staff: ProseLine | None = Field(None, description="Time of the professionals, or how many there are for how many duos.")
    cost: ProseLine | None = Field(None, description="An amount and exactly what it pays for.")

    @model_validator(mode="after")
    def _something(self) -> Effort:
        if self.band and not self.hours:
            raise PydanticCustomError("band", "must give the `hours` on which its `band` rests")
        if not (self.hours or self.staff or self.cost):
            raise PydanticCustomError("effort", "must hold hours, staff or cost; leave it out when none is documented")
        return self


class Evidence(Record):
    """How well results are known, not how good the practice is."""

    level: Literal[1, 2, 3, 4, 5] = Field(description="Highest step reached on the scale in `vocabularies/evidence.yml`.")
    why: Prose = Field(description="Why this step, and what could be disputed.")
    evaluation: Prose | None = Field(None, description="Who evaluated, how, and what came out.")


class Finding(Record):
    """What is known about one question of readers, and how well."""

    outcome: Annotated[str, Ref("vocabulary:outcome")] = Field(description="Which question of readers it answers.")
    evidence: Literal[1, 2, 3, 4, 5] = Field(
        description="Step of this one finding on the scale in `vocabularies/evidence.yml`; never above that of the practice."
    )
    what: Text = Field(description="The finding with its definition, in a few words.")
    sources: Sources


class FittingGuide(Record):
    """A guide for whoever wants to do something similar."""

    guide: GuideId = Field(description="Id of the guide.")
    why: Text = Field(description="What connects it with this practice, in a few words; our choice.")


class FittingTool(Record):
    """A tool for whoever wants to do something similar."""

    tool: ToolId = Field(description="Id of the tool.")
    why: Text = Field(description="What connects it with this practice, in a few words; our choice.")


class Illustration(Record):
    """A criterion of which the practice is an example, and how."""

    criterion: CriterionId = Field(description="Id of the criterion.")
    how: ProseLine = Field(description="How the practice does it, with a source.")


class Practice(Record):
    """One documented practice. Kept in `data/practices/<id>.yml`."""

    id: RecordId
    former_ids: FormerIds = ()
    name: Text = Field(description="Name by which it is known.")
    also_known_as: tuple[Line, ...] = Field((), description="Other names, also former ones.")
    summary: Text = Field(description="One sentence that tells this practice from the others; shown on its card.")
    at_a_glance: AtAGlance | None = Field(None, description="The practice in short answers.")
    provider: Provider = Field(description="Who runs it.")
    where: Place = Field(description="Where it runs.")
    settlement: Settlement | None = Field(None, description="Absent: the places are not known.")
    period: Period | None = Field(None, description="From when to when it ran.")
    status: Annotated[str, Ref("vocabulary:status")] = Field(
        description="As its newest source has it. What ran then and was not seen for three years is shown with that year."
    )
    status_note: Text | None = Field(None, description="What the status rests on, above all when inferred.")
    status_checked: Year | None = Field(None, description="Year of the most recent source; absent: sources are undated.")
    kind: tuple[Annotated[str, Ref("vocabulary:kind")], ...] = Field(
        min_length=1, description="What sort of mentoring it is."
    )
    adjacent: bool = Field(False, description="True when it is not mentoring-to-work in the strict sense.")
    migrant_specific: bool = Field(True, description="False when all job seekers can take part.")
    mentees: Mentees = Field(description="For whom it is.")
    mentors: Mentors = Field(description="Who the mentors are.")
    course: Course = Field(description="How it goes for a duo, in time.")
    matching: Matching = Field(
        Matching(method=(), intake=None, about=None), description="How people come in and how duos are made."
    )
    training: Training = Field(
        Training(offered=(), mentors=None, mentees=None), description="What mentors and mentees learn."
    )
    coach: Prose | None = Field(None, description="What the professional does.")
    employers: Employers = Field(Employers(involvement=(), about=None), description="What employers do.")
    partners: Prose | None = Field(None, description="Who works with it and how.")
    funding: Funding = Field(Funding(funder=(), about=None, budget=()), description="Who pays, and how much.")
    effort: Effort | None = Field(None, description="What it takes, in hours, staff and money; absent: not documented.")
    results: tuple[Figure, ...] = Field((), description="Published numbers, each with its definition.")
    best_result: Id | None = Field(
        None,
        description="Id of the figure among `results` to show first: a comparison before an outcome before an output, its "
        "own before one of several programmes together, the best defined before the highest. Absent: no such figure.",
    )
    outcomes: tuple[Finding, ...] = Field((), description="What is known per question; absent: nothing is documented.")
    evidence: Evidence = Field(description="How well its results are known.")
    works_when: tuple[ProseLine, ...] = Field(
        (), description="Conditions under which it works, from its sources; with evidence 1 a choice of design, not proven."
    )
    watch_out: tuple[ProseLine, ...] = Field((), description="What went wrong, is weak or is easily misread.")
    lessons: tuple[ProseLine, ...] = Field((), description="What its people or evaluators learned.")
    adapt: tuple[ProseLine, ...] = Field((), description="What to adapt when transferring it; say so when inferred.")
    core: tuple[ProseLine, ...] = Field(
        (), description="What its sources present as a condition or as fixed for every duo; that it is core is inferred."
    )
    varies: tuple[ProseLine, ...] = Field((), description="What its sources leave to the duo, the region or the round.")
    contradictions: tuple[Contradiction, ...] = Field(
        (), description="Where sources disagree: every version with its source."
    )
    criteria: tuple[Illustration, ...] = Field((), description="Criteria it illustrates; the others are not judged.")
    fitting_guides: tuple[FittingGuide, ...] = Field((), description="For whoever wants to do something similar.")
    fitting_tools: tuple[FittingTool, ...] = Field((), description="For whoever wants to do something similar.")
    website: WebAddress | None = Field(None, description="The full address, with https:// in front.")
    sources: Sources
    last_checked: PartialDate = Field(description="When the record was last compared with its sources.")
    review_every: ReviewEvery = None


class ThinPractice(Record):
    """A practice of which too little is known for a page of its own. Kept in `data/thin_practices.yml`."""

    id: RecordId
    name: Line = Field(description="Name by which it is known.")
    country: tuple[CountryId, ...] = Field(description="Empty when it runs across countries.")
    known: FullText = Field(description="What is known, in one or two sentences.")
    sources: Sources


FACETS: tuple[tuple[str, str], ...] = (
    ("country", "where.country"),
    ("region", "where.region"),
    ("settlement", "settlement.sizes"),
    ("kind", "kind"),
    ("group", "mentees.group"),
    ("edu", "mentees.education"),
    ("provider", "provider.type"),
    ("format", "course.format"),
    ("sector", "course.sector"),
    ("dur", "course.duration"),
    ("freq", "course.frequency"),
    ("effort", "effort.band"),
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
        if (value := getattr(value, name)) is None:
            return ()
    return tuple(str(item) for item in value) if isinstance(value, tuple) else (str(value),)
