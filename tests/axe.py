"""Accessibility checks of an open page with axe-core."""

from __future__ import annotations

from playwright.sync_api import Page

from harness import ROOT

AXE = ROOT / ".venv/node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def violations(page: Page) -> list[str]:
    """What axe finds (WCAG 2.2, A and AA), a line each: rule, help, first place."""
    page.add_script_tag(path=str(AXE))
    result = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, rules: {'target-size': {enabled: true}}})", RULES
    )
    return [
        f"{found['id']}: {found['help']}: {' | '.join(str(node['target']) for node in found['nodes'][:3])}"
        for found in result["violations"]
    ]
