"""Nested ternary lanes: exact for every weight and operand, and without a multiplier."""

import json

import pytest
from amaranth.back import verilog
from amaranth.hdl import Module, signed
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out
from amaranth.sim import Simulator

from gossamer_boards import toolchain
from gossamer_hw.lanes import IntegerLanes, Lanes, MixedLanes, NestedLanes, TernaryLanes

LEVELS = [(1,), (1, 2), (1, 3), (1, 2, 4), (1, 2, 3, 4), (2, 6), (5, 7, 11, 127)]


class Core(wiring.Component):
    """Two rows and two columns of lanes, and the sums of the rows."""

    def __init__(self, lanes: Lanes):
        self.lanes = lanes
        # Ports are plain: Yosys 0.70 fails over a port of which fields have names like its bits.
        super().__init__({
            "weights": In(4 * lanes.weight_width), "operands": In(16),
            "products": Out(4 * 16), "sums": Out(2 * 17),
        })

    def elaborate(self, platform):
        m = Module()

        width = self.lanes.weight_width
        weights = [self.weights.word_select(i, width).as_signed() for i in range(4)]
        operands = [self.operands.word_select(i, 8).as_signed() for i in range(2)]
        rows = self.lanes.products(m, [weights[:2], weights[2:]], [operands] * 2)
        for row, products in enumerate(rows):
            for column, product in enumerate(products):
                assert product.shape() == signed(len(product))
                m.d.comb += self.products.word_select(2 * row + column, 16).eq(product)
            m.d.sync += self.sums.word_select(row, 17).eq(products[0] + products[1])

        return m


def weights_of(lanes):
    return [sign * level for level in lanes.levels for sign in (1, -1)] + [0]


@pytest.mark.parametrize("levels", LEVELS, ids=str)
def test_products_are_exact(levels):
    lanes = NestedLanes(levels)
    weights = weights_of(lanes)
    dut = Core(lanes)

    async def bench(ctx):
        for number, weight in enumerate(weights):
            for x in range(-128, 128):
                others = [weights[(number * i + x) % len(weights)] for i in (1, 2, 3)]
                row = [weight, *others]
                operands = [x, (37 * x + 91) % 256 - 128]
                ctx.set(dut.weights, sum(
                    (w & (1 << lanes.weight_width) - 1) << lanes.weight_width * i
                    for i, w in enumerate(row)))
                ctx.set(dut.operands, sum((v & 255) << 8 * i for i, v in enumerate(operands)))
                await ctx.delay(1e-9)
                assert ctx.get(dut.products) == sum(
                    (w * operands[i % 2] & 0xFFFF) << 16 * i for i, w in enumerate(row))

    sim = Simulator(dut)
    sim.add_testbench(bench)
    sim.run()


def multipliers(component, synthesis, folder):
    """Multiplications, before mapping to cells and after."""
    (folder / "top.v").write_text(verilog.convert(component, name="top"))
    toolchain.run(toolchain.find("yosys"), [
        "-p", "read_verilog top.v; hierarchy -check -top top; proc; flatten; opt; "
        f"tee -q -o before.json stat -json; {synthesis} -top top -run begin:map_ffs; "
        "tee -q -o after.json stat -json"], cwd=folder, log=folder / "yosys.log")
    counts = {}
    for name in ("before", "after"):
        stat = json.loads((folder / f"{name}.json").read_text())
        counts |= stat["design"]["num_cells_by_type"]
    assert len(counts) > 2
    return {name: count for name, count in counts.items()
            if name in ("$mul", "$macc", "$macc_v2", "SB_MAC16", "MULT18X18D")}


@pytest.mark.parametrize(("lanes", "synthesis"), [
    (TernaryLanes(), "synth_ice40 -dsp"),
    (NestedLanes(), "synth_ecp5"),
    *(pytest.param(*values, marks=pytest.mark.slow) for values in (
        (TernaryLanes(), "synth_ecp5"),
        (NestedLanes(), "synth_ice40 -dsp"),
        (NestedLanes((1, 2, 3, 4)), "synth_ice40 -dsp"),
        (NestedLanes((1, 2, 3, 4)), "synth_ecp5"),
    )),
], ids=lambda value: value.name if isinstance(value, Lanes) else value.replace(" ", ""))
def test_cores_hold_no_multiplier(lanes, synthesis, tmp_path):
    assert multipliers(Core(lanes), synthesis, tmp_path) == {}


@pytest.mark.parametrize(("lanes", "count"), [
    (IntegerLanes(8, dsp=True), 4), (MixedLanes(8, 1), 2)], ids=["dsp", "mixed"])
def test_the_count_finds_multipliers(lanes, count, tmp_path):
    found = multipliers(Core(lanes), "synth_ice40 -dsp", tmp_path)
    assert found["$mul"] == found["SB_MAC16"] == count


def test_lanes_say_what_they_multiply():
    lanes = NestedLanes((1, 3))
    assert lanes.name == "nested1.3"
    assert lanes.weight_width == 3
    assert lanes.legal(-1, 1)
    assert lanes.legal(-3, -3)
    assert not lanes.legal(-3, 3)
    assert not lanes.legal(0, 4)
    assert NestedLanes().legal(-2, 2)
    assert NestedLanes((1, 2, 3, 4)).legal(-4, 4)


@pytest.mark.parametrize("levels", [(), (0, 1), (2, 1), (1, 1), (1, 128)], ids=str)
def test_levels_ascend(levels):
    with pytest.raises(ValueError, match=r"^Levels of nested lanes must ascend within 1\.\.127, "
                       r"unlike \(.*\)$"):
        NestedLanes(levels)
