"""Requantization: bring wide accumulators back to narrow activations, by named rounding rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["ROUNDINGS", "double", "floor", "half_away", "half_even", "half_up"]

Ints = npt.NDArray[np.int64]


def half_up(value: Ints, multiplier: Any, shift: Any) -> Ints:
    """``(value * multiplier + 2**(shift-1)) >> shift``: round to nearest, ties upwards.

    Arguments broadcast against each other; shifts are 1 or more. Exact as long as the product fits
    64 bits. The same holds for the other rules.
    """
    return np.right_shift(_product(value, multiplier) + _half(shift), shift)


def floor(value: Ints, multiplier: Any, shift: Any) -> Ints:
    """``value * multiplier >> shift``: round towards negative infinity."""
    return np.right_shift(_product(value, multiplier), shift)


def half_even(value: Ints, multiplier: Any, shift: Any) -> Ints:
    """Round ``value * multiplier / 2**shift`` to nearest, ties to the even neighbour."""
    product = _product(value, multiplier)
    odd = np.right_shift(product, shift) & 1
    return np.right_shift(product + _half(shift) - 1 + odd, shift)


def half_away(value: Ints, multiplier: Any, shift: Any) -> Ints:
    """Round ``value * multiplier / 2**shift`` to nearest, ties away from zero."""
    product = _product(value, multiplier)
    return np.right_shift(product + _half(shift) - (product < 0), shift)


def double(value: Ints, multiplier: Any, shift: Any) -> Ints:
    """Round twice, as TensorFlow Lite's reference kernels do.

    The product loses 31 bits by :func:`half_up`, what is left of the shift by :func:`half_away`; a
    shift of 31 or less is one rounding. This is ``MultiplyByQuantizedMultiplier`` of gemmlowp's
    arithmetic, whose left shifts before the product are shifts below 31 here.
    """
    shift = np.asarray(shift, np.int64)
    first = np.minimum(shift, 31)
    rest = shift - first
    once = half_up(value, multiplier, first)
    return np.where(rest > 0, half_away(once, 1, np.maximum(rest, 1)), once)


#: Every rule by its name in a description.
ROUNDINGS: dict[str, Callable[[Ints, Any, Any], Ints]] = {
    rule.__name__: rule for rule in (half_up, half_even, half_away, floor, double)
}


def _product(value: Ints, multiplier: Any) -> Ints:
    return value * np.asarray(multiplier, np.int64)


def _half(shift: Any) -> Ints:
    return np.left_shift(np.int64(1), np.asarray(shift, np.int64) - 1)
