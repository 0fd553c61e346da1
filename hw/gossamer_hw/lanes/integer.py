"""Integer lanes: a signed multiplier each, in a DSP block or in LUTs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from amaranth.hdl import Module, Mux, Signal, Value

from .base import Lanes

__all__ = ["IntegerLanes"]


@dataclass(frozen=True)
class IntegerLanes(Lanes):
    """Weights of 1 to 8 bits; of one bit, 0 or -1.

    With ``dsp`` the product is written as a multiplication, which synthesis maps to a DSP block;
    without, as a sum of shifted operands, which stays in LUTs and carry chains.

    With ``halved`` products follow by a cycle: a register holds those of a DSP block, and the sums
    of half the bits of the others.
    """

    bits: int
    dsp: bool = False
    halved: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.bits <= 8:
            raise ValueError(f"Integer lanes must have 1 to 8 weight bits, not {self.bits!r}")

    @property
    def name(self) -> str:
        return f"int{self.bits}-{'dsp' if self.dsp else 'lut'}"

    @property
    def weight_width(self) -> int:
        return self.bits

    @property
    def latency(self) -> int:
        return int(self.halved)

    def legal(self, low: int, high: int) -> bool:
        half = 1 << (self.bits - 1)
        return -half <= low and high < half

    def products(
        self, m: Module, weights: Sequence[Sequence[Value]], operands: Sequence[Sequence[Value]]
    ) -> list[list[Value]]:
        def multiply(weight: Value, operand: Value) -> Value:
            if not self.dsp and self.halved:
                return _in_halves(m, weight, operand)
            product = weight * operand if self.dsp else _shift_and_add(weight, operand)
            return _held(m, product) if self.halved else product

        return [
            [multiply(w.as_signed(), x) for w, x in zip(row, others, strict=True)]
            for row, others in zip(weights, operands, strict=True)
        ]


def _held(m: Module, value: Value) -> Value:
    held = Signal(value.shape(), reset_less=True)
    m.d.sync += held.eq(value)
    return held


def _in_halves(m: Module, weight: Value, operand: Value) -> Value:
    """The same a cycle later: the sums of the lower and of the upper half of the bits."""
    half = len(weight) // 2
    if not half:
        return _held(m, _shift_and_add(weight, operand))
    lower = [Mux(bit, operand << i, 0) for i, bit in enumerate(weight[:half])]
    upper = _shift_and_add(weight[half:], operand)
    return _held(m, sum(lower[1:], start=lower[0])) + (_held(m, upper) << half)


def _shift_and_add(weight: Value, operand: Value) -> Value:
    *bits, sign = (Mux(bit, operand << i, 0) for i, bit in enumerate(weight))
    return sum(bits, start=-sign)
