"""The flash chip of a board in simulation, where weights lie behind the bitstream."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from gossamer_hw.link.host_link import WIRES, Line

__all__ = ["CORE", "behind", "instance", "model", "outside"]

#: Module of a device whose flash is outside it; its ports are those of a device, and ``spi``.
CORE = "device_core"


def outside(line: Line) -> str:
    """Ports of a device in Verilog."""
    *inputs, output = ("clk", "rst", *WIRES[line])
    return ", ".join([*(f"input {name}" for name in inputs), f"output {output}"])


def model() -> str:
    """Verilog of the chip."""
    return (files("gossamer_boards") / "models" / "spi_flash.v").read_text()


def instance(folder: Path, contents: bytes, address: int, wires: Mapping[str, str]) -> str:
    """An instance of the chip with ``contents`` from ``address`` on, which ``folder`` keeps.

    ``wires`` are Verilog expressions for ``cs`` (high while selected), ``clk``, ``copi``, ``cipo``.
    """
    path = folder / "flash.hex"
    path.write_text("".join(f"{byte:02x}\n" for byte in contents))
    pins = ", ".join(f".{name}({wire})" for name, wire in wires.items())
    return (f'    spi_flash #(.CONTENTS("{path.resolve()}"), .SIZE({len(contents)}), '
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
