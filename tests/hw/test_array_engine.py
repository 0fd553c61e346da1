"""The array engine: the integers of its model, under stalls, in every simulator."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from amaranth.back import verilog
from tests import graphs

from gossamer import ir
from gossamer.plan import Geometry, lower, stored
from gossamer_hw.array import ArrayEngine
from gossamer_hw.requantize import ROUNDINGS
from gossamer_sim.bench import check_streams_amaranth
from gossamer_sim.run import run_engine

GEOMETRIES = [
    Geometry(rows=4, columns=4, burst=16),
    Geometry(rows=2, columns=8, port=64, burst=8, banks=2, requantizers=1),
    Geometry(rows=8, columns=2, port=16, burst=4, banks=1, requantizers=2),
    Geometry(rows=1, columns=4, burst=64, requantizers=1),
    Geometry(rows=4, columns=4, burst=16, requantizers=4, multiplier="dsp"),
]
GRAPHS = {"mlp": graphs.tiny_mlp(), "cnn": graphs.tiny_cnn(), "ternary": graphs.tiny_cnn(1, 2),
          "residual": graphs.residual()}


def inputs(graph, count, seed=0):
    """Input integers, the extremes first, and the stored elements they become."""
    rng = np.random.default_rng(seed)
    entry = graph.input
    x = rng.integers(entry.low, entry.high + 1, (count, *entry.shape))
    x[0] = entry.high
    if count > 1:
        x[1] = entry.low
    zero = stored(entry.name, entry.infer()).zero
    return x, (x - zero).reshape(count, -1).astype(np.int8)


@pytest.mark.parametrize("geometry", GEOMETRIES, ids=lambda g: f"{g.rows}x{g.columns}-{g.port}")
@pytest.mark.parametrize("name", GRAPHS)
def test_engine_computes_its_model_under_stalls(name, geometry):
    graph = GRAPHS[name]
    spec = lower(graph, geometry).spec
    x, elements = inputs(graph, 2)
    outputs = graph.run(x).reshape(len(x), -1)
    assert (spec.model(elements) == outputs).all()

    def frames(values):
        return [{"data": int(v), "last": int(i == len(row) - 1)}
                for row in values for i, v in enumerate(row)]

    check_streams_amaranth(ArrayEngine(spec), {"i": frames(elements)}, {"o": frames(outputs)},
                           stall=0.4, seed=5, timeout_cycles=200_000)


def rounding(first, second):
    """A network whose two layers round by these rules, with a zero point and an offset."""
    rng = np.random.default_rng(3)
    graph = graphs.tiny_cnn()

    def changed(name, rule, **keys):
        node = graph[name]
        count = len(node.multiplier)
        multiplier, shift = rng.integers(1, 4, count), rng.integers(2, 6, count)
        if rule == "double":
            multiplier, shift = rng.integers(1 << 30, 1 << 31, count), rng.integers(29, 37, count)
        return replace(node, rounding=rule, multiplier=multiplier, shift=shift, **keys)

    return ir.check(graph.replace({
        "conv": replace(graph["conv"], pad=5),
        "relu": changed("relu", first, offset=-7, low=-128, high=127),
        "scores": changed("scores", second, offset=11),
    }))


@pytest.mark.parametrize("geometry", GEOMETRIES[:2], ids=lambda g: f"{g.rows}x{g.columns}-{g.port}")
@pytest.mark.parametrize("rules", [("double", "half_away"), ("half_even", "floor"),
                                   ("half_away", "double"), ("half_up", "half_even"),
                                   ("floor", "floor"), ("double", "double")])
def test_every_rounding_rule_is_that_of_the_graph(rules, geometry):
    graph = rounding(*rules)
    spec = lower(graph, geometry).spec
    x, elements = inputs(graph, 3)
    outputs = graph.run(x).reshape(len(x), -1)
    assert (spec.model(elements) == outputs).all()

    def frames(values):
        return [{"data": int(v), "last": int(i == len(row) - 1)}
                for row in values for i, v in enumerate(row)]

    check_streams_amaranth(ArrayEngine(spec), {"i": frames(elements)}, {"o": frames(outputs)},
                           stall=0.3, seed=5, timeout_cycles=200_000)


@pytest.mark.parametrize("rule", ROUNDINGS)
def test_ties_of_every_rule_are_those_of_the_graph(rule):
    """One weight of one: every product is a tie or next to one."""
    shift = 32 if rule == "double" else 2
    graph = ir.check(ir.Graph((
        ir.Input(name="x", shape=(1,), low=-128, high=127, scale=1.0),
        ir.Linear(name="a", x="x", weight=np.ones((1, 1), np.int8), bias=np.zeros(1, np.int64),
                  weight_bits=2),
        ir.Requantize(name="y", x="a", multiplier=np.array([1 << (shift - 2)]),
                      shift=np.array([shift]), low=-99, high=99, scale=1.0, rounding=rule))))
    x = np.arange(-20, 21)[:, None]
    spec = lower(graph, Geometry(rows=1, columns=1, burst=4)).spec
    outputs = graph.run(x)
    check_streams_amaranth(
        ArrayEngine(spec), {"i": [{"data": int(v), "last": 1} for v in x.ravel()]},
        {"o": [{"data": int(v), "last": 1} for v in outputs.ravel()]},
        stall=0, seed=0, timeout_cycles=20_000)


@pytest.mark.parametrize(("name", "simulator"), [
    ("residual", "verilator"), ("ternary", "icarus"),
    *(pytest.param(*pair, marks=pytest.mark.slow) for pair in (
        ("residual", "icarus"), ("ternary", "verilator")))])
def test_verilog_computes_the_model(name, simulator, tmp_path: Path):
    graph = GRAPHS[name]
    spec = lower(graph, Geometry()).spec
    x, elements = inputs(graph, 20)
    expected = graph.run(x).reshape(len(x), -1)
    text = verilog.convert(ArrayEngine(spec), name="engine", emit_src=False)
    run = run_engine(text, elements, expected.shape[1], simulator=simulator, build_dir=tmp_path,
                     stall=0.3, seed=1)
    assert (run.outputs == expected).all()


def test_a_changed_weight_is_noticed():
    graph = GRAPHS["mlp"]
    spec = lower(graph, Geometry()).spec
    x, elements = inputs(graph, 20)
    broken = replace(spec, words=(spec.words[0] ^ 0b100, *spec.words[1:]))
    assert (spec.model(elements) == graph.run(x)).all()
    assert (broken.model(elements) != graph.run(x)).any()


@pytest.mark.parametrize(("field", "value", "message"), [
    ("rows", 3, r"^Array rows must be a power of two, not 3$"),
    ("requantizers", 8, r"^Array requantizers must be at most its rows and columns, not 8$"),
])
def test_shapes_that_cannot_be_built_are_refused(field, value, message):
    spec = lower(GRAPHS["mlp"], Geometry()).spec
    with pytest.raises(ValueError, match=message):
        replace(spec, **{field: value})
