"""Gather: hold back the values of a block until its exponent is known."""

from __future__ import annotations

from amaranth.hdl import Cat, Const, Module, Mux, Signal, Value, unsigned
from amaranth.lib import data, fifo, memory, stream, wiring
from amaranth.lib.wiring import In, Out

from .align import beats
from .types import Float, ValueType

__all__ = ["GatherFloats", "GatherIntegers"]


class _Gather(wiring.Component):
    """Find the exponent of each block.

    Members
    -------
    i : In(beats(values, lanes))
        Values.
    o : Out(stream.Signature(StructLayout))
        The same ``values``, with the exponent ``field`` of their block.
    blocks : Out(stream.Signature(StructLayout))
        ``field`` of each block that goes out, and whether it is the ``last`` of its chunk.
    saturated : Out(1)
        Pulses when an infinity or NaN is taken.
    """

    i: stream.Interface
    o: stream.Interface
    blocks: stream.Interface
    saturated: Signal

    def __init__(self, values: ValueType, lanes: int, steps: int) -> None:
        self.values = values
        self.lanes = lanes
        self.steps = steps
        super().__init__({
            "i": In(beats(values, lanes)),
            "o": Out(stream.Signature(data.StructLayout({
                "values": data.ArrayLayout(unsigned(values.width), lanes),
                "field": values.exponent_bits}))),
            "blocks": Out(stream.Signature(data.StructLayout({
                "field": values.exponent_bits, "last": 1}))),
            "saturated": Out(1),
        })


class GatherIntegers(_Gather):
    """Integers have none; only the ends of chunks are noted."""

    def elaborate(self, platform: object) -> Module:
        m = Module()

        beat = Signal(range(max(2, self.steps)))
        final = beat == self.steps - 1
        m.submodules.blocks = blocks = fifo.SyncFIFOBuffered(width=1, depth=16)
        ready = ~final | blocks.w_rdy
        m.d.comb += [
            self.o.payload.values.eq(self.i.payload.values),
            self.o.valid.eq(self.i.valid & ready),
            self.i.ready.eq(self.o.ready & ready),
            blocks.w_data.eq(self.i.payload.last),
            blocks.w_en.eq(self.i.valid & self.o.ready & final),
            self.blocks.payload.last.eq(blocks.r_data),
            self.blocks.valid.eq(blocks.r_rdy),
            blocks.r_en.eq(self.blocks.ready),
        ]
        with m.If(self.i.valid & self.i.ready):
            m.d.sync += beat.eq(Mux(final, 0, beat + 1))

        return m


class GatherFloats(_Gather):
    """Keep two blocks: one that comes in, and one whose largest exponent is known."""

    def elaborate(self, platform: object) -> Module:
        m = Module()

        values = self.values
        assert isinstance(values, Float)
        m.submodules.blocks = blocks = fifo.SyncFIFOBuffered(
            width=values.exponent_bits + 1, depth=16)
        m.submodules.store = store = memory.Memory(
            shape=unsigned(self.lanes * values.width), depth=2 * max(2, self.steps), init=[])
        write, read = store.write_port(), store.read_port()

        numbers, exponents, nonzero, special = [], [], [], []
        for lane in range(self.lanes):
            pattern = self.i.payload.values[lane]
            mantissa, exponent = pattern[:values.mantissa], pattern[values.mantissa:-1]
            number = Signal(values.width, name=f"number_{lane}")
            m.d.comb += number.eq(Mux(~exponent.all(), pattern, Mux(
                mantissa.any(), 0, Cat(Const(values.largest, values.width - 1), pattern[-1]))))
            numbers.append(number)
            exponents.append(number[values.mantissa:-1])
            nonzero.append(number[:-1].any())
            special.append(exponent.all())
        # Of the block so far, and with what comes in.
        largest, highest = Signal(values.exponent_bits), Signal(values.exponent_bits)
        some, any_ = Signal(), Signal()
        m.d.comb += [
            highest.eq(_maximum(m, [*exponents, largest])), any_.eq(some | Cat(nonzero).any())]

        beat, out = (Signal(range(max(2, self.steps)), name=name) for name in ("beat", "out"))
        slot, reading, full = Signal(), Signal(), Signal(2)
        held = [Signal(values.exponent_bits + 2, name=f"held_{i}") for i in range(2)]
        final, complete, leaves = beat == self.steps - 1, Signal(), Signal()
        m.d.comb += [
            self.i.ready.eq(~full[1]),
            self.saturated.eq(self.i.valid & self.i.ready & Cat(special).any()),
            write.data.eq(Cat(numbers)),
            write.addr.eq(Cat(beat, slot)),
            write.en.eq(self.i.valid & self.i.ready),
            complete.eq(write.en & final),
        ]
        with m.If(write.en):
            m.d.sync += [beat.eq(Mux(final, 0, beat + 1)), largest.eq(Mux(final, 0, highest)),
                         some.eq(any_ & ~final)]
            with m.If(final):
                m.d.sync += slot.eq(~slot)
                for i in range(2):
                    with m.If(slot == i):
                        m.d.sync += held[i].eq(Cat(highest, any_, self.i.payload.last))

        # The memory takes a cycle.
        ahead, starts, ends = Signal(), out == 0, out == self.steps - 1
        chosen, block = Signal(len(held[0])), Signal(values.exponent_bits + 1)
        # One more than the exponent, and 0 for zeros.
        m.d.comb += [
            chosen.eq(Mux(reading, held[1], held[0])),
            block.eq(Cat((chosen[:-2] + chosen[-2])[:values.exponent_bits], chosen[-1])),
        ]
        advance, present = Signal(), Signal()
        field = Signal(values.exponent_bits)
        m.d.comb += [
            advance.eq(~present | self.o.ready),
            ahead.eq(full.any() & (~starts | blocks.w_rdy)),
            read.addr.eq(Cat(out, reading)),
            read.en.eq(advance),
            blocks.w_data.eq(block),
            blocks.w_en.eq(advance & ahead & starts),
            leaves.eq(advance & ahead & ends),
            self.o.valid.eq(present),
            self.o.payload.values.eq(read.data),
            self.o.payload.field.eq(field),
            self.blocks.payload.eq(blocks.r_data),
            self.blocks.valid.eq(blocks.r_rdy),
            blocks.r_en.eq(self.blocks.ready),
        ]
        with m.If(advance):
            m.d.sync += [present.eq(ahead), field.eq(block)]
            with m.If(ahead):
                m.d.sync += out.eq(Mux(ends, 0, out + 1))
        with m.If(leaves):
            m.d.sync += reading.eq(~reading)
        m.d.sync += full.eq(full + complete - leaves)

        return m


def _maximum(m: Module, values: list[Value]) -> Value:
    """The largest, by a tree."""
    while len(values) > 1:
        pairs = list(zip(values[::2], values[1::2], strict=False))
        rest = values[2 * len(pairs):]
        values = []
        for a, b in pairs:
            larger = Signal(len(a))
            m.d.comb += larger.eq(Mux(a > b, a, b))
            values.append(larger)
        values += rest
    return values[0]
