"""A few cases of the fuzz of whole hubs at every run; `tests/fuzz.py` runs thousands."""

from __future__ import annotations

import time
from collections import Counter

import pytest

from fuzz import TooLong, limited, make, outcomes

SEED, CASES = 7, range(30)


def test_damaged_hubs_are_refused_or_published() -> None:
    found = dict(outcomes(SEED, CASES))
    wrong = [f"case {number}: {one.mutations}\n{one.trace}" for number, one in found.items() if one.trace]
    assert not wrong, "\n".join(wrong)
    kinds = Counter(one.kind for one in found.values())
    assert kinds["rendered"] >= 5
    assert kinds["refused"] >= 10
    assert all(one.problems for one in found.values() if one.kind == "refused")


def test_a_case_is_the_same_each_time() -> None:
    one, other = make(SEED, 3), make(SEED, 3)
    assert (one.files, one.done) == (other.files, other.done)


def test_what_does_not_end_is_stopped() -> None:
    def endless() -> None:
        with limited(0.2):
            while True:
                pass

    began = time.process_time()
    with pytest.raises(TooLong):
        endless()
    assert time.process_time() - began < 5
