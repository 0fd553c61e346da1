"""Nested ternary lanes: a few small multiples of an operand; there is no multiplier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from amaranth.hdl import Module, Mux, Signal, Value, signed

from .base import Lanes

__all__ = ["NestedLanes"]


@dataclass(frozen=True)
class NestedLanes(Lanes):
    """Weights of 0 and plus or minus one of a few levels.

    A sum of t ternary planes with nested supports takes only 2t + 1 values (residual expansion,
    He, Gong and Fan, WACV 2019); here these are small integers, so that one accumulator is enough.

    The odd multiples of an operand and their negatives are formed once, by shifts and additions,
    and shared by all rows; a lane selects one by sign and level. Other weights give zero.

    Attributes
    ----------
    levels : tuple of int
        Positive levels in ascending order, at most 127.
    """

    levels: tuple[int, ...] = (1, 2)

    def __post_init__(self) -> None:
        if (not self.levels or list(self.levels) != sorted(set(self.levels))
                or not 1 <= self.levels[0] <= self.levels[-1] <= 127):
            raise ValueError(
                f"Levels of nested lanes must ascend within 1..127, unlike {self.levels!r}")

    @property
    def name(self) -> str:
        return f"nested{'.'.join(map(str, self.levels))}"

    @property
    def weight_width(self) -> int:
        return self.levels[-1].bit_length() + 1

    def legal(self, low: int, high: int) -> bool:
        return all(abs(weight) in (0, *self.levels) for weight in range(low, high + 1))

    def products(
        self, m: Module, weights: Sequence[Sequence[Value]], operands: Sequence[Sequence[Value]]
    ) -> list[list[Value]]:
        multiples: dict[int, dict[int, tuple[Value, Value]]] = {}
        for operand in (operand for row in operands for operand in row):
            if id(operand) not in multiples:
                multiples[id(operand)] = self._multiples(m, operand, f"operand_{len(multiples)}")
        return [
            [self._select(w.as_signed(), multiples[id(x)])
             for w, x in zip(row, others, strict=True)]
            for row, others in zip(weights, operands, strict=True)
        ]

    def _multiples(
        self, m: Module, operand: Value, name: str
    ) -> dict[int, tuple[Value, Value]]:
        """The multiples by odd factors, positive and negative."""
        multiples = {}
        for odd in sorted({_odd(level) for level in self.levels}):
            shape = signed(len(operand) + odd.bit_length())
            plus, minus = (Signal(shape, name=f"{name}_{sign}_{odd}") for sign in ("plus", "minus"))
            m.d.comb += [plus.eq(_times(operand, odd)), minus.eq(-plus)]
            multiples[odd] = plus, minus
        return multiples

    def _select(self, weight: Value, multiples: dict[int, tuple[Value, Value]]) -> Value:
        signs = {odd: Mux(weight[-1], minus, plus) for odd, (plus, minus) in multiples.items()}
        product: Value | int = 0
        for level in self.levels:
            odd = _odd(level)
            hit = (weight == level) | (weight == -level)
            product |= Mux(hit, signs[odd] << (level // odd).bit_length() - 1, 0)
        return product


def _odd(level: int) -> int:
    """Largest odd factor."""
    return level // (level & -level)


def _times(operand: Value, factor: int) -> Value:
    """A multiple, by as few additions and subtractions as the non-adjacent form has."""
    total: Value | int = 0
    power = 0
    while factor:
        if factor & 1:
            digit = 2 - (factor & 3)
            factor -= digit
            term = operand << power
            total = total + term if digit > 0 else total - term
        factor >>= 1
        power += 1
    return total
