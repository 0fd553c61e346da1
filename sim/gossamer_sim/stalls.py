"""Stalls: an engine that waits at random, on both of its streams."""

from __future__ import annotations

from amaranth.hdl import Cat, Module, Signal
from amaranth.lib import stream
from amaranth.lib.wiring import Component, In, Out

from gossamer_hw.link.slots import OUTPUT, input_layout

__all__ = ["Stalling"]


class Stalling(Component):
    """An engine whose streams pause in half of all cycles, at random.

    What is offered stays until it is taken, as the rules of a stream say.

    Members
    -------
    i : In(stream.Signature(input_layout(beat))), o : Out(stream.Signature(OUTPUT))
        As the engine's.
    """

    i: stream.Interface
    o: stream.Interface

    def __init__(self, engine: Component) -> None:
        self.engine = engine
        self.beat = getattr(engine, "beat", 1)
        super().__init__({"i": In(stream.Signature(input_layout(self.beat))),
                          "o": Out(stream.Signature(OUTPUT))})

    def elaborate(self, platform: object) -> Module:
        m = Module()

        m.submodules.engine = engine = self.engine

        # x^16 + x^15 + x^13 + x^4 + 1 is primitive: all states but zero, in a row.
        state = Signal(16, init=1)
        m.d.sync += state.eq(Cat(state[15] ^ state[14] ^ state[12] ^ state[3], state))
        for number, (source, sink) in enumerate([(self.i, engine.i), (engine.o, self.o)]):
            offered = Signal(name=f"offered_{number}")
            go = offered | state[8 * number]
            m.d.sync += offered.eq(sink.valid & ~sink.ready)
            m.d.comb += [
                sink.payload.eq(source.payload),
                sink.valid.eq(source.valid & go),
                source.ready.eq(sink.ready & go),
            ]

        return m
