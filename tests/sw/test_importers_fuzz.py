"""Mutated files: importers refuse them in one sentence, or import a legal graph."""

import faulthandler
import io
import os
import random
import resource
import struct
import time
import zipfile
from pathlib import Path

import numpy as np
import pytest
from tests.onnx_models import Builder as OnnxBuilder
from tests.tflite_models import Builder as TfliteBuilder

from gossamer import ir
from gossamer.errors import GossamerError
from gossamer.importers.onnx import import_onnx
from gossamer.importers.pt2 import import_pt2
from gossamer.importers.tflite import import_tflite

schema = pytest.importorskip("ai_edge_litert.schema_py_generated",
                             reason="LiteRT writes the TensorFlow Lite files of these tests")

MODELS = Path(os.environ.get("GOSSAMER_MODELS", Path(__file__).parents[3] / "shared" / "models"))

#: Seconds that one file may take, far above what any does; bytes that a hostile one may add.
PATIENCE, MEMORY = 20, 2 << 30

#: Integers that break what trusts them.
EXTREMES = [0, 1, -1, 127, 128, 255, 256, 1 << 15, 1 << 16, (1 << 31) - 1, -(1 << 31), 1 << 31]


def tflite():
    model = TfliteBuilder(schema, 0)
    x = model.input(6, 6, 2)
    y = model.activation(6, 6, 4)
    model.operator("CONV_2D", [x, model.weights((4, 3, 3, 2), 0), model.bias(4)], y,
                   "Conv2DOptions", strideH=1, strideW=1, dilationHFactor=1, dilationWFactor=1)
    z = model.activation(6, 6, 4)
    model.operator("ADD", [y, y], z, "AddOptions")
    scale = model.graph.tensors[z].quantization
    keys = {"scale": scale.scale[0], "zero": scale.zeroPoint[0]}
    z = model.operator("AVERAGE_POOL_2D", [z], model.activation(3, 3, 4, **keys), "Pool2DOptions",
                       strideH=2, strideW=2, filterHeight=3, filterWidth=3, padding=0)
    for kind in ("Mul", "Add"):
        factors = model.tensor((4,), scale=0.01, zero=3,
                               data=model.rng.integers(-128, 128, 4).astype(np.int8))
        z = model.operator(kind.upper(), [factors, z], model.activation(3, 3, 4, **keys),
                           f"{kind}Options")
    z = model.operator("STRIDED_SLICE", [z, *(model.constant(c) for c in (
        [0, 0, 0, 0], [1, 3, 3, 4], [1, 2, 2, 1]))], model.activation(2, 2, 4, **keys),
        "StridedSliceOptions", beginMask=0, endMask=0, ellipsisMask=0, newAxisMask=0,
        shrinkAxisMask=0)
    pooled = model.activation(1, 1, 4, **keys)
    model.operator("AVERAGE_POOL_2D", [z], pooled, "Pool2DOptions", strideH=2, strideW=2,
                   filterHeight=2, filterWidth=2, padding=1)
    scores = model.activation(3)
    model.operator("FULLY_CONNECTED", [pooled, model.weights((3, 4), 0), model.bias(3)], scores,
                   "FullyConnectedOptions")
    model.operator("SOFTMAX", [scores], model.activation(3, scale=1 / 256, zero=-128),
                   "SoftmaxOptions", beta=1.0)
    return model.bytes()


def onnx():
    model = OnnxBuilder(0, 2, 6, 6)
    x = model.quant("x", 0.25, 4)
    x = model.add("Conv", [x, model.weights((4, 2, 3, 3), 0.25, 4)], pads=[1, 1, 1, 1],
                  strides=[1, 1], kernel_shape=[3, 3], group=1)
    x = model.quant(model.add("Relu", [model.batch_norm(x, 4, 3.0)]), 0.25, 4)
    x = model.add("AveragePool", [x], kernel_shape=[2, 2], strides=[1, 1], pads=[1, 0, 0, 1],
                  ceil_mode=1)
    x = model.add("MaxPool", [model.add("Relu", [x])], kernel_shape=[2, 2], dilations=[1, 2],
                  pads=[0, 1, 1, 1])
    x = model.quant(x, 0.125, 4)
    x = model.add("Slice", [x, *(model.constant(value, np.int64) for value in (
        [0, 1], [6, 99], [2, 3], [2, 2]))])
    x = model.add("MultiThreshold", [model.add("Add", [x, x]), model.constant(
        np.sort(model.rng.normal(0, 1, (4, 7))))], out_scale=0.25)
    x = model.add("Reshape", [x, model.constant([0, -1], np.int64)])
    x = model.add("MatMul", [x, model.weights((36, 5), 0.5, 3)])
    return model.bytes(model.quant(x, 1.0, 4))


def pt2():
    import warnings

    import torch
    from torch import nn

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            torch.manual_seed(0)
            self.conv = nn.Conv2d(2, 4, 3, padding=1, bias=False)
            self.fc = nn.Linear(36, 3, bias=False)

        def forward(self, x):
            def fake(x, scale):
                return torch.fake_quantize_per_tensor_affine(x, scale, 0, -128, 127)

            x = nn.functional.conv2d(fake(x, 0.25), fake(self.conv.weight, 0.125), padding=1)
            x = nn.functional.max_pool2d(x.relu(), 2, 2, 1, 2, ceil_mode=True)
            x = fake(x, 0.5).flatten(1)
            return fake(nn.functional.linear(x, fake(self.fc.weight, 0.125)), 0.5)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        buffer = io.BytesIO()
        torch.export.save(torch.export.export(Net().eval(), (torch.zeros(1, 2, 4, 4),)), buffer)
    return buffer.getvalue()


def mutated(data, rng):
    """A few random changes: bytes, numbers, and pieces cut out, repeated or moved."""
    data = bytearray(data)
    for _ in range(rng.choice([1, 1, 2, 4, 16])):
        at = rng.randrange(max(1, len(data)))
        match rng.randrange(6):
            case 0:
                data[at:at + 1] = bytes([rng.randrange(256)])
            case 1:
                data[at:at + 4] = struct.pack("<q", rng.choice(EXTREMES))[:4]
            case 2:
                del data[at:at + rng.choice([1, 4, 64])]
            case 3:
                data[at:at] = data[at:at + rng.choice([1, 4, 64])]
            case 4:
                other = rng.randrange(max(1, len(data)))
                data[at:at + 4] = data[other:other + 4]
            case 5:
                data[at:at + 1] = bytes([data[at] ^ (1 << rng.randrange(8))]) if data else b""
    return bytes(data[:rng.randrange(len(data))] if rng.random() < 0.05 else data)


def inside(data, rng):
    """Changes in the members of an archive, whose checksums are right again."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        names = [n for n in old.namelist() if n.endswith(".json") or "/weight_" in n]
        chosen = rng.choice(names)
        for name in old.namelist():
            content = old.read(name)
            if name == chosen:
                content = (numbers if name.endswith(".json") else mutated)(content, rng)
            new.writestr(name, content)
    return made.getvalue()


def numbers(text, rng):
    """JSON with one of its numbers, words or brackets exchanged."""
    parts = text.decode().split(" ")
    for _ in range(rng.choice([1, 1, 3])):
        at = rng.randrange(len(parts))
        parts[at] = rng.choice([f"{rng.choice(EXTREMES)}", "null", "[]", "{}", '"x"', "1e308",
                                *rng.choices(parts, k=6)]) + rng.choice(["", ",", "}", "]"])
    return " ".join(parts).encode()


def attempt(importer, data):
    """Import, run what is legal, and time it; whether it was imported."""
    start = time.monotonic()
    try:
        graph = importer(data).graph
    except GossamerError as error:
        text = str(error)
        assert "\n" not in text and text.endswith(".") and len(text) < 1500
        return False
    finally:
        assert time.monotonic() - start < PATIENCE
    ir.check(graph)
    if sum(kind.size for kind in graph.types().values()) < 1 << 16:
        graph.run(np.full((1, *graph.input.shape), graph.input.low))
    return True


KINDS = {"tflite": (tflite, import_tflite, mutated), "onnx": (onnx, import_onnx, mutated),
         "pt2": (pt2, import_pt2, inside), "pt2 archive": (pt2, import_pt2, mutated)}


def fuzz(importer, data, mutate, count, seed):
    assert attempt(importer, data)
    rng = random.Random(seed)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    faulthandler.dump_traceback_later(PATIENCE * 6, exit=True)
    try:
        imported = sum(attempt(importer, mutate(data, rng)) for _ in range(count))
    finally:
        faulthandler.cancel_dump_traceback_later()
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert (after - before) * 1024 < MEMORY
    assert 0 < imported < count


@pytest.mark.parametrize("kind", KINDS)
def test_a_few_mutated_files_are_refused_cleanly(kind):
    make, importer, mutate = KINDS[kind]
    fuzz(importer, make(), mutate, 60, 0)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(6))
@pytest.mark.parametrize("kind", KINDS)
def test_thousands_of_mutated_files_are_refused_cleanly(kind, part):
    make, importer, mutate = KINDS[kind]
    fuzz(importer, make(), mutate, 700, 1 + part)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["kws_ref_model.tflite", "pretrainedResnet_quant.tflite",
                                  "TFC_2W2A.onnx", "qkeras_jettagging.onnx"])
def test_mutated_reference_models_are_refused_cleanly(name):
    path = MODELS / name
    if not path.is_file():
        pytest.skip(f"{name} is not in $GOSSAMER_MODELS or ../shared/models")
    importer = import_tflite if name.endswith("tflite") else import_onnx
    fuzz(importer, path.read_bytes(), mutated, 300, 0)


@pytest.mark.parametrize("importer", [import_tflite, import_onnx, import_pt2])
@pytest.mark.parametrize("data", [b"", b"\0", b"TFL3", b"\x1c\0\0\0TFL3", b"\0" * 1000,
                                  b"PK\5\6" + b"\0" * 18, b"\xff" * 64])
def test_files_of_nothing_are_refused_cleanly(importer, data):
    assert not attempt(importer, data)
