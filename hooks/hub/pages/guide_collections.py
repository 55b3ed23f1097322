"""All guides as chapters of one page, and what they advise to do this week."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..link.addresses import ALL_GUIDES, GUIDES, QUICK_WINS
from ..view import guide_view, sources
from ..view.edition import Edition
from ..view.guide_view import GuideView, QuickWinView
from ..view.page import Page, headings, page_of
from ..view.templates import rendered
from .guides import guide_content


def pages(edition: Edition) -> Iterator[Page]:
    """None while there is no guide."""
    if edition.catalogue.guides:
        yield all_page(edition)
    if any(guide.quick_wins for guide in edition.catalogue.guides.values()):
        yield quick_wins_page(edition)


# --- what to do this week ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class QuickWins:
    """Things to do that take about as long."""

    id: str
    title: str
    wins: tuple[QuickWinView, ...]


def quick_wins_page(edition: Edition) -> Page:
    view = GuideView(edition, QUICK_WINS)
    t = edition.strings
    by_time: dict[str, list[QuickWinView]] = {time: [] for time in guide_view.TIMES}
    for guide in edition.catalogue.guides.values():
        view.prefix = f"{guide.id}-"
        for item in guide.quick_wins:
            by_time[item.takes].append(guide_view.quick_win(view, guide, item))
    groups = tuple(
        QuickWins(time, t(f"guides.quick_wins.section.{time}"), tuple(wins)) for time, wins in by_time.items() if wins
    )
    figures = view.remaining_figures()
    values = {"groups": groups, "figures": figures, "sources": sources.sources(view, view.cited())}
    body = rendered("pages/quick_wins", view, **values)
    return page_of(
        view,
        "quick-wins",
        title=t("guides.quick_wins.title"),
        description=t("guides.quick_wins.description"),
        body=body,
        section="guides",
        above=(GUIDES,),
        headings=headings(body),
    )  # fmt: skip


# --- all of them ------------------------------------------------------------------------------------------------------


def all_page(edition: Edition) -> Page:
    """Every guide as a chapter; sources and figures once, at the end. For paper, so our own search leaves it out."""
    view = GuideView(edition, ALL_GUIDES)
    t = edition.strings
    chapters = []
    guides = edition.catalogue.guides.values()
    for guide in guides:
        view.prefix = f"{guide.id}-"
        chapters.append(guide_content(view, guide, shift=1)[0])
    figures = view.remaining_figures()
    values = {
        "chapters": tuple(chapters), "figures": figures, "words": view.explained(),
        "sources": sources.sources(view, view.cited(own for guide in guides for own in guide.sources)),
    }  # fmt: skip
    body = rendered("pages/all_guides", view, **values)
    return page_of(
        view,
        "all-guides",
        title=t("guides.all.title"),
        description=t("guides.all.description"),
        body=body,
        section="guides",
        above=(GUIDES,),
        searchable=False,
    )
