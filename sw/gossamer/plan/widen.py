"""Slices from odd channels on, for single-port memory: layers read more and ignore it."""

from __future__ import annotations

import functools
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from ..ir import Conv2d, Graph, Linear, Node, Slice, SumPool, check

__all__ = ["widened"]


@functools.lru_cache(maxsize=4)     # what is packed is known by the node
def widened(graph: Graph, columns: int) -> Graph:
    """The graph with slices that begin and end at whole column blocks, as far as they can.

    Layers have weights of zero for what they read more, and what copies a slice becomes a
    convolution with the identity. Slices stay as they are that begin at an even channel and need
    nothing else, or that anything else reads.
    """
    types = graph.types()
    changed: dict[str, Node] = {}
    for node in graph:
        if not isinstance(node, Slice) or isinstance(graph[node.x], Slice):
            continue
        readers = graph.consumers(node.name)
        first, channels = node.first[-1], node.shape[-1]
        wide = any(isinstance(reader, Conv2d) and reader.weight.shape[2] > 1 for reader in readers)
        if first % 2 == 0 and not (wide and channels % columns):
            continue
        if not all(isinstance(reader, Linear) or isinstance(reader, Conv2d) and reader.groups == 1
                   or isinstance(reader, SumPool) and reader.window == reader.stride == (1, 1)
                   for reader in readers):
            continue
        before = first % columns
        total = min(-(-(before + channels) // columns) * columns,
                    types[node.x].channels - first + before)
        after = total - before - channels
        changed[node.name] = replace(node, first=(*node.first[:-1], first - before),
                                     shape=(*node.shape[:-1], total))
        for reader in readers:
            if isinstance(reader, SumPool):
                reader = Conv2d(name=reader.name, x=reader.x, weight_bits=2,
                                weight=np.eye(channels, dtype=np.int8)[:, None, None],
                                bias=np.zeros(channels, np.int64))
            assert isinstance(reader, (Conv2d, Linear))
            changed[reader.name] = replace(reader, weight_bits=max(2, reader.weight_bits),
                                           weight=_padded(reader.weight, before, after))
    if not changed:
        return graph
    return check(Graph(tuple(changed.get(node.name, node) for node in graph)))


def _padded(weight: npt.NDArray[np.int8], before: int, after: int) -> npt.NDArray[np.int8]:
    """Zeros before and after the inputs of a layer."""
    return np.pad(weight, [(0, 0)] * (weight.ndim - 1) + [(before, after)])
