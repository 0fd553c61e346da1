"""What the cells of iCE40 do, as lines of Verilog, before and after place and route."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gossamer.errors import GossamerError
from gossamer_boards.flat import Cell, Cells, Register

__all__ = ["ICE40"]

_FLIP_FLOP = re.compile(r"SB_DFF(?P<falling>N?)(?P<enable>E?)(?P<way>SR|SS|R|S)?")


def _draw(cells: dict[str, Cell]) -> None:
    _connect_plls(cells)
    _connect_global_buffers(cells)


def _connect_plls(cells: dict[str, Cell]) -> None:
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


def _connect_global_buffers(cells: dict[str, Cell]) -> None:
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


def _register(cell: Cell) -> Register | None:
    if cell.type == "ICESTORM_LC" and cell.value("DFF_ENABLE"):
        out = cell.drives("O")
        return Register(
            out="O", clock=cell.net("CLK"), falling=bool(cell.value("NEG_CLK")), data=f"{out}_d",
            enable=cell.net("CEN", "1"), reset=cell.net("SR"), value=cell.value("SET_NORESET"),
            asynchronous=bool(cell.value("ASYNC_SR")))
    if match := _FLIP_FLOP.fullmatch(cell.type):
        way = match["way"] or ""
        return Register(
            out="Q", clock=cell.net("C"), falling=bool(match["falling"]), data=cell.net("D"),
            enable=cell.net("E") if match["enable"] else "1'b1",
            reset=cell.net(way[-1]) if way else "1'b0", value=int(way in ("S", "SS")),
            asynchronous=way in ("R", "S"))
    return None


def _table(cell: Cell) -> str:
    inputs = ", ".join(cell.net(f"I{index}") for index in (3, 2, 1, 0))
    return f"16'h{cell.value('LUT_INIT'):04x} >> {{{inputs}}}"


def _carry(cell: Cell, out: str, first: str, second: str, carry: str) -> Iterator[str]:
    if target := cell.drives(out):
        yield f"assign {target} = ({first} & {second}) | (({first} | {second}) & {carry});"


def _lut(cell: Cell) -> Iterator[str]:
    if out := cell.drives("O"):
        yield f"assign {out} = {_table(cell)};"


def _logic_cell(cell: Cell) -> Iterator[str]:
    """A logic cell of iCE40: table and carry."""
    constant = f"1'b{cell.value('CIN_SET')}"
    carry = constant if cell.value("CIN_CONST") else cell.net("CIN")
    if cell.value("CARRY_ENABLE"):
        yield from _carry(cell, "COUT", cell.net("I1"), cell.net("I2"), carry)
    if cascade := cell.drives("LO"):
        yield f"assign {cascade} = {_table(cell)};"
    if out := cell.drives("O"):
        yield (f"wire {out}_d = {_table(cell)};" if cell.value("DFF_ENABLE")
               else f"assign {out} = {_table(cell)};")


def _pll(cell: Cell) -> Iterator[str]:
    """A PLL that makes what it gets, see ``gossamer_boards.rungs``."""
    reference = cell.net("PACKAGEPIN" if cell.connections.get("PACKAGEPIN") else "REFERENCECLK")
    for port in ("PLLOUT_A", "PLLOUT_A_GLOBAL", "PLLOUTCORE", "PLLOUTGLOBAL"):
        if out := cell.drives(port):
            yield f"assign {out} = {reference};"
    if locked := cell.drives("LOCK"):
        yield f"assign {locked} = 1'b1;"


ICE40 = Cells(
    rules={
        "SB_LUT4": _lut,
        "SB_CARRY": lambda cell: _carry(
            cell, "CO", cell.net("I0"), cell.net("I1"), cell.net("CI")),
        "ICESTORM_LC": _logic_cell,
        "ICESTORM_PLL": _pll,
        "SB_PLL40_CORE": _pll,
        "SB_PLL40_PAD": _pll,
        "$scopeinfo": lambda cell: iter(()),
    },
    register=_register,
    draw=_draw,
    pulled_up=frozenset({"CE", "CEN", "CLOCK_ENABLE", "RCLKE", "WCLKE", "RE", "WE", "CHIPSELECT",
                         "POWEROFF"}),
    packed={"ICESTORM_RAM": "SB_RAM40_4K", "ICESTORM_SPRAM": "SB_SPRAM256KA",
            "ICESTORM_DSP": "SB_MAC16"},
    dropped=frozenset({"NEG_CLK_R", "NEG_CLK_W"}),
)
