"""Decoder of frames with ZfpL, in front of an engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amaranth.hdl import Cat, Module, Mux, Signal

from gossamer_hw.codec.chunks import PORT
from gossamer_hw.codec.unblock import Unblock

from .link_decoder import LinkDecoder

if TYPE_CHECKING:
    from .zfpl_link import ZfplLink

__all__ = ["ZfplLinkDecoder"]


class ZfplLinkDecoder(LinkDecoder):
    """Decode frames, a byte and an element a cycle where neither side waits.

    Whatever a frame holds, as many elements leave as an image has, and the next frame begins
    afresh. A last word that is not whole has its bytes on top; without a word there are zeros.
    """

    def __init__(self, codec: ZfplLink) -> None:
        self.codec = codec
        super().__init__()

    def elaborate(self, platform: object) -> Module:
        m = Module()

        codec = self.codec
        m.submodules.decoder = decoder = codec.codec.create_decoder(fixed_rate=False)
        byte = self.i.payload.data.as_unsigned()
        m.d.comb += self.damaged.eq(decoder.damaged)

        # The planes of a frame stay until its last word has been read.
        planes, busy, counted = Signal.like(decoder.planes), Signal(), Signal()
        held, place = Signal(PORT - 8), Signal(range(PORT // 8))
        complete, whole, bare = Signal(), Signal(), Signal()
        first, more = ~busy, busy & ~complete & ~bare
        m.d.comb += [
            decoder.planes.eq(planes),
            decoder.counts.payload.eq(codec.blocks),
            decoder.counts.valid.eq(busy & ~counted),
            whole.eq((place == PORT // 8 - 1) | self.i.payload.last),
            decoder.i.payload.data.eq(Mux(bare, 0, Cat(held, byte))),
            decoder.i.payload.last.eq(bare | self.i.payload.last),
            decoder.i.valid.eq(bare | more & whole & self.i.valid),
            # The next frame waits in front of its first byte.
            self.i.ready.eq(first | more & (~whole | decoder.i.ready)),
        ]
        with m.If(decoder.counts.valid & decoder.counts.ready):
            m.d.sync += counted.eq(1)
        with m.If(first & self.i.valid):
            m.d.sync += [busy.eq(1), counted.eq(0), place.eq(0), bare.eq(self.i.payload.last),
                         planes.eq(Mux(byte > codec.planes, codec.planes, byte))]
        with m.If(more & self.i.valid & (~whole | decoder.i.ready)):
            m.d.sync += [place.eq(place + 1), held.eq(Mux(whole, 0, Cat(held, byte)[8:])),
                         complete.eq(self.i.payload.last)]
        with m.If(bare & decoder.i.ready):
            m.d.sync += [bare.eq(0), complete.eq(1)]
        with m.If(complete & decoder.ended):
            m.d.sync += [busy.eq(0), complete.eq(0)]

        number = decoder.o.payload["values"][0].as_signed()
        values = Signal(number.shape())
        m.d.comb += values.eq(Mux(number < codec.low, codec.low,
                                  Mux(number > codec.high, codec.high, number)))
        element = Signal(range(max(2, codec.size)))
        last = element == codec.size - 1
        if codec.rows == 1:
            # In order already; what fills the last block is dropped.
            extra = Signal()
            m.d.comb += [
                self.o.payload.data.eq(values),
                self.o.valid.eq(decoder.o.valid & ~extra),
                decoder.o.ready.eq(self.o.ready | extra),
            ]
            with m.If(decoder.o.valid & decoder.o.ready):
                m.d.sync += extra.eq(~decoder.o.payload.last & (last | extra))
        else:
            m.submodules.unblock = unblock = Unblock(
                rows=codec.rows, columns=codec.columns, channels=codec.channels,
                width=len(values))
            m.d.comb += [
                unblock.i.payload.eq(values),
                unblock.i.valid.eq(decoder.o.valid),
                decoder.o.ready.eq(unblock.i.ready),
                self.o.payload.data.eq(unblock.o.payload),
                self.o.valid.eq(unblock.o.valid),
                unblock.o.ready.eq(self.o.ready),
            ]
        m.d.comb += self.o.payload.last.eq(last)
        with m.If(self.o.valid & self.o.ready):
            m.d.sync += element.eq(Mux(last, 0, element + 1))

        return m
