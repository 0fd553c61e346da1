"""What the cells of Nexus do, as lines of Verilog, as Yosys and nextpnr write them.

After place and route an input without a wire rests at one, and a setting of its name and ``MUX``
may invert it or make it constant. nextpnr takes a product apart into cells of nine bits; what leads
from one to the next are wires of its netlist, and the product is put together along them. Block
RAMs: Lattice, FPGA-TN-02094, Memory User Guide for Nexus Platform; 32 bytes of nine bits stand in
each ``INITVAL``, in fields of ten. Products: FPGA-TN-02096, sysDSP User Guide for Nexus Platform.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gossamer_boards.flat import (
    Cell,
    Cells,
    Hold,
    Net,
    Register,
    block_ram,
    constant_table,
    fold,
    multiplier,
    times,
    trace,
)

__all__ = ["NEXUS"]

#: Flip-flops of Yosys: what resets or sets them, to what, and whether without the clock.
_FLIP_FLOPS = {"FD1P3IX": ("CD", 0, False), "FD1P3JX": ("PD", 1, False),
               "FD1P3DX": ("CD", 0, True), "FD1P3BX": ("PD", 1, True)}

#: Inputs that rest at zero in a netlist of Yosys, where nothing else is said.
_LOW = re.compile(r"RST|LSR|FCI|CIN|WE[AB]$")

#: Widths of the factors of Yosys' products.
_PRODUCTS = {"MULT9X9": (9, 9), "MULT18X18": (18, 18), "MULT18X36": (18, 36),
             "MULT36X36": (36, 36)}

#: Cells into which nextpnr takes a product apart, each made of two of the kind before it, and the
#: ports of their results and of the halves.
_PARTS = {"MULT9_CORE": "P18", "MULT18_CORE": "P36", "MULT18X36_CORE": "P72",
          "MULT36_CORE": "PML72"}
_HALVES = {"MULT18_CORE": ("PL18", "PH18"), "MULT18X36_CORE": ("PL36", "PH36"),
           "MULT36_CORE": ("PL72", "PH72")}

#: Pins of a memory's table that carry its address: of the upper and the lower table of a slice.
_ADDRESS = {"0": "DBCA", "1": "CBDA"}


def _number(cell: Cell, setting: str) -> int:
    """A number among the settings, in bits or, as Lattice writes it, in hexadecimal digits."""
    word = cell.word(setting, "0")
    return int(word, 16) if word.startswith("0x") else cell.value(setting)


def _input(cell: Cell, port: str, bit: int | None = None) -> str:
    """An input behind its multiplexer: a port of one bit, or one of a vector's."""
    rest = "0" if _LOW.match(port) else "1"
    if bit is not None and (bits := cell.connections.get(port)):
        return cell.spell(bits[bit])
    name = port if bit is None else f"{port}{bit}"
    match cell.word(f"{name}MUX", name):
        case "0" | "1" as constant:
            return f"1'b{constant}"
        case "INV":
            return f"~{cell.net(name, rest)}"
        case _:
            return cell.net(name, rest)


def _vector(cell: Cell, port: str, width: int) -> list[str]:
    return [_input(cell, port, bit) for bit in range(width)]


def _word(bits: list[str]) -> str:
    return f"{{{', '.join(reversed(bits))}}}"


def _table(cell: Cell, setting: str, digit: str = "") -> str:
    inputs = [_input(cell, f"{port}{digit}") for port in "ABCD"]
    return f"16'h{_number(cell, setting):04x} >> {_word(inputs)}"


def _lut(cell: Cell) -> Iterator[str]:
    if out := cell.drives("Z"):
        yield f"assign {out} = {_table(cell, 'INIT')};"


def _wide(cell: Cell) -> Iterator[str]:
    """Two tables and what chooses between them."""
    if out := cell.drives("Z"):
        name = f"c{cell.number}"
        for digit in "01":
            yield f"wire {name}_{digit} = {_table(cell, f'INIT{digit}', digit)};"
        yield f"assign {out} = {_input(cell, 'SEL')} ? {name}_1 : {name}_0;"


def _inverter(cell: Cell) -> Iterator[str]:
    if out := cell.drives("Z"):
        yield f"assign {out} = ~{_input(cell, 'A')};"


def _add(cell: Cell, name: str, setting: str, digit: str, carry: str, sums: str | None, out: str
         ) -> Iterator[str]:
    """One bit of an adder: a table of four inputs, and its part of three that makes the carry."""
    if cell.word("INJECT", "NO") != "NO":
        raise cell.refuse("injects its carry")
    low = [_input(cell, f"{port}{digit}") for port in "ABC"]
    yield f"wire {name} = {_table(cell, setting, digit)};"
    yield f"wire {name}_low = 8'h{_number(cell, setting) % 256:02x} >> {_word(low)};"
    if sums:
        yield f"assign {sums} = {name} ^ {carry};"
    yield f"assign {out} = {name} ? {carry} : {name}_low;"


def _carry(cell: Cell) -> Iterator[str]:
    """Two bits of an adder, as Yosys writes it."""
    name, out = f"c{cell.number}", cell.drives("COUT")
    yield f"wire {name}_middle;"
    if out is None:
        out = f"{name}_open"
        yield f"wire {out};"
    yield from _add(cell, f"{name}_0", "INIT0", "0", _input(cell, "CIN"), cell.drives("S0"),
                    f"{name}_middle")
    yield from _add(cell, f"{name}_1", "INIT1", "1", f"{name}_middle", cell.drives("S1"), out)


def _comb(cell: Cell) -> Iterator[str]:
    """Half of a slice, as nextpnr writes it."""
    name, out = f"c{cell.number}", cell.drives("F")
    match cell.word("MODE", "LOGIC"):
        case "CCU2":
            carry = cell.drives("FCO")
            if carry is None:
                carry = f"{name}_open"
                yield f"wire {carry};"
            yield from _add(cell, name, "INIT", "", _input(cell, "FCI"), out, carry)
            return
        case "DPRAM":
            yield from _memory(cell, name)
            return
        case "LOGIC":
            pass
        case mode:
            raise cell.refuse(f"is in the mode {mode}")
    if out:
        yield f"assign {out} = {_table(cell, 'INIT')};"
    if wide := cell.drives("OFX"):
        yield f"wire {name} = {_table(cell, 'INIT')};"
        yield f"assign {wide} = {_input(cell, 'SEL')} ? {_input(cell, 'F1')} : {name};"


def _memory(cell: Cell, name: str) -> Iterator[str]:
    """Sixteen bits, whose address stands in another order in either table of a slice."""
    order = _ADDRESS[cell.attributes["NEXTPNR_BEL"][-1]]
    place = _word([_input(cell, f"WAD{bit}") for bit in range(4)])
    yield f"reg [15:0] {name} = 16'h{_number(cell, 'INIT'):04x};"
    yield (f"always @(posedge {_input(cell, 'WCK')}) if ({_input(cell, 'WRE')}) "
           f"{name}[{place}] <= {_input(cell, 'WDI')};")
    if out := cell.drives("F"):
        yield f"assign {out} = {name}[{_word([_input(cell, port) for port in order])}];"


def _write_port(cell: Cell) -> Iterator[str]:
    """Wires on their way to a memory in look-up tables."""
    for out, port in {"WADO0": "D0", "WADO1": "B0", "WADO2": "C0", "WADO3": "A0", "WDO0": "D1",
                      "WDO1": "C1", "WDO2": "A1", "WDO3": "B1", "WCKO": "CLK",
                      "WREO": "LSR"}.items():
        if wire := cell.drives(out):
            yield f"assign {wire} = {_input(cell, port)};"


def _small_memory(cell: Cell) -> Iterator[str]:
    """Sixteen words of four bits, as Yosys writes them."""
    name = f"c{cell.number}"
    yield f"reg [63:0] {name} = 64'h{_number(cell, 'INITVAL'):016x};"
    yield (f"always @(posedge {_input(cell, 'WCK')}) if ({_input(cell, 'WRE')}) "
           f"{name}[4 * {_word(_vector(cell, 'WAD', 4))} +: 4] <= "
           f"{_word(_vector(cell, 'DI', 4))};")
    yield f"wire [3:0] {name}_read = {name}[4 * {_word(_vector(cell, 'RAD', 4))} +: 4];"
    for place, bit in enumerate(cell.connections.get("DO", [])):
        yield f"assign {cell.spell(bit)} = {name}_read[{place}];"


def _register(cell: Cell) -> Register | None:
    if cell.type in _FLIP_FLOPS:
        port, value, asynchronous = _FLIP_FLOPS[cell.type]
        clock, data, enable = _input(cell, "CK"), cell.net("D"), _input(cell, "SP")
        reset = cell.net(port)
    elif cell.type == "OXIDE_FF":
        if cell.word("LSRMODE", "LSR") != "LSR" or cell.word("REGDDR", "DISABLED") != "DISABLED":
            raise cell.refuse("is preloaded, or takes both edges")
        asynchronous = cell.word("SRMODE", "LSR_OVER_CE") == "ASYNC"
        value = int(cell.word("REGSET", "RESET") == "SET")
        clock, enable = _input(cell, "CLK"), _input(cell, "CE")
        # From the table beside it, or from elsewhere.
        data = cell.net("DI" if cell.word("SEL", "DF") == "DL" else "M")
        reset = _input(cell, "LSR")
    else:
        return None
    return Register(
        out="Q", clock=clock, data=data, enable=enable if asynchronous else f"{enable} | {reset}",
        reset=reset, value=value, initial=value, asynchronous=asynchronous)


def _width(cell: Cell, setting: str) -> int:
    return int(cell.word(setting, "X36").removeprefix("X"))


def _refuse_ram(cell: Cell, resets: tuple[str, ...], selects: tuple[str, ...]) -> None:
    """Refuse what a block RAM can do besides."""
    if any(cell.word(name, "BYPASSED") != "BYPASSED" for name in ("OUTREG", "OUTREG_A",
                                                                  "OUTREG_B")):
        raise cell.refuse("registers its output")
    if any(_input(cell, port) != "1'b0" for port in resets):
        raise cell.refuse("is reset")
    if any(cell.word(f"CSDECODE_{side[-1]}", "111") not in ("111", "7") or
           set(_vector(cell, f"CS{side[0]}", 3)) != {"1'b1"} for side in selects):
        raise cell.refuse("is selected")


def _contents(cell: Cell) -> int:
    return sum(
        (_number(cell, f"INITVAL_{row:02X}") >> 10 * place & 0x1FF) << 9 * (32 * row + place)
        for row in range(64) for place in range(32))


def _port(side: str, clock: str, enable: str, write: str, width: int, address: list[str],
          data: list[str]) -> dict[str, str]:
    """The inputs of one port of the model; its lowest bits of the address name bytes."""
    bytes_ = max(1, width // 9)
    return {
        f"clk_{side}": clock, f"en_{side}": enable, f"we_{side}": write,
        f"mask_{side}": _word(address[:bytes_]) if bytes_ > 1 else "4'd1",
        f"addr_{side}": _word(address), f"d_{side}": _word(data)}


def _simple(cell: Cell) -> Iterator[str]:
    """A block RAM with a port that writes and one that reads, as Yosys writes it."""
    _refuse_ram(cell, ("RST",), ("WW", "RR"))
    clocks = ("CLK", "CLK") if cell.type == "PDPSC16K" else ("CLKW", "CLKR")
    write, read = _width(cell, "DATA_WIDTH_W"), _width(cell, "DATA_WIDTH_R")
    yield from block_ram(
        cell, {"WIDTH_A": write, "WIDTH_B": read, "INIT": f"18432'h{_contents(cell):x}"},
        _port("a", _input(cell, clocks[0]), _input(cell, "CEW"), "1'b1", write,
              _vector(cell, "ADW", 14), _vector(cell, "DI", 36))
        | _port("b", _input(cell, clocks[1]), _input(cell, "CER"), "1'b0", read,
                _vector(cell, "ADR", 14), ["1'b0"]),
        {"q_b": [f"DO:{bit}" for bit in range(36)]})


def _ports(cell: Cell) -> Iterator[str]:
    """A block RAM with two ports alike, or any that nextpnr wrote."""
    _refuse_ram(cell, ("RSTA", "RSTB"), ("AW", "BR") if cell.word("MODE", "DP16K") != "DP16K"
                else ("AA", "BB"))
    mode, vectors = cell.word("MODE", "DP16K"), cell.type == "DP16K"
    name = (lambda port, bit: f"{port}:{bit}") if vectors else (lambda port, bit: f"{port}{bit}")
    inputs: dict[str, str] = {}
    widths = [_width(cell, f"DATA_WIDTH_{side}")
              for side in (("A", "B") if mode == "DP16K" else ("W", "R"))]
    for side, width in zip("AB", widths, strict=True):
        data = _vector(cell, f"DI{side}", 18)
        if mode == "DP16K":
            write = _input(cell, f"WE{side}")
        else:
            data, write = (data + _vector(cell, "DIB", 18), _input(cell, "WEA")) \
                if side == "A" else (["1'b0"], "1'b0")
        inputs |= _port(side.lower(), _input(cell, f"CLK{side}"), _input(cell, f"CE{side}"), write,
                        width, _vector(cell, f"AD{side}", 14), data)
    outputs = {f"q_{side.lower()}": [name(f"DO{side}", bit) for bit in range(18)] for side in "AB"}
    if mode in ("PDP16K", "PDPSC16K"):
        outputs = {"q_b": [name(f"DO{side}", bit) for side in "BA" for bit in range(18)]}
    elif mode != "DP16K":
        raise cell.refuse(f"is in the mode {mode}")
    yield from block_ram(
        cell, {"WIDTH_A": widths[0], "WIDTH_B": widths[1], "INIT": f"18432'h{_contents(cell):x}"},
        inputs, outputs)


def _hold(cell: Cell, setting: str, default: str, enable: str, reset: str) -> Hold | None:
    """Registers in a DSP block, if there are any."""
    if cell.word(setting, default) == "BYPASS":
        return None
    if cell.word("RESETMODE", cell.word("RESET", "SYNC")) != "SYNC":
        raise cell.refuse("is reset without the clock")
    return Hold(clock=_input(cell, "CLK"), enable=_input(cell, enable), reset=_input(cell, reset))


def _product(cell: Cell) -> Iterator[str]:
    """A product as Yosys writes it, with registers before and after it."""
    factors, signs = [], []
    for side, width in zip("AB", _PRODUCTS[cell.type], strict=True):
        factor, sign = _vector(cell, side, width), _input(cell, f"SIGNED{side}")
        if hold := _hold(cell, f"REGINPUT{side}", "REGISTER", f"CE{side}", f"RST{side}"):
            name = f"factor_{side.lower()}{cell.number}"
            yield from hold.lines(name, width + 1, _word([*factor, sign]))
            factor, sign = [f"{name}[{bit}]" for bit in range(width)], f"{name}[{width}]"
        factors.append(factor)
        signs.append(sign)
    yield from multiplier(
        cell, factors[0], factors[1], (signs[0], signs[1]),
        [f"Z:{bit}" for bit in range(sum(_PRODUCTS[cell.type]))],
        held=_hold(cell, "REGOUTPUT", "REGISTER", "CEOUT", "RSTOUT"))


@dataclass(frozen=True)
class _Factors:
    """What is multiplied: the wires of two numbers, the lowest first, and of their signs."""

    a: list[str]
    b: list[str]
    signs: tuple[str, str]


def _result(cell: Cell, port: str) -> tuple[Cell, int]:
    """The part of a product from which an input comes, and which bit of its result it is."""
    other, name = cell.sources.get(port, (cell, ""))
    bit = name.removeprefix(_PARTS.get(other.type, "-"))
    if bit == name or not bit.isdecimal():
        raise cell.refuse(f"takes {port} from no part of a product")
    return other, int(bit)


def _half(cell: Cell, port: str) -> Cell:
    """The part that makes one half of a product, all of whose bits are in their places."""
    found = [_result(cell, f"{port}{bit}") for bit in range(int(port[2:]))]
    if found != [(found[0][0], bit) for bit in range(len(found))]:
        raise cell.refuse("mixes bits of several products")
    return found[0][0]


def _operand(cell: Cell, side: str, setting: str) -> tuple[list[str], str, Hold | None]:
    """Nine bits of a factor and whether they are signed, behind their register if there is one."""
    hold = _hold(cell, setting, "BYPASS", f"CE{side}", f"RST{side}")
    if hold:
        name = f"factor{cell.number}"
        return [f"{name}[{bit}]" for bit in range(9)], f"{name}[9]", hold
    return _vector(cell, side, 9), _input(cell, f"{side}SIGNED"), None


def _first(cell: Cell) -> tuple[list[str], str, Hold | None]:
    return _operand(cell, "A", "REGBYPSA1")


def _second(cell: Cell) -> tuple[list[str], str, Hold | None]:
    if cell.word("BYPASS_PREADD9", "BYPASS") != "BYPASS":
        raise cell.refuse("adds before it multiplies")
    return _operand(cell, "B", "REGBYPSBR0")


def _operand_register(cell: Cell, side: str, hold: Hold | None) -> Iterator[str]:
    if hold:
        yield from hold.lines(f"factor{cell.number}", 10,
                              _word([*_vector(cell, side, 9), _input(cell, f"{side}SIGNED")]))


def _factors(cell: Cell) -> _Factors:
    """What a part multiplies."""
    if cell.type == "MULT9_CORE":
        sources = [cell.sources.get(f"BR{bit}", (cell, "")) for bit in range(9)]
        other = sources[0][0]
        if (sources != [(other, f"BR{bit}") for bit in range(9)] or other.type != "PREADD9_CORE"
                or cell.sources.get("BRSIGNED") != (other, "BRSIGNED")):
            raise cell.refuse("takes its second factor from elsewhere")
        a, sign_a, _ = _first(cell)
        b, sign_b, _ = _second(other)
        return _Factors(a, b, (sign_a, sign_b))
    low, high = (_factors(_half(cell, port)) for port in _HALVES[cell.type])
    a, b = low.a, low.b
    if cell.type != "MULT18X36_CORE":
        a = a + high.a
    if cell.type != "MULT36_CORE":
        b = b + high.b
    return _Factors(a, b, high.signs)


def _part(cell: Cell) -> Iterator[str]:
    """A part of a product; those whose results only others take are drawn in vain."""
    if cell.type == "MULT9_CORE":
        yield from _operand_register(cell, "A", _first(cell)[2])
    factors = _factors(cell)
    yield times(f"product{cell.number}", factors.a, factors.b, factors.signs)


def _product_end(cell: Cell) -> Iterator[str]:
    """Eighteen bits of a product, with the register at its end."""
    found = [_result(cell, f"PM{bit}") for bit in range(18)]
    part = _word([f"product{other.number}[{bit}]" for other, bit in found])
    name = f"held{cell.number}"
    if hold := _hold(cell, "REGBYPS", "BYPASS", "CEP", "RSTP"):
        yield from hold.lines(name, 18, part)
    else:
        yield f"wire [17:0] {name} = {part};"
    for bit in range(18):
        if wire := cell.drives(f"PP{bit}"):
            yield f"assign {wire} = {name}[{bit}];"


def _pin(cell: Cell) -> Iterator[str]:
    """A pin, as nextpnr writes it."""
    off = _input(cell, "T")
    if off != "1'b1":
        yield f"assign {cell.net('B')} = {off} ? 1'bz : {_input(cell, 'I')};"
    if out := cell.drives("O"):
        yield f"assign {out} = {cell.net('B')};"


def _buffer(cell: Cell) -> Iterator[str]:
    if _input(cell, "CE") != "1'b1":
        raise cell.refuse("stops a clock")
    yield f"assign {cell.net('CLKO')} = {cell.net('CLKI')};"


def _constant(cell: Cell) -> tuple[str, Net] | None:
    if cell.type in ("VLO", "VHI", "VCC_DRV"):
        return "Z", str(int(cell.type != "VLO"))
    return constant_table(cell, "OXIDE_COMB", "INIT")


def _draw(cells: dict[str, Cell]) -> None:
    fold(cells, _constant)
    trace(cells)


NEXUS = Cells(
    rules={
        "LUT4": _lut,
        "WIDEFN9": _wide,
        "INV": _inverter,
        "CCU2": _carry,
        "OXIDE_COMB": _comb,
        "RAMW": _write_port,
        "DPR16X4": _small_memory,
        "PDPSC16K": _simple,
        "PDP16K": _simple,
        "DP16K": _ports,
        "OXIDE_EBR": _ports,
        **dict.fromkeys(_PRODUCTS, _product),
        **dict.fromkeys(_PARTS, _part),
        "PREADD9_CORE": lambda cell: _operand_register(cell, "B", _second(cell)[2]),
        "REG18_CORE": _product_end,
        "SEIO33_CORE": _pin,
        "SEIO18_CORE": _pin,
        "DCC": _buffer,
        "$scopeinfo": lambda cell: iter(()),
    },
    register=_register,
    draw=_draw,
)
