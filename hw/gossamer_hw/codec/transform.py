"""ZFP's block transform in exact integers: lifting, order of the coefficients, negabinary, planes.

Lindstrom, "Fixed-Rate Compressed Floating-Point Arrays", IEEE TVCG 20(12), 2014.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = ["ORDER", "codes", "coefficients", "forward", "integers", "inverse", "negabinary",
           "planes", "values", "wrap"]

Ints = npt.NDArray[np.int64]

#: Places in a block by ascending frequency, by dimension; the place is x + 4 y.
ORDER = {1: (0, 1, 2, 3), 2: (0, 1, 4, 5, 2, 8, 6, 9, 3, 12, 10, 7, 13, 11, 14, 15)}


def wrap(array: Ints, width: int) -> Ints:
    """The signed numbers of ``width`` bits that are equal modulo ``2 ** width``."""
    half = 1 << width - 1
    return (array + half & (1 << width) - 1) - half


def _axes(blocks: Ints) -> tuple[Ints, tuple[int, ...]]:
    """Blocks with an axis for each dimension, and these axes, x first."""
    if blocks.shape[-1] == 4:
        return blocks, (-1,)
    return blocks.reshape(-1, 4, 4), (-1, -2)


def forward(blocks: Ints, width: int) -> Ints:
    """Transform blocks (count, 4 or 16); all sums wrap at ``width`` bits."""
    shaped, axes = _axes(blocks)
    for axis in axes:
        x, y, z, w = np.moveaxis(shaped, axis, 0)
        x = wrap(x + w, width) >> 1
        w = w - x
        z = wrap(z + y, width) >> 1
        y = y - z
        x = wrap(x + z, width) >> 1
        z = wrap(z - x, width)
        w = wrap(w + y, width) >> 1
        y = wrap(y - w, width)
        w = wrap(w + (y >> 1), width)
        y = wrap(y - (w >> 1), width)
        shaped = np.stack((x, y, z, w), axis)
    return shaped.reshape(blocks.shape)


def inverse(blocks: Ints, width: int) -> Ints:
    """Transform back; all sums wrap at ``width`` bits."""
    shaped, axes = _axes(blocks)
    for axis in reversed(axes):
        x, y, z, w = np.moveaxis(shaped, axis, 0)
        y = wrap(y + (w >> 1), width)
        w = wrap(w - (y >> 1), width)
        y, w = w + y, w - y
        z, x = x + z, x - z
        y, z = z + y, z - y
        w, x = x + w, x - w
        shaped = wrap(np.stack((x, y, z, w), axis), width)
    return shaped.reshape(blocks.shape)


def _mask(width: int) -> int:
    return sum(1 << i for i in range(1, width, 2))


def negabinary(array: Ints, width: int) -> Ints:
    """Numbers to base -2, as unsigned numbers of ``width`` bits."""
    mask = _mask(width)
    return (array + mask ^ mask) & (1 << width) - 1


def integers(codes: Ints, width: int) -> Ints:
    """Numbers that these are to base -2."""
    mask = _mask(width)
    return wrap((codes ^ mask) - mask, width)


def planes(codes: Ints) -> Ints:
    """Bit planes (count, 32) of coefficients (count, size): coefficient j is bit j of a plane."""
    bits = codes[:, None, :] >> np.arange(32)[:, None] & 1
    return bits @ (1 << np.arange(codes.shape[-1]))


def coefficients(planes: Ints, size: int) -> Ints:
    """Coefficients (count, size) of bit planes (count, planes)."""
    bits = planes[:, :, None] >> np.arange(size) & 1
    return (bits << np.arange(planes.shape[1])[:, None]).sum(axis=1)


def codes(blocks: Ints, width: int) -> Ints:
    """Bit planes (count, 32) of blocks of integers of ``width`` bits."""
    order = ORDER[1 if blocks.shape[-1] == 4 else 2]
    return planes(negabinary(forward(blocks, width)[:, order], width))


def values(planes: Ints, size: int, width: int) -> Ints:
    """Blocks of integers of bit planes: what :func:`codes` began with, but for rounding."""
    blocks = np.empty((len(planes), size), np.int64)
    blocks[:, ORDER[1 if size == 4 else 2]] = integers(coefficients(planes, size), width)
    return inverse(blocks, width)
