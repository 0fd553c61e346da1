"""An engine whose weights come from a quad flash while it computes."""

from dataclasses import replace

import numpy as np
import pytest
from amaranth.back import verilog
from tests import graphs
from tests.simulator import SIMULATOR

from gossamer.errors import GossamerError
from gossamer.plan import Geometry, lower, predict, stored
from gossamer_boards import chips, flash_chip
from gossamer_hw.array import ArrayEngine
from gossamer_hw.array.channels import ahead, channel_image
from gossamer_hw.link.quad_flash import QuadFlash
from gossamer_hw.link.streamed_engine import StreamedEngine
from gossamer_sim.run import run_engine

ADDRESS = 0x01_2345
PLAIN = Geometry(rows=4, columns=4, streamed=2)
GEOMETRIES = {
    "two groups": PLAIN,
    "one group": replace(PLAIN, streamed=1),
    "wide port": replace(PLAIN, streamed=1, port=64),
    "narrow port": replace(PLAIN, columns=2, port=16),
    "bitmap": replace(PLAIN, format="bitmap"),
    "coordinates": replace(PLAIN, format="coo", streamed=1),
    "single": replace(PLAIN, single=True, requantizers=1, burst=8),
    "deep": replace(PLAIN, deep=True),
    "windows": replace(PLAIN, window=True),
    "windows, single": replace(PLAIN, single=True, requantizers=1, window=True, steady=True),
    "parked": replace(PLAIN, parked=True),
    "parked beside single": replace(PLAIN, parked=True, single=True, requantizers=1, burst=8),
    "parked in short words": replace(PLAIN, columns=2, port=16, parked=True, single=True,
                                     requantizers=1, burst=8),
    "parked, steady": replace(PLAIN, parked=True, single=True, steady=True, requantizers=1,
                              window=True),
    "parked, steady, in short words": replace(
        PLAIN, columns=2, port=16, parked=True, single=True, steady=True, requantizers=1),
    "drained": Geometry(rows=8, columns=2, port=16, burst=8, requantizers=1, single=True, drain=2,
                        streamed=2),
}
GRAPHS = {
    # Bound by the flash, and by the array: the fewer weights, the more positions.
    "layers": graphs.tiny_mlp(inputs=60, hidden=40),
    "images": graphs.separable(),
}
BEHIND = {
    "curves": graphs.curved(added=False), "curves, sums": graphs.curved(),
    "elements": graphs.gated(), "channels": graphs.gated(1, alike=True),
}
QUICK = {("images", "one group"), ("images", "parked, steady"), ("layers", "deep"),
         ("curves", "parked, steady"), ("channels", "parked beside single")}


def simulate(program, graph, folder, *, held=None, simulator=SIMULATOR, stall=0.0, count=3):
    spec = program.spec
    tail = channel_image(spec) if spec.parked else b""
    engine = StreamedEngine(ArrayEngine(spec), QuadFlash(
        image=spec.image, tail=tail, port=spec.port, address=ADDRESS, rest=64))
    chip = flash_chip.quad_beside(folder, spec.image + tail if held is None else held, ADDRESS)
    text = verilog.convert(engine, name="engine", emit_src=False) + chips.behind_engine(
        chip, "engine", spec.beat)
    rng = np.random.default_rng(0)
    entry = graph.input
    x = rng.integers(entry.low, entry.high + 1, (count, *entry.shape))
    elements = (x - stored(entry.name, entry.infer()).zero).reshape(count, -1)
    outputs = graph.run(x).reshape(count, -1)
    return run_engine(text, elements, outputs.shape[1], build_dir=folder, top=chips.STREAMED,
                      beat=spec.beat, simulator=simulator, expected=outputs, stall=stall,
                      timeout_cycles=40_000)


@pytest.mark.parametrize(("name", "geometry"), [
    pytest.param(name, geometry, marks=() if (name, geometry) in QUICK else pytest.mark.slow)
    for name in GRAPHS for geometry in GEOMETRIES])
def test_every_inference_takes_the_cycles_of_the_plan(name, geometry, tmp_path):
    program = lower(GRAPHS[name], GEOMETRIES[geometry])
    run = simulate(program, GRAPHS[name], tmp_path)
    assert list(run.cycles[1:]) == [predict(program).total] * 2


@pytest.mark.parametrize(("name", "geometry"), [
    pytest.param(name, geometry, marks=() if (name, geometry) in QUICK else pytest.mark.slow)
    for name in BEHIND for geometry in GEOMETRIES
    if name == "curves" or not GEOMETRIES[geometry].steady])
def test_curves_thresholds_and_products_are_computed_while_weights_come(name, geometry, tmp_path):
    program = lower(BEHIND[name], GEOMETRIES[geometry])
    run = simulate(program, BEHIND[name], tmp_path)
    assert list(run.cycles[1:]) == [predict(program).total] * 2


def test_post_processing_waits_for_channels_that_are_fetched(tmp_path):
    """In a layer of so few weights that its channels come later than they."""
    def wide(outputs):
        """With multipliers of so many bits that an entry takes four words."""
        graph = graphs.ternary_layer(inputs=2, outputs=outputs)
        node = graph["a_out"]
        return graph.replace({node.name: replace(
            node, multiplier=node.multiplier * 4096 + 1, shift=node.shift + 12)})

    short, long = (lower(wide(outputs), GEOMETRIES["parked, steady, in short words"])
                   for outputs in (20, 40))
    cycles = predict(long).total
    assert ahead(long.spec)
    # Two bytes in a cycle, for five row groups more.
    more = len(channel_image(long.spec)) - len(channel_image(short.spec))
    assert cycles - predict(short).total == more // 2 == 5 * 16
    assert list(simulate(long, wide(40), tmp_path, count=4).cycles[1:]) == [cycles] * 3


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_random_graphs_take_the_cycles_of_the_plan(seed, tmp_path):
    graph = graphs.random_graph(seed)
    program = lower(graph, replace(PLAIN, streamed=1 + seed % 2, port=16 << seed % 3))
    run = simulate(program, graph, tmp_path, simulator="verilator")
    assert list(run.cycles[1:]) == [predict(program).total] * 2


@pytest.mark.slow
@pytest.mark.parametrize("geometry", ["two groups", "parked beside single", "parked, steady"])
def test_stalls_on_either_side_change_no_result(geometry, tmp_path):
    simulate(lower(GRAPHS["images"], GEOMETRIES[geometry]), GRAPHS["images"], tmp_path, stall=0.3,
             count=6)


@pytest.mark.parametrize("place", [pytest.param(0, marks=pytest.mark.slow), -1])
def test_no_result_comes_of_other_weights(place, tmp_path):
    program = lower(GRAPHS["layers"], PLAIN)
    held = bytearray(program.spec.image)
    held[place] ^= 1
    with pytest.raises(GossamerError, match=r"no transfer"):
        simulate(program, GRAPHS["layers"], tmp_path, held=bytes(held))


def test_weights_limit_layers_of_one_position_and_not_those_of_many():
    waits = predict(lower(GRAPHS["layers"], PLAIN)).waits
    assert all(wait > 0 for wait in waits)
    cycles = predict(lower(GRAPHS["images"], PLAIN))
    assert cycles.waits[2] == 0
    free = predict(lower(GRAPHS["layers"], replace(PLAIN, streamed=0)))
    assert free.waits == (0, 0)


def test_a_ring_holds_more_than_a_row_group():
    spec = lower(GRAPHS["layers"], PLAIN).spec
    with pytest.raises(ValueError, match=r"^Array ring must hold more words than any row group"):
        replace(spec, ring=max(words for words, _ in spec.runs))
