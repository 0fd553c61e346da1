"""What trains is what the graph computes: every integer, for every kind of layer."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import nn

from gossamer import ir
from gossamer.compress import Recipe, TorchIntegers
from gossamer.compress.lower import lower
from gossamer.compress.qat import Network, encode_ratio
from gossamer.compress.train import train
from gossamer.importers.torch import trace

INT8 = Recipe(name="int8")
INT4 = Recipe(name="int4", weight_bits=4)
TERNARY = Recipe(name="ternary", weight_bits=2, levels=(1,))
NARROW = Recipe(name="narrow", weight_bits=3, activation_bits=5)


class Residual(nn.Module):
    """Two convolutions with a skip, then a projection with a second one."""

    def __init__(self):
        super().__init__()
        self.a = nn.Conv2d(2, 4, 3, padding=1)
        self.norm = nn.BatchNorm2d(4)
        self.b = nn.Conv2d(4, 4, 3, padding=1)
        self.c = nn.Conv2d(4, 6, 3, stride=2, padding=1)
        self.d = nn.Conv2d(4, 6, 1, stride=2)
        self.e = nn.Linear(6, 3)

    def forward(self, x):
        x = torch.relu(self.norm(self.a(x)))
        x = torch.relu(x + self.b(x))
        x = self.c(x) + self.d(x)
        return self.e(F.adaptive_avg_pool2d(x, 1).flatten(1))


class Pools(nn.Module):
    """Groups, a depthwise layer, both kinds of pool, uneven padding, clamps, a dilation."""

    def __init__(self):
        super().__init__()
        self.a = nn.Conv2d(2, 4, (3, 2), padding=(2, 1), groups=2)
        self.b = nn.Conv2d(4, 4, 3, padding="same", groups=4, dilation=2)
        self.c = nn.Conv2d(4, 4, 1)
        self.d = nn.Linear(24, 5)
        self.e = nn.Linear(5, 3)

    def forward(self, x):
        x = F.max_pool2d(torch.relu(self.a(x)), 2, stride=1)
        x = F.avg_pool2d(F.hardtanh(self.b(x)), 3, stride=2)
        x = F.relu6(self.c(x)).flatten(1)
        return self.e(torch.relu(self.d(x)))


class Convolutional(nn.Module):
    """Scores from a pooled convolution; the input is added to a sum."""

    def __init__(self):
        super().__init__()
        self.a = nn.Conv2d(2, 2, 3, padding=1)
        self.b = nn.Conv2d(2, 3, 1)

    def forward(self, x):
        return F.max_pool2d(self.b(x + self.a(x)), (6, 5)).flatten(1)


class Sum(nn.Module):
    """Scores from an addition of two branches."""

    def __init__(self):
        super().__init__()
        self.a = nn.Linear(60, 3)
        self.b = nn.Linear(60, 3)

    def forward(self, x):
        x = x.flatten(1)
        return self.a(x) + self.b(x)


def trained(kind, recipe, signed=False):
    """A network after one epoch with moving and one with exact scales, and its samples."""
    torch.manual_seed(0)
    low, high, scale = (-128, 127, 1 / 100) if signed else (0, 16, 1 / 16)
    module = kind()
    x = torch.randint(low, high + 1, (64, 2, 6, 5)) * scale
    y = torch.randint(0, 3, (64,))
    module(x)  # a batch norm sees something
    network = Network(trace(module, (2, 6, 5)), recipe, low=low, high=high, scale=scale)
    keys = {"epochs": 1, "batch": 16, "generator": torch.Generator().manual_seed(0)}
    train(network, (x, y), rate=1e-2, before_epoch=lambda _: network.fit(x), **keys)
    network.freeze(x)
    train(network, (x.double(), y), rate=1e-2, **keys)
    return network, x.double()


@pytest.mark.parametrize("recipe", [INT8, INT4, TERNARY, NARROW], ids=lambda r: r.name)
@pytest.mark.parametrize("kind, signed", [
    (Residual, False), (Residual, True), (Pools, False), (Pools, True), (Convolutional, True),
    (Sum, False),
])
def test_training_graph_and_oracle_give_the_same_integers(kind, signed, recipe):
    network, x = trained(kind, recipe, signed)
    graph = lower(network)
    integers = graph.input.quantize(x.permute(0, 2, 3, 1).numpy())
    golden = graph.trace(integers)
    for name, value in network.integers(x).items():
        value = value.permute(0, 2, 3, 1) if value.ndim == 4 else value
        assert np.array_equal(value.detach().numpy(), golden[name]), name
    scores = golden[graph.output.name]
    assert np.array_equal(TorchIntegers(graph)(torch.from_numpy(integers)).numpy(), scores)
    result = network(x).detach().numpy()
    assert np.array_equal(result, scores * network.scales[network.graph.output.name])
    assert scores.std() > 0


@pytest.mark.parametrize("kind", [Residual, Pools, Convolutional])
def test_integers_follow_the_real_model(kind):
    """Not exact, since rounding is what quantisation is; a wrong scale would be far off."""
    network, x = trained(kind, INT8)
    network.requires_grad_(False)
    real = network.real(x)[network.graph.output.name]
    error = (network(x) - real).abs().max() / real.abs().max()
    assert float(error) < 0.1


@pytest.mark.parametrize("kind", [Residual, Pools])
def test_every_weight_gets_a_gradient_through_the_rounding(kind):
    network, x = trained(kind, INT4)
    network.zero_grad()
    network(x).square().sum().backward()
    for name, parameter in network.named_parameters():
        if not name.endswith("gain"):
            assert parameter.grad.abs().sum() > 0, name


def test_the_input_gets_a_gradient_through_its_rounding():
    """Without one, an adversary of the integers would find nothing and they would look robust."""
    network, x = trained(Residual, INT8)
    x = x.clamp(0.1, 0.9).requires_grad_(True)
    F.cross_entropy(network(x), torch.zeros(len(x), dtype=torch.int64)).backward()
    assert bool((x.grad != 0).flatten(1).any(dim=1).all())


def test_ranges_are_those_of_the_value():
    network, _ = trained(Residual, INT8, signed=True)
    graph = lower(network)
    ranges = {node.name: (node.low, node.high) for node in graph
              if isinstance(node, (ir.Input, ir.Requantize, ir.Add))}
    assert ranges["x"] == (-128, 127)
    assert ranges["a"] == (0, 255)  # after ReLU
    assert ranges["b"] == (-32768, 32767)  # a residual branch
    assert ranges["add"] == (0, 255)
    assert ranges["e"] == (-32768, 32767)  # scores
    adds = [node for node in graph if isinstance(node, ir.Add)]
    assert [(node.a, node.b) for node in adds] == [("b", "a"), ("c", "d")]
    assert all(graph[node.a].scale == node.scale for node in adds)


def test_weights_absorb_the_rounding_of_the_multiplier():
    """The factor between two activations is exact: multiplier and shift lose nothing."""
    network, _ = trained(Pools, TERNARY)
    for node in network.graph.weighted:
        layer = network.layer(node.name)
        factor = layer.scale * network.scales[node.x] / network.scales[node.name]
        exact = layer.multiplier * torch.exp2(-layer.shift.double())
        torch.testing.assert_close(factor, exact, rtol=1e-15, atol=0)
        assert int(layer.multiplier.min()) >= 128 and int(layer.multiplier.max()) <= 255


def test_masked_weights_stay_zero():
    network, x = trained(Pools, INT8)
    layer = network.layer("d")
    layer.mask[:, ::2] = 0
    before = layer.weight.detach().clone()
    train(network, (x, torch.zeros(len(x), dtype=torch.int64)), epochs=1, rate=1e-2, batch=16,
          generator=torch.Generator())
    assert not torch.equal(layer.weight, before)
    weight = lower(network)["d.sum"].weight
    assert not weight[:, ::2].any() and weight[:, 1::2].any()


def test_learned_gains_change_scales_but_no_integer_weight():
    network, x = trained(Pools, INT4)
    layer = network.layer("b")
    codes, ratio = layer.codes().detach(), layer.ratio().detach()
    with torch.no_grad():
        layer.gain += 0.5
    torch.testing.assert_close(layer.ratio(), ratio * np.exp(0.5))
    real = layer.weight.detach().clone()
    network.fit(x)
    assert torch.equal(layer.codes(), codes) and not layer.gain.any()
    growth = (layer.weight / real).detach()
    assert float((growth / np.exp(0.5) - 1).abs().max()) < 0.01  # the multiplier's rounding


def test_ratios_have_eight_bits():
    rng = np.random.default_rng(0)
    ratio = torch.from_numpy(np.concatenate([
        np.exp(rng.uniform(np.log(1e-9), np.log(127), 10_000)),
        [255.4 / 2**9, 255.5 / 2**9, 255.9 / 2**9, 127.5, 1.0, 128 / 2**47],
    ]))
    multiplier, shift = encode_ratio(ratio)
    assert int(multiplier.min()) >= 128 and int(multiplier.max()) <= 255
    assert int(shift.min()) >= 1 and int(shift.max()) <= 47
    error = (multiplier * torch.exp2(-shift.double()) / ratio - 1).abs()
    assert float(error.max()) <= 1 / 256


def test_ratios_out_of_reach_saturate():
    multiplier, shift = encode_ratio(torch.tensor([1e-20, 1e6], dtype=torch.float64))
    assert multiplier.tolist() == [0, 255] and shift.tolist() == [47, 1]
