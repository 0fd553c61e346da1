"""The flash chip of a board in simulation, where weights lie behind the bitstream."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

__all__ = ["CORE", "behind", "instance", "model"]

#: Module of a device whose flash is outside it; its ports are those of a device, and ``spi``.
CORE = "device_core"


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


def behind(folder: Path, contents: bytes, address: int) -> str:
    """Verilog of the module ``device``: :data:`CORE` with its chip."""
    wires = {name: f"spi_{name}" for name in ("cs", "clk", "copi", "cipo")}
    chip = instance(folder, contents, address, wires)
    ports = ", ".join(f".spi__{name}({wire})" for name, wire in wires.items())
    return f"""
module device(input clk, input rst, input rx, output tx);
    wire {', '.join(wires.values())};
    {CORE} core(.clk(clk), .rst(rst), .rx(rx), .tx(tx), {ports});
{chip}endmodule

{model()}"""
