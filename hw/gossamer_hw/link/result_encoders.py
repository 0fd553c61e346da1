"""Encoders of results, between an engine and a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import stream
from amaranth.lib.wiring import Component, In, Out, connect, flipped

from gossamer_hw.codec.block import Block
from gossamer_hw.codec.chunks import PORT
from gossamer_hw.codec.window import Packer, words

from .slots import OUTPUT

if TYPE_CHECKING:
    from .zeros_results import ZerosResults
    from .zfpl_results import ZfplResults

__all__ = ["Halves", "ZerosResultEncoder", "ZfplResultEncoder"]


class Halves(Component):
    """Give words of 32 bits in two halves, the lower one first.

    Members
    -------
    i : In(words(32))
    o : Out(stream.Signature(OUTPUT))
    """

    i: stream.Interface
    o: stream.Interface

    def __init__(self) -> None:
        super().__init__({"i": In(words(PORT)), "o": Out(stream.Signature(OUTPUT))})

    def elaborate(self, platform: object) -> Module:
        m = Module()

        high = Signal()
        m.d.comb += [
            self.o.valid.eq(self.i.valid),
            self.o.payload.data.eq(self.i.payload.data.word_select(high, PORT // 2)),
            self.o.payload.last.eq(high & self.i.payload.last),
            self.i.ready.eq(high & self.o.ready),
        ]
        with m.If(self.o.valid & self.o.ready):
            m.d.sync += high.eq(~high)

        return m


class _ResultEncoder(Component):
    """What encoders of results have in common.

    Members
    -------
    i : In(stream.Signature(OUTPUT))
        Outputs of an engine.
    o : Out(stream.Signature(OUTPUT))
        Frames, 16 bits at a time.
    """

    i: stream.Interface
    o: stream.Interface

    def __init__(self) -> None:
        super().__init__({"i": In(stream.Signature(OUTPUT)), "o": Out(stream.Signature(OUTPUT))})


class ZfplResultEncoder(_ResultEncoder):
    """Encode images, at an output a cycle while a block has few planes."""

    def __init__(self, codec: ZfplResults) -> None:
        self.codec = codec
        super().__init__()

    def elaborate(self, platform: object) -> Module:
        m = Module()

        codec = self.codec
        values = codec.codec.values
        m.submodules.block = block = Block(rows=codec.rows, columns=codec.columns,
                                           channels=codec.channels, width=values.width)
        m.submodules.encoder = encoder = codec.codec.create_encoder(fixed_rate=False)
        m.submodules.halves = halves = Halves()
        connect(m, encoder.o, halves.i)
        connect(m, halves.o, flipped(self.o))
        m.d.comb += [
            block.i.payload.eq(self.i.payload.data - codec.centre),
            block.i.valid.eq(self.i.valid),
            self.i.ready.eq(block.i.ready),
            encoder.planes.eq(codec.planes),
            encoder.i.payload["values"][0].eq(block.o.payload.value),
            encoder.i.payload.last.eq(block.o.payload.last),
            encoder.i.valid.eq(block.o.valid),
            block.o.ready.eq(encoder.i.ready),
        ]

        return m


class ZerosResultEncoder(_ResultEncoder):
    """Encode groups of one, an output a cycle and two cycles more for each result."""

    def __init__(self, codec: ZerosResults) -> None:
        self.codec = codec
        super().__init__()

    def elaborate(self, platform: object) -> Module:
        m = Module()

        codec = self.codec
        m.submodules.packer = packer = Packer(port=PORT, widest=1 + codec.bits)
        m.submodules.halves = halves = Halves()
        connect(m, packer.o, halves.i)
        connect(m, halves.o, flipped(self.o))
        filled, ending = Signal(), Signal()
        distance = Signal(codec.bits)
        m.d.comb += [
            filled.eq(self.i.payload.data != codec.blank),
            distance.eq(self.i.payload.data - codec.low),
            packer.i.payload.bits.eq(Mux(filled & ~ending, Cat(filled, distance), 0)),
            packer.i.payload.width.eq(Mux(ending, 0, Mux(filled, 1 + codec.bits, 1))),
            packer.i.payload.end.eq(ending),
            packer.i.valid.eq(ending | self.i.valid),
            self.i.ready.eq(~ending & packer.i.ready),
        ]
        with m.If(packer.i.valid & packer.i.ready):
            m.d.sync += ending.eq(~ending & self.i.payload.last)

        return m
