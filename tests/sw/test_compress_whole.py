"""Every structure and rule goes the whole way: trained, pruned, quantised, the same integers."""

import numpy as np
import pytest
import torch
from torch import nn

from gossamer import data, ir
from gossamer.compress import Recipe, Threshold, TorchIntegers, compress
from gossamer.compress.augment import Augmentation
from gossamer.compress.channels import Channels
from gossamer.compress.methods import Admm
from gossamer.compress.quantizers import Nonzero
from gossamer.compress.structures import (
    CORNERS,
    Blocks,
    FixedMask,
    KernelPatterns,
    PeriodicKernels,
    Punched,
    RowColumn,
    Structure,
)
from gossamer.compress.ternary import Expansion, Learned, MaxThreshold
from gossamer_hw.formats import PSC4_P8


class Net(nn.Module):
    """A convolution, a residual one, a linear layer."""

    def __init__(self):
        super().__init__()
        self.a = nn.Conv2d(1, 8, 3, padding=1)
        self.b = nn.Conv2d(8, 8, 3, padding=1)
        self.c = nn.Conv2d(8, 12, 3)
        self.d = nn.Linear(12 * 9, 2)

    def forward(self, x):
        x = torch.relu(self.a(x))
        x = torch.relu(x + self.b(x))
        return self.d(torch.relu(self.c(x)).flatten(1))


@pytest.fixture(scope="module")
def strokes():
    """Two classes of 5x5 images, horizontal and vertical strokes."""
    rng = np.random.default_rng(0)
    y = rng.integers(0, 2, 60)
    x = rng.uniform(0, 0.4, (60, 5, 5, 1)).astype(np.float32)
    for image, vertical in zip(x, y, strict=True):
        (image.transpose(1, 0, 2) if vertical else image)[rng.integers(0, 5)] += 0.6
    return data.Dataset("strokes", x[:40], y[:40], x[40:], y[40:], low=0, high=255,
                        scale=1 / 255)


def compressed(strokes, **changes):
    torch.manual_seed(0)
    keys = {"weight_bits": 4, "float_epochs": 2, "masked_epochs": 1, "range_epochs": 2,
            "method": Admm(epochs=2, rounds=2, rho=0.03), "exact_epochs": 1, "batch": 20,
            "augmentation": Augmentation(), "whole_share": 0.0}
    result = compress(Net(), strokes, Recipe(name="quick", **{**keys, **changes}))
    x = strokes.integers(strokes.test_x)
    found = result.graph.run(x)
    assert np.array_equal(TorchIntegers(result.graph)(torch.from_numpy(x)).numpy(), found)
    assert found.std() > 0
    return {node.name.removesuffix(".sum"): node for node in result.graph
            if isinstance(node, ir.Weighted)}


@pytest.mark.parametrize("structure, density", [
    (Blocks(balanced=True), 0.4), (Punched(4, 4), 0.4), (RowColumn(blocks=0.5), 0.4),
    (KernelPatterns(CORNERS, 4, 4), 1.0), (PeriodicKernels(PSC4_P8, 4, 4, None), 1.0),
    (FixedMask({"c": np.arange(12 * 9 * 8).reshape(12, 3, 3, 8) % 3 == 0}), 1.0),
], ids=lambda value: type(value).__name__ if isinstance(value, Structure) else "")
def test_a_structure_is_that_of_the_integers(strokes, structure, density):
    layers = compressed(strokes, structure=structure, density=density)
    weight = layers["c"].weight
    assert 0.1 < (weight != 0).mean() < 0.6
    match structure:
        case Blocks() | Punched() | KernelPatterns() | PeriodicKernels():
            # Whole blocks of 4 x 4 at a tap: row group, tap, channels.
            blocks = (weight != 0).reshape(3, 4, 9, 2, 4).any(axis=(1, 4))
            assert 0.1 < blocks.mean() < 0.7
        case RowColumn():
            assert ir.survivors(layers["c"], 4, 4).sum(axis=1).max() <= 9
        case FixedMask():
            assert not weight[structure.masks["c"] == 0].any()
    if isinstance(structure, Blocks):
        assert len(set(ir.survivors(layers["c"], 4, 4).sum(axis=1))) == 1
    if isinstance(structure, KernelPatterns):
        assert blocks.sum(axis=1).max() <= 4


@pytest.mark.parametrize("residual, method", [
    (False, Admm(epochs=2, rounds=2)), (True, Admm(epochs=2, rounds=2)),
    (False, Threshold(epochs=2, beta=0.1, sparsity=0.02)),
], ids=["admm", "residual", "threshold"])
def test_channels_are_gone_for_good(strokes, residual, method):
    layers = compressed(strokes, structure=Channels(residual), density=0.5, method=method)
    outputs = {name: node.outputs for name, node in layers.items()}
    assert outputs["a"] == outputs["b"] == (4 if residual else 8) and outputs["d"] == 2
    assert outputs["c"] == 6 if isinstance(method, Admm) else 0 < outputs["c"] < 12
    assert layers["d"].weight.shape[1] == 9 * outputs["c"]


@pytest.mark.parametrize("rule", [MaxThreshold(), Learned(), Expansion(), Nonzero(2)], ids=str)
def test_a_rule_makes_the_integers(strokes, rule):
    layers = compressed(strokes, rule=rule, weight_bits=rule.weight_bits, density=0.5)
    top = {MaxThreshold: 1, Learned: 1, Expansion: 3, Nonzero: 2}[type(rule)]
    for node in layers.values():
        assert 0 < np.abs(node.weight).max() <= top
    if isinstance(rule, Nonzero):  # of a block that is kept, nothing is zero
        blocks = ir.blocks(layers["c"], 4, 4)
        alive = (blocks != 0).mean(axis=(2, 3))
        assert set(alive.ravel()) == {0.0, 1.0}
