"""Sums over windows: positions instead of weights."""

from __future__ import annotations

import functools
from dataclasses import replace

from ..ir import Conv2d, Weighted
from .geometry import Geometry
from .passes import Pass

__all__ = ["folded", "one_tap"]


def folded(item: Pass, geometry: Geometry) -> tuple[Weighted, int]:
    """The layer that the array stores for a pass, and how many positions of it make one sum.

    In single-port memory a depthwise convolution whose taps all have the same weights, such as a
    sum pool, is that of one tap, walked over all of them.
    """
    node = item.weighted
    if not geometry.single or item.pool is not None:
        return node, 1
    return one_tap(node)


@functools.lru_cache(maxsize=64)    # what is packed is known by the node
def one_tap(node: Weighted) -> tuple[Weighted, int]:
    """A depthwise convolution of one tap, and how many positions of it make one sum of a layer."""
    if not isinstance(node, Conv2d) or node.weight.shape[3] != 1:
        return node, 1
    taps = node.weight.shape[1] * node.weight.shape[2]
    one = node.weight[:, :1, :1]
    if taps == 1 or set(node.dilation) != {1} or (node.weight != one).any():
        return node, 1
    return replace(node, weight=one), taps
