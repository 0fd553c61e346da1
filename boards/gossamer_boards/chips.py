"""Chips: the memories outside a device in simulation, at the registers of its pins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gossamer_hw.link.host_link import WIRES, Line

__all__ = ["CORE", "STREAMED", "Chip", "behind", "behind_engine", "outside"]

#: Module of a device whose chips are outside it; its ports are those of a device, and its chips'.
CORE = "device_core"

#: Module of an engine with the chip that its weights come from.
STREAMED = "streamed"


@dataclass(frozen=True, kw_only=True)
class Chip:
    """A chip beside a device, in Verilog.

    Attributes
    ----------
    text : str
        Wires, registers at the pins, and the chip.
    ports : str
        What the device's ports for it are connected to.
    model : str
        The chip's module.
    """

    text: str
    ports: str
    model: str


def outside(line: Line) -> str:
    """Ports of a device in Verilog."""
    *inputs, output = ("clk", "rst", *WIRES[line])
    return ", ".join([*(f"input {name}" for name in inputs), f"output {output}"])


def behind(chips: Sequence[Chip], line: Line = "uart") -> str:
    """Verilog of the module ``device``: :data:`CORE` with its chips."""
    ports = [f".{name}({name})" for name in ("clk", "rst", *WIRES[line])]
    return f"""
module device({outside(line)});
{''.join(chip.text for chip in chips)}\
    {CORE} core({', '.join([*ports, *(chip.ports for chip in chips)])});
endmodule

{''.join(chip.model for chip in chips)}"""


def behind_engine(chip: Chip, engine: str, beat: int = 1) -> str:
    """Verilog of the module :data:`STREAMED`: the module ``engine``, which takes so many input
    elements together, with its chip.
    """
    streams = ", ".join(f".{name}({name})" for name in (
        "clk", "rst", "i__payload", "i__valid", "i__ready", "o__payload", "o__valid", "o__ready"))
    return f"""
module {STREAMED}(input clk, input rst, input [{8 * beat}:0] i__payload, input i__valid,
                output i__ready, output [16:0] o__payload, output o__valid, input o__ready);
{chip.text}    {engine} core({streams}, .failed(), {chip.ports});
endmodule

{chip.model}"""
