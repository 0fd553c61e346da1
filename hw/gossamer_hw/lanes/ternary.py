"""Ternary lanes: add, subtract or nothing; there is no multiplier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from amaranth.hdl import Module, Mux, Signal, Value, signed

from .base import Lanes

__all__ = ["TernaryLanes"]


@dataclass(frozen=True)
class TernaryLanes(Lanes):
    """Weights of -1, 0 and 1, in two bits each.

    Every operand is negated once and shared by all rows, so a lane is one four-input LUT per bit.
    """

    @property
    def name(self) -> str:
        return "ternary"

    @property
    def weight_width(self) -> int:
        return 2

    def legal(self, low: int, high: int) -> bool:
        return low >= -1 and high <= 1

    def products(
        self, m: Module, weights: Sequence[Sequence[Value]], operands: Sequence[Value]
    ) -> list[list[Value]]:
        negated = []
        for i, operand in enumerate(operands):
            minus = Signal(signed(len(operand) + 1), name=f"minus_{i}")
            m.d.comb += minus.eq(-operand)
            negated.append(minus)
        return [
            [
                Mux(w[0], Mux(w[1], minus, x), 0)
                for w, x, minus in zip(row, operands, negated, strict=True)
            ]
            for row in weights
        ]
