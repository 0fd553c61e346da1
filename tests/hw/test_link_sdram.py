# amaranth: UnusedElaboratable=no
"""An engine whose weights come from an SDRAM, which judges who drives it."""

from dataclasses import replace

import numpy as np
import pytest
from amaranth.back import verilog
from tests import graphs
from tests.simulator import SIMULATOR

from gossamer.errors import GossamerError
from gossamer.plan import Geometry, lower, predict, stored
from gossamer.plan.stream import sdram
from gossamer_boards import chips, sdram_chip
from gossamer_hw.array import ArrayEngine
from gossamer_hw.link.sdram import Sdram
from gossamer_hw.link.sdram_timing import SLOWEST, schedule
from gossamer_hw.link.streamed_engine import StreamedEngine
from gossamer_sim.run import run_engine

CLOCKS = (40_000_000, 100_000_000)
PLAIN = Geometry(rows=4, columns=4, streamed=2)
GRAPHS = {
    "layers": graphs.tiny_mlp(inputs=60, hidden=40),
    "images": graphs.separable(),
    # Beyond a row of the chip, with turns while the array waits and while it works.
    "pages": graphs.tiny_mlp(inputs=200, hidden=100),
}
GEOMETRIES = {"two groups": PLAIN, "one group": replace(PLAIN, streamed=1),
              "wide port": replace(PLAIN, port=64), "bitmap": replace(PLAIN, format="bitmap")}


def simulate(name, folder, *, geometry=PLAIN, clock_hz=CLOCKS[1], flip=None, count=3, stall=0.0):
    graph = GRAPHS[name]
    program = lower(graph, geometry)
    spec = program.spec
    held = bytearray(spec.image)
    if flip is not None:
        held[flip] ^= 1
    engine = StreamedEngine(ArrayEngine(spec), Sdram(
        image=spec.image, load_size=len(spec.image), port=spec.port, clocks=CLOCKS,
        chip=replace(SLOWEST, power_up=2000)))
    chip = sdram_chip.filled(folder, bytes(held), clock_hz, power_up=2000)
    text = verilog.convert(engine, name="engine", emit_src=False) + chips.behind_engine(
        chip, "engine")
    rng = np.random.default_rng(0)
    entry = graph.input
    x = rng.integers(entry.low, entry.high + 1, (count, *entry.shape))
    elements = (x - stored(entry.name, entry.infer()).zero).reshape(count, -1)
    outputs = graph.run(x).reshape(count, -1)
    run = run_engine(text, elements, outputs.shape[1], build_dir=folder, top=chips.STREAMED,
                     simulator=SIMULATOR, expected=outputs, stall=stall, timeout_cycles=6000)
    return list(run.cycles[1:]), predict(program, sdram(CLOCKS)).total


@pytest.mark.parametrize(("name", "geometry", "clock_hz"), [
    pytest.param(name, geometry, clock_hz, marks=() if (name, geometry, clock_hz) == (
        "layers", "one group", CLOCKS[1]) else pytest.mark.slow)
    for name in GRAPHS for geometry in GEOMETRIES for clock_hz in CLOCKS])
def test_every_inference_takes_the_cycles_of_the_plan(name, geometry, clock_hz, tmp_path):
    cycles, predicted = simulate(
        name, tmp_path, geometry=GEOMETRIES[geometry], clock_hz=clock_hz)
    assert cycles == [predicted] * 2


@pytest.mark.slow
def test_stalls_on_either_side_change_no_result(tmp_path):
    simulate("images", tmp_path, stall=0.3, count=6)


@pytest.mark.slow
@pytest.mark.parametrize("flip", [0, -1])
def test_no_result_comes_of_other_weights(flip, tmp_path):
    with pytest.raises(GossamerError, match=r"no transfer"):
        simulate("layers", tmp_path, flip=flip)


@pytest.mark.slow
@pytest.mark.parametrize("clock_hz", [CLOCKS[0] // 2, CLOCKS[1] * 3 // 2])
def test_the_chip_ends_a_simulation_at_a_clock_out_of_range(clock_hz, tmp_path):
    with pytest.raises(GossamerError):
        simulate("layers", tmp_path, clock_hz=clock_hz)


@pytest.mark.parametrize("clocks", [(20_000_000, 20_000_000), (20_000_000, 100_000_000), CLOCKS,
                                    (100_000_000, 100_000_000)])
def test_a_schedule_keeps_the_times_of_the_data_sheet(clocks):
    times = schedule(clocks)
    fast, slow = 1e9 / clocks[1], 1e9 / clocks[0]
    assert (times.refresh - times.close) * fast >= 21
    assert (times.open - times.refresh) * fast >= 70
    assert (times.turn - times.open) * fast >= 21
    # Opened, nothing read, closed in the next turn.
    assert (times.turn - times.open + 1 + times.close) * fast >= 45
    assert (1 + times.close) * fast >= 15
    assert times.power_up * fast >= 200_000
    # From a refresh through a stretch, at whose end an inference begins, to its own turn's refresh.
    longest = times.turn - times.refresh + times.stretch + times.turn + 1 + times.refresh
    assert longest * slow <= 7_800


def test_clocks_that_no_schedule_suits_are_refused():
    with pytest.raises(ValueError, match=r"^An SDRAM runs at a range of clocks of at most 100 MHz"):
        schedule((40_000_000, 120_000_000))
    with pytest.raises(ValueError, match=r"^An SDRAM cannot be kept alive at 5000000 Hz"):
        schedule((5_000_000, 100_000_000))
    with pytest.raises(ValueError, match=r"^Words from an SDRAM have 32, 64 or 128 bits, not 16"):
        Sdram(image=bytes(4), load_size=512, port=16, clocks=CLOCKS)
    with pytest.raises(ValueError, match=r"^An image of 8 bytes does not fit into 4"):
        Sdram(image=bytes(8), load_size=4, port=32, clocks=CLOCKS)
