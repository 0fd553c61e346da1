"""TensorFlow Lite models: every operator's integers equal LiteRT's reference kernels."""

import os
from pathlib import Path

import numpy as np
import pytest
from tests.tflite_models import Builder, outputs

from gossamer import ir
from gossamer.description import Description
from gossamer.errors import GossamerError, UnsupportedError
from gossamer.importers.tflite import import_tflite
from gossamer.plan import Geometry, device_part, lower, predict
from gossamer_hw.array import ArrayEngine
from gossamer_sim.run import run_engine_amaranth

schema = pytest.importorskip("ai_edge_litert.schema_py_generated",
                             reason="LiteRT, the oracle, is not installed")

MODELS = Path(os.environ.get("GOSSAMER_MODELS", Path(__file__).parents[3] / "shared" / "models"))


def edges(rng, shape, count):
    """Random inputs, and the extremes: all low, all high, one of each, and a slope."""
    x = rng.integers(-128, 128, (count, *shape))
    x[0], x[1] = -128, 127
    x[2] = np.where(np.arange(x[2].size).reshape(shape) % 2, 127, -128)
    x[3] = np.linspace(-128, 127, x[3].size).astype(int).reshape(shape)
    return x


def compare(data, count, seed=0):
    """Import, run, and compare every operator's output; how many operators were compared."""
    graph = import_tflite(data).graph
    x = edges(np.random.default_rng(seed), graph.input.shape, count)
    values = graph.trace(x)
    wanted = outputs(data, x)
    compared = 0
    for name, found in values.items():
        if "." in name or name == "input":
            continue
        index = int(name.rpartition("_")[2])
        reference = np.stack([sample[index] for sample in wanted]).reshape(found.shape)
        assert np.array_equal(found, reference), name
        compared += 1
    return compared


def build(seed):
    return Builder(schema, seed)


# ---------------------------------------------------------------- operators, one by one


@pytest.mark.parametrize("seed", range(8))
def test_a_convolution_equals_the_reference(seed):
    model = build(seed)
    kh, kw, inputs, outputs_ = (int(n) for n in model.rng.integers(1, 4, 4))
    groups = 2 if seed == 5 else 1
    x = model.input(9, 8, inputs * groups)
    stride, dilation = (1 + seed % 2, 1 + seed % 3), (1 + seed // 4, 1)
    if stride != (1, 1):
        dilation = (1, 1)
    options = {"strideH": stride[0], "strideW": stride[1], "dilationHFactor": dilation[0],
               "dilationWFactor": dilation[1], "padding": seed // 2 % 2,
               "fusedActivationFunction": (0, 1, 3)[seed % 3]}
    padded = options["padding"] == schema.Padding.SAME
    size = [-(-n // s) if padded else (n - d * (k - 1) - 1) // s + 1
            for n, s, d, k in zip((9, 8), stride, dilation, (kh, kw), strict=True)]
    weights = model.weights((outputs_ * groups, kh, kw, inputs), 0, per_channel=seed != 3)
    bias = model.bias(outputs_ * groups)
    model.operator("CONV_2D", [x, weights, bias], model.activation(*size, outputs_ * groups),
                   "Conv2DOptions", **options)
    assert compare(model.bytes(), 20) == 1


@pytest.mark.parametrize("seed, multiple", [(0, 1), (1, 2), (2, 3)])
def test_a_depthwise_convolution_equals_the_reference(seed, multiple):
    model = build(seed)
    x = model.input(7, 6, 5)
    weights = model.weights((1, 3, 3, 5 * multiple), 3)
    y = model.activation(7, 6, 5 * multiple)
    model.operator("DEPTHWISE_CONV_2D", [x, weights, model.bias(5 * multiple)], y,
                   "DepthwiseConv2DOptions", strideH=1, strideW=1, depthMultiplier=multiple,
                   padding=schema.Padding.SAME, fusedActivationFunction=1, dilationHFactor=1,
                   dilationWFactor=1)
    assert compare(model.bytes(), 20) == 1


@pytest.mark.parametrize("seed", range(6))
def test_a_fully_connected_layer_equals_the_reference(seed):
    model = build(seed)
    x = model.input(30) if seed % 2 else model.input(2, 5, 3)
    y = model.activation(40, scale=float(model.rng.uniform(0.1, 1)))
    model.operator("FULLY_CONNECTED", [x, model.weights((40, 30), 0, per_channel=seed > 2),
                                       model.bias(40)], y,
                   "FullyConnectedOptions", fusedActivationFunction=seed % 2)
    assert compare(model.bytes(), 60) == 1


SCALE = {"scale": 0.05, "zero": 7}


def conv(model, x, size, inputs, outputs_):
    """A convolution of single pixels; its output has the common scale."""
    return model.operator(
        "CONV_2D", [x, model.weights((outputs_, 1, 1, inputs), 0), model.bias(outputs_)],
        model.activation(*size, outputs_, **SCALE), "Conv2DOptions", strideH=1, strideW=1,
        dilationHFactor=1, dilationWFactor=1, padding=schema.Padding.VALID,
        fusedActivationFunction=0)


@pytest.mark.parametrize("axis", [3, -1])
def test_channels_side_by_side_equal_the_reference(axis):
    model = build(axis + 1)
    x = model.input(5, 4, 3, **SCALE)
    parts = [conv(model, x, (5, 4), 3, 2), x, conv(model, x, (5, 4), 3, 4)]
    both = model.operator("CONCATENATION", parts, model.activation(5, 4, 9, **SCALE),
                          "ConcatenationOptions", axis=axis, fusedActivationFunction=0)
    conv(model, both, (5, 4), 9, 3)
    assert compare(model.bytes(), 20) == 4


def test_slices_equal_the_reference():
    model = build(0)
    x = conv(model, model.input(6, 5, 8, **SCALE), (6, 5), 8, 8)
    first = model.operator(
        "SLICE", [x, model.constant([0, 1, 0, 2]), model.constant([1, 3, -1, 5])],
        model.activation(3, 5, 5, **SCALE), "SliceOptions")
    second = model.operator(
        "STRIDED_SLICE", [x, *(model.constant(c) for c in ([0, -4, 9, 1], [9, -1, 9, 6],
                                                           [1, 1, 1, 1]))],
        model.activation(3, 5, 5, **SCALE), "StridedSliceOptions", beginMask=0b100, endMask=0b101,
        ellipsisMask=0, newAxisMask=0, shrinkAxisMask=0)
    both = model.operator("CONCATENATION", [first, second], model.activation(3, 5, 10, **SCALE),
                          "ConcatenationOptions", axis=3, fusedActivationFunction=0)
    conv(model, both, (3, 5), 10, 2)
    assert compare(model.bytes(), 20) == 5


@pytest.mark.parametrize("steps, shape", [((1, 2), (5, 2)), ((2, 3), (3, 2)), ((4, 1), (2, 4))])
def test_slices_in_steps_equal_the_reference(steps, shape):
    model = build(0)
    x = model.operator(
        "STRIDED_SLICE", [model.input(6, 4, 3, **SCALE), *(model.constant(c) for c in (
            [0, 1, -4, 0], [1, 6, 4, 3], [1, *steps, 1]))],
        model.activation(*shape, 3, **SCALE), "StridedSliceOptions", beginMask=0, endMask=0,
        ellipsisMask=0, newAxisMask=0, shrinkAxisMask=0)
    conv(model, x, shape, 3, 2)
    assert compare(model.bytes(), 20) == 2
    graph = import_tflite(model.bytes()).graph
    x = model.rng.integers(-128, 128, (4, 6, 4, 3))
    assert np.array_equal(
        lower(graph, Geometry()).spec.model(x.reshape(4, -1).astype(np.int8)),
        graph.run(x).reshape(4, -1))


def test_halves_equal_the_reference():
    model = build(0)
    x = conv(model, model.input(4, 3, 2, **SCALE), (4, 3), 2, 6)
    parts = [model.activation(4, 3, 2, **SCALE) for _ in range(3)]
    model.operator("SPLIT", [model.constant([3]), x], parts, "SplitOptions", numSplits=3)
    # Nothing reads the second part.
    both = model.operator("CONCATENATION", [parts[2], parts[0]], model.activation(4, 3, 4, **SCALE),
                          "ConcatenationOptions", axis=3, fusedActivationFunction=0)
    conv(model, both, (4, 3), 4, 3)
    assert compare(model.bytes(), 20) == 3


@pytest.mark.parametrize(("kind", "make", "message"), [
    ("CONCATENATION", lambda m, x: ([x, x], m.activation(10, 4, 3, **SCALE),
                                    {"axis": 1, "fusedActivationFunction": 0}),
     "joins along axis 1, or clamps; join channels"),
    ("CONCATENATION", lambda m, x: ([x, x], m.activation(5, 4, 6, scale=0.1, zero=0),
                                    {"axis": 3, "fusedActivationFunction": 0}),
     "joins tensors of other scales than its own"),
    ("SLICE", lambda m, x: ([x, m.constant([0, 0, 0, 0]), m.constant([1, 5, 4, 0])],
                            m.activation(5, 4, 3, **SCALE), {}),
     r"takes \(5, 4, 0\) of \(5, 4, 3\); take one element at least"),
    ("SLICE", lambda m, x: ([x, m.constant([0, 9, 0, 0]), m.constant([1, 5, 4, 3])],
                            m.activation(5, 4, 3, **SCALE), {}), "which is not inside"),
    ("STRIDED_SLICE", lambda m, x: (
        [x, *(m.constant(c) for c in ([0] * 4, [1, 5, 4, 3], [1, 1, 1, 2]))],
        m.activation(5, 4, 2, **SCALE), dict.fromkeys(
            ("beginMask", "endMask", "ellipsisMask", "newAxisMask", "shrinkAxisMask"), 0)),
     "takes channels at distances"),
    ("STRIDED_SLICE", lambda m, x: (
        [x, *(m.constant(c) for c in ([0, 4, 0, 0], [1, 0, 4, 3], [1, -1, 1, 1]))],
        m.activation(4, 4, 3, **SCALE), dict.fromkeys(
            ("beginMask", "endMask", "ellipsisMask", "newAxisMask", "shrinkAxisMask"), 0)),
     "takes elements in reverse"),
    ("STRIDED_SLICE", lambda m, x: (
        [x, m.constant([0] * 4), m.tensor((4,), kind="FLOAT32", data=np.array(
            [1, 5, 4, 2], np.float32)), m.constant([1] * 4)],
        m.activation(5, 4, 2, **SCALE), dict.fromkeys(
            ("beginMask", "endMask", "ellipsisMask", "newAxisMask", "shrinkAxisMask"), 0)),
     "has an input 2 of type float32; convert the model with integer parameters"),
    ("SPLIT", lambda m, x: ([m.constant([2]), x], [m.activation(5, 1, 3, **SCALE)] * 3,
                            {"numSplits": 3}),
     r"splits \(5, 4, 3\) into 3 along axis 2"),
])
def test_parts_that_cannot_be_taken_are_refused(kind, make, message):
    model = build(0)
    inputs, output, keys = make(model, model.input(5, 4, 3, **SCALE))
    names = {"CONCATENATION": "Concatenation", "SLICE": "Slice", "STRIDED_SLICE": "StridedSlice",
             "SPLIT": "Split"}
    model.operator(kind, inputs, output, f"{names[kind]}Options", **keys)
    with pytest.raises(UnsupportedError, match=message):
        import_tflite(model.bytes())


def test_ties_of_a_fully_connected_layer_round_away_from_zero():
    model = build(0)
    x = model.input(1, scale=0.25, zero=0)
    weight = model.tensor((2, 1), scale=0.5, data=np.array([[1], [3]], np.int8))
    model.operator("FULLY_CONNECTED", [x, weight, -1], model.activation(2, scale=0.25, zero=0),
                   "FullyConnectedOptions")
    graph = import_tflite(model.bytes()).graph
    x = np.arange(-128, 128)[:, None]
    assert graph.run([[1], [-1]]).tolist() == [[1, 2], [-1, -2]]
    assert np.array_equal(graph.run(x), [sample[0] for sample in outputs(model.bytes(), x)])


@pytest.mark.parametrize("kind", ["ADD", "SUB"])
@pytest.mark.parametrize("seed", range(8))
def test_an_addition_equals_the_reference(seed, kind):
    model = build(seed)
    x = model.input(4, 4, 8)
    other = model.activation(4, 4, 8)
    model.operator("CONV_2D", [x, model.weights((8, 1, 1, 8), 0), model.bias(8)], other,
                   "Conv2DOptions", strideH=1, strideW=1, dilationHFactor=1, dilationWFactor=1)
    operands = [[x, other], [other, x], [x, x]][seed % 3]
    y = model.activation(4, 4, 8, scale=float(model.rng.uniform(0.01, 0.3)))
    model.operator(kind, operands, y, f"{kind.title()}Options", fusedActivationFunction=seed % 2)
    assert compare(model.bytes(), 40) == (1 if seed % 3 == 2 else 2)
    if kind == "SUB" and seed % 3 < 2:
        graph = import_tflite(model.bytes()).graph
        spec = lower(graph, Geometry()).spec
        x = model.rng.integers(-128, 128, (40, 4, 4, 8))
        assert np.array_equal(spec.model(x.reshape(40, -1).astype(np.int8)),
                              graph.run(x).reshape(40, -1))


@pytest.mark.parametrize("kind", ["elements", "itself", "pixel", "pixel first", "vector"])
@pytest.mark.parametrize("seed", range(4))
def test_a_multiplication_equals_the_reference(seed, kind):
    model = build(seed)
    shape = (6,) if kind == "vector" and seed == 3 else (4, 5, 6)
    x = model.input(*shape)
    other = x
    if kind in ("pixel", "pixel first"):
        other = model.activation(1, 1, 6)
        model.operator("MEAN", [x, model.constant([1, 2])], other, "ReducerOptions", keepDims=True)
    elif kind == "vector" and len(shape) == 3:
        other = model.activation(6)
        model.operator("MEAN", [x, model.constant([1, 2])], other, "ReducerOptions")
    elif kind != "itself":
        other = model.activation(*shape)
        model.operator("QUANTIZE", [x], other)
    scales = [model.graph.tensors[i].quantization.scale[0] for i in (x, other)]
    y = model.activation(*shape, scale=float(np.prod(scales) * model.rng.uniform(2, 400)))
    model.operator("MUL", [other, x] if kind == "pixel first" else [x, other], y, "MulOptions",
                   fusedActivationFunction=(0, 1, 3)[seed % 3])
    assert compare(model.bytes(), 40) == (1 if other == x else 2)


def test_a_product_of_other_shapes_is_refused():
    model = build(0)
    x = model.input(4, 5, 6)
    row = model.activation(1, 5, 6)
    model.operator("AVERAGE_POOL_2D", [x], row, "Pool2DOptions", strideH=1, strideW=1,
                   filterHeight=4, filterWidth=1, padding=schema.Padding.VALID)
    scale = model.graph.tensors[x].quantization
    model.graph.tensors[row].quantization.scale = scale.scale
    model.graph.tensors[row].quantization.zeroPoint = scale.zeroPoint
    model.operator("MUL", [x, row], model.activation(4, 5, 6), "MulOptions")
    assert refused(model) == (
        "Node 'tensor_2' (MUL, operator 1) multiplies tensors of different shapes (4, 5, 6) and "
        "(1, 5, 6); multiply by a tensor of the same shape, or by one factor for each channel.")


@pytest.mark.parametrize("window, stride, kind", [
    ((4, 3), (2, 1), "VALID"), ((5, 5), (5, 5), "VALID"), ((2, 2), (2, 2), "SAME"),
    ((8, 10), (1, 1), "VALID"), ((1, 7), (1, 3), "VALID"),
])
def test_an_average_pool_equals_the_reference(window, stride, kind):
    model = build(sum(window))
    x = model.input(8, 10, 6)
    graph = model.graph.tensors[x].quantization
    size = [(n - k) // s + 1 for n, k, s in zip((8, 10), window, stride, strict=True)]
    y = model.activation(*size, 6, scale=graph.scale[0], zero=graph.zeroPoint[0])
    model.operator("AVERAGE_POOL_2D", [x], y, "Pool2DOptions", strideH=stride[0],
                   strideW=stride[1], filterHeight=window[0], filterWidth=window[1],
                   padding=getattr(schema.Padding, kind))
    assert compare(model.bytes(), 60) == 1


@pytest.mark.parametrize("size, window, stride", [
    ((7, 9), (3, 3), (1, 1)), ((8, 6), (3, 3), (2, 2)), ((7, 5), (2, 2), (2, 2)),
    ((6, 7), (1, 5), (1, 2)), ((3, 4), (3, 4), (1, 1)), ((2, 1), (3, 3), (1, 1)),
    ((9, 4), (5, 2), (3, 1)), ((1, 8), (4, 4), (1, 4)), ((7, 7), (7, 7), (1, 1))])
def test_an_average_of_what_is_inside_equals_the_reference(size, window, stride):
    model = build(sum(window))
    channels = 1 + sum(size) % 5
    scale, zero = 0.04, int(model.rng.integers(-128, 128))
    x = model.input(*size, channels, scale=scale, zero=zero)
    results = [-(-n // s) for n, s in zip(size, stride, strict=True)]
    y = model.activation(*results, channels, scale=scale, zero=zero)
    model.operator("AVERAGE_POOL_2D", [x], y, "Pool2DOptions", strideH=stride[0],
                   strideW=stride[1], filterHeight=window[0], filterWidth=window[1],
                   padding=schema.Padding.SAME, fusedActivationFunction=sum(size) % 2)
    assert compare(model.bytes(), 60) == 1


def test_windows_that_leave_the_image_in_many_ways_are_named():
    model = build(0)
    x = model.input(10, 10, 2, scale=0.04, zero=3)
    y = model.activation(10, 10, 2, scale=0.04, zero=3)
    model.operator("AVERAGE_POOL_2D", [x], y, "Pool2DOptions", strideH=1, strideW=1,
                   filterHeight=9, filterWidth=9, padding=schema.Padding.SAME)
    with pytest.raises(UnsupportedError) as caught:
        import_tflite(model.bytes())
    assert str(caught.value) == (
        "Node 'tensor_1' (AVERAGE_POOL_2D, operator 0) averages over windows of (9, 9), which "
        "leave the image in too many ways; use padding VALID, or a smaller window.")


def constant(model, values, **keys):
    """A constant of 8 bits."""
    values = np.array(values, np.int8)
    keys = {"scale": float(model.rng.uniform(0.005, 0.02)),
            "zero": int(model.rng.integers(-128, 128))} | keys
    return model.tensor(values.shape, data=values, **keys)


GEOMETRIES = (Geometry(), Geometry(window=True), Geometry(single=True, loaded=True,
                                                           requantizers=1))


@pytest.mark.parametrize("kind", ["MUL", "ADD", "SUB"])
@pytest.mark.parametrize("shape, constants", [
    ((4, 5, 8), ()), ((4, 5, 8), (1,)), ((4, 5, 8), (8,)), ((4, 5, 8), (1, 1, 1, 8)),
    ((8,), (8,)), ((8,), (1, 8)), ((5, 8), (1, 1, 8))])
@pytest.mark.parametrize("seed", range(3))
def test_a_constant_operand_equals_the_reference(kind, shape, constants, seed):
    """A scale or a shift of a layer's results, for all of them or for each channel."""
    model = build(seed)
    x = model.input(*shape, scale=0.05, zero=-30)
    if len(shape) == 3:
        x = model.operator("CONV_2D", [x, model.weights((8, 1, 1, 8), 0), model.bias(8)],
                           model.activation(*shape, scale=0.06, zero=9), "Conv2DOptions",
                           strideH=1, strideW=1, dilationHFactor=1, dilationWFactor=1)
    values = model.rng.integers(-128, 128, constants)
    operands = [x, constant(model, values)]
    y = model.activation(*shape, scale=0.03 if kind == "MUL" else 0.05)
    model.operator(kind, operands[::-1] if seed == 1 else operands, y, f"{kind.title()}Options",
                   fusedActivationFunction=seed % 2)
    data = model.bytes()
    assert compare(data, 100) == 1 + (len(shape) == 3)
    if len(shape) == 3:
        graph = import_tflite(data).graph
        x = np.random.default_rng(seed).integers(-128, 128, (4, *shape))
        for geometry in GEOMETRIES:
            spec = lower(graph, geometry).spec
            assert np.array_equal(spec.model(x.reshape(4, -1).astype(np.int8)),
                                  device_part(graph).run(x).reshape(4, -1))


@pytest.mark.parametrize("geometry", [*GEOMETRIES[1:], Geometry(
    rows=8, requantizers=4, banks=2, deep=True)], ids=["window", "single", "deep"])
def test_constant_operands_run_on_the_array(geometry):
    """A batch norm that stayed apart, with exceptions and with thresholds, a scalar, and what
    they have changed.
    """
    model = build(3)
    x = model.input(4, 5, 8, scale=0.05, zero=-30)
    x = model.operator("CONV_2D", [x, model.weights((8, 1, 1, 8), 0), model.bias(8)],
                       model.activation(4, 5, 8, scale=0.06, zero=9), "Conv2DOptions",
                       strideH=1, strideW=1, dilationHFactor=1, dilationWFactor=1)
    first = x
    for kind, scale, result in (("MUL", 0.008, 0.071), ("ADD", 0.0317, 0.0813),
                                ("ADD", 0.05, 0.0937), ("MUL", 0.02, 0.05)):
        values = model.rng.integers(-128, 128, () if scale == 0.02 else 8)
        x = model.operator(kind, [x, constant(model, values, scale=scale, zero=-7)],
                           model.activation(4, 5, 8, scale=result), f"{kind.title()}Options")
    model.operator("SUB", [first, x], model.activation(4, 5, 8, scale=0.0831), "SubOptions")
    data = model.bytes()
    assert compare(data, 60) == 6
    graph = import_tflite(data).graph
    found = [node for node in graph if isinstance(node, (ir.Requantize, ir.MultiThreshold))]
    assert any(isinstance(node, ir.Requantize) and len(node.exceptions) for node in found)
    program = lower(graph, geometry)
    x = np.random.default_rng(0).integers(-128, 128, (2, 4, 5, 8))
    wanted = device_part(graph).run(x).reshape(2, -1)
    run = run_engine_amaranth(
        lambda: ArrayEngine(program.spec), x.reshape(2, -1).astype(np.int8), wanted.shape[1],
        expected=wanted, timeout_cycles=50_000,
        image=program.spec.image if program.spec.loaded else b"")
    assert run.cycles[1] == predict(program).total


def test_channels_that_are_multiplied_by_nothing_or_by_opposite_signs():
    model = build(0)
    x = model.input(3, 3, 6, scale=0.05, zero=-30)
    factors = constant(model, [5, -128, 6, 127, 4, -5], zero=5, scale=0.01)
    y = model.operator("MUL", [x, factors], model.activation(3, 3, 6, scale=0.04, zero=-7),
                       "MulOptions")
    y = model.operator("ADD", [constant(model, [[[5, 5, 127, -128, 4, 6]]], zero=5, scale=0.07), y],
                       model.activation(3, 3, 6, scale=0.11, zero=20), "AddOptions")
    assert compare(model.bytes(), 100) == 2


@pytest.mark.parametrize("kind", ["MUL", "ADD"])
def test_a_constant_image_is_named(kind):
    model = build(0)
    x = model.input(2, 1, 3, scale=0.05, zero=3)
    other = constant(model, np.zeros((2, 1, 3)))
    model.operator(kind, [x, other], model.activation(2, 1, 3, scale=0.09),
                   f"{kind.title()}Options")
    with pytest.raises(UnsupportedError) as caught:
        import_tflite(model.bytes())
    assert str(caught.value) == (
        f"Node 'tensor_2' ({kind}, operator 0) combines a tensor with a constant of (2, 1, 3); use "
        "one number, or one for each channel.")


@pytest.mark.parametrize("activation", [0, 1])
@pytest.mark.parametrize("kind", ["SAME", "VALID"])
def test_a_max_pool_equals_the_reference(activation, kind):
    model = build(3)
    x = model.input(7, 9, 4, scale=0.1, zero=-7)
    size = (3, 4) if kind == "VALID" else (4, 5)
    y = model.activation(*size, 4, scale=0.1, zero=-7)
    model.operator("MAX_POOL_2D", [x], y, "Pool2DOptions", strideH=2, strideW=2, filterHeight=2,
                   filterWidth=3, padding=getattr(schema.Padding, kind),
                   fusedActivationFunction=activation)
    assert compare(model.bytes(), 30) == 1


@pytest.mark.parametrize("seed, keep", [(0, True), (1, False), (2, True), (3, False)])
def test_a_mean_over_the_image_equals_the_reference(seed, keep):
    model = build(seed)
    x = model.input(int(model.rng.integers(2, 9)), int(model.rng.integers(2, 9)), 7)
    y = model.activation(*((1, 1, 7) if keep else (7,)))
    model.operator("MEAN", [x, model.constant([1, 2])], y, "ReducerOptions", keepDims=keep)
    assert compare(model.bytes(), 60) == 1


@pytest.mark.parametrize("keep", [True, False])
def test_the_maximum_of_an_image_equals_the_reference(keep):
    model = build(int(keep))
    x = model.input(5, 6, 7, scale=0.1, zero=9)
    y = model.activation(*((1, 1, 7) if keep else (7,)), scale=0.1, zero=9)
    model.operator("REDUCE_MAX", [x, model.constant([1, 2])], y, "ReducerOptions", keepDims=keep)
    assert compare(model.bytes(), 30) == 1


@pytest.mark.parametrize("kind", ["CONV_2D", "DEPTHWISE_CONV_2D"])
@pytest.mark.parametrize("seed", range(3))
def test_convolutions_of_lines_equal_the_reference(kind, seed):
    """As Keras has them: a line becomes an image of height one, and a line again."""
    model = build(seed)
    stride, width = int(model.rng.integers(1, 3)), int(model.rng.integers(1, 5))
    depthwise = kind.startswith("DEPTH")
    x = model.input(11, 4, scale=0.1, zero=5)
    image = model.activation(1, 11, 4, scale=0.1, zero=5)
    model.operator("EXPAND_DIMS", [x, model.constant(-3)], image, "ExpandDimsOptions")
    wide = -(-11 // stride)
    made = model.activation(1, wide, 4)
    name = "DepthwiseConv2DOptions" if depthwise else "Conv2DOptions"
    model.operator(
        kind, [image, model.weights((1 if depthwise else 4, 1, width, 4), 3 if depthwise else 0),
               model.bias(4)], made, name, strideH=stride, strideW=stride, dilationHFactor=1,
        dilationWFactor=1, padding=schema.Padding.SAME, **({"depthMultiplier": 1} if depthwise
                                                           else {}))
    entry = model.graph.tensors[made].quantization
    keys = {"scale": entry.scale[0], "zero": entry.zeroPoint[0]}
    line = model.activation(wide, 4, **keys)
    model.operator("RESHAPE", [made, model.constant([1, wide, 4])], line)
    image = model.activation(wide, 1, 4, **keys)
    model.operator("EXPAND_DIMS", [line, model.constant(2)], image, "ExpandDimsOptions")
    y = model.activation(1, 1, 4, **keys)
    model.operator("MAX_POOL_2D", [image], y, "Pool2DOptions", strideH=1, strideW=1,
                   filterHeight=wide, filterWidth=1, padding=schema.Padding.VALID)
    assert compare(model.bytes(), 30) == 5


def transposed(axes, *shapes, inputs=(3, 4, 5)):
    """An image whose axes and shape change before a fully connected layer."""
    model = build(len(shapes))
    keys = {"scale": 0.1, "zero": 5}
    x = model.input(*inputs, **keys)
    y = model.activation(*(inputs[axis - 1] for axis in axes[1:]), **keys)
    model.operator("TRANSPOSE", [x, model.constant(axes)], y)
    for shape in shapes:
        x, y = y, model.activation(*shape, **keys)
        model.operator("RESHAPE", [x, model.constant([1, *shape])], y)
    return model, y


@pytest.mark.parametrize(("axes", "shapes"), [
    ((0, 3, 1, 2), [(60,)]), ((0, 2, 1, 3), [(4, 15), (60,)]), ((0, 3, 2, 1), [(20, 3), (60,)])])
def test_weights_take_over_another_order_of_elements(axes, shapes):
    model, y = transposed(axes, *shapes)
    model.operator("FULLY_CONNECTED", [y, model.weights((3, 60), 0), model.bias(3)],
                   model.activation(3, scale=3.0), "FullyConnectedOptions")
    assert compare(model.bytes(), 30) == 1
    graph = import_tflite(model.bytes()).graph
    assert [node.kind for node in graph] == ["input", "flatten", "linear", "requantize"]


def test_an_order_that_comes_back_is_a_shape():
    model, y = transposed((0, 2, 1, 3))
    back = model.activation(3, 4, 5, scale=0.1, zero=5)
    model.operator("TRANSPOSE", [y, model.constant([0, 2, 1, 3])], back)
    assert compare(model.bytes(), 10) == 1
    model, _ = transposed((0, 2, 3, 1), inputs=(1, 4, 5))     # no element moves
    assert compare(model.bytes(), 10) == 1


def test_other_orders_are_named():
    model, y = transposed((0, 3, 1, 2))
    assert refused(model) == (
        "Node 'tensor_1' (TRANSPOSE, operator 0) gives the elements of the output another order; "
        "end the model before it.")
    model.operator("MEAN", [y, model.constant([1, 2])], model.activation(4), "ReducerOptions")
    assert refused(model) == (
        "Node 'tensor_4' (MEAN, operator 1) reads what TRANSPOSE has brought into another order; "
        "transpose only before RESHAPE and FULLY_CONNECTED.")


def test_the_greatest_score_is_left_to_the_host():
    model = build(0)
    scores = linear(model)
    number = model.tensor((1,), kind="INT32")
    model.operator("ARG_MAX", [scores, model.constant(-1)], number, "ArgMaxOptions",
                   outputType=schema.TensorType.INT32)
    made = import_tflite(model.bytes())
    assert made.notes == ("ARG_MAX 'arg_max_1' is left to the host: the output is the scores "
                          "before it.",)
    assert made.classes == 3
    x = edges(np.random.default_rng(0), (4,), 40)
    wanted = [int(np.ravel(sample[1])[0]) for sample in outputs(model.bytes(), x)]
    assert made.graph.run(x).argmax(axis=1).tolist() == wanted
    assert len(set(wanted)) > 1


def test_padding_and_reshaping_equal_the_reference():
    model = build(0)
    x = model.input(3, 4, 2, scale=0.1, zero=5)
    padded = model.activation(6, 5, 2, scale=0.1, zero=5)
    model.operator("PAD", [x, model.constant([[0, 0], [1, 2], [0, 1], [0, 0]])], padded)
    shaped = model.activation(5, 12, 1, scale=0.1, zero=5)
    model.operator("RESHAPE", [padded, model.constant([1, 5, 12, 1])], shaped)
    flat = model.activation(60, scale=0.1, zero=5)
    model.operator("RESHAPE", [shaped, model.constant([1, 60])], flat)
    assert compare(model.bytes(), 10) == 3


def test_a_frame_around_a_frame_becomes_padding():
    model = build(0)
    x = model.input(7, 6, 3, scale=0.1, zero=5)
    for size, left in ((8, 2), (9, 1)):
        padded = model.activation(size, size, 3, scale=0.1, zero=5)
        model.operator("PAD", [x, model.constant([[0, 0], [0, 1], [left, 0], [0, 0]])], padded)
        x = padded
    y = model.activation(7, 7, 3)
    model.operator("CONV_2D", [x, model.weights((3, 3, 3, 3), 0), model.bias(3)], y,
                   "Conv2DOptions", strideH=1, strideW=1, padding=schema.Padding.VALID,
                   dilationHFactor=1, dilationWFactor=1)
    graph = import_tflite(model.bytes()).graph
    assert not any(isinstance(node, ir.Pad) for node in graph)
    assert compare(model.bytes(), 20) >= 1


@pytest.mark.parametrize("shared", [False, True])
def test_a_frame_becomes_the_padding_of_the_convolutions_that_read_it(shared):
    """As Keras writes convolutions with stride; a pool that also reads the frame keeps it."""
    model = build(0)
    x = model.input(7, 6, 3, scale=0.1, zero=5)
    padded = model.activation(8, 8, 3, scale=0.1, zero=5)
    model.operator("PAD", [x, model.constant([[0, 0], [0, 1], [0, 2], [0, 0]])], padded)
    y = model.activation(3, 3, 3)
    model.operator("CONV_2D", [padded, model.weights((3, 3, 3, 3), 0), model.bias(3)], y,
                   "Conv2DOptions", strideH=2, strideW=2, padding=schema.Padding.VALID,
                   dilationHFactor=1, dilationWFactor=1)
    if shared:
        pooled = model.activation(3, 3, 3, scale=0.1, zero=5)
        model.operator("MAX_POOL_2D", [padded], pooled, "Pool2DOptions", strideH=2, strideW=2,
                       filterHeight=3, filterWidth=3, padding=schema.Padding.VALID)
        model.operator("ADD", [y, pooled], model.activation(3, 3, 3), "AddOptions")
    graph = import_tflite(model.bytes()).graph
    assert any(isinstance(node, ir.Pad) for node in graph) == shared
    (conv,) = [node for node in graph if isinstance(node, ir.Conv2d)]
    assert (conv.x, conv.padding, conv.pad) == (graph.input.name, (0, 1, 0, 2), 5)
    assert compare(model.bytes(), 20) >= 1


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("channels", [2, 10, 300])
def test_a_softmax_equals_the_reference(seed, channels):
    model = build(seed)
    x = model.input(channels, scale=float(2.0 ** model.rng.uniform(-9, 2)))
    y = model.activation(channels, scale=1 / 256, zero=-128)
    model.operator("SOFTMAX", [x], y, "SoftmaxOptions", beta=(1.0, 1.0, 0.7)[seed % 3])
    assert compare(model.bytes(), 100) == 1


@pytest.mark.parametrize("kind, scale, zero", [
    ("LOGISTIC", 1 / 256, -128), ("TANH", 1 / 128, 0), ("RELU", 0.03, -5), ("RELU6", 0.03, -128),
    ("QUANTIZE", 0.07, 9),
])
@pytest.mark.parametrize("step", [0.004, 0.03, 0.11, 0.9, 1 / 64, 1 / 128, 1 / 256, 1e-9, 1e3])
def test_functions_of_single_values_equal_the_reference(kind, scale, zero, step):
    """With steps of 1/128 and 1/256, 2.5e-6 are missing to ties."""
    model = build(int(step * 1000))
    x = model.input(256, scale=step)
    y = model.activation(256, scale=scale, zero=zero)
    model.operator(kind, [x], y)
    assert compare(model.bytes(), 4) == 1


# ---------------------------------------------------------------- whole models


@pytest.fixture(params=["kws_ref_model", "pretrainedResnet_quant"])
def reference_model(request):
    path = MODELS / f"{request.param}.tflite"
    if not path.is_file():
        pytest.skip(f"{path.name} is not in $GOSSAMER_MODELS or ../shared/models")
    return path


def test_every_layer_of_a_reference_model_is_exact(reference_model):
    assert compare(reference_model.read_bytes(), 8) == {"kws_ref_model": 13,
                                                        "pretrainedResnet_quant": 16}[
        reference_model.stem]


@pytest.mark.slow
def test_every_layer_of_a_reference_model_is_exact_on_two_hundred_inputs(reference_model):
    compare(reference_model.read_bytes(), 200, seed=1)


def test_a_reference_model_can_be_saved_and_loaded(reference_model, tmp_path):
    imported = import_tflite(reference_model.read_bytes())
    assert isinstance(imported.graph.output, ir.Softmax)
    assert imported.classes == imported.graph.types()[imported.graph.output.name].channels
    description = Description(graph=imported.graph, name="model", classes=imported.classes)
    path = description.save(tmp_path / "model.gsm")
    assert Description.load(path) == description


# ---------------------------------------------------------------- refusals


def linear(model, kind="INT8", **keys):
    x = model.tensor((1, 4), kind=kind, scale=0.1, **keys)
    model.graph.inputs = [x]
    y = model.activation(3)
    model.operator("FULLY_CONNECTED", [x, model.weights((3, 4), 0), model.bias(3)], y,
                   "FullyConnectedOptions")
    return y


def refused(model):
    with pytest.raises(GossamerError) as caught:
        import_tflite(model.bytes())
    return str(caught.value)


def test_an_unknown_operator_is_named():
    model = build(0)
    model.operator("HARD_SWISH", [linear(model)], model.activation(3))
    assert refused(model) == ("Node 'tensor_4' (HARD_SWISH, operator 1) is not supported; "
                              "use RELU6.")


def test_types_and_shapes_that_do_not_suit_are_named():
    model = build(0)
    linear(model, kind="INT16")
    assert refused(model) == ("Node 'tensor_0' is an input of type INT16; convert the model to "
                              "8-bit integers, inputs included.")
    model = build(0)
    linear(model)
    model.graph.tensors[0].shapeSignature = [1, -1]
    assert "some of it not fixed" in refused(model)
    model.graph.tensors[0].shapeSignature = [-1, 4]
    import_tflite(model.bytes())
    model.graph.tensors[0].shape = [2, 4]
    assert "has a batch of 2" in refused(model)


def test_floating_point_models_are_refused():
    model = build(0)
    x = model.tensor((1, 4), kind="FLOAT32")
    model.graph.inputs = [x]
    model.operator("SOFTMAX", [x], model.tensor((1, 4), kind="FLOAT32"), "SoftmaxOptions",
                   beta=1.0)
    assert "is an input of type FLOAT32; convert the model to 8-bit integers" in refused(model)


def test_floats_that_are_quantised_at_the_border_enter_and_leave_quantised():
    model = build(0)
    x = model.tensor((1, 4), kind="FLOAT32")
    model.graph.inputs = [x]
    quantised = model.activation(4, scale=0.5, zero=3)
    model.operator("QUANTIZE", [x], quantised)
    y = model.activation(3)
    model.operator("FULLY_CONNECTED", [quantised, model.weights((3, 4), 0), model.bias(3)], y,
                   "FullyConnectedOptions")
    model.operator("DEQUANTIZE", [y], model.tensor((1, 3), kind="FLOAT32"))
    graph = import_tflite(model.bytes()).graph
    assert graph.input.quantize([1.0, -2.0]).tolist() == [5, -1]
    real = np.array([[0.5, 1, -3, 7]], np.float32)
    wanted = outputs(model.bytes(), real)[0]
    assert np.array_equal(graph.run(graph.input.quantize(real))[0], wanted[1])


def test_weights_with_a_zero_point_are_refused():
    model = build(0)
    linear(model)
    model.graph.tensors[2].quantization.zeroPoint = [1, 0, 0]
    assert "quantise weights symmetrically" in refused(model)


def test_a_second_subgraph_is_refused():
    model = build(0)
    linear(model)
    model.model.subgraphs.append(schema.SubGraphT())
    assert "has 2 subgraphs" in refused(model)


def test_another_file_is_no_model():
    with pytest.raises(GossamerError, match="lacks the mark TFL3"):
        import_tflite(b"PK\x03\x04 something else")
    with pytest.raises(GossamerError, match="lacks the mark TFL3"):
        import_tflite(b"")


def test_an_operator_that_cannot_be_computed_is_an_unsupported_error():
    model = build(0)
    model.operator("BATCH_MATMUL", [linear(model)], model.activation(3))
    with pytest.raises(UnsupportedError) as caught:
        import_tflite(model.bytes())
    assert caught.value.node == "tensor_4"
