"""Block RAMs and multipliers of Yosys' netlists against the plain Verilog they come from."""

import json
import re
import shutil
import subprocess
from importlib.resources import files

import pytest

from gossamer_boards import toolchain
from gossamer_boards.flat import flatten
from gossamer_boards.flat_ecp5 import ECP5
from gossamer_boards.flat_gowin import GOWIN
from gossamer_boards.flat_nexus import NEXUS
from gossamer_boards.synthesis import BEFORE, OPTIONS

MODEL = files("gossamer_boards") / "models" / "block_ram.v"

#: Depth and width of memories with a port that writes and one that reads.
SHAPES = [(512, 36), (1024, 18), (2048, 9), (4096, 4), (8192, 2), (16384, 1)]

#: Widths and signs of the factors.
FACTORS = [(18, True, 18, True), (9, False, 9, False), (16, True, 12, True), (10, False, 14, False),
           (31, True, 20, True), (31, True, 25, False)]

needs_icarus = pytest.mark.skipif(shutil.which("iverilog") is None, reason="Icarus is not here")


def design():
    """A module ``top``, its inputs and its outputs with their widths."""
    inputs, outputs, body = {"we": 1, "be": 4, "re": 1}, {}, []
    for number, (depth, width) in enumerate(SHAPES):
        address = (depth - 1).bit_length()
        inputs |= {f"w{number}": address, f"r{number}": address, f"d{number}": width}
        outputs[f"q{number}"] = width
        body += [
            f'(* ram_style = "block" *) reg [{width - 1}:0] m{number} [0:{depth - 1}];',
            *([f"initial for (k = 0; k < {depth}; k = k + 1) m{number}[k] = k * 2654435761 >> 7;"]
              if depth <= 2048 else []),
            f"always @(posedge clk) if (we) m{number}[w{number}] <= d{number};",
            f"always @(posedge clk) if (re) q{number} <= m{number}[r{number}];",
        ]
    # One port alone.
    inputs |= {"s": 12, "e": 4}
    outputs |= {"qs": 4}
    body += [
        '(* ram_style = "block" *) reg [3:0] single [0:4095];',
        "always @(posedge clk) if (we) single[s] <= e; else if (re) qs <= single[s];",
    ]
    # One port that reads and writes single bytes, and one that only reads.
    inputs |= {"a": 10, "b": 10, "d": 18}
    outputs |= {"qa": 18, "qb": 18}
    body += [
        '(* ram_style = "block" *) reg [17:0] m [0:1023];',
        "always @(posedge clk) begin if (we & be[0]) m[a][8:0] <= d[8:0];",
        "if (we & be[1]) m[a][17:9] <= d[17:9]; if (re) qa <= m[a]; end",
        "always @(posedge clk) if (re) qb <= m[b];",
    ]
    for number, (left, left_signed, right, right_signed) in enumerate(FACTORS):
        sign = ["signed" if one else "" for one in (left_signed, right_signed)]
        inputs |= {f"x{number}": left, f"y{number}": right}
        outputs[f"p{number}"] = left + right
        body += [f"wire {sign[0]} [{left - 1}:0] f{number} = x{number};",
                 f"wire {sign[1]} [{right - 1}:0] g{number} = y{number};",
                 f"always @(posedge clk) p{number} <= f{number} * g{number};"]
    # Factors that shift: what goes into one product goes on into the next.
    inputs |= {"ce": 1, "win": 1, "u": 8, "v": 8, "w": 8}
    outputs |= {"s0": 16, "s1": 16}
    body += ["reg signed [7:0] o0 = 0, o1 = 0;", "wire signed [7:0] sw = w;",
             "always @(posedge clk) if (ce) begin o0 <= win ? o1 : u; o1 <= v; end",
             "always @(posedge clk) begin s0 <= o0 * sw; s1 <= o1 * sw; end"]
    ports = ", ".join(["input clk", *(f"input [{w - 1}:0] {n}" for n, w in inputs.items()),
                       *(f"output reg [{w - 1}:0] {n}" for n, w in outputs.items())])
    text = "\n".join([f"module top({ports});", "integer k;", *body, "endmodule", ""])
    return text, inputs, outputs


def simulate(folder, gold, gate, inputs, outputs):
    """Both modules with the same random inputs for 3,000 cycles; returns what the bench says."""
    gold = gold.replace("module top", "module gold")
    names = ", ".join(f".{name}({name})" for name in ["clk", *inputs])
    wires = [f"wire [{w - 1}:0] {n}_gold, {n}_gate; integer seen_{n} = 0;"
             for n, w in outputs.items()]
    instances = [f"{module} {module} ({names}, "
                 + ", ".join(f".{n}({n}_{end})" for n in outputs) + ");"
                 for module, end in (("gold", "gold"), ("top", "gate"))]
    # Few addresses, so that what is written is read; never the one that is written just then,
    # but by the port that writes it, because of which hardware promises nothing.
    chosen = [f"{name} = {{$urandom, $urandom}};" for name in inputs]
    chosen += ["we = $urandom;", "re = $urandom;", "be = $urandom;"]
    chosen += [f"{name} = $urandom % 24;" for name in inputs if re.fullmatch(r"[wrabs]\d*", name)]
    chosen += [f"if (r{n} == w{n}) r{n} = r{n} ^ 1;" for n in range(len(SHAPES))]
    chosen += ["if (a == b) b = b ^ 1;"]
    checks = [f"if (^{n}_gold !== 1'bx) begin seen_{n} = seen_{n} + 1; if ({n}_gold !== {n}_gate) "
              f'begin $display("{n} differs"); $finish; end end' for n in outputs]
    seen = " && ".join(f"seen_{n} > 1000" for n in outputs)
    (folder / "bench.v").write_text("\n".join([
        "`timescale 1ps/1ps", "module bench;", "reg clk = 0; integer step;",
        *(f"reg [{w - 1}:0] {n} = 0;" for n, w in inputs.items()), *wires, *instances,
        "initial begin for (step = 0; step < 3000; step = step + 1) begin", *chosen,
        "#5 clk = 1; #5 clk = 0;", "if (step > 4) begin", *checks, "end end",
        f'if ({seen}) $display("equal"); end', "endmodule", ""]))
    (folder / "gold.v").write_text(gold)
    (folder / "gate.v").write_text(gate)
    program = folder / "bench.vvp"
    subprocess.run(["iverilog", "-g2005-sv", "-s", "bench", "-o", program, folder / "bench.v",
                    folder / "gold.v", folder / "gate.v", str(MODEL)],
                   check=True, capture_output=True)
    return subprocess.run(["vvp", "-n", program], check=True, capture_output=True,
                          text=True).stdout


@needs_icarus
@pytest.mark.slow
@pytest.mark.parametrize(("family", "synthesis", "expected"), [
    (ECP5, "synth_ecp5", {"DP16KD", "MULT18X18D"}),
    (GOWIN, "synth_gowin -family gw1n -noiopads",
     {"SP", "DPB", "SDPX9B", "DPX9B", "MULT9X9", "MULT18X18"}),
    (NEXUS, f"{BEFORE['nexus']}\nsynth_nexus {OPTIONS['nexus']} -noiopad",
     {"PDPSC16K", "DP16K", "MULT9X9", "MULT18X18", "MULT18X36", "MULT36X36"}),
], ids=["ecp5", "gowin", "nexus"])
def test_memories_and_products_are_what_they_were_made_from(family, synthesis, expected, tmp_path):
    text, inputs, outputs = design()
    if family is NEXUS:
        # Yosys takes two ports of its for one that shows what was there while it writes.
        text = text.replace("if (re) qa", "if (re & ~(we & |be[1:0])) qa")
    (tmp_path / "rtl.v").write_text(text)
    (tmp_path / "top.ys").write_text(
        f"read_verilog rtl.v\n{synthesis} -top top\nwrite_json top.json\n")
    toolchain.run(toolchain.find("yosys"), ["-q", "-s", "top.ys"], cwd=tmp_path,
                  log=tmp_path / "yosys.log")
    netlist = json.loads((tmp_path / "top.json").read_text())
    kinds = {cell["type"] for cell in netlist["modules"]["top"]["cells"].values()}
    assert expected <= kinds
    gate = flatten(netlist, "top", family)
    assert simulate(tmp_path, text, gate, inputs, outputs) == "equal\n"


@needs_icarus
def test_what_one_port_writes_the_other_one_reads_wrong_in_the_same_cycle(tmp_path):
    """So that a design does not pass that depends on what no data sheet promises."""
    (tmp_path / "bench.v").write_text("""
module bench;
    reg clk = 0;
    wire [35:0] qa, qb;
    block_ram #(.WIDTH_A(18), .WIDTH_B(9), .MODE_A(2), .INIT(18'o252525)) ram (
        .clk_a(clk), .en_a(1'b1), .we_a(1'b1), .mask_a(4'd1), .addr_a(14'd0), .d_a(36'd7),
        .q_a(qa), .clk_b(clk), .en_b(1'b1), .we_b(1'b0), .mask_b(4'd0), .addr_b(14'd0),
        .d_b(36'd0), .q_b(qb));
    initial begin
        #5 clk = 1; #5 clk = 0;
        $display("%o %o", qa[17:0], qb[8:0]);
        #5 clk = 1; #5 clk = 0;
        $display("%o %o", qa[17:0], qb[8:0]);
    end
endmodule
""")
    program = tmp_path / "bench.vvp"
    subprocess.run(["iverilog", "-g2005", "-s", "bench", "-o", program, tmp_path / "bench.v",
                    str(MODEL)], check=True, capture_output=True)
    said = subprocess.run(["vvp", "-n", program], check=True, capture_output=True, text=True)
    # Inverted: 525 is read as 252, and 007 as 770.
    assert said.stdout.split() == ["252525", "252", "252007", "770"]
