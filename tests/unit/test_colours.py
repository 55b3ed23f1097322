"""The hub's colours outside its style sheets are those of `tokens.css`: documents, the icon."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hub.downloads import palette

OVERRIDES = Path(__file__).resolve().parents[2] / "overrides"
TOKENS = (OVERRIDES / "assets/hub/css/tokens.css").read_text("utf-8")


def light(name: str) -> str:
    """Its value in the light scheme, which comes first."""
    return re.findall(rf"--hub-{name}:[^;]*?(#[0-9a-f]{{6}})", TOKENS)[0]


@pytest.mark.parametrize(
    ("colour", "name"),
    [(palette.PETROL, "petrol"), (palette.INK, "ink"), (palette.SOFT, "ink-soft"), (palette.HEADER_FILL, "petrol-soft")],
)
def test_documents_are_in_the_light_scheme(colour: str, name: str) -> None:
    assert f"#{colour.lower()}" == light(name)


def test_the_icon_is_in_the_light_scheme() -> None:
    icon = (OVERRIDES / "assets/hub/favicon.svg").read_text("utf-8")
    assert set(re.findall(r"#[0-9a-f]{6}", icon)) == {light(name) for name in ("petrol", "sand", "saffron")}
