"""The site behind the hosts that people have: what their tables of types do not know must not matter."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from filters import box
from harness import Served, serve
from hosts import HOSTS, Host

Open = Callable[..., Page]


@pytest.fixture(scope="module", params=HOSTS, ids=lambda host: host.name)
def host(request: pytest.FixtureRequest) -> Host:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def served(site: Path, host: Host) -> Iterator[Served]:
    """In the place of the host that other tests have; `open_page` uses it."""
    yield from serve(site, host)


def test_it_serves_as_that_host_does(served: Served, host: Host, site: Path) -> None:
    script = next(site.glob("assets/hub-*/main.js")).relative_to(site).as_posix()
    index = next(site.glob("pagefind/index/*")).relative_to(site).as_posix()
    for path, kind in ((script, host.types["js"]), (index, host.unknown)):
        with urllib.request.urlopen(served.url(path)) as answer:
            assert (answer.headers["Content-Type"], answer.headers["X-Content-Type-Options"]) == (kind, "nosniff")


def test_the_list_filters(open_page: Open) -> None:
    page = open_page("en/practices/")
    count = page.locator('[data-practice-filter="count"]')
    expect(count).to_be_visible()
    before = count.inner_text()
    box(page, "group", "refugees").check()
    expect(count).not_to_have_text(before)


def test_the_search_finds(open_page: Open) -> None:
    page = open_page("search/?q=vluchtelingen")
    expect(page.locator('[data-search="results"] > li').nth(3)).to_be_visible()


def test_an_assessment_begins(open_page: Open) -> None:
    page = open_page("assessment/")
    page.locator('[data-assessment="new"] button').click()
    expect(page.locator(".hub-criterion-field:visible").first).to_be_visible()


def test_practices_are_compared(open_page: Open) -> None:
    page = open_page("practices/compare/?ids=duo-for-a-job,womento")
    expect(page.locator('[data-comparison="summary-place"] table')).to_be_visible()
