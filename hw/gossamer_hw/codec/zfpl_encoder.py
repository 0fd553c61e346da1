"""ZfpL in hardware, from values to words."""

from __future__ import annotations

from amaranth.hdl import Cat, Const, Module, Mux, Signal, Value, unsigned
from amaranth.lib import data, memory, stream, wiring
from amaranth.lib.wiring import In, Out, connect, flipped
from amaranth.utils import exact_log2

from .align import beats
from .geometry import BUDGET_BITS, Geometry, before, block_bits, limits_ports, planes_kept
from .values import ValuesToDigits
from .window import Packer, words

__all__ = ["ZfpLEncoder"]


class ZfpLEncoder(wiring.Component):
    """Encode chunks of blocks.

    A block takes as many cycles as the larger of its beats and its planes (divided by those per
    cycle) and one, when values come and words are taken in every cycle. The end of a chunk takes up
    to three more.

    Numbers that the type cannot hold are saturated: infinities become the largest number, and NaNs
    zero.

    Members
    -------
    i : In(beats(values, lanes))
        Values of the blocks, x fastest; a chunk consists of whole blocks.
    o : Out(words(port))
        Words of the chunks.
    planes, exponent, bits : In
        Limits; see :func:`limits_ports`.
    saturated : Out(1)
        Pulses when values are taken of which one is an infinity or NaN.
    """

    i: stream.Interface
    o: stream.Interface
    planes: Signal
    exponent: Signal
    bits: Signal
    saturated: Signal

    def __init__(self, geometry: Geometry) -> None:
        self.geometry = geometry
        codec, lanes, port = geometry.codec, geometry.lanes, geometry.port
        super().__init__({
            "i": In(beats(codec.values, lanes)),
            "o": Out(words(port)),
            "saturated": Out(1),
            **limits_ports(geometry),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        g = self.geometry
        m.submodules.digits = digits = ValuesToDigits(g)
        m.submodules.coder = coder = PlaneEncoder(g)
        m.submodules.packer = packer = Packer(port=g.port, widest=g.widest)
        connect(m, flipped(self.i), digits.i)
        connect(m, digits.blocks, coder.blocks)
        connect(m, coder.o, packer.i)
        connect(m, packer.o, flipped(self.o))
        m.d.comb += [
            self.saturated.eq(digits.saturated),
            coder.digits.eq(digits.digits), coder.valid.eq(digits.valid),
            digits.ready.eq(coder.ready),
            *(getattr(coder, name).eq(getattr(self, name)) for name in limits_ports(g)),
        ]

        return m


class PlaneEncoder(wiring.Component):
    """Encode the bit planes of blocks into fields for a packer, a step of planes a cycle.

    Members
    -------
    digits : In(size * digit)
        Digits of all coefficients, the lowest digit of a block first.
    valid : In(1)
        Take them, only while ``ready``.
    ready : Out(1)
        There is room; also for the other digits of a block, when there is for the first ones.
    blocks : In(stream.Signature(StructLayout))
        Exponent ``field`` of each block, and whether it is the ``last`` of its chunk.
    o : Out(stream.Signature(StructLayout))
        Fields.
    """

    def __init__(self, geometry: Geometry) -> None:
        self.geometry = g = geometry
        super().__init__({
            "digits": In(g.codec.size * g.digit),
            "valid": In(1),
            "ready": Out(1),
            "blocks": In(stream.Signature(data.StructLayout({
                "field": g.codec.values.exponent_bits, "last": 1}))),
            "o": Out(stream.Signature(data.StructLayout({
                "bits": g.widest, "width": range(g.widest + 1), "end": 1}))),
            **limits_ports(g),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        g = self.geometry
        size, top = g.codec.size, len(g.codec.levels) - 1
        m.submodules.store = store = memory.Memory(
            shape=unsigned(size * g.digit), depth=2 * max(2, g.steps), init=[])
        write, read = store.write_port(), store.read_port()

        # Two slots for blocks, written and read in turn.
        written, taken, full = Signal(), Signal(), Signal(2)
        step = Signal(range(max(2, g.steps)))
        complete, done = Signal(), Signal()
        m.d.comb += [
            self.ready.eq(~full[1]),
            write.data.eq(Cat(self.digits[number * g.digit + i]
                              for i in range(g.digit) for number in range(size))),
            write.addr.eq(Cat(step, written)),
            write.en.eq(self.valid),
            complete.eq(self.valid & (step == g.steps - 1)),
            self.blocks.ready.eq(done),
        ]
        with m.If(self.valid):
            m.d.sync += step.eq(Mux(step == g.steps - 1, 0, step + 1))
        with m.If(complete):
            m.d.sync += written.eq(~written)
        with m.If(done):
            m.d.sync += taken.eq(~taken)
        m.d.sync += full.eq(full + complete - done)

        field = self.blocks.payload.field
        kept = planes_kept(m, self, field)
        empty = ~kept.any()
        if g.codec.header:
            empty |= ~field.any()
        cut, plane = Signal(range(g.width + 1)), Signal(range(g.width + 1), init=g.width)
        level = Signal(range(top + 1))
        budget, limited = Signal(BUDGET_BITS), Signal()
        last = Signal()
        size_limit = block_bits(self)
        m.d.sync += limited.eq(size_limit.any() if g.fixed_rate else 0)

        # The planes below the present one, from the memory.
        digit_bits, plane_bits = exact_log2(g.digit), exact_log2(g.planes)
        place, following, coming = (
            Signal(range(g.width), name=name) for name in ("place", "following", "coming"))
        codes = Signal(size * g.planes)
        m.d.comb += [
            place.eq(plane - 1),
            following.eq(place - g.planes),
            read.addr.eq(Cat((coming >> digit_bits)[:exact_log2(max(2, g.steps))], taken)),
            coming.eq(g.width - 1),
            codes.eq(read.data.word_select((place >> plane_bits)[:digit_bits - plane_bits],
                                           size * g.planes) if g.digit > g.planes else read.data),
        ]
        bits, width, above = self._records(m, codes, level, plane, cut)

        # What goes out, and what is left of it where the bits of the block end.
        wanted, spent, free = Signal(range(g.widest + 1)), Signal(), Signal()
        offered, present, end = Signal(g.widest), Signal(), Signal()
        used = Signal.like(wanted)
        narrow = len(wanted)
        m.d.comb += [
            spent.eq(limited & ~budget[narrow:].any() & (budget[:narrow] <= wanted)),
            used.eq(Mux(spent, budget, wanted)),
            free.eq(~self.o.valid | self.o.ready),
        ]
        with m.If(free):
            m.d.sync += [
                self.o.valid.eq(present),
                self.o.payload.bits.eq(offered & Mux(limited, before(m, budget, g.widest), -1)),
                self.o.payload.width.eq(used),
                self.o.payload.end.eq(end),
            ]

        def put(field: Value, count: Value | int) -> None:
            m.d.comb += [present.eq(1), offered.eq(field), wanted.eq(count)]
            with m.If(free):
                m.d.sync += budget.eq(budget - wanted)

        def begin(last: Value) -> None:
            """Go on to a block, or to the end of the chunk."""
            m.d.sync += [level.eq(0), plane.eq(g.width), budget.eq(size_limit)]
            m.next = "header"
            with m.If(last):
                m.next = "end"

        def finish() -> None:
            """The block is complete."""
            m.d.comb += done.eq(1)
            m.d.sync += last.eq(self.blocks.payload.last)
            with m.If(limited & ~spent):
                m.next = "pad"
            with m.Else():
                begin(self.blocks.payload.last)

        with m.FSM():
            with m.State("start"):
                begin(Const(0))
            with m.State("header"):
                m.d.sync += cut.eq(g.width - kept)
                with m.If(full.any()):
                    put(Mux(empty, 0, Cat(Const(1, 1), field)) if g.codec.header else Const(0),
                        Mux(empty, 1, g.codec.header) if g.codec.header else 0)
                    with m.If(free):
                        m.next = "planes"
                        with m.If(empty | spent):
                            finish()
            with m.State("planes"):
                put(bits, width)
                m.d.comb += coming.eq(place)
                with m.If(free):
                    lowest = Signal(range(g.width + 1))
                    m.d.comb += [coming.eq(following), lowest.eq(plane - g.planes)]
                    m.d.sync += [level.eq(above), plane.eq(lowest)]
                    with m.If((lowest <= cut) | spent):
                        finish()
            with m.State("pad"):
                put(Const(0), g.widest)
                with m.If(free & spent):
                    begin(last)
            with m.State("end"):
                m.d.comb += [present.eq(1), end.eq(1)]
                with m.If(free):
                    begin(Const(0))

        return m

    def _records(self, m: Module, codes: Signal, level: Signal, plane: Signal, cut: Value
                 ) -> tuple[Value, Value, Signal]:
        """The fields of the next planes, given the lowest first, their bits, the level above."""
        g = self.geometry
        levels, size = g.codec.levels, g.codec.size
        top = len(levels) - 1
        record: Value = Const(0)
        total: Value = Const(0)
        for number in range(g.planes):
            code = codes[(g.planes - 1 - number) * size:][:size]
            above = Signal(range(top + 1))
            bits, width = Signal(size + top), Signal(range(size + top + 1))
            m.d.comb += above.eq(level)
            for now in range(1, top + 1):
                with m.If(code[levels[now - 1]:levels[now]].any() & (level < now)):
                    m.d.comb += above.eq(now)
            # Ones for the levels that it rises, and a zero below the top.
            with m.Switch(Cat(level, above)):
                for start in range(top + 1):
                    for now in range(start, top + 1):
                        rise = now - start
                        skip = rise + (now < top)
                        with m.Case(now << len(level) | start):
                            m.d.comb += [
                                bits.eq((1 << rise) - 1 | code << skip),
                                width.eq(skip + levels[now]),
                            ]
            if number:
                with m.If(plane - number <= cut):
                    m.d.comb += [above.eq(level), bits.eq(0), width.eq(0)]
            joined, added = Signal(g.widest), Signal(range(g.widest + 1))
            m.d.comb += [joined.eq(record | bits << total), added.eq(total + width)]
            record, total, level = joined, added, above
        return record, total, level
