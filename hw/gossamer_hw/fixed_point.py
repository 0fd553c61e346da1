"""Functions on 32-bit fixed-point numbers as TensorFlow Lite's reference kernels compute them.

A raw integer ``r`` with ``n`` integer bits stands for ``r / 2**(31 - n)``. Algorithms (a Taylor
series, Newton-Raphson division), constants and every rounding are those of gemmlowp's
``fixedpoint.h``, so that a softmax keeps every bit. Arrays are int64.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .requantize import half_away, half_up

__all__ = ["ONE", "exponential", "reciprocal", "softmax"]

Ints = npt.NDArray[np.int64]

#: The largest number without integer bits, which stands for one.
ONE = (1 << 31) - 1
_LEAST = -(1 << 31)

#: exp(-1/8) and exp(-2**k) for k = -2..4, without integer bits.
_EXP_EIGHTH = 1895147668
_EXP_POWERS = (1672461947, 1302514674, 790015084, 290630308, 39332535, 720401, 242)
_THIRD = 715827883
#: 48/17 and -32/17 with two integer bits: the start of Newton-Raphson division.
_DIVISION = (1515870810, -1010580540)

#: Integer bits of the sum of exponentials in a softmax.
_SUM_BITS = 12


def exponential(x: Ints, integer_bits: int) -> Ints:
    """exp(x) of ``x <= 0`` with up to 5 integer bits; the result has none."""
    fraction_bits = 31 - integer_bits
    quarter = 1 << (fraction_bits - 2)
    rest = (x & (quarter - 1)) - quarter          # -1/4 <= rest < 0
    value = _exponential_of_rest(_shift_left(rest, integer_bits))
    steps = rest - x
    for power, factor in zip(range(-2, integer_bits), _EXP_POWERS, strict=False):
        chosen = steps & (1 << (fraction_bits + power))
        value = np.where(chosen != 0, _times(value, factor), value)
    return np.where(x == 0, ONE, value)


def reciprocal(x: Ints) -> Ints:
    """1 / (1 + x) of ``0 <= x < 1``, both without integer bits."""
    estimate = _invert_half(x)
    return _shift_left(estimate, 1)


def softmax(exponentials: Ints) -> Ints:
    """Shares of the last axis, in steps of 1/256, rounded: 0..256, not limited.

    ``exponentials`` have no integer bits; the greatest of each vector is :data:`ONE`.
    """
    total = half_away(exponentials, 1, _SUM_BITS).sum(axis=-1, keepdims=True)
    # Bits above the most significant one of 32: the total becomes (1 + x) / 2.
    length = np.frexp(total.astype(np.float64))[1].astype(np.int64)
    headroom = 32 - length
    fraction = np.left_shift(total, headroom) - (1 << 31)
    scale = reciprocal(fraction)
    return half_away(_times(exponentials, scale), 1, _SUM_BITS - headroom + 23)


def _exponential_of_rest(a: Ints) -> Ints:
    """exp(a) of ``-1/4 <= a < 0`` by its Taylor series around -1/8."""
    x = a + (1 << 28)
    squared = _times(x, x)
    cubed, fourth = _times(squared, x), _times(squared, squared)
    tail = half_away(_times(half_away(fourth, 1, 2) + cubed, _THIRD) + squared, 1, 1)
    return _EXP_EIGHTH + _times(_EXP_EIGHTH, x + tail)


def _invert_half(a: Ints) -> Ints:
    """2 / (1 + a) with two integer bits, of ``0 <= a < 1``, by three steps of Newton's method."""
    half = half_up(a + ONE, 1, 1)
    start, slope = _DIVISION
    x = start + _times(half, slope)
    for _ in range(3):
        error = (1 << 29) - _times(half, x)
        x = x + _shift_left(_times(x, error), 2)
    return x


def _times(a: Ints | int, b: Ints | int) -> Ints:
    """Product without integer bits, rounded to nearest, ties upwards."""
    return half_up(np.asarray(a, np.int64), b, 31)


def _shift_left(x: Ints, bits: int) -> Ints:
    """``x * 2**bits``, limited to 32 bits."""
    return np.clip(np.left_shift(x, bits), _LEAST, ONE)
