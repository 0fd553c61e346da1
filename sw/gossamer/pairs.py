"""Functions of two integers as one multiplication of each, an offset, and one shift.

An addition of two tensors at scales of their own rounds in one framework's way or another. On
operands of 8 bits it is a function of 65,536 pairs, and nearly linear: ``(a * own + b * other +
bias) >> shift``, limited, is the same function if the four integers are right. All pairs are
compared. A multiplication of two tensors is one of their product, an offset, and one shift.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from gossamer_hw.requantize import ROUNDINGS

__all__ = ["Fit", "Scaled", "fit", "rescaled", "scaled"]

Ints = npt.NDArray[np.int64]
Slopes = tuple[float, float]

#: The widest shift that is tried; multipliers then have about this many bits.
MOST_SHIFT = 30

#: The same of products.
MOST_PRODUCT = 48

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


@dataclass(frozen=True, kw_only=True)
class Scaled:
    """``(product * multiplier + bias) >> shift``, with ``below`` for the bias of what is negative.

    With ``even``, to even where no bit is lost, as in :class:`Fit`.
    """

    multiplier: int
    bias: int
    below: int
    shift: int
    even: bool = False

    def __call__(self, products: Ints) -> Ints:
        exact = products * self.multiplier
        exact = exact + np.where(exact < 0, self.below, self.bias)
        whole = np.right_shift(exact, self.shift)
        if not self.even:
            return whole
        return whole - (whole & (np.left_shift(whole, self.shift) == exact))


def scaled(products: Ints, wanted: Ints, gain: float, low: int, high: int) -> Scaled | None:
    """The integers that make ``wanted``, limited to ``low..high``, of ``products`` of its shape.

    ``gain`` says about what a step of the product adds. None if no such integers do.
    """
    signs = [np.sign(gain) * products >= 0, np.sign(gain) * products < 0]
    ends = [_ends(products[sign], wanted[sign]) for sign in signs]
    for shift in range(1, MOST_PRODUCT + 1):
        near = int(np.rint(np.ldexp(gain, shift)))
        if abs(near) >= MOST_FACTOR:
            break
        even = near == np.ldexp(gain, shift)
        for multiplier in (near, near + 1, near - 1):
            if multiplier * gain <= 0:
                continue
            biases = [_bias(part * multiplier, levels, shift, low, high) for part, levels in ends]
            if None not in biases:
                return Scaled(multiplier=multiplier, bias=biases[0] or 0, below=biases[1] or 0,
                              shift=shift)
        half = 1 << (shift - 1)
        found = Scaled(multiplier=near, bias=half, below=half, shift=shift, even=True)
        if even and np.array_equal(found(products).clip(low, high), wanted):
            return found
    return None


def rescaled(products: Ints, wanted: Ints, gain: float, low: int, high: int
             ) -> tuple[str, int, int] | None:
    """The rounding rule, the multiplier and the shift that make ``wanted``, as :func:`scaled`.

    Floating point turns a few products that lie near a tie; ``gain`` is moved by as much as lets
    all of them be on their side.
    """
    ends, levels = _ends(products, wanted)
    steps = np.stack([levels - 0.5, levels + 0.5]) / np.where(ends == 0, np.nan, ends)
    limited = np.stack([levels == low, levels == high])
    inside = np.where(limited | np.isnan(steps), np.nan, steps)
    least = np.nanmax(np.where(ends > 0, inside[0], inside[1]), initial=-np.inf)
    most = np.nanmin(np.where(ends > 0, inside[1], inside[0]), initial=np.inf)
    middle = (least + most) / 2 if np.isfinite(least + most) and least < most else gain
    for shift in range(1, MOST_PRODUCT):
        near = int(np.rint(np.ldexp(middle, shift)))
        if abs(near) >= MOST_FACTOR:
            break
        for rule in ("half_up", "half_even", "half_away"):
            made = ROUNDINGS[rule](ends, near, shift).clip(low, high)
            if near and np.array_equal(made, levels):
                return rule, near, shift
    return None


def _ends(products: Ints, wanted: Ints) -> tuple[Ints, Ints]:
    """The least and the greatest product of each level that is wanted."""
    order = np.lexsort((products, wanted))
    products, wanted = products[order], wanted[order]
    first = np.append(True, wanted[1:] != wanted[:-1])[:len(wanted)]
    last = np.append(first[1:], True)[:len(wanted)]
    return products[first | last], wanted[first | last]


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
