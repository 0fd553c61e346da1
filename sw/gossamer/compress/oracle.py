"""The oracle: a graph's integers computed by PyTorch alone, to hold against everything else."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .. import ir
from ..errors import UnsupportedError

__all__ = ["TorchIntegers"]


class TorchIntegers(nn.Module):
    """Evaluates a graph on int64 tensors (N, *input.shape), channels last.

    It shares no arithmetic with :meth:`gossamer.ir.Graph.run`. PyTorch convolves only floats, so
    sums are formed in float64, in which every integer below 2**53 is exact; a graph whose bounds
    reach further is refused.
    """

    def __init__(self, graph: ir.Graph) -> None:
        super().__init__()
        for name, value in graph.types().items():
            if max(-value.low, value.high) >= 1 << 53:
                raise UnsupportedError(
                    name, "has sums beyond 53 bits", "use fewer inputs, or fewer bits in each"
                )
        self.graph = graph

    @torch.no_grad()
    def forward(self, x: Tensor) -> Tensor:
        values = {self.graph.input.name: x.to(torch.int64)}
        for node in self.graph.nodes[1:]:
            values[node.name] = _compute(node, *(values[name] for name in node.inputs))
        return values[self.graph.output.name]


def _compute(node: ir.Node, *inputs: Tensor) -> Tensor:
    x = inputs[0]
    match node:
        case ir.Linear():
            sums = F.linear(x.double(), _scaled(node), _float(node.bias))
            return sums.to(torch.int64)
        case ir.Conv2d() if not node.pad:
            top, bottom, left, right = node.padding
            sums = F.conv2d(
                F.pad(_to_planes(x), (left, right, top, bottom)),
                _scaled(node).permute(0, 3, 1, 2), _float(node.bias),
                stride=node.stride, dilation=node.dilation, groups=node.groups,
            )
            return _to_image(sums)
        case ir.SumPool():
            pooled = F.avg_pool2d(_to_planes(x), node.window, node.stride, divisor_override=1)
            return _to_image(pooled)
        case ir.MaxPool():
            return _to_image(F.max_pool2d(_to_planes(x), node.window, node.stride,
                                          dilation=node.dilation))
        case ir.Requantize() if node.rounding == "half_up" and not node.offset and not len(
                node.exceptions):
            rescaled = _rescale(x, torch.tensor(node.multiplier), torch.tensor(node.shift))
            return rescaled.clamp(node.low, node.high)
        case ir.Add():
            a, b = inputs
            b = _rescale(b, torch.tensor(node.multiplier), torch.tensor(node.shift))
            return (a + b).clamp(node.low, node.high)
        case ir.Flatten():
            return x.flatten(1)
    raise UnsupportedError(
        node.name, f"is a {node.kind}, which the oracle does not compute", "add it to the oracle"
    )


def _rescale(x: Tensor, multiplier: Tensor, shift: Tensor) -> Tensor:
    """Round ``x * multiplier / 2**shift`` to nearest, ties upwards, by its floor and remainder."""
    divisor = torch.ones_like(shift) << shift
    product = x * multiplier
    quotient = product.div(divisor, rounding_mode="floor")
    remainder = product - quotient * divisor
    return quotient + (2 * remainder >= divisor)


def _scaled(node: ir.Weighted) -> Tensor:
    """Weights in steps of the bias."""
    return _float(node.weight.astype(np.int64) << node.fraction)


def _float(array: npt.NDArray[Any]) -> Tensor:
    return torch.tensor(array).double()


def _to_planes(x: Tensor) -> Tensor:
    return x.double().permute(0, 3, 1, 2)


def _to_image(x: Tensor) -> Tensor:
    return x.permute(0, 2, 3, 1).to(torch.int64)
