"""The exact filters and the choices of order and display, which open on request."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

WIDE = 960


def box(page: Page, facet: str, value: str) -> Locator:
    """A box of the exact filters; on a wide screen their column is opened first."""
    button = page.locator('[data-practice-filter="open"]')
    if "?" in page.url:
        page.wait_for_load_state("networkidle")  # the address may open it
    if (page.viewport_size or {"width": 0})["width"] >= WIDE and button.get_attribute("aria-expanded") == "false":
        button.click()
        expect(button).to_have_attribute("aria-expanded", "true")
    return page.locator(f'input[name="{facet}"][value="{value}"]')


def choose(page: Page, name: str, value: str) -> None:
    """`sort`, `by` or `view` of the list."""
    fold = page.locator(".hub-practice-filter__display")
    if not fold.evaluate("fold => fold.open"):
        fold.locator("summary").click()
    page.locator(f'select[name="{name}"]').select_option(value)
