"""The field reference says of every field what it means, in every language, and what the model allows; nothing is left over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builders import a_practice
from hub.contribute.reference import FieldReference, Group, groups, meaning
from hub.link.addresses import FIELDS, fields_path
from hub.link.catalogue import Catalogue
from hub.model.field_meanings import GROUP, SHARED
from hub.model.kinds import DESCRIBED, KINDS, Kind
from hub.pages import fields
from hub.view.edition import Edition
from rendering import a_catalogue

ALL = [(kind, group, field) for kind in DESCRIBED for group in groups(kind) for field in group.fields]


def test_every_kind_with_content_is_described() -> None:
    written = {kind.name for kind in KINDS if kind.model} - {"published", "field-meanings", "form"}
    assert {kind.name for kind in DESCRIBED} == written


def test_every_field_says_in_english_what_it_means() -> None:
    assert [f"{group.name}.{field.name}" for _, group, field in ALL if not field.means] == []


def test_every_field_and_group_has_a_meaning_in_every_language_and_none_is_left_over(catalogue: Catalogue) -> None:
    for locale in catalogue.locales:
        if locale == "en":
            continue
        known = catalogue.field_meanings[locale].meanings
        missing = [f"{one.name}.{field.name}" for _, one, field in ALL if not meaning(known, field.owners, field.name)]
        missing += [one.name for _, one, _ in ALL if one.means and GROUP not in known.get(one.name, {})]
        assert sorted(set(missing)) == []
        used = {(owner, field.name) for _, _, field in ALL for owner in [_said_by(known, field)]}
        used |= {(one.name, GROUP) for _, one, _ in ALL if one.means}
        assert {(model, name) for model, own in known.items() for name in own} - used == set()


def _said_by(known: dict[str, dict[str, str]], field: FieldReference) -> str:
    return next((owner for owner in field.owners if field.name in known.get(owner, {})), SHARED)


def a_page(catalogue: Catalogue, kind: str, locale: str = "nl") -> str:
    path = fields_path(kind)
    return next(str(page.body) for page in fields.pages(Edition(catalogue, locale)) if page.path == path)


def item(body: str, anchor: str) -> str:
    """The text of one field."""
    html = body.partition(f'id="{anchor}">')[2].partition("</div>")[0]
    assert html, anchor
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_field_says_what_it_means_whether_it_must_be_given_and_shows_a_real_value(catalogue: Catalogue) -> None:
    said = item(a_page(catalogue, "practice"), "practice-summary")
    assert said.startswith("summary verplicht Eén zin die deze praktijk van de andere onderscheidt")
    assert "hoogstens 1.000 tekens" in said
    assert catalogue.practices["womento"].summary.root["nl"] in said
    english = item(a_page(catalogue, "practice", "en"), "practice-summary")
    assert english.startswith("summary required One sentence that tells this practice from the others")
    assert catalogue.practices["womento"].summary.root["en"] in english


def test_limits_and_allowed_values_are_those_of_the_model_and_of_the_lists(catalogue: Catalogue) -> None:
    body = a_page(catalogue, "practice")
    assert "van 1 tot 60" in item(body, "practice-review-every")
    assert "weggelaten geldt false" in item(body, "practice-adjacent")
    assert "minstens 1" in item(body, "practice-kind")
    for term in catalogue.terms["status"].values():
        assert f"{term.id} {term.label.root['nl']}" in item(body, "practice-status")
    assert "percentage-point" in item(body, "figure-unit")
    assert "id van een fiche uit" in item(body, "practice-sources")
    assert "precies 4" in item(a_page(catalogue, "criterion"), "criterion-levels")


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_each_field_has_one_place_and_links_to_groups_lead_somewhere(catalogue: Catalogue, locale: str) -> None:
    for page in fields.pages(Edition(catalogue, locale)):
        ids = re.findall(r'\sid="([^"]+)"', page.body)
        assert len(ids) == len(set(ids)), page.path
        assert set(re.findall(r'href="#([^"]+)"', page.body)) <= set(ids), page.path


@pytest.mark.parametrize("kind", DESCRIBED, ids=lambda kind: kind.name)
def test_the_page_of_a_kind_holds_every_field(catalogue: Catalogue, kind: Kind) -> None:
    body = a_page(catalogue, kind.name)
    count = sum(len(group.fields) for group in groups(kind))
    assert body.count('<div class="hub-fields__item"') == count
    index = next(str(page.body) for page in fields.pages(Edition(catalogue, "nl")) if page.path == FIELDS)
    assert f'href="{kind.name}/"' in index


def test_without_meanings_in_a_language_the_english_one_stands_there_marked(tmp_path: Path) -> None:
    body = a_page(a_catalogue(tmp_path), "practice")
    assert '<span lang="en">One sentence that tells this practice from the others; shown on its card.</span>' in body


def test_what_a_record_says_cannot_become_html(tmp_path: Path) -> None:
    evil = a_practice(summary={"nl": "<script>alert(1)</script> zin.", "en": "A <b>sentence</b>."})
    body = a_page(a_catalogue(tmp_path, {"data/practices/alpha.yml": evil}), "practice")
    assert "&lt;script&gt;alert(1)" in body
    assert "<script>" not in body


def test_a_group_is_described_once_per_kind() -> None:
    for kind in DESCRIBED:
        names: list[str] = [group.name for group in groups(kind)]
        assert len(names) == len(set(names)), kind.name
        assert isinstance(groups(kind)[0], Group)
