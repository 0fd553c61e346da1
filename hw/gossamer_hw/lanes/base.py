"""Lanes: how a weight meets an operand."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from amaranth.hdl import Module, Value

__all__ = ["Lanes"]


@dataclass(frozen=True)
class Lanes(ABC):
    """A rows x columns arrangement of multipliers, all rows sharing the columns' operands."""

    @property
    @abstractmethod
    def name(self) -> str:
        """Name in tables and files."""

    @property
    @abstractmethod
    def weight_width(self) -> int:
        """Bits of the signed weight that a lane takes."""

    @abstractmethod
    def legal(self, low: int, high: int) -> bool:
        """Whether weights in ``low..high`` are multiplied exactly."""

    @abstractmethod
    def products(
        self, m: Module, weights: Sequence[Sequence[Value]], operands: Sequence[Value]
    ) -> list[list[Value]]:
        """Hardware: ``weights[row][column] * operands[column]``, combinational and exact."""

    def model(
        self, weights: Sequence[Sequence[int]], operands: Sequence[int]
    ) -> list[list[int]]:
        """The integers that :meth:`products` computes."""
        return [[w * x for w, x in zip(row, operands, strict=True)] for row in weights]
