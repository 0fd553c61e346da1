"""Fold batch norms and clamps into the layers before them, and order residual additions."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

import numpy as np

from ..errors import UnsupportedError
from .float_graph import (
    FloatAdd,
    FloatAveragePool,
    FloatBatchNorm,
    FloatClamp,
    FloatFlatten,
    FloatGraph,
    FloatMaxPool,
    FloatNode,
    FloatWeighted,
    Limited,
)

__all__ = ["fold"]

N = TypeVar("N", bound=FloatNode)


def fold(graph: FloatGraph) -> FloatGraph:
    """The same function without batch norms and clamps, every addition's branch ``a`` a sum.

    Raises
    ------
    UnsupportedError
        Naming a batch norm, clamp or addition that has no place in the accelerator.
    """
    return order_adds(fold_clamps(fold_batch_norms(graph)))


def fold_batch_norms(graph: FloatGraph) -> FloatGraph:
    """Put each batch norm into the weights and biases of the layer it follows."""
    while node := _first(graph, FloatBatchNorm):
        layer = graph[node.x]
        if not isinstance(layer, FloatWeighted) or len(graph.consumers(layer.name)) != 1:
            raise UnsupportedError(
                node.name, "is a batch norm that does not follow a layer of its own",
                "put it directly after a convolution or linear layer that nothing else reads",
            )
        weight = layer.weight * node.factor.reshape(-1, *(1,) * (layer.weight.ndim - 1))
        bias = layer.bias * node.factor + node.offset
        graph = _merge(graph, node, dataclasses.replace(
            layer, weight=weight.astype(np.float32), bias=bias.astype(np.float32)
        ))
    return graph


def fold_clamps(graph: FloatGraph) -> FloatGraph:
    """Make each clamp the limits of the node whose sums it limits.

    A clamp moves up through max pooling and flattening, with which it commutes.
    """
    while node := _first(graph, FloatClamp):
        source = graph[node.x]
        alone = len(graph.consumers(source.name)) == 1
        while alone and isinstance(source, (FloatMaxPool, FloatFlatten)):
            source = graph[source.x]
            alone = len(graph.consumers(source.name)) == 1
        if not alone:
            raise UnsupportedError(
                node.name, "limits a value that is also used without the limit",
                "apply relu or clamp before the value branches",
            )
        if not isinstance(source, Limited):
            raise UnsupportedError(
                node.name, "limits the input of the model", "limit the data instead"
            )
        limited = dataclasses.replace(
            source, low=max(source.low, node.low), high=min(source.high, node.high)
        )
        graph = _merge(graph, node, limited)
    return graph


def order_adds(graph: FloatGraph) -> FloatGraph:
    """Let branch ``a`` of each addition be one whose sums nothing else reads."""
    nodes = []
    for node in graph:
        if isinstance(node, FloatAdd):
            if _is_sum(graph, node.a):
                pass
            elif _is_sum(graph, node.b):
                node = dataclasses.replace(node, a=node.b, b=node.a)
            else:
                raise UnsupportedError(
                    node.name, "adds two values that are both used elsewhere or are no sums",
                    "let one branch end in a convolution, linear layer or average pool that only "
                    "this addition reads",
                )
        nodes.append(node)
    return FloatGraph(tuple(nodes))


def _first(graph: FloatGraph, kind: type[N]) -> N | None:
    """The first node of a kind."""
    return next((node for node in graph if isinstance(node, kind)), None)


def _is_sum(graph: FloatGraph, name: str) -> bool:
    """Whether a value comes straight from an accumulator and has one reader, read once."""
    reads = sum(node.inputs.count(name) for node in graph)
    return reads == 1 and isinstance(graph[name], (FloatWeighted, FloatAveragePool))


def _merge(graph: FloatGraph, gone: FloatNode, changed: FloatNode) -> FloatGraph:
    """Replace the node ``changed.name`` and bridge ``gone``, which reads one value."""
    (source,) = gone.inputs
    nodes = []
    for node in graph:
        if node.name == gone.name:
            continue
        if node.name == changed.name:
            node = changed
        renamed: dict[str, Any] = {field: source for field in ("x", "a", "b")
                   if getattr(node, field, None) == gone.name}
        nodes.append(dataclasses.replace(node, **renamed) if renamed else node)
    return FloatGraph(tuple(nodes))
