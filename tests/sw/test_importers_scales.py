"""Additions and joins of tensors at scales of their own, from each framework to the hardware."""

import io

import numpy as np
import pytest
import torch
from tests.onnx_models import Builder, qonnx_values, unfused_outputs
from tests.simulator import SIMULATOR
from torch.nn import functional as F

import gossamer as gs
from gossamer.description import Description
from gossamer.errors import UnsupportedError
from gossamer.importers.onnx import import_onnx
from gossamer.importers.pt2 import import_pt2
from gossamer.pairs import fit
from gossamer.plan import Geometry, lower
from gossamer_hw.array import ArrayEngine
from gossamer_sim.bench import check_streams_amaranth

pytest.importorskip("onnx", reason="models are written with the package onnx")
quantization = pytest.importorskip("onnxruntime.quantization",
                                   reason="onnxruntime, the oracle, is not installed")

pytestmark = pytest.mark.filterwarnings(
    # Of qonnx's own code.
    "ignore::DeprecationWarning", "ignore::UserWarning", "ignore::RuntimeWarning")

BOARDS = ("icebreaker", "ulx3s")


def static(kind, activations, *, per_channel=False, seed=0):
    """A small residual or joined network through onnxruntime's static quantiser."""
    model = Builder(seed, 3, 6, 6)
    rng = np.random.default_rng(seed)

    def conv(x, inputs, outputs):
        weight = rng.normal(0, (inputs * 9) ** -0.5, (outputs, inputs, 3, 3))
        return model.add("Conv", [x, model.constant(weight),
                                  model.constant(rng.normal(0, 0.1, outputs))],
                         kernel_shape=[3, 3], pads=[1, 1, 1, 1])

    first = model.add("Relu", [conv("x", 3, 4)])
    second = conv(first, 4, 4)
    if kind == "add":
        y = model.add("Relu", [model.add("Add", [second, first])])
    else:
        y = conv(model.add("Concat", [second, first], axis=1), 8, 4)
    y = model.add("Flatten", [model.add("GlobalAveragePool", [y])])
    y = model.add("Gemm", [y, model.constant(rng.normal(0, 0.5, (5, 4))),
                           model.constant(rng.normal(0, 0.1, 5))], transB=1)

    class Calibration(quantization.CalibrationDataReader):
        def __init__(self):
            self.samples = iter(rng.normal(0, 1, (8, 1, 3, 6, 6)).astype(np.float32))

        def get_next(self):
            sample = next(self.samples, None)
            return None if sample is None else {"x": sample}

    def quantized(folder):
        (folder / "float.onnx").write_bytes(model.bytes(y))
        quantization.quantize_static(
            folder / "float.onnx", folder / "quantised.onnx", Calibration(),
            quant_format=quantization.QuantFormat.QDQ, activation_type=activations,
            weight_type=quantization.QuantType.QInt8, per_channel=per_channel)
        return (folder / "quantised.onnx").read_bytes()

    return quantized


def real(graph, integers):
    kind = graph.types()[graph.output.name]
    return ((integers - kind.zero) * kind.scale).astype(np.float32)


def inputs(graph, count, seed=0):
    entry = graph.input
    x = np.random.default_rng(seed).integers(entry.low, entry.high + 1, (count, *entry.shape))
    x[0], x[1] = entry.low, entry.high
    return x


def floats(graph, x):
    """Real inputs as the frameworks take them, channels first."""
    values = ((x - graph.input.zero) * graph.input.scale).astype(np.float32)
    return values.transpose(0, 3, 1, 2) if values.ndim == 4 else values


def simulated(graph, board, folder):
    design = gs.generate(Description(graph=graph, name="model"), board=board, out=folder)
    result = gs.simulate(design, inputs(graph, 3, seed=1), simulator=SIMULATOR)
    assert result.mismatches == 0
    assert set(result.cycles) == {result.predicted}


def modelled(graph, x):
    """What the engine's own model makes of inputs, for comparison with the graph's."""
    spec = lower(graph, Geometry(rows=4, columns=4, burst=16)).spec
    low, high = graph.input.low, graph.input.high
    return spec, spec.model((x - (128 if low == 0 and high > 127 else 0)).reshape(len(x), -1)
                            .astype(np.int8))


@pytest.mark.parametrize("type", ["QInt8", "QUInt8"])
@pytest.mark.parametrize("kind", ["add", "join"])
def test_what_onnxruntime_quantises_equals_it(kind, type, tmp_path):
    data = static(kind, quantization.QuantType[type])(tmp_path)
    graph = import_onnx(data).graph
    x = inputs(graph, 200)
    assert np.array_equal(real(graph, graph.run(x)), unfused_outputs(data, floats(graph, x)))
    assert np.array_equal(modelled(graph, x[:20])[1], graph.run(x[:20]))


@pytest.mark.slow
@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("type", ["QInt8", "QUInt8"])
@pytest.mark.parametrize("kind", ["add", "join"])
def test_what_onnxruntime_quantises_runs(kind, type, board, tmp_path):
    data = static(kind, quantization.QuantType[type])(tmp_path)
    simulated(import_onnx(data).graph, board, tmp_path / "out")


@pytest.mark.parametrize("kind", ["add", "join"])
def test_what_onnxruntime_quantises_by_channels_equals_it(kind, tmp_path):
    data = static(kind, quantization.QuantType.QInt8, per_channel=True)(tmp_path)
    graph = import_onnx(data).graph
    x = inputs(graph, 200)
    assert np.array_equal(real(graph, graph.run(x)), unfused_outputs(data, floats(graph, x)))


#: Steps of both operands and of their sum; the first three have ties, which go to even.
STEPS = [(1 / 8, 1 / 4, 1 / 2), (1 / 8, 1 / 8, 1 / 4), (1 / 2, 1 / 4, 2.0), (1 / 8, 1 / 4, 1 / 8),
         (0.1137, 0.0713, 0.1291)]


def qonnx_sum(steps, zero=0.0):
    model = Builder(5, 3, 4, 4)
    x = model.quant("x", 1 / 16, 8)
    a, b = (model.quant(model.add("Conv", [x, model.weights((4, 3, 1, 1), 1 / 4, 4)]), step, 8)
            for step in steps[:2])
    y = model.quant(model.add("Add", [a, b]), steps[2], 8, zero=zero)
    return model.bytes(y), y


@pytest.mark.parametrize("zero", [0.0, 3.0])
@pytest.mark.parametrize("steps", STEPS)
def test_qonnx_adds_two_scales(steps, zero):
    pytest.importorskip("qonnx", reason="qonnx, the oracle, is not installed")
    data, y = qonnx_sum(steps, zero)
    graph = import_onnx(data).graph
    x = inputs(graph, 200)
    wanted = qonnx_values(data, floats(graph, x))[y].transpose(0, 2, 3, 1)
    assert np.array_equal(real(graph, graph.run(x)), wanted)
    spec, found = modelled(graph, x[:20])
    assert np.array_equal(found.reshape(20, 4, 4, 4), graph.run(x[:20]))
    assert spec.evens == (steps in STEPS[:3])
    if zero:
        def frames(values):
            rows = values.reshape(len(values), -1)
            return [{"data": int(v), "last": int(i == len(row) - 1)}
                    for row in rows for i, v in enumerate(row)]

        check_streams_amaranth(ArrayEngine(spec), {"i": frames(x[:2])},
                               {"o": frames(graph.run(x[:2]))}, stall=0.3, seed=5,
                               timeout_cycles=200_000)


class Sum(torch.nn.Module):
    """A convolution added to its input, or joined with it, at scales of their own."""

    def __init__(self, steps, join):
        super().__init__()
        torch.manual_seed(0)
        self.first, self.second = (
            torch.nn.Parameter(torch.randint(-8, 8, (4, inputs, 3, 3)) / 8.0) for inputs in (3, 4))
        self.steps, self.join = steps, join

    def forward(self, x):
        x = fake(x, 1 / 16)
        a = fake(F.conv2d(x, fake(self.first, 1 / 8), padding=1), self.steps[0])
        b = fake(F.conv2d(a, fake(self.second, 1 / 8), padding=1), self.steps[1])
        y = torch.cat([a, b], 1) if self.join else a + b
        return fake(y, self.steps[2])


def fake(x, step):
    return torch.fake_quantize_per_tensor_affine(x, step, 0, -128, 127)


def exported(module):
    file = io.BytesIO()
    torch.export.save(torch.export.export(module.eval(), (torch.zeros(1, 3, 4, 4),)), file)
    return import_pt2(file.getvalue()).graph


@pytest.mark.parametrize("join", [False, True])
@pytest.mark.parametrize("steps", STEPS)
def test_pytorch_adds_and_joins_two_scales(steps, join):
    module = Sum(steps, join)
    graph = exported(module)
    x = inputs(graph, 200)
    with torch.no_grad():
        wanted = module(torch.tensor(floats(graph, x))).numpy().transpose(0, 2, 3, 1)
    assert np.array_equal(real(graph, graph.run(x)), wanted)
    assert np.array_equal(modelled(graph, x[:20])[1].reshape(20, 4, 4, -1), graph.run(x[:20]))


@pytest.mark.slow
@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("case", ["qonnx", "pt2", "pt2 join"])
def test_sums_of_two_scales_run(case, board, tmp_path):
    graph = import_onnx(qonnx_sum(STEPS[0], 3.0)[0]).graph if case == "qonnx" else exported(
        Sum(STEPS[4], case.endswith("join")))
    simulated(graph, board, tmp_path / "out")


def test_a_sum_that_rounds_as_no_multiplication_does_is_refused():
    data, _ = qonnx_sum((0.1, 1 / 16, 1 / 8))
    with pytest.raises(UnsupportedError, match="rounds sums of steps of 0.1 and 0.0625 otherwise"):
        import_onnx(data)


@pytest.mark.parametrize("seed", range(4))
def test_a_fit_is_the_function_on_all_pairs(seed):
    rng = np.random.default_rng(seed)
    a, b = np.arange(-128, 128), np.arange(-100, 120)
    first, second, to = rng.uniform(0.01, 0.05, 3).astype(np.float32)
    sums = a[:, None] * first + b * second
    wanted = np.rint(sums / to).clip(-128, 127).astype(np.int64)
    made = fit(a, b, wanted, (float(first / to), float(second / to)), 0.0, -128, 127)
    assert np.array_equal(made(a[:, None], b).clip(-128, 127), wanted)
