"""Bitmap format: one bit per weight, and the values of those that are not zero."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from amaranth.hdl import Cat, Module, Mux, Signal

from .base import BlockDecoder, Blocks
from .bits import BitFormat, BitReader, Step
from .block_bitmap import lowest_set
from .expand import expand, population
from .funnel import Funnel
from .values import Nonzero, pick, sign_extend

__all__ = ["Bitmap"]


@dataclass(frozen=True, kw_only=True)
class Bitmap(BitFormat):
    """A mask for every ``span`` weights in flat order, then the values of its set bits.

    The bitmap form of SP-IMC (Sridharan et al., CICC 2024). Bit i of a mask is set when weight i of
    the span is not zero. Bits beyond the last block are zero, but stored. Masks of a block that is
    larger than a span stand side by side.

    The values follow by blocks. Those of a block stand behind the mask with the next weight that
    is not zero, or behind all masks if there is none: when a decoder gets them it knows whether
    another block will come. That takes no bits, so that a weight costs 1 + density * width.
    """

    span: int = 32

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.span < 1 or self.span & (self.span - 1):
            raise ValueError(f"Bitmap span must be a power of two, not {self.span!r}")
        if self.values.together != 1:
            raise ValueError(f"Bitmap cannot pick single values of {self.values.name}")

    @property
    def name(self) -> str:
        if self.values == Nonzero(1) and self.span == 32:
            return "bitmap-signs"
        return f"bitmap{self.span}-{self.values.name}"

    @property
    def mask_bits(self) -> int:
        """Bits of masks that are read at once: those of a span, or of a larger block."""
        return max(self.span, self.lanes)

    @property
    def members(self) -> int:
        """Blocks that one mask describes."""
        return self.mask_bits // self.lanes

    def legal(self, group: Blocks, number: int = 0) -> str | None:
        # Zeros need no code. Every packing has one for -1.
        return super().legal(np.where(group == 0, np.int8(-1), group))

    def steps(self, group: Blocks, number: int) -> Iterator[Step]:
        waiting: int | None = None
        codes = {weight: self.values.pack([weight], self.values.coded)
                 for weight in map(int, np.unique(group)) if weight}
        for start in range(0, len(group), self.members):
            members = group[start:start + self.members]
            mask = sum(1 << int(i) for i in np.flatnonzero(members))
            yield Step(mask, self.mask_bits, self.mask_bits)
            for index in np.flatnonzero(members.any(axis=(1, 2))):
                yield Step(0, 0, 0) if waiting is None else self._block(group, waiting, codes)
                waiting = start + int(index)
        if waiting is None:
            yield Step(0, 0, 0)
        yield self._block(group, waiting or 0, codes)

    def _block(self, group: Blocks, index: int, codes: Mapping[int, int]) -> Step:
        """The values of a block, given the codes of single ones."""
        weights = group[index][group[index] != 0].tolist()
        coded = self.values.coded
        code = 0
        for weight in reversed(weights):
            code = code << coded | codes[weight]
        width = coded * len(weights)
        return Step(code, width, width, width, index)

    def read(self, words: Iterator[int], count: int, number: int = 0) -> Blocks:
        weights = np.zeros(count * self.lanes, np.int8)
        reader = BitReader(words, self.port)
        waiting: list[int] = []
        for start in range(0, len(weights), self.mask_bits):
            mask = reader.take(self.mask_bits)
            if start + mask.bit_length() > len(weights):
                raise ValueError(f"Row group has weights beyond its {count} column blocks")
            for first in range(start, start + self.mask_bits, self.lanes):
                places = [first + i for i in range(self.lanes) if mask >> first - start + i & 1]
                if places:
                    self._fill(reader, weights, waiting)
                    waiting = places
        self._fill(reader, weights, waiting)
        reader.finish()
        return weights.reshape(count, self.rows, self.columns)

    def _fill(self, reader: BitReader, weights: Blocks, places: list[int]) -> None:
        coded = self.values.coded
        for place in places:
            (weights[place],) = self.values.unpack(reader.take(coded), coded)
            if not weights[place]:
                raise ValueError("Row group has a zero among the values of a mask")

    def create(self, *, count: int, width: int, groups: int = 1) -> BlockDecoder:
        return BitmapDecoder(self, count=count, width=width, groups=groups)


class BitmapDecoder(BlockDecoder):
    """Take the blocks of a mask one by one; see :class:`BlockDecoder`.

    A block waits in a register until the one after it is found, which tells whether it is the last.
    Reading a mask is a step, and so is putting the first block of a row group into the register.
    Blocks without a set bit are skipped in no time.
    """

    def elaborate(self, platform: object) -> Module:
        m = Module()

        format = self.format
        assert isinstance(format, Bitmap)
        values, lanes, coded = format.values, format.lanes, format.values.coded
        m.submodules.funnel = funnel = Funnel(
            port=format.port,
            widths={format.mask_bits, *(coded * (i + 1) for i in range(lanes))})
        spans = max(1, (1 << len(self.count)) // format.members)

        # The block that waits.
        present = Signal()
        mask = Signal(lanes)
        bits = Signal(range(coded * lanes + 1))      # of its values
        index = Signal.like(self.o.payload.index)

        # The blocks after it.
        rest = Signal(format.mask_bits)              # set bits of the present mask
        more = Signal()                              # there are some
        base = Signal(range(spans))                  # number of that mask
        following = Signal(range(spans))             # and of the one to be read next
        final = Signal()                             # that was the last one

        blocks = [rest[i:i + lanes] for i in range(0, format.mask_bits, lanes)]
        filled = Signal(len(blocks))                 # blocks with a set bit
        here = Signal(range(len(blocks)))            # the next one
        head = Signal(lanes)                         # its set bits
        after = Signal.like(rest)                    # the set bits behind it
        place = Cat(here, base)
        m.d.comb += [
            filled.eq(Cat(block.any() for block in blocks)),
            here.eq(lowest_set(filled)),
            head.eq(pick(blocks, here)),
            after.eq(Cat(Mux(here == i, 0, block) for i, block in enumerate(blocks))),
            funnel.i.payload.eq(self.i.payload),
            funnel.i.valid.eq(self.i.valid),
            self.i.ready.eq(funnel.i.ready),
            funnel.used.eq(funnel.need),
            self.o.payload.index.eq(index),
            self.o.payload.weights.eq(sign_extend(
                expand(m, values.expand(funnel.window, coded * lanes), mask, values.width),
                lanes, values.width, self.width)),
            self.o.payload.last.eq(~more),
        ]

        def take_block() -> None:
            m.d.sync += [
                mask.eq(head),
                bits.eq(population(head) * coded),
                # A damaged mask may have bits beyond the row group.
                index.eq(Mux(more & (place < self.count), place, 0)),
                rest.eq(after),
                more.eq(after.any()),
            ]

        with m.If(~more & ~final):
            m.d.comb += [funnel.need.eq(format.mask_bits), funnel.step.eq(funnel.ready)]
            with m.If(funnel.step):
                m.d.sync += [
                    rest.eq(funnel.window),
                    more.eq(funnel.window[:format.mask_bits].any()),
                    base.eq(following),
                    following.eq(following + 1),
                    final.eq(following == (self.count - 1) >> format.members.bit_length() - 1),
                ]
        with m.Elif(~present):
            take_block()
            m.d.sync += present.eq(1)
        with m.Else():
            m.d.comb += [
                funnel.need.eq(bits),
                self.o.valid.eq(funnel.ready),
                funnel.step.eq(self.o.valid & self.o.ready),
                funnel.clear.eq(self.o.payload.last),
            ]
            with m.If(funnel.step):
                take_block()
                with m.If(self.o.payload.last):
                    m.d.sync += [present.eq(0), following.eq(0), final.eq(0)]

        return m
