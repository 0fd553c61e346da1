"""Run inferences through an engine in a simulator and count their cycles."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np

from gossamer.errors import GossamerError
from gossamer_sim import launch
from gossamer_sim.netlist import Netlist
from gossamer_sim.transfers import first_difference

__all__ = ["EngineRun", "Progress", "run_engine", "run_engine_amaranth"]

Ints = np.ndarray[tuple[int, ...], np.dtype[np.int64]]

# Called now and then with the number of inferences done and their total.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, kw_only=True)
class EngineRun:
    """What came out.

    Attributes
    ----------
    outputs : int64 array (inferences, outputs)
        The output integers in the order they came.
    cycles : int64 array (inferences,)
        Clock edges from the one that accepts an inference's first input element to the one that
        accepts its last output element, both counted.
    """

    outputs: Ints
    cycles: Ints


def run_engine(
    verilog: Path | str | Netlist,
    inputs: np.ndarray[tuple[int, ...], Any],
    outputs: int,
    *,
    build_dir: Path,
    top: str = "engine",
    simulator: str = "verilator",
    expected: np.ndarray[tuple[int, ...], Any] | None = None,
    stall: float = 0.0,
    seed: int = 0,
    progress: Progress | None = None,
    timeout_cycles: int = 1_000_000,
    image: bytes = b"",
    beat: int = 1,
) -> EngineRun:
    """Feed inferences through an engine's Verilog under cocotb.

    Parameters
    ----------
    verilog : Path, str or Netlist
        A file, or the text itself, or what `gossamer_sim.netlist.synthesise` made of it.
    inputs : int array (inferences, elements)
        Stored input bytes, -128 to 127.
    outputs : int
        Output elements of one inference.
    build_dir : Path
        Keeps the compiled simulation, which is reused while the Verilog stays the same, and, in
        ``run``, what the bench read and wrote.
    simulator : str
        ``verilator`` or ``icarus``.
    expected : int array (inferences, outputs), optional
        The bench compares and a difference raises a GossamerError.
    stall : float
        Chance of a pause per cycle, independently at the input and at the output. Without stalls
        an inference begins after the one before has ended, with stalls it presses in behind it.
    timeout_cycles : int
        This many cycles without a transfer on either stream count as a hang.
    image : bytes
        What the engine's weight memory is loaded with first, if it has none of its own.
    beat : int
        Input elements that the engine takes together.
    """
    inputs = _check_inputs(inputs, outputs, expected)
    if not 0 <= stall < 1:
        raise GossamerError(f"The chance of a stall is at least 0 and below 1, not {stall}.")
    build_dir = build_dir.resolve()
    run_dir, compiled = build_dir / "run", build_dir / simulator
    shutil.rmtree(run_dir, ignore_errors=True)
    run_dir.mkdir(parents=True)

    if isinstance(verilog, str):
        text, verilog = verilog, build_dir / f"{top}.v"
        verilog.write_text(text)
    with as_file(files("gossamer_sim") / "harness.v") as harness:
        launch.build(
            verilog,
            "harness",
            simulator,
            compiled,
            defines={"ENGINE": top} | ({"LOADED": 1} if image else {}) | (
                {"BEAT": beat} if beat > 1 else {}),
            harness=harness,
        )

    (run_dir / "inputs.bin").write_bytes(inputs.tobytes())
    if image:
        (run_dir / "weights.bin").write_bytes(image)
    given: dict[str, Any] = {} if expected is None else {"expected": expected}
    np.savez(
        run_dir / "bench.npz", count=len(inputs), outputs=outputs, timeout=timeout_cycles, **given
    )
    arguments = {
        "size": inputs.shape[1] // beat,
        "outputs": outputs,
        "count": len(inputs),
        "stall": round(stall * 65536),
        "seed": seed % 2**32,
        "timeout": timeout_cycles,
    }
    with ThreadPoolExecutor(max_workers=1) as executor:
        bench = executor.submit(
            launch.run,
            "gossamer_sim.bench_engine",
            "harness",
            simulator,
            compiled,
            run_dir,
            plusargs=[f"+{name}={value}" for name, value in arguments.items()],
            seed=seed,
        )
        reported = 0
        while progress is not None and not wait([bench], timeout=0.2).done:
            if (finished := _read_progress(run_dir / "progress")) != reported:
                reported = finished
                progress(finished, len(inputs))
        bench.result()
    if progress is not None:
        progress(len(inputs), len(inputs))
    with np.load(run_dir / "run.npz") as run:
        return EngineRun(outputs=run["outputs"], cycles=run["cycles"])


def run_engine_amaranth(
    component_factory: Callable[[], Any],
    inputs: np.ndarray[tuple[int, ...], Any],
    outputs: int,
    *,
    expected: np.ndarray[tuple[int, ...], Any] | None = None,
    progress: Progress | None = None,
    timeout_cycles: int = 1_000_000,
    image: bytes = b"",
) -> EngineRun:
    """Feed inferences through an engine in Amaranth's own simulator, which needs no compiler.

    It is a thousand times slower than Verilator: give it a sample of the inputs and say so.
    """
    from amaranth.sim import Simulator

    inputs = _check_inputs(inputs, outputs, expected)
    engine = component_factory()
    values = np.zeros((len(inputs), outputs), dtype=np.int64)
    starts, ends = np.zeros(len(inputs), dtype=np.int64), np.zeros(len(inputs), dtype=np.int64)
    finished = 0

    loaded = not image
    beat = getattr(engine, "beat", 1)

    async def source(ctx: Any) -> None:
        nonlocal loaded
        edge = 0
        for address, byte in enumerate(image):
            ctx.set(engine.load.address, address)
            ctx.set(engine.load.data, byte)
            ctx.set(engine.load.write, 1)
            await ctx.tick()
            edge += 1
        if image:
            ctx.set(engine.load.write, 0)
            ctx.set(engine.load.done, 1)
        loaded = True
        for n, elements in enumerate(inputs):
            while finished < n:
                await ctx.tick()
                edge += 1
            for k in range(0, len(elements), beat):
                given = elements[k:k + beat].tolist()
                ctx.set(engine.i.payload, {"data": given if beat > 1 else given[0],
                                           "last": int(k + beat == len(elements))})
                ctx.set(engine.i.valid, 1)
                ready = 0
                while not ready:
                    _, _, ready = await ctx.tick().sample(engine.i.ready)
                    edge += 1
                if k == 0:
                    starts[n] = edge
            ctx.set(engine.i.valid, 0)

    async def sink(ctx: Any) -> None:
        nonlocal finished
        edge = quiet = position = 0
        ctx.set(engine.o.ready, 1)
        while finished < len(inputs):
            _, _, valid, payload, accepted = await ctx.tick().sample(
                engine.o.valid, engine.o.payload, engine.i.valid & engine.i.ready
            )
            edge += 1
            quiet = 0 if valid or accepted or not loaded else quiet + 1
            if quiet == timeout_cycles:
                raise GossamerError(
                    f"The engine made no transfer for {timeout_cycles} cycles in inference "
                    f"{finished}."
                )
            if valid:
                values[finished, position] = payload.data
                position += 1
                if payload.last != (position == outputs):
                    raise GossamerError(
                        f"The engine does not mark exactly the last of {outputs} outputs with "
                        f"`last` in inference {finished}."
                    )
                if position == outputs:
                    ends[finished] = edge
                    position = 0
                    finished += 1
                    if progress is not None:
                        progress(finished, len(inputs))

    simulation = Simulator(engine)
    simulation.add_clock(1e-6)
    simulation.add_testbench(source, background=True)
    simulation.add_testbench(sink)
    simulation.run()
    if expected is not None and (difference := first_difference(values, expected)):
        raise GossamerError(difference)
    return EngineRun(outputs=values, cycles=ends - starts + 1)


def _check_inputs(
    inputs: np.ndarray[tuple[int, ...], Any],
    outputs: int,
    expected: np.ndarray[tuple[int, ...], Any] | None,
) -> np.ndarray[tuple[int, ...], np.dtype[np.int8]]:
    if inputs.ndim != 2 or not inputs.size:
        raise GossamerError(
            f"The inputs of a simulation have the shape (inferences, elements), not {inputs.shape}."
        )
    if not np.issubdtype(inputs.dtype, np.integer) or inputs.min() < -128 or inputs.max() > 127:
        raise GossamerError("The inputs of a simulation are stored bytes from -128 to 127.")
    if expected is not None and expected.shape != (len(inputs), outputs):
        raise GossamerError(
            f"The expected outputs have the shape {expected.shape}, not {(len(inputs), outputs)}."
        )
    return inputs.astype(np.int8)


def _read_progress(path: Path) -> int:
    try:
        return int(path.read_text() or 0)
    except FileNotFoundError:
        return 0
