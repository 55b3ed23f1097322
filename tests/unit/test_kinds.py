"""A kind of record is defined once: what it is called, where it is, whether texts may link to it."""

from __future__ import annotations

import pytest

from guide_builders import a_guide_hub, catalogue_of
from hub.link.catalogue import Catalogue
from hub.model.kinds import KINDS, LINKED, Kind
from hub.model.prose import record_link
from hub.view.edition import Edition
from hub.view.links import neighbours
from hub.view.view import View

FOUND = [kind for kind in KINDS if kind.has_address]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogue_of(a_guide_hub(tmp_path_factory.mktemp("hub")))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.form != "single"], ids=lambda kind: kind.name)
def test_every_record_is_found_by_kind_and_id(catalogue: Catalogue, kind: Kind) -> None:
    assert [entity.id for entity in catalogue.of(kind.name).values()] == list(catalogue.of(kind.name))


@pytest.mark.parametrize("kind", FOUND, ids=lambda kind: kind.name)
def test_every_record_that_readers_find_has_a_name_and_an_address(catalogue: Catalogue, kind: Kind) -> None:
    edition = Edition(catalogue, "en")
    assert catalogue.of(kind.name)
    for id in catalogue.of(kind.name):
        assert edition.title(kind.name, id)
        assert edition.address(kind.name, id).startswith("en/")
        assert View(edition, "x").record(kind.name, id) == f"../../{edition.address(kind.name, id)}".replace("../../en/", "../")


@pytest.mark.parametrize(
    ("kind", "id", "address"),
    [
        ("practice", "alpha", "practices/alpha/"),
        ("practice", "alpha#results", "practices/alpha/#results"),
        ("criterion", "clear-aim", "criteria/vision/#clear-aim"),
        ("dimension", "vision", "criteria/vision/"),
        ("label", "quality-label", "criteria/#label-quality-label"),
        ("source", "site-2021", "sources/a/#site-2021"),
        ("glossary", "mentee", "glossary/#mentee"),
        ("page", "guides/all", "guides/all/"),
        ("page", "", ""),
    ],
)
def test_addresses_from_the_root_of_the_site(catalogue: Catalogue, kind: str, id: str, address: str) -> None:
    assert Edition(catalogue, "nl").address(kind, id) == address


def test_what_texts_may_link_to() -> None:
    assert set(LINKED) == {*(kind.name for kind in FOUND), "page"} - {"source"}
    assert [kind for kind in LINKED if record_link(f"{kind}:some-id#part") != (kind, "some-id#part")] == []
    assert [name for name in ("source", "vocabulary", "hub", "mailto") if record_link(f"{name}:some-id")] == []


@pytest.mark.parametrize(("id", "found"), [("a", (None, "b")), ("b", ("a", "c")), ("c", ("b", None))])
def test_neighbours(id: str, found: tuple[str | None, str | None]) -> None:
    assert neighbours("abc", id) == found
