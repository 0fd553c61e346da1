"""Run-length format: each weight with the number of zeros before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from amaranth.hdl import Cat, Const, Mux, Value

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
    lost to padding. Zeros behind the last weight are not stored.

    Attributes
    ----------
    runs : int
        Bits of a run.
    zeros : bool
        Long runs end in a stored zero instead, as in EIE (Han et al., ISCA 2016): the highest run
        is one like the others, and passes ``2**runs`` zeros where its weight is zero.
    """

    runs: int = 4
    zeros: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if not 1 <= self.runs <= 16:
            raise ValueError(f"Runs must have 1 to 16 bits, not {self.runs!r}")
        if self.zeros and not self.values.legal(0):
            raise ValueError(f"Runs cannot end in a zero of {self.values.name}")

    @property
    def name(self) -> str:
        return f"run-length{self.runs}{'z' if self.zeros else ''}-{self.values.name}"

    @property
    def count_bits(self) -> int:
        return COUNT_BITS

    @property
    def index_bits(self) -> int:
        return self.runs

    @property
    def escape(self) -> int:
        """The run that may stand for itself alone, without a weight behind it."""
        return (1 << self.runs) - 1

    @property
    def skip(self) -> int:
        """Zeros that an entry without a weight passes."""
        return self.escape + self.zeros

    def sections(self, flat: npt.NDArray[np.int8]) -> Iterator[list[Entry]]:
        entries = []
        cursor = 0
        for position in np.flatnonzero(flat).tolist():
            while position - cursor >= self.skip:
                cursor += self.skip
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
        cursor, skips = 0, False
        for _ in range(reader.take(COUNT_BITS)):
            run = reader.take(self.runs)
            weight, = self.values.unpack(code := reader.take(self.values.coded), self.values.coded)
            skips = run == self.escape and not (self.zeros and weight)
            position = cursor + run
            if skips:
                if code:
                    raise ValueError("Row group skips zeros with an entry that has a weight")
            elif position >= len(flat):
                raise ValueError(f"Row group has a weight at position {position} beyond its "
                                 f"{len(flat)}")
            elif not weight:
                raise ValueError("Row group has an entry whose weight is zero")
            else:
                flat[position] = weight
            cursor += self.skip if skips else run + 1
        if skips:
            raise ValueError("Row group skips zeros after its last weight")
        reader.finish()
        return flat.reshape(count, self.rows, self.columns)

    def place(self, index: Value, code: Value, section: Value, last: Place) -> Place:
        # One past the last weight, or where the escape led to; a carry into the lowest bit adds it.
        skips, run = index.all(), index
        if self.zeros:
            skips &= ~code.any()
            run = Mux(skips, self.skip, index)
        position = (Cat(last.real, last.position) + Cat(Const(1, 1), run))[1:]
        return Place(position, ~skips)

    def final(self, section: Value, count: Value) -> Value:
        return Const(1, 1)
