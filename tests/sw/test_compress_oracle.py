"""PyTorch's integers are the graph's integers."""

import numpy as np
import pytest
import torch
from tests.graphs import random_graph, residual, tiny_cnn, tiny_mlp

from gossamer import ir
from gossamer.compress import TorchIntegers
from gossamer.errors import UnsupportedError

GRAPHS = [tiny_mlp(), tiny_cnn(), residual(), *(random_graph(seed) for seed in range(40))]


@pytest.mark.parametrize("graph", GRAPHS, ids=range(len(GRAPHS)))
def test_the_oracle_gives_the_graphs_integers(graph):
    rng = np.random.default_rng(0)
    x = rng.integers(graph.input.low, graph.input.high + 1, (16, *graph.input.shape))
    x[0], x[1] = graph.input.low, graph.input.high
    result = TorchIntegers(graph)(torch.from_numpy(x))
    assert result.dtype == torch.int64
    assert np.array_equal(result.numpy(), graph.run(x))


def test_ties_round_upwards():
    graph = ir.check(ir.Graph((
        ir.Input(name="x", shape=(1,), low=-8, high=7, scale=1.0),
        ir.Linear(name="a", x="x", weight=np.ones((1, 1), np.int8), bias=np.zeros(1, np.int64),
                  weight_bits=2),
        ir.Requantize(name="y", x="a", multiplier=np.array([1]), shift=np.array([1]), low=-128,
                      high=127, scale=1.0),
    )))
    result = TorchIntegers(graph)(torch.tensor([[-3], [-1], [1], [3]]))
    assert result.flatten().tolist() == [-1, 0, 1, 2]


def test_sums_that_floats_cannot_hold_are_refused():
    graph = tiny_mlp()
    wide = graph.replace({"a": ir.Linear(
        name="a", x="x", weight=np.ones((5, 6), np.int8), weight_bits=2,
        bias=np.full(5, 1 << 53))})
    with pytest.raises(UnsupportedError, match=(
            r"^Node 'a' has sums beyond 53 bits; use fewer inputs, or fewer bits in each\.$")):
        TorchIntegers(wide)
