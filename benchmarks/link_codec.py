"""Time per image over a slow link, compressed and not, and what compression changes.

    python benchmarks/link_codec.py DESCRIPTION [...] [--board ulx3s] [--ratio 48] [--json]

For each description (`gossamer compress ... -o net.gsm`): the shortest frames of ZfpL that keep the
ratio of signal to noise on the calibration samples; the ratio, and the share of predictions that
change, on all of its samples; and the cycles from one image to the next in Verilator, behind a link
that gives a byte in a cycle with a chance of 4 in k, which is a word of 32 bits in k cycles. Images
wait in two slots, as on a board. Every output integer is compared with the graph's for what the
codec decodes.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from amaranth.back import verilog
from amaranth.hdl import Module, Mux, Signal
from amaranth.lib import stream
from amaranth.lib.wiring import Component, In, Out, connect, flipped

import gossamer_boards
from gossamer.description import Description
from gossamer.plan import Plan, device_part, plan, stored
from gossamer.plan.link import choose_link, predictions
from gossamer_hw.array import ArrayEngine
from gossamer_hw.link.coded import CodedEngine
from gossamer_hw.link.slots import INPUT, OUTPUT, InputSlots
from gossamer_sim.run import run_engine

#: Cycles of a word.
WORDS = (8, 16, 32, 64, 128)

#: Images to simulate, and how many of them fill the pipeline.
IMAGES, FILLING = 12, 3


class Waiting(Component):
    """An engine behind the two slots in which images wait."""

    def __init__(self, engine: Component, size: int) -> None:
        self.engine = engine
        self.size = size
        super().__init__({"i": In(stream.Signature(INPUT)), "o": Out(stream.Signature(OUTPUT))})

    def elaborate(self, platform: object) -> Module:
        m = Module()

        m.submodules.engine = engine = self.engine
        m.submodules.slots = slots = InputSlots(self.size)
        offset, taken = Signal(range(self.size)), Signal()
        m.d.comb += [
            self.i.ready.eq(slots.free != 0),
            taken.eq(self.i.valid & self.i.ready),
            slots.write.eq(taken),
            slots.offset.eq(offset),
            slots.data.eq(self.i.payload.data),
            slots.commit.eq(taken & self.i.payload.last),
        ]
        with m.If(taken):
            m.d.sync += offset.eq(Mux(self.i.payload.last, 0, offset + 1))
        connect(m, slots.o, engine.i)
        connect(m, engine.o, flipped(self.o))

        return m


def periods(engine: Component, inputs: np.ndarray[Any, Any], expected: np.ndarray[Any, Any],
            folder: Path) -> list[float]:
    """Cycles from one image to the next, for each of the links."""
    text = verilog.convert(Waiting(engine, inputs.shape[1]), name="engine", emit_src=False)
    found = []
    for cycles in WORDS:
        run_engine(text, inputs, expected.shape[1], build_dir=folder, expected=expected,
                   stall=1 - 4 / cycles, seed=1)
        # The last output of an image has the bit above its 16.
        ends = [int(line.split()[1]) for line in (folder / "run" / "transfers.txt").open()
                if line.startswith("o") and int(line.split()[2], 16) >> 16]
        found.append((ends[-1] - ends[FILLING - 1]) / (len(ends) - FILLING))
    return found


def measure(path: Path, board: str, ratio: float, folder: Path) -> dict[str, Any]:
    description = Description.load(path)
    graph = device_part(description.graph)
    made: Plan = plan(description.graph, gossamer_boards.get(board).target)
    samples = description.samples
    if samples is None:
        raise SystemExit(f"{path} has no samples to measure with.")
    chosen = choose_link(description, made, "zfpl", byte_cycles=10, ratio=ratio)
    codec = chosen.codec
    assert codec is not None
    x = samples.inputs.astype(np.int64)
    zero = stored(graph.input.name, graph.input.infer()).zero
    elements = (x - zero).reshape(len(x), -1).astype(np.int8)
    frames = codec.encode(elements)
    back = codec.decode(frames).astype(np.int64).reshape(x.shape) + zero
    right, answered = graph.run(x), graph.run(back)
    noise = np.sum((back - x) ** 2)
    first = slice(0, IMAGES)
    native = periods(ArrayEngine(made.program.spec), elements[first],
                     right[first].reshape(IMAGES, -1), folder / f"{path.stem}-native")
    coded = periods(CodedEngine(ArrayEngine(made.program.spec), codec),
                    frames.view(np.int8)[first], answered[first].reshape(IMAGES, -1),
                    folder / f"{path.stem}-coded")
    return {
        "description": path.stem, "codec": codec.name, "images": len(x),
        "bytes": {"native": elements.shape[1], "coded": codec.frame},
        "db": round(float(10 * np.log10(np.sum((x - graph.input.zero) ** 2) / noise)), 1)
        if noise else None,
        "changed": float(np.mean(predictions(right) != predictions(answered))),
        "engine": made.cycles,
        "links": [{"cycles a word": cycles, "native": round(a), "coded": round(b),
                   "of native": round(b / a, 3)}
                  for cycles, a, b in zip(WORDS, native, coded, strict=True)],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("descriptions", type=Path, nargs="+")
    parser.add_argument("--board", default="ulx3s", help="what the engine is planned for")
    parser.add_argument("--ratio", type=float, default=48.0, help="signal to noise in dB")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        rows = [measure(path, arguments.board, arguments.ratio, Path(name))
                for path in arguments.descriptions]
    if arguments.json:
        print(json.dumps(rows, indent=2))
        return
    for row in rows:
        size = row["bytes"]
        print(f"{row['description']}: {size['coded']} in place of {size['native']} bytes, "
              f"{row['db']} dB, {row['changed']:.2%} of the predictions of {row['images']} images "
              f"changed, engine {row['engine']:,} cycles")
        for link in row["links"]:
            print(f"  a word in {link['cycles a word']:3} cycles: {link['native']:7,} cycles an "
                  f"image, compressed {link['coded']:7,}, {link['of native']:.2f} of it")


if __name__ == "__main__":
    main()
