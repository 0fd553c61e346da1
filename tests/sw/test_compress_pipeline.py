"""Compressing trains, prunes to the budget and gives integers; the same input gives the same."""

import copy
import dataclasses
import re

import numpy as np
import pytest
import torch
from tests.strokes import strokes
from torch import nn

from gossamer import data, ir
from gossamer.compress import RECIPES, Recipe, TorchIntegers, build, compress, recipe
from gossamer.compress.augment import Augmentation
from gossamer.compress.methods import Admm
from gossamer.errors import GossamerError


@pytest.fixture(scope="module", name="strokes")
def _strokes():
    return strokes(200)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3)
        self.hidden = nn.Linear(36, 12)
        self.linear = nn.Linear(12, 2)

    def forward(self, x):
        x = torch.relu(self.conv(x)).flatten(1)
        return self.linear(torch.relu(self.hidden(x)))


QUICK = Recipe(
    name="quick", weight_bits=2, levels=(1,), density=0.7, float_epochs=30,
    method=Admm(epochs=8, rounds=4, rho=0.03), masked_epochs=4, range_epochs=20, exact_epochs=6,
    batch=15, augmentation=Augmentation(),
)


def net(seed=0):
    torch.manual_seed(seed)
    return Net()


@pytest.fixture(scope="module")
def compressed(strokes):
    return compress(net(), strokes, QUICK)


def test_the_model_is_learned_pruned_and_ternary(strokes, compressed):
    assert compressed.float_accuracy > 0.9 and compressed.integer_accuracy > 0.9
    assert compressed.test_images == 50
    layers = [node for node in compressed.graph if isinstance(node, ir.Weighted)]
    assert all(layer.ternary and layer.weight_bits == 2 for layer in layers)
    alive = [ir.survivors(layer, 4, 4) for layer in layers]
    assert sum(int(a.sum()) for a in alive) <= round(0.7 * sum(a.size for a in alive))
    x = strokes.integers(strokes.test_x)
    golden = compressed.graph.run(x)
    assert np.array_equal(TorchIntegers(compressed.graph)(torch.from_numpy(x)).numpy(), golden)
    assert compressed.integer_accuracy == np.mean(golden.argmax(axis=1) == strokes.test_y)


def test_history_says_what_happened(compressed):
    lengths = {stage: len(values) for stage, values in compressed.history.items()}
    assert lengths == {"float": 30, "admm": 8, "admm_residual": 4, "masked": 4, "range": 20,
                       "exact": 6}
    residuals = compressed.history["admm_residual"]
    assert residuals[-1] < residuals[0]


def test_the_same_input_gives_the_same_graph(strokes, compressed):
    module = net()
    before = copy.deepcopy(module.state_dict())
    state, threads = torch.random.get_rng_state(), torch.get_num_threads()
    again = compress(module, strokes, QUICK)
    assert again.graph == compressed.graph and again.history == compressed.history
    assert all(torch.equal(before[key], value) for key, value in module.state_dict().items())
    assert torch.equal(torch.random.get_rng_state(), state)
    assert torch.get_num_threads() == threads
    other = compress(net(), strokes, dataclasses.replace(QUICK, seed=1))
    assert other.graph != compressed.graph


def test_without_float_epochs_the_module_is_kept(strokes):
    module = net()
    none = dataclasses.replace(RECIPES["int8"], float_epochs=0, range_epochs=0, exact_epochs=0)
    result = compress(module, strokes, none)
    x = torch.from_numpy(strokes.test_x).permute(0, 3, 1, 2)
    expected = module(x).argmax(dim=1).numpy() == strokes.test_y
    assert result.float_accuracy == expected.mean() and result.history.keys() <= {"range", "exact"}
    first = next(node for node in result.graph if isinstance(node, ir.Conv2d))
    weight = module.conv.weight.detach().permute(0, 2, 3, 1).reshape(4, 9).double()
    codes = torch.from_numpy(first.weight.reshape(4, 9).copy()).double()
    step = (codes * weight).sum(dim=1, keepdim=True) / (codes * codes).sum(dim=1, keepdim=True)
    assert bool(((codes * step - weight).abs() <= step).all())


def test_layers_may_have_a_density_of_their_own(strokes):
    made = compress(net(), strokes, dataclasses.replace(
        QUICK, layer_densities={"hidden": 0.25}, float_epochs=1, range_epochs=1,
        method=Admm(epochs=4, rounds=4, rho=0.03)))
    hidden = made.graph["hidden.sum"]
    assert isinstance(hidden, ir.Linear) and ir.survivors(hidden, 4, 4).mean() <= 0.26


def test_vectors_are_taken_as_they_are(strokes):
    flat = dataclasses.replace(strokes, train_x=strokes.train_x.reshape(150, 25),
                               test_x=strokes.test_x.reshape(50, 25))
    torch.manual_seed(0)
    result = compress(nn.Sequential(nn.Linear(25, 2)), flat, dataclasses.replace(
        RECIPES["int8"], float_epochs=1, range_epochs=1, exact_epochs=1))
    assert result.graph.input.shape == (25,)


def test_progress_counts_every_epoch(strokes):
    calls = []
    quick = dataclasses.replace(QUICK, float_epochs=2, method=Admm(epochs=4, rounds=2),
                                masked_epochs=1, range_epochs=2, exact_epochs=1)
    compress(net(), strokes, quick, progress=lambda *call: calls.append(call))
    epochs = {"float": 2, "admm": 4, "masked": 1, "range": 2, "exact": 1}
    assert calls == [(stage, done, total) for stage, total in epochs.items()
                     for done in range(total + 1)]


def test_an_interruption_passes_through(strokes):
    def stop(stage, done, total):
        raise KeyboardInterrupt

    threads = torch.get_num_threads()
    with pytest.raises(KeyboardInterrupt):
        compress(net(), strokes, QUICK, progress=stop)
    assert torch.get_num_threads() == threads


def test_too_few_scores_are_refused(strokes):
    message = ("The model's result has shape (1,), but the data has 2 classes; let it return one "
               "score for each class.")
    with pytest.raises(GossamerError, match=f"^{re.escape(message)}$"):
        compress(nn.Sequential(nn.Flatten(), nn.Linear(25, 1)), strokes, QUICK)


def test_a_density_for_no_layer_is_refused(strokes):
    message = ("The recipe 'quick' has a density for 'wrong', which is no layer; the layers are "
               "conv, hidden, linear.")
    with pytest.raises(GossamerError, match=f"^{re.escape(message)}$"):
        compress(net(), strokes, dataclasses.replace(
            QUICK, float_epochs=0, layer_densities={"wrong": 0.5}))


@pytest.mark.parametrize("changes, rule", [
    ({"weight_bits": 9}, "weight_bits must be 2 to 8, not 9"),
    ({"activation_bits": 1}, "activation_bits must be 2 to 8, not 1"),
    ({"rows": 0}, "the rows and columns of a block must be powers of two, not 0 and 4"),
    ({"density": 1.5}, "density must be 0 to 1, not 1.5"),
    ({"layer_densities": {"a": -1}}, "layer_densities['a'] must be 0 to 1, not -1"),
    ({"exact_epochs": -1}, "exact_epochs must not be negative, but is -1"),
    ({"batch": 0}, "batch must be positive"),
    ({"learning_rate": 0}, "learning_rate must be positive"),
])
def test_an_impossible_recipe_is_refused(changes, rule):
    message = f"The recipe 'mine' is not possible: {rule}."
    with pytest.raises(GossamerError, match=f"^{re.escape(message)}$"):
        Recipe(name="mine", **changes)


def test_an_unknown_name_is_refused():
    with pytest.raises(GossamerError, match=(
            r"^There is no recipe 'best'; choose one of bcr, .*, int8, .*\.$")):
        recipe("best")
    with pytest.raises(GossamerError, match=(
            r"^There is no model 'rnn'; choose one of cnn, mlp, mlp-300-100\.$")):
        build("rnn")


def test_augmentation_moves_images_and_leaves_vectors():
    generator = torch.Generator().manual_seed(0)
    x = torch.zeros(50, 1, 9, 9)
    x[:, :, 4, 4] = 1
    moved = Augmentation(shift=1.0)(x, generator)
    rows = (moved.sum(dim=3) * torch.arange(9)).sum(dim=2).flatten()
    assert float((rows - 4).abs().max()) <= 1.001 and float((rows - 4).std()) > 0.3
    assert torch.equal(Augmentation()(x, generator), x)
    vectors = torch.rand(5, 3)
    assert torch.equal(Augmentation(shift=1.0)(vectors, generator), vectors)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, 1, 2])
@pytest.mark.parametrize("model, name, least, alive_at_most", [
    ("cnn", "block-ternary", 0.97, 0.4), ("mlp", "block-ternary-mlp", 0.95, 0.6),
])
def test_digits_reach_their_targets(model, name, least, alive_at_most, seed):
    digits = data.load("digits")
    result = compress(build(model, seed=seed), digits,
                      dataclasses.replace(RECIPES[name], seed=seed))
    assert result.integer_accuracy >= least
    layers = [node for node in result.graph if isinstance(node, ir.Weighted)]
    alive = np.concatenate([ir.survivors(layer, 4, 4).reshape(-1) for layer in layers])
    assert all(layer.ternary for layer in layers) and alive.mean() <= alive_at_most
    x = digits.integers(digits.test_x)
    assert np.array_equal(TorchIntegers(result.graph)(torch.from_numpy(x)).numpy(),
                          result.graph.run(x))
