"""What search engines ask for: `sitemap.xml` with the language versions of each page, and `robots.txt`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from ..link.addresses import uri
from ..model import HubSettings, Locale
from ..view.page import Page


def sitemap(pages: Iterable[Page], base: str, settings: HubSettings) -> str:
    """Sitemap protocol 0.9 with `xhtml:link` alternates, `x-default` included. `base` is absolute and ends in `/`."""
    by_path: dict[str, dict[Locale, Page]] = {}
    for page in pages:
        if page.indexed:
            by_path.setdefault(page.path, {})[page.locale] = page
    entries = (entry for _, versions in sorted(by_path.items()) for entry in _entries(versions, base, settings))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        + "".join(entries)
        + "</urlset>\n"
    )


def _entries(versions: Mapping[Locale, Page], base: str, settings: HubSettings) -> Iterator[str]:
    present = [locale for locale in settings.locales if locale in versions]
    address = {locale: base + uri(versions[locale].path, locale, settings) for locale in present}
    alternates = [(locale, address[locale]) for locale in present]
    if settings.locales[0] in versions:
        alternates.append(("x-default", address[settings.locales[0]]))
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(code)} href={quoteattr(target)}/>' for code, target in alternates
    )
    for locale in present:
        updated = versions[locale].updated
        when = f"<lastmod>{escape(updated)}</lastmod>" if updated else ""
        yield f"<url><loc>{escape(address[locale])}</loc>{when}{links}</url>\n"


def robots(base: str) -> str:
    return f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n"
