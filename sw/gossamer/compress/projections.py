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
    "SPARSE",
    "BalancedProjection",
    "BlockProjection",
    "ChoiceProjection",
    "FixedProjection",
    "MaskProjection",
    "PatternProjection",
    "Projection",
    "block_ids",
    "block_norms",
    "positions",
]

#: Kinds of formats that leave out any zero; see :data:`gossamer.plan.formats.KINDS`.
SPARSE = ("bitmap", "coo", "run-length4", "run-length5", "run-length8")


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

    @property
    def formats(self) -> tuple[str, ...]:
        """Kinds of formats that leave out the set's zeros, those made for it first.

        Names of :data:`gossamer.plan.formats.KINDS`. Any weights can be stored as ``dense``.
        """
        return SPARSE

    @property
    def removes_outputs(self) -> bool:
        """Whether an output that loses all its weights loses its bias, too."""
        return False

    def bias_mask(self, weight: Tensor) -> Tensor:
        """One where an output keeps its bias; zero where it is removed, bias and all."""
        if self.removes_outputs:
            return self.mask(weight).reshape(len(weight), -1).amax(dim=1)
        return torch.ones(len(weight), dtype=weight.dtype)

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
    formats : tuple of str
        See :attr:`MaskProjection.formats`.
    """

    ids: Tensor
    keep: int
    formats: tuple[str, ...] = ("block-bitmap", *SPARSE)

    def mask(self, weight: Tensor) -> Tensor:
        norms = block_norms(weight, self.ids)
        kept = _largest(norms, torch.zeros(len(norms), dtype=torch.int64), self.keep)
        return kept.to(weight.dtype)[self.ids]

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

    @property
    def formats(self) -> tuple[str, ...]:
        return "pattern", *SPARSE

    def mask(self, weight: Tensor) -> Tensor:
        kept = _largest(weight.detach().reshape(-1).abs(), self.ids.reshape(-1), self.n)
        return kept.to(weight.dtype).reshape(weight.shape)

    def legal(self, weight: Tensor) -> bool:
        return bool((self.ids[weight != 0].bincount() <= self.n).all())

    def groups(self) -> list[Tensor]:
        return [torch.arange(self.ids.numel()).reshape(self.ids.shape)]


@dataclass(frozen=True, eq=False)
class BalancedProjection(MaskProjection):
    """Keep the ``keep`` blocks of the largest norm per weight in every line, zero the others.

    As many blocks in each block row are equal work for arrays that share the block rows out.

    Attributes
    ----------
    ids, lines : int tensor
        Block of each weight, and the line that block is in.
    keep : int
        Number of blocks of a line that may hold a nonzero weight.
    formats : tuple of str
        See :attr:`MaskProjection.formats`.
    """

    ids: Tensor
    lines: Tensor
    keep: int
    formats: tuple[str, ...] = ("block-bitmap", *SPARSE)

    def mask(self, weight: Tensor) -> Tensor:
        kept = _largest(block_norms(weight, self.ids), self._lines(), self.keep)
        return kept.to(weight.dtype)[self.ids]

    def legal(self, weight: Tensor) -> bool:
        alive = block_norms(weight, self.ids) > 0
        return bool((self._lines()[alive].bincount() <= self.keep).all())

    def groups(self) -> list[Tensor]:
        return [self.ids]

    def _lines(self) -> Tensor:
        """The line of each block."""
        lines = torch.zeros(int(self.ids.max()) + 1, dtype=torch.int64)
        return lines.index_put((self.ids.reshape(-1),), self.lines.reshape(-1))


@dataclass(frozen=True, eq=False)
class ChoiceProjection(MaskProjection):
    """Each group of weights takes the one of some masks that keeps most of its squares.

    Attributes
    ----------
    choices : bool tensor, shape (masks, *weight.shape)
        The masks of all weights.
    ids : int tensor
        Group of each weight.
    formats : tuple of str
        See :attr:`MaskProjection.formats`.
    """

    choices: Tensor
    ids: Tensor
    formats: tuple[str, ...] = SPARSE

    def mask(self, weight: Tensor) -> Tensor:
        # A stable order, so that equal sums give the same masks on every machine.
        sums = self._sums(weight.detach() ** 2)
        best = torch.sort(sums, dim=0, descending=True, stable=True).indices[0]
        return self.choices.gather(0, best[self.ids][None])[0].to(weight.dtype)

    def legal(self, weight: Tensor) -> bool:
        outside = self._sums((weight != 0).double(), inside=False)
        return bool((outside == 0).any(dim=0).all())

    def groups(self) -> list[Tensor]:
        """Weights that every mask of their group keeps together, or drops together."""
        code = self.ids.clone()
        for kept in self.choices:
            code = torch.unique(code * 2 + kept, return_inverse=True)[1]
        return [code]

    def _sums(self, power: Tensor, inside: bool = True) -> Tensor:
        """Sum inside or outside each mask for each group: shape (masks, groups)."""
        sums = torch.zeros(int(self.ids.max()) + 1, dtype=power.dtype)
        return torch.stack([
            sums.index_add(0, self.ids.reshape(-1), (power * (kept == inside)).reshape(-1))
            for kept in self.choices])


@dataclass(frozen=True, eq=False)
class FixedProjection(MaskProjection):
    """Zero what a mask leaves out, whatever the weights are."""

    kept: Tensor
    formats: tuple[str, ...] = SPARSE

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


def _largest(values: Tensor, groups: Tensor, count: int) -> Tensor:
    """Which values are among the ``count`` largest of their group; the first of equal ones."""
    # A stable order, so that equal values give the same choice on every machine.
    order = torch.sort(values, descending=True, stable=True).indices
    order = order[torch.sort(groups[order], stable=True).indices]  # by group, then by value
    sizes = groups.bincount()
    first = sizes.cumsum(dim=0) - sizes
    kept = torch.zeros(len(order), dtype=torch.bool)
    kept[order] = torch.arange(len(order)) - first[groups[order]] < count
    return kept
