# amaranth: UnusedElaboratable=no
"""Curves and thresholds of post-processing: the integers of the graph, in the plan's cycles."""

from dataclasses import replace

import numpy as np
import pytest
from tests import graphs
from tests.every_layer import check_every_layer
from tests.hw.test_array_deep import frames
from tests.hw.test_array_engine import inputs

from gossamer import ir
from gossamer.plan import Geometry, lower, predict
from gossamer_hw.array import ArrayEngine
from gossamer_hw.array.curve import curve_entries, curve_places
from gossamer_hw.array.layer import Curve
from gossamer_sim.bench import check_streams_amaranth
from gossamer_sim.run import run_engine_amaranth

GRAPH = graphs.curved()
SQUARE = Geometry(rows=4, columns=4, burst=16)
SINGLE = replace(SQUARE, burst=8, requantizers=1, loaded=True, single=True)
GEOMETRIES = {
    "4x4": SQUARE,
    "2x8": Geometry(rows=2, columns=8, port=64, burst=8, banks=2, requantizers=1),
    "1x4": Geometry(rows=1, columns=4, port=64, burst=4, banks=4, requantizers=1),
    "four": replace(SQUARE, requantizers=4, banks=1),
    "single": SINGLE,
    "two": replace(SINGLE, requantizers=2, burst=16),
    "drained": replace(SINGLE, rows=8, columns=2, port=16, drain=2),
    "deep": replace(SQUARE, deep=True),
    "deep8x8": Geometry(rows=8, columns=8, port=64, burst=4, banks=1, requantizers=4,
                        multiplier="dsp", deep=True),
}


def check(graph, geometry, count=3):
    """Model, outputs and cycles."""
    program = lower(graph, geometry)
    spec = program.spec
    x, elements = inputs(graph, count)
    outputs = graph.run(x).reshape(len(x), -1)
    assert (spec.model(elements) == outputs).all()
    run = run_engine_amaranth(lambda: ArrayEngine(spec), elements, outputs.shape[1],
                              expected=outputs, timeout_cycles=20_000,
                              image=spec.image if spec.loaded else b"")
    assert list(run.cycles[1:]) == [predict(program).total] * (count - 1)
    return program


def test_every_output_of_the_network_depends_on_its_input():
    """Else a wrong curve would not be seen in any."""
    for graph in (GRAPH, graphs.curved(added=False)):
        assert np.ptp(graph.run(inputs(graph, 3)[0]), axis=0).any()
        assert np.ptp(graph.run(inputs(graph, 50)[0]), axis=0).all()


@pytest.mark.parametrize("name", GEOMETRIES)
def test_the_graph_is_computed_in_the_cycles_of_the_plan(name):
    program = check(GRAPH, GEOMETRIES[name])
    assert [layer.levels for layer in program.spec.layers] == [0, 4, 0, 3, 8, 5]
    assert [layer.curve for layer in program.spec.layers] == [0, None, 1, None, None, None]


@pytest.mark.parametrize("name", ["single", "two"])
def test_steady_post_processing_has_them_too(name):
    check(graphs.curved(added=False), replace(GEOMETRIES[name], steady=True))


@pytest.mark.parametrize("name", GEOMETRIES)
def test_every_layer_gives_the_integers_of_its_graph(name, tmp_path):
    program = lower(GRAPH, GEOMETRIES[name])
    x, _ = inputs(GRAPH, 2)
    assert check_every_layer(program, GRAPH, x, tmp_path, simulator="amaranth") == 2 * (
        3 * 64 + 2 * 16 + 7)


@pytest.mark.parametrize("name", ["4x4", "deep8x8"])
def test_stalls_change_nothing(name):
    spec = lower(GRAPH, GEOMETRIES[name]).spec
    x, elements = inputs(GRAPH, 6)
    outputs = GRAPH.run(x)

    check_streams_amaranth(ArrayEngine(spec), {"i": frames(elements, spec.beat)},
                           {"o": frames(outputs)},
                           stall=0.6, seed=5, timeout_cycles=200_000)


@pytest.mark.parametrize("deep", [False, True])
def test_bursts_of_a_cycle_follow_each_other_while_thresholds_are_searched(deep):
    """More of them are on their way than the result banks hold."""
    rng = np.random.default_rng(0)
    layers = [ir.Linear(name=name, x=x, weight=rng.integers(-128, 128, (count, inputs)
                                                           ).astype(np.int8),
                        bias=rng.integers(-99, 99, count), weight_bits=8)
              for name, x, count, inputs in (("a", "x", 40, 4), ("b", "a_out", 3, 40))]
    graph = ir.check(ir.Graph((
        ir.Input(name="x", shape=(4,), low=-128, high=127, scale=1.0), layers[0],
        graphs.uneven("a_out", layers[0], 255, (-128, 127), rng), layers[1],
        graphs.requantize("b_out", "b", 3, rng, low=-128, high=127))))
    check(graph, Geometry(rows=1, columns=4, port=64, burst=4, banks=2, requantizers=1, deep=deep))


def test_curves_lie_at_multiples_of_their_sizes():
    curves = [Curve(first=-2, values=(5, 6, 7)), Curve(first=-128, values=tuple(range(256))),
              Curve(first=3, values=(9, 8))]
    assert curve_places(curves) == [256, 0, 260]
    entries = curve_entries(curves)
    assert len(entries) == 262
    for curve, place in zip(curves, curve_places(curves), strict=True):
        for number, value in enumerate(curve.values):
            assert entries[place | (curve.first + number) & (1 << curve.bits) - 1] == value
