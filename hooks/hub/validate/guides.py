"""Rules inside the record of a guide; those of its text are in `link.document_text`."""

from __future__ import annotations

from collections.abc import Iterator

from .. import model
from ..model import Prose, Text
from ..problems import Problem, shown
from .valid import Valid


def repeated_parts_of_a_guide(one: Valid) -> Iterator[Problem]:
    """Recommendations and quick wins have ids of their own, and a criterion is named once."""
    if isinstance(one.entity, model.Guide):
        for name, own, ids in (
            ("recommendations", "id", [item.id for item in one.entity.recommendations]),
            ("quick_wins", "id", [item.id for item in one.entity.quick_wins]),
            ("criteria", "criterion", [item.criterion for item in one.entity.criteria]),
        ):
            for number, id in enumerate(ids):
                if id in ids[:number]:
                    yield one.raw.problem((name, number, own), f"must be used only once in {name}, got {shown(id)} again")


def typed_percentages(one: Valid) -> Iterator[Problem]:
    """A guide takes its percentages from figures, which carry a definition, a year and a source."""
    if isinstance(one.entity, model.Guide):
        for part in one.parts:
            if isinstance(part.value, Text):
                for locale, text in part.value.root.items():
                    for found in model.percentages(text):
                        yield one.raw.problem((*part.loc, locale), typed_percentage(found))


def typed_percentage(found: str) -> str:
    return f"must take percentages from a figure, as [%practice/figure] or [%figure], got {shown(found)}"


def values_where_they_do_not_work(one: Valid) -> Iterator[Problem]:
    """`[%figure]` prints a number in the Markdown of guides; elsewhere a reader would see its signs."""
    for part in one.parts:
        if isinstance(part.value, Text) and not (isinstance(one.entity, model.Guide) and isinstance(part.value, Prose)):
            for locale, text in part.value.root.items():
                for figure in model.value_marks(text):
                    message = f"must not name a figure, this works in the Markdown of guides only; got '[%{figure}]'"
                    yield one.raw.problem((*part.loc, locale), message)


RULES = (repeated_parts_of_a_guide, typed_percentages, values_where_they_do_not_work)
