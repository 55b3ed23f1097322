"""The list of projects and one page per project."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..link.addresses import ABOUT, PROJECTS, record_path
from ..model import Project
from ..model.known_terms import RUNNING
from ..view import accent, contradictions, facts, figures, gantt, jsonld, reviews, sources
from ..view.accent import Accent
from ..view.citation import credit
from ..view.contradictions import ContradictionView
from ..view.edition import Edition
from ..view.facts import Fact, PersonView, joined, note, period, points, website
from ..view.figures import FigureGroup
from ..view.gantt import Bar, Gantt
from ..view.links import Link
from ..view.page import Page, headings, page_of
from ..view.sources import SourceView
from ..view.templates import rendered
from ..view.view import View


@dataclass(frozen=True)
class ProjectLine:
    """A row of the table."""

    href: str
    name: str
    title: Markup
    period: str | None
    inferred: bool
    note: Markup | None
    status: str
    countries: str
    summary: Markup


@dataclass(frozen=True)
class DrawnProject:
    """A row of the picture."""

    bar: Bar
    href: str
    name: str
    words: str
    """The dates in a few words; what is not known is said."""


@dataclass(frozen=True)
class Picture:
    """The same for a wide and for a narrow screen."""

    wide: Gantt
    narrow: Gantt
    wide_rows: tuple[DrawnProject, ...]
    narrow_rows: tuple[DrawnProject, ...]
    legend: tuple[tuple[str, float, str], ...]
    """What is drawn, of `LEGEND`, where it stands beneath the wide picture and what it means."""
    first: str
    last: str


@dataclass(frozen=True)
class ProjectGroup:
    id: str
    title: str
    projects: tuple[ProjectLine, ...]


def projects_page(edition: Edition) -> Page:
    """The main project first, then the others from the latest to the earliest, then those known by name alone."""
    view = View(edition, PROJECTS)
    t = edition.strings
    newest_first = sorted(edition.catalogue.projects.values(), key=lambda item: item.id)
    newest_first.sort(key=lambda item: (item.period.start if item.period else None) or "", reverse=True)
    chosen = {
        "main": [item for item in newest_first if item.main],
        "documented": [item for item in newest_first if not item.main and item.documentation == "documented"],
        "name-only": [item for item in newest_first if item.documentation == "name-only"],
    }
    groups = tuple(
        ProjectGroup(f"group-{id}", t(f"projects.group.{id}"), tuple(_project_line(view, item) for item in items))
        for id, items in chosen.items()
        if items
    )
    body = rendered("pages/projects", view, groups=groups, picture=_picture(view), credit=credit(edition))
    return page_of(
        view,
        "projects",
        title=t("projects.title"),
        description=t("projects.description"),
        body=body,
        section="about",
        above=(ABOUT,),
        json_ld=(jsonld.collection(edition, PROJECTS, t("projects.title"), [
            (edition.text(item.title), record_path("project", item.id)) for item in edition.catalogue.projects.values()
        ]),),
    )  # fmt: skip


def _project_line(view: View, project: Project) -> ProjectLine:
    edition = view.edition
    period = project.period
    return ProjectLine(
        href=view.record("project", project.id),
        name=project.short_title,
        title=view.say(project.title),
        period=_period(view, project),
        inferred=bool(period and period.inferred),
        note=view.say(period.note) if period and period.note else None,
        status=edition.label("status", project.status),
        countries=edition.labels("country", project.countries),
        summary=view.say(project.summary),
    )


def _picture(view: View) -> Picture:
    projects = view.edition.catalogue.projects
    spans = gantt.spans(projects.values())
    wide, narrow = (gantt.gantt(spans, layout) for layout in (gantt.WIDE, gantt.NARROW))
    kinds = {
        kind for one in spans
        for kind, there in ((one.ends, True), ("main", one.main), ("inferred", one.inferred)) if there
    }  # fmt: skip

    def rows(drawn: Gantt) -> tuple[DrawnProject, ...]:
        return tuple(
            DrawnProject(bar, view.record("project", bar.id), projects[bar.id].short_title, _years(view, projects[bar.id]))
            for bar in drawn.bars
        )

    shown = [kind for kind in LEGEND if kind in kinds]
    meanings = [view.t(f"projects.gantt.legend.{kind}") for kind in shown]
    places = gantt.legend_places(shown, meanings)
    return Picture(
        wide, narrow, rows(wide), rows(narrow), tuple(zip(shown, places, meanings, strict=True)),
        str(wide.ticks[0].year), str(wide.ticks[-1].year - 1),
    )  # fmt: skip


def _period(view: View, project: Project) -> str | None:
    """As among the facts of a project; a project that is over does not run "since" a year."""
    period = project.period
    if period and period.start and not period.end and project.status != RUNNING:
        return f"{view.edition.strings.date(period.start)}; {view.t('projects.gantt.legend.unknown')}"
    return facts.period(view, period)


def _years(view: View, project: Project) -> str:
    """`2018–2021`, `2020–2023 (afgeleid)`, `2021–?`, `sinds 2021`, `begin niet gekend, loopt`."""
    t = view.t
    period = project.period
    start, end = (period.start or "", period.end or "") if period else ("", "")
    running = project.status == RUNNING
    if end:
        words = start[:4] if start[:4] == end[:4] else f"{start[:4] or '?'}–{end[:4]}"
    elif start:
        words = t("common.since", date=start[:4]) if running else f"{start[:4]}–?"
    else:
        words = t("projects.gantt.no_start" if running else "projects.gantt.no_dates")
    return f"{words} ({t('common.inferred')})" if period and period.inferred else words


LEGEND = ("main", "known", "inferred", "running", "unknown")
"""How a bar may look, in the order of the legend."""


def pages(edition: Edition) -> Iterator[Page]:
    yield projects_page(edition)
    for project in edition.catalogue.projects.values():
        yield project_page(project, edition)


# --- one project ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class PartView:
    name: Markup
    href: str | None
    country: str
    role: Markup | None


@dataclass(frozen=True)
class OutputView:
    title: str
    meta: str
    about: Markup
    sources: Markup


@dataclass(frozen=True)
class EventView:
    date: str
    what: Markup


@dataclass(frozen=True)
class ProjectView:
    accent: Accent
    id: str
    eyebrow: str
    name: str
    title: Markup
    summary: Markup
    name_only: bool
    facts: tuple[Fact, ...]
    context: Markup | None
    aims: tuple[Markup, ...]
    target_group: Markup | None
    approach: Markup | None
    focus_areas: tuple[Markup, ...]
    figures: tuple[FigureGroup, ...]
    outputs: tuple[OutputView, ...]
    events: tuple[EventView, ...]
    partners: tuple[PartView, ...]
    funding: Markup | None
    funders: tuple[Link, ...]
    staff: tuple[PersonView, ...]
    practices: tuple[Link, ...]
    unknown: tuple[Markup, ...]
    contradictions: tuple[ContradictionView, ...]
    sources: tuple[SourceView, ...]


def project_page(project: Project, edition: Edition) -> Page:
    path = record_path("project", project.id)
    view = View(edition, path)
    values = project_view(view, project)
    body = rendered("pages/project", view, project=values)
    return page_of(
        view,
        "project",
        title=project.short_title,
        description=edition.text(project.summary),
        body=body,
        section="about",
        source=edition.catalogue.path_of["project", project.id],
        above=(ABOUT, PROJECTS),
        headings=tuple(heading for heading in headings(body) if heading.id != "facts"),
        json_ld=(jsonld.research_project(edition, project),),
        review=reviews.review(edition, "project", project),
    )


def project_view(view: View, project: Project) -> ProjectView:
    edition = view.edition
    catalogue = edition.catalogue
    t = view.t
    period_note = project.period.note if project.period else None
    facts: list[tuple[str, Markup | str | None]] = [
        ("period", joined([period(view, project.period),
                                 note(view, period_note)], "")),
        ("status", edition.label("status", project.status)),
        ("countries", edition.labels("country", project.countries)),
        ("website", website(view, project.website) if project.website else None),
        ("checked", reviews.said(view, reviews.review(edition, "project", project))),
    ]  # fmt: skip
    spans = gantt.spans(catalogue.projects.values())
    own = next(span for span in spans if span.id == project.id)
    return ProjectView(
        accent=accent.of_years(*gantt.years(spans), own.start, own.end),
        id=project.id,
        eyebrow=t("project.eyebrow.main" if project.main else "project.eyebrow.other"),
        name=project.short_title,
        title=view.say(project.title),
        summary=view.say(project.summary),
        name_only=project.documentation == "name-only",
        facts=tuple(Fact(t(f"project.fact.{name}"), Markup("{}").format(value)) for name, value in facts if value),
        context=view.prose(project.context) if project.context else None,
        aims=points(view, project.aims),
        target_group=view.prose(project.target_group) if project.target_group else None,
        approach=view.prose(project.approach) if project.approach else None,
        focus_areas=points(view, project.focus_areas),
        figures=figures.figure_groups(view, project.figures),
        outputs=tuple(
            OutputView(
                item.title,
                ", ".join(part for part in (
                    item.by,
                    f"{edition.strings.date(item.year)} ({t('common.inferred')})" if item.year and item.year_inferred
                    else edition.strings.date(item.year) if item.year else None,
                ) if part),
                view.prose(item.about),
                view.cite(item.sources),
            )
            for item in project.outputs
        ),
        events=tuple(EventView(edition.strings.date(item.date), view.say(item.what)) for item in project.events),
        partners=tuple(_part(view, project, place) for place in range(len(project.partners))),
        funding=view.prose(project.funding) if project.funding else None,
        funders=tuple(
            Link(view.record("partner", id), view.say(catalogue.partners[id].name)) for id in project.funders
        ),
        staff=tuple(PersonView(person.name, view.say(person.role)) for person in project.staff),
        practices=tuple(
            Link(view.record("practice", id), view.say(catalogue.practices[id].name),
                 view.say(catalogue.practices[id].summary))
            for id in project.practices
        ),
        unknown=points(view, project.unknown),
        contradictions=contradictions.contradictions(view, project.contradictions),
        sources=sources.sources(view, view.cited(project.sources)),
    )  # fmt: skip


def _part(view: View, project: Project, place: int) -> PartView:
    part = project.partners[place]
    known = view.edition.catalogue.partners[part.partner] if part.partner else None
    country = part.country or (known.country if known else None)
    return PartView(
        name=view.say(known.name) if known else Markup("{}").format(part.name),
        href=view.record("partner", known.id) if known else None,
        country=view.edition.label("country", country) if country else "",
        role=view.say(part.role) if part.role else None,
    )
