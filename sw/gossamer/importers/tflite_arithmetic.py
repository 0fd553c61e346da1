"""Multipliers, limits and tables exactly as TensorFlow Lite's reference kernels prepare them.

The arithmetic is that of the public sources ``kernels/internal/quantization_util.cc``,
``kernels/kernel_util.cc`` and ``kernels/internal/reference/integer_ops``. Scales are 32-bit floats
in a file; which products are formed in 32 and which in 64 bits decides the last bit.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gossamer_hw.fixed_point import exponential
from gossamer_hw.requantize import double, half_away, half_up

__all__ = [
    "INT8",
    "LINE_SHIFT",
    "Affine",
    "add_table",
    "divisor",
    "exponentials",
    "limits",
    "line",
    "logistic_table",
    "quantize_multiplier",
    "requantize_table",
    "rescaled",
    "single_rounding",
    "tanh_table",
]

Ints = npt.NDArray[np.int64]

#: All values of an activation.
INT8: Ints = np.arange(-128, 128)

#: The shift of a line, and the most single sums at which a channel's is another one.
LINE_SHIFT, MOST_EXCEPTIONS = 24, 8

#: No step.
MISSED = 1 << 20

#: Integer bits of what the exponential in a softmax takes.
_SOFTMAX_BITS = 5


@dataclass(frozen=True)
class Affine:
    """Scale and zero point of a tensor: real = scale * (integer - zero)."""

    scale: np.float32
    zero: int


def quantize_multiplier(real: float) -> tuple[int, int]:
    """``(multiplier, shift)`` with ``real = multiplier / 2**shift``, the multiplier of 31 bits.

    A multiplier too small to matter is zero.
    """
    fraction, exponent = math.frexp(real)
    multiplier = math.floor(fraction * (1 << 31) + 0.5)
    if multiplier == 1 << 31:
        multiplier, exponent = 1 << 30, exponent + 1
    return (0, 31) if exponent < -31 else (multiplier, 31 - exponent)


def single_rounding(factor: float, low: int, high: int) -> tuple[int, int] | None:
    """``(multiplier, shift)`` with which the rule half_away multiplies by a 64-bit float.

    LiteRT's fully connected kernel rounds ``sum * factor`` once, in floating point. The result is
    the same for every sum in ``low..high`` whose result is at most 255 from zero, because the step
    to each of these results is looked at; or there is none.
    """
    multiplier, shift = quantize_multiplier(factor)
    steps = np.floor((np.arange(-255, 257) - 0.5) / factor).clip(low, high).astype(np.int64)
    sums = (steps[:, None] + np.arange(-2, 4)).clip(low, high)
    products = sums * factor
    whole = np.trunc(products)
    wanted = whole + np.where(np.abs(products - whole) >= 0.5, np.sign(products), 0)
    for nudge in (0, 1, -1):
        if shift <= 47 and np.array_equal(half_away(sums, multiplier + nudge, shift), wanted):
            return multiplier + nudge, shift
    return None


def limits(activation: str, to: Affine) -> tuple[int, int] | None:
    """Limits that a fused activation puts on 8-bit integers; None for one that is no clamp."""
    reals = {"NONE": (None, None), "RELU": (0.0, None), "RELU6": (0.0, 6.0),
             "RELU_N1_TO_1": (-1.0, 1.0)}
    if activation not in reals:
        return None
    low, high = reals[activation]
    return (-128 if low is None else max(-128, _quantize(low, to)),
            127 if high is None else min(127, _quantize(high, to)))


def divisor(count: int, most: int) -> tuple[int, int]:
    """``(multiplier, shift)`` that divide every integer up to ``most`` by ``count``, exactly.

    With the rule half_away the result is the quotient rounded to nearest, ties away from zero.
    """
    values = np.arange(most + 1)
    wanted = (values + count // 2) // count
    for shift in range(1, 48):
        multiplier = -(-(1 << shift) // count)
        if np.array_equal(half_away(values, multiplier, shift), wanted):
            return multiplier, shift
    raise AssertionError("a wide enough multiplier divides exactly")


def requantize_table(source: Affine, to: Affine, low: int, high: int,
                     values: Ints = INT8) -> Ints:
    """What ``values`` become at another scale, limited."""
    return rescaled(values - source.zero, float(source.scale) / float(to.scale), to, low, high)


def rescaled(sums: Ints, factor: float, to: Affine, low: int, high: int) -> Ints:
    """Sums times a factor, rounded twice, from the zero point on, limited."""
    return (double(sums, *quantize_multiplier(factor)) + to.zero).clip(low, high)


def line(values: Ints, gain: npt.NDArray[np.floating], start: npt.NDArray[np.floating],
         weight: int, to: Affine, low: int, high: int) -> tuple[Ints, Ints, Ints] | None:
    """What makes ``values`` (channels, 256) of 8-bit integers: ``gain * (weight * x + start)``.

    Returns
    -------
    bias, multiplier : int arrays, shape (channels,)
        The value is ``(weight * x + bias) * multiplier / 2**LINE_SHIFT``, rounded half up, plus the
        zero point, limited to ``low..high``.
    exceptions : int array, shape (n, 3)
        Those of :class:`gossamer.ir.Requantize`.

    None if one is too large, or a channel has more than :data:`MOST_EXCEPTIONS`.
    """
    if not max(np.abs(gain).max() * (1 << LINE_SHIFT), np.abs(start).max()) < (1 << 31) - 1:
        return None
    bias = np.rint(start).astype(np.int64)
    multiplier = np.rint(np.ldexp(gain, LINE_SHIFT)).astype(np.int64)
    sums = weight * INT8 + bias[:, None]

    def made(step: int) -> Ints:
        scaled = half_up(sums + step, multiplier[:, None], LINE_SHIFT)
        return (scaled + to.zero).clip(low, high)

    steps = np.where(made(0) == values, 0, MISSED)
    for step in (1, -1, 2, -2):
        steps = np.where((steps == MISSED) & (made(step) == values), step, steps)
    if (steps == MISSED).any() or np.count_nonzero(steps, axis=1).max() > MOST_EXCEPTIONS:
        return None
    channel, element = np.nonzero(steps)
    return bias, multiplier, np.stack(
        [channel, sums[channel, element], steps[channel, element]], axis=1)


def add_table(source: Affine, twice_greatest: float) -> Ints:
    """An operand of an addition in steps of ``twice_greatest / 2**20``.

    ``twice_greatest`` is twice the greater of the two scales that are added.
    """
    multiplier, shift = quantize_multiplier(float(source.scale) / twice_greatest)
    high = half_up((INT8 - source.zero) << 20, multiplier, 31)
    return high if shift == 31 else half_away(high, 1, shift - 31)


def logistic_table(source: Affine) -> Ints:
    """1 / (1 + exp(-x)) in steps of 1/256 from -128, all in 32-bit floats."""
    one = np.float32(1)
    with np.errstate(over="ignore"):
        return _function(one / (one + np.exp(-_exact(source)).astype(np.float32)), 256, -128)


def tanh_table(source: Affine) -> Ints:
    """tanh(x) in steps of 1/128."""
    return _function(np.tanh(_exact(source)).astype(np.float32), 128, 0)


def exponentials(scale: np.float32, beta: float) -> Ints:
    """Exponentials for a softmax: of 0, -1, -2 ... -255 steps, without integer bits."""
    real = min(float(np.float32(beta)) * float(scale) * (1 << (31 - _SOFTMAX_BITS)),
               (1 << 31) - 1.0)
    multiplier, shift = quantize_multiplier(real)
    if not 0 <= 31 - shift <= 31:
        raise ValueError(f"has scores in steps of {scale}, too fine for a softmax in integers")
    reach = _radius(_SOFTMAX_BITS, 31 - shift)
    below = np.arange(256)
    inside = np.minimum(below, reach)
    values = exponential(half_up(-inside << (31 - shift), multiplier, 31), _SOFTMAX_BITS)
    return np.where(below <= reach, values, 0)


def _quantize(real: float, to: Affine) -> int:
    steps = np.float32(real) / to.scale
    return to.zero + int(math.copysign(math.floor(abs(float(steps)) + 0.5), steps))


def _radius(integer_bits: int, left_shift: int) -> int:
    """The greatest difference that does not overflow the fixed-point input of a function."""
    return math.floor(((1 << integer_bits) - 1) * (1 << (31 - integer_bits)) / (1 << left_shift))


def _exact(source: Affine) -> npt.NDArray[np.float64]:
    """All values of an activation, which are 32-bit floats; functions of 64 bits round once."""
    return (source.scale * (INT8 - source.zero).astype(np.float32)).astype(np.float64)


def _function(values: npt.NDArray[np.float32], steps: int, zero: int) -> Ints:
    """Values of a function in ``steps`` to one, ties away from zero, as ``lut.h`` fills tables."""
    scaled = values.astype(np.float64) * steps
    return (np.trunc(scaled + np.copysign(0.5, scaled)).astype(np.int64) + zero).clip(-128, 127)
