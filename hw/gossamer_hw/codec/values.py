"""From values to digits of coefficients, in front of each code, and back, behind it."""

from __future__ import annotations

from amaranth.hdl import Cat, Const, Module, Mux, Signal
from amaranth.lib import data, fifo, stream, wiring
from amaranth.lib.wiring import In, Out, connect, flipped

from .align import Align, Restore, beats
from .collect import Collector
from .gather import GatherFloats, GatherIntegers
from .geometry import Steps
from .serial import SerialForward, SerialInverse
from .transpose import Transposer
from .types import Float

__all__ = ["DigitsToValues", "ValuesToDigits"]


class ValuesToDigits(wiring.Component):
    """From values to digits of the coefficients of their blocks.

    Members
    -------
    i : In(beats(values, lanes))
        Values of the blocks, x fastest; a chunk consists of whole blocks.
    digits : Out(size * digit)
        Digits of all coefficients, the lowest digit of a block first.
    valid : Out(1)
        Take them; only while ``ready``.
    ready : In(1)
        There is room.
    blocks : Out(stream.Signature(StructLayout))
        Exponent ``field`` of each block, and whether it is the ``last`` of its chunk.
    saturated : Out(1)
        Pulses when values are taken of which one is an infinity or NaN.
    """

    i: stream.Interface
    digits: Signal
    valid: Signal
    ready: Signal
    blocks: stream.Interface
    saturated: Signal

    def __init__(self, geometry: Steps) -> None:
        self.geometry = g = geometry
        super().__init__({
            "i": In(beats(g.codec.values, g.lanes)),
            "digits": Out(g.codec.size * g.digit),
            "valid": Out(1),
            "ready": In(1),
            "blocks": Out(stream.Signature(data.StructLayout({
                "field": g.codec.values.exponent_bits, "last": 1}))),
            "saturated": Out(1),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        g = self.geometry
        m.submodules.gather = gather = (
            GatherFloats(g.codec.values, g.lanes, g.steps) if isinstance(g.codec.values, Float)
            else GatherIntegers(g.codec.values, g.lanes, g.steps))
        m.submodules.align = align = Align(g.codec.values, g.lanes)
        m.submodules.transposer = transposer = Transposer(side=g.steps, width=g.lanes * g.digit)
        m.submodules.forward = forward = SerialForward(
            dimension=g.codec.dimension, width=g.width, digit=g.digit)
        connect(m, flipped(self.i), gather.i)
        connect(m, gather.o, align.i)
        connect(m, gather.blocks, flipped(self.blocks))
        m.d.comb += self.saturated.eq(gather.saturated)

        # The bits of a value, in digits.
        for digit in range(g.steps):
            m.d.comb += transposer.i.payload[digit].eq(Cat(
                align.o.payload[lane][digit * g.digit:(digit + 1) * g.digit]
                for lane in range(g.lanes)))
        m.d.comb += [
            transposer.i.valid.eq(align.o.valid),
            align.o.ready.eq(transposer.i.ready),
        ]

        # Digits of a block must follow each other without a gap.
        step = Signal(range(max(2, g.steps)))
        present, advance = transposer.o.valid, Signal()
        m.d.comb += [
            forward.digits.eq(transposer.o.payload),
            forward.first.eq(step == 0),
            forward.last.eq(step == g.steps - 1),
            forward.valid.eq(present),
            forward.advance.eq(advance),
            advance.eq((present | (step == 0)) & (~forward.result_valid | self.ready)),
            transposer.o.ready.eq(advance),
            self.digits.eq(forward.result),
            self.valid.eq(forward.result_valid & advance),
        ]
        with m.If(advance & present):
            m.d.sync += step.eq(Mux(step == g.steps - 1, 0, step + 1))

        return m


class DigitsToValues(wiring.Component):
    """From digits of the coefficients of blocks to their values.

    Members
    -------
    digits : In(size * digit)
        Digits of all coefficients, the lowest digit of a block first, without a gap in a block.
    first, last : In(1)
        They are the first or last digits of their block.
    valid : In(1)
        There are digits.
    advance : Out(1)
        They are taken.
    blocks : In(stream.Signature(StructLayout))
        Exponent ``field`` of each block, not later than its first digits, and whether it is the
        ``last`` of its chunk.
    o : Out(beats(values, lanes))
        Values of the blocks, x fastest.
    """

    digits: Signal
    first: Signal
    last: Signal
    valid: Signal
    advance: Signal
    blocks: stream.Interface
    o: stream.Interface

    def __init__(self, geometry: Steps) -> None:
        self.geometry = g = geometry
        super().__init__({
            "digits": In(g.codec.size * g.digit),
            "first": In(1),
            "last": In(1),
            "valid": In(1),
            "advance": Out(1),
            "blocks": In(stream.Signature(data.StructLayout({
                "field": g.codec.values.exponent_bits, "last": 1}))),
            "o": Out(beats(g.codec.values, g.lanes)),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        g = self.geometry
        kept = g.kept
        # More than there are blocks from here to the last value.
        m.submodules.fields = fields = fifo.SyncFIFOBuffered(
            width=g.codec.values.exponent_bits + 1, depth=5 if kept < g.width else 16)
        m.submodules.inverse = inverse = SerialInverse(
            dimension=g.codec.dimension, width=g.width, digit=g.digit, marks=kept < g.width)
        m.submodules.transposer = transposer = (
            Collector(numbers=g.codec.size, lanes=g.lanes, digit=g.digit, kept=kept)
            if kept < g.width else Transposer(side=g.steps, width=g.lanes * g.digit))
        m.submodules.restore = restore = Restore(g.codec.values, g.lanes)
        connect(m, restore.o, flipped(self.o))
        m.d.comb += [
            fields.w_data.eq(self.blocks.payload), fields.w_en.eq(self.blocks.valid),
            self.blocks.ready.eq(fields.w_rdy),
            inverse.digits.eq(self.digits),
            inverse.first.eq(self.first), inverse.last.eq(self.last), inverse.valid.eq(self.valid),
            inverse.advance.eq(self.advance),
            self.advance.eq(~inverse.result_valid | transposer.i.ready),
            transposer.i.valid.eq(inverse.result_valid),
            transposer.i.payload.eq(Cat(inverse.result, inverse.result_last)
                                    if kept < g.width else inverse.result),
        ]

        # Values of a lane are its bits of all digits.
        beat = Signal(range(max(2, g.steps)))
        final = beat == g.steps - 1
        for lane in range(g.lanes):
            m.d.comb += restore.i.payload.integers[lane].eq(Cat(
                Const(0, g.width - kept), transposer.o.payload[lane]) if kept < g.width else Cat(
                transposer.o.payload[digit][lane * g.digit:(lane + 1) * g.digit]
                for digit in range(g.steps)))
        transfer = transposer.o.valid & restore.i.ready
        m.d.comb += [
            restore.i.valid.eq(transposer.o.valid),
            restore.i.payload.field.eq(fields.r_data[:-1]),
            restore.i.payload.last.eq(fields.r_data[-1] & final),
            transposer.o.ready.eq(restore.i.ready),
            fields.r_en.eq(transfer & final),
        ]
        with m.If(transfer):
            m.d.sync += beat.eq(Mux(final, 0, beat + 1))

        return m
