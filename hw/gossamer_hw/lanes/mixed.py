"""Mixed lanes: some rows multiply in DSP blocks, the others in LUTs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from amaranth.hdl import Module, Value

from .base import Lanes
from .integer import IntegerLanes

__all__ = ["MixedLanes"]


@dataclass(frozen=True)
class MixedLanes(Lanes):
    """Weights of 1 to 8 bits, for arrays of more lanes than a device has DSP blocks.

    Attributes
    ----------
    bits : int
    rows : int
        The first rows of the array, whose lanes have a DSP block each.
    halved : bool
        As in :class:`IntegerLanes`.
    """

    bits: int
    rows: int
    halved: bool = False

    def __post_init__(self) -> None:
        if self.rows < 1:
            raise ValueError(f"Mixed lanes must have a row in DSP blocks, not {self.rows!r}")
        # Refuses what integer lanes refuse.
        IntegerLanes(self.bits)

    @property
    def name(self) -> str:
        return f"int{self.bits}-mixed{self.rows}"

    @property
    def weight_width(self) -> int:
        return self.bits

    @property
    def parts(self) -> tuple[IntegerLanes, IntegerLanes]:
        """Lanes of the first rows, and of the others."""
        return (IntegerLanes(self.bits, dsp=True, halved=self.halved),
                IntegerLanes(self.bits, halved=self.halved))

    @property
    def latency(self) -> int:
        return int(self.halved)

    def legal(self, low: int, high: int) -> bool:
        return self.parts[0].legal(low, high)

    def products(
        self, m: Module, weights: Sequence[Sequence[Value]], operands: Sequence[Sequence[Value]]
    ) -> list[list[Value]]:
        first, others = self.parts
        return (first.products(m, weights[:self.rows], operands[:self.rows])
                + others.products(m, weights[self.rows:], operands[self.rows:]))
