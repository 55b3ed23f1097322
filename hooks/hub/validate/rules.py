"""Rules inside one record that types cannot express; those of tools and guides have modules of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .. import model
from ..load.scalars import BROKEN
from ..load.strict_yaml import Loc, value_at
from ..model import Text
from ..model.known_terms import BELGIUM
from ..problems import Problem, nearest, shown
from ..text.folding import folded
from . import forms, guides, tools
from .valid import Valid


def id_unlike_file_name(one: Valid) -> Iterator[Problem]:
    """A record in a file of its own has the file's name as its id."""
    if one.raw.kind.form == "folder" and one.entity.id != one.raw.id:
        yield one.raw.problem(("id",), f"must be equal to the file name '{one.raw.id}', got {shown(one.entity.id)}")


def shares_outside_0_to_100(one: Valid) -> Iterator[Problem]:
    """A percentage is a share of something counted; only a comparison can be negative or above 100."""
    for part in one.parts:
        figure = part.value
        if isinstance(figure, model.Figure) and figure.unit == "percent" and figure.kind != "comparison":
            for name in ("value", "to"):
                number = getattr(figure, name)
                if number is not None and not 0 <= number <= 100:
                    yield one.raw.problem((*part.loc, name), f"must be between 0 and 100 for a percentage, got {number}")


def repeated_figure_ids(one: Valid) -> Iterator[Problem]:
    """A figure's id is part of an address, so it is unique within the record."""
    seen: set[str] = set()
    for part in one.parts:
        if isinstance(part.value, model.Figure):
            if part.value.id in seen:
                message = f"must be another id, a figure of this record already has {shown(part.value.id)}"
                yield one.raw.problem((*part.loc, "id"), message)
            seen.add(part.value.id)


def repeated_references(one: Valid) -> Iterator[Problem]:
    """A list of ids names each of them once."""
    seen: set[tuple[Loc, str]] = set()
    for part in one.parts:
        if part.ref and isinstance(part.loc[-1], int):
            key = (part.loc[:-1], part.value)
            if key in seen:
                yield one.raw.problem(part.loc, f"must be named only once, got {shown(part.value)} again")
            seen.add(key)


def repeated_terms(one: Valid) -> Iterator[Problem]:
    """The ids of a vocabulary's terms, former ones included, are unique."""
    if isinstance(one.entity, model.Vocabulary):
        seen: set[str] = set()
        for number, term in enumerate(one.entity.terms):
            for name in (term.id, *term.former_ids):
                if name in seen:
                    message = f"must be unique among the terms and their former ids, got {shown(name)} again"
                    yield one.raw.problem(("terms", number, "id"), message)
                seen.add(name)


def repeated_words(one: Valid) -> Iterator[Problem]:
    """A word leads to one term of a vocabulary; labels are searched too, so no synonym repeats one."""
    if isinstance(one.entity, model.Vocabulary):
        terms = one.entity.terms
        leads_to = {(locale, folded(label)): term.id for term in terms for locale, label in term.label.root.items()}
        for number, term in enumerate(terms):
            for field, said in (("synonyms", term.synonyms), ("former_words", term.former_words)):
                for locale, words in said.root.items() if said else ():
                    for place, word in enumerate(words):
                        key = (locale, folded(word))
                        if key in leads_to:
                            message = f"must be a word that no term has yet, {shown(word)} leads to '{leads_to[key]}'"
                            yield one.raw.problem(("terms", number, field, locale, place), message)
                        leads_to.setdefault(key, term.id)


def not_near(one: Valid) -> Iterator[Problem]:
    """What is near a term is another term of the same vocabulary, named once."""
    if isinstance(one.entity, model.Vocabulary):
        ids = [term.id for term in one.entity.terms]
        for number, term in enumerate(one.entity.terms):
            others = [id for id in ids if id != term.id]
            for place, id in enumerate(term.near):
                if id not in others or id in term.near[:place]:
                    message = f"must be another term of this vocabulary, named once, got {shown(id)}{nearest(id, others)}"
                    yield one.raw.problem(("terms", number, "near", place), message)


_ONCE = (("outcomes", "outcome"), ("criteria", "criterion"), ("fitting_guides", "guide"), ("fitting_tools", "tool"))


def named_twice(one: Valid) -> Iterator[Problem]:
    """A practice says once how it illustrates a criterion, why a guide fits and so on."""
    for field, name in _ONCE if isinstance(one.entity, model.Practice) else ():
        seen: set[str] = set()
        for number, item in enumerate(getattr(one.entity, field)):
            own = getattr(item, name)
            if own in seen:
                yield one.raw.problem((field, number, name), f"must be named only once, got {shown(own)} again")
            seen.add(own)


def best_result_without_figure(one: Valid) -> Iterator[Problem]:
    """What is shown first is one of the results of the same record."""
    if isinstance(one.entity, model.Practice) and one.entity.best_result:
        known = [figure.id for figure in one.entity.results]
        if one.entity.best_result not in known:
            message = f"must be the id of one of its `results`, got {shown(one.entity.best_result)}"
            yield one.raw.problem(("best_result",), message + nearest(one.entity.best_result, known))


def region_outside_belgium(one: Valid) -> Iterator[Problem]:
    """Regions are those of Belgium. Not looked at when a country is written wrongly, which is reported already."""
    written = value_at(one.raw.value, ("where", "country"))
    if not isinstance(written, tuple) or BROKEN in written or not isinstance(one.entity, model.Practice):
        return
    if one.entity.where.region and BELGIUM not in one.entity.where.country:
        yield one.raw.problem(("where", "region"), "must only be given when the country is BE")


def tallies_of_nothing(one: Valid) -> Iterator[Problem]:
    """A count of outcomes names its figures, or says in words what its sources counted."""
    if isinstance(one.entity, model.Tally):
        tally = one.entity
        if not tally.figures and tally.also is None:
            yield one.raw.problem((), "must name `figures`, or say in `also` what was counted")
        elif not tally.figures and not tally.sources:
            yield one.raw.problem(("also",), "must have its `sources`, because no figure has them")


def citations_in_plain_text(one: Valid) -> Iterator[Problem]:
    """Citations and links work in fields that allow Markdown; elsewhere a reader would see their signs."""
    for part in one.parts:
        if isinstance(part.value, Text) and not isinstance(part.value, model.Prose):
            for locale, text in part.value.root.items():
                for source in model.citations(text):
                    message = f"must not cite a source, this field is plain text; name it in `sources`, got '[@{source}]'"
                    yield one.raw.problem((*part.loc, locale), message)


RULES: tuple[Callable[[Valid], Iterator[Problem]], ...] = (
    id_unlike_file_name,
    shares_outside_0_to_100,
    repeated_figure_ids,
    repeated_references,
    repeated_terms,
    repeated_words,
    not_near,
    named_twice,
    best_result_without_figure,
    region_outside_belgium,
    tallies_of_nothing,
    citations_in_plain_text,
    *forms.RULES,
    *guides.RULES,
    *tools.RULES,
)
