"""The full form: what it asks, and that what goes through it comes back as it was or as it was changed."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from builders import a_hub, as_yaml
from harness import NODE, ROOT
from hub.browser.form_files import form_files
from hub.contribute.applied import applied
from hub.contribute.change_set import FORMAT, decoded, digest
from hub.contribute.form import fields
from hub.link.catalogue import Catalogue
from hub.load.strict_yaml import read
from hub.model import Form
from hub.pages.form import steps
from hub.pipeline import load_catalogue
from hub.validate.forms import paths, record_schema
from hub.view.edition import Edition, editions

ORDER = "data/forms/practice.yml"


@cache
def published(catalogue: Catalogue) -> Mapping[str, Any]:
    made = form_files(editions(catalogue))
    return {name.rpartition("/")[2]: json.loads(content) for name, content in made.files.items()}


def through_the_form(catalogue: Catalogue, cases: list[Any], folder: Path) -> list[Any]:
    """What the scripts of the page make of records and edits."""
    file = folder / "cases.json"
    file.write_text(json.dumps({"schema": published(catalogue)["practice.json"], "cases": cases}), "utf-8")
    done = subprocess.run([NODE, ROOT / "tests/node/form-write.mjs", file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: list[Any] = json.loads(done.stdout)
    return found


def plain(record: object) -> Any:
    return json.loads(json.dumps(record))


def records(catalogue: Catalogue) -> dict[str, Any]:
    found = {id: plain(value) for (kind, id), value in catalogue.authored.items() if kind == "practice"}
    assert len(found) >= 48
    return found


# --- what it asks -----------------------------------------------------------------------------------------------------------


def told(folder: Path, **changes: object) -> list[str]:
    order = read((ROOT / ORDER).read_text("utf-8")).value | changes  # type: ignore[operator]
    return [str(one) for one in load_catalogue(a_hub(folder, {ORDER: as_yaml(plain(order))}))[1]]


def test_a_field_that_is_no_field_is_named_twice_or_is_forgotten_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "a") == []
    editors = plain(read((ROOT / ORDER).read_text("utf-8")).value)["editors"]
    wrong, twice, without = [*editors, "sumary"], [*editors, "summary"], editors[1:]
    (found,) = told(tmp_path / "b", editors=wrong)
    assert found.endswith("must be a field of a practice, got 'sumary'; did you mean 'summary'?")
    (found,) = told(tmp_path / "c", editors=twice)
    assert found.endswith("must be named only once, got 'summary' again")
    (found,) = told(tmp_path / "d", editors=without)
    assert found.endswith(f"must ask '{editors[0]}' in a step, or leave it to `editors`")


def test_without_its_order_there_is_no_form(tmp_path: Path) -> None:
    _, problems = load_catalogue(a_hub(tmp_path, {ORDER: None}))
    assert [str(one) for one in problems] == [
        f"{ORDER}: must exist; it says what the page /contribute/practice/ asks"
    ]  # fmt: skip


def test_everything_that_a_practice_must_have_is_asked(catalogue: Catalogue) -> None:
    form: Form = catalogue.of("form")["practice"]
    asked = {path for step in form.steps for path in (*step.fields, *step.more)}
    schema = record_schema("practice")
    made_by_the_form = {"id", "last_checked"}
    for name in set(schema["required"]) - made_by_the_form:
        assert any(path == name or path.startswith(f"{name}.") for path in asked), name
    assert asked <= set(paths(schema))
    by_key = {field.key: field for field in fields(form)}
    assert [by_key[key].type for key in ("name", "website", "status_checked", "period.start", "migrant_specific")] == [
        "texts", "web", "year", "date", "flag",
    ]  # fmt: skip
    assert by_key["migrant_specific"].default
    assert by_key["results"].has_id
    assert not by_key["lessons"].has_id


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_every_field_has_a_question_and_every_choice_a_label(catalogue: Catalogue, locale: str) -> None:
    for step in steps(Edition(catalogue, locale)):
        for one in (*step.fields, *step.more):
            for field in (one, *one.fields):
                assert field.label, field.anchor
                assert bool(field.options) == (field.type in ("choice", "choices")), field.anchor
                assert all(option.label for option in field.options)


def test_names_and_sources_to_pick_from(catalogue: Catalogue) -> None:
    files = published(catalogue)
    assert "Womento career mentoring" in files["names.json"]["practices"]["womento"]
    assert files["names.json"]["thin"]["azo"] == ["AZO!"]
    assert {id for id, _, _ in files["nl-sources.json"]} == set(catalogue.sources)


# --- there and back -------------------------------------------------------------------------------------------------------


def test_every_practice_comes_back_unchanged_and_without_a_fault(catalogue: Catalogue, tmp_path: Path) -> None:
    found = records(catalogue)
    made = through_the_form(catalogue, [{"record": one} for one in found.values()], tmp_path)
    for (id, record), one in zip(found.items(), made, strict=True):
        assert (one["set"], one["remove"], one["faults"]) == ([], [], []), id
        assert digest(one["made"]) == digest(record), id


TEXTS = ("Nieuw: 'x' # y", "Eén zin - met \"tekens\".", "---", "😀 {a}", "- a\n\n- b")


def edits(record: dict[str, Any], chance: random.Random) -> list[Any]:
    """Some of what people do: texts in one language or two, lists longer and shorter, fields that come and go."""
    results, lessons = len(record.get("results", ())), len(record.get("lessons", ()))
    text = chance.choice(TEXTS[:4])
    figure = {"value": "12,5", "unit": "duos", "kind": "output", "measures": {"nl": text, "en": ""}, "sources": record["sources"][:1]}
    every = [
        [[["name", "nl"], text]],
        [[["summary", "nl"], text], [["summary", "en"], text]],
        [[["mentees.about", chance.choice(("nl", "en"))], chance.choice(TEXTS)]],
        [[["coach"], {"nl": "", "en": ""}]],
        [[["period.start"], chance.choice(("2011", "2011-03", ""))], [["period.end"], ""], [["period.note"], {"nl": "", "en": ""}]],
        [[["where.country"], ["BE", "FI"]]],
        [[["website"], chance.choice(("", "https://example.org/a"))]],
        [[["migrant_specific"], chance.choice((True, False))]],
        [[["evidence.level"], str(chance.randint(1, 5))]],
        [[["lessons", lessons], {"values": {"": {"nl": text, "en": text}}}]],
        [[["results", results], {"values": figure}]],
        [[["sources", len(record["sources"])], "actiris-2018"]],
        [[["effort.cost", "en"], text]],
    ]  # fmt: skip
    if lessons:
        every += [[[["lessons", chance.randrange(lessons)], None]], [[["lessons", 0, "values", "", "en"], text]]]
    if results:
        every += [
            [[["results", chance.randrange(results)], None]],
            [[["results", 0, "values", "value"], "7"], [["results", 0, "values", "measures", "nl"], text]],
        ]
    if len(record["sources"]) > 1:
        every.append([[["sources", 0], None]])
    # Taking out moves what follows, so it comes last and once per list
    chosen = [one for edit in chance.sample(every, 4) for one in edit]
    kept = {json.dumps(place): [place, value] for place, value in chosen}
    grown = [one for one in kept.values() if one[1] is not None]
    shrunk = {one[0][0]: one for one in kept.values() if one[1] is None}
    return [*grown, *shrunk.values()]


def test_any_edit_lands_in_the_file_as_the_form_made_it(catalogue: Catalogue, tmp_path: Path) -> None:
    root = tmp_path / "hub"
    shutil.copytree(ROOT / "data", root / "data")
    chance = random.Random(20261201)
    found = records(catalogue)
    cases = [(id, {"record": record, "edits": edits(record, chance)}) for id, record in found.items() for _ in range(4)]
    made = through_the_form(catalogue, [case for _, case in cases], tmp_path)
    changed = 0
    for (id, case), one in zip(cases, made, strict=True):
        if not one["set"] and not one["remove"]:
            assert digest(one["made"]) == digest(found[id])
            continue
        changed += 1
        sent = {"format": FORMAT, "kind": "practice", "id": id, "base": digest(found[id]), "set": one["set"], "remove": one["remove"]}
        result = applied(decoded(json.dumps(sent)), root)
        assert (result.faults, result.conflicts) == ((), ()), (id, case["edits"])
        ((_, after),) = result.files.values()
        assert digest(read(after).value) == digest(one["made"]), (id, case["edits"])
    assert changed > 150


def test_two_people_change_two_fields_and_both_land(catalogue: Catalogue, tmp_path: Path) -> None:
    root = tmp_path / "hub"
    shutil.copytree(ROOT / "data", root / "data")
    record = records(catalogue)["womento"]
    both = [
        {"record": record, "edits": [[["summary", "nl"], "Een."], [["sources", len(record["sources"])], "actiris-2018"]]},
        {"record": record, "edits": [[["summary", "en"], "Two."], [["sources", len(record["sources"])], "adice-logbook"]]},
    ]
    for one in through_the_form(catalogue, both, tmp_path):
        sent = {"format": FORMAT, "kind": "practice", "id": "womento", "base": digest(record), "set": one["set"], "remove": []}
        result = applied(decoded(json.dumps(sent)), root)
        assert result.conflicts == ()
        (root / result.path).write_text(result.files[result.path][1], "utf-8")
    after: Any = read((root / "data/practices/womento.yml").read_text("utf-8")).value
    assert (after["summary"]["nl"], after["summary"]["en"]) == ("Een.", "Two.")
    assert after["sources"][-2:] == ("actiris-2018", "adice-logbook")
