"""Limits: what a compressor may spend on a block, which may change from tensor to tensor."""

from __future__ import annotations

import math
from dataclasses import dataclass

__all__ = ["Limits"]


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How much of each block is kept.

    Attributes
    ----------
    bits : int
        Size of every block, which is cut or padded to it; 0 leaves blocks as large as they are.
    planes : int
        Bit planes that are kept at most.
    exponent : int
        Weight of the last bit plane that matters, as a power of two.
    """

    bits: int = 0
    planes: int = 64
    exponent: int = -1074

    def __post_init__(self) -> None:
        if self.bits < 0:
            raise ValueError(f"Blocks must have 0 bits, for any size, or more, not {self.bits!r}")
        if self.planes < 1:
            raise ValueError(f"At least one bit plane must be kept, not {self.planes!r}")

    @classmethod
    def rate(cls, bits: float, dimension: int) -> Limits:
        """A fixed number of bits per value, rounded to whole bits per block."""
        return cls(bits=math.floor(bits * 4**dimension + 0.5))

    @classmethod
    def precision(cls, planes: int) -> Limits:
        """A fixed number of bit planes: an error relative to the largest value of the block."""
        return cls(planes=planes)

    @classmethod
    def accuracy(cls, tolerance: float) -> Limits:
        """A bound of the absolute error, rounded down to a power of two."""
        if not tolerance > 0:
            raise ValueError(f"A tolerance must be more than zero, not {tolerance!r}")
        return cls(exponent=math.frexp(tolerance)[1] - 1)

    def kept(self, exponent: int, dimension: int) -> int:
        """Bit planes to keep where all values are less than ``2 ** exponent``."""
        return min(self.planes, max(0, exponent - self.exponent + 2 * (dimension + 1)))
