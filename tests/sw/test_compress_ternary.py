"""Ternary rules: their thresholds, scales and gradients, and the same integers everywhere."""

import itertools
import math

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import nn

from gossamer.compress import Recipe, TorchIntegers
from gossamer.compress.lower import lower
from gossamer.compress.qat import Network
from gossamer.compress.quantizers import Integers, Nonzero, fit_scale
from gossamer.compress.ternary import (
    AbsMean,
    Expansion,
    Learned,
    LearnedThreshold,
    MaxThreshold,
    MeanThreshold,
    NestedThresholds,
    normal_scale,
)
from gossamer.compress.train import train
from gossamer.importers.torch import trace

RULES = [MaxThreshold(), MaxThreshold(0.2), MeanThreshold(), AbsMean(), Learned(), Expansion(),
         Expansion((0.05, 0.1, 0.15, 0.2), 4), Nonzero(3)]


def normal(*shape, seed=1):
    return torch.from_numpy(np.random.default_rng(seed).standard_normal(shape))


@pytest.mark.parametrize("rule, threshold, scale", [
    (MaxThreshold(0.3), lambda w: 0.3 * max(w), lambda w, t: np.mean([v for v in w if v >= t])),
    (MeanThreshold(), lambda w: 0.7 * np.mean(w), lambda w, t: np.mean([v for v in w if v >= t])),
    (AbsMean(), lambda w: 0.5 * np.mean(w), lambda w, t: np.mean(w)),
], ids=["max", "mean", "absmean"])
def test_thresholds_and_scales_are_those_of_the_papers(rule, threshold, scale):
    weight = normal(6, 5, 4)
    weight[:, 0] = 0  # pruned
    weight[1] *= 100
    found, codes = fit_scale(weight, rule), rule.codes(weight)
    for row, its, code in zip(weight, found, codes, strict=True):
        magnitudes = [abs(v) for v in row.reshape(-1).tolist() if v]
        border = threshold(magnitudes)
        assert float(its) == pytest.approx(scale(magnitudes, border), rel=1e-12)
        expected = [math.copysign(1, v) if v and abs(v) >= border else 0
                    for v in row.reshape(-1).tolist()]
        assert code.reshape(-1).tolist() == expected
    assert rule.legal(codes) and 0 < float(codes.abs().mean()) < 0.8


@pytest.mark.parametrize("rule", [*RULES, Integers(1)], ids=str)
def test_codes_do_not_depend_on_the_scale_of_the_weights(rule):
    """With a power of two, for which no product is rounded."""
    weight = normal(6, 40).float()
    factor = torch.tensor([2.0, 0.25, 8, 1, 1 / 64, 4])[:, None]
    scale = fit_scale(weight, make(rule, weight))[:, None]
    other = fit_scale(weight * factor, make(rule, weight * factor))[:, None]
    if isinstance(rule, Learned):  # of a whole layer
        factor = torch.tensor(4.0)
        other = fit_scale(weight * factor, make(rule, weight * factor))[:, None]
    first, second = make(rule, weight), make(rule, weight * factor)
    first.fit(weight), second.fit(weight * factor)
    assert torch.equal(first.codes(weight / scale), second.codes(weight * factor / other))
    torch.testing.assert_close(other, scale * factor, rtol=1e-6, atol=0)


def make(rule, weight):
    return rule if isinstance(rule, Integers) else rule.quantizer(weight)


# The learned threshold.

@pytest.mark.parametrize("mean, deviation, threshold", [
    (0, 1, 0.7), (0.3, 0.5, 0.2), (-0.2, 2, 3.1), (1, 0.4, 1e-6), (0, 1, 5.0),
])
def test_the_closed_form_is_the_mean_magnitude_of_normal_weights(mean, deviation, threshold):
    x = np.linspace(mean - 12 * deviation, mean + 12 * deviation, 2_000_001)
    density = np.exp(-((x - mean) / deviation) ** 2 / 2)
    beyond = np.abs(x) >= threshold
    expected = (np.abs(x) * density)[beyond].sum() / density[beyond].sum()
    weights = torch.tensor([mean - deviation, mean + deviation], dtype=torch.float64)
    found = normal_scale(torch.tensor(threshold, dtype=torch.float64), weights)
    assert float(found) == pytest.approx(expected, rel=1e-5)


def test_the_scale_of_a_threshold_beyond_all_weights_is_the_threshold():
    found = normal_scale(torch.tensor(1e3, dtype=torch.float64), normal(50))
    assert float(found) == 1e3
    assert float(normal_scale(torch.tensor(2.0), torch.ones(4))) == 1


def test_the_factor_is_one_and_has_the_gradient_of_the_scale():
    steps = normal(8, 30).float()
    quantizer = LearnedThreshold(0.7)
    quantizer.fit(steps)
    factor = quantizer.factor(steps)
    assert float(factor.detach()) == 1.0 and factor.dtype == steps.dtype
    factor.backward()
    border, weights = float(quantizer.threshold), steps.double().reshape(-1)

    def log_scale(growth):
        at = torch.tensor(border * math.exp(growth), dtype=torch.float64)
        return math.log(float(normal_scale(at, weights)))

    slope = (log_scale(1e-5) - log_scale(-1e-5)) / 2e-5
    assert float(quantizer.growth.grad) == pytest.approx(slope, rel=1e-4) and slope > 0


def test_taking_in_what_was_learned_changes_no_code():
    weight = normal(8, 30)
    weight[:, :10] = 0
    quantizer = Learned().quantizer(weight)
    scale = fit_scale(weight, quantizer)
    assert bool((scale == scale[0]).all())
    with torch.no_grad():
        quantizer.growth.add_(0.4)
    before = quantizer.codes(weight / scale[:, None])
    factor = quantizer.follow(weight / scale[:, None])
    assert float(factor) > 1.01 and quantizer.growth.item() == 0
    scale = scale * factor
    assert torch.equal(quantizer.codes(weight / scale[:, None]), before)
    assert 0 < int((before != 0).sum()) < 8 * 20
    # Nothing more has been learned.
    assert float(quantizer.follow(weight / scale[:, None])) == pytest.approx(1, abs=1e-12)


# Nested planes.

def test_the_values_of_states_are_the_best_small_integers():
    weight = normal(3, 50)
    rule = Expansion((0.1, 0.4), 3)
    quantizer = rule.quantizer(weight)
    errors = {}
    for levels in itertools.combinations((1, 2, 3), 2):
        other = NestedThresholds(rule.shares, levels)
        scale = other.fit(weight)[:, None]
        errors[levels] = float(((other.codes(weight) * scale - weight) ** 2).sum())
    assert quantizer.levels == min(errors, key=errors.__getitem__)
    peak = weight.abs().amax(dim=1, keepdim=True)
    state = (weight.abs() >= 0.1 * peak).int() + (weight.abs() >= 0.4 * peak).int()
    table = torch.tensor((0, *quantizer.levels), dtype=weight.dtype)
    assert torch.equal(quantizer.codes(weight), table[state] * weight.sign())
    assert quantizer.legal(quantizer.codes(weight)) and not quantizer.legal(weight)


@pytest.mark.parametrize("seed", range(3))
def test_two_planes_are_nearer_than_one_at_the_same_first_threshold(seed):
    weight = normal(16, 64, seed=seed)

    def error(quantizer):
        scale = fit_scale(weight, quantizer)[:, None]
        return float(((quantizer.codes(weight) * scale - weight) ** 2).sum())

    assert error(Expansion((0.1, 0.4)).quantizer(weight)) < 0.6 * error(MaxThreshold(0.1))


# Survivors without zero.

@pytest.mark.parametrize("bits", [1, 2, 3, 7])
def test_no_survivor_is_zero(bits):
    weight = normal(6, 60)
    weight[:, ::3] = 0
    quantizer = Nonzero(bits)
    scale = fit_scale(weight, quantizer)[:, None]
    codes = quantizer.codes(weight / scale)
    assert torch.equal(codes == 0, weight == 0) and quantizer.legal(codes)
    assert not quantizer.legal(codes + 2 * quantizer.limit)
    assert float(codes.abs().max()) <= 2 ** (bits - 1)
    levels = torch.arange(1, 2 ** (bits - 1) + 1).double()
    nearest = ((weight / scale).abs()[..., None] - levels).abs().argmin(dim=-1) + 1
    assert torch.equal(codes.abs()[weight != 0], nearest[weight != 0].double())
    grid = torch.stack([((quantizer.codes(weight / s) * s - weight) ** 2).sum(dim=1)
                        for s in np.linspace(0.02, 4, 400)]).amin(dim=0)
    assert bool((((codes * scale - weight) ** 2).sum(dim=1) <= grid * 1.02).all())


def test_the_scale_of_a_layer_is_the_best_of_all():
    weight = normal(6, 60) * torch.arange(1, 7)[:, None]
    weight[:, ::3] = 0
    quantizer = Nonzero(2, shared=True)
    scale = fit_scale(weight, quantizer)
    assert scale.shape == (6,) and bool((scale == scale[0]).all())

    def error(scale: float) -> float:
        return float(((quantizer.codes(weight / scale) * scale - weight) ** 2).sum())

    assert error(float(scale[0])) <= min(map(error, np.linspace(0.02, 12, 1200))) * 1.001


# In training.

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Conv2d(1, 4, 3, padding=1)
        self.b = nn.Conv2d(4, 4, 3, padding=1)
        self.c = nn.Linear(64, 3)

    def forward(self, x):
        x = torch.relu(self.a(x))
        return self.c(torch.relu(x + self.b(x)).flatten(1))


def trained(rule, epochs=2):
    torch.manual_seed(0)
    x = torch.randint(0, 17, (32, 1, 4, 4)) / 16
    y = torch.randint(0, 3, (32,))
    recipe = Recipe(name="mine", weight_bits=rule.weight_bits)
    network = Network(trace(Net(), (1, 4, 4)), recipe, low=0, high=16, scale=1 / 16)
    for node in network.graph.weighted:
        layer = network.layer(node.name)
        layer.mask[::2, ..., 1:2] = 0
        layer.quantizer = rule.quantizer(layer.masked())
    keys = {"batch": 16, "generator": torch.Generator().manual_seed(0), "weight_decay": 0.01}
    train(network, (x, y), rate=1e-2, epochs=epochs, before_epoch=lambda _: network.fit(x), **keys)
    network.freeze(x)
    train(network, (x.double(), y), rate=1e-2, epochs=1, **keys)
    return network, x.double(), y


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_what_trains_is_what_the_graph_computes(rule):
    network, x, _ = trained(rule)
    graph = lower(network)
    integers = graph.input.quantize(x.permute(0, 2, 3, 1).numpy())
    scores = graph.trace(integers)[graph.output.name]
    assert np.array_equal(TorchIntegers(graph)(torch.from_numpy(integers)).numpy(), scores)
    scale = network.scales[network.graph.output.name]
    assert np.array_equal(network(x).detach().numpy(), scores * scale) and scores.std() > 0
    for node in network.graph.weighted:
        layer = network.layer(node.name)
        codes = layer.codes().detach()
        assert layer.quantizer.legal(codes) and bool(codes.any())
        assert not codes[layer.mask == 0].any()


def test_thresholds_learn_until_the_scales_are_frozen():
    network, x, y = trained(Learned(), epochs=0)
    layer = network.layer("b")
    assert not layer.quantizer.growth.requires_grad
    torch.manual_seed(0)
    other = Network(network.graph, network.recipe, low=0, high=16, scale=1 / 16)
    layer = other.layer("b")
    layer.quantizer = Learned().quantizer(layer.masked())
    other.fit(x.float())
    before = other(x.float())
    F.cross_entropy(before, y).backward()
    assert float(layer.quantizer.growth.grad) != 0
    with torch.no_grad():
        layer.quantizer.growth.add_(-0.3)
        codes, scale = layer.codes(), layer.scale.clone()
        layer.follow()
    assert torch.equal(layer.codes(), codes)
    assert bool((layer.scale < scale * 0.99).all())  # a lower threshold, a lower mean beyond it


@pytest.mark.parametrize("rule, problem", [
    (MaxThreshold(0), "the threshold's share must be positive, not 0"),
    (Learned(-1), "the threshold's share must be positive, not -1"),
    (Expansion((0.2, 0.1)), "thresholds must ascend between 0 and 1, not (0.2, 0.1)"),
    (Expansion((0.1, 0.2, 0.3, 0.4), 3),
     "integers of 3 bits, which must be 2 to 5, cannot hold 4 magnitudes"),
    (Nonzero(8), "survivors have 1 to 7 bits, not 8"),
])
def test_an_impossible_rule_says_why(rule, problem):
    assert rule.problem() == problem


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_a_rule_is_a_value(rule):
    assert rule.problem() == "" and rule == type(rule)(**rule.__dict__)
    assert make(rule, normal(4, 9)).limit < 1 << rule.weight_bits - 1
