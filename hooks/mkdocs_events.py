"""The only module that knows MkDocs: settings in, finished files out. No rules here.

MkDocs reads the folder `docs/`, and its place in the site is where the core's files are written; every page is made by the
core. mkdocs-static-i18n builds the site once per language with the same configuration, so every event fires once per
language and `config.plugins["i18n"].building` is false only in the outermost build.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
from hub import pipeline  # noqa: E402
from hub.link.catalogue import Catalogue  # noqa: E402
from hub.link.checks import languages_of_the_generator  # noqa: E402
from hub.load.documents import GUIDES  # noqa: E402
from hub.problems import report  # noqa: E402
from hub.publish.search_index import SearchIndexError  # noqa: E402
from hub.publish.site import site_files, write_site  # noqa: E402
from hub.publish.target import TargetError, check_emptying, refused  # noqa: E402

sys.path.remove(str(HERE))

log = get_plugin_logger("hub")


_files: Mapping[str, bytes]
"""Address → content, made by the outermost build for the events that follow."""


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """In the outermost build: make everything, before MkDocs empties the folder of the site."""
    global _files
    if not config.plugins["i18n"].building:
        check_emptying(Path(config.site_dir))
        root = Path(config.config_file_path).parent
        base = (config.site_url or "/").rstrip("/") + "/"
        _files = site_files(_catalogue(config, root), root, base)
    return config


def _catalogue(config: MkDocsConfig, root: Path) -> Catalogue:
    catalogue, problems = pipeline.load_hub(root)
    if catalogue is not None:
        plugin = config.plugins["i18n"]
        listed = dict.fromkeys((plugin.default_language, *plugin.build_languages))
        problems += tuple(languages_of_the_generator(tuple(listed), catalogue.locales))
    faults = tuple(problem for problem in problems if problem.severity == "error")
    for warning in (problem for problem in problems if problem.severity == "warning"):
        log.info(str(warning))
    if catalogue is None or faults:
        raise PluginError(report(faults))
    return catalogue


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Keep the last good site on screen after a mistake; MkDocs itself would let every request wait."""

    def patient_builder() -> None:
        try:
            builder()
        except SystemExit as stopped:  # what MkDocs turns a PluginError into, its text is already on the screen
            log.error(f"{stopped} Still showing the last good version; save the corrected file to try again.")

    server.builder = patient_builder
    return server


@event_priority(-150)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """After static-i18n: leave only the pages that people write. Texts of guides are part of pages that the core makes."""
    for file in list(files):
        theirs = file.src_dir and Path(file.src_dir) != Path(config.docs_dir)  # the theme's, and the sources of our assets
        if theirs or file.src_uri.startswith(f"{GUIDES}/"):
            files.remove(file)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The core has turned it into HTML already."""
    return ""


@event_priority(-150)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    context["document"] = _files[page.file.dest_uri].decode()
    return context


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The theme's own 404 page and sitemap make room for ours."""
    return ""


@event_priority(-150)
def on_post_build(config: MkDocsConfig) -> None:
    """After the last language."""
    if not config.plugins["i18n"].building:
        write_site(_files, Path(config.site_dir))


def on_build_error(error: Exception) -> None:
    """What is no fault of the program is told in a sentence."""
    if isinstance(error, OSError | SearchIndexError | TargetError):
        raise PluginError(refused(error) if isinstance(error, OSError) else str(error))
