"""Projections: the nearest weights that the hardware can hold.

A projection is the Euclidean one onto a set of legal weights, or near it. Weights are in memory
order, output channel first (see :mod:`gossamer.importers.float_graph`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from torch import Tensor

from .. import ir
from ..importers.float_graph import FloatConv2d, FloatWeighted

__all__ = [
    "BlockProjection",
    "FixedProjection",
    "MaskProjection",
    "PatternProjection",
    "Projection",
    "block_ids",
    "block_norms",
    "positions",
]


class Projection(Protocol):
    """A set of legal weights."""

    def project(self, weight: Tensor) -> Tensor:
        """The legal weights nearest to ``weight``."""
        ...

    def legal(self, weight: Tensor) -> bool:
        """Whether ``weight`` is in the set."""
        ...


class MaskProjection:
    """A set of weights with certain zeros: projecting keeps some weights and zeroes the others."""

    def mask(self, weight: Tensor) -> Tensor:
        """One where a weight survives, zero elsewhere."""
        raise NotImplementedError

    def project(self, weight: Tensor) -> Tensor:
        """The legal weights nearest to ``weight``."""
        return weight * self.mask(weight)

    def legal(self, weight: Tensor) -> bool:
        """Whether ``weight`` is in the set; a survivor may be zero as well."""
        raise NotImplementedError

    def groups(self) -> list[Tensor]:
        """Weights that are zero together: one or more ways to number the group of each weight."""
        raise NotImplementedError


@dataclass(frozen=True, eq=False)
class BlockProjection(MaskProjection):
    """Keep the ``keep`` blocks of the largest norm per weight, zero the others.

    Among blocks of one size that is the Euclidean projection. A block at the edge holds fewer
    weights, and is not to go for that alone: ten classes in groups of four would lose the last two.

    Attributes
    ----------
    ids : int tensor
        Block of each weight, see :func:`block_ids`.
    keep : int
        Number of blocks that may hold a nonzero weight.
    """

    ids: Tensor
    keep: int

    def mask(self, weight: Tensor) -> Tensor:
        norms = block_norms(weight, self.ids)
        kept = torch.zeros_like(norms)
        # A stable order, so that equal norms give the same blocks on every machine.
        order = torch.sort(norms, descending=True, stable=True).indices
        kept[order[:self.keep]] = 1
        return kept[self.ids]

    def legal(self, weight: Tensor) -> bool:
        return int((block_norms(weight, self.ids) > 0).sum()) <= self.keep

    def groups(self) -> list[Tensor]:
        return [self.ids]


@dataclass(frozen=True, eq=False)
class PatternProjection(MaskProjection):
    """Keep the ``n`` largest magnitudes of every group.

    Attributes
    ----------
    ids : int tensor
        Group of each weight.
    n : int
        Most nonzero weights of a group.
    """

    ids: Tensor
    n: int

    def mask(self, weight: Tensor) -> Tensor:
        ids = self.ids.reshape(-1)
        order = torch.sort(weight.detach().reshape(-1).abs(), descending=True, stable=True).indices
        order = order[torch.sort(ids[order], stable=True).indices]  # by group, then by magnitude
        sizes = ids.bincount()
        first = sizes.cumsum(dim=0) - sizes
        rank = torch.arange(len(order)) - first[ids[order]]
        kept = torch.zeros(len(order), dtype=weight.dtype)
        kept[order] = (rank < self.n).to(weight.dtype)
        return kept.reshape(weight.shape)

    def legal(self, weight: Tensor) -> bool:
        return bool((self.ids[weight != 0].bincount() <= self.n).all())

    def groups(self) -> list[Tensor]:
        return [torch.arange(self.ids.numel()).reshape(self.ids.shape)]


@dataclass(frozen=True, eq=False)
class FixedProjection(MaskProjection):
    """Zero what a mask leaves out, whatever the weights are."""

    kept: Tensor

    def mask(self, weight: Tensor) -> Tensor:
        return self.kept.to(weight.dtype)

    def legal(self, weight: Tensor) -> bool:
        return not bool(weight[self.kept == 0].any())

    def groups(self) -> list[Tensor]:
        return [torch.arange(self.kept.numel()).reshape(self.kept.shape)]


def positions(node: FloatWeighted, rows: int, columns: int) -> Tensor:
    """Place of each weight among all blocks, as :mod:`gossamer.ir.blocks` cuts them.

    Row group by row group, in it block by block, in it row by row: the order in which formats
    without blocks count the weights. The padding of blocks at the edge takes places too.
    """
    weight = np.zeros(node.weight.shape, np.int8)
    bias = np.zeros(len(weight), np.int64)
    if isinstance(node, FloatConv2d):
        integer: ir.Weighted = ir.Conv2d(
            name=node.name, x=node.x, weight=weight, bias=bias, weight_bits=8,
            dilation=node.dilation, groups=node.groups,
        )
        outputs, kh, kw, inputs = node.weight.shape
        group = np.arange(outputs) // (outputs // node.groups)
        tap = np.arange(kh * kw).reshape(1, kh, kw, 1) * inputs * node.groups
        column = tap + group.reshape(-1, 1, 1, 1) * inputs + np.arange(inputs)
    else:
        integer = ir.Linear(name=node.name, x=node.x, weight=weight, bias=bias, weight_bits=8)
        column = np.broadcast_to(np.arange(node.weight.shape[1]), weight.shape)
    cut = ir.block_columns(integer, columns)
    place = np.empty(cut.max() + 1, np.int64)
    for index, members in enumerate(cut):
        for at, member in enumerate(members):
            if member >= 0:
                place[member] = index * rows * columns + at
    row = np.arange(len(weight)).reshape(-1, *(1,) * (weight.ndim - 1))
    start = row // rows * len(cut) * rows * columns + row % rows * columns
    return torch.from_numpy(start + place[column])


def block_ids(node: FloatWeighted, rows: int, columns: int) -> Tensor:
    """Number of the block that each weight falls into."""
    return positions(node, rows, columns) // (rows * columns)


def block_norms(weight: Tensor, ids: Tensor) -> Tensor:
    """Mean square of the weights in each block."""
    flat = ids.reshape(-1)
    sums = torch.zeros(int(ids.max()) + 1, dtype=weight.dtype)
    sums = sums.index_add(0, flat, weight.detach().reshape(-1) ** 2)
    return sums / flat.bincount().clamp(min=1)
