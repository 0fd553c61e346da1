# amaranth: UnusedElaboratable=no
"""Inputs that an engine takes several elements at a time: slots, what puts elements together."""

import numpy as np
import pytest
from amaranth.back import verilog
from amaranth.sim import Simulator
from tests import graphs

from gossamer.plan import Geometry, lower, predict
from gossamer_hw.array import ArrayEngine
from gossamer_hw.link.slots import Beats, InputSlots
from gossamer_sim.bench import check_streams_amaranth
from gossamer_sim.run import run_engine


@pytest.mark.parametrize("beat", [1, 2, 4, 8])
def test_slots_give_whole_beats(beat):
    """The second tensor comes while the first one leaves, and a third one after it."""
    size, tensors = 24, np.random.default_rng(beat).integers(-128, 128, (3, 24))
    dut = InputSlots(size, beat=beat)
    got = []

    async def source(ctx):
        for tensor in tensors:
            while not ctx.get(dut.free):
                await ctx.tick()
            # What was not complete comes again, from its beginning.
            for offset in (*range(size // 2 + 1), *range(size)):
                ctx.set(dut.offset, offset)
                ctx.set(dut.data, int(tensor[offset]) & 255)
                ctx.set(dut.write, 1)
                await ctx.tick()
                ctx.set(dut.write, 0)
                await ctx.tick().repeat(1 + offset % 3)
            ctx.set(dut.commit, 1)
            await ctx.tick()
            ctx.set(dut.commit, 0)

    async def sink(ctx):
        for number in range(3 * size // beat):
            ctx.set(dut.o.ready, 0)
            if number % 2:
                await ctx.tick()
            ctx.set(dut.o.ready, 1)
            payload, = await ctx.tick().sample(dut.o.payload).until(dut.o.valid)
            got.extend([payload.data] if beat == 1 else list(payload.data))
            assert payload.last == ((number + 1) * beat % size == 0)

    simulator = Simulator(dut)
    simulator.add_clock(1e-6)
    simulator.add_testbench(source)
    simulator.add_testbench(sink)
    simulator.run()
    assert got == tensors.ravel().tolist()


@pytest.mark.parametrize(("size", "beat", "ragged"), [(24, 3, False), (6, 4, False), (8, 2, True)])
def test_slots_refuse_parts_of_a_beat(size, beat, ragged):
    with pytest.raises(ValueError, match="cannot leave"):
        InputSlots(size, beat=beat, ragged=ragged)


@pytest.mark.parametrize("stall", [0.0, 0.6])
def test_elements_are_put_together(stall):
    values = np.random.default_rng(1).integers(-128, 128, 48).tolist()
    check_streams_amaranth(
        Beats(4), {"i": [{"data": v, "last": int(i % 12 == 11)} for i, v in enumerate(values)]},
        {"o": [{"data": values[i:i + 4], "last": int(i % 12 == 8)} for i in range(0, 48, 4)]},
        stall=stall, seed=3, timeout_cycles=1000)


@pytest.mark.parametrize(("simulator", "stall"), [("icarus", 0.0), ("icarus", 0.4)])
def test_verilog_takes_beats(simulator, stall, tmp_path):
    graph = graphs.tiny_mlp(inputs=24, hidden=8)
    program = lower(graph, Geometry(deep=True, requantizers=4))
    assert program.spec.beat == 4
    entry = graph.input
    x = np.random.default_rng(2).integers(entry.low, entry.high + 1, (3, *entry.shape))
    expected = graph.run(x).reshape(3, -1)
    zero = max(0, entry.high - 127) + min(0, entry.low + 128)
    run = run_engine(verilog.convert(ArrayEngine(program.spec), name="engine", emit_src=False),
                     (x - zero).reshape(3, -1), expected.shape[1], simulator=simulator,
                     build_dir=tmp_path, expected=expected, stall=stall, seed=1, beat=4)
    if not stall:
        assert list(run.cycles[1:]) == [predict(program).total] * 2
