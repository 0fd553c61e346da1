"""Projections give the nearest legal weights, and agree with the graph on what a block is."""

import itertools

import numpy as np
import pytest
import torch

from gossamer import ir
from gossamer.compress.projections import (
    BlockProjection,
    LevelProjection,
    TernaryProjection,
    block_ids,
    fit_scale,
)
from gossamer.importers.float_graph import FloatConv2d, FloatLinear


def layer(shape, **keywords):
    weight = np.random.default_rng(0).standard_normal(shape).astype(np.float32)
    kind = FloatConv2d if len(shape) == 4 else FloatLinear
    return kind(name="a", x="x", shape=(1, 1, shape[0]), weight=weight,
                bias=np.zeros(shape[0], np.float32), **keywords)


@pytest.mark.parametrize("node, geometry", [
    (layer((8, 3, 3, 1)), (4, 4)),
    (layer((6, 3, 3, 8)), (4, 4)),
    (layer((6, 2, 3, 3)), (2, 5)),
    (layer((4, 3, 3, 2), dilation=(1, 2)), (4, 4)),
    (layer((6, 3, 3, 2), groups=3), (4, 4)),
    (layer((10, 21)), (4, 4)),
], ids=["one channel", "eight channels", "odd", "dilated", "groups", "linear"])
def test_blocks_are_those_of_the_graph(node, geometry):
    ids = block_ids(node, *geometry)
    for index in range(int(ids.max()) + 1):
        weight = (ids == index).numpy().astype(np.int8)
        keys = {"name": "a", "x": "x", "weight": weight, "bias": np.zeros(len(weight), np.int64),
                "weight_bits": 2}
        if isinstance(node, FloatConv2d):
            integer = ir.Conv2d(**keys, dilation=node.dilation, groups=node.groups)
        else:
            integer = ir.Linear(**keys)
        alive = ir.survivors(integer, *geometry).reshape(-1)
        assert alive[index] == weight.any() and alive.sum() == weight.any()


def test_blocks_of_the_largest_norm_survive():
    node = layer((4, 8))
    ids = block_ids(node, 2, 2)
    weight = torch.from_numpy(node.weight)
    projection = BlockProjection(ids, 3)
    errors = {
        kept: float(((weight * (torch.isin(ids, torch.tensor(kept)))) - weight).square().sum())
        for kept in itertools.combinations(range(8), 3)
    }
    best = torch.tensor(min(errors, key=errors.__getitem__))
    assert torch.equal(projection.project(weight), weight * torch.isin(ids, best))
    assert projection.legal(projection.project(weight)) and not projection.legal(weight)
    assert torch.equal(projection.project(projection.project(weight)), projection.project(weight))


def test_equal_norms_keep_the_first_blocks():
    ids = block_ids(layer((4, 8)), 4, 4)
    assert torch.equal(BlockProjection(ids, 1).mask(torch.ones(4, 8)), (ids == 0).float())


def test_ternary_weights_are_the_nearest_of_all():
    weight = torch.from_numpy(np.random.default_rng(1).standard_normal((5, 7)))
    found = TernaryProjection().project(weight)
    for row, nearest in zip(weight, found, strict=True):
        least = float((row ** 2).sum())
        for codes in itertools.product((-1, 0, 1), repeat=7):
            t = torch.tensor(codes, dtype=torch.float64)
            if t.any():
                least = min(least, float(((row - (row @ t) / (t @ t) * t) ** 2).sum()))
        assert float(((row - nearest) ** 2).sum()) == pytest.approx(least, abs=1e-12)
    assert TernaryProjection().legal(found) and not TernaryProjection().legal(weight)


@pytest.mark.parametrize("limit", [1, 7, 127])
def test_levels_are_found_again(limit):
    random = np.random.default_rng(2)
    codes = random.integers(-limit, limit + 1, (6, 40))
    codes[:, 0] = limit
    scale = torch.from_numpy(random.uniform(0.01, 2, 6))
    weight = torch.from_numpy(codes).double() * scale[:, None]
    torch.testing.assert_close(fit_scale(weight, limit), scale, rtol=1e-12, atol=0)
    projection = LevelProjection(limit)
    assert projection.legal(weight) and LevelProjection(limit, scale).legal(weight)
    assert not projection.legal(weight + torch.rand(6, 40, dtype=torch.float64) * scale[:, None])
    assert not LevelProjection(limit, scale * 1.5).legal(weight)


def test_an_output_without_weights_gets_the_mean_scale():
    weight = torch.tensor([[1.0, 1.0], [0.0, 0.0], [3.0, 0.0]])
    assert fit_scale(weight, 1).tolist() == [1.0, 2.0, 3.0]
    assert fit_scale(torch.zeros(2, 2), 1).tolist() == [1.0, 1.0]
