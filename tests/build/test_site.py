"""The built site as a whole: addresses, languages, links, meta data, bytes."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

from harness import ROOT
from hub.link.catalogue import Catalogue
from hub.link.facets import facet_values
from hub.model import FACETS
from hub.model.kinds import DESCRIBED
from hub.text.bibliography import listed_under
from site_documents import Document, target

BASE = "https://hub.example/hub/"
FIRST_VIEW_BYTES = 60_000
FIRST_VIEW_REQUESTS = 8
WHOLE_BOOKS = {"guides/all/index.html", "en/guides/all/index.html"}
"""All guides as one document to print: as heavy as its text."""
ASSESSMENT_SCRIPT_BYTES = 40 * 1024
SEVERAL_FILES_SCRIPT_BYTES = 10 * 1024
FOR_SEVERAL_FILES = {"team", "agenda", "merge", "compare-screen", "compare"}
"""Modules of the self-assessment that are loaded when their screen is opened."""
PUBLISHED = re.compile(
    r".*\.html|assets/(assessment|comparison|form|hub|practices|records)-[0-9a-f]{8}/.*\.(css|js|svg|json)|downloads/.*\.(docx|xlsx|zip|csv)"
    r"|pagefind/.*"
    r"|robots\.txt|sitemap\.xml|\.hub-site"
)


def expected_paths(catalogue: Catalogue) -> set[str]:
    """Every address that the design promises, from the records themselves."""
    documents = {path.name.removesuffix(".md") for path in (ROOT / "docs").glob("*.md")}
    written = {name for name in documents if not re.search(r"\.[a-z]{2}$", name)} - {"index"}
    return {
        "", "practices", "practices/compare", "practices/where", "criteria", "criteria/crosswalk", "criteria/coverage", "assessment", "partners",
        "projects", "glossary", "sources", "evidence", "evidence/disagreements", "about/method", "about/translations", "search", "about",
        "privacy", "accessibility", "toolkit", *written,
        "changes", "contribute/practice", "contribute/review", "contribute/fields", *(f"contribute/fields/{kind.name}" for kind in DESCRIBED),
        *(f"toolkit/{name}" for name in catalogue.tools),
        "guides", "guides/quick-wins", "guides/all", *(f"guides/{name}" for name in catalogue.guides),
        *(f"practices/{name}" for name in catalogue.practices),
        *(
            f"practices/by/{facet}/{value}"
            for practice in catalogue.practices.values()
            for facet, _ in FACETS
            for value in facet_values(catalogue, practice, facet)
        ),
        *(f"criteria/{name}" for name in catalogue.dimensions),
        *(f"partners/{name}" for name in catalogue.partners),
        *(f"projects/{name}" for name in catalogue.projects),
        *(f"sources/{'other' if letter == '#' else letter.lower()}" for letter in map(listed_under, catalogue.sources.values())),
    }  # fmt: skip


def test_every_address_exists_in_both_languages_and_no_other_page_does(
    documents: dict[str, Document], catalogue: Catalogue
) -> None:
    expected = {f"{path}/index.html" if path else "index.html" for path in expected_paths(catalogue)} | {"404.html"}
    assert set(documents) == expected | {f"en/{path}" for path in expected}


def test_language_of_each_document_follows_its_address(documents: dict[str, Document]) -> None:
    wrong = {path: doc.language for path, doc in documents.items() if doc.language != ("en" if path[:3] == "en/" else "nl")}
    assert wrong == {}


def test_no_internal_link_or_anchor_is_dead(documents: dict[str, Document], site: Path) -> None:
    dead = []
    for document in documents.values():
        for link in document.links + document.resources:
            found = target(link, document, BASE)
            if found is None:
                continue
            place, fragment = found
            if not (site / place).is_file():
                dead.append(f"{document.path}: {link}")
            elif fragment and not fragment.startswith(":~:") and fragment not in documents[place].ids:
                dead.append(f"{document.path}: {link} (no such anchor)")
    assert dead == []


def test_no_id_stands_twice_on_a_page(documents: dict[str, Document]) -> None:
    twice = {doc.path: [name for name, n in Counter(doc.ids).items() if n > 1] for doc in documents.values()}
    assert {path: names for path, names in twice.items() if names} == {}


def test_nothing_is_fetched_from_another_host(documents: dict[str, Document]) -> None:
    foreign = {doc.path: link for doc in documents.values() for link in doc.resources if re.match(r"(https?:)?//", link)}
    assert foreign == {}


def test_links_are_to_web_and_mail_addresses_only(documents: dict[str, Document]) -> None:
    schemes = {urlsplit(link).scheme for doc in documents.values() for link in doc.links}
    assert {"", "https"} <= schemes <= {"", "https", "http", "mailto"}


def test_language_versions_are_absolute_complete_and_mutual(documents: dict[str, Document]) -> None:
    for document in documents.values():
        if document.path.endswith("404.html"):
            continue
        own = document.path.removesuffix("index.html")
        plain = own.removeprefix("en/")
        versions = {link["hreflang"]: link["href"] for link in document.rel["alternate"] if "hreflang" in link}
        assert versions == {"nl": BASE + plain, "en": f"{BASE}en/{plain}", "x-default": BASE + plain}, document.path
        assert [link["href"] for link in document.rel["canonical"]] == [BASE + own], document.path


def test_titles_and_descriptions_are_there_and_unlike_each_other(documents: dict[str, Document]) -> None:
    for prefix in ("", "en/"):
        pages = [
            doc for doc in documents.values()
            if doc.path.startswith("en/") == bool(prefix) and not doc.path.endswith("404.html")
        ]  # fmt: skip
        assert [title for title, n in Counter(doc.title for doc in pages).items() if n > 1] == []
        thin = {doc.path: doc.meta.get("description") for doc in pages if len(doc.meta.get("description", "")) < 40}
        assert thin == {}
        assert all(doc.meta["og:title"] and doc.meta["og:description"] and doc.meta["og:url"] for doc in pages)


def test_every_page_says_what_it_is_to_machines(documents: dict[str, Document]) -> None:
    kinds: Counter[str] = Counter()
    for document in documents.values():
        assert document.json_ld, document.path
        for block in document.json_ld:
            data = json.loads(block)
            for item in data if isinstance(data, list) else data.get("@graph", [data]):
                kinds[item["@type"] if isinstance(item["@type"], str) else item["@type"][0]] += 1
    assert {"Organization", "ResearchProject", "Article", "DefinedTermSet", "BreadcrumbList"} <= set(kinds)


def test_edit_link_of_a_generated_page_opens_its_record(documents: dict[str, Document], catalogue: Catalogue) -> None:
    opens = catalogue.settings.edit_address
    for prefix in ("", "en/"):
        for page, source in {
            "practices/duo-for-a-job": "data/practices/duo-for-a-job.yml",
            "partners/vdab": "data/partners/vdab.yml",
            "projects/mesh": "data/projects/mesh.yml",
            "about": f"docs/about{'.en' if prefix else ''}.md",
        }.items():
            assert opens.replace("{path}", source) in documents[f"{prefix}{page}/index.html"].links, page


def test_each_criterion_has_its_anchor(documents: dict[str, Document], catalogue: Catalogue) -> None:
    missing = [
        name for name, criterion in catalogue.criteria.items() for prefix in ("", "en/")
        if name not in documents[f"{prefix}criteria/{criterion.dimension}/index.html"].ids
    ]  # fmt: skip
    assert missing == []


def test_no_marker_or_unfilled_text_is_left(site: Path) -> None:
    left = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if re.search(r"<!--\s*hub:|\{\{ |\{% |\[@[a-z]|\(practice:|Undefined|>None<", path.read_text("utf-8"))
    }
    assert left == set()


def test_no_inline_handlers_and_at_most_one_inline_script(documents: dict[str, Document], site: Path) -> None:
    assert {doc.path: doc.inline_handlers for doc in documents.values() if doc.inline_handlers} == {}
    for name in documents:
        text = (site / name).read_text("utf-8")
        assert len(re.findall(r"<script(?![^>]*\b(?:src|type=\"application/ld\+json\"))[^>]*>", text)) <= 1, name


def test_nothing_of_the_theme_is_published(site: Path) -> None:
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    odd = {
        name for name in files
        if not PUBLISHED.fullmatch(name)
    }  # fmt: skip
    assert odd == set()


def test_sitemap_lists_each_page_of_each_language_once(site: Path, documents: dict[str, Document]) -> None:
    tree = ElementTree.fromstring((site / "sitemap.xml").read_text("utf-8"))
    listed = [element.text for element in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    expected = {
        BASE + path.removesuffix("index.html")
        for path in documents
        if not path.endswith("404.html") and "search/" not in path and "contribute/review/" not in path
    }
    assert Counter(listed) == Counter(expected)


def first_view(document: Document, site: Path) -> dict[str, int]:
    """Compressed bytes of everything a browser fetches to show a page, by file; scripts with what they import at once."""
    waiting = [document.path]
    waiting += [found[0] for link in document.resources if (found := target(link, document, BASE))]
    sizes: dict[str, int] = {}
    while waiting:
        name = waiting.pop()
        if name in sizes:
            continue
        content = (site / name).read_bytes()
        sizes[name] = len(gzip.compress(content, 6, mtime=0))
        if name.endswith(".js"):
            for imported in re.findall(rb"(?:^|;)import\b(?!\()[^;]*?[\"'](\.[^\"']+)[\"']", content):
                resolved = (Path(site, name).parent / imported.decode()).resolve()
                waiting.append(resolved.relative_to(site.resolve()).as_posix())
    return sizes


def test_the_whole_self_assessment_is_small(site: Path) -> None:
    """What whoever answers needs, and what is loaded when someone opens a screen for several files, as a host sends it."""
    sizes = {
        path.stem: len(gzip.compress(path.read_bytes(), 6, mtime=0)) for path in site.glob("assets/hub-*/assessment/*.js")
    }
    assert set(sizes) > FOR_SEVERAL_FILES
    assert sum(size for name, size in sizes.items() if name not in FOR_SEVERAL_FILES) <= ASSESSMENT_SCRIPT_BYTES
    assert sum(sizes[name] for name in FOR_SEVERAL_FILES) <= SEVERAL_FILES_SCRIPT_BYTES


def test_first_view_of_every_page_is_small(documents: dict[str, Document], site: Path) -> None:
    heavy = {}
    for document in documents.values():
        sizes = first_view(document, site)
        too_heavy = sum(sizes.values()) > FIRST_VIEW_BYTES and document.path not in WHOLE_BOOKS
        if too_heavy or len(sizes) > FIRST_VIEW_REQUESTS:
            heavy[document.path] = (sum(sizes.values()), len(sizes))
    assert heavy == {}
