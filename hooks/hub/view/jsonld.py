"""Schema.org descriptions of pages, as plain mappings.

Addresses in JSON-LD are absolute, and only a build knows where it will be published. So descriptions write an address
of the hub as `hub:<path>`, in the language of their page, and `absolute` completes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..link.addresses import GLOSSARY, HOME, record_path, uri
from ..model import Criterion, Dimension, GlossaryTerm, Guide, Partner, Practice, Project
from .edition import Edition
from .page import Page, Site
from .sources import SourceView

Item = Mapping[str, object]

CONTEXT = "https://schema.org"


def address(path: str, fragment: str = "") -> str:
    """Placeholder for a page of the hub in the language of the page that says it."""
    return f"hub:{path}#{fragment}" if fragment else f"hub:{path}"


def absolute(value: Any, page: Page, site: Site, edition: Edition) -> Any:
    """The same description with every placeholder replaced by an absolute address."""
    if isinstance(value, Mapping):
        return {name: absolute(item, page, site, edition) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [absolute(item, page, site, edition) for item in value]
    if isinstance(value, str) and value.startswith("hub:"):
        path, mark, fragment = value.removeprefix("hub:").partition("#")
        return site.base + uri(path, page.locale, edition.catalogue.settings) + mark + fragment
    return value


def for_page(page: Page, site: Site, edition: Edition) -> list[Item]:
    """Everything a page says about itself: its own items, what it is as a page, and its breadcrumbs."""
    items = list(page.json_ld)
    if page.kind == "home":
        items.append(_website(edition))
    elif page.kind == "text":
        items.append(_web_page(page, edition))
    if page.breadcrumbs:
        items.append(_breadcrumbs(page))
    return [absolute({"@context": CONTEXT} | dict(item), page, site, edition) for item in items]


def publisher(edition: Edition) -> Item:
    return {"@type": "Organization", "name": edition.text(edition.catalogue.settings.publisher), "url": address(HOME)}


def collection(edition: Edition, path: str, name: str, members: Iterable[tuple[str, str]]) -> Item:
    """A page that lists others: (name, path) of each."""
    return {
        "@type": "CollectionPage", "url": address(path), "name": name, "inLanguage": edition.locale,
        "mainEntity": {"@type": "ItemList", "itemListElement": [
            {"@type": "ListItem", "position": place, "name": member, "url": address(where)}
            for place, (member, where) in enumerate(members, start=1)
        ]},
    }  # fmt: skip


def practice_article(edition: Edition, practice: Practice, sources: Sequence[SourceView]) -> Item:
    about: dict[str, object] = {"@type": "Project", "name": edition.text(practice.name)}
    if practice.website:
        about["url"] = practice.website
    if practice.period and practice.period.start:
        about["foundingDate"] = practice.period.start
    about["areaServed"] = [edition.label("country", country) for country in practice.where.country]
    path, name, summary = record_path("practice", practice.id), edition.text(practice.name), edition.text(practice.summary)
    return _article(edition, path, name, summary, practice.last_checked) | {
        "about": about, "citation": [source.url for source in sources if source.url],
    }  # fmt: skip


def guide_article(edition: Edition, guide: Guide, checked: str, sources: Sequence[SourceView]) -> Item:
    return _article(
        edition, record_path("guide", guide.id), edition.text(guide.title), edition.text(guide.summary), checked
    ) | {"citation": [source.url for source in sources if source.url]}


def criteria_set(edition: Edition, dimension: Dimension, criteria: Iterable[Criterion]) -> Item:
    path = record_path("dimension", dimension.id)
    return {
        "@type": "DefinedTermSet", "@id": address(path), "url": address(path), "name": edition.text(dimension.title),
        "description": edition.text(dimension.summary), "inLanguage": edition.locale,
        "hasDefinedTerm": [
            {"@type": "DefinedTerm", "@id": address(path, criterion.id), "url": address(path, criterion.id),
             "termCode": criterion.id, "name": edition.text(criterion.title),
             "description": edition.text(criterion.statement)}
            for criterion in criteria
        ],
    }  # fmt: skip


def glossary_set(edition: Edition, terms: Iterable[GlossaryTerm]) -> Item:
    return {
        "@type": "DefinedTermSet", "@id": address(GLOSSARY), "url": address(GLOSSARY),
        "name": edition.strings("glossary.title"), "inLanguage": edition.locale,
        "hasDefinedTerm": [
            {"@type": "DefinedTerm", "@id": address(GLOSSARY, term.id), "url": address(GLOSSARY, term.id),
             "termCode": term.id, "name": edition.text(term.term), "description": edition.text(term.definition)}
            for term in terms
        ],
    }  # fmt: skip


def partner_organization(edition: Edition, partner: Partner) -> Item:
    item: dict[str, object] = {
        "@type": "Organization", "@id": address(record_path("partner", partner.id)), "name": edition.text(partner.name),
        "description": edition.text(partner.summary), "mainEntityOfPage": address(record_path("partner", partner.id)),
    }  # fmt: skip
    if partner.website and not partner.website_inferred:
        item["url"] = partner.website
    if partner.short_name:
        item["alternateName"] = partner.short_name
    if partner.founded and partner.founded.year:
        item["foundingDate"] = partner.founded.year
    where: dict[str, object] = {"@type": "PostalAddress", "addressCountry": partner.country}
    if partner.city:
        where["addressLocality"] = edition.text(partner.city)
    return item | {"address": where}


def research_project(edition: Edition, project: Project) -> Item:
    catalogue = edition.catalogue
    item: dict[str, object] = {
        "@type": "ResearchProject", "@id": address(record_path("project", project.id)), "name": edition.text(project.title),
        "alternateName": project.short_title, "description": edition.text(project.summary),
        "mainEntityOfPage": address(record_path("project", project.id)),
    }  # fmt: skip
    if project.website:
        item["url"] = project.website
    if project.period and project.period.start:
        item["foundingDate"] = project.period.start
    if project.period and project.period.end:
        item["dissolutionDate"] = project.period.end
    if project.partners:
        item["member"] = [
            {
                "@type": "Organization",
                "name": edition.text(catalogue.partners[part.partner].name) if part.partner else part.name,
            }
            for part in project.partners
        ]
    if project.funders:
        item["funder"] = [
            {"@type": "Organization", "name": edition.text(catalogue.partners[funder].name)} for funder in project.funders
        ]
    return item


def _article(edition: Edition, path: str, headline: str, description: str, modified: str) -> dict[str, object]:
    return {
        "@type": "Article", "@id": address(path), "url": address(path), "headline": headline, "description": description,
        "inLanguage": edition.locale, "dateModified": modified, "publisher": publisher(edition),
        "license": edition.catalogue.settings.content_license,
    }  # fmt: skip


def _website(edition: Edition) -> Item:
    settings = edition.catalogue.settings
    return {
        "@type": "WebSite", "@id": address(HOME), "url": address(HOME), "name": edition.text(settings.title),
        "description": edition.text(settings.tagline), "inLanguage": edition.locale, "publisher": publisher(edition),
        "license": settings.content_license, "dateModified": settings.updated,
    }  # fmt: skip


def _web_page(page: Page, edition: Edition) -> Item:
    item: dict[str, object] = {
        "@type": "WebPage", "@id": address(page.path), "url": address(page.path), "name": page.title,
        "description": page.description, "inLanguage": page.locale, "publisher": publisher(edition),
    }  # fmt: skip
    return item | {"dateModified": page.updated} if page.updated else item


def _breadcrumbs(page: Page) -> Item:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": crumb.label,
             "item": address(page.path if crumb.path is None else crumb.path)}
            for place, crumb in enumerate(page.breadcrumbs, start=1)
        ],
    }  # fmt: skip
