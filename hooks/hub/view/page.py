"""What a page is once it is rendered: plain values, no Markdown, no host."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from markupsafe import Markup

from ..model import Locale
from .links import Link
from .reviews import Review
from .view import View

PageKind = Literal[
    "home", "practices", "practices-by", "practice", "comparison", "criteria", "dimension", "partners", "partner",
    "projects", "project", "assessment", "glossary", "sources", "toolkit", "tool", "text", "search", "not-found",
    "guides", "guide", "quick-wins", "all-guides", "evidence", "where", "translations", "review", "changes", "fields",
    "form",
]  # fmt: skip


@dataclass(frozen=True)
class Crumb:
    """One step of the breadcrumbs; `path` is '' for home and None for the page itself."""

    label: str
    path: str | None


@dataclass(frozen=True)
class Heading:
    """One line of "On this page"; `id` is the anchor, the same in every language."""

    id: str
    text: str


@dataclass(frozen=True)
class Page:
    """A page of one language. The same `path` in another language is its translation."""

    path: str
    """Without slashes at its ends: `practices/duo-for-a-job`; '' is home, `404` the error page."""
    locale: Locale
    kind: PageKind
    title: str
    """Plain text of the h1."""
    description: str
    """Plain text for search engines, about 60 to 160 characters."""
    body: Markup
    """The HTML inside <main>, h1 included. Empty for `search` and `not-found`, whose body `document` renders."""
    section: str | None
    """The item of the top navigation it belongs to: `practices`, `quality`, `about`."""
    source: str | None
    """The file an editor changes, as posix path from the root of the project; None: nothing to edit."""
    breadcrumbs: tuple[Crumb, ...] = ()
    headings: tuple[Heading, ...] = ()
    json_ld: tuple[Mapping[str, object], ...] = ()
    """Schema.org items with relative `@id`/`url` paths already made by `jsonld`; breadcrumbs are added by `document`."""
    updated: str | None = None
    """When the content was last checked: year, month or day."""
    review: Review | None = None
    """Of a record with sources: how long ago that was, and whether it is due for a look."""
    change: Link | None = None
    """The newest change of what it shows, on the page that lists the changes."""
    indexed: bool = True
    """False: search engines and our own search leave it out."""
    searchable: bool = True
    """False: our own search leaves it out, because it only lists what is on other pages."""


@dataclass(frozen=True)
class Site:
    """What one build knows: the address it will be published at and the names of its joined style sheet and script."""

    base: str
    """Absolute, ends in `/`."""
    css: str
    """Path from the root of the site, as `script`."""
    script: str
    page_styles: Mapping[str, str] = field(default_factory=dict)
    """Kind of page → path of the style sheet that only this kind needs."""
    records: str = ""
    """Folder with the records as authored, from the root of the site."""


def headings(body: str) -> tuple[Heading, ...]:
    """The headings of the second level that have an id of their own.

    >>> headings('<h2 id="how">How <em>it</em> works</h2><h2>Other</h2>')
    (Heading(id='how', text='How it works'),)
    """
    return tuple(
        Heading(anchor, html.unescape(re.sub(r"<[^>]+>", "", inner)).strip())
        for anchor, inner in re.findall(r"<h2\b[^>]*?\sid=\"([^\"]+)\"[^>]*>(.*?)</h2>", body, re.DOTALL)
    )


def last_change(view: View) -> Link | None:
    change = view.edition.last_changes.get(view.path)
    if change is None:
        return None
    t = view.edition.strings
    return Link(
        view.record("change", change.id),
        t("changes.last", kind=t(f"changes.kind.{change.kind}").lower(), date=t.date(change.date)),
    )


def page_of(
    view: View, kind: PageKind, *, title: str, description: str, body: Markup, section: str, above: Iterable[str] = (),
    crumb: str | None = None, source: str | None = None, headings: tuple[Heading, ...] = (),
    json_ld: tuple[Mapping[str, object], ...] = (), updated: str | None = None, review: Review | None = None,
    searchable: bool = True,
) -> Page:  # fmt: skip
    """The page at the address of a view.

    `above` are the paths of the pages between home and this one, `crumb` its own name among them (default: its title).
    Without a date of its own, a page is as old as the hub.
    """
    t = view.edition.strings
    return Page(
        path=view.path,
        locale=view.edition.locale,
        kind=kind,
        title=title,
        description=description,
        body=body,
        section=section,
        source=source,
        breadcrumbs=(
            Crumb(t("page.home"), ""), *(Crumb(t(f"{path}.title"), path) for path in above), Crumb(crumb or title, None)
        ),
        headings=headings,
        json_ld=json_ld,
        updated=(review.date if review else updated) or view.edition.catalogue.settings.updated,
        review=review,
        change=last_change(view),
        searchable=searchable,
    )  # fmt: skip
