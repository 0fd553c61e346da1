"""Rows and columns of blocks: a budget that is kept, arrays that are filled, no output lost."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from gossamer.compress import row_column
from gossamer.compress.projections import positions
from gossamer.compress.row_column import RowColumnProjection
from gossamer.importers.float_graph import FloatConv2d, FloatLinear


def layer(shape, seed=0):
    weight = np.random.default_rng(seed).standard_normal(shape).astype(np.float32)
    kind = FloatConv2d if len(shape) == 4 else FloatLinear
    return kind(name="a", x="x", shape=(1, 1, shape[0]), weight=weight,
                bias=np.zeros(shape[0], np.float32))


def projection(node, *, rows, columns, round_to, density):
    return RowColumnProjection(positions(node, rows, columns), rows, columns, round_to,
                               round(density * node.weight.size))


def left(mask, places, rows, columns):
    """Per block, which rows and which columns a mask leaves, and the block's real size."""
    for block in range(int(places.max()) // (rows * columns) + 1):
        inside = places // (rows * columns) == block
        at = places[inside]
        row, column = at // columns % rows, at % columns
        kept = mask[inside] > 0
        yield (set(row[kept].tolist()), set(column[kept].tolist()), int(kept.sum()),
               len(set(row.tolist())), len(set(column.tolist())))


@pytest.mark.parametrize("shape, rows, columns, round_to, density", [
    ((32, 64), 16, 16, (4, 4), 0.25),
    ((32, 64), 16, 16, (4, 4), 0.08),
    ((32, 64), 16, 16, (1, 1), 0.1),
    ((32, 64), 8, 8, (2, 4), 0.3),
    ((10, 50), 8, 16, (4, 4), 0.3),
    ((10, 3, 3, 6), 8, 8, (4, 4), 0.35),
])
@pytest.mark.parametrize("seed", [0, 1])
def test_what_is_left_are_full_submatrices_within_the_budget(shape, rows, columns, round_to,
                                                             density, seed):
    node = layer(shape, seed)
    weight = torch.from_numpy(node.weight)
    bcr = projection(node, rows=rows, columns=columns, round_to=round_to, density=density)
    mask = bcr.mask(weight)
    step = rows * round_to[1] + columns * round_to[0]
    assert bcr.keep - step < int(mask.sum()) <= bcr.keep
    for some_rows, some_columns, area, height, width in left(mask, bcr.positions, rows, columns):
        assert area == len(some_rows) * len(some_columns)
        assert len(some_rows) % round_to[0] == 0 or len(some_rows) == height
        assert len(some_columns) % round_to[1] == 0 or len(some_columns) == width
    assert bool(mask.reshape(len(mask), -1).any(dim=1).all())
    found = bcr.project(weight)
    assert bcr.legal(found) and not bcr.legal(weight)
    assert torch.equal(bcr.project(found), found)


@pytest.mark.parametrize("shape, round_to, density, more", [
    ((64, 32), (4, 4), 0.3, 1.015), ((32, 128), (2, 2), 0.1, 1.025),
    ((24, 3, 3, 8), (2, 2), 0.2, 1.02),
    ((64, 32), (4, 4), 0.15, 1.0),      # most of the budget keeps outputs alive
])
def test_more_is_kept_than_by_dropping_the_weakest_alone(shape, round_to, density, more):
    node = layer(shape)
    weight = torch.from_numpy(node.weight)
    bcr = projection(node, rows=8, columns=8, round_to=round_to, density=density)
    power, real = bcr._blocks(weight.double() ** 2), bcr._blocks(torch.ones_like(weight)) > 0
    dropped = row_column._drop(power, real.copy(), shape[0] // 8, round_to, bcr.keep)
    held = float((bcr.project(weight).double() ** 2).sum())
    assert held >= more * float((power * dropped).sum()) * (1 - 1e-6)


def test_the_best_submatrix_of_one_block_is_found():
    """All of them are tried: it holds as much as the best of its size."""
    rng = np.random.default_rng(1)
    for _ in range(10):
        node = replace(layer((4, 4)), weight=rng.standard_normal((4, 4)).astype(np.float32) ** 3)
        power = node.weight.astype(np.float64) ** 2
        sums = [power[np.ix_([r for r in range(4) if rows >> r & 1],
                             [c for c in range(4) if columns >> c & 1])].sum()
                for rows in range(16) for columns in range(16)]
        gain = power - (price := 0.5)
        kept = row_column._best(power[None], gain[None], np.ones((1, 4, 4), bool), price, (1, 1))[0]
        areas = [rows.bit_count() * columns.bit_count() for rows in range(16)
                 for columns in range(16)]
        best = max(sum_ - price * area for sum_, area in zip(sums, areas, strict=True))
        assert (gain * kept).sum() == pytest.approx(best)


def test_an_output_of_small_weights_keeps_some():
    node = layer((8, 32))
    weight = torch.from_numpy(node.weight)
    weight[3] *= 1e-6
    bcr = projection(node, rows=8, columns=8, round_to=(1, 1), density=0.1)
    assert bool(bcr.mask(weight)[3].any())


@pytest.mark.parametrize("shape", [(16, 32), (5, 6), (8, 3, 3, 2)])
def test_with_no_budget_every_output_keeps_one_row_of_the_array(shape):
    """What blocks lose makes other blocks indispensable; the scores from before do not hold."""
    node = layer(shape)
    bcr = RowColumnProjection(positions(node, 4, 4), 4, 4, (2, 2), 0)
    mask = bcr.mask(torch.from_numpy(node.weight)).reshape(shape[0], -1)
    assert bool(mask.any(dim=1).all())
    assert int(mask.sum(dim=1).max()) < mask.shape[1] / 2


def test_planted_rows_and_columns_are_found():
    """Where the weights are of the set but for noise, the projection is the planted one."""
    random = np.random.default_rng(4)
    node = layer((16, 32))
    planted = torch.zeros(16, 32)
    for group in range(2):
        order = random.permutation(8)
        for block in range(4):  # every row in two of the four, so that no output is lost
            rows = group * 8 + order[block % 2 * 4:][:4]
            columns = block * 8 + random.choice(8, 4, replace=False)
            planted[np.ix_(rows, columns)] = 1
    noise = torch.from_numpy(random.standard_normal((16, 32)).astype(np.float32)) * 0.05
    bcr = projection(node, rows=8, columns=8, round_to=(4, 4), density=0.25)
    assert torch.equal(bcr.mask(planted + noise), planted)


def test_survivors_that_round_to_zero_do_not_make_weights_illegal():
    node = layer((16, 32))
    bcr = projection(node, rows=8, columns=8, round_to=(4, 4), density=0.3)
    found = bcr.project(torch.from_numpy(node.weight))
    rounded = torch.round(found)
    assert 0 < int((rounded != 0).sum()) < int((found != 0).sum()) and bcr.legal(rounded)
    # The diagonals of blocks are few weights, but take every row and column.
    diagonals = torch.eye(8).tile(2, 4)
    assert int(diagonals.sum()) < bcr.keep and not bcr.legal(diagonals)
