"""Szfp1d in hardware, from words to values."""

from __future__ import annotations

from amaranth.hdl import Cat, Const, Module, Mux, Signal, unsigned
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out, connect, flipped

from .align import beats
from .geometry import Steps, limits_ports
from .szfp_groups import GROUP, HEADERS, PART, WIDEST, group_count, most
from .values import DigitsToValues
from .window import Window, words

__all__ = ["Szfp1dDecoder"]


class Szfp1dDecoder(wiring.Component):
    """Decode chunks of blocks.

    A block takes as many cycles as it has beats, or as it has groups and two more (three above four
    groups), whichever is larger. Whatever the words are, as many blocks leave as were asked for.

    Members
    -------
    counts : In(stream.Signature(unsigned(16)))
        Blocks of each chunk, at least one.
    i : In(words(port))
        Words of the chunks.
    o : Out(beats(values, lanes))
        Values of the blocks.
    planes, exponent : In
        Limits; see :func:`limits_ports`.
    ended, damaged : Out(1)
        As of ``ZfpLDecoder``.
    """

    counts: stream.Interface
    i: stream.Interface
    o: stream.Interface
    planes: Signal
    exponent: Signal
    ended: Signal
    damaged: Signal

    def __init__(self, geometry: Steps) -> None:
        self.geometry = geometry
        super().__init__({
            "counts": In(stream.Signature(unsigned(16))),
            "i": In(words(geometry.port)),
            "o": Out(beats(geometry.codec.values, geometry.lanes)),
            "ended": Out(1),
            "damaged": Out(1),
            **limits_ports(geometry),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        g = self.geometry
        size, header = g.codec.size, g.codec.header
        planes = GROUP * most(g.width)
        m.submodules.window = window = Window(port=g.port, widest=WIDEST, options=size)
        m.submodules.values = values = DigitsToValues(g)
        connect(m, flipped(self.i), window.i)
        connect(m, values.o, flipped(self.o))

        left = Signal(16)                   # blocks of the chunk
        rest = Signal()                     # it has bits behind its blocks
        field = Signal(header)
        mean = Signal(planes)
        others = [Signal(planes, name=f"other_{number}") for number in range(1, size)]
        group = Signal(range(most(g.width)))
        groups = group_count(m, self, field)
        held_groups = Signal.like(groups)

        # A block that is complete moves on to where its digits are taken off.
        complete, free, moves = Signal(), Signal(), Signal()
        held_field, held_last = Signal(header), Signal()
        m.d.comb += moves.eq(complete & free)
        with m.If(moves):
            m.d.sync += complete.eq(0)
        self._digits(m, values, [mean, *others], held_field, held_last, moves, free)

        # The choice is the number of coefficients that a group says it has.
        count = window.bits[:2]
        m.d.comb += window.choice.eq(Cat(count == number for number in range(size)))

        def use(*counts: object) -> None:
            m.d.comb += [window.step.eq(window.ready), window.needed.eq(1),
                         *(window.used[number].eq(bits) for number, bits in enumerate(counts))]

        def finish() -> None:
            """The block is complete."""
            m.d.sync += [complete.eq(1), left.eq(left - 1)]
            m.next = "field"
            with m.If(left == 1):
                m.next = "skip"

        with m.FSM():
            with m.State("chunk"):
                m.d.comb += self.counts.ready.eq(1)
                m.d.sync += [left.eq(self.counts.payload), rest.eq(0)]
                with m.If(self.counts.valid):
                    m.next = "field"
            with m.State("field"):
                use(*size * [header])
                m.d.sync += group.eq(0)
                with m.If(window.ready):
                    # The block before may still wait, with its own.
                    m.d.sync += field.eq(window.bits)
                    m.next = "mean"
            with m.State("mean"):
                bits, part = Signal(range(WIDEST + 1)), Signal(planes)
                with m.Switch(groups):
                    for number in range(1, most(g.width) + 1):
                        taken = GROUP * min(number, PART)
                        with m.Case(number):
                            m.d.comb += [bits.eq(taken),
                                         part.eq(window.bits << planes - taken)]
                with m.If(~complete | moves):
                    m.d.sync += held_groups.eq(groups)
                    with m.If(groups.any()):
                        use(*size * [bits])
                    with m.If(~groups.any() | window.ready):
                        m.d.sync += [mean.eq(part), *(other.eq(0) for other in others),
                                     held_field.eq(Mux(groups.any(), field, 0)),
                                     held_last.eq(left == 1)]
                        m.next = "groups"
                        if most(g.width) > PART:
                            with m.If(groups > PART):
                                m.next = "rest"
                        with m.If(~groups.any()):
                            finish()
            if most(g.width) > PART:
                with m.State("rest"):
                    for number in range(PART + 1, most(g.width) + 1):
                        taken = GROUP * (number - PART)
                        with m.If(held_groups == number):
                            use(*size * [taken])
                            with m.If(window.ready):
                                m.d.sync += mean.eq(Cat(mean, window.bits[:taken])[taken:])
                    with m.If(window.ready):
                        m.next = "groups"
            with m.State("groups"):
                raw = group >= HEADERS if most(g.width) > HEADERS else Const(0, 1)
                use(*(Mux(raw, GROUP * len(others), 2 + GROUP * number)
                      for number in range(size)))
                with m.If(window.ready):
                    for number, other in enumerate(others):
                        named = window.bits[2 + GROUP * number:][:GROUP]
                        present = (count > number).replicate(GROUP)
                        code = Mux(raw, window.bits[GROUP * number:][:GROUP], named & present)
                        for place in range(most(g.width)):
                            with m.If(group == place):
                                m.d.sync += other[planes - GROUP * (place + 1):][:GROUP].eq(code)
                    m.d.sync += group.eq(group + 1)
                    with m.If(group + 1 == held_groups):
                        finish()
            with m.State("skip"):
                m.d.comb += [
                    *(used.eq(WIDEST) for used in window.used),
                    window.clear.eq(window.ended),
                    window.step.eq(window.ready & ~window.ended),
                    self.ended.eq(window.ended),
                    self.damaged.eq(window.ended & (window.missed | rest)),
                ]
                with m.If(window.step):
                    m.d.sync += rest.eq(rest | window.bits.any())
                with m.If(window.ended):
                    m.next = "chunk"

        return m

    def _digits(self, m: Module, values: DigitsToValues, codes: list[Signal], field: Signal,
                last: Signal, moves: Signal, free: Signal) -> None:
        """Take the digits off a block, the lowest first; ``free`` when another one may come."""
        g = self.geometry
        held = [Signal(g.width, name=f"held_{number}") for number in range(len(codes))]
        step, busy = Signal(range(max(2, g.steps))), Signal()
        starts, ends, goes = step == 0, step == g.steps - 1, Signal()
        block = Signal(values.blocks.payload.shape())
        m.d.comb += [
            values.digits.eq(Cat(code[:g.digit] for code in held)),
            values.first.eq(starts), values.last.eq(ends),
            values.valid.eq(busy & (~starts | values.blocks.ready)),
            values.blocks.payload.eq(block),
            values.blocks.valid.eq(busy & starts & values.advance),
            goes.eq(values.valid & values.advance),
            free.eq(~busy | goes & ends),
        ]
        with m.If(goes):
            m.d.sync += [step.eq(Mux(ends, 0, step + 1)), busy.eq(~ends),
                         *(code.eq(code >> g.digit) for code in held)]
        with m.If(moves):
            m.d.sync += [busy.eq(1), block.eq(Cat(field, last)),
                         *(code.eq(wide[len(wide) - g.width:])
                           for code, wide in zip(held, codes, strict=True))]
