"""A channel of zeros for images that single-port memory could not be read at even addresses of."""

from __future__ import annotations

import functools
from dataclasses import replace

import numpy as np

from ..ir import Conv2d, Graph, Input, check

__all__ = ["padded"]


@functools.lru_cache(maxsize=4)     # what is packed is known by the node
def padded(graph: Graph) -> Graph:
    """The graph with one more channel in its input image, which all weights ignore.

    The graph itself where that is no image, has an even number of channels, or is read by anything
    but convolutions over all channels.
    """
    entry = graph.input
    readers = graph.consumers(entry.name)
    if len(entry.shape) != 3 or entry.shape[2] % 2 == 0 or not all(
            isinstance(node, Conv2d) and node.groups == 1 for node in readers):
        return graph
    height, width, channels = entry.shape
    changed: dict[str, Input | Conv2d] = {
        entry.name: replace(entry, shape=(height, width, channels + 1))}
    for node in readers:
        assert isinstance(node, Conv2d)
        weight = np.pad(node.weight, ((0, 0), (0, 0), (0, 0), (0, 1)))
        changed[node.name] = replace(node, weight=weight, weight_bits=max(2, node.weight_bits))
    return check(Graph(tuple(changed.get(node.name, node) for node in graph)))
