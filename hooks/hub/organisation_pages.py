"""Partners and projects: a list and a page for each, as finished values for their templates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from . import jsonld, parts
from .facts import note, website
from .model import Partner, Project
from .pages import Crumb, Page, headings
from .references import folded
from .view import Edition, View

ROLES = ("promoter", "partner", "stakeholder", "international", "funder", "related")
"""Roles in the main project, in the order in which the list shows them."""


def pages(edition: Edition, env: Environment) -> Iterator[Page]:
    yield partners_page(edition, env)
    for partner in edition.catalogue.partners.values():
        yield partner_page(partner, edition, env)
    yield projects_page(edition, env)
    for project in edition.catalogue.projects.values():
        yield project_page(project, edition, env)


# --- lists ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class PartnerLine:
    href: str
    name: Markup
    meta: str
    summary: Markup


@dataclass(frozen=True)
class RoleGroup:
    id: str
    title: str
    note: str
    partners: tuple[PartnerLine, ...]


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


def partners_page(edition: Edition, env: Environment) -> Page:
    view = View(edition, "partners")
    t = edition.strings
    by_name = sorted(edition.catalogue.partners.values(), key=lambda partner: folded(edition.text(partner.name)))
    groups = tuple(
        RoleGroup(role, t(f"partners.role.{role}.title"), t(f"partners.role.{role}.note"), lines)
        for role in ROLES
        if (lines := tuple(_partner_line(view, partner) for partner in by_name if partner.role == role))
    )
    body = Markup(env.get_template("hub/pages/partners.html").render(view.globals() | {"groups": groups}))
    return Page(
        path="partners",
        locale=edition.locale,
        kind="partners",
        title=t("partners.title"),
        description=t("partners.description"),
        body=body,
        section="about",
        source=None,
        breadcrumbs=_crumbs(edition, ("partners.title", None)),
        headings=headings(body),
        json_ld=(jsonld.collection(edition, "partners", t("partners.title"), [
            (edition.text(partner.name), f"partners/{partner.id}") for partner in by_name
        ]),),
        updated=edition.catalogue.settings.updated,
    )  # fmt: skip


def _partner_line(view: View, partner: Partner) -> PartnerLine:
    edition = view.edition
    where = [edition.text(partner.city)] if partner.city else []
    return PartnerLine(
        href=view.link(f"partners/{partner.id}"),
        name=view.say(partner.name),
        meta=" · ".join([edition.text(partner.type), ", ".join([*where, edition.label("country", partner.country)])]),
        summary=view.say(partner.summary),
    )


def projects_page(edition: Edition, env: Environment) -> Page:
    """The main project first, then the others from the latest to the earliest, then those known by name alone."""
    view = View(edition, "projects")
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
    body = Markup(env.get_template("hub/pages/projects.html").render(view.globals() | {"groups": groups}))
    return Page(
        path="projects",
        locale=edition.locale,
        kind="projects",
        title=t("projects.title"),
        description=t("projects.description"),
        body=body,
        section="about",
        source=None,
        breadcrumbs=_crumbs(edition, ("projects.title", None)),
        headings=headings(body),
        json_ld=(jsonld.collection(edition, "projects", t("projects.title"), [
            (edition.text(item.title), f"projects/{item.id}") for item in edition.catalogue.projects.values()
        ]),),
        updated=edition.catalogue.settings.updated,
    )  # fmt: skip


def _project_line(view: View, project: Project) -> ProjectLine:
    edition = view.edition
    meta = [parts.period(view, project.period), edition.labels("country", project.countries)]
    return ProjectLine(
        href=view.link(f"projects/{project.id}"),
        name=project.short_title,
        title=view.say(project.title),
        meta=" · ".join(part for part in meta if part),
        summary=view.say(project.summary),
    )


# --- one partner ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Link:
    href: str
    name: Markup
    note: Markup | None = None


@dataclass(frozen=True)
class PersonView:
    name: str
    role: Markup


@dataclass(frozen=True)
class PartnerView:
    eyebrow: str
    name: Markup
    summary: Markup
    facts: tuple[parts.Fact, ...]
    about: Markup | None
    expertise: tuple[Markup, ...]
    members: tuple[Link, ...]
    member_of: tuple[Link, ...]
    projects: tuple[Link, ...]
    practices: tuple[Link, ...]
    staff: tuple[PersonView, ...]
    contradictions: tuple[parts.ContradictionView, ...]
    sources: tuple[parts.SourceView, ...]


def partner_page(partner: Partner, edition: Edition, env: Environment) -> Page:
    path = f"partners/{partner.id}"
    view = View(edition, path)
    values = partner_view(view, partner)
    body = Markup(env.get_template("hub/pages/partner.html").render(view.globals() | {"partner": values}))
    name = edition.text(partner.name)
    return Page(
        path=path,
        locale=edition.locale,
        kind="partner",
        title=name,
        description=edition.text(partner.summary),
        body=body,
        section="about",
        source=edition.catalogue.path_of["partner", partner.id],
        breadcrumbs=_crumbs(edition, ("partners.title", "partners"), last=partner.short_name or name),
        headings=tuple(heading for heading in headings(body) if heading.id != "facts"),
        json_ld=(jsonld.partner_organization(edition, partner),),
        updated=partner.last_checked,
    )


def partner_view(view: View, partner: Partner) -> PartnerView:
    edition = view.edition
    catalogue = edition.catalogue
    t = view.t
    place = [view.say(partner.city)] if partner.city else []
    founded = None
    if partner.founded:
        year = edition.strings.date(partner.founded.year) if partner.founded.year else None
        founded = parts.joined([year, note(view.say(partner.founded.note)) if partner.founded.note else None], "")
    inferred = f"({t('common.inferred')})" if partner.website_inferred else None
    facts: list[tuple[str, Markup | str | None]] = [
        ("role", parts.joined([t(f"partners.role.{partner.role}.one_name"),
                               note(view.say(partner.role_note)) if partner.role_note else None], "")),
        ("type", view.say(partner.type)),
        ("where", parts.joined([*place, edition.label("country", partner.country)])),
        ("founded", founded),
        ("short_name", partner.short_name),
        ("former_names", edition.strings.listed(partner.former_names)),
        ("website", parts.joined([website(partner.website), inferred], " ") if partner.website else None),
        ("checked", edition.strings.date(partner.last_checked)),
    ]  # fmt: skip
    return PartnerView(
        eyebrow=t(f"partners.role.{partner.role}.one_name"),
        name=view.say(partner.name),
        summary=view.say(partner.summary),
        facts=tuple(parts.Fact(t(f"partner.fact.{name}"), Markup("{}").format(value)) for name, value in facts if value),
        about=view.prose(partner.about) if partner.about else None,
        expertise=parts.points(view, partner.expertise),
        members=tuple(_partner_link(view, catalogue.partners[id]) for id in partner.members),
        member_of=tuple(
            _partner_link(view, other) for other in catalogue.partners.values() if partner.id in other.members
        ),
        projects=tuple(
            Link(view.link(f"projects/{item.id}"), Markup("{}").format(item.short_title), _part_in(view, partner, item))
            for item in catalogue.projects_by_partner[partner.id]
        ),
        practices=tuple(
            Link(view.link(f"practices/{item.id}"), view.say(item.name), view.say(item.summary))
            for item in catalogue.practices_by_partner[partner.id]
        ),
        staff=tuple(PersonView(person.name, view.say(person.role)) for person in partner.staff),
        contradictions=parts.contradictions(view, partner.contradictions),
        sources=parts.sources(view, view.cited(partner.sources)),
    )


def _partner_link(view: View, partner: Partner) -> Link:
    return Link(view.link(f"partners/{partner.id}"), view.say(partner.name), view.say(partner.summary))


def _part_in(view: View, partner: Partner, project: Project) -> Markup | None:
    """Its part in a project, as the project describes it."""
    for part in project.partners:
        if part.partner == partner.id and part.role:
            return view.say(part.role)
    return Markup("{}").format(view.t("project.funder")) if partner.id in project.funders else None


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
    eyebrow: str
    name: str
    title: Markup
    summary: Markup
    name_only: bool
    facts: tuple[parts.Fact, ...]
    context: Markup | None
    aims: tuple[Markup, ...]
    target_group: Markup | None
    approach: Markup | None
    focus_areas: tuple[Markup, ...]
    figures: tuple[parts.FigureGroup, ...]
    outputs: tuple[OutputView, ...]
    events: tuple[EventView, ...]
    partners: tuple[PartView, ...]
    funding: Markup | None
    funders: tuple[Link, ...]
    staff: tuple[PersonView, ...]
    practices: tuple[Link, ...]
    unknown: tuple[Markup, ...]
    contradictions: tuple[parts.ContradictionView, ...]
    sources: tuple[parts.SourceView, ...]


def project_page(project: Project, edition: Edition, env: Environment) -> Page:
    path = f"projects/{project.id}"
    view = View(edition, path)
    values = project_view(view, project)
    body = Markup(env.get_template("hub/pages/project.html").render(view.globals() | {"project": values}))
    return Page(
        path=path,
        locale=edition.locale,
        kind="project",
        title=project.short_title,
        description=edition.text(project.summary),
        body=body,
        section="about",
        source=edition.catalogue.path_of["project", project.id],
        breadcrumbs=_crumbs(edition, ("projects.title", "projects"), last=project.short_title),
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
        ("period", parts.joined([parts.period(view, project.period),
                                 note(view.say(period_note)) if period_note else None], "")),
        ("status", edition.label("status", project.status)),
        ("countries", edition.labels("country", project.countries)),
        ("website", website(project.website) if project.website else None),
        ("checked", edition.strings.date(project.last_checked)),
    ]  # fmt: skip
    return ProjectView(
        eyebrow=t("project.eyebrow.main" if project.main else "project.eyebrow.other"),
        name=project.short_title,
        title=view.say(project.title),
        summary=view.say(project.summary),
        name_only=project.documentation == "name-only",
        facts=tuple(parts.Fact(t(f"project.fact.{name}"), Markup("{}").format(value)) for name, value in facts if value),
        context=view.prose(project.context) if project.context else None,
        aims=parts.points(view, project.aims),
        target_group=view.prose(project.target_group) if project.target_group else None,
        approach=view.prose(project.approach) if project.approach else None,
        focus_areas=parts.points(view, project.focus_areas),
        figures=parts.figure_groups(view, project.figures),
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
            Link(view.link(f"partners/{id}"), view.say(catalogue.partners[id].name)) for id in project.funders
        ),
        staff=tuple(PersonView(person.name, view.say(person.role)) for person in project.staff),
        practices=tuple(
            Link(view.link(f"practices/{id}"), view.say(catalogue.practices[id].name),
                 view.say(catalogue.practices[id].summary))
            for id in project.practices
        ),
        unknown=parts.points(view, project.unknown),
        contradictions=parts.contradictions(view, project.contradictions),
        sources=parts.sources(view, view.cited(project.sources)),
    )  # fmt: skip


def _part(view: View, project: Project, place: int) -> PartView:
    part = project.partners[place]
    known = view.edition.catalogue.partners[part.partner] if part.partner else None
    country = part.country or (known.country if known else None)
    return PartView(
        name=view.say(known.name) if known else Markup("{}").format(part.name),
        href=view.link(f"partners/{known.id}") if known else None,
        country=view.edition.label("country", country) if country else "",
        role=view.say(part.role) if part.role else None,
    )


def _crumbs(edition: Edition, *steps: tuple[str, str | None], last: str | None = None) -> tuple[Crumb, ...]:
    t = edition.strings
    crumbs = [Crumb(t("page.home"), ""), Crumb(t("about.title"), "about")]
    crumbs += [Crumb(t(key), path) for key, path in steps]
    return (*crumbs, Crumb(last, None)) if last else tuple(crumbs)
