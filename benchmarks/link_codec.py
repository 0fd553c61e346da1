"""Time per image over a slow link, compressed and not, and what compression changes.

    python benchmarks/link_codec.py DESCRIPTION [...] [--board ulx3s] [--ratio 48] [--json]

For each description (`gossamer compress ... -o net.gsm`) and each link codec: the shortest frames
that keep the ratio of signal to noise on the calibration samples; their bytes, the ratio, and the
share of predictions that change, on all of its samples; and the cycles from one image to the next
in Verilator, behind a link that gives a byte in a cycle with a chance of 4 in k, which is a word of
32 bits in k cycles. What it is compared with are images of a byte an element. Images wait in two
slots, as on a board. Every output integer is compared with the graph's for what the codec decodes.
Beside it stands the entropy of the elements of an image that are taken one by one, which no code
without a model of their neighbours can fall below without loss.
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
from amaranth.lib.wiring import Component, In, Out, connect

import gossamer_boards
from gossamer.description import Description
from gossamer.plan import Plan, device_part, plan, stored
from gossamer.plan.link import Mode, choose_link, predictions
from gossamer_hw.array import ArrayEngine
from gossamer_hw.link.coded import CodedEngine
from gossamer_hw.link.slots import INPUT, OUTPUT, InputSlots
from gossamer_sim.run import run_engine

#: Cycles of a word.
WORDS = (16, 32, 64, 128, 256, 512)

#: Images to simulate, and how many of them fill the pipeline.
IMAGES, FILLING = 24, 3

CODECS: tuple[Mode, ...] = ("zfpl", "zeros")


class Waiting(Component):
    """An engine behind the two slots in which images wait.

    To the simulation all of them are one long inference; ``lengths`` are their bytes, ``outputs``
    the elements of a result.
    """

    def __init__(self, engine: Component, lengths: list[int], outputs: int) -> None:
        self.engine = engine
        self.lengths = lengths
        self.outputs = outputs
        super().__init__({"i": In(stream.Signature(INPUT)), "o": Out(stream.Signature(OUTPUT))})

    def elaborate(self, platform: object) -> Module:
        m = Module()

        m.submodules.engine = engine = self.engine
        size, count = max(self.lengths), len(self.lengths)
        m.submodules.slots = slots = InputSlots(size, ragged=True)
        offset, taken, ends = Signal(range(size)), Signal(), Signal()
        image, result = Signal(range(count + 1)), Signal(range(count + 1))
        m.d.comb += [
            self.i.ready.eq(slots.free != 0),
            taken.eq(self.i.valid & self.i.ready),
            slots.write.eq(taken),
            slots.offset.eq(offset),
            slots.data.eq(self.i.payload.data),
            slots.commit.eq(taken & ends),
            self.o.valid.eq(engine.o.valid),
            self.o.payload.data.eq(engine.o.payload.data),
            self.o.payload.last.eq(engine.o.payload.last & (result == count - 1)),
            engine.o.ready.eq(self.o.ready),
        ]
        with m.Switch(image):
            for number, length in enumerate(self.lengths):
                with m.Case(number):
                    m.d.comb += ends.eq(offset == length - 1)
        with m.If(taken):
            m.d.sync += [offset.eq(Mux(ends, 0, offset + 1)), image.eq(image + ends)]
        with m.If(self.o.valid & self.o.ready):
            m.d.sync += result.eq(result + engine.o.payload.last)
        connect(m, slots.o, engine.i)

        return m


def periods(engine: Component, frames: list[bytes], expected: np.ndarray[Any, Any],
            folder: Path) -> list[float]:
    """Cycles from one image to the next, for each of the links."""
    count, outputs = expected.shape
    text = verilog.convert(Waiting(engine, [len(frame) for frame in frames], outputs),
                           name="engine", emit_src=False)
    inputs = np.frombuffer(b"".join(frames), np.int8)[None]
    found = []
    for cycles in WORDS:
        run_engine(text, inputs, expected.size, build_dir=folder, expected=expected.reshape(1, -1),
                   stall=1 - 4 / cycles, seed=1)
        times = [int(line.split()[1]) for line in (folder / "run" / "transfers.txt").open()
                 if line.startswith("o")]
        ends = times[outputs - 1::outputs]
        found.append((ends[-1] - ends[FILLING - 1]) / (count - FILLING))
    return found


def entropy(elements: np.ndarray[Any, Any]) -> float:
    """Bytes of a row whose elements are drawn as they are distributed over all rows."""
    _, counts = np.unique(elements, return_counts=True)
    shares = counts / counts.sum()
    return float(-np.sum(shares * np.log2(shares)) * elements.shape[1] / 8)


def measure(path: Path, board: str, ratio: float, folder: Path) -> list[dict[str, Any]]:
    description = Description.load(path)
    graph = device_part(description.graph)
    made: Plan = plan(description.graph, gossamer_boards.get(board).target)
    samples = description.samples
    if samples is None:
        raise SystemExit(f"{path} has no samples to measure with.")
    x = samples.inputs.astype(np.int64)
    zero = stored(graph.input.name, graph.input.infer()).zero
    elements = (x - zero).reshape(len(x), -1).astype(np.int8)
    right = graph.run(x)
    some = np.linspace(0, len(x) - 1, IMAGES).astype(int)
    native = periods(ArrayEngine(made.program.spec), [row.tobytes() for row in elements[some]],
                     right[some].reshape(IMAGES, -1), folder / f"{path.stem}-native")
    rows = []
    for mode in CODECS:
        chosen = choose_link(description, made, mode, byte_cycles=10, ratio=ratio)
        codec = chosen.codec
        assert codec is not None
        frames = codec.encode(elements)
        lengths = [len(frame) for frame in frames]
        back = codec.decode(frames).astype(np.int64).reshape(x.shape) + zero
        answered = graph.run(back)
        noise = np.sum((back - x) ** 2)
        coded = periods(CodedEngine(ArrayEngine(made.program.spec), codec),
                        [frames[i] for i in some], answered[some].reshape(IMAGES, -1),
                        folder / f"{path.stem}-{mode}")
        rows.append({
            "description": path.stem, "codec": codec.name, "images": len(x),
            "bytes": {"native": elements.shape[1], "coded": round(float(np.mean(lengths)), 1),
                      "longest": max(lengths), "entropy": round(entropy(elements), 1)},
            "db": round(float(10 * np.log10(np.sum((x - graph.input.zero) ** 2) / noise)), 1)
            if noise else None,
            "changed": float(np.mean(predictions(right) != predictions(answered))),
            "engine": made.cycles,
            "links": [{"cycles a word": cycles, "native": round(a), "coded": round(b),
                       "of native": round(b / a, 3)}
                      for cycles, a, b in zip(WORDS, native, coded, strict=True)],
        })
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("descriptions", type=Path, nargs="+")
    parser.add_argument("--board", default="ulx3s", help="what the engine is planned for")
    parser.add_argument("--ratio", type=float, default=48.0, help="signal to noise in dB")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        rows = [row for path in arguments.descriptions
                for row in measure(path, arguments.board, arguments.ratio, Path(name))]
    if arguments.json:
        print(json.dumps(rows, indent=2))
        return
    for row in rows:
        size = row["bytes"]
        print(f"{row['description']}, {row['codec']}: {size['coded']} in place of "
              f"{size['native']} bytes (at most {size['longest']}, entropy {size['entropy']}), "
              f"{row['db'] or 'no noise'} dB, {row['changed']:.2%} of the predictions of "
              f"{row['images']} images changed, engine {row['engine']:,} cycles")
        for link in row["links"]:
            print(f"  a word in {link['cycles a word']:3} cycles: {link['native']:7,} cycles an "
                  f"image, compressed {link['coded']:7,}, {link['of native']:.2f} of it")


if __name__ == "__main__":
    main()
