"""Rows and columns of blocks: the projection of block-based column-row (BCR) pruning.

From GRIM (Niu et al., TPAMI 44(10) 2022, arXiv 2108.11033): in each block any rows and any columns
go, so that a small dense matrix is left. Which are best is a combinatorial question. This answers
it at a price per weight that is left: in each block, rows and columns are chosen in turn, those
whose squares exceed their price, which can only improve the choice. The price is bisected until
the budget is met, and what is then still too much goes greedily, with rows and columns of all
blocks in one queue.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from .projections import SPARSE, MaskProjection

__all__ = ["RowColumnProjection"]

BoolArray = npt.NDArray[np.bool_]
FloatArray = npt.NDArray[np.float64]

#: Most turns in which rows and columns of a block are chosen.
TURNS = 8
#: Columns of a block, the strongest first, with whose rows a choice begins: there are many optima.
STARTS = 3
#: Bisections of the price.
HALVINGS = 12


@dataclass(frozen=True, eq=False)
class RowColumnProjection(MaskProjection):
    """Keep the rows and columns of blocks that hold most, at most ``keep`` weights.

    What is left of a block always fills an array of the shape ``round_to``: a multiple of it, or
    all of a block at the edge. No output loses all its weights, for it would be constant.

    A block that is not empty has masks to store. With ``blocks``, the weakest blocks of each block
    row go first and as a whole (the balanced form of YOLObile; Cai et al., AAAI 2021).

    Attributes
    ----------
    positions : int tensor
        See :func:`gossamer.compress.projections.positions`.
    rows, columns : int
        Shape of a block.
    round_to : (rows, columns)
        What the numbers of rows and columns left are multiples of.
    keep : int
        Most weights that may be left; whole rows and columns are counted, zeros in them too.
    blocks : int, optional
        Most blocks of a block row that are not empty.
    balanced : bool
        Whether each block row has the same share of ``keep``, so that they are equal work.
    """

    positions: Tensor
    rows: int
    columns: int
    round_to: tuple[int, int]
    keep: int
    blocks: int | None = None
    balanced: bool = False

    @property
    def formats(self) -> tuple[str, ...]:
        return ("bcr", *SPARSE) if self.blocks is None else ("bcr", "block-bitmap", *SPARSE)

    def mask(self, weight: Tensor) -> Tensor:
        power = self._blocks(weight.detach().double().square())
        kept = self._blocks(torch.ones_like(weight)) > 0
        groups = -(-len(weight) // self.rows)
        if self.blocks is not None:
            mean = power.sum(axis=(1, 2)) / np.maximum(kept.sum(axis=(1, 2)), 1)
            order = np.argsort(-mean.reshape(groups, -1), axis=1, kind="stable")
            np.put_along_axis(kept.reshape(groups, -1, self.rows, self.columns),
                              order[:, self.blocks:, None, None], False, axis=1)
        parts = groups if self.balanced else 1
        kept = np.concatenate([
            _fit(some, alive, groups // parts, self.round_to, self.keep // parts)
            for some, alive in zip(np.split(power, parts), np.split(kept, parts), strict=True)])
        return torch.from_numpy(kept.reshape(-1))[self.positions].to(weight.dtype)

    def legal(self, weight: Tensor) -> bool:
        blocks, real = self._blocks(weight) != 0, self._blocks(torch.ones_like(weight)) > 0
        groups = -(-len(weight) // self.rows)
        filled = blocks.any(axis=(1, 2)).reshape(groups, -1).sum(axis=1)
        if self.blocks is not None and filled.max() > self.blocks:
            return False
        area = np.ones(len(blocks), np.int64)
        for axis, unit in zip((2, 1), self.round_to, strict=True):
            count = blocks.any(axis=axis).sum(axis=1)
            area *= np.minimum(-(-count // unit) * unit, real.any(axis=axis).sum(axis=1))
        parts = groups if self.balanced else 1
        sums = np.minimum(area, real.sum(axis=(1, 2))).reshape(parts, -1).sum(axis=1)
        # More than the budget is legal where nothing can go, as in the diagonal blocks of a
        # depthwise convolution.
        kept = blocks.any(axis=2)[:, :, None] & blocks.any(axis=1)[:, None, :] & real
        return all(
            total <= self.keep // parts
            or (_drop(np.ones(some.shape), some.copy(), groups // parts, self.round_to,
                      self.keep // parts) == some).all()
            for total, some in zip(sums, np.split(kept, parts), strict=True))

    def groups(self) -> list[Tensor]:
        """Rows of blocks, and columns of blocks."""
        block = self.positions // (self.rows * self.columns)
        row = self.positions // self.columns % self.rows
        column = self.positions % self.columns
        return [block * self.rows + row, block * self.columns + column]

    def _blocks(self, weight: Tensor) -> FloatArray:
        """All blocks (N, rows, columns), padded with zeros."""
        size = self.rows * self.columns
        places = -(-(int(self.positions.max()) + 1) // size) * size
        flat = np.zeros(places, np.float64)
        flat[self.positions.numpy()] = weight.detach().numpy()
        return flat.reshape(-1, self.rows, self.columns)


def _fit(
    power: FloatArray, real: BoolArray, groups: int, round_to: tuple[int, int], keep: int
) -> BoolArray:
    """Which of the ``real`` weights of blocks (N, rows, columns) are left."""
    def at(price: float) -> BoolArray:
        gain = (power - price) * real
        return _revive(_best(power, gain, real, price, round_to), gain, real, groups, round_to)

    high = float(power.max(initial=0.0))
    if 4 * at(high).sum() > 3 * keep:   # keeping outputs takes most of it: greedily all the way
        return _drop(power, real.copy(), groups, round_to, keep)
    low, kept = high * 1e-6, at(0.0)
    for _ in range(HALVINGS if kept.sum() > keep else 0):
        price = (low * high) ** 0.5
        found = at(price)
        if found.sum() >= keep:
            low, kept = price, found
        else:
            high = price
    return _drop(power, kept, groups, round_to, keep)


def _best(
    power: FloatArray, gain: FloatArray, real: BoolArray, price: float, round_to: tuple[int, int]
) -> BoolArray:
    """The submatrix of each block with the largest sum of gains, as far as it is found."""
    height = np.asarray(real.any(axis=2))
    width = np.asarray(real.any(axis=1))
    strongest = np.argsort(-power.sum(axis=1), axis=1, kind="stable")[:, None, :STARTS]
    columns = np.take_along_axis(power, strongest, axis=2)
    found, most = np.zeros_like(real), np.zeros(len(real))
    for rows in (height, *(columns[:, :, index] > price for index in range(columns.shape[2]))):
        for _ in range(TURNS):
            before = rows
            chosen = _positive(_sums(gain.swapaxes(1, 2), rows), width, round_to[1])
            rows = _positive(_sums(gain, chosen), height, round_to[0])
            if np.array_equal(rows, before):
                break
        kept = rows[:, :, None] & chosen[:, None, :] & real
        sums = (gain * kept).sum(axis=(1, 2))
        found[sums > most] = kept[sums > most]
        most = np.maximum(most, sums)
    return found


def _sums(gain: FloatArray, chosen: BoolArray) -> FloatArray:
    """Of each row (N, rows, columns), the sum over chosen columns."""
    return np.matmul(gain, chosen[:, :, None].astype(np.float64))[:, :, 0]


def _positive(gain: FloatArray, real: BoolArray, unit: int) -> BoolArray:
    """The best lines of each block, ``unit`` at once, while their gain (N, lines) is positive."""
    order = _order(gain, real)
    sums = np.take_along_axis(gain, order, axis=1).reshape(len(gain), -1, unit).sum(axis=2)
    chosen = np.zeros_like(real)
    np.put_along_axis(chosen, order, np.repeat(sums > 0, unit, axis=1), axis=1)
    return chosen & real


def _first(gain: FloatArray, real: BoolArray, unit: int) -> BoolArray:
    """The ``unit`` best lines of each block, or all of them if there are not so many."""
    chosen = np.zeros_like(real)
    np.put_along_axis(chosen, _order(gain, real)[:, :unit], True, axis=1)
    return chosen & real


def _order(gain: FloatArray, real: BoolArray) -> npt.NDArray[np.int64]:
    """Lines by falling gain; those beyond an edge last, so that only all of a block are no unit."""
    return np.argsort(np.where(real, -gain, np.inf), axis=1, kind="stable")


def _revive(
    kept: BoolArray, gain: FloatArray, real: BoolArray, groups: int, round_to: tuple[int, int]
) -> BoolArray:
    """Give each output that has lost all weights a row of the block where that costs least."""
    grouped = (groups, -1, *kept.shape[1:])
    kept, gain, real = kept.reshape(grouped), gain.reshape(grouped), real.reshape(grouped)
    for group, row in zip(*np.nonzero(~kept.any(axis=(1, 3)) & real.any(axis=(1, 3))), strict=True):
        alive, there = kept[group], real[group, :, row]
        if alive[:, row].any():     # since it was counted, with another one of its unit
            continue
        columns = alive.any(axis=1)
        columns = np.where(columns.any(axis=1, keepdims=True), columns,
                           _first(gain[group, :, row], there, round_to[1]))
        worth = np.where((columns & there).any(axis=1),
                         (gain[group, :, row] * columns).sum(axis=1), -np.inf)
        block = int(worth.argmax())
        score = (gain[group, block] * columns[block]).sum(axis=1)
        score[row] = np.inf
        rows = alive[block].any(axis=1)
        rows |= _first(score[None], (real[group, block].any(axis=1) & ~rows)[None], round_to[0])[0]
        alive[block] = rows[:, None] & columns[block] & real[group, block]
    return kept.reshape(-1, *grouped[2:])


def _drop(
    power: FloatArray, kept: BoolArray, groups: int, round_to: tuple[int, int], keep: int
) -> BoolArray:
    """Which weights of blocks (N, rows, columns) are left; ``power`` has their squares."""
    # Weights left in each row of the matrix.
    left = kept.reshape(groups, -1, *kept.shape[1:]).sum(axis=(1, 3))
    per_group = len(kept) // groups

    def weakest(block: int, axis: int) -> tuple[float, npt.NDArray[np.int64]]:
        """The rows (axis 0) or columns (1) of a block to go next, and their mean square."""
        alive = kept[block]
        rest = left[block // per_group]
        sizes = alive.sum(axis=1 - axis)
        sums = (power[block] * alive).sum(axis=1 - axis)
        lines = np.flatnonzero(sizes)
        count = len(lines) % round_to[axis] or round_to[axis]
        if axis == 0:  # not those with no other weight in their output
            lines = lines[rest[lines] > sizes[lines]]
        if not 0 < count <= len(lines):
            return np.inf, lines
        lines = lines[np.argsort(sums[lines] / sizes[lines], kind="stable")[:count]]
        if axis == 1 and np.any((going := alive[:, lines].sum(axis=1)) * (rest <= going)):
            return np.inf, lines
        return float(sums[lines].sum() / sizes[lines].sum()), lines

    scores = np.array([[weakest(block, axis)[0] for axis in (0, 1)] for block in range(len(kept))])
    total = int(kept.sum())
    while total > keep and np.isfinite(least := scores.min()):
        block, axis = divmod(int(scores.argmin()), 2)
        # Other blocks of the outputs may have lost weights since: it may have to stay now.
        score, lines = weakest(block, axis)
        if score > least:
            scores[block, axis] = score
            continue
        alive = kept[block]
        before = alive.sum(axis=1)
        (alive if axis == 0 else alive.T)[lines] = False
        left[block // per_group] -= before - alive.sum(axis=1)
        total -= int(before.sum() - alive.sum())
        scores[block] = [weakest(block, axis)[0] for axis in (0, 1)]
    return kept
