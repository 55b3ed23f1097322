"""Style sheets as browsers understand them."""

from __future__ import annotations

import re
from typing import Any

from harness import ROOT
from hub.publish.assets import assets

CSS = ROOT / "overrides/assets/hub/css"
RULES = """text => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  const bare = part => part.replace(/\\s*([,():/])\\s*/g, "$1");
  return [...sheet.cssRules].map(rule => rule.cssText.replace(/,\\s+/g, ",").replace(/--[\\w-]+:[^;]*;|@supports[^{]*/g, bare));
}"""
"""Browsers keep custom properties, values that use them, and conditions as they were written; there, space around signs
means nothing."""


def test_a_published_style_sheet_says_what_was_written(open_page: Any) -> None:
    page = open_page("")
    published = assets(CSS.parent)
    names = [name.removeprefix(f"{published.folder}/") for name in published.files if name.endswith(".css")]
    assert len(names) > 10
    for name in names:
        text = (CSS / name).read_text("utf-8")
        written = re.sub(r'@import url\("(.+?)"\);', lambda match: (CSS / match[1]).read_text("utf-8"), text)
        rules = page.evaluate(RULES, written)
        assert len(rules) > 2
        assert page.evaluate(RULES, published.files[published.address(name)].decode()) == rules, name
