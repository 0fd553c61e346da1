"""Projections give the nearest legal weights, and agree with the graph on what a block is."""

import itertools

import numpy as np
import pytest
import torch

from gossamer import ir
from gossamer.compress.projections import (
    BlockProjection,
    FixedProjection,
    PatternProjection,
    block_ids,
    positions,
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


def test_places_are_counted_row_group_by_row_group():
    """Against the blocks themselves: a weight lies at its place, and padding has one too."""
    for node in (layer((6, 3, 3, 2)), layer((10, 21)), layer((6, 3, 3, 2), groups=3)):
        places = positions(node, 4, 8)
        weight = np.arange(1, node.weight.size + 1).reshape(node.weight.shape).astype(np.int8)
        keys = {"name": "a", "x": "x", "weight": weight, "bias": np.zeros(len(weight), np.int64),
                "weight_bits": 8}
        convolution = isinstance(node, FloatConv2d)
        integer = ir.Conv2d(**keys, groups=node.groups) if convolution else ir.Linear(**keys)
        assert np.array_equal(ir.blocks(integer, 4, 8).reshape(-1)[places.numpy()], weight)


def test_the_largest_of_every_group_survive():
    node = layer((6, 3, 3, 2))
    weight = torch.from_numpy(node.weight)
    ids = positions(node, 4, 4) // 4  # runs of six: groups of four and of two
    projection = PatternProjection(ids, 1)
    found = projection.project(weight)
    for group in ids.unique():
        members = weight[ids == group]
        kept = found[ids == group]
        assert kept.abs().max() == members.abs().max() and int((kept != 0).sum()) == 1
    assert projection.legal(found) and not projection.legal(weight)
    assert projection.legal(torch.zeros_like(weight))
    assert PatternProjection(ids, 4).mask(weight).all()


def test_of_equal_magnitudes_the_first_survive():
    ids = positions(layer((1, 8)), 1, 8) // 4
    assert PatternProjection(ids, 2).mask(torch.ones(1, 8)).tolist() == [[1, 1, 0, 0] * 2]


def test_a_fixed_set_is_its_mask():
    kept = torch.tensor([[1, 0], [1, 1]])
    projection = FixedProjection(kept)
    assert projection.project(torch.full((2, 2), 3.0)).tolist() == [[3, 0], [3, 3]]
    assert projection.legal(torch.tensor([[0.0, 0.0], [1.0, 1.0]]))
    assert not projection.legal(torch.tensor([[0.0, 1.0], [1.0, 1.0]]))
