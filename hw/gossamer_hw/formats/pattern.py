"""N:M format: at most N weights in every group of M, each with its position; no pointers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from amaranth.hdl import Cat, Module, Signal

from .base import BlockDecoder, Blocks, Format, Loads, Sizes
from .bits import BitReader
from .funnel import Funnel
from .tile import Tile
from .values import joined, sign_extend

__all__ = ["Pattern"]


@dataclass(frozen=True, kw_only=True)
class Pattern(Format):
    """All column blocks, of every row ``n`` weights for every ``m`` columns.

    A slot is {[log2 m] position, [w] value}. A tile holds the slots of a block row by row, those of
    a group by ascending position; a slot without a weight holds zero and the position of the slot
    before. Everything has a fixed size, so there is neither a header nor a pointer.

    A layer with more weights in some group takes several ``passes``: so many tiles for each block,
    the first ones with the first weights. It costs the cycles of ``passes * n`` out of m.
    """

    n: int
    m: int
    passes: int = 1

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.m < 2 or self.m & (self.m - 1) or self.columns % self.m:
            raise ValueError(
                f"M of an N:M pattern must be a power of two that divides the {self.columns} "
                f"columns, not {self.m!r}")
        if not 1 <= self.n <= self.m or self.passes < 1:
            raise ValueError(f"N of an N:M pattern must be 1 to {self.m}, not {self.n!r}")
        if self.values.together > 1 or not self.values.legal(0):
            raise ValueError(f"An N:M pattern cannot hold {self.values.name}")

    @property
    def name(self) -> str:
        passes = "" if self.passes == 1 else f"x{self.passes}"
        return f"pattern{self.n}:{self.m}{passes}-{self.values.name}"

    @property
    def tile(self) -> Tile:
        return Tile(rows=self.rows, columns=self.columns // self.m * self.n, reach=self.m,
                    shared=False)

    @property
    def position_bits(self) -> int:
        return (self.m - 1).bit_length()

    @property
    def slot_bits(self) -> int:
        return self.position_bits + self.values.coded

    def legal(self, group: Blocks, number: int = 0) -> str | None:
        reason = super().legal(group, number)
        if reason is None and group.size and self.fullest(group) > self.passes * self.n:
            return (f"has room for {self.passes * self.n} weights of every {self.m}, "
                    f"not {self.fullest(group)}")
        return reason

    def fullest(self, group: Blocks) -> int:
        """Most weights in any group of ``m``."""
        cut = group.reshape(*group.shape[:2], -1, self.m)
        return int(np.count_nonzero(cut, axis=3).max())

    def words(self, group: Blocks, number: int) -> tuple[list[int], Loads, Sizes]:
        positions, values = self._slots(group.reshape(-1, self.m))
        codes = positions | (values & (1 << self.values.coded) - 1) << self.position_bits
        # By block, pass, run and slot.
        tiles = codes.reshape(len(group), -1, self.passes, self.n).swapaxes(1, 2)
        fields = tiles.astype("<u4").reshape(-1, 1).view(np.uint8)
        bits = np.unpackbits(fields, axis=1, count=self.slot_bits, bitorder="little").reshape(-1)
        count, width = len(group) * self.passes, self.tile.lanes * self.slot_bits
        ends = -(-width * np.arange(count + 1) // self.port)
        padded = np.zeros(int(ends[-1]) * self.port, np.uint8)
        padded[:len(bits)] = bits
        words = joined(np.packbits(padded, bitorder="little").reshape(-1, self.port // 8))
        loads = Loads(np.repeat(np.arange(len(group)), self.passes), np.maximum(1, np.diff(ends)))
        return words, loads, Sizes(count * self.tile.lanes * self.values.coded, len(bits),
                                   self.port * len(words))

    def _slots(self, runs: Blocks) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Positions and values of all slots of runs, all passes together."""
        run, place = np.nonzero(runs)
        rank = (np.cumsum(runs != 0, axis=1) - 1)[run, place]
        shape = len(runs), self.passes * self.n
        # Slots without a weight have the position of the last one that has.
        last = np.zeros(len(runs), np.int64)
        np.maximum.at(last, run, place)
        positions = np.repeat(last[:, None], shape[1], axis=1)
        values = np.zeros(shape, np.int64)
        positions[run, rank], values[run, rank] = place, runs[run, place]
        return positions, values

    def read(self, words: Iterator[int], count: int, number: int = 0) -> Blocks:
        blocks = np.zeros((count, self.rows, self.columns), np.int8)
        reader = BitReader(words, self.port)
        for block in blocks:
            runs = block.reshape(-1, self.m)
            before = np.full(len(runs), -1)
            for _ in range(self.passes):
                for i in range(self.tile.lanes):
                    position = reader.take(self.position_bits)
                    code = reader.take(self.values.coded)
                    (value,) = self.values.unpack(code, self.values.coded)
                    run = i // self.n
                    if value and position <= before[run]:
                        raise ValueError(f"Row group has position {position} of an N:M group "
                                         f"after position {before[run]}")
                    if not value and position != max(before[run], 0):
                        raise ValueError("Row group has an empty slot with a position of its own")
                    before[run] = position
                    if value:
                        runs[run, position] = value
        reader.finish()
        return blocks

    def create(self, *, count: int, width: int, groups: int = 1) -> BlockDecoder:
        return PatternDecoder(self, count=count, width=width, groups=groups)


class PatternDecoder(BlockDecoder):
    """Cut the bits into tiles and count the column blocks; see :class:`BlockDecoder`."""

    def elaborate(self, platform: object) -> Module:
        m = Module()

        format = self.format
        assert isinstance(format, Pattern)
        lanes, slot, values = format.tile.lanes, format.slot_bits, format.values
        m.submodules.funnel = funnel = Funnel(port=format.port, widths=[lanes * slot])
        index = Signal.like(self.o.payload.index)
        turn = Signal(range(max(2, format.passes)))

        slots = [funnel.window[slot * i:slot * (i + 1)] for i in range(lanes)]
        codes = [values.expand(s[format.position_bits:], values.coded) for s in slots]
        m.d.comb += [
            funnel.i.payload.eq(self.i.payload),
            funnel.i.valid.eq(self.i.valid),
            self.i.ready.eq(funnel.i.ready),
            funnel.need.eq(lanes * slot),
            funnel.used.eq(lanes * slot),
            funnel.step.eq(self.o.valid & self.o.ready),
            funnel.clear.eq(self.o.payload.last),
            self.o.valid.eq(funnel.ready),
            self.o.payload.index.eq(index),
            self.o.payload.weights.eq(sign_extend(Cat(codes), lanes, values.width, self.width)),
            *(self.o.payload.columns[i].eq(s[:format.position_bits])
              for i, s in enumerate(slots)),
            self.o.payload.last.eq(
                (index >= (self.count - 1)[:len(self.count)]) & (turn == format.passes - 1)),
        ]
        with m.If(funnel.step):
            m.d.sync += turn.eq(turn + 1)
            with m.If(turn == format.passes - 1):
                m.d.sync += [turn.eq(0), index.eq(index + 1)]
                with m.If(self.o.payload.last):
                    m.d.sync += index.eq(0)

        return m
