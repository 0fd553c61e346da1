"""Structures: where weights may be zero, so that a format on the chip holds the others well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import torch
from torch import Tensor

from ..errors import GossamerError
from ..importers.float_graph import FloatConv2d, FloatWeighted
from .projections import (
    BlockProjection,
    FixedProjection,
    MaskProjection,
    PatternProjection,
    block_ids,
    block_norms,
    positions,
)
from .row_column import RowColumnProjection

if TYPE_CHECKING:
    from .recipes import Recipe

__all__ = ["Blocks", "Irregular", "Pattern", "PeriodicKernels", "RowColumn", "Structure"]


class Structure:
    """A kind of sparsity: it gives each layer the set that its weights must reach."""

    #: Whether the zeros do not depend on the weights, so that training starts with them.
    fixed: ClassVar[bool] = False
    #: Whether the recipe's densities say how many weights survive.
    budgeted: ClassVar[bool] = True

    def problem(self, rows: int, columns: int) -> str:
        """What is wrong with blocks of this shape; empty if nothing is."""
        return ""

    def projections(
        self, layers: Sequence[FloatWeighted], recipe: Recipe
    ) -> dict[str, MaskProjection]:
        """The sets of those layers that are not whole; none if nothing is pruned."""
        raise NotImplementedError


@dataclass(frozen=True)
class Blocks(Structure):
    """Whole blocks of ``rows x columns`` weights are zero."""

    def projections(
        self, layers: Sequence[FloatWeighted], recipe: Recipe
    ) -> dict[str, MaskProjection]:
        ids = {node.name: block_ids(node, recipe.rows, recipe.columns) for node in layers}
        keep = _share_out(layers, ids, recipe)
        return {name: BlockProjection(ids[name], count) for name, count in keep.items()}


@dataclass(frozen=True)
class Irregular(Structure):
    """Any weight may be zero: those of the smallest magnitude, relative to their layer's."""

    def projections(
        self, layers: Sequence[FloatWeighted], recipe: Recipe
    ) -> dict[str, MaskProjection]:
        ids = _ones(layers)
        keep = _share_out(layers, ids, recipe)
        return {name: BlockProjection(ids[name], count) for name, count in keep.items()}


@dataclass(frozen=True)
class Pattern(Structure):
    """N:M sparsity: at most ``n`` of every ``m`` consecutive columns of a block, in each row.

    A layer with at most the recipe's ``whole_share`` of the weights stays dense.
    """

    n: int
    m: int
    budgeted: ClassVar[bool] = False

    def problem(self, rows: int, columns: int) -> str:
        if not 1 <= self.n <= self.m:
            return f"an N:M pattern keeps 1 to {self.m} of {self.m} weights, not {self.n}"
        if columns % self.m:
            return f"groups of {self.m} weights must divide the {columns} columns of a block"
        return ""

    def projections(
        self, layers: Sequence[FloatWeighted], recipe: Recipe
    ) -> dict[str, MaskProjection]:
        total = sum(node.weight.size for node in layers)
        return {
            node.name: PatternProjection(
                positions(node, recipe.rows, recipe.columns) // self.m, self.n)
            for node in layers if node.weight.size > recipe.whole_share * total
        }


@dataclass(frozen=True)
class RowColumn(Structure):
    """BCR: of each block some rows and some columns are left, both numbers multiples.

    Attributes
    ----------
    round_to : (rows, columns)
        The multiples: shape of the array that the rest of a block is to fill.
    """

    round_to: tuple[int, int] = (4, 4)

    def problem(self, rows: int, columns: int) -> str:
        if min(self.round_to) < 1 or rows % self.round_to[0] or columns % self.round_to[1]:
            return (f"round_to {self.round_to} must divide the {rows} rows and {columns} columns "
                    "of a block")
        return ""

    def projections(
        self, layers: Sequence[FloatWeighted], recipe: Recipe
    ) -> dict[str, MaskProjection]:
        keep = _share_out(layers, _ones(layers), recipe)
        return {
            node.name: RowColumnProjection(
                positions(node, recipe.rows, recipe.columns), recipe.rows, recipe.columns,
                self.round_to, keep[node.name])
            for node in layers if node.name in keep
        }


@dataclass(frozen=True)
class PeriodicKernels(Structure):
    """Pre-defined kernels (Kundu et al., IEEE TC 69(7) 2020, arXiv 2001.10710).

    The kernel of output i and input channel j keeps the taps of ``patterns[(i // filters +
    j // channels + 1) % P]``, from the first epoch on. Convolutions with as many taps as the
    patterns have are sparse; the first one and all other layers stay dense.

    Attributes
    ----------
    patterns : tuple of int
        Bit t of each is tap t, row by row.
    filters, channels : int
        How many neighbouring outputs and input channels have the same pattern.
    """

    patterns: tuple[int, ...]
    filters: int = 1
    channels: int = 1
    fixed: ClassVar[bool] = True
    budgeted: ClassVar[bool] = False

    def problem(self, rows: int, columns: int) -> str:
        if not self.patterns or min(self.patterns) < 1:
            return "periodic kernels need patterns, each with a tap"
        if min(self.filters, self.channels) < 1:
            return "a pattern is for at least one output and one input channel"
        return ""

    def projections(
        self, layers: Sequence[FloatWeighted], recipe: Recipe
    ) -> dict[str, MaskProjection]:
        taps = max(self.patterns).bit_length()
        return {
            node.name: FixedProjection(self._kept(node)) for node in layers[1:]
            if isinstance(node, FloatConv2d) and 1 < node.weight[0, ..., 0].size == taps
        }

    def _kept(self, node: FloatConv2d) -> Tensor:
        outputs, kh, kw, inputs = node.weight.shape
        output = torch.arange(outputs)[:, None]
        channel = output // (outputs // node.groups) * inputs + torch.arange(inputs)
        index = (output // self.filters + channel // self.channels + 1) % len(self.patterns)
        pattern = torch.tensor(self.patterns)[index]  # (outputs, inputs)
        kept = pattern[:, None] >> torch.arange(kh * kw)[:, None] & 1
        return kept.reshape(outputs, kh, kw, inputs)


def _ones(layers: Sequence[FloatWeighted]) -> dict[str, Tensor]:
    """Every weight as a block of its own."""
    return {node.name: torch.arange(node.weight.size).reshape(node.weight.shape)
            for node in layers}


def _share_out(
    layers: Sequence[FloatWeighted], ids: Mapping[str, Tensor], recipe: Recipe
) -> dict[str, int]:
    """How many of its blocks each layer keeps, see :class:`Recipe`; nothing if that is all."""
    counts = {name: int(blocks.max()) + 1 for name, blocks in ids.items()}
    total = sum(counts.values())
    unknown = sorted(set(recipe.layer_densities) - set(counts))
    if unknown:
        raise GossamerError(
            f"The recipe {recipe.name!r} has a density for {unknown[0]!r}, which is no layer; "
            f"the layers are {', '.join(counts)}."
        )
    keep = {name: max(1, round(density * counts[name]))
            for name, density in recipe.layer_densities.items()}
    for name, count in counts.items():
        if name not in keep and count <= recipe.whole_share * total:
            keep[name] = count
    free = [node for node in layers if node.name not in keep]
    if free:
        budget = max(len(free), round(recipe.density * total) - sum(keep.values()))
        norms = [block_norms(torch.from_numpy(node.weight), ids[node.name]) for node in free]
        relative = torch.cat([norm / norm.mean().clamp(min=1e-30) for norm in norms])
        owner = torch.cat([torch.full((len(norm),), i) for i, norm in enumerate(norms)])
        order = torch.sort(relative, descending=True, stable=True).indices[:budget]
        for index, node in enumerate(free):
            keep[node.name] = max(1, int((owner[order] == index).sum()))
    return {} if keep == counts else {name: keep[name] for name in counts}
