"""The sentence with gaps of "find something like us"."""

from __future__ import annotations

from dataclasses import dataclass

from ..link.facets import ALL_OF, WISHES
from .view import View


@dataclass(frozen=True)
class Gap:
    """One gap: a wish about one facet."""

    facet: str
    options: tuple[tuple[str, str], ...]
    """(id, label) of the values that some practice has, in the order of the vocabulary."""
    many: bool
    """Several values may be chosen."""


def gaps(view: View) -> tuple[Gap, ...]:
    edition = view.edition
    return tuple(
        Gap(
            facet,
            tuple(
                (term.id, in_a_sentence(edition.text(term.label)))
                for term in edition.catalogue.vocabularies[facet].terms
                if edition.practices_by_value[facet, term.id]
            ),
            facet in ALL_OF,
        )
        for facet in WISHES
    )


def in_a_sentence(label: str) -> str:
    """`Vluchtelingen` as part of a sentence: `vluchtelingen`."""
    return label[:1].lower() + label[1:]
