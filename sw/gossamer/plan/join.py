"""Additions of two tensors at a scale of their own, as one multiplication each and one shift.

TensorFlow Lite rounds four times in an addition: each operand, their sum, and the result. On 8-bit
operands that is a function of 65,536 pairs, which :mod:`gossamer.pairs` makes one shift of.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from gossamer_hw.requantize import ROUNDINGS

from ..errors import UnsupportedError
from ..ir import Graph, Node, Requantize, Sum, Table
from ..pairs import Fit, fit

__all__ = ["Join", "join", "operand", "rescaled"]

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class Join:
    """``function`` of own and other operand, limited to ``low..high``, plus ``after``.

    The offset of the result is in the function's bias, except where ties go to even.
    """

    function: Fit
    low: int
    high: int
    after: int


def operand(graph: Graph, name: str) -> str:
    """The tensor behind an operand of a sum: what its table reads, if it has one."""
    node = graph[name]
    return node.x if isinstance(node, Table) else name


def rescaled(graph: Graph, node: Node, kind: str) -> Requantize:
    """What brings a sum or product of two tensors to its scale, the same for all channels."""
    (result,) = graph.consumers(node.name)
    if not isinstance(result, Requantize) or np.ptp(result.multiplier) or np.ptp(
            result.shift) or len(result.exceptions):
        raise UnsupportedError(node.name, f"is {kind} that each channel scales differently",
                               "use one scale for the tensor")
    return result


def join(graph: Graph, node: Sum, own: str) -> Join:
    """The addition with ``own`` the operand that is there, the other one from memory.

    Raises
    ------
    UnsupportedError
        If no such integers give the same results for all pairs.
    """
    result = rescaled(graph, node, "a sum")
    other = node.b if own == node.a else node.a
    a, a_values = _values(graph, own)
    b, b_values = _values(graph, other)
    pairs = a_values[:, None] + b_values
    # What the graph computes, on every pair; all channels are the same.
    low, high = result.low - result.offset, result.high - result.offset
    rounded = ROUNDINGS[result.rounding](pairs, result.multiplier[0], result.shift[0])
    factor = float(result.multiplier[0]) / 2.0 ** int(result.shift[0])
    first, second = (factor * float(values[-1] - values[0]) / max(1, len(values) - 1)
                     for values in (a_values, b_values))
    constant = factor * float(pairs[0, 0]) - first * float(a[0]) - second * float(b[0])
    found = fit(a, b, rounded.clip(low, high), (first, second), constant, low, high)
    if found is None:
        raise UnsupportedError(node.name, "adds what is not proportional to its operands",
                               "add without functions in between")
    if found.even:
        return Join(function=found, low=low, high=high, after=result.offset)
    bias = found.bias + (result.offset << found.shift)
    return Join(function=replace(found, bias=bias), low=result.low, high=result.high, after=0)


def _values(graph: Graph, name: str) -> tuple[Ints, Ints]:
    """Integers that an operand's tensor can have, and what the sum adds for each."""
    kind = graph.types()[operand(graph, name)]
    integers = np.arange(kind.low, kind.high + 1)
    node = graph[name]
    return integers, node.compute(integers) if isinstance(node, Table) else integers
