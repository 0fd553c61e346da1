"""What the cells of Gowin do, as lines of Verilog, as Yosys and nextpnr write them.

Block RAMs: Gowin, UG285 (BSRAM and SSRAM); they come with bytes of eight bits or of nine. Adders as
nextpnr sets them: Project Apicula, doc/alu.md.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from gossamer_boards.flat import Cell, Cells, Net, Register, block_ram, fold, multiplier

__all__ = ["GOWIN"]

_FLIP_FLOP = re.compile(r"DFF(?P<falling>N?)(?P<way>[SRPC]?)(?P<enable>E?)")
_RESET = {"S": "SET", "R": "RESET", "P": "PRESET", "C": "CLEAR"}

#: Block RAMs with one port, with one that writes and one that reads, and with two that do both.
_SINGLE, _SIMPLE, _DUAL = "single", "simple", "dual"
_MEMORIES = {"SP": _SINGLE, "SPX9": _SINGLE, "SDPB": _SIMPLE, "SDPX9B": _SIMPLE, "DPB": _DUAL,
             "DPX9B": _DUAL,
             # Of nextpnr, with bytes of either kind.
             "SDP": _SIMPLE, "DP": _DUAL}

#: Numbers in the ports' names of nextpnr, which has no vectors.
_BIT = re.compile(r"(\D+)(\d+)")
_VECTORS = {*_MEMORIES, "MULT9X9", "MULT18X18", "MULT36X36", "rPLL"}

#: Tables of adders by their mode: to add or subtract, to begin with no carry, and with one.
_ADDERS = {"C2L": 0x0000, "ONE2C": 0x000F}
_PLACE = re.compile(r"X(\d+)Y(\d+)/ALU(\d)")


def _draw(cells: dict[str, Cell]) -> None:
    """Make constants of the wires that are always high or low, and what nextpnr wrote alike."""
    fold(cells, lambda cell: {"GND": ("G", "0"), "VCC": ("V", "1")}.get(
        cell.type.removeprefix("GOWIN_")))
    fresh = itertools.count(1 + max(
        (bit for cell in cells.values() for bits in cell.connections.values() for bit in bits
         if isinstance(bit, int)), default=0))
    for cell in cells.values():
        if cell.type in _VECTORS:
            _gather(cell, fresh)
        if cell.type in ("IBUF", "OBUF", "TBUF"):
            # What nextpnr knows of a pin besides.
            cell.parameters = {}
            for port in {*cell.directions, *cell.connections} - {"I", "O", "OEN"}:
                _take(cell, port)
        # nextpnr's other enable of a small memory, which Yosys does not know.
        if cell.type.startswith("RAM16SDP") and _take(cell, "CE") not in ([], ["1"]):
            raise cell.refuse("has an enable")
    _chain(cells, fresh)


def _take(cell: Cell, port: str) -> list[Net]:
    """Remove a port; what was connected to it."""
    cell.directions = {name: way for name, way in cell.directions.items() if name != port}
    return cell.connections.pop(port, [])


def _gather(cell: Cell, fresh: Iterator[int]) -> None:
    """Make vectors of a cell's ports with numbers."""
    bits: dict[str, dict[int, Net]] = {}
    ways: dict[str, str] = {}
    for port in {**cell.directions, **cell.connections}:
        if match := _BIT.fullmatch(port):
            connected = cell.connections.pop(port, [])
            ways[match[1]] = cell.directions[port]
            bits.setdefault(match[1], {})
            if connected:
                bits[match[1]][int(match[2])] = connected[0]
    cell.directions = {**cell.directions, **ways}
    for port, found in bits.items():
        cell.connections[port] = [
            found[place] if place in found else next(fresh) if ways[port] == "output" else "0"
            for place in range(max(found, default=-1) + 1)]
    cell.directions = {port: way for port, way in cell.directions.items()
                       if not _BIT.fullmatch(port)}


def _chain(cells: dict[str, Cell], fresh: Iterator[int]) -> None:
    """Connect the carry into an adder that nextpnr left open.

    It is hard-wired to the adder to the west, from the first to the sixth of a tile and on to the
    next tile. Where there is none, the carry is low.
    """
    places = {match.groups(): cell for cell in cells.values() if cell.type == "ALU"
              and (match := _PLACE.fullmatch(cell.attributes.get("NEXTPNR_BEL", "")))}
    for (x, y, z), cell in places.items():
        if cell.connections.get("CIN"):
            continue
        west = places.get((x, y, str(int(z) - 1)) if z != "0" else (str(int(x) - 1), y, "5"))
        if west is not None:
            if not west.connections.get("COUT"):
                west.connections["COUT"] = [next(fresh)]
            cell.connections["CIN"] = west.connections["COUT"]


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
    """One bit of a sum, or of a difference if the fourth input is low.

    nextpnr makes a table of one with constant inputs. The table says whether a carry passes; if
    not, the first four bits of it are the carry, by the first two inputs.
    """
    name, carry, mode = f"c{cell.number}", cell.net("CIN"), cell.word("ALU_MODE")
    if "RAW_ALU_LUT" in cell.parameters or mode in _ADDERS:
        table = cell.value("RAW_ALU_LUT", _ADDERS.get(mode, 0)) & 0xFFFF
        first, second = cell.net("I0"), cell.net("I1")
        inputs = f"{cell.net('I3')}, {cell.net('I2', '1')}, {second}, {first}"
        yield f"wire {name} = 16'h{table:04x} >> {{{inputs}}};"
        own = f"g{cell.number}"
        yield f"wire {own} = 4'h{table & 15:x} >> {{{second}, {first}}};"
    else:
        if cell.value("ALU_MODE") != 2:
            raise cell.refuse("neither adds nor subtracts")
        own = cell.net("I0")
        yield f"wire {name} = {cell.net('I0')} ^ {cell.net('I1')} ^ ~{cell.net('I3')};"
    if out := cell.drives("SUM"):
        yield f"assign {out} = {name} ^ {carry};"
    if out := cell.drives("COUT"):
        yield f"assign {out} = {name} ? {carry} : {own};"


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
    kind = _MEMORIES[cell.type]
    nine = "X9" in cell.type or len(str(cell.parameters.get("INIT_RAM_00", ""))) == 288
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
        **dict.fromkeys(("$scopeinfo", "GSR", "DUMMY_CELL"), lambda cell: iter(())),
    },
    register=_register,
    draw=_draw,
)
