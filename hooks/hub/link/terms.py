"""Checks on vocabularies: that they exist, that they have the terms the code knows, and none that it cannot know."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..load.strict_yaml import Loc
from ..model import FACETS, Vocabulary
from ..model.kinds import KINDS
from ..model.known_terms import KNOWN_TERMS, KnownTerms
from ..problems import Problem, close_to, shown
from ..validate.fields import vocabularies
from ..validate.valid import Valid
from .facets import NONE
from .linked import Linking


def missing_vocabularies(linking: Linking) -> Iterator[Problem]:
    """Every vocabulary that the model, a facet or the code names exists."""
    if ("vocabulary", None) in linking.loaded.unreadable:
        return
    wanted = {name for name, _ in FACETS}
    for kind in KINDS:
        wanted |= set(vocabularies(kind.model)) if kind.model else set()
    known = {one.vocabulary for one in KNOWN_TERMS} - wanted
    for name in sorted((wanted | known) - linking.ids["vocabulary"]):
        user = "pages" if name in known else "records"
        yield Problem(f"data/vocabularies/{name}.yml", 0, "", f"must exist; {user} use the terms of this vocabulary")


def known_terms_that_changed(linking: Linking) -> Iterator[Problem]:
    """The terms that the code knows by their id are there, in their order, and no others where it must know all."""
    known = {one.vocabulary: one for one in KNOWN_TERMS}
    for one in linking.of("vocabulary"):
        if one.entity.id in known:
            yield from _changed(one, known[one.entity.id])


def _changed(one: Valid, known: KnownTerms) -> Iterator[Problem]:
    vocabulary: Vocabulary = one.entity
    ids = tuple(term.id for term in vocabulary.terms)
    new = [id for id in ids if id not in known.terms]
    missing = [id for id in known.terms if id not in ids]
    for id in missing:
        renamed = close_to(id, new) or (new[0] if len(new) == len(missing) == 1 and known.whole else None)
        hint = f"; was it renamed to {shown(renamed)}?" if renamed else ""
        yield one.raw.problem(("terms",), f"must have the term {shown(id)}, which the code knows: {known.used}{hint}")
    if known.whole:
        for id in new:
            message = f"must be a term that the code knows ({', '.join(known.terms)}), got {shown(id)}"
            yield one.raw.problem(_place(ids, id), f"{message}; a new one needs a change of the code too")
    if known.ordered and not new and not missing and ids != known.terms:
        first = next(id for id, wanted in zip(ids, known.terms, strict=True) if id != wanted)
        yield one.raw.problem(_place(ids, first), f"must stand in the order {', '.join(known.terms)}, got {', '.join(ids)}")


def _place(ids: tuple[str, ...], id: str) -> Loc:
    return ("terms", ids.index(id), "id")


def terms_called_none(linking: Linking) -> Iterator[Problem]:
    """In addresses of the list of practices this word stands for "not documented"."""
    facets = dict(FACETS)
    for one in linking.of("vocabulary"):
        for number, term in enumerate(one.entity.terms) if one.entity.id in facets else ():
            for name, ids in (("id", (term.id,)), ("former_ids", term.former_ids)):
                if NONE in ids:
                    message = f"must not be {shown(NONE)}, which stands for \"not documented\" in addresses"
                    yield one.raw.problem(("terms", number, name), message)


CHECKS: tuple[Callable[[Linking], Iterator[Problem]], ...] = (
    missing_vocabularies,
    known_terms_that_changed,
    terms_called_none,
)
