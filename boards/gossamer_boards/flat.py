"""Flat: a netlist of Yosys or nextpnr as flat Verilog that a simulator compiles in seconds.

Look-up tables and flip-flops become one line each, as their data sheets say; the other cells become
instances of the models that come with Yosys. With thousands of instances instead, Verilator
makes a module of each distinct table, which takes minutes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from gossamer.errors import GossamerError

__all__ = ["Cell", "Net", "flatten"]

#: A wire's number, or a constant: ``0``, ``1``, ``x`` or ``z``.
Net = int | str

#: Inputs that rest at one where nothing drives them; the others rest at zero.
PULLED_UP = {"CE", "CEN", "CLOCK_ENABLE", "RCLKE", "WCLKE", "RE", "WE", "CHIPSELECT", "POWEROFF"}

_FLIP_FLOP = re.compile(r"SB_DFF(?P<falling>N?)(?P<enable>E?)(?P<way>SR|SS|R|S)?")

#: What nextpnr makes of a cell, and the cell whose model says what it does.
_PACKED = {"ICESTORM_RAM": "SB_RAM40_4K", "ICESTORM_SPRAM": "SB_SPRAM256KA",
           "ICESTORM_DSP": "SB_MAC16"}

#: Settings of a packed cell that its model has no word for; all must be zero.
_PACKED_ONLY = {"NEG_CLK_R", "NEG_CLK_W"}


class Cell:
    """One cell of a netlist.

    Parameters
    ----------
    name : str
    found : mapping
        ``type``, ``parameters``, ``port_directions`` and ``connections``, as Yosys writes them.
    names : mapping of int to str
        Wires that have a name of their own.
    """

    def __init__(self, name: str, found: Mapping[str, Any], names: Mapping[int, str]) -> None:
        self.name = name
        self.type: str = found["type"]
        self.parameters: Mapping[str, str | int] = found["parameters"]
        self.directions: Mapping[str, str] = found.get("port_directions", {})
        self.connections: dict[str, list[Net]] = dict(found["connections"])
        self._names = names

    def number(self, parameter: str) -> int:
        """A setting, or 0 if it is not given."""
        value = self.parameters.get(parameter, 0)
        return int(value, 2) if isinstance(value, str) else value

    def net(self, port: str) -> str:
        """What the one bit of an input or output is called."""
        bits = self.connections.get(port)
        return self.spell(bits[0] if bits else "1" if port in PULLED_UP else "0")

    def drives(self, port: str) -> str | None:
        """The wire at an output, if there is one."""
        return self.net(port) if self.connections.get(port) else None

    def spell(self, bit: Net) -> str:
        """A wire or a constant in Verilog."""
        if isinstance(bit, str):
            return f"1'b{bit}"
        return self._names.get(bit, f"n{bit}")


def flatten(netlist: Mapping[str, Any], top: str) -> str:
    """The module ``top`` of a netlist as flat Verilog.

    Parameters
    ----------
    netlist : mapping
        What ``write_json`` of Yosys or ``--write`` of nextpnr wrote, for iCE40.

    Raises
    ------
    GossamerError
        If the netlist has no such module, or a clock whose source nextpnr does not name.
    """
    try:
        module = netlist["modules"][top]
    except (KeyError, TypeError):
        raise GossamerError(
            f"The netlist has no module {top!r}; build the design again.") from None
    ports, names, joints = [], {}, []
    for name, port in module["ports"].items():
        bits = port["bits"]
        span = f"[{len(bits) - 1}:0] " if len(bits) > 1 else ""
        ports.append(f"{port['direction']} {span}{name}")
        for place, bit in enumerate(bits):
            pin = f"{name}[{place}]" if span else name
            match port["direction"]:
                case "inout":
                    names[bit] = pin
                case "input":
                    joints.append(f"assign n{bit} = {pin};")
                case "output":
                    joints.append(f"assign {pin} = n{bit};")
    cells = {name: Cell(name, found, names) for name, found in module["cells"].items()}
    _connect_plls(cells)
    _connect_global_buffers(cells)
    wires = {bit for cell in cells.values() for bits in cell.connections.values() for bit in bits}
    wires |= {bit for port in module["ports"].values() for bit in port["bits"]}
    wires = {bit for bit in wires if isinstance(bit, int) and bit not in names}
    registers = {cell.drives("O" if cell.type == "ICESTORM_LC" else "Q")
                 for cell in cells.values() if _is_register(cell)}
    lines = [f"module {top}({', '.join(ports)});"]
    for wire in sorted(wires):
        lines.append(f"reg n{wire} = 0;" if f"n{wire}" in registers else f"wire n{wire};")
    for number, cell in enumerate(cells.values()):
        lines += _lines(cell, number)
    return "\n".join([*lines, *joints, "endmodule", ""])


def _connect_plls(cells: Mapping[str, Cell]) -> None:
    """Draw the wire from a pin to the PLL on its pad.

    It is hard-wired, so nextpnr leaves it out; the pin leads nowhere else.
    """
    for cell in cells.values():
        if cell.type != "ICESTORM_PLL" or any(
                cell.connections.get(port) for port in ("REFERENCECLK", "PACKAGEPIN")):
            continue
        pins = [pin for pin in cells.values() if pin.type == "SB_IO"
                and not any(pin.connections.get(port) for port in ("D_IN_0", "D_OUT_0"))]
        if len(pins) != 1:
            raise GossamerError(
                f"PLL {cell.name!r} of the routed netlist has no pin that is known; use the "
                "version of nextpnr in constraints.txt.")
        cell.connections["PACKAGEPIN"] = pins[0].connections["PACKAGE_PIN"]


def _connect_global_buffers(cells: Mapping[str, Cell]) -> None:
    """Draw the wires from clock pins and PLLs to their global buffers.

    They are hard-wired, so nextpnr leaves them out; the buffer is called after its source.
    """
    fresh = 1 + max((bit for cell in cells.values() for bits in cell.connections.values()
                     for bit in bits if isinstance(bit, int)), default=0)
    for cell in cells.values():
        if cell.type != "SB_GB" or cell.connections.get("USER_SIGNAL_TO_GLOBAL_BUFFER"):
            continue
        name = cell.name.removeprefix("$gbuf_")
        pll = cells.get(name.removesuffix("_pllout_a") + "_PLL")
        pin = cells.get(name.removesuffix("_io"))
        if pll is not None:
            pll.connections["PLLOUT_A_GLOBAL"] = [fresh]
        elif pin is not None:
            pin.connections["GLOBAL_BUFFER_OUTPUT"] = [fresh]
            pin.type = "SB_GB_IO"
        else:
            raise GossamerError(
                f"Global buffer {cell.name!r} of the routed netlist has no source that is known; "
                "use the version of nextpnr in constraints.txt.")
        cell.connections["USER_SIGNAL_TO_GLOBAL_BUFFER"] = [fresh]
        fresh += 1


def _is_register(cell: Cell) -> bool:
    if cell.type == "ICESTORM_LC":
        return bool(cell.number("DFF_ENABLE"))
    return bool(_FLIP_FLOP.fullmatch(cell.type))


def _lines(cell: Cell, number: int) -> Iterator[str]:
    """A cell in Verilog."""
    rule = _RULES.get(cell.type)
    if rule is not None:
        yield from rule(cell)
    elif match := _FLIP_FLOP.fullmatch(cell.type):
        way = match["way"] or ""
        yield _register(
            cell, clock=cell.net("C"), falling=bool(match["falling"]), data=cell.net("D"),
            enable=cell.net("E") if match["enable"] else "1'b1",
            reset=cell.net(way[-1]) if way else "1'b0", value=way in ("S", "SS"),
            asynchronous=way in ("R", "S"), out="Q")
    else:
        yield _instance(cell, number)


def _register(
    cell: Cell, *, clock: str, falling: bool, data: str, enable: str, reset: str, value: int,
    asynchronous: bool, out: str,
) -> str:
    edge = f"{'neg' if falling else 'pos'}edge {clock}"
    q = cell.drives(out)
    if q is None:
        return ""
    if asynchronous:
        return (f"always @({edge}, posedge {reset}) if ({reset}) {q} <= {int(value)}; "
                f"else if ({enable}) {q} <= {data};")
    return f"always @({edge}) if ({enable}) {q} <= {reset} ? 1'b{int(value)} : {data};"


def _table(cell: Cell) -> str:
    inputs = ", ".join(cell.net(f"I{index}") for index in (3, 2, 1, 0))
    return f"16'h{cell.number('LUT_INIT'):04x} >> {{{inputs}}}"


def _carry(cell: Cell, out: str, first: str, second: str, carry: str) -> Iterator[str]:
    if target := cell.drives(out):
        yield f"assign {target} = ({first} & {second}) | (({first} | {second}) & {carry});"


def _lut(cell: Cell) -> Iterator[str]:
    if out := cell.drives("O"):
        yield f"assign {out} = {_table(cell)};"


def _logic_cell(cell: Cell) -> Iterator[str]:
    """A logic cell of iCE40: table, carry and flip-flop."""
    constant = f"1'b{cell.number('CIN_SET')}"
    carry = constant if cell.number("CIN_CONST") else cell.net("CIN")
    if cell.number("CARRY_ENABLE"):
        yield from _carry(cell, "COUT", cell.net("I1"), cell.net("I2"), carry)
    out, cascade = cell.drives("O"), cell.drives("LO")
    if cascade:
        yield f"assign {cascade} = {_table(cell)};"
    if not out:
        return
    if not cell.number("DFF_ENABLE"):
        yield f"assign {out} = {_table(cell)};"
        return
    data = f"{out}_d"
    yield f"wire {data} = {_table(cell)};"
    yield _register(
        cell, clock=cell.net("CLK"), falling=bool(cell.number("NEG_CLK")), data=data,
        enable=cell.net("CEN"), reset=cell.net("SR"), value=cell.number("SET_NORESET"),
        asynchronous=bool(cell.number("ASYNC_SR")), out="O")


def _pll(cell: Cell) -> Iterator[str]:
    """A PLL that makes what it gets, see ``gossamer_boards.rungs``."""
    reference = cell.net("PACKAGEPIN" if cell.connections.get("PACKAGEPIN") else "REFERENCECLK")
    for port in ("PLLOUT_A", "PLLOUT_A_GLOBAL", "PLLOUTCORE", "PLLOUTGLOBAL"):
        if out := cell.drives(port):
            yield f"assign {out} = {reference};"
    if locked := cell.drives("LOCK"):
        yield f"assign {locked} = 1'b1;"


_RULES: dict[str, Callable[[Cell], Iterator[str]]] = {
    "SB_LUT4": _lut,
    "SB_CARRY": lambda cell: _carry(cell, "CO", cell.net("I0"), cell.net("I1"), cell.net("CI")),
    "ICESTORM_LC": _logic_cell,
    "ICESTORM_PLL": _pll,
    "SB_PLL40_CORE": _pll,
    "SB_PLL40_PAD": _pll,
    "$scopeinfo": lambda cell: iter(()),
}


def _instance(cell: Cell, number: int) -> str:
    """A cell as an instance of its model, with every input connected."""
    model = _PACKED.get(cell.type, cell.type)
    ports: dict[str, dict[int, str]] = {}
    for port in {**cell.directions, **cell.connections}:
        name, place = port, 0
        if cell.type in _PACKED and (match := re.fullmatch(r"(\w+)_(\d+)", port)):
            name, place = match[1], int(match[2])
        bits = cell.connections.get(port, [])
        if not bits and cell.directions.get(port) != "input":
            if name != port:
                ports.setdefault(name, {})[place] = f"open{number}_{name}_{place}"
            continue
        for index, bit in enumerate(bits or ["1" if name in PULLED_UP else "0"]):
            ports.setdefault(name, {})[place + index] = cell.spell(bit)
    arguments = ", ".join(
        f".{name}({{{', '.join(bits[place] for place in sorted(bits, reverse=True))}}})"
        if len(bits) > 1 else f".{name}({bits[0]})" for name, bits in ports.items())
    opens = [bit for bits in ports.values() for bit in bits.values() if bit.startswith("open")]
    declared = "".join(f"wire {name}; " for name in opens)
    settings = ", ".join(f".{name}({_literal(value)})" for name, value in cell.parameters.items()
                         if not (cell.type in _PACKED and name in _PACKED_ONLY))
    return f"{declared}{model} #({settings}) c{number} ({arguments});"


def _literal(value: str | int) -> str:
    """A parameter in Verilog; Yosys writes numbers as bits and ends a string of bits in a space."""
    if isinstance(value, int):
        return str(value)
    if re.fullmatch(r"[01xz]+", value):
        return f"{len(value)}'b{value}"
    return '"' + (value[:-1] if re.fullmatch(r"[01xz]* +", value) else value) + '"'
