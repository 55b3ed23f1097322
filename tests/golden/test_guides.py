"""What a guide becomes, whole: `guides/pages/<language>.html` is the page of `guides/docs/guides/start.md`.

After a change on purpose, look at the difference and renew the files with `HUB_RENEW=1 make test TESTS=tests/golden`.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from guide_builders import GUIDES, a_guide_hub, catalogue_of
from hub.pages.guides import guide_page
from hub.view.edition import Edition


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_page(locale: str, tmp_path: Path) -> None:
    catalogue = catalogue_of(a_guide_hub(tmp_path))
    made = guide_page(catalogue.guides["start"], Edition(catalogue, locale))
    path = GUIDES / "pages" / f"{locale}.html"
    if os.environ.get("HUB_RENEW"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{made.body}\n", "utf-8")
    assert path.read_text("utf-8") == f"{made.body}\n"
