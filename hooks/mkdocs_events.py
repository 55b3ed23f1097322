"""The only module that knows MkDocs: its events call the core in `hub`, no rules here.

mkdocs-static-i18n builds the site once per language with the same configuration, so every event fires once per
language and `config.plugins["i18n"].building` is false only in the outermost build. Why the events have these
priorities, and what goes wrong otherwise, stands in `hooks/README.md`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
from hub import downloads, pipeline  # noqa: E402
from hub.browser.files import BrowserFiles, browser_files  # noqa: E402
from hub.link.addresses import uri  # noqa: E402
from hub.link.catalogue import Catalogue  # noqa: E402
from hub.load import documents  # noqa: E402
from hub.pages import document, register, text  # noqa: E402
from hub.problems import Problem, report  # noqa: E402
from hub.publish import files as made_files  # noqa: E402
from hub.publish.assets import Assets, assets  # noqa: E402
from hub.publish.search_index import build_search_index  # noqa: E402
from hub.publish.sitemap import robots, sitemap  # noqa: E402
from hub.view.edition import Editions, editions  # noqa: E402
from hub.view.page import Page, Site  # noqa: E402

sys.path.remove(str(HERE))

log = get_plugin_logger("hub")


@dataclass
class Build:
    """What one outermost build keeps between its events."""

    root: Path
    catalogue: Catalogue
    editions: Editions
    data: BrowserFiles
    assets: Assets
    site: Site
    downloads: Mapping[str, bytes]
    shared_files: list[File] = field(default_factory=list)
    published: list[Page] = field(default_factory=list)


_build: Build


# --- once per build -----------------------------------------------------------------------------------------------------


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """In the outermost build: load and check everything, before MkDocs empties the folder of the site."""
    if not config.plugins["i18n"].building:
        _start(config)
    return config


def _start(config: MkDocsConfig) -> None:
    global _build
    root = Path(config.config_file_path).parent
    catalogue, problems = pipeline.load_hub(root)
    if catalogue is not None:
        problems += tuple(_language_problems(config, catalogue))
    for problem in problems:
        if problem.severity == "warning":
            log.info(str(problem))
    if catalogue is None or any(problem.severity == "error" for problem in problems):
        raise PluginError(report(tuple(problem for problem in problems if problem.severity == "error")))
    day = datetime.fromisoformat(catalogue.settings.updated).replace(tzinfo=UTC)
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(day.timestamp())))
    published = assets(root / "overrides" / "assets" / "hub")
    base = (config.site_url or "/").rstrip("/") + "/"
    site = Site(base, published.address("hub.css"), published.address("main.mjs"), published.page_styles)
    made = editions(catalogue)
    _build = Build(root, catalogue, made, browser_files(made), published, site, downloads.files(made, base))


def _language_problems(config: MkDocsConfig, catalogue: Catalogue) -> Iterator[Problem]:
    """The languages of the site are those of the data, with the same default."""
    plugin = config.plugins["i18n"]
    listed = (plugin.default_language, *(name for name in plugin.build_languages if name != plugin.default_language))
    if listed != catalogue.locales:
        yield Problem(
            "mkdocs.yml", 1, "plugins.i18n.languages",
            f"must be the languages of data/hub.yml ({', '.join(catalogue.locales)}), got {', '.join(listed)}",
        )  # fmt: skip


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Keep the last good site on screen after a mistake; MkDocs itself would let every request wait."""

    def patient_builder() -> None:
        try:
            builder()
        except SystemExit as stopped:  # what MkDocs turns a PluginError into, its text is already on the screen
            log.error(f"{stopped} Still showing the last good version; save the mended file to try again.")

    server.builder = patient_builder
    return server


# --- once per language --------------------------------------------------------------------------------------------------


class RenderedPage(MkDocsPage):
    """A page whose content is finished, so that MkDocs neither reads a file nor converts Markdown."""

    def __init__(self, file: File, config: MkDocsConfig, page: Page) -> None:
        self.rendered = page
        super().__init__(page.title, file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown, self.meta = "", {"title": self.rendered.title, "description": self.rendered.description}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = str(self.rendered.body)
        self.toc = TableOfContents([])
        self.present_anchor_ids = text.anchors(self.content)
        self.links_to_anchors = {}


@event_priority(0)
def _remember_shared_files(files: Files, config: MkDocsConfig) -> Files:
    """static-i18n drops pictures without a language in their name from all but the default language."""
    _build.shared_files = [file for file in files if not file.is_documentation_page() and file.src_dir == config.docs_dir]
    return files


@event_priority(-150)
def _add_pages(files: Files, config: MkDocsConfig) -> Files:
    plugin = config.plugins["i18n"]
    locale: str = plugin.current_language
    first = locale == plugin.default_language
    for file in list(files):
        theirs = file.src_dir and Path(file.src_dir) != Path(config.docs_dir)  # the theme's, and the sources of our assets
        if theirs or documents.is_guide(file.src_uri):  # the text of a guide is part of a page of ours
            files.remove(file)
    for file in _build.shared_files:
        if file.src_uri not in files.src_uris and Path(file.name).suffix.lstrip(".") not in plugin.build_languages:
            files.append(file)
    sizes = {address: len(content) for address, content in _build.downloads.items()}
    for page in register.pages(_build.editions[locale], _build.data, sizes):
        _add(page, files, config)
    if first:
        _build.published.clear()
        published = (_build.assets.files, made_files.files(_build.editions, _build.data), _build.downloads)
        for address, content in (file for group in published for file in group.items()):
            files.append(File.generated(config, address, content=content))
        files.append(File.generated(config, "robots.txt", content=robots(_build.site.base)))
    plugin.i18n_files_per_language[locale] = files.documentation_pages()
    return files


on_files = CombinedEvent(_remember_shared_files, _add_pages)


def _add(page: Page, files: Files, config: MkDocsConfig) -> None:
    plugin = config.plugins["i18n"]

    def localised(locale: str) -> File:
        file = File.generated(config, f"{page.path}.md" if page.path else "index.md", content="")
        file.dest_uri = uri(page.path, locale, _build.catalogue.settings) + "index.html"
        file.locale = file.locale_alternate_of = file.localization = locale
        file.norm_src_uri = file.src_uri
        return file

    file = localised(page.locale)
    file.alternates = {
        locale: file if locale == page.locale else localised(locale) for locale in plugin.build_languages
    }
    files.append(file)
    RenderedPage(file, config, page)


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    if isinstance(page, RenderedPage):
        return markdown
    locale = config.plugins["i18n"].current_language
    path = documents.page_path(page.file.src_uri, _build.catalogue.locales)
    return text.filled(markdown, path, locale, _build.catalogue)


@event_priority(-150)
def on_page_context(context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    rendered = page.rendered if isinstance(page, RenderedPage) else _written_page(page, config)
    _build.published.append(rendered)
    context["document"] = document.document(rendered, _build.editions[rendered.locale], _build.site)
    return context


def _written_page(page: MkDocsPage, config: MkDocsConfig) -> Page:
    return text.written_page(
        path=documents.page_path(page.file.src_uri, _build.catalogue.locales),
        locale=config.plugins["i18n"].current_language,
        meta=page.meta,
        html=page.content or "",
        source=f"docs/{page.file.src_uri}",
        catalogue=_build.catalogue,
    )


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The theme's own 404 page and sitemap make room for ours."""
    plugin = config.plugins["i18n"]
    if template_name == "404.html":
        page = register.not_found(_build.editions[plugin.current_language])
        target = Path(config.site_dir, uri("404", plugin.current_language, _build.catalogue.settings))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(document.document(page, _build.editions[page.locale], _build.site), "utf-8")
    return ""


@event_priority(-150)
def on_post_build(config: MkDocsConfig) -> None:
    """After the last language: what needs the whole site."""
    if config.plugins["i18n"].building:
        return
    site_dir = Path(config.site_dir)
    (site_dir / "sitemap.xml").write_text(sitemap(_build.published, _build.site.base, _build.catalogue.settings), "utf-8")
    build_search_index(site_dir)


