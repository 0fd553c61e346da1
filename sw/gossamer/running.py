"""Running a design: on a board, or on the virtual board, by the same host."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from amaranth.back import verilog

import gossamer_boards
from gossamer_boards import chips, flash_chip, pll, sdram_chip
from gossamer_boards.build import FOLDER, IDLE_SECONDS, Build, identify, rate
from gossamer_boards.top import DeviceTop
from gossamer_hw.link.flash import contents
from gossamer_sim.virtual import TOP, PortController, VirtualBoard

from .design import Design
from .errors import GossamerError
from .plan import finish
from .runtime.connection import Transport
from .runtime.device import Device, SerialTransport
from .runtime.faults import Faults, FaultyTransport
from .runtime.spi import SCHEME, SpiTransport

__all__ = ["Run", "VirtualDevice", "device_verilog", "engine_with_chip", "run"]

#: A machine simulates at least so many cycles in a second; the host waits accordingly.
SLOWEST_HZ = 50_000

#: The rate that a board's port is opened with when no build says another.
BAUD = 1_000_000


def device_verilog(design: Design, folder: Path) -> tuple[Path, int, int]:
    """Write a design's whole device, as on its board but for the PLL, into ``folder``.

    Clock and rate are those of the design's bitstream, or those that a build would try first. The
    device counts the cycles of its layers. Where weights lie in the board's flash or SDRAM, these
    chips are there as well.

    Returns
    -------
    Path, int, int
        The Verilog, its clock in hertz, and clock cycles per bit.
    """
    board = gossamer_boards.get(design.board)
    try:
        clock = Fraction(Build.load(design.folder / FOLDER).clock_hz)
    except GossamerError:
        clock = pll.highest(board.family, board.oscillator_hz, board.goal_hz).frequency
    divisor, baud = rate(design.line, clock)
    device = DeviceTop(
        design.behind_link(laps=True),
        identity=replace(identify(design), clock_hz=round(clock), baud=baud).encode(),
        input_size=design.link_size,
        output_size=design.result_size,
        divisor=divisor,
        idle_timeout=math.ceil(clock * IDLE_SECONDS),
        load_size=len(design.image),
        flash_address=board.boots_from(len(design.image)),
        design=bytes.fromhex(design.hash),
        line=design.line,
    )
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{TOP}.v"
    outside: list[chips.Chip] = []
    if design.streamed:
        outside.append(flash_chip.quad_beside(folder, design.streamed, _quad_address(design)))
    if device.link.flash:
        outside.append(flash_chip.beside(folder, contents(design.image, device.link.flash.design),
                                         device.link.flash.address))
    if design.sdram:
        outside.append(sdram_chip.beside(len(design.image), round(clock)))
    path.write_text(
        verilog.convert(device, name=chips.CORE if outside else TOP, emit_src=False)
        + (chips.behind(outside, design.line) if outside else ""))
    return path, round(clock), divisor


def engine_with_chip(design: Design, folder: Path) -> tuple[str, str]:
    """Verilog of a design's engine and the chip that its weights lie in, and the module's name."""
    folder.mkdir(parents=True, exist_ok=True)
    if design.sdram:
        _, fastest = design.plan.target.sdram or (0, 0)
        chip = sdram_chip.filled(folder, design.image, fastest)
    else:
        chip = flash_chip.quad_beside(folder, design.streamed, _quad_address(design))
    made = chips.behind_engine(chip, "engine", design.beat)
    return design.verilog.read_text() + made, chips.STREAMED


def _quad_address(design: Design) -> int:
    return design.plan.target.quad_flash or 0


class VirtualDevice(Device):
    """A design on the virtual board: its whole device in Verilator, behind a serial port.

    The port is a pseudo-terminal, opened as that of a real board is; with SPI, each byte written to
    it brings one back. Time is simulated.

    Parameters
    ----------
    design : Design or path
    build_dir : path, optional
        Keeps the compiled simulation; ``virtual`` in the design's folder otherwise.
    faults : Faults, optional
        What the line does to the bytes.
    timeout : float, optional
        Seconds of silence after which the host asks again.
    """

    def __init__(
        self, design: Design | str | Path, *, build_dir: str | Path | None = None,
        faults: Faults | None = None, timeout: float | None = None, retries: int = 20,
    ) -> None:
        design = design if isinstance(design, Design) else Design.load(Path(design))
        folder = Path(build_dir) if build_dir is not None else design.folder / "virtual"
        path, self._clock_hz, divisor = device_verilog(design, folder)
        patience = design.plan.cycles + 30 * divisor * (design.link_size + 2 * design.result_size)
        idle = 2 * self._clock_hz * IDLE_SECONDS
        self.board = VirtualBoard(path, divisor=divisor, build_dir=folder / "verilator",
                                  quiet_cycles=math.ceil(4 * patience + 2 * idle),
                                  line=design.line)
        try:
            port: SerialTransport | PortController
            line: Transport
            if design.line == "uart":
                port = line = SerialTransport(self.board.port, BAUD)
            else:
                port = PortController(self.board.port)
                line = SpiTransport(port)
            if faults is not None:
                line = FaultyTransport(line, faults, self.board.reset)
            super().__init__(line, design=design, retries=retries, close=port.close,
                             timeout=timeout or 1 + patience / SLOWEST_HZ)
        except BaseException:
            self.board.close()
            raise

    def seconds(self) -> float:
        """The simulated time."""
        return self.board.cycles() / self._clock_hz

    def close(self) -> None:
        """Give the port back and switch the board off."""
        super().close()
        self.board.close()


@dataclass(frozen=True, kw_only=True, eq=False)
class Run:
    """What a board did.

    Attributes
    ----------
    device : str
        ``virtual``, or the port.
    outputs : int64 array (inferences, outputs)
        The graph's output integers.
    values : float64 array (inferences, outputs)
        The real values that they stand for.
    seconds : float
        From the first byte of the batch to its last result; simulated ones on the virtual board.
    cycles : int
        Of one inference on its own, from its first input element to its last output element.
    layer_cycles : dict of str to int
        Of each layer, counted on the chip; empty where the device does not count them.
    clock_hz, baud : int
    resent, silences : int
        Tensors that were sent again, and time-outs.
    verified : bool
        Whether every answer was compared with the exact model's.
    mismatches : int
        Integers that differ.
    difference : str or None
        A sentence on the first of them.
    """

    device: str
    outputs: npt.NDArray[np.int64]
    values: npt.NDArray[np.float64]
    seconds: float
    cycles: int
    layer_cycles: dict[str, int]
    clock_hz: int
    baud: int
    resent: int
    silences: int
    verified: bool
    mismatches: int
    difference: str | None

    @property
    def images(self) -> int:
        return len(self.outputs)

    @property
    def throughput(self) -> float:
        """Inferences per second."""
        return self.images / self.seconds

    @property
    def latency_us(self) -> float:
        """Microseconds of one inference in the engine, without the line."""
        return self.cycles / self.clock_hz * 1e6

    def to_json(self) -> dict[str, Any]:
        return {
            "device": self.device,
            "images": self.images,
            "throughput": self.throughput,
            "latency_us": self.latency_us,
            "cycles": self.cycles,
            "layer_cycles": self.layer_cycles,
            "clock_hz": self.clock_hz,
            "baud": self.baud,
            "resent": self.resent,
            "silences": self.silences,
            "verified": self.verified,
            "mismatches": self.mismatches if self.verified else None,
        }


def run(
    design: Design, x: npt.NDArray[np.int64], *, port: str | None, verify: bool,
    build_dir: Path | None = None, progress: Callable[[int, int], None] | None = None,
) -> Run:
    """Run input integers of a design's graph on the board at ``port``, or on the virtual board.

    Where inputs travel compressed, the exact model's are those that the codec decodes.
    """
    sent, seen = design.sent(x)

    def report(done: int) -> None:
        if progress is not None:
            progress(done, len(x))

    with _open(design, port, build_dir) as device:
        if design.image:
            device.load(design.image)
        begin = device.seconds()
        frames = device.transfer(sent, report)
        seconds = device.seconds() - begin
        # On its own: the counters are exact when nothing else is on its way.
        device.transfer(sent[-1:])
        status, identity = device.status(), device.identity()
    outputs = finish(design.description.graph, design.received(frames))
    differs = np.zeros(outputs.shape, bool)
    difference = None
    if verify:
        expected = design.description.graph.run(seen).reshape(len(x), -1)
        differs = outputs != expected
        if differs.any():
            image, output = np.argwhere(differs)[0]
            difference = (
                f"The board answers {outputs[image, output]} at output {output} of inference "
                f"{image}, and the exact model {expected[image, output]}; {differs.sum()} of "
                f"{differs.size} integers differ."
            )
    end = design.description.graph.types()[design.description.graph.output.name]
    names = [layer.name for layer in design.plan.program.spec.layers]
    return Run(
        device=port or "virtual", outputs=outputs,
        values=(outputs.astype(np.float64) - end.zero) * (end.scale or 1.0),
        seconds=seconds, cycles=status.cycles,
        layer_cycles=dict(zip(names, status.layer_cycles, strict=False)),
        clock_hz=identity.clock_hz, baud=identity.baud, resent=status.resent,
        silences=status.silences, verified=verify, mismatches=int(differs.sum()),
        difference=difference,
    )


def _open(design: Design, port: str | None, build_dir: Path | None) -> Device:
    if port is None:
        return VirtualDevice(design, build_dir=build_dir)
    if port.startswith(SCHEME) != (design.line == "spi"):
        wanted = (f"SPI: give the interface's address, as {SCHEME}ftdi:2232h/1"
                  if design.line == "spi" else "a UART: give the name of its serial port")
        raise GossamerError(f"The design is generated for {wanted}, not {port}.")
    try:
        baud = Build.load(design.folder / FOLDER).baud
    except GossamerError:
        baud = BAUD
    return Device.open(port, baud=baud, design=design)
