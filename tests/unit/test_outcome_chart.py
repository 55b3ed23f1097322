"""The outcome chart as plain values: what is a share, where it stands, and what never shares an axis."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from builders import a_practice
from hub.downloads.tables import TABLES, tables
from hub.model import Figure
from hub.view import outcome_chart
from hub.view.edition import Edition, editions
from hub.view.outcome_chart import Share
from rendering import a_catalogue


def a_figure(**changes: Any) -> dict[str, Any]:
    """One that is drawn; a change to None leaves a field out."""
    fields = {
        "id": "jobs", "kind": "outcome", "value": 40, "unit": "percent", "counts": "job",
        "measures": {"nl": "Mentees met een job", "en": "Mentees with a job"}, "sources": ["report-2020"], **changes,
    }  # fmt: skip
    return {name: value for name, value in fields.items() if value is not None}


def edition(folder: Path, *figures: dict[str, Any]) -> Edition:
    return Edition(a_catalogue(folder, {"data/practices/alpha.yml": a_practice(results=list(figures))}), "nl")


def drawn(of: Edition) -> tuple[outcome_chart.Chart, ...]:
    return outcome_chart.charts(of, outcome_chart.charted(of))


@pytest.mark.parametrize(
    ("value", "to", "of", "unit", "expected"),
    [
        (53, None, None, "percent", Share(53, 53, False)),
        (30, 40, None, "percent", Share(30, 40, False)),
        (212, None, 383, "duos", Share(55.4, 55.4, True)),
        (2, None, None, "times", None),
        (46, None, None, "people", None),
    ],
)
def test_what_a_figure_says_in_per_cent(value: int, to: int | None, of: int | None, unit: str, expected: Share | None) -> None:
    raw = a_figure(value=Decimal(value), to=to and Decimal(to), of=of, unit=unit, sources=("report-2020",))
    assert outcome_chart.share(Figure.model_validate(raw)) == expected


@pytest.mark.parametrize("percent", [0, 1, 33.3, 50, 100])
def test_a_share_stands_on_the_axis_and_further_right_when_it_is_larger(percent: float) -> None:
    assert outcome_chart.PLOT <= outcome_chart.place(percent) <= outcome_chart.PLOT + outcome_chart.PLOT_WIDTH < outcome_chart.SIDE
    assert outcome_chart.place(percent) >= outcome_chart.place(percent / 2)


def test_only_shares_that_say_what_they_count_are_drawn_each_kind_on_an_axis_of_its_own(tmp_path: Path) -> None:
    made = drawn(edition(
        tmp_path, a_figure(), a_figure(id="more", counts="apprenticeship", value=10), a_figure(id="nothing-said", counts=None),
        a_figure(id="people", unit="people"),
    ))  # fmt: skip
    assert [(chart.id, [row.anchor for row in chart.rows]) for chart in made] == [
        ("chart-job", ["figure-alpha-jobs"]), ("chart-apprenticeship", ["figure-alpha-more"]),
    ]  # fmt: skip


def test_a_mark_is_hollow_where_nobody_says_of_how_many_and_its_shape_says_who_counted(tmp_path: Path) -> None:
    known = a_figure(id="known", n={"nl": "60 mentees", "en": "60 mentees"}, reported_by="evaluator")
    (chart,) = drawn(edition(tmp_path, a_figure(), known))
    rows = {row.anchor: row for row in chart.rows}
    assert [rows[f"figure-alpha-{id}"].hollow for id in ("jobs", "known")] == [True, False]
    assert rows["figure-alpha-known"].shape == outcome_chart.SHAPES["evaluator"]
    assert [(entry.shape, entry.hollow) for entry in chart.legend] == [
        (outcome_chart.SHAPES["provider"], False), (outcome_chart.SHAPES["evaluator"], False),
        (outcome_chart.SHAPES["provider"], True),
    ]  # fmt: skip


def test_rows_do_not_overlap_and_are_not_ranked(tmp_path: Path) -> None:
    figures = [a_figure(id=f"y{year}", year=year, value=value) for year, value in ((2019, 70), (2017, 20), (2021, 50))]
    (chart,) = drawn(edition(tmp_path, *figures))
    assert [row.anchor for row in chart.rows] == ["figure-alpha-y2017", "figure-alpha-y2019", "figure-alpha-y2021"]
    for above, below in pairwise(chart.rows):
        last = above.y + outcome_chart.LINE * max(len(above.lines), len(above.side) - 1)
        assert last < below.line < below.y
    assert chart.rows[-1].line < chart.bottom < chart.legend[0].y < chart.height


def test_tables_to_take_home_have_as_many_cells_in_every_row_and_say_where_they_come_from(tmp_path: Path) -> None:
    figure = a_figure(measures={"nl": "=Som; van alles", "en": "=Sum, of all"})
    catalogue = a_catalogue(tmp_path, {"data/practices/alpha.yml": a_practice(results=[figure])})
    made = tables(editions(catalogue), "https://hub.example/")
    assert set(made) == {f"downloads/{name}.{locale}.csv" for name in TABLES for locale in ("nl", "en")}
    for name, rows in TABLES.items():
        heads, *others = rows(Edition(catalogue, "nl"))
        assert [len(row) for row in others] == [len(heads)] * len(others), name
    dutch, english = (made[f"downloads/figures.{locale}.csv"].decode("utf-8-sig") for locale in ("nl", "en"))
    assert "\"'=Som; van alles\"" in dutch
    assert "\"'=Sum, of all\"" in english
    assert dutch.splitlines()[-1].endswith("https://hub.example/evidence/")
