"""Flat: a netlist of Yosys or nextpnr as flat Verilog that a simulator compiles in seconds.

Look-up tables and flip-flops become one line each, as their data sheets say; so do multipliers, and
block RAMs become instances of one model. With thousands of instances instead, Verilator makes a
module of each distinct table, which takes minutes. What the cells of a family do is in
``flat_ice40``, ``flat_ecp5`` and ``flat_gowin``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from gossamer.errors import GossamerError

__all__ = [
    "Cell", "Cells", "Hold", "Net", "Register", "block_ram", "constant_table", "flatten", "fold",
    "multiplier", "times", "trace"]

#: A wire's number, or a constant: ``0``, ``1``, ``x`` or ``z``.
Net = int | str


class Cell:
    """One cell of a netlist.

    Parameters
    ----------
    name : str
    found : mapping
        ``type``, ``parameters``, ``port_directions``, ``connections`` and ``attributes``, as Yosys
        writes them.
    names : mapping of int to str
        Wires that have a name of their own.
    number : int
        Makes the names of its own wires unlike those of others.
    """

    def __init__(
        self, name: str, found: Mapping[str, Any], names: Mapping[int, str], number: int,
    ) -> None:
        self.name = name
        self.type: str = found["type"]
        self.parameters: Mapping[str, str | int] = found["parameters"]
        self.directions: Mapping[str, str] = found.get("port_directions", {})
        self.attributes: Mapping[str, str] = found.get("attributes", {})
        self.connections: dict[str, list[Net]] = dict(found["connections"])
        self.number = number
        #: What drives each input of one bit, a cell and its output, once :func:`trace` was called.
        self.sources: dict[str, tuple[Cell, str]] = {}
        self._names = names

    def value(self, parameter: str, default: int = 0) -> int:
        """A number among the settings, or the default if it is not given."""
        value = self.parameters.get(parameter, default)
        return int(value.replace("x", "0"), 2) if isinstance(value, str) else value

    def word(self, parameter: str, default: str = "") -> str:
        """A word among the settings, without the space that ends a word of bits."""
        return str(self.parameters.get(parameter, default)).rstrip(" ")

    def net(self, port: str, rest: str = "0") -> str:
        """What the one bit of an input or output is called, or what it rests at."""
        bits = self.connections.get(port)
        return self.spell(bits[0] if bits else rest)

    def drives(self, port: str) -> str | None:
        """The wire at an output, if there is one."""
        return self.net(port) if self.connections.get(port) else None

    def spell(self, bit: Net) -> str:
        """A wire or a constant in Verilog."""
        if isinstance(bit, str):
            return f"1'b{bit}"
        return self._names.get(bit, f"n{bit}")

    def refuse(self, what: str) -> GossamerError:
        """The error for a cell that is used in a way that has no model."""
        return GossamerError(
            f"Cell {self.name!r} of the netlist, of type {self.type}, {what}, which has no model; "
            "prove the level rtl.")


@dataclass(frozen=True, kw_only=True)
class Register:
    """A flip-flop: the port that it drives, and what it takes, in Verilog."""

    out: str
    clock: str
    data: str
    enable: str = "1'b1"
    reset: str = "1'b0"
    value: int = 0
    initial: int = 0
    falling: bool = False
    asynchronous: bool = False

    def line(self, wire: str) -> str:
        """What it does. A synchronous reset counts only where it is enabled."""
        edge = f"{'neg' if self.falling else 'pos'}edge {self.clock}"
        if self.asynchronous:
            return (f"always @({edge}, posedge {self.reset}) if ({self.reset}) "
                    f"{wire} <= {self.value}; else if ({self.enable}) {wire} <= {self.data};")
        return (f"always @({edge}) if ({self.enable}) "
                f"{wire} <= {self.reset} ? 1'b{self.value} : {self.data};")


@dataclass(frozen=True, kw_only=True)
class Hold:
    """When registers in a DSP block take what comes, in Verilog; a reset counts first."""

    clock: str
    enable: str = "1'b1"
    reset: str = "1'b0"

    def lines(self, name: str, width: int, data: str) -> Iterator[str]:
        """Registers ``name`` for ``width`` bits of ``data``."""
        yield f"reg [{width - 1}:0] {name} = {width}'d0;"
        yield (f"always @(posedge {self.clock}) if ({self.reset}) {name} <= {width}'d0; "
               f"else if ({self.enable}) {name} <= {data};")


@dataclass(frozen=True, kw_only=True)
class Cells:
    """What the cells of a family do.

    Attributes
    ----------
    rules : mapping of str to callable
        Verilog for a cell of each type. Types without a rule become instances.
    register : callable
        The flip-flop of a cell, if it has one.
    draw : callable
        Completes the netlist before anything is written.
    pulled_up : set of str
        Inputs of instances that rest at one where nothing drives them; others rest at zero.
    packed : mapping of str to str
        Types of nextpnr with single bits for ports, and those of the models.
    dropped : set of str
        Settings that models of packed cells have no word for; all must be zero.
    """

    rules: Mapping[str, Callable[[Cell], Iterator[str]]]
    register: Callable[[Cell], Register | None]
    draw: Callable[[dict[str, Cell]], None] = field(default=lambda cells: None)
    pulled_up: frozenset[str] = frozenset()
    packed: Mapping[str, str] = field(default_factory=dict)
    dropped: frozenset[str] = frozenset()


def flatten(netlist: Mapping[str, Any], top: str, family: Cells) -> str:
    """The module ``top`` of a netlist as flat Verilog.

    Parameters
    ----------
    netlist : mapping
        What ``write_json`` of Yosys or ``--write`` of nextpnr wrote.
    family : Cells
        Of the device.

    Raises
    ------
    GossamerError
        If the netlist has no such module, or something in it that has no model.
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
                    driver = f"n{bit}" if isinstance(bit, int) else f"1'b{bit}"
                    joints.append(f"assign {pin} = {driver};")
    cells = {name: Cell(name, found, names, number)
             for number, (name, found) in enumerate(module["cells"].items())}
    family.draw(cells)
    wires = {bit for cell in cells.values() for bits in cell.connections.values() for bit in bits}
    wires |= {bit for port in module["ports"].values() for bit in port["bits"]}
    wires = {bit for bit in wires if isinstance(bit, int) and bit not in names}
    registers: dict[str, int] = {}
    lines: list[str] = []
    for cell in cells.values():
        rule, register = family.rules.get(cell.type), family.register(cell)
        if rule is not None:
            lines += rule(cell)
        elif register is None:
            lines.append(_instance(cell, family))
        if register is not None and (wire := cell.drives(register.out)):
            registers[wire] = register.initial
            lines.append(register.line(wire))
    declared = [f"reg n{wire} = {registers[f'n{wire}']};" if f"n{wire}" in registers
                else f"wire n{wire};" for wire in sorted(wires)]
    return "\n".join(
        [f"module {top}({', '.join(ports)});", *declared, *lines, *joints, "endmodule", ""])


def fold(cells: dict[str, Cell], value: Callable[[Cell], tuple[str, Net] | None]) -> None:
    """Take cells away that drive a constant, and put it where their wire was.

    Parameters
    ----------
    cells : dict of str to Cell
    value : callable
        Port and constant of such a cell, nothing for others.
    """
    known: dict[Net, Net] = {}
    for name, cell in list(cells.items()):
        if found := value(cell):
            port, constant = found
            known |= dict.fromkeys(cell.connections.get(port, []), constant)
            del cells[name]
    for cell in cells.values():
        for port, bits in cell.connections.items():
            cell.connections[port] = [known.get(bit, bit) for bit in bits]


def trace(cells: Mapping[str, Cell]) -> None:
    """Say of each input of one bit what drives it."""
    drivers = {bits[0]: (cell, port) for cell in cells.values()
               for port, bits in cell.connections.items()
               if bits and cell.directions.get(port) == "output"}
    for cell in cells.values():
        cell.sources = {port: drivers[bits[0]] for port, bits in cell.connections.items()
                        if cell.directions.get(port) == "input" and bits and bits[0] in drivers}


def constant_table(cell: Cell, kind: str, setting: str) -> tuple[str, Net] | None:
    """What :func:`fold` asks of a look-up table of nextpnr: whether it is all zeros or all ones."""
    if (cell.type != kind or cell.word("MODE", "LOGIC") != "LOGIC" or cell.connections.get("OFX")
            or cell.value(setting) not in (0, 0xFFFF)):
        return None
    return "F", str(cell.value(setting) & 1)


def times(name: str, a: list[str], b: list[str], signed: tuple[str, str]) -> str:
    """A wire for the product of two numbers, the lowest bits first, each signed or not."""
    factors = [f"$signed({{{sign} & {bits[-1]}, {', '.join(reversed(bits))}}})"
               for sign, bits in zip(signed, (a, b), strict=True)]
    return f"wire signed [{len(a) + len(b) - 1}:0] {name} = {' * '.join(factors)};"


def multiplier(cell: Cell, a: list[str], b: list[str], signed: tuple[str, str],
               outputs: list[str], held: Hold | None = None) -> Iterator[str]:
    """A product (:func:`times`) at the outputs, its lowest bits first.

    ``held`` is the register that takes it, or nothing if there is none.
    """
    product = f"product{cell.number}"
    yield times(product, a, b, signed)
    if held:
        yield from held.lines(f"{product}_held", len(outputs), product)
        product += "_held"
    yield from _spread(cell, product, outputs)


def block_ram(cell: Cell, settings: Mapping[str, str | int], inputs: Mapping[str, str],
              outputs: Mapping[str, list[str]]) -> Iterator[str]:
    """An instance of ``models/block_ram.v`` with what a cell has set and connected."""
    named = {port: f"{port}{cell.number}" for port in outputs}
    yield f"wire [35:0] {', '.join(named.values())};"
    given = ", ".join(f".{name}({value})" for name, value in settings.items())
    ports = ", ".join(f".{port}({value})" for port, value in {**inputs, **named}.items())
    yield f"block_ram #({given}) c{cell.number} ({ports});"
    for port, names in outputs.items():
        yield from _spread(cell, named[port], names)


def _spread(cell: Cell, vector: str, outputs: list[str]) -> Iterator[str]:
    """A vector's bits to the wires at ports of one bit each."""
    for place, port in enumerate(outputs):
        name, _, index = port.partition(":")
        bits = cell.connections.get(name, [])
        if int(index or 0) < len(bits):
            yield f"assign {cell.spell(bits[int(index or 0)])} = {vector}[{place}];"


def _instance(cell: Cell, family: Cells) -> str:
    """A cell as an instance of its model, with every input connected."""
    model = family.packed.get(cell.type, cell.type)
    ports: dict[str, dict[int, str]] = {}
    for port in {**cell.directions, **cell.connections}:
        name, place = port, 0
        if cell.type in family.packed and (match := re.fullmatch(r"(\w+)_(\d+)", port)):
            name, place = match[1], int(match[2])
        bits = cell.connections.get(port, [])
        if not bits and cell.directions.get(port) != "input":
            if name != port:
                ports.setdefault(name, {})[place] = f"open{cell.number}_{name}_{place}"
            continue
        for index, bit in enumerate(bits or ["1" if name in family.pulled_up else "0"]):
            ports.setdefault(name, {})[place + index] = cell.spell(bit)
    arguments = ", ".join(
        f".{name}({{{', '.join(bits[place] for place in sorted(bits, reverse=True))}}})"
        if len(bits) > 1 else f".{name}({bits[0]})" for name, bits in ports.items())
    opens = [bit for bits in ports.values() for bit in bits.values() if bit.startswith("open")]
    declared = "".join(f"wire {name}; " for name in opens)
    settings = ", ".join(f".{name}({_literal(value)})" for name, value in cell.parameters.items()
                         if not (cell.type in family.packed and name in family.dropped))
    return f"{declared}{model} #({settings}) c{cell.number} ({arguments});"


def _literal(value: str | int) -> str:
    """A parameter in Verilog; Yosys writes numbers as bits and ends a string of bits in a space."""
    if isinstance(value, int):
        return str(value)
    if re.fullmatch(r"[01xz]+", value):
        return f"{len(value)}'b{value}"
    return '"' + (value[:-1] if re.fullmatch(r"[01xz]* +", value) else value) + '"'
