"""Layer-wise pruning solves what it says, keeps to its sets, and needs no labels."""

import itertools

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import nn

from gossamer.compress import (
    Blocks,
    Irregular,
    Pattern,
    Recipe,
    RowColumn,
    TorchIntegers,
    qat,
)
from gossamer.compress.layerwise import (
    DAMPING,
    prune_layer,
    prune_network,
    quantize_layer,
    refit,
    windows,
)
from gossamer.compress.lower import lower
from gossamer.compress.projections import BlockProjection, FixedProjection
from gossamer.compress.qat import Network
from gossamer.compress.quantizers import Integers, Levels, SharedExponent, fit_scale
from gossamer.errors import GossamerError
from gossamer.importers.float_graph import FloatConv2d
from gossamer.importers.torch import trace


def problem(outputs, inputs, samples=200, seed=0):
    """Weights (outputs, inputs), and inputs (samples, inputs) that depend on each other."""
    generator = torch.Generator().manual_seed(seed)
    weight = torch.randn(outputs, inputs, generator=generator, dtype=torch.float64)
    mixing = torch.randn(inputs, inputs, generator=generator, dtype=torch.float64)
    x = torch.randn(samples, inputs, generator=generator, dtype=torch.float64) @ mixing
    return weight, x


def damped(x):
    """The samples with those that damping stands for, so that no other code has to know of it."""
    power = float(x.square().sum()) / x.shape[1]
    return torch.cat([x, (DAMPING * power) ** 0.5 * torch.eye(x.shape[1], dtype=x.dtype)])


def distance(x, weight, other):
    return float(((weight - other) @ x.T).square().sum())


def each(keep, shape):
    """Any ``keep`` weights of a layer."""
    return BlockProjection(torch.arange(torch.Size(shape).numel()).reshape(shape), keep)


def least_squares(x, weight, mask):
    """The reference: row by row, ``lstsq`` on the columns that are left."""
    x, result = damped(x), torch.zeros_like(weight)
    for row, (wanted, kept) in enumerate(zip(weight, mask > 0, strict=True)):
        result[row, kept] = torch.linalg.lstsq(x[:, kept], x @ wanted, driver="gelsd").solution
    return result


@pytest.mark.parametrize("samples", [200, 5], ids=["regular", "singular"])
def test_refitted_weights_are_the_least_squares_solution_on_their_mask(samples):
    weight, x = problem(6, 20, samples)
    mask = (torch.rand(6, 20, generator=torch.Generator().manual_seed(1)) < 0.4).double()
    mask[3] = 0  # an output that is lost
    mask[4] = mask[5]
    found = refit(weight, x.T @ x, mask)
    torch.testing.assert_close(found, least_squares(x, weight, mask), rtol=1e-8, atol=1e-8)
    assert torch.equal(prune_layer(weight, x.T @ x, FixedProjection(mask)) != 0, found != 0)


@pytest.mark.parametrize("samples", [200, 5], ids=["regular", "singular"])
def test_pruned_weights_are_the_least_squares_solution_on_their_mask(samples):
    weight, x = problem(8, 20, samples)
    found = prune_layer(weight, x.T @ x, each(40, (8, 20)))
    assert int((found != 0).sum()) == 40
    expected = least_squares(x, weight, found != 0)
    torch.testing.assert_close(found, expected, rtol=1e-8, atol=1e-8)


def test_the_zeros_are_near_the_best_of_all():
    """Every choice of half the weights is tried: on average ADMM loses little to the best one,
    and much less than magnitudes do."""
    best, admm, magnitude = [], [], []
    for seed in range(20):
        weight, x = problem(1, 8, seed=seed)
        errors = [
            distance(damped(x), weight, least_squares(x, weight, mask))
            for kept in itertools.combinations(range(8), 4)
            for mask in [torch.zeros(1, 8).index_fill(1, torch.tensor(kept), 1)]
        ]
        projection = each(4, (1, 8))
        for results, found in (
            (admm, prune_layer(weight, x.T @ x, projection)),
            (magnitude, refit(weight, x.T @ x, projection.mask(weight))),
        ):
            results.append(distance(damped(x), weight, found))
        best.append(min(errors))
    assert all(a >= b * (1 - 1e-9) for a, b in zip(admm, best, strict=True))
    assert sum(admm) < 1.3 * sum(best)
    assert sum(magnitude) > 1.5 * sum(admm)


def test_weights_compete_by_what_they_contribute():
    """A large weight of a small input goes before a small weight of a large one."""
    weight = torch.tensor([[8.0, 1.0]])
    found = prune_layer(weight, torch.diag(torch.tensor([0.01, 100.0])), each(1, (1, 2)))
    torch.testing.assert_close(found, torch.tensor([[0, 1]]).double())


def test_dead_inputs_lose_their_weights_first():
    weight, x = problem(4, 12)
    x[:, 5:9] = 0
    found = prune_layer(weight, x.T @ x, each(24, (4, 12)))
    assert not found[:, 5:9].any() and int((found != 0).sum()) == 24


def test_without_any_input_pruning_is_by_magnitude():
    weight, _ = problem(4, 12)
    projection = each(20, (4, 12))
    found = prune_layer(weight, torch.zeros(12, 12), projection)
    torch.testing.assert_close(found, projection.project(weight))


def test_damping_must_be_positive():
    weight, x = problem(2, 3)
    message = "^The damping of a Gram matrix must be positive, not 0.$"
    with pytest.raises(GossamerError, match=message):
        refit(weight, x.T @ x, torch.ones(2, 3), damping=0)


@pytest.mark.parametrize("quantizer", [Integers(7), Integers(1), Levels((1, 2, 4))], ids=str)
@pytest.mark.parametrize("seed", range(3))
def test_chosen_integers_are_legal_and_better_than_the_nearest(quantizer, seed):
    weight, x = problem(5, 12, seed=seed)
    weight[:, ::3] = 0
    weight[4] = 0
    codes, scale = quantize_layer(weight, x.T @ x, quantizer)
    assert quantizer.legal(codes) and not codes[weight == 0].any() and (scale > 0).all()
    steps = fit_scale(weight, quantizer)[:, None]
    nearest = distance(damped(x), weight, quantizer.codes(weight / steps) * steps)
    assert distance(damped(x), weight, codes * scale[:, None]) < 0.95 * nearest


def test_no_single_integer_could_be_better():
    weight, x = problem(3, 8)
    codes, scale = quantize_layer(weight, x.T @ x, Integers(3))
    found = distance(damped(x), weight, codes * scale[:, None])
    for row, column, value in itertools.product(range(3), range(8), range(-3, 4)):
        other = codes.clone()
        other[row, column] = value
        assert distance(damped(x), weight, other * scale[:, None]) >= found * (1 - 1e-9)


def test_integers_that_share_an_exponent_are_the_nearest():
    weight, x = problem(4, 8)
    quantizer = SharedExponent(4, torch.arange(4).repeat_interleave(8).reshape(4, 8))
    codes, scale = quantize_layer(weight, x.T @ x, quantizer)
    assert torch.equal(codes, quantizer.codes(weight / scale[:, None]))


@pytest.mark.parametrize("keys", [
    {},
    {"stride": (2, 1), "padding": (1, 0, 2, 1)},
    {"dilation": (1, 2), "groups": 2},
], ids=["plain", "padded", "grouped"])
def test_windows_times_weights_are_the_convolution(keys):
    generator = np.random.default_rng(0)
    groups = keys.get("groups", 1)
    node = FloatConv2d(
        name="a", x="x", shape=(1, 1, 6), bias=np.zeros(6, np.float32),
        weight=generator.standard_normal((6, 3, 2, 4 // groups)).astype(np.float32), **keys)
    x = torch.from_numpy(generator.standard_normal((5, 4, 7, 8)))
    weight = torch.from_numpy(node.weight).double()
    top, bottom, left, right = node.padding
    expected = F.conv2d(F.pad(x, (left, right, top, bottom)), weight.permute(0, 3, 1, 2), None,
                        node.stride, 0, node.dilation, groups)
    sums = windows(node, x) @ weight.reshape(groups, 6 // groups, -1).mT
    shape = (groups, 5, *expected.shape[2:], 6 // groups)
    found = sums.reshape(shape).permute(1, 0, 4, 2, 3).reshape(expected.shape)
    torch.testing.assert_close(found, expected)


class Model(nn.Module):
    """Convolutions, a depthwise one and a skip, then a linear layer."""

    def __init__(self):
        super().__init__()
        self.a = nn.Conv2d(2, 8, 3, padding=1)
        self.b = nn.Conv2d(8, 8, 3, padding=1, groups=8)
        self.c = nn.Conv2d(8, 8, 1)
        self.d = nn.Linear(8 * 12, 16)

    def forward(self, x):
        x = torch.relu(self.a(x))
        x = torch.relu(self.c(torch.relu(self.b(x))) + x)
        return self.d(F.max_pool2d(x, 2).flatten(1))


def network(structure, density=0.4, **keys):
    """A random network, samples in which pixels resemble their neighbours, and its sets."""
    torch.manual_seed(0)
    x = F.avg_pool2d(torch.randint(0, 17, (120, 2, 8, 10)) / 16, 3, 1)
    recipe = Recipe(name="test", structure=structure, density=density, whole_share=0.0, **keys)
    found = Network(trace(Model(), (2, 6, 8)), recipe, low=0, high=16, scale=1 / 16)
    return found, x, structure.projections(found.graph.weighted, recipe)


@pytest.mark.parametrize("structure, density", [
    (Irregular(), 0.4), (Blocks(), 0.4), (Pattern(2, 4), 1.0), (RowColumn((2, 2)), 0.4),
], ids=["irregular", "blocks", "pattern", "row-column"])
def test_pruned_networks_are_legal_and_near_the_whole_one(structure, density):
    net, x, projections = network(structure, density)
    wanted = net(x).detach()
    cut, _, _ = network(structure, density)
    with torch.no_grad():
        for name, projection in projections.items():
            cut.layer(name).mask.copy_(projection.mask(cut.layer(name).weight))
    calls = []
    errors = prune_network(net, x, projections, progress=lambda *call: calls.append(call))
    assert list(errors) == ["a", "b", "c", "d"] and all(0 <= e < 1 for e in errors.values())
    assert calls == [("layers", index, 4) for index in range(5)]
    for name, projection in projections.items():
        layer = net.layer(name)
        assert projection.legal(layer.weight.detach())
        assert torch.equal(layer.mask, (layer.weight != 0).float())
    variance = float((wanted - wanted.mean(dim=0)).square().mean())
    with torch.no_grad():
        error = float((net(x) - wanted).square().mean()) / variance
        magnitude = float((cut(x) - wanted).square().mean()) / variance
    assert error == pytest.approx(errors["d"], rel=1e-3)
    assert error < 0.2 * magnitude


def test_batches_make_no_difference():
    first, x, projections = network(Blocks())
    second, _, _ = network(Blocks())
    prune_network(first, x, projections)
    prune_network(second, x, projections, batch=7)
    for node in first.graph.weighted:
        torch.testing.assert_close(first.layer(node.name).weight, second.layer(node.name).weight,
                                   rtol=1e-4, atol=1e-5)


def test_a_whole_layer_makes_up_for_those_before_it():
    net, x, projections = network(Irregular())
    wanted = net(x).detach()
    last, before = projections.pop("d"), net.layer("d").weight.detach().clone()
    errors = prune_network(net, x, projections)
    refitted = net.layer("d").weight.detach().clone()
    assert refitted.all() and not last.legal(refitted)
    with torch.no_grad():
        net.layer("d").weight.copy_(before)
        kept = float((net(x) - wanted).square().mean())
    assert errors["d"] < 0.5 * kept / float((wanted - wanted.mean(dim=0)).square().mean())


def test_nothing_to_prune_changes_nothing():
    net, x, _ = network(Irregular())
    wanted = net(x).detach()
    errors = prune_network(net, x, {})
    torch.testing.assert_close(net(x), wanted, rtol=1e-4, atol=1e-4)
    assert max(errors.values()) < 1e-9


@pytest.mark.parametrize("keys", [
    {"weight_bits": 4}, {"weight_bits": 2, "levels": (1,)},
], ids=["int4", "ternary"])
def test_quantised_networks_are_graphs_of_the_integers_chosen(keys, monkeypatch):
    net, x, projections = network(Blocks(), 0.6, **keys)
    monkeypatch.delattr(qat, "fit_scale")  # the scales are those of the integers, not new ones
    prune_network(net, x, projections, quantize=True)
    chosen = {node.name: net.layer(node.name).codes().detach().clone()
              for node in net.graph.weighted}
    for name, projection in projections.items():
        assert projection.legal(chosen[name]) and chosen[name].any()
    net.freeze(x)
    graph = lower(net)
    for node in net.graph.weighted:
        assert np.array_equal(graph[f"{node.name}.sum"].weight, chosen[node.name].numpy())
    integers = graph.input.quantize(x.permute(0, 2, 3, 1).double().numpy())
    scores = graph.run(integers)
    assert np.array_equal(TorchIntegers(graph)(torch.from_numpy(integers)).numpy(), scores)
    assert np.array_equal(net(x.double()).detach().numpy(),
                          scores * net.scales[net.graph.output.name])


def test_samples_are_needed():
    net, x, projections = network(Blocks())
    message = "^There are no samples to prune with; give a few hundred.$"
    with pytest.raises(GossamerError, match=message):
        prune_network(net, x[:0], projections)
