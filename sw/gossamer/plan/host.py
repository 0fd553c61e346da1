"""What stays for the host: a softmax at the end, of the same integers."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..ir import Graph, Softmax
from .affine import fold_tables

__all__ = ["device_part", "finish"]


def device_part(graph: Graph) -> Graph:
    """The graph without the softmax that it may end in, whose greatest element is the same.

    Tables that layers can take over are not in it either.
    """
    return fold_tables(Graph(graph.nodes[:len(graph.nodes) - _softmaxes(graph)]))


def _softmaxes(graph: Graph) -> int:
    """How many there are at the end, each of the one before."""
    nodes, count = graph.nodes, 0
    while isinstance(nodes[-1 - count], Softmax) and nodes[-1 - count].inputs == (
            nodes[-2 - count].name,):
        count += 1
    return count


def finish(graph: Graph, outputs: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The graph's outputs (N, size) from those of its device part."""
    shape = graph.types()[graph.output.name].shape
    values = outputs.astype(np.int64).reshape(len(outputs), *shape)
    for node in graph.nodes[len(graph.nodes) - _softmaxes(graph):]:
        values = node.compute(values)
    return values.reshape(len(values), -1)
