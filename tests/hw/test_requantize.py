"""Rounding rules against exact fractions, and fixed-point functions against their real values."""

from fractions import Fraction
from math import ceil, floor

import numpy as np
import pytest

from gossamer_hw.fixed_point import ONE, exponential, reciprocal, softmax
from gossamer_hw.requantize import ROUNDINGS


def away(x):
    return floor(x + Fraction(1, 2)) if x >= 0 else -floor(-x + Fraction(1, 2))


#: Each rule for an exact fraction.
EXACT = {
    "half_up": lambda x: floor(x + Fraction(1, 2)),
    "half_even": round,
    "half_away": away,
    "floor": floor,
}


@pytest.mark.parametrize("name", EXACT)
def test_a_rule_rounds_as_its_name_says(name):
    values = np.arange(-40, 41)
    for multiplier in (1, 3, -5):
        for shift in (1, 2, 3, 4):
            found = ROUNDINGS[name](values, multiplier, shift)
            exact = [Fraction(int(v) * multiplier, 1 << shift) for v in values]
            assert found.tolist() == [EXACT[name](x) for x in exact]


@pytest.mark.parametrize("shift", [5, 31, 32, 33, 40, 62])
def test_double_rounds_up_after_31_bits_and_away_after_the_rest(shift):
    rng = np.random.default_rng(shift)
    values = np.concatenate([rng.integers(-1 << 20, 1 << 20, 200), np.arange(-8, 9)])
    for multiplier in (1 << 30, (1 << 31) - 1, int(rng.integers(1 << 30, 1 << 31))):
        found = ROUNDINGS["double"](values, multiplier, shift)
        first = min(shift, 31)
        for value, result in zip(values, found, strict=True):
            once = floor(Fraction(int(value) * multiplier, 1 << first) + Fraction(1, 2))
            assert result == away(Fraction(once, 1 << (shift - first)))


def test_rules_take_a_multiplier_and_a_shift_for_each_channel():
    values = np.array([[3, 3, 3], [-3, -3, -3]])
    for rule in ROUNDINGS.values():
        found = rule(values, np.array([1, 2, 3]), np.array([1, 33, 2]))
        assert found.tolist() == [[int(rule(np.array([v]), m, s)[0]) for v, m, s in
                                   zip(row, (1, 2, 3), (1, 33, 2), strict=True)]
                                  for row in values]


def test_exponential_and_reciprocal_are_near_their_real_values():
    x = -np.arange(0, 1 << 31, 7_654_321)
    real = np.exp(x / 2.0 ** 26)
    assert np.abs(exponential(x, 5) / 2.0 ** 31 - real).max() < 1e-7
    assert exponential(np.array([0]), 5)[0] == ONE
    fraction = np.arange(0, 1 << 31, 7_654_321)
    assert np.abs(reciprocal(fraction) / 2.0 ** 31 - 1 / (1 + fraction / 2.0 ** 31)).max() < 1e-8


def test_a_softmax_shares_256_steps():
    rng = np.random.default_rng(0)
    steps = -rng.integers(0, 60, (200, 7))
    steps[:, 3] = 0
    exponentials = exponential(steps << 22, 5)
    shares = softmax(exponentials)
    real = np.exp(steps / 16.0)
    real *= 256 / real.sum(axis=1, keepdims=True)
    assert np.abs(shares - real).max() <= 0.5 + 1e-4
    assert ceil(shares.max()) <= 256
