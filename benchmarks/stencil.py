"""A stencil behind a narrow memory, with and without the compressor: BurstZ's experiment.

    python benchmarks/stencil.py [--json] [--plot docs/stencil.png]

A core in Amaranth takes a volume of float32 values in raster order, one a cycle, and gives the next
step of diffusion by the 7-point stencil. The volume lies in a memory that gives or takes so many
words of 32 bits a cycle, reading and writing together. Without the compressor a word is a value.
With it, the core speaks to the memory through a ``gossamer_hw.codec.store.ChunkPort``, a plane of
the volume to a chunk, with four rows of buffer on either side, between the order of blocks and that
of rows. Both are simulated cycle by cycle, from the first word read to the last one written, and
what is in the memory then is compared with an exact model's. The step starts from the volume as the
memory holds it. Sun, Kang, Jun, "BurstZ", ICS 2020.
"""

from __future__ import annotations

import argparse
import collections
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from amaranth.hdl import Cat, Const, Module, Mux, Signal, Value, signed
from amaranth.lib import data, memory, stream, wiring
from amaranth.lib.wiring import In, Out, connect, flipped
from amaranth.sim import Simulator

from gossamer_hw.codec import FLOAT32, Limits, ZfpL
from gossamer_hw.codec.align import Align, Restore
from gossamer_hw.codec.store import ChunkStore

Array = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

#: Planes, rows, values of a row.
SHAPE = (9, 8, 16)

#: Words a cycle.
BANDWIDTHS = (1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 2)

#: Error bound, as a part of the range.
BOUND = 1e-4

#: All values are below two to this power; the core works on integers of this exponent.
EXPONENT = 1

CODEC = ZfpL()


def volume(shape: tuple[int, int, int] = SHAPE) -> Array:
    """A smooth quantity between -1 and 1, about a wave every hundred points."""
    z, y, x = np.mgrid[:shape[0], :shape[1], :shape[2]] / 96
    return (0.5 * np.sin(5 * x + 3 * y + 2 * z) + 0.5 * np.cos(4 * y - 6 * x * z)).astype(
        np.float32)


def chunked(shape: tuple[int, int, int], limits: Limits) -> ChunkStore:
    """How such a volume lies in the memory: a plane is a chunk."""
    return ChunkStore(codec=CODEC, limits=limits, blocks=CODEC.count(shape[1:]), chunks=shape[0])


def step(array: Array) -> Array:
    """What the core computes, exactly: a step of diffusion, the surface unchanged."""
    integers = np.trunc(array.astype(float) * 2.0 ** (30 - EXPONENT)).astype(np.int64)
    total = 2 * integers[1:-1, 1:-1, 1:-1]
    for axis in range(3):
        for shift in (1, -1):
            total = total + np.roll(integers, shift, axis)[1:-1, 1:-1, 1:-1]
    integers[1:-1, 1:-1, 1:-1] = total >> 3
    field = np.array([EXPONENT + FLOAT32.bias])
    return FLOAT32.numbers(FLOAT32.restore(field, integers.reshape(1, -1))).reshape(array.shape)


class Delay(wiring.Component):
    """Give each value again so many steps later.

    Members
    -------
    i : In(32)
    o : Out(32)
    advance : In(1)
    """

    i: Signal
    o: Signal
    advance: Signal

    def __init__(self, length: int) -> None:
        self.length = length
        super().__init__({"i": In(32), "o": Out(32), "advance": In(1)})

    def elaborate(self, platform: object) -> Module:
        m = Module()

        m.submodules.store = store = memory.Memory(shape=32, depth=self.length - 1, init=[])
        write, read = store.write_port(), store.read_port()
        place, following = Signal(range(self.length)), Signal(range(self.length))
        # The oldest value is read one step before it is written over.
        m.d.comb += [
            following.eq(Mux(place == self.length - 2, 0, place + 1)),
            write.addr.eq(place), write.data.eq(self.i), write.en.eq(self.advance),
            read.addr.eq(place), read.en.eq(self.advance), self.o.eq(read.data),
        ]
        with m.If(self.advance):
            m.d.sync += place.eq(following)

        return m


class Diffusion(wiring.Component):
    """One step of diffusion over volumes of integers: one value a cycle, a plane later.

    Members
    -------
    i, o : stream.Signature(unsigned(32))
        Values in raster order, as signed integers below 2**30.
    """

    i: stream.Interface
    o: stream.Interface

    def __init__(self, shape: tuple[int, int, int]) -> None:
        self.shape = shape
        super().__init__({"i": In(stream.Signature(32)), "o": Out(stream.Signature(32))})

    def elaborate(self, platform: object) -> Module:
        m = Module()

        planes, rows, columns = self.shape
        plane = rows * columns
        advance, taking, giving = Signal(), Signal(), Signal()

        # Before the plane of the value comes that in front, behind it the one after.
        newest: Value = self.i.payload
        taps = [newest]
        for number, length in enumerate((plane - columns, columns - 1, 1, 1, columns - 1,
                                         plane - columns)):
            if length == 1:
                later = Signal(32, name=f"tap_{number}")
                with m.If(advance):
                    m.d.sync += later.eq(newest)
                newest = later
            else:
                m.submodules[f"delay_{number}"] = delay = Delay(length)
                m.d.comb += [delay.i.eq(newest), delay.advance.eq(advance)]
                newest = delay.o
            taps.append(newest)
        centre = taps[3]
        total = Signal(signed(35))
        m.d.comb += total.eq(sum((tap.as_signed() for number, tap in enumerate(taps)
                                  if number != 3), (centre.as_signed() << 1)))

        # The position of the input; that of the output is a plane behind.
        limits = (columns, rows, planes)
        place = [Signal(range(limit + 1), name=f"place_{axis}")
                 for axis, limit in enumerate(limits)]
        carry: Value = Const(1, 1)
        surface: Value = Const(0, 1)
        for axis, limit in enumerate(limits):
            top = limit - 1 + (axis == 2)
            last = place[axis] == top
            with m.If(advance & carry):
                m.d.sync += place[axis].eq(Mux(last, 0, place[axis] + 1))
            behind = place[axis] - (axis == 2)
            surface = surface | (behind == 0) | (behind == limit - 1)
            carry = carry & last
        m.d.comb += [
            taking.eq(place[2] < planes),
            giving.eq(place[2] > 0),
            advance.eq((self.i.valid | ~taking) & (self.o.ready | ~giving)),
            self.i.ready.eq(taking & advance),
            self.o.valid.eq(giving & (self.i.valid | ~taking)),
            self.o.payload.eq(Mux(surface, centre, total >> 3)),
        ]

        return m


class Reorder(wiring.Component):
    """Four rows from the order of blocks to that of rows, or back.

    Members
    -------
    i, o : stream.Signature(unsigned(32))
    """

    i: stream.Interface
    o: stream.Interface

    def __init__(self, columns: int, *, to_blocks: bool) -> None:
        self.columns = columns
        self.to_blocks = to_blocks
        super().__init__({"i": In(stream.Signature(32)), "o": Out(stream.Signature(32))})

    def elaborate(self, platform: object) -> Module:
        m = Module()

        size = 4 * self.columns
        bits = (size - 1).bit_length()
        m.submodules.store = store = memory.Memory(shape=32, depth=2 * size, init=[])
        write, read = store.write_port(), store.read_port()

        def address(count: Signal, blocks: bool) -> Value:
            # Count: column in the block, row, block. Address: column in the block, block, row.
            return Cat(count[:2], count[4:bits], count[2:4], count[bits]) if blocks else count

        written, taken = Signal(bits + 1), Signal(bits + 1)
        full = Signal(2)
        present, advance = Signal(), Signal()
        complete, leaves = Signal(), Signal()
        ahead = full.any()
        m.d.comb += [
            self.i.ready.eq(~full[1]),
            write.en.eq(self.i.valid & self.i.ready), write.data.eq(self.i.payload),
            write.addr.eq(address(written, not self.to_blocks)),
            complete.eq(write.en & (written[:bits] == size - 1)),
            advance.eq(~present | self.o.ready),
            read.addr.eq(address(taken, self.to_blocks)), read.en.eq(advance),
            leaves.eq(advance & ahead & (taken[:bits] == size - 1)),
            self.o.valid.eq(present), self.o.payload.eq(read.data),
        ]
        with m.If(write.en):
            m.d.sync += written.eq(written + 1)
        with m.If(advance):
            m.d.sync += present.eq(ahead)
            with m.If(ahead):
                m.d.sync += taken.eq(taken + 1)
        m.d.sync += full.eq(full + complete - leaves)

        return m


class System(wiring.Component):
    """The core behind the port of a memory, with the compressor or without.

    Members
    -------
    fetch : Out(stream.Signature(32))
        Addresses of words to read.
    i : In(stream.Signature(32))
        Those words.
    o : Out(stream.Signature(StructLayout))
        ``address`` and ``data`` of words to write.
    """

    fetch: stream.Interface
    i: stream.Interface
    o: stream.Interface

    def __init__(self, shape: tuple[int, int, int], store: ChunkStore | None = None,
                 lengths: Sequence[int] = ()) -> None:
        self.shape = shape
        self.store = store
        self.lengths = lengths
        super().__init__({
            "fetch": Out(stream.Signature(32)),
            "i": In(stream.Signature(32)),
            "o": Out(stream.Signature(data.StructLayout({"address": 32, "data": 32}))),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        m.submodules.align = align = Align(FLOAT32, 1)
        m.submodules.core = core = Diffusion(self.shape)
        m.submodules.restore = restore = Restore(FLOAT32, 1)
        m.d.comb += [
            align.i.payload.field.eq(EXPONENT + FLOAT32.bias),
            core.i.valid.eq(align.o.valid), core.i.payload.eq(align.o.payload),
            align.o.ready.eq(core.i.ready),
            restore.i.valid.eq(core.o.valid), restore.i.payload.integers[0].eq(core.o.payload),
            restore.i.payload.field.eq(EXPONENT + FLOAT32.bias),
            core.o.ready.eq(restore.i.ready),
        ]
        planes, *_, columns = self.shape
        size = int(np.prod(self.shape))
        if self.store is None:
            m.d.comb += [
                self.fetch.payload.eq(self._count(m, self.fetch, size)),
                align.i.valid.eq(self.i.valid), align.i.payload.values[0].eq(self.i.payload),
                self.i.ready.eq(align.i.ready),
                self.o.valid.eq(restore.o.valid),
                self.o.payload.data.eq(restore.o.payload.values[0]),
                restore.o.ready.eq(self.o.ready),
            ]
            written = Signal(32)
            with m.If(self.o.valid & self.o.ready):
                m.d.sync += written.eq(written + 1)
            m.d.comb += self.o.payload.address.eq(written)
            return m

        # A plane is written long after it was read, so it may lie in the same place.
        m.submodules.port = port = self.store.create_port(self.lengths)
        m.submodules.to_rows = to_rows = Reorder(columns, to_blocks=False)
        m.submodules.to_blocks = to_blocks = Reorder(columns, to_blocks=True)
        connect(m, flipped(self.i), port.words)
        value = Signal(range(size // planes))
        last = value == size // planes - 1
        with m.If(to_blocks.o.valid & to_blocks.o.ready):
            m.d.sync += value.eq(Mux(last, 0, value + 1))
        m.d.comb += [
            port.load.payload.eq(self._count(m, port.load, planes)),
            port.save.payload.eq(self._count(m, port.save, planes)),
            self.fetch.valid.eq(port.fetch.valid), self.fetch.payload.eq(port.fetch.payload),
            port.fetch.ready.eq(self.fetch.ready),
            self.o.valid.eq(port.store.valid),
            self.o.payload.address.eq(port.store.payload.address),
            self.o.payload.data.eq(port.store.payload.data),
            port.store.ready.eq(self.o.ready),
            to_rows.i.valid.eq(port.o.valid), to_rows.i.payload.eq(port.o.payload["values"][0]),
            port.o.ready.eq(to_rows.i.ready),
            align.i.valid.eq(to_rows.o.valid), align.i.payload.values[0].eq(to_rows.o.payload),
            to_rows.o.ready.eq(align.i.ready),
            to_blocks.i.valid.eq(restore.o.valid),
            to_blocks.i.payload.eq(restore.o.payload.values[0]),
            restore.o.ready.eq(to_blocks.i.ready),
            port.i.valid.eq(to_blocks.o.valid), port.i.payload["values"][0].eq(to_blocks.o.payload),
            port.i.payload.last.eq(last),
            to_blocks.o.ready.eq(port.i.ready),
        ]

        return m

    def _count(self, m: Module, port: Any, limit: int) -> Signal:
        """What a stream is offered: the numbers up to a limit, in order."""
        number = Signal(range(limit + 1))
        m.d.comb += port.valid.eq(number != limit)
        with m.If(port.valid & port.ready):
            m.d.sync += number.eq(number + 1)
        return number


def simulate(system: System, words: list[int], expected: dict[int, int], bandwidth: float) -> int:
    """Cycles until all expected words are written; fails if other ones are.

    ``words`` are what is in the memory, ``expected`` those that are written, by their address.
    """
    written: dict[int, int] = {}
    cycles = 0

    async def port(ctx: Any) -> None:
        # Small queues between the memory and the streams; a write goes before a read.
        nonlocal cycles
        asked: collections.deque[int] = collections.deque()
        incoming: collections.deque[int] = collections.deque()
        outgoing = 0
        credit = 0.0
        while len(written) < len(expected) or outgoing:
            cycles += 1
            assert cycles < 3_000_000, "the system stands still"
            credit = min(credit + bandwidth, 2.0)
            while credit >= 1:
                if outgoing:
                    outgoing -= 1
                elif asked and len(incoming) < 4:
                    incoming.append(words[asked.popleft()])
                else:
                    break
                credit -= 1
            ctx.set(system.i.valid, bool(incoming))
            ctx.set(system.i.payload, incoming[0] if incoming else 0)
            ctx.set(system.o.ready, outgoing < 4)
            ctx.set(system.fetch.ready, len(asked) < 4)
            _, _, taken, given, word, wants, address = await ctx.tick().sample(
                system.i.ready, system.o.valid, system.o.payload, system.fetch.valid,
                system.fetch.payload)
            if taken and incoming:
                incoming.popleft()
            if given and outgoing < 4:
                written[word.address] = word.data
                outgoing += 1
            if wants and len(asked) < 4:
                asked.append(address)

    simulation = Simulator(system)
    simulation.add_clock(1e-6)
    simulation.add_testbench(port)
    simulation.run()
    assert written == expected, "the core and the model differ"
    return cycles


@dataclass(frozen=True)
class Step:
    """A step of a volume in a compressed memory: what is read and written, and what that means."""

    store: ChunkStore
    words: list[int]            # in the memory, before the step
    lengths: list[int]          # of each chunk, before and after it
    after: list[int]
    expected: dict[int, int]    # words that are written
    errors: list[float]         # the largest of what is stored, before and after the step

    @classmethod
    def of(cls, array: Array, limits: Limits) -> Step:
        store = chunked(array.shape, limits)

        def kept(values: Array) -> tuple[list[int], list[int], Array]:
            words, lengths = store.encode(CODEC.cut(FLOAT32.patterns(values)))
            blocks = [store.decode(words, number, length)[0]
                      for number, length in enumerate(lengths)]
            return words, lengths, FLOAT32.numbers(
                CODEC.join(np.concatenate(blocks), values.shape))

        words, lengths, stored = kept(array)
        exact = step(stored)
        later, after, back = kept(exact)
        expected = {address: later[address] for number, length in enumerate(after)
                    for address in range(number * store.slot, number * store.slot + length)}
        return cls(store, words, lengths, after, expected, [
            float(np.abs(a.astype(float) - b).max()) for a, b in ((stored, array), (back, exact))])


def run(bandwidths: tuple[float, ...] = BANDWIDTHS) -> dict[str, Any]:
    array = volume()
    range_ = float(array.max() - array.min())
    plain_in, plain_out = (
        FLOAT32.patterns(values).reshape(-1).tolist() for values in (array, step(array)))
    coded = Step.of(array, Limits.accuracy(BOUND * range_))

    rows = []
    for bandwidth in bandwidths:
        print(f"{bandwidth} words a cycle", file=sys.stderr, flush=True)
        cycles = [
            simulate(System(SHAPE), plain_in, dict(enumerate(plain_out)), bandwidth),
            simulate(System(SHAPE, coded.store, coded.lengths), coded.words, coded.expected,
                     bandwidth),
        ]
        rows.append({"words per cycle": bandwidth, "cycles": cycles[0],
                     "cycles compressed": cycles[1], "speed-up": round(cycles[0] / cycles[1], 3)})
    return {
        "shape": SHAPE, "bound": BOUND, "largest error": max(coded.errors) / range_,
        "bits per value": [round(32 * sum(lengths) / array.size, 3)
                           for lengths in (coded.lengths, coded.after)],
        "rows": rows,
    }


def plot(answer: dict[str, Any], path: Path) -> None:
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(6, 3.5), layout="constrained")
    bandwidths = [row["words per cycle"] for row in answer["rows"]]
    values = int(np.prod(answer["shape"]))
    for key, label in (("cycles", "without"), ("cycles compressed", "with compressor")):
        axes.plot(bandwidths, [row[key] / values for row in answer["rows"]], "o-", label=label)
    axes.set_xscale("log", base=2)
    axes.set_yscale("log", base=2)
    axes.set_xlabel("memory, words of 32 bits a cycle")
    axes.set_ylabel("cycles per value and step")
    axes.legend()
    axes.grid(alpha=0.3)
    figure.savefig(path, dpi=120)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--plot", type=Path, help="write a picture")
    arguments = parser.parse_args()
    answer = run()
    if arguments.plot:
        plot(answer, arguments.plot)
    if arguments.json:
        print(json.dumps(answer, indent=2))
        return
    print(f"bits per value {answer['bits per value']}, largest error "
          f"{answer['largest error']:.2e} of the range (bound {answer['bound']:.0e})")
    for row in answer["rows"]:
        print("  ".join(f"{name} {value:<8}" for name, value in row.items()))


if __name__ == "__main__":
    main()
