"""The palette: every text can be read on every ground, in both schemes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CSS = (ROOT / "overrides/assets/hub/css/tokens.css").read_text("utf-8")
COLOURS = re.findall(r"--hub-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);", CSS)
LIGHT = {name: light for name, light, _ in COLOURS}
DARK = {name: dark for name, _, dark in COLOURS}

GROUNDS = ("paper", "sand", "sand-deep", "surface", "petrol-soft")
TEXT = {"ink": 7.0, "ink-soft": 4.5, "petrol": 4.5, "petrol-deep": 4.5, "good": 4.5, "warn": 4.5}
PAIRS = [
    *((text, ground, least) for text, least in TEXT.items() for ground in GROUNDS),
    ("ink", "mark", 4.5),
    ("petrol", "mark", 4.5),
    ("on-petrol", "petrol", 4.5),
    ("on-petrol", "petrol-deep", 4.5),
    ("on-deep", "deep", 7.0),
    ("on-deep-soft", "deep", 4.5),
    *(("line-strong", ground, 3.0) for ground in GROUNDS[:4]),
    *(("focus", ground, 3.0) for ground in GROUNDS),
    ("focus", "focus-halo", 3.0),
    ("saffron", "deep", 3.0),
]


def luminance(colour: str) -> float:
    """WCAG 2.2, "relative luminance"."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_a_pair_of_colours_has_enough_contrast(scheme: dict[str, str], front: str, ground: str, least: float) -> None:
    assert contrast(scheme[front], scheme[ground]) >= least


def test_every_colour_has_a_value_for_both_schemes() -> None:
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", CSS)) == {*LIGHT.values(), *DARK.values()}
    assert len(COLOURS) > 15


def test_the_bar_of_the_browser_has_the_colour_of_the_page() -> None:
    """HTML cannot name a token, so both schemes repeat it there."""
    head = (ROOT / "overrides/hub/partials/head.html").read_text("utf-8")
    found = dict(re.findall(r'name="theme-color" content="(#\w+)" media="\(prefers-color-scheme: (\w+)\)"', head))
    assert found == {LIGHT["paper"]: "light", DARK["paper"]: "dark"}
