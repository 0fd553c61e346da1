"""Accumulators at any order of positions, against a dictionary."""

import random
from types import SimpleNamespace

import pytest
from amaranth.sim import Simulator

from gossamer_hw.array.accumulate import Accumulator

BURST, ROWS, CYCLES = 4, 2, 600


@pytest.mark.parametrize("deep", [False, True])
@pytest.mark.parametrize("positions", [1, 2, 4])
def test_sums_are_those_of_their_position(positions, deep):
    """Few positions come again after one, two and more cycles, with and without idle ones."""
    spec = SimpleNamespace(accumulator_bits=24, rows=ROWS, burst=BURST, banks=2, parts=1, deep=deep)
    dut = Accumulator(spec)
    rng = random.Random(positions)
    steps, partial, expected = [], {}, {}
    for _ in range(CYCLES):
        valid = rng.random() < 0.8
        position = rng.randrange(positions)
        first = position not in partial or rng.random() < 0.1
        last = rng.random() < 0.2
        sums = [rng.randrange(-1000, 1000) for _ in range(ROWS)]
        steps.append((valid, position, first, last, sums))
        if valid:
            total = sums if first else [a + b for a, b in zip(
                partial[position], sums, strict=True)]
            partial[position] = total
            if last:
                expected[position] = total
                del partial[position]
    assert len(expected) == positions

    async def bench(ctx):
        idle = (False, 0, False, False, [0] * ROWS)
        padded = [idle, idle, *steps, idle, idle, idle]
        for now in range(len(padded) - 2):
            valid, _, first, last, sums = padded[now]
            ctx.set(dut.valid, valid)
            ctx.set(dut.last, last)
            ctx.set(dut.first, padded[now + deep][2])
            ctx.set(dut.position, padded[now + 1 + deep][1])
            for row, value in enumerate(sums):
                ctx.set(dut.sums[row], value)
            await ctx.tick()
        ctx.set(dut.enable, 1)
        for position, values in expected.items():
            ctx.set(dut.result_position, position)
            await ctx.tick()
            assert [ctx.get(dut.results[row]) for row in range(ROWS)] == values

    simulator = Simulator(dut)
    simulator.add_clock(1e-6)
    simulator.add_testbench(bench)
    simulator.run()
