"""Budgets are met at the planner's own prices, and no layer is pruned short of its break-even."""

import copy
from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import nn

import gossamer_boards
from gossamer import ir
from gossamer.compress import (
    Blocks,
    FixedMask,
    Irregular,
    KernelPatterns,
    Pattern,
    PeriodicKernels,
    Recipe,
    budget,
)
from gossamer.compress.budget import Budget, share_out
from gossamer.compress.lower import lower
from gossamer.compress.qat import Network
from gossamer.compress.train import accuracy, scores, train
from gossamer.errors import GossamerError
from gossamer.importers.torch import trace
from gossamer.plan import Geometry, make, plan
from gossamer.plan.energy import EnergyModel

TARGET = gossamer_boards.get("icebreaker").target
ARRAY = Geometry(port=64, format="block-bitmap")
BLOCKS = Recipe(name="blocks", weight_bits=4, structure=Blocks())


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3)
        self.hidden = nn.Linear(36, 16)
        self.linear = nn.Linear(16, 2)

    def forward(self, x):
        x = torch.relu(self.conv(x)).flatten(1)
        return self.linear(torch.relu(self.hidden(x)))


@pytest.fixture(scope="module")
def strokes():
    """Images of 5 x 5 with a horizontal or vertical stroke, for training and validation."""
    rng = np.random.default_rng(0)
    y = rng.integers(0, 2, 240)
    x = rng.uniform(0, 0.5, (240, 5, 5)).astype(np.float32)
    for image, vertical in zip(x, y, strict=True):
        (image.T if vertical else image)[rng.integers(0, 5)] += 0.5
    samples = torch.from_numpy(x)[:, None], torch.from_numpy(y)
    return tuple(part[:120] for part in samples), tuple(part[120:] for part in samples)


@pytest.fixture(scope="module")
def trained(strokes):
    torch.manual_seed(0)
    module = Net()
    train(module, strokes[0], epochs=30, rate=1e-2, batch=20,
          generator=torch.Generator().manual_seed(0))
    assert accuracy(scores(module, strokes[1][0]), strokes[1][1]) > 0.9
    return trace(module, (1, 5, 5))


def network(graph, recipe=BLOCKS):
    return Network(graph, recipe, low=0, high=255, scale=1 / 255)


def pruned(net, samples, densities):
    """The integer graph and the float network with the recipe's own masks at some densities."""
    recipe = replace(net.recipe, density=1.0, layer_densities=densities)
    sets = recipe.structure.projections(net.graph.weighted, recipe)
    masks = {name: sets[name].mask(net.layer(name).weight) for name in sets}
    exact, real = copy.deepcopy(net), copy.deepcopy(net)
    exact.freeze(samples[0])
    for name, mask in masks.items():
        real.layer(name).mask.copy_(mask)
    graph = ir.Graph(tuple(
        replace(node, weight=node.weight * masks[node.name.removesuffix(".sum")].numpy().astype(
            np.int8)) if node.name.removesuffix(".sum") in masks
        and isinstance(node, ir.Weighted) else node
        for node in lower(exact)))
    return graph, real


@pytest.mark.parametrize(("structure", "geometry", "objective", "share"), [
    (Blocks(), None, "cycles", 0.7),
    (Blocks(), ARRAY, "bits", 0.7),
    (Blocks(), ARRAY, "energy", 0.7),
    (Irregular(), Geometry(port=64, format="run-length4"), "cycles", 0.95),
    (Irregular(), Geometry(port=64, format="run-length4"), "bits", 0.7),
])
def test_a_share_is_met_at_the_prices_of_a_plan(strokes, trained, structure, geometry, objective,
                                                 share):
    valid = strokes[1]
    net = network(trained, replace(BLOCKS, structure=structure))
    found = share_out(net, valid, Budget(target=TARGET, objective=objective, share=share,
                                         geometry=geometry))
    assert found.cost <= share * found.dense_cost

    graph, real = pruned(net, valid, found.layer_densities)
    whole = plan(graph, TARGET, geometry)
    price = {"cycles": whole.cycles, "bits": whole.packed_bits,
             "energy": EnergyModel().inference(whole)}
    assert found.cost == price[objective]
    assert (found.plan.geometry, found.plan.layers) == (whole.geometry, whole.layers)
    dense = plan(pruned(net, valid, {})[0], TARGET, geometry)
    assert found.dense_cost == {"cycles": dense.cycles, "bits": dense.packed_bits,
                                "energy": EnergyModel().inference(dense)}[objective]
    result = scores(real, valid[0])
    assert found.loss == float(nn.functional.cross_entropy(result, valid[1]))
    assert found.accuracy == accuracy(result, valid[1])

    # Every layer that is pruned is beyond its break-even.
    for node in graph:
        if isinstance(node, ir.Weighted):
            name = node.name.removesuffix(".sum")
            mask = real.layer(name).mask
            if found.layer_densities[name] < 1:
                assert found.break_even[name].pays(float(mask.double().mean()))
            else:
                assert mask.all()


def test_points_are_kept_and_more_of_them_buy_more(strokes, trained):
    valid, net = strokes[1], network(trained)
    costs = []
    for points in (0, 2, 10, 40):
        found = share_out(net, valid, Budget(
            target=TARGET, objective="bits", geometry=ARRAY, points=points))
        assert 100 * (found.dense_accuracy - found.accuracy) <= points + 1e-9
        result = scores(pruned(net, valid, found.layer_densities)[1], valid[0])
        assert accuracy(result, valid[1]) == found.accuracy
        costs.append(found.cost / found.dense_cost)
    assert costs == sorted(costs, reverse=True) and costs[-1] < costs[0] <= 1


class One(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(64, 8)

    def forward(self, x):
        return self.linear(x)


def test_the_last_step_is_bisected():
    torch.manual_seed(0)
    samples = torch.rand(20, 64), torch.randint(0, 8, (20,))
    net = network(trace(One(), (64,)))
    wanted = Budget(target=TARGET, objective="bits", geometry=ARRAY, share=0.55)
    found = share_out(net, samples, wanted)
    density = found.layer_densities["linear"]

    def bits(density):
        graph, _ = pruned(net, samples, {"linear": density})
        return make(graph, TARGET, found.plan.geometry).packed_bits

    goal = 0.55 * found.dense_cost
    assert bits(density) == found.cost <= goal
    step = density / wanted.step - density        # at least as long as the last one
    assert bits(density + step / 2 ** 4) > goal


class Two(nn.Module):
    """Two layers; three quarters of the inputs, with smaller weights, are always zero."""

    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(32, 32)
        self.linear = nn.Linear(32, 8)
        with torch.no_grad():
            self.hidden.weight[:, 8:] /= 4

    def forward(self, x):
        return self.linear(torch.relu(self.hidden(x)))


def test_what_does_not_count_goes_first():
    torch.manual_seed(0)
    module = Two()
    x = torch.rand(50, 32)
    x[:, 8:] = 0
    with torch.no_grad():
        y = module(x).argmax(dim=1)
    net = network(trace(module, (32,)))
    found = share_out(net, (x, y), Budget(
        target=TARGET, objective="bits", geometry=ARRAY, share=0.5))
    assert found.layer_densities["hidden"] < 0.5 and found.layer_densities["linear"] == 1
    assert found.accuracy == found.dense_accuracy == 1
    assert found.loss == pytest.approx(found.dense_loss, abs=1e-6)


@pytest.mark.parametrize("density", [1 / 2, None])
def test_layers_short_of_their_break_even_are_set_back_and_others_pay(
    strokes, trained, monkeypatch, density
):
    valid, net = strokes[1], network(trained)
    wanted = Budget(target=TARGET, share=0.97, geometry=ARRAY)
    free = share_out(net, valid, wanted)
    assert free.layer_densities["hidden"] < 1 and not free.restored
    real = budget.break_even

    def moved(graph, node, *rest, **keys):
        found = real(graph, node, *rest, **keys)
        return replace(found, density=density) if node.name == "hidden.sum" else found

    monkeypatch.setattr(budget, "break_even", moved)
    for share in (0.97, 0.95, 0.9):
        found = share_out(net, valid, replace(wanted, share=share))
        hidden = found.layer_densities["hidden"]
        assert found.cost <= share * found.dense_cost
        # Of the 36 blocks of that layer.
        assert hidden == 1 or density is not None and round(36 * hidden) <= 36 * density
        assert found.restored == (("hidden",) if hidden == 1 else ())
        assert hidden < 1 or min(found.layer_densities.values()) < 1


def test_the_answer_is_repeated_and_the_network_is_left_alone(strokes, trained):
    valid, net = strokes[1], network(trained)
    before = copy.deepcopy(net.state_dict())
    calls = []
    wanted = Budget(target=TARGET, objective="bits", geometry=ARRAY, share=0.6)
    first = share_out(net, valid, wanted, progress=lambda *call: calls.append(call))
    second = share_out(net, valid, wanted)
    assert first.layer_densities == second.layer_densities
    assert (first.cost, first.loss) == (second.cost, second.loss)
    assert not net.quantized
    assert all((net.state_dict()[key] == value).all() for key, value in before.items())
    assert calls[-1] == ("budget", 100, 100) and len(calls) > 3
    assert {(stage, total) for stage, _, total in calls} == {("budget", 100)}
    assert all(0 <= done <= 100 for _, done, _ in calls)


def test_a_share_out_of_reach_is_refused_with_the_least_that_was_found(strokes, trained):
    with pytest.raises(GossamerError, match=r"The cycles cannot fall to 1\.0% of the dense "
                                            r"model's: \d+\.\d% is the least"):
        share_out(network(trained), strokes[1], Budget(
            target=TARGET, share=0.01, geometry=ARRAY))


def test_of_a_pattern_each_layer_gets_a_number_that_the_budget_affords(strokes, trained):
    net = network(trained, replace(BLOCKS, structure=Pattern(1, 8), rows=8, columns=8))
    array = Geometry(port=64, format="run-length4")
    kept = []
    for share in (0.9, 0.6, 0.45):
        found = share_out(net, strokes[1], Budget(
            target=TARGET, objective="bits", geometry=array, share=share))
        graph, real = pruned(net, strokes[1], found.layer_densities)
        assert found.cost == plan(graph, TARGET, array).packed_bits <= share * found.dense_cost
        counts = {}
        for name, density in found.layer_densities.items():
            mask = real.layer(name).mask.reshape(len(real.layer(name).mask), -1)
            n = max(1, round(8 * density))
            groups = torch.split(mask, 8, dim=1)
            assert all(bool((group.sum(dim=1) == min(n, group.shape[1])).all()) for group in groups)
            counts[name] = n
        kept.append(counts)
    assert kept[0]["hidden"] > kept[-1]["hidden"] and 1 < kept[1]["hidden"] < 8


class Kernels(nn.Module):
    """Two convolutions of equal cost that may have patterns."""

    def __init__(self):
        super().__init__()
        self.first, self.second = nn.Conv2d(1, 8, 3), nn.Conv2d(8, 8, 3, padding=1)
        self.third = nn.Conv2d(8, 8, 3, padding=1)
        self.linear = nn.Linear(8 * 9, 2)

    def forward(self, x):
        x = torch.relu(self.second(torch.relu(self.first(x))))
        return self.linear(torch.relu(self.third(x)).flatten(1))


@pytest.mark.parametrize("structure", [
    PeriodicKernels((0b000_011_011, 0b000_110_110, 0b011_011_000, 0b110_110_000), 4, 4),
    KernelPatterns(filters=4, channels=4),
], ids=["periodic", "chosen"])
def test_a_layer_has_patterns_of_kernels_or_is_dense_as_the_budget_says(strokes, structure):
    torch.manual_seed(0)
    x, y = strokes[0]
    net = network(trace(Kernels(), (1, 5, 5)), replace(BLOCKS, structure=structure))
    board = gossamer_boards.get("ulx3s").target
    wanted = Budget(target=board, objective="bits", geometry=ARRAY, share=0.85)
    found = share_out(net, (x, y), wanted)

    def loss(name):
        dense = {node.name: 1.0 for node in net.graph.weighted}
        real = pruned(net, (x, y), dense | {name: 0.5})[1]
        return float(nn.functional.cross_entropy(scores(real, x), y))

    (name,) = (name for name, density in found.layer_densities.items() if density < 1)
    assert name == min(("second", "third"), key=loss) and found.loss == loss(name)
    graph, real = pruned(net, (x, y), found.layer_densities)
    assert real.layer(name).mask.reshape(8, 9, 8).sum(dim=1).unique().tolist() == [4]
    assert found.cost == plan(graph, board, ARRAY).packed_bits <= 0.85 * found.dense_cost


def test_a_structure_that_leaves_no_choice_is_refused(strokes, trained):
    recipe = replace(BLOCKS, structure=FixedMask({}))
    with pytest.raises(GossamerError, match="'blocks' has a structure that says what every layer"):
        share_out(network(trained, recipe), strokes[1], Budget(target=TARGET, share=0.5))


@pytest.mark.parametrize(("keys", "rule"), [
    ({}, "it needs either a share or points"),
    ({"share": 0.5, "points": 1}, "it needs either a share or points"),
    ({"share": 0}, "the share must be above 0 and at most 1, not 0"),
    ({"points": -1}, "the points must be 0 to 100, not -1"),
    ({"share": 0.5, "objective": "area"}, "the objective must be cycles, bits or energy"),
    ({"share": 0.5, "step": 1}, "step must be between 0 and 1, not 1"),
    ({"share": 0.5, "least": 0}, "least must be above 0 and at most 1, not 0"),
])
def test_a_budget_that_cannot_be_is_refused(keys, rule):
    with pytest.raises(GossamerError, match=f"The budget is not possible: {rule}"):
        Budget(target=TARGET, **keys)
