"""Lanes: products are exact for every weight and operand."""

import numpy as np
import pytest
from amaranth.hdl import Module, signed
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out
from amaranth.sim import Simulator

from gossamer_hw.lanes import IntegerLanes, MixedLanes, TernaryLanes

LANES = [
    TernaryLanes(),
    *(IntegerLanes(bits, dsp) for bits in (1, 2, 4, 8) for dsp in (False, True)),
    *(MixedLanes(bits, 1) for bits in (3, 8)),
]


class Products(wiring.Component):
    """Two rows and two columns of lanes."""

    def __init__(self, lanes):
        self.lanes = lanes
        super().__init__({
            "weights": In(data.ArrayLayout(signed(lanes.weight_width), 4)),
            "operands": In(data.ArrayLayout(signed(8), 2)),
            "products": Out(data.ArrayLayout(signed(17), 4)),
        })

    def elaborate(self, platform):
        m = Module()

        weights = [list(self.weights)[:2], list(self.weights)[2:]]
        rows = self.lanes.products(m, weights, [list(self.operands)] * 2)
        m.d.comb += [self.products[2 * row + column].eq(rows[row][column])
                     for row in range(2) for column in range(2)]

        return m


@pytest.mark.parametrize("lanes", LANES, ids=lambda lanes: lanes.name)
def test_products_are_exact(lanes):
    half = 1 << (lanes.weight_width - 1)
    values = range(-1, 2) if isinstance(lanes, TernaryLanes) else range(-half, half)
    dut = Products(lanes)
    rng = np.random.default_rng(0)

    async def bench(ctx):
        for weight in values:
            for x in (-128, -127, -1, 0, 1, 127):
                weights = [weight, *(int(w) for w in rng.choice(values, 3))]
                operands = [x, int(rng.integers(-128, 128))]
                ctx.set(dut.weights, weights)
                ctx.set(dut.operands, operands)
                await ctx.delay(1e-9)
                want = [w * operands[i % 2] for i, w in enumerate(weights)]
                assert [ctx.get(dut.products[i]) for i in range(4)] == want
                rows = [weights[:2], weights[2:]]
                assert lanes.model(rows, [operands] * 2) == [want[:2], want[2:]]

    sim = Simulator(dut)
    sim.add_testbench(bench)
    sim.run()


def test_lanes_say_what_they_multiply():
    assert TernaryLanes().legal(-1, 1)
    assert not TernaryLanes().legal(-1, 2)
    assert IntegerLanes(4).legal(-8, 7)
    assert not IntegerLanes(4).legal(-8, 8)


@pytest.mark.parametrize("bits", [0, 9])
def test_integer_lanes_have_one_to_eight_bits(bits):
    message = rf"^Integer lanes must have 1 to 8 weight bits, not {bits}$"
    with pytest.raises(ValueError, match=message):
        IntegerLanes(bits)


def test_mixed_lanes_have_a_row_of_either_kind():
    assert MixedLanes(4, 2).name == "int4-mixed2"
    assert MixedLanes(4, 2).legal(-8, 7) and not MixedLanes(4, 2).legal(-8, 8)
    with pytest.raises(ValueError, match=r"^Mixed lanes must have a row in DSP blocks, not 0$"):
        MixedLanes(4, 0)
    with pytest.raises(ValueError, match=r"^Integer lanes must have 1 to 8 weight bits, not 9$"):
        MixedLanes(9, 1)
