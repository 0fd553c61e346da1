"""Lower a trained network to the graph of exact integers."""

from __future__ import annotations

import numpy as np
import torch

from .. import ir
from ..importers.float_graph import (
    FloatAdd,
    FloatAveragePool,
    FloatConv2d,
    FloatFlatten,
    FloatInput,
    FloatMaxPool,
    FloatNode,
    FloatWeighted,
)
from .qat import Network

__all__ = ["lower"]


@torch.no_grad()
def lower(network: Network) -> ir.Graph:
    """The integers that a frozen network computes with, as a checked graph.

    Sums become ``name.sum`` and are read by the requantize ``name``, so that a value keeps the
    name it has in the float graph.
    """
    nodes: list[ir.Node] = []
    for node in network.graph:
        nodes.extend(_lower(network, node))
    return ir.check(ir.Graph(tuple(nodes)))


def _lower(network: Network, node: FloatNode) -> list[ir.Node]:
    scale = network.scales[node.name]
    sums = f"{node.name}.sum"
    match node:
        case FloatInput():
            return [ir.Input(name=node.name, shape=node.shape, low=network.low, high=network.high,
                             scale=scale)]
        case FloatWeighted():
            low, high = network.limits(node)
            layer = network.layer(node.name)
            assert not layer.gain.requires_grad, "the network has not been frozen"
            return [
                _weighted(network, node, sums),
                ir.Requantize(name=node.name, x=sums, multiplier=layer.multiplier.numpy(),
                              shift=layer.shift.numpy(), low=low, high=high, scale=scale),
            ]
        case FloatAveragePool():
            low, high = network.limits(node)
            channels = np.ones(node.shape[-1], np.int64)
            multiplier, shift = network.ratios[node.name]
            return [
                ir.SumPool(name=sums, x=node.x, window=node.window, stride=node.stride),
                ir.Requantize(name=node.name, x=sums, multiplier=channels * multiplier,
                              shift=channels * shift, low=low, high=high, scale=scale),
            ]
        case FloatAdd():
            low, high = network.limits(node)
            multiplier, shift = network.ratios[node.name]
            return [ir.Add(name=node.name, a=node.a, b=node.b, multiplier=multiplier, shift=shift,
                           low=low, high=high, scale=scale)]
        case FloatMaxPool():
            return [ir.MaxPool(name=node.name, x=node.x, window=node.window, stride=node.stride)]
        case FloatFlatten():
            return [ir.Flatten(name=node.name, x=node.x)]
    raise AssertionError(f"{type(node).__name__} is not lowered")


def _weighted(network: Network, node: FloatWeighted, name: str) -> ir.Weighted:
    recipe = network.recipe
    layer = network.layer(node.name)
    weight = layer.codes().numpy().astype(np.int8)
    bias = network.bias_codes(node).numpy().astype(np.int64)
    geometry = (recipe.rows, recipe.columns)
    if isinstance(node, FloatConv2d):
        return ir.Conv2d(
            name=name, x=node.x, weight=weight, bias=bias, weight_bits=recipe.weight_bits,
            geometry=geometry, stride=node.stride, padding=node.padding, dilation=node.dilation,
            groups=node.groups,
        )
    return ir.Linear(name=name, x=node.x, weight=weight, bias=bias,
                     weight_bits=recipe.weight_bits, geometry=geometry)
