"""The facets by which practices are filtered, and the order in which the list is served."""

from __future__ import annotations

from ..model import FACETS, Locale, Practice
from ..text.folding import folded
from .catalogue import Catalogue

WHOLE_LIST = 60
"""Up to this number all practices are on the list page with their cards; beyond that it shows the first of each country and
filtering draws the cards from data."""
NONE = "none"
"""The value of a facet that is not documented, in addresses and in the browser; no term may be called so."""

FIRST_FACETS = ("group", "country", "region", "edu", "evidence")
"""What people come with; the other facets are folded."""
ALWAYS_DOCUMENTED = frozenset({"region"})
"""Facets without a "not documented": no region means "not in Belgium"."""


def facets() -> tuple[str, ...]:
    """All facets in the order in which the list offers them, which is also their order in addresses."""
    return (*FIRST_FACETS, *(facet for facet, _ in FACETS if facet not in FIRST_FACETS))


def served_order(catalogue: Catalogue, locale: Locale) -> tuple[Practice, ...]:
    """By the first country of each, in the order of the vocabulary, then by name: the order of the list page."""
    rank = {term.id: place for place, term in enumerate(catalogue.vocabularies["country"].terms)}
    return tuple(
        sorted(
            catalogue.practices.values(),
            key=lambda practice: (rank[practice.where.country[0]], folded(practice.name.said(locale).text), practice.id),
        )
    )
