"""Synthesis with Yosys, with another mapper where ABC9 fails."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from gossamer_boards import toolchain

__all__ = ["AFTER", "BEFORE", "OPTIONS", "collisions_undefined", "netlist_for", "synthesise"]

#: Products of a Nexus: widths of the factors, the least that are worth it, and what Yosys calls it.
_PRODUCTS = ((36, 36, 22, 22, "36X36"), (36, 18, 22, 10, "36X18"), (18, 18, 10, 4, "18X18"),
             (18, 18, 4, 10, "18X18"), (9, 9, 4, 4, "9X9"))

#: What goes before synthesis, by family. ABC9 of a Gowin makes wide multiplexers of whole products
#: to gain a nanosecond, three times as many look-up tables; paths of 20 ns are quick enough.
#: For a Nexus, products are mapped first, without the pass for its DSP blocks: that of Yosys 0.70
#: (https://github.com/YosysHQ/yosys/pull/5929) takes a register into a DSP block although others
#: read it, which then read zero.
BEFORE = {
    "gowin": "scratchpad -set abc9.D 20000",
    "nexus": "\n".join([
        "synth_lattice -family lifcl -top top -run begin:coarse",
        "proc", "flatten", "opt_expr", "opt_clean", "wreduce",
        *(f"techmap -map +/mul2dsp.v -D DSP_A_MAXWIDTH={a} -D DSP_B_MAXWIDTH={b} "
          f"-D DSP_A_MINWIDTH={least_a} -D DSP_B_MINWIDTH={least_b} -D DSP_NAME=$__NX_MUL{name}\n"
          "chtype -set $mul t:$__soft_mul" for a, b, least_a, least_b, name in _PRODUCTS),
        "techmap -map +/lattice/dsp_map_nexus.v"]),
}

#: Options of Yosys' synthesis, by family. Every DSP block of a device is there to be used; those of
#: a Nexus are mapped before it.
OPTIONS = {"ice40": "-dsp", "nexus": "-nodsp"}

#: Inputs of look-up tables that ABC may make, where ABC9 fails.
WIDTHS = {"ecp5": "4:7", "nexus": "4"}

#: What goes after it. For a Nexus, Yosys 0.70 ties the carry into an adder low, where nextpnr wants
#: it left open, which means the same (https://github.com/YosysHQ/yosys/issues/4081). Constants are
#: cells by then: they are taken away, so that it can be seen which carry is low, and put back. ABC9
#: may leave two flip-flops at one wire, which the last command finds.
AFTER = {"nexus": """\
delete t:VLO
setundef -undriven -zero
design -stash netlist
read_verilog <<END
(* techmap_celltype = "CCU2" *)
module first (input CIN, A0, B0, C0, D0, A1, B1, C1, D1, output S0, S1, COUT);
    parameter INJECT = "YES";
    parameter INIT0 = 0;
    parameter INIT1 = 0;
    parameter _TECHMAP_CONSTMSK_CIN_ = 0;
    parameter _TECHMAP_CONSTVAL_CIN_ = 0;
    wire _TECHMAP_FAIL_ = !_TECHMAP_CONSTMSK_CIN_ || _TECHMAP_CONSTVAL_CIN_;
    CCU2 #(.INJECT(INJECT), .INIT0(INIT0), .INIT1(INIT1)) _TECHMAP_REPLACE_ (
        .A0(A0), .B0(B0), .C0(C0), .D0(D0), .A1(A1), .B1(B1), .C1(C1), .D1(D1),
        .S0(S0), .S1(S1), .COUT(COUT));
endmodule
END
design -stash first
design -load netlist
techmap -max_iter 1 -map %first
hilomap -singleton -hicell VHI Z -locell VLO Z
clean
check -assert"""}


def netlist_for(family: str, netlist: str) -> str:
    """An RTLIL netlist as synthesis for a family is given it.

    Collisions are undefined on iCE40. On ECP5 and Gowin, whose cost tables were measured without,
    they are not.
    """
    return collisions_undefined(netlist) if family == "ice40" else netlist


def collisions_undefined(netlist: str) -> str:
    """An RTLIL netlist whose memories may read anything in the cycle in which they are written.

    Amaranth's memories read the old word then, which no block RAM does that has a port for each:
    Yosys builds it from registers and multiplexers beside every memory. None of ours is read then,
    or the word is not used: what the ladder's netlists of other families read is wrong
    (``boards/gossamer_boards/models/block_ram.v``), and ``tests/boards/test_collisions.py``
    simulates engines so.
    """
    return re.sub(r"(COLLISION_X_MASK [1-9]\d*)'(0+)\b",
                  lambda found: f"{found[1]}'{'1' * len(found[2])}", netlist)


def synthesise(tool: toolchain.Tool, arguments: Sequence[str], script: Path, *, log: Path,
               again: Callable[[], None] = lambda: None) -> bool:
    """Run a script in its folder; for an ECP5 or a Nexus a second time without ABC9 if that fails.

    Yosys 0.70 cannot put back what ABC9 made of some designs (it asserts that widths are equal), or
    ABC9 ends without a word.
    ABC knows no delays of the fabric, so what it makes is slower. ``again`` is called between the
    two. Returns whether ABC9 was left out; the script then says so too.

    Raises
    ------
    ToolFailed
        If there is no other mapper, or if it fails as well.
    """
    try:
        toolchain.run(tool, arguments, cwd=script.parent, log=log)
        return False
    except toolchain.ToolFailed:
        text = script.read_text()
        other = re.sub(
            r"^ *synth_(ecp5|nexus) (.*)$",
            lambda found: f"synth_{found[1]} {found[2]} -run :map_luts\n"
            f"abc -dress -lut {WIDTHS[found[1]]}\nclean\n"
            f"synth_{found[1]} {found[2]} -run map_cells:", text, flags=re.MULTILINE)
        if other == text:
            raise
    script.write_text(other)
    again()
    toolchain.run(tool, arguments, cwd=script.parent, log=log)
    return True
