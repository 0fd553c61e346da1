"""Lanes: how a weight meets an operand."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from amaranth.hdl import Module, Signal, Value

__all__ = ["Lanes"]


@dataclass(frozen=True)
class Lanes(ABC):
    """A rows x columns arrangement of multipliers."""

    @property
    @abstractmethod
    def name(self) -> str:
        """Name in tables and files."""

    @property
    @abstractmethod
    def weight_width(self) -> int:
        """Bits of the signed weight that a lane takes."""

    @property
    def latency(self) -> int:
        """Cycles from weights and operands to their products: 0, or 1 where lanes hold them."""
        return 0

    @abstractmethod
    def legal(self, low: int, high: int) -> bool:
        """Whether weights in ``low..high`` are multiplied exactly."""

    @abstractmethod
    def products(
        self, m: Module, weights: Sequence[Sequence[Value]], operands: Sequence[Sequence[Value]]
    ) -> list[list[Value]]:
        """Hardware: ``weights[row][column] * operands[row][column]``, exact, after ``latency``.

        Rows that share their operands give the same objects.
        """

    def held_products(
        self, m: Module, weights: Sequence[Sequence[Value]],
        operands: Sequence[Sequence[Value]], load: Value
    ) -> list[list[Value]]:
        """The same with the weights that there were when ``load`` was high last.

        They meet operands from the next cycle on.
        """
        kept = [[Signal(len(weight), name=f"kept_{row}_{column}")
                 for column, weight in enumerate(values)] for row, values in enumerate(weights)]
        with m.If(load):
            for old, new in zip(kept, weights, strict=True):
                m.d.sync += [a.eq(b) for a, b in zip(old, new, strict=True)]
        return self.products(m, kept, operands)

    def model(
        self, weights: Sequence[Sequence[int]], operands: Sequence[Sequence[int]]
    ) -> list[list[int]]:
        """The integers that :meth:`products` computes."""
        return [
            [w * x for w, x in zip(row, others, strict=True)]
            for row, others in zip(weights, operands, strict=True)
        ]
