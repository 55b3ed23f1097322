"""The facets by which practices are filtered, and the order in which the list is served."""

from __future__ import annotations

from ..model import FACETS, Locale, Practice
from ..model import facet_values as authored_values
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


def facet_values(catalogue: Catalogue, practice: Practice, facet: str) -> tuple[str, ...]:
    """Term ids by which a practice is found for one facet; empty when not documented."""
    return (catalogue.standings[practice.id].term,) if facet == "status" else authored_values(practice, facet)


WISHES = ("group", "edu", "settlement", "dur", "mentor")
"""Facets of "find something like us", in the order of its sentence. What is near a term stands in its vocabulary."""
ALL_OF = ("group",)
"""Facets of which someone may want all values at once."""


def served_order(catalogue: Catalogue, locale: Locale) -> tuple[Practice, ...]:
    """The order of the list page: running first, then the best evidence, then those about which most facets are known."""
    rank = {term.id: place for place, term in enumerate(catalogue.vocabularies["status"].terms)}
    return tuple(
        sorted(
            catalogue.practices.values(),
            key=lambda practice: (
                rank[catalogue.standings[practice.id].term],
                -practice.evidence.level,
                -sum(bool(facet_values(catalogue, practice, facet)) for facet in facets()),
                folded(practice.name.said(locale).text),
                practice.id,
            ),
        )
    )
