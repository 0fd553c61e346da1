"""Types of the values that travel between nodes."""

from __future__ import annotations

import math
from dataclasses import dataclass

__all__ = ["TensorType"]


@dataclass(frozen=True, kw_only=True)
class TensorType:
    """Shape and exact integer range of one sample of a tensor.

    Attributes
    ----------
    shape : tuple of int
        Without the batch: (height, width, channels), or (channels,) after flattening.
    low, high : int
        Smallest and largest value that can occur. For accumulators this is the exact bound
        that the weights allow, so a hardware register of this range never overflows.
    scale : float or None
        Real value of one step; ``None`` for accumulators, whose scale differs by channel.
    zero : float
        Integer that stands for the real number zero: a real value is ``scale * (integer - zero)``.
    """

    shape: tuple[int, ...]
    low: int
    high: int
    scale: float | None = None
    zero: float = 0.0

    @property
    def size(self) -> int:
        """Number of elements in one sample."""
        return math.prod(self.shape)

    @property
    def channels(self) -> int:
        return self.shape[-1]

    @property
    def signed(self) -> bool:
        return self.low < 0

    @property
    def bits(self) -> int:
        """Width of the narrowest two's-complement or unsigned integer that holds the range."""
        if self.signed:
            return max((-self.low - 1).bit_length(), self.high.bit_length()) + 1
        return max(self.high.bit_length(), 1)
