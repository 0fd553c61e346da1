"""Szfp1d in hardware, from values to words."""

from __future__ import annotations

from amaranth.hdl import Cat, Const, Module, Mux, Signal, Value
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out, connect, flipped

from .align import beats
from .geometry import Steps, limits_ports
from .szfp_groups import GROUP, HEADERS, PART, WIDEST, group_count, most
from .values import ValuesToDigits
from .window import Packer, words

__all__ = ["Szfp1dEncoder"]


class Szfp1dEncoder(wiring.Component):
    """Encode chunks of blocks.

    A block takes as many cycles as it has beats, or as it has groups and two more (three above four
    groups), whichever is larger. The end of a chunk takes up to three more. Infinities become the
    largest number, and NaNs zero.

    Members
    -------
    i : In(beats(values, lanes))
        Values of the blocks; a chunk consists of whole blocks.
    o : Out(words(port))
        Words of the chunks.
    planes, exponent : In
        Limits; see :func:`limits_ports`.
    saturated : Out(1)
        Pulses when values are taken of which one is an infinity or NaN.
    """

    i: stream.Interface
    o: stream.Interface
    planes: Signal
    exponent: Signal
    saturated: Signal

    def __init__(self, geometry: Steps) -> None:
        self.geometry = geometry
        super().__init__({
            "i": In(beats(geometry.codec.values, geometry.lanes)),
            "o": Out(words(geometry.port)),
            "saturated": Out(1),
            **limits_ports(geometry),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        g = self.geometry
        size, header = g.codec.size, g.codec.header
        planes = GROUP * most(g.width)
        m.submodules.digits = digits = ValuesToDigits(g)
        m.submodules.packer = packer = Packer(port=g.port, widest=WIDEST)
        connect(m, flipped(self.i), digits.i)
        connect(m, packer.o, flipped(self.o))
        m.d.comb += self.saturated.eq(digits.saturated)

        # Digits come lowest first, until there is a whole block.
        coming = [Signal(g.width, name=f"coming_{number}") for number in range(size)]
        step, full, taken = Signal(range(max(2, g.steps))), Signal(), Signal()
        ends = step == g.steps - 1
        m.d.comb += digits.ready.eq(~full | taken)
        with m.If(taken):
            m.d.sync += full.eq(0)
        with m.If(digits.valid):
            m.d.sync += [step.eq(Mux(ends, 0, step + 1)), *(
                code.eq(Cat(code, digits.digits[number * g.digit:][:g.digit])[g.digit:])
                for number, code in enumerate(coming))]
            with m.If(ends):
                m.d.sync += full.eq(1)

        mean = Signal(planes)
        others = [Signal(planes, name=f"other_{number}") for number in range(1, size)]
        group = Signal(range(most(g.width)))
        field, last = digits.blocks.payload.field, Signal()
        groups = group_count(m, self, field)
        held_groups = Signal.like(groups)

        # A register in front of the packer.
        offered, width, end = Signal(WIDEST), Signal(range(WIDEST + 1)), Signal()
        present, free = Signal(), Signal()
        held = Signal()
        payload = Signal(packer.i.payload.shape())
        m.d.comb += [free.eq(~held | packer.i.ready), packer.i.valid.eq(held),
                     packer.i.payload.eq(payload)]
        with m.If(free):
            m.d.sync += [held.eq(present), payload.bits.eq(offered), payload.width.eq(width),
                         payload.end.eq(end)]

        def put(bits: Value, count: Value | int) -> None:
            m.d.comb += [present.eq(1), offered.eq(bits), width.eq(count)]

        def begin(last: Value) -> None:
            m.next = "field"
            with m.If(last):
                m.next = "end"

        with m.FSM():
            with m.State("field"):
                with m.If(full & digits.blocks.valid):
                    put(Mux(groups.any(), field, 0), header)
                    with m.If(free):
                        m.d.comb += [taken.eq(1), digits.blocks.ready.eq(1)]
                        m.d.sync += [
                            held_groups.eq(groups), group.eq(0),
                            last.eq(digits.blocks.payload.last),
                            *(code.eq(low << planes - g.width) for code, low in zip(
                                [mean, *others], coming, strict=True)),
                        ]
                        m.next = "mean"
                        with m.If(~groups.any()):
                            begin(digits.blocks.payload.last)
            with m.State("mean"):
                # Its highest bits, of which the lowest ones go first.
                for number in range(1, most(g.width) + 1):
                    with m.If(held_groups == number):
                        first = GROUP * min(number, PART)
                        put(mean[planes - GROUP * number:][:first], first)
                with m.If(free):
                    m.next = "groups"
                    if most(g.width) > PART:
                        with m.If(held_groups > PART):
                            m.next = "rest"
            if most(g.width) > PART:
                with m.State("rest"):
                    for number in range(PART + 1, most(g.width) + 1):
                        left = GROUP * (number - PART)
                        with m.If(held_groups == number):
                            put(mean[planes - left:], left)
                    with m.If(free):
                        m.next = "groups"
            with m.State("groups"):
                raw = group >= HEADERS if most(g.width) > HEADERS else Const(0, 1)
                parts = [other[planes - GROUP:] for other in others]
                count = Signal(range(size))
                for number, part in enumerate(parts):
                    with m.If(part.any()):
                        m.d.comb += count.eq(number + 1)
                named = Signal(range(WIDEST + 1))
                with m.Switch(count):
                    for number in range(size):
                        with m.Case(number):
                            m.d.comb += named.eq(2 + GROUP * number)
                put(Mux(raw, Cat(parts), Cat(count, parts)), Mux(raw, GROUP * len(parts), named))
                with m.If(free):
                    m.d.sync += [group.eq(group + 1), *(other.eq(other << GROUP)
                                                        for other in others)]
                    with m.If(group + 1 == held_groups):
                        begin(last)
            with m.State("end"):
                m.d.comb += [present.eq(1), end.eq(1)]
                with m.If(free):
                    m.next = "field"

        return m
