"""What stays for the host: a softmax or a curve at the end, of the same integers."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..ir import Graph, Node, Softmax, Table
from .affine import fold_tables
from .tables import proportional

__all__ = ["device_part", "finish"]


def device_part(graph: Graph) -> Graph:
    """The graph without the softmax or the curve, such as a sigmoid, that it may end in.

    Tables that layers can take over are not in it either.
    """
    return fold_tables(Graph(graph.nodes[:len(graph.nodes) - _left(graph)]))


def _left(graph: Graph) -> int:
    """How many nodes at the end are the host's, each of the one before."""
    nodes, count = graph.nodes, 0
    while _hosts(graph, nodes[-1 - count]) and nodes[-1 - count].inputs == (
            nodes[-2 - count].name,):
        count += 1
    return count


def _hosts(graph: Graph, node: Node) -> bool:
    return isinstance(node, Softmax) or (
        isinstance(node, Table) and proportional(node, graph.types()[node.x]) is None)


def finish(graph: Graph, outputs: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The graph's outputs (N, size) from those of its device part."""
    shape = graph.types()[graph.output.name].shape
    values = outputs.astype(np.int64).reshape(len(outputs), *shape)
    for node in graph.nodes[len(graph.nodes) - _left(graph):]:
        values = node.compute(values)
    return values.reshape(len(values), -1)
