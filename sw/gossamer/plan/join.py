"""Additions of two tensors at a scale of their own, as one multiplication each and one shift.

TensorFlow Lite rounds four times in an addition: each operand, their sum, and the result. On 8-bit
operands that is a function of 65,536 pairs, and nearly linear: ``(a * own + b * other + bias) >>
shift``, limited, is the same function if the four integers are right. All pairs are compared.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gossamer_hw.requantize import ROUNDINGS

from ..errors import UnsupportedError
from ..ir import Graph, Requantize, Sum, Table

__all__ = ["Join", "join", "operand"]

Ints = npt.NDArray[np.int64]

#: The widest shift that is tried; multipliers then have at most this many bits.
MOST_SHIFT = 30


@dataclass(frozen=True, kw_only=True)
class Join:
    """``(a * own + b * other + bias) >> shift``, limited to ``low..high``."""

    own: int
    other: int
    bias: int
    shift: int
    low: int
    high: int


def operand(graph: Graph, name: str) -> str:
    """The tensor behind an operand of a sum: what its table reads, if it has one."""
    node = graph[name]
    return node.x if isinstance(node, Table) else name


def join(graph: Graph, node: Sum, own: str) -> Join:
    """The addition with ``own`` the operand that is there, the other one from memory.

    Raises
    ------
    UnsupportedError
        If no such integers give the same results for all pairs.
    """
    (result,) = graph.consumers(node.name)
    if not isinstance(result, Requantize) or np.ptp(result.multiplier) or np.ptp(result.shift):
        raise UnsupportedError(node.name, "is a sum that each channel scales differently",
                               "use one scale for the tensor")
    other = node.b if own == node.a else node.a
    a, a_values = _values(graph, own)
    b, b_values = _values(graph, other)
    pairs = a_values[:, None] + b_values
    # What the graph computes, on every pair; all channels are the same.
    rounded = ROUNDINGS[result.rounding](pairs, result.multiplier[0], result.shift[0])
    wanted = (rounded + result.offset).clip(result.low, result.high)
    factor = float(result.multiplier[0]) / 2.0 ** int(result.shift[0])
    slopes = [factor * float(values[-1] - values[0]) / max(1, len(values) - 1)
              for values in (a_values, b_values)]
    for shift in range(1, MOST_SHIFT + 1):
        near = [int(np.rint(np.ldexp(slope, shift))) for slope in slopes]
        for nudge in ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, -1), (1, -1), (-1, 1)):
            first, second = near[0] + nudge[0], near[1] + nudge[1]
            bias = _bias(first * a[:, None] + second * b, wanted, shift, result.low, result.high)
            if bias is not None:
                return Join(own=first, other=second, bias=bias, shift=shift, low=result.low,
                            high=result.high)
    raise UnsupportedError(node.name, "adds what is not proportional to its operands",
                           "add without functions in between")


def _values(graph: Graph, name: str) -> tuple[Ints, Ints]:
    """Integers that an operand's tensor can have, and what the sum adds for each."""
    kind = graph.types()[operand(graph, name)]
    integers = np.arange(kind.low, kind.high + 1)
    node = graph[name]
    return integers, node.compute(integers) if isinstance(node, Table) else integers


def _bias(linear: Ints, wanted: Ints, shift: int, low: int, high: int) -> int | None:
    """An integer that makes ``(linear + bias) >> shift``, limited, what is wanted everywhere."""
    least = np.left_shift(wanted, shift) - linear
    above, below = least[wanted > low], least[wanted < high] + (1 << shift) - 1
    smallest = int(above.max()) if above.size else int(below.min())
    return smallest if not below.size or smallest <= int(below.min()) else None
