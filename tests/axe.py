"""Accessibility checks of an open page with axe-core."""

from __future__ import annotations

from playwright.sync_api import Page

from harness import ROOT

AXE = ROOT / ".venv/node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


RUN = """async (rules) => {
    const found = await axe.run(document, {
        runOnly: {type: "tag", values: rules}, rules: {"target-size": {enabled: true}}, resultTypes: ["violations"],
    });
    return found.violations.map(({id, help, nodes}) => [id, help, nodes.slice(0, 3).map(({target}) => target)]);
}"""
"""Every rule is tried on every element; only what passed is neither described nor sent, which takes longer than the rules."""


def violations(page: Page) -> list[str]:
    """What axe finds (WCAG 2.2, A and AA), a line each: rule, help, first places."""
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=str(AXE))
    return [f"{id}: {help}: {' | '.join(map(str, places))}" for id, help, places in page.evaluate(RUN, RULES)]
