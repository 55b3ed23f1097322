"""A real Chromium. Every page that a test opens fails it on console errors, page errors and foreign requests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

import chromium
from harness import Served

Open = Callable[..., Page]

expect.set_options(timeout=15_000)  # what takes long on a busy machine is not wrong; a test that passes does not wait


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium.find()
    assert path, chromium.HELP
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(chromium.FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, served: Served) -> Iterator[Open]:
    """`open_page("practices/", width=390, scheme="dark", scripts=False)` gives a Playwright page of the served site.

    At the end of the test nothing may have been logged as an error, thrown, or asked from another host.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_it(
        path: str = "", *, width: int = 1280, height: int = 900, scheme: str = "light", scripts: bool = True, **options: Any
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=scripts,  # type: ignore[arg-type]
            reduced_motion="reduce", **options,
        )  # fmt: skip
        contexts.append(context)
        context.grant_permissions([])
        page = context.new_page()
        page.on("console", lambda message: faults.append(f"console: {message.text}") if message.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(f"thrown: {error}"))
        page.on(
            "request",
            lambda request: faults.append(f"foreign request: {request.url}")
            if urlsplit(request.url).scheme in ("http", "https") and not request.url.startswith(served.origin)
            else None,
        )
        page.goto(served.url(path))
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert faults == []
