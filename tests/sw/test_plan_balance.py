"""Row groups are divided so that the busiest array has little more to do than it must."""

import itertools

import numpy as np
import pytest

from gossamer.errors import GossamerError
from gossamer.plan.balance import assign, imbalance


def busiest(cycles, parts):
    return max(sum(cycles[group] for group in part) for part in parts)


def optimum(cycles, arrays):
    """Cycles of the busiest array in the best of all assignments."""
    return min(
        max(sum(c for c, owner in zip(cycles, owners, strict=True) if owner == array)
            for array in range(arrays))
        for owners in itertools.product(range(arrays), repeat=len(cycles)))


@pytest.mark.parametrize("arrays", [1, 2, 3, 4])
def test_the_busiest_array_is_within_grahams_bound_of_the_optimum(arrays):
    rng = np.random.default_rng(arrays)
    for _ in range(12):
        cycles = rng.integers(0, 40, rng.integers(1, 9 if arrays < 4 else 7)).tolist()
        best, found = optimum(cycles, arrays), busiest(cycles, assign(cycles, arrays))
        assert best <= found
        assert found * 3 * arrays <= best * (4 * arrays - 1)


@pytest.mark.parametrize("arrays", [2, 3])
def test_grahams_worst_case_meets_the_bound(arrays):
    """2m - 1, 2m - 1, ..., m + 1, m + 1 and three times m: no assignment of LPT is worse."""
    cycles = [c for c in range(2 * arrays - 1, arrays, -1) for _ in range(2)] + [arrays] * 3
    best, found = optimum(cycles, arrays), busiest(cycles, assign(cycles, arrays))
    assert (found, best) == (4 * arrays - 1, 3 * arrays)


def test_every_row_group_has_one_array():
    cycles = np.random.default_rng(0).integers(1, 100, 50).tolist()
    parts = assign(cycles, 8)
    assert len(parts) == 8
    assert sorted(group for part in parts for group in part) == list(range(50))
    assert all(list(part) == sorted(part) for part in parts)


def test_largest_row_groups_come_first_and_ties_go_to_the_lowest_number():
    assert assign([1, 2, 8, 3], 2) == ((2,), (0, 1, 3))
    assert assign([5, 5, 5, 5], 2) == ((0, 2), (1, 3))
    assert assign([7], 3) == ((0,), (), ())
    assert assign([], 2) == ((), ())


def test_imbalance_is_the_busiest_over_the_mean():
    assert imbalance([1, 2, 8, 3], ((2,), (0, 1, 3))) == 8 / 7
    assert imbalance([4, 4], ((0,), (1,))) == 1.0
    assert imbalance([4, 4], ((0, 1), ())) == 2.0
    assert imbalance([0], ((0,), ())) == 1.0


@pytest.mark.parametrize(("cycles", "arrays", "message"), [
    ([1], 0, r"Row groups cannot be divided among 0 arrays; plan at least one array\."),
    ([1, -2], 1, r"A row group cannot take -2 cycles; give the cycles of a format's loads\."),
])
def test_what_cannot_be_divided_is_refused(cycles, arrays, message):
    with pytest.raises(GossamerError, match=f"^{message}$"):
        assign(cycles, arrays)
