"""Browsing the practices as it is published: pages per value, bytes, and what 2,000 practices would weigh."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from pathlib import Path

from hub.link.catalogue import Catalogue
from hub.pages import practices_by
from hub.pages.practices_by import ON_A_PAGE
from hub.text.strings import Strings
from hub.view.edition import Edition
from large import large_catalogue
from site_documents import Document

BASE = "https://hub.example/hub/"
SEARCH_BYTES = 2_000
"""What the first letter of a search adds."""
SCRIPT_BYTES = 20_000
LIST_BYTES = 150_000
DATA_BYTES = 150_000


def compressed(contents: Iterable[bytes]) -> int:
    """Bytes as a static host sends them, each file by itself."""
    return sum(len(gzip.compress(content, 6, mtime=0)) for content in contents)


def practice_modules(folder: Path, *names: str) -> dict[str, bytes]:
    """These scripts of the list of practices and all that they import at once, by path."""
    waiting = [folder / "practice-filter" / name for name in names]
    modules: dict[str, bytes] = {}
    while waiting:
        path = waiting.pop().resolve()
        if path.as_posix() in modules:
            continue
        modules[path.as_posix()] = content = path.read_bytes()
        waiting += [path.parent / name.decode() for name in re.findall(rb"(?:from|import) ?\"(\.[^\"]+\.js)\"", content)]
    return modules


def test_own_script_of_the_list_is_small(site: Path) -> None:
    folder = next(iter((site / "assets").glob("hub-*")))
    modules = practice_modules(folder, "filter.js", "tiles.js")
    assert {"filter.js", "query.js", "dom.js"} <= {Path(name).name for name in modules}
    assert compressed(modules.values()) <= SCRIPT_BYTES
    search = practice_modules(folder, "text-search.js")
    assert compressed(content for path, content in search.items() if path not in modules) <= SEARCH_BYTES
    every = {path.resolve().as_posix() for path in (folder / "practice-filter").glob("*.js")}
    assert every <= {*modules, *search}


def test_list_names_data_that_is_published(site: Path, documents: dict[str, Document]) -> None:
    for locale, name in (("nl", "practices/index.html"), ("en", "en/practices/index.html")):
        found = re.search(r'data-index="((?:\.\./)+assets/practices-[0-9a-f]{8}/(\w+)\.json)"', (site / name).read_text("utf-8"))
        assert found
        assert found.group(2) == locale
        assert ((site / name).parent / found.group(1)).is_file()


def test_pages_per_value_are_linked_from_the_list_and_left_out_of_our_own_search(
    site: Path, documents: dict[str, Document]
) -> None:
    for prefix in ("", "en/"):
        pages = {name for name in documents if name.startswith(f"{prefix}practices/by/")}
        assert len(pages) > 50
        linked = {f"{prefix}practices/{link}index.html" for link in documents[f"{prefix}practices/index.html"].links}
        assert pages - linked == set()
        for name in pages:
            assert "data-pagefind-body" not in (site / name).read_text("utf-8"), name


def test_every_practice_stands_on_the_pages_of_its_values(documents: dict[str, Document]) -> None:
    for prefix in ("", "en/"):
        links = documents[f"{prefix}practices/by/group/refugees/index.html"].links
        assert "../../../duo-for-a-job/" in links
        assert "../../../womento/" not in links


# --- many ---------------------------------------------------------------------------------------------------------------


def test_with_2000_practices_the_list_and_its_data_stay_small(many: Catalogue, list_of_many: Path) -> None:
    assert len(many.practices) == 2_000
    site = list_of_many
    data = next(iter((site / "assets").glob("practices-*")))
    for locale, name in (("nl", "practices/index.html"), ("en", "en/practices/index.html")):
        assert (site / name).stat().st_size <= LIST_BYTES
        filtering = [data / f"{locale}.json"]
        searching = [data / f"{locale}-words.json", max(data.glob(f"{locale}-words-*.json"), key=lambda path: path.stat().st_size)]
        cards = sorted(data.glob(f"{locale}-cards-*.json"), key=lambda path: path.stat().st_size)[-3:]
        assert compressed(path.read_bytes() for path in filtering + searching + cards) <= DATA_BYTES


def test_with_2000_practices_each_stands_on_a_static_page_of_bounded_length(many: Catalogue) -> None:
    edition = Edition(many, "nl")
    pages = list(practices_by.value_pages(edition, "country", "BE"))
    listed = [id for page in pages for id in re.findall(r'hub-lines__title"><a href="[./]+/([a-z0-9-]+)/"', page.body)]
    assert listed == [practice.id for practice in edition.practices_by_value["country", "BE"]]
    assert len(pages) == (len(listed) - 1) // ON_A_PAGE + 1 > 1
    assert [page.path for page in pages[:3]] == ["practices/by/country/BE", *(f"practices/by/country/BE/{n}" for n in (2, 3))]
    assert len({page.title for page in pages}) == len(pages)
    ways = [re.findall(r'rel="(\w+)"', page.body) for page in pages]
    assert ways == [["next"], *[["prev", "next"]] * (len(pages) - 2), ["prev"]]


def test_the_same_seed_gives_the_same_practices(tmp_path: Path) -> None:
    one, other = (large_catalogue(tmp_path / name, 80, 3) for name in ("one", "other"))
    assert one.practices == other.practices
    assert one.practices != large_catalogue(tmp_path / "third", 80, 4).practices


def test_words_that_say_nothing_are_known_in_every_language(many: Catalogue) -> None:
    for locale in many.locales:
        assert len(Strings(locale, many.strings[locale])("practice_filter.search.skipped").split()) > 20
