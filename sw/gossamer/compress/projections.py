"""Projections: the nearest weights that the hardware can hold.

A projection is the Euclidean one onto a set of legal weights. Weights are in memory order, output
channel first (see :mod:`gossamer.importers.float_graph`).
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
    "LevelProjection",
    "Projection",
    "TernaryProjection",
    "block_ids",
    "block_norms",
    "fit_scale",
]


class Projection(Protocol):
    """A set of legal weights."""

    def project(self, weight: Tensor) -> Tensor:
        """The legal weights nearest to ``weight``."""
        ...

    def legal(self, weight: Tensor) -> bool:
        """Whether ``weight`` is in the set."""
        ...


@dataclass(frozen=True, eq=False)
class BlockProjection:
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
        """One where a weight's block survives, zero elsewhere."""
        norms = block_norms(weight, self.ids)
        kept = torch.zeros_like(norms)
        # A stable order, so that equal norms give the same blocks on every machine.
        order = torch.sort(norms, descending=True, stable=True).indices
        kept[order[:self.keep]] = 1
        return kept[self.ids]

    def project(self, weight: Tensor) -> Tensor:
        return weight * self.mask(weight)

    def legal(self, weight: Tensor) -> bool:
        return int((block_norms(weight, self.ids) > 0).sum()) <= self.keep


@dataclass(frozen=True, eq=False)
class LevelProjection:
    """Integers ``-limit..limit`` times a scale per output channel.

    ``scale`` has one value per output; without it, projecting fits one (:func:`fit_scale`).
    """

    limit: int
    scale: Tensor | None = None

    def project(self, weight: Tensor) -> Tensor:
        scale = fit_scale(weight, self.limit) if self.scale is None else self.scale
        steps = _along(scale, weight)
        return torch.round(weight / steps).clamp(-self.limit, self.limit) * steps

    def legal(self, weight: Tensor) -> bool:
        rows = weight.reshape(len(weight), -1)
        for index, row in enumerate(rows):
            magnitudes = row.abs().unique()
            magnitudes = magnitudes[magnitudes > 0]
            if not len(magnitudes):
                continue
            if self.scale is not None:
                steps = [self.scale[index]]
            else:  # the smallest magnitude is one of the levels
                steps = [magnitudes[0] / level for level in range(1, self.limit + 1)]
            if not any(_on_grid(magnitudes / step, self.limit) for step in steps):
                return False
        return True


class TernaryProjection(LevelProjection):
    """-1, 0 and 1 times a scale per output channel."""

    def __init__(self, scale: Tensor | None = None) -> None:
        super().__init__(1, scale)


def block_ids(node: FloatWeighted, rows: int, columns: int) -> Tensor:
    """Number of the block that each weight falls into, as :mod:`gossamer.ir.blocks` cuts them."""
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
    of_column = np.empty(cut.max() + 1, np.int64)
    for index, members in enumerate(cut):
        of_column[members[members >= 0]] = index
    row = (np.arange(len(weight)) // rows).reshape(-1, *(1,) * (weight.ndim - 1))
    return torch.from_numpy(row * len(cut) + of_column[column])


def block_norms(weight: Tensor, ids: Tensor) -> Tensor:
    """Mean square of the weights in each block."""
    flat = ids.reshape(-1)
    sums = torch.zeros(int(ids.max()) + 1, dtype=weight.dtype)
    sums = sums.index_add(0, flat, weight.detach().reshape(-1) ** 2)
    return sums / flat.bincount().clamp(min=1)


def fit_scale(weight: Tensor, limit: int, rounds: int = 8) -> Tensor:
    """The scale of each output that brings ``weight`` nearest to integers ``-limit..limit``.

    Exact for a limit of 1: of all numbers of survivors, the best is tried. Above, rounding and the
    least-squares scale of the rounded integers alternate. An output whose weights are all zero
    gets the mean scale of the others.
    """
    rows = weight.detach().reshape(len(weight), -1)
    peak = rows.abs().amax(dim=1)
    if limit == 1:
        # With the k largest magnitudes at s, the error falls by (their sum)**2 / k at s = sum / k.
        sums = rows.abs().sort(dim=1, descending=True).values.cumsum(dim=1)
        counts = torch.arange(1, rows.shape[1] + 1, dtype=rows.dtype)
        best = (sums * sums / counts).argmax(dim=1, keepdim=True)
        scale = (sums / counts).gather(1, best).squeeze(1)
    else:
        scale = torch.where(peak > 0, peak / limit, 1.0)
        for _ in range(rounds):
            codes = torch.round(rows / scale[:, None]).clamp(-limit, limit)
            power = (codes * codes).sum(dim=1).clamp(min=1)
            scale = torch.where(peak > 0, (codes * rows).sum(dim=1) / power, scale)
    if not bool((peak > 0).any()):
        return torch.ones_like(scale)
    return torch.where(peak > 0, scale, scale[peak > 0].mean())


def _along(scale: Tensor, weight: Tensor) -> Tensor:
    """A scale per output, shaped to meet the weights."""
    return scale.reshape(-1, *(1,) * (weight.ndim - 1))


def _on_grid(codes: Tensor, limit: int) -> bool:
    nearest = codes.round()
    return bool(((codes - nearest).abs() < 1e-4 * nearest.clamp(min=1)).all()
                and nearest.max() <= limit)
