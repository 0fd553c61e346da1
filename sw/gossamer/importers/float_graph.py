"""Float graph: what every importer produces and the compressor trains and lowers.

Shapes and weights are already in the accelerator's memory order, channels last: a convolution's
weight is (outputs, kh, kw, inputs / groups), and a linear layer that follows a flattened image has
its columns in (height, width, channel) order. Once folded (:mod:`gossamer.importers.fold`), batch
norms are in the weights, and clamps, ReLU included, are ``low`` and ``high`` of the node before.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = [
    "FloatAdd",
    "FloatArray",
    "FloatAveragePool",
    "FloatBatchNorm",
    "FloatClamp",
    "FloatConv2d",
    "FloatFlatten",
    "FloatGraph",
    "FloatInput",
    "FloatLinear",
    "FloatMaxPool",
    "FloatNode",
    "FloatWeighted",
    "Limited",
]

FloatArray = npt.NDArray[np.float32]


@dataclass(frozen=True, kw_only=True, eq=False)
class FloatNode:
    """A named value; ``shape`` is that of one sample, (height, width, channels) or (features,)."""

    name: str
    shape: tuple[int, ...]

    @property
    def inputs(self) -> tuple[str, ...]:
        """Names of the nodes this one reads."""
        return (self.x,) if hasattr(self, "x") else ()


@dataclass(frozen=True, kw_only=True, eq=False)
class FloatInput(FloatNode):
    """Where data enters."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Limited(FloatNode):
    """A node whose result is limited to ``low..high``; a ReLU is ``low = 0``."""

    low: float = -math.inf
    high: float = math.inf


@dataclass(frozen=True, kw_only=True, eq=False)
class FloatWeighted(Limited):
    """What linear and convolution layers share."""

    x: str
    weight: FloatArray
    bias: FloatArray


@dataclass(frozen=True, kw_only=True, eq=False)
class FloatLinear(FloatWeighted):
    """``x @ weight.T + bias``."""


@dataclass(frozen=True, kw_only=True, eq=False)
class FloatConv2d(FloatWeighted):
    """Convolution; padding is (top, bottom, left, right) zeros."""

    stride: tuple[int, int] = (1, 1)
    padding: tuple[int, int, int, int] = (0, 0, 0, 0)
    dilation: tuple[int, int] = (1, 1)
    groups: int = 1


@dataclass(frozen=True, kw_only=True, eq=False)
class FloatAdd(Limited):
    """Sum of two values of one shape.

    Once folded, ``a`` is read by this node alone and is a layer or an average pool, so that its
    sums can be brought to the scale of the result.
    """

    a: str
    b: str

    @property
    def inputs(self) -> tuple[str, ...]:
        return (self.a, self.b)


@dataclass(frozen=True, kw_only=True, eq=False)
class FloatAveragePool(Limited):
    """Mean over windows, channel by channel."""

    x: str
    window: tuple[int, int]
    stride: tuple[int, int]


@dataclass(frozen=True, kw_only=True, eq=False)
class FloatMaxPool(FloatNode):
    """Maximum over windows, channel by channel."""

    x: str
    window: tuple[int, int]
    stride: tuple[int, int]


@dataclass(frozen=True, kw_only=True, eq=False)
class FloatFlatten(FloatNode):
    """Image to vector in memory order."""

    x: str


@dataclass(frozen=True, kw_only=True, eq=False)
class FloatClamp(FloatNode):
    """Limits a value to ``low..high``; folding removes it."""

    x: str
    low: float
    high: float


@dataclass(frozen=True, kw_only=True, eq=False)
class FloatBatchNorm(FloatNode):
    """``x * factor + offset``, channel by channel; folding removes it."""

    x: str
    factor: FloatArray
    offset: FloatArray


@dataclass(frozen=True, eq=False)
class FloatGraph:
    """Nodes in topological order; the first is the input and the last is the output."""

    nodes: tuple[FloatNode, ...]

    def __iter__(self) -> Iterator[FloatNode]:
        return iter(self.nodes)

    def __getitem__(self, name: str) -> FloatNode:
        for node in self.nodes:
            if node.name == name:
                return node
        raise KeyError(name)

    @property
    def input(self) -> FloatNode:
        """The node through which data enters."""
        return self.nodes[0]

    @property
    def output(self) -> FloatNode:
        """The node whose value is the result."""
        return self.nodes[-1]

    @property
    def weighted(self) -> tuple[FloatWeighted, ...]:
        """The layers with weights, in order."""
        return tuple(node for node in self.nodes if isinstance(node, FloatWeighted))

    def consumers(self, name: str) -> tuple[FloatNode, ...]:
        """Nodes that read the value of node ``name``, in order."""
        return tuple(node for node in self.nodes if name in node.inputs)
