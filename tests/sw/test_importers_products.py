"""Products of two tensors, from each framework to the hardware."""

import numpy as np
import pytest
import torch
from tests.onnx_models import Builder, qonnx_values, unfused_outputs
from tests.sw.test_importers_scales import (
    BOARDS,
    exported,
    fake,
    floats,
    inputs,
    modelled,
    real,
    simulated,
)
from torch.nn import functional as F

from gossamer import ir
from gossamer.errors import UnsupportedError
from gossamer.importers.onnx import import_onnx
from gossamer.pairs import scaled
from gossamer.plan import Geometry, lower, predict
from gossamer_hw.array import ArrayEngine
from gossamer_hw.requantize import ROUNDINGS
from gossamer_sim.run import run_engine_amaranth

pytest.importorskip("onnx", reason="models are written with the package onnx")

pytestmark = pytest.mark.filterwarnings(
    # Of qonnx's own code.
    "ignore::DeprecationWarning", "ignore::UserWarning", "ignore::RuntimeWarning")

#: Steps of both operands and of their product; the first two have ties, which go to even.
STEPS = [(1 / 8, 1 / 4, 1 / 2), (1 / 8, 1 / 16, 1 / 4), (0.113719, 0.071387, 0.128917),
         (0.047131, 1 / 256, 0.033391)]

#: Whether all elements have a factor of their own, or each channel.
KINDS = ["elements", "channels"]


def branches(model, quantise, kind):
    """Two quantised activations of an image."""
    x = quantise("x", 1 / 16)
    a = model.add("Conv", [x, model.weights((4, 3, 1, 1), 1 / 4, 4)])
    other = x if kind == "elements" else quantise(model.add("GlobalAveragePool", [x]), 1 / 64)
    return a, model.add("Conv", [other, model.weights((4, 3, 1, 1), 1 / 4, 4)])


def checked(graph):
    """The graph's outputs are those of the engine's model, and of the engine, in the plan's
    cycles.
    """
    x = inputs(graph, 20)
    spec, found = modelled(graph, x)
    assert spec.multiplies
    assert np.array_equal(found.reshape(20, -1), graph.run(x).reshape(20, -1))
    program = lower(graph, Geometry(rows=4, columns=4, burst=16))
    stored = (x - (128 if graph.input.high > 127 else 0)).reshape(20, -1).astype(np.int8)
    run = run_engine_amaranth(lambda: ArrayEngine(spec), stored[:3], found.shape[1],
                              expected=found[:3], timeout_cycles=20_000)
    assert list(run.cycles[1:]) == [predict(program).total] * 2
    return spec


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("steps", STEPS)
def test_qonnx_multiplies_two_tensors(steps, kind):
    pytest.importorskip("qonnx", reason="qonnx, the oracle, is not installed")
    model = Builder(5, 3, 4, 4)
    a, b = branches(model, lambda x, step: model.quant(x, step, 8), kind)
    operands = [model.quant(x, step, 8) for x, step in zip((a, b), steps[:2], strict=True)]
    product = model.add("Mul", operands if steps[0] > 0.1 else operands[::-1])
    y = model.quant(model.add("Relu", [product]) if steps is STEPS[3] else product, steps[2], 8)
    data = model.bytes(y)
    graph = import_onnx(data).graph
    x = inputs(graph, 200)
    wanted = qonnx_values(data, floats(graph, x))[y].transpose(0, 2, 3, 1)
    assert np.array_equal(real(graph, graph.run(x)), wanted)
    spec = checked(graph)
    assert spec.alike == (kind == "channels")
    assert any(e.factor is not None and e.factor.even for e in spec.layers) == (steps in STEPS[:2])


@pytest.mark.parametrize("dtype", [np.int8, np.uint8])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("steps", STEPS[1:3])
def test_onnxruntime_multiplies_two_tensors(steps, kind, dtype):
    pytest.importorskip("onnxruntime", reason="onnxruntime, the oracle, is not installed")
    model = Builder(6, 3, 4, 4)
    zero = 128 if dtype is np.uint8 else 0

    def quantise(x, step, shift=0):
        return model.requantized(x, step, zero + shift, dtype)

    def convolve(x):
        weight = model.dequantized(model.rng.integers(-7, 8, (4, 3, 1, 1)).astype(np.int8), 0.25)
        return model.add("Conv", [x, weight])

    x = quantise("x", 1 / 16)
    other = x if kind == "elements" else quantise(model.add("GlobalAveragePool", [x]), 1 / 64)
    a, b = quantise(convolve(x), steps[0], 5), quantise(convolve(other), steps[1], -100)
    y = quantise(model.add("Mul", [a, b]), steps[2], 3)
    data = model.bytes(y)
    graph = import_onnx(data).graph
    x = inputs(graph, 200)
    found = real(graph, graph.run(x)).transpose(0, 3, 1, 2)
    assert np.array_equal(found, unfused_outputs(data, floats(graph, x)).reshape(found.shape))
    checked(graph)


class Product(torch.nn.Module):
    """A convolution multiplied by its input, or by a factor for each channel."""

    def __init__(self, steps, kind):
        super().__init__()
        torch.manual_seed(0)
        self.first, self.second = (
            torch.nn.Parameter(torch.randint(-8, 8, (4, inputs, 1, 1)) / 8.0) for inputs in (3, 4))
        self.steps, self.kind = steps, kind

    def forward(self, x):
        x = fake(x, 1 / 16)
        a = fake(F.conv2d(x, fake(self.first, 1 / 8)), self.steps[0])
        other = a if self.kind == "elements" else fake(F.adaptive_avg_pool2d(a, 1), 1 / 64)
        b = fake(F.conv2d(other, fake(self.second, 1 / 8)), self.steps[1])
        return fake(a * b, self.steps[2])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("steps", STEPS)
def test_pytorch_multiplies_two_tensors(steps, kind):
    module = Product(steps, kind)
    graph = exported(module)
    assert any(isinstance(node, ir.Product) for node in graph)
    x = inputs(graph, 200)
    with torch.no_grad():
        wanted = module(torch.tensor(floats(graph, x))).numpy().transpose(0, 2, 3, 1)
    assert np.array_equal(real(graph, graph.run(x)), wanted)
    checked(graph)


@pytest.mark.slow
@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("kind", KINDS)
def test_products_run_on_boards(kind, board, tmp_path):
    simulated(exported(Product(STEPS[2], kind)), board, tmp_path / "out")


def test_the_square_of_a_tensor_is_copied_and_multiplied():
    model = Builder(7, 3, 4, 4)
    x = model.quant("x", 1 / 16, 8)
    graph = import_onnx(model.bytes(model.quant(model.add("Mul", [x, x]), 0.3117, 8))).graph
    values = inputs(graph, 20)
    steps = np.rint((values / 16).astype(np.float32) ** 2 / np.float32(0.3117)).clip(-128, 127)
    assert np.array_equal(graph.run(values), steps)
    checked(graph)


def test_factors_of_rows_are_refused():
    model = Builder(7, 3, 4, 4)
    x = model.quant("x", 1 / 16, 8)
    rows = model.quant(model.add("AveragePool", [x], kernel_shape=[1, 4]), 1 / 16, 8)
    y = model.quant(model.add("Mul", [x, rows]), 1 / 4, 8)
    with pytest.raises(UnsupportedError, match=r"\(Mul\) multiplies tensors of \(3, 4, 4\) and "
                       r"\(3, 4, 1\), or such that are not both quantised; quantise both, and "):
        import_onnx(model.bytes(y))


def test_a_product_that_rounds_as_no_multiplication_does_is_refused():
    """Floating point gives pairs of one product, which is a tie, different results."""
    model = Builder(7, 3, 4, 4)
    x = model.quant("x", 0.1137, 8)
    other = model.quant(x, 0.0713, 8)
    y = model.quant(model.add("Mul", [x, other]), 0.1291, 8)
    with pytest.raises(UnsupportedError, match=r"rounds products of steps of 0.1137 and 0.0713 "):
        import_onnx(model.bytes(y))


def test_a_product_that_is_bent_is_refused():
    model = Builder(7, 3, 4, 4)
    x = model.quant("x", 1 / 16, 8)
    y = model.quant(model.add("Tanh", [model.add("Mul", [x, x])]), 1 / 128, 8)
    with pytest.raises(UnsupportedError, match=r"rounds products of steps of 0.0625 and 0.0625 "):
        import_onnx(model.bytes(y))


@pytest.mark.parametrize("rule", ROUNDINGS)
@pytest.mark.parametrize("seed", range(3))
def test_a_short_multiplier_is_every_rule_on_all_pairs(rule, seed):
    rng = np.random.default_rng(seed)
    a, b = np.arange(-128, 128) - rng.integers(-128, 128, (2, 1))
    products = np.multiply.outer(a, b)
    multiplier, shift = int(rng.integers(1 << 30, 1 << 31)), int(rng.integers(36, 41))
    if rule == "half_even":
        multiplier, shift = 3, 9
    wanted = ROUNDINGS[rule](products, multiplier, shift).clip(-128, 120)
    made = scaled(products, wanted, multiplier / 2.0 ** shift, -128, 120)
    assert np.array_equal(made(products).clip(-128, 120), wanted)
    assert made.multiplier < 1 << 20 and made.even == (rule == "half_even")
