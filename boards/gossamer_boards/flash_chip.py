"""The flash chip of a board in simulation, where weights lie behind the bitstream."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from gossamer_hw.link.host_link import WIRES, Line

__all__ = ["CORE", "behind", "behind_engine", "instance", "model", "outside", "quad_behind",
           "quad_instance"]

#: Module of a device whose flash is outside it; its ports are those of a device, and ``spi``.
CORE = "device_core"


def outside(line: Line) -> str:
    """Ports of a device in Verilog."""
    *inputs, output = ("clk", "rst", *WIRES[line])
    return ", ".join([*(f"input {name}" for name in inputs), f"output {output}"])


def model(*, quad: bool = False) -> str:
    """Verilog of the chip, with one or with four data pins."""
    name = "quad_flash.v" if quad else "spi_flash.v"
    return (files("gossamer_boards") / "models" / name).read_text()


def instance(folder: Path, contents: bytes, address: int, wires: Mapping[str, str]) -> str:
    """An instance of the chip with ``contents`` from ``address`` on, which ``folder`` keeps.

    ``wires`` are Verilog expressions for ``cs`` (high while selected), ``clk``, ``copi``, ``cipo``.
    """
    return _instance("spi_flash", folder, contents, address, wires)


def quad_instance(folder: Path, contents: bytes, address: int, wires: Mapping[str, str]) -> str:
    """The same of a chip with four data pins.

    ``wires`` are ``cs``, ``clk``, ``d`` and ``driven`` from the device, and ``q`` and ``drives``
    from the chip.
    """
    return _instance("quad_flash", folder, contents, address, wires)


def _instance(
    module: str, folder: Path, contents: bytes, address: int, wires: Mapping[str, str]
) -> str:
    path = folder / "flash.hex"
    path.write_text("".join(f"{byte:02x}\n" for byte in contents))
    pins = ", ".join(f".{name}({wire})" for name, wire in wires.items())
    return (f'    {module} #(.CONTENTS("{path.resolve()}"), .SIZE({len(contents)}), '
            f".ADDRESS({address})) flash({pins});\n")


def behind(folder: Path, contents: bytes, address: int, line: Line = "uart") -> str:
    """Verilog of the module ``device``: :data:`CORE` with its chip."""
    wires = {name: f"spi_{name}" for name in ("cs", "clk", "copi", "cipo")}
    chip = instance(folder, contents, address, wires)
    ports = ", ".join([f".{name}({name})" for name in ("clk", "rst", *WIRES[line])]
                      + [f".spi__{name}({wire})" for name, wire in wires.items()])
    return f"""
module device({outside(line)});
    wire {', '.join(wires.values())};
    {CORE} core({ports});
{chip}endmodule

{model()}"""


#: Registers at the pins of ``QUAD_SPI``, as the cells of an FPGA have them.
_PADS = """\
    wire select, pulse, drive;
    wire [3:0] out, back;
    reg pulse_pin = 0, drive_pin = 0;
    reg [3:0] out_pin = 0, in_pin = 0;
    always @(posedge clk) begin
        pulse_pin <= pulse;
        drive_pin <= drive;
        out_pin <= out;
        in_pin <= back;
    end
"""
_PORTS = (".spi__cs(select), .spi__clk(pulse), .spi__o(out), .spi__oe(drive), .spi__i(in_pin)")
_WIRES = {"cs": "select", "clk": "pulse_pin & ~clk", "d": "out_pin", "driven": "drive_pin",
          "q": "back"}


def quad_behind(folder: Path, contents: bytes, address: int, line: Line = "uart") -> str:
    """Verilog of the module ``device``: :data:`CORE` with its chip of four data pins."""
    ports = ", ".join(f".{name}({name})" for name in ("clk", "rst", *WIRES[line]))
    return f"""
module device({outside(line)});
{_PADS}    {CORE} core({ports}, {_PORTS});
{quad_instance(folder, contents, address, _WIRES)}endmodule

{model(quad=True)}"""


def behind_engine(folder: Path, contents: bytes, address: int, engine: str) -> str:
    """Verilog of the module ``flashed``: the module ``engine`` with its chip of four data pins."""
    streams = ", ".join(f".{name}({name})" for name in (
        "clk", "rst", "i__payload", "i__valid", "i__ready", "o__payload", "o__valid", "o__ready"))
    return f"""
module flashed(input clk, input rst, input [8:0] i__payload, input i__valid, output i__ready,
               output [16:0] o__payload, output o__valid, input o__ready);
{_PADS}    {engine} core({streams}, .failed(), {_PORTS});
{quad_instance(folder, contents, address, _WIRES)}endmodule

{model(quad=True)}"""
