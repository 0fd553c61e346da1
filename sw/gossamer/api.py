"""The verbs, one function each: ``import gossamer as gs; gs.compress(...)``.

Every verb raises :class:`gossamer.GossamerError` with one sentence when it cannot do its work.
``progress`` is called with a stage's name, what is done of it and how much there is in all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from . import data as datasets
from . import inspection
from .description import Description
from .errors import GossamerError
from .target import Target

if TYPE_CHECKING:
    from torch import nn

    from gossamer_boards import Board
    from gossamer_boards.build import Build
    from gossamer_boards.flash import Memory
    from gossamer_boards.toolchain import Tool
    from gossamer_hw.link.host_link import Line

    from .compress import Recipe, Watch
    from .compress.sweep import Sweep
    from .demonstration import Demo
    from .design import Design
    from .plan import Plan
    from .plan.link import LinkChoice, Mode
    from .running import Run
    from .target import Target
    from .verification import Proof

__all__ = [
    "Progress",
    "Simulation",
    "boards",
    "build",
    "compress",
    "demo",
    "doctor",
    "flash",
    "generate",
    "import_",
    "inspect",
    "run",
    "simulate",
    "sweep",
    "verify",
]

#: Called with a stage's name, what is done and how much there is in all.
Progress = Callable[[str, int, int], None]

#: Inferences that Amaranth's own simulator runs; it is about a thousand times slower.
SAMPLE = 4

#: Cycles that a device may take to wake its flash or SDRAM.
STREAM_START = 30_000


def compress(
    model: nn.Module | str,
    data: datasets.Dataset | str | Path = "digits",
    recipe: Recipe | str = "block-ternary",
    *,
    name: str | None = None,
    progress: Progress | None = None,
    watch: Watch | None = None,
    checkpoint: Path | None = None,
) -> Description:
    """Train, prune and quantise a model; describe the result with its test set as samples.

    Parameters
    ----------
    model : nn.Module or str
        A module, or where one is: ``net.py:Net``. Code in that file is executed.
    data : Dataset, str or Path
        ``digits``, ``mnist5k``, or a ``.npz`` file.
    recipe : Recipe or str
        Name of a recipe, a recipe file (``.toml``), or one of your own.
    name : str, optional
        What to call the model; the class's name otherwise.
    watch : callable, optional
        Called after each epoch with the stage and its figures: loss, density, distance to the
        structure, accuracy on what the recipe holds out.
    checkpoint : Path, optional
        Keeps the state after each epoch; if the file is there, the work goes on from it.
    """
    from .compress import compress as run
    from .compress.describe import describe
    from .compress.recipe_file import find
    from .importers.torch import load_module

    dataset = data if isinstance(data, datasets.Dataset) else datasets.load(data)
    recipe = find(recipe, _target) if isinstance(recipe, str) else recipe
    module = load_module(model, seed=recipe.seed) if isinstance(model, str) else model
    result = run(module, dataset, recipe, progress=progress, watch=watch,
                 checkpoint=checkpoint)
    return describe(result, dataset, recipe, name or type(module).__name__)


def sweep(
    model: nn.Module | str,
    data: datasets.Dataset | str | Path = "digits",
    recipe: Recipe | str = "block-ternary",
    densities: Sequence[float] = (1.0, 0.5, 0.25, 0.125),
    *,
    out: str | Path,
    board: str = "icebreaker",
    name: str | None = None,
    progress: Progress | None = None,
    watch: Watch | None = None,
) -> Sweep:
    """Compress a model to several densities; draw accuracy over bits and cycles on a board.

    Parameters
    ----------
    model, data, recipe, name, progress, watch :
        As in :func:`compress`; stages have the density in front.
    densities : sequence of float
        Shares of the weights or blocks to keep, in place of the recipe's.
    out : path
        Folder with a description for each density, the table ``sweep.json`` and the picture
        ``sweep.png``. It does not exist or is empty, or is that of the same sweep: then what is
        finished there is used again, and an interrupted training goes on.
    """
    from .compress import sweep as sweeps
    from .compress.recipe_file import find
    from .importers.torch import load_module

    target = _target(board)
    sweeps.need_pictures()      # said before the training, not after it
    dataset = data if isinstance(data, datasets.Dataset) else datasets.load(data)
    recipe = find(recipe, _target) if isinstance(recipe, str) else recipe
    module = load_module(model, seed=recipe.seed) if isinstance(model, str) else model
    found = sweeps.sweep(module, dataset, recipe, densities, target, Path(out), name=name,
                         progress=progress, watch=watch)
    sweeps.draw(found, Path(out) / sweeps.PICTURE)
    return found


def _target(board: str) -> Target:
    """The device of a board."""
    import gossamer_boards

    return gossamer_boards.get(board).target


def import_(
    model: str | Path, *, name: str | None = None, input_bits: int = 8,
    input_scale: float = 1 / 16,
) -> tuple[Description, tuple[str, ...]]:
    """Import a finished integer model of another framework, every integer as its file says.

    Parameters
    ----------
    model : path
        A ``.tflite``, ``.onnx`` or ``.pt2`` file.
    name : str, optional
        What to call the model; the file's name otherwise.
    input_bits, input_scale
        How the input is quantised if the model does not say: signed integers of so many bits, 2 to
        16, and the real value of one step.

    Returns
    -------
    Description, and what the user should know: what was left to the host or assumed.
    """
    from .importers import InputSteps, import_model

    if not (2 <= input_bits <= 16 and 0 < input_scale < float("inf")):
        raise GossamerError(
            f"The input cannot have {input_bits} bits in steps of {input_scale}; give 2 to 16 bits "
            "and a positive scale.")
    path = Path(model)
    imported = import_model(path, InputSteps(bits=input_bits, scale=input_scale))
    description = Description(graph=imported.graph, name=name or path.stem,
                              classes=imported.classes)
    return description, imported.notes


def inspect(
    description: Description | str | Path, *, board: str | None = None
) -> inspection.Inspection:
    """Look into a description: layers, formats, bits.

    With a board, also what it costs there, and for every layer all weight formats and lanes with
    their bits, cycles and resources on that board, or why they are no choice.
    """

    description = _description(description)
    if board is None:
        return inspection.inspect(description)
    from .plan import TooLargeError

    target = _target(board)
    try:
        plan, refusal = _plan(description, board).to_json(), ""
    except TooLargeError as error:
        plan, refusal = None, str(error)
    return inspection.inspect(description, plan, target, refusal)


def generate(
    description: Description | str | Path, *, board: str = "icebreaker", out: str | Path,
    format: str | None = None, fast: bool = False, link_codec: Mode | None = None,
    link: Line = "uart",
) -> Design:
    """Plan the accelerator for a board and write its design folder, which must not exist.

    Parameters
    ----------
    format : str, optional
        Kind of weight format to use wherever a layer suits it, for example ``bcr``; the planner
        chooses otherwise.
    fast : bool
        Take the array with the fewest cycles that the board has room for, not that with the fewest
        logic cells x cycles.
    link_codec : str, optional
        ``zfpl`` or ``zeros``: inputs travel compressed, and lose a little
        (:mod:`gossamer.plan.link`); results that are more than a few bytes too, without loss.
        ``auto``: with the better one, only if inferences then follow each other faster. They travel
        as they are otherwise.
    link : str
        ``uart``, or ``spi`` where the board has a place for it: about as many bits a second as an
        eighth of the clock.
    """
    import gossamer_boards

    from .design import generate as run
    from .plan.link import plan_with

    if link not in gossamer_boards.get(board).lines:
        raise GossamerError(
            f"{board} has no {link.upper()} link; choose one of "
            f"{', '.join(gossamer_boards.get(board).lines)}, or another board.")
    description = _description(description)
    plan = _plan(description, board, format, fast)
    if link_codec is None:
        return run(description, plan, board, Path(out), line=link)
    chosen = link_choice(description, plan, board, link_codec, link)
    plan = plan_with(plan, chosen.codec, chosen.results, format=format, fast=fast)
    return run(description, plan, board, Path(out), link=chosen.codec, results=chosen.results,
               line=link)


def link_choice(
    description: Description, plan: Plan, board: str, mode: Mode, link: Line = "uart"
) -> LinkChoice:
    """Whether inputs and results travel compressed, and what was measured, at the board's usual
    clock."""
    import gossamer_boards
    from gossamer_boards.build import rate

    from .plan.link import choose_link

    divisor, _ = rate(link, gossamer_boards.get(board).goal_hz)
    return choose_link(description, plan, mode,
                       byte_cycles=(10 if link == "uart" else 8) * divisor)


@dataclass(frozen=True, kw_only=True, eq=False)
class Simulation:
    """How a design behaved in a simulator.

    Attributes
    ----------
    simulator : str
    images, of : int
        Inferences that ran, and how many were given: fewer run where the simulator is slow.
    mismatches : int
        Output integers that differ from the graph's, or from PyTorch's where these are known.
    cycles : tuple of int
        Cycles of each inference.
    predicted : int
        Cycles that the plan predicts.
    accuracy : float or None
        Fraction of the labelled inferences that were classified correctly.
    outputs : int array
    """

    simulator: str
    images: int
    of: int
    mismatches: int
    cycles: tuple[int, ...]
    predicted: int
    accuracy: float | None
    outputs: npt.NDArray[np.int64]

    @property
    def worst_cycles(self) -> int:
        return max(self.cycles)

    def to_json(self) -> dict[str, Any]:
        return {
            "simulator": self.simulator,
            "images": self.images,
            "of": self.of,
            "mismatches": self.mismatches,
            "cycles": {"predicted": self.predicted, "simulated": self.worst_cycles,
                       "least": min(self.cycles)},
            "accuracy": self.accuracy,
        }


def simulate(
    design: Design | str | Path,
    inputs: npt.ArrayLike | Path | None = None,
    *,
    simulator: str = "verilator",
    build_dir: str | Path | None = None,
    progress: Progress | None = None,
) -> Simulation:
    """Run a design's Verilog and compare every output integer.

    Parameters
    ----------
    inputs : array, path of a ``.npy`` file, or None
        Integers are taken as they are, floats are quantised by the graph's input. Without inputs,
        the samples in the description are run and compared with what PyTorch answered as well.
    simulator : str
        ``verilator``, ``icarus``, or ``amaranth``, which runs only the first few inputs.
    build_dir : path, optional
        Keeps the compiled simulation; ``simulation`` in the design's folder otherwise.
    """
    from gossamer_sim.run import run_engine, run_engine_amaranth

    from .plan import finish

    design = _design(design)
    graph, samples = design.description.graph, design.description.samples
    if inputs is not None:
        x, samples = _inputs(design, inputs), None
    elif samples is not None:
        x = samples.inputs
    else:
        raise GossamerError(
            f"Design {design.folder} has no test vectors; give inputs for the simulation."
        )
    expected = graph.run(x)
    of = len(x)
    if simulator == "amaranth":
        x, expected = x[:SAMPLE], expected[:SAMPLE]
    elements = design.elements(x)

    def report(done: int, total: int) -> None:
        if progress is not None:
            progress("Simulating", done, total)

    # So long without a transfer is a hang, not a long layer.
    limit = 4 * design.plan.cycles + 1000
    streams = bool(design.streamed) or design.sdram
    if streams:
        limit += STREAM_START
    if simulator == "amaranth" and streams:
        raise GossamerError(f"The Amaranth simulator has no {'SDRAM' if design.sdram else 'flash'} "
                            "chip, from which the weights of this design come; choose verilator or "
                            "icarus.")
    if simulator == "amaranth":
        run = run_engine_amaranth(design.engine, elements, design.output_size, progress=report,
                                  timeout_cycles=limit, image=design.image)
    else:
        folder = design.folder / "simulation" if build_dir is None else Path(build_dir)
        source: Path | str = design.verilog
        top = "engine"
        if streams:
            from .running import engine_with_chip

            source, top = engine_with_chip(design, folder / simulator)
        run = run_engine(source, elements, design.output_size,
                         top=top, beat=design.beat,
                         build_dir=folder / simulator, simulator=simulator, progress=report,
                         timeout_cycles=limit, image=b"" if streams else design.image)
    outputs = finish(graph, run.outputs)
    wrong = outputs != expected.reshape(len(x), -1)
    accuracy = None
    if samples is not None:
        wrong |= outputs != samples.outputs[:len(x)].reshape(len(x), -1)
        labels = samples.labels[:len(x)]
        if (labels >= 0).any():
            hits = outputs.argmax(axis=1)[labels >= 0] == labels[labels >= 0]
            accuracy = float(hits.mean())
    return Simulation(
        simulator=simulator, images=len(x), of=of, mismatches=int(np.count_nonzero(wrong)),
        cycles=tuple(int(c) for c in run.cycles), predicted=design.plan.cycles, accuracy=accuracy,
        outputs=outputs,
    )


def build(
    design: Design | str | Path, *, seeds: int = 1, jobs: int = 1, minutes: float | None = None,
    clock_hz: int | None = None, layer_counters: bool = False, progress: Progress | None = None
) -> Build:
    """Synthesise, place, route and pack a design's bitstream, into ``build`` in its folder.

    Parameters
    ----------
    seeds, jobs : int
        Placements to try, the fastest of which is kept, and how many of them at once.
    minutes : float, optional
        After which one is stopped, and left out if another one is routed.
    clock_hz : int, optional
        Asked for first, instead of what is usual for the board. The bitstream runs at what timing
        analysis has shown to be safe.
    layer_counters : bool
        Whether the device counts the cycles of each layer, for :meth:`Device.layer_cycles`.
    """
    from gossamer_boards.build import build as run

    stages = _Stages(progress)
    result = run(_design(design), seeds=seeds, jobs=jobs, minutes=minutes, clock_hz=clock_hz,
                 layer_counters=layer_counters, progress=stages.step)
    stages.end()
    return result


def verify(
    design: Design | str | Path,
    *,
    level: str | None = None,
    only: bool = False,
    images: int = 20,
    simulator: str = "verilator",
    progress: Progress | None = None,
) -> Proof:
    """Prove a finished build through the pins of its board, level by level.

    Parameters
    ----------
    level : str, optional
        ``rtl``; ``netlist``, after synthesis; ``routed``, after place and route; ``bitstream``,
        the file that is flashed, read back. The highest that the board's tools allow otherwise.
    only : bool
        Whether to leave out the levels below it.
    images : int
        Inferences on each level: of the description's samples, or random ones.
    simulator : str
        ``verilator``, or ``icarus``, which starts at once and runs some fifty times slower.
    """
    from .verification import verify as run

    return run(_design(design), level=level, only=only, images=images, simulator=simulator,
               progress=progress)


def flash(design: Design | str | Path, *, memory: Memory | None = None) -> None:
    """Load a design's bitstream into the board that is plugged in.

    Parameters
    ----------
    memory : str, optional
        ``sram``, the FPGA itself, until the power goes, or ``flash``, the chip that it boots from;
        the board's usual one otherwise.
    """
    from gossamer_boards.flash import flash as run

    run(_design(design), memory)


def run(
    design: Design | str | Path,
    inputs: npt.ArrayLike | Path | None = None,
    *,
    port: str | None = None,
    verify: bool = False,
    build_dir: str | Path | None = None,
    progress: Progress | None = None,
) -> Run:
    """Run a design on a board, or on the virtual board, through the host protocol.

    Parameters
    ----------
    inputs : array, path of a ``.npy`` file, or None
        As for :func:`simulate`; without inputs, the samples in the description are run.
    port : str, optional
        The board's serial port. Without one, the whole device is simulated in Verilator behind a
        serial port of its own.
    verify : bool
        Compare every answer with the exact model's.
    build_dir : path, optional
        Keeps the compiled virtual board; ``virtual`` in the design's folder otherwise.
    """
    from .running import run as go

    design = _design(design)
    samples = design.description.samples
    if inputs is not None:
        x = _inputs(design, inputs)
    elif samples is not None:
        x = samples.inputs.astype(np.int64)
    else:
        raise GossamerError(
            f"Design {design.folder} has no test vectors; give inputs for the run."
        )

    def report(done: int, total: int) -> None:
        if progress is not None:
            progress("Running", done, total)

    return go(design, x, port=port, verify=verify, progress=report,
              build_dir=None if build_dir is None else Path(build_dir))


def boards() -> tuple[tuple[Board, bool], ...]:
    """Every board that a design can be made for, and whether a bitstream was ever made here for it.
    """
    import gossamer_boards

    return tuple((gossamer_boards.get(name), gossamer_boards.built(name))
                 for name in gossamer_boards.names())


def doctor() -> tuple[Tool, ...]:
    """Every tool that a verb needs: which was found, and how to get the missing ones."""
    from gossamer_boards.toolchain import doctor as run

    return tuple(run())


def demo(
    *,
    board: str = "icebreaker",
    model: str = "cnn",
    bitstream: bool = True,
    simulator: str | None = None,
    out: str | Path = "gossamer-demo",
    progress: Progress | None = None,
) -> Demo:
    """From training to a proven bitstream on scikit-learn's digits; no board needed.

    Parameters
    ----------
    board : str
        ``icebreaker`` or ``ulx3s``.
    model : str
        ``cnn`` or ``mlp``.
    bitstream : bool
        Whether to build it.
    simulator : str, optional
        ``verilator`` otherwise, or ``amaranth`` where no C++ compiler is found.
    out : path
        A folder that does not exist or is empty, or that an earlier call with the same choices
        made: then what is finished there is used again, and proved again.
    """
    from .demonstration import demo as run

    return run(board=board, model=model, bitstream=bitstream, simulator=simulator, out=Path(out),
               progress=progress)


class _Stages:
    """Makes stages of the steps of a longer work, each finished when the next one begins."""

    def __init__(self, progress: Progress | None) -> None:
        self.progress = progress
        self.current: str | None = None

    def step(self, what: str, done: int, total: int) -> None:
        self.end()
        self.current = what
        if self.progress is not None:
            self.progress(what, 0, 1)

    def end(self) -> None:
        if self.progress is not None and self.current is not None:
            self.progress(self.current, 1, 1)
        self.current = None


def _description(given: Description | str | Path) -> Description:
    return given if isinstance(given, Description) else Description.load(given)


def _design(given: Design | str | Path) -> Design:
    from .design import Design

    return given if isinstance(given, Design) else Design.load(Path(given))


def _plan(description: Description, board: str, format: str | None = None, fast: bool = False
          ) -> Plan:
    from .plan import plan

    return plan(description.graph, _target(board), format=format, fast=fast)


def _inputs(design: Design, given: npt.ArrayLike | Path) -> npt.NDArray[np.int64]:
    """Input integers from what the user gave; a sentence says what does not fit."""
    entry = design.description.graph.input
    what = "The inputs"
    if isinstance(given, (str, Path)):
        what = str(given)
        try:
            loaded = np.load(given, allow_pickle=False)
        except FileNotFoundError:
            raise GossamerError(f"There is no file {what}; save inputs with numpy.save.") from None
        except (OSError, ValueError, EOFError) as error:
            raise GossamerError(
                f"{what} is not a .npy file of plain numbers; save inputs with numpy.save."
            ) from error
        if isinstance(loaded, np.lib.npyio.NpzFile):
            loaded.close()
            raise GossamerError(
                f"{what} is an archive of arrays (.npz); save its inputs alone as a .npy file, "
                "with numpy.save.")
        given = loaded
    x = np.asarray(given)
    if np.issubdtype(x.dtype, np.floating) and x.shape[1:] == entry.shape:
        if not np.isfinite(x).all():
            raise GossamerError(f"{what} holds NaN or infinity; give finite numbers.")
        return entry.quantize(x)
    try:
        entry.admit(x)
    except ValueError as error:
        raise GossamerError(f"{what} does not fit the design: {error}.") from None
    if not len(x):
        raise GossamerError(f"{what} holds no samples; give at least one.")
    return x.astype(np.int64)
