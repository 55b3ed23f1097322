"""Ids that were published cannot vanish, and former ids lead on for every kind of page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from builders import a_criterion, a_hub, a_practice, as_yaml, sample
from guide_builders import a_guide_hub, told
from hub.contribute import ids
from hub.pages.criteria import dimension_page
from hub.pipeline import inspect
from hub.publish.redirects import moved_pages
from hub.view.edition import editions
from rendering import a_catalogue

PUBLISHED = "data/published.yml"
ALPHA = "data/practices/alpha.yml"


def listing(**kinds: list[str]) -> str:
    return as_yaml(kinds)


def faults(root: Path) -> list[str]:
    return [fault for fault in told(root) if fault.startswith(PUBLISHED)]


def renamed(record: str, before: str) -> str:
    """The record of the sample, which was called otherwise before."""
    return re.sub(r"^(id: .*)$", rf"\1\nformer_ids: [{before}]", sample(record), count=1, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({PUBLISHED: listing(practice=["alpha"])}, []),
        (
            {PUBLISHED: listing(practice=["alfa"])},
            [
                "data/published.yml:2: practice[1]: must lead to a record for good, but 'alfa' is gone; if it is called 'alpha' now, "
                "data/practices/alpha.yml:1 needs former_ids: [alfa]"
            ],
        ),
        ({PUBLISHED: listing(practice=["alfa"]), ALPHA: a_practice(former_ids=["alfa"])}, []),
        (
            {PUBLISHED: listing(practice=["alpha", "zeta"])},
            [
                "data/published.yml:3: practice[2]: must lead to a record for good, but 'zeta' is gone; keep its record, or give its "
                "id to another one as a former id"
            ],
        ),
        (
            {PUBLISHED: listing(criterion=["clear-goal"])},
            [
                "data/published.yml:2: criterion[1]: must lead to a record for good, but 'clear-goal' is gone; a criterion is kept "
                "with `retired`, and its successor names it in `replaces`"
            ],
        ),
        (
            {PUBLISHED: listing(term=["group/refugees", "group/refugee"])},
            [
                "data/published.yml:3: term[2]: must lead to a record for good, but 'group/refugee' is gone; keep its record, or give "
                "its id to another one as a former id"
            ],
        ),
        (
            {PUBLISHED: listing(figure=["alpha/jobs-2019"])},
            [
                "data/published.yml:2: figure[1]: must lead to a record for good, but 'alpha/jobs-2019' is gone; if it is called "
                "'alpha/jobs-2020' now, data/practices/alpha.yml:1 needs former_ids: [jobs-2019]"
            ],
        ),
        ({PUBLISHED: listing(practice=["alpha"]), ALPHA: "id: ["}, []),
        ({PUBLISHED: listing(figure=["alpha/jobs-2020"]), ALPHA: "id: ["}, []),
    ],
)
def test_a_published_id_leads_to_a_record(files: dict[str, str], expected: list[str], tmp_path: Path) -> None:
    assert faults(a_guide_hub(tmp_path, files)) == expected


def test_a_figure_keeps_its_old_name_when_its_practice_and_it_are_renamed(tmp_path: Path) -> None:
    record = yaml.safe_load(sample(ALPHA))
    record["former_ids"] = ["before"]
    record["results"][0]["former_ids"] = ["jobs-2019"]
    listed = ["alpha/jobs-2020", "alpha/jobs-2019", "before/jobs-2020", "before/jobs-2019"]
    assert faults(a_guide_hub(tmp_path, {ALPHA: as_yaml(record), PUBLISHED: listing(figure=listed)})) == []


def test_whoever_names_a_former_id_is_told_the_new_one(tmp_path: Path) -> None:
    tool = sample("data/tools/plan.yml").replace("practices: [alpha]", "practices: [before]")
    found = told(a_hub(tmp_path, {ALPHA: a_practice(former_ids=["before"]), "data/tools/plan.yml": tool}))
    assert [fault.rpartition("; ")[2] for fault in found if "'before'" in fault] == ["it is now called 'alpha'"]


def test_new_ids_are_added_and_none_is_taken_away(tmp_path: Path) -> None:
    root = a_hub(tmp_path, {PUBLISHED: listing(practice=["alpha", "gone"])})
    linking, _ = inspect(root)
    assert ids.write(linking, root) > 10
    listed = yaml.safe_load((root / PUBLISHED).read_text("utf-8"))
    assert listed["practice"] == ["alpha", "gone"]
    assert "group/refugees" in listed["term"]
    assert "alpha/jobs-2020" in listed["figure"]
    before = (root / PUBLISHED).read_text("utf-8")
    assert ids.write(inspect(root)[0], root) == 0
    assert (root / PUBLISHED).read_text("utf-8") == before


@pytest.mark.parametrize(
    ("record", "old", "new"),
    [
        ("data/partners/acme.yml", "partners/once", "../acme/"),
        ("data/projects/start.yml", "projects/once", "../start/"),
        ("data/tools/plan.yml", "toolkit/once", "../plan/"),
        (ALPHA, "practices/once", "../alpha/"),
    ],
)
def test_a_former_id_leads_on_and_takes_the_part_along(record: str, old: str, new: str, tmp_path: Path) -> None:
    catalogue = a_catalogue(tmp_path, {record: renamed(record, "once")})
    html = moved_pages(editions(catalogue))[f"en/{old}/index.html"].decode()
    assert f'location.replace("{new}" + location.search + location.hash)' in html
    assert f'<noscript><meta http-equiv="refresh" content="0; url={new}"></noscript>' in html


def test_a_retired_criterion_still_has_its_anchor(tmp_path: Path) -> None:
    catalogue = a_catalogue(tmp_path, {"data/criteria/clear-aim.yml": a_criterion(replaces=["old-aim"])})
    edition = editions(catalogue)["en"]
    retired = catalogue.criteria["old-aim"]
    body = dimension_page(catalogue.dimensions[retired.dimension], edition).body
    assert '<li id="old-aim">' in body
    assert 'href="#clear-aim"' in body.partition('<li id="old-aim">')[2].partition("</li>")[0]
