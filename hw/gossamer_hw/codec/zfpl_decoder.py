"""ZfpL in hardware, from words to values."""

from __future__ import annotations

import functools
import operator
from collections.abc import Sequence

from amaranth.hdl import Cat, Const, Module, Mux, Signal, Value, unsigned
from amaranth.lib import data, memory, stream, wiring
from amaranth.lib.wiring import In, Out, connect, flipped
from amaranth.utils import exact_log2

from .align import beats
from .geometry import BUDGET_BITS, Geometry, before, block_bits, limits_ports, planes_kept
from .values import DigitsToValues
from .window import Window, words

__all__ = ["ZfpLDecoder"]


class ZfpLDecoder(wiring.Component):
    """Decode chunks of blocks.

    A block takes as many cycles as it has beats, or as it has planes (divided by those per cycle)
    and for floats two more, whichever is larger, when words and counts come and values are taken in
    every cycle. A new chunk takes a few more.

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
    ended : Out(1)
        Pulses when all words of a chunk have been read, while its last blocks may still be on
        their way.
    damaged : Out(1)
        With ``ended``: the chunk was too short for its blocks, or bits that are not zero follow
        them.
    """

    counts: stream.Interface
    i: stream.Interface
    o: stream.Interface
    planes: Signal
    exponent: Signal
    bits: Signal
    ended: Signal
    damaged: Signal

    def __init__(self, geometry: Geometry) -> None:
        self.geometry = geometry
        codec, lanes, port = geometry.codec, geometry.lanes, geometry.port
        super().__init__({
            "counts": In(stream.Signature(unsigned(16))),
            "i": In(words(port)),
            "o": Out(beats(codec.values, lanes)),
            "ended": Out(1),
            "damaged": Out(1),
            **limits_ports(geometry),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        g = self.geometry
        m.submodules.planes = planes = PlaneDecoder(g)
        m.submodules.values = values = DigitsToValues(g)
        connect(m, flipped(self.counts), planes.counts)
        connect(m, flipped(self.i), planes.i)
        connect(m, values.o, flipped(self.o))
        m.d.comb += [self.ended.eq(planes.ended), self.damaged.eq(planes.damaged)]
        for name in limits_ports(g):
            m.d.comb += getattr(planes, name).eq(getattr(self, name))

        # Digits of a block, lowest first; what was not sent is zero.
        step = Signal(range(max(2, g.turns)))
        reading, advance = Signal(), values.advance
        starts = (self._skip(m, planes, step, advance & reading) if g.turns > g.steps
                  else step == 0)
        m.d.comb += [
            reading.eq(planes.o.valid & (~starts | values.blocks.ready)),
            planes.o.ready.eq(advance & reading & (step == g.turns - 1)),
            planes.step.eq(step),
            planes.advance.eq(advance),
            values.blocks.payload.eq(Cat(planes.o.payload.field, planes.o.payload.last)),
            values.blocks.valid.eq(advance & planes.o.valid & starts),
        ]
        cut = planes.o.payload.cut
        base = Signal(range(g.width))
        m.d.comb += base.eq(step * g.digit)
        kept = Signal(g.digit)
        first, last, valid = Signal(), Signal(), Signal()
        with m.If(advance):
            # The memory takes a cycle.
            m.d.sync += [
                first.eq(starts), last.eq(step == g.turns - 1), valid.eq(reading),
                kept.eq(Cat(base + i >= cut for i in range(g.digit))),
            ]
            if g.turns == g.steps:
                with m.If(reading):
                    m.d.sync += step.eq(Mux(step == g.turns - 1, 0, step + 1))
        for number in range(g.codec.size):
            for i in range(g.digit):
                m.d.comb += values.digits[number * g.digit + i].eq(
                    planes.data[i * g.codec.size + number] & kept[i])
        m.d.comb += [values.first.eq(first), values.last.eq(last), values.valid.eq(valid)]

        return m

    def _skip(self, m: Module, planes: PlaneDecoder, step: Signal, moves: Value) -> Value:
        """Let ``step`` walk from below the lowest plane on; returns whether it is there."""
        g = self.geometry
        inside, place, first = Signal(), Signal.like(step), Signal.like(step)
        # The inverse transform halves twice in each dimension, so that below the lowest plane there
        # are so many digits that are not zero; and what is kept must be overwritten as a whole.
        below, cut = 2 * g.codec.dimension, planes.o.payload.cut
        most = g.turns - g.kept // g.digit
        m.d.comb += [
            first.eq(Mux(cut < below, 0, Mux(cut >= most + below, most, cut - below))),
            # Digits to base -2 come in pairs.
            step.eq(Mux(inside, place, first & ~1)),
        ]
        with m.If(moves):
            m.d.sync += [place.eq(step + 1), inside.eq(step != g.turns - 1)]
        return ~inside


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
            "step": In(range(max(2, g.turns))),
            "advance": In(1),
            "data": Out(g.digit * g.codec.size),
            "ended": Out(1),
            "damaged": Out(1),
            **limits_ports(g),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        g = self.geometry
        size, top = g.codec.size, len(g.codec.levels) - 1
        m.submodules.window = window = Window(
            port=g.port, widest=g.widest, options=top + 1)
        connect(m, flipped(self.i), window.i)
        m.submodules.store = store = memory.Memory(
            shape=data.ArrayLayout(unsigned(size), g.digit), depth=2 * max(2, g.turns), init=[])
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
        # Planes are written a cycle after their step, so a block is complete a cycle later too.
        done, complete, room = Signal(), Signal(), Signal()
        leaves = self.o.valid & self.o.ready
        m.d.comb += room.eq(~full[1] & ~(full[0] & complete))
        m.d.sync += [complete.eq(done), full.eq(full + complete - leaves)]
        with m.If(leaves):
            m.d.sync += taken.eq(~taken)

        left, single = Signal(16), Signal()  # blocks of the chunk, and whether there is one
        rest = Signal()                     # it has bits behind its blocks
        field = Signal(g.codec.values.exponent_bits)
        level = Signal(range(top + 1))
        plane = Signal(range(g.width + 1), init=g.width)  # the one above the next
        # What a block is cut to, known before its first plane; whether the next step is its last.
        cut, empty, closing = Signal(range(g.width + 1)), Signal(), Signal()
        # Bits left of the block: one number less another, so that no subtraction follows a choice.
        budget, limited = Signal(BUDGET_BITS), Signal()
        before_step, step_used = Signal(BUDGET_BITS), Signal(range(g.widest + 1))
        m.d.comb += budget.eq(before_step - step_used)
        size_limit = block_bits(self)
        m.d.sync += limited.eq(size_limit.any() if g.fixed_rate else 0)

        # What may be used: all that can be wanted, cut off where the block's bits end.
        wanted, ends, spent = window.used, window.bounded, Signal()
        more = Signal(g.widest + 1)     # bit i: than i bits are left
        m.d.comb += more.eq(Mux(limited, before(m, budget, g.widest + 1), -1))
        legal = window.bits & more
        m.d.comb += [spent.eq((ends & window.choice).any()), window.bound.eq(budget)]

        kept = planes_kept(m, self, field)
        if not g.codec.header:
            m.d.sync += [cut.eq(g.width - kept), empty.eq(~kept.any())]
        records = _Records(m, g, window.bits, legal, more, level, plane, cut)
        m.d.comb += window.choice.eq(records.choice)
        lowest, place = Signal(range(g.width + 1)), Signal(range(g.width))
        steps_bits, digit_bits = exact_log2(max(2, g.turns)), exact_log2(g.digit)
        m.d.comb += [
            lowest.eq(plane - g.planes),
            place.eq(plane - 1),
        ]
        codes = Signal(g.planes * size)
        m.d.comb += [codes.eq(records.codes), write.data.eq(codes.replicate(g.digit // g.planes))]
        m.d.sync += [
            write.addr.eq(Cat((place >> digit_bits)[:steps_bits], written)),
            write.en.eq(0),
        ]

        # What is read, in registers of their own: the state has too many other things to do.
        reading, skipping = Signal(), Signal()      # planes; as much as possible; otherwise headers
        for option in range(top + 1):
            small = g.codec.header if option and g.codec.header else 1
            other = Mux(skipping, g.widest, small) if g.codec.header else Const(g.widest)
            other_ends = Mux(skipping, ~more[g.widest], ~more[small]) if g.codec.header \
                else ~more[g.widest]
            m.d.comb += [
                wanted[option].eq(Mux(reading, records.counts[option], other)),
                ends[option].eq(Mux(reading, records.final[option], other_ends)),
            ]

        def go(state: str) -> None:
            m.next = state
            m.d.sync += [reading.eq(state == "planes"), skipping.eq(state in ("pad", "skip"))]

        def use() -> None:
            m.d.comb += [window.step.eq(window.ready), window.needed.eq(1)]
            with m.If(window.ready):
                m.d.sync += [
                    before_step.eq(budget), step_used.eq(_select(window.choice, list(wanted))),
                ]

        def begin(final: Value) -> None:
            """Go on to a block, or to the end of the chunk."""
            m.d.sync += [level.eq(0), plane.eq(g.width), closing.eq(kept <= g.planes)]
            m.d.sync += [before_step.eq(size_limit), step_used.eq(0)]
            go("header" if g.codec.header else "planes")
            with m.If(final):
                go("skip")

        def note(lowest: Value, exponent: Value) -> None:
            """What is known of the block, should it be complete."""
            block = {"field": exponent, "cut": lowest, "last": single}
            for slot in range(2):
                with m.If(written == slot):
                    m.d.sync += [blocks[slot][name].eq(value) for name, value in block.items()]

        def finish() -> None:
            """The block is complete."""
            m.d.comb += done.eq(1)
            m.d.sync += [left.eq(left - 1), single.eq(left == 2), written.eq(~written)]
            with m.If(limited & ~spent):
                go("pad")
            with m.Else():
                begin(single)

        with m.FSM():
            with m.State("chunk"):
                m.d.comb += self.counts.ready.eq(1)
                m.d.sync += [left.eq(self.counts.payload), single.eq(self.counts.payload == 1),
                             rest.eq(0)]
                with m.If(self.counts.valid):
                    begin(Const(0))
            if g.codec.header:
                with m.State("header"):
                    # Whether the first bit is a one.
                    m.d.comb += window.choice.eq(records.first)
                    m.d.sync += field.eq(window.bits[1:])
                    with m.If(room):
                        note(Const(g.width), field)
                        use()
                        with m.If(window.ready):
                            go("exponent")
                            with m.If(~window.bits[0] | spent):
                                finish()
                with m.State("exponent"):
                    # A cycle for what follows from the field.
                    m.d.sync += [cut.eq(g.width - Mux(field.any(), kept, 0)),
                                 empty.eq(~(field.any() & kept.any())),
                                 closing.eq(kept <= g.planes)]
                    go("planes")
            with m.State("planes"):
                with m.If(room):
                    note(Mux(closing, cut, lowest), field)
                with m.If(room & ~empty):
                    use()
                    with m.If(window.ready):
                        for i in range(g.digit // g.planes):
                            m.d.sync += write.en[i].eq((place >> exact_log2(g.planes))[
                                :digit_bits - exact_log2(g.planes)] == i)
                        m.d.sync += [level.eq(records.above), plane.eq(lowest),
                                     closing.eq(lowest <= cut + g.planes)]
                        with m.If(closing | spent):
                            finish()
                with m.If(room & empty):
                    m.d.comb += ends.eq(0)
                    note(cut, field)
                    finish()
            with m.State("pad"):
                use()
                with m.If(window.ready & spent):
                    begin(left == 0)
            with m.State("skip"):
                m.d.comb += [
                    ends.eq(0),
                    window.clear.eq(window.ended),
                    window.step.eq(window.ready & ~window.ended),
                    self.ended.eq(window.ended),
                    self.damaged.eq(window.ended & (window.missed | rest)),
                ]
                with m.If(window.step):
                    m.d.sync += rest.eq(rest | window.bits.any())
                with m.If(window.ended):
                    go("chunk")

        return m


class _Records:
    """The records of the next planes.

    Attributes
    ----------
    first, choice : Signal
        A one for the number of levels that the first record and the last one rise.
    counts : list of Value
        Bits of all records, for each choice.
    final : list of Value
        Whether they reach the end of the block, where there are ``more`` than i bits up to it if
        bit i is high.
    codes : Value
        Planes, the lowest first, of the bits that are ``legal``; a cycle later.
    above : Value
        Level behind the records.
    """

    def __init__(self, m: Module, g: Geometry, bits: Value, legal: Value, more: Value,
                 level: Signal, plane: Signal, cut: Value) -> None:
        size, levels = g.codec.size, g.codec.levels
        top = len(levels) - 1
        codes: list[Value] = []
        total: Value = Const(0)
        for number in range(g.planes):
            active = plane - number > cut if number else Const(1, 1)
            # Ones in front are levels to rise; a zero ends them below the top.
            choice = Signal(top + 1)
            m.d.comb += choice.eq(Cat(
                *(bits[:rise].all() & ~bits[rise] for rise in range(top)), bits[:top].all()))
            if not number:
                self.first = choice
            above, skipped = ([Signal(range(top + 1)) for _ in range(top + 1)] for _ in range(2))
            counts = [Signal(range(g.widest + 1)) for _ in range(top + 1)]
            final = [Signal(name=f"final_{rise}") for rise in range(top + 1)]
            with m.Switch(level):
                for start in range(top + 1):
                    with m.Case(start):
                        for rise in range(top + 1):
                            now = min(start + rise, top)
                            skip = now - start + (now < top)
                            count = skip + levels[now]
                            m.d.comb += [
                                above[rise].eq(now), skipped[rise].eq(skip),
                                counts[rise].eq(total + Mux(active, count, 0)),
                                # A constant place, but behind another record.
                                final[rise].eq(~more.bit_select(counts[rise], 1) if number
                                               else ~more[count]),
                            ]
            self.choice, self.counts, self.final = choice, counts, final
            next_level = _select(choice, above)
            # Bits become a plane a cycle later, for the next level must be known at once.
            held, shift, reached = (
                Signal(size + top), Signal(range(top + 1)), Signal(range(top + 1)))
            present, significant, code = Signal(), Signal(size), Signal(size)
            m.d.sync += [held.eq(legal), shift.eq(_select(choice, skipped)),
                         reached.eq(next_level), present.eq(active)]
            with m.Switch(reached):
                for now, count in enumerate(levels):
                    with m.Case(now):
                        m.d.comb += significant.eq((1 << count) - 1)
            behind = Signal(range(top + 1))
            m.d.comb += [
                code.eq(Mux(present, (held >> shift) & significant, 0)),
                behind.eq(Mux(active, next_level, level)),
            ]
            codes.insert(0, code)
            level = behind
            if number < g.planes - 1:
                rest, legal_rest, after = (
                    Signal(g.widest), Signal(g.widest), Signal(range(g.widest + 1)))
                m.d.comb += [
                    after.eq(_select(choice, counts)),
                    rest.eq(bits >> after), legal_rest.eq(legal >> after),
                ]
                bits, legal, total = rest, legal_rest, after
        self.codes, self.above = Cat(codes), level


def _select(choice: Value, options: Sequence[Value]) -> Value:
    """The option for which there is a one."""
    return functools.reduce(operator.or_, (
        option & choice[i].replicate(len(option)) for i, option in enumerate(options)))
