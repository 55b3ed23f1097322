"""Terms that the code knows by their id are listed in one place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from hub.link.catalogue import Catalogue
from hub.link.facets import facets
from hub.model import known_terms
from hub.model.kinds import KINDS, Kind
from hub.model.known_terms import KNOWN_TERMS, KnownTerms
from hub.pipeline import load_hub
from hub.view import evidence, tile_map
from whole import LOADER, as_yaml, rendered, whole, written

VOCABULARIES = sorted(path for path in whole() if path.startswith("data/vocabularies/"))


def test_the_map_has_a_place_for_each_region() -> None:
    assert tuple(tile_map.REGIONS) == known_terms.REGIONS


def test_the_axis_of_research_follows_from_known_steps() -> None:
    steps = next(known.terms for known in KNOWN_TERMS if known.vocabulary == "evidence")
    assert {str(step) for step in evidence.RESEARCH_STEPS} <= set(steps)


def inspected(folder: Path, path: str, terms: list[Any]) -> Catalogue | None:
    vocabulary = yaml.load(whole()[path], LOADER)
    return load_hub(written(folder, {**whole(), path: as_yaml({**vocabulary, "terms": terms})}))[0]


def terms_of(path: str) -> tuple[list[Any], Any]:
    """The terms of a vocabulary, and a new one."""
    terms = yaml.load(whole()[path], LOADER)["terms"]
    return terms, {**terms[0], "id": "7", "former_ids": []}


@pytest.mark.parametrize("path", VOCABULARIES)
def test_a_changed_vocabulary_is_refused_or_can_be_published(path: str, tmp_path: Path) -> None:
    terms, new = terms_of(path)
    catalogue = inspected(tmp_path, path, [new, *terms[:-1]])
    if catalogue is not None:
        rendered(catalogue)


@pytest.mark.parametrize("path", ["data/dimensions.yml", "data/labels.yml", "data/glossary.yml"])
def test_any_one_term_can_be_taken_out_or_is_named_in_words(path: str, tmp_path: Path) -> None:
    terms = yaml.load(whole()[path], LOADER)
    for place, term in enumerate(terms):
        files = {**whole(), path: as_yaml([*terms[:place], *terms[place + 1 :]])}
        catalogue, problems = load_hub(written(tmp_path / str(term["id"]), files))
        if catalogue is not None:
            rendered(catalogue)
        else:
            assert any(term["id"] in problem.message for problem in problems), term["id"]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.form == "list"], ids=lambda kind: kind.name)
def test_an_empty_list_holds_no_record(kind: Kind, tmp_path: Path) -> None:
    catalogue, problems = load_hub(written(tmp_path, {**whole(), f"data/{kind.place}": "[]\n"}))
    if catalogue is not None:
        rendered(catalogue)
    else:
        assert any(kind.place in str(problem) for problem in problems)


@pytest.mark.parametrize("known", [known for known in KNOWN_TERMS if known.whole], ids=lambda known: known.vocabulary)
def test_a_list_that_the_code_knows_whole_can_neither_shrink_nor_grow(known: KnownTerms, tmp_path: Path) -> None:
    path = f"data/vocabularies/{known.vocabulary}.yml"
    terms, new = terms_of(path)
    assert inspected(tmp_path / "shorter", path, terms[:-1]) is None
    assert inspected(tmp_path / "longer", path, [*terms, new]) is None


def test_facets_are_vocabularies() -> None:
    assert {f"data/vocabularies/{facet}.yml" for facet in facets()} <= set(VOCABULARIES)
