"""The command ``gossamer``: every verb of :mod:`gossamer.api`, for the terminal and for scripts."""

from __future__ import annotations

import functools
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, ParamSpec

import typer
from rich.box import SIMPLE, SIMPLE_HEAD
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

import gossamer as gs

from .errors import GossamerError

if TYPE_CHECKING:
    import numpy as np

    from gossamer_boards.build import Build

    from . import api, inspection
    from .compress.sweep import Sweep
    from .demonstration import Demo
    from .running import Run

__all__ = ["app", "main"]

P = ParamSpec("P")

app = typer.Typer(
    help="From a PyTorch model to a small, exact, sparse accelerator on an open-source FPGA board.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]
Board = Annotated[str, typer.Option(help="Name of the board; `gossamer boards` lists them.")]
DesignFolder = Annotated[Path, typer.Argument(help="Folder that `gossamer generate` wrote.")]
Simulator = Literal["verilator", "icarus", "amaranth"]


class Failed(GossamerError):
    """The work was done and printed, and its result is a failure."""


def main() -> None:
    """Entry point of the command."""
    app(prog_name="gossamer")


def verb(function: Callable[P, None]) -> Callable[P, None]:
    """Register a verb; its errors become one sentence and an exit status.

    The verbs load what they need when they are called, so that an interruption of the loading is
    caught here too.
    """

    @functools.wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            function(*args, **kwargs)
        except GossamerError as error:
            _errors().print(f"gossamer: {error}", markup=False, highlight=False, soft_wrap=True)
            raise typer.Exit(1) from error
        except OSError as error:
            if error.filename is None:
                raise       # no folder of the user's
            _errors().print(f"gossamer: {error.filename} cannot be read or written "
                            f"({error.strerror}); choose a folder that you may write to and that "
                            "has room.", markup=False, highlight=False, soft_wrap=True)
            raise typer.Exit(1) from error
        except KeyboardInterrupt:
            _errors().print("gossamer: Interrupted; nothing half-written was left behind.")
            raise typer.Exit(130) from None

    app.command(name=function.__name__.removesuffix("_"))(run)
    return run


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"gossamer {version('gossamer')}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


@verb
def compress(
    model: Annotated[str, typer.Argument(help="A module, as net.py:Net; the file is executed.")],
    out: Annotated[Path, typer.Option(
        "--out", "-o", help="Description to write (.gsm); with --sweep, a folder.")],
    data: Annotated[str, typer.Option(
        help="digits, mnist5k, or a .npz file with x and y.")] = "digits",
    recipe: Annotated[str, typer.Option(
        help="What to compress to: a name, or a .toml file.")] = "block-ternary",
    sweep: Annotated[str | None, typer.Option(
        help="Densities, as 0.5,0.25,0.1: compress to each, draw accuracy over bits and cycles.",
    )] = None,
    board: Annotated[str, typer.Option(
        help="Where a sweep counts cycles.")] = "icebreaker",
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace an existing description.")
    ] = False,
    json: Json = False,
) -> None:
    """Train, prune and quantise a PyTorch module to a description."""
    if sweep is not None:
        if overwrite:
            raise GossamerError("A sweep keeps what its folder has, so --overwrite means nothing "
                                "to it; leave it out, or choose another folder.")
        with _progress(json) as progress:
            swept = gs.sweep(model, data, recipe, _densities(sweep), out=out, board=board,
                             progress=progress, watch=progress.watch)
        _show(json, swept.to_json(), *_sweep(swept), f"Wrote {out}")
        return
    # Said before the training, not after it.
    if out.exists() and not overwrite:
        raise GossamerError(f"{out} already exists; choose another name or give --overwrite.")
    _check_place(out)
    with _progress(json) as progress:
        description = gs.compress(model, data, recipe, progress=progress, watch=progress.watch,
                                  checkpoint=out.with_name(f".{out.name}.checkpoint"))
    description.save(out, overwrite=overwrite)
    found = gs.inspect(description)
    _show(json, found.to_json() | {"description": str(out)}, *_inspection(found), f"Wrote {out}")


@verb
def import_(
    model: Annotated[Path, typer.Argument(help="A .tflite, .onnx or .pt2 file, quantised.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Description to write (.gsm).")],
    name: Annotated[str | None, typer.Option(help="What to call the model.")] = None,
    input_bits: Annotated[int, typer.Option(
        min=2, max=16, help="Bits of the input, if the model does not quantise it.")] = 8,
    input_scale: Annotated[float, typer.Option(
        help="Real value of one step of such an input.")] = 1 / 16,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace an existing description.")
    ] = False,
    json: Json = False,
) -> None:
    """Import a finished integer model of another framework, bit for bit."""
    if out.suffix != ".gsm":
        raise GossamerError(f"A description's name ends in .gsm, which {str(out)!r} does not; "
                            f"write {str(out.with_suffix('.gsm'))!r}.")
    description, notes = gs.import_(model, name=name, input_bits=input_bits,
                                    input_scale=input_scale)
    description.save(out, overwrite=overwrite)
    found = gs.inspect(description)
    _show(json, found.to_json() | {"description": str(out), "notes": list(notes)},
          *_inspection(found), *notes, f"Wrote {out}")


@verb
def inspect(
    description: Annotated[Path, typer.Argument(help="A description (.gsm).")],
    board: Annotated[str | None, typer.Option(
        help="Also say what it costs on a board, and compare all formats there.")] = None,
    json: Json = False,
) -> None:
    """Show layers, formats, bits and accuracy of a description."""
    found = gs.inspect(description, board=board)
    _show(json, found.to_json(), *_inspection(found))


@verb
def generate(
    description: Annotated[Path, typer.Argument(help="A description (.gsm).")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Design folder to write.")],
    board: Board = "icebreaker",
    format: Annotated[str | None, typer.Option(
        help="Weight format wherever a layer suits it; the planner chooses otherwise.")] = None,
    fast: Annotated[bool, typer.Option(
        "--fast", help="Fewest cycles that the board has room for; otherwise fewest logic cells x "
        "cycles.")] = False,
    link_codec: Annotated[Literal["zfpl", "zeros", "auto"] | None, typer.Option(
        help="Inputs travel compressed, and large results too; with auto, only where that is "
        "faster.")] = None,
    link: Annotated[Literal["uart", "spi"], typer.Option(
        help="What leads to the host; `gossamer boards` says what a board has.")] = "uart",
    json: Json = False,
) -> None:
    """Plan the accelerator for a board and write its design folder."""
    design = gs.generate(description, board=board, out=out, format=format, fast=fast,
                         link_codec=link_codec, link=link)
    plan = design.plan.to_json() | {"needs": design.needs.to_json()}
    found = gs.inspect(design.description)
    result: dict[str, Any] = {"design": str(out), "board": board, "plan": plan}
    lines: list[str] = []
    if link_codec is not None:
        result["link"] = design.link and design.link.to_json()
        result["results"] = design.results and design.results.to_json()
        lines = [f"Inputs travel as {design.link_size} bytes at most." if design.link else
                 "Inputs travel as they are: compressed ones would not be faster, or there is no "
                 "room for their decoder."]
        if design.results:
            lines.append("Results travel compressed, without loss.")
    _show(json, result, *_plan(plan, found), *lines, f"Wrote {out}")


@verb
def simulate(
    design: DesignFolder,
    inputs: Annotated[
        Path | None, typer.Option(help="A .npy file; otherwise the description's test set.")
    ] = None,
    simulator: Annotated[Simulator, typer.Option(help="What runs the Verilog.")] = "verilator",
    json: Json = False,
) -> None:
    """Run a design and compare every output integer with the exact model."""
    with _progress(json) as progress:
        result = gs.simulate(design, inputs, simulator=simulator, progress=progress)
    _show(json, result.to_json(), _simulation(result))
    _judge(result)


@verb
def build(
    design: DesignFolder,
    seeds: Annotated[int, typer.Option(
        help="Placements to try; the fastest is kept.")] = 1,
    jobs: Annotated[int, typer.Option(help="How many of them at once.")] = 1,
    minutes: Annotated[float | None, typer.Option(
        help="After which a placement is stopped, and left out if another one is routed.")] = None,
    clock: Annotated[int | None, typer.Option(
        min=1, max=400, help="MHz to ask for first, instead of what is usual for the board."
    )] = None,
    layer_counters: Annotated[
        bool, typer.Option("--layer-counters", help="Count the cycles of each layer on the chip.")
    ] = False,
    json: Json = False,
) -> None:
    """Synthesise, place, route and pack the bitstream."""
    with _progress(json) as progress:
        result = gs.build(design, seeds=seeds, jobs=jobs, minutes=minutes,
                          layer_counters=layer_counters, progress=progress,
                          clock_hz=None if clock is None else clock * 1_000_000)
    _show(json, result.to_json(), _pairs("Bitstream", {
        "runs at": f"{result.clock_hz / 1e6:.2f} MHz",
        "timing analysis": f"up to {result.fmax_mhz:.2f} MHz"
                           f"{f', seed {result.seed} of {len(result.seeds)}' * (seeds > 1)}",
        **({"serial line": f"{result.baud:,} baud"} if result.line == "uart" else
           {"SPI": f"SCK up to {result.baud / 1e6:.3g} MHz"}),
        **_utilisation(result.utilisation),
        "bitstream": _bitstream(result),
    }))


@verb
def verify(
    design: DesignFolder,
    level: Annotated[
        Literal["rtl", "netlist", "routed", "bitstream"] | None,
        typer.Option(help="How far; as far as the board's tools go otherwise."),
    ] = None,
    only: Annotated[bool, typer.Option("--only", help="Leave out the levels below.")] = False,
    images: Annotated[int, typer.Option(help="Inferences on each level.")] = 20,
    simulator: Annotated[
        Literal["verilator", "icarus"], typer.Option(help="What runs the Verilog.")
    ] = "verilator",
    json: Json = False,
) -> None:
    """Prove a finished build through its pins, from the RTL to the bitstream read back."""
    with _progress(json) as progress:
        proof = gs.verify(design, level=level, only=only, images=images, simulator=simulator,
                          progress=progress)
    _show(json, proof.to_json(), _rows(f"Proof on {proof.board}, in {proof.simulator}", [
        {"level": rung.level, "state": rung.state, "inferences": rung.images,
         "wrong integers": rung.mismatches, "seconds": rung.seconds, "": rung.reason}
        for rung in proof.rungs
    ]))
    if not proof.proved:
        raise Failed(f"The level {proof.wanted} of {design} is not proved; the table says why.")


@verb
def flash(
    design: DesignFolder,
    memory: Annotated[
        Literal["sram", "flash"] | None,
        typer.Option(help="The FPGA itself, or the chip that it boots from; the board's usual one "
                          "otherwise."),
    ] = None,
    json: Json = False,
) -> None:
    """Load the bitstream into the board that is plugged in."""
    gs.flash(design, memory=memory)
    _show(json, {"flashed": str(design)}, "The board is running the design.")


@verb
def run(
    design: DesignFolder,
    inputs: Annotated[
        Path | None, typer.Argument(help="A .npy file; otherwise the description's test set.")
    ] = None,
    port: Annotated[
        str | None, typer.Option(help="The board's serial port, as /dev/ttyUSB1 or COM4; with SPI "
                                 "an FTDI chip, as ftdi://ftdi:2232h/1.")
    ] = None,
    virtual: Annotated[
        bool, typer.Option("--virtual", help="Simulate the whole device behind a serial port.")
    ] = False,
    verify: Annotated[
        bool, typer.Option("--verify", help="Compare every answer with the exact model's.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Write the output integers (.npy).")
    ] = None,
    floats: Annotated[
        bool, typer.Option("--floats", help="Write real values in place of integers.")
    ] = False,
    json: Json = False,
) -> None:
    """Run a design on its board or on the virtual board, through the host protocol."""
    if virtual == (port is not None):
        raise GossamerError("Give either --port with the board's serial port, or --virtual.")
    if out is not None:
        _check_place(out)
    with _progress(json) as progress:
        result = gs.run(design, inputs, port=port, verify=verify, progress=progress)
    if out is not None:
        _write_array(out, result.values if floats else result.outputs)
    _show(json, result.to_json(), _pairs("Run", _running(result)))
    if result.difference:
        raise Failed(result.difference)


@verb
def boards(json: Json = False) -> None:
    """List the boards that designs can be made for."""
    from .plan.cells import table

    columns = ("device", "luts", "block_rams", "dsps", "sprams", "clock_hz")
    rows = [{"name": board.name,
             **{column: getattr(board.target, column) for column in columns},
             "link": ", ".join(board.lines), "cable": board.cable,
             "costs": table(board.target).name, "built": built}
            for board, built in gs.boards()]
    _show(json, {"boards": rows}, _rows("Boards", rows),
          "Costs: the device that the planner's numbers were measured on.",
          "Built: a test or a design of this installation has become a bitstream for it.")


@verb
def doctor(json: Json = False) -> None:
    """List every tool that a verb needs, which was found, and how to get the missing ones."""
    found = gs.doctor()
    rows = [{"tool": tool.name, "for": tool.purpose, "found": tool.found or "missing",
             "version": tool.version} for tool in found]
    hints = [f"{tool.name}: {tool.problem or 'not found'}; {tool.remedy}."
             for tool in found if not tool.found]
    _show(json, {"tools": [tool.to_json() for tool in found]}, _rows("Tools", rows), *hints)


@verb
def demo(
    board: Annotated[Literal["icebreaker", "ulx3s"], typer.Option()] = "icebreaker",
    model: Annotated[Literal["cnn", "mlp"], typer.Option()] = "cnn",
    bitstream: Annotated[
        bool, typer.Option("--bitstream/--no-bitstream", help="Build the bitstream.")
    ] = True,
    simulator: Annotated[
        Simulator | None,
        typer.Option(help="verilator, or amaranth where no C++ compiler is found."),
    ] = None,
    out: Annotated[Path, typer.Option(help="Folder to write.")] = Path("gossamer-demo"),
    json: Json = False,
) -> None:
    """Train, compress, generate, prove and build a classifier of real digits; needs no board.

    A folder that an earlier demo with the same choices made is taken up again; any other existing
    folder is refused.
    """
    with _progress(json) as progress:
        result = gs.demo(board=board, model=model, bitstream=bitstream, simulator=simulator,
                          out=out, progress=progress)
    _show(json, result.to_json(), _demo(result), *result.notes)
    _judge(result.simulation)
    if result.run is not None and result.run.difference:
        raise Failed(result.run.difference)


def _judge(simulation: api.Simulation) -> None:
    """Exit with an error if the hardware was not exact."""
    if simulation.mismatches:
        raise Failed(
            f"{simulation.mismatches} output integers of {simulation.images} inferences differ "
            "from the exact model; please report this with the design folder."
        )
    first, *others = simulation.cycles
    # The first one may wait for the decoder, see gossamer.plan.cycles.
    if first < simulation.predicted or any(cycles != simulation.predicted for cycles in others):
        raise Failed(
            f"The simulation took {simulation.worst_cycles} cycles where the plan predicts "
            f"{simulation.predicted}; please report this with the design folder."
        )


def _check_place(path: Path) -> None:
    """Refuse a place that cannot be written."""
    if not os.access(path.parent, os.W_OK | os.X_OK) or not path.parent.is_dir():
        raise GossamerError(
            f"{path} cannot be written, because {path.parent} is not a folder that you may write "
            "to; make it or choose another."
        )


def _write_array(path: Path, array: np.ndarray[Any, Any]) -> None:
    import numpy as np

    try:
        with path.open("wb") as file:
            np.save(file, array, allow_pickle=False)
    except OSError as error:
        raise GossamerError(
            f"{path} cannot be written ({error.strerror}); choose a place that you may write to."
        ) from error


# ---------------------------------------------------------------- showing


def _errors() -> Console:
    return Console(stderr=True)


def _show(as_json: bool, result: dict[str, Any], *parts: Table | str) -> None:
    """The result: one object for scripts, tables for people."""
    if as_json:
        sys.stdout.write(json.dumps(result, indent=1) + "\n")
        return
    # A pipe has no width of its own; the widest table needs this much.
    console = Console() if sys.stdout.isatty() else Console(width=180)
    for part in parts:
        console.print(part, highlight=False, soft_wrap=isinstance(part, str))


class _Lines:
    """Progress without a terminal: one line for each stage, none for scripts."""

    def __init__(self, console: Console, *, quiet: bool) -> None:
        self.console, self.quiet = console, quiet
        self.begun: set[str] = set()

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage not in self.begun and not self.quiet:
            self.begun.add(stage)
            self.console.print(f"{stage} ...", highlight=False)

    def watch(self, stage: str, figures: Mapping[str, float]) -> None:
        """Figures of an epoch; a log has no use for hundreds of them."""


class _Bars:
    """Progress at a terminal: a bar for each stage, beside it the figures of its last epoch."""

    def __init__(self, bars: Progress) -> None:
        self.bars = bars
        self.tasks: dict[str, Any] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage not in self.tasks:
            self.tasks[stage] = self.bars.add_task(stage, figures="")
        self.bars.update(self.tasks[stage], completed=done, total=total)

    def watch(self, stage: str, figures: Mapping[str, float]) -> None:
        text = "  ".join(f"{name} {value:.1%}" if name in ("density", "validation")
                         else f"{name} {value:.3g}" for name, value in figures.items())
        self.bars.update(self.tasks[stage], figures=text)


@contextmanager
def _progress(quiet: bool) -> Iterator[_Lines | _Bars]:
    """Shows progress on standard error."""
    console = _errors()
    if not console.is_terminal:
        yield _Lines(console, quiet=quiet)
        return
    columns = (TextColumn("{task.description:<28}"), BarColumn(), MofNCompleteColumn(),
               TimeElapsedColumn(), TextColumn("{task.fields[figures]}"))
    with Progress(*columns, console=console) as bars:
        yield _Bars(bars)


def _text(value: Any) -> str:
    match value:
        case None:
            return "-"
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:,.3f}"
        case int():
            return f"{value:,}"
        case list() | tuple():
            return "x".join(map(_text, value)) or "-"
        case dict():
            return ", ".join(f"{key} {_text(item)}" for key, item in value.items())
    return str(value)


def _rows(title: str, rows: list[dict[str, Any]]) -> Table:
    """A table with one line for each of ``rows``."""
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    for column in rows[0] if rows else ():
        number = isinstance(rows[0][column], int | float)
        table.add_column(column, justify="right" if number else "left", overflow="fold",
                         no_wrap=not table.columns)
    for row in rows:
        table.add_row(*map(_text, row.values()))
    return table


def _pairs(title: str, items: dict[str, Any]) -> Table:
    """A table of names and values."""
    table = Table(title=title, title_justify="left", box=SIMPLE, pad_edge=False,
                  show_header=False)
    table.add_column()
    table.add_column(overflow="fold")
    for key, value in items.items():
        if value != []:
            table.add_row(key.replace("_", " "), _text(value))
    return table


def _inspection(found: inspection.Inspection) -> list[Table | str]:
    weights = found.weights
    rows = [
        {"layer": _layer(layer.name), "shape": layer.shape, "weights": layer.weights,
         "nonzero": layer.nonzero, "blocks": layer.blocks, "kept": layer.survivors,
         "format": layer.format, "bits": layer.packed_bits, "sum": layer.accumulator_bits}
        for layer in found.layers
    ]
    parts: list[Table | str] = [_rows(found.name, rows)]
    parts.append(
        f"{weights.packed_bits:,} bits for {weights.count:,} weights: "
        f"{weights.bits_per_weight:.3f} bits per weight, {weights.ratio_vs_float32:.1f} times "
        f"smaller than float32; {found.pruned:.1%} of the blocks are pruned."
    )
    if found.test_images and found.integer_accuracy is not None:
        before = "" if found.float_accuracy is None else f" (float {found.float_accuracy:.2%})"
        parts.append(
            f"Accuracy {found.integer_accuracy:.2%}{before} on {found.test_images} test images."
        )
    if found.robustness is not None:
        parts.append(
            f"Under attack {found.robustness.fresh:.2%}, on samples found for the float model "
            f"{found.robustness.transferred:.2%} (float {found.robustness.float_accuracy:.2%})."
        )
    if found.plan is not None:
        parts += _plan(found.plan, found)
    for name, options in found.options.items():
        parts.append(_rows(f"Formats for {_layer(name)}", [
            {"format": option.format or option.kind, "lanes": option.lanes or None,
             "block": (option.rows, option.columns), "values": option.value_bits or None,
             "coded": option.code_bits or None, "stored": option.stored_bits or None,
             "cycles": option.cycles or None, "LUTs": option.luts or None,
             "RAMs": option.block_rams or None, "DSPs": option.dsps if option.luts else None,
             "": "chosen" if option.chosen else option.reason}
            for option in options
        ]))
    if found.break_even:
        parts += _break_even(found)
    if found.refusal:
        parts.append(found.refusal)
    if found.options:
        parts.append(
            "Bits of the weights alone, with masks and positions, and in whole memory words; "
            "engine and host link for the layer alone, on a port of 64 bits with two requantizers; "
            f"chosen: {found.objective}.")
    return parts


def _densities(text: str) -> list[float]:
    try:
        return [float(part) for part in text.split(",")]
    except ValueError:
        raise GossamerError(
            f"The densities {text!r} are not numbers with commas; give them as 0.5,0.25,0.1."
        ) from None


def _sweep(found: Sweep) -> list[Table | str]:
    """One line for each density, and why some have no cycles."""
    rows = [
        {"density": f"{point.density:g}", "nonzero": f"{point.nonzero:.1%}",
         "accuracy": f"{point.accuracy:.2%}", "float": f"{point.float_accuracy:.2%}",
         "bits": point.bits, "cycles": point.cycles, "logic cells": point.cells,
         "": "Pareto front" if point.best else ""}
        for point in found.points
    ]
    refusals = [f"{point.density:g}: {point.refusal}" for point in found.points if point.refusal]
    title = f"{found.model}, {found.recipe}, {found.test_images} test images, {found.board}"
    return [_rows(title, rows), *refusals]


def _break_even(found: inspection.Inspection) -> list[Table | str]:
    """From which pruning ratio each way to prune a layer pays, and how far the layer is pruned."""
    rows = [
        {"layer": _layer(layer.name), "now": f"{layer.weights / max(1, layer.nonzero):.2f}",
         **{each.sparsity: "never" if each.ratio is None else f"{each.ratio:.2f}"
            for each in found.break_even[layer.name]}}
        for layer in found.layers
    ]
    return [
        _rows("Break-even pruning ratios", rows),
        "All weights over those that are left, from which a sparse engine of the layer takes less "
        "logic cells x time than the best dense one; below that the layer is better dense.",
    ]


def _plan(plan: dict[str, Any], found: inspection.Inspection) -> list[Table | str]:
    """What a model costs on a board, and why that is more than its own weights."""
    target, needs = plan["target"], plan["needs"]
    segment = plan["segments"][0]
    geometry = segment["geometry"]
    kinds = {"logic cells": "luts", "block RAMs": "block_rams", "DSP blocks": "dsps"}
    parts: list[Table | str] = [_pairs(f"Plan for {target['name']}", {
        "array": f"blocks of {geometry['rows']} rows x {geometry['columns']} columns, "
                 f"{segment['lanes']} lanes",
        **{kind: f"{needs[key]:,} of {target[key]:,}" for kind, key in kinds.items()},
        "cycles": plan["cycles"],
        "packed bits": plan["packed_bits"],
    })]
    waiting = [layer for layer in segment["layers"] if 2 * layer["waits"] > layer["cycles"]]
    if waiting:
        source = "SDRAM" if target["sdram"] else "flash"
        parts.append(
            f"The {source} limits {', '.join(_layer(layer['name']) for layer in waiting)}: the "
            f"array waits for their weights in {sum(layer['waits'] for layer in waiting):,} of "
            f"{sum(layer['cycles'] for layer in waiting):,} cycles.")
    own = {layer.name for layer in found.layers}
    extra = [layer for layer in segment["layers"] if layer["name"] not in own]
    if extra:
        parts.append(
            f"{sum(layer['packed_bits'] for layer in extra):,} of the packed bits belong to no "
            "weights of the model: pooling and copies run as passes of their own "
            f"({', '.join(_layer(layer['name']) for layer in extra)})."
        )
    return parts


def _layer(name: str) -> str:
    """The name that a layer has in the user's module."""
    return name.removesuffix(".sum")


def _simulation(result: api.Simulation) -> Table:
    return _pairs("Simulation", _proof(result, "the exact model's"))


def _proof(result: api.Simulation, reference: str) -> dict[str, Any]:
    sample = "" if result.images == result.of else f" of {result.of}"
    rows: dict[str, Any] = {
        f"in {result.simulator}": f"{result.images}{sample} inferences",
        "exactness": f"{result.mismatches:,} of {result.outputs.size:,} output integers differ "
                     f"from {reference}",
        "cycles": f"{result.predicted:,} predicted, {result.worst_cycles:,} simulated",
    }
    if result.accuracy is not None:
        rows["accuracy in the simulated hardware"] = f"{result.accuracy:.2%}"
    return rows


def _running(result: Run) -> dict[str, Any]:
    virtual = result.device == "virtual"
    rows: dict[str, Any] = {
        "on": "the virtual board, in simulated time" if virtual else result.device,
        "inferences": result.images,
        "throughput": f"{result.throughput:,.1f} inferences a second at {result.baud:,} bit/s",
        "latency": f"{result.latency_us:.2f} us, {result.cycles:,} cycles at "
                   f"{result.clock_hz / 1e6:.2f} MHz",
        "layers": ", ".join(f"{_layer(name)} {cycles:,}"
                            for name, cycles in result.layer_cycles.items()) or None,
    }
    if result.verified:
        rows["exactness"] = f"{result.mismatches:,} of {result.outputs.size:,} output integers " \
                            "differ from the exact model's"
    if result.resent or result.silences:
        rows["line"] = f"{result.resent:,} tensors sent again, {result.silences:,} time-outs"
    return rows


def _utilisation(kinds: dict[str, dict[str, int]]) -> dict[str, str]:
    return {kind: f"{count['used']:,} of {count['available']:,}" for kind, count in kinds.items()}


def _bitstream(build: Build) -> str:
    return f"{build.bitstream}{' (of an earlier build of the same inputs)' * build.cached}"


def _demo(result: Demo) -> Table:
    description, weights = result.description, result.weights
    rows: dict[str, Any] = {
        "model": f"digits {result.model}, {weights.count:,} weights, {weights.nonzero:,} nonzero",
        "packed": f"{weights.packed_bits:,} bits, {weights.bits_per_weight:.3f} bits per weight, "
                  f"{weights.ratio_vs_float32:.1f} times smaller than float32",
        "accuracy": f"{description.integer_accuracy:.2%} integer, "
                    f"{description.float_accuracy:.2%} float, {description.test_images} images",
        **_proof(result.simulation, "PyTorch's"),
    }
    if result.build is not None:
        rows |= {
            "clock": f"{result.build.clock_hz / 1e6:.2f} MHz; timing analysis: up to "
                     f"{result.build.fmax_mhz:.2f} MHz",
            "latency": f"{result.latency_us:.2f} us",
            **_utilisation(result.build.utilisation),
            "bitstream": _bitstream(result.build),
        }
    if result.run is not None:
        run = _running(result.run)
        rows |= {
            "virtual board": f"{result.run.images} inferences through its serial port",
            "exactness there": run["exactness"],
            "throughput there": run["throughput"],
        }
    rows |= {"description": result.description_path, "design": result.design_path}
    return _pairs(f"Demo on {result.board}", rows)
