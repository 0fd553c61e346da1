"""Products as nextpnr takes them apart for a Nexus, against the product that they are."""

import itertools
import shutil
import subprocess

import pytest

from gossamer.errors import GossamerError
from gossamer_boards.flat import flatten
from gossamer_boards.flat_nexus import NEXUS

needs_icarus = pytest.mark.skipif(shutil.which("iverilog") is None, reason="Icarus is not here")


def netlist(swapped=False):
    """A product of 18 x 36 bits, its first factor and its result in registers.

    ``swapped`` exchanges two wires between its parts.
    """
    fresh = itertools.count(2)
    clock, enable = next(fresh), next(fresh)
    a, b, p = ([next(fresh) for _ in range(width)] for width in (18, 36, 54))
    cells = {}

    def cell(kind, settings, inputs, outputs):
        cells[f"c{len(cells)}"] = {
            "type": kind, "parameters": settings, "attributes": {},
            "port_directions": dict.fromkeys(inputs, "input") | dict.fromkeys(outputs, "output"),
            "connections": {port: [bit] for port, bit in (inputs | outputs).items()}}

    def wires(port, width):
        return {f"{port}{bit}": next(fresh) for bit in range(width)}

    def nine(part):
        taken = wires("BR", 9) | {"BRSIGNED": next(fresh)}
        cell("PREADD9_CORE", {"BSIGNEDMUX": "1 "},
             {f"B{bit}": wire for bit, wire in enumerate(b[9 * part:9 * part + 9])}, taken)
        made = wires("P18", 20)
        first = a[9 * (part % 2):9 * (part % 2) + 9]
        cell("MULT9_CORE", {"ASIGNEDMUX": "1 ", "REGBYPSA1": "REGISTER", "RSTAMUX": "0 "},
             {f"A{bit}": wire for bit, wire in enumerate(first)} | taken
             | {"CLK": clock, "CEA": enable}, made)
        return list(made.values())

    def join(kind, port, result, low, high):
        made = wires(result, 2 * int(port) + 2)
        cell(kind, {}, {f"P{side}{port}{bit}": wire for side, bits in (("L", low), ("H", high))
                        for bit, wire in enumerate(bits)}, made)
        return list(made.values())

    halves = [join("MULT18_CORE", "18", "P36", nine(2 * half), nine(2 * half + 1))
              for half in range(2)]
    if swapped:
        halves[0][:2] = reversed(halves[0][:2])
    product = join("MULT18X36_CORE", "36", "P72", *halves)
    for part in range(3):
        cell("REG18_CORE", {"REGBYPS": "REGISTER", "RSTPMUX": "0 ", "CEPMUX": "1 "},
             {f"PM{bit}": product[18 * part + bit] for bit in range(18)} | {"CLK": clock},
             {f"PP{bit}": p[18 * part + bit] for bit in range(18)})
    ports = {name: {"direction": direction, "bits": bits} for name, direction, bits in (
        ("clk", "input", [clock]), ("e", "input", [enable]), ("a", "input", a), ("b", "input", b),
        ("p", "output", p))}
    return {"modules": {"top": {"ports": ports, "cells": cells}}}


@needs_icarus
def test_a_product_is_put_together_from_its_parts(tmp_path):
    (tmp_path / "gate.v").write_text(flatten(netlist(), "top", NEXUS))
    (tmp_path / "bench.v").write_text("""
module bench;
    reg clk = 0, e = 0; reg signed [17:0] a = 0, held = 0; reg signed [35:0] b = 0;
    reg signed [53:0] wanted = 0; wire [53:0] p; integer step;
    top top (.clk(clk), .e(e), .a(a), .b(b), .p(p));
    initial begin
        for (step = 0; step < 2000; step = step + 1) begin
            a = $urandom; b = {$urandom, $urandom}; e = $urandom;
            #4 wanted = held * b; if (e) held = a;
            #1 clk = 1; #5 clk = 0;
            if (p !== wanted) begin $display("%d %h %h", step, p, wanted); $finish; end
        end
        $display("equal");
    end
endmodule
""")
    subprocess.run(["iverilog", "-g2005-sv", "-s", "bench", "-o", tmp_path / "bench.vvp",
                    tmp_path / "bench.v", tmp_path / "gate.v"], check=True)
    said = subprocess.run(["vvp", "-n", tmp_path / "bench.vvp"], check=True, capture_output=True,
                          text=True)
    assert said.stdout == "equal\n"


def test_wires_between_parts_that_are_exchanged_are_refused():
    with pytest.raises(GossamerError, match="mixes bits of several products"):
        flatten(netlist(swapped=True), "top", NEXUS)
