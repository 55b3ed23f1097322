"""Guides: the list in the order of a project's life, one page each, what to do this week, all of them on one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..link.addresses import GUIDES, record_path
from ..model import Disagreement, Guide
from ..model.known_terms import GRADES
from ..text.reading import reading_minutes
from ..view import accent, contradictions, guide_view, jsonld, links, process, reviews, sources
from ..view.accent import Accent
from ..view.edition import Edition
from ..view.figures import FigureView
from ..view.guide_view import Grade, GuideView, QuickWinView
from ..view.links import Link
from ..view.page import Page, headings, page_of
from ..view.process import Process
from ..view.sources import SourceView
from ..view.templates import rendered
from ..view.view import View
from .guide_text import guide_html


def pages(edition: Edition) -> Iterator[Page]:
    """None while there is no guide: no page is empty and no link is dead."""
    if edition.catalogue.guides:
        yield index_page(edition)
    for guide in edition.catalogue.guides.values():
        yield guide_page(guide, edition)


# --- one guide --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class GuideContent:
    """A guide as it stands on its page, and as a chapter on the page of all of them."""

    id: str
    theme: str
    """`Thema 5: Matchen`, the first it belongs to."""
    title: str
    summary: str
    core: Markup
    roles: str
    minutes: int
    checked: str
    text: Markup
    mixed: tuple[contradictions.ContradictionView, ...]
    open_questions: tuple[Markup, ...]
    quick_wins: tuple[QuickWinView, ...]
    criteria: tuple[Link, ...]
    tools: tuple[Link, ...]
    practices: tuple[Link, ...]


@dataclass(frozen=True)
class GuidePage:
    content: GuideContent
    accent: Accent
    process: Process
    previous: Link | None
    next: Link | None
    figures: tuple[FigureView, ...]
    words: tuple[tuple[Markup, Markup], ...]
    sources: tuple[SourceView, ...]


def guide_page(guide: Guide, edition: Edition) -> Page:
    guides = edition.catalogue.guides
    before, after = links.neighbours(guides, guide.id)
    view = GuideView(edition, record_path("guide", guide.id))
    content, checked = guide_content(view, guide)
    figures = view.remaining_figures()
    values = GuidePage(
        content=content,
        accent=accent.of_grades(
            [(GRADES["research"][one.research], GRADES["practice"][one.practice]) for one in guide.recommendations],
            guide_view.GRADE_STEPS,
        ),
        process=process.process(view, guide.dimensions[0]),
        previous=_link(view, guides[before]) if before else None,
        next=_link(view, guides[after]) if after else None,
        figures=figures,
        words=view.explained(),
        sources=sources.sources(view, view.cited(guide.sources)),
    )
    body = rendered("pages/guide", view, guide=values)
    document = edition.guide_text(guide.id)
    return page_of(
        view,
        "guide",
        title=content.title,
        description=document.fields["description"],
        body=body,
        section="guides",
        source=document.source,
        above=(GUIDES,),
        headings=tuple(one for one in headings(body) if one.id not in ("in-short", "words")),
        json_ld=(jsonld.guide_article(edition, guide, checked, values.sources),),
        review=reviews.review(edition, "guide", guide, checked),
    )


def guide_content(view: GuideView, guide: Guide, shift: int = 0) -> tuple[GuideContent, str]:
    """Everything a guide says, in the order of the page, and the date on which it was checked.

    The order matters: the first use of a term is explained, and every source and figure is remembered by the view.
    """
    edition = view.edition
    core = view.prose(guide.core)
    document = edition.guide_text(guide.id)
    text = guide_html(document, guide, view, shift)
    checked = min(guide.last_checked, document.fields["updated"])
    content = GuideContent(
        id=guide.id,
        theme=_themes(view, guide)[0],
        title=edition.text(guide.title),
        summary=edition.text(guide.summary),
        core=core,
        roles=guide_view.roles(view, guide.doors),
        minutes=reading_minutes(document.words),
        checked=edition.strings.date(checked),
        text=text,
        mixed=tuple(_disagreement(view, item) for item in guide.mixed),
        open_questions=tuple(view.inline(edition.text(item)) for item in guide.open_questions),
        quick_wins=tuple(guide_view.quick_win(view, guide, item) for item in guide.quick_wins),
        criteria=links.criterion_links(view, guide.helps),
        tools=links.links_to(
            view, "tool", (id for id, guides in edition.catalogue.guides_by_tool.items() if guide in guides)
        ),
        practices=links.links_to(
            view, "practice", (id for id, guides in edition.catalogue.guides_by_practice.items() if guide in guides)
        ),
    )
    return content, checked


def _disagreement(view: GuideView, item: Disagreement) -> contradictions.ContradictionView:
    return contradictions.ContradictionView(
        view.say(item.topic),
        tuple(contradictions.VersionView(view.inline(view.edition.text(version)), Markup("")) for version in item.versions),
        view.inline(view.edition.text(item.reading)) if item.reading else None,
    )


def _link(view: View, guide: Guide) -> Link:
    return Link(view.record("guide", guide.id), view.edition.text(guide.title))


# --- the list ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class GuideLine:
    number: int
    href: str
    title: str
    summary: str
    minutes: int
    stations: str


@dataclass(frozen=True)
class Door:
    """A role with the guides for it."""

    title: str
    text: str
    guides: tuple[Link, ...]


@dataclass(frozen=True)
class Axis:
    title: str
    about: str
    grades: tuple[Grade, ...]


def index_page(edition: Edition) -> Page:
    view = GuideView(edition, GUIDES)
    t = edition.strings
    guides = edition.catalogue.guides.values()
    vocabularies = edition.catalogue.vocabularies
    values = {
        "lines": tuple(_line(view, guide) for guide in guides),
        "doors": tuple(_doors(view)),
        "axes": tuple(
            Axis(
                edition.text(vocabularies[f"grade-{axis}"].label), edition.text(vocabularies[f"grade-{axis}"].description),
                guide_view.grade_rules(view, axis),
            )
            for axis in GRADES
        ),
        "process_picture": process.process(view),
        "has_quick_wins": any(guide.quick_wins for guide in guides),
    }  # fmt: skip
    body = rendered("pages/guides", view, **values)
    return page_of(
        view,
        "guides",
        title=t("guides.title"),
        description=t("guides.description"),
        body=body,
        section="guides",
        headings=tuple(one for one in headings(body) if one.id != "ways"),
        json_ld=(jsonld.collection(edition, GUIDES, t("guides.title"), (
            (edition.title("guide", guide.id), record_path("guide", guide.id)) for guide in guides
        )),),
    )


def _line(view: View, guide: Guide) -> GuideLine:
    edition = view.edition
    minutes = reading_minutes(edition.guide_text(guide.id).words)
    return GuideLine(
        tuple(edition.catalogue.dimensions).index(guide.dimensions[0]) + 1, view.record("guide", guide.id),
        edition.text(guide.title), edition.text(guide.summary), minutes, edition.strings.listed(_themes(view, guide)),
    )  # fmt: skip


def _themes(view: View, guide: Guide) -> list[str]:
    """What it belongs to, numbered as on every other page."""
    edition = view.edition
    order = tuple(edition.catalogue.dimensions)
    return [
        view.t("process.theme", number=order.index(id) + 1, name=edition.text(edition.catalogue.dimensions[id].station))
        for id in guide.dimensions
    ]


BEST = 3
"""Guides that a role is shown first."""


def _doors(view: View) -> Iterator[Door]:
    """Roles that some guide is written for, in the order of the vocabulary, each with the guides it needs most."""
    for id, guides in view.edition.catalogue.guides_by_role.items():
        if guides:
            term = view.edition.term("role", id)
            # A guide names its roles from the one it serves most
            best = sorted(guides, key=lambda guide: guide.doors.index(id))[:BEST]
            yield Door(
                view.t(f"guides.door.{id}"), view.edition.text(term.definition), tuple(_link(view, one) for one in best)
            )
