"""Every method ends on the set, says what it did, and goes on where it was interrupted."""

import dataclasses
import itertools
import re

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from tests.strokes import strokes
from torch import nn

import gossamer_boards
from gossamer import ir
from gossamer.compress import (
    Blocks,
    Channels,
    FixedMask,
    Irregular,
    Pattern,
    Recipe,
    RowColumn,
    compress,
)
from gossamer.compress.adversary import Adversary
from gossamer.compress.augment import Augmentation
from gossamer.compress.budget import Budget
from gossamer.compress.describe import describe
from gossamer.compress.methods import (
    Admm,
    LayerWise,
    OneShot,
    Reweighted,
    StraightThrough,
    Threshold,
)
from gossamer.compress.projections import BlockProjection, PatternProjection
from gossamer.compress.qat import Layer
from gossamer.compress.quantizers import Integers
from gossamer.compress.ternary import MeanThreshold
from gossamer.compress.train import accuracy, scores
from gossamer.errors import GossamerError
from gossamer.importers.float_graph import FloatLinear
from gossamer.plan import plan

QUICK = Recipe(
    name="quick", weight_bits=4, density=0.5, whole_share=0.0, float_epochs=6,
    method=Admm(epochs=4, rounds=2, rho=0.03), masked_epochs=2, range_epochs=2, exact_epochs=2,
    batch=20, augmentation=Augmentation(),
)


@pytest.fixture(scope="module", name="strokes")
def _strokes():
    return strokes(120)


def net():
    torch.manual_seed(0)
    return nn.Sequential(nn.Conv2d(1, 4, 3), nn.ReLU(), nn.Flatten(), nn.Linear(36, 8), nn.ReLU(),
                         nn.Dropout(0.1), nn.Linear(8, 2))


def layers(graph):
    return [node for node in graph if isinstance(node, ir.Weighted)]


@pytest.mark.parametrize("structure, method, key, epochs", [
    (Blocks(), OneShot(), None, 0),
    (RowColumn((2, 2)), Admm(epochs=4, rounds=2), "admm", 4),
    (Irregular(), Admm(epochs=4, rounds=2, steps=(0.7,)), "admm", 4),
    (RowColumn((2, 2)), Reweighted(epochs=5, refresh=2), "reweighted", 5),
    (Irregular(), Reweighted(epochs=5, refresh=2), "reweighted", 5),
    (Pattern(1, 4), StraightThrough(epochs=3), "sr-ste", 3),
    (Blocks(), StraightThrough(epochs=3), "sr-ste", 3),
])
def test_a_method_ends_on_the_set(strokes, structure, method, key, epochs):
    density = 0.5 if structure.budgeted else 1.0
    recipe = dataclasses.replace(QUICK, structure=structure, method=method, density=density)
    result = compress(net(), strokes, recipe)
    trained = {"float", "masked", "range", "exact"} | ({key} if key else set())
    assert {k for k in result.history if not k.endswith("_residual")} == trained
    if key:
        assert len(result.history[key]) == epochs
    for layer in layers(result.graph):
        if isinstance(structure, Pattern) and isinstance(layer, ir.Linear):
            groups = layer.weight.reshape(len(layer.weight), -1, 4)
            assert ((groups != 0).sum(axis=2) <= 1).all()
    if isinstance(structure, Blocks):
        alive = [ir.survivors(layer, 4, 4) for layer in layers(result.graph)]
        assert sum(a.sum() for a in alive) <= round(0.5 * sum(a.size for a in alive))
    elif structure.budgeted:
        counts = [(np.count_nonzero(layer.weight), layer.weight.size)
                  for layer in layers(result.graph)]
        assert sum(n for n, _ in counts) <= 0.5 * sum(n for _, n in counts) + 1


def test_samples_alone_prune_a_trained_network(strokes):
    module = net()
    trained = dataclasses.replace(QUICK, float_epochs=0, masked_epochs=0, range_epochs=0,
                                  exact_epochs=0, structure=Irregular(), method=LayerWise())
    optimizer = torch.optim.Adam(module.parameters(), 0.01)
    x, y = torch.from_numpy(strokes.train_x).permute(0, 3, 1, 2), torch.from_numpy(strokes.train_y)
    for _ in range(100):
        optimizer.zero_grad()
        F.cross_entropy(module(x), y).backward()
        optimizer.step()
    result = compress(module, strokes, trained)
    assert result.integer_accuracy >= result.float_accuracy - 0.1 and result.float_accuracy > 0.8
    weights = [layer.weight for layer in layers(result.graph)]
    share = sum(map(np.count_nonzero, weights)) / sum(w.size for w in weights)
    assert 0.3 < share <= 0.5
    assert {key for key in result.history if "error" in key} == {
        f"layers_error {name}" for name in ("0", "3", "6")}


def test_a_budget_decides_the_densities(strokes):
    target = gossamer_boards.get("icebreaker").target
    recipe = dataclasses.replace(QUICK, density=1.0, budget=Budget(target=target, share=0.85))
    result = compress(net(), strokes, recipe)
    dense = compress(net(), strokes, dataclasses.replace(recipe, budget=None))
    assert plan(result.graph, target).cycles <= 0.9 * plan(dense.graph, target).cycles
    assert all(0 < result.history[f"density {name}"][0] <= 1 for name in ("0", "3", "6"))


def test_channels_go_for_good(strokes):
    recipe = dataclasses.replace(QUICK, structure=Channels())
    graph = compress(net(), strokes, recipe).graph
    assert sum(layer.weight.shape[0] for layer in layers(graph)) == 2 + (4 + 8) // 2


def test_a_threshold_decides_how_many_survive(strokes):
    shares = []
    for sparsity in (1e-5, 1e-3, 1e-2):
        recipe = dataclasses.replace(QUICK, structure=Irregular(),
                                     method=Threshold(epochs=6, sparsity=sparsity, lasso=1e-5))
        graph = compress(net(), strokes, recipe).graph
        shares.append(np.mean(np.concatenate([n.weight.reshape(-1) != 0 for n in layers(graph)])))
    assert shares[0] > shares[1] > shares[2] and shares[0] > 0.6 and shares[2] < 0.5


def test_straight_through_computes_with_the_projection_and_trains_all():
    node = FloatLinear(name="a", shape=(1,), x="x", bias=np.zeros(1, np.float32),
                       weight=np.array([[3.0, 2.0, -1.0, 0.5]], np.float32))
    layer = Layer(node, Integers(7))
    layer.straight = PatternProjection(torch.zeros(1, 4, dtype=torch.int64), 1)
    result = F.linear(torch.tensor([[1.0, 10.0, 100.0, 1000.0]]), layer.masked()).sum()
    result.backward()
    assert result.item() == 3.0 and layer.weight.grad.tolist() == [[1, 10, 100, 1000]]
    assert layer.kept.tolist() == [[1, 0, 0, 0]]


def test_freezing_decides_the_nearest_of_each_level_first():
    node = FloatLinear(name="a", shape=(1,), x="x", bias=np.zeros(1, np.float32),
                       weight=np.array([[1.1, 0.6, 1.3, -0.9, 2.4, 0.0]], np.float32))
    layer = Layer(node, Integers(3))
    layer.mask[0, 5] = 0
    layer.hold(0.5)
    nan = float("nan")
    expected = torch.tensor([[1, nan, 1, -1, 2, 0]])
    assert torch.equal(layer.held.nan_to_num(9), expected.nan_to_num(9))
    # A decided weight is an integer, the other one trains as it is.
    torch.testing.assert_close(layer.codes(), torch.tensor([[1, 0.6, 1, -1, 2, 0]]))
    with torch.no_grad():
        layer.weight[0, :2] = torch.tensor([2.6, 1.8])
    layer.hold(1.0)
    assert layer.codes().tolist() == [[1, 2, 1, -1, 2, 0]]


def test_frozen_and_levelled_weights_are_those_of_the_graph(strokes):
    recipe = dataclasses.replace(
        QUICK, structure=Irregular(), levels=(1, 2), weight_bits=3, freezing=(0.3, 0.5, 1.0),
        levelling=Admm(epochs=2, rounds=2), exact_epochs=6)
    result = compress(net(), strokes, recipe)
    assert len(result.history["levels"]) == 2 and len(result.history["exact"]) == 6
    for layer in layers(result.graph):
        assert set(np.unique(layer.weight)) <= {-2, -1, 0, 1, 2}


def test_a_group_penalty_is_felt_by_small_groups_most():
    projection = BlockProjection(torch.arange(2).repeat_interleave(2).reshape(1, 4), 1)
    weight = nn.Parameter(torch.tensor([[3.0, 4.0, 0.3, 0.4]]))

    class Pruning:
        layers = {"a": type("L", (), {"weight": weight})}
        calls = []

        def sets(self):
            return {"a": projection}

        def train(self, stage, epochs, *, penalty, state, done, total):
            (slope,) = torch.autograd.grad(penalty(), weight)
            self.calls.append((stage, epochs, done, total, slope))
            before = state.state()
            state.load(before)

    run = Pruning()
    Reweighted(epochs=5, refresh=3, penalty=0.5, epsilon=0.25).reach(run)
    assert [call[:4] for call in run.calls] == [("reweighted", 3, 0, 5), ("reweighted", 2, 3, 5)]
    # 2 penalty gamma w, with gamma = 1 / (25 + 0.25) and 1 / (0.25 + 0.25)
    torch.testing.assert_close(run.calls[0][4], torch.tensor([[3 / 25.25, 4 / 25.25, 0.6, 0.8]]))


def test_an_adversary_stays_near_and_raises_the_loss(strokes):
    x = torch.from_numpy(strokes.test_x).permute(0, 3, 1, 2)
    y = torch.from_numpy(strokes.test_y)
    module = net().eval()
    optimizer = torch.optim.Adam(module.parameters(), 0.01)
    for _ in range(60):
        optimizer.zero_grad()
        F.cross_entropy(module(x), y).backward()
        optimizer.step()
    adversary = Adversary(epsilon=0.2, step=0.05, steps=10, low=0.0, high=1.0)
    found = adversary.attack(module, x, y, torch.Generator().manual_seed(0))
    assert float((found - x).abs().max()) <= 0.2 + 1e-6
    assert float(found.min()) >= 0 and float(found.max()) <= 1
    assert accuracy(scores(module, found), y) < accuracy(scores(module, x), y) - 0.2
    again = adversary.attack(module, x, y, torch.Generator().manual_seed(0))
    assert torch.equal(found, again)


def test_training_against_an_adversary_is_evaluated_under_attack(strokes):
    adversary = Adversary(epsilon=0.1, step=0.05, steps=2)
    plain = compress(net(), strokes, QUICK)
    recipe = dataclasses.replace(QUICK, adversary=adversary, float_epochs=10)
    result = compress(net(), strokes, recipe)
    assert plain.robustness is None and plain.pruned_robustness is None
    # A large attack finds samples that the network of integers gets wrong.
    large = dataclasses.replace(recipe, adversary=Adversary(epsilon=0.4, step=0.1, steps=5),
                                float_epochs=30)
    found = compress(net(), strokes, large).robustness
    assert found is not None and found.fresh < 0.75
    assert result.robustness is not None
    assert describe(result, strokes, recipe, "net").robustness == result.robustness
    assert result.pruned_robustness is not None
    for share in (*dataclasses.astuple(result.robustness), result.pruned_robustness):
        assert 0 <= share <= max(result.float_accuracy, result.integer_accuracy) + 0.1


def test_the_pruned_network_is_counted_before_it_is_rounded(strokes):
    """An oracle cuts the module's own weights and attacks it with the same noise."""
    adversary = Adversary(epsilon=0.1, step=0.05, steps=2, low=0.0, high=1.0)
    module = net()
    x = torch.from_numpy(strokes.train_x).permute(0, 3, 1, 2)
    optimizer = torch.optim.Adam(module.parameters(), 0.01)
    for _ in range(60):
        optimizer.zero_grad()
        F.cross_entropy(module(x), torch.from_numpy(strokes.train_y)).backward()
        optimizer.step()
    found = compress(module, strokes, Recipe(
        name="cut", weight_bits=2, levels=(1,), structure=Irregular(), method=OneShot(),
        layer_densities={"0": 0.5, "3": 0.25, "6": 1.0}, adversary=adversary, float_epochs=0,
        masked_epochs=0, range_epochs=0, exact_epochs=0))

    cut = net().eval()
    cut.load_state_dict(module.state_dict())
    for index, keep in ((0, 18), (3, 72)):
        weight = cut[index].weight.data
        weight[weight.abs() < weight.abs().flatten().sort().values[-keep]] = 0
    x, y = torch.from_numpy(strokes.test_x).permute(0, 3, 1, 2), torch.from_numpy(strokes.test_y)
    assert found.pruned_accuracy == accuracy(scores(cut, x), y) != found.integer_accuracy
    hard = dataclasses.replace(adversary, steps=4).attack(
        cut, x, y, torch.Generator().manual_seed(0))
    hard = x + torch.trunc((hard - x) * 255 * (1 + 1e-5)) / 255
    assert found.pruned_robustness == accuracy(scores(cut, hard), y) < found.pruned_accuracy


def test_an_adversary_keeps_to_the_range_of_the_data(strokes, monkeypatch):
    """That of the data unless it was given; signed samples may fall below zero."""
    asked = []
    original = Adversary.attack

    def attack(self, *arguments):
        asked.append((self.low, self.high))
        return original(self, *arguments)

    monkeypatch.setattr(Adversary, "attack", attack)
    signed = dataclasses.replace(strokes, low=-16, high=127)
    for adversary, limits in ((Adversary(steps=1), (-16 * strokes.scale, 127 * strokes.scale)),
                              (Adversary(steps=1, low=0.0), (0.0, 127 * strokes.scale))):
        asked.clear()
        compress(net(), signed, dataclasses.replace(QUICK, float_epochs=1, adversary=adversary))
        assert set(asked) == {limits}
    x, y = torch.zeros(4, 1, 5, 5), torch.zeros(4, dtype=torch.int64)
    for limits, least in (((-1.0, 1.0), -0.3), ((0.0, 1.0), 0.0), ((None, None), -0.3)):
        found = Adversary(epsilon=0.3, low=limits[0], high=limits[1]).attack(
            net(), x, y, torch.Generator().manual_seed(0))
        assert float(found.min()) == pytest.approx(least, abs=0.1 * bool(least))


def test_epochs_are_spread_over_the_rounds(strokes):
    calls = []
    compress(net(), strokes, dataclasses.replace(QUICK, method=Admm(epochs=7, rounds=3)),
             progress=lambda *call: calls.append(call))
    assert [call[1:] for call in calls if call[0] == "admm"] == [(i, 7) for i in range(8)]


def test_a_threshold_does_not_need_a_density(strokes):
    recipe = dataclasses.replace(QUICK, structure=Irregular(), density=1.0,
                                 method=Threshold(epochs=6, sparsity=3e-3))
    result = compress(net(), strokes, recipe)
    weights = [node.weight for node in result.graph if isinstance(node, ir.Weighted)]
    assert sum(map(np.count_nonzero, weights)) < 0.9 * sum(weight.size for weight in weights)


class Stop(Exception):
    pass


@pytest.mark.parametrize("changes", [
    {"method": StraightThrough(epochs=2), "freezing": (0.5, 0.5), "exact_epochs": 4,
     "levelling": Admm(epochs=2, rounds=1), "averaging": 0.5},
    {"structure": Irregular(), "density": 0.3, "method": Admm(epochs=6, rounds=1, steps=(0.6,))},
    *(pytest.param(changes, marks=pytest.mark.slow) for changes in (
        {"validation": 0.1},
        {"method": Reweighted(epochs=4, refresh=2), "optimizer": "sgd", "learning_rate": 0.05},
        {"method": Threshold(epochs=3), "structure": Irregular()},
        {"adversary": Adversary(steps=1)},
        {"structure": Channels()})),
])
def test_an_interrupted_compression_goes_on_and_ends_the_same(strokes, tmp_path, changes):
    recipe = dataclasses.replace(QUICK, float_epochs=2, **changes)
    whole = compress(net(), strokes, recipe)
    path = tmp_path / "net.checkpoint"
    result, stops = None, 0
    while result is None:
        calls = itertools.count()

        def progress(*call, calls=calls):
            if next(calls) == 4:
                raise Stop

        try:
            result = compress(net(), strokes, recipe, progress=progress, checkpoint=path)
        except Stop:
            assert path.exists()
            stops += 1
    assert stops > 1
    assert result.graph == whole.graph and result.history == whole.history
    assert (result.robustness, result.pruned_accuracy, result.pruned_robustness) == (
        whole.robustness, whole.pruned_accuracy, whole.pruned_robustness)
    assert not path.exists() and not list(tmp_path.iterdir())


def test_a_foreign_or_damaged_checkpoint_is_refused(strokes, tmp_path):
    path = tmp_path / "c"

    def stop(stage, done, total):
        if done:
            raise Stop

    with pytest.raises(Stop):
        compress(net(), strokes, QUICK, progress=stop, checkpoint=path)
    message = (f"The checkpoint {path} belongs to another model, data set or recipe; remove it or "
               "name another file.")
    with pytest.raises(GossamerError, match=f"^{re.escape(message)}$"):
        compress(net(), strokes, dataclasses.replace(QUICK, seed=1), checkpoint=path)
    saved = path.read_bytes()
    for damaged in (b"", b"zip", saved[:len(saved) // 2]):
        path.write_bytes(damaged)
        with pytest.raises(GossamerError, match=r"is not a checkpoint or is damaged; remove it"):
            compress(net(), strokes, QUICK, checkpoint=path)


def test_what_is_held_out_only_watches(strokes):
    seen = []
    recipe = dataclasses.replace(QUICK, validation=0.2)
    result = compress(net(), strokes, recipe, watch=lambda *call: seen.append(call))
    assert [stage for stage, _ in seen] == (["float"] * 6 + ["admm"] * 4 + ["masked"] * 2
                                            + ["range"] * 2 + ["exact"] * 2)
    by_stage = {stage: set(figures) for stage, figures in seen}
    assert by_stage["float"] == {"loss", "validation"}
    assert by_stage["admm"] == {"loss", "validation", "density", "residual"}
    assert by_stage["exact"] == {"loss", "validation", "density"}
    assert dict(seen)["masked"]["density"] <= 0.55
    assert dict(seen)["admm"]["density"] <= 0.55    # of what the weights are pulled to
    assert len(result.history["admm_validation"]) == 4
    shares = np.array(result.history["float_validation"]) * 18  # a fifth of 90
    assert np.array_equal(shares, shares.round())


@pytest.mark.parametrize("changes, rule", [
    ({"method": Admm(epochs=-1)}, "Admm: epochs must not be negative, but is -1"),
    ({"method": Admm(rounds=0)}, "Admm: rounds must be positive, but is 0"),
    ({"method": Admm(epochs=5, rounds=3, steps=(0.5,))},
     "Admm: epochs must be 0 or one for each of 6 rounds, but are 5"),
    ({"structure": Pattern(2, 4), "density": 1.0, "method": Admm(steps=(0.5,))},
     "Pattern cannot be reached in steps of density"),
    ({"adversary": Adversary(low=1.0, high=0.5)},
     "Adversary: low must be less than high, but they are 1.0 and 0.5"),
    ({"rows": 3}, "the rows and columns of a block must be powers of two, not 3 and 4"),
    ({"seed": 1 << 63}, "seed must be 0 to 2**63 - 1, not 9223372036854775808"),
    ({"method": Admm(steps=(0.5, 0.0))},
     "Admm: steps must be densities above 0 and up to 1, but are (0.5, 0.0)"),
    ({"method": Threshold(beta=0)}, "Threshold: beta must be positive, but is 0"),
    ({"method": Reweighted(penalty=-1)}, "Reweighted: penalty must be positive, but is -1"),
    ({"method": StraightThrough(decay=-1)},
     "StraightThrough: epochs and decay must not be negative"),
    ({"adversary": Adversary(steps=0)}, "Adversary: an adversary needs a positive epsilon, step "
     "and number of steps"),
    ({"budget": Budget(target=gossamer_boards.get("icebreaker").target, share=0.5),
      "structure": Channels()}, "a budget cannot choose the densities of Channels"),
    ({"budget": Budget(target=gossamer_boards.get("icebreaker").target, share=0.5),
      "layer_densities": {"a": 0.5}}, "a budget chooses the densities itself"),
    ({"budget": Budget(target=gossamer_boards.get("icebreaker").target, share=0.5),
      "structure": FixedMask({})}, "a budget cannot choose the densities of FixedMask"),
    ({"rule": MeanThreshold(), "levels": (1,), "weight_bits": 2}, "a rule has levels of its own"),
    ({"rule": MeanThreshold()}, "the rule makes weights of 2 bits, not 8"),
    ({"freezing": (0.5, 2.0)}, "freezing[1] must be 0 to 1, not 2.0"),
    ({"validation": 1.0}, "validation must leave samples to train with"),
    ({"optimizer": "lion"}, "optimizer must be one of adam, sgd, not 'lion'"),
])
def test_an_impossible_method_is_refused(changes, rule):
    message = f"The recipe 'mine' is not possible: {rule}."
    with pytest.raises(GossamerError, match=f"^{re.escape(message)}$"):
        Recipe(name="mine", **changes)
