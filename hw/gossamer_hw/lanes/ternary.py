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
        self, m: Module, weights: Sequence[Sequence[Value]], operands: Sequence[Sequence[Value]]
    ) -> list[list[Value]]:
        negated: dict[int, Value] = {}
        for operand in (operand for row in operands for operand in row):
            if id(operand) not in negated:
                minus = Signal(signed(len(operand) + 1), name=f"minus_{len(negated)}")
                m.d.comb += minus.eq(-operand)
                negated[id(operand)] = minus
        return [
            [
                Mux(w[0], Mux(w[1], negated[id(x)], x), 0)
                for w, x in zip(row, others, strict=True)
            ]
            for row, others in zip(weights, operands, strict=True)
        ]
