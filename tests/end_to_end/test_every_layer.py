"""Every layer of an engine gives its graph's integers, not only the last."""

import os
from pathlib import Path

import numpy as np
import pytest
from tests import graphs
from tests.every_layer import check_every_layer, results

import gossamer as gs
import gossamer_boards
from gossamer.errors import GossamerError
from gossamer.plan import Geometry, lower, plan

#: Models made by others are not part of the project.
MODELS = Path(os.environ.get("GOSSAMER_MODELS", Path(__file__).parents[3] / "shared" / "models"))

GRAPHS = {"cnn": graphs.tiny_cnn(), "residual": graphs.residual(), "separable": graphs.separable(),
          "sequence": graphs.sequence()}
PLAIN = Geometry(rows=4, columns=2)
WINDOW = Geometry(rows=8, columns=4, window=True)
SINGLE = Geometry(rows=4, columns=4, requantizers=1, loaded=True, single=True)


def samples(graph, count):
    """Random inputs, after the greatest and the least ones."""
    entry = graph.input
    x = np.random.default_rng(0).integers(entry.low, entry.high + 1, (count, *entry.shape))
    x[0], x[1] = entry.high, entry.low
    return x


@pytest.mark.parametrize(("name", "geometry"), [
    ("cnn", PLAIN), ("residual", PLAIN), ("separable", SINGLE), ("separable", WINDOW),
    ("sequence", PLAIN)], ids=["cnn", "residual", "separable", "window", "sequence"])
def test_every_layer_gives_the_integers_of_its_graph(name, geometry, tmp_path):
    graph = GRAPHS[name]
    program = lower(graph, geometry)
    assert check_every_layer(program, graph, samples(graph, 2), tmp_path,
                             simulator="amaranth") > 2 * 8


def test_a_wrong_integer_inside_is_noticed(tmp_path, monkeypatch):
    graph = GRAPHS["cnn"]
    program = lower(graph, Geometry())
    true = results(program, graph, samples(graph, 2)[:1])
    wrong = list(true)
    wrong[5] = wrong[5] | {"data": [wrong[5]["data"][0] ^ 1, *wrong[5]["data"][1:]]}
    monkeypatch.setattr("tests.every_layer.results", lambda *_: wrong)
    with pytest.raises(GossamerError, match=r"results"):
        check_every_layer(program, graph, samples(graph, 2)[:1], tmp_path, simulator="amaranth")


@pytest.mark.slow
@pytest.mark.parametrize(("file", "board"), [
    ("kws_ref_model.tflite", "icebreaker"), ("kws_ref_model.tflite", "ulx3s"),
    ("pretrainedResnet_quant.tflite", "ulx3s"), ("TFC_2W2A.onnx", "ulx3s"),
    ("qkeras_jettagging.onnx", "ulx3s")])
def test_every_layer_of_a_model_made_by_others(file, board, tmp_path):
    if not (MODELS / file).exists():
        pytest.skip(f"{file} is not in {MODELS}")
    description, _ = gs.import_(MODELS / file, name="model")
    graph = description.graph
    program = plan(graph, gossamer_boards.get(board).target, fast=board != "icebreaker").program
    assert check_every_layer(program, graph, samples(graph, 10), tmp_path) > 0
