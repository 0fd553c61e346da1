"""Averages of windows that reach beyond an image, where not all of them divide by one number.

All results are computed with the divisor that most of them have; rows and columns of results with
another one are computed again and put in their places.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .. import ir

__all__ = ["MOST_REGIONS", "Axis", "Region", "axis", "regions"]

#: Most parts of one result that are computed with divisors of their own.
MOST_REGIONS = 64


@dataclass(frozen=True, kw_only=True, eq=False)
class Axis:
    """One axis of a pool: elements, window, stride, padding before, and what each result divides by
    along this axis.
    """

    size: int
    window: int
    stride: int
    before: int
    counts: npt.NDArray[np.int64]

    def start(self, result: int) -> int:
        """First element of a window, which may lie before the image."""
        return result * self.stride - self.before

    @property
    def inside(self) -> npt.NDArray[np.int64]:
        """Elements of every window that are inside the image."""
        return axis(self.size, self.window, self.stride, self.before, len(self.counts)).counts


@dataclass(frozen=True, kw_only=True)
class _Run:
    """Results ``at`` and those after it: the elements that they read, and what lies around them."""

    at: int
    first: int
    size: int
    window: int
    padding: tuple[int, int]
    count: int


@dataclass(frozen=True, kw_only=True)
class Region:
    """Results from ``at`` on, with a divisor of their own.

    Attributes
    ----------
    at : (row, column)
    first, size : (row, column), (height, width)
        The part of the image that they read.
    window : (height, width)
    padding : (top, bottom, left, right)
        Around that part.
    count : int
        The divisor.
    """

    at: tuple[int, int]
    first: tuple[int, int]
    size: tuple[int, int]
    window: tuple[int, int]
    padding: tuple[int, int, int, int]
    count: int

    def part(self, name: str, x: str, shape: tuple[int, ...]) -> ir.Slice | None:
        """What the region reads of an image of this shape, unless it is all of it."""
        if self.size == shape[:2]:
            return None
        return ir.Slice(name=name, x=x, first=(*self.first, 0), shape=(*self.size, shape[2]))

    def sums(self, name: str, x: str, channels: int, stride: tuple[int, int], pad: int
             ) -> ir.SumPool | ir.Conv2d:
        """Sums over the windows; outside is the integer ``pad``."""
        pool = ir.SumPool(name=name, x=x, window=self.window, stride=stride)
        if not any(self.padding):
            return pool
        return ir.Conv2d(
            name=name, x=x, weight=pool.convolution(channels).weight,
            bias=pool.convolution(channels).bias, weight_bits=2, stride=stride, groups=channels,
            padding=self.padding, pad=pad)


def axis(size: int, window: int, stride: int, before: int, results: int, least: int = 0,
         most: int = 0) -> Axis:
    """An axis along which every result divides by its window's elements inside the image.

    Of the frame around it, ``least`` elements before and ``most`` after the image count as well.
    """
    start = np.arange(results) * stride - before
    counts = np.minimum(start + window, size + most) - np.maximum(start, -least)
    return Axis(size=size, window=window, stride=stride, before=before, counts=counts.clip(0))


def regions(vertical: Axis, horizontal: Axis) -> list[Region]:
    """The first one covers all results; each of the others is put over those before it.

    There are none if a window lies outside of the image, or more than :data:`MOST_REGIONS`.
    """
    if min(vertical.inside.min(), horizontal.inside.min()) < 1:
        return []
    downs = _runs(vertical, together=True)
    acrosses = _runs(horizontal, together=False)
    if not 0 < len(downs) * len(acrosses) <= MOST_REGIONS:
        return []
    return [Region(
        at=(down.at, across.at), first=(down.first, across.first),
        size=(down.size, across.size), window=(down.window, across.window),
        padding=(*down.padding, *across.padding), count=down.count * across.count,
    ) for down, across in itertools.product(downs, acrosses)]


def _runs(line: Axis, *, together: bool) -> list[_Run]:
    """All results with the most frequent divisor; then those with others, ``together`` or not.

    None if there are too many.
    """
    values, counts = np.unique(line.counts, return_counts=True)
    usual = values[counts.argmax()]
    others = np.flatnonzero(line.counts != usual)
    apart = (np.diff(others) > 1) | (np.diff(line.counts[others]) != 0) | (not together)
    ends = np.flatnonzero(apart) + 1
    if len(ends) >= MOST_REGIONS:
        return []
    parts = np.split(others, ends)
    return [_run(line, np.arange(len(line.counts)), usual),
            *(_run(line, part, line.counts[part[0]]) for part in parts if len(part))]


def _run(line: Axis, results: npt.NDArray[np.int64], count: int) -> _Run:
    start, end = line.start(int(results[0])), line.start(int(results[-1])) + line.window
    first, last = max(start, 0), min(end, line.size)
    single = len(results) == 1
    whole = len(results) == len(line.counts)    # what is left over is no window more
    return _Run(at=int(results[0]), first=first, size=line.size if whole else last - first,
                window=last - first if single else line.window,
                padding=(0, 0) if single else (first - start, end - last), count=int(count))
