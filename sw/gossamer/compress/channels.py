"""Channels: whole outputs of layers are zero, to be removed together with what reads them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np
import torch
from torch import Tensor

from ..errors import GossamerError
from ..importers.float_graph import FloatGraph, FloatWeighted
from .projections import SPARSE, BlockProjection, FixedProjection, MaskProjection, block_norms
from .shrink import channel_ids
from .structures import Structure, share_out

if TYPE_CHECKING:
    from .recipes import Recipe

__all__ = ["Channels"]


@dataclass(frozen=True)
class Channels(Structure):
    """Output channels are zero where nothing but layers reads them, if only through pools.

    What is left after :func:`gossamer.compress.shrink.shrink_network` is a smaller dense layer,
    which needs no decoder. The channels of the result always stay. The recipe's density is the
    share of the other channels that survive: one budget for all layers.

    Attributes
    ----------
    residual : bool
        Whether channels go that several layers have in common, too: those of both branches of an
        addition, and the input and output of a depthwise convolution. They go where the norms of
        all these layers, relative to their means, are the least together; which ones is decided
        before the weights are pulled. Otherwise they stay.
    """

    residual: bool = False
    separate: ClassVar[bool] = False

    def projections(
        self, layers: Sequence[FloatWeighted], recipe: Recipe
    ) -> dict[str, MaskProjection]:
        raise GossamerError(
            "Which channels can go depends on the whole model, not on layers alone; call for_graph."
        )

    def for_graph(self, graph: FloatGraph, recipe: Recipe) -> dict[str, MaskProjection]:
        ids = channel_ids(graph)
        owners = Counter(int(i) for node in graph.weighted for i in ids[node.name])
        stay = {*ids[graph.input.name].tolist(), *ids[graph.output.name].tolist()}
        alone: list[FloatWeighted] = []
        coupled: list[FloatWeighted] = []
        for node in graph.weighted:
            own = ids[node.name].tolist()
            if stay.isdisjoint(own):
                (alone if all(owners[i] == 1 for i in own) else coupled).append(node)
        keep = share_out(alone, {node.name: _outputs(node) for node in alone}, recipe)
        found: dict[str, MaskProjection] = {
            name: OutputProjection(_outputs(node), keep[name], ("dense", *SPARSE))
            for node in alone if (name := node.name) in keep}
        if self.residual and coupled and recipe.density < 1:
            found |= _agreed(coupled, {node.name: ids[node.name] for node in coupled},
                             recipe.density)
        return {node.name: found[node.name] for node in graph.weighted if node.name in found}


@dataclass(frozen=True, eq=False)
class OutputProjection(BlockProjection):
    """Keep the outputs of the largest norm; the others lose their bias as well."""

    @property
    def removes_outputs(self) -> bool:
        return True


@dataclass(frozen=True, eq=False)
class FixedOutputs(FixedProjection):
    """Keep some outputs, whatever the weights are; the others lose their bias as well."""

    @property
    def removes_outputs(self) -> bool:
        return True

    def groups(self) -> list[Tensor]:
        outputs = torch.arange(len(self.kept)).reshape(-1, *(1,) * (self.kept.ndim - 1))
        return [outputs.expand(self.kept.shape)]


def _agreed(
    layers: Sequence[FloatWeighted], ids: dict[str, np.ndarray], density: float
) -> dict[str, MaskProjection]:
    """The same choice of channels for all layers that have them in common."""
    scores: defaultdict[int, list[float]] = defaultdict(list)
    spaces: defaultdict[int, set[int]] = defaultdict(set)
    for node in layers:
        norms = block_norms(torch.from_numpy(node.weight), _outputs(node))
        for i, norm in zip(ids[node.name].tolist(), norms / norms.mean().clamp(min=1e-30),
                           strict=True):
            scores[i].append(float(norm))
    # Layers with a channel in common have them all in common, so each space is chosen from alone.
    for node in layers:
        own = set(ids[node.name].tolist())
        spaces[min(own)] |= own
    kept: set[int] = set()
    for space in spaces.values():
        ranked = sorted(space, key=lambda i: -sum(scores[i]) / len(scores[i]))
        kept.update(ranked[:max(1, round(density * len(ranked)))])
    masks = {node.name: torch.from_numpy(np.isin(ids[node.name], list(kept))) for node in layers}
    return {
        node.name: FixedOutputs(masks[node.name][_outputs(node)], ("dense", *SPARSE))
        for node in layers if not bool(masks[node.name].all())}


def _outputs(node: FloatWeighted) -> Tensor:
    """Output of each weight."""
    outputs = torch.arange(len(node.weight)).reshape(-1, *(1,) * (node.weight.ndim - 1))
    return outputs.expand(node.weight.shape)
