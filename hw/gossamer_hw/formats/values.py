"""Value packings: how the weights of a block become symbols in memory words.

A packing turns a word of ``port`` bits into ``symbols(port)`` signed values of ``width`` bits,
lowest bits first. Symbols run on across the blocks of a row group: blocks need not divide words.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt
from amaranth.hdl import Cat, Const, Mux, Value

__all__ = [
    "Integers",
    "Nonzero",
    "Trits",
    "Values",
    "joined",
    "pack_words",
    "pick",
    "sign_extend",
    "trit_logic",
]


class Values(Protocol):
    """What a packing of values offers."""

    def __hash__(self) -> int: ...

    @property
    def name(self) -> str:
        """Short name, for tables and file formats."""

    @property
    def width(self) -> int:
        """Bits of one decoded signed symbol."""

    def symbols(self, port: int) -> int:
        """Symbols in a word of ``port`` bits."""

    @property
    def coded(self) -> int:
        """Bits of the code of ``together`` symbols."""

    @property
    def together(self) -> int:
        """Symbols that are coded together."""

    def legal(self, value: int) -> bool:
        """Whether an integer has a code."""

    def pack(self, values: Sequence[int], port: int) -> int:
        """One word from at most ``symbols(port)`` values; the rest of the word is zeros."""

    def unpack(self, word: int, port: int) -> list[int]:
        """All values of a word."""

    def expand(self, word: Value, port: int) -> Value:
        """Hardware of :meth:`unpack`: the symbols side by side, first lowest."""


@dataclass(frozen=True)
class Integers:
    """Two's-complement integers of 1 to 8 bits; one bit holds 0 or -1."""

    bits: int

    def __post_init__(self) -> None:
        if not 1 <= self.bits <= 8:
            raise ValueError(f"Integers must have 1 to 8 bits, not {self.bits!r}")

    @property
    def name(self) -> str:
        return f"int{self.bits}"

    @property
    def width(self) -> int:
        return self.bits

    @property
    def coded(self) -> int:
        return self.bits

    @property
    def together(self) -> int:
        return 1

    def symbols(self, port: int) -> int:
        return port // self.bits

    def legal(self, value: int) -> bool:
        half = 1 << (self.bits - 1)
        return -half <= value < half

    def pack(self, values: Sequence[int], port: int) -> int:
        mask = (1 << self.bits) - 1
        return sum((value & mask) << (self.bits * i) for i, value in enumerate(values))

    def unpack(self, word: int, port: int) -> list[int]:
        half = 1 << (self.bits - 1)
        fields = (word >> (self.bits * i) for i in range(self.symbols(port)))
        return [((field + half) & (2 * half - 1)) - half for field in fields]

    def expand(self, word: Value, port: int) -> Value:
        return word[:self.symbols(port) * self.bits]


@dataclass(frozen=True)
class Trits:
    """Ternary values, five in eight bits (1.6 bits each).

    The code is the trit block of ASTC texture compression (Khronos Data Format Specification
    1.3, section 23.12 "Integer Sequence Encoding"): as dense as base 3, but each byte decodes with
    about twenty four-input LUTs instead of a 256-entry ROM. Digit 0 is zero, 1 is +1, 2 is -1.
    """

    @property
    def name(self) -> str:
        return "trits"

    @property
    def width(self) -> int:
        return 2

    @property
    def coded(self) -> int:
        return 8

    @property
    def together(self) -> int:
        return 5

    def symbols(self, port: int) -> int:
        return 5 * (port // 8)

    def legal(self, value: int) -> bool:
        return -1 <= value <= 1

    def pack(self, values: Sequence[int], port: int) -> int:
        digits = [value % 3 for value in values]
        digits += [0] * (self.symbols(port) - len(digits))
        codes = _trit_codes()
        return sum(
            codes[tuple(digits[5 * i:5 * i + 5])] << (8 * i) for i in range(port // 8)
        )

    def unpack(self, word: int, port: int) -> list[int]:
        digits = [
            digit for i in range(port // 8) for digit in _trit_digits(word >> (8 * i) & 0xff)
        ]
        return [-1 if digit == 2 else digit for digit in digits]

    def expand(self, word: Value, port: int) -> Value:
        # A digit of 2 is minus one: as a signed two-bit number, its low bit is set as well.
        return Cat(
            Cat(digit[0] | digit[1], digit[1])
            for i in range(port // 8)
            for digit in trit_logic(word[8 * i:8 * i + 8])
        )


@dataclass(frozen=True)
class Nonzero:
    """Integers from -2**(bits-1) to 2**(bits-1) but zero, for formats that store no zeros.

    The weights of ADMM-NN (Ren et al., ASPLOS 2019, arXiv 1812.11677): the code of k is |k| - 1 in
    the lower bits, and above it the sign, one if negative. Integers would take one bit more. With
    one bit, these are the signs +1 and -1.
    """

    bits: int

    def __post_init__(self) -> None:
        if not 1 <= self.bits <= 7:
            raise ValueError(f"Integers without zero must have 1 to 7 bits, not {self.bits!r}")

    @property
    def name(self) -> str:
        return "signs" if self.bits == 1 else f"nonzero{self.bits}"

    @property
    def width(self) -> int:
        return self.bits + 1

    @property
    def coded(self) -> int:
        return self.bits

    @property
    def together(self) -> int:
        return 1

    def symbols(self, port: int) -> int:
        return port // self.bits

    def legal(self, value: int) -> bool:
        return 1 <= abs(value) <= 1 << (self.bits - 1)

    def pack(self, values: Sequence[int], port: int) -> int:
        codes = (abs(value) - 1 | (value < 0) << (self.bits - 1) for value in values)
        return sum(code << (self.bits * i) for i, code in enumerate(codes))

    def unpack(self, word: int, port: int) -> list[int]:
        half = 1 << (self.bits - 1)
        fields = (word >> (self.bits * i) for i in range(self.symbols(port)))
        return [(-1 if field & half else 1) * ((field & half - 1) + 1) for field in fields]

    def expand(self, word: Value, port: int) -> Value:
        if self.bits == 1:
            return Cat(Cat(Const(1, 1), sign) for sign in word[:port])
        # The inverse of |k| - 1 is -|k|; without a sign, one is added instead.
        symbols = []
        for i in range(self.symbols(port)):
            field = word[self.bits * i:self.bits * (i + 1)]
            low, sign = field[:-1], field[-1]
            turned = Cat(low ^ sign.replicate(self.bits - 1), sign, sign)
            symbols.append((turned + ~sign)[:self.width])
        return Cat(symbols)


def pack_words(values: Values, symbols: npt.NDArray[np.int8], port: int) -> list[int]:
    """As many words as the symbols (N,) need."""
    each = values.symbols(port)
    if not isinstance(values, (Integers, Trits)):
        numbers = symbols.tolist()
        return [values.pack(numbers[i:i + each], port) for i in range(0, len(numbers), each)]
    # The same for all words at once: most of the time of a planner goes here.
    padded = np.zeros((-(-symbols.size // each), each), np.int8)
    padded.reshape(-1)[:symbols.size] = symbols
    if isinstance(values, Trits):
        digits = (padded % 3).reshape(len(padded), each // 5, 5)
        rows = _trit_bytes()[digits @ 3 ** np.arange(5)]
    elif values.bits == 8:
        rows = padded.view(np.uint8)
    else:
        bits = np.unpackbits(padded.view(np.uint8)[:, :, None], axis=2, count=values.bits,
                             bitorder="little")
        rows = np.packbits(bits.reshape(len(padded), each * values.bits), axis=1,
                           bitorder="little")
    return joined(rows)


def joined(rows: npt.NDArray[np.uint8]) -> list[int]:
    """Words from their bytes (words, bytes), lowest first."""
    # In pieces of 64 bits.
    pieces = np.zeros((len(rows), -(-rows.shape[1] // 8) * 8), np.uint8)
    pieces[:, :rows.shape[1]] = rows
    words: list[int] = [0] * len(rows)
    for number, piece in enumerate(pieces.view("<u8").T.tolist()):
        words = piece if number == 0 else [
            low | high << 64 * number for low, high in zip(words, piece, strict=True)]
    return words


def _trit_digits(code: int) -> tuple[int, ...]:
    """The five digits of a byte, as the standard's text gives them."""
    bit = [code >> i & 1 for i in range(8)]
    if code >> 2 & 7 == 7:
        c = (code >> 5) << 2 | code & 3
        t4 = t3 = 2
    else:
        c = code & 31
        if code >> 5 & 3 == 3:
            t4, t3 = 2, bit[7]
        else:
            t4, t3 = bit[7], code >> 5 & 3
    if c & 3 == 3:
        return (c >> 3 & 1) << 1 | (c >> 2 & 1) & ~(c >> 3), c >> 4, 2, t3, t4
    if c >> 2 & 3 == 3:
        return c & 3, 2, 2, t3, t4
    return (c >> 1 & 1) << 1 | (c & 1) & ~(c >> 1), c >> 2 & 3, c >> 4, t3, t4


@functools.cache
def _trit_codes() -> dict[tuple[int, ...], int]:
    """Lowest byte for each of the 243 combinations."""
    return {_trit_digits(code): code for code in reversed(range(256))}


@functools.cache
def _trit_bytes() -> npt.NDArray[np.uint8]:
    """The same codes by the number whose digits, to base three, they are."""
    codes = np.zeros(3 ** 5, np.uint8)
    for digits, code in _trit_codes().items():
        codes[sum(digit * 3 ** i for i, digit in enumerate(digits))] = code
    return codes


def trit_logic(code: Value) -> tuple[Value, ...]:
    """Hardware of the five digits of a trit byte, two bits each."""
    both = code[2:5].all()
    c = Mux(both, Cat(code[0:2], code[5:8]), code[0:5])
    high = code[5:7].all()
    t4 = Mux(both | high, 2, code[7])
    t3 = Mux(both, 2, Mux(high, code[7], code[5:7]))
    low, mid = c[0:2].all(), c[2:4].all()
    t2 = Mux(low | mid, 2, c[4])
    t1 = Mux(low, c[4], Mux(mid, 2, c[2:4]))
    t0 = Mux(low, Cat(c[2] & ~c[3], c[3]), Mux(mid, c[0:2], Cat(c[0] & ~c[1], c[1])))
    return t0, t1, t2, t3, t4


def sign_extend(symbols: Value, count: int, width: int, to: int) -> Value:
    """Widen ``count`` signed symbols that lie side by side from ``width`` to ``to`` bits each."""
    fields = (symbols[width * i:width * (i + 1)] for i in range(count))
    return Cat(Cat(field, field[-1].replicate(to - width)) for field in fields)


def pick(options: Sequence[Value], select: Value) -> Value:
    """``options[select]`` as a tree of multiplexers; undefined beyond the last option.

    Of constant options, synthesis leaves one LUT per bit where ``select`` has up to four.
    """
    for bit in select[:(len(options) - 1).bit_length()]:
        pairs = zip(options[::2], options[1::2], strict=False)
        odd = options[-1:] if len(options) % 2 else ()
        options = [*(Mux(bit, high, low) for low, high in pairs), *odd]
    return options[0]
