"""Nested ternary packings: five or nine weights, three in seven bits or five in sixteen."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from amaranth.hdl import Array, Cat, Const, Mux, Value, signed

from .values import Trits, trit_logic

__all__ = ["Nested"]


@dataclass(frozen=True)
class Nested:
    """Weights 0 and +-``levels[m]``: nested ternary planes (He and Fan, CVPR 2019).

    The residual expansion of a tensor into t ternary ones takes them from the same weights, so the
    planes are not independent: there are 2t + 1 states -t..t, of which a code per plane would waste
    most. State s > 0 stands for ``levels[s - 1]``, -s for its opposite.

    Two levels, five states: digits ``s mod 5``, three in seven bits (2.33 bits each), as the quint
    block of ASTC texture compression (Khronos Data Format Specification 1.3, section 23.12 "Integer
    Sequence Encoding"). A word holds as many codes as fit whole.

    Four levels, nine states: s = a + 3b of two trits -1..1. Five symbols are two trit bytes as in
    :class:`Trits`, 16 bits (3.2 each): the low one holds the five a, the high one the five b.
    """

    levels: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.levels) not in (2, 4):
            raise ValueError(f"Nested ternary codes have 2 or 4 levels, not {len(self.levels)}")
        if not self.levels[0] > 0 or self.levels[-1] > 127 or any(
                low >= high for low, high in zip(self.levels, self.levels[1:], strict=False)):
            raise ValueError(
                f"Levels of a nested ternary code must ascend within 1..127, not {self.levels!r}")

    @property
    def name(self) -> str:
        return "nested" + ".".join(map(str, self.levels))

    @property
    def width(self) -> int:
        return self.levels[-1].bit_length() + 1

    @property
    def coded(self) -> int:
        return 7 if len(self.levels) == 2 else 16

    @property
    def together(self) -> int:
        return 3 if len(self.levels) == 2 else 5

    def symbols(self, port: int) -> int:
        return port // self.coded * self.together

    def legal(self, value: int) -> bool:
        return value == 0 or abs(value) in self.levels

    def pack(self, values: Sequence[int], port: int) -> int:
        states = [
            (self.levels.index(abs(v)) + 1) * (1 if v > 0 else -1) if v else 0 for v in values]
        states += [0] * (self.symbols(port) - len(states))
        codes = (self._code(states[i:i + self.together])
                 for i in range(0, len(states), self.together))
        return sum(code << self.coded * i for i, code in enumerate(codes))

    def _code(self, states: Sequence[int]) -> int:
        if self.together == 3:
            return _quint_codes()[tuple(s % 5 for s in states)]
        low = [(s + 1) % 3 - 1 for s in states]
        high = [(s - a) // 3 for s, a in zip(states, low, strict=True)]
        return Trits().pack(low, 8) | Trits().pack(high, 8) << 8

    def unpack(self, word: int, port: int) -> list[int]:
        states: list[int] = []
        for i in range(port // self.coded):
            code = word >> self.coded * i & (1 << self.coded) - 1
            if self.together == 3:
                states += [(digit + 2) % 5 - 2 for digit in _quint_digits(code)]
            else:
                low, high = Trits().unpack(code & 0xff, 8), Trits().unpack(code >> 8, 8)
                states += [a + 3 * b for a, b in zip(low, high, strict=True)]
        return [self._weight(state) for state in states]

    def _weight(self, state: int) -> int:
        return int(np.sign(state)) * (0, *self.levels)[abs(state)]

    def expand(self, word: Value, port: int) -> Value:
        # From its digit or its two trits to a weight, a symbol takes one LUT per bit.
        if self.together == 3:
            states = [0, 1, 2, -2, -1]
        else:
            states = [a + 3 * b for b in (0, 1, -1, 0) for a in (0, 1, -1, 0)]
        table = Array(Const(self._weight(state), signed(self.width)) for state in states)
        symbols: list[Value] = []
        for i in range(port // self.coded):
            code = word[self.coded * i:self.coded * (i + 1)]
            keys = quint_logic(code) if self.together == 3 else tuple(
                Cat(a, b) for a, b in zip(trit_logic(code[:8]), trit_logic(code[8:]), strict=True))
            symbols += [table[key] for key in keys]
        return Cat(symbols)


def _quint_digits(code: int) -> tuple[int, int, int]:
    """The three digits of seven bits, as the standard's text gives them."""
    low = code & 1
    if code >> 1 & 3 == 3:
        if code >> 5 == 0:
            return 4, 4, 4 if low else code >> 3 & 3
        q2, c = 4, code >> 3 << 3 & 0x18 | (~code >> 5 & 3) << 1 | low
    else:
        q2, c = code >> 5, code & 31
    return (c >> 3, 4, q2) if c & 7 == 5 else (c & 7, c >> 3, q2)


@functools.cache
def _quint_codes() -> dict[tuple[int, ...], int]:
    """Lowest code for each of the 125 combinations."""
    return {_quint_digits(code): code for code in reversed(range(128))}


def quint_logic(code: Value) -> tuple[Value, Value, Value]:
    """Hardware of :func:`_quint_digits`."""
    four = Const(4, 3)
    escape = code[1:3].all()
    all_high = escape & ~code[5:7].any()
    c = Mux(escape, Cat(code[0], ~code[5:7], code[3:5]), code[0:5])
    five = c[0:3] == 5
    q0 = Mux(all_high, four, Mux(five, c[3:5], c[0:3]))
    q1 = Mux(all_high | five, four, c[3:5])
    q2 = Mux(all_high, Mux(code[0], four, code[3:5]), Mux(escape, four, code[5:7]))
    return q0, q1, q2
