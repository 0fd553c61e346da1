"""The same layers in every weight format: the same integers, in the predicted cycles."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from amaranth.back import verilog
from tests import graphs
from tests.hw.test_array_engine import inputs

from gossamer import ir
from gossamer.plan import KINDS, Geometry, lower, predict
from gossamer_hw.array import ArrayEngine
from gossamer_hw.formats import (
    PSC4_P8,
    Bitmap,
    BlockBitmap,
    Coordinates,
    Dense,
    Format,
    Nonzero,
    Pattern,
    Periodic,
    RowColumn,
    RunLength,
    SharedExponent,
)
from gossamer_sim.bench import check_streams_amaranth
from gossamer_sim.run import run_engine, run_engine_amaranth

LAYERS = 22
DENSITIES = (0.0, 0.03, 0.1, 0.25, 0.5, 1.0)

#: Every kind of format, on an array that can use it.
ARRAYS = {
    **{name: Geometry(format=name) for name in KINDS if name not in ("pattern", "bcr")},
    "dense-dual": Geometry(format="dense", multiplier="dual"),
    "pattern": Geometry(rows=2, columns=8, port=32, pattern=(1, 4)),
    "pattern2:4": Geometry(rows=4, columns=4, port=64, pattern=(2, 4)),
    "bcr": Geometry(rows=8, columns=8, port=64, tile=(4, 4)),
    "bcr-small": Geometry(rows=4, columns=8, port=32, tile=(2, 2), burst=4, banks=2),
}


def chain(seed: int) -> ir.Graph:
    """Three convolutions, then linear layers, each with a mask of its own, some empty or full.

    Weights are -4, -2, 0 and 2: legal as integers, as levels, and with a shared exponent. The
    second convolution keeps to a pre-defined periodic pattern.
    """
    rng = np.random.default_rng(seed)
    nodes: list[ir.Node] = [ir.Input(name="x", shape=(4, 4, 8), low=0, high=255, scale=1.0)]

    def weights(index: int, *shape: int) -> np.ndarray:
        kept = rng.random(shape) < DENSITIES[(index + seed) % len(DENSITIES)]
        return (rng.choice([-4, -2, 2], shape) * kept).astype(np.int8)

    for index in range(3):
        weight = weights(index + 3, 8, 3, 3, 8)
        if index == 1:
            taps = np.array([[bool(PSC4_P8[(i // 4 + j // 4 + 1) % 8] >> t & 1) for j in range(8)]
                             for i in range(8) for t in range(9)]).reshape(8, 3, 3, 8)
            weight = (rng.choice([-4, -2, 2], taps.shape) * taps).astype(np.int8)
        nodes += [
            ir.Conv2d(name=f"conv{index}", x=nodes[-1].name, weight=weight,
                      bias=rng.integers(-99, 99, 8), weight_bits=3, padding=(1, 1, 1, 1)),
            graphs.requantize(f"conv{index}.out", f"conv{index}", 8, rng),
        ]
    nodes.append(ir.Flatten(name="flat", x=nodes[-1].name))
    size = 128
    for index in range(3, LAYERS):
        outputs = (13, 24, 8, 40)[index % 4]
        nodes += [
            ir.Linear(name=f"fc{index}", x=nodes[-1].name, weight=weights(index, outputs, size),
                      bias=rng.integers(-99, 99, outputs), weight_bits=3),
            graphs.requantize(f"fc{index}.out", f"fc{index}", outputs, rng),
        ]
        size = outputs
    return ir.check(ir.Graph(tuple(nodes)))


def kind_of(format: Format) -> str:
    """The kind of a format, as a geometry names it."""
    kinds = {Dense: "dense", Bitmap: "bitmap", Coordinates: "coo", SharedExponent: "mx",
             Periodic: "periodic", Pattern: "pattern", RowColumn: "bcr"}
    if isinstance(format, RunLength):
        return f"run-length{format.runs}"
    if isinstance(format, BlockBitmap):
        return "block-bitmap" if format.span == 1 else "block-punched"
    return kinds[type(format)]


GRAPHS = [chain(seed) for seed in range(2)]


def some_slow(*slow: str) -> list[Any]:
    """All arrays, some of them only in the long run."""
    return [pytest.param(name, marks=pytest.mark.slow if name in slow else ()) for name in ARRAYS]


@pytest.mark.parametrize("name", some_slow(
    "run-length5", "run-length8", "dense-dual", "pattern2:4", "bcr-small"))
def test_every_format_gives_the_same_integers_in_the_predicted_cycles(name):
    graph = GRAPHS[0]
    program = lower(graph, ARRAYS[name])
    # Where a kind cannot hold a layer, another one takes its place; it must hold some.
    asked = ARRAYS[name].format or name.removesuffix("-small").removesuffix("2:4")
    kinds = [kind_of(program.spec.formats[layer.format]) for layer in program.spec.layers]
    assert kinds.count(asked) >= (1 if asked == "periodic" else len(kinds) // 2)
    x, elements = inputs(graph, 1)
    expected = graph.run(x).reshape(len(x), -1)
    assert (program.spec.model(elements) == expected).all()
    run = run_engine_amaranth(lambda: ArrayEngine(program.spec), elements, expected.shape[1])
    assert (run.outputs == expected).all()
    assert set(run.cycles) == {predict(program).total}


@pytest.mark.parametrize("name", ["coo", "bitmap", pytest.param("run-length4",
                                                                marks=pytest.mark.slow)])
def test_codes_without_zero_give_the_same_integers(name):
    """Weights up to +4 are integers of four bits, but need three where zero has no code."""
    rng = np.random.default_rng(3)
    nodes: list[ir.Node] = [ir.Input(name="x", shape=(16,), low=0, high=255, scale=1.0)]
    for index in range(2):
        weight = rng.choice([-4, -3, 1, 2, 4], (16, 16)) * (rng.random((16, 16)) < 0.3)
        nodes += [
            ir.Linear(name=f"fc{index}", x=nodes[-1].name, weight=weight.astype(np.int8),
                      bias=rng.integers(-99, 99, 16), weight_bits=4),
            graphs.requantize(f"fc{index}.out", f"fc{index}", 16, rng),
        ]
    graph = ir.check(ir.Graph(tuple(nodes)))
    program = lower(graph, ARRAYS[name])
    assert {format.values for format in program.spec.formats} == {Nonzero(3)}
    x, elements = inputs(graph, 1)
    expected = graph.run(x).reshape(len(x), -1)
    run = run_engine_amaranth(lambda: ArrayEngine(program.spec), elements, expected.shape[1])
    assert (run.outputs == expected).all() and set(run.cycles) == {predict(program).total}


#: Weights of a layer, with the packings and the kinds of lanes that suit them.
SUITED = {
    "ternary": ([-1, 0, 1], ("integers", "trits"), ("ternary", "lut", "dsp", "dual", "mixed")),
    "two levels": ([-2, -1, 0, 2], ("integers", "nested"), ("nested", "lut", "dsp", "dual")),
    "four levels": ([-7, -3, 0, 1, 2], ("integers", "nested"), ("nested", "lut", "dsp", "dual")),
}


@pytest.mark.parametrize(("weights", "packing", "multiplier"), [
    pytest.param(name, packing, multiplier, id=f"{name}-{packing}-{multiplier}")
    for name, (_, packings, kinds) in SUITED.items()
    for packing in packings for multiplier in kinds])
def test_every_packing_goes_with_every_kind_of_lanes(weights, packing, multiplier):
    rng = np.random.default_rng(0)
    graph = linear(rng.choice(SUITED[weights][0], (6, 20)), bits=2 if weights == "ternary" else 4)
    program = lower(graph, Geometry(format="dense", packing=packing, multiplier=multiplier,
                                    dsp_rows=3 if multiplier == "mixed" else 0))
    x, elements = inputs(graph, 2)
    expected = graph.run(x).reshape(len(x), -1)
    run = run_engine_amaranth(lambda: ArrayEngine(program.spec), elements, expected.shape[1])
    assert (run.outputs == expected).all() and run.cycles[1] == predict(program).total


@pytest.mark.parametrize("name", some_slow(*(set(ARRAYS) - {"coo"})))
def test_every_format_gives_the_same_integers_under_stalls_in_verilog(name, tmp_path: Path):
    graph = GRAPHS[1]
    program = lower(graph, replace(ARRAYS[name], burst=8))
    x, elements = inputs(graph, 6)
    expected = graph.run(x).reshape(len(x), -1)
    text = verilog.convert(ArrayEngine(program.spec), name="engine", emit_src=False)
    for stall in (0.0, 0.3):
        run = run_engine(text, elements, expected.shape[1], simulator="verilator",
                         build_dir=tmp_path, stall=stall, seed=1)
        assert (run.outputs == expected).all()
        if not stall:
            assert set(run.cycles) == {predict(program).total}


@pytest.mark.parametrize("name", ["coo", "bitmap", "bcr"])
def test_formats_hold_their_integers_under_stalls(name):
    graph = GRAPHS[0]
    spec = lower(graph, ARRAYS[name]).spec
    x, elements = inputs(graph, 1)

    def frames(values):
        return [{"data": int(v), "last": int(i == len(row) - 1)}
                for row in values for i, v in enumerate(row)]

    check_streams_amaranth(
        ArrayEngine(spec), {"i": frames(elements)},
        {"o": frames(graph.run(x).reshape(len(x), -1))}, stall=0.4, seed=5,
        timeout_cycles=200_000)


def linear(weight, bits=8):
    """One linear layer."""
    rng = np.random.default_rng(0)
    weight = np.asarray(weight, np.int8)
    return ir.check(ir.Graph((
        ir.Input(name="x", shape=(weight.shape[1],), low=0, high=255, scale=1.0),
        ir.Linear(name="fc", x="x", weight=weight, bias=np.zeros(len(weight), np.int64),
                  weight_bits=bits),
        graphs.requantize("y", "fc", len(weight), rng, low=-32768, high=32767))))


LAST = np.zeros((16, 64), int)
LAST[15, 63] = 5


@pytest.mark.parametrize(("weight", "geometry"), [
    ([[-128, 0, -128, 0]] * 2, Geometry(format="mx")),
    ([[-128, 0, -1, 1]] * 2, Geometry()),
    ([[-128, 1, 7, 20]] * 2, Geometry()),
    ([[-8, 0, 1]] * 5, Geometry(multiplier="dsp")),
    ([[-8, 0, 1]] * 5, Geometry(rows=8, columns=8, tile=(4, 4))),
    ([[4, 0, 3]] * 5, Geometry(rows=4, columns=1, tile=(1, 1), requantizers=1)),
    ([[5]], Geometry(format="bitmap")),
    ([[5]], Geometry(format="coo")),
    ([[3]] * 16, Geometry(rows=16, columns=4, port=16, format="dense")),
    (LAST, Geometry(rows=16, columns=1, requantizers=1, format="run-length4")),
], ids=lambda value: None if isinstance(value, Geometry) else str(np.shape(value)))
def test_extreme_weights_and_shapes_are_exact(weight, geometry):
    graph = linear(weight)
    program = lower(graph, geometry)
    x, elements = inputs(graph, 3)
    expected = graph.run(x).reshape(len(x), -1)
    run = run_engine_amaranth(lambda: ArrayEngine(program.spec), elements, expected.shape[1])
    assert (run.outputs == expected).all()
    # The very first inference may wait for the first tile, the others are as predicted.
    assert set(run.cycles[1:]) == {predict(program).total} and run.cycles[0] >= run.cycles[1]
