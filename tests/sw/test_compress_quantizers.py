"""Quantisers round to the nearest of their integers, at the scale where these are nearest."""

import itertools
from dataclasses import replace

import numpy as np
import pytest
import torch

from gossamer import ir
from gossamer.compress.quantizers import (
    Integers,
    Levels,
    Nonzero,
    SharedExponent,
    fit_scale,
    shared_ids,
)
from gossamer.compress.ternary import LearnedThreshold, MaxThreshold, NestedThresholds
from gossamer.plan import Geometry
from gossamer.plan.formats import kind, pack


def normal(*shape, seed=1):
    return torch.from_numpy(np.random.default_rng(seed).standard_normal(shape))


def test_ternary_weights_are_the_nearest_of_all():
    weight = normal(5, 7)
    scale = fit_scale(weight, Integers(1))[:, None]
    found = Integers(1).codes(weight / scale) * scale
    for row, nearest in zip(weight, found, strict=True):
        least = float((row ** 2).sum())
        for codes in itertools.product((-1, 0, 1), repeat=7):
            t = torch.tensor(codes, dtype=torch.float64)
            if t.any():
                least = min(least, float(((row - (row @ t) / (t @ t) * t) ** 2).sum()))
        assert float(((row - nearest) ** 2).sum()) == pytest.approx(least, abs=1e-12)


@pytest.mark.parametrize("quantizer", [Integers(1), Integers(7), Integers(127), Levels((1, 3))],
                         ids=str)
def test_the_scale_of_exact_levels_is_found_again(quantizer):
    random = np.random.default_rng(2)
    codes = quantizer.codes(torch.from_numpy(
        random.integers(-quantizer.limit, quantizer.limit + 1, (6, 40))).double())
    codes[:, 0] = quantizer.limit
    codes[:, 1] = 1
    scale = torch.from_numpy(random.uniform(0.01, 2, 6))
    torch.testing.assert_close(fit_scale(codes * scale[:, None], quantizer), scale,
                               rtol=1e-12, atol=0)


@pytest.mark.parametrize("quantizer, packings", [
    (Integers(1), ("trits", "integers")), (Integers(7), ("integers",)),
    (Nonzero(2), ("nonzero", "integers")), (Levels((1, 3)), ("nested", "integers")),
    (Levels((1, 2, 4, 7)), ("nested", "integers")), (Levels((1, 2, 3)), ("integers",)),
    (Levels((1, 2, 4, 8, 16)), ("integers",)), (MaxThreshold(0.1), ("trits", "integers")),
    (LearnedThreshold(0.1), ("trits", "integers")),
    (NestedThresholds((0.1, 0.4), (1, 3)), ("nested", "integers")),
    (SharedExponent(4, torch.zeros(8, 16, dtype=torch.int64)), ("integers",)),
])
def test_every_packing_that_is_named_holds_all_codes(quantizer, packings):
    assert quantizer.packings == packings
    codes = quantizer.codes(torch.arange(-64.0, 64.0).reshape(8, 16) * quantizer.limit / 64)
    node = ir.Linear(name="a", x="x", weight=codes.detach().numpy().astype(np.int8),
                     bias=np.zeros(8, np.int64), weight_bits=8)
    for name in packings:
        array = Geometry(port=64, format="dense", packing=name)
        if name == "nonzero":   # has no code for what is pruned
            array = replace(array, format="coo")
        assert pack(node, kind(array.format, node, array)).sizes.values > 0


def test_no_scale_of_a_fine_grid_is_better_for_nested_levels():
    weight, quantizer = normal(4, 60), Levels((1, 3))

    def error(scale):
        return ((quantizer.codes(weight / scale[:, None]) * scale[:, None] - weight) ** 2).sum(1)

    found = error(fit_scale(weight, quantizer))
    grid = torch.stack([error(torch.full((4,), s, dtype=torch.float64))
                        for s in np.linspace(0.05, 3, 600)])
    assert bool((found <= grid.amin(dim=0) * 1.02).all())


def test_an_output_without_weights_gets_the_mean_scale():
    weight = torch.tensor([[1.0, 1.0], [0.0, 0.0], [3.0, 0.0]])
    assert fit_scale(weight, Integers(1)).tolist() == [1.0, 2.0, 3.0]
    for quantizer in (Integers(1), Levels((1, 3)), Integers(7)):
        assert fit_scale(torch.zeros(2, 2), quantizer).tolist() == [1.0, 1.0]


def test_levels_are_the_nearest():
    steps = torch.tensor([-9.0, -2.01, -1.99, -0.51, -0.49, 0.0, 0.5, 1.0, 2.0, 3.4])
    codes = Levels((1, 3)).codes(steps)
    assert codes.tolist() == [-3, -3, -1, -1, 0, 0, 1, 1, 3, 3]
    assert Levels((1, 3)).legal(codes) and not Levels((1, 2)).legal(codes)
    assert Integers(3).legal(codes)
    assert not Integers(2).legal(codes) and not Integers(3).legal(codes / 2)
    assert Levels((1, 2)).codes(steps).tolist() == Integers(2).codes(steps).tolist()


def test_groups_share_the_least_exponent_that_holds_their_largest_magnitude():
    ids = torch.tensor([[0, 0, 0], [1, 1, 1], [2, 2, 2], [3, 3, 3]])
    quantizer = SharedExponent(4, ids)
    steps = torch.tensor([[7.4, -1.2, 0.5], [8.0, 1.4, -3.0], [127.0, -65.0, 7.9], [0.0, 0.0, 0.4]])
    codes = quantizer.codes(steps)
    # Units 1, 2, 16 and 1; 127 / 16 would round to 8, which is no mantissa of four bits.
    assert codes.tolist() == [[7, -1, 1], [8, 2, -2], [112, -64, 0], [0, 0, 0]]
    assert quantizer.legal(codes)
    assert not quantizer.legal(codes + (ids == 2))
    assert not quantizer.legal(steps)


@pytest.mark.parametrize("bits", [2, 4, 7])
def test_every_group_is_as_near_as_any_exponent_brings_it(bits):
    """Against all exponents by brute force: a limited mantissa costs less than one unit."""
    steps = normal(16, 32, seed=3) * 40
    ids = torch.arange(16)[:, None].expand(16, 32)
    quantizer = SharedExponent(bits, ids)
    codes = quantizer.codes(steps)
    assert quantizer.legal(codes)
    top = (1 << (bits - 1)) - 1
    for row, code in zip(steps, codes, strict=True):
        reach = [e for e in range(8) if (row.abs().round().clamp(max=127) / 2**e).floor().max()
                 <= top]
        unit = 2 ** min(reach)
        limited = row.clamp(-top * unit, top * unit)
        assert float((code - limited).abs().max()) <= unit / 2


def test_groups_of_32_start_afresh_with_each_row_group():
    places = torch.arange(96)  # two row groups of 48 places
    ids = shared_ids(places, 48)
    assert ids.tolist() == [0] * 32 + [1] * 16 + [2] * 32 + [3] * 16
