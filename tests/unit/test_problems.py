"""How problems are counted and shown."""

from __future__ import annotations

from hub.problems import MOST_PER_FILE, Problem, capped


def problems(number: int, severity: str) -> list[Problem]:
    return [Problem("data/x.yml", line, "a", "must", severity) for line in range(1, number + 1)]  # type: ignore[arg-type]


def test_many_warnings_stay_warnings_and_hide_no_error() -> None:
    found = list(capped([*problems(MOST_PER_FILE + 20, "warning"), *problems(2, "error")]))
    assert [problem.severity for problem in found].count("error") == 2
    assert len(found) == MOST_PER_FILE + 1 + 2


def test_after_many_errors_the_rest_is_not_computed() -> None:
    def endless() -> object:
        yield from problems(MOST_PER_FILE + 1, "error")
        raise AssertionError("computed on")

    found = list(capped(endless()))  # type: ignore[arg-type]
    assert str(found[-1]) == f"data/x.yml:{MOST_PER_FILE + 1}: and more problems from here on in this file"
