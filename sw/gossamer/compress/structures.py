"""Structures: where weights may be zero, so that a format on the chip holds the others well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from ..errors import GossamerError
from ..importers.float_graph import FloatConv2d, FloatGraph, FloatWeighted
from ..plan.formats import TABLES
from .projections import (
    SPARSE,
    BalancedProjection,
    BlockProjection,
    ChoiceProjection,
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

__all__ = [
    "CORNERS",
    "Blocks",
    "FixedMask",
    "Irregular",
    "KernelPatterns",
    "Pattern",
    "PeriodicKernels",
    "Punched",
    "RowColumn",
    "Structure",
    "share_out",
]

#: The four 2 x 2 parts of a 3 x 3 kernel; bit t is tap t, row by row.
CORNERS = (0b000_011_011, 0b000_110_110, 0b011_011_000, 0b110_110_000)


class Structure:
    """A kind of sparsity: it gives each layer the set that its weights must reach."""

    #: Whether the recipe's densities say how many weights survive.
    budgeted: ClassVar[bool] = True

    #: Whether a layer may have a density of its own, of few perhaps, as N:M has, or stay dense.
    layered: ClassVar[bool] = True

    @property
    def fixed(self) -> bool:
        """Whether the zeros do not depend on the weights, so that training starts with them."""
        return False

    #: Whether a budget can choose the layers' densities: the zeros of one do not depend on others.
    separate: ClassVar[bool] = True

    def problem(self, rows: int, columns: int) -> str:
        """What is wrong with blocks of this shape; empty if nothing is."""
        return ""

    def projections(
        self, layers: Sequence[FloatWeighted], recipe: Recipe
    ) -> dict[str, MaskProjection]:
        """The sets of those layers that are not whole; none if nothing is pruned."""
        raise NotImplementedError

    def for_graph(self, graph: FloatGraph, recipe: Recipe) -> dict[str, MaskProjection]:
        """The sets of a whole model, for structures that depend on what reads a layer."""
        return self.projections(graph.weighted, recipe)


@dataclass(frozen=True)
class Blocks(Structure):
    """Whole blocks of ``rows x columns`` weights are zero.

    Attributes
    ----------
    balanced : bool
        Whether every block row of a layer keeps as many blocks.
    """

    balanced: bool = False

    def projections(
        self, layers: Sequence[FloatWeighted], recipe: Recipe
    ) -> dict[str, MaskProjection]:
        ids = {node.name: block_ids(node, recipe.rows, recipe.columns) for node in layers}
        return dict(_of_blocks(layers, ids, recipe, recipe.rows if self.balanced else 0))


@dataclass(frozen=True)
class Punched(Structure):
    """Block-punched: neighbouring filters lose the same taps of the same channels.

    From YOLObile (Cai et al., AAAI 2021, arXiv 2009.05697). What goes together are ``filters``
    outputs x ``channels`` input channels at one tap of the kernel; in a linear layer, ``channels``
    neighbouring inputs. With one channel, columns of blocks go; with two or four times the
    recipe's columns, whole blocks, and one bit is stored for all channels of a tap.

    Attributes
    ----------
    filters, channels : int
        A multiple of the recipe's rows; one, or a multiple of its columns.
    balanced : bool
        Whether every group of filters keeps as many.
    """

    filters: int = 8
    channels: int = 1
    balanced: bool = False

    def problem(self, rows: int, columns: int) -> str:
        if self.filters < 1 or self.filters % rows:
            return f"a number of {self.filters} filters must be a multiple of the {rows} rows"
        if self.channels < 1 or (self.channels > 1 and self.channels % columns):
            return (f"a number of {self.channels} channels must be one or a multiple of the "
                    f"{columns} columns")
        return ""

    def projections(
        self, layers: Sequence[FloatWeighted], recipe: Recipe
    ) -> dict[str, MaskProjection]:
        ids = {node.name: self._ids(node) for node in layers}
        return {
            name: replace(projection, formats=self._formats(node, recipe.columns))
            for name, projection in _of_blocks(
                layers, ids, recipe, self.filters if self.balanced else 0).items()
            for node in layers if node.name == name
        }

    def _formats(self, node: FloatWeighted, columns: int) -> tuple[str, ...]:
        if self.channels % columns:
            return "bcr", *SPARSE
        # One bit for several column blocks needs several in a tap.
        shared = node.weight.shape[-1] % (2 * columns) == 0
        return (*(("block-punched",) if shared else ()), "block-bitmap", *SPARSE)

    def _ids(self, node: FloatWeighted) -> Tensor:
        output, tap, channel = _axes(node)
        channels = int(channel.max()) // self.channels + 1
        taps = int(tap.max()) + 1
        ids = ((output // self.filters * taps + tap) * channels + channel // self.channels)
        return torch.unique(ids, return_inverse=True)[1]  # groups of a convolution leave gaps


@dataclass(frozen=True)
class Irregular(Structure):
    """Any weight may be zero: those of the smallest magnitude, relative to their layer's."""

    def projections(
        self, layers: Sequence[FloatWeighted], recipe: Recipe
    ) -> dict[str, MaskProjection]:
        return {name: replace(projection, formats=SPARSE)
                for name, projection in _of_blocks(layers, _ones(layers), recipe).items()}


@dataclass(frozen=True)
class Pattern(Structure):
    """N:M sparsity: at most ``n`` of every ``m`` consecutive columns of a block, in each row.

    A layer with at most the recipe's ``whole_share`` of the weights stays dense. One with a density
    of its own keeps the number of every ``m`` that is nearest to it, at least one; all are dense.
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
        _check_names(layers, recipe)
        total = sum(node.weight.size for node in layers)
        keep = {node.name: self.n if node.weight.size > recipe.whole_share * total else self.m
                for node in layers}
        for name, density in recipe.layer_densities.items():
            keep[name] = max(1, round(density * self.m))
        return {
            node.name: PatternProjection(
                positions(node, recipe.rows, recipe.columns) // self.m, keep[node.name])
            for node in layers if keep[node.name] < self.m
        }


@dataclass(frozen=True)
class RowColumn(Structure):
    """BCR: of each block some rows and some columns are left, both numbers multiples.

    Attributes
    ----------
    round_to : (rows, columns)
        The multiples: shape of the array that the rest of a block is to fill.
    blocks : float
        Share of each block row whose blocks keep anything: an empty block has no masks to store.
    balanced : bool
        Whether every block row of a layer keeps as many weights.
    """

    round_to: tuple[int, int] = (4, 4)
    blocks: float = 1.0
    balanced: bool = False

    def problem(self, rows: int, columns: int) -> str:
        if not 0 < self.blocks <= 1:
            return f"the share of blocks that keep anything must be above 0 to 1, not {self.blocks}"
        if min(self.round_to) < 1 or rows % self.round_to[0] or columns % self.round_to[1]:
            return (f"round_to {self.round_to} must divide the {rows} rows and {columns} columns "
                    "of a block")
        return ""

    def projections(
        self, layers: Sequence[FloatWeighted], recipe: Recipe
    ) -> dict[str, MaskProjection]:
        keep = share_out(layers, _ones(layers), recipe)
        return {
            node.name: self._projection(node, recipe, keep[node.name])
            for node in layers if node.name in keep
        }

    def _projection(self, node: FloatWeighted, recipe: Recipe, keep: int) -> RowColumnProjection:
        places = positions(node, recipe.rows, recipe.columns)
        line = -(-len(node.weight) // recipe.rows) * recipe.rows * recipe.columns
        count = -(-(int(places.max()) + 1) // line)  # blocks of a block row
        # In a convolution with groups, all weights of an output may be in one block.
        limited = self.blocks < 1 and not (isinstance(node, FloatConv2d) and node.groups > 1)
        return RowColumnProjection(
            places, recipe.rows, recipe.columns, self.round_to, keep,
            blocks=max(1, round(self.blocks * count)) if limited else None,
            balanced=self.balanced)


@dataclass(frozen=True)
class PeriodicKernels(Structure):
    """Pre-defined kernels (Kundu et al., IEEE TC 69(7) 2020, arXiv 2001.10710).

    The kernel of output i and input channel j keeps the taps of ``patterns[(i // filters +
    j // channels + 1 + phase) % P]``, from the first epoch on. Convolutions with as many taps as
    the patterns have are sparse; the first one and all other layers stay dense, and so do those
    whose density in the recipe is 1. A budget that chooses which these are needs weights trained
    whole; then the kernels are pruned like others.

    Attributes
    ----------
    patterns : tuple of int
        Bit t of each is tap t, row by row.
    filters, channels : int
        How many neighbouring outputs and input channels have the same pattern.
    phase : int or None
        Where in the period the first kernel is. None lets each layer take the phase that keeps
        most of its trained weights, and prunes it then, not before.
    """

    patterns: tuple[int, ...]
    filters: int = 1
    channels: int = 1
    phase: int | None = 0
    budgeted: ClassVar[bool] = False

    @property
    def fixed(self) -> bool:
        return self.phase is not None

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
        return {node.name: self._projection(node, recipe)
                for node in _kernels(layers, taps, recipe)}

    def _projection(self, node: FloatConv2d, recipe: Recipe) -> MaskProjection:
        block = (recipe.rows, recipe.columns)
        periodic = (self.patterns in TABLES.values() and node.groups == 1
                    and node.weight.shape[-1] % recipe.columns == 0 and node.dilation[1] == 1
                    and (self.filters, self.channels) in ((1, 1), block))
        formats = ("periodic", *SPARSE) if periodic else SPARSE
        if self.phase is not None:
            return FixedProjection(self._kept(node, self.phase), formats)
        choices = [self._kept(node, phase) for phase in range(len(self.patterns))]
        return ChoiceProjection(
            torch.stack(choices), torch.zeros(node.weight.shape, dtype=torch.int64), formats)

    def _kept(self, node: FloatConv2d, phase: int) -> Tensor:
        output, tap, channel = _axes(node)
        index = output // self.filters + channel // self.channels + 1 + phase
        return (torch.tensor(self.patterns)[index % len(self.patterns)] >> tap & 1).bool()


@dataclass(frozen=True)
class KernelPatterns(Structure):
    """Each kernel keeps the best of a few patterns of taps.

    The pattern pruning of PatDNN (Niu et al., ASPLOS 2020, arXiv 2001.00138). Convolutions with
    so many taps are sparse; the first one and all other layers stay dense, and so do those whose
    density in the recipe is 1.

    Attributes
    ----------
    patterns : tuple of int
        Bit t of each is tap t, row by row; all have as many.
    filters, channels : int
        How many neighbouring outputs and input channels have the same pattern. Multiples of a
        block's rows and columns make whole blocks zero.
    taps : int
        Elements of a kernel.
    """

    patterns: tuple[int, ...] = CORNERS
    filters: int = 1
    channels: int = 1
    taps: int = 9
    budgeted: ClassVar[bool] = False

    def problem(self, rows: int, columns: int) -> str:
        if not self.patterns or min(self.patterns) < 1 or max(self.patterns) >> self.taps:
            return f"kernels need patterns, each with some of {self.taps} taps"
        if len({pattern.bit_count() for pattern in self.patterns}) > 1:
            return "patterns to choose from must have as many taps, or the fullest would always win"
        if min(self.filters, self.channels) < 1:
            return "a pattern is for at least one output and one input channel"
        return ""

    def projections(
        self, layers: Sequence[FloatWeighted], recipe: Recipe
    ) -> dict[str, MaskProjection]:
        whole = not (self.filters % recipe.rows or self.channels % recipe.columns)
        formats = ("block-bitmap", *SPARSE) if whole else SPARSE
        return {node.name: self._projection(node, formats)
                for node in _kernels(layers, self.taps, recipe)}

    def _projection(self, node: FloatConv2d, formats: tuple[str, ...]) -> MaskProjection:
        output, tap, channel = _axes(node)
        channels = int(channel.max()) // self.channels + 1
        ids = output // self.filters * channels + channel // self.channels
        ids = torch.unique(ids, return_inverse=True)[1]  # groups of a convolution leave gaps
        choices = [(pattern >> tap & 1).bool() for pattern in self.patterns]
        return ChoiceProjection(torch.stack(choices), ids, formats)


@dataclass(frozen=True, eq=False)
class FixedMask(Structure):
    """The zeros that somebody else has chosen.

    Attributes
    ----------
    masks : mapping of a layer's name to an array
        In the shape of the weights in memory order, see :mod:`gossamer.importers.float_graph`;
        what is nonzero stays. Layers without one stay dense.
    """

    masks: Mapping[str, npt.NDArray[np.generic]]
    budgeted: ClassVar[bool] = False
    layered: ClassVar[bool] = False

    def projections(
        self, layers: Sequence[FloatWeighted], recipe: Recipe
    ) -> dict[str, MaskProjection]:
        shapes = {node.name: node.weight.shape for node in layers}
        for name, mask in self.masks.items():
            if name not in shapes:
                raise GossamerError(f"There is a mask for {name!r}, which is no layer; the layers "
                                    f"are {', '.join(shapes)}.")
            if np.shape(mask) != shapes[name]:
                raise GossamerError(
                    f"The mask of {name!r} has shape {np.shape(mask)}, but the weights have "
                    f"{shapes[name]}, output first and channel last; give one of that shape.")
        return {name: FixedProjection(torch.from_numpy(np.asarray(mask) != 0))
                for name, mask in self.masks.items()}


def _axes(node: FloatWeighted) -> tuple[Tensor, Tensor, Tensor]:
    """Output, tap and input channel of each weight; a linear layer has one tap."""
    outputs, inputs = node.weight.shape[0], node.weight.shape[-1]
    groups = node.groups if isinstance(node, FloatConv2d) else 1
    taps = node.weight[0].size // inputs
    output = torch.arange(outputs)[:, None, None]
    tap = torch.arange(taps)[:, None]
    channel = output // (outputs // groups) * inputs + torch.arange(inputs)
    every = torch.broadcast_tensors(output, tap, channel)
    output, tap, channel = (axis.reshape(node.weight.shape) for axis in every)
    return output, tap, channel


def _kernels(layers: Sequence[FloatWeighted], taps: int, recipe: Recipe) -> list[FloatConv2d]:
    """Convolutions with so many taps, but for the first layer and those that are to be dense."""
    _check_names(layers, recipe)
    return [node for node in layers[1:]
            if isinstance(node, FloatConv2d) and 1 < node.weight[0, ..., 0].size == taps
            and recipe.layer_densities.get(node.name) != 1]


def _check_names(layers: Sequence[FloatWeighted], recipe: Recipe) -> None:
    """Refuse densities of layers that there are not."""
    names = [node.name for node in layers]
    unknown = sorted(set(recipe.layer_densities) - set(names))
    if unknown:
        raise GossamerError(
            f"The recipe {recipe.name!r} has a density for {unknown[0]!r}, which is no layer; "
            f"the layers are {', '.join(names)}."
        )


def _of_blocks(
    layers: Sequence[FloatWeighted], ids: Mapping[str, Tensor], recipe: Recipe, line: int = 0
) -> dict[str, BlockProjection | BalancedProjection]:
    """Keep the best blocks of each layer; with a ``line`` of outputs, as many in each line."""
    keep = share_out(layers, ids, recipe)
    found: dict[str, BlockProjection | BalancedProjection] = {}
    for node in layers:
        if node.name not in keep:
            continue
        blocks, count = ids[node.name], keep[node.name]
        if line:
            lines = _axes(node)[0] // line
            count = max(1, count // (int(lines.max()) + 1))
            found[node.name] = BalancedProjection(blocks, lines, count)
        else:
            found[node.name] = BlockProjection(blocks, count)
    return found


def _ones(layers: Sequence[FloatWeighted]) -> dict[str, Tensor]:
    """Every weight as a block of its own."""
    return {node.name: torch.arange(node.weight.size).reshape(node.weight.shape)
            for node in layers}


def share_out(
    layers: Sequence[FloatWeighted], ids: Mapping[str, Tensor], recipe: Recipe
) -> dict[str, int]:
    """How many of its blocks each layer keeps, see :class:`Recipe`; nothing if that is all."""
    counts = {name: int(blocks.max()) + 1 for name, blocks in ids.items()}
    total = sum(counts.values())
    _check_names(layers, recipe)
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
