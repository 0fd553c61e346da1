"""Straight lines through all thresholds but a few, and the sums at which these are exceptions.

A model that multiplies sums by a scale in 32-bit floats rounds twice: where a product lies within
2^-24 of a tie, it may become the tie, or pass it. Thresholds are then a sum off, to either side,
and in one of some thirty channels of 8 bits no straight line passes through all of them.
"""

from __future__ import annotations

import numpy as np

from .thresholds import Ints, nearest, remembered

__all__ = ["straightened"]

#: Most exceptions in one channel.
MOST = 8

#: What lines must be away from any other sum, in sums: what a bias with its bits of fraction finds.
LEAST = 2.0 ** -10

#: Thresholds this near to the line's limits, in sums, are those that hold it.
NEAR = 1e-6

#: Sums by which a line is moved away from ties.
ASIDE = [side * 2.0 ** -bits for bits in range(10, 3, -1) for side in (-1, 1)]


def straightened(found: Ints, low: int, high: int) -> tuple[Ints, Ints] | None:
    """Thresholds on straight lines, and exceptions from these, or None if there are too many.

    Parameters
    ----------
    found : int array, shape (channels, steps)
        The thresholds.
    low, high : int
        Range of the sums.

    Returns
    -------
    int array, shape (channels, steps)
        The thresholds, some of them one sum higher or lower.
    int array, shape (n, 3)
        Channel, sum and step: at just this sum, sum + step reaches as many of the new thresholds as
        the sum reaches of the old ones.
    """
    straight = found.copy()
    exceptions = []
    for channel in np.flatnonzero(nearest(found, low, high).room < LEAST):
        moved = _shifted(found[channel], low, high)
        if moved is None:
            return None
        straight[channel] += moved
        for step in np.flatnonzero(moved):
            # Reached a sum too late, it is reached at this sum by the next one; or the reverse.
            at = found[channel, step] + min(0, moved[step])
            exceptions.append((channel, at, moved[step]))
            reached = np.searchsorted(straight[channel], at + moved[step], side="right")
            if reached != np.searchsorted(found[channel], at, side="right"):
                return None
    table = np.array(exceptions, np.int64).reshape(-1, 3)
    if len(np.unique(table[:, :2], axis=0)) < len(table):
        return None
    return straight, table


@remembered
def _shifted(found: Ints, low: int, high: int) -> Ints | None:
    """By how much thresholds (steps,) of a channel are moved to lie on a line, one way or other."""
    moved = _moved(found, low, high)
    return _aside(found, low, high) if moved is None else moved


def _moved(found: Ints, low: int, high: int) -> Ints | None:
    """By how much thresholds (steps,) of a channel are moved so that a line passes through them."""
    moved = np.zeros_like(found)
    for _ in range(MOST):
        line = nearest((found + moved)[None], low, high)
        trials = []
        sides = ((line.rest >= line.greatest - NEAR, -1), (line.rest <= line.smallest + NEAR, 1))
        if min(int(held.sum()) for held, _ in sides) > MOST:
            return None     # ties, more of them to either side than may be moved
        for held, step in sides:
            for k in np.flatnonzero(held[0]):
                trial = moved.copy()
                trial[k] += step
                if abs(trial[k]) < 2 and low < (found + trial)[k] <= high:
                    trials.append((float(nearest((found + trial)[None], low, high).room[0]), trial))
        if not trials:
            return None
        room, moved = max(trials, key=lambda trial: trial[0])
        if room >= LEAST:
            return moved
    return None


def _aside(found: Ints, low: int, high: int) -> Ints | None:
    """The same where many ties lie near one line.

    The line that comes closest lies at the ties; moved a little, it passes all of them on one side,
    and what rounds to the other is moved.
    """
    line = nearest(found[None], low, high)
    steps = np.arange(1, len(found) + 1)
    ties = line.apart * steps + (line.smallest + line.greatest)[0] / 2
    inside = (found > low) & (found <= high)
    best, fewest = None, MOST + 1
    for aside in ASIDE:
        moved = np.where(inside, np.ceil(ties + aside) - found, 0).astype(np.int64)
        straight = (found + moved)[inside]
        count = int(np.count_nonzero(moved))
        if count < fewest and np.abs(moved).max() < 2 and (straight > low).all() and (
                straight <= high).all() and nearest((found + moved)[None], low, high).room >= LEAST:
            best, fewest = moved, count
    return best
