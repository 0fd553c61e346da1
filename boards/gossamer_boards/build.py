"""Build: from an engine to a bitstream that runs at a clock it was proved to reach."""

from __future__ import annotations

import contextlib
import functools
import json
import math
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import platformdirs
from amaranth.build import ResourceError
from amaranth.lib.wiring import Component

import gossamer_boards
from gossamer.design import Design
from gossamer.errors import GossamerError
from gossamer.plan import device_part
from gossamer.runtime.identity import Identity, Tensor
from gossamer_boards import flows, pll, utilisation
from gossamer_boards.board import Board
from gossamer_boards.routes import NETLIST, ROUTED, Plan, Progress, sweep
from gossamer_boards.synthesis import AFTER, BEFORE, OPTIONS, netlist_for
from gossamer_boards.top import BoardTop, DeviceTop
from gossamer_boards.utilisation import Resource
from gossamer_hw.link.host_link import Line
from gossamer_hw.link.spi import CYCLES_PER_BIT

__all__ = ["FOLDER", "IDLE_SECONDS", "NAME", "NETLIST", "ROUTED", "Build", "Plan", "Progress",
           "Resource", "build", "build_engine", "identify", "portable", "prepare", "rate", "uart"]

#: Rates that every host's serial driver knows, the best first.
BAUD_RATES = (1_000_000, 921_600, 500_000, 460_800, 230_400, 115_200)
BAUD_TOLERANCE = Fraction(2, 100)

#: Half a frame is forgotten after this time of silence.
IDLE_SECONDS = Fraction(1, 100)

#: Clocks to try, each this much below what the one before reached.
ATTEMPTS = 4
MARGIN = Fraction(98, 100)

NAME = utilisation.TOP

FOLDER = "build"
REPORT = "build.json"

#: What the log of a tool that failed is called, after the name of the build's folder.
FAILED = ".failed.log"

_SUFFIX = {"ice40": "bin", "ecp5": "bit", "gowin": "fs", "nexus": "bit"}

#: Tools of a platform that make what only its own programmer needs.
_UNNEEDED = {"dfu-suffix"}


@dataclass(frozen=True, kw_only=True)
class Build:
    """A finished bitstream and what is known of it.

    Attributes
    ----------
    board : str
        Name of the board.
    bitstream : Path
        The file to flash.
    clock_hz : int
        Frequency that the device runs at.
    fmax_mhz : float
        Frequency that the routed design reaches, by static timing analysis.
    baud : int
        Rate of the UART, within 2 % of what the divisor makes; with SPI the highest SCK in hertz.
    resources : dict of str to Resource
        Cells by kind.
    tools : dict of str to str
        Versions.
    attempts : tuple of tuple of float
        Clocks that were tried and what they reached, both in MHz; the last one succeeded.
    seeds : tuple of tuple of int and float
        Seeds of place and route that were tried at the last clock, and what each reached in MHz.
    seed : int
        The one that was kept.
    cached : bool
        Whether the result was taken from an earlier build of the same inputs.
    line : Line
        What carries bytes to and from the host.
    """

    board: str
    bitstream: Path
    clock_hz: int
    fmax_mhz: float
    baud: int
    resources: dict[str, Resource]
    tools: dict[str, str]
    attempts: tuple[tuple[float, float], ...]
    seeds: tuple[tuple[int, float], ...]
    seed: int
    cached: bool = False
    line: Line = "uart"

    @property
    def utilisation(self) -> dict[str, dict[str, int]]:
        """Cells by kind as plain values."""
        return {name: asdict(resource) for name, resource in self.resources.items()}

    def to_json(self) -> dict[str, Any]:
        return {
            "board": self.board,
            "bitstream": str(self.bitstream),
            "clock_hz": self.clock_hz,
            "fmax_mhz": self.fmax_mhz,
            "baud": self.baud,
            "line": self.line,
            "utilisation": self.utilisation,
            "tools": self.tools,
            "attempts": [list(attempt) for attempt in self.attempts],
            "seeds": [list(seed) for seed in self.seeds],
            "seed": self.seed,
            "cached": self.cached,
        }

    @classmethod
    def load(cls, folder: Path) -> Build:
        """Read the report of a finished build."""
        try:
            text = (folder / REPORT).read_bytes()
        except FileNotFoundError:
            raise GossamerError(
                f"{folder} holds no finished build; build the design first."
            ) from None
        try:
            found = json.loads(text)
            return cls(
                board=found["board"],
                bitstream=folder / found["bitstream"],
                clock_hz=found["clock_hz"],
                fmax_mhz=found["fmax_mhz"],
                baud=found["baud"],
                resources={name: Resource(**count) for name, count in found["utilisation"].items()},
                tools=found["tools"],
                attempts=tuple((tried, reached) for tried, reached in found["attempts"]),
                seeds=tuple((seed, reached) for seed, reached in found["seeds"]),
                seed=found["seed"],
                cached=found["cached"],
                line=found.get("line", "uart"),
            )
        except (AttributeError, KeyError, TypeError, ValueError):
            raise GossamerError(
                f"{folder / REPORT}, the report of the build, is damaged; build the design again."
            ) from None

    def _save(self, folder: Path) -> None:
        report = self.to_json() | {"bitstream": self.bitstream.name}
        (folder / REPORT).write_text(json.dumps(report, indent=2) + "\n")


def uart(clock_hz: Fraction | int) -> tuple[int, int]:
    """Divisor and rate for a UART: the fastest common rate within 2 % and four cycles a bit."""
    for baud in BAUD_RATES:
        divisor = round(Fraction(clock_hz) / baud)
        if divisor >= 4 and abs(Fraction(clock_hz) / divisor / baud - 1) < BAUD_TOLERANCE:
            return divisor, baud
    raise GossamerError(
        f"No UART rate fits a clock of {float(clock_hz) / 1e6:g} MHz; ask for a faster clock."
    )


def rate(line: Line, clock_hz: Fraction | int) -> tuple[int, int]:
    """Clock cycles per bit, and bits per second: a UART's, or the most that an SPI link takes."""
    if line == "uart":
        return uart(clock_hz)
    return CYCLES_PER_BIT, int(clock_hz / CYCLES_PER_BIT)


def prepare(
    board: Board, engine: Component, *, identity: Identity, clock: pll.ClockSource,
    load_size: int = 0, line: Line = "uart",
) -> Plan:
    """Write a whole device for a board: netlist, constraints and commands.

    Clock and rate in the identity are filled in; its tensors give the sizes of a frame.
    """
    divisor, baud = rate(line, clock.frequency)
    if hasattr(engine, "sdram"):
        _check_range(board, clock.frequency)
    # Its nextpnr reads no constraints of clocks.
    frequency = ["--freq", f"{float(clock.frequency) / 1e6:g}"] if board.family == "gowin" else []
    device = DeviceTop(
        engine,
        identity=replace(identity, clock_hz=round(clock.frequency), baud=baud).encode(),
        input_size=math.prod(identity.input.shape),
        output_size=math.prod(identity.output.shape),
        divisor=divisor,
        idle_timeout=math.ceil(clock.frequency * IDLE_SECONDS),
        load_size=load_size,
        flash_address=board.boots_from(load_size),
        design=identity.design,
        line=line,
    )
    platform = board.platform()
    if line == "spi":
        platform.add_resources([board.spi])
    plan = platform.prepare(
        BoardTop(board, device, clock),
        NAME,
        # Without the paths of this machine, equal designs are equal files.
        emit_src=False,
        script_after_read=BEFORE.get(board.family, ""),
        synth_opts=OPTIONS.get(board.family, "") if board.target.dsps else "",
        # A clock that is not reached is no failure here: it decides the next attempt.
        nextpnr_opts=["--timing-allow-fail", "--report", f"{NAME}.report.json",
                      *([] if board.family == "gowin" else ["--write", f"{ROUTED}.json"]),
                      *frequency, *board.nextpnr],
        **({"script_after_synth": AFTER[board.family]} if board.family in AFTER else {}),
    )
    files = {
        name: content.decode() if isinstance(content, bytes) else content
        for name, content in plan.files.items()
    }
    files[f"{NAME}.il"] = netlist_for(board.family, files[f"{NAME}.il"])
    commands = json.loads(files[f"build_{NAME}.json"])["commands"]
    wanted = [f"{NAME}.{suffix}" for suffix in ("il", "ys", "pcf", "lpf", "cst", "pdc")]
    return Plan(
        board=board,
        clock=clock,
        baud=baud,
        files={name: files[name] for name in wanted if name in files},
        commands=tuple(tuple(command) for command in commands if command[0] not in _UNNEEDED),
    )


def _check_range(board: Board, clock_hz: Fraction) -> None:
    """Refuse a clock at which an SDRAM would be refreshed too late, or told things too early."""
    slowest, fastest = board.target.sdram or (0, 0)
    if not slowest <= clock_hz <= fastest:
        raise GossamerError(
            f"The SDRAM of {board.name} is driven at {slowest / 1e6:g} to {fastest / 1e6:g} MHz, "
            f"not {float(clock_hz) / 1e6:g} MHz; choose another clock, or a smaller array that "
            "reaches it.")


def _check_pins(board: Board, line: Line) -> None:
    """Ask for the pins of a link before anything is made."""
    platform = board.platform()
    if line == "spi":
        platform.add_resources([board.spi])
    try:
        platform.request(platform.default_clk, dir="-")
        platform.request("uart" if line == "uart" else "link_spi", 0, dir="-")
    except (NameError, ResourceError) as error:
        raise GossamerError(
            f"The platform of {board.name} lacks pins that the board's description names "
            f"({str(error).rstrip('.')}); correct the description, see docs/boards.md.") from error


def identify(design: Design) -> Identity:
    """What a device with this design answers, but for clock and rate.

    An input that travels compressed is a frame of bytes, and such an output one of 16-bit integers.
    """
    graph = device_part(design.description.graph)
    types = graph.types()
    entry, end = types[graph.input.name], types[graph.output.name]
    return Identity(
        design=bytes.fromhex(design.hash),
        name=design.manifest.name,
        input=Tensor(shape=entry.shape, scale=entry.scale or 1.0,
                     offset=_whole(design.input_zero - entry.zero))
        if design.link is None else Tensor(shape=(design.link.frame,), scale=1.0),
        output=Tensor(shape=end.shape, scale=end.scale or 1.0, offset=_whole(-end.zero))
        if design.results is None else Tensor(shape=(design.result_size,), scale=1.0),
    )


def _whole(offset: float) -> int:
    """The nearest offset that the identity has room for."""
    return max(-1 << 15, min((1 << 15) - 1, round(offset)))


def portable(design: Design, *, divisor: int, idle_timeout: int = 1 << 18) -> DeviceTop:
    """A design's engine with its host link and nothing of a board, to simulate it through its pins.

    The identity says a clock of 0, for there is none.
    """
    return DeviceTop(
        design.behind_link(),
        identity=identify(design).encode(),
        input_size=design.link_size,
        output_size=design.result_size,
        divisor=divisor,
        idle_timeout=idle_timeout,
        load_size=len(design.image),
        line=design.line,
    )


def build(
    design: Design,
    *,
    clock_hz: int | None = None,
    seeds: int = 1,
    jobs: int = 1,
    minutes: float | None = None,
    layer_counters: bool = False,
    progress: Progress | None = None,
    cache: Path | None = None,
) -> Build:
    """Build a design's bitstream into the folder ``build`` of the design.

    With ``layer_counters`` the device tells how many cycles each layer took, for a block RAM or two
    and some logic.
    """
    return build_engine(
        gossamer_boards.get(design.board),
        functools.partial(design.behind_link, laps=layer_counters),
        identity=identify(design),
        folder=design.folder / FOLDER,
        clock_hz=clock_hz,
        seeds=seeds,
        jobs=jobs,
        minutes=minutes,
        progress=progress,
        cache=cache,
        load_size=len(design.image),
        line=design.line,
    )


def build_engine(
    board: Board,
    engine: Callable[[], Component],
    *,
    identity: Identity,
    folder: Path,
    clock_hz: int | None = None,
    seeds: int = 1,
    jobs: int = 1,
    minutes: float | None = None,
    progress: Progress | None = None,
    cache: Path | None = None,
    load_size: int = 0,
    line: Line = "uart",
) -> Build:
    """Synthesise, place, route and pack an engine with its host link.

    The clock is chosen from what the routed design reaches. The first attempt asks for
    ``clock_hz``, or the board's usual goal, or the highest frequency below it that the PLL can
    make. If timing analysis finds less, the next attempt asks for the highest frequency that the
    PLL can make at or below 98 % of what was found, and so on, four attempts at most and two as a
    rule, because another placement differs by a percent or so. The result therefore runs at a
    clock that static timing analysis has shown to be safe.

    ``folder`` appears only when the bitstream is finished, and takes the place of an earlier one.
    The log of a tool that fails is kept beside it until a build succeeds.
    Every attempt is remembered in ``cache`` (the user's cache folder otherwise) under the hash of
    the tools' inputs and versions.

    Parameters
    ----------
    board : Board
        What to build for.
    engine : callable
        Makes a component with streams ``i`` and ``o`` as in ``gossamer_hw.link.slots``.
    identity : Identity
        What the device answers when it is asked; clock and rate are filled in.
    seeds, jobs : int
        Placements that are tried for each clock, the fastest of which is kept, and how many of
        them at once. A sweep that was interrupted goes on from ``cache``.
    minutes : float, optional
        After which a placement that is not routed is stopped, and left out if another one is.
    load_size : int
        Bytes that the host loads into the engine, where the board's flash does not hold them.
    line : Line
        What carries bytes to and from the host.
    """
    if seeds < 1 or jobs < 1:
        raise GossamerError("A build tries one seed at least, in one job at least; ask for 1.")
    if minutes is not None and not minutes > 0:     # nor no number
        raise GossamerError("A placement takes more than no time; give it a minute or more.")
    _check_pins(board, line)
    report = progress or (lambda what, done, total: None)
    store = cache or platformdirs.user_cache_path("gossamer") / "builds"
    limit = Fraction(clock_hz or board.goal_hz)
    attempts: list[tuple[float, float]] = []
    failed = folder.with_name(folder.name + FAILED)
    with _appearing(folder) as workshop:
        for attempt in range(ATTEMPTS):
            clock = pll.highest(board.family, board.oscillator_hz, limit)
            asked = float(clock.frequency) / 1e6
            report(f"Writing the netlist for {asked:.4g} MHz", 0, 4)
            plan = replace(prepare(board, engine(), identity=identity, clock=clock,
                                   load_size=load_size, line=line), minutes=minutes)
            folder_of_attempt = workshop / f"attempt-{attempt}"
            routes = sweep(plan, folder_of_attempt, seeds, jobs, store, report, failed)
            best = max(routes, key=lambda route: (route.reached, -route.seed))
            reached, work = best.reached, best.folder
            attempts.append((asked, reached))
            if Fraction(reached) * 1_000_000 >= clock.frequency:
                break
            limit = Fraction(reached) * 1_000_000 * MARGIN
        else:
            tried = ", ".join(f"{asked:.4g}" for asked, _ in attempts)
            raise GossamerError(
                f"The design reaches no clock that was tried on {board.name} ({tried} MHz); ask "
                "for a lower one, or for a smaller array."
            )
        for path in list(work.iterdir()):
            path.rename(workshop / path.name)
        for path in workshop.glob("attempt-*"):
            shutil.rmtree(path)
        build = Build(
            board=board.name,
            bitstream=workshop / f"{NAME}.{_SUFFIX[board.family]}",
            clock_hz=round(clock.frequency),
            fmax_mhz=reached,
            baud=plan.baud,
            resources=best.resources,
            tools=best.tools,
            attempts=tuple(attempts),
            seeds=tuple((route.seed, route.reached) for route in routes),
            seed=best.seed,
            cached=best.cached,
            line=line,
        )
        build._save(workshop)
    failed.unlink(missing_ok=True)
    if cache is None:
        flows.record(board.name, build.tools)
    return replace(build, bitstream=folder / build.bitstream.name)


@contextlib.contextmanager
def _appearing(folder: Path) -> Iterator[Path]:
    """A folder to work in that takes the place of ``folder`` if all goes well.

    What an interrupted build left in its own folder is removed by the next one.
    """
    workshop = folder.with_name(f".{folder.name}.partial")
    try:
        shutil.rmtree(workshop, ignore_errors=True)
        workshop.mkdir(parents=True)
    except OSError as error:
        raise GossamerError(
            f"{folder} cannot be written ({error.strerror}); choose a folder that you may write to."
        ) from error
    try:
        yield workshop
        shutil.rmtree(folder, ignore_errors=True)
        workshop.rename(folder)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
