"""Requantization: bring wide accumulators back to narrow activations."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["half_up"]


def half_up(
    value: npt.NDArray[np.int64], multiplier: Any, shift: Any
) -> npt.NDArray[np.int64]:
    """``(value * multiplier + 2**(shift-1)) >> shift``: round to nearest, ties upwards.

    Arguments broadcast against each other; shifts are 1 or more. Exact as long as the product fits
    64 bits.
    """
    shift = np.asarray(shift, np.int64)
    half = np.left_shift(np.int64(1), shift - 1)
    return np.right_shift(value * np.asarray(multiplier, np.int64) + half, shift)
