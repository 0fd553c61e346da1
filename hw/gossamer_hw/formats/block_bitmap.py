"""Block bitmap format: one bit per column block; pruned blocks take neither memory nor time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from amaranth.hdl import Cat, Module, Mux, Signal, Value

from .base import BlockDecoder, Blocks
from .gearbox import Gearbox
from .symbols import SymbolFormat
from .values import sign_extend

__all__ = ["BlockBitmap", "lowest_set"]


@dataclass(frozen=True, kw_only=True)
class BlockBitmap(SymbolFormat):
    """Surviving blocks only, found by header words.

    Bit i of a header stands for the i-th group of :attr:`span` column blocks in its chunk: set, all
    blocks of the group are stored. The bit above marks the last header of the row group; headers
    of nothing but pruned blocks after the last stored block are left out. The values of a chunk
    follow its header. A row group without any survivor stores its first group, as zeros.

    With a span of more than one this is block-punched pruning (YOLObile; Cai et al., AAAI 2021,
    arXiv 2009.05697): one bit for the same kernel tap of a run of channels. The last group of a row
    group may have fewer blocks.
    """

    span: int = 1

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.span < 1:
            raise ValueError(f"Block bitmap span must be at least 1, not {self.span!r}")

    @property
    def name(self) -> str:
        kind = "block-bitmap" if self.span == 1 else f"block-punched{self.span}"
        return f"{kind}-{self.values.name}"

    @property
    def header_bits(self) -> int:
        return min(self.port, 32)

    @property
    def flags(self) -> int:
        """Groups that one header describes."""
        return self.header_bits - 1

    @property
    def chunk(self) -> int:
        return self.flags * self.span

    def stored(self, group: Blocks) -> npt.NDArray[np.int64]:
        kept = np.zeros(-(-len(group) // self.span), bool)
        kept[np.flatnonzero(group.any(axis=(1, 2))) // self.span] = True
        kept[0] |= not kept.any()
        return np.flatnonzero(kept.repeat(self.span)[:len(group)])

    def _members(self, number: int, count: int) -> list[int]:
        """Column blocks of a group."""
        return list(range(number * self.span, min((number + 1) * self.span, count)))

    def headers(self, stored: npt.NDArray[np.int64]) -> list[int]:
        bits = np.zeros((int(stored[-1]) // self.chunk + 1, self.flags + 1), bool)
        bits[-1, self.flags] = True
        groups = stored // self.span
        bits[groups // self.flags, groups % self.flags] = True
        found: list[int] = (bits @ (1 << np.arange(self.flags + 1))).tolist()
        return found

    def read(self, words: Iterator[int], count: int, number: int = 0) -> Blocks:
        blocks = np.zeros((count, self.rows, self.columns), np.int8)
        queue: list[int] = []
        base, last = 0, False
        while not last:
            header = next(words, None)
            if header is None:
                raise ValueError("Row group ends before its last block")
            last = bool(header >> self.flags & 1)
            if header >> self.header_bits:
                raise ValueError("Header of a row group has bits beyond its chunk")
            for i in range(base, base + self.flags):
                if header >> i - base & 1:
                    if i * self.span >= count:
                        raise ValueError(
                            f"Row group has column block {i * self.span} beyond its {count}")
                    for index in self._members(i, count):
                        blocks[index] = self._take(words, queue)
            base += self.flags
        if queue != self.values.unpack(0, self.port)[:1] * len(queue):
            raise ValueError("Row group has bits after its last block")
        return blocks

    def create(self, *, count: int, width: int, groups: int = 1) -> BlockDecoder:
        return BlockBitmapDecoder(self, count=count, width=width, groups=groups)


class BlockBitmapDecoder(BlockDecoder):
    """Jump from set bit to set bit; a header costs one cycle. See :class:`BlockDecoder`."""

    def elaborate(self, platform: object) -> Module:
        m = Module()

        format = self.format
        assert isinstance(format, BlockBitmap)
        values, lanes, span = format.values, format.lanes, format.span
        m.submodules.gearbox = gearbox = Gearbox(
            intake=values.symbols(format.port), outtake=lanes, width=values.width)

        # The current group is found ahead of time, so that what follows it is one addition.
        present = Signal()                        # there is a current group
        here = Signal(range(format.flags))        # its bit
        rest = Signal(format.flags)               # bits that are still to come
        alone = Signal()                          # there are none
        final = Signal()                          # this is the last chunk
        base = Signal.like(self.o.payload.index)  # first column block of the chunk
        member = Signal(range(span))              # block of the group
        place = Signal.like(base)
        ends = Signal()                           # that is its last one
        bits = Signal(format.flags)
        after = Signal(format.flags)
        m.d.comb += [
            bits.eq(Mux(present, rest, self.i.payload)),
            after.eq(bits & (bits - 1)),
            gearbox.i.payload.eq(values.expand(self.i.payload, format.port)),
            place.eq(base + here * span + member),
            ends.eq((member == span - 1) | (place == self.count - 1) if span > 1 else 1),
            self.o.payload.weights.eq(
                sign_extend(gearbox.o.payload, lanes, values.width, self.width)),
            # A damaged header may have bits beyond the row group.
            self.o.payload.index.eq(Mux(place < self.count, place, 0)),
            self.o.payload.last.eq(final & alone & ends),
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
                m.d.sync += member.eq(member + 1)
                with m.If(ends):
                    find_next()
                    m.d.sync += member.eq(0)
                    with m.If(alone):
                        m.d.sync += base.eq(base + format.chunk)
                with m.If(self.o.payload.last):
                    m.d.sync += base.eq(0)
                    m.d.comb += gearbox.clear.eq(1)
        with m.Else():
            m.d.comb += self.i.ready.eq(1)
            with m.If(self.i.valid):
                find_next()
                m.d.sync += final.eq(self.i.payload[format.flags])
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
