"""Pixels side by side: convolutions of fewer channels than the array has rows."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from ..ir import Conv2d, Graph, Node, Requantize, Reshape, SumPool, Weighted, blocks, check

__all__ = ["abreast"]


@functools.lru_cache(maxsize=4)     # what is packed is known by the node
def abreast(graph: Graph, rows: int, columns: int) -> Graph:
    """The graph with convolutions that compute as many neighbours across an image as rows allow.

    Results of some pixels lie in memory as those of one with all of their channels would. The
    kernel gets wider by what their windows are apart, with weights of zero around each: where
    column blocks are not full, that takes hardly more of them for some times the results. Only
    what layers alone read, and only where fewer blocks meet positions then.
    """
    changed: dict[str, tuple[Node, ...]] = {}
    for node in graph:
        if not isinstance(node, Conv2d) or node.groups > 1 or set(node.dilation) != {1}:
            continue
        readers = graph.consumers(node.name)
        scale = readers[0] if len(readers) == 1 else node
        if not isinstance(scale, Requantize):
            continue
        after = graph.consumers(scale.name)
        if not after or not all(isinstance(reader, (Weighted, SumPool)) for reader in after):
            continue
        shape = graph.types()[node.name].shape
        best = min(_kernels(node, shape[1], rows), key=functools.partial(
            _steps, width=shape[1], rows=rows, columns=columns))
        count = best.outputs // node.outputs
        if count > 1:
            pixels = f"{scale.name} abreast"
            changed[node.name] = best,
            changed[scale.name] = (
                replace(scale, name=pixels, multiplier=np.tile(scale.multiplier, count),
                        shift=np.tile(scale.shift, count), exceptions=np.concatenate([
                            scale.exceptions + [pixel * node.outputs, 0, 0]
                            for pixel in range(count)])),
                Reshape(name=scale.name, x=pixels, shape=shape))
    if not changed:
        return graph
    return check(Graph(tuple(
        new for node in graph for new in changed.get(node.name, (node,)))))


def _kernels(node: Conv2d, width: int, rows: int) -> Iterator[Conv2d]:
    """The convolution for one pixel, for two, and so on; ``width`` is that of its results."""
    step = node.stride[1]
    for count in range(1, max(1, rows // node.outputs) + 1):
        if width % count:
            continue
        weight = np.concatenate([
            np.pad(node.weight, ((0, 0), (0, 0), (pixel * step, (count - 1 - pixel) * step),
                                 (0, 0))) for pixel in range(count)])
        yield node if count == 1 else replace(
            node, weight=weight, weight_bits=max(2, node.weight_bits),
            bias=np.tile(node.bias, count), stride=(node.stride[0], count * step))


def _steps(node: Conv2d, *, width: int, rows: int, columns: int) -> int:
    """Blocks that meet the positions of a line of ``width`` results times outputs."""
    stored = int(blocks(node, rows, columns).any(axis=(2, 3)).sum())
    return stored * width // node.outputs
