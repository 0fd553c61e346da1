"""Coordinate format: each weight with its position in a segment of the row group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from amaranth.hdl import Cat, Const, Value

from .base import Blocks
from .bits import BitReader
from .entries import Entry, EntryFormat, Place

__all__ = ["Coordinates"]


@dataclass(frozen=True, kw_only=True)
class Coordinates(EntryFormat):
    """Positions and weights, ascending, in a section for each segment of the row group.

    The last segment may be shorter than the others. The header of every segment takes a step, also
    of one without entries.

    Attributes
    ----------
    segment : int
        Positions of a segment, a power of two; segments and blocks need not have the same size.
    """

    segment: int = 64

    def __post_init__(self) -> None:
        super().__post_init__()
        if not 1 <= self.segment <= 1 << 16 or self.segment & (self.segment - 1):
            raise ValueError(f"Segments must have a power of two of positions, at most 65536, "
                             f"not {self.segment!r}")

    @property
    def name(self) -> str:
        return f"coo{self.segment}-{self.values.name}"

    @property
    def count_bits(self) -> int:
        return self.segment.bit_length()

    @property
    def index_bits(self) -> int:
        return self.segment.bit_length() - 1

    def sections(self, flat: npt.NDArray[np.int8]) -> Iterator[list[Entry]]:
        for start in range(0, len(flat), self.segment):
            kept = np.flatnonzero(flat[start:start + self.segment]).tolist()
            yield [Entry(index, start + index, int(flat[start + index])) for index in kept]

    def read(self, words: Iterator[int], count: int, number: int = 0) -> Blocks:
        flat = np.zeros(count * self.lanes, np.int8)
        reader = BitReader(words, self.port)
        for start in range(0, len(flat), self.segment):
            size = min(self.segment, len(flat) - start)
            entries = reader.take(self.count_bits)
            if entries > size:
                raise ValueError(f"Row group has {entries} entries in a segment of {size}")
            before = -1
            for _ in range(entries):
                index = reader.take(self.index_bits)
                if index <= before:
                    raise ValueError(f"Row group has position {index} after {before} in a segment")
                if index >= size:
                    raise ValueError(f"Row group has position {index} in a segment of {size}")
                flat[start + index] = self.take_weight(reader)
                before = index
        reader.finish()
        return flat.reshape(count, self.rows, self.columns)

    def place(self, index: Value, code: Value, section: Value, last: Place) -> Place:
        return Place(Cat(index, section), Const(1, 1))

    def final(self, section: Value, count: Value) -> Value:
        unit = min(self.segment, self.lanes)
        return (section + 1) * (self.segment // unit) >= count * (self.lanes // unit)
