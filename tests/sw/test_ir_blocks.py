"""How weights fall into blocks, against loops over the definition."""

import numpy as np
import pytest

from gossamer import ir


def conv(seed: int, kernel: tuple[int, int], inputs: int, outputs: int, groups: int = 1,
         dilation: tuple[int, int] = (1, 1)) -> ir.Conv2d:
    rng = np.random.default_rng(seed)
    return ir.Conv2d(
        name="c", x="x", weight=rng.integers(-9, 9, (outputs, *kernel, inputs)).astype(np.int8),
        bias=np.zeros(outputs, np.int64), weight_bits=5, groups=groups, dilation=dilation)


def by_loops(node: ir.Conv2d, rows: int, columns: int) -> list[np.ndarray]:
    """Blocks of all row groups in order: each kernel row, or each tap if dilated, is a run."""
    outputs, kh, kw, inputs = node.weight.shape
    each = outputs // node.groups
    result = []
    for first in range(0, outputs, rows):
        for ky in range(kh):
            run = [(kx, c) for kx in range(kw) for c in range(inputs * node.groups)]
            runs = [run] if node.dilation[1] == 1 else [
                [tap for tap in run if tap[0] == kx] for kx in range(kw)]
            for taps in runs:
                for start in range(0, len(taps), columns):
                    block = np.zeros((rows, columns), np.int64)
                    for r, o in enumerate(range(first, min(first + rows, outputs))):
                        for k, (kx, c) in enumerate(taps[start:start + columns]):
                            if c // inputs == o // each:
                                block[r, k] = node.weight[o, ky, kx, c % inputs]
                    result.append(block)
    return result


@pytest.mark.parametrize("node", [
    conv(0, (3, 3), 4, 8), conv(1, (3, 3), 1, 6), conv(2, (1, 1), 5, 3),
    conv(3, (3, 2), 2, 8, groups=2), conv(4, (3, 3), 1, 6, groups=6),
    conv(5, (2, 3), 3, 4, dilation=(1, 2)),
], ids=["channels", "one-channel", "pointwise", "groups", "depthwise", "dilated"])
@pytest.mark.parametrize("rows, columns", [(4, 4), (2, 8), (1, 1)])
def test_blocks_follow_the_definition(node, rows, columns):
    expected = by_loops(node, rows, columns)
    found = ir.blocks(node, rows, columns).reshape(-1, rows, columns)
    assert len(found) == len(expected)
    for a, b in zip(found, expected, strict=True):
        assert np.array_equal(a, b)
    assert ir.survivors(node, rows, columns).ravel().tolist() == [b.any() for b in expected]


def test_a_linear_layer_is_one_run():
    node = ir.Linear(name="a", x="x", weight=np.arange(-6, 6, dtype=np.int8).reshape(2, 6),
                     bias=np.zeros(2, np.int64), weight_bits=4)
    assert ir.blocks(node, 4, 4).tolist() == [[
        [[-6, -5, -4, -3], [0, 1, 2, 3], [0] * 4, [0] * 4],
        [[-2, -1, 0, 0], [4, 5, 0, 0], [0] * 4, [0] * 4],
    ]]


@pytest.mark.parametrize("node", [conv(0, (3, 3), 4, 8), conv(4, (3, 3), 1, 6, groups=6)],
                         ids=["channels", "depthwise"])
def test_the_matrix_computes_the_convolution(node):
    """``dense_matrix`` times a patch in memory order is the layer."""
    channels = node.weight.shape[3] * node.groups
    patch = np.random.default_rng(1).integers(-99, 99, (1, *node.weight.shape[1:3], channels))
    assert np.array_equal(
        ir.dense_matrix(node).astype(np.int64) @ patch.ravel(), node.compute(patch).ravel())
