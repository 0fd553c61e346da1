"""``graph.run`` against PyTorch's float64 arithmetic, which is exact for these integers."""

from fractions import Fraction
from math import floor

import numpy as np
import pytest
import torch
from tests.graphs import imported, random_graph, residual, tiny_cnn, tiny_mlp
from torch.nn import functional

from gossamer import ir

GRAPHS = {"mlp": tiny_mlp(), "cnn": tiny_cnn(), "residual": residual()} | {
    f"random{seed}": random_graph(seed) for seed in range(40)
}


def round_half_up(value: float, multiplier: int, shift: int) -> int:
    """The rule in rational numbers."""
    return floor(Fraction(int(value)) * multiplier / 2**shift + Fraction(1, 2))


def rescale(x: torch.Tensor, multiplier: np.ndarray, shift: np.ndarray) -> torch.Tensor:
    """Requantize channel by channel; channels are the second axis here."""
    result = torch.empty_like(x)
    for channel in range(x.shape[1]):
        m, s = int(multiplier[channel]), int(shift[channel])
        values = [round_half_up(v, m, s) for v in x[:, channel].flatten().tolist()]
        result[:, channel] = torch.tensor(values, dtype=torch.float64).reshape(x[:, channel].shape)
    return result


def reference(graph: ir.Graph, x: np.ndarray) -> np.ndarray:
    """The graph in PyTorch, float64, channels first."""
    values: dict[str, torch.Tensor] = {}
    for node in graph:
        match node:
            case ir.Input():
                y = torch.tensor(x, dtype=torch.float64)
                y = y.permute(0, 3, 1, 2) if y.ndim == 4 else y
            case ir.Linear():
                weight = torch.tensor(node.weight, dtype=torch.float64)
                y = functional.linear(values[node.x], weight,
                                      torch.tensor(node.bias, dtype=torch.float64))
            case ir.Conv2d():
                top, bottom, left, right = node.padding
                weight = torch.tensor(node.weight, dtype=torch.float64).permute(0, 3, 1, 2)
                y = functional.conv2d(
                    functional.pad(values[node.x], (left, right, top, bottom)), weight,
                    torch.tensor(node.bias, dtype=torch.float64), stride=node.stride,
                    dilation=node.dilation, groups=node.groups)
            case ir.MaxPool():
                y = functional.max_pool2d(values[node.x], node.window, node.stride)
            case ir.SumPool():
                y = functional.avg_pool2d(values[node.x], node.window, node.stride,
                                          divisor_override=1)
            case ir.Requantize():
                y = rescale(values[node.x], node.multiplier, node.shift)
                y = y.clamp(node.low, node.high)
            case ir.Add():
                b = values[node.b]
                ones = np.ones(b.shape[1], np.int64)
                y = values[node.a] + rescale(b, ones * node.multiplier, ones * node.shift)
                y = y.clamp(node.low, node.high)
            case ir.Flatten():
                y = values[node.x].permute(0, 2, 3, 1).flatten(1)
            case _:
                raise AssertionError(node.kind)
        values[node.name] = y
    return values[graph.output.name].numpy().astype(np.int64)


@pytest.mark.parametrize("name", GRAPHS)
def test_run_equals_pytorch(name):
    graph = GRAPHS[name]
    rng = np.random.default_rng(1)
    shape = graph.input.shape
    low, high = graph.input.low, graph.input.high
    x = np.concatenate([
        np.full((1, *shape), low), np.full((1, *shape), high),
        rng.integers(low, high, (3, *shape), endpoint=True),
        rng.choice([low, high], (2, *shape)),
    ])
    assert np.array_equal(graph.run(x), reference(graph, x))


@pytest.mark.parametrize("name", GRAPHS)
def test_values_stay_in_their_types(name):
    graph = GRAPHS[name]
    rng = np.random.default_rng(2)
    x = rng.choice([graph.input.low, graph.input.high], (8, *graph.input.shape))
    types = graph.types()
    for node, value in graph.trace(x).items():
        assert value.shape[1:] == types[node].shape
        assert types[node].low <= value.min() and value.max() <= types[node].high


def test_what_importers_add_equals_plain_loops():
    graph = imported()
    rng = np.random.default_rng(3)
    x = rng.integers(-128, 128, (3, *graph.input.shape))
    values = graph.trace(x)

    frame = np.full((3, 6, 6, 2), -3)
    frame[:, 1:, :4] = x
    assert np.array_equal(values["frame"], frame)

    conv = graph["conv"]
    for n, y, col, c in np.ndindex(values["conv"].shape):
        total = int(conv.bias[c])
        for i, j, k in np.ndindex(2, 2, 2):
            row, column = y + i, col + j - 1
            inside = row < 6 and 0 <= column < 6
            total += int(conv.weight[c, i, j, k]) * (int(frame[n, row, column, k])
                                                     if inside else -3)
        assert values["conv"][n, y, col, c] == total

    table, other = graph["a"].values, graph["b"].values
    assert values["sum"].tolist() == [
        [[[int(table[v + 128]) + int(other[v + 128]) for v in pixel] for pixel in line]
         for line in image] for image in values["image"].tolist()]
    thresholds = graph["signs"].thresholds[:, 0]
    assert np.array_equal(values["signs"], np.where(values["sum"] >= thresholds, 1, -1))
    assert np.array_equal(values["flat"], values["signs"].reshape(3, -1))
    assert values["shares"].sum(axis=1).tolist() == pytest.approx([256 - 4 * 128] * 3, abs=2)


def test_a_multi_threshold_counts_what_is_reached():
    node = ir.MultiThreshold(name="t", x="x", thresholds=np.array([[-2, 0, 0], [5, 6, 7]]),
                             low=-1, step=1, scale=1.0)
    x = np.array([[-3, 4], [-2, 5], [-1, 6], [0, 7], [1, 99]])
    assert node.compute(x).tolist() == [[-1, -1], [0, 0], [0, 1], [2, 2], [2, 2]]
    assert node.high == 2


def test_the_random_graphs_hold_every_kind_of_node():
    kinds = {node.kind for graph in GRAPHS.values() for node in graph}
    assert kinds == {"input", "linear", "conv2d", "sumpool", "maxpool", "requantize", "add",
                     "flatten"}


@pytest.mark.parametrize("x, message", [
    (np.zeros((1, 5), np.int64), r"Input must have shape (N, 6), not (1, 5)"),
    (np.zeros((1, 6)), r"Input must be of an integer type, not float64"),
    (np.full((1, 6), 17), r"Input must lie in 0..16, not 17..17"),
    (np.full((1, 6), -1), r"Input must lie in 0..16, not -1..-1"),
], ids=["shape", "dtype", "high", "low"])
def test_unfit_input_is_refused(x, message):
    with pytest.raises(ValueError) as caught:
        tiny_mlp().run(x)
    assert str(caught.value) == message


def test_real_inputs_are_rounded_to_nearest_even_and_limited():
    node = ir.Input(name="x", shape=(1,), low=0, high=16, scale=0.5)
    assert node.quantize([0.24, 0.25, 0.26, 0.75, 1.25, -3, 9]).tolist() == [0, 0, 1, 2, 2, 0, 16]


def test_graphs_are_compared_by_value():
    assert tiny_cnn() == tiny_cnn()
    assert tiny_cnn() != tiny_cnn(seed=1)
    assert tiny_mlp() != tiny_cnn()


def test_arrays_of_a_node_cannot_be_changed():
    weight = np.ones((2, 3), np.int8)
    node = ir.Linear(name="a", x="x", weight=weight, bias=np.zeros(2, np.int64), weight_bits=2)
    weight[:] = 5
    assert node.weight.max() == 1
    with pytest.raises(ValueError, match=r"^assignment destination is read-only$"):
        node.weight[0, 0] = 3
