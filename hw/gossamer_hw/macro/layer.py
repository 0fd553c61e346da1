"""Column segments: how the column macro stores weights, what they compute, what that costs."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..formats.base import Sizes
from ..formats.bits import BitReader

__all__ = ["BITS", "LENGTH", "WORD", "ColumnFormat", "ColumnLayer"]

LENGTH = 64
"""Activations of a segment."""

BITS = 8
"""One-bit columns that are stored side by side, and bits of an activation."""

WORD = 16
"""Bits of a word of the column store."""

GROUP = 32
"""Rows of a bitmap."""

Weights = npt.NDArray[np.int64]


class ColumnFormat(enum.IntEnum):
    """How the rows of a column segment are found."""

    DENSE = 0
    BITMAP = 1
    COORDINATES = 2
    RUN_LENGTH = 3
    N_M = 4


class Step(NamedTuple):
    """What the macro does in one go: read bits, of an entry or an escape once the columns are free.

    An entry then keeps them busy.
    """

    code: int
    width: int
    waits: bool = False
    busy: bool = False


@dataclass(frozen=True, kw_only=True)
class ColumnLayer:
    """Configuration of the column macro for one layer, after SP-IMC (Sridharan et al., CICC 2024).

    A column segment holds the weights of ``8 / bits`` neighbouring outputs for 64 inputs: an array
    of shape (64, 8 / bits). Its weights for one input are one eight-bit *value*, the first output
    lowest. Fields are packed LSB first, and every segment starts on a word of its own:

    ============  ===================================================================
    dense         64 x ``[8] value``
    bitmap        per 32 rows ``[32] mask``, then ``[8] value`` per set bit
    coordinates   ``[7] count``, then count x ``{[6] row, [8] value}``
    run length    ``[7] count``, then count x ``{[index] run, [8] value}``; a run of
                  all ones skips that many rows and has no value of its own (0)
    N:M           per ``2**index`` rows ``slots`` x ``{[index] row, [8] value}``;
                  a slot to spare repeats the row before it with a value of 0
    ============  ===================================================================

    Attributes
    ----------
    bits : int
        Weight width: 8, 4, 2 or 1. Of one bit, a weight is 0 or -1.
    index : int
        Width of an index: 6 for coordinates, 1 to 8 for run length, 2 to 4 for N:M, else 0.
    slots : int
        N of N:M, else 0.
    """

    format: ColumnFormat
    bits: int
    index: int = 0
    slots: int = 0

    def __post_init__(self) -> None:
        if self.bits not in (1, 2, 4, 8):
            raise ValueError(f"Weights of a column must have 1, 2, 4 or 8 bits, not {self.bits!r}")
        widths = {ColumnFormat.COORDINATES: range(6, 7), ColumnFormat.RUN_LENGTH: range(1, 9),
                  ColumnFormat.N_M: range(2, 5)}.get(self.format, range(1))
        if self.index not in widths:
            raise ValueError(f"Index of {self.format.name} must have {widths[0]} to {widths[-1]} "
                             f"bits, not {self.index!r}")
        slots = range(1, (1 << self.index) + 1) if self.format is ColumnFormat.N_M else range(1)
        if self.slots not in slots:
            raise ValueError(f"Slots of {self.format.name} must be {slots[0]} to {slots[-1]}, "
                             f"not {self.slots!r}")

    @property
    def outputs(self) -> int:
        """Outputs of a column segment."""
        return BITS // self.bits

    def encode(self, weights: Weights) -> list[int]:
        """The words of a column segment; ``ValueError`` if it is not legal in this format."""
        return self.pack(weights)[0]

    def model(self, words: Iterator[int], activations: Sequence[int]) -> list[int]:
        """The dot products that the macro computes from the words of a segment, which it takes."""
        half = 1 << (self.bits - 1)
        dots = [0] * self.outputs
        for row, value in self._entries(BitReader(words, WORD)):
            for output in range(self.outputs):
                field = value >> self.bits * output & (2 * half - 1)
                dots[output] += ((field ^ half) - half) * int(activations[row])
        return dots

    def cycles(self, weights: Weights) -> int:
        """Cycles of a column segment, until its last output leaves.

        Each field takes a cycle, and with bitmaps a look for the next set bit and the end of 32
        rows as well. An entry then keeps the columns busy for eight, one for each bit of the
        activation, the last of them also that of the next entry or escape. In the end the columns
        are added up, in nine cycles.
        """
        return self.pack(weights)[1]

    def pack(self, weights: Weights) -> tuple[list[int], int, Sizes]:
        """The words of a column segment, its cycles, and its sizes in bits."""
        bits = position = entries = decoded = busy = 0
        for step in self._steps(weights):
            bits |= step.code << position
            position += step.width
            decoded += 1
            if step.waits:
                decoded = max(decoded, busy)
            if step.busy:
                busy = decoded + BITS
                entries += 1
        words = [bits >> i & (1 << WORD) - 1 for i in range(0, position, WORD)]
        return (words, max(decoded, busy) + BITS + 1,
                Sizes(values=BITS * entries, codes=position, stored=WORD * len(words)))

    def _steps(self, weights: Weights) -> Iterator[Step]:
        if weights.shape != (LENGTH, self.outputs):
            raise ValueError(f"Column segment must have shape ({LENGTH}, {self.outputs}), not "
                             f"{weights.shape}")
        half = 1 << (self.bits - 1)
        if weights.min() < -half or weights.max() >= half:
            raise ValueError(f"Weights {weights.min()}..{weights.max()} do not fit in "
                             f"{self.bits} bits")
        values = [sum((int(w) & (2 * half - 1)) << self.bits * i for i, w in enumerate(row))
                  for row in weights]
        rows = [row for row, value in enumerate(values) if value]
        match self.format:
            case ColumnFormat.DENSE:
                yield from (Step(value, BITS, waits=True, busy=True) for value in values)
            case ColumnFormat.BITMAP:
                for first in range(0, LENGTH, GROUP):
                    inside = [row for row in rows if first <= row < first + GROUP]
                    mask = sum(1 << row - first for row in inside)
                    # A mask is as wide as two words.
                    yield Step(mask & 0xFFFF, WORD)
                    yield Step(mask >> WORD, WORD)
                    # The macro looks for the next set bit, and in the end finds none.
                    for row in inside:
                        yield from (Step(0, 0), Step(values[row], BITS, waits=True, busy=True))
                    yield from (Step(0, 0), Step(0, 0))
            case ColumnFormat.COORDINATES:
                yield Step(len(rows), LENGTH.bit_length())
                yield from (self._entry(row, values[row]) for row in rows)
            case ColumnFormat.RUN_LENGTH:
                escape = (1 << self.index) - 1
                steps = []
                for before, row in zip([-1, *rows], rows, strict=False):
                    skips, run = divmod(row - before - 1, escape)
                    steps += [Step(escape, self.index + BITS, waits=True)] * skips
                    steps.append(self._entry(run, values[row]))
                yield Step(len(steps), LENGTH.bit_length())
                yield from steps
            case ColumnFormat.N_M:
                size = 1 << self.index
                inside_of = {k: list(g) for k, g in groupby(rows, lambda row: row // size)}
                for group in range(LENGTH // size):
                    inside = inside_of.get(group, [])
                    if len(inside) > self.slots:
                        raise ValueError(f"Rows {group * size}..{group * size + size - 1} have "
                                         f"{len(inside)} values for {self.slots} slots")
                    spare = self._entry(inside[-1] % size if inside else 0, 0)
                    yield from (self._entry(row % size, values[row]) for row in inside)
                    yield from [spare] * (self.slots - len(inside))

    def _entry(self, index: int, value: int) -> Step:
        return Step(value << self.index | index, self.index + BITS, waits=True, busy=True)

    def _entries(self, reader: BitReader) -> Iterator[tuple[int, int]]:
        match self.format:
            case ColumnFormat.DENSE:
                yield from ((row, reader.take(BITS)) for row in range(LENGTH))
            case ColumnFormat.BITMAP:
                for first in range(0, LENGTH, GROUP):
                    mask = reader.take(GROUP)
                    yield from ((first + bit, reader.take(BITS))
                                for bit in range(GROUP) if mask >> bit & 1)
            case ColumnFormat.COORDINATES:
                for _ in range(reader.take(LENGTH.bit_length())):
                    yield reader.take(self.index), reader.take(BITS)
            case ColumnFormat.RUN_LENGTH:
                row = 0
                for _ in range(reader.take(LENGTH.bit_length())):
                    run, value = reader.take(self.index), reader.take(BITS)
                    row += run
                    if run != (1 << self.index) - 1:
                        yield row, value
                        row += 1
            case ColumnFormat.N_M:
                for first in range(0, LENGTH, 1 << self.index):
                    for _ in range(self.slots):
                        row = first + reader.take(self.index)
                        yield row, reader.take(BITS)
        reader.finish()
