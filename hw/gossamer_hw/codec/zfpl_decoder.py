"""ZfpL in hardware, from words to values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amaranth.hdl import Cat, Const, Module, Mux, Signal, Value, unsigned
from amaranth.lib import data, fifo, memory, stream, wiring
from amaranth.lib.wiring import In, Out, connect, flipped
from amaranth.utils import exact_log2

from .align import Restore, beats
from .geometry import LIMITS, Geometry, limits_ports, planes_kept
from .serial import SerialInverse
from .transpose import Transposer
from .window import Window, words

if TYPE_CHECKING:
    from .zfpl import ZfpL

__all__ = ["ZfpLDecoder"]

class ZfpLDecoder(wiring.Component):
    """Decode chunks of blocks.

    A block takes as many cycles as the larger of its beats and its planes (divided by those per
    cycle) and one, when words and counts come and values are taken in every cycle. A new chunk
    takes a few more.

    Whatever the words are, as many blocks leave as were asked for: behind the end of a chunk there
    are zeros.

    Members
    -------
    counts : In(stream.Signature(unsigned(16)))
        Blocks of each chunk, at least one.
    i : In(words(port))
        Words of the chunks.
    o : Out(beats(values, lanes))
        Values of the blocks, x fastest.
    planes, exponent, bits : In
        Limits; see :func:`limits_ports`.
    damaged : Out(1)
        Pulses behind each chunk that was too short for its blocks, or in which bits that are not
        zero follow them.
    """

    counts: stream.Interface
    i: stream.Interface
    o: stream.Interface
    planes: Signal
    exponent: Signal
    bits: Signal
    damaged: Signal

    def __init__(self, codec: ZfpL, *, lanes: int = 1, planes: int = 1, port: int = 32) -> None:
        self.geometry = Geometry(codec, lanes=lanes, planes=planes, port=port)
        super().__init__({
            "counts": In(stream.Signature(unsigned(16))),
            "i": In(words(port)),
            "o": Out(beats(codec.values, lanes)),
            "damaged": Out(1),
            **limits_ports(self.geometry),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        g = self.geometry
        m.submodules.planes = planes = PlaneDecoder(g)
        m.submodules.fields = fields = fifo.SyncFIFOBuffered(
            width=g.codec.values.exponent_bits + 1, depth=16)
        m.submodules.inverse = inverse = SerialInverse(
            dimension=g.codec.dimension, width=g.width, digit=g.digit)
        m.submodules.transposer = transposer = Transposer(side=g.steps, width=g.lanes * g.digit)
        m.submodules.restore = restore = Restore(g.codec.values, g.lanes)
        connect(m, flipped(self.counts), planes.counts)
        connect(m, flipped(self.i), planes.i)
        connect(m, restore.o, flipped(self.o))
        m.d.comb += self.damaged.eq(planes.damaged)
        for name in LIMITS:
            m.d.comb += getattr(planes, name).eq(getattr(self, name))

        # Digits of a block, lowest first; what was not sent is zero.
        step = Signal(range(max(2, g.steps)))
        starts = step == 0
        reading, advance = Signal(), Signal()
        m.d.comb += [
            reading.eq(planes.o.valid & (~starts | fields.w_rdy)),
            planes.o.ready.eq(advance & reading & (step == g.steps - 1)),
            planes.step.eq(step),
            planes.advance.eq(advance),
            fields.w_data.eq(Cat(planes.o.payload.field, planes.o.payload.last)),
            fields.w_en.eq(advance & reading & starts),
        ]
        cut = planes.o.payload.cut
        base, digits = Signal(range(g.width)), Signal(range(g.digit + 1))
        m.d.comb += base.eq(step * g.digit)
        kept = Signal(g.digit)
        first, last, valid = Signal(), Signal(), Signal()
        with m.If(advance):
            # The memory takes a cycle.
            m.d.sync += [
                first.eq(starts), last.eq(step == g.steps - 1), valid.eq(reading),
                kept.eq(Cat(base + i >= cut for i in range(g.digit))),
            ]
            with m.If(reading):
                m.d.sync += step.eq(Mux(step == g.steps - 1, 0, step + 1))
        for number in range(g.codec.size):
            for i in range(g.digit):
                m.d.comb += inverse.digits[number * g.digit + i].eq(
                    planes.data[i * g.codec.size + number] & kept[i])
        m.d.comb += [
            inverse.first.eq(first), inverse.last.eq(last), inverse.valid.eq(valid),
            inverse.advance.eq(advance),
            advance.eq(~inverse.result_valid | transposer.i.ready),
            transposer.i.valid.eq(inverse.result_valid),
            transposer.i.payload.eq(inverse.result),
        ]

        # Values of a lane are its bits of all digits.
        beat = Signal(range(max(2, g.steps)))
        final = beat == g.steps - 1
        for lane in range(g.lanes):
            m.d.comb += restore.i.payload.integers[lane].eq(Cat(
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


class PlaneDecoder(wiring.Component):
    """Decode words into the bit planes of blocks, a step of planes a cycle.

    Two blocks have room. When one is complete, its exponent field, its lowest plane ``cut`` and
    ``last`` are offered at ``o``; until it is taken its planes can be read.

    Members
    -------
    step : In
        Digits to read; ``data`` has them after a cycle with ``advance``.
    data : Out(digit * size)
        Planes of the digits, the lowest first.
    """

    def __init__(self, geometry: Geometry) -> None:
        self.geometry = g = geometry
        super().__init__({
            "counts": In(stream.Signature(unsigned(16))),
            "i": In(words(g.port)),
            "o": Out(stream.Signature(data.StructLayout({
                "field": g.codec.values.exponent_bits, "cut": range(g.width + 1), "last": 1}))),
            "step": In(range(max(2, g.steps))),
            "advance": In(1),
            "data": Out(g.digit * g.codec.size),
            "damaged": Out(1),
            **limits_ports(g),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        g = self.geometry
        size, top = g.codec.size, len(g.codec.levels) - 1
        m.submodules.window = window = Window(port=g.port, widest=g.widest)
        connect(m, flipped(self.i), window.i)
        m.submodules.store = store = memory.Memory(
            shape=data.ArrayLayout(unsigned(size), g.digit), depth=2 * max(2, g.steps), init=[])
        write = store.write_port(granularity=g.planes)
        read = store.read_port()

        # Two slots for blocks, written and read in turn.
        written, taken, full = Signal(), Signal(), Signal(2)
        blocks = [Signal(self.o.payload.shape(), name=f"block_{slot}") for slot in range(2)]
        m.d.comb += [
            self.o.valid.eq(full.any()),
            self.o.payload.eq(Mux(taken, blocks[1].as_value(), blocks[0].as_value())),
            read.addr.eq(Cat(self.step, taken)),
            read.en.eq(self.advance),
            self.data.eq(read.data.as_value()),
        ]
        done = Signal()
        leaves = self.o.valid & self.o.ready
        m.d.sync += full.eq(full + done - leaves)
        with m.If(leaves):
            m.d.sync += taken.eq(~taken)

        left = Signal(16)                   # blocks of the chunk
        missed, rest = Signal(), Signal()   # it was too short; it has bits behind its blocks
        field = Signal(g.codec.values.exponent_bits)
        level = Signal(range(top + 1))
        plane = Signal(range(g.width + 1), init=g.width)  # the one above the next
        held_cut = Signal(range(g.width + 1))
        budget, limited = Signal(16), Signal()
        m.d.sync += limited.eq(self.bits.any())

        # Fields end where the block's bits do; what is behind reads as zero.
        view, wanted, spent = Signal(g.widest), Signal.like(window.used), Signal()
        m.d.comb += [
            view.eq(Mux(limited, window.bits & Cat(budget > i for i in range(g.widest)),
                        window.bits)),
            spent.eq(limited & (budget <= wanted)),
            window.used.eq(Mux(spent, budget, wanted)),
        ]

        exponent = view[1:][:len(field)]
        kept = planes_kept(m, g, self.planes, self.exponent, exponent)
        cut = held_cut if g.codec.header else g.width - kept
        codes, after, above = self._records(m, view, level, plane, cut)
        lowest, place = Signal(range(g.width + 1)), Signal(range(g.width))
        steps_bits, digit_bits = exact_log2(max(2, g.steps)), exact_log2(g.digit)
        m.d.comb += [
            lowest.eq(plane - g.planes),
            place.eq(plane - 1),
            write.data.eq(codes.replicate(g.digit // g.planes)),
            write.addr.eq(Cat((place >> digit_bits)[:steps_bits], written)),
        ]

        def use() -> None:
            m.d.comb += window.step.eq(window.ready)
            with m.If(window.ready):
                m.d.sync += [budget.eq(budget - window.used), missed.eq(missed | window.missing)]

        def begin(final: Value) -> None:
            """Go on to a block, or to the end of the chunk."""
            m.d.sync += [level.eq(0), plane.eq(g.width), budget.eq(self.bits)]
            m.next = "header" if g.codec.header else "planes"
            with m.If(final):
                m.next = "skip"

        def finish(lowest: Value, exponent: Value) -> None:
            """The block is complete."""
            m.d.comb += done.eq(1)
            m.d.sync += [left.eq(left - 1), written.eq(~written)]
            block = {"field": exponent, "cut": lowest, "last": left == 1}
            for slot in range(2):
                with m.If(written == slot):
                    m.d.sync += [blocks[slot][name].eq(value) for name, value in block.items()]
            with m.If(limited & ~spent):
                m.next = "pad"
            with m.Else():
                begin(left == 1)

        with m.FSM():
            with m.State("chunk"):
                m.d.comb += self.counts.ready.eq(1)
                m.d.sync += [left.eq(self.counts.payload), missed.eq(0), rest.eq(0)]
                with m.If(self.counts.valid):
                    begin(Const(0))
            if g.codec.header:
                with m.State("header"):
                    m.d.comb += wanted.eq(Mux(view[0], g.codec.header, 1))
                    m.d.sync += [field.eq(exponent), held_cut.eq(g.width - kept)]
                    with m.If(~full[1]):
                        use()
                        with m.If(window.ready):
                            m.next = "planes"
                            with m.If(~view[0] | ~exponent.any() | ~kept.any() | spent):
                                finish(Const(g.width), exponent)
            with m.State("planes"):
                m.d.comb += wanted.eq(after)
                empty = cut == g.width
                with m.If(~full[1] & ~empty):
                    use()
                    with m.If(window.ready):
                        for i in range(g.digit // g.planes):
                            m.d.comb += write.en[i].eq((place >> exact_log2(g.planes))[
                                :digit_bits - exact_log2(g.planes)] == i)
                        m.d.sync += [level.eq(above), plane.eq(lowest)]
                        with m.If((lowest <= cut) | spent):
                            finish(Mux(lowest <= cut, cut, lowest), field)
                if not g.codec.header:
                    with m.If(~full[1] & empty):
                        finish(Const(g.width), field)
            with m.State("pad"):
                m.d.comb += wanted.eq(g.widest)
                use()
                with m.If(window.ready & spent):
                    begin(left == 0)
            with m.State("skip"):
                m.d.comb += [
                    window.used.eq(g.widest),
                    window.clear.eq(window.ended),
                    window.step.eq(window.ready & ~window.ended),
                    self.damaged.eq(window.ended & (missed | rest)),
                ]
                with m.If(window.step):
                    m.d.sync += rest.eq(rest | window.bits.any())
                with m.If(window.ended):
                    m.next = "chunk"

        return m

    def _records(self, m: Module, view: Signal, level: Signal, plane: Signal, cut: Value
                 ) -> tuple[Signal, Signal, Signal]:
        """The next planes, the lowest first, their bits in the stream, and the level above."""
        g = self.geometry
        levels, size = g.codec.levels, g.codec.size
        top = len(levels) - 1
        codes: list[Signal] = []
        bits, total = view, Const(0)
        for number in range(g.planes):
            # Ones in front are levels to rise; a zero ends them below the top.
            above, skipped = Signal(range(top + 1)), Signal(range(top + 1))
            width, code = Signal(range(top + size + 1)), Signal(size)
            with m.Switch(level):
                for start in range(top + 1):
                    with m.Case(start):
                        m.d.comb += [above.eq(top), skipped.eq(top - start)]
                        for rise in reversed(range(top - start)):
                            with m.If(~bits[rise]):
                                m.d.comb += [above.eq(start + rise), skipped.eq(rise + 1)]
            with m.Switch(above):
                for now, count in enumerate(levels):
                    with m.Case(now):
                        m.d.comb += [
                            width.eq(skipped + count),
                            code.eq((bits >> skipped) & (1 << count) - 1),
                        ]
            if number:
                with m.If(plane - number <= cut):
                    m.d.comb += [above.eq(level), width.eq(0), code.eq(0)]
            codes.insert(0, code)
            added = Signal(range(g.widest + 1))
            rest = Signal(len(bits))
            m.d.comb += [added.eq(total + width), rest.eq(bits >> width)]
            bits, total, level = rest, added, above
        every, after = Signal(size * g.planes), Signal(range(g.widest + 1))
        m.d.comb += [every.eq(Cat(codes)), after.eq(total)]
        return every, after, level
