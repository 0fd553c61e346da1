"""Functions of two integers as one multiplication of each, an offset, and one shift.

An addition of two tensors at scales of their own rounds in one framework's way or another. On
operands of 8 bits it is a function of 65,536 pairs, and nearly linear: ``(a * own + b * other +
bias) >> shift``, limited, is the same function if the four integers are right. All pairs are
compared.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

__all__ = ["Fit", "fit"]

Ints = npt.NDArray[np.int64]
Slopes = tuple[float, float]

#: The widest shift that is tried; multipliers then have about this many bits.
MOST_SHIFT = 30

#: What no multiplier reaches.
MOST_FACTOR = 1 << 31

#: How far, in steps of the result, thresholds may lie from a line that is moved to fit them.
REACH = 1e-3


@dataclass(frozen=True, kw_only=True)
class Fit:
    """``(a * own + b * other + bias) >> shift``; with ``even``, to even where no bit is lost.

    That is rounding to nearest, ties to even, where ``bias`` is half of what the shift divides by.
    """

    own: int
    other: int
    bias: int
    shift: int
    even: bool = False

    def __call__(self, a: Ints, b: Ints) -> Ints:
        linear = a * self.own + b * self.other + self.bias
        whole = np.right_shift(linear, self.shift)
        if not self.even:
            return whole
        return whole - (whole & (np.left_shift(whole, self.shift) == linear))


def fit(a: Ints, b: Ints, wanted: Ints, slopes: Slopes, constant: float, low: int, high: int
        ) -> Fit | None:
    """The integers that make ``wanted``, of shape (len(a), len(b)), limited to ``low..high``.

    ``slopes`` and ``constant`` say about what a step of each operand adds, and what is added to
    both. Ties go to even values of ``wanted``. None if no such integers are the same function.
    """
    found = _to_even(a, b, wanted, slopes, constant, low, high)
    if found is None:
        found = _search(a, b, wanted, slopes, low, high)
    if found is None:
        found = _search(a, b, wanted, _moved(a, b, wanted, slopes, low, high), low, high)
    return found


def _to_even(a: Ints, b: Ints, wanted: Ints, slopes: Slopes, constant: float, low: int,
             high: int) -> Fit | None:
    """Ties to even, if there are any, of numbers that are whole in steps of a ``2**-shift``."""
    for shift in range(1, MOST_SHIFT // 2):
        own, other, bias = (float(np.ldexp(x, shift)) for x in (*slopes, constant))
        if max(abs(own), abs(other), abs(bias)) >= MOST_FACTOR:
            return None
        if not (own.is_integer() and other.is_integer() and bias.is_integer()):
            continue
        found = Fit(own=int(own), other=int(other), bias=int(bias) + (1 << (shift - 1)),
                    shift=shift, even=True)
        up = replace(found, even=False)
        return found if _is(found, a, b, wanted, low, high) and not _is(
            up, a, b, wanted, low, high) else None
    return None


def _is(made: Fit, a: Ints, b: Ints, wanted: Ints, low: int, high: int) -> bool:
    return np.array_equal(made(a[:, None], b).clip(low, high), wanted)


def _search(a: Ints, b: Ints, wanted: Ints, slopes: Slopes, low: int, high: int) -> Fit | None:
    for shift in range(1, MOST_SHIFT + 1):
        if max(map(abs, slopes)) >= np.ldexp(MOST_FACTOR, -shift):
            return None
        near = [int(np.rint(np.ldexp(slope, shift))) for slope in slopes]
        for nudge in ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, -1), (1, -1), (-1, 1)):
            first, second = near[0] + nudge[0], near[1] + nudge[1]
            bias = _bias(first * a[:, None] + second * b, wanted, shift, low, high)
            if bias is not None:
                return Fit(own=first, other=second, bias=bias, shift=shift)
    return None


def _bias(linear: Ints, wanted: Ints, shift: int, low: int, high: int) -> int | None:
    """An integer that makes ``(linear + bias) >> shift``, limited, what is wanted everywhere."""
    least = np.left_shift(wanted, shift) - linear
    above, below = least[wanted > low], least[wanted < high] + (1 << shift) - 1
    if not above.size and not below.size:
        return 0
    smallest = int(above.max()) if above.size else int(below.min())
    return smallest if not below.size or smallest <= int(below.min()) else None


def _moved(a: Ints, b: Ints, wanted: Ints, slopes: Slopes, low: int, high: int) -> Slopes:
    """Slopes a little beside, that leave the most room for the bias.

    Floating point turns a few pairs that lie near a tie. The room is a concave function of both
    slopes, whose maximum three-part division finds, within another; only pairs near a tie matter.
    """
    first, second = (grid.ravel() for grid in np.meshgrid(a, b, indexing="ij"))
    steps = wanted.ravel()
    least = steps - (slopes[0] * first + slopes[1] * second)
    above, below = steps > low, steps < high
    if not above.any() or not below.any():
        return slopes
    above &= least > least[above].max() - REACH
    below &= least < least[below].min() + REACH
    reach = REACH / 4 / max(1, np.abs(first).max(), np.abs(second).max())

    def room(x: float, y: float) -> float:
        rest = least - x * first - y * second
        return float((rest[near_below] + 1).min() - rest[near_above].max())

    near = above | below
    first, second, least = first[near], second[near], least[near]
    near_above, near_below = above[near], below[near]
    x = _greatest(lambda x: room(x, _greatest(lambda y: room(x, y), reach)), reach)
    return slopes[0] + x, slopes[1] + _greatest(lambda y: room(x, y), reach)


def _greatest(value: Callable[[float], float], reach: float) -> float:
    """Where a concave function is greatest within ``-reach..reach``."""
    least, most = -reach, reach
    for _ in range(40):
        third = (most - least) / 3
        if value(least + third) < value(most - third):
            least += third
        else:
            most -= third
    return (least + most) / 2
