"""Checks on the text of a guide against its record and its other languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ..load.documents import GuideText, front_matter
from ..model import Guide, Locale
from ..problems import Problem, nearest, shown
from .catalogue import Catalogue

OWN_ANCHORS = (
    "in-short", "quick-wins", "mixed", "open-questions", "more", "figures", "words", "sources", "main",
)  # fmt: skip
"""Anchors of what the page adds around the text."""
HEADING_ANCHOR = re.compile(r"\s*\{#([^}]*)\}\s*$")
RESERVED_ANCHORS = ("recommendation-", "quick-win-", "figure-", "source-", "cite-", "term-", "chart-")


def problems(text: GuideText, guide: Guide, locale: Locale, catalogue: Catalogue) -> Iterator[Problem]:
    """Everything wrong with the document of a guide, apart from its front matter as such."""
    from ..pages.guide_text import narrative
    from ..view.edition import Edition
    from ..view.guide_view import GuideView

    edition = Edition(catalogue, locale)
    title = front_matter(text.text).get("title")
    if title is not None and title != edition.text(guide.title):
        record = catalogue.path_of["guide", guide.id]
        message = f"must be the title of {record}, {shown(edition.text(guide.title))}, got {shown(title)}"
        yield Problem(text.path, 2, "title", message)
    found = narrative(text, guide, GuideView(edition, f"guides/{guide.id}"))
    yield from found.problems
    if not re.search(r"^<!--\s*hub:recommendations\s*-->\s*$", text.text, re.MULTILINE):
        message = "must have a line <!-- hub:recommendations --> for the advice of the record"
        yield Problem(text.path, 1, "hub:recommendations", message)
    yield from _missing_sections(guide, text, found.anchors, catalogue)
    yield from _other_sections(guide, text, catalogue)


def _other_sections(guide: Guide, text: GuideText, catalogue: Catalogue) -> Iterator[Problem]:
    """A text has the sections of the default language, so that switching language keeps the place."""
    first = catalogue.guide_texts.get((guide.id, catalogue.locales[0]), text)
    theirs, ours = first.sections, text.sections
    for anchor in theirs:
        if anchor not in ours:
            yield Problem(text.path, 1, f"#{anchor}", f"must have this section, as {first.path} has")
    for anchor in ours:
        if anchor not in theirs:
            message = f"must not have a section that {first.path} lacks{nearest(anchor, theirs)}"
            yield Problem(text.path, 1, f"#{anchor}", message)


def _missing_sections(guide: Guide, text: GuideText, anchors: tuple[str, ...], catalogue: Catalogue) -> Iterator[Problem]:
    """Sections that the record names are headings of the text."""
    path, named = catalogue.path_of["guide", guide.id], {}
    for help in guide.criteria:
        named[f"criteria[{help.criterion}].section"] = help.section
    for item in guide.recommendations:
        named[f"recommendations[{item.id}].section"] = item.section
    for field, section in named.items():
        if section and section not in anchors:
            message = f"must be the anchor of a heading in {text.path}, got {shown(section)}{nearest(section, anchors)}"
            yield Problem(path, catalogue.line_of["guide", guide.id], field, message)


# --- what a text may name ---------------------------------------------------------------------------------------------


def known_ids(catalogue: Catalogue, kind: str) -> frozenset[str]:
    found: Mapping[str, Iterable[str]] = {
        "practice": catalogue.practices, "criterion": catalogue.criteria, "partner": catalogue.partners,
        "project": catalogue.projects, "tool": catalogue.tools, "dimension": catalogue.criteria_by_dimension,
        "glossary": [term.id for term in catalogue.glossary], "guide": [guide.id for guide in catalogue.guides],
    }  # fmt: skip
    return frozenset(found[kind])
