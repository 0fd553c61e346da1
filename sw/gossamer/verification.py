"""Verification: the ladder of equalities, from a design's RTL to the bitstream on the board.

On each rung a simulator runs the whole board at that level. The host's own code sends inferences to
the pins of its link, at the rate of the real board, and what comes back is compared with the exact
model.
"""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import numpy.typing as npt

import gossamer_boards
from gossamer_boards import flash, rungs
from gossamer_boards.build import FOLDER as BUILD
from gossamer_boards.build import IDLE_SECONDS, Build, rate
from gossamer_boards.line import SimulatedLine, SimulatedSpi
from gossamer_sim.pins import Pins, SpiPins

from .errors import GossamerError
from .files import write_atomic
from .plan import finish
from .runtime.connection import Transport
from .runtime.device import Device
from .runtime.spi import SpiTransport

if TYPE_CHECKING:
    from .api import Progress
    from .design import Design

__all__ = ["FOLDER", "REPORT", "Proof", "Rung", "verify"]

#: In the design's folder: what was simulated, and the report.
FOLDER, REPORT = "proof", "proof.json"

#: Silences of the host after which the device counts as lost.
RETRIES = 3


@dataclass(frozen=True, kw_only=True)
class Rung:
    """One level of a proof.

    Attributes
    ----------
    level : str
        ``rtl``, ``netlist``, ``routed`` or ``bitstream``.
    state : str
        ``proved``, ``failed`` if the device answered wrongly or not at all, or ``not proved``.
    images : int
        Inferences that ran.
    mismatches : int
        Output integers that differ from the exact model's.
    seconds : float
        Time that it took.
    reason : str
        Why it failed or was not proved, or nothing.
    """

    level: str
    state: Literal["proved", "failed", "not proved"]
    images: int = 0
    mismatches: int = 0
    seconds: float = 0.0
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Proof:
    """What was shown of a design's build.

    Attributes
    ----------
    board, simulator : str
    design : str
        Hash of the design.
    bitstream : str
        SHA-256 of the bitstream, in hexadecimal.
    wanted : str
        The level that was asked for.
    rungs : tuple of Rung
        One for each level up to the highest, the lowest first.
    """

    board: str
    simulator: str
    design: str
    bitstream: str
    wanted: str
    rungs: tuple[Rung, ...]

    @property
    def proved(self) -> bool:
        """Whether the level that was asked for is proved, and nothing has failed."""
        states = {rung.level: rung.state for rung in self.rungs}
        return states[self.wanted] == "proved" and "failed" not in states.values()

    def to_json(self) -> dict[str, Any]:
        return {"proved": self.proved} | asdict(self)


def verify(
    design: Design, *, level: str | None = None, only: bool = False, images: int = 20,
    simulator: str = "verilator", progress: Progress | None = None,
) -> Proof:
    """See :func:`gossamer.api.verify`."""
    if level is not None and level not in rungs.LEVELS:
        raise GossamerError(
            f"There is no level {level!r}; choose one of {', '.join(rungs.LEVELS)}.")
    if images < 2:
        raise GossamerError("A proof takes two inferences at least; ask for 2 or more.")
    if simulator not in ("verilator", "icarus"):
        raise GossamerError(
            f"The simulator {simulator!r} does not run boards; choose verilator or icarus.")
    build = Build.load(design.folder / BUILD)
    if not build.bitstream.is_file():
        raise GossamerError(
            f"{build.bitstream} cannot be read; build the design again, which writes it.")
    wanted = level or rungs.highest(build)
    x, expected = _inputs(design, images)
    if design.link is not None:
        # The device answers for what the codec of its inputs decodes.
        expected = design.description.graph.run(design.sent(x)[1]).reshape(len(x), -1)
    found: list[Rung] = []
    for name in rungs.LEVELS:
        if only and name != wanted:
            skipped = "It was left out."
        elif rungs.LEVELS.index(name) > rungs.LEVELS.index(wanted):
            skipped = "It was not asked for."
        elif any(rung.state == "failed" for rung in found):
            skipped = "A lower level has failed."
        else:
            found.append(_climb(name, design, build, x, expected, simulator, progress))
            continue
        found.append(Rung(level=name, state="not proved", reason=skipped))
    proof = Proof(
        board=build.board, simulator=simulator, design=design.hash, wanted=wanted,
        bitstream=hashlib.sha256(build.bitstream.read_bytes()).hexdigest(), rungs=tuple(found))
    write_atomic(design.folder / FOLDER / REPORT,
                 (json.dumps(proof.to_json(), indent=1) + "\n").encode(), overwrite=True)
    return proof


def _inputs(
    design: Design, images: int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Input integers and the output integers that belong to them, of PyTorch where they are known.

    Raises
    ------
    GossamerError
        If PyTorch's and the graph's differ, so that there is nothing to compare with.
    """
    graph, samples = design.description.graph, design.description.samples
    if samples is None:
        random = np.random.default_rng(0)
        x = random.integers(graph.input.low, graph.input.high + 1, (images, *graph.input.shape))
        return x, graph.run(x).reshape(images, -1)
    x = samples.inputs[:images].astype(np.int64)
    expected = graph.run(x).reshape(len(x), -1)
    if (expected != samples.outputs[:images].reshape(len(x), -1)).any():
        raise GossamerError(
            "The description's outputs are not what its graph computes; compress the model again.")
    return x, expected


def _climb(
    level: str, design: Design, build: Build, x: npt.NDArray[np.int64],
    expected: npt.NDArray[np.int64], simulator: str, progress: Progress | None,
) -> Rung:
    """Prove one level, or find out why not."""
    begin = time.monotonic()
    folder = design.folder / FOLDER / level
    stage = f"Proving the {'RTL' if level == 'rtl' else level}"

    def report(done: int) -> None:
        if progress is not None:
            progress(stage, done, len(x))

    report(0)
    try:
        sources = rungs.write(level, build, folder, _flash(design), quad=bool(design.streamed),
                              sdram=len(design.image) if design.sdram else 0)
        line = _line(simulator, sources, build, design.plan.cycles, folder / simulator)
    except GossamerError as error:
        return Rung(level=level, state="not proved", reason=str(error))
    reason, wrong, ran = "", 0, 0
    with line:
        try:
            transport = SpiTransport(line) if isinstance(line, SpiPins | SimulatedSpi) else line
            outputs, reason = _infer(transport, design, build, x, report)
            ran = len(outputs)
            wrong = int(np.count_nonzero(outputs != expected))
        except GossamerError as error:
            reason = str(error)
    if wrong:
        reason = f"{wrong} of {expected.size} output integers differ from the exact model's."
    return Rung(level=level, state="failed" if reason else "proved", images=ran, mismatches=wrong,
                seconds=round(time.monotonic() - begin, 1), reason=reason)


def _flash(design: Design) -> bytes:
    """What the board's flash holds behind the bitstream."""
    return flash.behind(design, gossamer_boards.get(design.board))[0]


def _line(
    simulator: str, sources: tuple[Path, ...], build: Build, cycles: int, folder: Path
) -> Pins | SimulatedLine | SpiPins | SimulatedSpi:
    """The simulated board, at the rate of the real one; an inference takes ``cycles``."""
    divisor, _ = rate(build.line, build.clock_hz)
    # The host's quarter of a second becomes what an inference takes, and the time after which the
    # device forgets half a frame.
    silence = int(build.clock_hz * IDLE_SECONDS * 6 / 5) + 4 * cycles
    if simulator == "icarus":
        folder.mkdir(parents=True, exist_ok=True)
        return (SimulatedLine if build.line == "uart" else SimulatedSpi)(
            sources, divisor=divisor, folder=folder, cycles_per_second=4 * silence)
    return (Pins if build.line == "uart" else SpiPins)(
        sources, divisor=divisor, folder=folder, cycles_per_second=4 * silence)


def _infer(
    line: Transport, design: Design, build: Build, x: npt.NDArray[np.int64],
    report: Any,
) -> tuple[npt.NDArray[np.int64], str]:
    """Outputs of the simulated board, and what is wrong with the board besides, or nothing."""
    # After its configuration the device is in reset for some 20 us; it says nothing meanwhile.
    line.read(1, 0.001)
    device = Device(line, retries=RETRIES)
    identity = device.identity()
    if identity.design.hex() != design.hash or identity.clock_hz != build.clock_hz:
        raise GossamerError("The device is of another design or another clock.")
    if design.image:
        # Where the board has its weights from the flash, a host cannot change them: not by zeros.
        device.load(bytes(len(design.image)) if _flash(design) else design.image)
    sent, _ = design.sent(x)
    # The last one alone, so that nothing else is in flight when its cycles are counted.
    many = device.transfer(sent[:-1], report)
    last = device.transfer(sent[-1:])
    report(len(x))
    outputs = finish(design.description.graph, design.received([*many, *last]))
    counters = device.counters()
    reason = ""
    # The time that codecs take follows what is in inputs and outputs.
    cycles = counters.cycles if design.coded else design.plan.cycles
    if (counters.cycles, counters.inferences) != (cycles, len(x)):
        reason = (f"The device counts {counters.inferences} inferences and {counters.cycles} "
                  f"cycles for the last one; {len(x)} and {cycles} are right.")
    return outputs.reshape(len(x), -1), reason
