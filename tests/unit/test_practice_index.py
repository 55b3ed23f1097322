"""What filtering loads: the same facts as the records, folded as the browser folds, under names that follow the content."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from builders import a_practice
from harness import ROOT
from hub.browser import practice_index as module
from hub.browser.practice_index import practice_index
from hub.link.catalogue import Catalogue
from hub.link.facets import NONE, facet_values, facets, served_order
from hub.pipeline import load_catalogue
from hub.text.folding import fold, words
from hub.view import practice_card
from hub.view.edition import Edition, editions
from hub.view.tile_map import PLACES, REGIONS, tile_map
from hub.view.view import View
from rendering import a_catalogue

FOLDING = json.loads((ROOT / "tests/node/folding.json").read_text("utf-8"))


@cache
def catalogue() -> Catalogue:
    found, problems = load_catalogue(ROOT)
    assert found is not None, problems
    return found


def read(name: str) -> Any:
    index = practice_index(editions(catalogue()))
    return json.loads(index.files[f"{index.folder}/{name}"])


@pytest.mark.parametrize("case", FOLDING, ids=lambda case: case["text"])
def test_texts_are_folded_and_split_as_in_the_browser(case: dict[str, Any]) -> None:
    assert fold(case["text"]) == case["folded"]
    assert words(case["text"]) == case["words"]


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_every_practice_carries_its_values(locale: str) -> None:
    index = read(f"{locale}.json")
    assert sorted(index["ids"]) == sorted(catalogue().practices)
    assert [column["id"] for column in index["facets"]] == list(facets())
    for column in index["facets"]:
        for id, places in zip(index["ids"], column["of"], strict=True):
            listed = places if isinstance(places, list) else [places]
            values = facet_values(catalogue(), catalogue().practices[id], column["id"])
            assert tuple(column["values"][place] for place in listed) == values


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_a_practice_is_found_by_each_word_of_its_name(locale: str) -> None:
    index, known, lists = read(f"{locale}.json"), read(f"{locale}-words.json"), read(f"{locale}-words-0.json")
    holders = {}
    for word, steps in zip(known["words"], lists, strict=True):
        total, found = 0, set()
        for step in steps:
            total += step
            found.add((total >> 2, total & 3))
        holders[word] = found
    for place, practice in enumerate(served_order(catalogue(), locale)):
        assert index["ids"][place] == practice.id
        for word in words(practice.name.said(locale).text):
            assert len(word) == 1 or (place, 3) in holders[word], word


def test_no_term_is_called_as_what_is_not_documented() -> None:
    assert [facet for facet in facets() if NONE in catalogue().terms[facet]] == []


def test_names_of_files_follow_their_content(monkeypatch: pytest.MonkeyPatch) -> None:
    first = practice_index(editions(catalogue()))
    assert first == practice_index(editions(catalogue()))
    monkeypatch.setattr(module, "CARDS_IN_A_FILE", 7)
    assert practice_index(editions(catalogue())).folder != first.folder


def test_above_the_limit_words_and_cards_are_spread_over_files(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {Path(name).name: json.loads(content) for name, content in practice_index(editions(catalogue())).files.items()}
    monkeypatch.setattr(module, "WHOLE_LIST", 10)
    spread = {
        Path(name).name: json.loads(content)
        for name, content in practice_index(editions(catalogue())).files.items()
    }  # fmt: skip
    assert not any("cards" in name for name in whole)
    files = [spread[f"nl-words-{place}.json"] for place in range(sum(name.startswith("nl-words-") for name in spread))]
    assert len(files) > 1
    assert [len(file) for file in files[:-1]] == [spread["nl-words.json"]["in_a_file"]] * (len(files) - 1)
    assert [steps for file in files for steps in file] == whole["nl-words-0.json"]
    cards = [card for place in range(len(catalogue().practices) // module.CARDS_IN_A_FILE + 1)
             for card in spread.get(f"nl-cards-{place}.json", [])]  # fmt: skip
    assert [card["summary"] for card in cards] == [
        practice.summary.said("nl").text for practice in served_order(catalogue(), "nl")
    ]


def test_texts_of_cards_are_those_that_the_server_puts_on_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WHOLE_LIST", 10)
    files = {Path(name).name: json.loads(content) for name, content in practice_index(editions(catalogue())).files.items()}
    view = View(Edition(catalogue(), "nl"), "practices")
    practices = served_order(catalogue(), "nl")
    for place, practice in enumerate(practices):
        texts = files[f"nl-cards-{place // module.CARDS_IN_A_FILE}.json"][place % module.CARDS_IN_A_FILE]
        card = practice_card.card(view, practice)
        assert texts["summary"] == card.summary.unescape()
        assert texts.get("rhythm") == (card.rhythm.unescape() if card.rhythm else None)


def test_a_card_without_a_rhythm_in_words_has_that_of_its_facets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WHOLE_LIST", 0)
    course = {"format": ["one-to-one"], "sector": "cross-sector", "duration": ["6-months"], "frequency": ["weekly"]}
    found = a_catalogue(tmp_path, {"data/practices/alpha.yml": a_practice(course=course)})
    index = practice_index(editions(found))
    card = json.loads(index.files[f"{index.folder}/nl-cards-0.json"])[0]
    served = practice_card.card(View(Edition(found, "nl"), "practices"), found.practices["alpha"])
    assert card["rhythm"] == served.rhythm
    assert ", " in card["rhythm"]


def test_a_text_in_the_other_language_keeps_its_language_and_a_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WHOLE_LIST", 0)
    found = a_catalogue(tmp_path, {"data/practices/alpha.yml": a_practice(summary={"en": "Only English."})})
    index = practice_index(editions(found))
    cards = json.loads(index.files[f"{index.folder}/nl-cards-0.json"])
    said = next(card["summary"] for card in cards if isinstance(card["summary"], dict))
    assert said == {"text": "Only English.", "lang": "en", "note": found.strings["nl"]["common"]["fallback"].format(language="Engels")}


def test_every_country_and_region_has_a_tile_of_its_own() -> None:
    countries, regions = (catalogue().vocabularies[name].terms for name in ("country", "region"))
    values = [("country", term.id, term.id, 1, "x") for term in countries] + [
        ("region", term.id, term.id, 1, "x") for term in regions
    ]
    made = tile_map([*values, ("country", "XX", "Nowhere", 3, None), ("country", "YY", "Elsewhere", 0, None)])
    assert {(tile.facet, tile.value) for tile in made.tiles} == {(facet, id) for facet, id, *_ in values} | {
        ("country", "XX"), ("country", "YY"),
    }  # fmt: skip
    places = [(tile.column, tile.row) for tile in made.tiles]
    assert len(set(places)) == len(places)
    assert all(0 <= column < made.columns and 0 <= row < made.rows for column, row in places)
    assert [term.id for term in regions if term.id not in REGIONS] == []


def test_no_two_places_of_the_map_are_the_same() -> None:
    places = [*PLACES.values(), *REGIONS.values()]
    assert len(set(places)) == len(places)
