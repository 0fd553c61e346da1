"""Block bitmap format: one bit per column block; pruned blocks take neither memory nor time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from amaranth.hdl import Cat, Module, Mux, Signal, Value

from .base import BlockDecoder, Blocks
from .gearbox import Gearbox
from .symbols import SymbolFormat
from .values import sign_extend

__all__ = ["BlockBitmap", "lowest_set"]


@dataclass(frozen=True, kw_only=True)
class BlockBitmap(SymbolFormat):
    """Surviving blocks only, found by header words.

    A header describes :attr:`chunk` column blocks: bit i set means that column block
    ``chunk * number + i`` is stored. The bit above marks the last header of the row group; headers
    of nothing but pruned blocks after the last stored block are left out. The values of a chunk
    follow its header. A row group without any survivor stores its first block, as zeros.
    """

    @property
    def name(self) -> str:
        return f"block-bitmap-{self.values.name}"

    @property
    def chunk(self) -> int:
        return min(self.port, 32) - 1

    def stored(self, group: Blocks) -> list[int]:
        kept = np.flatnonzero(group.any(axis=(1, 2)))
        return [int(index) for index in kept] or [0]

    def header(self, chunk: int, stored: Sequence[int]) -> int:
        start, end = chunk * self.chunk, (chunk + 1) * self.chunk
        mask = sum(1 << (index - start) for index in stored if start <= index < end)
        return mask | (stored[-1] < end) << self.chunk

    def read(self, words: Iterator[int], count: int, number: int = 0) -> Blocks:
        blocks = np.zeros((count, self.rows, self.columns), np.int8)
        queue: list[int] = []
        base, last = 0, False
        while not last:
            header = next(words, None)
            if header is None:
                raise ValueError("Row group ends before its last block")
            last = bool(header >> self.chunk & 1)
            if header >> (self.chunk + 1):
                raise ValueError("Header of a row group has bits beyond its chunk")
            for i in range(self.chunk):
                if header >> i & 1:
                    if base + i >= count:
                        raise ValueError(
                            f"Row group has column block {base + i} beyond its {count}")
                    blocks[base + i] = self._take(words, queue)
            base += self.chunk
        return blocks

    def create(self, *, count: int, width: int, groups: int = 1) -> BlockDecoder:
        return BlockBitmapDecoder(self, count=count, width=width, groups=groups)


class BlockBitmapDecoder(BlockDecoder):
    """Jump from set bit to set bit; a header costs one cycle. See :class:`BlockDecoder`."""

    def elaborate(self, platform: object) -> Module:
        m = Module()

        format = self.format
        assert isinstance(format, BlockBitmap)
        values, lanes = format.values, format.lanes
        m.submodules.gearbox = gearbox = Gearbox(
            intake=values.symbols(format.port), outtake=lanes, width=values.width)

        # The current column block is found ahead of time, so that what follows it is one addition.
        present = Signal()                        # there is a current column block
        here = Signal(range(format.chunk))        # its bit
        rest = Signal(format.chunk)               # bits that are still to come
        alone = Signal()                          # there are none
        final = Signal()                          # this is the last chunk
        base = Signal.like(self.o.payload.index)  # first column block of the chunk
        bits = Signal(format.chunk)
        after = Signal(format.chunk)
        m.d.comb += [
            bits.eq(Mux(present, rest, self.i.payload)),
            after.eq(bits & (bits - 1)),
            gearbox.i.payload.eq(values.expand(self.i.payload, format.port)),
            self.o.payload.weights.eq(
                sign_extend(gearbox.o.payload, lanes, values.width, self.width)),
            self.o.payload.index.eq(base + here),
            self.o.payload.last.eq(final & alone),
        ]

        def find_next() -> None:
            m.d.sync += [
                present.eq(bits != 0),
                here.eq(lowest_set(bits)),
                rest.eq(after),
                alone.eq(after == 0),
            ]

        with m.If(present):
            m.d.comb += [
                gearbox.i.valid.eq(self.i.valid),
                self.i.ready.eq(gearbox.i.ready),
                self.o.valid.eq(gearbox.o.valid),
                gearbox.o.ready.eq(self.o.ready),
            ]
            with m.If(self.o.valid & self.o.ready):
                find_next()
                with m.If(alone):
                    m.d.sync += base.eq(base + format.chunk)
                with m.If(self.o.payload.last):
                    m.d.sync += base.eq(0)
                    m.d.comb += gearbox.clear.eq(1)
        with m.Else():
            m.d.comb += self.i.ready.eq(1)
            with m.If(self.i.valid):
                find_next()
                m.d.sync += final.eq(self.i.payload[format.chunk])
                with m.If(bits == 0):
                    m.d.sync += base.eq(base + format.chunk)

        return m


def lowest_set(value: Value) -> Value:
    """Number of the lowest set bit, as a tree; undefined where no bit is set."""
    if len(value) == 1:
        return Cat()
    half = 1 << ((len(value) - 1).bit_length() - 1)
    low, high = value[:half], value[half:]
    inside, outside = lowest_set(low), lowest_set(high)
    return Cat(Mux(low.any(), inside, outside), ~low.any())
