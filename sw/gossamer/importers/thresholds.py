"""Turn what stands between sums and a quantiser into thresholds, and these into one multiplication.

Between a sum of integers and the next quantiser, a network may scale, add, normalise, clamp or
squash each channel. Whatever it is, it is monotone, so the quantised value is a number of
thresholds that the sum reaches. They are found by bisection over the sums, with the floating-point
functions of the model itself, and are exact. Where a multiplication with rounding passes through
the same thresholds, it takes their place: it is the same function, and cheaper.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ParamSpec, TypeVar

import numpy as np
import numpy.typing as npt

from gossamer_hw.requantize import ROUNDINGS

__all__ = ["Line", "Rescaling", "nearest", "remembered", "rescaling", "thresholds"]

Ints = npt.NDArray[np.int64]
P = ParamSpec("P")
T = TypeVar("T")

#: Which of these is tried first where several give the same integers.
RULES = ("half_up", "half_even", "half_away", "floor")

MOST_SHIFT = 47

#: Bits below the sums that a bias may have; the fewest that give the same integers are taken.
FRACTIONS = (0, 1, 2, 3, 4, 6, 8, 10, 12)

#: Most thresholds for which a fraction is searched.
MOST_FINE = 1 << 17

#: Lines with no more room than this, in sums, have none: their room is a fraction of few steps.
NO_ROOM = 1e-6

#: Most results that are remembered.
MOST_KNOWN = 32


@dataclass(frozen=True, kw_only=True, eq=False)
class Rescaling:
    """``round(((sum << fraction) + bias) * multiplier / 2**shift) + offset``, for each channel."""

    bias: Ints
    multiplier: Ints
    shift: Ints
    offset: int
    rounding: str
    fraction: int = 0


def thresholds(levels: Callable[[Ints], Ints], channels: int, low: int, high: int, steps: int
               ) -> Ints:
    """The least sums, (channels, steps), at which ``levels`` reaches 1, 2, ... ``steps``.

    Parameters
    ----------
    levels : function
        From sums (channels, n) to integers 0..steps, not falling as the sums rise.
    low, high : int
        Range of the sums; ``low`` and ``high + 1`` stand for always and never.
    """
    below = np.full((channels, steps), low - 1)
    reached = np.full((channels, steps), high + 1)
    wanted = np.arange(1, steps + 1)
    for _ in range(int(high - low + 2).bit_length()):
        middle = (below + reached) // 2
        inside = middle.clip(low, high)
        enough = (levels(inside) >= wanted) & (middle >= low)
        below, reached = np.where(enough, below, middle), np.where(enough, middle, reached)
    return reached


def remembered(function: Callable[P, T]) -> Callable[P, T]:
    """The same function of arrays and numbers, which knows its last results.

    Averages are asked for once for every window of a divisor, with the same arrays.
    """
    known: dict[object, T] = {}

    @functools.wraps(function)
    def recall(*arguments: P.args, **keys: P.kwargs) -> T:
        key = tuple((value.shape, value.dtype.str, value.tobytes())
                    if isinstance(value, np.ndarray) else value
                    for value in (*arguments, *sorted(keys.items())))
        if key not in known:
            while len(known) >= MOST_KNOWN:
                del known[next(iter(known))]
            known[key] = function(*arguments, **keys)
        return known[key]

    return recall


@remembered
def rescaling(
    found: Ints, first: int, step: int, low: int, high: int,
    gain: npt.NDArray[np.float64] | None, shift_of_sums: npt.NDArray[np.float64] | None,
    offset: int = 0, *, fine: bool = False,
) -> Rescaling | None:
    """A multiplication with rounding that reaches the thresholds ``found``, or None.

    Parameters
    ----------
    found : int array, shape (channels, steps)
    first, step : int
        The value below all thresholds, and what each adds.
    low, high : int
        Range of the sums.
    gain, shift_of_sums : float arrays, shape (channels,), or None
        ``gain * (sum + shift_of_sums) + offset`` is the value before rounding, where the model is
        linear.
    fine : bool
        Whether a bias lies between two sums.
    """
    channels, steps = found.shape
    given = [line for line in (gain, shift_of_sums) if line is not None]
    if channels > 1 and all((rows == rows[:1]).all() for rows in (found, *given)):
        made = rescaling(found[:1], first, step, low, high, None if gain is None else gain[:1],
                         None if shift_of_sums is None else shift_of_sums[:1], offset, fine=fine)
        return made and replace(made, bias=made.bias.repeat(channels),
                                multiplier=made.multiplier.repeat(channels),
                                shift=made.shift.repeat(channels))
    if steps == 1:
        # The sign of sum - threshold, limited to two values that are a step apart.
        return _checked(found, first, step, low, high, Rescaling(
            bias=-found[:, 0] if step == 2 else first + 1 - found[:, 0],
            multiplier=np.full(channels, 2 * step), shift=np.ones(channels, np.int64),
            offset=first + step if step == 2 else 0, rounding="half_up"))
    if step != 1:
        return None
    if steps == 2:
        # Three values, the middle one as wide as the thresholds are apart.
        width = np.maximum(found[:, 1] - found[:, 0], 1)
        made = _search(found, first, low, high, 1.0 / width, -found[:, 0], first + 1, ("floor",))
        if made is not None:
            return made
    if fine and found.size > MOST_FINE:
        return None
    lines = [] if gain is None or shift_of_sums is None else [(gain, shift_of_sums)]
    if fine:
        line = nearest(found, low, high)
        if (line.room < NO_ROOM).any():
            return None     # ties, which a bias between two sums leaves none of
        middle = (line.greatest + line.smallest)[:, 0] / 2
        lines.append((1 / line.apart, line.apart * (first - offset - 0.5) - middle))
    for slope, start in lines:
        if not (slope > 0).all() or not np.isfinite(start).all() or np.abs(start).max() > 1 << 40:
            continue
        for fraction in FRACTIONS[1:] if fine else FRACTIONS[:1]:
            bias = np.rint(np.ldexp(start, fraction)).astype(np.int64)
            # A bias between two sums leaves no ties, by which the rules differ.
            made = _search(found, first, low, high, np.ldexp(slope, -fraction), bias, offset,
                           RULES[:1] if fraction else RULES, fraction)
            if made is not None:
                return made
    return None


@dataclass(frozen=True, kw_only=True, eq=False)
class Line:
    """The lines that come closest to thresholds, (channels, steps), one for each channel.

    Attributes
    ----------
    apart : float array, shape (channels,)
        Sums from one step to the next.
    rest : float array, shape (channels, steps)
        Where each threshold lies along the line: they are within one sum of each other, from
        ``smallest`` to ``greatest`` (channels, 1), if a line passes through all of them. Infinite
        with one that all sums reach or none does, of which one side alone is known.
    """

    apart: npt.NDArray[np.float64]
    rest: npt.NDArray[np.float64]
    smallest: npt.NDArray[np.float64]
    greatest: npt.NDArray[np.float64]

    @property
    def room(self) -> npt.NDArray[np.float64]:
        """Sums that the line may be moved to either side; below 0 if it misses thresholds."""
        return np.asarray((1 - (self.greatest - self.smallest)[:, 0]) / 2)


def nearest(found: Ints, low: int, high: int) -> Line:
    """The lines that come closest to the thresholds ``found`` of sums in ``low..high``.

    A threshold t stands for a step anywhere in (t - 1, t], one that all sums reach for any lower
    step, and one that none reaches for any higher one. Of the lines on which steps are ``apart``,
    the worst distance from the middles of these is least; it is a convex function of that
    distance between steps, whose minimum three-part division finds.
    """
    steps = np.arange(1, found.shape[1] + 1)
    middle = found.clip(low, high + 1) - 0.5
    above, below = found <= low, found > high

    def spread(apart: npt.NDArray[np.float64]) -> tuple[npt.NDArray[np.float64], ...]:
        rest = middle - apart[:, None] * steps
        return (np.where(above, -np.inf, rest).max(axis=1, initial=-1e12),
                np.where(below, np.inf, rest).min(axis=1, initial=1e12))

    least = np.full(len(found), 1 / 16)
    most = np.full(len(found), 2.0 * (high - low + 2))
    for _ in range(100):
        third = (most - least) / 3
        one, two = least + third, most - third
        nearer = np.subtract(*spread(one)) <= np.subtract(*spread(two))
        least, most = np.where(nearer, least, one), np.where(nearer, two, most)
    apart = (least + most) / 2
    greatest, smallest = spread(apart)
    # Without a threshold on one side, a step to that side of the others is far enough.
    greatest = np.where(above.all(axis=1), smallest - 2, greatest)
    smallest = np.where(below.all(axis=1), greatest + 2, smallest)
    rest = np.where(above | below, np.nan, middle - apart[:, None] * steps)
    return Line(apart=apart, rest=rest, smallest=smallest[:, None], greatest=greatest[:, None])


def _search(found: Ints, first: int, low: int, high: int, gain: npt.NDArray[np.float64],
            bias: Ints, offset: int, rules: tuple[str, ...], fraction: int = 0
            ) -> Rescaling | None:
    """The least shifts whose rounded multipliers reach the thresholds, by one rule for all."""
    for rounding in rules:
        channels = len(found)
        multiplier, shift = np.ones(channels, np.int64), np.zeros(channels, np.int64)
        for size in range(1, MOST_SHIFT + 1):
            scaled = np.ldexp(gain, size)
            scaled = np.ceil(scaled) if rounding == "floor" else np.rint(scaled)
            usable = (shift == 0) & (scaled >= 1) & (scaled < 1 << 31)
            if not usable.any():
                continue
            trial = Rescaling(bias=bias, multiplier=np.where(usable, scaled, 1).astype(np.int64),
                              shift=np.full(channels, size), offset=offset, rounding=rounding,
                              fraction=fraction)
            right = usable & _reaches(found, first, 1, low, high, trial)
            multiplier = np.where(right, trial.multiplier, multiplier)
            shift = np.where(right, size, shift)
            if shift.all():
                return replace(trial, multiplier=multiplier, shift=shift)
    return None


def _checked(found: Ints, first: int, step: int, low: int, high: int, made: Rescaling
             ) -> Rescaling | None:
    return made if _reaches(found, first, step, low, high, made).all() else None


def _reaches(found: Ints, first: int, step: int, low: int, high: int, made: Rescaling
             ) -> npt.NDArray[np.bool_]:
    """Which channels' values rise at the thresholds and nowhere else."""
    last = first + step * found.shape[1]

    def value(sums: Ints) -> Ints:
        rounded = ROUNDINGS[made.rounding](
            (sums << made.fraction) + made.bias[:, None], made.multiplier[:, None],
            made.shift[:, None])
        return (rounded + made.offset).clip(first, last)

    at, before = value(found.clip(low, high)), value((found - 1).clip(low, high))
    after = first + step * np.arange(1, found.shape[1] + 1)
    reached = (found > high) | (at >= after)
    not_before = (found <= low) | (before < after)
    # Values between the steps, which a step of two skips, must not occur.
    whole = ((at - first) % step == 0) & ((before - first) % step == 0)
    result: npt.NDArray[np.bool_] = (reached & not_before & whole).all(axis=1)
    return result
