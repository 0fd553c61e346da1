"""QONNX and ONNX models: integers equal qonnx's and onnxruntime's, node by node."""

import dataclasses
import os
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import helper
from tests.onnx_models import Builder, qonnx_values, runtime_outputs, unfused_outputs

from gossamer import data as datasets
from gossamer import ir
from gossamer.description import Description
from gossamer.errors import GossamerError, UnsupportedError
from gossamer.importers.imported import InputSteps
from gossamer.importers.onnx import import_onnx
from gossamer.plan import Geometry, device_part, lower, predict, stored
from gossamer_hw.array import ArrayEngine
from gossamer_sim.run import run_engine_amaranth

pytest.importorskip("qonnx", reason="qonnx, the oracle, is not installed")
pytest.importorskip("onnxruntime", reason="onnxruntime, the oracle, is not installed")

pytestmark = pytest.mark.filterwarnings(
    # Of qonnx's own code.
    "ignore::DeprecationWarning", "ignore::UserWarning", "ignore::RuntimeWarning")

MODELS = Path(os.environ.get("GOSSAMER_MODELS", Path(__file__).parents[3] / "shared" / "models"))


def planes(x):
    """Images (N, H, W, C) as ONNX has them, (N, C, H, W); vectors as they are."""
    return x.transpose(0, 3, 1, 2) if x.ndim == 4 else x


def lines(x):
    """Images of height one as ONNX has lines, (N, C, L)."""
    return planes(x)[:, :, 0] if x.ndim == 4 else x


def compare(data, x, *, oracle=qonnx_values):
    """Run real inputs ``x`` (N, H, W, C) and compare every node named as in the file.

    Returns the graph and how many nodes were compared.
    """
    graph = import_onnx(data).graph
    values, types = graph.trace(graph.input.quantize(x)), graph.types()
    wanted = oracle(data, planes(x))
    outputs = {node.name: node.output[0] for node in onnx.load_model_from_string(data).graph.node}
    compared = 0
    for node in graph:
        if isinstance(node, (ir.Requantize, ir.MultiThreshold)) or node is graph.output:
            name = outputs.get(node.name, node.name)
            kind, found = types[node.name], values[node.name]
            steps = wanted[name] / np.float32(kind.scale) + kind.zero
            assert np.abs(steps - np.rint(steps)).max() < 1e-3
            assert np.array_equal(planes(found), np.rint(steps)), node.name
            compared += 1
    return graph, compared


# ---------------------------------------------------------------- QONNX


@pytest.mark.parametrize("bits", [2, 3, 4, 8])
@pytest.mark.parametrize("seed", range(3))
def test_an_mlp_with_batch_norms_equals_qonnx(seed, bits):
    model = Builder(seed, 20)
    x = model.quant("x", 0.125, 8)
    x = model.add("MatMul", [x, model.weights((20, 15), 0.5, bits)])
    x = model.quant(model.batch_norm(x, 15, 8.0), 0.25, bits, narrow=1)
    x = model.add("MatMul", [x, model.weights((15, 6), 0.5, bits, narrow=1)])
    rng = np.random.default_rng(seed)
    graph, compared = compare(model.bytes(x), rng.normal(0, 5, (200, 20)))
    assert compared == 2
    assert bits > 2 or isinstance(graph["Quant_4"], ir.Requantize)


def three_bits(relu):
    """A keyword perceptron as FINN has it, with three bits for everything."""
    model = Builder(3, 40)
    x = model.quant("x", 1 / 16, 8)
    for inputs, outputs in ((40, 24), (24, 16)):
        x = model.add("MatMul", [x, model.weights((inputs, outputs), 0.25, 3, narrow=1)])
        x = model.batch_norm(x, outputs, 3.0)
        x = model.quant(model.add("Relu", [x]) if relu else x, 0.5, 3, signed=1 - relu)
    return model.bytes(model.add("MatMul", [x, model.weights((16, 12), 0.25, 3)]))


def one_bit():
    """Signs for inputs, weights and activations."""
    model = Builder(4, 40)
    x = model.add("BipolarQuant", ["x", model.constant(1.0)])
    for inputs, outputs in ((40, 24), (24, 16), (16, 10)):
        x = model.add("MatMul", [x, model.add("BipolarQuant", [
            model.constant(model.rng.normal(0, 1, (inputs, outputs))), model.constant(1.0)])])
        if outputs > 10:
            x = model.add("BipolarQuant", [model.batch_norm(x, outputs, 3.0), model.constant(1.0)])
    return model.bytes(x)


@pytest.mark.parametrize("data", [three_bits(0), three_bits(1), one_bit()],
                         ids=["three-bits", "three-bits-relu", "one-bit"])
def test_few_bits_equal_qonnx_and_run_on_the_array(data):
    reals = np.random.default_rng(0).normal(0, 2, (100, 40))
    graph, compared = compare(data, reals)
    assert compared == 3
    assert not any(isinstance(node, ir.MultiThreshold) for node in graph)
    spec = lower(graph, Geometry()).spec
    assert spec.fraction > 0
    x = graph.input.quantize(reals)
    elements = (x - stored(graph.input.name, graph.input.infer()).zero).astype(np.int8)
    assert (spec.model(elements) == graph.run(x)).all()
    run = run_engine_amaranth(lambda: ArrayEngine(spec), elements[:3], len(graph.run(x)[0]))
    assert (run.outputs == graph.run(x[:3])).all()


def test_two_signs_are_thresholds_or_a_multiplication():
    model = Builder(0, 12)
    x = model.add("BipolarQuant", ["x", model.constant(1.0)])
    weights = model.add("BipolarQuant", [model.constant(model.rng.normal(0, 1, (12, 9))),
                                         model.constant(1.0)])
    x = model.batch_norm(model.add("MatMul", [x, weights]), 9, 3.0)
    x = model.add("BipolarQuant", [x, model.constant(1.0)])
    x = model.add("MatMul", [x, model.weights((9, 4), 1.0, 1)])
    rng = np.random.default_rng(1)
    reals = np.concatenate([rng.normal(0, 1, (300, 12)), np.zeros((1, 12))])
    graph, compared = compare(model.bytes(x), reals)
    assert compared == 2
    layers = [node for node in graph if isinstance(node, ir.Weighted)]
    assert [layer.weight_bits for layer in layers] == [1, 1]


@pytest.mark.parametrize("seed", range(4))
def test_a_convolutional_network_equals_qonnx(seed):
    """Padding, stride, groups, pooling, and a flattened image of several channels."""
    model = Builder(seed, 4, 9, 8)
    groups = 1 + seed % 2
    x = model.quant("x", 0.25, 6)
    weights = model.weights((6, 4 // groups, 3, 3), 0.25, 4)
    x = model.add("Conv", [x, weights], pads=[1, 0, 1, 2], strides=[1 + seed // 2, 1],
                  group=groups, kernel_shape=[3, 3], dilations=[1, 1])
    x = model.add("Relu", [model.batch_norm(x, 6, 4.0)])
    x = model.quant(x, 0.25, 4, signed=0)
    x = model.add("MaxPool", [x], kernel_shape=[2, 2], strides=[2, 2])
    x = model.add("Reshape", [x, model.constant([1 if seed else 0, -1], np.int64)])
    size = 6 * (4, 4, 2, 2)[seed] * 4
    x = model.add("MatMul", [x, model.weights((size, 5), 0.5, 3)])
    rng = np.random.default_rng(seed)
    # qonnx does not run a fixed shape on a batch of another size.
    if seed:
        batch = [rng.normal(0, 3, (1, 9, 8, 4)) for _ in range(12)]
        for sample in batch:
            _, compared = compare(model.bytes(x), sample)
    else:
        _, compared = compare(model.bytes(x), rng.normal(0, 3, (60, 9, 8, 4)))
    assert compared == 2


def test_channels_that_are_last_outside_of_convolutions_equal_qonnx():
    """As exporters from Keras write it: the input and the flattened image have channels last."""
    model = Builder(2, 5, 6, 3)
    x = model.quant(model.add("Transpose", ["x"], perm=[0, 3, 1, 2]), 0.25, 5)
    x = model.add("Conv", [x, model.weights((4, 3, 3, 3), 0.25, 4)], pads=[0, 0, 0, 0])
    x = model.add("Transpose", [model.quant(x, 1.0, 5)], perm=[0, 2, 3, 1])
    x = model.add("Reshape", [x, model.constant([0, -1], np.int64)])
    x = model.quant(model.add("MatMul", [x, model.weights((48, 4), 0.5, 3)]), 2.0, 8)
    data, reals = model.bytes(x), np.random.default_rng(0).normal(0, 2, (50, 5, 6, 3))
    graph = import_onnx(data).graph
    kind = graph.types()[graph.output.name]
    found = graph.run(graph.input.quantize(reals)) * kind.scale
    assert np.array_equal(found, qonnx_values(data, reals)[x])
    assert len(np.unique(found)) > 20


@pytest.mark.parametrize("rounding", ["ROUND", "FLOOR", "CEIL", "UP", "DOWN", "HALF_UP",
                                      "HALF_DOWN", "HALF_EVEN"])
def test_every_rounding_mode_equals_qonnx(rounding):
    model = Builder(3, 10)
    x = model.quant("x", 0.5, 8)
    x = model.add("MatMul", [x, model.weights((10, 8), 0.5, 4)])
    x = model.quant(x, 2.0, 5, rounding=rounding, zero=3.0)
    graph, _ = compare(model.bytes(x), np.random.default_rng(0).normal(0, 9, (300, 10)))
    wanted = {"ROUND": "half_even", "HALF_EVEN": "half_even", "FLOOR": "floor"}
    if rounding in wanted:
        assert graph.output.rounding == wanted[rounding]


@pytest.mark.parametrize("zero", [0.0, 5.0])
def test_unsigned_integers_with_a_zero_point_equal_qonnx(zero):
    model = Builder(3, 3, 5, 5)
    x = model.quant("x", 0.25, 4, signed=0, zero=zero)
    x = model.add("Conv", [x, model.weights((4, 3, 3, 3), 0.5, 4)], pads=[1, 1, 1, 1])
    x = model.quant(x, 0.5, 8, zero=zero)
    graph, _ = compare(model.bytes(x), np.random.default_rng(0).normal(0, 1, (60, 5, 5, 3)))
    assert [node.pad for node in graph if isinstance(node, ir.Conv2d)] == [int(zero)]


@pytest.mark.parametrize("curve", ["Sigmoid", "Tanh", "LeakyRelu"])
def test_a_curve_before_a_quantiser_is_thresholds(curve):
    model = Builder(3, 10)
    x = model.quant("x", 0.5, 6)
    x = model.add("MatMul", [x, model.weights((10, 8), 0.125, 4)])
    x = model.quant(model.add(curve, [x]), 1 / 8, 4)
    graph, _ = compare(model.bytes(x), np.random.default_rng(0).normal(0, 3, (400, 10)))
    assert isinstance(graph.output, ir.MultiThreshold)


def test_a_truncated_average_equals_qonnx():
    model = Builder(3, 5, 4, 4)
    x = model.quant("x", 0.25, 4, signed=0)
    x = model.add("AveragePool", [x], kernel_shape=[4, 4], strides=[4, 4])
    x = model.add("Mul", [x, model.constant(16.0)])
    x = model.add("Trunc", [x, model.constant(0.25), model.constant(0.0), model.constant(8.0),
                            model.constant(4.0)], rounding_mode="FLOOR")
    graph, compared = compare(model.bytes(x), np.random.default_rng(0).normal(2, 2, (99, 4, 4, 5)))
    assert compared == 1
    assert isinstance(graph.output, ir.Requantize)
    assert set(graph.output.shift - np.log2(graph.output.multiplier)) == {4}


@pytest.mark.parametrize("scale, bias", [(1.0, 0.0), (1.0, -4.0), (2.0, -1.0), (0.5, 1.0)])
def test_multi_thresholds_equal_qonnx(scale, bias):
    model = Builder(3, 10)
    x = model.quant("x", 0.5, 6)
    x = model.add("MatMul", [x, model.constant(model.rng.integers(-3, 4, (10, 8)))])
    steps = 1 if bias == -1 else 7
    table = np.sort(model.rng.normal(0, 6, (8, steps)), axis=1)
    x = model.add("MultiThreshold", [x, model.constant(table)], out_scale=scale, out_bias=bias,
                  out_dtype="INT8")
    graph, _ = compare(model.bytes(x), np.random.default_rng(0).normal(0, 3, (300, 10)))
    kind = graph.types()[graph.output.name]
    assert (kind.high - kind.low) * kind.scale == scale * steps


def test_a_residual_addition_equals_qonnx():
    model = Builder(3, 4, 5, 5)
    x = model.quant("x", 0.25, 4)
    y = model.add("Conv", [x, model.weights((4, 4, 1, 1), 0.25, 4)])
    y = model.quant(y, 0.5, 6)
    z = model.quant(model.add("Relu", [model.add("Add", [y, x])]), 0.5, 5, signed=0)
    graph, compared = compare(model.bytes(z), np.random.default_rng(0).normal(0, 1, (60, 5, 5, 4)))
    assert compared == 2
    assert any(isinstance(node, ir.Sum) for node in graph)


def test_biases_that_are_whole_steps_are_biases():
    model = Builder(3, 10)
    x = model.quant("x", 0.5, 6)
    x = model.add("MatMul", [x, model.weights((10, 8), 0.25, 4)])
    x = model.add("Add", [x, model.weights((8,), 0.5, 6)])
    graph, _ = compare(model.bytes(x), np.random.default_rng(0).normal(0, 3, (50, 10)))
    assert graph["MatMul_2"].bias.any()


# ---------------------------------------------------------------- QuantizeLinear

#: onnxruntime's kernels for processors without dot-product instructions add two products in 16
#: bits, with saturation; its documentation advises weights of 7 bits, with which they are exact.
WEIGHTS = (-64, 64)


def exact(data, x, *, seen=planes, oracle=runtime_outputs):
    """Only the output is compared: onnxruntime shows no other tensor."""
    graph = import_onnx(data).graph
    found = graph.run(graph.input.quantize(x))
    kind = graph.types()[graph.output.name]
    steps = oracle(data, seen(x)) / np.float32(kind.scale) + kind.zero
    assert np.array_equal(seen(found), np.rint(steps))
    assert len(np.unique(found)) > 10
    return graph


@pytest.mark.parametrize("seed", range(4))
def test_convolutions_with_quantize_linear_equal_onnxruntime(seed):
    model = Builder(seed, 3, 8, 7)
    rng = model.rng
    dtype = (np.uint8, np.int8)[seed % 2]
    zero = 0 if dtype is np.uint8 else -128
    x = model.requantized("x", 0.05, 114 + zero, dtype)
    scales = rng.uniform(0.01, 0.03, 6).astype(np.float32)
    weights = model.dequantized(rng.integers(*WEIGHTS, (6, 3, 3, 3)).astype(np.int8), scales)
    bias = model.dequantized(rng.integers(-3000, 3000, 6).astype(np.int32),
                             np.float32(0.05) * scales)
    x = model.add("Conv", [x, weights, bias], pads=[1, 1, 1, 1], kernel_shape=[3, 3])
    x = model.requantized(model.add("Relu", [x]), 0.043, zero, dtype)
    weights = model.dequantized(rng.integers(*WEIGHTS, (6, 1, 3, 3)).astype(np.int8),
                                rng.uniform(0.01, 0.03, 6))
    x = model.add("Conv", [x, weights], group=6, strides=[2, 2], kernel_shape=[3, 3])
    x = model.requantized(x, 0.11, 20 + zero + 100, dtype)
    exact(model.bytes(x), rng.normal(0, 3, (40, 8, 7, 3)))


@pytest.mark.parametrize("seed", range(4))
def test_linear_layers_with_quantize_linear_equal_onnxruntime(seed):
    model = Builder(seed, 2, 3, 5)
    rng = model.rng
    x = model.requantized("x", 0.05, 7)
    x = model.add("Flatten", [x])
    weights = model.dequantized(rng.integers(*WEIGHTS, (12, 30)).astype(np.int8), 0.02)
    bias = model.dequantized(rng.integers(-3000, 3000, 12).astype(np.int32),
                             np.float32(0.05) * np.float32(0.02))
    x = model.requantized(model.add("Gemm", [x, weights, bias], transB=1), 0.3137, -9)
    exact(model.bytes(x), rng.normal(0, 3, (60, 3, 5, 2)))


@pytest.mark.parametrize("curve", ["Relu", "Clip"])
def test_a_clamp_before_a_signed_quantiser_is_a_multiplication(curve):
    """Symmetric quantisation leaves half of the integers unused after a Relu."""
    model = Builder(0, 6)
    x = model.add("MatMul", [model.quant("x", 1 / 16, 8), model.weights((6, 5), 0.25, 4)])
    bounds = [model.constant(-1.0), model.constant(2.0)] if curve == "Clip" else []
    x = model.quant(model.add(curve, [x, *bounds]), 1 / 8, 8)
    data = model.bytes(x)
    graph = import_onnx(data).graph
    assert isinstance(graph.output, ir.Requantize)
    reals = model.rng.normal(0, 4, (60, 6)).astype(np.float32)
    found = graph.run(graph.input.quantize(reals))
    assert np.array_equal(found * graph.output.scale, qonnx_values(data, reals)[x])
    assert len(np.unique(found)) > 10


def newer(model, output, opset):
    """The file, with operators of a newer version."""
    made = onnx.load_model_from_string(model.bytes(output))
    made.opset_import[0].version = opset
    return made.SerializeToString()


@pytest.mark.parametrize(("number", "dtype"), [(2, np.uint8), (3, np.int8)])
def test_quantisers_without_a_zero_point_may_name_their_type(number, dtype):
    model = Builder(0, 6)
    scale = [model.constant(0.05)]
    x = "x"
    for _ in range(2):
        x = model.add("QuantizeLinear", [x, *scale], output_dtype=number)
        x = model.add("DequantizeLinear", [x, *scale])
    graph = exact(newer(model, x, 21), model.rng.normal(0, 9, (60, 6)))
    assert (graph.input.low, graph.input.high) == (np.iinfo(dtype).min, np.iinfo(dtype).max)


@pytest.mark.parametrize("zero", [0, -9])
def test_a_padded_image_equals_onnxruntime(zero):
    model = Builder(0, 3, 7, 6)
    x = model.requantized("x", 0.0625, zero)
    x = model.add("Pad", [x, model.constant([0, 0, 2, 1, 0, 0, 0, 1], np.int64)])
    weight = model.rng.integers(-100, 100, (4, 3, 3, 3)).astype(np.int8)
    x = model.add("Conv", [x, model.dequantized(weight, 2.0 ** -8)], strides=[2, 1])
    data = model.bytes(model.requantized(x, 0.25))
    graph = import_onnx(data).graph
    x = np.random.default_rng(1).integers(-128, 128, (200, 7, 6, 3))
    real = ((x - zero) * 0.0625).astype(np.float32)
    wanted = unfused_outputs(data, planes(real)) / 0.25
    assert np.array_equal(planes(graph.run(x)), wanted)
    assert not any(isinstance(node, ir.Pad) for node in graph)
    spec = lower(graph, Geometry(rows=4, columns=4, burst=16)).spec
    assert np.array_equal(spec.model(x[:9].reshape(9, -1).astype(np.int8)),
                          graph.run(x[:9]).reshape(9, -1))


@pytest.mark.parametrize(("amounts", "keys", "message"), [
    ([0, 1, 0, 0, 0, 0, 0, 0], {}, "pads by .*; pad height and width only"),
    ([0, 0, -1, 0, 0, 0, 0, 0], {}, "pads by .*; pad height and width only"),
    ([0, 0, 1, 0, 0, 0, 0, 0], {"mode": "edge"}, "otherwise than by a constant"),
    ([0, 0, 1, 0, 0, 0], {}, "otherwise than by a constant"),
])
def test_other_frames_are_named(amounts, keys, message):
    model = Builder(0, 3, 7, 6)
    x = model.add("Pad", [model.quant("x", 0.5, 4), model.constant(amounts, np.int64)], **keys)
    with pytest.raises(UnsupportedError, match=message):
        import_onnx(model.bytes(x))
    model = Builder(0, 3, 7, 6)
    x = model.add("Pad", [model.quant("x", 0.5, 4), model.constant([0, 0, 1, 1] * 2, np.int64),
                          model.constant(0.2)])
    with pytest.raises(UnsupportedError, match="pads with 0.2, which the quantiser does not have"):
        import_onnx(model.bytes(x))


def test_a_sigmoid_at_the_end_is_left_to_the_host():
    model = Builder(0, 8)
    x = model.quant("x", 0.5, 4)
    scores = model.quant(model.add("MatMul", [x, model.weights((8, 3), 0.5, 4)]), 0.5, 8)
    data = model.bytes(model.add("Sigmoid", [scores]))
    imported = import_onnx(data)
    assert imported.notes == ("Sigmoid 'Sigmoid_4' is left to the host: the output is the scores "
                              "before it.",)
    x = np.random.default_rng(0).integers(-8, 8, (200, 8))
    wanted = qonnx_values(data, x / 2)
    assert np.array_equal(imported.graph.run(x) / 2, wanted[scores])


def test_an_input_that_the_model_flattens_is_noted():
    model = Builder(0, 5, 4, 3)
    x = model.add("Flatten", [model.quant("x", 0.5, 4)])
    x = model.quant(model.add("MatMul", [x, model.weights((60, 3), 0.5, 4)]), 4.0, 8)
    assert import_onnx(model.bytes(x)).notes == ()
    model = Builder(0, 5, 4, 3)
    x = model.quant(model.add("Flatten", ["x"]), 0.5, 4)
    x = model.quant(model.add("MatMul", [x, model.weights((60, 3), 0.5, 4)]), 4.0, 8)
    assert import_onnx(model.bytes(x)).notes == (
        "The model flattens its input of (5, 4, 3), which Gossamer takes with the first axis last, "
        "as (4, 3, 5).",)


def test_constants_of_four_bits_name_the_way_out():
    model = Builder(0, 8)
    x = model.quant("x", 0.5, 4)
    model.constants.append(helper.make_tensor("w", onnx.TensorProto.INT4, [2], [1, 2]))
    assert refused(model.bytes(x)) == "Node 'w' is a constant of type int4; store it in int8."


def test_pooling_with_quantize_linear_equals_onnxruntime():
    model = Builder(0, 5, 8, 8)
    x = model.requantized("x", 0.05, 7)
    x = model.requantized(model.add("MaxPool", [x], kernel_shape=[2, 2], strides=[2, 2],
                                    pads=[0, 0, 1, 1]), 0.05, 7)
    exact(model.bytes(x), model.rng.normal(0, 3, (30, 8, 8, 5)))


def simulated(graph, geometry):
    """The engine computes a graph in the cycles that are predicted."""
    program = lower(graph, geometry)
    x = np.random.default_rng(0).integers(-128, 128, (3, *graph.input.shape))
    outputs = graph.run(x).reshape(3, -1)
    run = run_engine_amaranth(
        lambda: ArrayEngine(program.spec), x.reshape(3, -1).astype(np.int8), outputs.shape[1],
        expected=outputs, timeout_cycles=50_000,
        image=program.spec.image if program.spec.loaded else b"")
    assert list(run.cycles[1:]) == [predict(program).total] * 2


POOLED = {
    "usual": Geometry(rows=4, columns=4, burst=16),
    "window": Geometry(rows=4, columns=4, burst=16, window=True),
    "single": Geometry(rows=4, columns=4, burst=8, requantizers=1, single=True, loaded=True),
    "deep": Geometry(rows=8, columns=4, burst=16, banks=2, requantizers=4, deep=True),
}


@pytest.mark.parametrize("seed", range(6))
def test_averages_that_count_their_padding_equal_onnxruntime(seed):
    rng = np.random.default_rng(seed)
    window = [int(n) for n in rng.integers(2, 5, 2)]
    pads = [int(rng.integers(0, window[side % 2])) for side in range(4)]
    model = Builder(seed, 4, 6, 7)
    zero = int(rng.integers(-128, 128))
    x = model.requantized("x", 0.0625, zero)
    x = model.add("AveragePool", [x], kernel_shape=window, pads=pads, count_include_pad=1,
                  strides=[int(n) for n in rng.integers(1, 3, 2)])
    x = model.requantized(x, 0.0471, zero)
    graph = exact(model.bytes(x), rng.normal(0, 3, (40, 6, 7, 4)), oracle=unfused_outputs)
    for geometry in POOLED.values():
        spec = lower(graph, geometry).spec
        x = rng.integers(-128, 128, (4, 6, 7, 4))
        assert np.array_equal(spec.model(x.reshape(4, -1).astype(np.int8)),
                              graph.run(x).reshape(4, -1))
    if seed < len(POOLED):
        simulated(graph, list(POOLED.values())[seed])


@pytest.mark.parametrize("seed", range(6))
def test_lines_equal_onnxruntime(seed):
    """Convolutions, pools and batch norms of (channels, length)."""
    rng = np.random.default_rng(seed)
    model = Builder(seed, 4, 14)
    x = model.requantized("x", 0.0625, int(rng.integers(-9, 9)))

    def conv(x, width, groups=1, **keys):
        weights = model.dequantized(
            rng.integers(*WEIGHTS, (4, 4 // groups, width)).astype(np.int8), 2.0 ** -6)
        return model.add("Conv", [x, weights], group=groups, kernel_shape=[width], **keys)

    x = conv(x, int(rng.integers(1, 4)), pads=[int(n) for n in rng.integers(0, 3, 2)],
             dilations=[int(rng.integers(1, 3))], strides=[1 + seed % 2])
    x = model.requantized(model.add("Relu", [x]), 0.125, -128)
    x = model.requantized(conv(x, 3, 4, auto_pad="SAME_UPPER"), 0.25)
    if seed % 2:
        x = model.requantized(model.add("MaxPool", [x], kernel_shape=[3], strides=[2],
                                        pads=[1, 1]), 0.25)
    else:
        x = model.requantized(model.add("AveragePool", [x], kernel_shape=[2], pads=[1, 0],
                                        count_include_pad=1), 0.25)
    if seed < 4:
        end = ("GlobalMaxPool", "GlobalAveragePool", "Flatten")[seed % 3]
        x = model.add(end, [x])
        if end != "Flatten":
            x = model.add("Flatten", [model.requantized(x, 0.25)])
        size = 4 if end != "Flatten" else None
        if size is None:
            size = import_onnx(model.bytes(x)).graph.types()[
                import_onnx(model.bytes(x)).graph.output.name].size
        weights = model.dequantized(rng.integers(*WEIGHTS, (5, size)).astype(np.int8), 2.0 ** -5)
        x = model.requantized(model.add("Gemm", [x, weights], transB=1), 0.5)
    graph = exact(model.bytes(x), rng.normal(0, 3, (40, 1, 14, 4)), seen=lines,
                  oracle=unfused_outputs)
    assert graph.input.shape == (1, 14, 4)
    if seed in (1, 4):
        simulated(graph, POOLED["usual" if seed == 1 else "single"])


def test_lines_may_be_seen_as_images_of_height_one():
    model = Builder(0, 4, 9)
    x = model.requantized("x", 0.0625)
    x = model.add("Unsqueeze", [x, model.constant([2], np.int64)])
    weights = model.dequantized(model.rng.integers(*WEIGHTS, (3, 4, 1, 3)).astype(np.int8),
                                2.0 ** -6)
    x = model.requantized(model.add("Conv", [x, weights]), 0.5)
    x = model.add("Squeeze", [x, model.constant([2], np.int64)])
    exact(model.bytes(x), model.rng.normal(0, 3, (20, 1, 9, 4)), seen=lines,
          oracle=unfused_outputs)


@pytest.mark.parametrize("kind", ["GlobalMaxPool", "ReduceMax"])
def test_the_maximum_of_an_image_equals_onnxruntime(kind):
    model = Builder(0, 5, 6, 7)
    x = model.requantized("x", 0.05, 7)
    keys = {"axes": [2, 3], "keepdims": 0} if kind == "ReduceMax" else {}
    x = model.requantized(model.add(kind, [x], **keys), 0.05, 7)
    exact(model.bytes(x), model.rng.normal(0, 3, (30, 6, 7, 5)))


def pooled(seed, kind):
    """A pool of any window, stride, padding and rounding of its size, and what it makes."""
    rng = np.random.default_rng(seed)
    size = [int(n) for n in rng.integers(3, 9, 2)]
    window = [int(n) for n in rng.integers(1, 5, 2)]
    dilation = [int(n) for n in rng.integers(1, 3, 2)] if kind == "MaxPool" else [1, 1]
    pads = [int(rng.integers(0, window[side % 2])) for side in range(4)]
    for side in (0, 1):
        window[side] = min(window[side], 1 + (size[side] - 1) // dilation[side])
        for end in (side, side + 2):
            pads[end] = min(pads[end], window[side] - 1)
    keys = {"count_include_pad": int(rng.integers(0, 2))} if kind == "AveragePool" else {
        "dilations": dilation}
    model = Builder(seed, 4, *size)
    x = model.requantized("x", 0.0625, int(rng.integers(-128, 128)))
    x = model.add(kind, [x], kernel_shape=window, pads=pads, ceil_mode=seed % 2,
                  strides=[int(n) for n in rng.integers(1, 4, 2)], **keys)
    return model.bytes(model.requantized(x, 0.0471, 5)), size


@pytest.mark.parametrize("kind", ["AveragePool", "MaxPool"])
@pytest.mark.parametrize("seed", range(20))
def test_pools_of_what_is_inside_equal_onnxruntime(seed, kind):
    """Averages that count what is inside, sizes that are rounded up, and windows with gaps."""
    data, size = pooled(seed, kind)
    rng = np.random.default_rng(seed)
    graph = exact(data, rng.normal(0, 3, (40, *size, 4)), oracle=unfused_outputs)
    for geometry in POOLED.values():
        spec = lower(graph, geometry).spec
        x = rng.integers(-128, 128, (4, *size, 4))
        assert np.array_equal(spec.model(x.reshape(4, -1).astype(np.int8)),
                              graph.run(x).reshape(4, -1))
    if seed < len(POOLED) and kind == "AveragePool":
        simulated(graph, list(POOLED.values())[seed])


def test_curves_behind_averages_of_what_is_inside_equal_qonnx():
    """Each divisor has thresholds of its own; lines are averaged as well."""
    model = Builder(0, 3, 11)
    x = model.quant("x", 0.25, 5)
    x = model.add("AveragePool", [x], kernel_shape=[4], pads=[2, 1], strides=[2])
    x = model.quant(model.add("Tanh", [model.batch_norm(x, 3, 1.0)]), 0.125, 4)
    graph = import_onnx(model.bytes(x)).graph
    reals = model.rng.normal(0, 2, (40, 1, 11, 3))
    steps = graph.input.quantize(reals)
    kind = graph.types()[graph.output.name]
    wanted = qonnx_values(model.bytes(x), lines(reals))[x]
    assert np.array_equal(lines(graph.run(steps)) * np.float32(kind.scale), wanted)
    assert sum(isinstance(node, ir.MultiThreshold) for node in graph) == 3
    spec = lower(graph, POOLED["usual"]).spec
    elements = (steps - stored("x", graph.input.infer()).zero).reshape(40, -1).astype(np.int8)
    assert np.array_equal(spec.model(elements), graph.run(steps).reshape(40, -1))


@pytest.mark.parametrize(("kind", "keys", "reason"), [
    ("AveragePool", {"kernel_shape": [9, 9], "pads": [4, 4, 4, 4]},
     "averages over windows of (9, 9) that leave the image, some of them altogether or in too "
     "many ways; use a smaller window or padding."),
    ("MaxPool", {"kernel_shape": [2, 2], "pads": [0, 2, 0, 0]},
     "has windows without any element of the image; use less padding."),
    ("MaxPool", {"kernel_shape": [2, 3], "dilations": [2, 12], "pads": [0, 13, 0, 13]},
     "has windows without any element of the image; use less padding."),
    ("AveragePool", {"kernel_shape": [9, 11]},
     "has a window of (9, 11) that is larger than its image; pool smaller windows."),
    ("AveragePool", {"kernel_shape": [2, 2], "dilations": [2, 1]},
     "has a dilated window; use a dilation of 1."),
    ("MaxPool", {"kernel_shape": [2, 2], "dilations": [2, 1], "auto_pad": "SAME_UPPER"},
     "has a dilated window and auto_pad; use pads."),
    ("AveragePool", {"kernel_shape": [2, 2], "strides": [5, 1], "auto_pad": "SAME_LOWER"},
     "has 3 pixels that no window reaches, and auto_pad; use pads."),
])
def test_pools_that_are_none_are_named(kind, keys, reason):
    model = Builder(0, 3, 10, 10)
    x = model.add(kind, [model.requantized("x", 0.05)], **keys)
    assert refused(model.bytes(model.requantized(x, 0.05))) == f"Node '{kind}_2' ({kind}) {reason}"


def bent(kind):
    """A max pool between a function, a layer, an addition or an average, and the quantiser."""
    model = Builder(2, 4, 7, 6)
    x = model.requantized("x", 0.0625, 3)
    keys = {"kernel_shape": [3, 2], "strides": [2, 2], "pads": [1, 0, 1, 0]}
    weights = model.dequantized(model.rng.integers(*WEIGHTS, (4, 4, 1, 1)).astype(np.int8),
                                2.0 ** -6)
    match kind:
        case "Tanh" | "Sigmoid":
            x = model.add("MaxPool", [model.add(kind, [x])], **keys)
        case "Conv":
            x = model.add("Relu", [model.add("Conv", [x, weights])])
            x = model.add("Mul", [model.add("MaxPool", [x], **keys), model.constant(0.75)])
            x = model.add("MaxPool", [x], kernel_shape=[2, 2], dilations=[1, 2])
        case "Sub":
            x = model.add("Sub", [model.constant(1.5), model.add("Conv", [x, weights])])
            x = model.add("MaxPool", [x], **keys)
        case "Add":
            y = model.requantized(model.add("Conv", [x, weights]), 0.25)
            x = model.add("MaxPool", [model.add("Tanh", [model.add("Add", [x, y])])], **keys)
        case "AveragePool":
            x = model.add("AveragePool", [x], **keys)
            x = model.add("MaxPool", [x], kernel_shape=[2, 2], ceil_mode=1, strides=[2, 2])
        case "GlobalMaxPool":
            x = model.add("Flatten", [model.add(kind, [model.add("Conv", [x, weights])])])
        case "ReduceMax":
            x = model.add(kind, [model.add("Tanh", [x])], axes=[2, 3], keepdims=0)
    zero, dtype = (-5, np.int8) if kind != "Sigmoid" else (0, np.uint8)
    fine = kind in ("Tanh", "Sigmoid", "Add", "ReduceMax")
    return model.bytes(model.requantized(x, 0.0079 if fine else 0.11, zero, dtype))


@pytest.mark.parametrize("kind", ["Tanh", "Sigmoid", "Conv", "Sub", "Add", "AveragePool",
                                  "GlobalMaxPool", "ReduceMax"])
def test_max_pools_before_the_quantiser_equal_onnxruntime(kind):
    data = bent(kind)
    rng = np.random.default_rng(5)
    graph = exact(data, rng.normal(-2 * (kind == "ReduceMax"), 0.9, (40, 7, 6, 4)),
                  oracle=unfused_outputs)
    assert any(isinstance(node, ir.MaxPool) for node in graph)
    if kind == "Tanh":
        graph = ir.Graph((*graph, ir.Flatten(name="flat", x=graph.output.name), ir.Linear(
            name="fc", x="flat", weight=np.ones((3, 48), np.int8), bias=np.zeros(3, np.int64),
            weight_bits=2), ir.Requantize(
                name="out", x="fc", multiplier=np.full(3, 3), shift=np.full(3, 6), low=-128,
                high=127, scale=1.0)))
    spec = lower(graph, POOLED["usual"]).spec
    x = rng.integers(-128, 128, (4, 7, 6, 4))
    assert np.array_equal(spec.model(x.reshape(4, -1).astype(np.int8)),
                          device_part(graph).run(x).reshape(4, -1))


def test_what_falls_behind_a_max_pool_is_named():
    model = Builder(2, 4, 6, 6)
    x = model.add("MaxPool", [model.add("Relu", [model.requantized("x", 0.0625, 3)])],
                  kernel_shape=[2, 2])
    ended = model.bytes(x)
    x = model.requantized(model.add("Sub", [model.constant(1.5), x]), 0.05)
    assert refused(model.bytes(x)) == (
        "Node 'QuantizeLinear_5' (QuantizeLinear) falls where a maximum before it rises; quantise "
        "before the max pool.")
    assert "is not quantised; end in a layer or a quantiser." in refused(ended)


def test_thresholds_of_channels_behind_an_addition_equal_qonnx():
    """Also where both branches have one scale."""
    for scale in (0.5, 0.25, 0.3):
        model = Builder(4, 3, 4, 4)
        x = model.quant("x", 0.25, 5)
        y = model.quant(model.add("Conv", [x, model.weights((3, 3, 1, 1), 0.25, 4)]), scale, 5)
        table = np.sort(model.rng.normal(0, 3, (3, 7)))
        y = model.add("MultiThreshold", [model.add("Add", [x, y]), model.constant(table)],
                      out_scale=0.5)
        if scale == 0.3:
            assert "rounds sums of steps of 0.25 and 0.3 otherwise" in refused(model.bytes(y))
        else:
            compare(model.bytes(y), model.rng.normal(0, 3, (30, 4, 4, 3)))


def test_thresholds_of_channels_behind_an_activation_are_named():
    model = Builder(4, 3, 4, 4)
    x = model.quant("x", 0.25, 5)
    table = np.sort(model.rng.normal(0, 3, (3, 7)))
    x = model.add("MultiThreshold", [x, model.constant(table)], out_scale=0.5)
    assert refused(model.bytes(x)) == (
        "Node 'MultiThreshold_1' (MultiThreshold) quantises an activation differently in each "
        "channel; quantise after a convolution or a linear layer.")
    model = Builder(4, 3)
    x = model.add("MultiThreshold", ["x", model.constant([[0.0], [0.0], [1.0]])], out_scale=0.5)
    assert "has two values for the input that do not change at zero" in refused(model.bytes(x))


def test_parts_of_tensors_equal_qonnx():
    """Branches side by side, parts of them, and a vector of two vectors."""
    model = Builder(0, 3, 6, 5)

    def layer(kind, x, shape):
        return model.quant(model.add(kind, [x, model.weights(shape, 0.25, 4)]), 0.5, 5)

    def ints(*values):
        return [model.constant(value, np.int64) for value in values]

    x = model.quant("x", 0.5, 5)
    x = model.add("Concat", [layer("Conv", x, (4, 3, 1, 1)), x, layer("Conv", x, (2, 3, 1, 1))],
                  axis=1)
    x = model.add("Slice", [x, *ints([1, -4, 2], [99, -1, 8], [2, -1, 1], [1, 1, 1])])
    x = model.add("Reshape", [layer("Conv", x, (2, 6, 1, 1)), *ints([0, -1])])
    x = layer("MatMul", x, (30, 4))
    x = model.add("Concat", [model.add("Slice", [x, *ints([1], [3], [1])]), x], axis=-1)
    x = layer("MatMul", x, (6, 3))
    graph, compared = compare(model.bytes(x), model.rng.normal(0, 3, (30, 6, 5, 3)))
    assert compared == 5
    assert sum(isinstance(node, (ir.Concat, ir.Slice)) for node in graph) == 4
    assert not any(isinstance(node, ir.Table) for node in graph)


@pytest.mark.parametrize(("axis", "sizes"), [(1, [1, 3, 1]), (-2, None), (3, [2, 2, 1])])
def test_split_tensors_equal_onnxruntime(axis, sizes):
    """In parts that are given, or all alike."""
    model = Builder(1, 5, 6, 5)
    x = model.requantized("x", 0.05, 7)
    names = ["left", "middle", "right"]
    given = [] if sizes is None else [model.constant(sizes, np.int64)]
    model.nodes.append(helper.make_node("Split", [x, *given], names, axis=axis))
    parts = [model.requantized(name, 0.05, 7) for name in names]
    x = parts[1] if axis != 1 else model.requantized(
        model.add("Concat", [parts[2], parts[0], parts[1]], axis=1), 0.05, 7)
    exact(model.bytes(x), model.rng.normal(0, 3, (30, 6, 5, 5)))


def test_parts_of_tensors_with_quantize_linear_equal_onnxruntime():
    model = Builder(1, 3, 6, 5)
    x = model.requantized("x", 0.05, 7)
    parts = [model.requantized(model.add("Slice", [x, *(
        model.constant(value, np.int64) for value in limits)]), 0.05, 7)
        for limits in (([1, -4], [99, -1], [2, -1]), ([0, 2, 1], [5, 5, -1], [2, 3, 1]))]
    x = model.requantized(model.add("Concat", parts, axis=1), 0.05, 7)
    weights = model.dequantized(model.rng.integers(*WEIGHTS, (4, 4, 1, 1)).astype(np.int8), 0.01)
    x = model.requantized(model.add("Conv", [x, weights]), 0.05, 7)
    graph = exact(model.bytes(x), model.rng.normal(0, 3, (30, 6, 5, 3)))
    # Quantising again by the same scale is nothing.
    assert not any(isinstance(node, ir.Table) for node in graph)


def test_slices_in_steps_equal_onnxruntime():
    """Space to depth, as detectors begin with it."""
    model = Builder(1, 3, 6, 5)
    x = model.requantized("x", 0.0625, 7)
    x = model.add("Concat", [model.add("Slice", [x, *(
        model.constant(value, np.int64) for value in ([a, b], [99, 99], [2, 3], [3, 2]))])
        for a, b in ((0, 0), (1, 1), (0, -4), (1, 0))][1:3], axis=1)
    weights = model.dequantized(model.rng.integers(*WEIGHTS, (4, 6, 1, 1)).astype(np.int8),
                                2.0 ** -6)
    x = model.requantized(model.add("Conv", [x, weights]), 0.25, 7)
    graph = exact(model.bytes(x), model.rng.normal(0, 3, (30, 6, 5, 3)),
                  oracle=unfused_outputs)
    for name in ("usual", "window", "deep"):
        spec = lower(graph, POOLED[name]).spec
        x = model.rng.integers(-128, 128, (4, 6, 5, 3))
        assert np.array_equal(spec.model(x.reshape(4, -1).astype(np.int8)),
                              graph.run(x).reshape(4, -1))
    simulated(graph, POOLED["usual"])


@pytest.mark.parametrize(("make", "message"), [
    (lambda m, x: m.add("Concat", [x, x], axis=2), "joins along axis 2, or flattened images"),
    (lambda m, x: m.add("Concat", [x, m.quant(m.add("Relu", [x]), 0.25, 5)], axis=1),
     "adds, joins or averages at different scales"),
    (lambda m, x: m.add("Slice", [x, *(m.constant([n], np.int64) for n in (2, 2, 1))]),
     r"takes \(0, 6, 5\) of \(3, 6, 5\)"),
    (lambda m, x: m.add("Slice", [x, *(m.constant([n], np.int64) for n in (0, 4, 1, 2))]),
     "takes channels at distances, or elements in reverse"),
    (lambda m, x: m.add("Slice", [x, *(m.constant([n], np.int64) for n in (0, 1, 0))]),
     "in reverse, of the batch, or of a flattened image"),
    (lambda m, x: m.add("Slice", [x, *(m.constant([n], np.int64) for n in (4, 0, 2, -1))]),
     "takes channels at distances, or elements in reverse"),
    (lambda m, x: m.add("Slice", [x, *(m.constant([n]) for n in (np.nan, 1, 2, 1))]),
     "takes parts that are no whole numbers"),
])
def test_parts_that_cannot_be_taken_are_refused(make, message):
    model = Builder(0, 3, 6, 5)
    x = make(model, model.quant("x", 0.5, 5))
    with pytest.raises(UnsupportedError, match=message):
        import_onnx(model.bytes(x))


# ---------------------------------------------------------------- whole models


def reference(name):
    path = MODELS / name
    if not path.is_file():
        pytest.skip(f"{name} is not in $GOSSAMER_MODELS or ../shared/models")
    return path.read_bytes()


def test_every_image_of_mnist5k_gets_qonnxs_answer():
    data, images = reference("TFC_2W2A.onnx"), datasets.load("mnist5k")
    x = np.concatenate([images.train_x, images.test_x]).reshape(-1, 28, 28, 1)
    graph, compared = compare(data, x)
    assert compared == 4
    assert all(isinstance(node, (ir.Input, ir.Flatten, ir.Linear, ir.Requantize))
               for node in graph)
    labels = np.concatenate([images.train_y, images.test_y])
    answers = graph.run(graph.input.quantize(x)).argmax(axis=1)
    assert np.mean(answers == labels) == 0.974


def test_jet_tagging_is_exact_integers():
    data = reference("qkeras_jettagging.onnx")
    imported = import_onnx(data)
    assert imported.classes == 5
    assert imported.notes == (
        "The model does not quantise its input 'global_in': it enters in 8 bits in steps of "
        "0.0625.",
        "Softmax 'Softmax_0' is left to the host: the output is the scores before it.")
    graph = imported.graph
    rng = np.random.default_rng(0)
    x = np.concatenate([rng.integers(-128, 128, (500, 16)), rng.normal(0, 16, (500, 16))
                        ]).clip(-128, 127).astype(np.int64)
    values, wanted = graph.trace(x), qonnx_values(data, x * graph.input.scale)
    types = graph.types()
    for name in ("Quant_8", "Quant_9", "Quant_10"):
        assert np.array_equal(values[name] * types[name].scale, wanted[f"{name}_out0"])
    scores = values[graph.output.name] * types[graph.output.name].scale
    assert np.array_equal(scores, wanted["Add_3_out0"])


def test_the_input_of_a_model_without_a_quantiser_can_be_chosen():
    data = reference("qkeras_jettagging.onnx")
    entry = import_onnx(data, InputSteps(bits=6, scale=0.25)).graph.input
    assert (entry.low, entry.high, entry.scale) == (-32, 31, 0.25)


@pytest.mark.parametrize("name", ["TFC_2W2A.onnx", "qkeras_jettagging.onnx"])
def test_an_imported_model_can_be_saved_and_loaded(name, tmp_path):
    description = Description(graph=import_onnx(reference(name)).graph, name="model")
    assert Description.load(description.save(tmp_path / "model.gsm")) == description


# ---------------------------------------------------------------- refusals


def refused(data):
    with pytest.raises(GossamerError) as caught:
        import_onnx(data)
    return str(caught.value)


def test_an_unknown_operator_is_named():
    model = Builder(0, 8)
    x = model.add("Gelu", [model.quant("x", 0.5, 4)])
    assert refused(model.bytes(x)) == "Node 'Gelu_1' (Gelu) is not supported; use Relu."


def test_windows_and_scales_that_are_not_computed_are_named():
    model = Builder(0, 3, 8, 8)
    x = model.requantized("x", 0.05, 7)
    x = model.requantized(model.add("AveragePool", [x], kernel_shape=[2, 2], dilations=[2, 2]),
                          0.05, 7)
    assert refused(newer(model, x, 19)) == (
        "Node 'AveragePool_2' (AveragePool) has a dilated window; use a dilation of 1.")
    for shape in ([2, 2], 3, "3, 3"):
        model = Builder(0, 3, 8, 8)
        x = model.add("Conv", [model.quant("x", 0.5, 4), model.weights((4, 3, 3, 3), 0.5, 4)],
                      kernel_shape=shape)
        assert refused(model.bytes(x)) == (
            "Node 'Conv_2' (Conv) has weights of 3 x 3 for another kernel_shape; export the "
            "model again.")
    model = Builder(0, 4)
    weights = model.add("DequantizeLinear", [
        model.constant(np.ones((4, 3)), np.int8), model.constant(np.full((2, 3), 0.5))],
        axis=0, block_size=2)
    x = model.add("MatMul", [model.requantized("x", 0.05), weights])
    assert refused(newer(model, x, 21)) == (
        "Node 'DequantizeLinear_0' (DequantizeLinear) has scales for blocks; give one for each "
        "channel.")


def test_what_is_not_quantised_is_named():
    model = Builder(0, 8)
    x = model.add("MatMul", [model.quant("x", 0.5, 4), model.constant(np.full((8, 3), 0.3))])
    assert refused(model.bytes(x)) == (
        "Node 'MatMul_1' (MatMul) has weights that are not quantised; quantise them with Quant or "
        "DequantizeLinear.")
    model = Builder(0, 8)
    x = model.add("MatMul", [model.quant("x", 0.5, 4), model.weights((8, 3), 0.5, 4)])
    x = model.add("MatMul", [x, model.weights((3, 3), 0.5, 4)])
    assert refused(model.bytes(x)) == (
        "Node 'MatMul_4' (MatMul) reads what is not quantised; quantise it before.")


def test_open_shapes_and_other_types_are_named():
    model = Builder(0, 8)
    x = model.quant("x", 0.5, 4)
    model.input = helper.make_tensor_value_info("x", 1, ["batch", "features"])
    assert "is an input of shape (0, 0), 0 where it is open" in refused(model.bytes(x))
    model.input = helper.make_tensor_value_info("x", 1, [7, 8])
    assert "has a batch of 7" in refused(model.bytes(x)) or "with a batch of 7" in refused(
        model.bytes(x))
    model.input = helper.make_tensor_value_info("x", 3, [1, 8])
    assert "of another type than 32-bit floats" in refused(model.bytes(x))


def test_constants_in_other_files_are_refused():
    model = Builder(0, 8)
    x = model.quant("x", 0.5, 4)
    tensor = model.constants[0]
    tensor.ClearField("raw_data")
    tensor.data_location = onnx.TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="../secret")
    assert refused(model.bytes(x)) == (
        "Node 'c0' is a constant in another file; save the model in one file.")


def test_a_damaged_file_is_refused():
    model = Builder(0, 8)
    data = model.bytes(model.quant("x", 0.5, 4))
    assert "damaged" in refused(data[:len(data) // 2]) or "nodes" in refused(
        data[:len(data) // 2])
    assert "is not an ONNX model" in refused(b"\xff" * 100)


@pytest.mark.parametrize("curve", [False, True])
def test_channels_that_fall_have_negative_multipliers_or_weights(curve):
    model = Builder(0, 6)
    x = model.add("MatMul", [model.quant("x", 0.5, 4), model.weights((6, 3), 0.5, 4)])
    straight = import_onnx(model.bytes(x)).graph["MatMul_2"].weight
    y = model.add("Mul", [x, model.constant([-1.0, 2.0, -4.0])])
    y = model.add("Tanh", [y]) if curve else y
    data = model.bytes(model.quant(y, 0.25 if curve else 1.0, 3))
    graph, _ = compare(data, np.random.default_rng(0).normal(0, 2, (100, 6)))
    signs = np.array([-1, 1, -1])
    if curve:
        assert np.array_equal(graph["MatMul_2"].weight, straight * signs[:, None])
    else:
        assert np.array_equal(graph["MatMul_2"].weight, straight)
        assert np.array_equal(np.sign(graph.output.multiplier), signs)


def test_input_steps_are_a_value():
    assert dataclasses.asdict(InputSteps()) == {"bits": 8, "scale": 0.0625}
