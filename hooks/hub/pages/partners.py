"""Partners and projects: a list and a page for each, as finished values for their templates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..link.addresses import ABOUT, PARTNERS, record_path
from ..model import Partner, Project
from ..text.folding import folded
from ..view import accent, contradictions, jsonld, reviews, sources
from ..view.accent import Accent
from ..view.contradictions import ContradictionView
from ..view.edition import Edition
from ..view.facts import Fact, PersonView, joined, note, points, website
from ..view.links import Link
from ..view.page import Page, headings, page_of
from ..view.sources import SourceView
from ..view.templates import rendered
from ..view.view import View

ROLES = ("promoter", "partner", "stakeholder", "international", "funder", "related")
"""Roles in the main project, in the order in which the list shows them."""


def pages(edition: Edition) -> Iterator[Page]:
    yield partners_page(edition)
    for partner in edition.catalogue.partners.values():
        yield partner_page(partner, edition)


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


def partners_page(edition: Edition) -> Page:
    view = View(edition, PARTNERS)
    t = edition.strings
    by_name = sorted(edition.catalogue.partners.values(), key=lambda partner: folded(edition.text(partner.name)))
    groups = tuple(
        RoleGroup(role, t(f"partners.role.{role}.title"), t(f"partners.role.{role}.note"), lines)
        for role in ROLES
        if (lines := tuple(_partner_line(view, partner) for partner in by_name if partner.role == role))
    )
    body = rendered("pages/partners", view, groups=groups)
    return page_of(
        view,
        "partners",
        title=t("partners.title"),
        description=t("partners.description"),
        body=body,
        section="about",
        above=(ABOUT,),
        headings=headings(body),
        json_ld=(jsonld.collection(edition, PARTNERS, t("partners.title"), [
            (edition.text(partner.name), record_path("partner", partner.id)) for partner in by_name
        ]),),
    )  # fmt: skip


def _partner_line(view: View, partner: Partner) -> PartnerLine:
    edition = view.edition
    where = [edition.text(partner.city)] if partner.city else []
    return PartnerLine(
        href=view.record("partner", partner.id),
        name=view.say(partner.name),
        meta=" · ".join([edition.text(partner.type), ", ".join([*where, edition.label("country", partner.country)])]),
        summary=view.say(partner.summary),
    )


@dataclass(frozen=True)
class PartnerView:
    accent: Accent
    id: str
    eyebrow: str
    name: Markup
    summary: Markup
    facts: tuple[Fact, ...]
    about: Markup | None
    expertise: tuple[Markup, ...]
    members: tuple[Link, ...]
    member_of: tuple[Link, ...]
    projects: tuple[Link, ...]
    practices: tuple[Link, ...]
    staff: tuple[PersonView, ...]
    contradictions: tuple[ContradictionView, ...]
    sources: tuple[SourceView, ...]


def partner_page(partner: Partner, edition: Edition) -> Page:
    path = record_path("partner", partner.id)
    view = View(edition, path)
    values = partner_view(view, partner)
    body = rendered("pages/partner", view, partner=values)
    name = edition.text(partner.name)
    return page_of(
        view,
        "partner",
        title=name,
        description=edition.text(partner.summary),
        body=body,
        section="about",
        source=edition.catalogue.path_of["partner", partner.id],
        above=(ABOUT, PARTNERS),
        crumb=partner.short_name or name,
        headings=tuple(heading for heading in headings(body) if heading.id != "facts"),
        json_ld=(jsonld.partner_organization(edition, partner),),
        review=reviews.review(edition, "partner", partner),
    )


def partner_view(view: View, partner: Partner) -> PartnerView:
    edition = view.edition
    catalogue = edition.catalogue
    t = view.t
    place = [view.say(partner.city)] if partner.city else []
    founded = None
    if partner.founded:
        year = edition.strings.date(partner.founded.year) if partner.founded.year else None
        founded = joined([year, note(view, partner.founded.note)], "")
    inferred = f"({t('common.inferred')})" if partner.website_inferred else None
    facts: list[tuple[str, Markup | str | None]] = [
        ("role", joined([t(f"partners.role.{partner.role}.one_name"),
                               note(view, partner.role_note)], "")),
        ("type", view.say(partner.type)),
        ("where", joined([*place, edition.label("country", partner.country)])),
        ("founded", founded),
        ("short_name", partner.short_name),
        ("former_names", edition.strings.listed(partner.former_names)),
        ("website", joined([website(view, partner.website), inferred], " ") if partner.website else None),
        ("checked", reviews.said(view, reviews.review(edition, "partner", partner))),
    ]  # fmt: skip
    return PartnerView(
        accent=accent.of_links(
            len(catalogue.projects_by_partner[partner.id]), len(catalogue.practices_by_partner[partner.id])
        ),
        id=partner.id,
        eyebrow=t(f"partners.role.{partner.role}.one_name"),
        name=view.say(partner.name),
        summary=view.say(partner.summary),
        facts=tuple(Fact(t(f"partner.fact.{name}"), Markup("{}").format(value)) for name, value in facts if value),
        about=view.prose(partner.about) if partner.about else None,
        expertise=points(view, partner.expertise),
        members=tuple(_partner_link(view, catalogue.partners[id]) for id in partner.members),
        member_of=tuple(
            _partner_link(view, other) for other in catalogue.partners.values() if partner.id in other.members
        ),
        projects=tuple(
            Link(view.record("project", item.id), Markup("{}").format(item.short_title), _part_in(view, partner, item))
            for item in catalogue.projects_by_partner[partner.id]
        ),
        practices=tuple(
            Link(view.record("practice", item.id), view.say(item.name), view.say(item.summary))
            for item in catalogue.practices_by_partner[partner.id]
        ),
        staff=tuple(PersonView(person.name, view.say(person.role)) for person in partner.staff),
        contradictions=contradictions.contradictions(view, partner.contradictions),
        sources=sources.sources(view, view.cited(partner.sources)),
    )


def _partner_link(view: View, partner: Partner) -> Link:
    return Link(view.record("partner", partner.id), view.say(partner.name), view.say(partner.summary))


def _part_in(view: View, partner: Partner, project: Project) -> Markup | None:
    """Its part in a project, as the project describes it."""
    for part in project.partners:
        if part.partner == partner.id and part.role:
            return view.say(part.role)
    return Markup("{}").format(view.t("project.funder")) if partner.id in project.funders else None
