"""Run-length format: each weight with the number of zeros before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from amaranth.hdl import Cat, Const, Value

from .base import Blocks
from .bits import BitReader
from .entries import Entry, EntryFormat, Place

__all__ = ["RunLength"]

COUNT_BITS = 16


@dataclass(frozen=True, kw_only=True)
class RunLength(EntryFormat):
    """Runs of zeros between the weights of a row group, which is one section.

    An entry with a run of 0 to ``2**runs - 2`` is a weight behind that many zeros. The highest run
    is an escape: it skips ``2**runs - 1`` zeros and has no weight, so that no code of a weight is
    lost to padding, as in EIE (Han et al., ISCA 2016), whose long runs end in a stored zero.
    Zeros behind the last weight are not stored.

    Attributes
    ----------
    runs : int
        Bits of a run.
    """

    runs: int = 4

    def __post_init__(self) -> None:
        super().__post_init__()
        if not 1 <= self.runs <= 16:
            raise ValueError(f"Runs must have 1 to 16 bits, not {self.runs!r}")

    @property
    def name(self) -> str:
        return f"run-length{self.runs}-{self.values.name}"

    @property
    def count_bits(self) -> int:
        return COUNT_BITS

    @property
    def index_bits(self) -> int:
        return self.runs

    @property
    def escape(self) -> int:
        """The run that stands for itself alone, without a weight behind it."""
        return (1 << self.runs) - 1

    def sections(self, flat: npt.NDArray[np.int8]) -> Iterator[list[Entry]]:
        entries = []
        cursor = 0
        for position in np.flatnonzero(flat).tolist():
            while position - cursor >= self.escape:
                cursor += self.escape
                entries.append(Entry(self.escape, cursor, 0))
            entries.append(Entry(position - cursor, position, int(flat[position])))
            cursor = position + 1
        yield entries

    def legal(self, group: Blocks, number: int = 0) -> str | None:
        reason = super().legal(group, number)
        if reason is None:
            entries, = self.sections(group.reshape(-1))
            if len(entries) >> COUNT_BITS:
                return f"cannot count the {len(entries)} entries of a row group"
        return reason

    def read(self, words: Iterator[int], count: int, number: int = 0) -> Blocks:
        flat = np.zeros(count * self.lanes, np.int8)
        reader = BitReader(words, self.port)
        cursor, run = 0, 0
        for _ in range(reader.take(COUNT_BITS)):
            run = reader.take(self.runs)
            cursor += run
            if run == self.escape:
                if reader.take(self.values.coded):
                    raise ValueError("Row group skips zeros with an entry that has a weight")
            elif cursor >= len(flat):
                raise ValueError(f"Row group has a weight at position {cursor} beyond its "
                                 f"{len(flat)}")
            else:
                flat[cursor] = self.take_weight(reader)
                cursor += 1
        if run == self.escape:
            raise ValueError("Row group skips zeros after its last weight")
        reader.finish()
        return flat.reshape(count, self.rows, self.columns)

    def place(self, index: Value, section: Value, last: Place) -> Place:
        # One past the last weight, or where the escape led to; a carry into the lowest bit adds it.
        position = (Cat(last.real, last.position) + Cat(Const(1, 1), index))[1:]
        return Place(position, ~index.all())

    def final(self, section: Value, count: Value) -> Value:
        return Const(1, 1)
