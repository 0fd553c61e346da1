"""The bounds of an accumulator hold, and the worst inputs reach them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from gossamer import ir

Bounds = tuple[int, int]

#: Ranges with zero in them, as padding and ReLU produce: there the bounds are reached.
RANGES = st.tuples(st.integers(-(1 << 15), 0), st.integers(0, (1 << 16) - 1))

WEIGHTS = arrays.arrays(np.int8, st.tuples(st.integers(1, 4), st.integers(1, 12)))


def linear(weight: np.ndarray, bias: np.ndarray) -> ir.Linear:
    return ir.Linear(name="a", x="x", weight=weight, bias=bias, weight_bits=8)


def biases(draw: st.DrawFn, outputs: int) -> np.ndarray:
    """Biases of a size that moves the bounds of small and of large weights."""
    limit = draw(st.sampled_from((0, 3, 1 << 20)))
    return draw(arrays.arrays(np.int64, outputs, elements=st.integers(-limit, limit)))


@st.composite
def cases(draw: st.DrawFn) -> tuple[ir.Linear, Bounds]:
    weight = draw(WEIGHTS)
    return linear(weight, biases(draw, len(weight))), draw(RANGES)


def worst(node: ir.Linear, low: int, high: int) -> tuple[np.ndarray, np.ndarray]:
    """For each output, the input with the largest and the one with the smallest sum."""
    positive = node.weight > 0
    return np.where(positive, high, low), np.where(positive, low, high)


@given(cases())
def test_worst_inputs_reach_the_bounds_exactly(case):
    node, (low, high) = case
    tops, bottoms = worst(node, low, high)
    top = int(node.compute(tops.astype(np.int64)).max())
    bottom = int(node.compute(bottoms.astype(np.int64)).min())
    assert node.accumulator(low, high) == (min(bottom, 0), max(top, 0))


@given(cases())
def test_no_running_sum_leaves_the_bounds(case):
    """Whatever the order: adding terms to the bias one by one never passes a bound."""
    node, (low, high) = case
    bottom, top = node.accumulator(low, high)
    for inputs in worst(node, low, high):
        for row, x, bias in zip(node.weight, inputs, node.bias, strict=True):
            sums = bias + np.concatenate(([0], np.cumsum(row.astype(np.int64) * x)))
            assert bottom <= sums.min() and sums.max() <= top


@given(WEIGHTS, st.integers(-40, 40), st.integers(1, 40), st.data())
def test_bounds_hold_for_ranges_without_zero(weight, low, span, data):
    node = linear(weight, np.zeros(len(weight), np.int64))
    x = data.draw(arrays.arrays(np.int64, (3, weight.shape[1]),
                                elements=st.integers(low, low + span)))
    bottom, top = node.accumulator(low, low + span)
    sums = node.compute(x)
    assert bottom <= sums.min() and sums.max() <= top


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("padding", [(0, 0, 0, 0), (1, 2, 0, 1)], ids=["bare", "padded"])
def test_convolution_reaches_its_bounds_inside_the_image(seed, padding):
    """The worst patch of each output channel, in the middle of an image of its own."""
    rng = np.random.default_rng(seed)
    outputs, inputs, groups = 4, 3, 2
    node = ir.Conv2d(
        name="a", x="x", weight=rng.integers(-128, 128, (outputs, 3, 2, inputs)).astype(np.int8),
        bias=rng.integers(-5000, 5000, outputs), weight_bits=8, padding=padding, groups=groups)
    low, high = -100, 155
    sums = []
    for channel, kernel in enumerate(node.weight):
        first = channel // (outputs // groups) * inputs
        for worst_patch in (np.where(kernel > 0, high, low), np.where(kernel > 0, low, high)):
            image = np.zeros((1, 3, 2, inputs * groups), np.int64)
            image[0, :, :, first:first + inputs] = worst_patch
            sums.append(node.compute(image)[..., channel])
    bottom = min(int(s.min()) for s in sums)
    top = max(int(s.max()) for s in sums)
    assert node.accumulator(low, high) == (bottom, top)


def test_type_of_a_layer_carries_its_bounds():
    node = linear(np.array([[3, -2]], np.int8), np.array([5]))
    x = ir.TensorType(shape=(2,), low=-4, high=7)
    # Largest: 3*7 - 2*-4 + 5; smallest: 3*-4 - 2*7 + 5.
    assert node.infer(x) == ir.TensorType(shape=(1,), low=-21, high=34)


@pytest.mark.parametrize("low, high, bits", [
    (0, 0, 1), (0, 1, 1), (0, 255, 8), (0, 256, 9), (-1, 0, 1), (-1, 1, 2), (-128, 127, 8),
    (-129, 0, 9), (-128, 128, 9), (-32768, 32767, 16),
])
def test_width_is_the_narrowest_that_holds_the_range(low, high, bits):
    assert ir.TensorType(shape=(1,), low=low, high=high).bits == bits
