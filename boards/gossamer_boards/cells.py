"""Cells: synthesise, place and route one component out of context, and count what it takes."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from amaranth.back import rtlil
from amaranth.hdl import Cat, Module, Signal, Value
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from gossamer.plan.cells import Entry, Part
from gossamer_boards import toolchain
from gossamer_boards.synthesis import BEFORE, netlist_for, synthesise

__all__ = ["DEVICES", "NAME", "SEED", "Device", "Specimen", "design", "measure", "tools"]

#: Of place and route.
SEED = 1

#: Picoseconds that the slowest path of an engine for an ECP5 takes, without its wires, at least.
#: ABC9 makes the slowest paths of a design faster by up to twice as many look-up tables; alone, any
#: part has some.
DELAY = 6000

#: Of the top module, and of files.
NAME = "top"


@dataclass(frozen=True, kw_only=True)
class Device:
    """A device to measure on. To generators it looks like an Amaranth platform.

    Attributes
    ----------
    name : str
        Of its table.
    device, family : str
        The part, as ``Target`` spells it.
    prefixes : tuple of str
        Names of parts with the same logic and speed begin so.
    dsps : int
        Multipliers.
    synthesis : str
        Command of Yosys.
    router : str
        Program for place and route.
    options : tuple of str
        Its options: part, and a clock that leaves no slack.
    cells : dict of str to int
        Logic cells that each kind of cell takes after packing.
    dsp : tuple of str
        Cells that are DSP blocks.
    block_ram : tuple of str
        Cells that are block RAMs.
    register : int
        Logic cells of a register that is fed by another one.
    pins : str
        Constraints that place and route insists on.
    """

    name: str
    device: str
    family: str
    prefixes: tuple[str, ...]
    dsps: int
    synthesis: str
    router: str
    options: tuple[str, ...]
    cells: dict[str, int]
    dsp: tuple[str, ...]
    block_ram: tuple[str, ...]
    register: int
    pins: str = ""


def _ice40(name: str, device: str, prefix: str, dsps: int, options: tuple[str, ...]) -> Device:
    return Device(
        name=name, device=device, family="ice40", prefixes=(prefix,), dsps=dsps,
        synthesis=f"synth_ice40 {'-dsp' if dsps else ''}", router="nextpnr-ice40",
        options=(*options, "--pcf-allow-unconstrained"), cells={"ICESTORM_LC": 1},
        dsp=("ICESTORM_DSP",), block_ram=("ICESTORM_RAM",), register=1)


#: By name. Synthesis has the options that bitstreams are made with.
DEVICES = {device.name: device for device in (
    _ice40("ice40up5k", "iCE40UP5K-SG48", "iCE40UP", 8,
           ("--up5k", "--package", "sg48", "--freq", "50")),
    _ice40("ice40hx8k", "iCE40HX8K-CT256", "iCE40HX", 0,
           ("--hx8k", "--package", "ct256", "--freq", "200")),
    Device(
        name="ecp5", device="LFE5U-25F-6BG381C", family="ecp5", prefixes=("LFE5U",), dsps=28,
        synthesis="synth_ecp5", router="nextpnr-ecp5",
        options=("--25k", "--package", "CABGA381", "--speed", "6", "--freq", "200",
                 "--router", "router2", "--lpf-allow-unconstrained"),
        cells={"TRELLIS_COMB": 1}, dsp=("MULT18X18D",), block_ram=("DP16KD",),
        # A register takes its input from outside its slice, past the look-up table.
        register=0),
    Device(
        name="gw1nr9c", device="GW1NR-LV9QN88PC6/I5", family="gowin", prefixes=("GW1NR-LV9",),
        dsps=20, synthesis="synth_gowin -family gw1n", router="nextpnr-himbaechel-gowin",
        options=("--device", "GW1NR-LV9QN88PC6/I5", "--vopt", "family=GW1N-9C",
                 "--vopt", f"cst={NAME}.cst", "--freq", "200"),
        # A look-up table is an adder's bit, or a quarter of a memory of sixteen by four.
        cells={"LUT4": 1, "ALU": 1, "RAM16SDP4": 4},
        dsp=("MULT9X9", "MULT18X18", "MULT36X36"),
        block_ram=("BSRAM", "DPB", "SDPB", "SP", "ROM", "pROM"), register=1,
        pins="".join(f'IO_LOC "{port}" {pin};\n' for port, pin in
                     (("clk", 52), ("rst", 4), ("scan", 3), ("tail", 10)))),
)}


@dataclass(frozen=True, kw_only=True)
class Specimen:
    """Something to measure: the part that it is in the tables, and how to make it.

    ``inside`` are the keys of the parts that are counted apart. A part with ``leisure`` is never
    the slowest one of an engine: it is to be as small as it can be where that takes :data:`DELAY`.
    """

    part: Part
    create: Callable[[], wiring.Component]
    inside: tuple[str, ...] = ()
    leisure: bool = False


class Registered(wiring.Component):
    """A component between registers, so that all paths are its own and four pins suffice.

    The registers of the inputs are a chain from ``scan`` to ``tail``; those of the outputs are kept
    although nothing reads them.
    """

    def __init__(self, part: wiring.Component) -> None:
        self.part = part
        self.inputs = sum(len(Value.cast(value)) for _, member, value
                          in part.signature.flatten(part) if member.flow is In)
        super().__init__({"scan": In(1), "tail": Out(1)})

    def elaborate(self, platform: object) -> Module:
        m = Module()

        m.submodules.part = part = self.part
        bit: Value = self.scan
        for path, member, leaf in part.signature.flatten(part):
            name, value = "_".join(map(str, path)), Value.cast(leaf)
            if not len(value):      # a choice of one
                continue
            if member.flow is In:
                held = Signal(len(value), name=f"{name}_in", reset_less=True)
                m.d.sync += held.eq(Cat(bit, held))
                m.d.comb += value.eq(held)
                bit = held[-1]
            else:
                # With a reset, it is not taken for the next one of a chain.
                held = Signal(len(value), name=f"{name}_out", attrs={"keep": 1})
                m.d.sync += held.eq(value)
        m.d.comb += self.tail.eq(bit)

        return m


def tools(device: Device) -> dict[str, str]:
    """Versions of everything that the numbers depend on, but for Gossamer itself."""
    found = {name: toolchain.find(name) for name in ("yosys", device.router)}
    return {"amaranth": importlib.metadata.version("amaranth")} | {
        name: f"{tool.version} ({tool.found})" for name, tool in found.items()}


def design(specimen: Specimen, device: Device) -> tuple[str, str, int]:
    """The netlist for synthesis, its hash, and the registers in front of its inputs.

    The hash is also that of what synthesis is told.
    """
    top = Registered(specimen.create())
    text = netlist_for(
        device.family, rtlil.convert(top, name=NAME, platform=device, emit_src=False))
    known = text + _leisure(specimen, device)
    return text, hashlib.sha256(known.encode()).hexdigest()[:16], top.inputs


def _leisure(specimen: Specimen, device: Device) -> str:
    """What tells synthesis how slow a part may be."""
    return f"scratchpad -set abc9.D {DELAY}" * (specimen.leisure and device.family == "ecp5")


def measure(specimen: Specimen, device: Device, *, keep: Path | None = None) -> Entry:
    """Synthesise, place and route; ``keep`` is a folder for what synthesis and the router wrote.

    Raises
    ------
    ToolFailed
        For example if the device is too small.
    """
    netlist, signature, inputs = design(specimen, device)
    with tempfile.TemporaryDirectory() as name:
        folder = keep or Path(name)
        (folder / f"{NAME}.il").write_text(netlist)
        (folder / f"{NAME}.cst").write_text(device.pins)
        script = folder / f"{NAME}.ys"
        script.write_text("\n".join([
            f"read_rtlil {NAME}.il", BEFORE.get(device.family, ""), _leisure(specimen, device),
            f"{device.synthesis} -top {NAME}", f"write_json {NAME}.json", ""]))
        other = synthesise(toolchain.find("yosys"), ["-q", script.name], script,
                           log=folder / "yosys.log")
        toolchain.run(toolchain.find(device.router), [
            *device.options, "--json", f"{NAME}.json", "--seed", str(SEED), "--timing-allow-fail",
            "--report", "report.json", "-q",
        ], cwd=folder, log=folder / "nextpnr.log")
        report = json.loads((folder / "report.json").read_text())
    used = {kind: count["used"] for kind, count in report["utilization"].items()}
    total = sum(used.get(kind, 0) * number for kind, number in device.cells.items())
    return Entry(
        part=specimen.part, cells=total - inputs * device.register,
        block_rams=sum(used.get(kind, 0) for kind in device.block_ram),
        dsps=sum(used.get(kind, 0) for kind in device.dsp),
        fmax_mhz=round(min(clock["achieved"] for clock in report["fmax"].values()), 2)
        if report["fmax"] else None,
        mapper="abc" if other else "", design=signature, inside=specimen.inside)
