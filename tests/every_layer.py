"""All results of all layers, as an engine writes and gives them, against the graph's tensors."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from amaranth.hdl import Module, Signal
from amaranth.lib import memory, wiring
from amaranth.lib.wiring import connect, flipped

from gossamer.ir import Graph
from gossamer.plan import Program, device_part, stored
from gossamer_hw.array import ArrayEngine
from gossamer_sim.bench import check_streams

__all__ = ["check_every_layer", "results"]


class Loaded(wiring.Component):
    """An engine whose weights a ROM brings at the start, in the place of a host."""

    def __init__(self, engine: ArrayEngine) -> None:
        self.engine = engine
        super().__init__({name: engine.signature.members[name] for name in ("i", "o", "results")})

    def elaborate(self, platform: object) -> Module:
        m = Module()

        m.submodules.engine = engine = self.engine
        image = engine.spec.image
        m.submodules.rom = rom = memory.Memory(shape=8, depth=len(image), init=image)
        read = rom.read_port(domain="comb")
        address = Signal(range(len(image)))
        done = Signal()
        with m.If(~done):
            m.d.sync += [address.eq(address + 1), done.eq(address == len(image) - 1)]
        m.d.comb += [
            read.addr.eq(address),
            engine.load.write.eq(~done),
            engine.load.address.eq(address),
            engine.load.data.eq(read.data),
            engine.load.done.eq(done),
        ]
        connect(m, flipped(self.i), engine.i)
        connect(m, flipped(self.o), engine.o)
        connect(m, flipped(self.results), engine.results)

        return m


def results(program: Program, graph: Graph, x: np.ndarray) -> Iterator[dict[str, Any]]:
    """What is written to activation memory in an inference of ``x`` (1, ...), in its order."""
    spec, types, tensors = program.spec, graph.types(), graph.trace(x)
    for layer, item in zip(spec.layers[:-1], program.passes, strict=False):
        values = tensors[item.output].reshape(-1, layer.channels) - stored(
            item.output, types[item.output]).zero
        order, step = np.arange(len(values)), layer.out_step
        if layer.out_turn is not None:      # column by column
            width = types[item.output].shape[1]
            order, step = order.reshape(-1, width).T.reshape(-1), step // width
        for channel in range(0, layer.channels, spec.rows):
            rows = range(channel, min(channel + spec.rows, layer.channels), spec.together)
            for position in order.tolist():
                for row in rows:
                    yield {"address": layer.out_base + position * step + row,
                           "data": [int(v) for v in values[position][row:row + spec.together]]}


def check_every_layer(program: Program, graph: Graph, x: np.ndarray, build_dir: Path, *,
                      simulator: str = "verilator") -> int:
    """Run inferences of ``x`` (N, ...) and compare everything; the number of integers compared."""
    device, beat = device_part(graph), program.spec.beat
    given, wanted = [], []
    zero = stored(graph.input.name, graph.input.infer()).zero
    for sample in x:
        flat = (sample.reshape(-1) - zero).tolist()
        given += [{"data": flat[i:i + beat] if beat > 1 else flat[i],
                   "last": int(i + beat == len(flat))} for i in range(0, len(flat), beat)]
        wanted += list(results(program, device, sample[None]))
    outputs = device.run(x).reshape(len(x), -1)
    frames = [{"data": int(v), "last": int(i == len(row) - 1)}
              for row in outputs for i, v in enumerate(row)]
    engine = ArrayEngine(program.spec, traced=True)
    check_streams(
        Loaded(engine) if program.spec.loaded else engine,
        {"i": given}, {"o": frames, "results": wanted},
        build_dir=build_dir, simulator=simulator, stall=0.0, timeout_cycles=100_000)
    return len(frames) + sum(len(write["data"]) for write in wanted)
