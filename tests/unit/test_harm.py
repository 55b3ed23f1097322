"""Records that are valid YAML but made to do harm: many faults, long words, markup, reversed text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from builders import a_hub, a_practice, sample
from hub.pipeline import load_catalogue

ALPHA = "data/practices/alpha.yml"
BASE = sample(ALPHA)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(BASE + "".join(f"field{n}: 1\n" for n in range(30_000)), id="30,000 unknown fields"),
        pytest.param(BASE + "lessons:\n" + "  - {}\n" * 50_000, id="50,000 empty texts"),
        pytest.param(BASE.replace("results:\n", "results:\n" + "  - {}\n" * 50_000), id="50,000 empty figures"),
        pytest.param(BASE.replace("kind: [to-work]", "kind: [" + ", ".join(f"k{n}" for n in range(50_000)) + "]"),
                     id="50,000 unknown terms"),
        pytest.param(BASE.replace("status: running\n", f"status: {'x' * 400_000}\n"), id="a long word"),
        pytest.param(BASE + f"{'x' * 900}: 1\n" * 300, id="long names"),
        pytest.param(BASE.replace("nl: Werkzoekenden [@report-2020].", "nl: '" + "[" * 19_000 + "'"), id="open brackets"),
        pytest.param(BASE.replace("nl: Werkzoekenden [@report-2020].", "nl: '" + "*_" * 9_000 + "'"), id="emphasis"),
        pytest.param(BASE.replace("nl: Werkzoekenden [@report-2020].", "nl: '" + "[a](practice:x)" * 1_200 + "'"), id="links"),
        pytest.param(BASE.replace("nl: Werkzoekenden [@report-2020].", "nl: '[" + "@a;" * 6_000 + "'"), id="citations"),
        pytest.param(BASE.replace("website: https://example.org/alpha", "website: https://" + "a." * 490), id="an address"),
    ],
)  # fmt: skip
def test_a_bad_record_is_judged_soon_and_in_few_words(text: str, tmp_path: Path) -> None:
    assert text != BASE
    began = time.process_time()
    _, problems = load_catalogue(a_hub(tmp_path, {ALPHA: text}))
    assert time.process_time() - began < 10
    assert len(problems) < 160
    assert all(len(str(problem)) < 2_000 for problem in problems)


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ config }}", "${x}", "<b>vet</b> & \"co\" 'x'"],
)
def test_markup_in_plain_text_is_only_text(text: str, tmp_path: Path) -> None:
    """It is kept as written and escaped where it is shown; a text about `<` is a text."""
    catalogue, problems = load_catalogue(a_hub(tmp_path, {ALPHA: a_practice(name={"nl": text, "en": text})}))
    assert problems == ()
    assert catalogue is not None
    assert catalogue.practices["alpha"].name.said("nl").text == text
