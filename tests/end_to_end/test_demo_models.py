"""The demo's own models, hardly trained, all the way to the engine."""

from dataclasses import replace

import numpy as np
import pytest
import torch

import gossamer_boards
from gossamer.compress import TorchIntegers, build, compress, recipe
from gossamer.compress.methods import Admm
from gossamer.data import load
from gossamer.demonstration import RECIPES
from gossamer.plan import plan, stored
from gossamer_hw.array import ArrayEngine
from gossamer_sim.run import run_engine_amaranth

IMAGES = 2


@pytest.mark.parametrize("board", [
    pytest.param(name, marks=[] if name in ("icebreaker", "ulx3s") else pytest.mark.slow)
    for name in gossamer_boards.names()])
@pytest.mark.parametrize("model", RECIPES)
def test_predicted_cycles_and_torch_integers_are_simulated(model, board):
    torch.set_num_threads(1)
    hasty = replace(recipe(RECIPES[model]), float_epochs=1, method=Admm(epochs=1, rounds=1),
                    masked_epochs=0, range_epochs=1, exact_epochs=1)
    digits = load("digits")
    graph = compress(build(model, seed=0), digits, hasty).graph
    made = plan(graph, gossamer_boards.get(board).target)
    x = digits.integers(digits.test_x[:IMAGES]).reshape(IMAGES, *graph.input.shape)
    expected = TorchIntegers(graph)(torch.from_numpy(x)).numpy().reshape(IMAGES, -1)
    zero = stored(graph.input.name, graph.input.infer()).zero
    run = run_engine_amaranth(lambda: ArrayEngine(made.program.spec),
                              (x - zero).reshape(IMAGES, -1).astype(np.int8), expected.shape[1])
    assert (run.outputs == expected).all()
    assert set(run.cycles) == {made.cycles}
