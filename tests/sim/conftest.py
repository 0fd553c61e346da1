"""A small engine with the ports of the real one, built once for all tests."""

from pathlib import Path

import numpy as np
import pytest
from amaranth import Module, Signal, signed
from amaranth.back import verilog
from amaranth.lib import data, stream
from amaranth.lib.wiring import Component, In, Out

SIZE, OUTPUTS, WORK = 12, 5, 3

HANGS, UNMARKED = -128, 127


class Engine(Component):
    """Sums its inputs, works for WORK cycles per low bits of the sum, gives sum + 0, sum + 1 ...

    An inference that begins with HANGS gets no answer, one with UNMARKED an answer without `last`.
    """

    def __init__(self) -> None:
        super().__init__(
            {
                "i": In(stream.Signature(data.StructLayout({"data": signed(8), "last": 1}))),
                "o": Out(stream.Signature(data.StructLayout({"data": signed(16), "last": 1}))),
            }
        )

    def elaborate(self, platform):
        m = Module()

        total, left = Signal(signed(16)), Signal(8)
        began, unmarked, hangs = Signal(), Signal(), Signal()
        position = Signal(range(OUTPUTS))
        following = total + self.i.payload.data

        with m.FSM():
            with m.State("take"):
                m.d.comb += self.i.ready.eq(1)
                with m.If(self.i.valid):
                    m.d.sync += [total.eq(following), began.eq(1)]
                    with m.If(~began):
                        m.d.sync += [
                            hangs.eq(self.i.payload.data == HANGS),
                            unmarked.eq(self.i.payload.data == UNMARKED),
                        ]
                    with m.If(self.i.payload.last):
                        m.d.sync += left.eq(following[:4] * WORK)
                        m.next = "work"
            with m.State("work"):
                m.d.sync += left.eq(left - 1)
                with m.If((left == 0) & ~hangs):
                    m.next = "give"
            with m.State("give"):
                final = position == OUTPUTS - 1
                m.d.comb += [
                    self.o.valid.eq(1),
                    self.o.payload.data.eq(total + position),
                    self.o.payload.last.eq(final & ~unmarked),
                ]
                with m.If(self.o.ready):
                    m.d.sync += position.eq(position + 1)
                    with m.If(final):
                        m.d.sync += [position.eq(0), total.eq(0), began.eq(0)]
                        m.next = "take"

        return m


def expected_outputs(inputs):
    return inputs.sum(axis=1, dtype=np.int64)[:, None] + np.arange(OUTPUTS)


def expected_cycles(inputs):
    """Input beats, one cycle to find the work done, the work, output beats."""
    return SIZE + 1 + WORK * (inputs.sum(axis=1, dtype=np.int64) % 16) + OUTPUTS


@pytest.fixture(scope="session")
def engine_verilog() -> str:
    return verilog.convert(Engine(), name="engine", emit_src=False)


@pytest.fixture(scope="session")
def engine_build(tmp_path_factory) -> Path:
    """Keeps the compiled simulations of the engine, so that each simulator builds it once."""
    return tmp_path_factory.mktemp("engine")


@pytest.fixture
def inputs():
    return np.random.default_rng(1).integers(-100, 101, (25, SIZE)).astype(np.int8)
