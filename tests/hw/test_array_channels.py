# amaranth: UnusedElaboratable=no
"""Channels that are read in every cycle, from single-port memory that gives a word of them."""

import random

import pytest
from amaranth.hdl import unsigned
from amaranth.lib import data
from amaranth.sim import Simulator

from gossamer_hw.array.channels import ChannelBuffer

FIELDS = {"bias": 20, "multiplier": 31, "shift": 4}


def layout(requantizers):
    return data.ArrayLayout(
        data.StructLayout({name: unsigned(width) for name, width in FIELDS.items()}), requantizers)


def check(groups, places, port, *, requantizers=1, idle=0.0, laps=3):
    """Read a table of random entries some times, as fast as it comes; the cycles that it took.

    With ``idle``, a share of the cycles has no step.
    """
    rng = random.Random(0)
    dut = ChannelBuffer(layout(requantizers), groups, places, port)
    size = layout(requantizers).size
    entries = [rng.getrandbits(size) for _ in range(groups * places)]
    words = [entry >> port * word & (1 << port) - 1
             for entry in entries for word in range(dut.words)]
    waits = []

    async def bench(ctx):
        for address, word in enumerate(words):
            assert not ctx.get(dut.ready)
            ctx.set(dut.fill.write, 1)
            ctx.set(dut.fill.address, address)
            ctx.set(dut.fill.word, word)
            await ctx.tick()
        ctx.set(dut.fill.write, 0)
        for group in [*range(groups)] * laps:
            wait = 0
            while not ctx.get(dut.ready):
                await ctx.tick()
                wait += 1
            waits.append(wait)
            steps = rng.randint(1, places)
            for step in range(steps):
                while rng.random() < idle:
                    # What is read stays, whatever is asked for without enable.
                    ctx.set(dut.enable, 0)
                    ctx.set(dut.next, 0)
                    ctx.set(dut.place, rng.randrange(places))
                    before = ctx.get(dut.data.as_value())
                    await ctx.tick()
                    assert ctx.get(dut.data.as_value()) == before
                ctx.set(dut.enable, 1)
                ctx.set(dut.place, step)
                ctx.set(dut.next, step == steps - 1)
                await ctx.tick()
                assert ctx.get(dut.data.as_value()) == entries[group * places + step]
            ctx.set(dut.next, 0)

    simulator = Simulator(dut)
    simulator.add_clock(1e-6)
    simulator.add_testbench(bench)
    simulator.run()
    return waits, places * dut.words


@pytest.mark.parametrize(("groups", "places", "port", "requantizers"), [
    (5, 4, 32, 1), (1, 2, 16, 1), (2, 8, 64, 2), (3, 1, 16, 2)], ids=str)
@pytest.mark.parametrize("idle", [0.0, 0.6])
def test_every_step_reads_its_entry(groups, places, port, requantizers, idle):
    check(groups, places, port, requantizers=requantizers, idle=idle)


def test_a_row_group_of_a_step_waits_for_the_words_of_another():
    waits, fetch = check(4, 1, 16, laps=8)
    assert fetch == 4       # words of 55 bits
    # The first two were fetched before; from then on each is as long as its words take.
    assert waits[0] == fetch + 1
    assert set(waits[2:]) == {fetch - 1}
