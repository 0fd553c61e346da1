# amaranth: UnusedElaboratable=no
"""Checking the streams of a component."""

import random
import re

import pytest
from amaranth import Module, Signal, signed
from amaranth.lib import data, stream
from amaranth.lib.wiring import Component, In, Out

from gossamer.errors import GossamerError
from gossamer_sim.bench import check_streams

PAIR = data.StructLayout({"low": signed(4), "high": signed(4)})

every = pytest.mark.parametrize("simulator", ["verilator", "icarus", "amaranth"])


class Joiner(Component):
    """Adds ``bias`` to the sum of two streams; also gives the summands as a pair."""

    def __init__(self) -> None:
        super().__init__(
            {
                "a": In(stream.Signature(signed(4))),
                "b": In(stream.Signature(signed(4))),
                "bias": In(signed(4)),
                "sum": Out(stream.Signature(signed(6))),
                "pair": Out(stream.Signature(PAIR)),
            }
        )

    def elaborate(self, platform):
        m = Module()

        free = (self.sum.ready | ~self.sum.valid) & (self.pair.ready | ~self.pair.valid)
        with m.If(self.sum.ready):
            m.d.sync += self.sum.valid.eq(0)
        with m.If(self.pair.ready):
            m.d.sync += self.pair.valid.eq(0)
        with m.If(free & self.a.valid & self.b.valid):
            m.d.comb += [self.a.ready.eq(1), self.b.ready.eq(1)]
            m.d.sync += [
                self.sum.valid.eq(1),
                self.sum.payload.eq(self.a.payload + self.b.payload + self.bias),
                self.pair.valid.eq(1),
                self.pair.payload.low.eq(self.a.payload),
                self.pair.payload.high.eq(self.b.payload),
            ]

        return m


class Inverter(Component):
    """Wires only: there is no clock in it."""

    def __init__(self) -> None:
        super().__init__({"i": In(stream.Signature(8)), "o": Out(stream.Signature(8))})

    def elaborate(self, platform):
        m = Module()

        m.d.comb += [
            self.o.payload.eq(~self.i.payload),
            self.o.valid.eq(self.i.valid),
            self.i.ready.eq(self.o.ready),
        ]

        return m


class Fickle(Component):
    """Breaks the rule of streams: takes an offer back when it is not taken at once."""

    def __init__(self) -> None:
        super().__init__({"o": Out(stream.Signature(8))})

    def elaborate(self, platform):
        m = Module()

        on = Signal()
        m.d.sync += on.eq(~on)
        m.d.comb += [self.o.valid.eq(on), self.o.payload.eq(5)]

        return m


@pytest.fixture(scope="module")
def build_dir(tmp_path_factory):
    return tmp_path_factory.mktemp("joiner")


@pytest.fixture
def summands():
    rng = random.Random(3)
    return [[rng.randrange(-8, 8) for _ in range(60)] for _ in "ab"]


@every
@pytest.mark.parametrize("stall", [0.0, 0.5])
def test_streams_and_constants(build_dir, summands, simulator, stall):
    a, b = summands
    check_streams(
        Joiner(),
        {"a": a, "b": b},
        {
            "sum": [x + y - 3 for x, y in zip(a, b, strict=True)],
            "pair": [{"low": x, "high": y} for x, y in zip(a, b, strict=True)],
        },
        build_dir=build_dir,
        simulator=simulator,
        stall=stall,
        constants={"bias": -3},
    )


@pytest.mark.parametrize("simulator", ["icarus", "amaranth"])
def test_components_without_a_clock(tmp_path, simulator):
    values = [0, 1, 254, 255]
    check_streams(
        Inverter(),
        {"i": values},
        {"o": [255 - value for value in values]},
        build_dir=tmp_path,
        simulator=simulator,
    )


@every
@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda e: e[:7] + [e[7] + 1] + e[8:], "Payload 7 of stream 'sum' is {}, but {} was "),
        (lambda e: e[:-1], "Stream 'sum' gives {} after all 59 expected payloads."),
        (
            lambda e: [*e, 0],
            "No stream moved for 50 cycles after 60 of 60 payloads on 'a', 60 of 60 payloads on "
            "'b', 60 of 60 payloads on 'pair', 60 of 61 payloads on 'sum'.",
        ),
    ],
    ids=["wrong", "too many", "too few"],
)
def test_a_difference_is_told(build_dir, summands, simulator, change, message):
    a, b = summands
    sums = [x + y for x, y in zip(a, b, strict=True)]
    pairs = [(x & 15) | (y & 15) << 4 for x, y in zip(a, b, strict=True)]
    numbers = (sums[7], sums[7] + 1) if "Payload" in message else (sums[-1],)
    with pytest.raises(GossamerError, match="^" + re.escape(message.format(*numbers))):
        check_streams(
            Joiner(),
            {"a": a, "b": b},
            {
                "sum": change(sums),
                "pair": pairs,
            },
            build_dir=build_dir,
            simulator=simulator,
            constants={"bias": 0},
            timeout_cycles=50,
        )


@pytest.mark.parametrize("simulator", ["icarus", "amaranth"])
def test_an_offer_must_stay(tmp_path, simulator):
    with pytest.raises(
        GossamerError,
        match=r"^Stream 'o' offers 5 at transfer \d+ but nothing a cycle later, before it was "
        r"taken\.$",
    ):
        check_streams(Fickle(), {}, {"o": [5] * 20}, build_dir=tmp_path, simulator=simulator)


def test_a_port_that_is_not_there_is_named(tmp_path):
    component = Inverter()
    with pytest.raises(
        GossamerError, match=r"^Inverter has no input stream 'o'; its ports are i, o\.$"
    ):
        check_streams(component, {"o": []}, {}, build_dir=tmp_path)
