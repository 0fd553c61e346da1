"""The walk over output positions against nested loops."""

import itertools

import numpy as np
import pytest
from amaranth.sim import Simulator
from tests import graphs

from gossamer.plan import Geometry, lower
from gossamer_hw.array.walk import PositionWalk


@pytest.mark.parametrize("graph", [graphs.tiny_cnn(), graphs.residual(), graphs.random_graph(3)],
                         ids=["pool", "residual", "random"])
def test_walk_visits_the_windows_of_every_layer(graph):
    spec = lower(graph, Geometry(rows=2, columns=4, burst=8)).spec
    dut = PositionWalk(spec)

    def corners(layer):
        ranges = [range(loop.count) for loop in reversed(layer.loops)]
        for counts in itertools.product(*ranges):
            pairs = list(zip(reversed(layer.loops), counts, strict=True))
            yield (
                (layer.y + sum(loop.dy * n for loop, n in pairs)) % (1 << len(dut.y)),
                (layer.x + sum(loop.dx * n for loop, n in pairs)) % (1 << len(dut.x)),
                (layer.base + sum(loop.step * n for loop, n in pairs)) % (1 << len(dut.base)),
            )

    async def bench(ctx):
        for number, layer in enumerate(spec.layers):
            ctx.set(dut.layer, number)
            ctx.set(dut.start, 1)
            await ctx.tick()
            ctx.set(dut.start, 0)
            everything = list(corners(layer))
            assert len(everything) == layer.positions
            for first in range(0, layer.positions, layer.burst):
                burst = everything[first:first + layer.burst]
                for block in range(2):      # every burst passes two blocks
                    for i, corner in enumerate(burst):
                        assert (ctx.get(dut.y), ctx.get(dut.x), ctx.get(dut.base)) == corner
                        ends = i == len(burst) - 1
                        ctx.set(dut.step, 1)
                        ctx.set(dut.again, int(ends and block == 0))
                        ctx.set(dut.advance, int(ends and block == 1))
                        await ctx.tick()
                        ctx.set(dut.step, 0)
                        if np.random.default_rng(i).random() < 0.3:
                            await ctx.tick()    # nothing moves without a step

    sim = Simulator(dut)
    sim.add_clock(1e-6)
    sim.add_testbench(bench)
    sim.run()
