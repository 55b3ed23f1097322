"""What a reader is asked about a new practice: the same questions in the mail, in the Word document and in the example."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from ..model import Practice, Prose, Text
from . import facts, figures
from .view import View

GROUPS: tuple[tuple[tuple[str, int], ...], ...] = (
    (
        ("name", 1), ("provider", 1), ("where", 1), ("period", 2), ("for_whom", 3), ("mentors", 2), ("rhythm", 2),
        ("matching", 3), ("training", 4), ("funding", 3), ("result", 5), ("lessons", 5),
    ),
    (("sources", 5),),
    (("interest", 2), ("named", 1)),
)  # fmt: skip
"""Names of the questions, each with the lines that an answer needs on paper."""

RULES = ("page", "facts", "words", "figures", "people", "gaps")

EXAMPLE = "womento"
"""A practice that documents most of what is asked, for the document. A hub that has none of this name shows no example."""


@dataclass(frozen=True)
class Question:
    name: str
    ask: str
    help: str
    lines: int


def questions(view: View) -> tuple[Question, ...]:
    return tuple(
        Question(name, _text(view, name, "ask"), _text(view, name, "help"), lines)
        for group in GROUPS for name, lines in group
    )  # fmt: skip


def mail_body(view: View) -> str:
    """A line per question, a blank one between groups."""
    asked = ((_text(view, name, "ask") for name, _ in group) for group in GROUPS)
    return "\n\n".join("\n".join(ask if ask.endswith("?") else f"{ask}:" for ask in group) for group in asked)


def _text(view: View, name: str, part: str) -> str:
    return view.t(f"contribute.new.question.{name}.{part}")


# --- example ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Answer:
    ask: str
    answer: Markup
    """With the marks of its sources."""
    look: str
    """What the editors look at in such an answer."""


def example(view: View, id: str) -> tuple[Answer, ...]:
    """How the hub answers some of the questions for one practice; what it does not document is left out."""
    practice = view.edition.catalogue.practices[id]
    answers = (
        ("for_whom", _prose(view, practice.mentees.about)),
        ("rhythm", view.say(practice.course.rhythm) if practice.course.rhythm else Markup("")),
        ("matching", _prose(view, practice.matching.about)),
        ("training", Markup("").join((_prose(view, practice.training.mentors), _prose(view, practice.training.mentees)))),
        ("result", Markup(" ").join(_result(view, practice))),
        ("sources", Markup(" ").join(_sources(view, practice))),
    )  # fmt: skip
    return tuple(Answer(_text(view, name, "ask"), html, _text(view, name, "look")) for name, html in answers if html)


def _prose(view: View, text: Prose | None) -> Markup:
    return view.prose(text) if text else Markup("")


def _result(view: View, practice: Practice) -> Iterator[Markup]:
    """The figure that the page of the practice shows first."""
    figure = next((one for one in practice.results if one.id == practice.best_result), None)
    if figure is None:
        return
    strings = view.edition.strings
    yield escape(f"{figures.quantity(figure, strings)}: {_plain(view, figure.measures)}")
    about = (
        f"{strings('figure.window')}: {figures.window(figure, view.edition)}",
        f"{strings('figure.year')}: {figures.year(figure, strings)}",
        f"{strings('figure.counted_by')}: {strings(f'figure.reported_by.{figure.reported_by}')}",
    )
    yield escape("; ".join(about))
    yield view.cite(figure.sources)


def _plain(view: View, text: Text) -> str:
    return f"{view.edition.text(text).rstrip('.')}."


def _sources(view: View, practice: Practice) -> Iterator[Markup]:
    """Those of the figure."""
    figure = next((one for one in practice.results if one.id == practice.best_result), None)
    for id in figure.sources if figure else ():
        reference = view.edition.references[id]
        yield reference.html
        if reference.url:
            yield facts.website(view, reference.url)
