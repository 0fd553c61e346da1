"""What a graph ends in may stay for the host."""

import numpy as np
import pytest
from tests.tflite_models import Builder

import gossamer as gs
from gossamer import ir
from gossamer.description import Description
from gossamer.importers.tflite import import_tflite
from gossamer.plan import device_part

schema = pytest.importorskip("ai_edge_litert.schema_py_generated",
                             reason="LiteRT writes the TensorFlow Lite files of these tests")


def test_a_curve_at_the_end_is_the_hosts(tmp_path):
    model = Builder(schema, 0)
    x = model.input(8)
    y = model.operator("FULLY_CONNECTED", [x, model.weights((3, 8), 0), model.bias(3)],
                       model.activation(3, scale=0.1), "FullyConnectedOptions")
    model.operator("LOGISTIC", [y], model.activation(3, scale=1 / 256, zero=-128))
    graph = import_tflite(model.bytes()).graph
    assert isinstance(graph.output, ir.Table)
    assert device_part(graph).nodes == graph.nodes[:-1]
    x = np.random.default_rng(0).integers(-128, 128, (5, 8))
    assert len(np.unique(graph.run(x))) > 5
    design = gs.generate(Description(graph=graph, name="m"), board="icebreaker", out=tmp_path / "o")
    result = gs.simulate(design, x, simulator="amaranth")
    assert result.mismatches == 0
    assert np.array_equal(result.outputs, graph.run(x[:len(result.outputs)]))
