"""The catalogue: what pages find ready, so that templates need no search and no sort."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import SAMPLE, a_criterion, a_hub, a_practice, as_yaml, sample
from hub.link.catalogue import Catalogue
from hub.model import Text
from hub.pipeline import load_catalogue


def catalogue(root: Path) -> Catalogue:
    found, problems = load_catalogue(root)
    assert problems == ()
    assert found is not None
    return found


@pytest.fixture(scope="module")
def of_sample() -> Catalogue:
    return catalogue(SAMPLE)


def test_records_by_id(of_sample: Catalogue) -> None:
    assert list(of_sample.practices) == ["alpha"]
    assert list(of_sample.criteria) == ["clear-aim", "old-aim"]
    assert list(of_sample.dimensions) == ["vision", "ethics"]
    assert list(of_sample.thin_practices) == ["gamma"]
    assert of_sample.locales == ("nl", "en")
    assert of_sample.strings["en"]["sample"] == {"place": "Home", "updated": "Updated on {date}"}


def test_terms(of_sample: Catalogue) -> None:
    assert of_sample.term("group", "refugees").label.said("en").text == "refugees"


def test_links_back(of_sample: Catalogue) -> None:
    practice, project = of_sample.practices["alpha"], of_sample.projects["start"]
    assert of_sample.practices_by_partner == {"acme": (practice,)}
    assert of_sample.projects_by_partner == {"acme": (project,)}
    assert of_sample.projects_by_practice == {"alpha": (project,)}
    assert of_sample.practices_by_criterion == {"clear-aim": ((practice, practice.criteria[0]),), "old-aim": ()}


def test_a_citation_counts_as_listed(of_sample: Catalogue) -> None:
    assert of_sample.cited_by["site-2021"] == (("partner", "acme"), ("practice", "alpha"), ("thin-practice", "gamma"))


def test_places(of_sample: Catalogue) -> None:
    assert of_sample.path_of["practice", "alpha"] == "data/practices/alpha.yml"
    assert of_sample.path_of["source", "site-2021"] == "data/sources.yml"


def test_criteria_in_order_without_retired_ones(tmp_path: Path) -> None:
    files = {
        f"data/criteria/{name}.yml": a_criterion(id=name, order=order, tier="advanced", replaces=None)
        for name, order in (("zz-first", 2), ("aa-last", 9), ("mm-middle", 5))
    }
    found = catalogue(a_hub(tmp_path, files)).criteria_by_dimension
    assert [one.id for one in found["vision"]] == ["clear-aim", "zz-first", "mm-middle", "aa-last"]
    assert found["ethics"] == ()


def test_order_does_not_depend_on_the_file_system(tmp_path: Path) -> None:
    names = ["zeta", "beta", "alpha-2", "a"]
    root = a_hub(tmp_path, {f"data/practices/{name}.yml": a_practice(id=name) for name in names})
    assert list(catalogue(root).practices) == ["a", "alpha", "alpha-2", "beta", "zeta"]


def test_nothing_can_be_changed(of_sample: Catalogue) -> None:
    with pytest.raises(TypeError):
        of_sample.practices["x"] = of_sample.practices["alpha"]  # type: ignore[index]


def test_warnings_still_give_a_catalogue(tmp_path: Path) -> None:
    found, problems = load_catalogue(
        a_hub(tmp_path, {"data/practices/alpha.yml": a_practice(summary={"en": "Only English"})})
    )
    assert [problem.severity for problem in problems] == ["warning"]
    assert found is not None
    assert found.practices["alpha"].summary.said("nl") == ("Only English", "en")


def test_errors_give_none(tmp_path: Path) -> None:
    found, problems = load_catalogue(a_hub(tmp_path, {"data/practices/alpha.yml": a_practice(status="gone")}))
    assert [problem.severity for problem in problems] == ["error"]
    assert found is None


@pytest.mark.parametrize(("asked", "expected"), [("nl", ("N", "nl")), ("fr", ("F", "fr")), ("de", ("N", "nl"))])
def test_a_text_falls_back_in_the_order_of_the_hubs_languages(asked: str, expected: tuple[str, str]) -> None:
    text = Text.model_validate({"fr": "F", "nl": "N"}, context={"locales": ("nl", "de", "fr")})
    assert text.said(asked) == expected


def test_a_third_language(tmp_path: Path) -> None:
    """Vocabularies, criteria and interface need it; texts of partners fall back."""
    root = a_hub(tmp_path)
    for path in (root / "data").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("locale: en, name: English", "locale: fr, name: Français"), encoding="utf-8")
    _, problems = load_catalogue(root)
    told = {problem.path: str(problem) for problem in problems}
    assert told["data/interface/fr.yml"] == "data/interface/fr.yml: must exist; 'fr' is a language of the hub"
    assert told["data/interface/en.yml"] == (
        "data/interface/en.yml: must be named after a language of the hub; allowed are: nl, fr"
    )


def test_plural_forms_are_those_of_the_language(tmp_path: Path) -> None:
    languages = [{"locale": name, "name": name} for name in ("nl", "en", "pl")]
    files = {"data/interface/pl.yml": sample("data/interface/en.yml")}
    root = a_hub(tmp_path, files)
    hub = root / "data/hub.yml"
    hub.write_text(
        as_yaml({"languages": languages}) + hub.read_text(encoding="utf-8").split("English}\n")[1], encoding="utf-8"
    )
    assert [str(problem) for problem in load_catalogue(root)[1] if problem.path == "data/interface/pl.yml"][:2] == [
        "data/interface/pl.yml:5: counted.count.few: must be given, this language has the plural forms one, few, many, other",
        "data/interface/pl.yml:5: counted.count.many: must be given, this language has the plural forms one, few, many, other",
    ]
