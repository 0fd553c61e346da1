"""What stays for the host: a softmax at the end, of the same integers."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..ir import Graph, Softmax

__all__ = ["device_part", "finish"]


def device_part(graph: Graph) -> Graph:
    """The graph without the softmax that it may end in, whose greatest element is the same."""
    nodes = graph.nodes
    while isinstance(nodes[-1], Softmax) and nodes[-1].x == nodes[-2].name:
        nodes = nodes[:-1]
    return Graph(nodes)


def finish(graph: Graph, outputs: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The graph's outputs (N, size) from those of its device part."""
    shape = graph.types()[graph.output.name].shape
    values = outputs.astype(np.int64).reshape(len(outputs), *shape)
    for node in graph.nodes[len(device_part(graph).nodes):]:
        values = node.compute(values)
    return values.reshape(len(values), -1)
