"""The list of projects and one page per project."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..link.addresses import ABOUT, PROJECTS, record_path
from ..model import Project
from ..view import contradictions, facts, figures, jsonld, sources
from ..view.contradictions import ContradictionView
from ..view.edition import Edition
from ..view.facts import Fact, PersonView, joined, note, period, points, website
from ..view.figures import FigureGroup
from ..view.links import Link
from ..view.page import Page, headings, page_of
from ..view.sources import SourceView
from ..view.templates import rendered
from ..view.view import View


@dataclass(frozen=True)
class ProjectLine:
    href: str
    name: str
    title: Markup
    meta: str
    summary: Markup


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
    body = rendered("pages/projects", view, groups=groups)
    return page_of(
        view,
        "projects",
        title=t("projects.title"),
        description=t("projects.description"),
        body=body,
        section="about",
        above=(ABOUT,),
        headings=headings(body),
        json_ld=(jsonld.collection(edition, PROJECTS, t("projects.title"), [
            (edition.text(item.title), record_path("project", item.id)) for item in edition.catalogue.projects.values()
        ]),),
    )  # fmt: skip


def _project_line(view: View, project: Project) -> ProjectLine:
    edition = view.edition
    meta = [facts.period(view, project.period), edition.labels("country", project.countries)]
    return ProjectLine(
        href=view.record("project", project.id),
        name=project.short_title,
        title=view.say(project.title),
        meta=" · ".join(part for part in meta if part),
        summary=view.say(project.summary),
    )


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
        updated=project.last_checked,
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
        ("checked", edition.strings.date(project.last_checked)),
    ]  # fmt: skip
    return ProjectView(
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
