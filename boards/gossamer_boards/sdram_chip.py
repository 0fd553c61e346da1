"""The SDRAM of a board in simulation, where weights lie that the host has loaded."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from gossamer_boards.flash_chip import CORE, outside
from gossamer_hw.link.host_link import WIRES, Line

__all__ = ["behind", "behind_engine", "instance", "model"]

#: Nanoseconds of steady power and clock that it needs first.
POWER_UP = 200_000

#: Registers at the pins of ``SDRAM``, as a board's top has them, and the one that takes data.
_PADS = """\
    wire ras, cas, we, mask, drive;
    wire [1:0] bank;
    wire [12:0] address;
    wire [15:0] out, q;
    reg [18:0] pins = 19'h40000;
    reg [15:0] fall = 0, back = 0;
    always @(posedge clk) begin
        pins <= {mask, ras, cas, we, bank, address};
        back <= fall;
    end
    always @(negedge clk) fall <= q;
"""
_PORTS = (".sdram__ras(ras), .sdram__cas(cas), .sdram__we(we), .sdram__bank(bank), "
          ".sdram__address(address), .sdram__mask(mask), .sdram__o(out), .sdram__oe(drive), "
          ".sdram__i(back)")
_WIRES = {
    "clk": "~clk", "ras": "pins[17]", "cas": "pins[16]", "we": "pins[15]", "bank": "pins[14:13]",
    "address": "pins[12:0]", "mask": "{2{pins[18]}}", "d": "out", "driven": "drive", "q": "q",
    "drives": ""}


def model() -> str:
    """Verilog of the chip."""
    return (files("gossamer_boards") / "models" / "sdram.v").read_text()


def instance(size: int, clock_hz: int, wires: Mapping[str, str], *,
             contents: Path | None = None, power_up: int = POWER_UP) -> str:
    """An instance of the chip, of which ``size`` bytes can be used; ``contents`` names a file of
    what lies there from the start. ``power_up`` is in nanoseconds.

    ``wires`` are Verilog expressions for its ports.
    """
    given = f'.CONTENTS("{contents.resolve()}"), ' if contents is not None else ""
    pins = ", ".join(f".{name}({wire})" for name, wire in wires.items())
    return (f"    sdram #({given}.SIZE({size}), .CLOCK_HZ({clock_hz}), "
            f".POWER_UP({power_up})) chip({pins});\n")


def behind(size: int, clock_hz: int, line: Line = "uart") -> str:
    """Verilog of the module ``device``: the core of a device, with its chip."""
    ports = ", ".join(f".{name}({name})" for name in ("clk", "rst", *WIRES[line]))
    return f"""
module device({outside(line)});
{_PADS}    {CORE} core({ports}, {_PORTS});
{instance(size, clock_hz, _WIRES)}endmodule

{model()}"""


def behind_engine(folder: Path, image: bytes, clock_hz: int, engine: str, *,
                  power_up: int = POWER_UP) -> str:
    """Verilog of the module ``streamed``: the module ``engine`` with a chip that holds ``image``
    from the start, as if it had been loaded."""
    contents = folder / "sdram.hex"
    contents.write_text("".join(f"{byte:02x}\n" for byte in image))
    streams = ", ".join(f".{name}({name})" for name in (
        "clk", "rst", "i__payload", "i__valid", "i__ready", "o__payload", "o__valid", "o__ready"))
    loaded = ".load__write(1'b0), .load__address(0), .load__data(8'b0), .load__done(1'b1)"
    chip = instance(len(image), clock_hz, _WIRES, contents=contents, power_up=power_up)
    return f"""
module streamed(input clk, input rst, input [8:0] i__payload, input i__valid, output i__ready,
                output [16:0] o__payload, output o__valid, input o__ready);
{_PADS}    {engine} core({streams}, {loaded}, .starting(), .failed(),
        {_PORTS});
{chip}endmodule

{model()}"""
