"""Weight memory and block source: words in order, repeated per burst."""

import random

import numpy as np
import pytest
from amaranth.sim import Simulator
from tests import graphs

from gossamer.ir import blocks
from gossamer.plan import Geometry, lower
from gossamer_hw.array.weights import BlockSource, WeightMemory


def test_words_follow_mark_and_rewind():
    words = tuple(range(100, 110))
    dut = WeightMemory(words, 32)
    rng = random.Random(0)

    async def bench(ctx):
        position = marked = 0
        for _ in range(400):
            action = rng.choice(["", "", "", "mark", "rewind", "restart"])
            ctx.set(dut.o.ready, rng.random() < 0.6 and position < len(words))
            for name in ("mark", "rewind", "restart"):
                ctx.set(getattr(dut, name), int(action == name))
            _, _, valid, ready, word = await ctx.tick().sample(
                dut.o.valid, dut.o.ready, dut.o.payload)
            if valid and position < len(words):
                assert word == words[position]
            if valid and ready:
                position += 1
            if action == "mark":
                marked = position
            elif action == "rewind":
                position = marked
            elif action == "restart":
                position = marked = 0

    sim = Simulator(dut)
    sim.add_clock(1e-6)
    sim.add_testbench(bench)
    sim.run()


def test_words_come_without_a_pause():
    dut = WeightMemory(tuple(range(20)), 32)

    async def bench(ctx):
        ctx.set(dut.o.ready, 1)
        await ctx.tick()
        for expected in range(20):
            _, _, valid, word = await ctx.tick().sample(dut.o.valid, dut.o.payload)
            assert (valid, word) == (1, expected)

    sim = Simulator(dut)
    sim.add_clock(1e-6)
    sim.add_testbench(bench)
    sim.run()


@pytest.mark.parametrize("stall", [0.0, 0.5])
@pytest.mark.parametrize("graph", [graphs.tiny_cnn(), graphs.tiny_mlp()], ids=["cnn", "mlp"])
def test_blocks_come_once_per_burst(graph, stall):
    program = lower(graph, Geometry(rows=2, columns=4, burst=8))
    spec = program.spec
    expected = []
    for layer, item in zip(spec.layers, program.passes, strict=True):
        for group in blocks(item.weighted, 2, 4):
            kept = list(range(len(group)))
            if spec.formats[layer.format].name.startswith("block-bitmap"):
                kept = list(np.flatnonzero(group.any(axis=(1, 2)))) or [0]
            width = spec.lanes.weight_width
            once = [{
                "index": int(i),
                "weights": sum((int(v) % (1 << width)) << width * lane
                               for lane, v in enumerate(group[i].reshape(-1))),
                "last": int(i == kept[-1]),
            } for i in kept]
            expected += once * layer.bursts
    dut = BlockSource(spec)
    rng = random.Random(1)

    async def bench(ctx):
        # The program starts again after its end, so a second round follows the first.
        for block in expected + expected:
            while rng.random() < stall:
                ctx.set(dut.o.ready, 0)
                await ctx.tick()
            ctx.set(dut.o.ready, 1)
            (payload,) = await ctx.tick().sample(dut.o.payload).until(dut.o.valid)
            assert (payload.index, payload.weights, payload.last) == tuple(block.values())

    sim = Simulator(dut)
    sim.add_clock(1e-6)
    sim.add_testbench(bench)
    sim.run()
