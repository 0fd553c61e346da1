"""What the cells of Gowin do, as lines of Verilog, as Yosys writes them.

Block RAMs: Gowin, UG285 (BSRAM and SSRAM); they come with bytes of eight bits or of nine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gossamer_boards.flat import Cell, Cells, Net, Register, block_ram, multiplier

__all__ = ["GOWIN"]

_FLIP_FLOP = re.compile(r"DFF(?P<falling>N?)(?P<way>[SRPC]?)(?P<enable>E?)")
_RESET = {"S": "SET", "R": "RESET", "P": "PRESET", "C": "CLEAR"}

#: Block RAMs with one port, with one that writes and one that reads, and with two that do both.
_SINGLE, _SIMPLE, _DUAL = "single", "simple", "dual"
_MEMORIES = {"SP": _SINGLE, "SPX9": _SINGLE, "SDPB": _SIMPLE, "SDPX9B": _SIMPLE, "DPB": _DUAL,
             "DPX9B": _DUAL}


def _draw(cells: dict[str, Cell]) -> None:
    """Make constants of the wires that are always high or low."""
    constants: dict[Net, Net] = {}
    for name in [name for name, cell in cells.items() if cell.type in ("GND", "VCC")]:
        cell = cells.pop(name)
        for port, value in (("G", "0"), ("V", "1")):
            constants |= dict.fromkeys(cell.connections.get(port, []), value)
    for cell in cells.values():
        for port, bits in cell.connections.items():
            cell.connections[port] = [constants.get(bit, bit) for bit in bits]


def _lut(cell: Cell) -> Iterator[str]:
    size = int(cell.type[-1])
    inputs = ", ".join(cell.net(f"I{index}") for index in reversed(range(size)))
    if out := cell.drives("F"):
        table = f"{1 << size}'h{cell.value('INIT'):x}"
        yield f"assign {out} = {table} >> {{{inputs}}};"


def _mux(cell: Cell) -> Iterator[str]:
    if out := cell.drives("O"):
        yield f"assign {out} = {cell.net('S0')} ? {cell.net('I1')} : {cell.net('I0')};"


def _adder(cell: Cell) -> Iterator[str]:
    """One bit of a sum, or of a difference if the fourth input is low."""
    if cell.value("ALU_MODE") != 2:
        raise cell.refuse("neither adds nor subtracts")
    name, carry = f"c{cell.number}", cell.net("CIN")
    yield f"wire {name} = {cell.net('I0')} ^ {cell.net('I1')} ^ ~{cell.net('I3')};"
    if out := cell.drives("SUM"):
        yield f"assign {out} = {name} ^ {carry};"
    if out := cell.drives("COUT"):
        yield f"assign {out} = {name} ? {carry} : {cell.net('I0')};"


def _register(cell: Cell) -> Register | None:
    match = _FLIP_FLOP.fullmatch(cell.type)
    if match is None:
        return None
    way = match["way"]
    reset = cell.net(_RESET[way]) if way else "1'b0"
    asynchronous, value = way in ("P", "C"), int(way in ("S", "P"))
    enable = cell.net("CE", "1") if match["enable"] else "1'b1"
    return Register(
        out="Q", clock=cell.net("CLK"), falling=bool(match["falling"]), data=cell.net("D"),
        enable=enable if asynchronous else f"{enable} | {reset}", reset=reset, value=value,
        initial=cell.value("INIT", value), asynchronous=asynchronous)


def _bits(cell: Cell, port: str, count: int) -> list[str]:
    """A vector's bits, those that are not there as zeros."""
    bits = [cell.spell(bit) for bit in cell.connections.get(port, [])]
    return bits + ["1'b0"] * (count - len(bits))


def _vector(bits: list[str]) -> str:
    return f"{{{', '.join(reversed(bits))}}}"


def _block_ram(cell: Cell) -> Iterator[str]:
    kind, nine = _MEMORIES[cell.type], "X9" in cell.type
    # For each port the ends of its pins' names, and those of its settings' names.
    ports = {_SINGLE: [("a", "", "")], _SIMPLE: [("a", "A", "_0"), ("b", "B", "_1")],
             _DUAL: [("a", "A", "_0"), ("b", "B", "_1")]}[kind]
    settings: dict[str, str | int] = {}
    inputs: dict[str, str] = {}
    outputs: dict[str, list[str]] = {}
    for side, end, setting in ports:
        reads, writes = kind != _SIMPLE or side == "b", kind != _SIMPLE or side == "a"
        number = setting[1:] if kind == _DUAL else ""
        if reads and cell.value(f"READ_MODE{number}"):
            raise cell.refuse("registers its output")
        if cell.value(f"BLK_SEL{setting}") or any(
                bit != "1'b0" for bit in _bits(cell, f"BLKSEL{end}", 3)):
            raise cell.refuse("is selected")
        if cell.net(f"RESET{end}") != "1'b0":
            raise cell.refuse("is reset")
        width = cell.value(f"BIT_WIDTH{setting}", 36 if nine else 32)
        if width > 8 and not nine:
            raise cell.refuse("has words of several bytes of eight bits")
        bytes_ = max(1, width // 9)
        address = _bits(cell, f"AD{end}", 14)
        data = _bits(cell, f"DI{end}" if kind == _DUAL else "DI", 36)
        out = f"DO{end}" if kind == _DUAL else "DO"
        settings |= {f"WIDTH_{side.upper()}": 9 if width == 8 else width,
                     f"MODE_{side.upper()}": cell.value(f"WRITE_MODE{number}") if writes else 0}
        inputs |= {
            f"clk_{side}": cell.net(f"CLK{end}"), f"en_{side}": cell.net(f"CE{end}"),
            # A port that only writes does so whenever it is enabled.
            f"we_{side}": "1'b0" if not writes else "1'b1" if kind == _SIMPLE
            else cell.net(f"WRE{end}"),
            f"mask_{side}": _vector(address[:bytes_]) if bytes_ > 1 else "4'd1",
            f"addr_{side}": _vector(address), f"d_{side}": _vector(data),
        }
        if reads:
            outputs[f"q_{side}"] = [f"{out}:{bit}" for bit in range(36)]
    if kind == _SINGLE:
        inputs |= {"clk_b": "1'b0", "en_b": "1'b0", "we_b": "1'b0", "mask_b": "4'd0",
                   "addr_b": "14'd0", "d_b": "36'd0"}
    settings["INIT"] = f"18432'h{_contents(cell, nine):x}"
    yield from block_ram(cell, settings, inputs, outputs)


def _contents(cell: Cell, nine: bool) -> int:
    """What is in a block RAM at the start, as bytes of nine bits."""
    rows = [cell.value(f"INIT_RAM_{row:02X}") for row in range(64)]
    if nine:
        return sum(row << 288 * place for place, row in enumerate(rows))
    return sum((row >> 8 * byte & 0xFF) << 9 * (32 * place + byte)
               for place, row in enumerate(rows) for byte in range(32))


def _multiplier(cell: Cell) -> Iterator[str]:
    size = int(cell.type.rpartition("X")[2])
    if any(cell.net(port) != "1'b0" for port in ("ASEL", "BSEL")) and size < 36:
        raise cell.refuse("takes its numbers from a neighbour")
    if any(cell.word(name).strip("0") for name in cell.parameters if name.endswith("_REG")):
        raise cell.refuse("registers its numbers")
    yield from multiplier(
        cell, _bits(cell, "A", size), _bits(cell, "B", size),
        (cell.net("ASIGN"), cell.net("BSIGN")), [f"DOUT:{bit}" for bit in range(2 * size)])


GOWIN = Cells(
    rules={
        **{f"LUT{size}": _lut for size in range(1, 5)},
        **{f"MUX2_LUT{size}": _mux for size in range(5, 9)},
        "ALU": _adder,
        **dict.fromkeys(_MEMORIES, _block_ram),
        **{f"MULT{size}X{size}": _multiplier for size in (9, 18, 36)},
        "$scopeinfo": lambda cell: iter(()),
    },
    register=_register,
    draw=_draw,
)
