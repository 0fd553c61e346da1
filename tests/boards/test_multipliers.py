"""What is done to multipliers after synthesis, against the plain Verilog they come from."""

import json
import shutil
import subprocess

import pytest

from gossamer.errors import GossamerError
from gossamer_boards import toolchain
from gossamer_boards.flat import flatten
from gossamer_boards.flat_ecp5 import ECP5
from gossamer_boards.multipliers import absorb, raise_factors

#: Outputs, what they are made from, and the registers that the multiplier takes.
CASES = {
    # Everything, with the enables of each.
    "all": ("reg signed [9:0] a; reg signed [11:0] b;"
            "always @(posedge clk) begin a <= x; if (e) b <= y; if (f) all <= a * b; end",
            # Yosys puts the wider factor first.
            {"INPUTA": "CE", "INPUTB": "1", "OUTPUT": "CE"}),
    "product": ("always @(posedge clk) product <= (x ^ 3) * y;", {"OUTPUT": "1"}),
    "factors": ("reg signed [9:0] c; reg signed [11:0] d;"
                "always @(posedge clk) begin c <= x; d <= y; factors <= c * d + 1; end",
                {"INPUTA": "1", "INPUTB": "1"}),
    # A factor that something else uses stays for that, too.
    "used": ("reg signed [9:0] g; reg signed [11:0] h;"
             "always @(posedge clk) begin g <= x ^ 9; h <= y; used <= g * h ^ g; end",
             {"INPUTA": "1", "INPUTB": "1"}),
    # One factor alone is not enough, and a reset is too much.
    "one": ("reg signed [9:0] i; always @(posedge clk) begin i <= x; one <= (i * y) ^ e; end", {}),
    "reset": ("always @(posedge clk) if (e) reset <= 0; else reset <= (x ^ 5) * y;", {}),
    # A register between two multipliers is taken by one of them.
    "chain": ("reg signed [9:0] k; reg signed [11:0] l; reg signed [17:0] first;"
              "reg signed [9:0] n; always @(posedge clk) begin k <= x; l <= y; n <= y;"
              "first <= k * n; chain <= (first * l) ^ e; end", None),
    # Two registers of the same product.
    "twice": ("wire signed [21:0] p = (x ^ 6) * y; reg signed [21:0] q, r;"
              "always @(posedge clk) begin q <= p; r <= p; twice <= q ^ (r << 1); end", None),
}


@pytest.fixture(scope="module")
def verilog():
    outputs = ", ".join(f"output reg signed [31:0] {name}" for name in CASES)
    body = "\n".join(text for text, _ in CASES.values())
    return (f"module top(input clk, input e, input f, input signed [9:0] x, "
            f"input signed [11:0] y, {outputs});\n{body}\nendmodule\n")


@pytest.fixture(scope="module")
def netlist(verilog, tmp_path_factory):
    folder = tmp_path_factory.mktemp("synthesis")
    (folder / "rtl.v").write_text(verilog)
    toolchain.run(toolchain.find("yosys"), [
        "-q", "-p", "read_verilog rtl.v; synth_ecp5 -top top; write_json top.json"],
        cwd=folder, log=folder / "yosys.log")
    return (folder / "top.json").read_text()


def taken(module):
    """Of each multiplier: the enables of the registers that it has."""
    found = []
    for cell in module["cells"].values():
        if cell["type"] == "MULT18X18D":
            enables = {}
            for place in ("INPUTA", "INPUTB", "OUTPUT"):
                if name := cell["parameters"].get(f"REG_{place}_CE"):
                    enables[place] = "CE" if name in cell["connections"] else "1"
            found.append(enables)
    return found


def test_what_can_be_taken_is_taken(netlist):
    module = json.loads(netlist)["modules"]["top"]
    before = taken(module)
    assert len(before) > len(CASES) and not any(before)
    registers = sum(cell["type"] == "TRELLIS_FF" for cell in module["cells"].values())
    less = absorb(module)
    assert sum(cell["type"] == "TRELLIS_FF" for cell in module["cells"].values()
               ) == registers - less
    after = taken(module)
    for _, expected in CASES.values():
        if expected is not None:
            assert expected in after
    # Half of the registers of factors is never said to be there: no place and route knows that.
    assert all(("INPUTA" in found) == ("INPUTB" in found) for found in after)
    assert absorb(module) == 0


@pytest.mark.skipif(shutil.which("iverilog") is None, reason="Icarus is not here")
@pytest.mark.parametrize(("raised", "absorbed", "backwards"), [
    (True, False, False), (False, True, False), (True, True, False), (True, True, True)])
def test_it_computes_what_it_did(verilog, netlist, raised, absorbed, backwards, tmp_path):
    found = json.loads(netlist)
    module = found["modules"]["top"]
    if backwards:
        module["cells"] = dict(reversed(module["cells"].items()))
    if raised:
        # Factors have 10 and 12 bits of 18. Some products are used with more bits than they have.
        spared = raise_factors(module)
        assert 4 * (8 + 6) <= spared < len(taken(module)) * (8 + 6)
        assert raise_factors(module) == 0
    if absorbed:
        assert absorb(module) > 90
    gate = flatten(found, "top", ECP5)
    assert ("_held" in gate) == absorbed
    checks = "\n".join(f'if ({name}_gold !== {name}_gate) begin $display("{name}"); $finish; end '
                       f"if (^{name}_gold !== 1'bx) seen = seen + 1;" for name in CASES)
    ports = {end: ", ".join(f".{name}({name}_{end})" for name in CASES) for end in ("gold", "gate")}
    wires = "\n".join(f"wire [31:0] {name}_gold, {name}_gate;" for name in CASES)
    (tmp_path / "bench.v").write_text(f"""
module bench;
    reg clk = 0, e = 0, f = 0; reg [9:0] x = 0; reg [11:0] y = 0; integer step, seen = 0;
    {wires}
    gold gold (clk, e, f, x, y, {", ".join(f"{name}_gold" for name in CASES)});
    top gate (.clk(clk), .e(e), .f(f), .x(x), .y(y), {ports["gate"]});
    initial begin
        for (step = 0; step < 2000; step = step + 1) begin
            x = $urandom; y = $urandom; e = $urandom; f = $urandom;
            #5 clk = 1; #5 clk = 0;
            if (step > 40) begin {checks} end
        end
        if (seen > 10000) $display("equal");
    end
endmodule
""")
    (tmp_path / "gold.v").write_text(verilog.replace("module top", "module gold"))
    (tmp_path / "gate.v").write_text(gate)
    subprocess.run(["iverilog", "-g2005-sv", "-s", "bench", "-o", tmp_path / "bench.vvp",
                    *(tmp_path / f"{name}.v" for name in ("bench", "gold", "gate"))], check=True)
    said = subprocess.run(["vvp", "-n", tmp_path / "bench.vvp"], check=True, capture_output=True,
                          text=True)
    assert said.stdout == "equal\n"


def test_registers_in_its_midst_or_with_a_reset_have_no_model(netlist):
    found = json.loads(netlist)
    absorb(found["modules"]["top"])
    multiplier = next(cell for cell in found["modules"]["top"]["cells"].values()
                      if cell["type"] == "MULT18X18D" and cell["parameters"].get("REG_OUTPUT_CLK"))
    # After place and route a reset that never comes is a wire from a table.
    multiplier["connections"]["RST0"], multiplier["port_directions"]["RST0"] = [99999], "input"
    table = {"type": "TRELLIS_COMB", "parameters": {"INITVAL": "0" * 16}, "attributes": {},
             "port_directions": {"F": "output"}, "connections": {"F": [99999]}}
    found["modules"]["top"]["cells"]["constant"] = table
    flatten(found, "top", ECP5)
    table["parameters"]["INITVAL"] = "0" * 15 + "1"
    with pytest.raises(GossamerError, match="is reset"):
        flatten(found, "top", ECP5)
    for setting, what in (("REG_PIPELINE_CLK", "midst"), ("REG_OUTPUT_CLK", "clock CLK1")):
        found = json.loads(netlist)
        absorb(found["modules"]["top"])
        multiplier = next(cell for cell in found["modules"]["top"]["cells"].values()
                          if cell["type"] == "MULT18X18D")
        multiplier["parameters"][setting] = "CLK1"
        with pytest.raises(GossamerError, match=what):
            flatten(found, "top", ECP5)
