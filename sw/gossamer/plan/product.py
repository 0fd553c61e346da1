"""Multiplications of two tensors, as one multiplication of their product and one shift.

TensorFlow Lite rounds a product twice, by a multiplier of 31 bits; floating point rounds ties to
even. On 8-bit operands that is a function of 65,536 pairs, which :mod:`gossamer.pairs` makes one
shift of, with a multiplier of as few bits as give the same for all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from gossamer_hw.requantize import ROUNDINGS

from ..errors import UnsupportedError
from ..ir import Graph, Product
from ..pairs import Scaled, scaled
from .join import rescaled

__all__ = ["MOST_PAIRS", "Times", "times"]

#: Most pairs of integers that are compared.
MOST_PAIRS = 1 << 20


@dataclass(frozen=True, kw_only=True)
class Times:
    """``function`` of ``(own - own_zero) * (other - other_zero)``, limited to ``low..high``, plus
    ``after``; ``alike`` if the other operand has one element for each channel of an image.
    """

    function: Scaled
    own_zero: int
    other_zero: int
    low: int
    high: int
    after: int
    alike: bool


def times(graph: Graph, node: Product, own: str) -> Times:
    """The multiplication with ``own`` the operand that is there, the other one from memory.

    Raises
    ------
    UnsupportedError
        If no such integers give the same results for all pairs.
    """
    result = rescaled(graph, node, "a product")
    types = graph.types()
    a, b = (types[name] for name in node.inputs)
    if (a.high - a.low + 1) * (b.high - b.low + 1) > MOST_PAIRS:
        raise UnsupportedError(node.name, "multiplies tensors of more than 20 bits together",
                               "quantise both to 8 bits")
    pairs = np.multiply.outer(np.arange(a.low, a.high + 1) - node.a_zero,
                              np.arange(b.low, b.high + 1) - node.b_zero).ravel()
    low, high = result.low - result.offset, result.high - result.offset
    multiplier, shift = result.multiplier[0], result.shift[0]
    wanted = ROUNDINGS[result.rounding](pairs, multiplier, shift).clip(low, high)
    found = scaled(pairs, wanted, float(multiplier) / 2.0 ** int(shift), low, high)
    if found is None:
        raise UnsupportedError(node.name, "rounds products as no multiplication and shift do",
                               "quantise the product with one scale")
    made = Times(function=found, own_zero=node.a_zero, other_zero=node.b_zero, low=low, high=high,
                 after=result.offset, alike=a.size != b.size)
    if own == node.b:
        made = replace(made, own_zero=node.b_zero, other_zero=node.a_zero)
    return made
