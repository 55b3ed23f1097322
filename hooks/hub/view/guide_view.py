"""What the pages of guides share: sources and words that open in place, numbers that lead to their definition, grades.

`GuideView` remembers what its page printed: which figures, so that their definitions stand beside the text, and which
glossary terms, so that each is explained where it is first used.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from ..model import Guide, QuickWin, Recommendation
from ..model.known_terms import CONFLICTING, GRADES
from . import figures
from .edition import Edition
from .links import Link, criterion_links, link_to, links_to
from .templates import macro
from .view import View

GRADE_STEPS = max(dots for axis in GRADES.values() for dots in axis.values())


@dataclass(frozen=True)
class Explained:
    """A glossary term where a text first uses it."""

    id: str
    words: str
    """As the text has them."""
    term: Markup
    definition: Markup
    href: str
    """Its entry in the glossary."""
    after: str
    """Punctuation behind the words, kept on their line: browsers may break a line after any button."""


class GuideView(View):
    """A page with the text of one guide, or of several."""

    def __init__(self, edition: Edition, path: str) -> None:
        super().__init__(edition, path)
        self.prefix = ""
        """Before the anchors of a text, where several guides share a page."""
        self.guide: Guide | None = None
        self._printed: dict[str, None] = {}
        self._mentioned: dict[str, None] = {}
        self._shown: set[str] = set()
        self._explained: set[str] = set()
        self._charts = 0

    # --- figures --------------------------------------------------------------------------------------------------

    def value(self, id: str) -> Markup:
        """A figure as a number in a sentence, with a link to its definition on this page."""
        self._printed.setdefault(id)
        self._mentioned.setdefault(id)
        words = figures.quantity(self.edition.catalogue.figures[id].figure, self.edition.strings)
        return macro("text", "value", self, figure_anchor(id), words)

    def figure(self, id: str) -> figures.FigureView:
        """A figure with its definition and the practice it belongs to; it carries its anchor where it is first shown."""
        placed = self.edition.catalogue.figures[id]
        anchor = figure_anchor(id) if id not in self._shown else None
        self._shown.add(id)
        belongs_to = None
        if placed.practice:
            href = self.record("practice", f"{placed.practice.id}#figure-{placed.figure.id}")
            belongs_to = macro("text", "link", self, href, self.say(placed.practice.name))
        return replace(figures.figure(self, placed.figure), id=anchor, former=(), belongs_to=belongs_to)

    def figures_beside(self) -> tuple[figures.FigureView, ...]:
        """The figures named since the last call that are not yet defined on the page."""
        mentioned, self._mentioned = self._mentioned, {}
        return tuple(self.figure(id) for id in mentioned if id not in self._shown)

    def remaining_figures(self) -> tuple[figures.FigureView, ...]:
        """The figures that the text names and that are not yet defined on the page."""
        return tuple(self.figure(id) for id in self._printed if id not in self._shown)

    def next_chart(self) -> int:
        """Number of the next chart on the page, from 1."""
        self._charts += 1
        return self._charts

    # --- words ----------------------------------------------------------------------------------------------------

    def explains(self, id: str) -> bool:
        """Whether a glossary term is still to be explained on this page."""
        return id not in self._explained

    def explain(self, id: str, words: str, after: str = "") -> Markup:
        """Words that open the definition of their glossary term; `after` is the punctuation that stays on their line."""
        self._explained.add(id)
        term = self.edition.catalogue.glossary[id]
        explained = Explained(id, words, self.say(term.term), self.say(term.definition), self.record("glossary", id), after)
        return macro("guide", "term", self, explained)

    def explained(self) -> tuple[tuple[Markup, Markup], ...]:
        """(term, definition) of everything explained so far, for paper, where nothing opens."""
        return tuple(
            (self.say(term.term), self.say(term.definition))
            for id, term in self.edition.catalogue.glossary.items()
            if id in self._explained
        )


def leading_punctuation(text: str) -> str:
    """
    >>> leading_punctuation("), and so on"), leading_punctuation(" (so)")
    ('),', '')
    """
    return text[: len(text) - len(text.lstrip(".,;:!?)"))]


def figure_anchor(id: str) -> str:
    """
    >>> figure_anchor("duo-for-a-job/confidence")
    'figure-duo-for-a-job-confidence'
    """
    return f"figure-{id.replace('/', '-')}"


# --- grades -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Grade:
    """One axis of a recommendation."""

    title: str
    step: int
    steps: int
    mixed: bool
    word: str
    meaning: str


@dataclass(frozen=True)
class RecommendationView:
    anchor: str
    record: str
    """What a reader corrects, `guide/<id>`; empty where several guides share a page, to be printed."""
    id: str
    number: int
    text: Markup
    grades: tuple[Grade, ...]
    why: Markup
    section: str | None
    criteria: tuple[Link, ...]
    tools: tuple[Link, ...]
    practices: tuple[Link, ...]


def grade(view: View, axis: str, id: str) -> Grade:
    edition = view.edition
    vocabulary = edition.catalogue.vocabularies[f"grade-{axis}"]
    term = edition.term(f"grade-{axis}", id)
    return Grade(
        edition.text(vocabulary.label), GRADES[axis][id], GRADE_STEPS, id == CONFLICTING, edition.text(term.label),
        edition.text(term.definition),
    )  # fmt: skip


def grade_rules(view: View, axis: str) -> tuple[Grade, ...]:
    """Every step of an axis, best known first, as the vocabulary lists them."""
    return tuple(grade(view, axis, term.id) for term in view.edition.catalogue.vocabularies[f"grade-{axis}"].terms)


def recommendations(view: GuideView, guide: Guide) -> tuple[RecommendationView, ...]:
    return tuple(_recommendation(view, guide, item, number) for number, item in enumerate(guide.recommendations, start=1))


def _recommendation(view: GuideView, guide: Guide, item: Recommendation, number: int) -> RecommendationView:
    return RecommendationView(
        anchor=f"{view.prefix}recommendation-{item.id}",
        record="" if view.prefix else f"guide/{guide.id}",
        id=item.id,
        number=number,
        text=view.prose(item.text),
        grades=(grade(view, "research", item.research), grade(view, "practice", item.practice)),
        why=view.prose(item.why),
        section=f"{view.prefix}{item.section}" if item.section else None,
        criteria=criterion_links(view, item.criteria),
        tools=links_to(view, "tool", item.tools),
        practices=links_to(view, "practice", item.practices),
    )


# --- quick wins -------------------------------------------------------------------------------------------------------

TIMES = ("quarter-hour", "hour", "half-day")


@dataclass(frozen=True)
class QuickWinView:
    anchor: str
    text: Markup
    takes: str
    roles: str
    tools: tuple[Link, ...]
    guide: Link


def roles(view: View, ids: Iterable[str]) -> str:
    """`coördinatoren, mentoren en coaches`, inside a sentence."""
    labels = [view.edition.label("role", id) for id in ids]
    return ", ".join(label[0].lower() + label[1:] for label in labels)


def quick_win(view: GuideView, guide: Guide, item: QuickWin) -> QuickWinView:
    return QuickWinView(
        anchor=f"{view.prefix}quick-win-{item.id}",
        text=view.prose(item.text),
        takes=view.t(f"guides.takes.{item.takes}"),
        roles=roles(view, item.doors),
        tools=links_to(view, "tool", item.tools),
        guide=link_to(view, "guide", guide.id),
    )
