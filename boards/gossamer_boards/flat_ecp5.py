"""What the cells of ECP5 do, as lines of Verilog, before and after place and route.

After place and route an input without a wire rests at one, a setting of its name and ``MUX`` may
invert it or make it constant, and a memory in look-up tables has its address in the order of the
table. Block RAMs: Lattice, ECP5 Memory Usage Guide; sixteen words of 18 bits stand in each
``INITVAL``, in fields of 20.
"""

from __future__ import annotations

from collections.abc import Iterator

from gossamer_boards.flat import (
    Cell,
    Cells,
    Hold,
    Register,
    block_ram,
    constant_table,
    fold,
    multiplier,
)

__all__ = ["ECP5"]

#: What a block RAM's output shows while its port writes, as in ``models/block_ram.v``.
_WRITING = {"NORMAL": 0, "WRITETHROUGH": 1, "READBEFOREWRITE": 2}

#: Inputs of hard blocks that rest at one; of the others nothing depends on what they rest at.
_HIGH = ("CLK", "CE", "OCE", "WE", "RST", "CS")


def _input(cell: Cell, port: str) -> str:
    """An input behind its multiplexer."""
    rest = "1" if port.startswith(_HIGH) else "0"
    match cell.word(f"{port}MUX", port):
        case "0" | "1" as constant:
            return f"1'b{constant}"
        case "INV" if not cell.connections.get(port):
            return f"1'b{1 - int(rest)}"
        case "INV":
            return f"~{cell.net(port)}"
        case _:
            return cell.net(port, rest)


def _table(cell: Cell, setting: str, digit: str = "") -> str:
    inputs = ", ".join(cell.net(f"{port}{digit}", "1") for port in "DCBA")
    return f"16'h{cell.value(setting):04x} >> {{{inputs}}}"


def _lut(cell: Cell) -> Iterator[str]:
    if out := cell.drives("Z"):
        yield f"assign {out} = {_table(cell, 'INIT')};"


def _choice(cell: Cell, out: str, select: str, one: str, zero: str) -> Iterator[str]:
    if wire := cell.drives(out):
        yield f"assign {wire} = {cell.net(select)} ? {one} : {zero};"


def _mux(cell: Cell, select: str, one: str, zero: str) -> Iterator[str]:
    yield from _choice(cell, "Z", select, cell.net(one), cell.net(zero))


def _add(
    cell: Cell, name: str, setting: str, digit: str, inject: bool, carry: str, sums: str | None,
    out: str,
) -> Iterator[str]:
    """Half of a carry cell: a table of four inputs, and its part of two that makes the carry."""
    low = f"4'h{cell.value(setting) % 16:x} >> {{{cell.net(f'B{digit}', '1')}, " \
          f"{cell.net(f'A{digit}', '1')}}}"
    yield f"wire {name} = {_table(cell, setting, digit)};"
    yield f"wire {name}_low = {low};"
    if sums:
        yield f"assign {sums} = {name}" + ("" if inject else f" ^ {carry}") + ";"
    generate = "1'b0" if inject else f"{name}_low"
    yield f"assign {out} = {name} ? {carry} : {generate};"


def _carry(cell: Cell) -> Iterator[str]:
    """Two bits of an adder, as Yosys writes it."""
    name = f"c{cell.number}"
    yield f"wire {name}_middle;"
    yield from _add(cell, f"{name}_0", "INIT0", "0", cell.word("INJECT1_0", "YES") == "YES",
                    cell.net("CIN"), cell.drives("S0"), f"{name}_middle")
    out = cell.drives("COUT")
    if out is None:
        out = f"{name}_open"
        yield f"wire {out};"
    yield from _add(cell, f"{name}_1", "INIT1", "1", cell.word("INJECT1_1", "YES") == "YES",
                    f"{name}_middle", cell.drives("S1"), out)


def _comb(cell: Cell) -> Iterator[str]:
    """Half of a slice, as nextpnr writes it."""
    name, out = f"c{cell.number}", cell.drives("F")
    match cell.word("MODE", "LOGIC"):
        case "RAMW_BLOCK":
            return
        case "CCU2":
            carry = cell.drives("FCO")
            if carry is None:
                carry = f"{name}_open"
                yield f"wire {carry};"
            yield from _add(cell, name, "INITVAL", "", cell.word("CCU2_INJECT1", "NO") == "YES",
                            cell.net("FCI"), out, carry)
            return
        case "DPRAM":
            yield from _memory(cell, name)
            return
        case "LOGIC":
            table = _table(cell, "INITVAL")
        case mode:
            raise cell.refuse(f"is in the mode {mode}")
    if out:
        yield f"assign {out} = {table};"
    if cell.connections.get("FXA"):
        yield from _choice(cell, "OFX", "M", cell.net("FXB"), cell.net("FXA"))
    elif cell.drives("OFX"):
        yield f"wire {name} = {table};"
        yield from _choice(cell, "OFX", "M", cell.net("F1"), name)


def _memory(cell: Cell, name: str) -> Iterator[str]:
    """Sixteen bits whose address stands in the order of a table's inputs."""
    clock, enable = cell.net("WCK"), cell.net("WRE")
    if cell.word("WCKMUX", "WCK") == "INV":
        clock = f"~{clock}"
    match cell.word("WREMUX", "WRE"):
        case "0" | "1" as constant:
            enable = f"1'b{constant}"
        case "INV":
            enable = f"~{enable}"
    place = ", ".join(cell.net(f"WAD{bit}") for bit in (0, 2, 1, 3))
    yield f"reg [15:0] {name} = 16'h{cell.value('INITVAL'):04x};"
    yield f"always @(posedge {clock}) if ({enable}) {name}[{{{place}}}] <= {cell.net('WD')};"
    if out := cell.drives("F"):
        yield f"assign {out} = {name}[{{{', '.join(cell.net(port, '1') for port in 'DCBA')}}}];"


def _write_port(cell: Cell) -> Iterator[str]:
    """Wires on their way to a memory in look-up tables."""
    for out, port in {"WADO0": "D0", "WADO1": "B0", "WADO2": "C0", "WADO3": "A0", "WDO0": "C1",
                      "WDO1": "A1", "WDO2": "D1", "WDO3": "B1"}.items():
        if wire := cell.drives(out):
            yield f"assign {wire} = {cell.net(port, '1')};"


def _register(cell: Cell) -> Register | None:
    if cell.type != "TRELLIS_FF":
        return None
    if cell.word("LSRMODE", "LSR") != "LSR":
        raise cell.refuse("is preloaded")
    enable = {"0": "1'b0", "1": "1'b1", "INV": f"~{cell.net('CE', '1')}"}.get(
        cell.word("CEMUX", "1"), cell.net("CE", "1"))
    reset = cell.net("LSR")
    if cell.word("LSRMUX", "LSR") == "INV":
        reset = f"~{reset}"
    asynchronous = cell.word("SRMODE") == "ASYNC"
    value = int(cell.word("REGSET") == "SET")
    return Register(
        out="Q", clock=cell.net("CLK"), falling=cell.word("CLKMUX") == "INV",
        # nextpnr says whether it comes from the table or around it.
        data=cell.net("M" if cell.word("SD") == "0" else "DI"),
        enable=enable if asynchronous else f"{enable} | {reset}", reset=reset, value=value,
        initial=value, asynchronous=asynchronous)


def _block_ram(cell: Cell) -> Iterator[str]:
    inputs: dict[str, str] = {}
    widths = {side: cell.value(f"DATA_WIDTH_{side}", 18) for side in "AB"}
    for side in "AB":
        if cell.word(f"REGMODE_{side}", "NOREG") != "NOREG":
            raise cell.refuse("registers its output")
        if cell.word(f"CSDECODE_{side}", "0b000") != "0b000" or any(
                _input(cell, f"CS{side}{number}") != "1'b0" for number in range(3)):
            raise cell.refuse("is selected")
        if _input(cell, f"RST{side}") != "1'b0":
            raise cell.refuse("is reset")
        address = [_input(cell, f"AD{side}{bit}") for bit in range(14)]
        data = [_input(cell, f"DI{side}{bit}") for bit in range(18)]
        if widths[side] == 36 and side == "A":
            data += [_input(cell, f"DIB{bit}") for bit in range(18)]
        bytes_ = max(1, widths[side] // 9)
        inputs |= {
            f"clk_{side.lower()}": _input(cell, f"CLK{side}"),
            f"en_{side.lower()}": _input(cell, f"CE{side}"),
            # Both sides together write words of 36 bits, with the signals of the first.
            f"we_{side.lower()}": "1'b0" if widths[side] == 36 and side == "B"
            else _input(cell, f"WE{side}"),
            f"mask_{side.lower()}": f"{{{', '.join(reversed(address[:bytes_]))}}}"
            if bytes_ > 1 else "4'd1",
            f"addr_{side.lower()}": f"{{{', '.join(reversed(address))}}}",
            f"d_{side.lower()}": f"{{{', '.join(reversed(data))}}}",
        }
    contents = sum(
        (cell.value(f"INITVAL_{row:02X}") >> 20 * word & 0x3FFFF) << 18 * (16 * row + word)
        for row in range(64) for word in range(16))
    outputs = {f"q_{side.lower()}": [f"DO{side}{bit}" for bit in range(18)] for side in "AB"}
    if widths["B"] == 36:
        outputs = {"q_b": [f"DO{side}{bit}" for side in "AB" for bit in range(18)]}
    elif widths["A"] == 36:
        outputs.pop("q_a")
    settings: dict[str, str | int] = {
        "WIDTH_A": widths["A"], "WIDTH_B": widths["B"], "INIT": f"18432'h{contents:x}"}
    settings |= {
        f"MODE_{side}": _WRITING[cell.word(f"WRITEMODE_{side}", "NORMAL")] for side in "AB"}
    yield from block_ram(cell, settings, inputs, outputs)


def _multiplier(cell: Cell) -> Iterator[str]:
    """A product, with registers before and after it (:mod:`gossamer_boards.multipliers`)."""
    if cell.word("REG_PIPELINE_CLK", "NONE") != "NONE":
        raise cell.refuse("has a register in its midst")
    factors = [[_input(cell, f"{side}{bit}") for bit in range(18)] for side in "AB"]
    for number, side in enumerate("AB"):
        name = f"factor_{side.lower()}{cell.number}"
        if hold := _hold(cell, f"REG_INPUT{side}"):
            yield from hold.lines(name, 18, f"{{{', '.join(reversed(factors[number]))}}}")
            factors[number] = [f"{name}[{bit}]" for bit in range(18)]
    yield from multiplier(
        cell, factors[0], factors[1], (_input(cell, "SIGNEDA"), _input(cell, "SIGNEDB")),
        [f"P{bit}" for bit in range(36)], held=_hold(cell, "REG_OUTPUT"))


def _hold(cell: Cell, place: str) -> Hold | None:
    """Registers in a DSP block, if there are any."""
    match cell.word(f"{place}_CLK", "NONE"):
        case "NONE":
            return None
        case "CLK0":
            if _input(cell, cell.word(f"{place}_RST", "RST0")) != "1'b0":
                raise cell.refuse("is reset")
            return Hold(clock=_input(cell, "CLK0"),
                        enable=_input(cell, cell.word(f"{place}_CE", "CE0")))
        case clock:
            raise cell.refuse(f"has registers with the clock {clock}")


def _pin(cell: Cell) -> Iterator[str]:
    direction = cell.word("DIR", "INPUT")
    if direction != "INPUT":
        # From the registers beside the pin, or around them.
        off, data = (cell.net(register if cell.connections.get(register) else wire)
                     for register, wire in (("IOLTO", "T"), ("IOLDO", "I")))
        yield f"assign {cell.net('B')} = {off} ? 1'bz : {data};"
    if direction != "OUTPUT" and (out := cell.drives("O")):
        yield f"assign {out} = {cell.net('B')};"


def _pin_registers(cell: Cell) -> Iterator[str]:
    """Registers beside a pin: of what it gives, and of whether it gives nothing."""
    chosen = {"CEMUX": "CE", "CEOMUX": "CEMUX", "CLKOMUX": "CLK", "LSRMUX": "LSR",
              "LSROMUX": "LSRMUX", "SRMODE": "ASYNC"}
    if any(cell.word(setting, value) != value for setting, value in chosen.items()):
        raise cell.refuse("has inputs that are inverted or constant, or a synchronous reset")
    if any(cell.connections.get(port) and direction == "output" and port not in ("IOLDO", "IOLTO")
           for port, direction in cell.directions.items()):
        raise cell.refuse("registers what comes from its pin")
    mode, name = cell.word("MODE"), f"c{cell.number}"
    if mode not in ("IREG_OREG", "IDDRX1_ODDRX1"):
        raise cell.refuse(f"is in the mode {mode}")
    clock, reset, enable = cell.net("CLK"), cell.net("LSR"), cell.net("CE", "1")
    double = mode == "IDDRX1_ODDRX1"
    for out, data, setting in (("IOLDO", "TXDATA0", "OUTREG"), ("IOLTO", "TSDATA0", "TSREG")):
        wire = cell.drives(out)
        if wire is None:
            continue
        if double and out == "IOLDO":
            yield (f"ODDRX1F {name} (.SCLK({clock}), .RST({reset}), .D0({cell.net('TXDATA0')}), "
                   f".D1({cell.net('TXDATA1')}), .Q({wire}));")
            continue
        if cell.word(f"{setting}.OUTREGMODE") != "FF":
            raise cell.refuse("has a latch for a register")
        value = int(cell.word(f"{setting}.REGSET") == "SET")
        held = f"{name}_{out}"
        yield f"reg {held} = {value};"
        yield (f"always @(posedge {clock}, posedge {reset}) if ({reset}) {held} <= {value}; "
               f"else if ({enable}) {held} <= {cell.net(data)};")
        yield f"assign {wire} = {held};"


def _configuration_clock(cell: Cell) -> Iterator[str]:
    """What leads to the pin of the configuration's clock, by a name that a wrapper knows."""
    clock, off = ("USRMCLKI", "USRMCLKTS") if "USRMCLKI" in cell.connections else (
        "PADDO", "PADDT")
    yield f"USRMCLK flash_clk (.USRMCLKI({cell.net(clock)}), .USRMCLKTS({cell.net(off)}));"


def _global_reset(cell: Cell) -> Iterator[str]:
    raise cell.refuse("resets registers everywhere")


def _buffer(cell: Cell) -> Iterator[str]:
    yield f"assign {cell.net('CLKO')} = {cell.net('CLKI')};"


ECP5 = Cells(
    rules={
        "LUT4": _lut,
        "PFUMX": lambda cell: _mux(cell, "C0", "ALUT", "BLUT"),
        "L6MUX21": lambda cell: _mux(cell, "SD", "D1", "D0"),
        "CCU2C": _carry,
        "TRELLIS_COMB": _comb,
        "TRELLIS_RAMW": _write_port,
        "DP16KD": _block_ram,
        "MULT18X18D": _multiplier,
        "TRELLIS_IO": _pin,
        "IOLOGIC": _pin_registers,
        "USRMCLK": _configuration_clock,
        # Without them, registers of which a global reset is enabled have none.
        "GSR": _global_reset,
        "SGSR": _global_reset,
        "DCCA": _buffer,
        "$scopeinfo": lambda cell: iter(()),
    },
    register=_register,
    # nextpnr leads a reset that never comes to some blocks as a wire, from a table of zeros.
    draw=lambda cells: fold(
        cells, lambda cell: constant_table(cell, "TRELLIS_COMB", "INITVAL")),
)
