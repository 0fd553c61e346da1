"""Hardware between numbers and integers of a block: every rounding, denormal and saturated case."""

import numpy as np
import pytest

from gossamer_hw.codec import BFLOAT16, FLOAT16, FLOAT32, Integer
from gossamer_hw.codec.align import Align, Restore
from gossamer_sim.bench import check_streams_amaranth

TYPES = [FLOAT32, BFLOAT16, FLOAT16, Integer(bits=8), Integer(bits=15), Integer(bits=16)]


def integers(values, rng, count):
    """Of all magnitudes; many of them halfway between two values of the type."""
    top = values.planes - 1
    lengths = rng.integers(1, top, count, endpoint=True)
    numbers = rng.integers(1 << lengths - 1, 1 << lengths)
    kept = values.width if isinstance(values, Integer) else values.mantissa + 1
    drop = np.maximum(lengths - kept - rng.integers(0, 1, count, endpoint=True), 1)
    ties = (numbers >> drop << drop) + (1 << drop - 1)
    numbers = np.where(rng.random(count) < 0.6, ties, numbers)
    numbers = np.concatenate([np.where(rng.random(count) < 0.5, -numbers, numbers),
                              [0, 1, -1, (1 << top) - 1, -(1 << top)]])
    return np.clip(numbers, -(1 << top), (1 << top) - 1)


@pytest.mark.parametrize("values", TYPES, ids=lambda values: values.name)
def test_integers_become_values_as_in_the_model(values):
    rng = np.random.default_rng(0)
    numbers = integers(values, rng, 400)
    most = (1 << values.exponent_bits) - 1
    fields = rng.choice([0, 1, 2, 7, most // 2, most - 1, most], len(numbers))
    fields = np.where(rng.random(len(numbers)) < 0.5, fields, rng.integers(
        0, most, len(numbers), endpoint=True))
    expected = values.restore(fields, numbers[:, None])
    mask = (1 << values.planes) - 1
    check_streams_amaranth(
        Restore(values, 1),
        {"i": [{"integers": [int(number) & mask], "field": int(field), "last": index % 3 == 0}
               for index, (number, field) in enumerate(zip(numbers, fields, strict=True))]},
        {"o": [{"values": [int(value)], "last": index % 3 == 0}
               for index, value in enumerate(expected[:, 0])]}, stall=0.1)


@pytest.mark.parametrize("values", TYPES, ids=lambda values: values.name)
def test_values_become_integers_as_in_the_model(values):
    rng = np.random.default_rng(1)
    half = 1 << values.width - 1
    patterns = rng.integers(0, 2 * half, 400)
    if not isinstance(values, Integer):
        patterns = np.where((patterns & half - 1) > values.largest, 0, patterns)
    # The second value of a block says how large it is.
    others = np.maximum(patterns & half - 1, rng.integers(
        0, half - 1 if isinstance(values, Integer) else values.largest, 400))
    fields, numbers = values.align(np.stack([patterns, others], axis=1))
    mask = (1 << values.planes) - 1
    check_streams_amaranth(
        Align(values, 1),
        {"i": [{"values": [int(pattern)], "field": int(field)}
               for pattern, field in zip(patterns, fields, strict=True)]},
        {"o": [[int(number) & mask] for number in numbers[:, 0]]}, stall=0.1)
