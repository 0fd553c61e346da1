"""BlockFloat in hardware."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amaranth.hdl import Cat, Const, Module, Mux, Signal, unsigned
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out, connect, flipped

from .align import Align, Restore, beats
from .gather import GatherFloats
from .window import Packer, Window, words

if TYPE_CHECKING:
    from .block_float import BlockFloat

__all__ = ["BlockFloatDecoder", "BlockFloatEncoder"]


class BlockFloatDecoder(wiring.Component):
    """Decode chunks of blocks: a block takes a cycle more than it has beats.

    Members
    -------
    counts : In(stream.Signature(unsigned(16)))
        Blocks of each chunk, at least one.
    i : In(words(port))
        Words of the chunks.
    o : Out(beats(values, lanes))
        Values of the blocks.
    ended, damaged : Out(1)
        As of ``ZfpLDecoder``.
    """

    counts: stream.Interface
    i: stream.Interface
    o: stream.Interface
    ended: Signal
    damaged: Signal

    def __init__(self, codec: BlockFloat, *, lanes: int, port: int) -> None:
        self.codec = codec
        self.lanes = lanes
        self.port = port
        super().__init__({
            "counts": In(stream.Signature(unsigned(16))),
            "i": In(words(port)),
            "o": Out(beats(codec.values, lanes)),
            "ended": Out(1),
            "damaged": Out(1),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        codec, lanes = self.codec, self.lanes
        header, payload = codec.values.exponent_bits, lanes * codec.bits
        steps = codec.share // lanes
        m.submodules.window = window = Window(
            port=self.port, widest=max(header, payload), options=1)
        m.submodules.restore = restore = Restore(codec.values, lanes)
        connect(m, flipped(self.i), window.i)
        connect(m, restore.o, flipped(self.o))

        left, beat = Signal(16), Signal(range(max(2, steps)))
        rest = Signal()
        final, free = beat == steps - 1, Signal()
        m.d.comb += [
            window.choice.eq(1),
            restore.i.payload.last.eq(final & (left == 1)),
        ]
        for lane in range(lanes):
            code = window.bits[lane * codec.bits:(lane + 1) * codec.bits]
            m.d.comb += restore.i.payload.integers[lane].eq(
                Cat(Const(0, codec.values.planes - codec.bits), code))

        def use(count: int) -> None:
            m.d.comb += [window.used[0].eq(count), window.step.eq(window.ready & free),
                         window.needed.eq(1)]

        with m.FSM():
            with m.State("chunk"):
                m.d.comb += self.counts.ready.eq(1)
                m.d.sync += [left.eq(self.counts.payload), rest.eq(0)]
                with m.If(self.counts.valid):
                    m.next = "scale"
            with m.State("scale"):
                m.d.comb += free.eq(1)
                use(header)
                with m.If(window.step):
                    m.next = "values"
            with m.State("values"):
                m.d.comb += [restore.i.valid.eq(window.ready), free.eq(restore.i.ready)]
                use(payload)
                with m.If(window.step):
                    m.d.sync += beat.eq(Mux(final, 0, beat + 1))
                    with m.If(final):
                        m.d.sync += left.eq(left - 1)
                        m.next = "scale"
                        with m.If(left == 1):
                            m.next = "skip"
            with m.State("skip"):
                m.d.comb += [
                    window.used[0].eq(window.widest),
                    window.clear.eq(window.ended),
                    window.step.eq(window.ready & ~window.ended),
                    self.ended.eq(window.ended),
                    self.damaged.eq(window.ended & (window.missed | rest)),
                ]
                with m.If(window.step):
                    m.d.sync += rest.eq(rest | window.bits.any())
                with m.If(window.ended):
                    m.next = "chunk"

        # The scale goes with the values of its block.
        scale = Signal(header)
        with m.If(window.step & (window.used[0] == header) & ~restore.i.valid):
            m.d.sync += scale.eq(window.bits)
        m.d.comb += restore.i.payload.field.eq(scale)

        return m


class BlockFloatEncoder(wiring.Component):
    """Encode chunks of blocks: a block takes a cycle more than it has beats.

    Members
    -------
    i : In(beats(values, lanes))
        Values of the blocks; a chunk consists of whole blocks.
    o : Out(words(port))
        Words of the chunks.
    saturated : Out(1)
        Pulses when values are taken of which one is an infinity or NaN.
    """

    i: stream.Interface
    o: stream.Interface
    saturated: Signal

    def __init__(self, codec: BlockFloat, *, lanes: int, port: int) -> None:
        self.codec = codec
        self.lanes = lanes
        self.port = port
        super().__init__({
            "i": In(beats(codec.values, lanes)),
            "o": Out(words(port)),
            "saturated": Out(1),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        codec, lanes = self.codec, self.lanes
        header, payload = codec.values.exponent_bits, lanes * codec.bits
        steps = codec.share // lanes
        m.submodules.gather = gather = GatherFloats(codec.values, lanes, steps)
        m.submodules.align = align = Align(codec.values, lanes)
        m.submodules.packer = packer = Packer(port=self.port, widest=max(header, payload))
        connect(m, flipped(self.i), gather.i)
        connect(m, gather.o, align.i)
        connect(m, packer.o, flipped(self.o))
        m.d.comb += self.saturated.eq(gather.saturated)

        # Half away from zero, and not beyond the largest.
        planes, bits = codec.values.planes, codec.bits
        codes = []
        for lane in range(lanes):
            integer = align.o.payload[lane].as_signed()
            magnitude, rounded = Signal(planes - 1), Signal(bits)
            code = Signal(bits, name=f"code_{lane}")
            m.d.comb += [
                magnitude.eq(Mux(integer < 0, -integer, integer)),
                rounded.eq((magnitude >> planes - 1 - bits) + magnitude[planes - 2 - bits]),
            ]
            largest = Mux(rounded[-1], (1 << bits - 1) - 1, rounded)
            m.d.comb += code.eq(Mux(integer < 0, -largest, largest))
            codes.append(code)

        beat = Signal(range(max(2, steps)))
        block = gather.blocks
        with m.FSM():
            with m.State("scale"):
                field = block.payload.field
                m.d.comb += [
                    packer.i.valid.eq(block.valid),
                    packer.i.payload.bits.eq(field - field.any()),
                    packer.i.payload.width.eq(header),
                ]
                with m.If(block.valid & packer.i.ready):
                    m.next = "values"
            with m.State("values"):
                m.d.comb += [
                    packer.i.valid.eq(align.o.valid),
                    packer.i.payload.bits.eq(Cat(codes)),
                    packer.i.payload.width.eq(payload),
                    align.o.ready.eq(packer.i.ready),
                ]
                with m.If(align.o.valid & packer.i.ready):
                    m.d.sync += beat.eq(beat + 1)
                    with m.If(beat == steps - 1):
                        m.d.sync += beat.eq(0)
                        m.d.comb += block.ready.eq(1)
                        m.next = "scale"
                        with m.If(block.payload.last):
                            m.next = "end"
            with m.State("end"):
                m.d.comb += [packer.i.valid.eq(1), packer.i.payload.end.eq(1)]
                with m.If(packer.i.ready):
                    m.next = "scale"

        return m
