"""What stands in the first screen of a practice: three facts, and the way of a duo in four steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ..model import Figure, Practice
from . import figures, outcome_chart, practice_card
from .view import View

CLOSING = "closure"
"""The dimension whose criteria say how a duo ends."""
MONTHS: Mapping[str, tuple[int, int]] = {
    "up-to-3-months": (0, 3), "4-5-months": (4, 5), "6-months": (6, 6), "7-12-months": (7, 12),
}  # fmt: skip
"""Term of `dur` → how many months at least and at most; of the others no picture can be made."""
MEETINGS: Mapping[str, int] = {"weekly": 4, "two-three-monthly": 2, "monthly": 1}
"""Term of `freq` → meetings a month, at least."""
MONTH = 24
"""Width of a month in the picture."""


@dataclass(frozen=True)
class Best:
    """The best-known result: a figure with all that is needed not to misread it, or a sentence."""

    words: str
    """The number, or the whole sentence where there is no figure."""
    measures: Markup | None
    facts: str
    href: str | None


@dataclass(frozen=True)
class Month:
    x: int
    sure: bool
    """False beyond what a duo takes at least."""
    meetings: tuple[float, ...]


@dataclass(frozen=True)
class Way:
    """One step of a duo; without words it is not documented."""

    id: str
    words: Markup | str | None
    href: str | None


@dataclass(frozen=True)
class Head:
    course: Markup | None
    best: Best | None
    way: tuple[Way, ...]
    months: tuple[Month, ...]
    width: int


def head(view: View, practice: Practice) -> Head:
    drawn = months(practice)
    return Head(
        practice_card.rhythm(view, practice), best(view, practice), way(view, practice), drawn, MONTH * len(drawn)
    )


def best(view: View, practice: Practice) -> Best | None:
    """None: no result is known."""
    figure = next((one for one in practice.results if one.id == practice.best_result), None)
    if figure:
        return Best(_value(view, figure), view.say(figure.measures), _facts(view, figure), f"#figure-{figure.id}")
    glance = practice.at_a_glance
    if glance and glance.result:
        return Best(view.edition.text(glance.result), None, "", "#results" if practice.results else "#evidence")
    return None


def _value(view: View, figure: Figure) -> str:
    if outcome_chart.share(figure):
        return outcome_chart.value(figure, view.edition)
    return figures.quantity(figure, view.edition.strings)


def _facts(view: View, figure: Figure) -> str:
    """Over which time, of how many, when, who counted; what is not documented is not named."""
    edition, t = view.edition, view.t
    return " · ".join([
        *([edition.text(figure.window)] if figure.window else []),
        *([t("known.chart.n", n=edition.text(figure.n))] if figure.n else []),
        *([figures.year(figure, edition.strings)] if figure.year else [t("known.chart.no_year")]),
        t("practice.strip.counted_by", who=t(f"figure.reported_by.{figure.reported_by}")),
    ])  # fmt: skip


def way(view: View, practice: Practice) -> tuple[Way, ...]:
    """Intake, match, meetings, closing: in the shortest words of the record, or that it is described further on."""
    matching, glance = practice.matching, practice.at_a_glance
    described = view.t("practice.way.described")
    if glance and glance.matching:
        match: str | None = view.edition.text(glance.matching)
    else:
        match = view.edition.labels("match", matching.method) or (described if matching.about else None)
    criteria = view.edition.catalogue.criteria
    closing = [one for one in practice.criteria if criteria[one.criterion].dimension == CLOSING]
    steps = (
        ("intake", described if matching.intake else None, "#how"),
        ("matching", match, "#how" if matching.method or matching.about else None),
        ("meetings", practice_card.rhythm(view, practice), "#how"),
        ("closing", described if closing else None, "#criteria"),
    )
    return tuple(Way(id, words, href if words else None) for id, words, href in steps)


def months(practice: Practice) -> tuple[Month, ...]:
    """The meetings of a duo month by month, where one duration is documented; without a rhythm the months are empty."""
    duration, frequency = practice.course.duration, practice.course.frequency
    if len(duration) != 1 or duration[0] not in MONTHS:
        return ()
    least, most = MONTHS[duration[0]]
    count = MEETINGS.get(frequency[0], 0) if len(frequency) == 1 else 0
    return tuple(
        Month(MONTH * number, number < least, tuple(_meeting(number, place, count) for place in range(count)))
        for number in range(most)
    )


def _meeting(month: int, place: int, count: int) -> float:
    return round(MONTH * (month + (place + 0.5) / count), 1)
