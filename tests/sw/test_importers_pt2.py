"""Programs of torch.export: integers equal what PyTorch computes with fake quantisers."""

import io
import json
import warnings
import zipfile

import numpy as np
import pytest
import torch
import torch.ao.quantization.fx._decomposed  # registers quantized_decomposed
from torch import nn
from torch.nn import functional

from gossamer import ir
from gossamer.errors import GossamerError
from gossamer.importers.pt2 import import_pt2

decomposed = torch.ops.quantized_decomposed


def saved(module, *shape):
    """The bytes of an exported program."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        program = torch.export.export(module.eval(), (torch.zeros(1, *shape),))
        buffer = io.BytesIO()
        torch.export.save(program, buffer)
    return buffer.getvalue()


def fake(x, scale, zero=0, low=-128, high=127):
    return torch.fake_quantize_per_tensor_affine(x, scale, zero, low, high)


class Fake(nn.Module):
    """Convolutions, a residual, pooling and a classifier with fake quantisers."""

    def __init__(self):
        super().__init__()
        torch.manual_seed(0)
        self.first = nn.Conv2d(3, 8, 3, padding=1)
        self.norm = nn.BatchNorm2d(8)
        self.second = nn.Conv2d(8, 8, 3, stride=2, padding=1, groups=2, bias=False)
        self.skip = nn.Conv2d(8, 8, 1, stride=2, bias=False)
        self.fc = nn.Linear(8 * 2 * 3, 5)
        nn.init.uniform_(self.norm.weight, 0.5, 2)
        nn.init.normal_(self.norm.running_mean)

    def weight(self, layer):
        scales = torch.full((len(layer.weight),), 2.0 ** -6)
        return torch.fake_quantize_per_channel_affine(
            layer.weight, scales, torch.zeros(len(scales), dtype=torch.int32), 0, -128, 127)

    def forward(self, x):
        x = fake(x, 2.0 ** -4, 3)
        x = functional.conv2d(x, self.weight(self.first), self.first.bias, padding=1)
        x = fake(self.norm(x).relu(), 2.0 ** -4, -128)
        y = fake(functional.conv2d(x, self.weight(self.second), None, 2, 1, 1, 2), 2.0 ** -4)
        z = fake(functional.conv2d(x, self.weight(self.skip), None, 2), 2.0 ** -5, 7)
        x = fake((y + z).relu(), 2.0 ** -3, 0, 0, 255)
        x = fake(functional.max_pool2d(x, 2), 2.0 ** -3, 0, 0, 255)
        x = x.flatten(1)
        x = functional.linear(x, fake(self.fc.weight, 2.0 ** -7), None)
        return fake(x, 2.0 ** -3)


class Decomposed(nn.Module):
    """Stored 8-bit weights, as PyTorch 2 Export quantisation leaves them."""

    def __init__(self):
        super().__init__()
        generator = torch.Generator().manual_seed(1)
        self.register_buffer("weight", torch.randint(-127, 128, (6, 4), generator=generator)
                             .to(torch.int8))
        self.register_buffer("scales", 2.0 ** torch.randint(-8, -5, (6,), generator=generator))
        self.register_buffer("zeros", torch.zeros(6, dtype=torch.int64))

    def forward(self, x):
        x = decomposed.quantize_per_tensor.default(x, 0.25, -5, -128, 127, torch.int8)
        x = decomposed.dequantize_per_tensor.default(x, 0.25, -5, -128, 127, torch.int8)
        weight = decomposed.dequantize_per_channel.default(
            self.weight, self.scales, self.zeros, 0, -128, 127, torch.int8)
        x = functional.linear(x, weight)
        x = decomposed.quantize_per_tensor.default(x, 0.125, 9, -128, 127, torch.int8)
        return decomposed.dequantize_per_tensor.default(x, 0.125, 9, -128, 127, torch.int8)


class Parts(nn.Module):
    """Branches side by side, and parts of images and vectors."""

    def __init__(self):
        super().__init__()
        torch.manual_seed(3)
        self.conv = nn.Conv2d(3, 4, 1, bias=False)
        self.fc = nn.Linear(60, 7, bias=False)
        self.last = nn.Linear(5, 4, bias=False)

    def forward(self, x):
        x = fake(x, 2.0 ** -4)
        y = fake(functional.conv2d(x, fake(self.conv.weight, 2.0 ** -7)), 2.0 ** -4)
        x = torch.cat([y, x[:, 1:, :, :]], 1)[:, :5, 1:-1, :]
        x = fake(functional.linear(x.flatten(1), fake(self.fc.weight, 2.0 ** -7)), 2.0 ** -3)
        x = functional.linear(x[:, 2:], fake(self.last.weight, 2.0 ** -7))
        return fake(x, 2.0 ** -3)


@pytest.mark.parametrize("module, shape", [
    (Fake(), (3, 8, 12)), (Decomposed(), (4,)), (Parts(), (3, 6, 3))],
    ids=["fake", "decomposed", "parts"])
def test_a_quantised_program_equals_pytorch(module, shape):
    graph = import_pt2(saved(module, *shape)).graph
    x = torch.randn((50, *shape), generator=torch.Generator().manual_seed(2)) * 3
    with torch.no_grad():
        wanted = module.eval()(x).numpy()
    reals = x.numpy().transpose(0, 2, 3, 1) if len(shape) == 3 else x.numpy()
    kind = graph.types()[graph.output.name]
    found = graph.run(graph.input.quantize(reals))
    assert np.array_equal((found - kind.zero) * kind.scale, wanted)
    assert len(np.unique(found)) > 20


def test_the_importer_does_not_load_torch(tmp_path):
    import subprocess
    import sys

    path = tmp_path / "net.pt2"
    path.write_bytes(saved(Decomposed(), 4))
    code = ("import sys, gossamer as gs\n"
            "gs.import_(sys.argv[1])\n"
            "sys.exit('torch was imported' if 'torch' in sys.modules else 0)")
    done = subprocess.run([sys.executable, "-c", code, path], check=False, capture_output=True,
                          text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_global_pooling_and_curves_equal_pytorch():
    class Net(nn.Module):
        def forward(self, x):
            x = fake(x, 0.25)
            x = fake(x.mean((2, 3)), 0.125)
            return fake(torch.tanh(x), 2.0 ** -7)

    graph = import_pt2(saved(Net(), 5, 4, 4)).graph
    x = torch.randn((40, 5, 4, 4), generator=torch.Generator().manual_seed(0))
    kind = graph.types()[graph.output.name]
    found = graph.run(graph.input.quantize(x.numpy().transpose(0, 2, 3, 1)))
    assert np.array_equal(found * kind.scale, Net()(x).numpy())
    assert any(isinstance(node, ir.SumPool) for node in graph)


class Lines(nn.Module):
    """Convolutions, batch norms and pools of (channels, length)."""

    def __init__(self):
        super().__init__()
        torch.manual_seed(0)
        self.first, self.norm = nn.Conv1d(4, 6, 3, padding=2, dilation=2), nn.BatchNorm1d(6)
        self.second = nn.Conv1d(6, 6, 3, stride=2, padding="valid", groups=6, bias=False)
        nn.init.uniform_(self.norm.weight, 0.5, 2)
        nn.init.normal_(self.norm.running_mean)

    def forward(self, x):
        x = fake(x, 2.0 ** -4, 3)
        x = functional.conv1d(x, fake(self.first.weight, 2.0 ** -6), self.first.bias, padding=2,
                              dilation=2)
        x = fake(self.norm(x).relu(), 2.0 ** -4, -128)
        x = fake(functional.max_pool1d(x, 3, 2, 1), 2.0 ** -4, -128)
        x = fake(functional.conv1d(x, fake(self.second.weight, 2.0 ** -6), None, 2, groups=6),
                 2.0 ** -5)
        x = fake(functional.avg_pool1d(x, 2, 1, 1), 2.0 ** -5)
        x = functional.max_pool2d(x.unsqueeze(2), (1, 2), 1).squeeze(2)
        return fake(functional.adaptive_avg_pool1d(x, 1), 2.0 ** -6).squeeze(-1)


class Pools(nn.Module):
    """Pools with padding, and the maximum of an image."""

    def forward(self, x):
        x = fake(x, 2.0 ** -4, 9)
        x = fake(functional.max_pool2d(x, 3, 2, 1), 2.0 ** -4, 9)
        x = fake(functional.avg_pool2d(x, (2, 3), (1, 2), (1, 1)), 2.0 ** -5, -60)
        return fake(x.amax((2, 3)), 2.0 ** -5, -60)


@pytest.mark.parametrize(("module", "shape"), [(Lines(), (4, 21)), (Pools(), (5, 9, 8))],
                         ids=["lines", "pools"])
def test_lines_and_pools_equal_pytorch(module, shape):
    graph = import_pt2(saved(module, *shape)).graph
    x = torch.randn((50, *shape), generator=torch.Generator().manual_seed(2)) * 2
    reals = np.moveaxis(x.numpy(), 1, -1)
    found = graph.run(graph.input.quantize(reals if len(shape) == 3 else reals[:, None]))
    kind = graph.types()[graph.output.name]
    with torch.no_grad():
        wanted = module.eval()(x).numpy()
    assert np.array_equal(((found - kind.zero) * kind.scale).reshape(50, -1),
                          wanted.reshape(50, -1))
    assert len(np.unique(found)) > 20


def test_the_greatest_score_is_left_to_the_host():
    class Net(Decomposed):
        def forward(self, x):
            return super().forward(x).argmax(1)

    made = import_pt2(saved(Net(), 4))
    assert made.classes and "is left to the host" in made.notes[-1]
    x = torch.randn((50, 4), generator=torch.Generator().manual_seed(2)) * 3
    with torch.no_grad():
        wanted = Net().eval()(x).numpy()
    assert np.array_equal(made.graph.run(made.graph.input.quantize(x.numpy())).argmax(1), wanted)


# ---------------------------------------------------------------- refusals


def refused(data):
    with pytest.raises(GossamerError) as caught:
        import_pt2(data)
    return str(caught.value)


class Framed(nn.Module):
    """An image padded on its own and turned; ``F.pad`` names the last axis first."""

    def __init__(self):
        super().__init__()
        torch.manual_seed(0)
        self.conv = nn.Conv2d(3, 4, 3, bias=False)

    def forward(self, x):
        x = functional.pad(fake(x, 2.0 ** -4, 3), (1, 0, 2, 1))
        x = functional.conv2d(x, fake(self.conv.weight, 2.0 ** -7))
        x = fake(x, 2.0 ** -3)
        return x.permute(0, 2, 3, 1)


def test_a_padded_image_equals_pytorch():
    module = Framed()
    graph = import_pt2(saved(module, 3, 6, 7)).graph
    x = np.random.default_rng(0).integers(-128, 128, (200, 6, 7, 3))
    real = torch.tensor((x - 3) / 16, dtype=torch.float32).permute(0, 3, 1, 2)
    with torch.no_grad():
        assert np.array_equal(graph.run(x) / 8, module(real).numpy())


@pytest.mark.parametrize("pool", [
    lambda x: functional.avg_pool2d(x, 3, 2, 1, ceil_mode=True, count_include_pad=False),
    lambda x: functional.avg_pool2d(x, (2, 3), (1, 2), (0, 1), ceil_mode=True),
    lambda x: functional.avg_pool2d(x, 3, 1, 1, count_include_pad=False),
    lambda x: functional.max_pool2d(x, 3, 2, 1, ceil_mode=True),
    lambda x: functional.max_pool2d((x * 0.75).relu(), 2) - 1.5,
    lambda x: functional.max_pool2d(x, 2, (1, 3), 1, dilation=(3, 2), ceil_mode=True),
    lambda x: x[:, :, 1::2, :7:3]])
def test_pools_equal_pytorch(pool):
    class Net(nn.Module):
        def forward(self, x):
            return fake(pool(fake(x, 2.0 ** -4, 3)), 0.0521, -7)

    graph = import_pt2(saved(Net(), 3, 6, 8)).graph
    x = np.random.default_rng(0).integers(-128, 128, (200, 6, 8, 3))
    real = torch.tensor((x - 3) / 16, dtype=torch.float32).permute(0, 3, 1, 2)
    with torch.no_grad():
        wanted = Net()(real).numpy().transpose(0, 2, 3, 1)
    assert np.array_equal(graph.run(x), np.rint(wanted / np.float32(0.0521)) - 7)


def test_a_program_in_floating_point_is_refused():
    assert refused(saved(nn.Sequential(nn.Linear(4, 3)), 4)) == (
        "Node 'linear' (Gemm) has weights that are not quantised; quantise them with Quant or "
        "DequantizeLinear.")


def test_an_unknown_operator_is_named():
    class Net(nn.Module):
        def forward(self, x):
            return functional.gelu(fake(x, 0.25))

    assert refused(saved(Net(), 4)) == "Node 'gelu' (aten.gelu) is not supported; use relu."


def test_a_division_that_rounds_is_named():
    class Net(nn.Module):
        def forward(self, x):
            return fake(torch.div(fake(x, 0.25), 3, rounding_mode="floor"), 0.25)

    assert refused(saved(Net(), 4)) == (
        "Node 'div' (aten.div) rounds what it divides; quantise after it.")


def rewritten(data, change):
    """The archive with its graph changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename.endswith(".json"):
                keys = json.loads(content)
                change(info.filename, keys)
                content = json.dumps(keys).encode()
            new.writestr(info.filename, content)
    return made.getvalue()


def test_pickled_weights_are_refused_without_unpickling():
    def pickled(name, keys):
        if name.endswith("weights_config.json"):
            for entry in keys["config"].values():
                entry["use_pickle"] = True

    assert "is a tensor that is pickled, and unpickling may execute code" in refused(
        rewritten(saved(Decomposed(), 4), pickled))


def test_a_tensor_beyond_its_storage_is_refused():
    def stretched(name, keys):
        if name.endswith("weights_config.json"):
            for entry in keys["config"].values():
                entry["tensor_meta"]["strides"] = [{"as_int": 1000}] * len(
                    entry["tensor_meta"]["sizes"])

    assert "damaged" in refused(rewritten(saved(Decomposed(), 4), stretched))


def test_what_a_file_says_stays_on_one_line():
    def renamed(name, keys):
        if name.endswith("model.json"):
            keys["graph_module"]["graph"]["nodes"][0]["target"] = "torch.ops.a\nb.c\td"

    message = refused(rewritten(saved(Decomposed(), 4), renamed))
    assert message.startswith("Node 'quantize_per_tensor' (a?b.c?d) is not supported; use only")


def test_another_schema_or_file_is_refused():
    def newer(name, keys):
        if name.endswith("model.json"):
            keys["schema_version"]["major"] = 99

    assert "has schema version 99, and 8 is read" in refused(
        rewritten(saved(Decomposed(), 4), newer))
    assert "is not a program of torch.export" in refused(b"nothing")
