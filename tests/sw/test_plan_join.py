"""Additions of TensorFlow Lite on the array: one shift gives what four roundings give."""

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.tflite_models import Builder

from gossamer import ir
from gossamer.errors import UnsupportedError
from gossamer.importers import import_model
from gossamer.importers.tflite import import_tflite
from gossamer.plan import Geometry, device_part, finish, lower
from gossamer.plan.join import join
from gossamer_hw.array import ArrayEngine
from gossamer_sim.bench import check_streams_amaranth

schema = pytest.importorskip("ai_edge_litert.schema_py_generated",
                             reason="LiteRT writes the TensorFlow Lite files of these tests")

MODELS = Path(os.environ.get("GOSSAMER_MODELS", Path(__file__).parents[3] / "shared" / "models"))


def network(kind, seed):
    """A few convolutions and additions on images of 4 x 4 x 4."""
    model = Builder(schema, seed)
    x = model.input(4, 4, 4)

    def convolve(x, activation=0):
        y = model.activation(4, 4, 4, scale=float(model.rng.uniform(0.2, 0.6)))
        return model.operator(
            "CONV_2D", [x, model.weights((4, 3, 3, 4), 0), model.bias(4)], y, "Conv2DOptions",
            strideH=1, strideW=1, dilationHFactor=1, dilationWFactor=1,
            fusedActivationFunction=activation)

    def add(a, b):
        y = model.activation(4, 4, 4, scale=float(model.rng.uniform(0.4, 0.9)))
        return model.operator("ADD", [a, b], y, "AddOptions", fusedActivationFunction=1)

    first = convolve(x, 1)
    match kind:
        case "skip":
            y = add(first, convolve(first))
        case "two branches":
            y = add(convolve(first), convolve(first))
        case "with itself":
            y = add(first, first)
        case "twice":
            y = add(add(first, convolve(first)), x)
        case "pooled":
            total = add(first, convolve(first))
            scale = model.graph.tensors[total].quantization
            y = model.activation(2, 2, 4, scale=scale.scale[0], zero=scale.zeroPoint[0])
            model.operator("MAX_POOL_2D", [total], y, "Pool2DOptions", strideH=2, strideW=2,
                           filterHeight=2, filterWidth=2, padding=schema.Padding.VALID)
    size = 16 if kind == "pooled" else 64
    model.operator("FULLY_CONNECTED", [y, model.weights((3, size), 0), model.bias(3)],
                   model.activation(3, scale=2.0), "FullyConnectedOptions")
    return import_tflite(model.bytes()).graph


def stored_inputs(graph, count):
    x = np.random.default_rng(0).integers(-128, 128, (count, *graph.input.shape))
    x[0], x[1] = -128, 127
    return x, x.reshape(count, -1).astype(np.int8)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("kind", ["skip", "two branches", "with itself", "twice", "pooled"])
def test_the_array_adds_as_the_graph_does(kind, seed):
    graph = network(kind, seed)
    spec = lower(graph, Geometry(rows=4, columns=4, burst=16)).spec
    x, elements = stored_inputs(graph, 20)
    outputs = graph.run(x)
    assert np.array_equal(spec.model(elements), outputs)
    if seed == 0:
        def frames(values):
            return [{"data": int(v), "last": int(i == len(row) - 1)}
                    for row in values for i, v in enumerate(row)]

        check_streams_amaranth(ArrayEngine(spec), {"i": frames(elements[:2])},
                               {"o": frames(outputs[:2])}, stall=0.3, seed=5,
                               timeout_cycles=200_000)


def test_all_pairs_of_operands_give_the_same():
    graph = network("skip", 1)
    (node,) = (node for node in graph if isinstance(node, ir.Sum))
    made = join(graph, node, node.a)
    kinds = [graph.types()[graph[name].x] for name in (node.a, node.b)]
    a, b = np.meshgrid(*(np.arange(kind.low, kind.high + 1) for kind in kinds), indexing="ij")
    tables = [graph[name].compute(v) for name, v in ((node.a, a), (node.b, b))]
    (result,) = graph.consumers(node.name)
    wanted = result.compute(np.broadcast_to(sum(tables)[..., None], (*a.shape, 4)))[..., 0]
    found = made.function(a, b).clip(made.low, made.high) + made.after
    assert np.array_equal(found, wanted)
    assert made.function.shift <= 24


def test_a_sum_of_curves_is_refused():
    graph = network("skip", 1)
    table = next(node for node in graph if isinstance(node, ir.Table))
    values = table.values // (1 + np.arange(256) % 2)
    bent = graph.replace({table.name: replace(table, values=values)})
    with pytest.raises(UnsupportedError, match="adds what is not proportional to its operands"):
        lower(bent, Geometry())


@pytest.mark.parametrize("name", ["kws_ref_model", "pretrainedResnet_quant"])
def test_a_reference_model_is_computed_by_the_engines_model(name):
    path = MODELS / f"{name}.tflite"
    if not path.is_file():
        pytest.skip(f"{path.name} is not in $GOSSAMER_MODELS or ../shared/models")
    graph = import_model(path).graph
    spec = lower(graph, Geometry(rows=4, columns=4, burst=16)).spec
    x, elements = stored_inputs(graph, 2)
    found = spec.model(elements)
    assert np.array_equal(found, device_part(graph).run(x))
    assert np.array_equal(finish(graph, found), graph.run(x))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["kws_ref_model.tflite", "pretrainedResnet_quant.tflite",
                                  "TFC_2W2A.onnx", "qkeras_jettagging.onnx"])
def test_a_reference_model_runs_in_verilator(name, tmp_path):
    """Ten inputs through the Verilog, every output integer and the cycles as predicted."""
    import gossamer as gs

    path = MODELS / name
    if not path.is_file():
        pytest.skip(f"{name} is not in $GOSSAMER_MODELS or ../shared/models")
    description, _ = gs.import_(path)
    design = gs.generate(description, board="ulx3s", out=tmp_path / "out")
    entry = description.graph.input
    x = np.random.default_rng(0).integers(entry.low, entry.high + 1, (10, *entry.shape))
    x[0], x[1] = entry.low, entry.high
    result = gs.simulate(design, x)
    assert result.mismatches == 0
    assert set(result.cycles) == {result.predicted}
