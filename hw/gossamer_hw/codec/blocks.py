"""Blocks: cut arrays into blocks of four values along each dimension, and put them together."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["SIDE", "count", "cut", "join"]

#: Values along each side of a block.
SIDE = 4

Array = npt.NDArray[Any]

#: What stands in the four places where an array ends after so many: ZFP repeats values so that the
#: block stays smooth.
PADDING = {1: (0, 0, 0, 0), 2: (0, 1, 1, 0), 3: (0, 1, 2, 0), 4: (0, 1, 2, 3)}


def _places(length: int) -> npt.NDArray[np.intp]:
    """Where each value of a row of whole blocks comes from."""
    return np.array([start + place for start in range(0, length, SIDE)
                     for place in PADDING[min(SIDE, length - start)]], np.intp)


def count(shape: tuple[int, ...], dimension: int) -> int:
    """Blocks of an array of that shape."""
    whole = shape[:-dimension] + tuple(-(-length // SIDE) for length in shape[-dimension:])
    return int(np.prod(whole))


def cut(array: Array, dimension: int) -> Array:
    """Blocks (count, 4 ** dimension) over the last axes, the last axis fastest.

    Axes in front of the last ``dimension`` ones are cut one by one. Blocks that the array does not
    fill are padded as in ZFP.
    """
    if array.ndim < dimension:
        raise ValueError(f"An array of {array.ndim} axes has no blocks of {dimension} dimensions")
    for axis in range(array.ndim - dimension, array.ndim):
        array = array.take(_places(array.shape[axis]), axis)
    if dimension == 1:
        return array.reshape(-1, SIDE)
    *_, height, width = array.shape
    tiles = array.reshape(-1, height // SIDE, SIDE, width // SIDE, SIDE)
    return tiles.swapaxes(2, 3).reshape(-1, SIDE * SIDE)


def join(blocks: Array, shape: tuple[int, ...]) -> Array:
    """The array whose blocks these are, without the padding."""
    if blocks.shape[-1] == SIDE:
        *rest, width = shape
        across = -(-width // SIDE)
        return blocks.reshape(*rest, across * SIDE)[..., :width]
    *rest, height, width = shape
    down, across = -(-height // SIDE), -(-width // SIDE)
    tiles = blocks.reshape(-1, down, across, SIDE, SIDE).swapaxes(2, 3)
    return tiles.reshape(*rest, down * SIDE, across * SIDE)[..., :height, :width]
