"""One rounding rule for all layers where it gives the same integers: it saves the others' logic."""

from __future__ import annotations

import functools
from dataclasses import replace

import numpy as np

from gossamer_hw.requantize import ROUNDINGS

from ..ir import Graph, Requantize
from .passes import Pass, passes

__all__ = ["unify"]

#: Sums that are compared at most, of all channels of a layer.
MOST = 1 << 25


@functools.lru_cache(maxsize=4)
def unify(graph: Graph) -> tuple[Pass, ...]:
    """The passes of a graph, all rounding by the rule double if any does and the others can.

    Every sum that a layer's weights can make is compared.
    """
    items = passes(graph)
    rules = {item.requantize.rounding for item in items if isinstance(item.requantize, Requantize)}
    if "double" not in rules or len(rules) == 1:
        return items
    types = graph.types()
    found = []
    for item in items:
        scale = item.requantize
        if isinstance(scale, Requantize) and scale.rounding != "double" and not len(
                scale.exceptions):
            source = types[item.weighted.x]
            low, high = item.weighted.accumulator(source.low, source.high)
            scale = _double(scale, int(low), int(high)) or scale
        found.append(replace(item, requantize=scale))
    same = {item.requantize.rounding for item in found
            if isinstance(item.requantize, Requantize)} == {"double"}
    return tuple(found) if same else items


def _double(scale: Requantize, low: int, high: int) -> Requantize | None:
    """The same function of all sums by the rule double, if there is a multiplier for it."""
    if (high - low + 1) * len(scale.multiplier) > MOST or scale.multiplier.min() < 0:
        return None
    sums = np.arange(low, high + 1)

    def limited(rule: str, multiplier: int, shift: int) -> np.ndarray:
        return (ROUNDINGS[rule](sums, multiplier, shift) + scale.offset).clip(
            scale.low, scale.high)

    multipliers, shifts = [], []
    for multiplier, shift in zip(scale.multiplier, scale.shift, strict=True):
        wanted = limited(scale.rounding, int(multiplier), int(shift))
        exact = float(multiplier) / 2.0 ** float(shift)
        for final in range(31, 31 + 16):
            near = round(exact * 2.0 ** final)
            fitting = [candidate for candidate in (near, near + 1, near - 1)
                       if 0 <= candidate < 1 << 31
                       and np.array_equal(limited("double", candidate, final), wanted)]
            if fitting:
                multipliers.append(fitting[0])
                shifts.append(final)
                break
        else:
            return None
    return replace(scale, rounding="double", multiplier=np.array(multipliers, np.int64),
                   shift=np.array(shifts, np.int64))
