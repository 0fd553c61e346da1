"""An engine that is quick to build, for tests of everything around it."""

import pytest
from amaranth.hdl import Module, Mux, Signal, signed
from amaranth.lib import stream
from amaranth.lib.wiring import Component, In, Out

from gossamer.runtime.identity import Identity, Tensor
from gossamer_hw.link.slots import INPUT, OUTPUT

OUTPUTS = 3


class Sum(Component):
    """Answers with the sum of the elements, and the sum plus one, and plus two."""

    def __init__(self):
        super().__init__({
            "i": In(stream.Signature(INPUT)),
            "o": Out(stream.Signature(OUTPUT)),
        })

    def elaborate(self, platform):
        m = Module()

        total = Signal(signed(16))
        number = Signal(range(OUTPUTS))
        answering = Signal()
        m.d.comb += [
            self.i.ready.eq(~answering),
            self.o.valid.eq(answering),
            self.o.payload.data.eq(total + number),
            self.o.payload.last.eq(number == OUTPUTS - 1),
        ]
        with m.If(self.i.valid & self.i.ready):
            m.d.sync += [
                total.eq(total + self.i.payload.data),
                answering.eq(self.i.payload.last),
            ]
        with m.If(self.o.valid & self.o.ready):
            m.d.sync += number.eq(Mux(self.o.payload.last, 0, number + 1))
            with m.If(self.o.payload.last):
                m.d.sync += [total.eq(0), answering.eq(0)]

        return m


@pytest.fixture
def engine():
    """Makes the engine."""
    return Sum


@pytest.fixture
def identity():
    """What a device with that engine answers, but for clock and rate."""
    return Identity(
        design=bytes(range(32)),
        name="sum",
        input=Tensor(shape=(2, 4, 1), scale=0.5),
        output=Tensor(shape=(OUTPUTS,), scale=0.25),
    )
