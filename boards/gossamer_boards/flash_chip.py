"""The flash chip of a board in simulation, where weights lie behind the bitstream."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from gossamer_boards.chips import Chip

__all__ = ["beside", "instance", "model", "quad_beside", "quad_instance"]


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


def beside(folder: Path, contents: bytes, address: int) -> Chip:
    """The chip at the port ``spi`` of a device."""
    wires = {name: f"spi_{name}" for name in ("cs", "clk", "copi", "cipo")}
    return Chip(
        text=f"    wire {', '.join(wires.values())};\n"
        + instance(folder, contents, address, wires),
        ports=", ".join(f".spi__{name}({wire})" for name, wire in wires.items()),
        model=model())


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


def quad_beside(folder: Path, contents: bytes, address: int) -> Chip:
    """The chip of four data pins at the port ``spi`` of a device or an engine."""
    return Chip(text=_PADS + quad_instance(folder, contents, address, _WIRES), ports=_PORTS,
                model=model(quad=True))
