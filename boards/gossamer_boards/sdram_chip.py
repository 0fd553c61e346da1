"""The SDRAM of a board in simulation, where weights lie that were loaded after a reset."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from gossamer_boards.chips import Chip

__all__ = ["beside", "filled", "instance", "model"]

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


def beside(size: int, clock_hz: int) -> Chip:
    """The chip at the port ``sdram`` of a device."""
    return Chip(text=_PADS + instance(size, clock_hz, _WIRES), ports=_PORTS, model=model())


def filled(folder: Path, image: bytes, clock_hz: int, *, power_up: int = POWER_UP) -> Chip:
    """The chip at the port ``sdram`` of an engine, with ``image`` in it from the start, as if it
    had been loaded."""
    contents = folder / "sdram.hex"
    contents.write_text("".join(f"{byte:02x}\n" for byte in image))
    loaded = ".load__write(1'b0), .load__address(0), .load__data(8'b0), .load__done(1'b1)"
    return Chip(
        text=_PADS + instance(len(image), clock_hz, _WIRES, contents=contents, power_up=power_up),
        ports=f"{_PORTS}, {loaded}, .starting()", model=model())
